"""Which task of one document is which of another: by the alignments of the graph, else by equal or nearly equal titles.

Pairs are one to one. Alignments of one subject come first, of these the ones with like titles, then the surer ones;
then titles that are at least `ALIKE` alike; then partial alignments of at least `PARTIAL`. A task left over that is
aligned to one that has found another partner was merged into it, or divided off from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from guitu.graph.ask.analyses.compared import Side, Task

ALIKE = 85.0  # of 100, by rapidfuzz.fuzz.ratio
PARTIAL = 0.5
_SAME, _TITLE, _PARTLY = "same", "title", "partial"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tasks that are one; `by`: same, title or partial; `score`: of the alignment, or how alike the titles are."""

    before: Task
    after: Task
    by: str
    score: float


@dataclass(slots=True)
class Pairing:
    """The pairs in the order of the later document; what is left over, with the task it is partly aligned to."""

    pairs: list[Pair]
    dropped: list[Task] = field(default_factory=list)
    new: list[Task] = field(default_factory=list)
    merged: list[Pair] = field(default_factory=list)
    divided: list[Pair] = field(default_factory=list)


def paired(before: Side, after: Side) -> Pairing:
    """The tasks of two documents brought together."""
    order = {task.iri: place for side in (before, after) for place, task in enumerate(side.tasks)}
    proposed = sorted(_proposed(before, after), key=lambda one: _rank(one, order))
    left, right = set[str](), set[str]()
    pairs = list[Pair]()
    for one in proposed:
        if one.before.iri not in left and one.after.iri not in right and (one.by != _PARTLY or one.score >= PARTIAL):
            pairs.append(one)
            left.add(one.before.iri)
            right.add(one.after.iri)
    found = Pairing(sorted(pairs, key=lambda one: order[one.after.iri]))
    _leftovers(found, proposed, [t for t in before.tasks if t.iri not in left], left=True)
    _leftovers(found, proposed, [t for t in after.tasks if t.iri not in right], left=False)
    return found


def _leftovers(found: Pairing, proposed: Sequence[Pair], tasks: Sequence[Task], *, left: bool) -> None:
    for task in tasks:
        other = next(
            (one for one in proposed if (one.before if left else one.after) is task and one.by != _TITLE), None
        )
        if other:
            (found.merged if left else found.divided).append(other)
        else:
            (found.dropped if left else found.new).append(task)


def _proposed(before: Side, after: Side) -> Iterator[Pair]:
    old, new = ({task.iri: task for task in side.tasks} for side in (before, after))
    for row in before.pairs:
        if row.task in old and row.other in new:
            yield Pair(old[row.task], new[row.other], row.relation or _PARTLY, float(row.score or 0))
    for task in before.tasks:
        for other in after.tasks:
            alike = fuzz.ratio(task.title, other.title, score_cutoff=ALIKE)
            if alike:
                yield Pair(task, other, _TITLE, round(alike / 100, 2))


def _rank(one: Pair, order: Mapping[str, int]) -> tuple[float, ...]:
    """What is sure comes first; of equals the one whose titles are more alike, then in the order of the texts."""
    kind = (_SAME, _TITLE, _PARTLY).index(one.by)
    alike = round(fuzz.ratio(one.before.title, one.after.title), 2)
    return kind, alike < ALIKE, -one.score, -alike, order[one.before.iri], order[one.after.iri]
