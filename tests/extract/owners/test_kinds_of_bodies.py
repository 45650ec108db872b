"""Kinds of bodies behind 由: each is read as it is written, and means one of this document alone."""

from __future__ import annotations

import pytest

from guitu.extract.owners.forms.running_duties import running
from guitu.ontology.districts import region


def owners(sentence: str) -> list[tuple[str, str]]:
    """Name and role of each owner of a sentence of 云州市."""
    return [(o.agency.name, o.role) for said in running(sentence, region("云州市")) for o in said.owners]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("公共充电设施由产权单位负责维护。", [("产权单位", "responsible")]),
        ("绿道原则上由本县环卫企业负责保洁。", [("本县环卫企业", "responsible")]),
        ("护栏由相应公路、河道的养护单位负责更换。", [("相应公路、河道的养护单位", "responsible")]),
        ("验收由设计单位和施工单位负责。", [("设计单位", "responsible"), ("施工单位", "responsible")]),
        ("试点由项目实施单位牵头推进。", [("项目实施单位", "lead")]),
        ("场所由避难场所所在单位负责，建立台账。", [("避难场所所在单位", "responsible")]),
    ],
)
def test_a_kind_of_bodies_owns_by_a_word_of_duty(sentence: str, expected: list[tuple[str, str]]) -> None:
    """由…单位负责 ties them to the work."""
    assert owners(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "由其主管单位负责。",
        "由责任单位负责。",
        "由所在单位负责。",
        "由企业负责。",
        "工伤保险费由用人单位负责缴纳。",
        "由乡镇和项目业主单位负责。",
        "推广由物业企业负责的做法。",
        "由物业企业负责人签字。",
    ],
)
def test_who_is_referred_to_is_no_name(sentence: str) -> None:
    """One named before, by role alone, half in a list, or told of elsewhere."""
    assert owners(sentence) == []


def test_it_is_of_this_document_alone() -> None:
    """Two documents with 产权单位 mean different bodies."""
    said = next(running("设施由产权单位负责维护。", region("云州市")))
    assert [(o.agency.group, o.agency.settled) for o in said.owners] == [(True, False)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("生产和销售企业对油品质量负主体责任。", [("生产和销售企业", "responsible")]),
        ("项目申请单位要对材料的真实性负责。", [("项目申请单位", "responsible")]),
        ("托育机构应对婴幼儿安全负首要责任。", [("托育机构", "responsible")]),
        ("各有关单位要对数据质量负责。", [("云州市各有关单位", "responsible")]),
        ("对供水企业负责人进行培训。", []),
        ("其主管单位对信息负责。", []),
        ("供水企业对水质问题负责任地整改。", []),
    ],
)
def test_a_kind_of_bodies_that_answers_for_something(sentence: str, expected: list[tuple[str, str]]) -> None:
    """企业对…负主体责任 opens its sentence."""
    assert owners(sentence) == expected
