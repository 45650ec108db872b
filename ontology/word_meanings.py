"""What words mean, as numbers (`registry/word-meanings.ttl`): those of words that are used alike point alike."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from guitu.ontology.registry_file import entries

DIMENSIONS = 48
MIDDLE = 8  # of the sixteen values that half a byte has

Vector = NDArray[np.int64]
"""Of shape (DIMENSIONS,), from -7 to 7."""


@cache
def meanings() -> Mapping[str, Vector]:
    """The vectors of words of two letters, and of topics and instruments by their label (#人才).

    >>> port, quay, school = (meanings()[word] for word in ("港口", "码头", "学校"))
    >>> int(port @ quay) > int(port @ school)
    True
    """
    found: dict[str, Vector] = {}
    for entry in entries("word-meanings").values():
        words = entry["hiddenLabel"][0].split(" ")
        packed = np.frombuffer(base64.b64decode(entry["vectors"][0]), dtype=np.uint8)
        table = np.stack((packed >> 4, packed & 15), axis=1).reshape(len(words), DIMENSIONS).astype(np.int64) - MIDDLE
        found |= dict(zip(words, table, strict=True))
    return MappingProxyType(found)
