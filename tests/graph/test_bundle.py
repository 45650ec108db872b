"""Many small values in one file: each comes back as it was, and what is damaged is made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from guitu.extract.text import Span
from guitu.graph.keep.bundle import Bundle

ONE, OTHER = Span(1, 2), Span(3, 5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A bundle of two spans."""
    made = Bundle(tmp_path / "spans", Span)
    made.put("one", ONE)
    made.put("other", OTHER)
    made.keep(["one", "other", "none"])
    return tmp_path / "spans"


def test_values_come_back(path: Path) -> None:
    """By their names; one that has none is missing."""
    found = Bundle(path, Span)

    assert (found.get("one"), found.get("other"), found.get("none")) == (ONE, OTHER, None)


def test_the_order_of_coming_does_not_show(path: Path, tmp_path: Path) -> None:
    """The file says the same whichever value came first."""
    made = Bundle(tmp_path / "again", Span)
    made.put("other", OTHER)
    made.put("one", ONE)
    made.keep(["one", "other"])

    assert (tmp_path / "again").read_bytes() == path.read_bytes()


def test_only_what_is_named_stays(path: Path) -> None:
    """What no document needs any more goes."""
    Bundle(path, Span).keep(["other"])

    assert Bundle(path, Span).get("one") is None
    assert Bundle(path, Span).get("other") == OTHER


def test_what_was_kept_is_still_there(path: Path) -> None:
    """After it is written, a value is taken from the file again, and more can be put in."""
    made = Bundle(path, Span)
    made.keep(["one", "other"])
    assert made.get("one") == ONE
    made.put("third", Span(7, 9))
    made.keep(["one", "third"])
    assert [made.get(name) for name in ("one", "other", "third")] == [ONE, None, Span(7, 9)]


def test_nothing_new_nothing_written(path: Path) -> None:
    """A step that changes no value leaves the file alone."""
    before = path.stat().st_mtime_ns
    Bundle(path, Span).keep(["one", "other"])

    assert path.stat().st_mtime_ns == before


def test_a_damaged_file_holds_nothing(path: Path) -> None:
    """Every cut and every changed byte is seen, wherever it is."""
    data = path.read_bytes()
    for place in range(len(data)):
        for damaged in (data[:place], data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]):
            path.write_bytes(damaged)
            assert Bundle(path, Span).get("one") is None


def test_a_value_of_another_type_is_none(path: Path) -> None:
    """Nothing but the declared type is made of a file."""
    assert Bundle(path, tuple[str, ...]).get("one") is None
