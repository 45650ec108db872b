"""Readings go through JSON and come back the same; what is damaged is read again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guitu.extract import facts
from guitu.extract.facts import Reading
from guitu.extract.raw import silent
from guitu.extract.source import Source
from guitu.extract.text import Cell, Paragraph, Span, Table, Text
from guitu.graph.keep import cache
from guitu.graph.keep.cache import Cache
from guitu.graph.reading.reading import Read

words = st.text(st.characters(codec="utf-8"), max_size=8)
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))
st.register_type_strategy(Span, spans)
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
st.register_type_strategy(str, words)
st.register_type_strategy(date, st.dates())
tables = st.builds(
    Table, spans, st.lists(st.lists(st.builds(Cell, spans), max_size=3).map(tuple), max_size=3).map(tuple)
)
texts = st.builds(Text, words, st.lists(st.builds(Paragraph, spans) | tables, max_size=4).map(tuple))
readings = st.builds(Reading, texts, st.lists(st.from_type(facts.Facts), max_size=2).map(tuple))


@given(readings)
def test_round_trip(reading: Reading) -> None:
    """Every reading comes back from JSON the same, spans included."""
    back = cache.decoder(Reading)(json.loads(json.dumps(cache.encode(reading))))

    assert back == reading
    assert cache.encode(back) == cache.encode(reading)


@pytest.fixture
def reading(read: Read, plan: str) -> Reading:
    return read(Source("a.txt", plan.encode()), silent)


def test_kept(tmp_path: Path, reading: Reading) -> None:
    """What is kept is loaded, by the hash of its source only."""
    Cache(tmp_path).keep("a" * 64, reading)

    assert Cache(tmp_path).load("a" * 64) == reading
    assert Cache(tmp_path).load("b" * 64) is None


def test_columns_are_part_of_the_name(tmp_path: Path) -> None:
    """What was read with columns set by hand stands in a file of its own."""
    kept = Cache(tmp_path)

    assert (
        len(
            {kept.name("a" * 64), kept.name("a" * 64, (("经办", "lead"),)), kept.name("a" * 64, (("经办", "support"),))}
        )
        == 3
    )


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-20],
        lambda data: b"\xff" + data,
        lambda data: b"[]",
        lambda data: b"null",
        lambda data: b'{"a": 1}',
        lambda data: b"[" * 100_000,
        lambda data: data[:-3] + b" ]]",
        lambda data: data.replace(b'"plan"', b'"novel"'),
        lambda data: data.replace(b'"2021-05-01"', b'"2021-15-01"'),
        lambda data: data.replace(b'"12"', b'"a dozen"'),
        lambda data: data.replace(b'"Paragraph"', b'"Path"'),
    ],
)
def test_damaged(tmp_path: Path, reading: Reading, damage: Callable[[bytes], bytes]) -> None:
    """A damaged file counts as none."""
    Cache(tmp_path).keep("a" * 64, reading)
    (file,) = tmp_path.iterdir()
    damaged = damage(file.read_bytes())
    assert damaged != file.read_bytes()
    file.write_bytes(damaged)

    assert Cache(tmp_path).load("a" * 64) is None


def test_version() -> None:
    """The version is a short hash of what readings depend on."""
    assert re.fullmatch("[0-9a-f]{16}", cache.version("ontology", "extract"))
