"""The roles of one agency that a task names more than once."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source


def roles(body: str) -> set[tuple[str, str]]:
    """Agency without its city and role, of the one task of a document of 云州市."""
    text = f"云州市河道整治方案\n一、主要任务\n（一）整治河道。{body}\n"
    (found,) = read(Source("a.txt", text.encode())).documents
    return {(one.agency.name.removeprefix("云州市"), one.role) for one in found.responsibilities}


def test_two_clauses_give_a_role_each_for_parts_of_a_task() -> None:
    """Whoever answers for one part and helps with the other has both roles; the same role twice is one."""
    said = roles("清理淤泥。（市水利局负责，市财政局配合）保障经费。（市财政局负责，市水利局、市审计局配合）")
    assert said == {
        ("水利局", "responsible"),
        ("水利局", "support"),
        ("财政局", "responsible"),
        ("财政局", "support"),
        ("审计局", "support"),
    }
    again = roles("清理淤泥。（市水利局负责）加固堤防。（市水利局负责，市应急局配合）")
    assert again == {("水利局", "responsible"), ("应急管理局", "support")}


@pytest.mark.parametrize(
    "body",
    [
        "由市水利局牵头清理淤泥。（市水利局、市财政局负责）",
        "清理淤泥，市水利局会同市财政局巡查。（市水利局负责，市财政局负责）",
        "清理淤泥。（市水利局牵头，市财政局、市水利局负责）",
    ],
)
def test_beside_running_text_and_in_one_clause_the_strongest_counts(body: str) -> None:
    assert roles(body) == {("水利局", "lead"), ("财政局", "responsible")}
