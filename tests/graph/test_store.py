"""One behaviour of both engines, in memory and on disk; and what a folder must be to be a store."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from guitu.extract.errors import QueryError, StoreError
from guitu.graph.keep import engine
from guitu.graph.keep import folder as layout
from guitu.graph.keep.loading import Loader
from guitu.graph.keep.store import Store
from tests.graph.stores import publish

LINES = sorted(
    [
        '<http://x/a> <http://x/title> "云州市\\n“规划”"@zh <http://x/g1> .\n',
        "<http://x/a> <http://x/part> <http://x/b> <http://x/g2> .\n",
        '<http://x/b> <http://x/size> "12.5"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://x/g2> .\n',
        '<http://x/b> <http://x/note> "one\u2028line" <http://x/g2> .\n',
    ]
)


def on_disk(tmp_path: Path) -> Store:
    publish(tmp_path / "store", LINES)
    return Store.open(tmp_path / "store")


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return Store.memory(LINES) if request.param == "memory" else on_disk(tmp_path)


def test_union_of_graphs(store: Store) -> None:
    """The default graph of a query is the union of the named graphs, and a literal is its plain string."""
    found = store.query("SELECT ?t ?s { ?a <http://x/title> ?t ; <http://x/part>/<http://x/size> ?s }")

    assert found.names == ("t", "s")
    assert found.rows == (("云州市\n“规划”", "12.5"),)


def test_unbound(store: Store) -> None:
    """What is not bound is None."""
    assert store.query("SELECT ?x { OPTIONAL { <http://x/none> ?p ?x } }").rows == ((None,),)


def test_ask_and_construct(store: Store) -> None:
    """ASK gives one row, CONSTRUCT three columns."""
    assert store.query("ASK { ?s <http://x/part> ?o }").rows == (("true",),)
    assert store.query("CONSTRUCT { ?s <http://x/in> ?o } { ?s <http://x/part> ?o }").rows == (
        ("http://x/a", "http://x/in", "http://x/b"),
    )


def test_quads_are_the_lines(store: Store) -> None:
    """The whole comes back as it was written, sorted."""
    assert list(store.quads()) == LINES
    assert len(store) == len(LINES)
    assert store.graphs() == ("http://x/g1", "http://x/g2")


def test_standard_answers(store: Store) -> None:
    """Answers have the standard forms of SPARQL."""
    answer = json.loads(store.answer("SELECT ?s { ?s <http://x/size> ?o }").data)

    assert answer["results"]["bindings"] == [{"s": {"type": "uri", "value": "http://x/b"}}]
    assert store.answer("SELECT ?s { ?s <http://x/size> ?o }", "csv").data == b"s\r\nhttp://x/b\r\n"
    assert store.answer("ASK {}", "csv").data == b"answer\r\ntrue\r\n"
    assert b"<http://x/part>" in store.answer("CONSTRUCT WHERE { ?s <http://x/part> ?o }", triples="nt").data


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:b> <a:c> <a:d> }",
        "PREFIX x: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "# a remark\nBASE <http://x/>\nCLEAR ALL",
        "DROP GRAPH <http://x/g1>",
        "LOAD <http://x/>",
    ],
)
def test_updates_are_refused(store: Store, update: str) -> None:
    """An update is refused by name and changes nothing."""
    with pytest.raises(QueryError, match="updates are refused"):
        store.query(update)
    assert list(store.quads()) == LINES


@pytest.mark.parametrize(
    "service", ["SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "ASK{{service silent ?x{}}}"]
)
def test_no_network(store: Store, service: str) -> None:
    """A query never asks another machine."""
    with pytest.raises(QueryError, match="SERVICE is refused"):
        store.query(service)


@pytest.mark.parametrize(
    "harmless",
    [
        'SELECT * { ?s ?p "SERVICE <x>" }',
        "SELECT ?service { ?service ?p ?o } # SERVICE",
        "PREFIX service: <http://x/service#> SELECT * { ?s service:a 'it\\'s SERVICE' }",
        "SELECT * { ?s <http://x/#SERVICE> ?insert }",
    ],
)
def test_words_that_are_no_keywords(store: Store, harmless: str) -> None:
    """A keyword in a string, an IRI, a name or a remark is none."""
    store.query(harmless)


def test_error_has_a_place(store: Store) -> None:
    """A query that does not parse gives one line with line and column."""
    with pytest.raises(QueryError, match=r"^line 2, column \d+: expected") as caught:
        store.query("SELECT ?s {\n ?s ?p }}")
    assert "\n" not in str(caught.value)


def test_disk_is_not_loaded(tmp_path: Path) -> None:
    """A store on disk is replaced by a build, never added to."""
    with pytest.raises(StoreError, match="replaced by a build"):
        on_disk(tmp_path).load(LINES)


def test_many_readers(tmp_path: Path) -> None:
    """Readers stand beside each other and beside a writer, and keep the graph that they opened."""
    first, second = on_disk(tmp_path), Store.open(tmp_path / "store")
    publish(tmp_path / "store", LINES[:1])
    third = Store.open(tmp_path / "store")

    assert [len(store) for store in (first, second, third)] == [4, 4, 1]
    assert list(first.quads()) == LINES


def test_file_as_store(tmp_path: Path) -> None:
    """An RDF file is opened as a store in memory; another file is refused."""
    file = tmp_path / "a.nq"
    file.write_text("".join(LINES), encoding="utf-8")
    (tmp_path / "a.doc").write_text("x")

    assert list(Store.open(file).quads()) == LINES
    with pytest.raises(StoreError, match="not a graph file"):
        Store.open(tmp_path / "a.doc")


@pytest.mark.parametrize("broken", ["<a> <b", '<http://x/a> <http://x/b> "\n'])
def test_damaged_file(tmp_path: Path, broken: str) -> None:
    """A damaged RDF file gives one line."""
    file = tmp_path / "a.nq"
    file.write_text(broken)
    with pytest.raises(StoreError, match="cannot be read"):
        Store.open(file)


# ---- folders ----


def test_foreign_folder(tmp_path: Path) -> None:
    """A folder of other things is refused and left alone."""
    (tmp_path / "letter.txt").write_text("keep me")

    with pytest.raises(StoreError, match="holds other files"):
        layout.prepare(tmp_path)
    with pytest.raises(StoreError, match="this is not a store"):
        Store.open(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_missing_store(tmp_path: Path) -> None:
    """A store that is not there is named, and so is one that no build has finished."""
    with pytest.raises(StoreError, match="no such store"):
        Store.open(tmp_path / "none")
    layout.prepare(tmp_path / "new")
    with pytest.raises(StoreError, match="no build of this store has ended"):
        Store.open(tmp_path / "new")


def test_unwritable(tmp_path: Path) -> None:
    """A store that cannot be made is one clear line."""
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file" / "store", tmp_path / "file"):
        with pytest.raises(StoreError, match=r"cannot be written|other files"):
            layout.prepare(place)


@pytest.mark.parametrize("name", ["../elsewhere", "graph-none", "", "graph-\x00", "texts"])
def test_damaged_pointer(tmp_path: Path, name: str) -> None:
    """A pointer that names no graph of the store is damage, and leads nowhere else."""
    on_disk(tmp_path)
    (tmp_path / "store" / "current").write_text(name)
    with pytest.raises(StoreError, match="damaged"):
        Store.open(tmp_path / "store")


def test_other_version(tmp_path: Path) -> None:
    """A store of another layout is left alone."""
    on_disk(tmp_path)
    (tmp_path / "store" / "guitu-store").write_text("guitu store 99\n")
    for use in (Store.open, layout.prepare):
        with pytest.raises(StoreError, match="another version"):
            use(tmp_path / "store")


def test_one_build_at_once(tmp_path: Path) -> None:
    """A second build is told to wait."""
    folder = layout.prepare(tmp_path / "store")
    with layout.locked(folder), pytest.raises(StoreError, match="another command"), layout.locked(folder):
        pass
    with layout.locked(folder):
        pass


def test_texts(toy: Store, plan: str) -> None:
    """Reading texts are kept beside the graph; another name leads to no file."""
    sha256 = toy.query(
        "SELECT ?h { ?t a ?kind ; <https://schema.org/sha256> ?h FILTER(CONTAINS(STR(?t), '/text/')) }"
    ).rows

    assert plan in [toy.text(str(row[0])) for row in sha256]
    assert toy.text("../guitu-store") is None
    assert toy.text("0" * 64) is None


def test_no_texts_in_memory(toy: Store, made: Callable[..., Path]) -> None:
    """A store in memory keeps no texts."""
    assert Store.memory(toy.quads()).text("0" * 64) is None


def test_an_engine_loaded_in_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds what one loaded at once holds, each line that two shards have counted once."""
    monkeypatch.setattr(engine, "_LOADED", 3)
    again = [line.replace("/g2>", "/graph/registry>") for line in LINES]
    publish(tmp_path / "store", LINES, again, again[1:])
    store = Store.open(tmp_path / "store")

    assert len(store) == len({*LINES, *again})
    assert list(store.quads()) == sorted({*LINES, *again})


