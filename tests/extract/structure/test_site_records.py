"""The record that a site numbers above a text, and titles with stops in quotation marks."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source

RECORDS = [
    [
        "01. \\[主题分类\\] \\-\\-\\--水利/其他",
        "02. \\[发文机构\\] \\-\\-\\--云州市人民政府",
        "03. \\[废止日期\\] \\-\\-\\--",
    ],
    ["1. [发文字号] 青政发〔2026〕2号", "2. [有效性] 现行有效", "3. [成文日期] 2026-03-02"],
    ["1、【发布日期】2026-02-01", "2、【实施日期】——", "3、【索引号】1102"],
]


@pytest.mark.parametrize("record", RECORDS)
def test_the_lines_of_a_record_are_no_tasks(record: list[str]) -> None:
    lines = [
        "# 2026年市政府重点任务清单",
        "",
        *record,
        "",
        "一、清理河道，改善水质",
        "1.疏浚西河。修复堤岸，完善管护制度。（市水利局）",
    ]
    (found,) = read(Source("plan.md", "\n".join(lines).encode())).documents
    assert [task.title for task in found.tasks] == ["疏浚西河"]
    assert found.document.valid_to is None


def test_a_task_whose_title_is_in_brackets_is_no_line_of_a_record() -> None:
    lines = ["云州市助企若干措施", "一、主要措施", "1.【降低成本】减免租金三个月。", "2.【稳定岗位】返还保险费。"]
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    assert [task.title for task in found.tasks] == ["降低成本", "稳定岗位"]


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("坚持“一季一检查，一年一评比”，推动整改落实。", "坚持“一季一检查，一年一评比”"),
        ("落实“谁审批、谁监管，谁主管、谁负责”要求，健全清单。", "落实“谁审批、谁监管，谁主管、谁负责”要求"),
        ("在全县推行“一户一码，一企一档”，方便查询。", "在全县推行“一户一码，一企一档”"),
        ("打造“西河夜游，品牌，完善灯光。", "打造“西河夜游"),
    ],
)
def test_a_comma_in_quotation_marks_ends_no_title(item: str, title: str) -> None:
    items = f"1.{item}（县水利局负责）\n2.疏浚西河，六月底前完成。（县水利局负责）"
    text = f"青岚县2026年重点任务清单\n一、重点任务\n{items}\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    assert [task.title for task in found.tasks] == [title, "疏浚西河"]
