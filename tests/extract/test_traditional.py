"""A text in traditional characters is read like its simplified form; quotes stay as written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.traditional import is_traditional, simplified

PLAN = """雲州市節水行動計劃
一、主要任務
（一）改造管網。到2030年，更新老舊管網不少於50公里，漏損率降至8%以下。（市水利局牽頭，市財政局、各區政府配合）
（二）推廣器具。為學校更換節水龍頭，完善制度。（責任單位：市教育局、市發展改革委）
"""


def test_the_same_facts_in_both_forms() -> None:
    """Every fact but its place is that of the simplified text, and a quote is what the document says."""
    written, plain = (read(Source("a.txt", text.encode())) for text in (PLAN, simplified(PLAN)))
    (one,), (other,) = written.documents, plain.documents

    assert tuple(replace(task, body=simplified(task.body)) for task in one.tasks) == other.tasks  # a body is a quote
    assert (one.figures, one.sections) == (other.figures, other.sections)
    assert [duty.agency.name for duty in one.responsibilities] == [duty.agency.name for duty in other.responsibilities]
    assert one.responsibilities[0].agency.name == "云州市水利局"
    assert one.document.title == "云州市节水行动计划"
    assert written.text.quote(one.responsibilities[0].span) == "市水利局"
    assert "牽頭" in written.text.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAN, True),
        (simplified(PLAN), False),
        ("云州市档案保护计划\n修复古籍《論語》《說文》，改造庫房。" + "完善制度，建立台账，推进数字化。" * 20, False),
        ("", False),
        ("Plan 2030", False),
    ],
)
def test_which_texts_are(text: str, expected: bool) -> None:
    """A few such characters in a text, a name or a book, change nothing."""
    assert is_traditional(text) is expected


def test_length_stays() -> None:
    text = "著作、乾旱、覆蓋、憑藉、衞生、瞭解𠀋" + PLAN

    assert len(simplified(text)) == len(text)
    assert simplified("覆蓋") == "覆盖"


HARBOUR = """雲港特別行政區施政指標
一、主要任務
（一）增加公營房屋供應：
- 於 2027-28 年度或之前，將房屋輪候時間縮短至 4.5 年。（房屋局）
- 在未來五年（2025-26 至 2029-30 年度）興建約 18 萬個公營房屋單位。（房屋局）
- 約 600 個衞生黑點於 2028 年底前消除至少 75%。
- 醫院管理局會於 2026-27 年度增加 120 張病床。
（二）提升服務品質
至117年底，長照服務涵蓋率達85%以上。本局每年辦理評鑑至少3次。
"""


def test_names_are_clean_of_bullets_dates_and_actors() -> None:
    """Financial years, spans of them, years of the republic and 於 say when; a stock is no target."""
    (facts,) = read(Source("a.txt", HARBOUR.encode())).documents

    assert [(f.indicator, str(f.value), f.year) for f in facts.figures] == [
        ("房屋轮候时间", "4.5", 2028),
        ("公营房屋单位", "18", 2030),
        ("卫生黑点消除", "75", 2028),
        ("病床", "120", 2027),
        ("长照服务涵盖率", "85", 2028),
        ("办理评鉴", "3", None),
    ]


@pytest.mark.parametrize("written", ["提髙保障水平", "修编戸外规划", "整治內河水系"])
def test_printed_forms_that_scans_leave_in_simplified_text(written: str) -> None:
    """A title has the usual form of a character, the quote that of the document."""
    reading = read(Source("a.txt", f"青岚县工作方案\n一、主要任务\n（一）{written}。完善制度，建立台账。\n".encode()))
    (task,) = reading.documents[0].tasks
    assert task.title == written.translate(str.maketrans("髙戸內", "高户内"))
    assert reading.text.quote(task.span) == written


RESOURCES = """雲港特別行政區減廢計劃
一、主要措施
（一）減少廢物。到2030年，人均每日廢物棄置量低於 1.2 公斤，資源回收率超過 40%。
（二）增設網點。到2028年，回收網點不少於 260 個，塑膠包裝使用量減少約 30%，輪候時間不多於 7 日。
（三）推廣閱讀。每年舉辦親子閱讀活動至少 120 場。
"""


def test_an_indicator_is_named_as_written() -> None:
    """The name keeps the document's characters beside the form that it is read and compared in."""
    (facts,) = read(Source("a.txt", RESOURCES.encode())).documents

    assert [(f.written, f.indicator, str(f.value), f.comparator) for f in facts.figures] == [
        ("人均每日廢物棄置量", "人均每日废物弃置量", "1.2", "<"),
        ("資源回收率", "资源回收率", "40", ">"),
        ("回收網點", "回收网点", "260", ">="),
        ("塑膠包裝使用量減少", "塑胶包装使用量减少", "30", "~"),
        ("輪候時間", "轮候时间", "7", "<="),
        ("舉辦親子閱讀活動", "举办亲子阅读活动", "120", ">="),
    ]


def test_a_simplified_text_has_one_form() -> None:
    """Nothing is written twice where both forms are the same text."""
    (facts,) = read(Source("a.txt", simplified(RESOURCES).encode())).documents

    assert {figure.written for figure in facts.figures} == {""}
