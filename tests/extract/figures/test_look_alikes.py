"""Numbers and names that look like what a rule sets apart, and count all the same."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure, Gap
from guitu.extract.figures import figures
from tests.extract.factories import draft


def read(text: str) -> tuple[tuple[Figure, ...], tuple[Gap, ...]]:
    return figures.find(draft(text, chapter="work", title="云州市城市更新“十四五”规划", tasks=["建设"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开设三门乡土课程。", [("乡土课程", "3门")]),
        ("购置五台山地农机。", [("购置山地农机", "5台")]),
        ("配备三台县级检测设备。", [("县级检测设备", "3台")]),
        ("五台山景区修复林地200公顷。", [("五台山景区修复林地", "200公顷")]),
    ],
)
def test_a_numeral_before_a_kind_of_land_counts(text: str, expected: list[tuple[str, str]]) -> None:
    """三门乡土课程 are three courses; the numeral of 五台山 counts nothing."""
    assert [(one.indicator, f"{one.value}{one.unit}") for one in read(text)[0]] == expected


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("新增千亩以上高标准农田。", ["新增高标准农田 >= 1000亩"]),
        ("完成万亩以上造林任务。", ["造林任务 >= 1万亩"]),
        ("改造万亩以上灌溉设施。", ["改造灌溉设施 >= 1万亩"]),
        ("千亩以上种植基地达到50个。", ["千亩以上种植基地 = 50个"]),  # which are meant
        ("发展万头以上规模牧场。", []),
    ],
)
def test_a_bare_thousand_is_a_bound_unless_it_tells_a_class(text: str, figures: list[str]) -> None:
    assert [f"{one.indicator} {one.comparator} {one.value}{one.unit}" for one in read(text)[0]] == figures


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("高新技术企业突破300家、技术合同成交额达到50亿元。", ">"),
        ("到2027年，孵化平台突破40家、工艺装备更新20台。", ">"),
        ("科研院所突破60家。", ">"),
        ("突破20项关键技术。", "="),
    ],
)
def test_what_is_broken_through_stands_behind_its_own_number(text: str, comparator: str) -> None:
    """A next item of the list says nothing about the number before it."""
    assert read(text)[0][0].comparator == comparator


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("压减东桥、西川等地煤炭消费量20万吨。", "压减"),
        ("新增临港、北坪等地养老床位2000张。", "新增"),
        ("减少石山、青岚等地农药使用量10吨。", "减少"),
        ("扶持东桥、西川等地特色种植基地12个。", ""),
    ],
)
def test_a_verb_of_change_before_places_stays(text: str, change: str) -> None:
    """How much less coal is burnt somewhere is not how much is burnt."""
    name = read(text)[0][0].indicator

    assert name.startswith(change) if change else name == "特色种植基地"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("柳林工业园区承接退城企业。全市工业总产值达到500亿元，利润达到50亿元。", "利润"),
        ("东湖产业园以新材料为主。到2027年，全区产值达到500亿元，利润达到50亿元。", "利润"),
        ("青岚水厂，供水稳定。全县用水产值达到8亿元，利润达到2亿元。", "利润"),
    ],
)
def test_a_sentence_of_the_whole_area_ends_what_a_work_earns(text: str, name: str) -> None:
    """The profit told beside the output of a whole city is not that of the zone named before."""
    last = read(text)[0][-1].indicator

    assert last.endswith(name)
    assert not last.startswith(("柳林", "东湖", "青岚"))


def test_a_zone_keeps_what_the_next_sentence_tells_of_it() -> None:
    """Without another subject the zone goes on."""
    found = read("柳林工业园区承接退城企业。每年培训员工，产值达到50亿元。")[0]

    assert found[-1].indicator == "柳林工业园区产值"


@pytest.mark.parametrize(
    "text",
    [
        "占地500亩，开放运营。",
        "青山县、白水县建设冷链物流园，占地均为300亩。",
        "到2027年，占地达到80亩。",
    ],
)
def test_ground_of_nothing_leaves_a_gap(text: str) -> None:
    """Ground measures nothing where nobody says what stands on it."""
    found, gaps = read(text)

    assert not found
    assert [gap.kind for gap in gaps] == ["unread-number"]


def test_ground_of_a_work_is_read() -> None:
    """What is built before it has the ground."""
    found = read("建设物流园，占地300亩。")[0]

    assert [(one.indicator, f"{one.value}{one.unit}") for one in found] == [("物流园占地", "300亩")]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("到2027年，新增5家中型以上、20家小型。", "="),
        ("到2027年，引进20名工程师以上、30名教授。", "="),
        ("到2027年，评定4座三星以上、8座二星。", "="),
        ("到2027年，建成快递网点的有65个建制村以上。", ">="),
    ],
)
def test_a_grade_and_those_above_it_are_no_bound_of_the_count(text: str, comparator: str) -> None:
    """5家中型以上 are five of a size; 65个建制村以上 are sixty-five or more."""
    assert read(text)[0][0].comparator == comparator


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建成充电桩200座、达到标准的方可投入使用。", ["200"]),
        ("新建厂房20万平方米、通过验收的方能投产。", ["20"]),
        ("改造泵站30座、经评估的才可移交。", ["30"]),
        ("服务企业500家、连接设备1万台的奖励300万元。", []),
    ],
)
def test_what_is_made_before_a_condition_without_number_is_read(text: str, expected: list[str]) -> None:
    """Only the item right before 的方可 is the condition where it has no number of its own."""
    assert [str(one.value) for one in read(text)[0]] == expected


@pytest.mark.parametrize(
    "text",
    [
        "青岚水厂，日供水能力20万吨；北川水厂，总投资3亿元。总投资达到10亿元。",
        "临江大桥，全长3公里；北坪隧道，全长2公里。总投资达到10亿元。",
        "东湖医院，总投资6亿元；石山中学，总投资2亿元。总投资10亿元。",
    ],
)
def test_a_sum_behind_a_list_of_works_is_of_none_of_them(text: str) -> None:
    """What all of them cost is not what the last one costs."""
    found = read(text)[0]

    assert len(found) >= 2
    assert not [one for one in found if one.value == 10 and one.indicator.startswith(("北川", "北坪", "石山"))]


def test_each_work_of_a_list_keeps_its_own_size() -> None:
    """Until the list ends, each work has what its part tells."""
    found = read("青岚水厂，日供水能力20万吨；北川水厂，总投资3亿元。")[0]

    assert [one.indicator for one in found] == ["青岚水厂日供水能力", "北川水厂总投资"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("茶叶出口额三年累计突破15亿美元。", "茶叶出口额"),
        ("培训人数五年累计达到2万人次。", "培训人数"),
        ("造林面积三年共达到30万亩。", "造林面积"),
    ],
)
def test_the_years_of_a_sum_are_no_part_of_its_name(text: str, name: str) -> None:
    assert [one.indicator for one in read(text)[0]] == [name]
