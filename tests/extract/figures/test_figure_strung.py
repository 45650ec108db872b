"""Numbers strung together, with years of their own, in names and in forecasts."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

PLAN = "云州市民生实施方案（2026—2028年）"


def read(sentence: str, chapter: str, title: str = "建设") -> list[tuple[str, str, int | None]]:
    """Indicator, value and year of each figure of a paragraph."""
    tasks = [title] if chapter == "work" else []
    found = figures.find(draft(sentence, chapter=chapter, period=None, title=PLAN, tasks=tasks))[0]  # type: ignore[arg-type]
    return [(f.indicator, str(f.value), f.year) for f in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "全县辖6镇2畲族乡88个行政村9个社区。",
            [("全县镇", "6"), ("全县畲族乡", "2"), ("全县行政村", "88"), ("全县社区", "9")],
        ),
        ("我区现辖5街道41社区。", [("我区街道", "5"), ("我区社区", "41")]),
        ("东桥县下辖3镇7乡120个村。", [("东桥县镇", "3"), ("东桥县乡", "7"), ("东桥县村", "120")]),
        # those that are not under it are not strung
        ("全县辖区总面积300平方公里。", [("全县辖区总面积", "300")]),
    ],
)
def test_the_parts_of_a_place_are_each_a_count(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in read(sentence, "situation")] == expected


@pytest.mark.parametrize("chapter", ["situation", "front", "work"])
def test_the_parts_of_a_place_are_no_target(chapter: str) -> None:
    """A place is divided so already; of no place in particular they are left as gaps."""
    found = figures.find(draft("白石区下辖10镇4街道。", chapter=chapter, period=None, title=PLAN))[0]  # type: ignore[arg-type]
    assert [(f.kind, f.indicator) for f in found] == [("observation", "白石区镇"), ("observation", "白石区街道")]
    for sentence in ("项目区辖3镇8村。", "原辖5镇2乡。"):
        of_none, gaps = figures.find(draft(sentence, chapter=chapter, period=None, title=PLAN))[:2]  # type: ignore[arg-type]
        assert not of_none
        assert len(gaps) == 2


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("园区绿电占比由2025年30%提高到45%。", [("园区绿电占比", "30", 2025), ("园区绿电占比", "45", None)]),
        ("书屋藏书由2025年末200册增至500册。", [("书屋藏书", "200", 2025), ("书屋藏书", "500", None)]),
        ("门诊用药由平均300种增至450种以上。", [("门诊用药", "300", None), ("门诊用药", "450", None)]),
    ],
)
def test_both_ends_of_a_rise_are_read(sentence: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert read(sentence, "work") == expected


def test_each_ratio_has_its_year() -> None:
    """由2020年的A:B:C调整为2025年的D:E:F are six figures."""
    found = read("三次产业比例由2020年的20:50:30调整为2025年的15:45:40。", "review")
    assert [one[1:] for one in found] == [
        *(("20", 2020), ("50", 2020), ("30", 2020)),
        *(("15", 2025), ("45", 2025), ("40", 2025)),
    ]


@pytest.mark.parametrize(
    ("sentence", "title", "expected"),
    [
        (
            "2026年建成并网20万千瓦，到2028年开工90万千瓦、建成并网60万千瓦。",
            "海上风电",
            [("海上风电建成并网", "20"), ("海上风电开工", "90"), ("海上风电建成并网", "60")],
        ),
        (
            "推进光伏电站开工100万千瓦、并网80万千瓦。",
            "建设",
            [("光伏电站开工", "100"), ("光伏电站并网", "80")],
        ),
        ("到2028年，投产30万千瓦。", "分散式风电", [("分散式风电投产", "30")]),
        # numerals that end a name or tell a kind, and places in an order
        ("在青岚百发、湖滨，东桥核电等地布局海水淡化工程。", "建设", []),
        ("千人以上供水工程全部安装计量设备。", "建设", []),
        ("力争退出全省水质排名后5位。", "建设", []),
        ("空气质量排名退出全市后3位。", "建设", []),
        # counts behind a place or a time are counts
        ("在白石百家企业开展试点。", "建设", [("企业开展试点", "100")]),
        ("在全县百家企业推广节水。", "建设", [("企业推广节水", "100")]),
        ("在园区一百家企业推广直供。", "建设", [("企业推广直供", "100")]),
        ("于年内建千个充电桩。", "建设", [("于年内建充电桩", "1000")]),
        ("毕业后200名学生就业。", "建设", [("毕业后学生就业", "200")]),
        ("改制后20名职工安置。", "建设", [("改制后职工安置", "20")]),
        ("术后4位患者康复。", "建设", [("术后患者康复", "4")]),
    ],
)
def test_the_work_of_a_title_and_numbers_that_are_none(
    sentence: str, title: str, expected: list[tuple[str, str]]
) -> None:
    assert [one[:2] for one in read(sentence, "work", title)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "全市托育机构90家，其中公办30家、民办60家。",
            [("全市托育机构", "90"), ("公办托育机构", "30"), ("民办托育机构", "60")],
        ),
        ("全县幼儿园40所，其中民营25所。", [("全县幼儿园", "40"), ("民营幼儿园", "25")]),
        ("全市学校52所，其中小学20所。", [("全市学校", "52"), ("小学", "20")]),
    ],
)
def test_a_part_by_its_owner_is_one_of_the_whole(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in read(sentence, "review")] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新建项目60个，其中农业类25个。", ["新建项目", "农业类新建项目"]),
        ("建设基地30个，其中蔬菜类10个。", ["基地", "蔬菜类基地"]),
        ("新增床位500张，其中护理类200张。", ["新增床位", "护理类新增床位"]),
    ],
)
def test_a_class_of_things_keeps_the_thing(sentence: str, expected: list[str]) -> None:
    assert [one[0] for one in read(sentence, "work")] == expected


@pytest.mark.parametrize("chapter", ["situation", "review"])
def test_a_forecast_is_no_target(chapter: str) -> None:
    assert read("预计到2028年，全市老年人口将超过20万人，占比接近三成。", chapter) == []
    assert read("到2028年，常住人口将达到90万人。", chapter) == []
