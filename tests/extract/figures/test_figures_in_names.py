"""Numbers that count or name without measuring, and what a number keeps of its sign and its name."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

REPORT = (
    "青岚县政府工作报告",
    "——2025年1月8日在青岚县第十届人民代表大会第二次会议上",
    "各位代表：",
    "一、2024年工作回顾",
)


def facts(*lines: str) -> Facts:
    """The facts of a text of these lines."""
    return read(Source("plan.txt", "\n".join(lines).encode())).documents[0]


def values(*lines: str) -> dict[str, str]:
    """Value and unit of each figure by its indicator."""
    return {f.indicator: f"{f.value}{f.unit}" for f in facts(*lines).figures}


@pytest.mark.parametrize(
    "line",
    [
        "县政府确定了10个方面44项重点工作，由各单位落实。",
        "会议梳理出6大类30项工作任务，逐项推进。",
        "各单位要紧扣规划引领、产业振兴、文化传承三个重点，抓点带面。",
        "继续推行条状、块状两种整地方式，防止水土流失。",
        "将百万亩油茶提升工程建设与乡村建设紧密结合。",
        "继续推进千万亩湿地修复工程，实施十万人技能培训计划。",
    ],
)
def test_what_only_counts_or_names_is_no_figure(line: str) -> None:
    """The work that was set out, a few ways of doing it, and programmes named by their size."""
    assert not values("青岚县2025年工作方案", "一、重点任务", "（一）抓好落实。" + line)


def test_a_number_of_the_matter_is_one() -> None:
    """What is done with as many things, and a size that a verb sets."""
    found = values("青岚县2025年工作方案", "一、重点任务", "（一）抓好落实。完成44项改造工程，新增造林百万亩。")
    assert found == {"改造工程": "44项", "新增造林": "100万亩"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("固定资产投资完成38亿元，增长-18.9%。", {"固定资产投资": "38亿元", "固定资产投资增长": "-18.9%"}),
        ("工业增加值增速为-2.5%。", {"工业增加值增速": "-2.5%"}),
        ("进出口总额增幅-1.2个百分点。", {"进出口总额增幅": "-1.2个百分点"}),
        ("园区第3-5期建成，入驻企业20家。", {"入驻企业": "20家"}),
    ],
)
def test_what_grows_by_less_than_nothing(line: str, found: dict[str, str]) -> None:
    """A minus behind a word of growth is the sign of the number; elsewhere the line joins two numbers."""
    assert values(*REPORT, line) == found


@pytest.mark.parametrize("measure", ["农业可比价总产值", "工业可比价增加值", "林业可比价产值"])
def test_comparable_prices_are_part_of_a_name(measure: str) -> None:
    """可比价 is no comparison that would end the name."""
    assert values(*REPORT, f"{measure}完成80亿元，增长3.5%。") == {measure: "80亿元", f"{measure}增长": "3.5%"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("银行存贷款余额分别增长4%、7%。", {"银行存款余额增长": "4%", "银行贷款余额增长": "7%"}),
        (
            "城乡居民人均收入5万元、3万元，分别增长6%、8%。",
            {
                "城镇居民人均收入": "5万元",
                "农村居民人均收入": "3万元",
                "城镇居民人均收入增长": "6%",
                "农村居民人均收入增长": "8%",
            },
        ),
        ("镇区供排水能力分别达到8万吨、6万吨。", {"镇区供水能力": "8万吨", "镇区排水能力": "6万吨"}),
        ("存贷款余额增长7%。", {"存贷款余额增长": "7%"}),
    ],
)
def test_one_word_for_two_measures(line: str, found: dict[str, str]) -> None:
    """Each has its own number where there are two."""
    assert values(*REPORT, line) == found


@pytest.mark.parametrize("dash", ["——", "── ", "（"])
def test_a_report_is_of_the_day_of_its_session(dash: str) -> None:
    """A day that a site gives is that of its page."""
    found = facts(
        "政府工作报告",
        "发布日期：2025-02-20",
        f"{dash}2025年1月8日在云州市第十届人民代表大会第二次会议上{'）' if dash == '（' else ''}",
        "各位代表：",
        "一、工作回顾",
    )
    assert str(found.document.issued) == "2025-01-08"


@pytest.mark.parametrize("last", ["任务调整表", "造林计划表", "责任分工表"])
def test_the_list_of_annexes_of_a_notice_holds_no_tasks(last: str) -> None:
    """附件： alone on a line, its list under it, in a notice without chapters."""
    found = facts(
        "青岚县人民政府关于调整造林任务的通知",
        "各镇人民政府：",
        "请认真组织实施。",
        "附件：",
        f"1.青岚县2025年{last}",
        "2.各镇任务表",
        "青岚县人民政府",
        "2025年3月1日",
    )
    assert not found.tasks
