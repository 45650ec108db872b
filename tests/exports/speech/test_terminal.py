"""How the command speaks on a console, in a pipe, and while it works."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from guitu.exports.speech import terminal

GRAPH = str(Path(__file__).parents[1] / "example.trig")


def on_console(*args: str) -> str:
    """What a command writes where standard output is a console of 60 columns."""
    code = "from guitu.exports.command.cli import main; main()"
    ours, theirs = pty.openpty()
    env = {**os.environ, "COLUMNS": "60", "PYTHONUTF8": "1", "TERM": "xterm"}
    with subprocess.Popen([sys.executable, "-c", code, *args], stdout=theirs, stderr=theirs, env=env) as done:
        os.close(theirs)
        said = b""
        try:
            while chunk := os.read(ours, 4096):
                said += chunk
        except OSError:  # the other end is closed
            pass
        os.close(ours)
    assert done.returncode == 0
    return re.sub(r"\x1b\[[0-9;]*m", "", said.decode("utf-8"))


def test_a_console_gets_a_wrapped_table() -> None:
    """On a console a long table keeps within the width; square brackets in a title are no markup."""
    said = on_console("query", "SELECT ('[red]水务局[/red]' AS ?a) ('长' AS ?b) {}", "--store", GRAPH)

    assert "[red]水务局[/red]" in said
    assert all(terminal.width(line.rstrip()) <= 60 for line in said.splitlines())


def test_a_console_cuts_no_cell() -> None:
    """A title longer than its column goes on in the next line, whole."""
    title = "云州市水网建设与节水型社会发展规划" * 3
    said = on_console("query", f"SELECT ('{title}' AS ?a) ('{title}' AS ?b) {{}}", "--store", GRAPH)

    assert "…" not in said
    assert said.count("网") == 6


def test_a_wide_answer_comes_in_blocks() -> None:
    """An answer of more columns than a console can show side by side has a block of lines for each row."""
    columns = " ".join(f"('水务局甲乙丙丁' AS ?c{i})" for i in range(9))
    said = on_console("query", f"SELECT {columns} {{}}", "--store", GRAPH)
    lines = [line.split() for line in said.splitlines() if line.strip()]

    assert lines == [[f"c{i}", "水务局甲乙丙丁"] for i in range(9)]


def test_a_long_quote_is_cut_in_a_table_only(capsys: pytest.CaptureFixture[str]) -> None:
    """A table shows the beginning and the end of a long cell; csv has it whole."""
    quote = "".join(chr(0x4E00 + i) for i in range(500))
    terminal.show_rows(["a"], [[quote]])
    (_, _, cell) = capsys.readouterr().out.splitlines()
    terminal.show_rows(["a"], [[quote]], "csv")

    assert (cell[:59], cell[59], cell[60:]) == (quote[:59], "…", quote[-20:])
    assert quote in capsys.readouterr().out


def test_the_list_of_questions_is_folded() -> None:
    """On a console the words of a question stay beside its name."""
    lines = on_console("ask", "--lang", "en").splitlines()

    assert all(terminal.width(line.rstrip()) <= 60 for line in lines)
    assert any(line.startswith(" " * 20) and line.strip() for line in lines)


@pytest.mark.parametrize(
    "args",
    [
        ("report", "--store", GRAPH),
        ("ask", "owners", "节水", "--explain", "--store", GRAPH),
        ("ask", "duty-sheet", "云州市水务局", "--store", GRAPH),
        ("forget", "--help"),
        ("remove", "--help"),
    ],
)
def test_what_a_console_is_told_fits_it(args: tuple[str, ...]) -> None:
    """Reports, chains of reasons, wide answers and help: a Chinese sign takes two columns."""
    said = [line for line in on_console(*args).splitlines() if "guitu " not in line]  # a command stays in one line

    assert said
    assert [line for line in said if terminal.width(line.rstrip()) > 60] == []


def test_the_bar_comes_after_a_second(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Quick work shows no bar; work that lasts shows one, on standard error only."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with terminal.Bar("读取") as quick:
        quick(1, 2, "a.txt")
    assert capsys.readouterr() == ("", "")

    monkeypatch.setattr(terminal, "_PATIENCE", 0.0)
    with terminal.Bar("读取") as slow:
        slow(1, 2, "b.txt")
    said = capsys.readouterr()
    assert said.out == ""
    assert "b.txt" in said.err


def test_the_bar_shows_pages(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Within a long document the pages move on, also where its name is long."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(terminal, "_PATIENCE", 0.0)
    with terminal.Bar("读取", "页") as bar:
        bar(0, 2, "水" * 50 + ".pdf", 37, 200)

    assert "水水 37/200页" in capsys.readouterr().err


def test_no_bar_in_a_pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where standard error is no console, nothing moves."""
    monkeypatch.setattr(terminal, "_PATIENCE", 0.0)
    with terminal.Bar("读取") as bar, terminal.working("检查"):
        bar(1, 2, "a.txt")

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("ab", 2), ("水务局", 6), ("Ａ", 2), ("“", 1)])
def test_width(text: str, columns: int) -> None:
    """A Chinese character takes two columns."""
    assert terminal.width(text) == columns
