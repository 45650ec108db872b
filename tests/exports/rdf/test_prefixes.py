"""Prefixes of Turtle are named as they are met, and named otherwise where two want one name."""

from __future__ import annotations

import pytest
from rdflib import Dataset, Graph

from guitu.exports.rdf.turtle import trig, turtle

BASE = "https://example.org/id/"
GRAPH = f"<{BASE}document/云府发〔2021〕9号>"
PROVES = "<https://w3id.org/guitu/ns#evidence>"


def pointing(*hashes: str) -> list[str]:
    """Facts, each proved by a text with such a hash."""
    return [
        f"<{BASE}task/{i}> {PROVES} <{BASE}text/{letters}#char=3,9> {GRAPH} .\n" for i, letters in enumerate(hashes)
    ]


def written(lines: list[str]) -> str:
    """The lines as Turtle, which others read back, as they do TriG."""
    text = "".join(turtle(lambda: lines))
    assert len(Graph().parse(data=text, format="turtle")) == len({line.rsplit(" ", 2)[0] for line in lines})
    dataset = Dataset()
    dataset.parse(data="".join(trig(lambda: lines)), format="trig")
    assert len(list(dataset.quads())) == len(lines)
    return text


def test_texts_whose_hashes_begin_alike_are_told_apart() -> None:
    """Eight letters of the hash where they are enough, all where they are not."""
    alike, other = ("12345678" + letter * 56 for letter in "ab"), "9" * 64
    text = written(pointing(*alike, other))

    assert "t99999999:3\\,9" in text
    assert "t12345678:" not in text
    assert f"t12345678{'a' * 56}:3\\,9" in text


def test_folders_of_the_base_and_of_the_terms_are_told_apart() -> None:
    """Both have the folder level: the one that comes later has another name, whichever is met first."""
    said = f"<https://w3id.org/guitu/ns#level> <https://w3id.org/guitu/ns#level/municipal> {GRAPH} .\n"
    text = written([f"<{BASE}level/a> {said}", f"<{BASE}task/1> {said}"])

    assert f"@prefix level: <{BASE}level/> ." in text
    assert "@prefix level-of: <https://w3id.org/guitu/ns#level/> ." in text
    assert "gt:level level-of:municipal" in text


def test_a_graph_that_tells_the_base_late() -> None:
    """What was written before the base was known is written again with its prefixes."""
    first = f"<{BASE}agency/甲> <https://w3id.org/guitu/ns#level> <{BASE}agency/乙> .\n"
    text = written([first, f"<{BASE}agency/甲> <https://w3id.org/guitu/ns#order> <{BASE}agency/乙> {GRAPH} .\n"])

    assert "agency:甲 gt:level agency:乙" in text


@pytest.mark.parametrize("value", ['"<a:g> ."', '"1 <a:x>"@zh', '"a <b"', '"x <a:y> ."^^<a:z>'])
def test_what_looks_like_a_graph_inside_of_a_literal(value: str) -> None:
    """The end of a line is its graph only where it stands outside."""
    lines = [f"<a:s> <a:p> {value} .\n", f"<a:s> <a:q> {value} {GRAPH} .\n", f"<a:s> <a:q> {value} <a:x> .\n"]

    assert f"<a:q> {value}" in written(lines)
