"""IRIs are readable, valid for every label, and different for different labels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from guitu.extract.errors import OptionError
from guitu.extract.facts import Document
from guitu.extract.text import Span
from guitu.graph.quads.names import DEFAULT_BASE, UNTITLED, Names, document_key, segment

NAMES = Names()


@pytest.mark.parametrize(
    ("document", "key"),
    [
        (Document("云州市若干措施", number="云府办规[2025]4号"), "云府办规〔2025〕4号"),
        (Document("云州市若干措施", number="云府办规（２０２５）４ 号"), "云府办规〔2025〕4号"),
        (Document("《云州市“十四五” 茶业规划》"), "云州市十四五茶业规划"),
        (Document('云州市"十四五"茶业规划'), "云州市十四五茶业规划"),
        (Document("云州市茶业若干措施", valid_from=date(2025, 7, 1)), "云州市茶业若干措施（2025）"),
        (Document("云州市2024年茶业计划", valid_from=date(2025, 7, 1)), "云州市2024年茶业计划"),
        (Document("云州市人民政府关于发展茶业的意见", jurisdiction="云州市"), "云州市关于发展茶业的意见"),
        (Document("云州市人民政府关于发展茶业的意见"), "云州市人民政府关于发展茶业的意见"),
        (Document("云州市教育局关于云州市校园安全的意见", jurisdiction="云州市"), "关于云州市校园安全的意见"),
        (Document("附件规划", number="云府〔2025〕4号", part_of="云州市总规划"), "附件规划"),
        (Document(" "), UNTITLED),
    ],
)
def test_document_key(document: Document, key: str) -> None:
    """One document has one key, however its number, its title and their signs are written."""
    assert document_key(document) == key


def test_readable_iris() -> None:
    """Named things are told by their names; base and kind come first."""
    assert NAMES.agency("云州市财政局") == f"{DEFAULT_BASE}agency/云州市财政局"
    assert NAMES.evidence("ab", Span(12, 34)) == f"{DEFAULT_BASE}text/ab#char=12,34"
    assert Names("https://example.org/g/").graph("gaps") == "https://example.org/g/graph/gaps"


def test_statement_iris_come_from_content() -> None:
    """The same content gives the same IRI, on any machine; where one part ends matters."""
    assert NAMES.statement("task", "k", "建设茶园") == f"{DEFAULT_BASE}task/d81e4223ad7b8a50"
    assert NAMES.statement("task", "ab", "c") != NAMES.statement("task", "a", "bc")


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("茶园 A/B", "茶园%20A%2FB"),
        ('<a>"{b}|\\^`%', "%3Ca%3E%22%7Bb%7D%7C%5C%5E%60%25"),
        ("绿茶\u202e\u200b\n", "绿茶%E2%80%AE%E2%80%8B%0A"),
        ("..", "%2E%2E"),
        ("十四五（试行）·一", "十四五（试行）·一"),
        ("𠮷县?#", "𠮷县%3F%23"),
    ],
)
def test_segment(label: str, written: str) -> None:
    """Only what a segment of an IRI cannot hold, and signs that nobody sees, are coded."""
    assert segment(label) == written


@given(st.text(max_size=30), st.text(max_size=30))
def test_every_label_gives_a_valid_iri(label: str, other: str) -> None:
    """No label breaks out of its IRI, in two parsers; two labels never share one."""
    iri = NAMES.place(label)
    line = f"<{iri}> <a:b> <{iri}> <{iri}> .\n"

    [quad] = ox.parse(line, format=ox.RdfFormat.N_QUADS)
    assert quad == ox.Quad(ox.NamedNode(iri), ox.NamedNode("a:b"), ox.NamedNode(iri), ox.NamedNode(iri))
    assert [str(s) for s, *_ in rdflib.Graph().parse(data=f"<{iri}> <a:b> <a:c> .", format="turtle")] == [str(iri)]
    assert (label == other) == (iri == NAMES.place(other))


@pytest.mark.parametrize("base", ["", "id/", "https://example.org/id", "https://x/#", "https://x/ y/", "https://x/>/"])
def test_base_must_be_an_iri(base: str) -> None:
    """A base that would give broken IRIs is refused in one line."""
    with pytest.raises(OptionError, match="base: no absolute IRI"):
        replace(NAMES, base=base)
