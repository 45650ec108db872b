"""Industries that are laid out over places, names that end where a verb begins, and one line for one place."""

from __future__ import annotations

import pytest

from guitu.extract.places import places
from guitu.extract.recognise import read
from guitu.extract.source import Source
from tests.extract.factories import draft


def found(*paragraphs: str, jurisdiction: str = "云州市") -> dict[str, tuple[str, ...]]:
    made, _ = places.find(draft(*paragraphs, chapter="work", jurisdiction=jurisdiction, title="产业规划"))
    return {place.name: place.focus for place in made}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("包括徐汇区、杨浦区等电子信息产业辐射区（市）县。", "上海市",
         {"徐汇区": ("电子信息",), "杨浦区": ("电子信息",)}),
        ("生物医药产业布局以松江区、青浦区为制剂主基地。", "上海市",
         {"松江区": ("生物医药",), "青浦区": ("生物医药",)}),
        ("东桥高新区，是我市新材料产业发展的主体载体。", "云州市", {"东桥高新区": ("新材料",)}),
        ("以徐汇区、杨浦区为辐射区，重点发展人工智能。", "上海市",
         {"徐汇区": ("人工智能",), "杨浦区": ("人工智能",)}),
    ],
)  # fmt: skip
def test_an_industry_laid_out_over_places(text: str, jurisdiction: str, expected: dict[str, tuple[str, ...]]) -> None:
    """
    Each place of the list has the industry; 青岚县为辐射区 is no name.
    """
    assert found(text, jurisdiction=jurisdiction) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在东桥区配套建设低温物流园区。", set()),
        ("重点建设汀龙物流园区。", {"汀龙物流园区"}),
        ("推进百山岩景区扩容，完成溪宿北川景区改造。", {"百山岩景区", "溪宿北川景区"}),
        ("成功创建云湖国家4A级旅游景区。", set()),
        ("筑牢白河流域生态屏障。", set()),
        ("各区人民政府，东桥新区管委，各有关单位：", set()),
        ("王某教育局经开区高新园负责。", set()),
        ("火炬开发区建设中试平台。", {"火炬开发区"}),
    ],
)
def test_names_end_where_a_verb_or_an_office_begins(text: str, expected: set[str]) -> None:
    """
    A verb, a title that is sought, a role in a basin and an office name no place.
    """
    assert set(found(text)) == expected


def test_one_place_is_one_line() -> None:
    """
    A phase of building, and a city with and without 市, are not places beside the one they are of.
    """
    text = ("东桥物流园区一期年内完工。", "推进东桥物流园区建设。", "支持云州市高新区扩区，云州高新区建设厂房。")

    assert set(found(*text)) == {"东桥物流园区", "云州高新区"}


