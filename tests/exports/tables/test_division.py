"""The 任务分工表: every task as a row, numbered within its document, with chapter, owners, figures and proofs."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad

from guitu.exports.tables import division
from guitu.exports.tables.view import Proof, View


@pytest.fixture(scope="module")
def view(quads: tuple[Quad, ...]) -> View:
    return View.of(quads)


def test_rows_are_numbered_within_their_document(view: View) -> None:
    """A task of another task has its number before its own; each document begins anew."""
    found = [(row.number, row.title) for row in division.rows(view)]

    assert found == [("1", "新建村镇泵站"), ("1.1", "山区泵站选址"), ("2", "修缮老旧堤坝"), ("1", "=奖励节水企业")]


def test_a_row_holds_what_an_office_asks(view: View) -> None:
    """Chapter with its number, owners by role, deadline and targets in words."""
    row = division.rows(view)[0]

    assert (row.chapter, row.deadline, row.figures) == (
        ("三、重点任务",),
        "2033年底前",
        ("泵站数 12.5—20座（2033年）",),
    )
    assert [division.names(view, row.in_role(role)) for role in division.ROLES] == ["云州市水务局", "", "云州市财政局"]
    assert division.written(view, row.owners) == ("市水务局", "市财政局")


def test_proofs_are_those_of_the_owners_or_else_of_the_title(view: View) -> None:
    """Neighbours share a line with their place; a task without owners shows where it is named."""
    owned, _, unowned, _ = division.rows(view)

    assert division.cited(division.proofs(view, owned)) == "“市水务局牵头”“市财政局配合”（字符60–73）"
    assert division.cited(division.proofs(view, unowned)) == "“修缮老旧堤坝”（字符90–96）"


@pytest.mark.parametrize(
    ("proofs", "told"),
    [
        ((Proof("t", 3, 5, "甲局"), Proof("t", 30, 32, "乙局")), "“甲局”（字符3–5）\n“乙局”（字符30–32）"),
        ((Proof("t", 6, 8, "乙局"), Proof("t", 3, 5, "甲局")), "“甲局”“乙局”（字符3–8）"),
        ((Proof("t", 3, 5), Proof("t", 6, 8)), "字符3–8"),
        ((Proof("t", 3, 5, "甲局"), Proof("u", 6, 8, "乙局")), "“甲局”（字符3–5）\n“乙局”（字符6–8）"),
        ((Proof(), Proof()), ""),
    ],
)
def test_quotes_with_their_place(proofs: tuple[Proof, ...], told: str) -> None:
    """Quotes stand in the order of the text; without quotes the place alone, without a place nothing."""
    assert division.cited(proofs) == told


def test_tasks_that_contain_each_other_end(quads: tuple[Quad, ...]) -> None:
    """A graph of other hands may say that two tasks belong to each other: both still have a number."""
    view = View.of(quads)
    first, second = view.members["gt:Task"][:2]
    stated = {**view.stated, first: {**view.stated[first], "gt:partOfTask": [second]}}
    rows = division.rows(View(stated, *list(vars(view).values())[1:]))

    assert len({(row.document, row.number) for row in rows}) == len(rows)


def test_chapters_are_stretches_of_rows_under_one_heading(view: View) -> None:
    """What a table merges: rows that follow each other under the same headings of one document."""
    assert list(division.chapters(division.rows(view))) == [(0, 2), (3, 3)]
