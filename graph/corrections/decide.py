"""From a file of a person to decisions: read whole or refused, settled on facts, compared with the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from guitu.extract.errors import SourceError
from guitu.graph.copies.works import letters
from guitu.graph.corrections import edited
from guitu.graph.corrections.decision import Decision, Matter, Words, added
from guitu.graph.corrections.grids import Grid, grids
from guitu.graph.corrections.held import Held
from guitu.graph.corrections.match import Found, find, pinned
from guitu.graph.corrections.stated import Document
from guitu.graph.corrections.wishes import FORMS, Reader, Signature, Wish, fields, reader_of
from guitu.graph.links.by_hand import Ruling


@dataclass(frozen=True, slots=True)
class Decided:
    """`new`: the decisions of a file that the log has not, `known`: how many it has already."""

    new: tuple[Decision, ...]
    known: int


def decide(path: Path, held: Held, log: Sequence[Decision], signature: Signature) -> Decided:
    """The decisions of a file over the documents of a store, as decisions have them now.

    SourceError, with file and line, for a file that is no table of decisions or says two things of one; then nothing
    of it is taken. What means nothing in the graph is a decision all the same, as it was written.
    """
    settled: dict[Words, tuple[str, Decision]] = {}
    for wish in _wishes(path, held, signature):
        if wish.known and held.judged.get(_pair(wish.decision)) == wish.decision.verdict:
            continue
        one = settle(wish.decision, held.called(wish.decision.document))
        where, before = settled.setdefault(one.thing, (wish.where, one))
        if before.says != one.says:
            raise SourceError(wish.where, f"decided otherwise than at {where}", "leave one of them")
    every = [one for _, one in settled.values()]
    new = added((settle(one, held.read(one.document)) for one in log), every)
    return Decided(new, len(every) - len(new))


def _wishes(path: Path, held: Held, signature: Signature) -> Iterator[Wish]:
    """The rows of all tables of a file."""
    found = grids(path)
    read = 0
    for grid in found:
        if table := edited.table(grid):
            read += 1
            yield from edited.wishes(table, held, signature)
        elif written := _written(grid):
            read += 1
            yield from written[0](written[1], signature)
    if not read:
        first = next((grid.rows[0].where for grid in found if grid.rows), str(path))
        raise SourceError(first, "no table of decisions", f"its columns are {FORMS}")


def _written(grid: Grid) -> tuple[Reader, Grid] | None:
    """What reads a table written by hand, and its rows below what stands above its header."""
    for number in range(min(6, len(grid.rows))):
        if reader := reader_of(fields(grid.rows[number])):
            return reader, replace(grid, rows=grid.rows[number:])
    return None


def settle(decision: Decision, document: Document | None) -> Decision:
    """The decision on the very fact that it means; as it was written where the graph has none, or several."""
    if decision.matter == "names" or document is None:
        return decision
    found = find(decision, [document])
    if not isinstance(found, Found) and decision.matter == "fact":
        for matter in _OF_TASK:
            other = replace(decision, matter=matter)
            if isinstance(of_task := find(other, [document]), Found):
                return pinned(other, of_task)
    return pinned(decision, found) if isinstance(found, Found) else decision


_OF_TASK: tuple[Matter, ...] = ("deadline", "title")


def _pair(decision: Decision) -> frozenset[str]:
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
