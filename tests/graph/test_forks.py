"""Processes that ask as forks of one that has loaded: as any other, and each of its own fate."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guitu.extract.errors import QueryError
from guitu.graph.keep import bounded
from guitu.graph.keep.bounded import Asker, Question
from guitu.graph.keep.forks import FORKS, Original
from guitu.graph.keep.processes import Child, NotStarted
from guitu.graph.keep.store import Store
from tests.graph.test_asking import ENDLESS, MANY
from tests.graph.test_store import on_disk

pytestmark = pytest.mark.skipif(not FORKS, reason="the system does not fork safely")
WORKER = "guitu.graph.keep.asking_process"


@pytest.fixture
def asker() -> Iterator[Asker]:
    """A hundred quads, asked by forks."""
    found = Asker(Store.memory(MANY).asker().place, ahead=2)
    until(lambda: len(found._idle) == 2)
    assert all(child.is_fork for child in found._idle)
    yield found
    found.close()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def count(asker: Asker) -> int:
    return len(asker.rows("SELECT * { ?s ?p ?o }", 60).rows)


def original_of(asker: Asker) -> Original:
    assert asker._original
    return asker._original


def test_one_is_ended_and_the_others_are_not(asker: Asker) -> None:
    """A question that takes too long ends its fork alone; how it ended is told; another fork takes its place."""
    one, two = asker._idle
    with pytest.raises(QueryError, match=r"^it took longer than 0.3 seconds"):
        asker.answering(Question(ENDLESS, None, None), 0.3)
    assert sorted(child.running for child in (one, two)) == [False, True]
    assert count(asker) == 100
    until(lambda: len(asker._idle) == 2)
    assert all(child.is_fork and child.running for child in asker._idle)


def test_a_bound_of_work(asker: Asker) -> None:
    """It counts the work of the fork, not that of the original, and anew for every question."""
    for _ in range(3):
        assert [row for part in asker.answering(Question("ASK {}", None, None), 60, work=1) for row in part]
    with pytest.raises(QueryError, match=r"^it took longer than 1 seconds"):
        asker.answering(Question(ENDLESS, None, None), 600, work=1)


def test_a_bound_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds for each fork."""
    monkeypatch.setattr(bounded, "MEMORY", 512 * 1024**2)
    asker = Asker(Store.memory(MANY).asker().place, ahead=1)
    until(lambda: len(asker._idle) == 1)
    greedy = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?c ?f ?i ?l"
    with pytest.raises(QueryError, match=r"^it takes more than 512 MB of memory"):
        asker.rows(greedy, 120)
    assert count(asker) == 100
    asker.close()


def test_the_original_is_ended(asker: Asker) -> None:
    """Its forks go on, questions are answered meanwhile, and another original is made."""
    before = original_of(asker)
    os.kill(before._process.pid, signal.SIGKILL)
    before._process.wait()
    assert count(asker) == 100
    for child in asker._idle:
        child.close()
    assert count(asker) == 100
    until(lambda: count(asker) == 100 and asker._original not in (None, before))
    until(lambda: count(asker) == 100 and any(child.is_fork for child in asker._idle))


def test_nothing_is_left(asker: Asker) -> None:
    """Forks end when nobody can ask them any more, in the midst of a question, too; so does their original."""
    original = original_of(asker)
    fork: Child = original.fork()
    fork.send((Question(ENDLESS, None, None), None))
    process = fork._process
    assert process.stdin
    process.stdin.close()
    until(lambda: not fork.running)
    assert fork.ended_by("SIGKILL") is False
    fork.close()
    idle = list(asker._idle)
    original._orders.close()
    assert original._process.wait() == 0
    assert all(child.running for child in idle)
    asker.close()
    assert not any(child.running for child in idle)


def test_what_cannot_be_loaded(tmp_path: Path) -> None:
    """It is told by whoever loads: no original is made, and no process left."""
    original = Original(WORKER, bounded.Place(tmp_path / "none"), bounded.MEMORY)
    assert "no such store" in str(original.ready())
    assert original._process.wait() == 0
    with pytest.raises(NotStarted):
        original.fork()
    original.close()


def test_a_graph_on_disk(tmp_path: Path) -> None:
    """Forks read what the original has opened, side by side, as often as they are asked."""
    store = on_disk(tmp_path)
    asker = Asker(store.asker().place, ahead=2, kept=2)
    until(lambda: len(asker._idle) == 2)
    query = "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o"
    found = [asker.answering(Question(query, None, None), 60) for _ in range(2)]
    rows = [[row for part in one for row in part] for one in found]

    assert rows[0] == rows[1] == list(store.query(query).rows)
    assert all(child.is_fork for child in asker._idle)
    asker.close()
