"""The published graph: facts in TriG and Turtle, read back as a store under a reserved word."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from guitu.exports.rdf import published
from guitu.exports.rdf.profile import select
from guitu.exports.rdf.statements import quads_of
from guitu.extract.errors import StoreError


def test_publish_writes_facts(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """One TriG with all facts in their graphs, one Turtle per document, described; files of before are gone."""
    (tmp_path / "old.ttl").write_text("", encoding="utf-8")
    written = published.publish(quads, tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in written} == {
        "guitu.trig", "云州市水网建设“十七五”规划.ttl", "云州市节水若干措施.ttl", "void.ttl", "SHA256SUMS",
    }  # fmt: skip
    assert set(parse(path=tmp_path / "guitu.trig", format=RdfFormat.TRIG)) == set(select(quads, "facts"))


def test_publish_twice_writes_the_same(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """The bytes do not depend on the order of the quads."""
    first, second = (
        [path.read_bytes() for path in published.publish(order, tmp_path / name)]
        for name, order in (("a", quads), ("b", tuple(reversed(quads))))
    )

    assert first == second


def test_no_words_of_documents_in_any_file(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """No quote or body reaches a published file."""
    texts = [path.read_text(encoding="utf-8") for path in published.publish(quads, tmp_path)]

    assert not any(words in text for text in texts for words in ("市水务局牵头", "在山区新建", "有关方面配合"))


def test_open_published(quads: tuple[Quad, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reserved word opens the published graph, in memory."""
    published.publish(quads, tmp_path)
    monkeypatch.setattr(published, "_whole", lambda: tmp_path / published.WHOLE)
    store = published.open_store("published")

    assert set(quads_of(store.quads())) == set(select(quads, "facts"))


def test_nothing_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is published, the error says how a folder of that name is reached."""
    monkeypatch.setattr(published, "_whole", lambda: tmp_path / published.WHOLE)

    with pytest.raises(StoreError, match=r"\./published"):
        published.open_store("published")
