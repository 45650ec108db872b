"""What is left out of a text, what is annexed behind 附：, what only heads a table, and what speaks of all above it."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def documents(*lines: str, name: str = "plan.txt") -> tuple[Facts, ...]:
    return read(Source(name, "\n".join(lines).encode())).documents


def owners(found: Facts) -> set[tuple[str, str, str]]:
    return {(found.tasks[one.task].title, one.agency.name, one.role) for one in found.responsibilities}


@pytest.mark.parametrize("left_out", ["（二）至（五）（略）", "（二）（略）", "（二）—（四）略。", "（二）（从略）"])
def test_numbers_of_text_that_was_left_out_are_no_items(left_out: str) -> None:
    (found,) = documents("云州市湿地保护规划", "一、重点任务", "（一）修复湿地。补植芦苇。", left_out)
    assert [task.title for task in found.tasks] == ["修复湿地"]
    assert [section.title for section in found.sections] == ["重点任务"]


def test_a_title_with_words_stays() -> None:
    (found,) = documents(
        "云州市湿地保护规划", "一、重点任务", "（一）修复湿地。补植芦苇。", "（二）策略研究。编制方略。"
    )
    assert [task.title for task in found.tasks] == ["修复湿地", "策略研究"]


def test_a_document_behind_a_short_label() -> None:
    """附：, with its own number and owners; a table that is only attached is none."""
    main = ("青岚县养老服务实施方案", "一、重点任务", "（一）建设食堂。配齐设备。（县民政局负责）")
    annexed = (
        "附：云州市人民政府办公室关于推进养老服务若干措施的通知（节选）",
        "云政办发〔2023〕7号",
        "一、支持助餐。给予补助。（市民政局负责）",
        "二、支持护理。开展培训。（市卫生健康委负责）",
    )
    first, second = documents(*main, *annexed)
    assert second.document.title == "云州市人民政府办公室关于推进养老服务若干措施的通知"
    assert second.document.number == "云政办发〔2023〕7号"
    assert owners(first) == {("建设食堂", "青岚县民政局", "responsible")}
    assert {agency for _, agency, _ in owners(second)} == {"云州市民政局", "云州市卫生健康委员会"}
    assert len(documents(*main, "附：青岚县助餐点一览表")) == 1


def test_a_heading_over_a_division_table_is_no_task() -> None:
    (found,) = documents(
        "# 云州市2026年重点工作任务分工",
        "## 一、推进农田水利，夯实粮食根基",
        "| 序号 | 重点任务 | 责任单位 |",
        "|---|---|---|",
        "| 1 | 疏浚支渠 | 市水利局 |",
        name="plan.md",
    )
    assert [task.title for task in found.tasks] == ["疏浚支渠"]


def test_a_paragraph_that_speaks_of_all_above_is_not_the_last_items_alone() -> None:
    (found,) = documents(
        "云州市奶业扶持方案",
        "一、支持政策",
        "（一）牧场建设。对新建牧场给予补助，单个牧场补助不超过两年。",
        "（二）技能培训。对挤奶员开展培训，补助培训机构。",
        "以上补助政策与省级政策重复的，就高不就低，由市农业农村局会同市财政局制定细则。",
    )
    lead, support = "云州市农业农村局", "云州市财政局"
    assert owners(found) == {
        (task, agency, role)
        for task in ("牧场建设", "技能培训")
        for agency, role in ((lead, "lead"), (support, "support"))
    }
