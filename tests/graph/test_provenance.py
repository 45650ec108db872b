"""Files and reading texts: hashes, names, what came from which; and the ontology in its graph."""

from __future__ import annotations

import pyoxigraph as ox

from guitu.extract.facts import Reading
from guitu.extract.text import Text
from guitu.graph.names import Names
from guitu.graph.provenance import derived, ontology_quads, source
from guitu.ontology import terms as gt

NAMES = Names("https://example.org/")
READING = Reading(Text("茶园。", ()), (), "text/html", "html", "gb18030")
SHA256 = "a" * 64


def test_source() -> None:
    """A file is told with its names and how it was read; its text with its hash and length."""
    first = list(source(SHA256, "甲/规划.html", 7, READING, NAMES))
    second = list(source(SHA256, "乙/规划.html", 7, READING, NAMES))

    assert len(set(first) ^ set(second)) == 2  # the two names
    assert f'<{NAMES.file(SHA256)}> <{gt.encoding}> "gb18030" <{NAMES.graph("provenance")}> .\n' in first
    told = f"<{NAMES.text(READING.text.sha256)}> <http://www.w3.org/ns/prov#wasDerivedFrom> <{NAMES.file(SHA256)}> "
    assert [line for line in first if line.startswith(told)]


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
