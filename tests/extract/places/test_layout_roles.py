"""Parts of a layout told by the number over them, and the places with a role in a belt or zone that is their title."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read as read_plan
from guitu.extract.source import Source


def read(jurisdiction: str, *lines: str) -> dict[str, tuple[str | None, tuple[str, ...]]]:
    """The places of a plan with the district that each lies in and its industries."""
    plan = "\n".join((f"{jurisdiction}产业发展规划（2026—2030年）", "一、空间布局", *lines, ""))
    (found,) = read_plan(Source("plan.txt", plan.encode())).documents
    return {place.name: (place.district, place.focus) for place in found.places}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("（一）提升“三片”", "——白石片。发展轴承。", "——东渡片。发展家具。", "——云溪—北屿片。发展水泵。"),
         {"白石片": ("轴承",), "东渡片": ("家具",), "云溪—北屿片": ("水泵",)}),
        (("（一）做美“两湾”", "1．前湾。重点发展生命健康。", "2．白石湾。发展滨海旅游。"),
         {"前湾": ("生命健康",), "白石湾": ("滨海旅游",)}),
        (("（一）建设三大片区", "1.城西片区。发展商贸。", "2.白石片区。发展泵阀。", "3.云溪片区。发展家具。"),
         {"城西片区": ("商贸",), "白石片区": ("泵阀",), "云溪片区": ("家具",)}),
        # fewer than told, or none with a name of its own
        (("（一）提升“三片”", "——白石片。发展轴承。", "——东渡片。发展家具。"), {}),
        (("（一）实施三大工程", "1.人才基地。完善政策。", "2.科研基地。完善政策。", "3.实训基地。完善政策。"), {}),
    ],
)  # fmt: skip
def test_a_number_over_them_tells_parts_of_a_layout(
    lines: tuple[str, ...], expected: dict[str, tuple[str, ...]]
) -> None:
    assert {name: focus for name, (_, focus) in read("云州市", *lines).items()} == expected


@pytest.mark.parametrize(
    ("jurisdiction", "lines", "expected"),
    [
        ("遵义市", ("（一）优化布局", "——凤冈—湄潭绿茶产业带。凤冈县依托永安镇、土溪镇，"
                   "完善灌溉设施；湄潭县以永兴镇为核心，建设市场。"),
         {"凤冈—湄潭绿茶产业带": (None, ("绿茶",)), "凤冈县": (None, ("绿茶",)), "永安镇": ("凤冈县", ("绿茶",)),
          "土溪镇": ("凤冈县", ("绿茶",)), "湄潭县": (None, ("绿茶",)), "永兴镇": ("湄潭县", ("绿茶",))}),
        ("南宁市", ("（一）横州茉莉花产业带", "以校椅镇为核心，以云表镇为补充，推进标准化建设。"),
         {"横州茉莉花产业带": ("横州市", ("茉莉花",)), "校椅镇": (None, ("茉莉花",)), "云表镇": (None, ("茉莉花",))}),
        ("成都市", ("（一）优化布局", "——大邑—邛崃白酒产业带。大邑县以安仁镇为载体，实施技改项目。"),
         {"大邑—邛崃白酒产业带": (None, ("白酒",)), "大邑县": (None, ("白酒",)), "安仁镇": ("大邑县", ("白酒",))}),
        # no role in it
        ("遵义市", ("（一）凤冈绿茶产业带", "加强永安镇道路养护。"), {"凤冈绿茶产业带": ("凤冈县", ("绿茶",))}),
    ],
)  # fmt: skip
def test_places_with_a_role_in_a_belt_have_its_industry(
    jurisdiction: str, lines: tuple[str, ...], expected: dict[str, tuple[str | None, tuple[str, ...]]]
) -> None:
    assert read(jurisdiction, *lines) == expected


@pytest.mark.parametrize(
    ("jurisdiction", "name", "district", "focus"),
    [
        ("无锡市", "江阴—宜兴新材料产业带", None, ("新材料",)),
        ("湖南省", "长沙—株洲先进轨道交通装备产业带", None, ("先进轨道交通装备",)),
        ("遵义市", "汇川白石—高坪白酒集聚区", "汇川区", ("白酒",)),
        ("上海市", "松江泗泾—九亭智能装备产业带", "松江区", ("智能装备",)),
        # along a river that a county is called by; a county of the name elsewhere
        ("遵义市", "赤水河谷旅游带", None, ("旅游",)),
        ("义乌市", "双江湖新区", None, ()),
        ("长沙市", "浏阳河文化旅游带", None, ("文化旅游",)),
        ("烟台市", "环渤海高端石化产业带", None, ("高端石化",)),
    ],
)
def test_a_name_tells_its_district_only_where_it_lies_there(
    jurisdiction: str, name: str, district: str | None, focus: tuple[str, ...]
) -> None:
    assert read(jurisdiction, f"（一）优化布局。打造{name}，加快建设。") == {name: (district, focus)}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("（一）优化各区布局", "1．江岸区。重点发展工业设计。", "2．硚口区。发展生命健康，完善配套。"),
         {"江岸区": ("工业设计",), "硚口区": ("生命健康",)}),
        (("（一）蔡甸区", "大力发展新型显示，完善配套。"), {"蔡甸区": ("新型显示",)}),
        (("（一）优化各区布局", "1．江夏区。加强道路养护，完善学校布局。"), {}),
    ],
)  # fmt: skip
def test_a_district_that_is_a_title_has_what_its_text_says(
    lines: tuple[str, ...], expected: dict[str, tuple[str, ...]]
) -> None:
    assert {name: focus for name, (_, focus) in read("武汉市", *lines).items()} == expected
