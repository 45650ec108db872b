"""Plain text: pasted tables and frames get their form back."""

from __future__ import annotations

from guitu.extract.raw import RawBlock, RawParagraph, RawTable
from guitu.extract.readers.text import read


def blocks(text: str) -> list[RawBlock]:
    return [b for b in read(text.encode()).blocks if not isinstance(b, RawParagraph) or b.text.strip()]


def grid(block: RawBlock) -> list[list[str]]:
    assert isinstance(block, RawTable)
    return [["/".join(one.paragraphs) for one in row] for row in block.rows]


def test_table_pasted_from_word() -> None:
    """One cell per line behind a tab, rows divided by a blank line; a blank leading cell is the cell above."""
    head = "主要指标\n\t类别\n\t指标\n\t目标\n\n"
    rows = "\t水利\n\t水库\n\t9座\n\n\t\n\t泵站\n\t\n\n\t林业\n\t绿道\n\t30公里\n\n\n"
    found = blocks(head + rows + "说明：均为预期性指标。\n" + "正文。\n" * 20)

    assert grid(found[1]) == [
        ["类别", "指标", "目标"], ["水利", "水库", "9座"], ["水利", "泵站", ""], ["林业", "绿道", "30公里"],
    ]  # fmt: skip
    assert isinstance(found[1], RawTable)
    assert found[1].rows[1][0] is found[1].rows[2][0]
    assert isinstance(found[2], RawParagraph)


def test_frame_pasted_from_word() -> None:
    """A frame ends at two blank lines or at the next numbered heading."""
    text = "前文。\n" * 9 + "\t专栏：水网工程\n\n\t骨干渠道。新建5条。\n泵站。改造9座。\n"

    for after in ("\n\n\n后文。", "\n（二）美丽乡村\n后文。"):
        boxes = [b.box for b in blocks(text + after) if isinstance(b, RawParagraph)][9:]
        assert boxes[:3] == [True] * 3
        assert not any(boxes[3:])


def test_tabs_that_only_indent() -> None:
    """A text whose paragraphs are indented with tabs has neither tables nor frames."""
    text = "\t云州市水网规划\n\n\t为建好水网，制定本规划。\n\n\t一、总体要求\n\n\t坚持节水优先。\n"

    assert blocks(text) == [RawParagraph(line) for line in text.split("\n") if line]


def test_rows_with_dividers() -> None:
    """Rows of | or tabs are tables; a table of contents with tabs is not."""
    assert grid(blocks("|部门|任务|\n|---|---|\n|市水利局|修渠|\n")[0]) == [["部门", "任务"], ["市水利局", "修渠"]]
    assert grid(blocks("部门\t任务\n市水利局\t修渠\n")[0]) == [["部门", "任务"], ["市水利局", "修渠"]]
    assert not [
        b for b in blocks("目 录\n\n一\t、基础\t1\n二\t、任务\t4\n\n云州多山，水网不全。\n") if isinstance(b, RawTable)
    ]


def test_rows_in_groups() -> None:
    """A row of one cell names a group; a head one cell short stands over groups and names."""
    text = (
        "指标\t2015年\t2020年\n水生态\n1.河流\t水质达标率\t70\t>80\n\t断流天数\t30\t<5\n2.湖泊\t湖面\t12\t13\n后文。\n"
    )

    table, after = blocks(text)
    assert grid(table) == [
        ["指标", "指标", "2015年", "2020年"], ["水生态"] * 4, ["1.河流", "水质达标率", "70", ">80"],
        ["1.河流", "断流天数", "30", "<5"], ["2.湖泊", "湖面", "12", "13"],
    ]  # fmt: skip
    assert after == RawParagraph("后文。")


def test_signs_of_a_saved_page() -> None:
    """20万m&sup3; of a page saved as text is 20万m³; any other & stays."""
    raw = read("清淤20万m&sup3;，面积4km&sup2;。\n研发&设计费、R&D;投入".encode())
    assert [block.text for block in raw.blocks if isinstance(block, RawParagraph)] == [
        "清淤20万m³，面积4km²。",
        "研发&设计费、R&D;投入",
    ]
