"""What changed from one document to another: tasks in the order of the later one, what was dropped, then the targets.

How tasks are brought together, `pairing` says; what makes them stronger or weaker, `changes`. Targets are compared by
their indicator over the whole of both documents, as they often move between the goals and a task. What is left out is
dropped only where a later plan takes the place of the first; one of a level below did not take it up, any other does
not name it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from guitu.graph.ask.analyses.changes import Change, by_indicator, of_targets, of_tasks, quoted, told
from guitu.graph.ask.analyses.compared import Columns, Side, in_one_field, on_one_line, relation, sides
from guitu.graph.ask.analyses.diff_words import STATES, WORDS
from guitu.graph.ask.analyses.pairing import Pair, paired
from guitu.graph.keep.store import Row


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per change, or per pair without one. QueryError where an argument does not mean one document."""
    before, after = sides(rows, args)
    words = WORDS[lang] | STATES[lang][relation(before, after)]
    return (*_tasks(before, after, words), *_targets(before, after, words))


def _tasks(before: Side, after: Side, words: Mapping[str, str]) -> Iterator[Row]:
    found = paired(before, after)
    one_line, periods = on_one_line(before, after), (before.document.period, after.document.period)
    owned = any(task.duties for task in after.tasks)
    for pair in found.pairs:
        changes = tuple(of_tasks(pair.before, pair.after, one_line=one_line, periods=periods, words=words, owned=owned))
        yield from _changed(pair.before.title, pair.after.title, changes, _basis(pair, words), _own(pair), words)
    for state, pairs in (("divided", found.divided), ("merged", found.merged)):
        for pair in pairs:
            names = (pair.before.title, pair.after.title)
            yield words[state], *names, None, None, None, _basis(pair, words), *_own(pair)
    for task in found.new:
        yield words["new"], None, task.title, None, None, None, None, None, task.said.quote
    for task in found.dropped:
        yield words["dropped"], task.title, None, None, None, None, None, task.said.quote, None


def _targets(before: Side, after: Side, words: Mapping[str, str]) -> Iterator[Row]:
    old, new = (
        by_indicator([*side.targets, *(row for task in side.tasks for row in task.targets)]) for side in (before, after)
    )
    one_line, one_field = on_one_line(before, after), in_one_field(before, after)
    for key, rows in new.items():
        if key in old:
            changes = tuple(of_targets(old[key], rows, one_line=one_line, one_field=one_field))
            quotes = quoted(old[key]), quoted(rows)
            yield from _changed(_name(old[key]), _name(rows), changes, words["indicator"], quotes, words)
        else:
            yield words["new target"], None, _name(rows), None, None, told(rows), None, None, quoted(rows)
    for key, rows in old.items():
        if key not in new:
            yield words["dropped target"], _name(rows), None, None, told(rows), None, None, quoted(rows), None


def _changed(  # noqa: PLR0913, PLR0917 - the columns of a row
    was: str,
    now: str,
    changes: Sequence[Change],
    basis: str,
    quotes: tuple[str | None, str | None],
    words: Mapping[str, str],
) -> Iterator[Row]:
    state = words[_state(changes)]
    for change in changes:
        shown = (words[change.name], change.was or None, change.now or None)
        proof = tuple(quote or other for quote, other in zip(change.quotes, quotes, strict=True))
        yield (state, was, now, *shown, basis, *proof)
    if not changes:
        yield state, was, now, None, None, None, basis, *quotes


def _state(changes: Sequence[Change]) -> str:
    stronger, weaker = (any(change.direction == sign for change in changes) for sign in (1, -1))
    return "mixed" if stronger and weaker else "stronger" if stronger else "weaker" if weaker else "kept"


def _basis(pair: Pair, words: Mapping[str, str]) -> str:
    return words[pair.by].format(score=f"{pair.score:g}")


def _own(pair: Pair) -> tuple[str | None, str | None]:
    return pair.before.said.quote, pair.after.said.quote


def _name(rows: Sequence[Columns]) -> str:
    return rows[0].name or ""
