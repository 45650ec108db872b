"""A query taken apart, for answers in pieces: its cores, what is joined to each, and what its rows are sorted by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

SELECT = re.compile(r"^SELECT (DISTINCT )?(.*) WHERE \{$", re.MULTILINE)
ORDER = re.compile(r"^\}(.*) ORDER BY (.*)$", re.MULTILINE)
_KEY = re.compile(r"(DESC)?\(?\?(\w+)\)?")
VARIABLE = re.compile(r"\?(\w+)")
_OPEN, _CLOSE = "{ # in pieces", "} # so far"


@dataclass(frozen=True, slots=True)
class Branch:
    """A core, and what is joined to it alone."""

    core: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A query taken apart."""

    prefixes: str
    columns: tuple[str, ...]
    distinct: bool
    branches: tuple[Branch, ...]
    steps: tuple[str, ...]
    keys: tuple[tuple[str, bool], ...]


def is_divided(sparql: str) -> bool:
    """Whether a query has a core that can be asked of some things only."""
    return _OPEN in sparql


@cache
def plan_of(sparql: str) -> Plan:
    """The parts of a query."""
    select, order = SELECT.search(sparql), ORDER.search(sparql)
    if not select or not order:
        raise ValueError("a question selects variables in one line and is sorted in its last")
    prefixes = "".join(f"{line}\n" for line in sparql[: select.start()].split("\n") if line.startswith("PREFIX"))
    branches, steps = _parts(sparql[select.end() : order.start()].strip("\n").split("\n"))
    keys = tuple((name, bool(descends)) for descends, name in _KEY.findall(order[2]))
    return Plan(prefixes, tuple(VARIABLE.findall(select[2])), bool(select[1]), branches, steps, keys)


def _parts(lines: Sequence[str]) -> tuple[tuple[Branch, ...], tuple[str, ...]]:
    """The branches of a group, and the elements after them; what is not an OPTIONAL is one element with its next."""
    branches: list[Branch] = []
    steps: list[str] = []
    waiting = iter(lines)
    for line in waiting:
        bare = line.strip()
        if bare == _OPEN:
            inside = takewhile(lambda one: one.strip() != _CLOSE, waiting)
            branches.append(Branch("".join(f"{one}\n" for one in inside), ()))
        elif bare == "{":
            more = True
            while more:
                inner, more = _block(waiting)
                parts, of = _parts(inner)
                branches += [Branch(part.core, part.steps + of) for part in parts]
        elif bare != "UNION":
            text = bare
            if bare.count("{") > bare.count("}"):
                text = "\n".join([bare, *_block(waiting)[0], "}"])
            if steps and not text.startswith("OPTIONAL") and not steps[-1].startswith("OPTIONAL"):
                steps[-1] += f"\n{text}"
            else:
                steps.append(text)
    return tuple(branches), tuple(steps)


def _block(lines: Iterator[str]) -> tuple[list[str], bool]:
    """The lines up to the brace that closes what was opened before them, and whether another block follows by UNION."""
    found: list[str] = []
    depth = 1
    for line in lines:
        if depth == 1 and line.strip() == "} UNION {":
            return found, True
        depth += line.count("{") - line.count("}")
        if depth == 0:
            break
        found.append(line)
    return found, False


_BRACE = re.compile(r"\bOPTIONAL \{|[{}]")


@cache
def elements(group: str) -> tuple[str, ...]:
    """What stands in a group before its first OPTIONAL, then each OPTIONAL, and what stands between them.

    >>> elements("?a :p ?b OPTIONAL { ?b :q ?c } BIND(?c AS ?d) OPTIONAL { ?d :r ?e }")
    ('?a :p ?b', 'OPTIONAL { ?b :q ?c }', 'BIND(?c AS ?d)', 'OPTIONAL { ?d :r ?e }')
    """
    found: list[str] = []
    start = depth = 0
    for brace in _BRACE.finditer(group):
        if brace[0] == "}":
            depth -= 1
            if depth == 0 and group.startswith("OPTIONAL", start):
                found.append(group[start : brace.end()])
                start = brace.end()
        else:
            if depth == 0 and brace[0] != "{":
                found.append(group[start : brace.start()].strip())
                start = brace.start()
            depth += 1
    found.append(group[start:].strip())
    return (found[0], *(one for one in found[1:] if one))
