"""Titles told by a list or by what stands beside them: 一是…, “四个聚焦”, items that begin alike, bare names."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(text: str) -> Facts:
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


def tasks(found: Facts) -> list[tuple[str, str, str | None]]:
    sections = [section.title for section in found.sections]
    return [(t.title, t.form, sections[t.section] if t.section is not None else None) for t in found.tasks]


@pytest.mark.parametrize(
    ("title", "chapter", "goal", "first", "second"),
    [
        ("云州市公园建设规划（2026-2030年）", "建设口袋公园行动", "公园增多。", "修复坡地", "补种乔木"),
        ("青岚县渔业发展规划", "改造渔港行动", "渔获上岸更快。", "疏浚航道", "更新冷库"),
        ("临江省电网建设规划", "升级配电网行动", "停电时间更短。", "加装联络开关", "对接储能需求"),
    ],
)
def test_a_heading_over_bare_names_is_the_task_and_what_is_counted_under_them(
    title: str, chapter: str, goal: str, first: str, second: str
) -> None:
    said = f"一是{first}，先易后难分批实施，当年见效。二是{second}，同步完善管护办法。"
    found = facts(
        f"{title}\n一、行动任务\n（一）{chapter}\n1.行动目标\n到2030年，{goal}\n2.行动任务\n{said}\n二、保障措施\n（一）加强指导"
    )
    assert tasks(found)[:3] == [
        (chapter, "heading", "行动任务"),
        (first, "runin", "行动任务"),
        (second, "runin", "行动任务"),
    ]
    assert [title for title, *_ in tasks(found)] == [chapter, first, second, "加强指导"]


def test_numbered_items_under_the_bare_names_are_tasks_and_the_heading_is_none() -> None:
    found = facts(
        "云州市公园规划\n一、公园建设\n（一）发展目标\n到2030年，公园增多。\n（二）主要任务\n1.修复坡地。清运渣土，补种灌木。\n"
        "2.补种乔木。选用本地树种，分批实施。"
    )
    assert [title for title, *_ in tasks(found)] == ["修复坡地", "补种乔木"]


def test_paragraphs_that_count_under_a_heading_are_tasks() -> None:
    found = facts(
        "云州市交通规划\n一、重点任务\n（一）畅通循环\n顺应出行变化，统筹新建与养护。\n一是以快速路连通组团。加快建设环线。\n"
        "二是以公交引导出行。优化线网。\n（二）提升服务\n推广一票通行。"
    )
    assert tasks(found) == [
        ("畅通循环", "heading", "重点任务"),
        ("以快速路连通组团", "runin", "畅通循环"),
        ("以公交引导出行", "runin", "畅通循环"),
        ("提升服务", "heading", "重点任务"),
    ]


def test_what_is_counted_inside_an_owned_item_is_a_part_of_it() -> None:
    found = facts(
        "云州市交通方案\n一、重点任务\n（一）畅通循环。统筹推进。\n一是连通组团。加快建设环线。\n二是引导出行。优化线网。\n责任单位：市交通运输局"
    )
    assert [title for title, *_ in tasks(found)] == ["畅通循环"]
    assert [one.agency.name for one in found.responsibilities] == ["云州市交通运输局"]


@pytest.mark.parametrize(("word", "count"), [("聚焦", "三"), ("强化", "三")])
def test_titles_that_an_announcement_counts(word: str, count: str) -> None:
    lines = [
        f"{word}水源保护，让千家万户喝上放心水。",
        f"{word}管网更新，降低漏损。",
        f"{word}智慧调度，提高供水保障的能力和水平。",
    ]
    text = "\n".join(f"{line}\n推进各项建设，完善管护，健全评估。" for line in lines)
    found = facts(
        f"云州市供水工作报告\n二、“十五五”时期主要目标任务\n必须做到“{count}个{word}”：\n{text}\n三、2026年工作\n修订办法。"
    )
    assert [title for title, form, _ in tasks(found)][:3] == [line.rstrip("。") for line in lines]


def test_a_count_that_is_not_right_announces_nothing() -> None:
    found = facts(
        "云州市供水工作报告\n二、“十五五”时期主要目标任务\n必须做到“四个聚焦”：\n聚焦水源保护，让千家万户喝上放心水。\n推进建设。\n"
        "聚焦管网更新，降低漏损。\n推进更新。"
    )
    assert not any("千家万户" in title for title, *_ in tasks(found))


def test_items_that_begin_alike_have_their_first_sentence_as_title() -> None:
    body = "完善机制，形成合力。\n强化水源建设。建成水库两座，推进连通工程。\n改造老旧管网。分批更换，同步改造计量。"
    found = facts(
        f"云州市人民政府工作报告\n三、2026年工作安排\n（二）突出供水安全全程保障，加紧补齐农村设施短板。{body}\n"
        f"（三）突出节水优先全域推进，构建循环利用新格局。{body}"
    )
    assert [section.title for section in found.sections][1:] == [
        "突出供水安全全程保障，加紧补齐农村设施短板",
        "突出节水优先全域推进，构建循环利用新格局",
    ]
    assert tasks(found)[1] == ("强化水源建设", "runin", "突出供水安全全程保障，加紧补齐农村设施短板")


def test_what_somebody_must_do_is_no_title() -> None:
    found = facts(
        "云州市园区工作报告\n三、2026年工作安排\n（一）建强园区\n强化集聚效应。\n各重点园区要当好主力，发挥引领作用。支持申报试点，完善配套。\n"
        "优化管理体制。\n精简机构，下放权限，健全考核。"
    )
    assert [title for title, *_ in tasks(found)] == ["建强园区", "强化集聚效应", "优化管理体制"]


CELLS = [
    "指标类别", "序号", "指标项", "单位", "类型", "指标值", "现状", "近期规划", "（2025年）", "（2030年）",
    "供水安全", "1", "水厂总规模", "万吨/日", "约束性", "53.5", "60", "2", "管网漏损率", "%", "约束性", "9", "8",
    "3", "智慧水表数", "万只", "预期性", "3", "4", "节水降耗", "4", "再生水利用率", "%", "预期性", "/", "25",
]  # fmt: skip


def test_an_indicator_table_of_cells_on_lines_with_heads_in_rows() -> None:
    found = facts("\n".join(["云州市供水规划", "一、总体要求", *CELLS, "二、主要任务", "（一）改造管网。分批更换。"]))
    assert [(one.indicator, float(one.value), one.year, one.kind == "observation") for one in found.figures] == [
        ("水厂总规模", 53.5, 2025, True),
        ("水厂总规模", 60, 2030, False),
        ("管网漏损率", 9, 2025, True),
        ("管网漏损率", 8, 2030, False),
        ("智慧水表数", 3, 2025, True),
        ("智慧水表数", 4, 2030, False),
        ("再生水利用率", 25, 2030, False),
    ]
    assert [section.title for section in found.sections] == ["总体要求", "主要任务"]
    assert [task.title for task in found.tasks] == ["改造管网"]
    assert not found.responsibilities


def test_an_indicator_table_that_lacks_a_cell_is_not_read_beside_its_column() -> None:
    lacking = [cell for at, cell in enumerate(CELLS) if at != CELLS.index("8")]
    found = facts("\n".join(["云州市供水规划", "一、总体要求", *lacking, "二、主要任务", "（一）改造管网。分批更换。"]))
    assert "管网漏损率" not in [one.indicator for one in found.figures]
    assert len(found.figures) == 5
    assert any("分不清" in gap.reason for gap in found.gaps)
