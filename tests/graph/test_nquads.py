"""Literals hold what they were given, and nothing breaks out of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from guitu.graph.quads.nquads import boolean, day, decimal, integer, plain, quad, zh
from guitu.ontology.terms import Iri


def line(term: str) -> str:
    return quad(Iri("a:s"), Iri("a:p"), term, Iri("a:g"))


@given(st.text())
def test_any_string_comes_back(value: str) -> None:
    """A string is read back as it was, and the engine writes it in the same bytes."""
    [found] = ox.parse(line(zh(value)), format=ox.RdfFormat.N_QUADS)

    assert found.object == ox.Literal(value, language="zh")
    assert f"{found} .\n" == line(zh(value))


def test_half_a_pair_is_no_character() -> None:
    """A lone surrogate, which no file can hold, becomes the sign for a character that was lost."""
    assert plain("a\ud800") == '"a\ufffd"'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("8.0", "8"),
        ("8", "8"),
        ("0.50", "0.5"),
        ("1.5E+12", "1500000000000"),
        ("-0.0", "0"),
        ("100", "100"),
        ("007", "7"),
    ],
)
def test_decimals_print_alike(value: str, written: str) -> None:
    """A number has one form, the one that both engines give back."""
    term = decimal(Decimal(value))
    store = ox.Store()
    store.load(line(term).encode(), format=ox.RdfFormat.N_QUADS)
    dataset = rdflib.Dataset()
    dataset.parse(data=line(term), format="nquads")

    assert [q.object.value for q in store if isinstance(q.object, ox.Literal)] == [written]
    assert [str(o) for _, _, o, _ in dataset.quads()] == [written]


def test_no_number_is_refused() -> None:
    """What is no number never becomes a literal of one."""
    with pytest.raises(ValueError, match="no number"):
        decimal(Decimal("NaN"))


def test_other_types() -> None:
    """Whole numbers, truth values and days have their XSD forms."""
    xsd = "http://www.w3.org/2001/XMLSchema#"

    assert integer(2025) == f'"2025"^^<{xsd}integer>'
    assert boolean(True) == f'"true"^^<{xsd}boolean>'
    assert day(date(2025, 7, 1)) == f'"2025-07-01"^^<{xsd}date>'
