"""From evidence to a score: of all pairs with that score, the share that careful readers call one subject.

Logistic regressions, fitted and calibrated by `make calibrate`; see docs/alignment.md for what they were fitted and
measured on. The weights belong together and to `evidence.COLUMNS`: none is to be changed alone.
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
    "full": 6.81,
    "head": 2.78,
    "about": -1.00,
    "named": 0.58,
    "names": 0.71,
    "full_beside": 2.72,
    "topic": 0.72,
    "topic_beside": 0.36,
    "meaning": 1.58,
    "meaning_beside": 0.60,
    "title": 0.25,
    "title_beside": 1.04,
    "parents": 1.19,
    "cousins": 1.72,
    "wholes": -3.23,
    "kin": 7.93,
    "under": -1.23,
    "under_object": 3.90,
    "over": -0.94,
    "over_object": 1.18,
    "said": 0.90,
    "said_object": 0.18,
    "row": 1.20,
    "column": 1.34,
    "ahead": 1.39,
    "above": -0.82,
    "rank": 0.15,
    "heading": -0.64,
    "near": 0.01,
}
_ALIGNED_FROM = -4.26
_SAME: dict[str, float] = {
    "full": 0.07,
    "head": 1.26,
    "about": 3.33,
    "named": -1.47,
    "names": -0.15,
    "full_beside": 0.34,
    "topic": 0.05,
    "topic_beside": -1.03,
    "meaning": 1.42,
    "meaning_beside": -1.00,
    "title": 1.16,
    "title_beside": 0.01,
    "parents": -1.31,
    "cousins": 1.38,
    "wholes": -2.28,
    "kin": 11.34,
    "under": -0.46,
    "under_object": -1.31,
    "over": -0.49,
    "over_object": -1.29,
    "said": 0.64,
    "said_object": -0.04,
    "row": 0.01,
    "column": -0.25,
    "ahead": -0.04,
    "above": 0.45,
    "rank": 2.26,
    "heading": 1.12,
    "near": 4.79,
}
_SAME_FROM = -7.64


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
