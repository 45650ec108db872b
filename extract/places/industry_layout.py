"""An industry laid out over several places: 花卉产业布局以甲区、乙区为基地; 包括甲区、乙区等花卉产业辐射区县."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from guitu.extract.places.place_focus import known_industries
from guitu.extract.places.place_names import PlaceName
from guitu.extract.places.place_subjects import read_list

_PART = r"(?:(?![等和与及])[一-龥A-Z0-9]){2,9}"
_LIST = rf"{_PART}(?:(?:、|以及|[和与及]){_PART}){{0,12}}?"
# 装备产业布局以甲区、乙区为整机主基地
_BASED = re.compile(
    rf"(?:^|[，。；：])(?P<what>[^，。；：、“”]{{2,16}}?)产业(?:空间)?(?:布局|发展)?以(?P<list>{_LIST})(?:等(?:地|区域)?)?"
    r"为[^，。；：]{0,10}?(?:基地|核心|主体|载体|中心|承载地|集聚区)"
)
# 包括甲区、乙区等电子产业辐射区（市）县
_SUMMED = re.compile(
    rf"(?P<list>{_LIST})等(?P<what>[^，。；：、等]{{2,14}}?)产业(?:辐射|优势|主产|集聚|协作|配套|拓展|承载)"
    r"(?:区|地|县|市|（[区县市]）){1,4}(?=[，。；、]|$)"
)
# what either holds: a cheap look before the pattern
_BASED_CUE = re.compile("产业(?:空间)?(?:布局|发展)?以")
_SUMMED_CUE = re.compile("产业(?:辐射|优势|主产|集聚|协作|配套|拓展|承载)(?:[区地县市]|（[区县市]）)")
_LEADING = re.compile("(?:主要|重点|着力)?(?:推动|促进|加快|发展|优化)?")


def laid_over(sentence: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """The places of a list over which a sentence lays out an industry, each with it; `found` are those already read."""
    if "产业" not in sentence:
        return
    for cue, pattern in ((_BASED_CUE, _BASED), (_SUMMED_CUE, _SUMMED)):
        for m in pattern.finditer(sentence) if cue.search(sentence) else ():
            focus = known_industries(_LEADING.sub("", m["what"], count=1))
            for made in read_list(sentence, m, place, found) if focus else ():
                yield replace(made, focus=focus)
            start, end = m.span("list")
            for known in found if focus else ():
                if start <= known.start and known.end <= end:
                    yield replace(known, focus=focus)
