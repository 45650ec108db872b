"""Suggestions of the real plans and of the samples, each judged up to four times (`-`: not): few are wrong or new."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest

from guitu.graph.align.compare import Match, compare_all
from guitu.graph.align.lines import sides
from guitu.graph.align.suggest import CLEARLY, LIKELY, Suggested, suggested
from guitu.graph.align.texts import Texts
from guitu.graph.align.units import owners
from guitu.graph.copies.works import Work
from guitu.graph.quads.names import Names
from tests.graph.align.plans import standing, vectors

JUDGED = Path(__file__).with_name("judged.json")
USEFUL, WRONG, KNOWN = 0.95, 0.05, 0.95


@pytest.fixture(scope="module")
def real(read_works: tuple[tuple[Work, ...], ...]) -> list[tuple[Work, Suggested]]:
    """What is suggested for the documents of the corpus, of the further plans and of the samples, each in one store."""
    return [one for works in read_works for one in _suggested(works)]


def _suggested(made: Sequence[Work]) -> list[tuple[Work, Suggested]]:
    standings, texts = standing(tuple(made)), Texts({work.key: work for work in made}.__getitem__, Names())
    of_document: dict[str, list[Match]] = {work.key: [] for work in made}
    for match in compare_all(vectors(tuple(made)), standings):
        of_document[match.subject].append(match)
        of_document[match.object].append(match)
    return [(work, suggested(work.key, sides(work.key, of_document[work.key], standings)[1], texts)) for work in made]


def test_nearly_all_are_useful_or_plausible(real: list[tuple[Work, Suggested]]) -> None:
    """By all passes of reading; those that nobody has judged are few, or must be judged first."""
    verdicts = {tuple(row.split()[:2]): row.split()[2:] for row in json.loads(JUDGED.read_text("utf-8"))}
    given = {(one.task.rsplit("/", 1)[-1], one.agency) for _, found in real for one in found.suggestions}
    judged = [verdicts[one] for one in given if one in verdicts]

    assert len(given) >= 70
    assert len(judged) >= KNOWN * len(given)
    assert sum("wrong" not in verdict for verdict in judged) >= USEFUL * len(judged)
    assert sum("wrong" in verdict for verdict in judged) <= WRONG * len(judged)


def test_the_score_tells_the_share(real: list[tuple[Work, Suggested]]) -> None:
    """Of the last two passes: of each of the two kinds so many are useful, within a tenth."""
    verdicts = {tuple(row.split()[:2]): row.split()[4:] for row in json.loads(JUDGED.read_text("utf-8"))}
    by_score = defaultdict[float, list[bool]](list)
    for one in (one for _, found in real for one in found.suggestions):
        passes = verdicts[one.task.rsplit("/", 1)[-1], one.agency]
        by_score[one.score] += [verdict == "useful" for verdict in passes if verdict != "-"]

    assert sorted(by_score) == [LIKELY, CLEARLY]
    assert all(abs(sum(useful) / len(useful) - score) <= 0.1 for score, useful in by_score.items())


def test_one_role_for_an_agency_and_task(real: list[tuple[Work, Suggested]]) -> None:
    """Nobody is suggested to lead and to support the same."""
    given = [(one.task, one.agency) for _, found in real for one in found.suggestions]

    assert len(given) == len(set(given))


def test_every_task_without_an_owner_has_a_suggestion_or_a_reason(real: list[tuple[Work, Suggested]]) -> None:
    """Never both, and tasks with owners have neither."""
    for work, found in real:
        unowned = sum(not held for held in owners(work.primary.facts))
        given = {one.task for one in found.suggestions}

        assert len(given) + len(found.without) == unowned
        assert not given & set(found.without)
