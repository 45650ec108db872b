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
        ("县财政局、区域合作办、文旅局", "县文化和旅游局"),
        ("省财政厅、市政管理局、水利厅", "省水利厅"),
    ],
)
def test_a_sign_inside_a_word_is_no_rank(listed: str, last: str) -> None:
    """市 of 市场 and 区 of 区域 do not end the rank that a list carries on."""
    text = f"工作分工方案\n一、重点任务\n（一）抓衔接。做好衔接。（责任单位：{listed}）\n"
    (facts,) = read(Source("a.txt", text.encode())).documents
    assert facts.responsibilities[-1].agency.name == last
