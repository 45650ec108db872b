"""The graph of two invented plans, and what a file of corrections makes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from guitu.exports.rdf.statements import quads_of
from guitu.exports.tables import division
from guitu.exports.tables.view import View
from guitu.graph.build import build, correct, log_of
from guitu.graph.corrections.apply import Unused
from guitu.graph.corrections.decide import decide
from guitu.graph.corrections.decision import Decision
from guitu.graph.corrections.held import Held
from guitu.graph.corrections.in_force import in_force
from guitu.graph.corrections.wishes import Signature
from guitu.graph.keep.store import Store
from tests.graph.corrections.plans import OTHER, PLAN

TITLE = "云州市节水行动方案（2024—2026年）"
SIGNED = Signature("王五", date(2026, 3, 2), "", "更正.csv")


@dataclass
class Office:
    """A store that is built again with every decision, as the command does."""

    folder: Path
    store: Path
    idle: tuple[Unused, ...] = ()
    taken: list[int] = field(default_factory=list)

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def build(self) -> None:
        self.idle = build([self.folder], self.store).idle

    def lines(self) -> list[str]:
        return list(Store.open(self.store).quads())

    def correct(self, file: Path, signed: Signature = SIGNED) -> tuple[Decision, ...]:
        names, log = log_of(self.store)
        found = decide(file, Held(Store.open(self.store), names), log, signed)
        self.idle = correct(self.store, found.new).idle
        return found.new

    @property
    def log(self) -> tuple[Decision, ...]:
        return log_of(self.store)[1]

    def rows(self, document: str = "") -> dict[str, tuple[list[tuple[str, str]], str, tuple[str, ...]]]:
        """Of each task (of a document) by title its owners with roles, its deadline, its targets, as decided."""
        view = View.of(in_force(quads_of(self.lines())))
        return {
            row.title: ([(view.label(o.agency), o.role) for o in row.owners], row.deadline, row.figures)
            for row in division.rows(view)
            if not document or view.one(row.document, "dcterms:title") == document
        }


@pytest.fixture
def office(tmp_path: Path) -> Office:
    folder = tmp_path / "文件"
    folder.mkdir()
    made = Office(folder, tmp_path / "store")
    made.write(节水=PLAN, 海绵=OTHER)
    made.build()
    return made


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """A CSV of rows, in an encoding."""

    def written(rows: Sequence[Sequence[str]], encoding: str = "utf-8", name: str = "更正.csv") -> Path:
        path = tmp_path / name
        path.write_text("".join(",".join(row) + "\n" for row in rows), encoding=encoding, newline="")
        return path

    return written
