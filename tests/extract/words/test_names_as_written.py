"""Short names whose full one differs by place or time: in full where data settle it, else as they are written."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Document, Facts
from guitu.extract.owners.names.times import of_time, years_of
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.words.agencies import read as name
from guitu.ontology.knowledge import forms


def owners(text: str) -> list[str]:
    (found,) = read(Source("plan.txt", text.encode())).documents
    return [one.agency.name for one in found.responsibilities]


def facts(place: str, who: str, more: str = "") -> Facts:
    text = f"{place}2026年工作方案\n\n一、重点任务\n（一）统筹推进。{more}按月调度。（责任单位：{who}）\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


@pytest.mark.parametrize(
    "short",
    [
        "市应急委",
        "市政务办",
        "市人才办",
        "市交委",
        "市民宗委",
        "市金融办",
        "市文明办",
        "市自贸办",
        "市反恐办",
        "市残工委",
    ],
)
@pytest.mark.parametrize("place", ["云州市", "海陵市"])
def test_what_cities_call_differently_stays_as_written(short: str, place: str) -> None:
    found = name(short, place)
    assert (found.name, found.known, found.settled) == (place + short[1:], False, True)


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("市委农办", "中共云州市委农办"),
        ("市委人才办", "中共云州市委人才工作领导小组办公室"),
        ("市委党史办", "中共云州市委党史办"),
        ("市委农村工作办公室", "中共云州市委农村工作办公室"),
        ("市供销合作总社", "云州市供销合作总社"),
        ("市数据资源管理局", "云州市数据资源管理局"),
        ("市公共资源交易监督管理局", "云州市公共资源交易监督管理局"),
        ("市行政服务中心", "云州市行政服务中心"),
        ("市通信管理办公室", "云州市通信管理办公室"),
        ("市政府残工委", "云州市人民政府残疾人工作委员会"),
        ("市外办", "云州市人民政府外事办公室"),
    ],
)
def test_a_name_in_full_and_one_behind_the_party_s(written: str, full: str) -> None:
    assert name(written, "云州市").name == full


@pytest.mark.parametrize(
    ("written", "place", "year", "full"),
    [
        ("市交委", "武汉市", 2016, "武汉市交通运输委员会"),
        ("市交委", "武汉市", 2024, "武汉市交委"),
        ("市交委", "广州市", 2012, "广州市交通委员会"),
        ("市应急委", "北京市", 2020, "北京市突发事件应急委员会"),
        ("市应急办", "广州市", 2012, "广州市人民政府应急管理办公室"),
        ("市应急办", "广州市", 2021, "广州市应急办"),
        ("市应急办", "广州市", None, "广州市应急办"),
        ("市邮政局", "云州市", 2012, "云州市邮政局"),
        ("市邮政局", "云州市", 2022, "云州市邮政管理局"),
        ("县邮政局", "青岚县", 2022, "青岚县邮政局"),
        ("市建委", "云州市", 2008, "云州市建委"),
        ("市建委", "云州市", 2012, "云州市城乡建设委员会"),
        ("市网信办", "云州市", 2012, "云州市网信办"),
        ("市网信办", "云州市", 2016, "中共云州市委网络安全和信息化领导小组办公室"),
        ("市委金融办", "云州市", 2020, "中共云州市委金融办"),
        ("市委金融办", "云州市", 2025, "中共云州市委金融委员会办公室"),
        ("市委社工部", "云州市", 2025, "中共云州市委社会工作部"),
        ("市城管局", "长沙市", 2022, "长沙市城市管理和综合执法局"),
        ("市城管局", "云州市", 2022, "云州市城市管理局"),
        ("省供销社", "江苏省", 2020, "江苏省供销合作总社"),
    ],
)
def test_the_place_and_the_year_settle_it(written: str, place: str, year: int | None, full: str) -> None:
    assert of_time(name(written, place), year).name == full


def test_the_years_of_a_document_without_a_date() -> None:
    """An upper bound is not enough for a name that is younger than the bodies that the document names."""
    named = [name(one, "云州市") for one in ("市人社局", "市环保局", "市邮政局", "市建委")]
    least, most = years_of(Document("云州市民生意见"), named)
    assert (least, most) == (2009, 2017)
    assert of_time(named[2], most, least).name == "云州市邮政局"
    assert of_time(named[3], most, least).name == "云州市城乡建设委员会"


@pytest.mark.parametrize(
    ("written", "place", "full"),
    [
        ("申康医院发展中心", "上海市", "上海申康医院发展中心"),
        ("虹桥国际中央商务区管委会", "上海市", "上海虹桥国际中央商务区管理委员会"),
        ("临港新片区管委会", "上海市", "中国（上海）自由贸易试验区临港新片区管理委员会"),
        ("江北新区管委会", "南京市", "南京江北新区管理委员会"),
        ("西咸新区管委会", "陕西省", "陕西省西咸新区开发建设管理委员会"),
        ("东湖高新区管委会", "武汉市", "武汉东湖新技术开发区管理委员会"),
        ("前海管理局", "深圳市", "深圳市前海深港现代服务业合作区管理局"),
        ("虹桥国际中央商务区管委会", "云州市", "虹桥国际中央商务区管理委员会"),
        ("高新区管委会", "云州市", "云州市高新区管理委员会"),
    ],
)
def test_a_body_that_one_city_alone_has(written: str, place: str, full: str) -> None:
    assert name(written, place).name == full


def test_one_body_is_of_one_place() -> None:
    """南京江北新区管理委员会 in a document of the province is that of the city."""
    assert {name("江北新区管委会", place).jurisdiction for place in ("南京市", "江苏省")} == {"南京市"}
    assert all(form.of for form in forms() if form.is_body)


@pytest.mark.parametrize(
    ("who", "full"),
    [
        ("市节水行动领导小组各成员单位", "云州市节水行动领导小组各成员单位"),
        ("市安委会各成员单位", "云州市安全生产委员会各成员单位"),
        ("市安委会成员单位", "云州市安全生产委员会成员单位"),
        ("市养老服务联席会议各有关成员单位", "云州市养老服务联席会议各有关成员单位"),
        ("相关区", "云州市相关区人民政府"),
        ("各有关区县", "云州市各有关区县人民政府"),
        ("有关县区", "云州市有关县区人民政府"),
        ("各区", "云州市各区"),
        ("相关镇街", "云州市相关镇街"),
        ("各有关区、县级市", "云州市各有关区、县级市"),
    ],
)
def test_groups_as_written_and_regions_as_governments(who: str, full: str) -> None:
    assert facts("云州市", f"市水利局、{who}").responsibilities[-1].agency.name == full


def test_the_document_s_own_full_name_settles_it() -> None:
    found = facts("云州市", "市政务办", "由云州市政务服务管理办公室汇总。")
    assert found.responsibilities[-1].agency.name == "云州市政务服务管理办公室"
