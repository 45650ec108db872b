"""SSSOM/TSV, read by an implementation of other hands (sssom-pydantic) and held against the graph."""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import unquote

import pytest
import sssom_pydantic
from pyoxigraph import Literal, NamedNode, Quad
from sssom_pydantic import SemanticMapping

from guitu.exports.exchange.sssom import UNSPECIFIED, sssom, write_sssom
from guitu.ontology import standards as std
from guitu.ontology import terms

BASE = "https://w3id.org/guitu/id/"
PREDICATES = {name: f"{std.VOCABULARIES['skos']}{name}" for name in ("closeMatch", "relatedMatch", "exactMatch")}


@pytest.fixture(scope="module")
def pack(
    sample_quads: tuple[Quad, ...], tmp_path_factory: pytest.TempPathFactory
) -> sssom_pydantic.SemanticMappingPack:
    path = tmp_path_factory.mktemp("sssom") / "samples.sssom.tsv"
    write_sssom(sample_quads, path)
    return sssom_pydantic.read(path)


def iri(pack: sssom_pydantic.SemanticMappingPack, curie: str) -> str:
    return unquote(pack.converter.expand(curie, strict=True))


def triples(pack: sssom_pydantic.SemanticMappingPack) -> set[tuple[str, str, str]]:
    return {
        (iri(pack, m.subject.curie), PREDICATES[m.predicate.identifier], iri(pack, m.object.curie))
        for m in pack.mappings
    }


def test_every_triple_of_the_graph_is_a_mapping(
    pack: sssom_pydantic.SemanticMappingPack, sample_quads: tuple[Quad, ...]
) -> None:
    """The CURIEs lead back to the same matches between the same things."""
    stated = {
        (q.subject.value, q.predicate.value, q.object.value)
        for q in sample_quads
        if q.predicate.value in PREDICATES.values()
        and isinstance(q.subject, NamedNode)
        and isinstance(q.object, NamedNode)
        and q.subject.value.startswith(BASE)
    }

    assert triples(pack) == stated
    assert len(pack.mappings) == len(stated) > 50


def test_a_mapping_says_why_and_how_surely(pack: sssom_pydantic.SemanticMappingPack) -> None:
    """Justification, confidence, labels and a comment that names both documents."""
    found = [m for m in pack.mappings if m.subject.curie.startswith("task:")]
    (same,) = [m for m in found if _labels(m) == ("智慧大田", "智慧大田")]

    assert {m.justification.curie for m in found} == {"semapv:CompositeMatching"}
    assert all(m.confidence is not None and 0 <= m.confidence <= 1 for m in pack.mappings)
    assert same.predicate.curie == "skos:closeMatch"
    assert "“十四五”数字乡村发展规划" in (same.comment or "")


def _labels(mapping: SemanticMapping) -> tuple[str | None, str | None]:
    return getattr(mapping.subject, "name", None), getattr(mapping.object, "name", None)


def test_the_head_names_licence_and_set(sample_quads: tuple[Quad, ...], quads: tuple[Quad, ...]) -> None:
    """The licence that is given, or the one of SSSOM for none; the set; a graph without alignments is a head."""
    assert f'#license: "{UNSPECIFIED}"\n' in sssom(sample_quads)
    assert '#license: "https://example.org/by"\n' in sssom(quads, licence="https://example.org/by")
    assert f'#mapping_set_id: "{BASE}graph/alignments"\n' in sssom(sample_quads)


def test_text_is_data(sample_quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """A title is no formula, no column, no row and no comment."""
    alignment = next(q for q in sample_quads if q.predicate.value == terms.subjectTask)
    task = alignment.object
    assert isinstance(task, NamedNode)
    title = Literal('=1+1\t"\n#curie_map:', language="zh")
    odd = [
        Quad(q.subject, q.predicate, title, q.graph_name)
        if q.subject == task and q.predicate.value == std.DCTERMS_TITLE
        else q
        for q in sample_quads
    ]
    write_sssom(odd, tmp_path / "x.tsv")
    lines = [line for line in (tmp_path / "x.tsv").read_text("utf-8").splitlines() if not line.startswith("#")]
    labels = {row["subject_label"] for row in csv.DictReader(lines, delimiter="\t")}

    assert "'=1+1 \" #curie_map:" in labels
    assert len(sssom_pydantic.read(tmp_path / "x.tsv").mappings) == len(lines) - 1


def test_same_bytes(sample_quads: tuple[Quad, ...]) -> None:
    """In whatever order the quads come."""
    assert sssom(sample_quads) == sssom(tuple(reversed(sample_quads)))
