"""Which documents are compared, and which is the subject."""

from __future__ import annotations

from datetime import date

import pytest

from guitu.extract.facts import Document
from guitu.graph.align.scope import NATION, Standing, standings
from guitu.graph.quads.names import Names


def document(title: str, **told: object) -> Document:
    return Document(title, **told)  # type: ignore[arg-type]


def standing(of: Document, *others: Document, carried_out: dict[str, list[str]] | None = None) -> Standing:
    """The standing of a document; titles are the keys."""
    return standings({one.title: one for one in (of, *others)}, carried_out or {}, Names())[of.title]


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("上海市浦东新区", ("上海市浦东新区", "上海市", NATION)),
        ("海口市", ("海口市", "海南省", NATION)),
        ("云州市", ("云州市", NATION)),
        (None, (NATION,)),
    ],
)
def test_line(place: str | None, line: tuple[str, ...]) -> None:
    """A document is compared within its place, with the places around it, and with the state."""
    level = "municipal" if place else "national"
    assert standing(document("规划", jurisdiction=place, level=level)).line == line


def test_a_document_of_no_known_place_is_compared_with_the_state_alone() -> None:
    """Not even with others that tell no place: they may be of two cities."""
    one = standing(document("分工表", level="municipal"))

    assert one.line == (NATION,)
    assert one.place != NATION


def test_an_unlisted_county_lies_where_the_plans_hold_that_it_carries_out() -> None:
    """青岚县 is in no registry; its plan implements one of 云州市."""
    city = document("云州市节水规划", jurisdiction="云州市", level="municipal")
    county = document("青岚县节水方案", jurisdiction="青岚县", level="county")

    assert "云州市" not in standing(county, city).line
    found = standing(county, city, carried_out={county.title: [city.title]})
    assert found.line == ("青岚县", "云州市", NATION)


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ({"level": "municipal"}, {"level": "national"}),
        ({"level": "county", "issued": date(2020, 1, 1)}, {"level": "municipal", "issued": date(2024, 1, 1)}),
        ({"level": "municipal", "issued": date(2024, 1, 1)}, {"level": "municipal", "issued": date(2021, 1, 1)}),
        ({"level": "municipal", "issued": date(2024, 1, 1)}, {"level": "municipal", "period": "十四五"}),
        ({"level": "municipal", "period": "十四五"}, {"level": "municipal", "period": "十三五"}),
    ],
)
def test_the_subject_is_of_the_lower_level_then_later(lower: dict[str, object], higher: dict[str, object]) -> None:
    """The rank decides by level, then by date, as far as the documents tell one."""
    assert standing(document("规划", **lower)).rank > standing(document("规划", **higher)).rank


def test_of_equal_documents_the_greater_iri_is_the_subject() -> None:
    """Where neither level nor date tells, the IRI does."""
    one, other = standing(document("乙规划")), standing(document("甲规划"))

    assert (one.rank > other.rank) == (Names().document("乙规划") > Names().document("甲规划"))
