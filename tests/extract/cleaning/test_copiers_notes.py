"""Notes of those who copied or collected a text, around it: they are none of its words."""

from __future__ import annotations

import pytest

from guitu.extract.cleaning.text.copiers_notes import with_notes_aside
from guitu.extract.raw import RawParagraph
from guitu.extract.recognise import read
from guitu.extract.source import Source

TITLE = "东桥县公共浴室改造实施方案"
MATTER = (
    "一、重点任务",
    "（一）改造浴室。改造老浴室30处。（县住房城乡建设局负责）",
    "（二）补贴运营。每年评选一次。（县财政局负责）",
    "二、保障措施",
    "（一）加强督查。每季度通报。（县市场监管局负责）",
)


def aside(*lines: str) -> list[str]:
    """The lines that are no part of the document."""
    found = with_notes_aside([RawParagraph(line) for line in lines])
    return [block.text for block in found if isinstance(block, RawParagraph) and block.aside]


@pytest.mark.parametrize(
    "note",
    [
        "（本文由志愿者整理上传，排版参照《公文格式规范》，共1200字、附件2个，错漏以原件为准。）",
        "采集说明：正文由脚本从网页转成，2025年3月抓取，共3200字。",
        "本页内容转载自网友微博，依据《信息公开办法》整理，仅供参考。",
        "*整理者注：本页未经校对，引用《东桥县志》时请核对原件。*",
        "以下文字由OCR识别，遵照《转录规则》。",
        "〔据扫描件OCR转成，见《文本规范》〕",
    ],
)
def test_notes_give_no_facts(note: str) -> None:
    """Neither below the title nor at the end; the tasks stay as they are."""
    for lines in ((TITLE, note, *MATTER), (TITLE, *MATTER, note)):
        found = read(Source("a.txt", "\n".join(lines).encode())).documents[0]

        assert aside(*lines) == [note]
        assert (found.references, [task.title for task in found.tasks]) == ((), ["改造浴室", "补贴运营", "加强督查"])


def test_a_note_above_the_title_goes_on_to_it() -> None:
    """What stands between a note and the title belongs to the note; a letter between them does not."""
    note = ("采集说明：正文由脚本转成。", "公开依据：《信息公开办法》；规则见《清洗规范》。")

    assert aside(*note, TITLE, *MATTER) == list(note)
    assert aside(note[0], "各镇人民政府：", "现将方案印发给你们。", TITLE, *MATTER) == [note[0]]
    assert aside(note[0], *MATTER) == [note[0]]


@pytest.mark.parametrize(
    "line",
    [
        "（县版权局、县公安局负责，网友监督）",
        "（申报材料须附扫描件）",
        "本文件所称版权，是指著作权。",
        "（三）清理网友反映的脚本、数据集侵权问题。",
        "编制说明：本方案依据有关规划编制。",
    ],
)
def test_words_of_copying_in_the_text(line: str) -> None:
    """A duty, an item and a definition can hold the same words."""
    assert aside(TITLE, line, *MATTER) == aside(TITLE, *MATTER, line) == []


@pytest.mark.parametrize(
    "head",
    [
        ("云州市“十五五”", "供水发展规划"),
        ("中共云州市委", "云州市人民政府", "关于加强供水工作的实施意见"),
        ("云州市水务局", "2026年1月5日", "供水保障行动方案（2026—2030年）"),
        ("云政发〔2026〕3号", "供水保障行动方案"),
    ],
)
@pytest.mark.parametrize("note", ["整理说明：据扫描件录入", "（本文由网友据扫描件整理）"])
def test_the_head_below_a_note_is_the_document_s(note: str, head: tuple[str, ...]) -> None:
    """Issuers, their day, a number and the first line of a title are no lines of the note."""
    assert aside(note, *head, *MATTER) == [note]
    assert aside(note, "公开依据：《信息公开办法》。", *head, *MATTER)[:1] == [note]


def test_the_first_line_of_a_title_below_a_note() -> None:
    """The title is whole, and the issuers are known."""
    lines = ("整理说明：据扫描件录入", "云州市“十五五”", "供水发展规划", *MATTER)
    assert read(Source("a.txt", "\n".join(lines).encode())).documents[0].document.title == "云州市“十五五”供水发展规划"


@pytest.mark.parametrize(
    "line",
    [
        "以下内容2027年底前完成：开通公众号15个。",
        "（建成高质量数据集15个，开通公众号2个）",
        "（推广公众号，保护版权和著作权）",
        "以上内容纳入考核，保护版权。",
        "本网页由网友评议，2027年建成站点15个。",
    ],
)
def test_plans_for_what_copiers_name(line: str) -> None:
    """Accounts, data sets and copyrights are matter of plans; figures and years are theirs."""
    assert aside(TITLE, *MATTER, line) == aside(TITLE, line, *MATTER) == []
