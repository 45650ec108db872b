"""The registry of written units."""

from __future__ import annotations

from guitu.ontology.units import units


def test_every_kind_is_known() -> None:
    """
    Each unit is of one of the six kinds and has a multiplier above zero.
    """
    assert {u.kind for u in units().values()} == {"counter", "measure", "money", "ratio", "grade", "per"}
    assert all(u.multiplier > 0 for u in units().values())


def test_units_that_mean_one_thing_share_it() -> None:
    """
    Lengths are in metres, areas in square metres, yuan in yuan.
    """
    known = units()

    assert known["公里"].iri == known["米"].iri
    assert known["平方公里"].multiplier == 100 * known["公顷"].multiplier
    assert known["元"].iri == "http://qudt.org/vocab/unit/CCY_CNY"
    assert all(known[u].iri == "http://qudt.org/vocab/unit/NUM" for u in ("家", "个", "人次"))
