"""A build keeps the shapes; what breaks them, or is missing, is told in one line each."""

from __future__ import annotations

import pytest

from guitu.graph.checks.check import check
from guitu.graph.checks.completeness import completeness
from guitu.graph.keep.store import Store


def test_conforms(toy: Store) -> None:
    """What a build writes keeps every shape."""
    report = check(toy)

    assert report.violations == ()
    assert report.conforms


BROKEN = [
    ("gt:Task without a title", "加固沿江堤防", "dc/terms/title>"),
    ("a responsibility of nobody", "responsibility/", "ns#agency>"),
    ("a target without a value", "figure/", "ns#value>"),
]


@pytest.mark.parametrize(("said", "subject", "predicate"), BROKEN)
def test_violations(toy: Store, said: str, subject: str, predicate: str) -> None:
    """A statement that lacks a part is one violation in one line, naming the property."""
    lines = [line for line in toy.quads() if not (subject in line and predicate in line)]
    report = check(Store.memory(lines))

    assert not report.conforms, said
    assert all("\n" not in violation for violation in report.violations)
    assert any(predicate.rstrip(">").rsplit("#", 1)[-1].rsplit("/", 1)[-1] in line for line in report.violations)


@pytest.mark.parametrize(("lang", "said"), [("zh", "每一事实都须有证据"), ("en", "every fact has evidence")])
def test_messages(toy: Store, lang: str, said: str) -> None:
    """A message that the shapes have in two languages is told in the one that is asked for."""
    lines = [line for line in toy.quads() if not ("/task/" in line.split(" ")[0] and "ns#evidence>" in line)]
    report = check(Store.memory(lines), lang=lang)

    assert report.violations
    assert all(line.endswith(said) for line in report.violations)


def test_completeness(toy: Store) -> None:
    """Each document is listed with what it lacks and how much it states."""
    province, city, _ = completeness(toy)

    assert (province.title, city.title) == ("临江省水安全规划", "云州市水利发展“十四五”规划")
    assert city.missing == province.missing == ()
    assert city.absent == ("entry into force",)
    assert province.absent == ("issuer", "number", "date", "entry into force", "period")
    assert city.facts == {
        "section": 1,
        "task": 2,
        "responsibility": 2,
        "target": 1,
        "place": 1,
        "incentive": 1,
        "reference": 1,
    }
    assert (city.gaps, province.gaps) == ({"unread-duty": 1}, {})


def test_missing(toy: Store) -> None:
    """A document without its level is told to lack what it must have."""
    lines = [line for line in toy.quads() if "ns#level>" not in line]

    assert {one.missing for one in completeness(Store.memory(lines))} == {("level",)}
