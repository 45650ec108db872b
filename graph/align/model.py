"""From evidence to a score: of all pairs with that score, the share that careful readers call one subject.

Logistic regressions, fitted by `make calibrate`; see docs/alignment.md for what they were fitted and measured on. The
weights belong together and to `evidence.COLUMNS`: none is to be changed alone.
"""

from __future__ import annotations

import numpy as np

from guitu.graph.align.evidence import COLUMNS
from guitu.graph.align.matrices import Floats

LEAST = 0.3  # what scores less is no alignment
DIGITS = 2  # of a score

_ALIGNED = {
    "full": 1.69,
    "title": 0.50,
    "head": 1.77,
    "named": 0.92,
    "names": 0.59,
    "row": 3.94,
    "column": 2.41,
    "parents": 1.92,
    "cousins": 0.79,
    "parts": -0.18,
    "wholes": 0.50,
    "kin": 1.11,
}
_ALIGNED_FROM = -6.97
_SAME = {
    "full": 0.56,
    "title": 1.92,
    "head": 0.50,
    "named": 1.23,
    "names": 0.75,
    "row": 0.95,
    "column": 1.11,
    "parents": -0.28,
    "cousins": 0.28,
    "parts": 0.18,
    "wholes": 0.14,
    "kin": 0.75,
}
_SAME_FROM = -4.51


def scores(evidence: Floats) -> Floats:
    """How surely each pair has one subject, from 0 to 1, in steps of 0.01."""
    return np.round(_logistic(evidence, _ALIGNED, _ALIGNED_FROM), DIGITS)


def is_same(evidence: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether a pair that is aligned is more likely `same` than `partial`."""
    return _logistic(evidence, _SAME, _SAME_FROM) >= 0.5


def _logistic(evidence: Floats, weights: dict[str, float], start: float) -> Floats:
    found = np.array([weights[name] for name in COLUMNS])
    score: Floats = 1 / (1 + np.exp(-(evidence @ found + start)))
    return score
