"""Lists that stand in the paragraph that leads to them: each item is a paragraph where the numbers fit."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    """What the one document of some lines states."""
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    return found


def tasks(found: Facts) -> list[tuple[str, list[str]]]:
    """Each task with its owners as written."""
    owners = [(one.task, one.agency.written) for one in found.responsibilities]
    return [(task.title, [name for of, name in owners if of == task.order]) for task in found.tasks]


@pytest.mark.parametrize(
    ("title", "line", "expected"),
    [
        (
            "云州市河道保洁方案",
            "现将有关事项通知如下: 一、健全工作机制1.各县要把保洁纳入计划，每月通报。（责任单位：市水利局）"
            "2.完善巡查制度。（责任单位：市财政局）二、强化保障1.落实专项资金。（责任单位：市审计局）2.加强宣传，营造氛围。",
            [
                ("各县要把保洁纳入计划", ["市水利局"]),
                ("完善巡查制度", ["市财政局"]),
                ("落实专项资金", ["市审计局"]),
                ("加强宣传", []),
            ],
        ),
        (
            "临江省招才若干措施",
            "制定如下措施：一、支持企业建设平台。建成一批平台。（省科技厅负责）二、鼓励企业引进人才。引进一批博士。三、完善服务体系。建立联系制度。",
            [("支持企业建设平台", ["省科技厅"]), ("鼓励企业引进人才", []), ("完善服务体系", [])],
        ),
        (
            "青岚县农田建设方案",
            "县政府决定实施以下措施：1、新建高标准农田2万亩，由县农业农村局牵头。2、改造渠系30公里。（县水利局负责）",
            [("新建高标准农田2万亩", ["县农业农村局"]), ("改造渠系30公里", ["县水利局"])],
        ),
    ],
)
def test_a_list_run_into_its_lead(title: str, line: str, expected: list[tuple[str, list[str]]]) -> None:
    """Items behind 如下： are read as with line breaks, the inner ones of a heading without a stop too."""
    assert tasks(facts(title, line)) == expected


def test_the_first_item_beside_its_lead_and_the_next_on_a_line() -> None:
    """具体措施：1.… goes on with 2.… on the next line."""
    found = facts(
        "云州市窗口服务方案",
        "一、主要任务",
        "（一）压减时限。具体措施：1.开展试点，总结经验。（市司法局负责）",
        "2.建立通报制度，逐月公布。（市数据局负责）",
    )
    assert ("开展试点", ["市司法局"]) in tasks(found)
    assert ("建立通报制度", ["市数据局"]) in tasks(found)


@pytest.mark.parametrize(
    "line",
    [
        "本方案适用于下列单位：1.学校。2.医院。3.车站和码头。",
        "统计范围如下：1.5万人以上的镇。2.5万人以上的县。",
        "得分如下：1.组织领导10分。2.工作成效60分。",
        "按照要求做到：1.明确目标。3.细化任务。",
        "注：1.加强核对，确保数据真实。2.完善台账，按年更新。",
    ],
)
def test_what_is_no_list_of_work_stays_one_paragraph(line: str) -> None:
    """Lists of names, numbers that do not fit, scores and notes."""
    found = facts("云州市河道保洁方案", "一、适用范围", line, "二、主要任务", "（一）开展巡查。每日巡查。")
    assert [section.title for section in found.sections] == ["适用范围", "主要任务"]
