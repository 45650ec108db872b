"""What a chapter is about."""

from __future__ import annotations

import pytest

from guitu.extract.structure.draft import Chapter
from guitu.extract.structure.outline.chapters import about, is_container, is_label

CHAPTERS: list[tuple[str, Chapter | None, Chapter]] = [
    ("“十三五”时期发展回顾", None, "review"),
    ("现状与基础", None, "review"),
    ("机遇与挑战", None, "situation"),
    ("总体思路", None, "thought"),
    ("基本原则", "thought", "thought"),
    ("主要目标", "thought", "goals"),
    ("主要任务", None, "work"),
    ("优化发展环境", None, "work"),
    ("深刻认识种业振兴的重要意义", None, "situation"),
    ("夯实产业基础", "work", "work"),
    ("工作目标", "work", "goals"),
    ("医疗服务能力增强", "review", "review"),
    ("组织实施", None, "work"),
    ("目标要求", None, "goals"),
    ("建设目标", None, "goals"),
    ("总体目标和要求", None, "goals"),
    ("现状与问题", None, "review"),
    ("实施范围", None, "thought"),
    ("建设目标责任体系", None, "work"),
    ("分解年度目标", "work", "work"),
    ("加快产业集聚", "goals", "goals"),
    ("“十五五”时期的主要目标任务", None, "goals"),
    ("指挥部组成人员", None, "thought"),
    ("指导方针", None, "thought"),
    ("建设和管理标准", None, "thought"),
    ("街巷整治标准", None, "thought"),
    ("完善校舍建设标准", "work", "work"),
    ("“十六五”时期主要目标和重大举措", None, "work"),
]


@pytest.mark.parametrize(("title", "around", "chapter"), CHAPTERS)
def test_a_heading_tells_its_matter(title: str, around: Chapter | None, chapter: Chapter) -> None:
    """The end of a heading, its opening verb and the chapter around it decide."""
    assert about(title, around) == chapter


def test_containers_and_labels() -> None:
    """Container headings hold work; labels name nothing."""
    assert is_container("“十五五”时期主要任务")
    assert not is_container("完善保障机制")
    assert is_label("责任单位：")
    assert not is_label("智慧农业")
