"""Positions are whole, apart, near what they are linked with, and the same every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from guitu.exports.page.layout import KINDS, positions
from tests.exports.picture_page import plans


def _points(found: dict[str, list[int]]) -> np.ndarray[Any, np.dtype[np.int64]]:
    return np.concatenate([np.array(found[kind], dtype=np.int64).reshape(-1, 2) for kind in KINDS])


@pytest.mark.parametrize("tasks", [0, 2, 60, 900])
def test_every_thing_has_a_place_of_its_own(tasks: int) -> None:
    """Two whole numbers for each thing of each list, no two alike."""
    data = plans(tasks, documents=3) if tasks else {kind: [] for kind in KINDS}
    found = positions(data)

    assert {kind: len(places) for kind, places in found.items()} == {kind: 2 * len(data[kind]) for kind in KINDS}
    assert all(isinstance(n, int) for places in found.values() for n in places)
    assert len({tuple(point) for point in _points(found).tolist()}) == sum(len(data[kind]) for kind in KINDS)


def test_linked_things_stand_near() -> None:
    """A task stands nearer to its document than to others."""
    data = plans(300, agencies=9, documents=6)
    found = positions(data)
    tasks, documents = (np.array(found[kind]).reshape(-1, 2) for kind in ("tasks", "documents"))
    away = np.sqrt(((tasks[:, None] - documents[None]) ** 2).sum(axis=2))
    own = away[np.arange(300), [task["document"] for task in data["tasks"]]]

    assert own.mean() < 0.85 * away.mean()


def test_suggestions_move_nothing() -> None:
    """What is inferred does not change where the stated stands."""
    data = plans()

    assert positions(data) == positions({**data, "suggestions": [], "alignments": []})


def test_same_picture_on_every_machine() -> None:
    """Without the vector instructions of this machine, whose sums end in other digits, the places are the same."""
    code = (
        "import json, sys; from guitu.exports.page.layout import positions;"
        "json.dump(positions(json.load(sys.stdin)), sys.stdout)"
    )
    data = plans(900)
    instructions = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    plain = {**os.environ, "NPY_DISABLE_CPU_FEATURES": " ".join(instructions)}
    told = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(data), env=plain, capture_output=True, text=True, check=True
    )

    assert json.loads(told.stdout) == positions(data)


def test_things_that_name_nothing() -> None:
    """Mentions and figures without task, place or indicator are no links, and no error."""
    data = plans(10)
    data["mentions"] = [{"document": 0, "place": None}, {"document": None, "task": None, "place": 0}, {"place": 1}]
    data["figures"] = [{"indicator": None, "task": None, "document": 0}]

    assert len(positions(data)["places"]) == 4
