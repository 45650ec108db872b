"""The words by which offices tie bodies to a task: labels on lines, companies, what is borne, led or supported."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(text: str, name: str = "plan.txt") -> Facts:
    """What the one document of a file states."""
    (found,) = read(Source(name, text.encode())).documents
    return found


def owned(found: Facts) -> list[tuple[str, str, str]]:
    """The task, agency and role of each responsibility."""
    return [(found.tasks[one.task].title, one.agency.name, one.role) for one in found.responsibilities]


def chapter(title: str, *lines: str) -> Facts:
    """A plan with a chapter of the lines, and one after it."""
    return facts("\n".join((title, "", "一、重点任务", *lines, "二、保障措施", "（一）加强宣传。编印手册。")))


LINES = [
    (
        ("主责单位：县住房城乡建设局", "主责部门：县发展改革局；协助单位：县财政局"),
        [("住房和城乡建设局", "responsible")],
        [("发展和改革局", "responsible"), ("财政局", "support")],
    ),
    (
        ("牵头：县应急局；配合：县水利局", "主责：县应急局"),
        [("应急管理局", "lead"), ("水利局", "support")],
        [("应急管理局", "responsible")],
    ),
    (
        ("落实部门：县农业农村局", "主管部门：县林业局"),
        [("农业农村局", "responsible")],
        [("林业局", "responsible")],
    ),
]


@pytest.mark.parametrize(("lines", "first", "last"), LINES)
def test_a_line_behind_the_last_item_is_of_that_item(
    lines: tuple[str, str], first: list[tuple[str, str]], last: list[tuple[str, str]]
) -> None:
    found = chapter(
        "东桥县供暖保障方案", "（一）检修管网。更换主管。", lines[0], "（二）储备燃煤。平整场地。", lines[1]
    )
    expected = [("检修管网", f"东桥县{name}", role) for name, role in first]
    assert owned(found) == expected + [("储备燃煤", f"东桥县{name}", role) for name, role in last]


@pytest.mark.parametrize("line", ["责任落实：各街道要对照清单逐条检查。", "参加：护理员都要参加培训，并考试合格。"])
def test_other_words_before_a_colon_are_no_owners(line: str) -> None:
    found = chapter("云州市社区养老方案", "（一）建设站点。完善设施。", "（二）培训护理员。每年两期。", line)
    assert not owned(found)
