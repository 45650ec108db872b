"""Answers in parts, cut and in time; and in a process of their own, which is ended when it takes too long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from guitu.extract.errors import QueryError, StoreError
from guitu.graph.keep import bounded, results
from guitu.graph.keep.asking import Most, RowFormat
from guitu.graph.keep.bounded import Asker, OutOfBounds, Place, Question, Stop
from guitu.graph.keep.processes import COUNTS_WORK
from guitu.graph.keep.store import Store
from tests.graph.test_store import LINES, on_disk

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r . ?s ?t ?u }"
MANY = [f'<http://x/{i}> <http://x/p> "{i}" <http://x/g> .\n' for i in range(100)]
STRANGE = [
    '<http://x/a> <http://x/p> "a\\"b\\n,<&>\\t\\\\"@zh <http://x/g> .\n',
    '<http://x/a> <http://x/p> "12.5"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://x/g> .\n',
    '<http://x/a> <http://x/p> "云\\r州 " <http://x/g> .\n',
    "<http://x/a> <http://x/p> <http://x/b?c&d> <http://x/g> .\n",
]
SHAPES = [
    "SELECT ?o ?none { ?s ?p ?o } ORDER BY STR(?o)",
    "SELECT ?x { FILTER(1=2) }",
    "SELECT ?x {}",
    "SELECT (TRIPLE(<http://x/a>, <http://x/b>, 'c'@en) AS ?t) {}",
    "ASK { ?s ?p ?o }",
]


@pytest.fixture
def many() -> Iterator[Store]:
    store = Store.memory(MANY)
    yield store
    store.asker().close()


@pytest.mark.parametrize("query", SHAPES)
@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_standard_forms(form: RowFormat, query: str) -> None:
    """What is written as it comes says the same as what the engine writes whole."""
    store = Store.memory(STRANGE)
    ours = store.answer(query, form).data
    found = store.run(query)
    assert not isinstance(found, ox.QueryTriples)
    theirs = found.serialize(format=FORMS[form])

    if form == "csv" and query.startswith("SELECT"):
        assert ours == theirs
    elif not (form in ("csv", "tsv") and query.startswith("ASK")):
        assert read(ours, form) == read(theirs or b"", form)


FORMS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}


def read(data: bytes, form: RowFormat) -> object:
    found = ox.parse_query_results(data, format=FORMS[form])
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    return [v.value for v in found.variables], [[term and str(term) for term in row] for row in found]


def test_csv_of_an_iri_with_a_comma() -> None:
    """The place of a proof (…#char=3,9) is one cell."""
    store = Store.memory(["<http://x/text#char=3,9> <http://x/p> <http://x/o> <http://x/g> .\n"])

    assert store.answer("SELECT ?s ?o { ?s ?p ?o }", "csv").data == (b's,o\r\n"http://x/text#char=3,9",http://x/o\r\n')


@pytest.mark.parametrize("timeout", [None, 60])
def test_most(many: Store, timeout: float | None) -> None:
    """An answer ends after so many rows, and tells whether there are more."""
    cut = many.query("SELECT ?s { ?s ?p ?o } ORDER BY ?s", timeout=timeout, most=3)
    whole = many.query("SELECT ?s { ?s ?p ?o }", timeout=timeout, most=100)

    assert (len(cut.rows), cut.cut) == (3, True)
    assert (len(whole.rows), whole.cut) == (100, False)
    assert many.query("SELECT ?s { ?s ?p ?o }", timeout=timeout, most=0).cut
    assert not many.query("SELECT ?s { FILTER(1=2) }", timeout=timeout, most=0).cut
    triples = many.query("CONSTRUCT WHERE { ?s ?p ?o }", timeout=timeout, most=7)
    assert (len(triples.rows), triples.cut) == (7, True)
    for query, ends in (("SELECT ?s { ?s ?p ?o }", 8), ("CONSTRUCT WHERE { ?s ?p ?o }", 7)):
        reply = many.answer(query, "csv", "nt", timeout=timeout, most=7)
        assert (reply.data.count(b"\n"), reply.cut) == (ends, True)


@pytest.mark.parametrize("where", ["memory", "disk"])
def test_the_same_in_a_process_of_its_own(tmp_path: Path, where: str) -> None:
    """Rows, columns, forms and errors do not show where a query was asked."""
    store = Store.memory(LINES) if where == "memory" else on_disk(tmp_path)
    for query in (
        "SELECT ?s ?none { ?s ?p ?o } ORDER BY ?s",
        "ASK {}",
        "CONSTRUCT { ?s <http://x/in> ?o } WHERE { ?s <http://x/part> ?o }",
    ):
        assert store.query(query, timeout=60) == store.query(query)
        assert store.answer(query, timeout=60) == store.answer(query)
    with pytest.raises(QueryError, match=r"^line 1, column"):
        store.query("SELECT", timeout=60)
    with pytest.raises(QueryError, match=r"^SERVICE is refused"):
        store.query("SELECT * { SERVICE <http://x/> {} }", timeout=60)
    with pytest.raises(QueryError, match=r"^updates are refused"):
        store.query("CLEAR ALL", timeout=60)
    store.asker().close()


def test_a_query_without_end(many: Store) -> None:
    """It is ended at its time, its process with it, and the next question is answered."""
    many.query("ASK {}", timeout=60)
    (child,) = many.asker()._idle
    with pytest.raises(QueryError, match=r"^it took longer than 0.3 seconds; ask for less"):
        many.query(ENDLESS, timeout=0.3)

    assert not child.running
    assert len(many.query("SELECT * { ?s ?p ?o }", timeout=60).rows) == 100


@pytest.mark.skipif(not COUNTS_WORK, reason="the system does not count work")
def test_a_bound_of_work(many: Store) -> None:
    """It ends a query, however much time the clock would give; one process has its bound anew for every question."""
    asker = Asker(many.asker().place)
    for _ in range(3):
        found = asker.answering(Question("ASK {}", None, None), 60, work=1)
        assert [row for part in found for row in part] == [("true",)]
    with pytest.raises(OutOfBounds, match=r"^it took longer than 1 seconds; ask for less"):
        asker.answering(Question(ENDLESS, None, None), 600, work=1)
    asker.close()


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="the system has no priorities")
def test_stepping_back(many: Store) -> None:
    """The answer comes, and its process, which cannot step forward again, answers nobody else."""
    asker, stop = Asker(many.asker().place), Stop()
    answering = asker.answering(Question("SELECT * { ?a ?b ?c . ?d ?e ?f }", None, 5_000), 60, stop)
    stop.step_back()
    rows = [row for part in answering for row in part]

    assert len(rows) == 5_000
    assert not asker._idle


