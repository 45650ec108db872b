"""From evidence to a score: of all pairs with that score, the share that careful readers call one subject.

Logistic regressions, fitted by `make calibrate`; see docs/alignment.md for what they were fitted and measured on. The
weights belong together and to `evidence.COLUMNS`: none is to be changed alone.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.evidence import COLUMNS
from guitu.graph.align.vectors import Floats

LEAST = 0.25  # what scores less is no alignment
MOST = 0.99  # nothing that is inferred is certain
DIGITS = 2  # of a score

_ALIGNED: dict[str, float] = {
    "full": 4.07,
    "head": 2.22,
    "about": -1.77,
    "named": 0.45,
    "names": 0.08,
    "meaning": 0.75,
    "meaning_beside": 2.77,
    "title": -0.48,
    "title_beside": 0.95,
    "parents": 1.18,
    "cousins": 1.09,
    "wholes": 1.61,
    "kin": 0.60,
    "row": 0.50,
    "column": 2.46,
    "ahead": 1.08,
    "above": -0.54,
    "rank": 1.02,
    "heading": -0.26,
    "near": -0.35,
}
_ALIGNED_FROM = -4.78
_SAME: dict[str, float] = {
    "full": 0.40,
    "head": 0.34,
    "about": 1.88,
    "named": -0.04,
    "names": 0.53,
    "meaning": 0.01,
    "meaning_beside": 0.09,
    "title": 0.16,
    "title_beside": 0.30,
    "parents": -0.11,
    "cousins": 0.45,
    "wholes": 0.16,
    "kin": 0.38,
    "row": 0.23,
    "column": 0.28,
    "ahead": 0.92,
    "above": 1.00,
    "rank": 0.97,
    "heading": -0.33,
    "near": 1.03,
}
_SAME_FROM = -3.95


def scores(evidence: Floats) -> Floats:
    """How surely each pair has one subject, from 0 to `MOST`, in steps of 0.01."""
    return np.round(_logistic(evidence, _ALIGNED, _ALIGNED_FROM), DIGITS).clip(max=MOST)


def is_same(evidence: Floats) -> NDArray[np.bool_]:
    """Whether a pair that is aligned is more likely `same` than `partial`."""
    return _logistic(evidence, _SAME, _SAME_FROM) >= 0.5


def _logistic(evidence: Floats, weights: dict[str, float], start: float) -> Floats:
    """One column after the other: a product of matrices would sum in another order on another machine."""
    found = np.full(len(evidence), start)
    for column, name in enumerate(COLUMNS):
        if name in weights:
            found = found + weights[name] * evidence[:, column]
    return np.asarray(1 / (1 + np.exp(-found)))
