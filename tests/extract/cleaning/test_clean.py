"""Cleaning: what goes, what stays, and that every block keeps its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from guitu.extract.cleaning.clean import assemble, clean
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread
from guitu.extract.readers.grids import cell
from guitu.extract.text import Cell, Table
from tests.extract.strategies import documents


def shown(blocks: tuple[RawBlock, ...]) -> list[object]:
    return [
        [[one.paragraphs for one in row] for row in block.rows] if isinstance(block, RawTable) else block
        for block in blocks
    ]


def texts(*lines: str) -> list[str]:
    return [block.text for block in clean([RawParagraph(line) for line in lines]) if isinstance(block, RawParagraph)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # stray signs and spaces
        (["增长 到 2020 年的 8.5 万亿元"], ["增长到2020年的8.5万亿元"]),
        (["发展\u200b\ufeff 5G + AI 应用"], ["发展5G + AI应用"]),
        (["第三条　为了保护湿地"], ["第三条 为了保护湿地"]),
        (["[bookmark: _GoBack]各县人民政府："], ["各县人民政府："]),
        (["比例为$30\\%$。"], ["比例为30%。"]),
        (["牵头单位：市水利局　　配合单位：市财政局"], ["牵头单位：市水利局　配合单位：市财政局"]),
        # a sentence over a page, a page number within
        (
            ["（一）建好管网。到2027年，新建雨污", "", "— 3 —", "", "分流管网30公里。"],
            ["（一）建好管网。到2027年，新建雨污分流管网30公里。"],
        ),
        (
            ["（五）培训护理员。全年培训2000人。(责任单位:市", "", "民政局)"],
            ["（五）培训护理员。全年培训2000人。(责任单位:市民政局)"],
        ),
        (["第 2 页 共 9 页", "全县湿地保护率达到60%以上，", "新增绿道"], ["全县湿地保护率达到60%以上，新增绿道"]),
        # what stays apart
        (
            ["（二）加快转型，做强主业", "我市立足山区，发展林下经济。"],
            ["（二）加快转型，做强主业", "我市立足山区，发展林下经济。"],
        ),
        (
            ["推进灌区改造，完善渠系，改善水质", "（三）建设水库"],
            ["推进灌区改造，完善渠系，改善水质", "（三）建设水库"],
        ),
        (["一、云州“十四五“回顾", "五年来，全市成绩显著。"], ["一、云州“十四五“回顾", "五年来，全市成绩显著。"]),
        (["建成学校3所。", "责任单位：县教育局"], ["建成学校3所。", "责任单位：县教育局"]),
        # titles over several lines
        (["青岚县人民政府办公室", "关于印发水网建设方案的通知"], ["青岚县人民政府办公室关于印发水网建设方案的通知"]),
        (["临江省老年健康服务", "发展规划", "（2024—2027年）"], ["临江省老年健康服务发展规划（2024—2027年）"]),
        (["云州市人民政府", "2024年5月6日", "云州市水网规划"], ["云州市人民政府", "2024年5月6日", "云州市水网规划"]),
        (["附件", "云州市学前教育", "行动计划"], ["附件", "云州市学前教育行动计划"]),
    ],
)
def test_lines(lines: list[str], expected: list[str]) -> None:
    """Lines become the paragraphs that a careful reader sees."""
    assert texts(*lines) == expected


def test_contents() -> None:
    """The table of contents is aside, up to its first entry's return; the text is not."""
    lines = ["云州市水网规划", "目　录", "一、基础....1", "（一）成绩 2", "二、任务 9", "一、基础", "全市水网已成。"]

    blocks = clean([RawParagraph(line) for line in lines])

    assert [isinstance(b, RawParagraph) and b.aside for b in blocks] == [False, True, True, True, True, False, False]


def test_running_heads_go_beside_page_numbers() -> None:
    """A head printed on every page goes with the page numbers, its first copy stays; a repeated label stays."""
    page = ["云州市水网规划", "- {} -", "全市共有水库{}座。", "具体措施："]
    lines = [line.format(i) for i in range(1, 5) for line in page]

    found = texts(*lines)

    assert found.count("云州市水网规划") == 1
    assert found.count("具体措施：") == 4
    assert not [text for text in found if "-" in text]


