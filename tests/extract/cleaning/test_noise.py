"""Signs that a scan has made of dirt before the numbers of headings and items."""

from __future__ import annotations

import pytest

from guitu.extract.cleaning.text.noise import with_noise_aside
from guitu.extract.raw import RawParagraph


def parted(*lines: str) -> list[str]:
    """The lines, those of a mark of Markdown with their level, and noise in a bracket of its own."""
    blocks = [RawParagraph(line.removeprefix("# "), level=int(line[:2] == "# ")) for line in lines]
    found = with_noise_aside(blocks)
    return [f"<{block.text}>" if block.aside else block.text for block in found if isinstance(block, RawParagraph)]


@pytest.mark.parametrize(
    ("lines", "noise", "number"),
    [
        (("# 一、海洋牧场现状", "# 口 二、主要任务"), "<口>", "二、主要任务"),
        (("# 三、冰雪运动", "# ˇ四、保障措施"), "<ˇ>", "四、保障措施"),
        (("（一）修缮古桥。", "℃ rn（二）疏浚古运河。"), "<℃ rn>", "（二）疏浚古运河。"),
        (("二、母婴设施", "亠（一）改建候车厅。"), "<亠>", "（一）改建候车厅。"),
        (("1．购置救护车。", "ll 2．培训急救员。"), "<ll>", "2．培训急救员。"),
        (("1.种植油茶。", "乚2.改造茶园。"), "<乚>", "2.改造茶园。"),
        (("第一章 旱作农业", "£ 第二章 节水灌溉"), "<£>", "第二章 节水灌溉"),
        (("（1）设立驿站。", "夹（2）补贴骑手。"), "<夹>", "（2）补贴骑手。"),
        (("一、矿山现状", "12 二、修复任务"), "<12>", "二、修复任务"),
        (("一、总体目标", "png二、灌区改造"), "<png>", "二、灌区改造"),
        (("一、牧区水利", "ii二、草场轮牧"), "<ii>", "二、草场轮牧"),
    ],
)
def test_noise_before_numbers(lines: tuple[str, ...], noise: str, number: str) -> None:
    """Signs that mean nothing stand apart from the number behind them, whatever kind of number it is."""
    assert parted(*lines)[-2:] == [noise, number]


def test_noise_before_every_number_of_a_list() -> None:
    """The first number of a list has noise before it where the second one follows."""
    assert parted("一、目标", "增绿。", "■1．植树。", "■2．修园。") == [
        *("一、目标", "增绿。", "<■>", "1．植树。", "<■>", "2．修园。")
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("一、站点设置", "周二、周四开放夜间门诊。"),
        ("（一）申报条件", "按（二）办理。", "第（二）项除外。"),
        ("1.减排工业废气。", "CO2、氮氧化物同步减排。"),
        ("1.编制图集。", "图 2、图 3另附。", "表2、企业名录"),
        ("（一）支持开店。", "夹（四）支持扩店。"),
        ("1.清淤。", "附件2、工程清单"),
        ("1.建馆。", "注：2、三号馆另建。"),
        ("二、奖补标准", "建2、三号桥。"),
        ("1.升级系统。", "V2.0版本上线。", "接入5G2.推进试点。"),
    ],
)
def test_words_before_numbers(lines: tuple[str, ...]) -> None:
    """Words stay where they belong to the number, and so does what stands before a number out of its row."""
    assert parted(*lines) == list(lines)


@pytest.mark.parametrize(
    ("noise", "rest"),
    [
        ("5", "（二）补贴骑手。"),
        ("扫描件 ", "（二）补贴骑手。"),
        ("~~ ii ", "（二）补贴骑手。"),
        ("复印件", "（二）补贴骑手。"),
    ],
)
def test_pages_and_words_of_a_scanner_before_a_number(noise: str, rest: str) -> None:
    assert parted("（一）设立驿站。", noise + rest) == ["（一）设立驿站。", f"<{noise.strip()}>", rest]


def test_a_word_before_a_number_is_none_of_a_scanner() -> None:
    assert parted("（一）设立驿站。", "措施（二）补贴骑手。") == ["（一）设立驿站。", "措施（二）补贴骑手。"]
