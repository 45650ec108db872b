"""From evidence to a score: of all pairs with that score, the share that careful readers call one subject.

Logistic regressions, fitted and calibrated by `make calibrate`; see docs/alignment.md for what they were fitted and
measured on. The weights belong together and to `evidence.COLUMNS`: none is to be changed alone.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.evidence import COLUMNS
from guitu.graph.align.vectors import Floats

LEAST = 0.29  # what scores less is no alignment
MOST = 0.99  # nothing that is inferred is certain
DIGITS = 2  # of a score

_ALIGNED: dict[str, float] = {
    "full": 1.157,
    "head": 2.347,
    "about": -0.814,
    "named": 0.041,
    "names": 0.609,
    "full_beside": 6.971,
    "topic": 0.833,
    "topic_beside": -0.055,
    "meaning": -0.544,
    "meaning_beside": 1.592,
    "title": -0.500,
    "title_beside": 1.090,
    "parents": 2.225,
    "cousins": 1.597,
    "wholes": -4.649,
    "kin": 9.727,
    "under": -0.148,
    "under_object": 4.059,
    "over": -2.314,
    "over_object": 0.050,
    "said": 0.507,
    "said_object": 0.293,
    "row": 2.836,
    "rank": -0.107,
    "heading": 0.191,
    "near": 1.168,
    "fit_object": 0.102,
    "first_object": -0.438,
    "outdone_object": 0.069,
    "meant_object": -0.212,
    "fit": -0.388,
    "first": -0.413,
    "outdone": 0.120,
    "meant": -0.124,
    "heads": -0.975,
    "heads_object": -0.766,
    "says": 0.216,
    "says_object": 0.918,
}
_ALIGNED_FROM = -2.607
_SAME: dict[str, float] = {
    "full": -2.692,
    "head": 0.124,
    "about": 5.064,
    "named": -1.520,
    "names": -1.404,
    "full_beside": 1.506,
    "topic": -1.296,
    "topic_beside": -0.733,
    "meaning": 3.344,
    "meaning_beside": 2.097,
    "title": 0.740,
    "title_beside": 0.235,
    "parents": -1.721,
    "cousins": 2.499,
    "wholes": -4.563,
    "kin": 15.572,
    "under": -1.202,
    "under_object": -0.904,
    "over": -1.014,
    "over_object": -0.944,
    "said": 0.551,
    "said_object": 0.044,
    "row": 0.334,
    "rank": 3.224,
    "heading": 1.752,
    "near": 6.984,
    "fit_object": 0.055,
    "first_object": -0.535,
    "outdone_object": -0.007,
    "meant_object": -0.122,
    "fit": 0.075,
    "first": -0.290,
    "outdone": -0.014,
    "meant": 0.690,
    "heads": 0.962,
    "heads_object": 0.118,
    "says": -0.930,
    "says_object": 1.514,
}
_SAME_FROM = -9.087


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
