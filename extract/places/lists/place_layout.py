"""Names that the layout of a territory gives to its parts: 两轴：甲轴和乙轴; （二）北部生态涵养区。"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from guitu.extract.facts import PlaceType
from guitu.extract.places.focus.place_focus import of_words
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.place_words import cues, is_ordinary, kind_words, last_word
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import is_common
from guitu.extract.places.words.word_borders import words as segments
from guitu.extract.words.numbering import integer
from guitu.ontology.alternation import alternation
from guitu.ontology.toponyms import LIKE, likeness

_AREAS: dict[str, PlaceType] = {
    "核": "zone", "极": "zone", "翼": "belt", "轴": "belt", "带": "belt", "廊": "belt", "走廊": "belt", "屏障": "belt",
    "环": "belt", "圈": "zone", "组团": "zone", "片区": "zone", "板块": "zone", "片": "zone", "湾": "zone",
}  # fmt: skip
_SITES: dict[str, PlaceType] = {"区": "zone", "园区": "park", "园": "park", "基地": "base"}
_TYPES = _AREAS | _SITES
_LASTS = alternation(_TYPES)
_LISTS = r"(?:引领|带动|支撑|联动|协同|驱动|辐射)?”?(?:：|—{1,2}|，?即|，?分别[为是]|，包括)"  # behind the last word
_DEFINED_CUE = re.compile("|".join(last + _LISTS for last in _TYPES))

# 两轴：甲轴和乙轴; “三区”，即甲区、乙区、丙区; 六大基地：甲基地、乙基地
_DEFINED = re.compile(
    rf"(?:[一二两三四五六七八九十]|\d{{1,2}})(?:大|个|条)?(?:[一-龥]{{2,4}})?(?P<last>{_LASTS}){_LISTS}"
    r"(?P<list>[^，。；：“”]{4,120})"
)
# 三片区：东部陶瓷文创片区（甲镇），以…为支撑；西部…; 两环：北环为甲—乙茶旅环线: as many names as it says, among others
_AMONG = re.compile(
    rf"(?P<count>[一二两三四五六七八九十]|\d{{1,2}})(?:大|个|条)?(?:[一-龥]{{2,4}})?(?P<last>{_LASTS}){_LISTS}(?=(?P<list>[^。]{{4,900}}))"
)
# the next layer of the layout
_NEXT = re.compile(r"；?\s*(?:[一二两三四五六七八九十多]|\d{1,2})[一-龥]{1,6}(?:：|—{2})")
_PIECE = re.compile(r"[，；、（）：\s]+")
_BEFORE_NAME = re.compile("^.*(?:的|(?<=[一-龥])[为是即])")
_JOINED = re.compile("[和与及]")
# 分为科创策源区、产业承载区和生态融合区三个功能区: as many names as the passage says
_COUNTED = (
    r"[个大条片](?:功能|产业|特色|主体|重点|空间)?(?:分区|功能区|片区|板块|组团|区域|功能带|产业带|发展带)"
    "(?=[，。；、]|$)"
)
_DIVIDED_CUE = re.compile(_COUNTED)
_DIVIDED = re.compile(
    r"(?:分为|划分为|划分成|分成|包括|构建|形成|打造|规划|设立)(?P<list>[^，。；：“”]{4,120}?)(?:等)?"
    rf"(?P<count>[二两三四五六七八九十]|\d{{1,2}}){_COUNTED}"
)
_BUILDS = re.compile(
    r"建设|打造|推[进动]|支持|鼓励|提升|完善|加[强快]|优化|构建|形成|发展|培育|[一二三四五六七八九十两\d]"
)
_OF_PART = re.compile("(?P<last>走廊|屏障|园区|组团|片区|板块|基地|[区带圈轴廊核极翼园])$")
_SPLIT = re.compile("、|以及|[和与及]")
_SHORTEST, _LONGEST = 4, 18
_DIRECTION = r"(?:[东西南北中]部|[东西][南北](?:部)?|环[一-龥]{1,3}|沿[一-龥]{1,3})"
_DIRECTED = re.compile(_DIRECTION)
_OPEN = re.compile(
    "[的了在以为是把将等]|分钟|小时|一体|布局|格局|^(?:第[一二三四五六七八九十]|国家|全国|全省|世界|国际|国内|省级|我国)"
)
# （二）北部生态涵养区。; 东南部先进制造片区：包括…
_TITLE = re.compile(
    rf"\s*(?:（?[一二三四五六七八九十\d]{{1,3}}[）、.．]\s*)?"
    rf"(?P<name>{_DIRECTION}[一-龥]{{2,10}}?(?P<last>组团|片区|板块|轴|带|圈|区))(?=\s*(?:$|[。：]))"
)
# 云州主城区综合服务核: the core is the town itself
_TOWN = re.compile("[一-龥]{2,5}?(?:主城区|中心城区|老城区|县城)")


def defined(words: str) -> Iterator[tuple[str, PlaceType]]:
    """The names that a passage gives to parts of the territory, with their types.

    >>> dict(defined("两轴：特色农业提升轴和临港工业发展轴。"))
    {'特色农业提升轴': 'belt', '临港工业发展轴': 'belt'}
    """
    for m in _DEFINED.finditer(words) if _DEFINED_CUE.search(words) else ():
        for item in _SPLIT.split(m["list"].lstrip("\n —–－")):
            if item.endswith(m["last"]) and _is_part(item, m["last"]) and not _is_ring(item):
                yield _town_or(item), _TYPES[m["last"]]
    for m in _AMONG.finditer(words) if _DEFINED_CUE.search(words) else ():
        named = [name for piece in _PIECE.split(_NEXT.split(m["list"])[0]) for name in _ending_in(piece, m["last"])]
        if len(named) == _count(m["count"]) and not any(_is_plain(name, m["last"]) for name in named):
            yield from ((_town_or(name), _TYPES[m["last"]]) for name in named)
    for m in _DIVIDED.finditer(words) if _DIVIDED_CUE.search(words) else ():
        items = _SPLIT.split(m["list"])
        lasts = [_OF_PART.search(item) for item in items]
        if len(items) == _count(m["count"]) and all(lasts) and all(map(_may_be_part, items)):
            yield from ((item, _TYPES[last["last"]]) for item, last in zip(items, lasts, strict=True) if last)
    if (t := _TITLE.match(words)) and _is_part(t["name"], t["last"]):
        yield t["name"], _TYPES[t["last"]]


def _town_or(name: str) -> str:
    """A name, or the town that it begins with where the town itself is the part."""
    town = _TOWN.match(name)
    return town[0] if town else name


def _ending_in(piece: str, last: str) -> list[str]:
    """The names that a piece of a layout is: two joined that both end so, or what stands behind 为 and 的."""
    joined = _JOINED.split(piece)
    parts = joined if all(part.endswith(last) for part in joined) else [piece]
    named = (_BEFORE_NAME.sub("", part) for part in parts if part.endswith((last, "环线" if last == "环" else last)))
    return [name for name in named if _is_part(name, last)]


def _count(written: str) -> int | None:
    return integer(written.replace("两", "二"))


def _may_be_part(name: str) -> bool:
    """Whether a name fits a part that the passage counts: no district, which is one by itself."""
    fits = _SHORTEST <= len(name) <= _LONGEST and not _OPEN.search(name) and not _BUILDS.match(name)
    return fits and at_head(name, None, unlisted=False) is None


def _is_part(name: str, last: str) -> bool:
    """Whether a name fits a part of a territory; a park or base needs more than words of kind."""
    if not _SHORTEST <= len(name) <= _LONGEST or _OPEN.search(name) or name.startswith(_verbs()):
        return False
    own = last in _AREAS or _DIRECTED.match(name) is not None or kind_words().fullmatch(name) is None
    return own and len(name) > len(last) + 1


# 内环快速路、公交专用环 are of any town: a ring is one by the places that it joins or goes round
_RING = re.compile("[^环]*环$|.*(?:公路|高铁|铁路|慢行|快速|公交)环?$")


def _is_ring(name: str) -> bool:
    """Whether a name is no more than a ring, with no proper noun in it."""
    return name.endswith("环") and _RING.fullmatch(name) is not None and at_head(name, None, unlisted=False) is None


def _is_plain(name: str, last: str) -> bool:
    """Whether one word of any town stands before the last, 棚改片区, or the name is that of a district."""
    if _is_ring(name) or _DIRECTED.match(name) or not name.endswith(last):
        return _is_ring(name)
    head = name.removesuffix(last)
    region = at_head(name, None, unlisted=False)
    of_district = region is not None and region.length == len(name)
    return of_district or is_common(head) or len(segments(head)) == 1


def _is_own(name: str, last: str) -> bool:
    """Whether a name has a direction or a proper noun before the last word: 北园, 云溪片区, never 养殖区, 动物园."""
    head = name.removesuffix(last)
    region = at_head(name, None, unlisted=False)
    if region is not None:
        return region.length < len(name)
    if _DIRECTED.match(name) or (len(head) == 1 and head in "东西南北中"):
        return True
    first = segments(head)[0] if head else ""
    plain = is_ordinary(head) or is_common(name) or is_common(head) or (len(first) > 1 and is_common(first))
    return len(head) > 1 and not plain and likeness(head[:2]) >= LIKE


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(cue for cue in cues() if len(cue) > 1 and cue not in ("科学", "服务", "合作", "集聚"))


class Parts:
    """The names that a document gives to parts of its territory."""

    def __init__(self, named: Mapping[str, PlaceType]) -> None:
        self._types = named
        short = [name for name in named if len(name) < _SHORTEST]  # 北园, which 云北园区 holds too
        alone = [rf"(?<![一-龥]){name}(?![一-龥])" for name in short]
        long = [name for name in named if len(name) >= _SHORTEST]
        self._names = re.compile("|".join([*([alternation(long)] if long else []), *alone])) if named else None

    def said(self, words: str, place: str | None) -> list[PlaceName]:
        """Each mention of them in a passage."""
        if self._names is None or not self._names.search(words):
            return []
        return [self._part(m, place) for m in self._names.finditer(words)]

    def _part(self, m: re.Match[str], place: str | None) -> PlaceName:
        region = at_head(m[0], place, unlisted=False)
        middle = _middle(m[0], region.length if region else 0)
        return PlaceName(m[0], self._types[m[0]], m.start(), m.end(), middle)


def _middle(name: str, start: int) -> str:
    """The words that tell an industry: 生态农业 of 汀河生态农业带."""
    lasts = [m.start() for m in last_word().finditer(name, start) if m.end() == len(name)]
    kind = max((last for last in _TYPES if name.endswith(last)), key=len, default="")
    for end in (len(name) - len(kind), *lasts[:1]):
        begin = next((i for i in range(start, end - 1) if kind_words().fullmatch(name, i, end)), end)
        if of_words(name[begin:end] + "产业"):
            return name[begin:end] + "产业"
    return ""


# 三园： over ——北园。东至…, ——南园。…
_FOLLOWED = re.compile(rf"(?:^|[，；。])(?P<count>[两三四五六七八九十])(?:大|个|条)?(?P<last>{_LASTS})：\s*$")
# 提升“六片” over 镇海片, …
_OVER = re.compile(rf"“?(?P<count>[两三四五六七八九十])(?:大|个|条)?(?P<last>{_LASTS})”?[。：]?\s*$")
_HEADED = re.compile("(?P<name>[一-龥—]{2,14})[。：]?$")
_OPENING = re.compile(r"\s*[—–－]{1,3}\s*(?P<name>[一-龥—]{2,14}?)(?=[。：，])")


_LINES = re.compile(r"\n|(?<=[。：；])(?=[—–－])")


class _Dashed:
    """The parts that lines with a dash before them open with, as many as the line over them says."""

    def __init__(self) -> None:
        self.last, self._count, self._opened = "", 0, list[str]()

    def read(self, line: str, *, heading: bool) -> dict[str, PlaceType]:
        """The parts, once the last of them is read; a heading is one without a dash.

        Among areas as many as are told, one with a name of its own shows that all have one: 前湾 beside 白石湾.
        """
        if m := (_OVER if heading else _FOLLOWED).search(line):
            self.last, self._count, self._opened = m["last"], _count(m["count"]) or 0, []
            return {}
        part = (_HEADED if heading else _OPENING).match(line) if self.last else None
        if part and part["name"].endswith(self.last) and not is_common(part["name"]):
            self._opened.append(part["name"])
            own = [_is_own(name, self.last) for name in self._opened]
            if len(own) == self._count and (all(own) or (any(own) and self.last in _AREAS)):
                return dict.fromkeys(self._opened, _TYPES[self.last])
        return {}


def parts(passages: Iterable[tuple[str, bool]]) -> Parts:
    """The names that passages give to parts; each with whether it is a heading: 两轴 stands over its list or before."""
    found: dict[str, PlaceType] = {}
    above = ""
    dashed = _Dashed()
    for words, heading in passages:
        found.update(defined(f"{above}：{words}" if above else words))
        for line in _LINES.split(words) if dashed.last or heading or "：" in words else ():
            found |= dashed.read(line, heading=heading)
        above = words if heading and len(words) <= _LONGEST else ""
    return Parts(found)
