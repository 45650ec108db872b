"""What the engine is given to run: a query in which the word SERVICE cannot be read, so that none leaves the machine.

The engine has no switch for federation, and its parser splits some texts in other places than the grammar of SPARQL
does (`trueSERVICE`, `a:x.y.SERVICE`, `service:x {…}` are a SERVICE to it). To judge by a parser of our own what
the engine will read would be a guess. So the letters themselves are kept from it: where they stand in a string, an
IRI, a name, a label or a remark, they are written in another way that means the same; where they stand anywhere else,
the query is refused. They stay in two places in which nothing but a variable or a language can begin: after $ and @.

LOAD and updates need no such care: the engine is asked with its grammar of queries alone, which has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guitu.extract.errors import QueryError

LONGEST = 1_000_000
"""Characters of a query."""
_WORD = re.compile("service", re.IGNORECASE | re.ASCII)
_ESCAPED = r"\\(?:[tbnrf\"'\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
_IN_NAME = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"  # besides letters and digits
_TOKEN = re.compile(
    rf"""
      (?P<space>[ \t\r\n]++)
    | (?P<remark>\#[^\r\n]*+)
    | (?P<string>"{{3}}(?:"{{0,2}}(?:[^"\\]|{_ESCAPED}))*+"{{3}} | '{{3}}(?:'{{0,2}}(?:[^'\\]|{_ESCAPED}))*+'{{3}}
        | "(?:[^"\\\r\n]|{_ESCAPED})*+" | '(?:[^'\\\r\n]|{_ESCAPED})*+')
    | (?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*+>)
    | (?P<variable>[?$]\w++)
    | (?P<language>@[A-Za-z]++(?:-[A-Za-z0-9]++)*+)
    | (?P<label>_:\w[\w.-]*+)
    | (?P<name>(?:[^\W\d_][\w.-]*+)?:(?:(?:[\w:]|{_IN_NAME})(?:[\w:-]|{_IN_NAME}|\.++(?=[\w:%\\-]))*+)?)
    | (?P<word>[^\W\d_][\w.-]*+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# where the letters may stay: no rule of the grammar but that of a variable takes $ and what follows it, and @ alike
_HARMLESS = re.compile(r"(?<!\\)(?:\$\w++|@[A-Za-z]++(?:-[A-Za-z0-9]++)*+)")
_CHANGES = frozenset(("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "ADD", "MOVE", "COPY", "WITH"))
_PROLOGUE = frozenset(("BASE", "PREFIX"))


def harmless(sparql: str) -> str:
    """The query as the engine may have it; QueryError where it asks another machine, or is too long.

    >>> harmless("SELECT ?service { ?service ?p 'service' }")
    "SELECT $service { $service ?p '\\\\u0073ervice' }"
    """
    if len(sparql) > LONGEST:
        raise QueryError("", f"the query is longer than {LONGEST} characters")
    if not _WORD.search(sparql):
        return sparql
    found = list(tokens(sparql))
    written = "".join(_without(found, sparql))
    if _WORD.search(_HARMLESS.sub(" ", written)):
        raise QueryError("", "SERVICE is refused: a query asks this store and nothing else")
    return written


def changes(sparql: str) -> bool:
    """Whether a text that is no query is an update."""
    words = (text.upper() for kind, text in tokens(sparql) if kind == "word")
    return next((word for word in words if word not in _PROLOGUE), "") in _CHANGES


def names_graphs(sparql: str) -> bool:
    """Whether a query says by FROM which graphs it reads."""
    return "FROM" in sparql.upper() and any(kind == "word" and text.upper() == "FROM" for kind, text in tokens(sparql))


_Token = tuple[str, str]  # its kind and its text


def tokens(sparql: str) -> Iterator[_Token]:
    """The text of a query in pieces, each with its kind (space, remark, string, iri, variable, name, word, …)."""
    return ((found.lastgroup or "", found[0]) for found in _TOKEN.finditer(sparql))


def _without(tokens: list[_Token], sparql: str) -> Iterator[str]:
    """The texts of the tokens, with the letters written in another way where that is possible."""
    prefixes, declared = _prefixes(tokens)
    for place, (kind, text) in enumerate(tokens):
        if place in declared or not _WORD.search(text):
            yield "" if place in declared else text
        elif kind == "remark":
            yield "#"
        elif kind in ("string", "iri"):
            yield _escaped(text)
        elif kind == "variable":
            yield "$" + text[1:]
        elif kind == "label":
            yield _WORD.sub(_unused(sparql), text)
        elif kind == "name":
            yield _whole(text, prefixes)
        else:
            yield text


def _prefixes(tokens: list[_Token]) -> tuple[dict[str, str], set[int]]:
    """What each prefix stands for, and the places of those declarations that have to go."""
    prefixes: dict[str, str] = {}
    gone: set[int] = set()
    solid = [place for place, (kind, _) in enumerate(tokens) if kind not in ("space", "remark")]
    for one, two, three in zip(solid, solid[1:], solid[2:], strict=False):
        kinds = [tokens[place][0] for place in (one, two, three)]
        if tokens[one][1].upper() == "PREFIX" and kinds[1:] == ["name", "iri"] and tokens[two][1].endswith(":"):
            prefixes[tokens[two][1][:-1]] = tokens[three][1][1:-1]
            if _WORD.search(tokens[two][1]):
                gone.update((one, two, three))
    return prefixes, gone


def _whole(name: str, prefixes: dict[str, str]) -> str:
    """A name with a prefix as an IRI."""
    prefix, _, local = name.partition(":")
    if prefix not in prefixes:
        raise QueryError("", f"the prefix {prefix}: is not declared")
    return _escaped("<" + prefixes[prefix] + re.sub(r"\\(.)", r"\1", local) + ">")


def _escaped(text: str) -> str:
    return _WORD.sub(lambda found: f"\\u{ord(found[0][0]):04x}{found[0][1:]}", text)


def _unused(sparql: str) -> str:
    """Letters that stand nowhere in the query."""
    return next(word for number in range(len(sparql) + 1) if (word := f"s{number}") not in sparql)
