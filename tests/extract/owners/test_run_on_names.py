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


@pytest.mark.parametrize(
    ("chapter", "title"),
    [
        (
            "二、社会资本兴办养老服务机构社会资本兴办养老服务机构（含独资、合资）可享受同等待遇",
            "社会资本兴办养老服务机构",
        ),
        ("二、加大税收优惠力度对非营利性幼儿园自用的房产、土地免征房产税", "加大税收优惠力度"),
        ("二、落实用电优惠政策对农产品冷库用电实行优惠价格", "落实用电优惠政策"),
    ],
)
def test_a_title_ends_where_it_is_said_again_or_before_whom_it_is_for(chapter: str, title: str) -> None:
    """
    A title that ends as a body does (机构) is none of the names before it, and what closes the text is no name.
    """
    found = facts(
        f"青岚县服务意见\n各乡镇：一、健全网络（一）建设站点。{BODY}责任单位：县民政局（二）培训人员。{BODY}责任单位：县民政局、县教育局"
        f"{chapter}，{BODY}责任单位：县财政局、县税务局本意见自发布之日起执行，有效期五年。"
    )

    assert outline(found)[-1] == (title, None)
    assert owners(found, title) == ["青岚县财政局", "国家税务总局青岚县税务局"]
    assert owners(found, "培训人员") == ["青岚县民政局", "青岚县教育局"]


@pytest.mark.parametrize(
    ("title", "heading", "first", "second"),
    [
        ("云州市国企方案", "治理结构得到改进", "加强董事会建设", "落实经理层职权"),
        ("青岚县水务方案", "供水管网改造", "更换老旧管线", "建设分区计量"),
        ("临江省数据方案", "公共数据（资源）开放", "编制开放目录", "完善授权办法"),
    ],
)
def test_items_in_round_brackets_lie_under_the_title_before_them(
    title: str, heading: str, first: str, second: str
) -> None:
    found = facts(
        f"{title}\n各单位：一、总体目标到2027年基本完成。二、主要任务（一）提升效率1.{heading}（1）{first}。{BODY}（2）{second}。{BODY}"
        f"2.强化监督（1）健全内审制度。{BODY}（2）开展年度审计。{BODY}三、工作要求（一）加强领导。{BODY}"
    )

    assert outline(found) == [
        (first, heading),
        (second, heading),
        ("健全内审制度", "强化监督"),
        ("开展年度审计", "强化监督"),
        ("加强领导", "工作要求"),
    ]


def test_cases_in_round_brackets_are_no_items() -> None:
    found = facts(
        f"云州市养老方案\n各单位：一、补助政策（一）发放补助。{BODY}满足以下条件的给予补助：（1）非营利性的；（2）床位在五十张以上的。"
        f"责任单位：市民政局（二）培训人员。{BODY}责任单位：市民政局（三）改造设施。{BODY}责任单位：市民政局"
    )

    assert [title for title, _ in outline(found)] == ["发放补助", "培训人员", "改造设施"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("狠抓水源保护，着力改善水质", "一是巡查库区。逐库登记，建立台账。二是清理网箱。"),
        ("持续加强校园监管", "一是检查食堂，落实陪餐制度。二是检查宿舍。"),
        ("统筹学习，加强思想教育", "以习近平新时代中国特色社会主义思想为指导，组织集中学习。"),
    ],
)
def test_a_title_ends_before_the_first_of_its_points(title: str, text: str) -> None:
    found = facts(
        f"青岚县2026年工作计划\n（一）{title}{text}{BODY}（二）改善服务，提升窗口形象一是统一标识，延长时间。{BODY}（三）加强保障。{BODY}"
    )

    assert [name for name, _ in outline(found)] == [title, "改善服务，提升窗口形象", "加强保障"]


def test_the_same_words_inside_another_are_no_point() -> None:
    found = facts(
        f"青岚县2026年工作计划\n（一）推进标准统一是今年重点，{BODY}（二）改善服务。{BODY}（三）加强保障。{BODY}（四）培训人员。{BODY}"
    )

    assert "推进标准统" not in [name for name, _ in outline(found)]
