"""What words mean, as numbers (`registry/word-meanings.ttl`): those of words that stand together point alike."""

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
GREATEST = 7

Vector = NDArray[np.int64]
"""Of shape (DIMENSIONS,), from -`GREATEST` to it."""
Table = NDArray[np.int64]
"""Of shape (words, DIMENSIONS)."""


@cache
def meanings() -> Mapping[str, Vector]:
    """The vectors of pairs of letters, Latin words, and topics and instruments by their label (#人才).

    >>> port, quay, school = (meanings()[word] for word in ("港口", "码头", "学校"))
    >>> int(port @ quay) > int(port @ school)
    True
    """
    rows, table = numbered()
    return MappingProxyType({word: table[row] for word, row in rows.items()})


@cache
def numbered() -> tuple[Mapping[str, int], Table]:
    """The same as one table, with the row of each word; its last row is that of words without a meaning."""
    words, packed = list[str](), bytearray()
    for entry in entries("word-meanings").values():
        words += entry["hiddenLabel"][0].split(" ")
        packed += base64.b64decode(entry["vectors"][0])
    halves = np.frombuffer(packed, dtype=np.uint8)
    table = np.stack((halves >> 4, halves & 15), axis=1).reshape(len(words), DIMENSIONS).astype(np.int64) - MIDDLE
    rows = {word: row for row, word in enumerate(words)}
    return MappingProxyType(rows), np.vstack((table, np.zeros(DIMENSIONS, dtype=np.int64)))
