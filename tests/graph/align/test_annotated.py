"""Annotated pairs of tasks: they name tasks that are read, and the weights as they ship find as much as they did."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from guitu.graph.align.compare import best_of_document
from guitu.graph.align.model import LEAST, scores
from guitu.graph.copies.works import Work
from tests.calibrate import (
    ANNOTATED,
    RIGHT,
    Annotated,
    agreement,
    at_least,
    from_files,
    from_iris,
    trade,
)

WORDS = {"same", "partial", "maybe", "-"}


@pytest.fixture
def works(read_works: tuple[tuple[Work, ...], ...]) -> tuple[Work, ...]:
    """The documents that are annotated."""
    return tuple(work for some in read_works for work in some)


def found(sets: Sequence[Annotated]) -> tuple[float, float]:
    """Precision and recall of what the weights as they ship keep; pairs that readers left open count neither way."""
    kept = [one.told[best_of_document(*one.vectors, one.pairs, scores(one.pairs.evidence))] for one in sets]
    told = np.concatenate(kept)
    right = np.isin(told, RIGHT).sum()
    return float(right / (told != "maybe").sum()), float(right / sum(one.annotated for one in sets))


def test_each_pair_is_told_by_two_readers_and_settled_where_they_differ() -> None:
    """One pair once; what both call a pair stays one."""
    pairs = [
        (one["lower"], one["higher"], pair.split())
        for one in json.loads(ANNOTATED.read_text("utf-8"))
        for pair in one["pairs"]
    ]

    assert len(pairs) == len({(lower, higher, *told[:2]) for lower, higher, told in pairs})
    for _, _, (_, _, first, second, *settled) in pairs:
        assert {first, second, *settled} <= WORDS
        assert len(settled) == (first != second)
        assert {first, second} != {"-"}
        assert not {first, second} <= set(RIGHT) or {first, second, *settled} <= set(RIGHT)


def test_where_the_readers_differ_those_before_them_settle() -> None:
    """What one calls a pair and the other does not is one where either of those called it so, else open."""
    for one in json.loads(ANNOTATED.read_text("utf-8")):
        earlier = {tuple(pair.split()[:2]): set(pair.split()[2:]) for pair in one.get("earlier", ())}
        for lower, higher, first, second, *settled in map(str.split, one["pairs"]):
            if (first in RIGHT) != (second in RIGHT):
                agreed = bool(earlier.get((lower, higher), set()) & set(RIGHT))
                assert (settled[0] in RIGHT, settled[0] == "maybe") == (agreed, not agreed)
            elif first != second and first not in RIGHT:
                assert settled == ["-"]


def test_the_readers_agree() -> None:
    """F1 of one against the other, by all and without what either left open, and of pairs of both the relation."""
    told = [line.split()[-1] for line in [*agreement(json.loads(ANNOTATED.read_text("utf-8")))][:2]]

    assert [float(figure) >= least for figure, least in zip(told, (0.88, 0.92), strict=True)] == [True, True]


def test_our_pairs_are_found(works: tuple[Work, ...]) -> None:
    """Every annotated pair names tasks that are read; not the measure of fields left out (`make calibrate`)."""
    precision, recall = found([*from_iris(json.loads(ANNOTATED.read_text("utf-8")), works)])

    assert precision >= 0.63
    assert recall >= 0.44


def test_a_higher_least_score_is_more_precise_and_finds_less(works: tuple[Work, ...]) -> None:
    """What another least score would give is told as the program keeps pairs; with that of the program the same."""
    sets = [*from_iris(json.loads(ANNOTATED.read_text("utf-8")), works)]
    told = [(one, scores(one.pairs.evidence), np.zeros(0, np.int64), np.zeros(0, np.bool_)) for one in sets]
    precision, recall = zip(*(at_least(told, least) for least in (LEAST, 0.5, 0.8)), strict=True)

    assert (precision[0], recall[0]) == found(sets)
    assert precision[0] < precision[1] < precision[2]
    assert recall[0] > recall[1] > recall[2]
    fields = [line.split(" | ")[0].removeprefix("| ") for line in [*trade(told)][2:]]
    assert fields == [*sorted({one.field for one in sets}), "all"]


def test_the_client_s_later_pairs_are_found(shared: Path, works: tuple[Work, ...]) -> None:
    """As they were under the weights before."""
    precision, recall = found([*from_files([shared / "gold" / "alignment-2.json"], works)])

    assert precision >= 0.91
    assert recall >= 0.54
