"""The service and its graph described for machines: SPARQL 1.1 Service Description, VoID, DCAT; no blank nodes."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata

from pyoxigraph import Literal, NamedNode, Quad

from guitu.exports.service.jobs import About
from guitu.ontology import standards as std
from guitu.ontology import terms

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_DCAT = "http://www.w3.org/ns/dcat#"
_FORMATS = "http://www.w3.org/ns/formats/"
_FORMS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
          "N-Triples", "JSON-LD", "RDF_XML")  # fmt: skip
_XSD_INTEGER = NamedNode(std.XSD_INTEGER)
_TITLE, _DESCRIPTION = NamedNode(std.DCTERMS_TITLE), NamedNode(std.DCTERMS_DESCRIPTION)


def describe(site: str, about: About) -> Iterator[Quad]:
    """The description of the service at an address that ends in /: https://example.org/guitu/."""
    yield from _service(site)
    yield from _dataset(site, about)


def _service(site: str) -> Iterator[Quad]:
    service, endpoint = NamedNode(f"{site}sparql#service"), NamedNode(f"{site}sparql")
    yield _says(service, std.RDF_TYPE, _SD + "Service")
    yield _says(service, _SD + "endpoint", endpoint.value)
    yield _says(service, _SD + "supportedLanguage", _SD + "SPARQL11Query")
    yield _says(service, _SD + "feature", _SD + "UnionDefaultGraph")
    for name in _FORMS:
        yield _says(service, _SD + "resultFormat", _FORMATS + name)
    yield _says(service, _SD + "defaultDataset", f"{site}.well-known/void#dataset")
    yield _says(NamedNode(f"{site}.well-known/void#dataset"), std.RDF_TYPE, _SD + "Dataset")
    yield _says(NamedNode(f"{site}.well-known/void#dataset"), _SD + "defaultGraph", f"{site}sparql#default")
    yield _says(NamedNode(f"{site}sparql#default"), std.RDF_TYPE, _SD + "Graph")


def _dataset(site: str, about: About) -> Iterator[Quad]:
    data = NamedNode(f"{site}.well-known/void#dataset")
    for kind in (_VOID + "Dataset", _DCAT + "Dataset"):
        yield _says(data, std.RDF_TYPE, kind)
    yield Quad(data, _TITLE, Literal("规图：规划文件知识图谱", language="zh"))
    yield Quad(data, _TITLE, Literal("Guitu: a knowledge graph of plan documents", language="en"))
    yield Quad(data, _DESCRIPTION, Literal("哪份文件提出哪项任务、由谁负责，逐条有出处。", language="zh"))
    yield Quad(data, NamedNode(_DCAT + "version"), Literal(metadata.version("guitu")))
    yield _says(data, _VOID + "sparqlEndpoint", f"{site}sparql")
    yield _says(data, _VOID + "vocabulary", terms.NS)
    yield _counts(data, "triples", about.triples)
    yield _counts(data, "distinctSubjects", about.subjects)
    yield _counts(data, "documents", about.documents)
    yield _counts(data, "classes", len(about.classes))
    yield _counts(data, "properties", len(about.properties))
    if about.base:
        yield Quad(data, NamedNode(_VOID + "uriSpace"), Literal(about.base))
    for name, (which, of, counted) in {
        "class": ("classPartition", "class", "entities"),
        "property": ("propertyPartition", "property", "triples"),
    }.items():
        for iri, number in about.classes if name == "class" else about.properties:
            part = NamedNode(f"{data.value}-{name}-{_local(iri)}")
            yield _says(data, _VOID + which, part.value)
            yield _says(part, _VOID + of, iri)
            yield _counts(part, counted, number)
    for form, media in (("turtle", "text/turtle"), ("nt", "application/n-triples")):
        distribution = NamedNode(f"{data.value}-{form}")
        yield _says(data, _DCAT + "distribution", distribution.value)
        yield _says(distribution, std.RDF_TYPE, _DCAT + "Distribution")
        yield _says(distribution, _DCAT + "accessService", f"{site}sparql#service")
        yield Quad(
            distribution,
            NamedNode(_DCAT + "mediaType"),
            NamedNode(f"https://www.iana.org/assignments/media-types/{media}"),
        )
    yield _says(NamedNode(f"{site}sparql#service"), std.RDF_TYPE, _DCAT + "DataService")
    yield _says(NamedNode(f"{site}sparql#service"), _DCAT + "endpointURL", f"{site}sparql")
    yield _says(NamedNode(f"{site}sparql#service"), _DCAT + "servesDataset", data.value)


def _local(iri: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in iri.partition("//")[2])


def _says(subject: NamedNode, predicate: str, value: str) -> Quad:
    return Quad(subject, NamedNode(predicate), NamedNode(value))


def _counts(subject: NamedNode, name: str, number: int) -> Quad:
    return Quad(subject, NamedNode(_VOID + name), Literal(str(number), datatype=_XSD_INTEGER))
