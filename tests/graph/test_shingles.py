"""What two texts have in common, letter by letter."""

from __future__ import annotations

import pytest

from guitu.graph.copies.shingles import LENGTH, overlap, shingles


def _windows(text: str) -> set[str]:
    return {text[i : i + LENGTH] for i in range(max(1, len(text) - LENGTH + 1))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("修建水库，疏浚河道，治理岸线", "修建水库，治理岸线"),
        ("修建水库，疏浚河道，治理岸线", "培育龙头企业，推广新品种"),
        ("水库", "水库"),
        ("水库", "河道"),
        ("", "修建水库"),
        ("𠮷野的水库𠮷野的水库", "𠮷野的水库"),
    ],
)
def test_overlap(one: str, other: str) -> None:
    """It is the share of the pieces of the shorter text, counted once, that the other has as well."""
    a, b = _windows(one), _windows(other)
    assert overlap(shingles(one), shingles(other)) == len(a & b) / min(len(a), len(b))
    assert len(shingles(one)) == len(a)
