"""Free SPARQL as people write it: our prefixes known without being written, and a fault told in one line.

The engine tells a fault by its grammar (some hundred characters of character classes) and the farthest place that it
reached. What people get wrong most is looked for here in the text itself: a prefix that nobody knows, a full-width
sign, a string or a bracket that is not closed, an unknown word where a query begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from guitu.extract.errors import QueryError
from guitu.graph.keep.guard import tokens
from guitu.ontology.standards import VOCABULARIES

_ALIKE = (
    *("agency", "alignment", "figure", "gap", "graph", "incentive", "indicator", "mention", "place", "reference"),
    *("responsibility", "section", "suggestion", "task", "text", "topic"),
)
FOLDERS: Mapping[str, str] = {**{name: name for name in _ALIKE}, "doc": "document"}
"""Prefix to folder below the base, as our Turtle writes them."""
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_WIDE = dict(zip("“”‘’（）｛｝，。；：？！＜＞［］　", "\"\"''(){},.;:?!<>[] ", strict=True))
_OPEN, _CLOSED = "{([", "})]"
_PLACED = re.compile(r"line (\d+), column (\d+): (.*)", re.DOTALL)
_SAID: Mapping[str, tuple[str, str]] = {
    "The SELECT contains a variable that is unbound": (
        "SELECT names a variable that is neither grouped nor counted", "write it after GROUP BY, too",
    ),
    "SELECT * is not authorized with GROUP BY": ("SELECT * goes with no GROUP BY", "name the variables"),
    "IRI parsing failed": ("an address between < and > is not whole", "write all of it, or a prefix that is known"),
}  # fmt: skip
"""What the engine says in words among its grammar, and how it is told."""
_WORD = re.compile(r"expected ([A-Z]{2,})")
_Place = tuple[int, int]  # line and column, from 1


def known(base: str = "") -> Mapping[str, str]:
    """The prefixes that need not be written: vocabularies, and below a base the folders of things.

    >>> known()["dcterms"], known("https://example.org/id/")["doc"]
    ('http://purl.org/dc/terms/', 'https://example.org/id/document/')
    """
    return {**VOCABULARIES, **({name: f"{base}{folder}/" for name, folder in FOLDERS.items()} if base else {})}


def prefixed(sparql: str, base: str = "") -> str:
    """The query with a declaration of each known prefix that it uses and does not declare, all on a line before it.

    >>> prefixed("ASK { ?x a gt:Task }")
    'PREFIX gt: <https://w3id.org/guitu/ns#>\\nASK { ?x a gt:Task }'
    """
    ours = known(base)
    lines = [f"PREFIX {name}: <{ours[name]}>" for name in _undeclared(sparql) if name in ours]
    return f"{' '.join(lines)}\n{sparql}" if lines else sparql


def form_of(sparql: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; empty for a text that begins as no query.

    >>> form_of("# a remark\\nPREFIX x: <http://x/> construct {} {}"), form_of("CLEAR ALL")
    ('CONSTRUCT', '')
    """
    before = ""
    for kind, text in tokens(sparql):
        if kind == "word" and text.upper() not in ("PREFIX", "BASE") and before != "PREFIX":
            return text.upper() if text.upper() in _FORMS else ""
        before = before if kind in ("space", "remark") else text.upper()
    return ""


def explained(error: QueryError, sparql: str, base: str = "") -> QueryError:
    """What is wrong with a query that did not run, in one short line with its place; other errors as they are.

    `sparql`: as it was written, without what `prefixed` put before it.
    """
    found = _PLACED.fullmatch(error.reason)
    if not found:
        return error
    line = int(found[1]) - (prefixed(sparql, base) != sparql)
    return next(_faults(sparql, (line, int(found[2])), found[3], base))


def _faults(sparql: str, place: _Place, said: str, base: str) -> Iterator[QueryError]:
    """What can be wrong, the likeliest first."""
    unclosed = list(_brackets(sparql))
    yield from _words(sparql)
    for name in _undeclared(sparql):
        if name not in known(base):
            near = get_close_matches(name, known(base), 1)
            hint = f"did you mean {near[0]}:" if near else "known are " + ", ".join(sorted(VOCABULARIES))
            yield _fault(_at(sparql, f"{name}:"), f"the prefix {name}: is not known", hint)
    yield from unclosed
    for sentence, (reason, remedy) in _SAID.items():
        if sentence in said:
            yield _fault(place, reason, remedy)
    word = _WORD.fullmatch(said)
    hint = f"{word[1]} may be missing" if word and word[1] == "BY" else ""
    yield _fault(place, f"not understood at or before: {_rest(sparql, place)}", hint)


