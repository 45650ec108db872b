"""Named questions: complete heads, safe arguments, and equal answers of two engines."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext, suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
from rdflib import Dataset

from guitu.extract.errors import OptionError, QueryError
from guitu.graph.ask.query import ask, bound, questions, select
from guitu.graph.keep.store import Row, Store

NEEDED = {
    "owners",
    "duty-sheet",
    "unowned",
    "targets",
    "places",
    "incentives",
    "references",
    "gaps",
    "documents",
}
HOSTILE = ['" } INSERT DATA {', "\\", "'''", "}", "?text", "\n", "云\u2028州", '"@zh', "\\u0022", "$", "\\1"]


def plain(value: object) -> str | None:
    """Numbers by value: engines may write one number in two ways."""
    if value is None:
        return None
    try:
        return str(Decimal(str(value)).normalize())
    except InvalidOperation:
        return str(value)


@pytest.fixture(scope="session")
def arguments() -> dict[str, list[str]]:
    return {
        "outline": ["水利"],
        "path": ["水利产业园", "市水务局"],
        "due": ["2025"],
        "duty-sheet": ["水务局"],
        "partners": ["水务局"],
        "district": ["云州"],
        "diff": ["水利", "防汛"],
        "series": ["泵站"],
    }


@pytest.mark.parametrize("name", questions())
def test_two_engines_answer_alike(toy: Store, arguments: dict[str, list[str]], name: str) -> None:
    """Every question gives the same rows in the same order in pyoxigraph and in rdflib; `test_answers` has the rows."""
    data = Dataset(default_union=True)
    data.parse(data="".join(toy.quads()), format="nquads")
    args = arguments.get(name, [])
    theirs = [tuple(map(plain, row)) for row in data.query(bound(questions()[name], args))]  # type: ignore[arg-type]

    ours = toy.query(bound(questions()[name], args)).rows
    assert [tuple(map(plain, row)) for row in ours] == theirs


@pytest.mark.parametrize("name", questions())
def test_head(toy: Store, arguments: dict[str, list[str]], name: str) -> None:
    """Every question says in both languages what it asks and what its columns are, and runs as it stands."""
    question = questions()[name]
    columns = toy.query(question.sparql).names

    for language in ("zh", "en"):
        assert question.asks[language]
        answer = ask(toy, name, arguments.get(name, []), language)
        widths = {len(row) for row in answer.rows} if question.analysis else {len(columns)}
        assert widths <= {len(answer.headings)}
    for parameter in question.parameters:
        assert f'VALUES ?{parameter.name} {{ "" }}' in question.sparql
    assert name in question.usage


def test_all_that_are_needed() -> None:
    """The questions that the command promises are there."""
    assert set(questions()) >= NEEDED | {"outline"}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", [name for name, question in questions().items() if question.parameters])
def test_arguments_are_data(toy: Store, name: str, text: str) -> None:
    """An argument is a string to look for, whatever it holds; where it must mean something, it means nothing."""
    question = questions()[name]
    args = [f"云{text}州"] * max(1, sum(not parameter.optional for parameter in question.parameters))

    assert toy.query(bound(question, args)) == toy.query(bound(question, ["无此名"] * len(args)))
    with suppress(OptionError, QueryError) if question.analysis else nullcontext():
        ask(toy, name, args)


ANSWERS: list[tuple[str, list[str], list[Row]]] = [
    ("owners", ["水文"], [("建设智慧水文平台", "云州市大数据中心", "配合")]),
    ("tasks-of", ["水利局、水务局"], []),
    ("duty-sheet", ["教育局"], []),
    ("duty-sheet", ["水务局", "配合"], []),
    ("unowned", ["临江"], [("保护水源地",)]),
    ("unowned", ["7号"], []),
    ("references", ["云府发〔2021〕7号"], [("临江省水安全规划", "依据")]),
    ("gaps", [], [("未读责任", "责任单位待定")]),
    ("places", ["水利"], [("云州水利产业园", "园区", None, "水利")]),
    ("places", ["茶叶"], []),
    ("parks", [], [("云州水利产业园", "园区", None, "水利")]),
]


@pytest.mark.parametrize(("name", "args", "expected"), ANSWERS)
def test_answers(toy: Store, name: str, args: list[str], expected: list[Row]) -> None:
    """What a question answers, without the document and the quote."""
    rows = ask(toy, name, args).rows

    assert [row[1 : 1 + len(expected[0]) if expected else None] for row in rows] == expected


@pytest.mark.parametrize(
    ("former", "args", "name", "now"),
    [
        ("tasks-of", ["市水务局"], "duty-sheet", ["市水务局"]),
        ("承担任务", ["市水务局"], "职责清单", ["市水务局"]),
        ("supports", ["大数据中心"], "duty-sheet", ["大数据中心", "配合"]),
        ("parks", [], "places", ["园区"]),
        ("园区", ["水利"], "地点", ["水利"]),
    ],
)
def test_former_names_ask_what_took_their_place(
    toy: Store, former: str, args: list[str], name: str, now: list[str]
) -> None:
    """Questions that became part of another answer by their old names, and are not listed."""
    assert former not in questions()
    assert ask(toy, former, args) == ask(toy, name, now)
    assert ask(toy, former, args).rows


def test_one_role_of_a_sheet(toy: Store) -> None:
    """By its label in any language."""
    whole = ask(toy, "duty-sheet", ["大数据中心"]).rows

    assert {row[1] for row in whole} == {"配合"}
    assert ask(toy, "duty-sheet", ["大数据中心", "support"]).rows == whole
    assert not ask(toy, "duty-sheet", ["大数据中心", "牵头"]).rows


def test_former_names_are_no_names_of_today() -> None:
    """A name asks one thing."""
    now = {name for one in questions().values() for name in (one.name, one.name_zh)}
    before = [name for one in questions().values() for former in one.former for name in former.names]

    assert not now.intersection(before)
    assert len(set(before)) == len(before)


def test_short_form(write: Callable[..., Path], made: Callable[..., Path]) -> None:
    """A short form that no document writes is read as the registry reads it, in the places of the store."""
    text = "云州市工业规划\n任务 培育工厂 由市发展和改革委员会负责\n"
    store = Store.open(made(write("in", a=text)))

    assert [row[5] for row in ask(store, "duty-sheet", ["市发改委"]).rows] == ["培育工厂"]


def test_quotes(toy: Store) -> None:
    """An answer shows the document and the words that prove it."""
    assert ask(toy, "owners", ["堤防"]).rows[0] == (
        "云州市水利发展“十四五”规划",
        "加固沿江堤防",
        "云州市水务局",
        "牵头",
        "写明",
        None,
        "任务 加固沿江堤防 由市水务局负责",
        "标题",
    )


def test_language(toy: Store) -> None:
    """Coded values and headings come in the language asked for."""
    answer = ask(toy, "owners", ["堤防"], "en")

    assert answer.headings == ("document", "task", "agency", "role", "basis", "score", "quote", "found in")
    assert answer.rows[0][3] == "lead"
    with pytest.raises(OptionError, match="no such language"):
        ask(toy, "owners", [], "fr")


@pytest.mark.parametrize(
    ("name", "args", "said"),
    [
        ("nobody", [], "no such question"),
        ("duty-sheet", [], r"0 arguments given; ask: duty-sheet AGENCY \[ROLE\]"),
        ("owners", ["a", "b"], r"2 arguments given; ask: owners \[TEXT\]"),
        ("owners", ["长" * 1001], "longer than 1000"),
        ("owners", ["a\0"], "zero byte"),
    ],
)
def test_wrong_questions(toy: Store, name: str, args: list[str], said: str) -> None:
    """A wrong question is told what would be right."""
    with pytest.raises(QueryError, match=said):
        ask(toy, name, args)


def test_select(toy: Store) -> None:
    """Free SPARQL answers with the names of its variables."""
    answer = select(toy, "SELECT (COUNT(*) AS ?n) { ?t a <https://w3id.org/guitu/ns#Task> }")

    assert answer == type(answer)(("n",), (("5",),))
    with pytest.raises(QueryError, match="line 1, column"):
        select(toy, "SELECT nonsense")
