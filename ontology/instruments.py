"""The instruments that plans of every field use (`registry/instruments.ttl`): staff, money, supervision…"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from guitu.ontology.registry_file import entries


@cache
def instrument_names() -> Mapping[str, str]:
    """Each word for an instrument with the instrument's label.

    >>> instrument_names()["投融资"]
    '资金支持'
    """
    return MappingProxyType(
        {
            name: entry["prefLabel"][0]
            for entry in entries("instruments").values()
            for name in (*entry["prefLabel"], *entry["altLabel"])
        }
    )
