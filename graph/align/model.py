"""From evidence to a score: of all pairs with that score, the share that careful readers call one subject.

Logistic regressions, fitted by `make calibrate`; see docs/alignment.md for what they were fitted and measured on. The
weights belong together and to `evidence.COLUMNS`: none is to be changed alone.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.evidence import COLUMNS
from guitu.graph.align.vectors import Floats

LEAST = 0.3  # what scores less is no alignment
MOST = 0.99  # nothing that is inferred is certain
DIGITS = 2  # of a score

_ALIGNED: dict[str, float] = {
    "full": 16.80,
    "head": 4.66,
    "about": -3.29,
    "named": 0.93,
    "names": 1.78,
    "meaning": 0.60,
    "meaning_beside": 2.07,
    "title": -2.17,
    "title_beside": 2.75,
    "parents": 2.18,
    "cousins": 1.03,
    "wholes": 5.20,
    "kin": 3.40,
    "row": -2.07,
    "column": 2.29,
    "ahead": 2.99,
    "above": -1.12,
    "rank": 0.32,
    "heading": -0.71,
    "near": -0.21,
}
_ALIGNED_FROM = -6.34
_SAME: dict[str, float] = {
    "full": 1.33,
    "head": 0.89,
    "about": 9.16,
    "named": -4.17,
    "names": -1.68,
    "meaning": 0.43,
    "meaning_beside": 1.00,
    "title": 0.33,
    "title_beside": -1.08,
    "parents": -2.02,
    "cousins": 1.61,
    "wholes": -4.51,
    "kin": 10.19,
    "row": 0.80,
    "column": 0.63,
    "ahead": 0.62,
    "above": 1.81,
    "rank": 2.33,
    "heading": 0.98,
    "near": 2.66,
}
_SAME_FROM = -6.12


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
