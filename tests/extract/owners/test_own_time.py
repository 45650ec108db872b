"""Names as the document's own time and the registry have them: none of a later body, none made up of a short one."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.words.agencies import read as agency


@pytest.mark.parametrize("name", ["成都铁路局", "上海铁路局", "哈尔滨铁路局"])
def test_a_railway_bureau_is_not_the_company_that_took_over(name: str) -> None:
    """The company has its own short names."""
    assert agency(name, "四川省").name == name
    assert agency("铁路成都局", "四川省").name == "中国铁路成都局集团有限公司"


@pytest.mark.parametrize("name", ["四川电监办", "南京能监办", "云南证监办"])
def test_a_branch_that_the_registry_does_not_have_stays_as_written(name: str) -> None:
    """Its 办 may be short for many words; an office of the city itself is one."""
    assert agency(name, "四川省").name == name
    assert agency("市外联服务办", "云州市").name == "云州市外联服务办公室"


@pytest.mark.parametrize(
    ("listed", "last"),
    [
        ("省教育厅、农业农村厅、市场监管局", "省市场监督管理局"),
        ("县财政局、区域合作办、文旅局", "县文旅局"),
        ("省财政厅、市政管理局、水利厅", "省水利厅"),
    ],
)
def test_a_sign_inside_a_word_is_no_rank(listed: str, last: str) -> None:
    """市 of 市场 and 区 of 区域 do not end the rank that a list carries on."""
    text = f"工作分工方案\n一、重点任务\n（一）抓衔接。做好衔接。（责任单位：{listed}）\n"
    (facts,) = read(Source("a.txt", text.encode())).documents
    assert facts.responsibilities[-1].agency.name == last


@pytest.mark.parametrize(("place", "sign"), [("云州市", "市"), ("青岚县", "县"), ("临江省", "省")])
def test_tax_bureaus_of_before_the_reform_are_two(place: str, sign: str) -> None:
    """国税局 and 地税局 are not the bureau that took over from both."""
    assert agency(f"{sign}国税局", place).name == f"{place}国家税务局"
    assert agency(f"{sign}地税局", place).name == f"{place}地方税务局"
    assert agency(f"{sign}税务局", place).name == f"国家税务总局{place}税务局"


@pytest.mark.parametrize(
    ("year", "place", "written", "name"),
    [
        (2020, "云州市", "市人行", "中国人民银行云州市中心支行"),
        (2025, "云州市", "市人行", "中国人民银行云州市分行"),
        (2020, "青岚县", "县人行", "中国人民银行青岚县支行"),
        (2020, "临江省", "省人行", "临江省人行"),
    ],
)
def test_the_bank_of_the_state_is_named_as_in_its_time(year: int, place: str, written: str, name: str) -> None:
    """A city's 人行 was its 中心支行 until 2023; of a province nothing settles which branch it was."""
    text = f"{place}{year}年金融工作方案\n一、重点任务\n（一）支持企业。扩大信贷。（责任单位：{written}）\n"
    (facts,) = read(Source("a.txt", text.encode())).documents
    assert [one.agency.name for one in facts.responsibilities] == [name]


@pytest.mark.parametrize("name", ["海洋与渔业局", "教育与体育局", "自然资源与规划局"])
def test_a_name_in_full_keeps_how_it_is_joined(name: str) -> None:
    """The registry has 和; a local body may be called 与."""
    assert agency(f"市{name}", "云州市").name == f"云州市{name}"
    assert agency(f"云州市{name}", "云州市").name == f"云州市{name}"


def test_a_name_that_the_state_settles_is_written_as_its_body() -> None:
    """人力资源与社会保障局 is a slip for the bureau of a ministry whose name has 和."""
    assert agency("县人力资源与社会保障局", "青岚县").name == "青岚县人力资源和社会保障局"


@pytest.mark.parametrize(
    ("year", "place", "written", "name"),
    [
        (2018, "云州市", "市消防支队", "云州市公安消防支队"),
        (2016, "青岚县", "县消防大队", "青岚县公安消防大队"),
        (2012, "临江省", "省消防总队", "临江省公安消防总队"),
        (2021, "云州市", "市消防支队", "云州市消防救援支队"),
    ],
)
def test_fire_brigades_were_of_the_police(year: int, place: str, written: str, name: str) -> None:
    """Until the end of 2018."""
    text = f"{place}{year}年冬春防火方案\n一、重点任务\n（一）排查隐患。检查市场。（责任单位：{written}）\n"
    (facts,) = read(Source("a.txt", text.encode())).documents
    assert [one.agency.name for one in facts.responsibilities] == [name]


@pytest.mark.parametrize(
    "name",
    ["城乡规划局", "规划局", "港口管理局", "港口局", "公路事业发展局", "水产畜牧局", "河长制工作办公室"],
)
def test_a_longer_name_is_none_that_the_registry_has_shortened(name: str) -> None:
    """What is written in full is not made a body with a word less."""
    assert agency(f"市{name}", "云州市").name == f"云州市{name}"


@pytest.mark.parametrize(
    ("written", "place", "name"),
    [
        ("人行云州市中心支行", "云州市", "中国人民银行云州市中心支行"),
        ("人民银行襄阳中支", "襄阳市", "中国人民银行襄阳市中心支行"),
        ("人民银行长沙中心支行", "长沙市", "中国人民银行长沙中心支行"),
        ("人行合肥中支", "安徽省", "中国人民银行合肥中心支行"),
    ],
)
def test_a_branch_of_the_bank_bears_the_sign_of_its_city(written: str, place: str, name: str) -> None:
    """But for those of the capitals of provinces."""
    assert agency(written, place).name == name
