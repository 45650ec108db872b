"""The command: spellings, answers, exit codes, one-line errors, odd consoles."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rdflib import Graph

from guitu.exports.command.cli import main
from guitu.exports.speech import messages
from guitu.graph.ask.query import questions
from guitu.graph.checks import completeness

GRAPH = str(Path(__file__).parents[1] / "example.trig")
COMMANDS = (
    "build",
    "add",
    "update",
    "remove",
    "log",
    "forget",
    "report",
    "export",
    "query",
    "ask",
    "verify",
    "check",
    "stats",
    "demo",
    "publish",
)
TITLES = (
    "SELECT ?title { ?t a <https://w3id.org/guitu/ns#Task> ; <http://purl.org/dc/terms/title> ?title } ORDER BY ?title"
)
TYPES = "CONSTRUCT { ?t a ?c } WHERE { ?t a ?c }"


def run(*args: str, lang: str = "zh") -> Result:
    return CliRunner().invoke(main, [*args, "--lang", lang])


def table(*args: str, lang: str = "zh") -> list[list[str]]:
    """The rows of an answer as CSV, its headings first."""
    told = run(*args, "--store", GRAPH, "--format", "csv", lang=lang).stdout
    return list(csv.reader(io.StringIO(told.removeprefix("\ufeff"))))


def process(*args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from guitu.exports.command.cli import main; sys.argv[0] = 'guitu'; main()"
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, env={**surroundings, **env}, check=False
    )


# ---- help ----


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    """Help tells in both languages what a command does, with an example."""
    told = CliRunner().invoke(main, [command, "--help"])

    assert told.exit_code == 0
    assert f"guitu {command}" in told.output.split("Example", 1)[1]


def test_help_is_enough_to_begin() -> None:
    """The first help names every command and the exit codes."""
    told = CliRunner().invoke(main, ["--help"]).output

    assert all(f"\n  {command} " in told for command in COMMANDS[:-1])
    assert "Exit codes" in told


def test_help_imports_nothing_heavy() -> None:
    """Help comes at once: no engine, parser or drawing library is loaded for it."""
    code = (
        "import sys; from guitu.exports.command.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'pyoxigraph', 'rdflib', 'pyvis', 'lxml', 'rich', 'networkx', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONUTF8": "1"}
    )

    assert done.stdout.decode().splitlines()[-1] == "[]"


# ---- answers ----


def test_fields_have_names_in_both_languages() -> None:
    """Whatever field of a document can be missing, both languages have a word for it."""
    for name in (*completeness.REQUIRED, *completeness.RECOMMENDED):
        assert messages.message("en", f"field {name}") == name
        assert not messages.message("zh", f"field {name}").isascii()


def test_query_as_json_and_csv() -> None:
    """Rows come in the standard JSON of SPARQL, cells as they are; or as CSV for spreadsheets, formulas marked."""
    found = json.loads(run("query", TITLES, "--store", GRAPH, "--format", "json").stdout)
    rows = table("query", TITLES)

    titles = ["=奖励节水企业", "修缮老旧堤坝", "山区泵站选址", "新建村镇泵站"]

    assert [row["title"]["value"] for row in found["results"]["bindings"]] == titles
    assert rows == [["title"], ["'=奖励节水企业"], *([title] for title in titles[1:])]


@pytest.mark.parametrize(
    "args",
    [
        ("query", TITLES),
        ("query", "SELECT ('=1+1' AS ?x) ('-1' AS ?y) {}"),
        ("query", "CONSTRUCT { ?s ?p '@SUM(1)' } WHERE { ?s ?p ?o }"),
        ("ask", "owners"),
        ("ask", "duty-sheet", "水务局"),
        ("stats",),
    ],
)
def test_no_csv_runs_in_a_spreadsheet(args: tuple[str, ...]) -> None:
    """Whatever writes a table marks what begins like a formula, and says that it is UTF-8."""
    data = run(*args, "--store", GRAPH, "--format", "csv").stdout_bytes

    assert data.startswith(codecs.BOM_UTF8)
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) and cell != "-1"]


def test_rows_at_most() -> None:
    """A limit cuts the answer, and says so beside it; where nothing is cut, nothing is said."""
    for args, said in (
        (("query", TITLES), "only the first 1 rows; there are more: --limit"),
        (("ask", "gaps"), "1 more rows; all of them: --all"),
    ):
        whole = table(*args, lang="en")
        for form in ("csv", "json", "table"):
            cut = run(*args, "--store", GRAPH, "--limit", "1", "--format", form, lang="en")
            assert cut.stderr == f"guitu: {said}\n"
            if form == "csv":
                assert list(csv.reader(io.StringIO(cut.stdout.removeprefix("\ufeff")))) == whole[:2]
        uncut = run(*args, "--store", GRAPH, "--limit", str(len(whole) - 1), "--format", "csv")
        assert uncut.stderr == ""
    turtle = run("query", TYPES, "--store", GRAPH, "--limit", "2", "--format", "turtle", lang="en")
    assert len(Graph().parse(data=turtle.stdout, format="turtle")) == 2
    assert "only the first 2 rows" in turtle.stderr


def test_query_as_table_aligns_chinese() -> None:
    """Columns of a table stand under each other, Chinese characters counted as two."""
    text = "SELECT ?a ?b { VALUES (?a ?b) { ('水务局' 'x') ('ab' 'y') } }"
    lines = run("query", text, "--store", GRAPH).stdout.splitlines()

    assert lines[-2:] == ["水务局  x", "ab      y"]


def test_query_from_file_and_standard_input(tmp_path: Path) -> None:
    """A query may be a file, also with a byte order mark, or come on standard input."""
    path = tmp_path / "任务.rq"
    path.write_text(TITLES, encoding="utf-8-sig")
    from_file = run("query", str(path), "--store", GRAPH, "--format", "csv").stdout
    from_input = CliRunner().invoke(main, ["query", "-", "--store", GRAPH, "--format", "csv"], input=TITLES).stdout

    assert "修缮老旧堤坝" in from_file
    assert from_file == from_input


def test_construct_as_turtle_and_jsonld() -> None:
    """Triples come as Turtle, and as JSON-LD where JSON is asked for."""
    turtle = Graph().parse(data=run("query", TYPES, "--store", GRAPH, "--format", "turtle").stdout, format="turtle")
    jsonld = Graph().parse(data=run("query", TYPES, "--store", GRAPH, "--format", "json").stdout, format="json-ld")

    assert len(turtle) > 20
    assert set(turtle) == set(jsonld)


@pytest.mark.parametrize(
    ("lang", "heading", "typed"),
    [("zh", "谁负责", "  谁负责 [词] "), ("en", "Who owns what", "  owners [TEXT] ")],
)
def test_ask_lists_the_questions(lang: str, heading: str, typed: str) -> None:
    """Without a question, all of them are listed below their groups, with what they are asked with."""
    lines = run("ask", lang=lang).stdout.splitlines()
    asked = {line.split()[0] for line in lines if line.startswith("  ")}

    assert asked == {one.name_zh if lang == "zh" else one.name for one in questions().values()}
    assert lines.index(heading) < next(i for i, line in enumerate(lines) if line.startswith(typed))
    assert any(questions()["owners"].asks[lang] in line for line in lines)


def test_ask_gives_the_query_away() -> None:
    """As sparql a question is the query with its arguments in their places, which answers alike."""
    text = run("ask", "owners", "泵站", "--format", "sparql").stdout
    asked, queried = (table(*args) for args in (("ask", "owners", "泵站"), ("query", text)))

    assert 'VALUES ?text { "泵站" }' in text
    assert asked[1:] == queried[1:] != []


def test_ask_answers() -> None:
    """A named question answers in the language that was chosen."""
    zh, en = (run("ask", "owners", "--store", GRAPH, "--format", "csv", lang=lang) for lang in ("zh", "en"))

    assert zh.exit_code == en.exit_code == 0, zh.stderr
    assert "云州市水务局" in zh.stdout
    assert zh.stdout.splitlines()[0] != en.stdout.splitlines()[0]


def test_stats() -> None:
    """The counts of every kind."""
    assert {"任务", "责任"} <= {
        row["种类"] for row in json.loads(run("stats", "--store", GRAPH, "--format", "json").stdout)
    }
    assert "tasks,4" in run("stats", "--store", GRAPH, "--format", "csv", lang="en").stdout


# ---- files ----


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("turtle", "a.ttl"),
        ("trig", "a.trig"),
        ("nquads", "a.nq"),
        ("jsonld", "a.jsonld"),
        ("rdfxml", "a.rdf"),
        ("html", "a.html"),
        ("sssom", "a.sssom.tsv"),
    ],
)
def test_export_to_a_file(tmp_path: Path, form: str, name: str) -> None:
    """Each format goes into the file that is named, and the path is told."""
    path = tmp_path / "新" / name
    done = run("export", form, "--store", GRAPH, "-o", str(path))

    assert done.exit_code == 0, done.stderr
    assert path.stat().st_size > 800
    assert str(path) in done.stdout


def test_export_turtle_to_a_folder(tmp_path: Path) -> None:
    """Turtle into a folder is one file per document, and the whole, with their description and checksums."""
    run("export", "turtle", "--store", GRAPH, "-o", str(tmp_path))

    assert {path.name for path in tmp_path.iterdir()} == {
        "whole.ttl", "云州市水网建设“十七五”规划.ttl", "云州市节水若干措施.ttl", "void.ttl", "SHA256SUMS",
    }  # fmt: skip


@pytest.mark.parametrize(("form", "file"), [("stratml", "云州市节水若干措施.xml"), ("neo4j", "IMPORT.md")])
def test_export_for_other_systems_to_a_folder(tmp_path: Path, form: str, file: str) -> None:
    """Files, and beside them what they are, with the licence that was given, and their checksums."""
    licence = "https://creativecommons.org/licenses/by/4.0/"
    done = run("export", form, "--store", GRAPH, "-o", str(tmp_path), "--license", licence)

    assert done.exit_code == 0, done.stderr
    assert file in {path.name for path in tmp_path.iterdir()}
    assert f"dcterms:license <{licence}>" in (tmp_path / "void.ttl").read_text("utf-8")
    assert file in (tmp_path / "SHA256SUMS").read_text("utf-8")


def test_export_describes_one_file(tmp_path: Path) -> None:
    """With --describe the description and the checksum stand beside the file, named after it."""
    run("export", "trig", "--store", GRAPH, "-o", str(tmp_path / "a.trig"), "--describe")

    assert {path.name for path in tmp_path.iterdir()} == {"a.trig", "a.trig.void.ttl", "a.trig.sha256"}


def test_export_refuses_a_licence_that_is_no_address(tmp_path: Path) -> None:
    """Nothing is written."""
    done = run("export", "turtle", "--store", GRAPH, "-o", str(tmp_path), "--license", "CC BY> .")

    assert done.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_export_facts_to_standard_output() -> None:
    """`-o -` hands the graph on; the facts profile has no quotes."""
    text = run("export", "nquads", "--store", GRAPH, "-o", "-", "--profile", "facts").stdout

    assert "新建村镇泵站" in text
    assert "anchorOf" not in text


# ---- errors: one line, the exit code of their kind ----


@pytest.mark.parametrize(
    ("code", "said", "args"),
    [
        (2, "no-such", ("no-such",)),
        (2, "--output", ("export", "turtle")),
        (2, "html", ("export", "html", "--store", GRAPH, "-o", "-")),
        (2, "csv", ("export", "csv", "--store", GRAPH, "-o", "a.csv")),
        (2, "--agency", ("export", "docx", "--store", GRAPH, "-o", "a.docx")),
        (2, "--agency", ("export", "xlsx", "--store", GRAPH, "-o", "a.xlsx", "--agency", "水务局")),
        (1, "候选：云州市水务局、云州市财政局", ("export", "docx", "--store", GRAPH, "-o", "a.docx", "--agency", "局")),
        (2, "xlsx", ("export", "xlsx", "--store", GRAPH, "-o", "-")),
        (2, "n3", ("export", "n3", "--store", GRAPH, "-o", "a")),
        (2, "nobody", ("ask", "nobody", "--store", GRAPH)),
        (2, "guitu ask 谁负责 [词]", ("ask", "owners", "a", "b", "c", "d", "e", "--store", GRAPH)),
        (2, "guitu ask 到期 2024", ("ask", "due", "--store", GRAPH)),
        (2, "没有建议可解释", ("ask", "documents", "--explain", "--store", GRAPH)),
        (2, "明年", ("ask", "due", "明年", "--store", GRAPH)),
        (2, "turtle", ("query", TITLES, "--store", GRAPH, "--format", "turtle")),
        (2, "published", ("build", "x.txt", "--store", "published")),
        (1, "no-store", ("ask", "owners", "--store", "no-store")),
        (1, "第 1 行第 10 列", ("query", "SELECT * {", "--store", GRAPH)),
        (1, "SERVICE", ("query", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "--store", GRAPH)),
        (1, "missing.rq", ("query", "missing.rq", "--store", GRAPH)),
    ],
)
def test_errors_are_one_line(code: int, said: str, args: tuple[str, ...]) -> None:
    """What went wrong stands in one line on standard error, with the exit code of its kind."""
    done = run(*args)

    assert done.exit_code == code
    assert done.stderr.startswith("guitu: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
    assert done.stdout == ""


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    """A path below a file is no place for an export: one line, exit code 1."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = run("export", "nquads", "--store", GRAPH, "-o", str(tmp_path / "file" / "a.nq"))

    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "file" in done.stderr


