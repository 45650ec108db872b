"""The lines of `graph/provenance` (files, reading texts, what came from which) and of `graph/ontology`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata, resources

import pyoxigraph as ox

from guitu.extract.source import Archive
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import about, integer, plain, quad, ref
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri

_ADDRESS = re.compile(r"https?://[!#-;=?-\[\]_a-z~]{1,8000}")  # in ASCII, without what would end an IRI
VOCABULARY = ("guitu.ttl", "lists.ttl")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file: `size` in bytes, where it came from, how it was read, and the text that was read from it: `text` is its
    SHA-256, `characters` its length in code points."""

    sha256: str
    name: str
    size: int
    url: str | None
    archive: Archive | None
    media_type: str
    reader: str
    encoding: str | None
    text: str
    characters: int


def source(of: FileFacts, names: Names) -> Iterator[str]:
    """A file, where it came from, how it was read, and the text that was read from it."""
    graph, file, text = names.graph("provenance"), names.file(of.sha256), names.text(of.text)
    yield from about(
        file,
        graph,
        (std.RDF_TYPE, ref(gt.File)),
        (std.SCHEMA_SHA256, plain(of.sha256)),
        (std.SCHEMA_NAME, plain(of.name)),
        (std.SCHEMA_URL, _address(of.url)),
        (std.DCTERMS_IS_PART_OF, ref(names.file(of.archive.sha256)) if of.archive else None),
        (std.SCHEMA_ENCODING_FORMAT, plain(of.media_type)),
        (gt.byteCount, integer(of.size)),
        (gt.reader, plain(of.reader)),
        (gt.encoding, plain(of.encoding) if of.encoding else None),
    )
    yield from about(
        text,
        graph,
        (std.RDF_TYPE, ref(std.NIF_CONTEXT)),
        (std.SCHEMA_SHA256, plain(of.text)),
        (gt.characterCount, integer(of.characters)),
        (std.PROV_WAS_DERIVED_FROM, ref(file)),
    )
    if of.archive:
        yield from archive(of.archive, names)


def archive(around: Archive, names: Names) -> Iterator[str]:
    """An archive that files lay in, and the archive that it lay in itself."""
    yield from about(
        names.file(around.sha256),
        names.graph("provenance"),
        (std.RDF_TYPE, ref(gt.Archive)),
        (std.SCHEMA_SHA256, plain(around.sha256)),
        (std.SCHEMA_NAME, plain(around.name)),
        (std.SCHEMA_URL, _address(around.url)),
        (std.DCTERMS_IS_PART_OF, ref(names.file(around.inside.sha256)) if around.inside else None),
        (gt.byteCount, integer(around.size)),
    )
    if around.inside:
        yield from archive(around.inside, names)


def _address(url: str | None) -> str | None:
    """An address of the web as a term, or None for none and for what is no IRI."""
    return ref(Iri(url)) if url and _ADDRESS.fullmatch(url) else None


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
