"""What exists and is leant upon or looked after is no target; what is built with it, or done by a day, is one."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市公共服务实施方案（2026—2028年）", "tasks": ["建设"]}


def read(sentence: str) -> list[tuple[str, str]]:
    """Indicator and value of each figure of a paragraph."""
    return [(f.indicator, str(f.value)) for f in figures.find(draft(sentence, **WORK))[0]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        "依托3所中心学校和22个教学点，开展走教送教。",
        "发挥9家省级重点实验室平台优势，联合攻关共性技术。",
        "用好东桥区6座图书馆的阅览场地，延长开放时间。",
        "充分利用31个村级文化广场的场地，开办夜校。",
        "借助4个海外仓，拓展跨境电商渠道。",
        "加强对64座小水电站、7座中型电站的生态流量监管，按月通报结果。",
        "强化全市113家养老机构的消防安全管理。",
        "落实540名林长巡林责任。",
        "对9个自然保护区和31处湿地开展日常巡护，严查违法行为。",
        "对全县26座尾矿库逐一落实包保责任。",
        "规范77家民办托育机构运营管理。",
        "加大对42座水库巡查力度。",
        "强化42座水库度汛安全。",
        "加强42个建设工地监管。",
    ],
)
def test_what_exists_is_no_target(sentence: str) -> None:
    """Its number says what is leant upon, or what is watched and kept as it is."""
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("依托3家链主企业建设5个检测中心。", [("检测中心", "5")]),
        ("联合4所高校共建研究院2个。", [("研究院", "2")]),
        ("发挥12个商会作用，引进项目30个。", [("项目", "30")]),
        ("2027年底前，对35家企业开展全覆盖巡查。", [("企业开展全覆盖巡查", "35")]),
        ("对40座水库进行除险加固。", [("水库除险加固", "40")]),
        ("加强3座大桥监测系统建设。", [("加强大桥监测系统建设", "3")]),
        ("加强14个集贸市场改造和日常监管。", [("加强集贸市场改造和日常监管", "14")]),
        ("完善14个公园建设和管护。", [("完善公园建设", "14")]),
        ("对14个老旧小区实施改造并落实管护责任。", [("老旧小区实施改造", "14")]),
        ("加大14座水厂建设力度。", [("加大水厂建设力度", "14")]),
        ("完善14座污水处理站建设管理。", [("完善污水处理站建设管理", "14")]),
        ("综合利用30万吨秸秆。", [("综合利用秸秆", "30")]),
    ],
)
def test_what_is_made_or_done_by_a_day_is_a_target(sentence: str, expected: list[tuple[str, str]]) -> None:
    """The same things worked on, and what is built with them."""
    assert read(sentence) == expected
