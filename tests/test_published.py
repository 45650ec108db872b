"""The published graph is what a fresh build of the real plans gives, holds no words of theirs, and can be replayed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyoxigraph as ox
import pytest

from guitu.exports.rdf.description import SUMS, VOID
from guitu.exports.rdf.published import open_published, publish
from guitu.exports.rdf.statements import quads_of
from guitu.graph.checks.check import check
from guitu.graph.checks.verify import verify
from guitu.graph.keep.store import Store

PUBLISHED = Path(__file__).resolve().parents[1] / "exports" / "published"
WORDS = (
    "http://purl.org/dc/terms/description",
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf",
    "https://w3id.org/guitu/ns#condition",
    "https://w3id.org/guitu/ns#beneficiary",
    "https://w3id.org/guitu/ns#asWritten",
)


def test_it_equals_a_fresh_build(corpus_build: Path, tmp_path: Path) -> None:
    """Every file is there, byte for byte; after a change of the grammar, run `make published`."""
    publish(quads_of(Store.open(corpus_build).quads()), tmp_path)
    fresh = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in PUBLISHED.iterdir()}

    assert kept.keys() == fresh.keys()
    assert [name for name in fresh if kept[name] != fresh[name]] == []


def test_it_conforms_and_holds_no_words() -> None:
    """The facts profile: no quote, no body, no condition."""
    store = open_published()

    assert check(store, "facts").conforms
    facts = [line for line in store.quads() if "/graph/ontology>" not in line]
    assert not [line for line in facts if any(f"<{word}>" in line for word in WORDS)]


def test_whoever_has_the_plans_can_replay_it(shared: Path) -> None:
    """Each position lies in the text whose hash the graph gives."""
    report = verify(open_published(), [shared / "corpus"])

    assert report.proved, report.failures
    assert report.evidences > 600


@pytest.mark.parametrize(
    "path", sorted(set(PUBLISHED.glob("*.ttl")) - {PUBLISHED / VOID}), ids=lambda path: path.stem[:12]
)
def test_each_document_has_its_turtle(path: Path) -> None:
    """One file per document, with its tasks."""
    quads = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    kind = ox.NamedNode("https://w3id.org/guitu/ns#Document")

    assert [quad for quad in quads if quad.object == kind]


def test_its_files_are_the_described_ones() -> None:
    """The checksums name every other file; the description has the licence of the project."""
    files = sorted(path for path in PUBLISHED.iterdir() if path.name != SUMS)

    assert (PUBLISHED / SUMS).read_text("utf-8").splitlines() == [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in files
    ]
    assert "dcterms:license <https://www.apache.org/licenses/LICENSE-2.0>" in (PUBLISHED / VOID).read_text("utf-8")
