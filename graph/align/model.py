"""From evidence to a score: of all pairs with that score, the share that careful readers call one subject.

Logistic regressions, fitted and calibrated by `make calibrate`; see docs/alignment.md for what they were fitted and
measured on. The weights belong together and to `evidence.COLUMNS`: none is to be changed alone.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.evidence import COLUMNS
from guitu.graph.align.vectors import Floats

LEAST = 0.23  # what scores less is no alignment
MOST = 0.99  # nothing that is inferred is certain
DIGITS = 2  # of a score

_ALIGNED: dict[str, float] = {
    "full": 7.78,
    "head": 3.66,
    "about": -1.05,
    "named": 0.49,
    "names": 0.93,
    "full_beside": 5.86,
    "meaning": 1.23,
    "meaning_beside": 1.25,
    "title": -0.14,
    "title_beside": 0.96,
    "parents": 1.07,
    "cousins": 1.41,
    "wholes": -1.99,
    "kin": 5.94,
    "under": -0.82,
    "under_object": 2.65,
    "over": -0.62,
    "over_object": 0.73,
    "row": 0.95,
    "column": 0.81,
    "ahead": 1.04,
    "above": -0.72,
    "rank": 0.59,
    "heading": -0.45,
    "near": -0.75,
}
_ALIGNED_FROM = -5.90
_SAME: dict[str, float] = {
    "full": -0.59,
    "head": -0.04,
    "about": 3.63,
    "named": -2.12,
    "names": -0.36,
    "full_beside": 0.04,
    "meaning": 0.85,
    "meaning_beside": 0.42,
    "title": 0.03,
    "title_beside": -0.11,
    "parents": -0.91,
    "cousins": 2.17,
    "wholes": -2.71,
    "kin": 11.73,
    "under": -0.10,
    "under_object": -1.51,
    "over": -1.76,
    "over_object": -0.94,
    "row": 0.21,
    "column": 0.28,
    "ahead": 0.26,
    "above": 1.08,
    "rank": 1.98,
    "heading": 0.81,
    "near": 2.27,
}
_SAME_FROM = -6.03


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