def _words(sparql: str) -> Iterator[QueryError]:
    """Signs of a Chinese keyboard, strings without end, and a query that begins with another word."""
    at, first, before = 0, True, ""
    for kind, text in tokens(sparql):
        if kind == "other" and text in _WIDE:
            yield _fault(_of(sparql, at), f"a full-width sign: {text}", f"write {_WIDE[text]} instead")
        elif kind == "other" and text in "\"'":
            yield _fault(_of(sparql, at), "a string begins here and does not end", f"close it with {text}")
        elif kind == "other" and text == "<" and re.match(r"<[a-z]+://", sparql[at:]):
            yield _fault(_of(sparql, at), "an address begins here and does not end", "it ends in >, without spaces")
        elif kind == "word" and before == "PREFIX":
            yield _fault(_of(sparql, at), f"a prefix ends in a colon: {text}:")
        elif kind == "word" and first and text.upper() not in ("PREFIX", "BASE"):
            first = False
            if text.upper() not in _FORMS:
                near = get_close_matches(text.upper(), _FORMS, 1)
                hint = f"did you mean {near[0]}" if near else "a query begins with " + ", ".join(_FORMS)
                yield _fault(_of(sparql, at), f"no query begins with {text[:40]}", hint)
        at += len(text)
        before = before if kind in ("space", "remark") else text.upper()
    if first:
        yield _fault((1, 1), "this is no query", "a query begins with " + ", ".join(_FORMS))


def _brackets(sparql: str) -> Iterator[QueryError]:
    waiting: list[tuple[str, int]] = []
    at = 0
    for kind, text in tokens(sparql):
        if kind == "other" and text in _OPEN:
            waiting.append((text, at))
        elif kind == "other" and text in _CLOSED:
            wanted = _OPEN[_CLOSED.index(text)]
            if not waiting or waiting[-1][0] != wanted:
                hint = f"after the {waiting[-1][0]} of line {_of(sparql, waiting[-1][1])[0]}" if waiting else ""
                yield _fault(_of(sparql, at), f"a {text} closes what was not opened", hint)
                return
            waiting.pop()
        at += len(text)
    if waiting:
        sign, where = waiting[-1]
        yield _fault(_of(sparql, where), f"a {sign} is not closed", f"write {_CLOSED[_OPEN.index(sign)]} where it ends")


def _undeclared(sparql: str) -> list[str]:
    """The prefixes that a query uses and does not declare, each once, in the order of use."""
    used: dict[str, None] = {}
    declared: set[str] = set()
    before = ""
    for kind, text in tokens(sparql):
        if kind in ("space", "remark"):
            continue
        if kind == "name":
            name = text.partition(":")[0]
            if before == "PREFIX":
                declared.add(name)
            else:
                used.setdefault(name)
        before = text.upper() if kind == "word" else ""
    return [name for name in used if name not in declared]


def _of(sparql: str, at: int) -> _Place:
    """Line and column of a place in a text."""
    return sparql.count("\n", 0, at) + 1, at - sparql.rfind("\n", 0, at)


def _at(sparql: str, text: str) -> _Place:
    at = 0
    for kind, token in tokens(sparql):
        if kind == "name" and token.startswith(text):
            return _of(sparql, at)
        at += len(token)
    return 1, 1


def _rest(sparql: str, place: _Place) -> str:
    """The words around a place, for a person to find it."""
    lines = sparql.split("\n")
    line = lines[place[0] - 1] if 0 < place[0] <= len(lines) else ""
    start = max(0, place[1] - 1 - 20)
    return " ".join(line[start : place[1] + 10].split()) or "the end"


def _fault(place: _Place, reason: str, remedy: str = "") -> QueryError:
    said = f"line {place[0]}, column {place[1]}: {reason}"
    return QueryError("", said, remedy)