def test_run_together() -> None:
    """A text run together by a copy has a paragraph for every item again, duty clauses with their item."""
    item = "修好渠道，建好泵站，保障灌溉用水和城乡供水安全，" * 3 + "全面完成任务。（市水利局牵头，各县负责）"
    text = f"现提出如下意见。一、夯实基础（一）{item}具体措施：1．{item}2．2026年底前{item}（二）{item}各县要抓好落实。"

    found = texts(text)

    heads = ["现提出如", "一、夯实", "（一）修", "具体措施", "1．修好", "2．20", "（二）修", "各县要抓"]
    assert [line[: len(head)] for line, head in zip(found, heads, strict=True)] == heads
    assert all(line.endswith("负责）") for line in found if line[1:2] in "．一二" and line[0] != "一")


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        (
            "一、总体要求到2030年，全县森林覆盖率稳定在40%以上。",
            ["一、总体要求", "到2030年，全县森林覆盖率稳定在40%以上。"],
        ),
        ("三、组织实施各学校要落实主体责任，健全机制。", ["三、组织实施", "各学校要落实主体责任，健全机制。"]),
        (
            "二、重点任务（一）建强医联体1．设置专科。遴选专科12个，",
            ["二、重点任务", "（一）建强医联体", "1．设置专科。遴选专科12个，"],
        ),
        ("二、重点任务分工。", ["二、重点任务分工。"]),
        ("四、空间布局和功能分区，按三个层次统筹推进。", ["四、空间布局和功能分区，按三个层次统筹推进。"]),
    ],
)
def test_a_heading_run_together_with_its_matter(line: str, pieces: list[str]) -> None:
    """The name of a chapter and a heading before its first item are cut off; a name that goes on is not."""
    item = "建好泵站和渠道，保障灌溉用水和城乡供水安全，" * 5 + "按期完成。"

    found = texts(f"现提出如下意见。五、甲{item}六、乙{item}七、丙{item}{line}")

    assert found[-len(pieces) :] == pieces


def test_a_head_run_together() -> None:
    """Title, number, salutation and signature of a notice in one line are lines again."""
    item = "建好泵站和渠道，保障灌溉用水和城乡供水安全，" * 5 + "按期完成。"
    head = ["青岚县人民政府关于印发《青岚县节水规划》的通知", "青政发〔2024〕3号", "各乡镇人民政府，县政府各部门："]
    sign = ["现印发给你们，请认真执行。", "青岚县人民政府", "2024年5月6日", "青岚县节水规划"]

    found = texts("".join([*head, *sign, f"一、甲。{item}二、乙。{item}三、丙。{item}四、丁。{item}"]))

    assert found[: len(head) + len(sign)] == [*head, *sign]


def test_merged_cells_are_written_once() -> None:
    """A merged cell is one cell with one place, written where it first stands."""
    area = RawCell(("水利",))
    table = RawTable(((area, cell("水库", "泵站")), (area, cell("渠道"))))

    text = assemble([RawParagraph("表1"), table, RawParagraph("完。")])

    found = text.blocks[1]
    assert isinstance(found, Table)
    assert text.value == "表1\n水利\t水库\n泵站\n渠道\n完。"
    assert found.rows[0][0] is found.rows[1][0]
    assert [text.quote(row[1].span) for row in found.rows] == ["水库\n泵站", "渠道"]


@settings(max_examples=400)
@given(documents)
def test_cleaning_twice_changes_nothing(blocks: list[RawBlock]) -> None:
    """Cleaning is idempotent."""
    once = clean(blocks)

    assert shown(clean(once)) == shown(once)


@settings(max_examples=300)
@given(documents)
def test_every_block_has_its_place(blocks: list[RawBlock]) -> None:
    """Spans are in order, apart and inside the text, and quote the very paragraph or cell."""
    cleaned = clean(blocks)
    text = assemble(cleaned)
    last = 0
    for raw, block in zip((one for one in cleaned if not isinstance(one, RawUnread)), text.blocks, strict=True):
        assert last <= block.span.start <= block.span.end <= len(text.value)
        last = block.span.end
        if isinstance(raw, RawParagraph):
            assert text.quote(block.span) == raw.text
            assert "\n" not in raw.text
        elif isinstance(raw, RawTable) and isinstance(block, Table):
            cells: dict[int, Cell] = {}
            for raw_row, row in zip(raw.rows, block.rows, strict=True):
                for given_cell, placed in zip(raw_row, row, strict=True):
                    assert cells.setdefault(id(given_cell), placed) is placed
                    assert placed.span in block.span
                    assert text.quote(placed.span) == "\n".join(given_cell.paragraphs)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["（三）加强监督。定期通报。", "相关政策解读", "图解：云州市节水规划", "网站标识码：0000临ICP备1号"], 1),
        (["各县要抓好落实。", "主办：云州市水利局 ©版权所有"], 1),
        (["（三）加强宣传。", "（四）开展政策解读。印发手册。", "版权所有：云州市政府 公网安备 00号"], 2),
        (["三、政策解读", "网站建设要规范网站标识码。", "按月通报。"], 3),
        (["相关文件", "各县要抓好落实。"], 2),
    ],
)
def test_the_lines_of_a_site_behind_the_text(lines: list[str], kept: int) -> None:
    """What a site prints behind a text is aside, from its links on; without the marks of a site nothing is."""
    found = clean([RawParagraph(line) for line in lines])

    assert [block.aside for block in found if isinstance(block, RawParagraph)].count(False) == kept
