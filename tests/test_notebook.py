"""The notebook of docs/ runs from nothing to its plot, cell after cell, as a reader runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest

NOTEBOOK = Path(__file__).resolve().parents[1] / "docs" / "agencies-by-topic.ipynb"


def test_from_nothing_to_a_plot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its counts are of duties that documents state, each with its quote; no output is kept in the file."""
    monkeypatch.chdir(tmp_path)
    mpl.use("Agg")
    told = json.loads(NOTEBOOK.read_text("utf-8"))
    cells = ["".join(cell["source"]) for cell in told["cells"] if cell["cell_type"] == "code"]
    assert not [cell for cell in told["cells"] if cell.get("outputs")]
    here: dict[str, Any] = {}
    for number, cell in enumerate(cells):
        exec(compile(cell, f"cell {number}", "exec"), here)

    first, second, third, fourth = capsys.readouterr().out.splitlines()
    assert first.split()[0] == "7"
    assert second.split() == [here["topics"][0], here["agencies"][0], str(max(map(int, second.split()[2:])))]
    assert here["agencies"][0] in "".join(f"{agency}" for _, agency, *_ in here["stated"])
    assert (bool(third), fourth) == (True, "True")
    assert sum(map(sum, here["grid"])) > 20
    assert "<svg" in (tmp_path / "agencies-by-topic.svg").read_text("utf-8")
