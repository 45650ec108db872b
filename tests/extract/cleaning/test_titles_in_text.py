"""Titles that a page saved as text has run into the text under them."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

LONG = (
    "完善管护办法，落实管护经费，健全群众监督，开展年度评估，及时公开结果，推动各项任务落地见效，让群众用上放心水、便宜水，"
    "共享发展成果。"
)
WORK = (
    f"1.建设塘坝。整修山塘，配套放水设施，保障春灌用水。{LONG}2.改造渠系。衬砌支渠，更换闸门，推广量水设备。{LONG}"
    f"3.推广滴灌。在茶园果园安装滴灌设施，培训农户。{LONG}"
)


def facts(text: str) -> Facts:
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


def titles(found: Facts) -> list[str]:
    return [section.title for section in found.sections]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("发展一批节水示范园", "依托水库灌区、高效农田、观光果园等，规划建设一批示范园区，带动周边农户"),
        ("打造一批科创走廊", "围绕高校院所、中试基地、孵化器等，布局一批创新平台，集聚一批创新企业"),
        ("建设一批康养小镇", "按照因地制宜、分类推进、错位发展的思路，完善一批配套设施，引进一批运营机构"),
    ],
)
def test_a_heading_of_work_ends_before_a_preposition(title: str, text: str) -> None:
    found = facts(f"青岚县发展规划\n（二）{title}{text}。{WORK}")
    assert titles(found)[0] == title
    assert [task.title for task in found.tasks] == [title, "建设塘坝", "改造渠系", "推广滴灌"]


def test_a_subject_before_the_preposition_is_no_title() -> None:
    found = facts(
        f"青岚县发展规划\n（二）发展节水农业必须依托水库灌区、高效农田、观光果园等，规划建设一批示范园区。{WORK}"
    )
    assert "发展节水农业必须" not in titles(found)


@pytest.mark.parametrize("title", ["同心同向 健全实施保障", "强化组织领导", "“智水”赋能 完善运行机制"])
def test_a_heading_ends_at_the_last_space_before_its_text(title: str) -> None:
    found = facts(f"青岚县供水规划\n九、{title} 坚持统一领导，{LONG * 5}")
    assert titles(found) == [title.replace(" ", "")]


def test_spaces_of_noise_divide_nothing() -> None:
    found = facts(f"青岚县供水规划\n九、强化组织 领导，{' '.join(LONG)}{LONG * 5}")
    assert "强化组织" not in titles(found)


def test_works_of_a_table_in_a_frame_are_items_of_their_own() -> None:
    table = "表4：青岚水利重点工程 （1）塘坝整修工程。2030年，整修山塘30座。（2）渠系改造工程。衬砌支渠，更换闸门。"
    found = facts(f"青岚县水利规划\n（二）建设一批示范项目{WORK}{table}")
    boxed = [task.title for task in found.tasks if task.form == "boxitem"]
    assert boxed == ["塘坝整修工程", "渠系改造工程"]
    assert [task.title for task in found.tasks if task.form != "boxitem"] == ["建设塘坝", "改造渠系", "推广滴灌"]
    (target,) = [one for one in found.figures if one.value == 30]
    assert target.task is not None and found.tasks[target.task].title == "塘坝整修工程"


def test_the_first_item_behind_a_title_without_a_number() -> None:
    found = facts(f"青岚县水利规划\n山区布局{WORK}4.补种林草。封育山坡，补种灌木。{LONG}")
    assert [task.title for task in found.tasks] == ["建设塘坝", "改造渠系", "推广滴灌", "补种林草"]
