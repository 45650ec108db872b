"""The words of a document's tasks: all of its texts at once, and what of which task each text is."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.clauses import SHORTEST, parts
from guitu.graph.align.sparse import distinct
from guitu.graph.align.subjects import subjects
from guitu.graph.align.units import Unit
from guitu.graph.align.words import known, numbers
from guitu.ontology.word_meanings import numbered

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Cells = NDArray[np.bool_]

KINDS = TITLE, HEAD, PART, ABOUT = range(4)
"""Of texts: titles, opening sentences, what stands between the signs of bodies, and what tasks are about."""

_KNOWN: Any = (np.int64, np.float64, np.int64, np.bool_)  # the kinds of what `words.Word` tells


class Lexicon(NamedTuple):
    """The words of one document by ascending column: how rare each is, what it means, whether it is a topic."""

    columns: Places
    rarity: Floats
    meant: Places
    topical: Cells

    def __len__(self) -> int:
        return len(self.columns)


class Found(NamedTuple):
    """The words of the texts of a document.

    kind, task  (texts,) what each text is of its task, one of `KINDS`, and of which
    clause      (texts,) whether it is a clause
    text, word  (words,) in which text each stands, and its place in the lexicon
    """

    lexicon: Lexicon
    kind: Places
    task: Places
    clause: Cells
    text: Places
    word: Places

    def cells(self, row: Places) -> Places:
        """The cells of words in a table of rows and words. `row`: (texts,) that of each text, -1 for none."""
        at = row[self.text]
        return at[at >= 0] * len(self.lexicon) + self.word[at >= 0]

    def tasks(self, kind: int) -> Places:
        """(texts,) the task of each text of a kind, -1 for the others."""
        return np.where(self.kind == kind, self.task, -1)

    def clauses(self, tasks: int) -> tuple[Places, Places]:
        """How many clauses each task has; and of each text the place among all of them, task by task, -1 for none."""
        which = np.flatnonzero(self.clause)
        place = np.full(len(self.task), -1, dtype=np.int64)
        place[which[np.argsort(self.task[which], kind="stable")]] = np.arange(len(which))
        return np.bincount(self.task[which], minlength=tasks), place


def found_in(units: Sequence[Unit]) -> Found:
    """The words of titles, of opening sentences, of the parts of bodies, and of what tasks are about."""
    kinds: list[list[Sequence[str]]] = [[], [], [], []]
    for unit in units:
        for kind, texts in zip(kinds, ((unit.title,), (unit.head,), parts(unit.body), _own(unit)), strict=True):
            kind.append(texts)
    texts = [text for kind in kinds for some in kind for text in some]
    number, text, others = numbers(texts)
    every, word = distinct(number)
    told = known(every, others)
    column, rare, meaning, topical = (
        np.fromiter(map(itemgetter(i), told), kind, len(told)) for i, kind in enumerate(_KNOWN)
    )
    order = np.argsort(column, kind="stable")
    lexicon = Lexicon(column[order], rare[order], numbered()[1][meaning[order]], topical[order])
    task = np.array([i for kind in kinds for i, some in enumerate(kind) for _ in some], dtype=np.int64)
    of_kind = np.repeat(KINDS, [sum(map(len, kind)) for kind in kinds])
    long = np.array([len(text) >= SHORTEST for text in texts], dtype=bool)
    clause = (of_kind == TITLE) | (of_kind == PART) & long
    return Found(lexicon, of_kind, task, clause, text, np.argsort(order)[word])


def _own(unit: Unit) -> Sequence[str]:
    """What a task is about; where its title tells nothing, what the task or section around it is."""
    return subjects(unit.title) or subjects(unit.context.split("。")[0])
