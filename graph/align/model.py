"""From evidence to a score: of all pairs with that score, the share that careful readers call one subject.

Logistic regressions, fitted by `make calibrate`; see docs/alignment.md for what they were fitted and measured on. The
weights belong together and to `evidence.COLUMNS`: none is to be changed alone.
"""

from __future__ import annotations

import numpy as np

from guitu.graph.align.evidence import COLUMNS
from guitu.graph.align.matrices import Floats

LEAST = 0.4  # what scores less is no alignment
MOST = 0.99  # nothing that is inferred is certain
DIGITS = 2  # of a score

_ALIGNED = {
    "full": 4.67,
    "head": 0.49,
    "named": 0.73,
    "names": -0.22,
    "row": 5.78,
    "column": 1.20,
    "parents": 2.51,
    "cousins": 0.40,
    "wholes": 1.77,
    "kin": 1.01,
}
_ALIGNED_FROM = -6.98
_SAME = {
    "full": 1.77,
    "head": 1.52,
    "named": 2.56,
    "names": 1.28,
    "row": 1.32,
    "column": 2.70,
    "parents": -0.39,
    "cousins": 1.33,
    "wholes": 0.29,
    "kin": 2.15,
}
_SAME_FROM = -7.52


def scores(evidence: Floats) -> Floats:
    """How surely each pair has one subject, from 0 to `MOST`, in steps of 0.01."""
    return np.round(_logistic(evidence, _ALIGNED, _ALIGNED_FROM), DIGITS).clip(max=MOST)


def is_same(evidence: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether a pair that is aligned is more likely `same` than `partial`."""
    return _logistic(evidence, _SAME, _SAME_FROM) >= 0.5


def _logistic(evidence: Floats, weights: dict[str, float], start: float) -> Floats:
    found = np.array([weights[name] for name in COLUMNS])
    score: Floats = 1 / (1 + np.exp(-(evidence @ found + start)))
    return score
