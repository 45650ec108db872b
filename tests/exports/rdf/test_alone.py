"""A document's own Turtle can be taken away: it keeps the shapes alone and with inference, and reads like the text."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import NamedNode, Quad

from guitu.exports.rdf.formats import WHOLE, serialize, write, write_documents
from guitu.exports.rdf.profile import select
from guitu.ontology.shapes import Profile, shapes
from guitu.ontology.standards import DCTERMS_IS_PART_OF
from guitu.ontology.terms import Document

VOCABULARY = ("guitu.ttl", "lists.ttl")


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in VOCABULARY:
        graph.parse(data=(resources.files("guitu.ontology") / name).read_bytes(), format="turtle")
    return graph


@pytest.mark.parametrize("profile", ["full", "facts"])
def test_every_file_keeps_the_shapes_alone_and_with_inference(
    profile: Profile, sample_quads: tuple[Quad, ...], vocabulary: rdflib.Graph, tmp_path: Path
) -> None:
    shape = rdflib.Graph().parse(data=shapes(profile), format="turtle")
    quads = tuple(select(sample_quads, profile))
    write(quads, "turtle", tmp_path / WHOLE)

    for path in (*write_documents(quads, tmp_path), tmp_path / WHOLE):
        graph = rdflib.Graph().parse(path)
        alone, _, report = pyshacl.validate(graph, shacl_graph=shape)
        inferred, _, more = pyshacl.validate(graph, shacl_graph=shape, inference="rdfs", ont_graph=vocabulary)

        assert alone, f"{path.name}: {report}"
        assert inferred, f"{path.name}: {more}"


def test_a_file_says_from_which_file_and_text_it_was_read(sample_quads: tuple[Quad, ...], tmp_path: Path) -> None:
    asked = """PREFIX gt: <https://w3id.org/guitu/ns#> PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> PREFIX schema: <https://schema.org/>
        SELECT ?name ?hash {
          ?doc a gt:Document ; prov:wasDerivedFrom ?file . ?file schema:name ?name ; schema:sha256 ?hash .
          ?text a nif:Context ; prov:wasDerivedFrom ?file }"""

    for path in write_documents(sample_quads, tmp_path):
        assert len(list(rdflib.Graph().parse(path).query(asked))) >= 1, path.name


def test_facts_stand_in_the_order_of_the_text(sample_quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """The ranges that prove the facts go up through the file, and the hash of the text stands once."""
    for path in write_documents(sample_quads, tmp_path):
        words = path.read_text(encoding="utf-8")
        starts = [int(start) for start in re.findall(r"gt:evidence t[0-9a-f]{8}:([0-9]+)", words)]

        assert len(starts) > 5
        assert starts == sorted(starts)
        assert len(re.findall(r"/text/[0-9a-f]{64}#char=>", words)) == 1


def test_an_annex_that_stands_alone_keeps_the_shapes(sample_quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """The document that it is a part of comes along as far as the shapes ask for it."""
    asked = rdflib.Graph().parse(data=serialize(sample_quads, "turtle"), format="turtle")
    graphs = sorted(map(str, asked.subjects(rdflib.RDF.type, rdflib.URIRef(Document))))
    annex, whole = map(NamedNode, graphs[:2])
    quads = (*sample_quads, Quad(annex, NamedNode(DCTERMS_IS_PART_OF), whole, annex))
    shape = rdflib.Graph().parse(data=shapes("full"), format="turtle")

    for path in write_documents(quads, tmp_path):
        alone, _, report = pyshacl.validate(rdflib.Graph().parse(path), shacl_graph=shape)
        assert alone, f"{path.name}: {report}"
