"""A year of an office: documents come and go, people correct, a machine fails; the graph is that of one build."""

from __future__ import annotations

import csv
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from guitu.exports.office.workbook import write_workbook
from guitu.exports.rdf.statements import quads_of
from guitu.exports.tables import division
from guitu.exports.tables.view import View
from guitu.graph.audit import damage
from guitu.graph.build import add, build, correct, log_of, remove, update
from guitu.graph.checks.verify import verify
from guitu.graph.corrections.apply import Unused
from guitu.graph.corrections.decide import decide
from guitu.graph.corrections.decision import Decision
from guitu.graph.corrections.held import Held
from guitu.graph.corrections.in_force import in_force
from guitu.graph.corrections.wishes import Signature
from guitu.graph.keep import folder, generations
from guitu.graph.keep.forget import forget
from guitu.graph.keep.store import Store
from guitu.graph.reading.reading import read_source
from guitu.graph.steps.step import BuildReport
from tests.office_year import FIELDS, PLANS, PROVINCE, SHEETS, Paper, papers, zipped

ARCHIVE = "来文.zip"
# Adds a document, and ends without a word when all is written but for the last change.
CRASH = """
import os, sys
from pathlib import Path
from guitu.graph import build
from guitu.graph.keep import generations
from guitu.graph.reading.reading import read_source
generations.commit = lambda *given: os.kill(os.getpid(), 9)
build.add([sys.argv[1]], Path(sys.argv[2]), read=read_source)
"""
SAME = [  # kind, two names, whether they are one
    ("机构", "云州市应急管理局", "云州市水利局", "不同"),
    ("机构", "云州市城市管理局", "云州市水利局", "不同"),  # named by corrections alone
    ("机构", "青岚市商务局", "青岚市工业和信息化局", "同一"),
    ("机构", "白石市商务局", "白石市工业和信息化局", "未定"),
    ("机构", f"{PROVINCE}水利厅", f"{PROVINCE}财政厅", "不同"),
    ("指标", "改造节能设施", "改造治沙设施", "不同"),
    ("指标", "改造养老设施", "改造育苗设施", "同一"),
    ("文件", f"{PROVINCE}节能规划", f"{PROVINCE}治沙规划", "不同"),
    ("副本", f"{SHEETS}节能重点任务分工表.csv", f"{SHEETS}治沙重点任务分工表.xlsx", "不同"),
    ("机构", "云州市并不存在的局", "云州市水利局", "不同"),
]
WAITING = [  # what is decided on but is not there: the beginning of the document's title, the matter
    *[("", "names")] * 2,
    ("云州市绿化", "deadline"),  # withdrawn
    ("云州市绿化", "owner"),
    ("云州市节水", "owner"),  # replaced: its sentence has gone, while the deadline of another task stays
    ("云州市节能", "owner"),
    ("白石市养老", "title"),  # withdrawn
]


@dataclass
class Office:
    """The files that the office has now, and its store."""

    files: Path
    store: Path
    idle: tuple[Unused, ...] = ()
    kinds: set[str] = field(default_factory=set)

    def take(self, paper: Paper) -> BuildReport:
        """A document comes, or its new version; it is added."""
        path = self.put(paper)
        return self._done(add([path], self.store, read=read_source))

    def put(self, paper: Paper) -> Path:
        path = self.files / paper.name
        path.write_bytes(paper.data)
        self.kinds.add(path.suffix)
        return path

    def remove(self, paper: Paper, by: str) -> BuildReport:
        """A document is withdrawn, under the name by which one calls it."""
        (self.files / paper.name).unlink()
        return self._done(remove([by], self.store))

    def update(self) -> BuildReport:
        return self._done(update(self.store, read=read_source))

    def correct(self, file: Path, on: date) -> tuple[Decision, ...]:
        names, log = log_of(self.store)
        new = decide(file, Held(Store.open(self.store), names), log, Signature("王五", on, "", file.name)).new
        self._done(correct(self.store, new))
        return new

    def _done(self, report: BuildReport) -> BuildReport:
        assert not report.problems
        self.idle = report.idle or self.idle
        return report

    def view(self) -> View:
        return View.of(in_force(quads_of(Store.open(self.store).quads())))


