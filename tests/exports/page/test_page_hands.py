"""Twelve jobs of an office take no more clicks than they should, and three of them no mouse and twelve keys."""

from __future__ import annotations

import pytest

from tests.exports.conftest import Open
from tests.exports.page.hands import JOBS, Words, done

KEYS = 12


@pytest.mark.parametrize("name", JOBS)
def test_a_job_takes_few_clicks(visit: Open, name: str) -> None:
    """It ends with what was wanted, within the clicks that it is allowed."""
    assert done(visit(), name, Words()).clicks <= JOBS[name][1]


@pytest.mark.parametrize(
    ("keys", "reached"),
    [
        ((*"/nyncj", "Enter"), "document.querySelector('#panel-title').innerText === '云州市农业农村局'"),
        ((*"/措施3", "Enter"), "document.querySelector('#panel-title').innerText === '支持产地仓建设'"),
        ((*"/智慧渔场", "Enter"), "document.querySelector('#panel').contains(document.activeElement)"),
    ],
    ids=["agency", "measure", "place"],
)
def test_without_a_mouse(visit: Open, keys: tuple[str, ...], reached: str) -> None:
    """Every key counts; what was found has the keys then."""
    tab = visit()
    assert len(keys) <= KEYS
    for key in keys:
        tab.keyboard.insert_text(key) if ord(key[0]) > 0x7F else tab.keyboard.press(key)

    assert tab.evaluate(reached)
