"""What is said of two documents is a function of these two, whatever else stands in the store."""

from __future__ import annotations

from collections import Counter
from itertools import product

import numpy as np
import pytest

from guitu.graph.align import compare as compare_module
from guitu.graph.align.compare import MOST, OF_DOCUMENT, OF_OTHER, Match, capped, compare, compare_all, owning
from guitu.graph.align.scope import Standing
from guitu.graph.align.vectors import Vectors
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
    """On either side: in none of these plans one task stands out as what the other is about."""
    subjects = Counter((match.subject, match.task, match.object) for match in EVERY)
    objects = Counter((match.object, match.other, match.subject) for match in EVERY)

    assert max(subjects.values()) <= OF_DOCUMENT
    assert max(objects.values()) <= OF_OTHER


def test_many_tasks_of_a_plan_may_take_up_one_of_a_wide_one() -> None:
    """A plan for the aged of a city says in five tasks what the national plan says in one."""
    wide = """国家民生发展规划
国务院
一、主要任务
（一）健全养老服务体系。发展居家社区养老，建设日间照料中心，开展老年助餐、家庭病床和安宁疗护，培养养老护理员。
"""
    others = (
        "铁路网络",
        "河湖生态",
        "图书馆藏",
        "渔港码头",
        "矿山边坡",
        "粮食仓储",
        "气象雷达",
        "邮政网点",
        "机场跑道",
        "森林防火",
    )
    fields = ("更新", "勘察", "巡检")
    wide += "".join(
        f"（{n}）{what}{field}。分批{field}{what}。\n" for n, (what, field) in enumerate(product(others, fields), 2)
    )
    narrow = """云州市养老服务发展方案
云州市人民政府
一、主要任务
（一）建设养老日间照料中心。居家社区养老的日间照料中心覆盖全部街道。
（二）开展老年助餐。养老服务机构为居家老年人提供助餐服务。
（三）推广家庭病床。养老机构开展家庭病床服务。
（四）试点安宁疗护。养老机构开展安宁疗护。
（五）培养养老护理员。职业院校培养养老护理员。
"""
    made = works(wide, narrow)
    found = compare_all(vectors(made), standing(made))

    assert {match.other for match in found} == {0}
    assert len(found) > OF_OTHER


def test_rows_are_kept_in_a_file() -> None:
    """What is read again is what was written, byte for byte; what is cut is no rows."""
    made = vectors(ALL)
    again = Vectors.from_bytes(made.to_bytes())

    assert again.to_bytes() == made.to_bytes()
    assert again.keys == made.keys
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
    """So many of a task in all and in one place, whatever may be carried over the others."""
    many = [Match("a", 0, f"b{i:02}", 0, (50 + i) / 100, False) for i in range(20)]
    carrying = Match("a", 0, "c", 0, 0.4, False, best=True, owned=1 + 4)
    apart = {m.object: Standing(m.object, (), (0, "", Iri(""))) for m in (*many, carrying)}
    together = {m.object: Standing("云州市", (), (0, "", Iri(""))) for m in (*many, carrying)}

    assert {m.object for m in capped([*many, carrying], apart)} == {f"b{i:02}" for i in range(20 - MOST, 20)}
    assert {m.object for m in capped([*many, carrying], together)} == {"b17", "b18", "b19"}


def test_of_many_owners_the_best_may_come() -> None:
    """So many for one task of the object, first those over which one may be carried at all, none that is not owned."""
    many = [Match(f"b{i:02}", 0, "a", 0, (50 + i) / 100, False, owned=1 + 4) for i in range(20)]
    carrying = Match("c", 0, "a", 0, 0.4, False, best=True, owned=1 + 4)
    unowned = Match("d", 0, "a", 0, 0.9, True, best=True)
    other = many[0]._replace(other=1)

    found = owning([*many, carrying, unowned, other])
    assert {m.subject for m in found if m.other == 0} == {*(f"b{i:02}" for i in range(21 - MOST, 20)), "c"}
    assert other in found
