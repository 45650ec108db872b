"""What exists and is worked on, those counted with what they do, and numbers that only count what is known."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市民生实施方案", "tasks": ["建设"]}


def read(sentence: str, **settings: object) -> list[tuple[str, str, str]]:
    """Kind, indicator and value of each figure of a paragraph."""
    found, _ = figures.find(draft(sentence, **(WORK | settings)))  # type: ignore[arg-type]
    return [(figure.kind, figure.indicator, str(figure.value)) for figure in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("改扩建现有12座泵站和8个排涝站。", [("target", "泵站", "12"), ("target", "排涝站", "8")]),
        ("2年内完成现有26条背街小巷的路灯改造任务。", [("target", "背街小巷的路灯改造任务", "26")]),
        ("将现有60辆柴油环卫车更换为电动车，减少排放。", [("target", "更换柴油环卫车", "60")]),
        ("把现有35台老旧电梯更新为节能电梯。", [("target", "更新老旧电梯", "35")]),
        ("将现有9处简易站房改建为载重2吨的标准站房。", [("target", "改建简易站房", "9")]),
        # what is only used, looked after or stood on
        ("对现有40所学校食堂进行管理。", []),
        ("依托现有14个驿站开展志愿服务。", [("observation", "驿站开展志愿服务", "14")]),
        ("在现有22个社区开展试点的基础上，逐步扩大范围。", [("observation", "社区", "22")]),
    ],
)
def test_what_exists_and_is_worked_on_is_a_target(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """改扩建现有12座泵站 commits; 依托现有14个驿站 does not."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新增40个自然村通硬化路。", "新增通硬化路的自然村"),
        ("推动8个公园打开围墙。", "打开围墙的公园"),
        ("为30个街道社区服务机构配备智能终端。", "配备智能终端的街道社区服务机构"),
        ("解决南河镇、白石镇等9个村的季节性缺水问题。", "解决季节性缺水问题的村"),
        ("缓解云湖区、青岚县等14个社区的停车困难。", "缓解停车困难的社区"),
        # a compound is left whole
        ("新建30所学校实验室。", "学校实验室"),
    ],
)
def test_those_counted_are_named_by_what_they_do(sentence: str, expected: str) -> None:
    """What those counted are to do tells which of them are meant."""
    assert [name for _, name, _ in read(sentence)] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "支持12个山区县率先发展，指导6个乡镇召开动员会。",
        "做好其余5个隐患点的治理工作。",
        "提出六大类24项主要指标，其中约束性指标9项。",
        "围绕便民等6个方面48项指标，开展全面检查。",
        "低效用地是指容积率低于40%、亩均税收不足8万元的工业用地。",
        "推进8万吨水厂建设。",
        "签约的45个项目中，外资项目全部开工。",
        "总量在全省76个县中位列第五。",
        "细化餐厨垃圾处置二次污染防控办法。",
        "加快云岭煤制油、青岚2个气化炉、白石电厂扩建等项目建设。",
    ],
)
def test_a_number_that_counts_what_is_known_is_none(sentence: str) -> None:
    """Those addressed, the rest, indicators of a paper, definitions, the size of one works, parts of a name."""
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("支持60家企业上云。", [("target", "上云企业", "60")]),
        ("完成约束性指标9项以上。", [("target", "约束性指标", "9")]),
        ("新建3所高中，完成剩余16个村的改水任务。", [("target", "高中", "3"), ("target", "剩余村的改水任务", "16")]),
        ("新建2万吨冷库。", [("target", "冷库", "2")]),
        ("建设90万千瓦储能电站。", [("target", "储能电站", "90")]),
        ("容积率低于40%的地块全部清退，亩均税收达到8万元。", [("target", "亩均税收", "8")]),
    ],
)
def test_what_looks_like_those_is_read(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """A deed with a number is a target although its words stand in those, too."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("开工建设云州、青岚等5个省级物流枢纽。", [("target", "省级物流枢纽", "5")]),
        ("推动青岚电厂、白石电厂等180万千瓦机组投产。", [("target", "机组投产", "180")]),
        ("布局实施智能制造、生物育种等6个重大科技专项。", [("target", "重大科技专项", "6")]),
        # in how many parts something is done
        ("实施文化惠民、全民阅读等8项行动。", []),
    ],
)
def test_some_named_of_those_counted(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """Where a verb of doing reaches all of them, those named are examples."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("10公里河道清淤、岸坡加固基本完成。", "河道清淤、岸坡加固"),
        ("36公里管道更新全面完工。", "管道更新"),
        ("2万亩高标准农田项目开工建设。", "高标准农田项目"),
        ("重点整治青岚山至南河口段沿江岸线36公里岸滩修复。", "岸滩修复"),
        ("形成5万吨的冷藏能力。", "冷藏能力"),
    ],
)
def test_a_measure_before_its_deed(sentence: str, expected: str) -> None:
    """A measure that opens a clause, or stands amid it, measures the deed behind it."""
    assert [name for _, name, _ in read(sentence)] == [expected]


def test_a_measure_of_what_is_not_done_is_none() -> None:
    """A measure without a deed says of what size a thing is."""
    assert read("36公里环湖步道风景优美。") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("山洪救援队力争40分钟内到达受灾村组。", ["山洪救援队到达受灾村组"]),
        ("移动抢修分队确保2小时内赶到停电区域。", ["移动抢修分队赶到停电区域"]),
        ("航空护林飞机基本实现1小时内到达林区火场。", ["航空护林飞机到达林区火场"]),
        ("志愿者2小时内可以离开。", []),
    ],
)
def test_how_soon_somebody_is_there(sentence: str, expected: list[str]) -> None:
    """Where they go may take more words than 现场."""
    assert [name for _, name, _ in read(sentence)] == expected


def test_a_year_in_a_modifier_is_no_frame() -> None:
    """“十四五”批复的 tells which bases are meant, not when they are built."""
    found, _ = figures.find(
        draft("加快建设“十四五”批复的4个风光基地，新增装机900万千瓦。", chapter="work", period=None,
              title="云州市2027年工作要点", tasks=["建设"])
    )  # fmt: skip
    assert [(figure.kind, figure.year) for figure in found] == [("target", 2027), ("target", 2027)]


def test_a_rise_from_what_is_now_is_a_target() -> None:
    """由目前的45% tells where it starts, not that it is told of the past."""
    found = read("自来水普及率由目前的45%提高到62%。", chapter="goals")
    assert found == [("observation", "自来水普及率", "45"), ("target", "自来水普及率", "62")]
