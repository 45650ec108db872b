"""Documents at hand while they are told."""

from __future__ import annotations

import gc
import weakref

import pytest

from guitu.graph.align import texts
from guitu.graph.align.texts import Texts
from guitu.graph.quads.names import Names
from guitu.graph.steps.away import FEW, MANY, together
from tests.graph.align.plans import CITY, ELSEWHERE, NATION, works


def test_those_asked_for_last_stay_at_hand_by_their_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two small ones or one large one; who is larger than all that is held is given, and not held."""
    made = {work.key: work for work in works(NATION, CITY, ELSEWHERE)}
    small, other, large = sorted(made, key=lambda key: made[key].primary.record.size)
    two = sum(made[key].primary.record.size for key in (small, other))
    monkeypatch.setattr(texts, "AT_HAND", 2 * texts.LEAST + two)
    loaded: list[str] = []

    def load(key: str) -> object:
        loaded.append(key)
        return made[key]

    at_hand = Texts(load, Names())  # type: ignore[arg-type]
    assert [at_hand[key].work.key for key in (small, other, small, other)] == [small, other, small, other]
    assert loaded == [small, other]

    assert at_hand[large].work.key == large
    assert at_hand[small].work.key == small
    assert loaded.count(small) == 2

    monkeypatch.setattr(texts, "AT_HAND", texts.LEAST)
    none_held = Texts(load, Names())  # type: ignore[arg-type]
    assert [none_held[small].work.key for _ in range(2)] == [small, small]
    assert loaded.count(small) == 4


def test_a_document_that_went_is_gone_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a look for cycles, which a step does seldom."""
    made = {work.key: work for work in works(NATION, CITY)}
    monkeypatch.setattr(texts, "AT_HAND", max(texts.LEAST + work.primary.record.size for work in made.values()))
    at_hand = Texts(made.__getitem__, Names())
    one, two = made
    gc.disable()
    try:
        document = at_hand[one]
        assert document.units
        assert document.duties is document.duties
        gone = weakref.ref(document)
        del document
        at_hand[two].units  # noqa: B018 - asked for, so that the first one goes
        assert gone() is None
    finally:
        gc.enable()


@pytest.mark.parametrize(("joints", "size"), [(1, FEW), (40 * FEW, 30), (3_000, 93), (100_000, MANY)])
def test_enough_goes_for_every_process_and_large_ones_where_there_are_many(joints: int, size: int) -> None:
    """A go has neighbours, which are about the same documents."""
    assert together(joints) == size
