"""How division tables were read: nodes of the provenance graph with stable IRIs, told in the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from guitu.extract.facts import DivisionTable, TableColumn
from guitu.extract.text import Span, Text
from guitu.graph.build import build
from guitu.graph.checks.report import ColumnRead, report
from guitu.graph.checks.verify import verify
from guitu.graph.keep.store import Store
from guitu.graph.quads.names import Names
from guitu.graph.quads.triples import divisions
from guitu.ontology import standards as std
from guitu.ontology import terms as gt

NAMES = Names("https://example.org/")
TEXT = Text("任务\t经办\n植树\t镇林业站\n", ())
ONE = DivisionTable((TableColumn("任务", "title"), TableColumn("经办", None)), 3, Span(0, 5))
PLAN = """# 青岚县造林工作方案

## 一、总体安排

县林业局统筹造林工作。

## 二、任务分工

| 重点任务 | 牵头单位 | 经办备忘 |
| --- | --- | --- |
| 荒坡造林 | 县林业局 | 无 |

以下任务另行组织。

| 重点任务 | 牵头单位 | 经办备忘 |
| --- | --- | --- |
| 管护古树 | 县林业局 | 无 |
| 巡查林区 | 县应急管理局 | 无 |
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a plan of two tables with one header, read by the real grammar."""
    place = tmp_path_factory.mktemp("divisions")
    (place / "方案.md").write_text(PLAN, encoding="utf-8")
    build([place / "方案.md"], place / "store")
    return place / "store"


def test_lines_of_a_table() -> None:
    """Header, count and columns in their order stand in the provenance; what was not recognised has no role."""
    lines = list(divisions([ONE], TEXT, "k", NAMES))
    graph = NAMES.graph("provenance")

    assert {line.split(" ")[-2] for line in lines} == {f"<{graph}>"}
    assert sum(f"<{gt.columnHeading}>" in line for line in lines) == 2
    assert [line.split(" ")[2] for line in lines if f"<{gt.columnRole}>" in line] == [f"<{gt.COLUMN_ROLES['title']}>"]
    assert any(f"<{gt.evidence}> <{NAMES.evidence(TEXT.sha256, ONE.span)}>" in line for line in lines)
    assert not any("_:" in line for line in lines)


def test_iris_stay_and_differ() -> None:
    """An IRI comes from the headings: the role leaves it, a second table of the same headings has its own."""

    def subjects(*tables: DivisionTable) -> list[str]:
        return list(dict.fromkeys(line.split(" ")[0] for line in divisions(tables, TEXT, "k", NAMES)))

    told = DivisionTable((ONE.columns[0], TableColumn("经办", "lead")), 9, Span(0, 5))

    assert subjects(ONE) == subjects(told)
    assert len(subjects(ONE, ONE)) == 2 * 3 + 1  # two tables of two columns, and the header that both have


def test_the_report_tells_tables_in_order(store: Path) -> None:
    """Each table has its headings around it, its place, its tasks, and what its columns were read as."""
    (one,), (english,) = report(Store.open(store)), report(Store.open(store), lang="en")

    assert [(table.rows, table.path) for table in one.tables] == [(1, ("二、任务分工",)), (2, ("二、任务分工",))]
    assert [table.start for table in one.tables] == sorted(table.start or 0 for table in one.tables)
    assert one.tables[0].columns == (
        ColumnRead("重点任务", "任务"),
        ColumnRead("牵头单位", "牵头"),
        ColumnRead("经办备忘", ""),
    )
    assert [column.role for column in english.tables[0].columns] == ["task", "lead", ""]
    assert one.tables[1].unread == ("经办备忘",)


def test_without_the_words_of_the_ontology(store: Path) -> None:
    """A graph without labels names a role by its notation: what was read is never told as unread."""
    bare = [line for line in Store.open(store).quads() if "graph/ontology>" not in line]
    (one,) = report(Store.memory(bare))

    assert [column.role for column in one.tables[0].columns] == ["title", "lead", ""]


def test_a_header_is_proved(store: Path) -> None:
    """The header is among the proofs that are replayed; a table without one is a failure."""
    lines = list(Store.open(store).quads())
    tables = {
        line.split(" ")[0] for line in lines if line.split(" ")[1:3] == [f"<{std.RDF_TYPE}>", f"<{gt.DivisionTable}>"]
    }
    bare = [line for line in lines if f"<{gt.evidence}>" not in line or line.split(" ")[0] not in tables]

    assert len(tables) == 2
    assert verify(Store.open(store)).proved
    assert verify(Store.memory(bare)).failed >= 2


def test_documents_without_tables(toy: Store) -> None:
    """A document that divides nothing in tables has none in its report."""
    assert [one.tables for one in report(toy)] == [(), (), ()]
