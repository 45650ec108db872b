"""The tests of the W3C for the SPARQL 1.1 Service Description, by their names; VoID and DCAT."""

from __future__ import annotations

import pytest
from rdflib import DCAT, RDF, VOID, Graph, Namespace, URIRef

from tests.exports.service.conftest import Served

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
CLASSES = {SD.endpoint: None, SD.supportedLanguage: SD.Language, SD.feature: SD.Feature, SD.resultFormat: None}

OF_THE_W3C = ("has-endpoint-triple", "returns-rdf", "conforms-to-schema")


@pytest.fixture(scope="module")
def described(served: Served) -> Graph:
    return Graph().parse(data=served.ask("/sparql", accept="text/turtle").body, format="turtle")


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"]
)
def test_returns_rdf(served: Served, accept: str) -> None:
    """returns-rdf: a GET without a query has RDF in each form, and the same in all."""
    answer = served.ask("/sparql", accept=accept)
    form = {"text/turtle": "turtle", "application/rdf+xml": "xml", "application/n-triples": "nt"}.get(accept, "json-ld")

    assert answer.headers["content-type"].partition(";")[0] == accept
    assert len(Graph().parse(data=answer.body, format=form)) == len(
        Graph().parse(data=served.ask("/.well-known/void", accept="text/turtle").body, format="turtle")
    )


def test_has_endpoint_triple(served: Served, described: Graph) -> None:
    """has-endpoint-triple"""
    assert list(described.objects(None, SD.endpoint)) == [URIRef(f"{served.url}/sparql")]


def test_conforms_to_schema(described: Graph) -> None:
    """conforms-to-schema: one service with an endpoint, its data set and default graph."""
    (service,) = described.subjects(RDF.type, SD.Service)
    (data,) = described.objects(service, SD.defaultDataset)

    assert (data, RDF.type, SD.Dataset) in described
    assert (next(described.objects(data, SD.defaultGraph)), RDF.type, SD.Graph) in described
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in described
    assert (service, SD.feature, SD.UnionDefaultGraph) in described
    assert len(list(described.objects(service, SD.resultFormat))) == 8
    assert not [node for triple in described for node in triple if type(node).__name__ == "BNode"]


def test_the_list_is_whole() -> None:
    """Every entry of the manifest is tested here, by its name."""
    docs = " ".join(one.__doc__ or "" for name, one in globals().items() if name.startswith("test_") and callable(one))

    assert [name for name in OF_THE_W3C if name not in docs] == []


def test_void_and_dcat(served: Served, described: Graph) -> None:
    """Counts are those that the endpoint gives; the data set is one of DCAT, too."""
    (data,) = described.subjects(RDF.type, VOID.Dataset)
    counted = served.ask("/sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fs%20%3Fp%20%3Fo%7D&format=csv").text

    assert (data, RDF.type, DCAT.Dataset) in described
    assert str(described.value(data, VOID.triples)) == counted.split()[1]
    assert described.value(data, VOID.sparqlEndpoint) == URIRef(f"{served.url}/sparql")
    assert len(list(described.objects(data, DCAT.distribution))) == 2
    for path in ("/void", "/dcat", "/.well-known/void"):
        assert served.ask(path).status == 200


def test_a_browser_gets_the_page(served: Served) -> None:
    """Whoever wants HTML of the endpoint is led to the page of queries."""
    answer = served.ask("/sparql", accept="text/html,application/xhtml+xml,*/*;q=0.8")

    assert (answer.status, answer.headers["location"]) == (303, "/query")
