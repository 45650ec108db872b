"""Labelled points under an item belong to it: its owners, its term, its contents; none of them is a task."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    return found


def owned(found: Facts) -> dict[str, list[tuple[str, str]]]:
    """Each task with its owners as written and their roles."""
    told = found.responsibilities
    return {task.title: [(o.agency.written, o.role) for o in told if o.task == task.order] for task in found.tasks}


RECORDS = [
    (
        [
            "一、新建改造供水管网80公里，更换水表3万只",
            "（一）责任领导：张某",
            "（二）责任单位：市水务局",
            "（三）协办单位：市财政局，各区人民政府",
            "（四）项目内容及任务分解：东桥区20公里，西桥区60公里。",
            "（五）完成时限：2024年10月底",
            "二、建设口袋公园12处",
            "（一）责任领导：李某",
            "（二）责任单位：市园林局",
        ],
        {
            "新建改造供水管网80公里，更换水表3万只": [
                ("市水务局", "responsible"),
                ("市财政局", "support"),
                ("各区人民政府", "support"),
            ],
            "建设口袋公园12处": [("市园林局", "responsible")],
        },
    ),
    (
        [
            "（一）实施农村电网改造",
            "①工作内容：改造线路300公里。",
            "②完成标准：户均容量达到2.5千伏安。",
            "③牵头单位：市发展改革委",
            "④配合单位：市供电公司、市财政局",
            "（二）建设县乡物流体系",
            "①工作内容：建设乡镇服务站12个。",
            "②完成标准：行政村覆盖率达到100%。",
            "③牵头单位：市商务局",
        ],
        {
            "实施农村电网改造": [("市发展改革委", "lead"), ("市供电公司", "support"), ("市财政局", "support")],
            "建设县乡物流体系": [("市商务局", "lead")],
        },
    ),
    (
        [
            "一、重点任务",
            "（一）社区食堂建设。新建社区食堂300个。",
            "1.责任单位：市民政局",
            "2.完成时限：2026年12月底前",
            "（二）家庭床位建设。建设家庭养老床位2万张。",
            "1.责任单位：市民政局、市卫生健康委",
            "2.完成时限：2026年12月底前",
        ],
        {
            "社区食堂建设": [("市民政局", "responsible")],
            "家庭床位建设": [("市民政局", "responsible"), ("市卫生健康委", "responsible")],
        },
    ),
    (
        [
            "一、实施学校改厕工程",
            "责任单位：市教育局",
            "协办单位：市财政局、市农业农村局、各区人民政府，云州经济开发区",
            "项目内容及任务分解：学校改厕200所，其中东桥区33所、西桥区40所。",
            "二、建设健身步道30公里",
            "责任单位：市体育局",
        ],
        {
            "实施学校改厕工程": [
                ("市教育局", "responsible"),
                ("市财政局", "support"),
                ("市农业农村局", "support"),
                ("各区人民政府", "support"),
                ("云州经济开发区", "support"),
            ],
            "建设健身步道30公里": [("市体育局", "responsible")],
        },
    ),
]


@pytest.mark.parametrize(("lines", "expected"), RECORDS)
def test_points_belong_to_the_item_above(lines: list[str], expected: dict[str, list[tuple[str, str]]]) -> None:
    """Numbered or not, whatever sign numbers them."""
    assert owned(facts("云州市2024年重点工作责任分解", "", *lines)) == expected


def test_the_term_is_that_of_the_item() -> None:
    found = facts(
        "云州市2024年实事任务分解", "", "一、建设公园12处", "（一）责任单位：市园林局", "（二）完成时限：2024年底"
    )
    assert [(task.title, task.deadline) for task in found.tasks] == [("建设公园12处", "2024年底")]
    assert not any("完成时限" in section.title for section in found.sections)


def test_titles_that_a_colon_ends_stay_tasks() -> None:
    """A label of owners behind them makes no record of them; neither does a point that divides duties."""
    lines = ["（一）数字健康：建设区域医疗平台。", "（二）智慧农业：建设数字农场10个。", "责任单位：市农业农村局"]
    titles = [task.title for task in facts("云州市数字经济行动方案", "", "一、重点任务", *lines).tasks]
    assert {"数字健康", "智慧农业"} <= set(titles)
    lines = [
        "（一）加强组织领导：建立专班。",
        "（二）强化责任分工：市水利局负责堤防。",
        "（三）严格考核督查：每月通报。",
    ]
    titles = [task.title for task in facts("云州市防汛方案", "", "一、保障措施", *lines).tasks]
    assert titles == ["加强组织领导", "强化责任分工", "严格考核督查"]


def test_a_count_of_places_is_nobody_s_name() -> None:
    """What stands below a line of owners is read on only where it holds names."""
    lines = ["一、改造学校食堂", "协办单位：市财政局、市农业农村局、各区人民政府，云州经济开发区"]
    found = facts("云州市实事任务分解", "", *lines, "全市改造食堂200所，其中东桥区33所、西桥区40所。")
    assert not any("所" in one.agency.written for one in found.responsibilities)
