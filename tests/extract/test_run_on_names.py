"""Texts saved as one paragraph: behind the owners of an item the next heading begins, its title run into its text."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

BODY = "完善管护办法，落实管护经费，健全群众监督，开展年度评估，及时公开结果，推动各项工作落地见效，共享发展成果。" * 2


def facts(text: str) -> Facts:
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


def outline(found: Facts) -> list[tuple[str, str | None]]:
    sections = found.sections
    return [(task.title, sections[task.section].title if task.section is not None else None) for task in found.tasks]


def owners(found: Facts, title: str) -> list[str]:
    order = next(task.order for task in found.tasks if task.title == title)
    return [one.agency.name for one in found.responsibilities if one.task == order]


@pytest.mark.parametrize(
    ("title", "owner", "name"),
    [
        ("云州市旅游若干措施", "市文旅集团、云水公司", "云州市文旅集团"),
        ("青岚县养老实施方案", "县民政局、各县属国企", "青岚县民政局"),
        ("临江省港口实施方案", "省海事中心，各类金融机构", "临江省海事中心"),
    ],
)
def test_a_number_that_goes_on_behind_names_opens_a_heading(title: str, owner: str, name: str) -> None:
    """
    Whatever the last name ends in: 集团, 公司, 国企, 机构.
    """
    text = (
        f"{title}\n各有关单位，现将措施印发给你们。一、做强主业（一）提升平台。{BODY}责任单位：{owner}（二）拓展市场。{BODY}"
        f" 责任单位：{owner}二、改善服务（一）培训人员。{BODY}责任单位：{owner}"
        f"三、保障要素（一）加强统筹。{BODY}责任单位：{owner}"
    )
    found = facts(text)

    assert outline(found) == [
        ("提升平台", "做强主业"),
        ("拓展市场", "做强主业"),
        ("培训人员", "改善服务"),
        ("加强统筹", "保障要素"),
    ]
    assert all(owners(found, title)[0] == name for title, _ in outline(found))


def test_a_number_that_does_not_go_on_stays_in_the_names() -> None:
    """
    1.市教育局2.市财政局 is a list of names.
    """
    found = facts(
        f"云州市校园方案\n一、重点任务（一）修缮校舍。{BODY}责任单位：1.市教育局2.市财政局（二）增配校医。{BODY}"
        f"责任单位：市卫生健康委（三）改善食堂。{BODY}责任单位：市市场监管局"
    )

    assert [title for title, _ in outline(found)] == ["修缮校舍", "增配校医", "改善食堂"]
    assert owners(found, "修缮校舍") == ["云州市教育局", "云州市财政局"]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("二、做大做强茶叶产业链", "利用茶园连片优势，引进精深加工企业，"),
        ("二、大力打造航空物流中心", "发挥区位优势和口岸功能，开通货运航线，"),
        ("二、防范化解水库安全风险", "以保坝安全为底线，落实巡查制度，"),
        ("二、开展智慧农业示范创建", "强化典型引领，建设一批示范基地，"),
    ],
)
def test_a_title_of_work_ends_where_its_text_begins_with_a_verb(heading: str, text: str) -> None:
    found = facts(
        f"青岚县发展措施\n各乡镇：一、健全管网（一）更换管线。{BODY}责任单位：县水利局（二）新建泵站。{BODY}责任单位：县水利局"
        f"{heading}{text}{BODY}责任单位：县财政局三、加强保障（一）统筹推进。{BODY}责任单位：县财政局"
    )

    assert (heading[2:], None) in outline(found)
    assert owners(found, heading[2:]) == ["青岚县财政局"]


def test_what_others_are_to_do_is_no_text_under_a_title() -> None:
    """
    In 支持茶企利用…设备 the firms do it.
    """
    found = facts(
        f"青岚县发展措施\n各乡镇：一、健全管网（一）更换管线。{BODY}责任单位：县水利局（二）新建泵站。{BODY}责任单位：县水利局"
        f"二、支持重点骨干茶企利用先进设备扩大产能，{BODY}责任单位：县财政局三、加强保障（一）统筹推进。{BODY}"
    )

    assert "支持重点骨干茶企" not in [title for title, _ in outline(found)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("发展趋势", "一是用水量持续增长。2024年全县用水量达到2亿立方米。二是管网老化。"),
        ("困难与挑战", "“十四五”时期，全县水源单一，抗旱能力不足，部分管网老化。"),
        ("现状基础", "近年来，全县建成水厂12座，供水保证率不断提高。"),
    ],
)
def test_a_name_of_no_work_ends_before_when(name: str, text: str) -> None:
    found = facts(
        f"青岚县供水方案\n各乡镇：一、实施背景（一）政策依据国家有明确要求。（二）{name}{text}二、重点任务（一）更换管线。{BODY}"
        f"（二）新建泵站。{BODY}"
    )

    assert name in [section.title for section in found.sections]
    assert [title for title, _ in outline(found)] == ["更换管线", "新建泵站"]
