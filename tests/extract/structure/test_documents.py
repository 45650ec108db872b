"""The documents of one file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.structure.document.documents import split
from guitu.extract.text import Text

Page = Callable[..., Text]

PLAN = ("云州市水利发展规划", "一、总体要求", "坚持节水优先。", "二、主要任务", "（一）兴修水库", "新建两座水库。")
ANNEX = (
    "云州市节水行动计划",
    "一、工作目标",
    "到2030年建成节水型城市。",
    "二、重点任务",
    "（一）改造管网",
    "更新老旧管网。",
)


def test_a_plan_and_an_annexed_plan_are_two(page: Page) -> None:
    """An annex with a title and chapters of its own is a document, part of the first."""
    text = page(*PLAN, "附件1：", *ANNEX)
    main, annex = split(text)

    assert (main.whole, annex.whole) == (None, 0)
    assert text.quote(annex.blocks[1].span) == "云州市节水行动计划"
    assert len(main.blocks) + len(annex.blocks) == len(text.blocks)


def test_a_notice_and_the_plan_it_brings_are_one(page: Page) -> None:
    """A notice without chapters brings its only annex as itself."""
    assert len(split(page("关于印发《云州市节水行动计划》的通知", "各区县：现予印发。", "附件", *ANNEX))) == 1


@pytest.mark.parametrize(
    ("named", "annex", "number"),
    [
        ("美丽云州建设2030年行动计划", "附件1：净水攻坚2030年行动计划", 2),
        ("青岚县老城更新实施方案", "附件2：老城停车提升工作方案", 2),
        ("临江省港口发展规划", "附件一：绿色港口行动方案", 2),
        ("云州市净水攻坚行动计划", "附件1：云州市净水攻坚行动计划", 1),
    ],
)
def test_the_only_annex_of_a_notice_that_brings_another_plan(page: Page, named: str, annex: str, number: int) -> None:
    """It is one chapter of several, also where a copy left bars around its headings; the plan itself is a document."""
    notice = (f"关于印发《{named}》的通知", "各单位：", f"现将《{named}》印发给你们，请认真落实。")
    parts = ("|一、共护清水|", "|（一）水质目标|", "|（二）清淤治理|", "治理河道。")
    assert len(split(page(*notice, "云州市人民政府办公室", annex, *parts))) == number


def test_rows_of_a_table_that_are_headings_are_chapters() -> None:
    """An annex whose chapters stand as merged rows of its table is a document like one of paragraphs."""
    notice = (
        "关于印发《美丽云州建设2030年行动计划》的通知\n\n各单位：\n\n现将《美丽云州建设2030年行动计划》印发给你们。\n\n"
    )
    rows = [
        "序号 | 重点任务 | 措施 | 牵头部门",
        "--- | --- | --- | ---",
        "一、共护清水",
        "（一）水质目标",
        "1 | 清淤 | 清理河道 | 区水务局",
    ]
    rows += ["（二）源头治理", "2 | 截污 | 改造管网 | 区水务局", "二、共建绿地", "3 | 植树 | 新建林地 | 区园林局"]
    table = "\n".join(f"| {row} |" for row in rows)
    found = read(Source("plan.md", f"{notice}附件1：净水攻坚2030年行动计划\n\n{table}\n".encode()))
    assert [one.document.title for one in found.documents] == ["美丽云州建设2030年行动计划", "净水攻坚2030年行动计划"]


def test_an_annexed_table_is_no_document(page: Page) -> None:
    """A division table or list stays inside the plan."""
    assert len(split(page(*PLAN, "附件2", "重点任务分工表", "任务一", "任务二"))) == 1


@pytest.mark.parametrize(
    ("title", "clause"),
    [
        ("2027年全省民生实事", "（牵头单位：省水利厅）。"),
        ("云州市2027年民生实事项目", "（市水利局负责）"),
        ("青岚县为民办实事项目（2027年）", "（责任单位：县水利局）"),
    ],
)
def test_an_annexed_list_of_items_with_owners_is_a_document(page: Page, title: str, clause: str) -> None:
    """What a report promises to do, each matter with who answers for it, needs no chapters."""
    items = [f"{i}.改造管网{i}0公里{clause}" for i in (1, 2, 3)]
    assert [part.whole for part in split(page(*PLAN, "附件", title, *items))] == [None, 0]
    assert len(split(page(*PLAN, "附件", title, *items[:2], "3.新建水厂2座"))) == 1
    assert len(split(page(*PLAN, "附件", "重点任务分工表", *items))) == 1


def test_a_file_that_begins_with_its_label_is_one(page: Page) -> None:
    """附件3 at the head of a file only labels the file."""
    assert len(split(page("附件3", *ANNEX))) == 1


def test_an_empty_text_has_no_document(page: Page) -> None:
    """No blocks, no documents."""
    assert split(page()) == ()


@pytest.mark.parametrize(
    ("label", "number", "count"),
    [
        ("附：临江省人民政府关于促进渔业发展的意见", "临政发〔2023〕8号", 2),
        ("附：临江省水利厅节水办法（摘录）", "临水规〔2022〕第3号", 2),
        ("附：云江流域治理实施方案", "云江委〔2024〕11号", 2),
        ("附：云州市渔业重点项目方案", "（2023—2025年）", 1),
    ],
)
def test_another_paper_behind_a_plan(label: str, number: str, count: int) -> None:
    """附： opens another paper where this has a number of its own on a line."""
    own = "云州市渔业发展方案\n一、主要任务\n（一）建设渔港。加快建设渔港。\n二、保障措施\n（一）加强监管。严格监管。\n"
    other = f"{label}\n{number}\n一、总体要求\n坚持节约优先。\n二、主要任务\n（一）改造池塘。推进池塘改造。\n"
    found = read(Source("a.txt", (own + other).encode())).documents
    assert len(found) == count
