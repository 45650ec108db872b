"""Short forms that a reform settled in the counties of one province: there in full, elsewhere as written."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.owners.names.times import of_time
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.words.agencies import read as name
from guitu.extract.words.agency_writings import writings
from guitu.ontology.knowledge import forms

PLACED = [
    ("区文体旅局", "福州市东桥区", "文化体育和旅游局"),
    ("区文广旅体局", "杭州市东桥区", "文化和广电旅游体育局"),
    ("区文旅广体局", "长沙市东桥区", "文化旅游广电体育局"),
    ("区文广旅体局", "惠州市东桥区", "文化广电旅游体育局"),
    ("区文广体旅局", "梧州市东桥区", "文化广电体育和旅游局"),
    ("区文旅体局", "合肥市东桥区", "文化旅游体育局"),
    ("区文体广旅局", "南京市东桥区", "文体广电和旅游局"),
    ("区文旅广电局", "沈阳市东桥区", "文化旅游和广播电视局"),
    ("区文广旅局", "南充市东桥区", "文化广播电视和旅游局"),
    ("区教体局", "济南市东桥区", "教育和体育局"),
    ("区教体局", "昆明市东桥区", "教育体育局"),
    ("区科经局", "武汉市东桥区", "科学技术和经济信息化局"),
    ("区审批局", "太原市东桥区", "行政审批服务管理局"),
    ("区综合执法局", "海口市东桥区", "综合行政执法局"),
    ("区交通局", "重庆市东桥区", "交通局"),
    ("区社保局", "惠州市东桥区", "社会保险基金管理局"),
    ("区政数局", "武汉市东桥区", "政务服务和大数据管理局"),
    ("区营商局", "佳木斯市东桥区", "营商环境建设监督局"),
]


@pytest.mark.parametrize(("written", "place", "official"), PLACED)
def test_in_a_place_of_the_reform_it_is_settled(written: str, place: str, official: str) -> None:
    found = name(written, place)
    assert (found.name, found.known) == (place + official, True)
    assert place + written[1:] in writings(found) or official == written[1:]


@pytest.mark.parametrize(
    "written",
    [
        *sorted({written for written, *_ in PLACED} - {"区交通局", "区营商局"}),
        "区房管局",
        "区科信局",
        "区国资局",
        "区市政局",
    ],
)
def test_elsewhere_it_stays_as_written(written: str) -> None:
    found = name(written, "云州市东桥区")
    assert (found.name, found.known) == (f"云州市东桥{written}", False)


@pytest.mark.parametrize(
    ("written", "place", "official"),
    [
        ("市文广旅局", "成都市", "文化广电旅游局"),  # the nearest place decides, not the province
        ("市房管局", "上海市", "房屋管理局"),
        ("区房管局", "上海市徐汇区", "住房保障和房屋管理局"),
        ("区科经委", "上海市东桥区", "科技和经济委员会"),
        ("区住房城乡建委", "重庆市东桥区", "住房和城乡建设委员会"),
        ("市财金局", "云州市", "财政金融局"),
        ("区生态局", "云州市东桥区", "生态环境局"),
    ],
)
def test_the_nearest_place_decides(written: str, place: str, official: str) -> None:
    assert name(written, place).name == place + official


def test_before_the_reform_it_stays_as_written() -> None:
    agency = name("区教体局", "济南市东桥区")
    assert [of_time(agency, year).name for year in (2016, 2021, None)] == [
        "济南市东桥区教体局",
        "济南市东桥区教育和体育局",
        "济南市东桥区教育和体育局",
    ]


GIVEN_UP = {f"{{full}}{matter}委员会" for matter in ("农业", "文化", "规划", "农林")}
"""Names that all who bore them gave up with one reform."""


def test_a_name_bound_to_places_says_which() -> None:
    assert all(form.of for form in forms() if form.until and not form.shared and form.name not in GIVEN_UP)


@pytest.mark.parametrize(
    ("written", "place", "official"),
    [
        ("区文化委", "云州市东桥区", "文化委员会"),
        ("市规划委", "云州市", "规划委员会"),
        ("县农林委", "青岚县", "农林委员会"),
    ],
)
def test_what_was_given_up_is_in_full_before(written: str, place: str, official: str) -> None:
    """Where no time is told, or after the reform, it stays as written."""
    agency = name(written, place)
    assert [of_time(agency, year).name for year in (2016, 2019, 2024, None)] == [
        f"{place}{official}",
        *(f"{place}{written[1:]}",) * 3,
    ]


@pytest.mark.parametrize("place", ["上海市", "重庆市", "武汉市", "深圳市"])
def test_a_short_name_of_another_body_there(place: str) -> None:
    """There 规划委 was that of land, of planning and land resources."""
    assert of_time(name("市规划委", place), 2016).name == f"{place}规划委"


@pytest.mark.parametrize("matter", ["文化", "规划", "农林"])
def test_the_office_of_a_council_is_a_body(matter: str) -> None:
    text = f"云州市文物保护工作方案（2016年）\n一、重点任务\n（一）普查文物。市{matter}委员会办公室负责登记文物。\n"
    (document,) = read(Source("plan.txt", text.encode())).documents
    assert [one.agency.name for one in document.responsibilities] == [f"云州市{matter}委员会办公室"]


def facts(line: str, more: str) -> Facts:
    text = f"青岚县2026年重点工作方案\n\n一、重点任务\n（一）{line}\n（二）加强统计。{more}\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


@pytest.mark.parametrize(
    ("written", "said", "full"),
    [
        ("县文旅体局", "由县文化广电旅游体育局负责汇总。", "青岚县文化广电旅游体育局"),
        ("县农水局", "由县农业农村局负责汇总。", None),  # it has not all its parts
        ("县文旅广体局", "由县文化广电旅游体育局负责汇总。", "青岚县文化广电旅游体育局"),
        ("县农水局", "由县农业农村和水务局负责汇总。", "青岚县农业农村和水务局"),
        ("县工信商务局", "由县商务和工业信息化局负责汇总。", "青岚县商务和工业信息化局"),
        ("县文旅局", "由县文化旅游广电体育局负责汇总。", "青岚县文化旅游广电体育局"),
        ("县住建局", "由县住房和城乡建设交通局负责汇总。", "青岚县住房和城乡建设交通局"),
        ("县住建局", "由县水利局负责汇总。", "青岚县住房和城乡建设局"),
        ("县教科局", "报临江省教育和科学技术局。", None),
        ("县经信科技局", "由县科学技术和经济信息化局、县科技经济信息化局负责汇总。", None),  # two such names
    ],
)
def test_names_of_the_same_parts_are_one_body(written: str, said: str, full: str | None) -> None:
    owner = facts(f"完善服务。提升服务。（责任单位：{written}）", said).responsibilities[0]
    assert owner.agency.name == (full or f"青岚{written}")
