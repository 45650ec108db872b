"""Quiet, verbose and coloured; a reader that has gone; names that mean nothing; what a shell completes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guitu.exports.command.cli import main
from guitu.graph.ask.query import questions

GRAPH = str(Path(__file__).parents[1] / "example.trig")
PLAN = "云州市节水规划\n一、主要任务\n（一）改造管网。更新管网30公里。（市水利局牵头）\n"


def run(*args: str, lang: str = "zh") -> Result:
    return CliRunner().invoke(main, [*args, "--lang", lang])


def ending(head: str, *args: str) -> tuple[int, bytes]:
    """The exit code of a command whose reader leaves after the first bytes, and what it said to standard error."""
    code = "from guitu.exports.command.cli import main; main()"
    with subprocess.Popen([sys.executable, "-c", code, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        assert done.stdout.read(len(head)) is not None
        done.stdout.close()
        said = done.stderr.read()
        return done.wait(), said


# ---- quiet, verbose, coloured ----


def test_quiet_says_errors_and_answers_only(tmp_path: Path) -> None:
    """What was done is not told; answers and errors are."""
    plan, store = tmp_path / "规划.txt", str(tmp_path / "s")
    plan.write_text(PLAN, "utf-8")
    missing = str(tmp_path / "没有.txt")

    assert run("build", str(plan), "--store", store, "-q").stdout == ""
    assert "云州市水利局" in run("-q", "ask", "owners", "--store", store).stdout
    assert "谁负责" in run("ask", "-q").stdout
    done = run("add", missing, "--store", store, "-q")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "没有这个文件" in done.stderr


def test_verbose_tells_each_source_and_the_time(tmp_path: Path) -> None:
    """On standard error, also where that is no console."""
    plan = tmp_path / "规划.txt"
    plan.write_text(PLAN, "utf-8")
    done = run("build", str(plan), "--store", str(tmp_path / "s"), "-v")

    assert "规划.txt" in done.stderr
    assert " s] " in done.stderr
    assert "已建成" in done.stdout
    assert run("stats", "--store", str(tmp_path / "s")).stderr == ""


@pytest.mark.parametrize(
    ("args", "env", "colored"),
    [((), {}, False), (("--color", "always"), {"NO_COLOR": "1"}, True), (("--color", "never"), {}, False)],
)
def test_colours(args: tuple[str, ...], env: dict[str, str], colored: bool) -> None:
    """In a pipe only where they are asked for; data never have any."""
    table = CliRunner().invoke(main, ["stats", "--store", GRAPH, *args], env=env, color=True)
    data = CliRunner().invoke(main, ["stats", "--store", GRAPH, "--format", "csv", *args], env=env, color=True)
    wrong = CliRunner().invoke(main, ["stats", "--store", "no-store", *args], env=env, color=True)

    assert ("\x1b[" in table.stdout, "\x1b[" in wrong.stderr) == (colored, colored)
    assert "\x1b[" not in data.stdout


# ---- a reader that has gone ----


@pytest.mark.parametrize(
    "args",
    [
        ("query", "SELECT * { ?a ?b ?c . ?d ?e ?f }", "--store", GRAPH),
        ("query", "SELECT * { ?a ?b ?c . ?d ?e ?f }", "--store", GRAPH, "--format", "csv"),
        ("export", "nquads", "--store", GRAPH, "-o", "-"),
        ("ask", "gaps", "--store", GRAPH),
        ("--help",),
    ],
)
def test_who_has_read_enough_ends_the_command_in_peace(args: tuple[str, ...]) -> None:
    """`guitu … | head`: no complaint and exit code 0."""
    assert ending("x", *args) == (0, b"")


# ---- names that mean nothing ----


@pytest.mark.parametrize(
    ("code", "said", "args"),
    [
        (1, "是否要找：云州市水务局", ("ask", "duty-sheet", "云州市水电局")),
        (1, "是否要找", ("ask", "职责清单", "水电局")),
        (1, "没有叫这个名称的单位", ("ask", "duty-sheet", "不存在")),
        (1, "是否要找：云州市节水若干措施", ("ask", "gaps", "节水措施")),
        (1, "是否要找：云州市节水若干措施", ("report", "节水若干措旋")),
        (1, "没有这份文件", ("ask", "diff", "甲", "乙")),
        (1, "没有承担任务的单位叫这个名称", ("export", "docx", "-o", "a.docx", "--agency", "不存在")),
        (1, "有几个单位叫这个名称", ("export", "docx", "-o", "a.docx", "--agency", "局")),
        (1, "图谱里没有这个名称", ("ask", "path", "不存在", "水务局")),
        (2, "是否要问：谁负责", ("ask", "谁付责")),
        (2, "是否要问：owners", ("ask", "owner")),
        (2, "没有“zzz”这个问题；全部问题：guitu ask", ("ask", "zzz")),
        (2, "不是年份", ("ask", "due", "明年")),
        (1, "没有.xlsx：没有这个文件或文件夹", ("teach", "没有.xlsx")),
        (1, "没有.txt：没有这个文件或文件夹", ("build", "--list", "没有.txt")),
        (1, "没有：没有这个文件或文件夹", ("build", "规划", "--registry", "没有")),
    ],
)
def test_unknown_names_end_alike(code: int, said: str, args: tuple[str, ...]) -> None:
    """An agency or a document that is not there: 1 in every command; what is no question or no year: 2."""
    done = run(*args, "--store", GRAPH)

    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr


def test_a_known_agency_without_an_answer_is_no_error() -> None:
    """A name that is there and has nothing to tell: no rows, exit code 0."""
    done = run("ask", "duty-sheet", "云州市水务局", "配合", "--store", GRAPH)

    assert (done.exit_code, done.stdout, done.stderr) == (0, "没有符合的记录\n", "")


@pytest.mark.parametrize(
    ("asked", "said", "now"),
    [
        (("承担任务", "水务局"), "“承担任务”已并入：guitu ask 职责清单 水务局", ("职责清单", "水务局")),
        (("supports", "财政局"), "guitu ask 职责清单 财政局 配合", ("职责清单", "财政局", "配合")),
        (("parks",), "guitu ask 地点 园区", ("places", "园区")),
        (("owners-explained", "节水"), "guitu ask 谁负责 节水 --explain", ("owners", "节水", "--explain")),
    ],
)
def test_former_names_of_questions(asked: tuple[str, ...], said: str, now: tuple[str, ...]) -> None:
    """They answer, and say which name to use."""
    before, after = (run("ask", *words, "--store", GRAPH) for words in (asked, now))

    assert (before.exit_code, before.stdout) == (0, after.stdout)
    assert said in before.stderr


def test_an_option_before_its_command() -> None:
    """It is told where to write it, and no other is guessed."""
    done = run("--store", GRAPH, "ask", "owners")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "--store 写在命令之后：guitu 命令 … --store …" in done.stderr


def test_a_role_that_is_none() -> None:
    """It is told which there are."""
    done = run("ask", "duty-sheet", "上海市数据局", "协理", "--store", "published")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "协理：没有这种角色；请从中选一个：lead, responsible, support, 牵头, 责任, 配合" in done.stderr


def test_questions_have_chinese_names() -> None:
    """Each its own, which asks the same."""
    names = [one.name_zh for one in questions().values()]

    assert len(set(names)) == len(names) == len(questions())
    assert not [name for name in names if name.isascii()]
    for one in ("owners", "targets"):
        zh = run("ask", questions()[one].name_zh, "--store", GRAPH).stdout
        assert zh == run("ask", one, "--store", GRAPH).stdout != ""


@pytest.mark.parametrize(
    ("args", "ending"),
    [
        (("report", "-o", "报告.pdf"), ".pdf"),
        (("export", "xlsx", "-o", "表.xls"), ".xls"),
        (("export", "turtle", "-o", "图.xyz"), ".xyz"),
        (("export", "html", "-o", "页.htm1"), ".htm1"),
        (("export", "docx", "--agency", "市水务局", "-o", "a.doc"), ".doc"),
    ],
)
def test_an_ending_that_says_another_format(args: tuple[str, ...], ending: str, tmp_path: Path) -> None:
    """Nothing is written under a name that would say what it is not."""
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        done = run(*args, "--store", GRAPH)
    finally:
        os.chdir(here)

    assert done.exit_code == 2
    assert f"不能写成 {ending}" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_may_have_a_stop_in_its_name(tmp_path: Path) -> None:
    """图谱2.0版 is a folder."""
    assert run("export", "turtle", "--store", GRAPH, "-o", str(tmp_path / "图谱2.0版")).exit_code == 0


def test_a_table_leaves_out_columns_without_a_value() -> None:
    """In a table for people; data keep all columns."""
    text = "SELECT ?a ?b { VALUES (?a ?b) { ('水务局' UNDEF) ('财政局' UNDEF) } }"

    assert run("query", text, "--store", GRAPH).stdout.splitlines()[0] == "a"
    assert run("query", text, "--store", GRAPH, "--format", "csv").stdout.splitlines()[0] == "\ufeffa,b"


# ---- a shell that completes ----


def completed(*words: str) -> list[str]:
    env = {"_GUITU_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(("guitu", *words)), "COMP_CWORD": str(len(words))}
    code = "import sys; from guitu.exports.command.cli import main; sys.argv[0] = 'guitu'; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, **env, "PYTHONUTF8": "1"}
    )
    return [line.partition(",")[2] for line in done.stdout.decode().split()]


def test_a_shell_completes_questions_and_what_they_ask_for() -> None:
    """Names of questions in both languages; agencies and documents of the graph."""
    assert "owners" in completed("ask", "own")
    assert completed("ask", "谁") == ["谁负责"]
    assert completed("ask", "--store", GRAPH, "duty-sheet", "财政") == ["云州市财政局"]
    assert completed("ask", "--store", "published", "duty-sheet", "市数据局", "牵") == ["牵头"]
    assert completed("ask", "--store", GRAPH, "outline", "节水") == ["云州市节水若干措施"]
    assert completed("ask", "--store", "no-store", "outline", "节水") == []
