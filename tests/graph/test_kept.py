"""What questions have worked out of a graph is brought up to date after a step: the answers are those of a new one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from guitu.graph.ask import kept
from guitu.graph.ask.query import Answer, ask, questions
from guitu.graph.build import add, build, correct, remove, update
from guitu.graph.corrections.decision import Decision
from guitu.graph.keep import changes
from guitu.graph.keep.store import Store
from tests.graph.test_answers import DEPOTS, MEASURES, SAMPLES

PLAN = """云州市节水行动计划
一、主要任务
（一）支持产地仓建设。由市水利局牵头，市商务局配合，2025年底前完成。农村网络零售额达到30亿元。
（二）建设农谷产业园。由市财政局负责。
"""
REFUSED = Decision(
    "owner", "rejected", date(2026, 3, 1), MEASURES, DEPOTS, ("云州市商务局", "lead"), by="王五", file="核.csv"
)
Step = Callable[[Path, Path], object]
STEPS: dict[str, Step] = {
    "add": lambda store, plan: add([plan], store),
    "update": lambda store, plan: (plan.write_text(PLAN.replace("产地仓", "冷链"), "utf-8"), update(store)),
    "correct": lambda store, plan: correct(store, [REFUSED]),
    "remove": lambda store, plan: remove([MEASURES], store),
    "remove another": lambda store, plan: remove(["云州市节水行动计划"], store),
}


def asked() -> Iterator[tuple[str, Sequence[str]]]:
    for name, question in questions().items():
        yield name, question.example
        if question.takes(0):
            yield name, ()


def answers(place: Path) -> dict[tuple[str, Sequence[str]], Answer | str]:
    """Each asked as by a command of its own; what is not there any more is said."""
    found: dict[tuple[str, Sequence[str]], Answer | str] = {}
    for name, args in asked():
        try:
            found[name, args] = ask(Store.open(place), name, args, limit=200)
        except Exception as error:
            found[name, args] = str(error)
    return found


def test_after_every_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are taken along through steps, also through some between which nothing is asked."""
    store, plan = tmp_path / "store", tmp_path / "节水.txt"
    plan.write_text(PLAN, "utf-8")
    build([SAMPLES], store)
    answers(store)
    monkeypatch.setattr(changes, "_SHARE", 1)
    monkeypatch.setattr(kept, "_SHARE", 0)
    whole: list[str] = []
    up_to_date = kept._up_to_date

    def counted(of: Store, table: kept.Table) -> object:
        def find(store: Store, things: kept.Things) -> object:
            whole.extend([table.name] if things is None else [])
            return table.find(store, things)

        return up_to_date(of, table._replace(find=find))  # type: ignore[arg-type]

    for number, step in enumerate(STEPS.values()):
        step(store, plan)
        if number == 1:
            continue
        monkeypatch.setattr(kept, "_up_to_date", counted)
        carried = answers(store)
        monkeypatch.setattr(kept, "_up_to_date", up_to_date)
        assert not whole
        aside = Store.open(store).aside
        assert aside
        shutil.rmtree(aside)
        assert carried == answers(store)


@pytest.mark.parametrize("damage", ["gone", "cut", "changed"])
def test_damaged_changes(tmp_path: Path, damage: str) -> None:
    """Where it is not known what came and went, everything is found anew."""
    store, plan = tmp_path / "store", tmp_path / "节水.txt"
    plan.write_text(PLAN, "utf-8")
    build([SAMPLES], store)
    before = ask(Store.open(store), "load").rows
    add([plan], store)
    opened = Store.open(store)
    assert opened.aside
    (file,) = opened.aside.glob(f"*{changes.SUFFIX}")
    data = file.read_bytes()
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(data[: len(data) // 2] if damage == "cut" else data.replace("市水利局".encode(), b"x"))

    assert ask(opened, "load").rows == ask(Store.memory(opened.quads()), "load").rows != before
