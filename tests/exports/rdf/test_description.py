"""The description of an export: read by RDFLib, held against the graph, its checksums checked by sha256sum."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pyoxigraph import Quad
from rdflib import DCTERMS, RDF, Graph, Literal, Namespace, URIRef

from guitu.exports.rdf import formats as rdf
from guitu.exports.rdf.description import SUMS, VOID, describe
from guitu.extract.errors import OptionError
from guitu.ontology import terms

DCAT, NS = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://rdfs.org/ns/void#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture
def files(quads: tuple[Quad, ...], tmp_path: Path) -> tuple[Path, ...]:
    rdf.write(quads, "turtle", tmp_path / "whole 一.ttl")
    rdf.write(quads, "nquads", tmp_path / "b.nq")
    return tmp_path / "whole 一.ttl", tmp_path / "b.nq"


def read(path: Path) -> tuple[Graph, URIRef]:
    graph = Graph().parse(path, format="turtle")
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    assert isinstance(dataset, URIRef)
    return graph, dataset


def test_what_it_says(quads: tuple[Quad, ...], files: tuple[Path, ...]) -> None:
    """Licence, title in two languages, counts of merged triples, documents, and each file with its media type."""
    void, _ = describe(quads, files, LICENCE)
    graph, dataset = read(void)
    whole = Graph().parse(files[0], format="turtle")
    documents = set(whole.subjects(RDF.type, URIRef(terms.Document)))

    assert graph.value(dataset, DCTERMS.license) == URIRef(LICENCE)
    assert {title.language for title in graph.objects(dataset, DCTERMS.title) if isinstance(title, Literal)} == {
        "zh", "en",
    }  # fmt: skip
    assert graph.value(dataset, NS.triples) == Literal(len(whole))
    assert graph.value(dataset, NS.distinctSubjects) == Literal(len(set(whole.subjects())))
    assert set(graph.objects(dataset, DCTERMS.source)) == documents
    counted = {
        graph.value(part, NS["class"]): graph.value(part, NS.entities)
        for part in graph.objects(dataset, NS.classPartition)
    }
    assert counted[URIRef(terms.Document)] == Literal(len(documents))
    media = {graph.value(file, DCAT.mediaType) for file in graph.objects(dataset, DCAT.distribution)}
    assert {str(one).partition("types/")[2] for one in media} == {"text/turtle", "application/n-quads"}


def test_checksums(quads: tuple[Quad, ...], files: tuple[Path, ...], tmp_path: Path) -> None:
    """`sha256sum -c` finds every file as it is; the description has the same."""
    void, sums = describe(quads, files)
    done = subprocess.run(["sha256sum", "-c", SUMS], cwd=tmp_path, capture_output=True, check=False, text=True)
    graph, _ = read(void)

    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 3
    listed = {line.partition("  ")[0] for line in sums.read_text("utf-8").splitlines()}
    assert {str(value) for value in graph.objects(None, SPDX.checksumValue)} < listed


def test_without_a_licence_it_says_so(quads: tuple[Quad, ...], files: tuple[Path, ...]) -> None:
    """The data are of whoever owns the documents: none is made up."""
    graph, dataset = read(describe(quads, files)[0])

    assert graph.value(dataset, DCTERMS.license) is None
    assert len(list(graph.objects(dataset, DCTERMS.rights))) == 2


def test_it_moves_to_another_address(quads: tuple[Quad, ...], files: tuple[Path, ...]) -> None:
    """One line holds the address of all files."""
    void = describe(quads, files)[0]
    lines = void.read_text("utf-8").splitlines()
    moved = "\n".join("@base <https://data.example.org/plans/> ." if x.startswith("@base") else x for x in lines)
    graph = Graph().parse(data=moved, format="turtle")
    urls = {str(one) for one in graph.objects(None, DCAT.downloadURL)}

    assert urls == {"https://data.example.org/plans/b.nq", "https://data.example.org/plans/whole%20%E4%B8%80.ttl"}


def test_same_files_same_description(quads: tuple[Quad, ...], files: tuple[Path, ...], tmp_path: Path) -> None:
    """No time stands in it, and the order of quads and files is nothing."""
    first = [path.read_bytes() for path in describe(quads, files)]
    second = [path.read_bytes() for path in describe(tuple(reversed(quads)), files[::-1])]

    assert first == second
    assert (tmp_path / VOID).is_file()


def test_a_licence_is_an_address(quads: tuple[Quad, ...], files: tuple[Path, ...]) -> None:
    """Nothing else comes into the Turtle."""
    with pytest.raises(OptionError, match="no http or https address"):
        describe(quads, files, "https://x> . <y")
