"""Lists inside paragraphs with a title: （一）治理水患，守护城乡。一要加固堤防。…。二要疏浚河道。…"""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    text = "\n".join(["2026年云州市政府工作报告", "二、2026年重点工作", *lines])
    return read(Source("a.txt", text.encode())).documents[0]


SIDE_BY_SIDE = [
    (
        "（一）治理水患，守护城乡安全。一要加固堤防。加固河堤30公里，更新闸门。二要疏浚河道。清淤8公里，畅通水系。",
        "（二）繁荣文化，建设书香之城。一要办好图书馆。新建分馆5座，延长开放。二要保护古建。修缮祠堂，建立档案。",
        ["治理水患，守护城乡安全", "加固堤防", "疏浚河道", "繁荣文化，建设书香之城", "办好图书馆", "保护古建"],
    ),
    (
        "（一）做强渔业。一要培育良种，建设育种场3个。二要改造渔港，修复码头，完善冷链。",
        "（二）做优茶业。一要改种良种，更新茶园。二要办好茶市。举办春茶节，开设展馆。三要培训茶农，提高技艺。",
        ["做强渔业", "培育良种", "改造渔港", "做优茶业", "改种良种", "办好茶市", "培训茶农"],
    ),
    (
        "一、发展低空经济，打造飞行小镇。一要建设机场。铺设跑道，配套设施。二要培育企业。引进整机企业2家。",
        "二、守住生态底线，建设美丽乡村。一要植树造林。造林5万亩，抚育林木。二要治理污水。新建管网，改造厂站。",
        ["发展低空经济，打造飞行小镇", "建设机场", "培育企业", "守住生态底线，建设美丽乡村", "植树造林", "治理污水"],
    ),
]


@pytest.mark.parametrize(("first", "second", "expected"), SIDE_BY_SIDE)
def test_each_matter_is_a_task_under_the_whole_title(first: str, second: str, expected: list[str]) -> None:
    found = facts(first, second)
    assert [task.title for task in found.tasks] == expected
    above = [found.tasks[task.parent].title for task in found.tasks if task.parent is not None]
    heads = {task.title for task in found.tasks if task.parent is None}
    assert {task.form for task in found.tasks if task.parent is not None} == {"runin"}
    assert len(heads) == 2 and len(above) == len(expected) - 2 and set(above) == heads


def test_figures_are_of_their_matter() -> None:
    found = facts(*SIDE_BY_SIDE[0][:2])
    told = {(one.unit, found.tasks[one.task].title) for one in found.figures if one.task is not None}
    assert told >= {("公里", "加固堤防"), ("座", "办好图书馆")}


@pytest.mark.parametrize(
    "beside",
    ["（二）繁荣文化。新建分馆5座，延长开放时间。", "（二）繁荣文化。一要办馆。二要修祠。"],
)
def test_a_paragraph_alone_of_its_kind_or_of_bare_demands_stays_whole(beside: str) -> None:
    found = facts("（一）治理水患。一要加固堤防。加固河堤30公里，更新闸门。二要疏浚河道。清淤8公里，畅通水系。", beside)
    assert [task.title for task in found.tasks] == ["治理水患", "繁荣文化"]
