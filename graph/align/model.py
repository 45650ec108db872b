"""From evidence to a score: of all pairs with that score, the share that careful readers call one subject.

Logistic regressions, fitted and calibrated by `make calibrate`; see docs/alignment.md for what they were fitted and
measured on. The weights belong together and to `evidence.COLUMNS`: none is to be changed alone.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.evidence import COLUMNS
from guitu.graph.align.vectors import Floats

LEAST = 0.32  # what scores less is no alignment
MOST = 0.99  # nothing that is inferred is certain
DIGITS = 2  # of a score

_ALIGNED: dict[str, float] = {
    "head": 2.204,
    "named": 0.088,
    "names": 0.276,
    "full_beside": 9.562,
    "topic": 0.537,
    "topic_beside": 0.279,
    "meaning": 0.414,
    "meaning_beside": 4.052,
    "title_beside": 0.584,
    "parents": 2.343,
    "cousins": 1.365,
    "wholes": -6.463,
    "kin": 10.413,
    "under": 0.381,
    "under_object": 4.481,
    "over": -2.024,
    "over_object": -0.476,
    "said": 0.561,
    "said_object": 0.222,
    "row": 2.401,
    "rank": 0.515,
    "heading": 0.151,
    "near": 1.612,
    "first_object": -0.480,
    "outdone_object": 0.088,
    "first": -0.398,
    "outdone": 0.065,
    "heads": -0.916,
    "heads_object": -0.637,
    "says": 0.121,
    "says_object": 0.817,
}
_ALIGNED_FROM = -2.642
_SAME: dict[str, float] = {
    "full": -3.264,
    "head": 1.555,
    "about": 3.636,
    "named": -1.044,
    "names": -0.748,
    "full_beside": 1.514,
    "topic": -0.992,
    "topic_beside": -0.142,
    "meaning": 6.167,
    "meaning_beside": 2.031,
    "title": 4.247,
    "title_beside": -1.197,
    "parents": -1.702,
    "cousins": 1.620,
    "wholes": -4.729,
    "kin": 12.193,
    "under": -1.567,
    "under_object": -0.275,
    "over": -0.409,
    "over_object": -1.180,
    "said": 0.423,
    "said_object": -0.219,
    "row": -0.082,
    "rank": 2.927,
    "heading": 0.840,
    "near": 6.250,
    "fit_object": -0.068,
    "first_object": -0.415,
    "outdone_object": -0.011,
    "meant_object": -0.050,
    "fit": 0.202,
    "first": -0.379,
    "outdone": 0.011,
    "meant": -0.025,
    "heads": 0.694,
    "heads_object": 0.246,
    "says": -0.680,
    "says_object": 1.088,
}
_SAME_FROM = -13.664


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
