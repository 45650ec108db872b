"""From evidence to a score: of all pairs with that score, the share that careful readers call one subject.

Logistic regressions, fitted and calibrated by `make calibrate`; see docs/alignment.md for what they were fitted and
measured on. The weights belong together and to `evidence.COLUMNS`: none is to be changed alone.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.evidence import COLUMNS
from guitu.graph.align.vectors import Floats

LEAST = 0.28  # what scores less is no alignment
MOST = 0.99  # nothing that is inferred is certain
DIGITS = 2  # of a score

_ALIGNED: dict[str, float] = {
    "full": 7.02,
    "head": 2.77,
    "about": -1.04,
    "named": 0.79,
    "names": 0.92,
    "full_beside": 2.15,
    "topic": 0.79,
    "topic_beside": 0.35,
    "meaning": 1.53,
    "meaning_beside": 0.42,
    "title": -0.07,
    "title_beside": 1.32,
    "parents": 1.30,
    "cousins": 1.81,
    "wholes": -4.09,
    "kin": 7.21,
    "under": -1.11,
    "under_object": 4.41,
    "over": -1.32,
    "over_object": 1.17,
    "said": 0.85,
    "said_object": 0.21,
    "row": 0.81,
    "column": 1.47,
    "ahead": 1.75,
    "above": -0.89,
    "rank": 0.00,
    "heading": -0.61,
    "near": 0.09,
}
_ALIGNED_FROM = -4.13
_SAME: dict[str, float] = {
    "full": -0.31,
    "head": 1.39,
    "about": 3.82,
    "named": -1.71,
    "names": -0.43,
    "full_beside": -0.03,
    "topic": -0.11,
    "topic_beside": -1.12,
    "meaning": 1.65,
    "meaning_beside": -0.67,
    "title": 1.20,
    "title_beside": -0.11,
    "parents": -1.45,
    "cousins": 1.63,
    "wholes": -2.92,
    "kin": 12.18,
    "under": -0.50,
    "under_object": -1.44,
    "over": -0.73,
    "over_object": -1.37,
    "said": 0.69,
    "said_object": -0.10,
    "row": 0.04,
    "column": -0.26,
    "ahead": -0.14,
    "above": 0.45,
    "rank": 2.52,
    "heading": 1.25,
    "near": 5.10,
}
_SAME_FROM = -8.08


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