def test_the_line_of_a_site_names_no_place() -> None:
    """
    来源：东桥新区 above the text is where a site took it from.
    """
    made, _ = places.find(draft("日期：2027-05-16来源：东桥新区阅读：", "推进北湖新区建设。", chapter="front"))

    assert [place.name for place in made] == ["北湖新区"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("茶叶产业主要布局在青岚县、石城县，花卉产业集中在东桥区。",
         {"青岚县": ("茶叶",), "石城县": ("茶叶",), "东桥区": ("花卉",)}),
        ("东桥区、西浦区重点发展花卉产业，青岚县、石城县重点发展茶叶产业。",
         {"东桥区": ("花卉",), "西浦区": ("花卉",), "青岚县": ("茶叶",), "石城县": ("茶叶",)}),
        ("支持青岚县发展茶叶产业，推动石城县做大食用菌产业。", {"青岚县": ("茶叶",), "石城县": ("食用菌",)}),
        ("以青岚县、石城县为核心区发展油茶产业。", {"青岚县": ("油茶",), "石城县": ("油茶",)}),
        ("在青岚县、石城县建设茶叶基地。", {"青岚县": ("茶叶",), "石城县": ("茶叶",)}),
        ("项目主要布局在青岚县、石城县。", {}),
        ("旅游资源主要分布在青岚县、石城县，支持东桥区做大做强。", {}),
        ("白石高新区聚焦“智造引领、人才集聚”主线，建设厂房。", {"白石高新区": ()}),
    ],
)  # fmt: skip
def test_districts_and_counties_share_a_focus(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """
    Each of a list has the industry of its own clause.
    """
    assert found(text) == expected


def under(heading: str, text: str) -> dict[str, tuple[str, ...]]:
    lines = f"云州市产业发展规划（2026—2030年）\n一、产业布局\n（一）{heading}\n{text}\n（二）其他\n加强统筹。\n"
    (facts,) = read(Source("a.txt", lines.encode())).documents
    return {place.name: place.focus for place in facts.places}


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("花卉产业", "以东桥区、南湖县为重点，建设一批基地。", {"东桥区": ("花卉",), "南湖县": ("花卉",)}),
        ("壮大生物医药产业", "重点布局在东桥区、西浦区。", {"东桥区": ("生物医药",), "西浦区": ("生物医药",)}),
        ("新材料", "空间布局：东桥区、白石高新区。", {"东桥区": ("新材料",), "白石高新区": ("新材料",)}),
        ("优化产业布局", "重点布局在东桥区、西浦区。", {}),
        ("新型显示产业发展重点", "重点区县\n东桥区、南湖县、白石高新区",
         {"东桥区": ("新型显示",), "南湖县": ("新型显示",), "白石高新区": ("新型显示",)}),
        ("新材料", "重点县市：\n南湖县、西浦县", {"南湖县": ("新材料",), "西浦县": ("新材料",)}),
        ("加强督导检查", "重点区县\n东桥区、西浦区", {}),
        ("氢能装备产业集聚区", "以白石高新区北部为主要承载区，完善配套。",
         {"氢能装备产业集聚区": ("氢能装备",), "白石高新区": ()}),
        ("商业航天产业园", "以东桥新区为核心，完善配套。", {"商业航天产业园": ("商业航天",), "东桥新区": ()}),
        ("智能传感器制造基地", "以东桥新区为重点承载地，完善配套。",
         {"智能传感器制造基地": ("智能传感器",), "东桥新区": ()}),
        ("产业园区", "以东桥新区为核心，完善配套。", {"东桥新区": ()}),
        ("氢能装备产业集聚区", "加强东桥新区管理。", {"东桥新区": ()}),
        ("花卉产业", "学习东桥区、西浦区经验。", {}),
        ("教育", "以东桥区、西浦区为重点，开展督导。", {}),
    ],
)  # fmt: skip
def test_the_industry_is_the_heading(heading: str, text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """
    Where the heading names an industry and nothing else, the places over which the text lays it out have it.
    """
    assert under(heading, text) == expected


@pytest.mark.parametrize(
    ("jurisdiction", "text", "expected"),
    [
        ("云州市", "滨海新区重点发展石油化工，两江新区重点发展汽车。",
         {"滨海新区": ("石油化工",), "两江新区": ("汽车",)}),
        ("临江省", "推动与天府新区、浦东新区协同创新。", {"天府新区": (), "浦东新区": ()}),
        ("上海市", "推动与天府新区、浦东新区协同创新。", {"天府新区": ()}),
        ("云州市", "对接天津滨海新区。", {"天津滨海新区": ()}),
        ("云州市", "建设城东、城西物流园，发展东湖、西岭工业园区。",
         {"城东物流园": (), "城西物流园": (), "东湖工业园区": (), "西岭工业园区": ()}),
    ],
)  # fmt: skip
def test_new_areas_that_are_districts_elsewhere(
    jurisdiction: str, text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    """
    A new area is a zone but in the city whose district it is; two sides of one place share their last word.
    """
    assert found(text, jurisdiction=jurisdiction) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("构建“一核（白石高新区）两翼（东桥区、西浦区）”的氢能产业发展格局。",
         {"白石高新区": ("氢能",), "东桥区": ("氢能",), "西浦区": ("氢能",)}),
        ("形成“一心（东桥区）、三点（南湖县、西浦县、青岚县）”的茶叶产业布局。",
         dict.fromkeys(("东桥区", "南湖县", "西浦县", "青岚县"), ("茶叶",))),
        ("打造“一核（人才）两翼（资金、技术）”的低空经济产业体系。", {}),
        ("构建“一核（东桥区）两翼（西浦区、南湖县）”的城镇格局。", {}),
    ],
)  # fmt: skip
def test_what_a_layout_has_in_brackets(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """
    Places in brackets behind the parts of a layout have the industry that is laid out.
    """
    assert found(text) == expected