def test_portions_grow_with_what_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was loaded is merged with each portion, so the later ones are larger, up to a bound."""
    sizes = list[int]()
    load = Loader.load

    def counted(self: Loader, lines: Path) -> None:
        sizes.append(len(lines.read_bytes().splitlines()))
        load(self, lines)

    monkeypatch.setattr(Loader, "load", counted)
    monkeypatch.setattr(engine, "_LOADED", 2)
    monkeypatch.setattr(engine, "_MOST_LOADED", 4)
    monkeypatch.setattr(engine, "_TOGETHER", 1)
    lines = [f"<http://x/{i:02}> <http://x/b> <http://x/c> <http://x/g> .\n" for i in range(60)]
    publish(tmp_path / "store", lines)

    assert (sizes[0], sizes[-1]) == (2, 4)
    assert sizes == sorted(sizes)


def test_a_line_goes_with_the_last_shard_that_has_it(tmp_path: Path) -> None:
    """A shard that changes takes with it what no other has; of two shards of one content each counts."""
    shared, own = "<http://x/a> <http://x/b> <http://x/c> <http://x/graph/{}> .\n", LINES[0]
    registry, links = shared.format("registry"), shared.format("links")
    steps: list[list[list[str]]] = [
        [[registry, links], [registry], [registry]],
        [[own], [registry]],
        [[own, links]],
        [[]],
    ]
    for pieces in steps:
        publish(tmp_path / "store", *pieces)
        wanted = sorted({line for piece in pieces for line in piece})
        assert list(Store.open(tmp_path / "store").quads()) == wanted
        assert len(Store.open(tmp_path / "store")) == len(wanted)
