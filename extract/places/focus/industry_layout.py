"""An industry laid out over several places: 花卉产业布局以甲区、乙区为基地; under 花卉产业: 重点布局在甲区、乙县."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from guitu.extract.places.focus.place_focus import industries, is_industry, known_industries
from guitu.extract.places.focus.place_subjects import read_list
from guitu.extract.places.focus.sectors import sectors
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.industries import is_sector
from guitu.extract.places.words.place_words import ends_a_name
from guitu.extract.places.words.word_borders import kinds
from guitu.extract.places.words.word_borders import words as segments
from guitu.extract.words.numbering import numbered
from guitu.ontology.alternation import han_but
from guitu.ontology.topics import topic_names

_PART = f"[{han_but('等和与及')}A-Z0-9]{{2,12}}"
_LIST = rf"{_PART}(?:(?:、|以及|[和与及]){_PART}){{0,12}}?"
# 包括甲区、乙区等电子产业辐射区（市）县
_SUMMED_CUE = re.compile("产业(?:辐射|优势|主产|集聚|协作|配套|拓展|承载)(?:[区地县市]|（[区县市]）)")
_SUMMED = re.compile(
    rf"(?P<list>{_LIST})等(?P<what>[^，。；：、等]{{2,14}}?)产业(?:辐射|优势|主产|集聚|协作|配套|拓展|承载)"
    r"(?:区|地|县|市|（[区县市]）){1,4}(?=[，。；、]|$)"
)
# alone under a title 空间布局
_OF_LABEL = re.compile(rf"^\s*(?P<list>{_LIST})(?:等(?:地区|地|区域)?)?(?=[，。；]|$)")
_LABEL = re.compile(
    r"\s*(?:空间布局|布局区域|重点区域|主要区域|承载区域|重点布局|主要布局|重点区县|重点县区|重点县市|重点园区)[：。]?\s*"
)
_LABELS = ("布局", "区域", "区县", "县区", "县市", "园区")
# “一核（甲高新区）两翼（乙区、丙区）”的氢能产业格局: what is in brackets carries the industry
_SPREAD = re.compile(
    r"(?:[一二两三四五六七八九十][一-龥]{1,3}（[^（）]{2,40}）[、，+]?){2,}”?的(?P<what>[^，。；：、“”]{2,16}?)产业"
)
_BRACKETED = re.compile(rf"（(?P<list>{_LIST})）")
_LEADING = re.compile("(?:主要|重点|着力)?(?:推动|促进|加快|发展|优化)?")
_RAISED = re.compile("^(?:发展|培育|壮大|做大做强|做强做优|做强|做优|做大|提升|打造|布局)+")
_ABOUT = re.compile("(?:产业)?(?:发展)?(?:重点|布局|方向)$")  # 新材料产业发展重点
_LONGEST_HEADING = 20


@dataclass(frozen=True, slots=True)
class Industries:
    """The industries that are the heading over a text; `label`: with a title 空间布局 of their own between them."""

    heading: str = ""
    label: bool = False

    @property
    def named(self) -> tuple[str, ...]:
        """The industries, read when a sentence below asks for them."""
        return _named_in(self.heading) if self.heading else ()


def of_heading(heading: str, above: Industries) -> Industries:
    """The industries that a heading names where it names nothing else: 新材料, 壮大生物医药产业.

    >>> of_heading("（二）壮大生物医药产业", Industries()).named, of_heading("优化产业布局", Industries()).named
    (('生物医药',), ())
    """
    return replace(above, label=True) if is_label(heading) else Industries(heading)


def is_label(words: str) -> bool:
    """Whether words are the title of a list of places and no more: 空间布局, 重点区县."""
    return words.strip(" 。：").endswith(_LABELS) and _LABEL.fullmatch(words) is not None


@lru_cache(maxsize=4096)
def _named_in(heading: str) -> tuple[str, ...]:
    number = numbered(heading)
    words = _RAISED.sub("", heading[number.length if number else 0 :].strip(" 。："))
    words = _ABOUT.sub("", words)
    named = industries(words) if len(words) <= _LONGEST_HEADING and not _is_deed(words) else ()
    return named if all(map(is_industry, named)) else ()


@lru_cache(maxsize=4096)
def titled(title: str) -> tuple[str, ...]:
    """The industries or products that a short title is a list of.

    >>> titled("4.柑橘、猕猴桃"), titled("疫病")
    (('柑橘', '猕猴桃'), ())
    """
    if len(title) > _LONGEST_TITLE + len("（十二）。"):
        return ()
    number = numbered(title)
    words = _ABOUT.sub("", title[number.length if number else 0 :].strip(" 。："))
    named = sectors(words) if len(words) <= _LONGEST_TITLE else ()
    plain = all(map(is_sector, named)) and not ends_a_name(words)
    return named if named and plain and not _is_deed(words) else ()


_LONGEST_TITLE = 12


def _is_deed(text: str) -> bool:
    """Whether a heading says what is to be done: 守住粮食安全; 加工贸易 is a field by its own name."""
    first = segments(text)[:1]
    return kinds(first) == ("verb",) and not any(name.startswith(first[0]) and name in text for name in topic_names())


def lays_out(sentence: str, above: Industries) -> bool:
    """Whether a sentence may lay out an industry: a cheap look before the patterns."""
    return bool(_SUMMED_CUE.search(sentence) or "）”的" in sentence or (above.label and above.heading and above.named))


def laid_over(sentence: str, place: str | None, found: list[PlaceName], above: Industries) -> Iterator[PlaceName]:
    """The places of a list over which a sentence lays out an industry, each with it.

    `found`: those already read; `above`: the industries that are the heading over the sentence.
    """
    for m in _SUMMED.finditer(sentence) if _SUMMED_CUE.search(sentence) else ():
        if focus := known_industries(_LEADING.sub("", m["what"], count=1)):
            places = (*read_list(sentence, m, place, found), *_within(m, "list", found))
            yield from (replace(one, focus=focus) for one in places)
    for told in _SPREAD.finditer(sentence) if "）”的" in sentence else ():
        focus = known_industries(told["what"])
        for m in _BRACKETED.finditer(sentence, *told.span()) if focus else ():
            places = (*read_list(sentence, m, place, found), *_within(m, "list", found))
            yield from (replace(one, focus=focus) for one in places)
    for m in _OF_LABEL.finditer(sentence) if above.label and above.named else ():
        places = (*read_list(sentence, m, place, found), *_within(m, "list", found))
        yield from (replace(one, focus=above.named) for one in places)


def _within(m: re.Match[str], group: str, found: list[PlaceName]) -> Iterator[PlaceName]:
    """The places of a list that were read before."""
    start, end = m.span(group)
    return (known for known in found if start <= known.start and known.end <= end)
