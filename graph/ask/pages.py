"""An answer in pieces: the query of a question, run for the first things of the answer until a page is full.

An engine that joins everything before it sorts pays for all documents where a page of them is looked at, and one that
is given many things, or many OPTIONALs, joins whole predicates. So a query begins with its core, or a union of cores,

    { # in pieces
      ...
    } # so far

which joins what a row must have. Here the core is told which documents (tasks, agencies, …) to look at, some at a time,
in the order of the answer; each OPTIONAL after it is asked for the values that its rows hold, each once, and joined
here; then the rows are sorted here, by the ORDER BY of the query. The whole file, run by any engine, gives the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from types import MappingProxyType
from typing import Any, NamedTuple

from guitu.graph.ask.kept import once
from guitu.graph.ask.parts import ORDER, SELECT, VARIABLE, Plan, elements, plan_of
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.nquads import ref
from guitu.ontology import terms
from guitu.ontology.terms import Iri

MOST = 256  # things in one piece
_SPARE = 1.2  # of the things that fill the page at the rate of the pieces before, so many are taken

_ARGUMENT = re.compile(r"^ *VALUES \?\w+ \{ \"(?:[^\"\\\n]|\\.)*\" \}\n", re.MULTILINE)
_MEANT = re.compile(r"^ *FILTER\(\?\w+ = \"\" \|\| .*\n", re.MULTILINE)
_OF_PAIRS = re.compile(r"^.* # of pairs\n", re.MULTILINE)
_OVERRULED = re.compile(r"^ *FILTER NOT EXISTS \{ \?\w+ gt:overruledBy \?\w+ \}\n", re.MULTILINE)
_CORRECTED = re.compile(r"(?<=\S) OPTIONAL \{ \?\w+ gt:correctedTitle \?\w+ \}")
_NUMERIC = frozenset(
    f"^^<http://www.w3.org/2001/XMLSchema#{name}>" for name in ("integer", "decimal", "double", "gYear")
)
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SIGNS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}

Group = Sequence[str]
"""IRIs of things that are sorted alike, and so are looked at together."""
Term = str
"""As it is written in N-Triples, and so in SPARQL."""
Solution = dict[str, Term]


class Pieces(NamedTuple):
    """The things of an answer in its order, and the variable of the core that they are.

    `exact`: they are all that the arguments mean, so that the core need not look for these again. `first`: how many are
    looked at first. `branches`: in which cores they stand, by number; in all where none is told. `more`: rows that are
    wanted with every piece. `only`: of which things alone a core, by its number, tells anything. `args`: the arguments
    as they are meant.
    `other`: a second variable of the core that is among them. `partners`: of each thing those that `other` is then, for
    which all holds that the core says on lines that end with `# of pairs`. `counted`: a row of the answer is made of
    all rows of a thing, so that the rows of a core do not tell how full the page is. `also`: makes more rows of some
    things, of what is kept; `rows`: makes all, in a language (`lang`), so that the query is not asked.
    """

    name: str
    groups: Sequence[Group]
    exact: bool = True
    first: int = 16
    branches: tuple[int, ...] = ()
    more: Sequence[Row] = ()
    only: Mapping[int, frozenset[str]] = MappingProxyType({})
    args: Sequence[str] = ()
    other: str = ""
    counted: bool = False
    partners: Mapping[str, Sequence[str]] = MappingProxyType({})
    also: Callable[[Sequence[str]], Sequence[Row]] | None = None
    rows: Callable[..., Sequence[Row]] | None = None


Args = Mapping[str, str]
"""Arguments of a question by their names."""
Stages = Sequence[Pieces]
"""Pieces that are looked at one after the other."""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in order; `rows_left`: those found beyond the limit; `groups_left`: things that were not looked at."""

    rows: tuple[Row, ...]
    rows_left: int = 0
    groups_left: int = 0


Bind = Callable[[str], str]
"""Puts the arguments in their places in a part of a query."""
Make = Callable[[Sequence[Row], Sequence[str]], Iterable[Row]]
"""Makes the rows of the answer of those that were found for some things."""


def page(  # noqa: PLR0913, PLR0917 - what is asked, of what, and what is made of it
    store: Store, sparql: str, bind: Bind, stages: Sequence[Pieces], limit: int | None = None, make: Make | None = None
) -> Page:
    """The rows of a query, one stage after another; without stages its cores are small as they are."""
    asked = _Asked(store, plan_of(sparql), _undecided(store, bind))
    found: list[Row] = []
    left = 0
    if not stages:
        found += _made(make, _rows(asked, _cores(asked, None, ())), ())
    for pieces in stages:
        at, size = 0, pieces.first
        while at < len(pieces.groups) and (limit is None or len(found) < limit):
            piece = pieces.groups[at : at + size]
            things = [iri for group in piece for iri in group]
            if pieces.rows:
                found += _made(make, pieces.rows(things), things)
            else:
                cores = _cores(asked, pieces, things, pieces.branches)
                if limit is not None and not pieces.counted:
                    cores, piece = _filling(cores, pieces, piece, limit - len(found))
                    things = [iri for group in piece for iri in group]
                more = pieces.also(things) if pieces.also else ()
                found += _made(make, [*pieces.more, *_rows(asked, cores), *more], things)
            at += len(piece)
            size = _next(size, at, len(found), limit)
        left += len(pieces.groups) - at
    if limit is None or len(found) <= limit:
        return Page(tuple(found), 0, left)
    return Page(tuple(found[:limit]), len(found) - limit, left)


