"""The report: the same parts on a console, in Markdown and on a page, and words of documents as words."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from guitu.exports.command import cli
from guitu.exports.report.page import OPENED, render
from guitu.exports.report.parts import Part, parts
from guitu.exports.report.text import as_markdown, as_text, plain
from guitu.exports.report.write import write_report
from guitu.graph.checks.completeness import Completeness
from guitu.graph.checks.outline import Chapter
from guitu.graph.checks.report import (
    ColumnRead,
    DocumentReport,
    Ownership,
    SourceFile,
    TableRead,
    UnreadPlace,
    report,
)
from guitu.graph.keep.store import Store

GRAPH = str(Path(__file__).parents[1] / "example.trig")
HOSTILE = "|`<img src=x onerror=alert(1)></script>\u202e\n# 标题"
GAP = UnreadPlace("unread-duty", "未读责任", "责任单位待定", ("一、任务",), 5, 9, "由", "某单位" + HOSTILE, "负责。")
ONE = DocumentReport(
    Completeness("https://w3id.org/guitu/id/document/x", {"title": ("青岚县节水方案" + HOSTILE,)}, {"task": 4}, {}),
    (SourceFile(("方案" + HOSTILE,), "ab" * 32, "text/plain", "text", "utf-8", 1234, True),),
    (Chapter("一、任务" + HOSTILE, 2, 4, 1),),
    Ownership(4, 2, 0, 1, 1, 0, {"lead": (("青岚县水利局" + HOSTILE, 2),)}, ("某中心" + HOSTILE,)),
    (GAP,),
    (TableRead(3, ("一、任务",), 5, 9, (ColumnRead("工作事项" + HOSTILE, "任务"), ColumnRead("备注", ""))),),
)
SECTIONS = ("概览", "文件信息", "读到的事实", "未读出", "章节结构", "任务与责任", "任务分工表的列", "来源")


class Elements(HTMLParser):
    """The elements of a page, what they load, and the words between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.loads: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.loads += [v or "" for k, v in attrs if k in ("src", "href", "srcset", "data", "action") or k[:2] == "on"]

    def handle_data(self, data: str) -> None:
        self.words += data


def page() -> str:
    return render((ONE,), "zh")


def test_the_page_loads_nothing() -> None:
    """No script, no picture, no address but its own places; its policy forbids the rest."""
    found = Elements(page())

    assert {"script", "img", "link", "iframe", "object", "base", "form"}.isdisjoint(found.names)
    assert found.loads == ["#d1"]
    assert "default-src 'none'" in page()
    assert not re.search(r"url\(|@import|@font-face", page())


def test_words_stay_words_on_the_page() -> None:
    """Markup in titles, names, headings and quotes is shown, and no sign turns the line around."""
    found = Elements(page())

    assert found.words.count("<img src=x onerror=alert(1)>") >= 7
    assert "\u202e" not in page()


def test_the_page_has_every_section() -> None:
    """Fields with their marks, the gap marked in its sentence with reason and place, columns with their reading."""
    text = page()

    assert [name for name in SECTIONS if f"{name} <span" not in text] == []
    assert '<div class="must"><dt>级别' in text
    assert '<div class="recommended"><dt>发文字号' in text
    assert "由<mark>某单位" in text
    assert "一、任务 · 字符 5–9" in text
    assert text.count("未识别") == 2
    assert "--columns &#34;备注=责任&#34;" in text
    assert 'lang="zh-CN"' in text


def test_the_page_in_english() -> None:
    """In English no heading is in Chinese."""
    text = render((ONE,), "en")

    assert [name for name in SECTIONS if name in text] == []
    assert '<html lang="en">' in text


def test_many_gaps_of_a_kind_are_folded() -> None:
    """A long list waits for a click; a short one is open."""
    many = replace(ONE, gaps=tuple(replace(GAP, start=i) for i in range(OPENED + 1)))

    assert "<details open>" in page()
    assert "<details>" in render((many,), "zh")


def test_markdown_renders_as_words() -> None:
    """Every row of a table has its cells, and nothing of a document is markup."""
    text = as_markdown(parts((ONE,), "zh"))
    rows = [re.findall(r"(?<!\\)\|", line) for line in text.splitlines() if line.startswith("| ")]

    assert "\\<img src=x onerror=alert(1)\\>" in text
    assert not re.search(r"(?<!\\)<(?!br>)", text)
    assert not re.search(r"^# 标题", text, re.MULTILINE)
    assert {len(row) for row in rows} == {3, 4, 5, 8}
    assert "\u202e" not in text


