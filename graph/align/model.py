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
    "full": 5.35,
    "head": 2.53,
    "about": -1.57,
    "named": 0.21,
    "names": -0.02,
    "parents": 1.35,
    "cousins": 1.30,
    "wholes": 1.81,
    "kin": 0.59,
    "row": 0.71,
    "column": 2.65,
    "ahead": 1.15,
    "above": -0.33,
    "rank": 1.30,
    "heading": -0.62,
    "near": -0.62,
}
_ALIGNED_FROM = -5.36
_SAME: dict[str, float] = {
    "full": 0.41,
    "head": 0.35,
    "about": 2.03,
    "named": -0.05,
    "names": 0.55,
    "parents": -0.17,
    "cousins": 0.45,
    "wholes": 0.14,
    "kin": 0.39,
    "row": 0.26,
    "column": 0.32,
    "ahead": 0.96,
    "above": 1.03,
    "rank": 1.05,
    "heading": -0.39,
    "near": 1.06,
}
_SAME_FROM = -4.00


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
