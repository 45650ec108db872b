"""Names that hold a time, a verb or whose each is: the governing clause tells the rest, or the number is a gap."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source

PLAN = (
    "云州市产业发展实施方案（2022—2025年）\n2022年6月9日\n一、总体要求\n坚持绿色发展。\n{}"
    "二、重点任务\n（一）做好工作。{}（市农业局）\n"
)


def told(sentence: str, above: str = "") -> list[tuple[str, str, int | None]]:
    (found,) = read(Source("plan.txt", PLAN.format(above, sentence).encode())).documents
    return [(f.indicator, str(f.value), f.year) for f in found.figures]


def gaps(sentence: str) -> int:
    (found,) = read(Source("plan.txt", PLAN.format("", sentence).encode())).documents
    return sum(gap.kind == "unread-number" for gap in found.gaps)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("污水处理率2023年达到90%，2024年起达到95%以上。", [("污水处理率", "90", 2023), ("污水处理率", "95", 2024)]),
        ("公交车新能源比例2024年以后保持在90%以上。", [("公交车新能源比例", "90", 2024)]),
        ("2023年起，新建住宅装配率不低于30%。", [("新建住宅装配率", "30", 2023)]),
        ("自2023年起公交车新能源比例达到80%。", [("公交车新能源比例", "80", 2023)]),
        # what begins is no frame: of no clause behind, of no count of things made
        ("2023年起全面推行新标准，巩固率达到90%。", [("巩固率", "90", None)]),
        ("自2023年起新建车站20座，培训教师300名。", [("新建车站", "20", None), ("培训教师", "300", None)]),
        ("2023年起，分三年新建水厂6座。", [("分三年新建水厂", "6", None)]),
        ("2022年改造水厂2座，2023年起淘汰锅炉50台。", [("改造水厂", "2", 2022), ("淘汰锅炉", "50", None)]),
        # what the unit counts
        ("加快口袋公园建设，每年新建20个。", [("新建口袋公园", "20", None)]),
        ("加快5G基站建设，每年新建300个。", [("新建5G基站", "300", None)]),
        ("引进高层次人才，每年引进50名。", [("引进高层次人才", "50", None)]),
        # parts of a whole that was read
        ("引进900名高层次人才，其中博士200名。", [("高层次人才", "900", None), ("博士", "200", None)]),
        ("建成20所学校，其中小学12所、初中8所。", [("学校", "20", None), ("小学", "12", None), ("初中", "8", None)]),
        ("种植90万亩粮食，其中水稻20万亩。", [("粮食", "90", None), ("水稻", "20", None)]),
        # what is made by leaning on something
        ("依托龙头企业建设创新中心和20个研发平台。", [("研发平台", "20", None)]),
        ("利用边角地建设口袋公园和50个停车场。", [("停车场", "50", None)]),
        # no ranks, no ceilings of support, no names of places
        ("引进博士后200名。", [("博士后", "200", None)]),
        ("剧场扩建后800位。", [("剧场扩建后", "800", None)]),
        ("单个企业产值最高达到50亿元。", [("单个企业产值最高", "50", None)]),
        ("当年开工率达到90%。", [("当年开工率", "90", None)]),
        ("三年完成率达到100%。", [("三年完成率", "100", None)]),
        ("整治河道三十里，新建步道二十里。", [("整治河道", "30", None), ("新建步道", "20", None)]),
        # the sum of what the clause before makes
        ("设立产业引导基金，首期10亿元。", [("产业引导基金首期", "10", None)]),
        ("建设通用机场，首期15亿元。", [("通用机场首期", "15", None)]),
        # words of their own
        ("2023年起重机产量达到50台。", [("起重机产量", "50", 2023)]),
        ("2023年起跑项目5个。", [("起跑项目", "5", 2023)]),
        ("2023年起重点改造水厂5座。", [("重点改造水厂", "5", None)]),
        ("2021年起建设的环湖路完成投资5亿元。", [("环湖路完成投资", "5", None)]),
        ("五年盘活低效用地80万平方米。", [("盘活低效用地", "80", None)]),
        ("加快环湖公路建设，年内完成投资1.2亿元。", [("环湖公路建设投资", "1.2", None)]),
        ("发展茶叶，每年新栽2万亩。", [("新栽茶叶", "2", None)]),
        ("毕业后200名学生就业。", [("毕业后学生就业", "200", None)]),
    ],
)
def test_the_governing_clause_says_of_what(sentence: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "设立科技专项，依托云州大学，两年内投入不少于5000万元。",
        "油茶基地扩大，每年新造3万亩。",
        "一类地区不低于20%。",
        "单个项目最高支持500万元。",
        "单户额度最高500万元。",
        "推进乡村振兴，每年新建20个。",
        "推进乡村振兴战略，每年打造20个。",
        "加快招商引资，每年引进50个。",
        "实施头雁培育行动，每年培育200名。",
        "培育科技企业，每年引进50名。",
        "推进示范创建，每年创建30个。",
        "发展油茶产业，新造3万亩。",
        "推进交通发展，首期15亿元。",
        "依托职工大学和9个街道教学点开展培训。",
        "推进东桥基地1090万千瓦项目开工，其中光伏800万千瓦、风电250万千瓦。",
    ],
)
def test_what_nothing_settles_is_a_gap(sentence: str) -> None:
    assert told(sentence) == []
    assert gaps(sentence)


@pytest.mark.parametrize("sentence", ["建设五里桥枢纽等配套园。", "力争退出全省空气质量后10位。"])
def test_a_name_and_a_rank_hold_no_figure(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("head", "items"),
    [
        ("2021年，全市基地面积300万亩。力争到2024年：", "产业产值达到200亿元；\n新建学校12所。"),
        ("到2024年，要实现以下目标：", "——产业产值达到200亿元。\n——新建学校12所。"),
        ("经过努力，2024年完成以下任务：", "一是产业产值达到200亿元。\n二是新建学校12所。"),
    ],
)
def test_the_head_of_a_list_gives_its_year_to_the_list_alone(head: str, items: str) -> None:
    found = told("建设茶园3万亩。", f"{head}\n{items}\n改造管网30公里。\n")
    years = {name: year for name, _, year in found if "基地" not in name}

    assert years == {"产业产值": 2024, "新建学校": 2024, "改造管网": None, "茶园": None}


def listed(head: str, items: str) -> list[tuple[str, int | None]]:
    return [(name, year) for name, _, year in told(f"建设茶园3万亩。\n{head}\n{items}") if name != "茶园"]


@pytest.mark.parametrize(
    ("head", "items", "expected"),
    [
        # the list ends with its own marks
        (
            "一是到2024年实现：",
            "——新建车站20座。\n——改造桥梁10座。\n二是治理河道5公里。",
            [("新建车站", 2024), ("改造桥梁", 2024), ("治理河道", None)],
        ),
        ("力争到2024年，完成以下任务：", "新建车站20座；\n改造桥梁10座。\n——治理河道5公里。", [2024, 2024, None]),
        # a time of its own
        ("到2024年，完成以下任务：", "——每年新建车站20座。\n——三年内改造桥梁10座。", [None, None]),
        ("到2024年，完成以下任务：", "——新建车站20座，2023年建成。\n——2025年改造桥梁10座。", [None, 2025]),
        # years of others, behind the end of the plan, of a condition, of what only begins
        ("对照国家2025年目标：", "——新建车站20座。", [None]),
        ("对标2025年，重点推进以下任务：", "——新建车站20座。", [None]),
        ("以2025年建成强市为目标，重点做好：", "——新建车站20座。", [None]),
        ("到2035年，实现以下目标：", "——新建车站20座。", [None]),
        ("到2025年，美丽云州基本建成，重点实施以下工程：", "——新建车站20座。", [None]),
        ("省里要求2024年达到以下指标：", "——新建车站20座。", [None]),
        ("全省2024年目标是：", "——新建车站20座。", [None]),
        ("2024年达到规上标准的企业：", "——新建车站20座。", [None]),
        ("到2024年，力争开工以下项目：", "——新建车站20座。", [None]),
    ],
)
def test_the_year_of_a_list_holds_for_its_own_items(head: str, items: str, expected: list[object]) -> None:
    found = listed(head, items)

    assert [one if isinstance(expected[i], tuple) else one[1] for i, one in enumerate(found)] == expected


@pytest.mark.parametrize("begins", ["2023年起全面实施免费教育，", "自2023年起提高补助标准，"])
def test_what_begins_leaves_its_year_to_nothing_behind(begins: str) -> None:
    above = f"二、发展目标\n到2025年，入园率达到95%。{begins}入学率达到98%。\n巩固率达到99%。\n——升学率达到90%。\n"

    assert {year for name, _, year in told("建设茶园3万亩。", above) if name.endswith("率")} == {2025}


def test_what_began_tells_no_year_of_a_review() -> None:
    found = told("建设茶园3万亩。", "二、发展基础\n2020年起，全市先后投入资金5亿元，建成车站20座。\n")

    assert all(year != 2020 for _, _, year in found)


def test_a_year_that_is_over_heads_no_goals() -> None:
    found = told("建设茶园3万亩。", "2020年，完成任务如下：\n——改造管网30公里。\n")

    assert all(year != 2020 for _, _, year in found)
