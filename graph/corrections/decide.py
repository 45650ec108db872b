"""From a file of a person to decisions: read whole or refused, settled on facts, compared with the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from guitu.extract.errors import SourceError
from guitu.graph.copies.works import letters
from guitu.graph.corrections import edited
from guitu.graph.corrections.decision import Decision, Words, added
from guitu.graph.corrections.grids import Grid, grids
from guitu.graph.corrections.match import Found, find, pinned
from guitu.graph.corrections.stated import Document, documents, links
from guitu.graph.corrections.wishes import FORMS, Reader, Signature, Wish, fields, reader_of
from guitu.graph.links.by_hand import Ruling
from guitu.graph.quads.names import Names


@dataclass(frozen=True, slots=True)
class Decided:
    """`new`: the decisions of a file that the log has not, `known`: how many it has already."""

    new: tuple[Decision, ...]
    known: int


def decide(path: Path, graph: Iterable[str], names: Names, log: Sequence[Decision], signature: Signature) -> Decided:
    """The decisions of a file over a graph of N-Quads lines, the layer of decisions among them.

    SourceError, with file and line, for a file that is no table of decisions or says two things of one; then nothing
    of it is taken. What means nothing in the graph is a decision all the same, as it was written.
    """
    lines = list(graph)
    held, judged = documents(lines, names), links(lines)
    settled: dict[Words, tuple[str, Decision]] = {}
    for wish in _wishes(path, list(held.values()), signature):
        if wish.known and judged.get(pair(wish.decision)) == wish.decision.verdict:
            continue
        one = settle(wish.decision, list(held.values()))
        where, before = settled.setdefault(one.thing, (wish.where, one))
        if before.says != one.says:
            raise SourceError(wish.where, f"decided otherwise than at {where}", "leave one of them")
    every = [one for _, one in settled.values()]
    new = added((settle(one, list(held.values())) for one in log), every)
    return Decided(new, len(every) - len(new))


def _wishes(path: Path, held: Sequence[Document], signature: Signature) -> Iterator[Wish]:
    """The rows of all tables of a file."""
    found = grids(path)
    read = 0
    for grid in found:
        if not grid.rows:
            continue
        if reader := reader_of(fields(grid.rows[0])):
            read += 1
            yield from reader(grid, signature)
        elif judged := _judged_inside(grid):
            read += 1
            yield from judged[0](judged[1], signature)
        elif table := edited.table(grid):
            read += 1
            yield from edited.wishes(table, held, signature)
    if not read:
        first = next((grid.rows[0].where for grid in found if grid.rows), str(path))
        raise SourceError(first, "no table of decisions", f"its columns are {FORMS}")


def _judged_inside(grid: Grid) -> tuple[Reader, Grid] | None:
    """A table below lines of its own, as the sheet of suggestions is."""
    for number in range(1, min(6, len(grid.rows))):
        if reader := reader_of(fields(grid.rows[number])):
            return reader, replace(grid, rows=grid.rows[number:])
    return None


def settle(decision: Decision, held: Sequence[Document]) -> Decision:
    """The decision on the very fact that it means; as it was written where the graph has none, or several."""
    if decision.matter == "names":
        return decision
    found = find(decision, held)
    if not isinstance(found, Found) and decision.matter == "fact":
        for matter in ("deadline", "title"):
            other = replace(decision, matter=matter)
            if isinstance(of_task := find(other, held), Found):
                return pinned(other, of_task)
    return pinned(decision, found) if isinstance(found, Found) else decision


def pair(decision: Decision) -> frozenset[str]:
    """The two names of a decision, as `links` has them."""
    return frozenset(map(letters, decision.stated[1:]))


def rulings(log: Iterable[Decision]) -> dict[Ruling, Decision]:
    """What `links` asks of decisions on names, and the decision that each comes from."""
    found = {}
    for one in log:
        if one.matter == "names":
            kind, *both = one.stated
            told = "，".join(part for part in (one.why, one.by, one.on.isoformat() if one.by else "") if part)
            found[Ruling(kind, both[0], both[1], one.verdict, told)] = one  # type: ignore[arg-type]
    return found
