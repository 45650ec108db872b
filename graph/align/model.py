"""From evidence to a score: of all pairs with that score, the share that careful readers call one subject.

Logistic regressions, fitted and calibrated by `make calibrate`; see docs/alignment.md for what they were fitted and
measured on. The weights belong together and to `evidence.COLUMNS`: none is to be changed alone.
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
    "full": 10.08,
    "head": 2.72,
    "about": -0.97,
    "named": 0.42,
    "names": 0.89,
    "full_beside": 5.89,
    "topic": 0.68,
    "topic_beside": 0.26,
    "meaning": 1.22,
    "meaning_beside": 1.26,
    "title": -0.15,
    "title_beside": 1.15,
    "parents": 1.31,
    "cousins": 1.93,
    "wholes": -4.64,
    "kin": 6.96,
    "under": -0.98,
    "under_object": 4.31,
    "over": -0.97,
    "over_object": 0.84,
    "row": 0.43,
    "column": 1.74,
    "ahead": 1.73,
    "above": -1.01,
    "rank": 0.30,
    "heading": -0.77,
    "near": -0.50,
}
_ALIGNED_FROM = -6.29
_SAME: dict[str, float] = {
    "full": 0.80,
    "head": 1.18,
    "about": 3.24,
    "named": -1.66,
    "names": 0.00,
    "full_beside": 1.05,
    "topic": 0.13,
    "topic_beside": -1.15,
    "meaning": 1.37,
    "meaning_beside": -0.44,
    "title": 1.16,
    "title_beside": 0.01,
    "parents": -1.54,
    "cousins": 1.61,
    "wholes": -2.86,
    "kin": 10.23,
    "under": -0.34,
    "under_object": -1.20,
    "over": -0.75,
    "over_object": -1.36,
    "row": -0.12,
    "column": -0.39,
    "ahead": 0.12,
    "above": 0.36,
    "rank": 2.40,
    "heading": 0.96,
    "near": 4.77,
}
_SAME_FROM = -8.68


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
