"""Numerals that count nothing: of meetings, in set words, in names of projects, ranks; and counts of those named."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft


def told(text: str) -> list[tuple[str, str]]:
    """Indicator and value with unit of each figure of a paragraph that sets work."""
    settings = {"chapter": "work", "period": None, "title": "云州市政府工作报告", "tasks": ["建设"]}
    return [(f.indicator, f"{f.value}{f.unit}") for f in figures.find(draft(text, **settings))[0]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        # which meeting it was
        "全面落实市委五届七次、八次全会部署。",
        "贯彻县委十二次全会精神。",
        "学习贯彻区委九届六次全体会议精神。",
        # words that only sound like a count
        "让优质戏曲走进千家万户。",
        "开展二十四节气主题研学。",
        "支持二人转等地方戏传承。",
        # the name of a programme or a project holds a number
        "启动百亿斤粮仓提升工程。",
        "推进百万吨冷链提质行动。",
        "加快云州油脂年产40万吨菜籽油等项目建设。",
        "推动东桥钢构年加工6万吨钢构件项目投产。",
        # among how many one is
        "东桥湿地成为首批6个国际湿地城市之一。",
        "云州港是全省3个亿吨大港之一。",
        "青岚县是全国20个示范县之一。",
        # ranks
        "县医院达到三级甲等水平。",
        "乡镇文化站力争达到省一级以上。",
        "青岚图书馆达到国家一级。",
    ],
)
def test_a_numeral_that_counts_nothing(text: str) -> None:
    """Neither a meeting, a saying, a name nor a rank says how much of something there is."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("召开3次全体会议。", [("召开全体会议", "3次")]),
        ("免费送戏进校园，惠及3000家农户。", [("惠及农户", "3000家")]),
        ("新增粮食产能12亿斤。", [("新增粮食产能", "12亿斤")]),
        ("建成年产值20亿元的园区3个。", [("年产值20亿元的园区", "3个")]),
        ("服务质量等级达到4级。", [("服务质量等级", "4级")]),
        ("4家县医院达到三级医院水平。", [("达到三级医院水平的县医院", "4家")]),
    ],
)
def test_what_looks_like_those_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    """The same words with a count of their own are read."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "支持青岚、东桥、云溪等9个山区县加快发展。",
        "推进云州、东桥2个综合医院示范项目。",
        "加快钢铁、纺织、造纸等7个传统产业提质升级。",
        "“一港一策”推动青岚、东桥2个港区高效运营。",
        "加快青岚等4个国家现代流通支点城市建设。",
    ],
)
def test_a_count_of_those_named_is_none(text: str) -> None:
    """A verb that only helps on what is named says nothing of how many there will be."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建青岚、东桥等9个水厂。", [("青岚、东桥等水厂", "9个")]),
        ("推动青岚、东桥等5家企业上市。", [("企业上市", "5家")]),
        ("加快推进36个老旧小区改造。", [("老旧小区改造", "36个")]),
    ],
)
def test_a_count_of_what_is_brought_about_is_one(text: str, expected: list[tuple[str, str]]) -> None:
    """What is built or brought to an end is counted, whoever is named."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("筹集保障性住房600套（户）。", [("筹集保障性住房", "600套（户）")]),
        ("治理黑臭水体12条（段）。", [("治理黑臭水体", "12条（段）")]),
        ("培训护理员3万人（次）以上。", [("培训护理员", "3万人（次）")]),
        # a remark that is no counter is none of the unit
        ("新建公厕30座（含移动公厕）。", [("新建公厕", "30座")]),
        ("新建公厕30座（县城）。", [("新建公厕", "30座")]),
    ],
)
def test_a_second_counter_in_brackets(text: str, expected: list[tuple[str, str]]) -> None:
    """A counter beside another one belongs to the unit."""
    assert told(text) == expected
