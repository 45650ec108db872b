"""How much signs look like those that places are named by: 泾 and 浦 name places, 争 and 创 do not.

What the registry has is counted, no list of signs is kept: a sign counts by how often the names of divisions hold it
against how often running text does.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from guitu.ontology.common_words import common_words
from guitu.ontology.districts import regions

_UNKNOWN = 0.5  # a sign that neither has
_LEAST = 1e-4  # of all running text, so that a sign which names alone hold has a measure
_SIGNS = 6000


@cache
def _likeness() -> Mapping[str, float]:
    named = Counter(sign for name in regions() for sign in name.rstrip("省市区县州盟旗"))
    told: Counter[str] = Counter()
    for word, common in common_words().items():
        if common.kind != "name":
            share = math.exp(-common.rarity / 2)
            for sign in word:
                told[sign] += share  # type: ignore[assignment]
    names, text = sum(named.values()), sum(told.values())
    return MappingProxyType(
        {
            sign: math.log((named[sign] + _UNKNOWN) / (names + _UNKNOWN * _SIGNS))
            - math.log((told[sign] + text * _LEAST) / (text * (1 + _LEAST)))
            for sign in named.keys() | told.keys()
        }
    )


def likeness(text: str) -> float:
    """Above 0 where the signs of a text are commoner in names of places than in running text.

    >>> likeness("吴泾") > 1, likeness("争创") < -1
    (True, True)
    """
    known = _likeness()
    return sum(known.get(sign, _UNKNOWN) for sign in text) / len(text)
