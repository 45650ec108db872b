"""Lines under the items of a text that list whom each concerns: 相关部门：… gives owners and is no task."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    text = "\n\n".join(["云州市街巷整治工作方案", "一、工作任务", *lines, ""])
    return read(Source("a.txt", text.encode())).documents[0]


def owned(found: Facts) -> list[tuple[str, str, str]]:
    told = found.responsibilities
    return [(found.tasks[one.task].title, one.agency.name.removeprefix("云州市"), one.role) for one in told]


@pytest.mark.parametrize("label", ["相关部门", "相关单位", "涉及部门", "推进主体"])
def test_names_behind_the_label_own_the_item_above(label: str) -> None:
    found = facts(
        "（一）修缮街巷，补齐设施",
        "对破损街巷逐条修缮，更新照明设施。",
        f"{label}：市水利局、市财政局等。",
        "（二）清理河道，修建护岸",
        "对淤积河道逐段清理，修建生态护岸。",
        f"{label}：市教育局。",
    )
    assert [task.title for task in found.tasks] == ["修缮街巷，补齐设施", "清理河道，修建护岸"]
    assert owned(found) == [
        ("修缮街巷，补齐设施", "水利局", "responsible"),
        ("修缮街巷，补齐设施", "财政局", "responsible"),
        ("清理河道，修建护岸", "教育局", "responsible"),
    ]


def test_one_line_alone_may_mean_anything_and_is_a_gap() -> None:
    found = facts("（一）修缮街巷，补齐设施", "对破损街巷逐条修缮。", "相关部门：市水利局、市财政局。")
    assert [task.title for task in found.tasks] == ["修缮街巷，补齐设施"]
    assert owned(found) == []
    assert [gap.reason for gap in found.gaps if gap.reason.startswith("责任单位")] == ["责任单位没有读出"]


def test_a_sentence_about_those_concerned_gives_no_owner() -> None:
    lines = ("相关部门：要按照职责办理，市水利局的意见另附。", "相关单位为企业提供服务，市财政局的资金另行下达。")
    found = facts("（一）修缮街巷，补齐设施", lines[0], "（二）清理河道，修建护岸", lines[1])
    assert owned(found) == []
