"""What a number takes from the words around it: lists, wholes and their parts, years of remarks and of headings."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure, Gap
from guitu.extract.figures import figures
from guitu.extract.recognise import read
from guitu.extract.source import Source
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市城市更新实施方案", "tasks": ["建设"]}


def found(*paragraphs: str, **settings: object) -> list[Figure]:
    return list(figures.find(draft(*paragraphs, **settings))[0])  # type: ignore[arg-type]


def gaps(*paragraphs: str, **settings: object) -> list[Gap]:
    return list(figures.find(draft(*paragraphs, **settings))[1])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "外来猪、牛、羊肉检疫合格率均达到98%以上。",
            ["外来猪肉检疫合格率", "外来牛肉检疫合格率", "外来羊肉检疫合格率"],
        ),
        ("山区的煤、电、气普及率均超过90%。", ["山区的煤普及率", "山区的电普及率", "山区的气普及率"]),
        (
            "生产总值、固定资产投资、服务业增加值分别是2020年的1.5倍、2倍和1.8倍。",
            ["生产总值是2020年", "固定资产投资是2020年", "服务业增加值是2020年"],
        ),
        ("监测断面Ⅰ—Ⅲ类比例达到80%，劣Ⅴ类比例降至1%。", ["监测断面Ⅰ—Ⅲ类比例", "监测断面劣Ⅴ类比例"]),
        (
            "全市用水浓度下降5%，东山区、西湖县分别下降6%、4%。",
            ["全市用水浓度下降", "东山区用水浓度下降", "西湖县用水浓度下降"],
        ),
        ("80%的湿地、70%的林地在保护区内得到保护。", ["湿地在保护区内得到保护", "林地在保护区内得到保护"]),
        ("85%的超市、60%的餐馆和大多数菜场实现明厨亮灶。", ["超市实现明厨亮灶", "餐馆实现明厨亮灶"]),
        ("超过95%的行政村、80%的自然村以及绝大部分林场实现供水。", ["行政村实现供水", "自然村实现供水"]),
        ("70%的企业、50%的合作社以及部分农户在平台上完成登记。", ["企业在平台上完成登记", "合作社在平台上完成登记"]),
        ("在参加培训的渔民中，不少于60%实现转业。", ["参加培训的渔民转业"]),
        ("固定资产投资力争增长8%。", ["固定资产投资增长"]),
        ("基本养老保险参保率达到95%，保障性住房达到2万套。", ["基本养老保险参保率", "保障性住房"]),
        ("建成和美乡村30个，共享车位5000个。", ["和美乡村", "共享车位"]),
        ("基本实现自来水普及率98%，市民参与达到3万人次。", ["自来水普及率", "市民参与"]),
        ("一季度开工率达到60%、上半年达到90%。", ["一季度开工率", "上半年开工率"]),
        ("规划项目30个，其中水厂项目9个，总投资5亿元。", ["规划项目", "水厂项目", "规划项目总投资"]),
        ("床位达到800张，净增护士90名。", ["床位", "净增护士"]),
        ("生产、生活用水量分别降到3亿立方米、2亿立方米。", ["生产用水量", "生活用水量"]),
        ("每万人拥有球场2块，山区每万人达到3块。", ["每万人拥有球场", "山区每万人拥有球场"]),
        ("启动建设800套保障房，整修6条水渠。", ["保障房", "整修水渠"]),
        ("安排财政赤字2亿元，赤字率提高到3%。", ["安排财政赤字", "赤字率"]),
        ("紧扣六条重点产业链，面向20个镇开展招商。", []),
        ("审批时间压缩至30个工作日内。", ["审批时间"]),
        ("创新出台26项便民举措。", ["便民举措"]),
    ],
)
def test_names_are_whole(text: str, expected: list[str]) -> None:
    """A name takes the head, the measure or the predicate that its list or its clause says once."""
    assert [figure.indicator for figure in found(text, **WORK)] == expected


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("未来五年（2026—2030年），新建泵站12座。", 2030),
        ("三年内（2025-2027年）改造管网80公里。", 2027),
        ("未来十年（2023-24至2032-33年度）新增绿地90公顷。", 2033),
        ("未来五年（含试点期），新建泵站12座。", None),
        ("到2028年覆盖率达到80%。覆盖率每年提高2个百分点。", 2028),
    ],
)
def test_years_of_remarks(text: str, year: int | None) -> None:
    """The range of years in a remark says when; what is said of each year has no year of its own."""
    assert found(text, **WORK)[0].year == year


def test_the_year_of_a_heading_that_plans_for_it() -> None:
    """2026年重点任务 says for what year all below it is planned, where nothing nearer says another."""
    tasks = "（一）扩大投资。新建项目20个。\n（二）促进消费。到2028年，建成商圈5个。"
    text = f"云州市工作分工意见\n一、2026年重点任务\n{tasks}"

    facts = read(Source("plan.txt", text.encode())).documents[0]

    assert [figure.year for figure in facts.figures] == [2026, 2028]


def test_of_these_goes_on_with_the_sentence_before() -> None:
    """其中 after a full stop has the year and the tense of what it is a part of."""
    text = "总体目标，到2030年，充电站达到800座。其中，公共充电站达到500座左右；专用充电站300座左右。"

    assert [(f.kind, f.year) for f in found(text, chapter="front")] == [("target", 2030)] * 3


@pytest.mark.parametrize("text", ["零售额跨上千亿台阶。", "用户突破百万大关。", "办理时限分别减至2个月、半个月。"])
def test_what_is_not_read_is_a_gap(text: str) -> None:
    """A step that is named without its unit, and terms that fit no name."""
    assert found(text, **WORK) == []
    assert len(gaps(text, **WORK)) == 1


def test_a_title_that_is_a_target() -> None:
    """The title of an item says how much, also where it goes on to compare."""
    text = "2026年云州市政府工作分工\n一、主要目标\n（一）进出口总额增长9%左右、增速高于全省平均水平。（市商务局牵头）"

    facts = read(Source("plan.txt", text.encode())).documents[0]

    assert [(f.indicator, str(f.value), f.comparator) for f in facts.figures] == [("进出口总额增长", "9", "~")]