@pytest.mark.parametrize("words", ["1. 总则", "- 项", "+ 项", "# 题", "> 引", "~~删~~", "&lt;"])
def test_markdown_signs_are_escaped(words: str) -> None:
    """What begins a list, a heading, a quotation or an entity in Markdown does not."""
    assert "\\" in plain(words)


@pytest.mark.parametrize("form", [as_text, as_markdown])
def test_columns_are_told_in_each_form(form: Callable[[Iterator[Part]], str]) -> None:
    """A table has its place and rows, each column what it was read as, and one that was not how to set it."""
    text = form(parts((ONE,), "zh"))

    assert "第 1 张表，3 项任务 · 一、任务 · 字符 5–9" in text
    assert re.search(r"备注 *\|? *未识别", text)
    assert '--columns "备注=责任"' in text.replace("\\", "")


def test_no_hint_where_every_column_is_read() -> None:
    """What needs nothing set by hand tells of no option; a column without a heading has no name to set."""
    read = TableRead(3, (), 5, 9, (ColumnRead("任务", "任务"), ColumnRead("", "")))
    one = replace(ONE, tables=(read,))

    assert "--columns" not in as_text(parts((one,), "zh")) + render((one,), "zh")
    assert "（无列名）" in as_text(parts((one,), "zh"))


def test_text_lines_up() -> None:
    """On a console the words of a document command nothing, and a gap has words, reason and place."""
    text = as_text(parts((ONE,), "zh"))

    assert "\u202e" not in text
    assert "    责任单位待定 · 一、任务 · 字符 5–9" in text.splitlines()
    assert "✗ 级别" in text
    assert "1,234" in text


def test_each_form_says_where_a_graph_is_empty() -> None:
    """No document: one line says so."""
    assert "图谱里没有文件" in as_text(parts((), "zh"))
    assert "图谱里没有文件" in render((), "zh")


@pytest.mark.parametrize(
    ("name", "begins"), [("报告.html", "<!DOCTYPE html>"), ("报告.md", "# "), ("报告.txt", "读取报告")]
)
def test_the_ending_chooses_the_form(tmp_path: Path, name: str, begins: str) -> None:
    """A file is written in UTF-8 in the form of its ending, in folders that are made."""
    path = write_report((ONE,), str(tmp_path / "报告" / name), None, "zh")

    assert path
    assert path.read_bytes().decode("utf-8").startswith(begins)


def test_same_bytes() -> None:
    """Two reports of one graph are equal, byte for byte."""
    first, second = (render(report(Store.read(Path(GRAPH))), "zh") for _ in range(2))

    assert first == second


# ---- the command ----


def test_the_command_tells_gaps_and_ends_well() -> None:
    """Gaps are no error: exit code 0."""
    done = CliRunner().invoke(cli.main, ["report", "--store", GRAPH, "--lang", "zh"])

    assert done.exit_code == 0, done.output
    assert "没有计量单位" in done.output


def test_the_command_knows_no_such_document() -> None:
    """A title that no document has costs one line, in Chinese, and exit code 1."""
    done = CliRunner().invoke(cli.main, ["report", "月球", "--store", GRAPH, "--lang", "zh"])

    assert done.exit_code == 1
    assert done.stderr.splitlines() == ["guitu: 月球：没有哪份文件的标题含有它；列出全部：guitu ask 文件"]


def test_wrong_usage_of_the_command() -> None:
    """A form that there is none of is wrong usage."""
    assert CliRunner().invoke(cli.main, ["report", "--store", GRAPH, "--format", "pdf"]).exit_code == 2


# ---- in a browser ----


def test_in_a_browser(program: Callable[[str, str], str], tmp_path: Path) -> None:
    """The page opens without an error on the console, asks for no address, and shows its sections."""
    file, log, profile = tmp_path / "page.html", tmp_path / "net.json", tmp_path / "profile"
    file.write_text(page(), encoding="utf-8")
    done = subprocess.run(
        [
            program("chromium", "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={profile}", f"--log-net-log={log}", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--enable-logging=stderr", "--window-size=390,844", "--dump-dom", file.as_uri(),
        ],
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    asked = re.findall(r'"initiator":"(?!not an origin)[^"]*".*?"url":"([^"]+)"', log.read_text("utf-8", "replace"))
    found = Elements(done.stdout.decode("utf-8"))

    assert asked == []
    assert b"CONSOLE" not in done.stderr
    assert "img" not in found.names
    assert [name for name in SECTIONS if name not in found.words] == []
