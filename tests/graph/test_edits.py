"""A table of tasks that came back beside its document: it is not read, and where it says otherwise is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from guitu.extract.facts import RETURNED, Agency, Document, Facts, Reading, Responsibility, Role, Task
from guitu.extract.text import Span, Text
from guitu.graph.copies import differences
from guitu.graph.copies.works import Copy, gather

Told = tuple[str, str | None, Sequence[tuple[Role, str]]]  # a task: title, deadline, owners
WATER: Told = ("修水库", "2032年底前", [("lead", "云州市水利局"), ("support", "云州市财政局")])


def copy(*told: Told, table: bool = False, title: str = "云州市水利规划") -> Copy:
    tasks = tuple(
        Task(task, "heading", i, deadline=until, span=Span(i, i + 1)) for i, (task, until, _) in enumerate(told)
    )
    owners = tuple(Responsibility(i, Agency(name, name), role) for i, one in enumerate(told) for role, name in one[2])
    text = "表格" * 900 if table else "规划正文" * 9
    facts = Facts(Document(title, span=Span(0, 1), extent=Span(0, len(text))), tasks=tasks, responsibilities=owners)
    reading = Reading(Text(text, ()), (facts,), reader=RETURNED if table else "text")
    return Copy.of("b" if table else "a", "表.xlsx" if table else "规划.txt", reading, 0)


def test_the_document_is_read_and_not_its_table() -> None:
    """One document, read from its own file however long the table is."""
    (work,) = gather([copy(WATER, table=True), copy(WATER)])

    assert (work.primary.name, [other.name for other in work.others]) == ("规划.txt", ["表.xlsx"])


def test_tables_of_other_documents_stay_apart() -> None:
    """Another title is another document."""
    assert len(gather([copy(WATER, table=True, title="云州市养老规划"), copy(WATER)])) == 2


CHANGES: list[tuple[str, Sequence[Told], list[str]]] = [
    ("nothing", [WATER], []),
    (
        "an owner",
        [("修水库", "2032年底前", [("lead", "云州市水务局"), ("support", "云州市财政局")])],
        [
            "任务“修水库”此处为“牵头：云州市水利局；配合：云州市财政局，2032年底前”，"
            "表.xlsx 中为“牵头：云州市水务局；配合：云州市财政局，2032年底前”"
        ],
    ),
    (
        "a deadline and every owner",
        [("修水库", None, [])],
        ["任务“修水库”此处为“牵头：云州市水利局；配合：云州市财政局，2032年底前”，表.xlsx 中为“无责任单位”"],
    ),
    (
        "another task",
        [WATER, ("建泵站", None, [("responsible", "云州市水利局")])],
        ["只有 表.xlsx 中有任务“建泵站”（责任：云州市水利局）"],
    ),
    (
        "a second task of that title",
        [WATER, WATER],
        ["只有 表.xlsx 中有任务“修水库”（牵头：云州市水利局；配合：云州市财政局，2032年底前）"],
    ),
    ("no task", [], ["表.xlsx 中没有任务“修水库”"]),
]  # fmt: skip


@pytest.mark.parametrize(("told", "reasons"), [one[1:] for one in CHANGES], ids=[one[0] for one in CHANGES])
def test_what_the_table_says_otherwise(told: Sequence[Told], reasons: list[str]) -> None:
    """Owners, roles, deadlines and tasks are compared; words of the document that no table has are no difference."""
    assert [gap.reason for gap in differences.gaps(copy(WATER), copy(*told, table=True))] == reasons
