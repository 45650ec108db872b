"""A decision as a line, and which of several is in force."""

from __future__ import annotations

import dataclasses
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guitu.extract.errors import StoreError
from guitu.graph.corrections.decision import Decision, added, decode, decode_log, encode, encode_log, latest

FIRST = Decision("owner", "changed", date(2026, 1, 1), "节水方案", ("任务", "改造"), ("甲局", "lead"), ("乙局", "lead"))
LATER = dataclasses.replace(FIRST, on=date(2026, 2, 1), value=("丙局", "lead"))
OTHER = dataclasses.replace(FIRST, stated=("丁局", "support"), value=("戊局", "support"))

words = st.text(max_size=12)
decisions = st.builds(
    Decision,
    st.sampled_from(["owner", "target", "deadline", "title", "suggestion"]),
    st.sampled_from(["changed", "added", "rejected", "confirmed"]),
    st.dates(),
    words,
    st.lists(words, max_size=3).map(tuple),
    st.lists(words, max_size=3).map(tuple),
    st.lists(words, max_size=3).map(tuple),
    by=words,
    why=words,
    turn=st.integers(0, 9),
)


@given(decisions)
def test_a_line_gives_the_decision_back(decision: Decision) -> None:
    """Whatever words it holds, it is one line."""
    line = encode(decision)

    assert line.splitlines() == [line]
    assert decode(line) == decision


def test_the_log_is_the_same_in_any_order() -> None:
    """Sorted, each decision once."""
    logs = {tuple(encode_log(order)) for order in permutations((FIRST, LATER, OTHER, FIRST))}

    assert len(logs) == 1
    assert set(decode_log(logs.pop())) == {FIRST, LATER, OTHER}


@pytest.mark.parametrize(
    "line",
    ["", "{", "[]", "null", '{"matter":"owner"}', encode(FIRST)[:-9], encode(FIRST).replace("changed", "改"),
     encode(FIRST).replace('"on"', '"an"'), encode(FIRST).replace("2026-01-01", "2026-13-01"),
     '{"matter":"names","on":"2026-01-01","stated":["place"],"verdict":"same"}'],
)  # fmt: skip
def test_damage_is_told(line: str) -> None:
    """A damaged line is no decision, and says in which line."""
    with pytest.raises(StoreError):
        decode(line)
    if line:
        with pytest.raises(StoreError, match="decisions:2"):
            decode_log([encode(FIRST), line])


def test_the_latest_is_in_force() -> None:
    """Of one thing the later day; of one day what was decided knowing the other."""
    same_day = dataclasses.replace(LATER, value=("己局", "lead"), turn=1)
    for order in permutations((FIRST, LATER, OTHER, same_day)):
        last, before = latest(order)

        assert set(last) == {same_day, OTHER}
        assert set(before) == {FIRST, LATER}


def test_what_is_decided_already_is_not_decided_again() -> None:
    """The same on another day says nothing new; something else does, and comes after."""
    again = dataclasses.replace(FIRST, on=date(2026, 5, 1))
    back = dataclasses.replace(FIRST, value=("庚局", "lead"))

    assert added((FIRST,), [again]) == ()
    (new,) = added((FIRST,), [back])
    assert new.turn == 1
    assert latest((FIRST, new))[0] == (new,)


def test_names_are_one_thing_in_either_order() -> None:
    """同一 of 甲 and 乙 is about the same as 不同 of 乙 and 甲."""
    one = Decision("names", "same", date(2026, 1, 1), stated=("place", "甲园", "乙园"))
    two = Decision("names", "not", date(2026, 1, 1), stated=("place", "乙园", "甲园"))

    assert one.thing == two.thing
