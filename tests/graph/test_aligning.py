"""Matches are kept for each document, and brought up to date by what comes and goes: as if all were compared anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from random import Random

import numpy as np
import pytest

from guitu.extract.recognise import read
from guitu.graph.align.compare import FOUND, MOST, Match, Rows, capped, compare_all, owning
from guitu.graph.align.lines import sides
from guitu.graph.align.scope import Standing
from guitu.graph.build import add, build, remove
from guitu.graph.keep import folder as layout
from guitu.graph.keep import generations, shards
from guitu.graph.keep.forget import JOINED, MATCHES, forget
from guitu.graph.keep.shared import WHOLE, Shared
from guitu.graph.steps import matches
from guitu.graph.steps.matches import Matches
from guitu.ontology.terms import Iri
from tests.graph.align.plans import CITY, ELSEWHERE, MEASURES, NATION, standing, vectors, works

ALL = works(NATION, CITY, MEASURES, ELSEWHERE)
KEYS = tuple(work.key for work in ALL)
EVERY = compare_all(vectors(ALL), standing(ALL))


@pytest.mark.parametrize("held", [1, 16 * 1024**2])
def test_matches_by_document(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each document has those as subject and as object, in memory or put aside."""
    monkeypatch.setattr(matches, "_HELD", held)
    monkeypatch.setattr(matches, "_TOGETHER", 2)
    found = {of.key: of.all() for of in matches.by_document(map(as_row, EVERY[::-1]), KEYS)}

    assert EVERY
    assert found == {key: [one for one in EVERY if key in {one.subject, one.object}] for key in KEYS}


def as_row(match: Match) -> Rows:
    return np.array([(KEYS.index(match.subject), match.task, KEYS.index(match.object), *match[3:])], dtype=FOUND)


def test_matches_come_back_from_their_file(tmp_path: Path) -> None:
    """All that a match says; a damaged file says nothing."""
    folder = layout.prepare(tmp_path / "store")
    for key in KEYS:
        of = [one for one in EVERY if key in {one.subject, one.object}]
        name = matches.keep(folder, Matches.of(key, of))
        found = matches.load(folder, key, name)
        assert found
        assert found.all() == of

        (folder.records / (name + MATCHES)).write_bytes(b"[]\n")
        assert matches.load(folder, key, name) is None


def test_what_is_weak_is_told_once() -> None:
    """Shards are made of the telling matches as of all."""
    standings = standing(ALL)
    for key in KEYS:
        of = [one for one in EVERY if key in {one.subject, one.object}]
        told = Matches.of(key, of).telling(standings)
        assert sides(key, told, standings) == sides(key, of, standings)
        assert set(told) <= set(of)


def test_of_very_many_those_that_are_told_are_found_at_once() -> None:
    """As one by one, whatever their scores, their places, and what may be carried."""
    chance = Random(7)
    others = [f"乙{i:02}" for i in range(40)]
    standings = {one: Standing(f"市{i % 5}", (), (0, "", Iri(one))) for i, one in enumerate(["甲", *others])}
    for _ in range(20):
        every = [
            Match(
                "甲", task, other, chance.randrange(4), chance.randrange(30, 60) / 100, same, best, chance.randrange(16)
            )
            for task in range(3)
            for other in others
            for same, best in [chance.choices((False, True), k=2)]
        ]
        assert Matches.of("甲", every).telling(standings) == capped(every, standings)
        back = [one._replace(subject=one.object, object="甲", task=one.other, other=one.task) for one in every]
        owned = [one for one in Matches.of("甲", back).telling(standings) if one.owned & 4]
        assert owned == owning(back)
        assert len(owned) == 3 * MOST < len(every)


def test_matches_are_changed_by_what_goes_and_comes() -> None:
    """As if they were all told anew; and it shows whether that says anything new."""
    for key in KEYS:
        of = [one for one in EVERY if key in {one.subject, one.object}]
        for gone in (other for other in KEYS if other != key):
            kept = [one for one in of if gone not in {one.subject, one.object}]
            new = [one for one in of if one not in kept]
            left, whole = Matches.of(key, of).changed({gone}, Matches.of(key, ())), Matches.of(key, of)
            assert left.all() == kept
            back = left.changed((), Matches.of(key, new))
            assert (back.all(), back.ends, back.rows.tobytes()) == (of, whole.ends, whole.rows.tobytes())
            assert whole.tells_of({gone}) == any(one.subject == key or one.owned & 4 for one in new)
            assert back.counts_as(whole)
            assert whole.counts_as(left) == (weak(key, of) == weak(key, kept))


