"""Every RDF format is read back by other hands to the same graph, and written with the same bytes."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from guitu.exports.rdf import on_disk
from guitu.exports.rdf.formats import (
    FORMATS,
    STREAMED,
    file_names,
    lines_of,
    serialize,
    write,
    write_documents,
    write_lines,
)
from guitu.extract.errors import OptionError
from guitu.ontology import terms

NAMES = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
WITH_GRAPHS = ("trig", "nquads", "jsonld")
HOSTILE = ("</script>", 'a"b\\c\nd\te', "'''", "&amp;<![CDATA[x]]>", "\u2028", "𠮷", " 空格 ")


@pytest.fixture(scope="module")
def odd(quads: tuple[Quad, ...]) -> tuple[Quad, ...]:
    """The example with literals and IRIs that writers stumble over."""
    base, gt = "https://w3id.org/guitu/id/", "https://w3id.org/guitu/ns#"
    graph = NamedNode(base + "graph/entities")
    about = NamedNode(base + "place/“水谷”（一期）-3.5")
    more = [Quad(about, NamedNode(gt + "asWritten"), Literal(text), graph) for text in HOSTILE]
    more += [
        Quad(about, NamedNode("http://example.org/a-b/c"), Literal(text, language="zh"), graph) for text in HOSTILE
    ]
    more += [
        Quad(
            about,
            NamedNode(gt + "order"),
            Literal(text, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")),
        )
        for text, kind in (
            ("007", "integer"),
            ("1.", "decimal"),
            ("2E3", "double"),
            ("1", "boolean"),
            ("2031", "gYear"),
        )
    ]
    return (*quads, *more)


def _canonical(data: Dataset) -> set[tuple[str, ...]]:
    """Without blank nodes, equal sets of quads are isomorphic datasets."""
    return {(s.n3(), p.n3(), o.n3(), str(g or "")) for s, p, o, g in data.quads()}


def _expected(quads: tuple[Quad, ...]) -> Dataset:
    data = Dataset()
    data.parse(data=serialize(quads, "nquads"), format="nquads")
    return data


@pytest.mark.parametrize("form", WITH_GRAPHS)
def test_rdflib_reads_datasets(odd: tuple[Quad, ...], form: str) -> None:
    """rdflib reads back every named graph, quad for quad."""
    data = Dataset()
    data.parse(data=serialize(odd, form), format=NAMES[form])

    assert _canonical(_expected(odd)) == _canonical(data)


@pytest.mark.parametrize("form", ["turtle", "rdfxml"])
def test_rdflib_reads_graphs(odd: tuple[Quad, ...], form: str) -> None:
    """rdflib reads the formats without named graphs to the union of the graphs."""
    union = Graph()
    for s, p, o, _ in _expected(odd).quads():
        union.add((s, p, o))
    read = Graph().parse(data=serialize(odd, form), format=NAMES[form])

    assert isomorphic(union, read)


@pytest.mark.parametrize("form", ["trig", "nquads", "jsonld"])
def test_pyoxigraph_reads_datasets(odd: tuple[Quad, ...], form: str) -> None:
    """The engine reads back exactly the quads that were written, down to the lexical form."""
    formats = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}

    assert set(odd) == set(parse(serialize(odd, form), format=formats[form]))


@pytest.mark.parametrize(
    ("form", "command"),
    [
        ("turtle", ("rapper", "raptor2-utils", "-q", "-i", "turtle", "-o", "ntriples")),
        ("rdfxml", ("rapper", "raptor2-utils", "-q", "-i", "rdfxml", "-o", "ntriples")),
        ("turtle", ("serdi", "serdi", "-i", "turtle", "-o", "ntriples")),
        ("trig", ("serdi", "serdi", "-i", "trig", "-o", "nquads")),
        ("nquads", ("serdi", "serdi", "-i", "nquads", "-o", "nquads")),
    ],
)
def test_programs_of_others_read(
    odd: tuple[Quad, ...], program: Callable[[str, str], str], tmp_path: Path, form: str, command: tuple[str, ...]
) -> None:
    """rapper and serdi read the same statements from the files."""
    name, package, *options = command
    path = tmp_path / f"graph.{form}"
    write(odd, form, path)
    source = [str(path), "http://example.org/"] if name == "rapper" else [str(path)]
    done = subprocess.run([program(name, package), *options, *source], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()

    read = parse(done.stdout, format=RdfFormat.N_QUADS)

    assert {_bare(quad, form) for quad in odd} == {_bare(quad, form) for quad in read}


def _bare(quad: Quad, form: str) -> tuple[str, ...]:
    spo = (str(quad.subject), str(quad.predicate), str(quad.object))
    return spo if form in ("turtle", "rdfxml") else (*spo, str(quad.graph_name))


@pytest.mark.parametrize("form", FORMATS)
def test_same_bytes_in_any_order(odd: tuple[Quad, ...], form: str) -> None:
    """The order in which the quads come, and repeats of them, change no byte."""
    shuffled = [*odd, *odd[:20]]
    random.Random(7).shuffle(shuffled)

    assert serialize(odd, form) == serialize(shuffled, form)


def test_turtle_is_readable(quads: tuple[Quad, ...]) -> None:
    """Chinese names stand as they are, short, with the type first."""
    text = serialize(quads, "turtle")

    assert "agency:云州市水务局 a gt:Agency ;" in text
    assert "eli:passed_by agency:云州市人民政府" in text
    assert "gt:level gt:level-municipal" in text
    assert "%" not in text


def test_jsonld_is_readable(quads: tuple[Quad, ...]) -> None:
    """The context turns properties into words, and Chinese text into plain strings."""
    text = serialize(quads, "jsonld")

    assert '{"id": "task:t2", "isPartOf": "section:s1", "title": "修缮老旧堤坝"' in text
    assert '"prefLabel": ["云州市水务局"' not in text
    assert '"value": "12.5"' in text


def test_context_has_a_word_for_every_class() -> None:
    """Each class of the ontology that a build can hold is one word in JSON-LD, and no word means an unknown term."""
    context = json.loads(files("guitu.exports.rdf").joinpath("context.jsonld").read_text(encoding="utf-8"))["@context"]
    meant = {told if isinstance(told, str) else told["@id"] for told in context.values()}
    names = {f"gt:{name}" for name, value in vars(terms).items() if value == terms.NS + name}
    abstract = {"gt:Statement", "gt:Figure"}

    assert {term for term in meant if term.startswith("gt:")} <= names
    assert {name for name in names if name[3].isupper()} - abstract <= meant


def test_one_file_per_document(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """A document's file holds what it states and the labels of what it names, nothing inferred."""
    paths = write_documents(quads, tmp_path)

    assert sorted(path.name for path in paths) == ["云州市水网建设“十七五”规划.ttl", "云州市节水若干措施.ttl"]
    text = (tmp_path / "云州市节水若干措施.ttl").read_text(encoding="utf-8")
    assert 'skos:prefLabel "云州市水务局"@zh' in text
    assert 'skos:prefLabel "责任"@zh' in text or 'skos:prefLabel "responsible"@en' in text
    assert "relatedMatch" not in text
    assert "泵站" not in text


def test_file_names_are_safe() -> None:
    """No title leads out of the folder, hides, or takes the file of another."""
    titles = {
        "a": "../../etc/passwd",
        "b": "..",
        "c": "whole",
        "d": "规划",
        "e": "规划",
        "f": "水" * 300,
        "g": "a\u202eb",
    }
    names = file_names(titles)

    assert {"a": "etc_passwd", "b": "document", "c": "whole-2", "d": "规划", "e": "规划-2"}.items() <= names.items()
    assert len(names["f"].encode()) <= 200
    assert names["g"] == "a_b"


def test_unknown_format() -> None:
    """An unknown format is named, with the formats there are."""
    with pytest.raises(OptionError, match="choose one of turtle"):
        serialize((), "n3")


@pytest.mark.parametrize("form", sorted(STREAMED))
def test_streamed_lines_give_the_same_bytes(
    odd: tuple[Quad, ...], form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written from lines, block by block over the disk, a file is what the quads give in memory."""
    lines = lines_of(odd)
    monkeypatch.setattr(on_disk, "HELD", 200)
    write_lines(lambda: iter(lines), form, tmp_path / "graph")

    assert (tmp_path / "graph").read_text(encoding="utf-8") == serialize(odd, form)
    assert lines == sorted(set(lines))
