"""What is said of two documents is a function of these two, whatever else stands in the store."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from guitu.graph.align import compare as compare_module
from guitu.graph.align.compare import MOST, OF_DOCUMENT, Match, capped, compare, compare_all
from guitu.graph.align.scope import Standing
from guitu.graph.align.vectors import NAMES, Vectors
from guitu.ontology.terms import Iri
from tests.graph.align.plans import CITY, ELSEWHERE, MEASURES, NATION, standing, vectors, works

SECOND = CITY.replace("“十四五”规划", "“十三五”规划").replace("试点", "示范")
ALL = works(NATION, CITY, MEASURES, ELSEWHERE, SECOND)
STANDINGS = standing(ALL)
EVERY = compare_all(vectors(ALL), STANDINGS)


def test_one_against_the_others_says_what_all_say_of_it() -> None:
    """To add a document it is enough to compare that one."""
    assert EVERY
    for work in ALL:
        one = Vectors.of(work.primary.facts, work.key)
        assert compare(one, vectors(ALL), STANDINGS) == [m for m in EVERY if work.key in {m.subject, m.object}]


def test_two_alone_say_the_same_as_among_others() -> None:
    """Score, relation and direction of a pair of documents rest on no third."""
    for one in ALL:
        for other in ALL:
            if one.key < other.key:
                alone = compare_all(vectors((one, other)), STANDINGS)
                assert alone == [m for m in EVERY if {m.subject, m.object} == {one.key, other.key}]


def test_order_of_documents_changes_nothing() -> None:
    """Nor does the order in which their rows are stacked."""
    assert compare_all(vectors(ALL[::-1]), STANDINGS) == EVERY


def test_portions_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor how many documents are compared at once."""
    monkeypatch.setattr(compare_module, "_OBJECTS", 1)
    monkeypatch.setattr(compare_module, "_CELLS", 1)

    assert compare_all(vectors(ALL), STANDINGS) == EVERY


def test_a_task_has_few_matches_in_one_document() -> None:
    """On either side."""
    subjects = Counter((match.subject, match.task, match.object) for match in EVERY)
    objects = Counter((match.object, match.other, match.subject) for match in EVERY)

    assert max((*subjects.values(), *objects.values())) <= OF_DOCUMENT


def test_rows_are_kept_in_a_file() -> None:
    """What is read again is what was written, byte for byte; what is cut is no rows."""
    made = vectors(ALL)
    again = Vectors.from_bytes(made.to_bytes())

    assert again.to_bytes() == made.to_bytes()
    assert again.keys == made.keys
    assert all((getattr(again, name) != getattr(made, name)).nnz == 0 for name in NAMES)
    assert compare_all(again, STANDINGS) == EVERY
    with pytest.raises(ValueError):
        Vectors.from_bytes(made.to_bytes()[:-1])
    with pytest.raises(ValueError):
        Vectors.from_bytes(b"")


def test_rows_of_some_documents() -> None:
    """The rows of a part of a stack are those of its documents."""
    some = vectors(ALL).only([1, 3])
    same = vectors((ALL[1], ALL[3]))

    assert some.to_bytes() == same.to_bytes()
    assert np.array_equal(some.starts, same.starts)


def test_no_rows() -> None:
    """Nothing to compare, nothing found."""
    none = Vectors.stacked([])

    assert len(none) == 0
    assert compare_all(none, {}) == []
    assert compare(vectors(ALL), none, STANDINGS) == []


def test_of_many_matches_the_best_are_told() -> None:
    """So many of a task in all and in one place, besides those over which an owner is carried to the other side."""
    many = [Match("a", 0, f"b{i:02}", 0, (50 + i) / 100, False) for i in range(20)]
    carrying = Match("a", 0, "c", 0, 0.4, False, best=True, owned=1 + 4)
    apart = {m.object: Standing(m.object, (), (0, "", Iri(""))) for m in (*many, carrying)}
    together = {m.object: Standing("云州市", (), (0, "", Iri(""))) for m in (*many, carrying)}

    assert {m.object for m in capped([*many, carrying], apart)} == {*(f"b{i:02}" for i in range(20 - MOST, 20)), "c"}
    assert {m.object for m in capped([*many, carrying], together)} == {"b17", "b18", "b19", "c"}
