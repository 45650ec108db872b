"""Files and reading texts: hashes, names, what came from which; and the ontology in its graph."""

from __future__ import annotations

import hashlib

import pyoxigraph as ox
import pyshacl
import rdflib

from guitu.extract.facts import Reading
from guitu.extract.source import Archive, Source
from guitu.extract.text import Text
from guitu.graph.quads.names import Names
from guitu.graph.quads.provenance import derived, ontology_quads, source
from guitu.ontology import terms as gt
from guitu.ontology.shapes import shapes
from tests.graph.stores import file_facts

NAMES = Names("https://example.org/")
READING = Reading(Text("茶园。", ()), (), "text/html", "html", "gb18030")
DATA = "茶园".encode("gb18030")
SHA256 = hashlib.sha256(DATA).hexdigest()
ARCHIVES = Archive("https://plans.example/包", "b" * 64, 9, "https://plans.example/%E5%8C%85")


def test_source() -> None:
    """A file is told with its names and how it was read; its text with its hash and length."""
    first = list(source(file_facts(Source("甲/规划.html", DATA), READING), NAMES))
    second = list(source(file_facts(Source("乙/规划.html", DATA), READING), NAMES))

    assert len(set(first) ^ set(second)) == 2  # the two names
    assert f'<{NAMES.file(SHA256)}> <{gt.encoding}> "gb18030" <{NAMES.graph("provenance")}> .\n' in first
    told = f"<{NAMES.text(READING.text.sha256)}> <http://www.w3.org/ns/prov#wasDerivedFrom> <{NAMES.file(SHA256)}> "
    assert [line for line in first if line.startswith(told)]


def told(*sources: Source) -> tuple[bool, str, set[str]]:
    """Whether the lines of sources keep the shapes, the report, and the lines."""
    lines = {line for one in sources for line in source(file_facts(one, READING), NAMES)}
    data = rdflib.Graph()
    for quad in ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS):
        data.parse(data=f"{quad.triple} .", format="nt")
    shape = rdflib.Graph().parse(data=shapes("full"), format="turtle")
    ok, _, report = pyshacl.validate(data, shacl_graph=shape, inference="none")
    return bool(ok), str(report), lines


def test_an_archive_stands_behind_its_members() -> None:
    """A member points at its archive, that at the archive around it, and each at its address; the shapes hold."""
    inner = Archive(f"{ARCHIVES.name}/内.zip", "c" * 64, 5, None, ARCHIVES)
    ok, report, lines = told(Source(f"{inner.name}/规划.html", DATA, archive=inner))
    part, address = "http://purl.org/dc/terms/isPartOf", "https://schema.org/url"

    assert ok, report
    for subject, predicate, term in (
        (NAMES.file(SHA256), part, NAMES.file("c" * 64)),
        (NAMES.file("c" * 64), part, NAMES.file("b" * 64)),
        (NAMES.file("b" * 64), address, "https://plans.example/%E5%8C%85"),
    ):
        assert f"<{subject}> <{predicate}> <{term}> <{NAMES.graph('provenance')}> .\n" in lines


def test_the_address_of_a_file() -> None:
    """The address that gave the bytes is an IRI; what would break out of one is left out."""
    ok, report, lines = told(Source("http://plans.example/a", DATA, url="https://plans.example/b?c=1"))

    assert ok, report
    assert [line for line in lines if "<https://schema.org/url> <https://plans.example/b?c=1>" in line]
    assert not [line for line in told(Source("x", DATA, url="https://x/> <y"))[2] if "schema.org/url" in line]


def test_a_member_of_what_is_no_archive_is_refused() -> None:
    """The shapes want an archive behind a member."""
    file = NAMES.file("d" * 64)
    graph = rdflib.Graph()
    graph.add((rdflib.URIRef(file), rdflib.RDF.type, rdflib.URIRef(gt.Archive)))
    shape = rdflib.Graph().parse(data=shapes("full"), format="turtle")

    assert not pyshacl.validate(graph, shacl_graph=shape, inference="none")[0]


def test_derived() -> None:
    """A document points at every file in which it was found."""
    [line] = derived("云府〔2025〕4号", SHA256, NAMES)

    assert line.startswith(f"<{NAMES.document('云府〔2025〕4号')}> <http://www.w3.org/ns/prov#wasDerivedFrom>")


def test_ontology() -> None:
    """The terms and coded values stand in one graph, without blank nodes."""
    lines = list(ontology_quads(NAMES))
    quads = list(ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS))

    assert {quad.graph_name for quad in quads} == {ox.NamedNode("https://example.org/graph/ontology")}
    assert {gt.Task, gt.ROLES["lead"], gt.ONTOLOGY} <= {str(q.subject).strip("<>") for q in quads}
    assert not [quad for quad in quads if isinstance(quad.subject, ox.BlankNode)]
