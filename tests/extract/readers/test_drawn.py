"""Tables and boxes drawn with the signs of frames."""

from __future__ import annotations

import pytest

from guitu.extract.raw import RawParagraph, RawTable, RawUnread
from guitu.extract.readers.text import read


def tables(text: str) -> list[list[list[str]]]:
    return [
        [["".join(cell.paragraphs) for cell in row] for row in block.rows]
        for block in read(text.encode()).blocks
        if isinstance(block, RawTable)
    ]


def test_a_row_on_each_line_and_a_name_over_two() -> None:
    text = """表1 主要指标
┌────┬──────────┬─────┬─────┐
│领域│  指 标   │2020年│2025年│
├────┼──────────┼─────┼─────┤
│供水│漏损率(%) │ 12.1 │ ≤9  │
│    │再生水利用│ 20   │ 30  │
│    │率(%)     │      │     │
│治污│泵站(座)  │ 3    │ 5   │
└────┴──────────┴─────┴─────┘
二、任务"""
    assert tables(text) == [
        [
            ["领域", "指标", "2020年", "2025年"],
            ["供水", "漏损率(%)", "12.1", "≤9"],
            ["供水", "再生水利用率(%)", "20", "30"],
            ["治污", "泵站(座)", "3", "5"],
        ]
    ]


def test_rules_between_the_rows() -> None:
    text = """┌──┬────────┬──────┐
│序号│ 任务   │责任单位│
├──┼────────┼──────┤
│ 1  │改造老旧│市水利局│
│    │管网    │市财政局│
├──┼────────┼──────┤
│ 2  │修建泵站│市住房城│
│    │        │乡建设局│
└──┴────────┴──────┘"""
    ((head, one, two),) = [block.rows for block in read(text.encode()).blocks if isinstance(block, RawTable)]

    assert [cell.paragraphs for cell in head] == [("序号",), ("任务",), ("责任单位",)]
    assert [cell.paragraphs for cell in one] == [("1",), ("改造老旧管网",), ("市水利局", "市财政局")]
    assert [cell.paragraphs for cell in two] == [("2",), ("修建泵站",), ("市住房城乡建设局",)]


def test_numbered_rows_without_rules() -> None:
    text = """╔══╦══════╦══════╗
║序号║ 项目 ║ 进度 ║
╠══╬══════╬══════╣
║1 ║青岚大║2026年║
║  ║桥    ║完工  ║
║2 ║体育馆║2027年║
║  ║      ║开工  ║
╚══╩══════╩══════╝"""
    assert tables(text)[0][1:] == [["1", "青岚大桥", "2026年完工"], ["2", "体育馆", "2027年开工"]]


@pytest.mark.parametrize("side", ["│", ""])
def test_a_box(side: str) -> None:
    text = f"""┌────────────┐
{side} 专栏2  渔港项目 {side}
{side} 续建：北礁渔港。 {side}
└────────────┘
（三）依港管船"""
    blocks = [block for block in read(text.encode()).blocks if isinstance(block, RawParagraph)]

    assert [(block.text, block.box) for block in blocks] == [
        ("专栏2  渔港项目", True),
        ("续建：北礁渔港。", True),
        ("（三）依港管船", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # words in every column over several lines: nothing tells where a row ends
        "┌──┬──┐\n│任务│单位│\n├──┼──┤\n│改造│市水│\n│管网│利局│\n│修桥│市局│\n└──┴──┘",
        "┌──┬──┐\n│任务│单位│\n│改造│市水利局│市财政局│\n└──┴──┘",  # a cell too many
        "┌──┬──┐\n│任务│单位│\n│改造│市水利局│",  # no end
        "────────\n一、任务\n────────",
    ],
)
def test_no_table(text: str) -> None:
    """The lines stay, and where a frame was found a gap says that its cells were not read."""
    found = read(text.encode()).blocks
    assert not tables(text)
    assert sum(isinstance(block, RawUnread) for block in found) == ("└" in text)
    assert [block.text for block in found if isinstance(block, RawParagraph)] == text.split("\n")
