"""Measures without a number under an item: whose owners and deadlines they are."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

Told = list[tuple[str, str | None, list[str]]]
"""The titles of tasks, each with the title of the task around it and its owners."""


def facts(*lines: str) -> Facts:
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    return found


def told(*lines: str) -> Told:
    found = facts(*lines)
    title = {task.order: task.title for task in found.tasks}
    owners = {task: [o.agency.written for o in found.responsibilities if o.task == task] for task in title}
    around = {t.order: None if t.parent is None else title[t.parent] for t in found.tasks}
    return [(title[task], around[task], owners[task]) for task in title]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "云州市供水改革任务分工方案",
                "一、优化供水服务",
                "（一）支持各县探索城乡供水一体化，形成经验做法，带动供水服务提升。（市水务局负责）",
                "具体措施：2023年6月底前选定试点乡镇，围绕用水难题推出改革举措。（市改革办牵头，市财政局配合）",
                "（二）提高改革协同性，理顺部门之间的关系。（市委编办负责）",
            ),
            [
                ("支持各县探索城乡供水一体化", None, ["市水务局"]),
                ("2023年6月底前选定试点乡镇", "支持各县探索城乡供水一体化", ["市改革办", "市财政局"]),
                ("提高改革协同性", None, ["市委编办"]),
            ],
        ),
        (
            (
                "临江省教育督导重点任务",
                "1.健全督导机构。配齐专职督学，健全督学责任区。（省教育厅负责）",
                "主要任务：",
                "开展督学遴选，每年培训一次，提升督学水平。（省人力资源社会保障厅牵头）",
                "建立督学档案，实行一人一档，动态管理。（省档案局负责）",
                "2.加强结果运用。把督导结果作为考核依据。（省教育厅负责）",
            ),
            [
                ("健全督导机构", None, ["省教育厅"]),
                ("开展督学遴选", "健全督导机构", ["省人力资源社会保障厅"]),
                ("建立督学档案", "健全督导机构", ["省档案局"]),
                ("加强结果运用", None, ["省教育厅"]),
            ],
        ),
        (
            (
                "青岚县健康促进工作方案",
                "（一）加强健康教育（县卫生健康局负责）",
                "工作措施：开展健康讲座，每季度一次。",
                "讲座面向中小学生和老年人。（县教育局、县民政局负责）",
                "（二）建设健康步道（县住房城乡建设局负责）",
            ),
            [
                ("加强健康教育", None, ["县卫生健康局"]),
                ("开展健康讲座", "加强健康教育", ["县教育局", "县民政局"]),
                ("建设健康步道", None, ["县住房城乡建设局"]),
            ],
        ),
    ],
)
def test_a_measure_has_its_own_owners(lines: tuple[str, ...], expected: Told) -> None:
    assert told(*lines) == expected


def test_its_deadline_is_not_that_of_the_item_above() -> None:
    found = facts(
        "云州市粮食安全任务分工",
        "（一）完善储备制度，优化储备布局，提高储备能力。（市粮食和储备局负责）",
        "具体举措：2024年9月底前制定轮换办法。（市粮食和储备局牵头，市财政局配合）",
    )
    assert [(task.title, task.deadline) for task in found.tasks] == [
        ("完善储备制度", None),
        ("2024年9月底前制定轮换办法", "2024年9月底前"),
    ]


def test_where_nobody_is_named_above_the_label_the_names_below_answer_for_the_item() -> None:
    """An item in parts: its measures, and who does them; nor is a label of owners or of a goal one of measures."""
    assert told(
        "青岚县健康促进工作方案",
        "（一）推广健康食堂",
        "工作目标：到2025年建成健康食堂20家。",
        "具体措施：培训厨师，公示营养标签。（县卫生健康局牵头，县市场监管局配合）",
        "（二）建设健康步道。修建步道10公里。（县住房城乡建设局负责）",
        "工作目标：步道通达各社区。（县城管局配合）",
    ) == [
        ("推广健康食堂", None, ["县卫生健康局", "县市场监管局"]),
        ("建设健康步道", None, ["县住房城乡建设局", "县城管局"]),
    ]
