"""The lines of `graph/provenance` (files, reading texts, what came from which) and of `graph/ontology`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata, resources

import pyoxigraph as ox

from guitu.extract.facts import Reading
from guitu.extract.text import Text
from guitu.graph.names import Names
from guitu.graph.nquads import about, integer, plain, quad, ref
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri

VOCABULARY = ("guitu.ttl", "lists.ttl")


def reading_text(text: Text, names: Names) -> Iterator[str]:
    """A reading text: what ranges are ranges of, with the hash of its UTF-8 bytes and its length in code points."""
    yield from about(
        names.text(text.sha256),
        names.graph("provenance"),
        (std.RDF_TYPE, ref(std.NIF_CONTEXT)),
        (std.SCHEMA_SHA256, plain(text.sha256)),
        (gt.characterCount, integer(len(text.value))),
    )


def source(sha256: str, name: str, size: int, reading: Reading, names: Names) -> Iterator[str]:
    """A file, how it was read, and the text that was read from it. `size`: in bytes."""
    graph, file = names.graph("provenance"), names.file(sha256)
    yield from about(
        file,
        graph,
        (std.RDF_TYPE, ref(gt.File)),
        (std.SCHEMA_SHA256, plain(sha256)),
        (std.SCHEMA_NAME, plain(name)),
        (std.SCHEMA_ENCODING_FORMAT, plain(reading.media_type)),
        (gt.byteCount, integer(size)),
        (gt.reader, plain(reading.reader)),
        (gt.encoding, plain(reading.encoding) if reading.encoding else None),
    )
    yield from reading_text(reading.text, names)
    yield quad(names.text(reading.text.sha256), std.PROV_WAS_DERIVED_FROM, ref(file), graph)


def derived(key: str, sha256: str, names: Names) -> Iterator[str]:
    """That a document was found in a file; a document found in several has one line for each."""
    yield quad(names.document(key), std.PROV_WAS_DERIVED_FROM, ref(names.file(sha256)), names.graph("provenance"))


def software(names: Names) -> Iterator[str]:
    """What made the graph: its name and version, and no time, so that the same input gives the same bytes."""
    yield from about(
        Iri(f"{names.base}software/guitu"),
        names.graph("provenance"),
        (std.RDF_TYPE, ref(std.PROV_SOFTWARE_AGENT)),
        (std.SCHEMA_NAME, plain("guitu")),
        (std.SCHEMA_SOFTWARE_VERSION, plain(metadata.version("guitu"))),
    )


def ontology_quads(names: Names) -> Iterator[str]:
    """Every line of the ontology and its lists, in `graph/ontology`."""
    graph = ox.NamedNode(names.graph("ontology"))
    for name in VOCABULARY:
        data = (resources.files("guitu.ontology") / name).read_bytes()
        for triple in ox.parse(data, format=ox.RdfFormat.TURTLE):
            yield f"{triple} {graph} .\n"