def at_once(store: Store, sparql: str, bind: Bind) -> tuple[Row, ...]:
    """The rows of a query that is asked as it stands, for an engine far away; sorted here, as those of `page` are."""
    plan = plan_of(sparql)
    # what rows are sorted by comes with them; where they are told apart by what they do not show, all of it comes
    wanted = " ".join(f"?{name}" for name in dict.fromkeys((*plan.columns, *(name for name, _ in plan.keys))))
    asked = SELECT.sub(f"SELECT DISTINCT {wanted if plan.distinct else '*'} WHERE {{", bind(sparql), count=1)
    names, rows = store.written(ORDER.sub(r"}\1", asked))
    found = [{name: term for name, term in zip(names, row, strict=True) if term is not None} for row in rows]
    return _told(plan, _in_order(plan, found))


def _made(make: Make | None, rows: Sequence[Row], things: Sequence[str]) -> Iterable[Row]:
    return rows if make is None else make(rows, things)


def _next(size: int, looked: int, found: int, limit: int | None) -> int:
    """How many things to take next: those that fill the page at the rate so far, and no more than twice as many."""
    if limit is None or not found:
        return min(MOST, size * 2)
    return max(1, min(MOST, size * 2, int((limit - found) * looked / found * _SPARE) + 1))


def _undecided(store: Store, bind: Bind) -> Bind:
    """The same, without asking each row for decisions of people where the graph has none."""

    def is_absent(predicate: Iri) -> bool:
        sparql = f"SELECT * {{ ?x {ref(predicate)} ?y }} LIMIT 1"
        absent: bool = once(store, f"no {predicate}", lambda: not store.query(sparql).rows)
        return absent

    absent = [
        pattern
        for pattern, predicate in ((_OVERRULED, terms.overruledBy), (_CORRECTED, terms.correctedTitle))
        if is_absent(predicate)
    ]

    def bound(sparql: str) -> str:
        for pattern in absent:
            sparql = pattern.sub("", sparql)
        return bind(sparql)

    return bound


@dataclass(frozen=True, slots=True)
class _Asked:
    """A store that is asked by a plan with these arguments."""

    store: Store
    plan: Plan
    bind: Bind

    def solutions(self, pattern: str) -> list[Solution]:
        """All solutions of a pattern, each once."""
        names, rows = self.store.written(f"{self.plan.prefixes}SELECT DISTINCT * WHERE {{\n{pattern}\n}}")
        return [{name: term for name, term in zip(names, row, strict=True) if term is not None} for row in rows]


def _rows(asked: _Asked, cores: Iterable[_Solved]) -> list[Row]:
    plan = asked.plan
    found = [one for core in cores for one in _joined(asked, core.steps, core.found)]
    return list(_told(plan, _in_order(plan, _joined(asked, plan.steps, found))))


def _told(plan: Plan, found: Iterable[Solution]) -> tuple[Row, ...]:
    """What solutions show."""
    told = (tuple([None if name not in one else value(one[name]) for name in plan.columns]) for one in found)
    return tuple(dict.fromkeys(told)) if plan.distinct else tuple(told)


class _Solved(NamedTuple):
    """What a core was found to be, and what is joined to it."""

    found: list[Solution]
    steps: tuple[str, ...]


def _cores(asked: _Asked, pieces: Pieces | None, things: Sequence[str], branches: Sequence[int] = ()) -> list[_Solved]:
    found = []
    for number in branches or range(len(asked.plan.branches)):
        branch, of = asked.plan.branches[number], things
        if pieces and number in pieces.only:
            of = [one for one in things if one in pieces.only[number]]
        found.append(_Solved(_core(asked, branch.core, pieces, of), branch.steps))
    return found


def _core(asked: _Asked, core: str, pieces: Pieces | None, things: Sequence[str]) -> list[Solution]:
    if pieces is None:
        return asked.solutions(asked.bind(core))
    if not things:
        return []
    if pieces.exact:
        core = _MEANT.sub("", _ARGUMENT.sub("", core))
    if pieces.partners:
        pairs = [[ref(Iri(one)), ref(Iri(other))] for one in things for other in pieces.partners[one]]
        return asked.solutions(asked.bind(f"{_values([pieces.name, pieces.other], pairs)}\n{_OF_PAIRS.sub('', core)}"))
    among = [ref(Iri(one)) for one in things]
    found = asked.solutions(asked.bind(f"{_values([pieces.name], [[one] for one in among])}\n{core}"))
    if pieces.other:
        meant = frozenset(among)
        found = [one for one in found if one[pieces.other] in meant]
    return found


