"""Alignments: pairs of tasks of two documents that have one subject, with score, relation and reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from guitu.graph.align.candidates import candidates, partitions
from guitu.graph.align.evidence import COLUMNS, Pairs, evidence
from guitu.graph.align.matrices import Floats, Matrices, matrices, words
from guitu.graph.align.model import LEAST, is_same, scores
from guitu.graph.align.scope import standings
from guitu.graph.align.subjects import concepts, subjects
from guitu.graph.align.units import Unit, units
from guitu.graph.copies.works import Work
from guitu.graph.quads.names import Names

MOST, OF_DOCUMENT = 24, 12  # alignments of one task, and of one task with tasks of one document
_PLACED = 0.25  # from here on the neighbours speak for a pair
_SHOWN = 4  # shared terms that a reason names


@dataclass(frozen=True, slots=True)
class Alignment:
    """`subject` and `other`: the two tasks; `score`: the share of such pairs that readers call right, in hundredths."""

    subject: Unit
    other: Unit
    score: float
    same: bool
    reason: str


def align(works: Sequence[Work], carried_out: Mapping[str, Sequence[str]], names: Names) -> Iterator[Alignment]:
    """The alignments of all documents, by subject and object. `carried_out`: as in `scope.standings`."""
    found = units(works, names)
    if not any(words(f"{unit.title}{unit.body}") for unit in found):
        return
    of = matrices(found)
    standing = standings(works, carried_out, names)
    by_place = partitions(found, standing, of.full)
    for pairs in candidates(found, standing, of.full, by_place):
        yield from _aligned(pairs, of)


def _aligned(pairs: Pairs, of: Matrices) -> Iterator[Alignment]:
    rows = evidence(pairs, of)
    score, same = scores(rows), is_same(rows)
    for i in _kept(pairs, score):
        subject, other = pairs.units[pairs.subjects[i]], pairs.units[pairs.objects[i]]
        yield Alignment(subject, other, float(score[i]), bool(same[i]), _reason(subject, other, rows[i]))


def _kept(pairs: Pairs, score: Floats) -> list[int]:
    """The pairs that score enough, of each task the best, in the order of the pairs."""
    kept, of_task, of_document = list[int](), Counter[int](), Counter[tuple[int, int]]()
    enough = np.flatnonzero(score >= LEAST)
    for i in enough[np.argsort(-score[enough], kind="stable")]:
        task, document = int(pairs.subjects[i]), int(pairs.documents[i])
        if of_task[task] < MOST and of_document[task, document] < OF_DOCUMENT:
            of_task[task] += 1
            of_document[task, document] += 1
            kept.append(int(i))
    return sorted(kept)


def _reason(subject: Unit, other: Unit, row: Floats) -> str:
    """What speaks for a pair, in Chinese: terms and topics that both name, and their places in the two structures."""
    terms, topics = _terms(subject, other), _topics(subject, other)
    told = dict(zip(COLUMNS, row, strict=True))
    parts = [
        f"共同提到：{'、'.join(terms[:_SHOWN])}" if terms else "",
        f"同一主题：{'、'.join(topics[:_SHOWN])}" if topics else "",
        "所属任务也相应" if max(told["parents"], told["cousins"]) >= _PLACED else "",
        "下属任务也相应" if max(told["wholes"], told["kin"]) >= _PLACED else "",
    ]
    return "；".join(part for part in parts if part) or "用词相近"


def _terms(subject: Unit, other: Unit) -> list[str]:
    """The subjects of either title that the other task names."""
    found = [word for word in subjects(subject.title) if word in other.title or word in other.body]
    return list(
        dict.fromkeys(
            (*found, *(word for word in subjects(other.title) if word in subject.title or word in subject.body))
        )
    )


def _topics(subject: Unit, other: Unit) -> list[str]:
    """Topics and instruments that the one title and the other task name."""
    mine, theirs = ({*concepts(unit.title), *unit.topics} for unit in (subject, other))
    return sorted(mine & theirs)
