"""What a sentence makes of a place: 智能传感器 of 打造智能传感器产业集聚区."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.places.focus.place_focus import core_of, industries, is_vague, known_industries, ungraded
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.regions import at_head
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import place_words


@cache
def _made() -> re.Pattern[str]:
    """打造功能型网络安全产业示范区: the words before the last word hold the industry."""
    return re.compile(
        rf"(?:打造|形成|建设|建成|构建|培育|创建)(?P<what>[^，。；、“”]{{2,44}}?)(?:主(?=产)|核心|特色)?(?:{alternation(place_words()['industrial'])})(?=[，。；、等“”\d]|$)"
    )


@cache
def _made_too() -> re.Pattern[str]:
    """…目的地、绿色能源供给地: what one verb makes beside the first."""
    return re.compile(
        rf"、(?P<what>[^，。；、“”]{{2,24}}?)(?:主(?=产)|核心|特色)?(?:{alternation(place_words()['industrial'])})(?=[，。；、]|$)"
    )


_TITLE = re.compile("国家(?!级|重[要点]|战略)")  # 国家网络安全示范区: a title, no industry of the place before it


def made(clause: str) -> tuple[str, ...]:
    """What a sentence makes of a place.

    >>> made("打造具有国际影响力的智能传感器产业集聚区")
    ('智能传感器',)
    """
    found: list[str] = []
    for m in _made().finditer(clause):
        what = m["what"].rsplit("的", 1)[-1]
        if _TITLE.match(what) and m[0].endswith(("示范区", "试验区", "先行区", "先导区")):
            continue
        head = at_head(what, None, unlisted=False)  # 打造云州市智能传感器产业集聚区
        what = ungraded(what[head.length if head and head.length > 1 else 0 :])
        core = core_of(what)
        if len(core) >= 2 and not is_vague(core):
            found += industries(core)
        found += _beside(clause, m.end()) if found else ()
        if found and clause[m.end() : m.end() + 1] not in ("、", "等"):
            break
    return tuple(dict.fromkeys(found))


def _beside(clause: str, at: int) -> list[str]:
    """The known industries of what is made beside the first: 打造文化旅游目的地、绿色能源供应地."""
    found: list[str] = []
    while m := _made_too().match(clause, at):
        found += known_industries(core_of(ungraded(m["what"])))
        at = m.end()
    return found


# 建设以东桥商务区为核心的云州科技金融产业集聚区
_HEART = re.compile(
    r"”?为(?:核心|中心|主体|龙头|引领)的(?P<list>[^，。；：、的]{2,20}?)产业(?:集聚区|集聚带|集群|高地|基地|示范区|发展带)"
)


def around(sentence: str, place: PlaceName) -> tuple[str, ...]:
    """The industries of what is made with a place at its heart: 建设以东桥商务区为核心的金融产业集聚区."""
    led = "以" in sentence[max(0, place.start - 2) : place.start]
    m = _HEART.match(sentence, place.end) if led else None
    if m is None:
        return ()
    head = at_head(m["list"], None)
    return known_industries(m["list"][head.length if head else 0 :])