def _filling(
    cores: Sequence[_Solved], pieces: Pieces, piece: Sequence[Group], wanted: int
) -> tuple[list[_Solved], Sequence[Group]]:
    """As many groups of a piece as have the rows that are wanted, and what was found of them."""
    number = {ref(Iri(thing)): at for at, group in enumerate(piece) for thing in group}
    counts = Counter(number[one[pieces.name]] for core in cores for one in core.found)
    total = accumulate(counts[at] for at in range(len(piece)))
    enough = next((at + 1 for at, rows in enumerate(total) if rows >= wanted), len(piece))
    if enough == len(piece):
        return list(cores), piece
    kept = [core._replace(found=[one for one in core.found if number[one[pieces.name]] < enough]) for core in cores]
    return kept, piece[:enough]


def _in_order(plan: Plan, found: Iterable[Solution]) -> list[Solution]:
    """Solutions by the keys of the query, and where these are equal by what is shown."""
    known: dict[Term | None, tuple[int, Any]] = {}

    def sorted_as(term: Term | None) -> tuple[int, Any]:
        if term not in known:
            known[term] = _sorted_as(term)
        return known[term]

    ordered = sorted(found, key=lambda one: [sorted_as(one.get(name)) for name in plan.columns])
    for name, descends in reversed(plan.keys):
        ordered.sort(key=lambda one: sorted_as(one.get(name)), reverse=descends)
    return ordered


def _sorted_as(term: Term | None) -> tuple[int, Any]:
    """Nothing before IRIs before numbers before words, as SPARQL has it."""
    if term is None:
        return 0, ""
    told = value(term)
    if term[0] == "<":
        return 1, told
    return (2, Decimal(told)) if term[term.rindex('"') + 1 :] in _NUMERIC else (3, told)


def value(term: Term) -> str:
    """What a term says, without its language or type.

    >>> value('"a \\\\"b\\\\""@zh'), value("<http://x/a>")
    ('a "b"', 'http://x/a')
    """
    if term[0] != '"':
        return term[1:-1]
    told = term[1 : term.rindex('"')]
    return _ESCAPED.sub(_sign, told) if "\\" in told else told


def _sign(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _SIGNS.get(found[3], found[3])


# ---- what is joined to the core ----


def _joined(asked: _Asked, steps: Iterable[str], found: list[Solution]) -> list[Solution]:
    for step in steps:
        if not found:
            break
        found = (_optional if step.startswith("OPTIONAL") else _computed)(asked, asked.bind(step), found)
    return found


def _optional(asked: _Asked, step: str, found: list[Solution]) -> list[Solution]:
    """A left join: the pattern is asked once for each value of the variables that it shares with the rows.

    What the pattern itself leaves open is joined to its solutions in the same way: an engine would look through all
    that the graph has of it.
    """
    body, *inner = elements(step[step.index("{") + 1 : step.rindex("}")])
    shared = _shared(step, found)
    keys = [tuple([one[name] for name in shared if name in one]) for one in found]
    values = dict.fromkeys(key for key in keys if len(key) == len(shared))
    if not values:
        return found
    more: dict[tuple[str, ...], list[Solution]] = {}
    for solution in _joined(asked, inner, asked.solutions(f"{_values(shared, values)}\n{body}")):
        more.setdefault(tuple([solution[name] for name in shared]), []).append(solution)
    return [one | other for one, key in zip(found, keys, strict=True) for other in more.get(key, _NOTHING)]


_NOTHING: tuple[Solution, ...] = ({},)


def _computed(asked: _Asked, step: str, found: list[Solution]) -> list[Solution]:
    """BIND, FILTER and VALUES over the rows: the engine computes them, and joins nothing else."""
    shared = _shared(step, found)
    cells = [[f'"{at}"', *(one.get(name, "UNDEF") for name in shared)] for at, one in enumerate(found)]
    table = _values(["row", *shared], cells)
    rows = [(int(value(one.pop("row"))), one) for one in asked.solutions(f"{table}\n{step}")]
    return [found[at] | one for at, one in sorted(rows, key=lambda row: row[0])]


def _shared(step: str, found: Iterable[Solution]) -> list[str]:
    """The variables of a step that any row has."""
    bound: set[str] = set().union(*found)
    return [name for name in dict.fromkeys(VARIABLE.findall(step)) if name in bound]


def _values(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    listed = " ".join(f"({' '.join(row)})" for row in rows)
    return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ {listed} }}"
