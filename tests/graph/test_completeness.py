"""What a document tells of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from guitu.graph.build import build
from guitu.graph.checks.completeness import completeness
from guitu.graph.keep.store import Store


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("云州市低空经济发展行动计划（2025—2027年）", ("2025—2027年",)),
        ("青岚县绿道建设规划（2024-2030年）", ("2024-2030年",)),
        ("临江省节水“十四五”规划", ("“十四五”时期",)),
        ("云州市2025年节水要点", None),
    ],
)
def test_the_years_of_a_title_are_its_period(tmp_path: Path, title: str, period: tuple[str, ...] | None) -> None:
    """Where it is no period of a five-year plan, which the graph codes; a single year is none."""
    (tmp_path / "a.txt").write_text(f"{title}\n一、任务\n（一）建场。建场3座。\n", "utf-8")
    build([tmp_path / "a.txt"], tmp_path / "store")

    (told,) = completeness(Store.open(tmp_path / "store"))

    assert told.stated.get("period") == period
