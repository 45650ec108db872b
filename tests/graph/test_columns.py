"""Rows are read back as they were written."""

from __future__ import annotations

import pytest

from guitu.graph.ask.columns import dumped, loaded
from guitu.graph.keep.store import Row

ROWS: dict[str, list[Row]] = {
    "none": [],
    "one": [("甲",)],
    "an empty cell": [("", ""), ("甲", "")],
    "a cell that is told again": [(f"任务{number}", "云州市水利局", None if number % 3 else "") for number in range(9)],
    "what stands between cells": [("甲\x1f乙", "丙"), ("丁", "戊\n己")],
    "no cell": [("甲", None), ("乙", "丙"), ("丁", "戊")],
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_are_read_as_written(name: str) -> None:
    """Also of cells that are empty, missing, told again, or hold what stands between cells."""
    assert loaded(dumped(ROWS[name])) == ROWS[name]
