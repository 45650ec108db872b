"""Columns of a division table that say how far its tasks have come."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure
from guitu.extract.recognise import read
from guitu.extract.source import Source

HEAD = "<html><body><h1>云州市2027年民生实事项目进度表</h1><table><tr>"


def found(*rows: tuple[str, ...]) -> list[Figure]:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    page = HEAD + "</tr><tr>".join(lines) + "</tr></table></body></html>"
    (facts,) = read(Source("进度表.html", page.encode())).documents
    return [figure for figure in facts.figures if figure.kind == "observation"]


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("当前进度", "80%（桩基滞后）", [("当前进度", "80")]),
        ("最新进展", "新增床位60张，新建泵站3座。", [("新增床位", "60"), ("新建泵站", "3")]),
        ("完成情况", "95%", [("完成情况", "95")]),
        ("进度要求", "6月底前完成50%", []),
    ],
)
def test_what_a_column_of_progress_reports(heading: str, cell: str, expected: list[tuple[str, str]]) -> None:
    """
    A column of progress reports; one of what is required does not.
    """
    made = found(("序号", "项目内容", heading, "牵头单位"), ("1", "建设养老院1座。", cell, "市民政局"))

    assert [(f.indicator, str(f.value)) for f in made] == expected
    assert {f.year for f in made} <= {2027}