def test_started_ahead(many: Store) -> None:
    """As many wait as are wanted, again after some were taken, and none once it is closed."""
    asker = Asker(many.asker().place, ahead=2)
    until = time.monotonic() + 60
    while len(asker._idle) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    assert len(asker._idle) == 2
    assert asker.rows("ASK {}", 60).rows == (("true",),)
    asker.close()
    assert not asker._idle


def test_rows_without_end(many: Store) -> None:
    """Rows come while the query runs, until its time is over; whoever has enough of them ends it."""
    endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    answering = many.asker().stream(endless, "json", "nt", timeout=1)
    first = next(iter(answering))
    with pytest.raises(QueryError, match="longer than 1 seconds"):
        for _ in answering:
            pass
    another = many.asker().stream(endless, "csv", "nt", timeout=60)
    next(iter(another))
    another.close()

    assert first.startswith(b'{"head"')
    assert answering.is_rows
    assert not many.asker()._idle


def test_many_ask_at_once(many: Store) -> None:
    """Threads do not get each other's answers."""
    found: dict[int, object] = {}

    def ask(number: int) -> None:
        found[number] = many.query(f"SELECT ?s {{ ?s ?p '{number}' }}", timeout=60).rows

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == {number: ((f"http://x/{number}",),) for number in range(6)}
    assert len(many.asker()._idle) <= bounded._KEPT


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system does not limit memory")
def test_a_query_that_takes_all_memory(many: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told in one line."""
    monkeypatch.setattr(bounded, "MEMORY", 512 * 1024**2)
    greedy = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?c ?f ?i ?l"
    with pytest.raises(QueryError, match=r"^it takes more than 512 MB of memory; ask for less"):
        many.query(greedy, timeout=120)


def test_what_cannot_be_asked(tmp_path: Path) -> None:
    """A store that is not there is told as ever, and so is a process that somebody ends."""
    with pytest.raises(StoreError, match="no such store"):
        Asker(Place(tmp_path / "none")).rows("ASK {}", 60)
    store = Store.memory(MANY)
    store.query("ASK {}", timeout=60)
    (child,) = store.asker()._idle
    threading.Timer(0.5, child.kill).start()
    with pytest.raises(QueryError, match=r"^the process that asks has ended$"):
        store.query(ENDLESS, timeout=60)


def test_what_is_loaded_later_is_asked(many: Store) -> None:
    """A store in memory that has grown is asked as it is."""
    many.query("ASK {}", timeout=60)
    many.asker().close()
    many.load(['<http://x/new> <http://x/p> "new" <http://x/g> .\n'])

    assert many.query("ASK { ?s ?p 'new' }", timeout=60).rows == (("true",),)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at the processes of Linux")
def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    """Killed, the one who asks leaves nobody behind who goes on counting."""
    script = (
        "import sys; from guitu.graph.keep.store import Store; s = Store.memory(eval(sys.argv[1]));"
        "s.query('ASK {}', timeout=60); print(s.asker()._idle[0]._process.pid, flush=True);"
        "s.query(sys.argv[2], timeout=60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", script, repr(MANY), ENDLESS], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    child = int(parent.stdout.readline())
    time.sleep(0.3)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + 60
    while Path(f"/proc/{child}").exists() and time.monotonic() < until:
        time.sleep(0.02)

    assert not Path(f"/proc/{child}").exists()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_pieces_are_of_bounded_size() -> None:
    """A long answer does not come in one piece."""
    store = Store.memory(MANY)
    found = store.run("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    pieces = list(results.solutions(["a"], iter(found), "csv"))  # type: ignore[arg-type]

    assert len(pieces) == 10_001 // results._ROWS + 1


def test_an_error_keeps_no_answer() -> None:
    """What the engine finds may be let go only in the thread that asked; an error may be kept by any."""

    class Answers(dict[str, str]):
        """Whose iterator fails once they grow."""

    answers = Answers(first="")
    going, left = Most(iter(answers), None), weakref.ref(answers)
    answers["second"] = ""
    del answers
    with pytest.raises(QueryError, match=r"^the query did not end \(dictionary changed size") as told:
        next(going)

    assert told.value.__cause__ is not None
    assert left() is None
