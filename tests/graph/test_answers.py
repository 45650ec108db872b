"""The query library answers as expected on the sample plans, in two engines: on the store, and on merged triples.

An expected answer is a file `answers/NAME.csv`: a line `ask,QUESTION,ARGUMENTS…`, then headings and rows in Chinese. A
new question needs one such file, with its first line; `pytest tests/graph/test_answers.py --update-answers` writes the
rest, to be reviewed before it is committed.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Graph

from guitu.graph.ask.query import analysed, ask, bound, explanations, known, questions
from guitu.graph.build import build, correct
from guitu.graph.corrections.decision import Decision
from guitu.graph.keep.store import Row, Store

SAMPLES = Path(str(files("guitu.extract"))) / "samples"
FILES = sorted(Path(__file__).with_name("answers").glob("*.csv"))
MEASURES, DEPOTS = "云政办规〔2024〕6号", ("拓展市场应用", "支持产地仓建设")
DECISIONS = (
    Decision(
        "owner", "confirmed", date(2026, 3, 1), MEASURES, DEPOTS, ("云州市商务局", "lead"), by="王五", file="核.csv"
    ),
    Decision("deadline", "changed", date(2026, 3, 2), "云州市绿道方案", ("建设绿道",), (), ("2027年",), file="核.csv"),
)
Ask = Callable[[str, Sequence[str]], tuple[Row, ...]]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The graph of the sample plans, with two decisions of a person that change no other answer."""
    place = tmp_path_factory.mktemp("samples") / "store"
    build([SAMPLES], place)
    correct(place, DECISIONS)
    return Store.open(place)


@pytest.fixture(scope="session")
def pyoxigraph(store: Store) -> Ask:
    """Asks the engine that Guitu uses."""
    return lambda name, args: ask(store, name, args).rows


@pytest.fixture(scope="session")
def rdflib(store: Store) -> Ask:
    """Asks rdflib of the merged Turtle: the queries need no named graphs."""
    data = Graph()
    data.parse(data="".join(f"{line.rpartition(' <')[0]} .\n" for line in store.quads()), format="nt")

    def asked(name: str, args: Sequence[str]) -> tuple[Row, ...]:
        found: Any = data.query(bound(known(name)[0], args))
        rows = [tuple(None if value is None else str(value) for value in row) for row in found]
        return analysed(known(name)[0], rows, args)

    return asked


@pytest.fixture(scope="session", params=["merged", "trig"])
def whole(store: Store, request: pytest.FixtureRequest) -> Ask:
    """Asks pyoxigraph with the file as it is: of one default graph, or of the named graphs, read together."""
    graphs = request.param == "trig"
    lines = "".join(line if graphs else f"{line.rpartition(' <')[0]} .\n" for line in store.quads())
    data = ox.Store()
    data.bulk_load(input=lines.encode("utf-8"), format=ox.RdfFormat.N_QUADS)

    def asked(name: str, args: Sequence[str]) -> tuple[Row, ...]:
        found = data.query(bound(known(name)[0], args), use_default_graph_as_union=graphs)
        assert isinstance(found, ox.QuerySolutions)
        rows = [tuple(None if value is None else value.value for value in row) for row in found]
        return analysed(known(name)[0], rows, args)

    return asked


def read(file: Path) -> tuple[str, list[str], list[list[str]]]:
    """Question, arguments, and the lines below: headings and rows."""
    with file.open(encoding="utf-8", newline="") as lines:
        (_, name, *args), *rows = csv.reader(lines)
    return name, args, rows


def written(rows: Iterable[Row]) -> list[list[str]]:
    return [[cell or "" for cell in row] for row in rows]


def by_value(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """Numbers by value: engines may write one number in two ways."""
    return [[_number(cell) for cell in row] for row in rows]


def _number(cell: str) -> str:
    try:
        return str(Decimal(cell).normalize())
    except InvalidOperation:
        return cell


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_answer(file: Path, store: Store, pyoxigraph: Ask, pytestconfig: pytest.Config) -> None:
    """A question answers, to the letter, as it was reviewed."""
    name, args, expected = read(file)
    found = written(pyoxigraph(name, args))
    if pytestconfig.getoption("--update-answers"):
        with file.open("w", encoding="utf-8", newline="") as out:
            lines = [["ask", name, *args], known(name)[0].headings["zh"], *found]
            csv.writer(out, lineterminator="\n").writerows(lines)
        return

    assert expected == [list(known(name)[0].headings["zh"]), *found]
    assert found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_another_engine_answers_alike(file: Path, rdflib: Ask) -> None:
    """rdflib gives the same rows in the same order."""
    name, args, [_, *rows] = read(file)

    assert by_value(written(rdflib(name, args))) == by_value(rows)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_whole_file_answers_alike(file: Path, whole: Ask) -> None:
    """The query of a question, run at once, gives what it gives in pieces; whatever the default graph is."""
    name, args, [_, *rows] = read(file)

    assert once(written(whole(name, args))) == once(rows)


def once(rows: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """Rows, each once: a triple that stands in two named graphs is read twice by this engine, not by all."""
    return list(dict.fromkeys(map(tuple, rows)))


def test_every_question_has_an_expected_answer() -> None:
    """No question is without an expected answer, and none is expected that nobody can ask."""
    explained = {one.name for one in explanations().values()}
    assert {read(file)[0] for file in FILES} == explained.union(questions())


@pytest.mark.parametrize("name", [name for name, question in questions().items() if question.example])
def test_example(pyoxigraph: Ask, name: str) -> None:
    """What a question gives as an example can be asked of the sample plans, and has an answer."""
    assert pyoxigraph(name, questions()[name].example)
