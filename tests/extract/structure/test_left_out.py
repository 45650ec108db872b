"""What a copy leaves out has no title of its own; a heading over a table of tasks is a section only."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

LINES = "\n".join(
    ("云州市渔港建设方案", "一、主要任务", "（一）修复码头", "修复老旧码头。", "{}", "（四）疏浚航道", "疏浚进港航道。")
)


def facts(text: str, name: str = "a.txt") -> Facts:
    return read(Source(name, text.encode())).documents[0]


@pytest.mark.parametrize(
    "line", ["（二）至（三）（略）", "（二）（略）", "二、略", "2.-3.（略）", "附件：渔港名录（略）"]
)
def test_numbers_alone_are_no_headings(line: str) -> None:
    found = facts(LINES.format(line))
    assert [section.title for section in found.sections] == ["主要任务", "修复码头", "疏浚航道"]
    assert [task.title for task in found.tasks] == ["修复码头", "疏浚航道"]


@pytest.mark.parametrize("line", ["（二）制定攻略", "（三）研究策略"])
def test_a_title_that_ends_in_that_sign_stays(line: str) -> None:
    assert line[3:] in [section.title for section in facts(LINES.format(line)).sections]


TABLE = """# 白石县重点工作任务分工

## 一、抓好春耕生产，稳定粮食面积

{}| 序号 | 重点任务 | 牵头单位 |
| --- | --- | --- |
| 1 | 播种春小麦十万亩。 | 县农业农村局 |
| 2 | 检修灌溉机井。 | 县水利局 |

## 二、加快园区建设

| 序号 | 重点任务 | 牵头单位 |
| --- | --- | --- |
| 3 | 新建标准厂房。 | 县工业和信息化局 |
"""


@pytest.mark.parametrize("note", ["", "\n注：列第一位的为牵头单位。\n", "\n备注：机构名称如有调整，由承接单位负责。\n"])
def test_the_rows_are_the_tasks(note: str) -> None:
    found = facts(TABLE.format("") + note, "a.md")
    assert len(found.sections) == 2
    assert [task.title[:4] for task in found.tasks] == ["播种春小", "检修灌溉", "新建标准"]


def test_a_heading_with_a_text_of_its_own_is_a_task() -> None:
    found = facts(TABLE.format("大力推进春耕备耕，压实责任。\n\n"), "a.md")
    assert found.tasks[0].title.startswith("抓好春耕生产")


@pytest.mark.parametrize("chapter", ["保障措施（略）", "组织保障（略）", "主要任务（略）"])
def test_a_chapter_that_a_copy_leaves_out_is_no_task(chapter: str) -> None:
    text = f"凤鸣市苹果产业规划\n一、发展任务\n（一）建设果园。建设矮砧果园。\n二、{chapter}\n"
    (found,) = read(Source("a.txt", text.encode())).documents
    assert [task.title for task in found.tasks] == ["建设果园"]
