"""Where every thing stands in the picture of everything: computed when the page is written, the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any, Final

import numpy as np

from guitu.exports.networks.places import Ints, apart, arrange

KINDS: Final = ("documents", "agencies", "places", "indicators", "tasks")  # who keeps its place where two want it


def positions(data: Mapping[str, Any]) -> dict[str, list[int]]:
    """Places of documents, agencies, places, indicators and tasks of a page's data: `[x, y, x, y, …]` in their order.

    Whole numbers; no two things stand closer than the square of a mark.
    """
    sizes = [len(data.get(kind, ())) for kind in KINDS]
    first = dict(zip(KINDS, accumulate(sizes, initial=0), strict=False))
    edges = _edges(data, first)
    found = apart(arrange(sum(sizes), edges))
    return {
        kind: found[first[kind] : first[kind] + size].ravel().tolist() for kind, size in zip(KINDS, sizes, strict=True)
    }


def _edges(data: Mapping[str, Any], first: Mapping[str, int]) -> Ints:
    """Each pair of linked things once: task and document, task and owner, place or indicator and what names it."""
    found = {
        *((first["tasks"] + i, first["documents"] + task["document"]) for i, task in enumerate(data.get("tasks", ()))),
        *((first["tasks"] + duty["task"], first["agencies"] + duty["agency"]) for duty in data.get("duties", ())),
        *_beside(data.get("mentions", ()), "place", first["places"], first),
        *_beside(data.get("figures", ()), "indicator", first["indicators"], first),
    }
    return np.array(sorted(found), dtype=np.int64).reshape(-1, 2)


def _beside(rows: Sequence[Mapping[str, Any]], name: str, base: int, first: Mapping[str, int]) -> set[tuple[int, int]]:
    """Pairs of whom a row belongs to (its task, else its document) and what it names."""
    found = set()
    for row in rows:
        thing, task, document = row.get(name), row.get("task"), row.get("document")
        if thing is None:
            continue
        if task is not None:
            found.add((first["tasks"] + task, base + thing))
        elif document is not None:
            found.add((first["documents"] + document, base + thing))
    return found