def weak(key: str, of: list[Match]) -> set[tuple[int, int]]:
    """What is told of weak matches: the task, and whether the other has an owner."""
    return {(one.other, one.owned & 1) for one in of if one.object == key and not one.owned & 4}


def test_an_annex_is_told() -> None:
    """However weak its matches are."""
    key = next(one.object for one in EVERY if not one.owned & 4)
    of = [one for one in EVERY if key == one.object and not one.owned & 4]
    annex = of[0].subject
    told = replace(Matches.of(key, of), annexes=frozenset({annex}))
    assert told.tells_of({annex})
    assert {one for one in of if one.subject == annex} <= set(told.telling(standing(ALL)))
    assert not Matches.of(key, of).tells_of({annex})


def test_a_match_is_packed_whole() -> None:
    """What is put aside has every field that a match has."""
    (one,) = [m for m in EVERY if m.same][:1]

    assert FOUND.names and len(FOUND.names) == len(one) == len(matches._ROW.names or ())
    assert Matches.of(one.subject, [one]).all() == [one]


def graph(store: Path) -> str:
    found = generations.current(layout.find(store))
    assert found
    return found.manifest


@pytest.fixture
def plans(tmp_path: Path) -> list[Path]:
    """Four plans, of which three have tasks of one subject."""
    place = tmp_path / "in"
    place.mkdir()
    for number, text in enumerate((NATION, CITY, MEASURES, ELSEWHERE)):
        (place / f"{number}.txt").write_text(text, "utf-8")
    return sorted(place.iterdir())


def lost(store: Path) -> None:
    for file in layout.find(store).records.iterdir():
        file.unlink()


def cut(store: Path) -> None:
    for file in layout.find(store).records.glob("*" + MATCHES):
        file.write_bytes(file.read_bytes()[:-1])


def unsaid(store: Path) -> None:
    (layout.find(store).records / JOINED).write_bytes(b"")


@pytest.mark.parametrize("damage", [lambda store: None, lost, cut, unsaid, forget])
def test_documents_come_and_go(tmp_path: Path, plans: list[Path], damage: Callable[[Path], object]) -> None:
    """In any order, over any detour, whatever has happened to what is kept for joining: the same graph."""
    build(plans, tmp_path / "once", read=read)
    for number, (first, second, *rest) in enumerate([*permutations(plans)][5::13]):
        store = tmp_path / str(number)
        build([first, second], store, read=read)
        damage(store)
        add(rest, store, read=read)
        damage(store)
        remove([str(second)], store)
        damage(store)
        add([second], store, read=read)

        assert graph(store) == graph(tmp_path / "once")


def test_what_shards_of_one_document_alone_say(tmp_path: Path, plans: list[Path]) -> None:
    """No line of an alignment or a suggestion stands in two shards: an engine need not count them."""
    build(plans, tmp_path / "store", read=read)
    folder = layout.find(tmp_path / "store")
    made = generations.graph_of(folder, generations.load(folder, 1))
    for kind in WHOLE:
        lines = [line for one in made.of(kind) for line in shards.read(folder, one)]
        shared = Shared.under(made.base)
        assert lines
        assert shared.add(lines) == lines
        assert not shared.counts
        assert len({*lines}) == len(lines)


def test_what_a_plan_says_stays_when_one_more_carries_it_out(tmp_path: Path, plans: list[Path]) -> None:
    """A plan of another place brings the national one no owner: its shards stand as they are."""
    store = tmp_path / "store"
    build(plans[:3], store, read=read)
    before = generations.graph_of(layout.find(store), generations.load(layout.find(store), 1))
    add(plans[3:], store, read=read)
    after = generations.graph_of(layout.find(store), generations.load(layout.find(store), 2))

    assert any(one.object == "十四五养老服务发展规划" and one.subject.startswith("临江市") for one in EVERY)
    assert before.of("suggestions") == tuple(one for one in after.of("suggestions") if "临江市" not in one.key)
