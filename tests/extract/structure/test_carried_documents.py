"""Documents that work carries out or rests on: the whole of a name without 《》, and what is not one."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source


def references(said: str, title: str = "青岚县水网建设实施方案") -> list[tuple[str, str]]:
    text = f"{title}\n一、主要任务\n（一）完善水网。健全机制。{said}\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    return [(one.title, one.relation) for one in found.references]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("落实支持新城高质量发展的意见，补齐短板。", "支持新城高质量发展的意见"),
        ("认真贯彻市鼓励企业开展专利质押工作办法文件精神，扩大覆盖。", "鼓励企业开展专利质押工作办法"),
        ("全面落实省政府促进青年就业15条措施，开发岗位。", "促进青年就业15条措施"),
        ("出台贯彻落实国家水网建设规划纲要实施意见。", "国家水网建设规划纲要"),
        ("深入实施以节水为核心的水网建设行动计划。", "以节水为核心的水网建设行动计划"),
        ("落实市财政局联合市水利局印发的《节水奖励办法》，兑现资金。", "节水奖励办法"),
    ],
)
def test_what_is_carried_out_has_its_whole_name(said: str, title: str) -> None:
    assert references(said) == [(title, "implements")]


@pytest.mark.parametrize(
    "said",
    [
        "落实加强监管的措施，补齐短板。",
        "把握西河物流基地的规划定位，提升能级。",
        "提请市政府印发实施《青岚县水网条例》。",
        "认真落实代表提出的意见，逐项办理。",
    ],
)
def test_what_names_no_document_that_stands(said: str) -> None:
    assert references(said) == []


def test_a_notice_that_carries_out_what_others_issued_issues_nothing() -> None:
    found = references("落实市科技局印发的《专利奖励办法》，兑现资金。", "青岚县人民政府关于做好专利工作的通知")
    assert found == [("专利奖励办法", "implements")]


@pytest.mark.parametrize("place", ["青岚县", "云州市", "江苏省"])
def test_a_plan_rests_on_the_plan_of_the_same_title_above_it(place: str) -> None:
    said = "为补齐短板，根据《国家水网建设纲要》《“十五五”水网建设规划》，制定本规划。"
    text = f"{place}“十五五”水网建设规划\n{said}\n一、主要任务\n（一）修建水闸。"
    (found,) = read(Source("plan.txt", text.encode())).documents
    assert ("“十五五”水网建设规划", "based_on") in [(one.title, one.relation) for one in found.references]


def test_a_plan_that_names_itself_has_no_reference() -> None:
    said = "为落实《云州市“十五五”水网建设规划》，推动《“十五五”水网建设规划》落地，制定本规划。"
    text = f"云州市“十五五”水网建设规划\n{said}\n一、主要任务\n（一）修建水闸。加固堤防。"
    assert read(Source("plan.txt", text.encode())).documents[0].references == ()