# ---- odd consoles ----


@pytest.mark.parametrize(
    "env", [{"LANG": "C"}, {"LANG": "C", "PYTHONIOENCODING": "gbk"}, {"LANG": "C", "PYTHONIOENCODING": "ascii"}]
)
def test_any_console(env: dict[str, str]) -> None:
    """No locale and no encoding of the console stops an answer; data are UTF-8 all the same."""
    table = process("query", "SELECT ('𠮷 © 水务局' AS ?a) {}", "--store", GRAPH, **env)
    data = process("query", TITLES, "--store", GRAPH, "--format", "csv", **env)

    assert (table.returncode, table.stderr) == (0, b"")
    assert "新建村镇泵站" in data.stdout.decode("utf-8")


def test_language_of_the_environment() -> None:
    """English where the environment says so, else Chinese."""
    assert "Questions" in process("ask", LANG="en_US.UTF-8", PYTHONUTF8="1").stdout.decode()
    assert "问题" in process("ask", LANG="C", PYTHONUTF8="1").stdout.decode()


def test_a_closed_pipe_is_quiet() -> None:
    """A reader that goes away early leaves no complaint."""
    code = "from guitu.exports.command.cli import main; main()"
    many = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    with subprocess.Popen(
        [sys.executable, "-c", code, "query", many, "--store", GRAPH], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        done.stdout.readline()
        done.stdout.close()
        assert done.stderr.read() == b""


def test_no_commands_to_the_console() -> None:
    """Words of documents cannot move the cursor or clear the screen."""
    table = run("query", "SELECT ('a\\u001b[2Jb\\u202ec' AS ?x) {}", "--store", GRAPH).stdout

    assert "\x1b" not in table
    assert "\u202e" not in table
