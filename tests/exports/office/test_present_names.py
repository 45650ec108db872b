"""A former agency stands in every file under the name of its document, its present one beside it, and is read back."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document

from guitu.exports.command.cli import main
from guitu.graph.build import build
from guitu.graph.keep.store import Store

FORMER, LATER = "青岚县环境保护局", "青岚县生态环境局"
BOTH = f"{FORMER}（现 {LATER}）"
PLAN = "青岚县{}行动方案（{}年）\n青政发〔{}〕{}号\n一、主要任务\n（一）{}。（责任单位：{}、县财政局）\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two plans, the former name in one and the later in the other, which a person says are one agency."""
    folder = tmp_path_factory.mktemp("names")
    plans = (("清新空气", "2024—2026", 2024, 3, "改造锅炉", FORMER), ("碧水", "2025—2027", 2025, 4, "清理河道", LATER))
    for i, one in enumerate(plans):
        (folder / f"{i}.txt").write_text(PLAN.format(*one), encoding="utf-8")
    build(sorted(folder.glob("*.txt")), folder / "store")
    (folder / "名称.csv").write_text(f"种类,名称一,名称二,判定\n机构,{FORMER},{LATER},同一\n", encoding="utf-8")
    _run("correct", str(folder / "名称.csv"), "--store", str(folder / "store"))
    return folder / "store"


def _run(*words: str) -> None:
    done = CliRunner().invoke(main, list(words))
    assert done.exit_code == 0, done.output


def test_workbook(store: Path, tmp_path: Path) -> None:
    """Both names in the cell; handed back unchanged, it decides nothing."""
    _run("export", "xlsx", "--store", str(store), "-o", str(tmp_path / "分工.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "分工.xlsx")["总表"]
    words = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any(BOTH in one for one in words)
    assert any(one.split("、")[0] == LATER for one in words)
    before = Store.open(store).name
    _run("correct", str(tmp_path / "分工.xlsx"), "--store", str(store))
    assert Store.open(store).name == before


def test_csv(store: Path, tmp_path: Path) -> None:
    """The stated name and, where another stands for it, the present one in columns of their own."""
    _run("export", "csv", "--store", str(store), "-o", str(tmp_path / "表"))
    with (tmp_path / "表" / "responsibilities.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = [(row["机构"], row["今名"]) for row in csv.DictReader(lines)]
    assert sorted(rows) == sorted([(FORMER, LATER), (LATER, ""), ("青岚县财政局", ""), ("青岚县财政局", "")])


def test_duty_sheet(store: Path, tmp_path: Path) -> None:
    """Who owns a task with another reads both names of it."""
    path = tmp_path / "财政局.docx"
    _run("export", "docx", "--agency", "县财政局", "--store", str(store), "-o", str(path))
    words = "\n".join(cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells)
    assert BOTH in words
