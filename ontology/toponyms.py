"""How much signs look like those that places are named by: 泾 and 浦 name places, 争 and 创 do not.

What the registry has is counted, no list of signs is kept: a sign counts by how often the names of divisions hold it
against how often running text does.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from guitu.ontology.common_words import common_words
from guitu.ontology.districts import regions

LIKE = 0.5
"""From here on signs that no other word shows to be a name are taken for one."""
_UNKNOWN = 0.5  # what a sign that no name holds counts
_LEAST = 1e-4  # of all running text, so that a sign which names alone hold has a measure
_SIGNS = 6000


@cache
def _likeness() -> tuple[Mapping[str, float], float]:
    """How much each sign looks like one of a name, and a sign that nothing holds."""
    named = Counter(sign for name in regions() for sign in name.rstrip("省市区县州盟旗"))
    told: dict[str, float] = defaultdict(float)
    for word, common in common_words().items():
        if common.kind != "name":
            for sign in word:
                told[sign] += math.exp(-common.rarity / 2)
    names, text = sum(named.values()) + _UNKNOWN * _SIGNS, sum(told.values())

    def measure(sign: str) -> float:
        return math.log((named[sign] + _UNKNOWN) / names) - math.log(told.get(sign, 0.0) / text + _LEAST)

    return MappingProxyType({sign: measure(sign) for sign in named.keys() | told.keys()}), measure("")


def likeness(text: str) -> float:
    """Above 0 where the signs of a text are commoner in names of places than in running text.

    >>> likeness("吴泾") > 1, likeness("争创") < -1
    (True, True)
    """
    known, unknown = _likeness()
    return sum(known.get(sign, unknown) for sign in text) / max(len(text), 1)
