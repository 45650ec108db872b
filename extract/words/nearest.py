"""Which known names are most like one that means nothing: what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

SHOWN = 4
_ALIKE = 60.0  # of 100: two of three signs the same


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """The known names most like it or like a part of them, the best first.

    >>> nearest("水利局", ["云州市水务局", "青岚县教育体育局"]), nearest("x", ["云州市水务局"])
    (['云州市水务局'], [])
    """
    found = process.extract(name, sorted(set(known)), scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=SHOWN)
    return [one for one, _, _ in found]


def meant(name: str, known: Iterable[str], else_see: str) -> str:
    """The remedy of an error that a name means nothing.

    >>> meant("青岚镇", ["青岚县节水规划"], "see guitu ask documents")
    'did you mean: 青岚县节水规划'
    """
    alike = nearest(name, known)
    return f"did you mean: {'、'.join(alike)}" if alike else else_see
