"""Titles that are sought, or that a place holds, and that name no place: 争创“国家网络园区”, 建成临江省示范区."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.places.place_words import kind_words
from guitu.extract.places.regions import at_head
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import place_words

_SOUGHT_BACK = 12
_TITLES = ("国家", "全国", "省级", "市级", "世界", "国际")


@cache
def seeking() -> re.Pattern[str]:
    """A verb of seeking shortly before a name: 争创."""
    return re.compile(rf"(?:{alternation(place_words()['sought'])})[^，。；]{{0,8}}$")


def sought(words: str, start: int, name: str, place: str | None = None) -> bool:
    """A title that is sought or was won: 争创“国家网络园区”, 入选省级示范区.

    `place`: the jurisdiction of the document, which itself is made the 承载区 of a greater one.
    """
    if place and name.endswith(_PARTS) and _of_greater(words, start, name, place):
        return True
    before = words[max(0, start - _SOUGHT_BACK) : start]
    if _is_given(words, start, name):
        return True
    if _OF_GRADE.search(before) or (_OF_STATE.search(name) and _SEEKING.search(before)):
        return True  # 创建市级云湖工业园, 争创云州国家物流枢纽
    if name.startswith(_TITLES):
        return seeking().search(before) is not None
    return before.endswith(_MADE_INTO) and at_head(name, None) is None


def _is_given(words: str, start: int, name: str) -> bool:
    """申建东桥、西浦国家植物园; 东桥国家植物园创建; 创建湖心岛国家4A级景区: what is given to a place."""
    back = max(0, start - _LISTED_BACK)
    if (_STATUS.search(name) or _GRADED.search(name)) and _WON.search(words, back, start):
        return True
    title = _TITLE.search(name) is not None
    return title and bool(_SOUGHT_LIST.search(words, back, start) or _SOUGHT_BEHIND.match(words, start + len(name)))


# 建成临江省乡村振兴示范县、临江省热区农业示范区: what a county is called, under the name of its province
_STATUS = re.compile(
    "^(?:[一-龥]{2,3}省|[一-龥]{2,5}自治区)(?!.*(?:开发区|新区)).*(?:示范区|试验区|先行区|先导区|样板区|引领区)$"
)
_OF_GRADE = re.compile("(?:创建|争创|创成|申报|申建|争取)(?:国家|省|市|区|县)级$")


def _of_greater(words: str, start: int, name: str, place: str) -> bool:
    """What a place is made for the greater one around it, whose name stands first."""
    head = at_head(name, place, unlisted=False) if _MADE.search(words, max(0, start - _LISTED_BACK), start) else None
    if head is None or not head.wide or head.name == place:
        return False
    return name.endswith("承载区") or kind_words().fullmatch(name, head.length, len(name)) is not None


# 东桥区打造云州市科技创新中心重要承载区
_PARTS = ("承载区", "示范区", "核心区", "集聚区")
_MADE = re.compile(r"(?:打造|建成|成为|做强)(?:[^，。；]*[、和])?$")
# zones that the state names by their city
_OF_STATE = re.compile("国家(?:物流枢纽|骨干冷链物流基地|自主创新示范区|公园候选区)$")
_SEEKING = re.compile("(?:争创|争取|申报|申建|申创|争建|创建|申请)[^，。；]{0,8}$")
_WON = re.compile(r"(?:建成|创建|争创|创成|打造|申报|获批|建设)(?:[^，。；]*[、”“和])?“?$")
_GRADED = re.compile("(?:国家)?(?:[1-5]A|A{2,5})级?")
# what is given as a title: a zone of trial, what the state names
_TITLE = re.compile(
    "(?:试验区|示范区|先行区|先导区|示范园)$|国家.*(?:公园|植物园|景区|度假区|开发区|高新区|产业园|园区|基地|枢纽)$"
)
_SOUGHT_LIST = re.compile("(?:申建|申报|申创|争创|争建|申请设立|争取设立|创建|争取)(?:[^，。；：、]{2,12}、)*$")
_SOUGHT_BEHIND = re.compile("(?:的)?(?:创建|申建|申报|申创)(?=[，。；、]|工作|$)")
_LISTED_BACK = 90
_MADE_INTO = ("打造成", "打造成为", "建设成", "建设成为", "建成为", "成为", "发展成为")  # 打造成产城融合示范区
