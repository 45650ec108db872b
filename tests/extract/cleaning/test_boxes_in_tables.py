"""Boxes that were saved as tables: items numbered inside cells, and a frame of one column."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

HEAD = [
    "# 云州市水网建设“十五五”规划",
    "",
    "## 一、主要任务",
    "",
    "（一）完善水网",
    "",
    "修建骨干渠道，联通南北水库。",
    "",
]


def facts(*lines: str) -> Facts:
    return read(Source("plan.md", "\n".join([*HEAD, *lines]).encode())).documents[0]


def items(found: Facts) -> list[str]:
    return [task.title for task in found.tasks if task.form == "boxitem"]


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        (
            ["| 建设项目 | 1．修建西河水闸，改善航运。<br>2．疏浚南渠。清淤八公里。 |"],
            ["修建西河水闸", "疏浚南渠"],
        ),
        (
            ["| 研究平台 | 1.节水实验室。研究滴灌。<br>2.水文中心。发布预报。 |", "| 重点县区 | 青岚县、东桥区 |"],
            ["节水实验室", "水文中心"],
        ),
        (
            ["| 重点工程 | 1、加固大坝；2、更换闸门；3、补种护岸林。 |", "| 创新平台 | 1、泵站研究院。2、水质中心。 |"],
            ["加固大坝", "更换闸门", "补种护岸林", "泵站研究院", "水质中心"],
        ),
    ],
)
def test_numbered_items_of_the_cells_are_items_of_the_box(rows: list[str], titles: list[str]) -> None:
    found = facts("**专栏1 水网建设重点**", "", "|     |     |", "| --- | --- |", *rows)
    assert items(found) == titles
    assert {found.sections[task.section or 0].title for task in found.tasks if task.form == "boxitem"} == {
        "水网建设重点"
    }


def test_cells_that_list_nothing_numbered_have_no_items() -> None:
    rows = ["| 指标 | 2030年供水100万吨，1.5倍于今。 |", "| 范围 | 全市。 |"]
    assert items(facts("**专栏1 水网建设指标**", "", "|     |     |", "| --- | --- |", *rows)) == []


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        (["| 专栏1：水网建设 |", "| 西河水闸：修建三座。<br>南渠疏浚：清淤八公里。 |"], ["西河水闸", "南渠疏浚"]),
        (["| 专栏2：养老服务 |", "| 社区食堂：新建八处。 |", "| 护理床位：增加百张。 |"], ["社区食堂", "护理床位"]),
        (["| 专栏3 林业工程 |", "| 退化林修复。补种油松。 |", "| 防火通道。开通三条。 |"], ["退化林修复", "防火通道"]),
    ],
)
def test_a_table_of_one_column_under_the_title_of_a_box_is_the_box(rows: list[str], titles: list[str]) -> None:
    after = ["", "提高管护水平。健全管护制度，落实管护经费。", "", "培养管护队伍。开展培训，颁发证书。"]
    found = facts("|     |", "| --- |", *rows, *after)
    assert items(found) == titles
    assert [task.title for task in found.tasks if task.form == "runin"] == ["提高管护水平", "培养管护队伍"]


def test_another_table_of_one_column_is_no_box() -> None:
    assert items(facts("|     |", "| --- |", "| 西河水闸：修建三座。 |", "| 南渠疏浚：清淤八公里。 |")) == []


@pytest.mark.parametrize("label", ["整治时间", "实施范围", "创建标准"])
def test_what_labels_a_part_of_the_work_is_no_task(label: str) -> None:
    text = f"青岚县河道整治方案\n一、时间安排\n{label}：3月至6月，分两批。\n（一）动员部署。张贴公告，召开会议。\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    assert [task.title for task in found.tasks] == ["动员部署"]


@pytest.mark.parametrize("title", ["整治重点", "治理重点", "改造重点"])
def test_the_name_of_a_part_only_holds_its_items(title: str) -> None:
    items_ = "（一）堤防整治。加固堤防。\n（二）水闸整治。更换闸门。"
    text = f"青岚县河道整治方案\n一、{title}\n开展以下几项工作：\n{items_}\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    assert [task.title for task in found.tasks] == ["堤防整治", "水闸整治"]
