"""What speaks for two tasks having one subject: a row of numbers for each pair of tasks of two documents.

Every number is a function of the two documents that the pair stands in: of all words, of the places of both tasks in
their structures, and of how the pair does beside the other pairs of the same two documents.

The columns, most from 0 to 1:
full, head, about: cosine of all words, of titles with the sentence that opens the body, of what titles are about;
named, names: the share of what the object (the subject) is about that the subject (the object) names, by where it does;
topic: cosine of the topics alone, without instruments: 加强组织领导 of one trade is no task of another;
meaning, title: cosine of what all words, and those of titles mean (`registry/word-meanings.ttl`); `…_beside`: twice it
(of `full` and `topic`, too) less the mean of the five best that either task has in the other's document;
parents, cousins: what speaks for the tasks that these two elaborate, either with the other task, or with each other;
wholes, kin: what speaks for the tasks that elaborate the object, with the subject, or with those that elaborate it;
under, under_object, over, over_object: how much better than the pair itself do the best of the tasks that elaborate the
subject (the object), and the task that it (the object) elaborates, with the other task: the most specific level counts;
row: beside the best that the subject has in the object's document;
said, said_object: of what the clauses of the subject (the object) say the share that the other says best of all in its
document (`clauses.py`), as logarithm: from .05 to .1 is as far as from .4 to .8;
rank: one over the product of its two places; `heading`: whether one of the two is a heading and the other is not;
near: how near the subject's document comes to the other on the whole;
fit, fit_object: how well the subject fits the object's document as a whole, and the object the subject's (`whole.py`);
meant, meant_object: the same by what words mean; first, first_object: how well the best of its document does;
outdone, outdone_object: the product of both: a little counts where nothing fits, none where one task does;
heads, heads_object: whether it is a heading; says, says_object: how many clauses it has, as logarithm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from guitu.graph.align.clauses import said
from guitu.graph.align.sparse import Rows, in_order
from guitu.graph.align.vectors import IN_TITLE, ONE, Cells, Floats, Places, Vectors
from guitu.graph.align.whole import fits

DIRECT = ("full", "head", "about", "named", "names")
TOPICS = ("topic", "topic_beside")
MEANT = ("meaning", "meaning_beside", "title", "title_beside")
AROUND = ("parents", "cousins", "wholes", "kin")
LEVELS = ("under", "under_object", "over", "over_object")
BESIDE = ("row", "rank", "heading", "near")
WHOLE = ("fit_object", "first_object", "outdone_object", "meant_object", "fit", "first", "outdone", "meant")
FORM = ("heads", "heads_object", "says", "says_object")
SAID = ("said", "said_object")
COLUMNS = (*DIRECT, "full_beside", *TOPICS, *MEANT, *AROUND, *LEVELS, *SAID, *BESIDE, *WHOLE, *FORM)
BASE = {"full": 1.0, "head": 0.7, "about": 0.3, "named": 0.3, "names": 0.3}  # for comparing pairs with each other
LEAST = 0.02  # of `full`: what shares less is no pair
FEW = 5  # tasks of a document that a pair is compared with, the best
_FLOOR = 0.5  # a best that is weaker than this does not make the others strong
_UNSAID = 0.05  # a share as small as this is as good as none
_FINE = 1_000_000  # sums are of whole numbers, so that they are exact


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of a row of one stack with a row of another, by row of the first and then of the second.

    subjects, objects  (pairs,) the two rows
    evidence           (pairs, columns) what speaks for each
    """

    subjects: Places
    objects: Places
    evidence: Floats

    def __len__(self) -> int:
        return len(self.subjects)


def evidence(left: Vectors, right: Vectors, allowed: Cells) -> Pairs:
    """All pairs that share enough. `allowed`: (documents of left, documents of right) which are compared at all."""
    exact = _product(left.full, right.full, 1.0)
    full = exact / (ONE * ONE)
    subjects, objects = np.nonzero((full >= LEAST) & allowed[left.document][:, right.document])
    direct = {
        "full": full,
        "head": _product(left.head, right.head, ONE * ONE),
        "about": _cosine(left.subject, right.subject),
        "named": _product(left.named, right.subject, IN_TITLE * ONE),
        "names": _product(left.subject, right.named, IN_TITLE * ONE),
    }
    base = np.asarray(sum(weight * direct[name] for name, weight in BASE.items()))
    topics = _product(left.topic, right.topic, 1.0)
    of_pair = subjects * len(right) + objects

    def taken(table: Floats) -> Floats:
        return np.asarray(np.take(table, of_pair))

    def less_best(table: Floats, own: Floats) -> Floats:
        best, best_here = _best_of_row(table, right), _best_of_row(table.T, left)
        found = 2 * own - best[right.document[objects], subjects] - best_here[left.document[subjects], objects]
        return found / (ONE * ONE)

    columns = [np.sqrt(taken(table)) for table in direct.values()]  # texts about one thing share few of their words
    columns += [less_best(exact, taken(exact)), np.sqrt(taken(topics)) / ONE, less_best(topics, taken(topics))]
    means = {name: _meant(left, right, name) for name in ("meaning", "title_meaning")}
    for meant in means.values():
        columns += [taken(meant) / (ONE * ONE), less_best(meant, taken(meant))]
    columns += [taken(table) for table in _around(left, right, base)]
    columns += [logarithm(taken(table)) for table in _said(left, right)]
    columns += _beside(left, right, subjects, objects, taken(base))
    whole = exact, means["meaning"]
    columns += _whole(left, right, whole, left.document[subjects], objects)
    columns += _whole(right, left, [table.T for table in whole], right.document[objects], subjects)
    columns += [_heads(left)[subjects], _heads(right)[objects], _says(left)[subjects], _says(right)[objects]]
    return Pairs(subjects, objects, np.stack(columns).T)  # looked at column by column