def test_a_year(tmp_path: Path) -> None:
    """Sixty come one by one, six are replaced, four withdrawn, forty corrected; a crash, a forgetting, a move."""
    office = Office(tmp_path / "文件", tmp_path / "store")
    office.files.mkdir()
    every = {paper.name: paper for paper in papers()}
    later = {paper.name: paper for paper in papers(2)}
    of = {place: [one for one in every.values() if one.title.startswith(place)] for place in (PROVINCE, *PLANS, SHEETS)}
    assert [len(some) for some in of.values()] == [12] * 5

    # spring: the city's own plans and the province's, and a table written by hand
    for paper in (*reversed(of["云州市"]), *of[PROVINCE]):
        assert len(office.take(paper).came) == 1
    assert len(office.correct(_by_hand(tmp_path / "春.csv"), date(2024, 4, 1))) == 16

    # summer: two new versions, a crash, the plans of two more cities, three of them in one archive; our own workbook
    for paper in (of["云州市"][0], of["云州市"][1], of[PROVINCE][0]):
        assert len(office.take(later[paper.name]).changed) == 1
    _crash(office, of["青岚市"][0])
    for paper in (*of["青岚市"], *of["白石市"][:-3]):
        assert len(office.take(paper).came) == 1
    (office.files / ARCHIVE).write_bytes(zipped(of["白石市"][-3:]))
    assert len(add([office.files / ARCHIVE], office.store, read=read_source).came) == 3
    assert len(office.correct(_edited(office, tmp_path / "夏.xlsx"), date(2024, 8, 1))) == 14
    assert forget(office.store)[0] == 50

    # autumn: the store moves, tables of tasks come, some go, some change where they lie; a table of names
    office.store = Path(shutil.move(office.store, tmp_path / "新机器"))
    for paper in of[SHEETS]:
        assert len(office.take(paper).came) == 1
    office.remove(of["云州市"][7], of["云州市"][7].title)
    office.remove(of[PROVINCE][-1], of[PROVINCE][-1].number)
    office.remove(of["青岚市"][-1], str(office.files / of["青岚市"][-1].name))
    office.remove(of["白石市"][3], of["白石市"][3].title[:5])
    for paper in (of["青岚市"][0], of["白石市"][0], of[SHEETS][0]):
        office.put(later[paper.name])
    assert len(office.update().changed) == 3
    assert len(office.correct(_names(tmp_path / "秋.csv"), date(2024, 11, 1))) == 10

    _is_that_of_one_build(office, tmp_path / "once")
    _is_in_force_or_listed(office)
    assert not list(damage(office.store))
    assert verify(Store.open(office.store)).proved
    assert office.kinds == {".txt", ".md", ".html", ".docx", ".xlsx", ".csv"}


def _crash(office: Office, paper: Paper) -> None:
    """The machine fails at the end of an add: the graph is as it was, and the next command works."""
    before = _graph(office.store)
    words = [sys.executable, "-c", CRASH, str(office.put(paper)), str(office.store)]
    done = subprocess.run(words, capture_output=True, check=False)
    assert done.returncode == (-signal.SIGKILL if os.name == "posix" else 9), done.stderr
    assert _graph(office.store) == before
    assert not list(damage(office.store))


def _is_that_of_one_build(office: Office, once: Path) -> None:
    report = build([office.files], once, read=read_source)
    assert (report.documents, report.problems) == (56, ())
    correct(once, log_of(office.store)[1])
    assert list(Store.open(office.store).quads()) == list(Store.open(once).quads())
    assert _graph(office.store) == _graph(once)
    assert len(Store.open(office.store)) == len(Store.open(once))


def _is_in_force_or_listed(office: Office) -> None:
    """What each decision wanted stands in the graph, or it is told why not."""
    idle = {one.decision: one.reason for one in office.idle}
    assert all(idle.values())
    view, log = office.view(), log_of(office.store)[1]
    assert len(log) == 40
    assert idle.keys() <= set(log)
    rows = {(view.one(row.document, "dcterms:title"), row.title): row for row in division.rows(view)}
    lines = "".join(Store.open(office.store).quads())
    for one in set(log) - set(idle):
        if one.matter == "names":
            assert one.stated[0] == "copy" or "人工判定：王五，2024-11-01" in lines
            continue
        row = rows[one.document, one.value[0] if one.matter == "title" else one.task[-1]]
        if one.matter == "owner":
            assert ("城市管理局" if one.verdict == "changed" else "教育局") in division.names(view, row.owners)
        elif one.matter == "deadline":
            assert row.deadline == "2025年底"
    assert sorted((one.document[:5], one.matter) for one in idle) == WAITING


def _graph(store: Path) -> str:
    """The hash of the manifest."""
    found = generations.current(folder.find(store))
    assert found
    return found.manifest


# ---- three files of a person ----


def _table(path: Path, rows: Sequence[Sequence[str]], encoding: str) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def _by_hand(path: Path) -> Path:
    """Written in Excel and saved as it saves: another owner, a deadline that nobody had stated."""
    rows = [("文件", "任务", "更正", "原值", "新值")]
    for of in FIELDS[:8]:
        title = f"云州市{of}行动方案（2024—2026年）"
        rows += [
            (title, f"改造{of}设施", "牵头单位", "市水利局", "市城管局"),
            (title, f"推广{of}器具", "期限", "", "2025年底"),
        ]
    return _table(path, rows, "gb18030")


def _edited(office: Office, path: Path) -> Path:
    """Our own workbook: an owner where there was none, and another title."""
    write_workbook(quads_of(Store.open(office.store).quads()), path)
    book = openpyxl.load_workbook(path)
    sheet = book["总表"]
    at: dict[Any, int] = {cell.value: place for place, cell in enumerate(sheet[3])}
    wanted = {("青岚市", f"开展{of}宣传"): ("责任单位", "市教育局") for of in FIELDS[:7]}
    wanted |= {("白石市", f"改造{of}设施"): ("重点任务", f"更新{of}设施") for of in FIELDS[:7]}
    city = ""
    for row in sheet.iter_rows(min_row=4):
        city = str(row[at["文件"]].value or city)
        if found := wanted.pop((city[:3], str(row[at["重点任务"]].value)), None):
            row[at[found[0]]].value = found[1]
    assert not wanted
    book.save(path)
    return path


def _names(path: Path) -> Path:
    return _table(path, [("种类", "名称一", "名称二", "判定"), *SAME], "utf-8-sig")
