"""Whatever the format, the same document gives the same facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.graph.build import build
from tests.formats import writers
from tests.formats.plan import ISSUED, ISSUER, NUMBER, ROWS, TITLE
from tests.formats.sites import SITES

PLAN: dict[str, Callable[[], bytes]] = {
    "plan.txt": writers.txt,
    "plan.md": writers.markdown,
    "plan.html": writers.page,
    "plan.docx": writers.word,
    "plan.pdf": writers.pdf,
    "flat.txt": writers.flat,
}
TABLE: dict[str, Callable[[], bytes]] = {
    "table.docx": writers.table_word,
    "table.html": writers.table_page,
    "table.xlsx": writers.sheet,
    "table.csv": writers.commas,
    "table.pdf": writers.table_pdf,
}


def facts(name: str, data: bytes) -> Facts:
    (found,) = read(Source(name, data)).documents
    return found


def tasks(found: Facts) -> list[tuple[str, str | None, str | None]]:
    """Title, section around and deadline of every task."""
    return [
        (task.title, None if task.section is None else found.sections[task.section].title, task.deadline)
        for task in found.tasks
    ]


def owners(found: Facts) -> list[tuple[str, str, str]]:
    """Task, agency and role of every responsibility."""
    return [(found.tasks[one.task].title, one.agency.name, one.role) for one in found.responsibilities]


def targets(found: Facts) -> list[tuple[object, ...]]:
    """Every target with all that it says, and the task around it."""
    return [(one, None if one.task is None else found.tasks[one.task].title) for one in found.figures]


def plain(found: Facts) -> Iterable[str]:
    return [section.title for section in found.sections]


@pytest.fixture(scope="module")
def text_plan() -> Facts:
    """The plan as its text tells it; the other formats are compared with it."""
    return facts("plan.txt", writers.txt())


def test_the_text_is_read_whole(text_plan: Facts) -> None:
    """What the other formats are compared with is what the plan says."""
    assert [title for title, _, _ in tasks(text_plan) if title in ("改造老旧小区", "强化组织领导")]
    assert ("改造老旧小区", "望川市住房和城乡建设局", "lead") in owners(text_plan)
    assert ("完善排水防涝", "望川市气象局", "responsible") in owners(text_plan)
    assert len(owners(text_plan)) == 20
    assert len(text_plan.figures) == 12
    assert [task.deadline for task in text_plan.tasks if task.title == "完善排水防涝"] == ["2026年底前"]
    assert not text_plan.gaps


@pytest.mark.parametrize("name", [name for name in PLAN if name != "plan.txt"])
def test_one_plan_in_every_format(text_plan: Facts, name: str) -> None:
    """Tasks, owners and targets are those of the text, one by one and in order; so are title, number and issuer."""
    found = facts(name, PLAN[name]())

    assert tasks(found) == tasks(text_plan)
    assert owners(found) == owners(text_plan)
    assert targets(found) == targets(text_plan)
    assert plain(found) == plain(text_plan)
    assert found.document == text_plan.document
    assert [(gap.kind, gap.reason) for gap in found.gaps] == [(gap.kind, gap.reason) for gap in text_plan.gaps]


def test_the_plan_says_who_it_is(text_plan: Facts) -> None:
    """Title, number, issuer and date come from the notice around the plan."""
    document = text_plan.document

    assert (document.title, document.number) == (TITLE, NUMBER)
    assert [agency.name for agency in document.issuers] == [ISSUER]
    assert document.issued is not None
    assert f"{document.issued:%Y年}{document.issued.month}月{document.issued.day}日" == ISSUED


@pytest.mark.parametrize("name", TABLE)
def test_one_division_table_in_every_format(name: str) -> None:
    """Every row is a task with its lead, its supporting agencies and its deadline."""
    found = facts(name, TABLE[name]())
    led = {title: agency for title, agency, role in owners(found) if role == "lead"}

    assert [(title, deadline) for title, _, deadline in tasks(found)] == [(row[2], row[5]) for row in ROWS]
    assert [led[str(row[2])] for row in ROWS] == [
        "望川市住房和城乡建设局",
        "望川市民政局",
        "望川市市场监督管理局",
        "望川市城市管理局",
        "望川市水利局",
        "望川市文化广电旅游局",
        "望川市园林绿化局",
    ]
    assert [(title, agency) for title, agency, role in owners(found) if role == "support"] == [
        ("改造老旧小区100个", "望川市财政局"),
        ("改造老旧小区100个", "望川市民政局"),
        ("建设完整社区40个", "望川市卫生健康委员会"),
        ("建设完整社区40个", "望川市商务局"),
        ("更新燃气管网1200公里", "望川市应急管理局"),
        ("更新燃气管网1200公里", "望川市各县（市、区）人民政府"),
        ("整治易涝积水点35处", "望川市气象局"),
        ("活化利用历史建筑50处", "望川市自然资源和规划局"),
        ("建设口袋公园60个", "望川市各有关部门"),
    ]
    assert not found.gaps


@pytest.mark.parametrize("name", SITES)
def test_one_plan_on_every_kind_of_site(text_plan: Facts, name: str) -> None:
    """The page around the plan adds nothing to it and takes nothing away."""
    found = facts("page.html", SITES[name]())

    assert tasks(found) == tasks(text_plan)
    assert owners(found) == owners(text_plan)
    assert targets(found) == targets(text_plan)
    assert plain(found) == plain(text_plan)
    assert not found.gaps
    if name == "news":
        assert found.document.title == TITLE
    else:
        assert found.document == text_plan.document


def test_the_formats_are_copies_of_one_document(tmp_path: Path) -> None:
    """A folder with the plan in every format gives one document, its sources, and no difference between them."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for name, write in PLAN.items():
        (folder / name).write_bytes(write())

    report = build([folder], tmp_path / "store")

    assert (report.read, report.documents, report.gaps, report.problems) == (len(PLAN), 1, 0, ())