def _product(one: Rows, other: Rows, unit: float) -> Floats:
    return np.asarray(one.product(other).astype(np.float64) / unit)


def _cosine(one: Rows, other: Rows) -> Floats:
    lengths = [np.sqrt(rows.squares()).clip(min=1) for rows in (one, other)]
    return np.asarray(_product(one, other, 1.0) / lengths[0][:, None] / lengths[1])


# ---- what words mean ----


def _meant(left: Vectors, right: Vectors, name: str) -> Floats:
    """The product of what two tasks mean: of whole numbers, so that sums are exact."""
    return np.asarray(getattr(left, name) @ getattr(right, name).T)


def _best_of_row(table: Floats, of: Vectors) -> Floats:
    """(documents, rows): of each row of a table the mean of the best `FEW` in each document of its columns."""
    found = np.zeros((len(of.keys), len(table)))
    for i, (start, end) in enumerate(pairwise(of.starts)):
        if few := min(FEW, int(end - start)):
            found[i] = np.partition(table[:, start:end], -few, axis=1)[:, -few:].sum(axis=1) / few
    return found


def _said(left: Vectors, right: Vectors) -> tuple[Floats, Floats]:
    """How much of what either task says the other says best."""
    return (
        said(left.clause, left.clauses, right.named, right.starts),
        said(right.clause, right.clauses, left.named, left.starts).T,
    )


def logarithm(share: Floats) -> Floats:
    """Of shares from 0 to 1, as the columns have it."""
    return np.asarray(np.log(share + _UNSAID))


# ---- the structures of both documents ----


def _around(left: Vectors, right: Vectors, base: Floats) -> tuple[Floats, ...]:
    over, under = left.group, right.group
    from_above, to_above = _picked(base, over), _picked(base.T, under).T
    of_parts = _means(right, base.T).T
    return (
        np.maximum(from_above, to_above),
        _picked(to_above, over),
        of_parts,
        _means(left, of_parts),
        _greatest(base, over) - base,
        _greatest(base.T, under).T - base,
        from_above - base,
        to_above - base,
    )


def _greatest(table: Floats, group: Places) -> Floats:
    """Of each row the greatest of the rows that elaborate it, by column; none where nothing does."""
    found = np.zeros_like(table)
    parts = np.flatnonzero(group >= 0)
    if len(parts):
        parts = parts[np.argsort(group[parts], kind="stable")]
        starts = np.flatnonzero(np.diff(group[parts], prepend=-1))
        found[group[parts][starts]] = np.maximum.reduceat(table[parts], starts, axis=0)
    return found


def _picked(table: Floats, rows: Places) -> Floats:
    """Of each row another; none where that is -1."""
    return np.where((rows >= 0)[:, None], table[rows], 0.0)


def _means(of: Vectors, table: Floats) -> Floats:
    """Of each task the mean of what stands in the table for the tasks that elaborate it; 0 where none does."""
    parts = np.flatnonzero(of.group >= 0)
    count = np.bincount(of.group[parts], minlength=len(of))
    found = np.zeros((len(of), table.shape[1]))
    np.add.at(found, of.group[parts], table[parts] / count[of.group[parts]][:, None])
    return found


def _heads(of: Vectors) -> Floats:
    """Of each task whether others elaborate it."""
    return np.isin(np.arange(len(of)), of.group).astype(np.float64)


def _says(of: Vectors) -> Floats:
    return np.log1p(of.clauses.astype(np.float64))


# ---- the other document as a whole ----


def _whole(
    of: Vectors, others: Vectors, alike: Sequence[Floats], documents: Places, tasks: Places
) -> tuple[Floats, ...]:
    """How well the other tasks of pairs fit documents as a whole. `alike`: all tasks, by words and by meaning."""
    by_words, by_meaning = (fits(table, of.starts, others.starts) for table in alike)
    own, first = (table[documents, tasks] for table in by_words)
    return own, first, own * first, by_meaning.own[documents, tasks]


# ---- beside the other pairs of the same two documents ----


def _beside(left: Vectors, right: Vectors, subjects: Places, objects: Places, base: Floats) -> tuple[Floats, ...]:
    theirs, mine = right.document[objects], left.document[subjects]
    order = np.argsort(-base, kind="stable")
    best, place = _places(subjects * len(right.keys) + theirs, base, order)
    _, place_here = _places(objects * len(left.keys) + mine, base, order)
    near = _near(left, mine * len(right.keys) + theirs, mine, base, best)
    return (
        base / best.clip(min=_FLOOR),
        1 / (place * place_here),
        np.abs(_heads(left)[subjects] - _heads(right)[objects]),
        near,
    )


def _places(group: Places, base: Floats, order: Places) -> tuple[Floats, Floats]:
    """Of each pair the best of its group, and its own place there, from 1.

    `order`: of all pairs, the best first.
    """
    if not len(group):
        return base, base
    order = order[in_order(group[order])]
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    which = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(order)))
    told = np.empty((2, len(order)))
    told[:, order] = base[order][starts][which], np.arange(len(order)) - starts[which] + 1
    return told[0], told[1]


def _near(left: Vectors, group: Places, mine: Places, base: Floats, best: Floats) -> Floats:
    """Of each pair what the tasks of its subject's document have as their best in the other document, in the mean."""
    if not len(group):
        return base
    _, which = np.unique(group, return_inverse=True)
    sums = np.zeros(which.max() + 1)
    np.add.at(sums, which, np.where(base >= best, np.rint(base * _FINE), 0.0))
    return np.asarray(sums[which] / _FINE / np.diff(left.starts)[mine])
