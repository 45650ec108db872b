"""Columns of division tables set by hand: parsed, read by them, told by every export."""

from __future__ import annotations

import csv
import json
from importlib import resources
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result
from rdflib import Dataset, Graph

from guitu.exports.command.cli import main
from guitu.exports.command.columns import ROLES, parse
from guitu.ontology import standards as std
from guitu.ontology import terms

TABLE = """# 青岚县河湖治理任务分工表

| 序号 | 工作事项 | 实施主体甲 | 时限 | 经办备忘 |
| --- | --- | --- | --- | --- |
| 1 | 疏浚青河 | 县水利局 | 2032年底前 | 无 |
| 2 | 修缮堤坝 | 县水利局、县财政局 | 2033年底前 | 无 |
"""
SET = ("--columns", "实施主体甲=责任")
TOLD = f"""SELECT ?order ?heading ?role {{ GRAPH ?g {{
  ?table a <{terms.DivisionTable}> ; <{terms.hasColumn}> ?column .
  ?column <{terms.order}> ?order ; <{terms.columnHeading}> ?heading OPTIONAL {{ ?column <{terms.columnRole}> ?role }} }}
  FILTER(STRENDS(STR(?g), "graph/provenance")) }} ORDER BY ?order"""


def run(*args: str, lang: str = "en") -> Result:
    return CliRunner().invoke(main, [*args, "--lang", lang])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The store of a table whose column of agencies was set by hand."""
    place = tmp_path_factory.mktemp("columns")
    (place / "分工表.md").write_text(TABLE, encoding="utf-8")
    done = run("build", str(place / "分工表.md"), "--store", str(place / "store"), *SET)
    assert done.exit_code == 0, done.stderr
    return str(place / "store")


# ---- what is typed ----


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["经办=牵头"], (("经办", "lead"),)),
        (["经办=lead", "要点=TITLE"], (("经办", "lead"), ("要点", "title"))),
        (["要点=任务,经办=牵头"], (("经办", "lead"), ("要点", "title"))),
        (["要点＝内容，备考 ＝ 忽略"], (("备考", "other"), ("要点", "body"))),
        (["经办（科室）=配合单位", "经办科室=配合"], (("经办科室", "support"),)),
        ([], ()),
    ],
)
def test_ways_to_set_columns(values: list[str], expected: tuple[tuple[str, str], ...]) -> None:
    """Commas and signs of either width, notations, names and known headings; always in one order."""
    assert parse(values) == expected


@pytest.mark.parametrize(
    "value", ["", "经办", "=牵头", "经办=", "经办=甲方", "（）=牵头", "经办=牵头，", "经办=牵头，经办=配合"]
)
def test_wrong_columns_are_wrong_usage(value: str, tmp_path: Path) -> None:
    """What sets no column costs one line that lists the roles, and exit code 2; nothing is built."""
    done = run("build", "x.md", "--store", str(tmp_path / "store"), "--columns", value)

    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert all(f"{notation} {name}" in done.stderr for notation, name in ROLES.items())
    assert not (tmp_path / "store").exists()


def test_names_of_roles_are_those_of_the_list() -> None:
    """The option and the ontology name the roles alike, but for the columns that are passed over."""
    found = ox.parse((resources.files("guitu.ontology") / "lists.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    labels = {
        str(one.subject).strip("<>"): one.object.value
        for one in found
        if one.predicate.value == std.SKOS_PREF_LABEL and isinstance(one.object, ox.Literal)
        if one.object.language == "zh"
    }

    assert {role: labels[iri] for role, iri in terms.COLUMN_ROLES.items()} == {**ROLES, "other": "其他"}


# ---- what comes of it ----


def test_a_table_becomes_readable(store: str, tmp_path: Path) -> None:
    """A heading that nobody knows holds agencies once it is set; until then the report says how."""
    (tmp_path / "分工表.md").write_text(TABLE, encoding="utf-8")
    run("build", str(tmp_path / "分工表.md"), "--store", str(tmp_path / "store"))
    owners = [
        run("ask", "owners", "--store", one, "--format", "csv").stdout for one in (str(tmp_path / "store"), store)
    ]

    told = run("report", "--store", str(tmp_path / "store"), lang="zh").stdout

    assert "第 1 张表，0 项任务" in told
    assert '--columns "实施主体甲=责任"' in told
    assert "没有认出哪一列是责任单位" in told
    assert "青岚县水利局" not in owners[0]
    assert owners[1].count("青岚县水利局") == 2


def test_a_sheet_becomes_readable(tmp_path: Path) -> None:
    """In CSV, with no heading that is known, both columns are set in one option."""
    (tmp_path / "分工.csv").write_text("甲栏,乙栏\n疏浚青河,县水利局\n修缮堤坝,县财政局\n", encoding="utf-8")
    done = run(
        "build", str(tmp_path / "分工.csv"), "--store", str(tmp_path / "store"), "--columns", "甲栏=任务,乙栏=牵头"
    )
    told = run("ask", "owners", "--store", str(tmp_path / "store"), "--format", "csv").stdout

    assert done.exit_code == 0, done.stderr
    assert [row["task"] for row in csv.DictReader(told.splitlines())] == ["疏浚青河", "修缮堤坝"]
    assert told.count(",lead,") == 2


def test_columns_stand_in_the_provenance(store: str) -> None:
    """Each column in its order with what it was read as; one that was not recognised has no role."""
    rows = list(csv.reader(run("query", TOLD, "--store", store, "--format", "csv").stdout.splitlines()))[1:]

    assert [(heading, role.removeprefix(terms.NS)) for _, heading, role in rows] == [
        ("序号", "column-number"),
        ("工作事项", "column-title"),
        ("实施主体甲", "column-responsible"),
        ("时限", "column-deadline"),
        ("经办备忘", ""),
    ]


def test_the_graph_conforms_and_is_proved(store: str) -> None:
    """The shapes hold, and the header is one of the proofs that are replayed."""
    assert run("check", "--store", store).exit_code == 0
    assert run("verify", "--store", store).exit_code == 0


def test_the_facts_profile_keeps_headings_without_quotes(store: str, tmp_path: Path) -> None:
    """What is published names the columns, quotes no header, and conforms."""
    whole = str(tmp_path / "facts.trig")
    run("export", "trig", "--profile", "facts", "--store", store, "-o", whole)
    text = Path(whole).read_text(encoding="utf-8")

    assert '"实施主体甲"' in text
    assert "nif:anchorOf" not in text.split("graph:ontology")[0]
    assert run("check", "--store", whole, "--profile", "facts").exit_code == 0


def test_other_columns_read_again(tmp_path: Path) -> None:
    """The same columns, in whatever order, reuse the reading; others read it again."""
    (tmp_path / "分工表.md").write_text(TABLE, encoding="utf-8")

    def built(*columns: str) -> str:
        told = [word for one in columns for word in ("--columns", one)]
        return run("build", str(tmp_path / "分工表.md"), "--store", str(tmp_path / "store"), *told).stdout.split("; ")[
            -1
        ]

    assert built("实施主体甲=责任", "经办备忘=忽略") == "1 sources read, 0 reused\n"
    assert built("经办备忘=其他，实施主体甲=responsible") == "0 sources read, 1 reused\n"
    assert built("实施主体甲=牵头") == "1 sources read, 0 reused\n"
    assert built() == "1 sources read, 0 reused\n"


def test_columns_reach_every_process(tmp_path: Path) -> None:
    """Two processes read as one does, byte for byte."""
    plans = tmp_path / "plans"
    plans.mkdir()
    for name in ("青岚县", "白石县"):
        (plans / f"{name}.md").write_text(TABLE.replace("青岚县", name), encoding="utf-8")
    graphs = []
    for workers in ("1", "2"):
        store = str(tmp_path / f"store{workers}")
        assert run("build", str(plans), "--store", store, "--workers", workers, *SET).exit_code == 0
        run("export", "nquads", "--store", store, "-o", store + ".nq")
        graphs.append(Path(store + ".nq").read_bytes())

    assert graphs[0] == graphs[1]
    assert graphs[0].count(f"<{terms.columnRole}> <{terms.COLUMN_ROLES['responsible']}>".encode()) == 2


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld", "rdfxml"])
def test_each_format_is_read_back(store: str, tmp_path: Path, form: str) -> None:
    """Every RDF format holds the table with its columns, as another program reads it."""
    names = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
    path = tmp_path / f"whole.{'ttl' if form == 'turtle' else form}"
    run("export", form, "--store", store, "-o", str(path))
    graph = Graph() if form in ("turtle", "rdfxml") else Dataset(default_union=True)
    graph.parse(path, format=names[form])
    told = graph.query(f"""SELECT (COUNT(?column) AS ?columns) (COUNT(?role) AS ?roles) {{
      ?table a <{terms.DivisionTable}> ; <{terms.rowCount}> 2 ; <{terms.hasColumn}> ?column .
      OPTIONAL {{ ?column <{terms.columnRole}> ?role }} }}""")

    assert sorted(str(count) for count in told.bindings[0].values()) == ["4", "5"]


def test_jsonld_says_it_in_words(store: str, tmp_path: Path) -> None:
    """The context has a word for each property of a table."""
    run("export", "jsonld", "--store", store, "-o", str(tmp_path / "a.jsonld"))
    graphs = json.loads((tmp_path / "a.jsonld").read_text(encoding="utf-8"))["graph"]
    (table,) = (one for graph in graphs for one in graph["graph"] if one.get("type") == "DivisionTable")

    assert table["rowCount"] == 2
    assert len(table["hasColumn"]) == 5


def test_csv_has_a_table_of_tables(store: str, tmp_path: Path) -> None:
    """One row per division table, its columns in the form of the option."""
    run("export", "csv", "--store", store, "-o", str(tmp_path), lang="zh")
    (row,) = csv.DictReader((tmp_path / "division_tables.csv").read_text(encoding="utf-8-sig").splitlines())

    assert (row["文件"], row["任务数"]) == ("青岚县河湖治理任务分工表", "2")
    assert row["列"] == "序号=序号，工作事项=任务，实施主体甲=责任，时限=时限，经办备忘=?"
    assert row["原文"].startswith("序号")


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_report_tells_the_columns(store: str, form: str) -> None:
    """Each column with what it was read as, and for one that was not recognised how to set it."""
    told = run("report", "--store", store, "--format", form, lang="zh").stdout

    assert "任务分工表的列" in told
    assert "第 1 张表，2 项任务" in told
    assert told.count("实施主体甲") >= 1
    assert told.count("未识别") == 2
    assert "经办备忘=责任" in told
