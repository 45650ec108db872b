"""Bureaus of several places that share their last word: 青岚县、东桥县水利局 are two bureaus and no government."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guitu.extract.facts import Agency
from guitu.extract.text import Span
from guitu.extract.words.agencies import match
from guitu.ontology.districts import Region, leading

_JOINT = re.compile("[、和与及]")
_OF_COUNTY = tuple("市县区旗")
_BUREAU = re.compile("(?:局|委员会|委|办公室)$")  # a government is what a region named alone means anyway
_MOST = 20


def bureaus_at(text: str, start: int, here: Region | None) -> tuple[Sequence[tuple[Agency | None, Span]], int] | None:
    """The bureaus at `start` whose matter stands once, behind the last of their places, and where it ends.

    Those of counties of one city. What a city calls its bureau its own reform tells (水利局 or 水务局): there, and
    of places that are not of one city, the agency is None.

    >>> from guitu.ontology.districts import region
    >>> found = bureaus_at("青岚县、东桥县水利局", 0, region("云州市"))
    >>> [agency.name for agency, _ in found[0]]
    ['青岚县水利局', '东桥县水利局']
    >>> bureaus_at("青岚县、市水利局", 0, region("云州市"))
    """
    places: list[Span] = []
    regions: list[Region] = []
    at = start
    while len(places) < _MOST and (found := leading(text, at)) and text[at : found[1]].endswith(_OF_COUNTY):
        if found[0].level != "county" and not text[at : found[1]].endswith("市"):
            return None
        places.append(Span(at, found[1]))
        regions.append(found[0])
        joint = _JOINT.match(text, found[1])
        if joint is None:
            break
        at = joint.end()
    if len(places) < 2:
        return None
    last = match(text, places[-1].start, here, bare=False) or match(text, places[-1].start, here)
    if last is None or not _is_bureau(last[0]) or last[1] <= places[-1].end:
        return None
    tail = text[places[-1].end : last[1]]
    if not _alike(regions):
        gaps: list[tuple[Agency | None, Span]] = [(None, span) for span in places[:-1]]
        return [*gaps, (last[0], Span(places[-1].start, last[1]))], last[1]
    every = [match(text[span.start : span.end] + tail, 0, here) for span in places[:-1]]
    made = [
        (replace(one[0], written=text[span.start : span.end]), span)
        for one, span in zip(every, places, strict=False)
        if one and one[1] == len(span) + len(tail) and _is_bureau(one[0])
    ]
    return ([*made, (last[0], Span(places[-1].start, last[1]))], last[1]) if len(made) == len(every) else None


def _alike(regions: Sequence[Region]) -> bool:
    """Whether all are counties of the same city, or all of a city that is not told."""
    return all(one.level == "county" and one.parent == regions[0].parent for one in regions)


def _is_bureau(agency: Agency) -> bool:
    return agency.known and not agency.group and bool(_BUREAU.search(agency.written))
