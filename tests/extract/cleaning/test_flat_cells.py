"""Tables that lost their form with a cell on each line: rows that share a cell, and cells that nothing settles."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    return found


HEADS = ("序号", "任务名称", "任务内容", "牵头部门", "配合部门", "时间节点")


def test_rows_that_share_a_cell_of_a_task_are_grouped_by_it() -> None:
    """Each is counted and has its contents; notes behind names, and a line before the date, are of the agencies."""
    found = facts(
        "青岚县公共厕所提升工作任务清单",
        *HEADS,
        *("1", "完善机制", "召开动员大会，部署全年工作。", "县政府办公室", "各成员单位", "2027年3月"),
        *("2", "将厕所管护纳入考核，定期通报。", "县委组织部（县公务员局）", "县城管局", "2027年"),
        *("3", "改造设施", "新建公共厕所20座。", "县城管局", "县财政局、", "县教育局", "2027年6月"),
        *("4", "公共机构厕所全部达标。", "县机关事务管理局", "县直党政机关、公共机构", "2027年9月"),
    )
    titles = ["召开动员大会，部署全年工作", "将厕所管护纳入考核，定期通报", "新建公共厕所20座", "公共机构厕所全部达标"]
    assert [task.title for task in found.tasks] == titles
    owners = [(o.task, o.agency.name.removeprefix("青岚县"), o.role) for o in found.responsibilities]
    assert {(1, "中共青岚县委组织部", "lead"), (1, "城市管理局", "support"), (2, "教育局", "support")} <= set(owners)
    assert [(str(figure.value), figure.year) for figure in found.figures] == [("20", 2027)]


def test_one_task_with_several_agencies_stays_one() -> None:
    """Rows that are not counted share the task, as rows of one number do."""
    found = facts(
        "# 青岚县护林工作任务分工",
        "",
        "| 序号 | 任务名称 | 任务内容 | 责任单位 |",
        "|---|---|---|---|",
        "| 1 | 加强巡护 | 划定网格 | 县林业局 |",
        "| 2 | 扑救火情 | 组建队伍 | 县应急局 |",
    )
    assert [task.title for task in found.tasks] == ["加强巡护", "扑救火情"]


@pytest.mark.parametrize(
    "rows",
    [
        (
            *("序号", "子行业", "建设区域", "装机计划（MW）", "责任单位"),
            *("1", "商场", "屋顶、停车场", "35-36", "云商", "集团", "2", "学校", "教学楼屋顶", "7.5-20", "市教育局"),
            *("3", "港口", "港池、仓库", "2.5-4", "云港集团", "汇总", "45-60"),
        ),
        (
            *("序号", "乡镇", "2027年", "任务量", "3月底前完成20%", "6月底前完成60%"),
            *("1", "石桥镇", "122.5", "完成部署。", "24.5", "73.5", "2", "北门镇", "52.2", "10.4", "31.3"),
            *("3", "南山乡", "33.4", "6.6", "20.0", "总计", "208.1", "41.5", "124.8"),
        ),
        (
            *("序号", "品种", "面积", "产量目标为上年的110%", "说明"),
            *("1", "早稻", "12", "亩产400公斤", "2", "晚稻", "", "9", "亩产420公斤", "3", "油菜", "8", "二季"),
        ),
    ],
)
def test_cells_that_nothing_settles_give_no_facts_and_are_told(rows: tuple[str, ...]) -> None:
    found = facts("云州市推广方案", "一、主要任务", "（一）推进示范。加快推进示范。", "附表2", "分配表", *rows)
    assert [task.title for task in found.tasks] == ["推进示范"]
    assert not found.figures
    assert not found.responsibilities
    assert [gap.reason for gap in found.gaps if "逐格" in gap.reason or "没有写明单位" in gap.reason]
