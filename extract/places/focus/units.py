"""Divisions that stand in a sentence under their full names, and the lists that they and other places form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from guitu.extract.places.focus.place_subjects import is_brand
from guitu.extract.places.names.place_names import PlaceName, can_start
from guitu.extract.places.words.place_words import not_a_name
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import is_common, words
from guitu.ontology.common_words import common_words
from guitu.ontology.districts import regions
from guitu.ontology.toponyms import LIKE, likeness

# never 社区, 园区, 上市; 市场, 区域, 县级, 市政府
_SIGN = re.compile(
    "自治[县旗]|(?:(?<![园社地片校小])区|[县旗]|镇(?!市)|(?:(?<![城下])乡|(?<=[、和][一-龥]{2}城)乡)(?!市)|(?<![超上夜])市|街道|苏木)(?![场民域级直政委长办局容村土])"
)
_BEFORE = re.compile("[一-龥]+$")
_LONGEST, _LONGEST_OF_PEOPLES = 9, 15  # 双江拉祜族佤族布朗族傣族自治县
_TOWN = re.compile(r"[一-龥]{1,4}?(?:镇|乡|街道|苏木)|[一-龥]{3,6}族乡")
_LONG_TOWN = re.compile("[一-龥]{5,6}(?:镇|乡|苏木)")  # of another language: 可可以力更镇
_NO_TOWN = re.compile(
    "^(?:各|乡|专业|特色|中心|建制|重点|城|示范|边境|沿)|[的了各等]|[两三四五六七八九十]个|^[一-龥]{1,2}族乡$|[乡村小集]镇$|[下村城返回故之家异还离茶果橙花酒侨]乡$"
)
# in a list a town may bear a number or the word for a thing of towns: 五申镇, 古城镇, but never 三个镇, 六大镇
_OF_A_NUMBER = re.compile(
    "(?:[三四五六七八九][^个大项家座条类级区县]|古城|花园|城[关郊])[一-龥]?(?:镇|乡|街道)|[一-龥]{2}城乡"
)
_NO_COUNTY = re.compile(
    "^(?:兄弟|结对|友好|先进|重点|贫困|示范|试点|周边|邻近|相邻|毗邻|对口|帮扶|受援|产粮|农业|工业|旅游|边境|沿边|沿海|山区|牧区)"
)
_LOOSE = "若如由让使令对向"  # before a name, never in one
_LIKE_CITY = re.compile("城镇$")  # 白城镇 is one, 小城镇, 沿江城镇 are none
_JOIN = "(?:[、和与及]|以及)"
_JOINED = re.compile(_JOIN)
_CLOSED = re.compile(r"(?:[一-龥]{2,4}(?:、[一-龥]{2,4}){0,9}?)?等(?:[地县区市镇乡村两二三四五六七八九十\d])")
# 临溪、白石等镇; 伶东、白里两个瑶族乡: what all of a list are
_ALL_TOWNS = re.compile(
    r"(?:等)?(?:[两二三四五六七八九十\d]+个?)?(?:乡镇|镇街|(?P<sign>(?:[一-龥]{1,3}族)?(?:镇|乡)|街道))(?![一-龥]?[域村级])"
)
_BARE = re.compile(r"[一-龥]{2,3}(?=[、和与及，。；等（]|两个|三个|$)")
# 临溪镇百花、央里，白石乡乐水等村: villages stand between the towns, and behind the last
_SOME = "[一-龥]{2,4}(?:[、和][一-龥]{2,4}){0,9}"
_BETWEEN = re.compile(rf"{_SOME}(?<![基园场区带片地])(?=[，、和与及])")
_VILLAGES = re.compile(rf"{_SOME}?等?\d{{0,3}}个?村(?![一-龥]?[民级委])")


class Listed(NamedTuple):
    """Places that stand in one list, and where it stands; a county that only says where a town lies is none of them."""

    places: list[PlaceName]
    start: int
    end: int


def lists(sentence: str, place: str | None, found: Sequence[PlaceName]) -> list[Listed]:
    """The places of a sentence, those read before and divisions, as the lists they stand in.

    A town right behind its county is in it, and so are the towns that go on behind it in the list.
    """
    made: list[list[PlaceName]] = []
    found = [p for p in found if not _runs_on(sentence, p)]
    units = [*_units(sentence, place, found)]
    units += _summed_up(sentence, place, [*found, *units])
    units += _shorts(sentence, place, [*found, *units])
    for p in sorted([*found, *units], key=lambda p: p.start):
        if made and (ahead := made[-1][-1]) and _together(sentence, ahead.end, p.start):
            made[-1].append(_placed(ahead, p))
        else:
            made.append([p])
    return [
        Listed(_without_seats(group), _behind_city(sentence, group[0].start), _behind(_VILLAGES, sentence, group[-1]))
        for group in _over_commas(sentence, made)
    ]


# 东桥镇、白石镇茶叶带: the last town of a list, and what is made in all of them
_RUN = re.compile(rf"[一-龥](?:镇|乡|街道|[县旗]){_JOIN}$")
_HEAD = re.compile("[一-龥]{1,6}(?:镇|乡|街道|[县旗])(?=[一-龥]{2})")


def _runs_on(sentence: str, p: PlaceName) -> bool:
    """Whether a name is no more than the last town of a list with the noun of all behind it."""
    head = _HEAD.match(p.name) if p.type in ("belt", "base", "park") else None
    seated = p.district is not None and p.type in ("belt", "base") and sentence.startswith(p.district, p.start)
    return (seated or head is not None) and _RUN.search(sentence, max(0, p.start - 8), p.start) is not None


def _behind_city(sentence: str, start: int) -> int:
    """Where a division begins with the city before it: 云州市东桥区."""
    for at in range(start - len("云州市"), max(-1, start - len("云岭自治州") - 1), -1):
        city = at_head(sentence[at:start], None) if at >= 0 else None
        if city is not None and city.wide and not city.short and city.length == start - at:
            return at
    return start


_GOES_ON = re.compile(rf"(?:{_ALL_TOWNS.pattern})?{_JOIN}")


_TITLE = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|—+|“?[一二三四五六七八九十][一-龥]{1,3}”?：)*"
)


_LONGEST_TITLE = 28
_ENDS = tuple("区县旗镇乡市道木村")  # of divisions and villages


def title(sentence: str, place: str | None, found: Sequence[PlaceName]) -> PlaceName | None:
    """The place that a sentence names and no more: 东桥区。; “两区”：白石高新区。"""
    if len(sentence) > _LONGEST_TITLE:
        return None
    words = sentence.rstrip("。： ")
    if not words.endswith(_ENDS) and all(p.end != len(words) for p in found):
        return None  # no division ends there
    m = _TITLE.match(sentence)
    named = lists(sentence, place, found) if m else []
    whole = m and len(named) == 1 and (m.end(), words) == (named[0].start, sentence[: named[0].end])
    return named[0].places[0] if whole and len(named[0].places) == 1 else None


def _together(sentence: str, end: int, start: int) -> bool:
    """Whether two places stand in one list, the second perhaps right behind its county."""
    return end == start or _GOES_ON.fullmatch(sentence, end, start) is not None


def _behind(villages: re.Pattern[str], sentence: str, p: PlaceName) -> int:
    """Where the villages end that stand behind a town."""
    m = villages.match(sentence, p.end) if p.type == "town" else None
    return m.end() if m else p.end


def _placed(ahead: PlaceName, p: PlaceName) -> PlaceName:
    """A town with the county that stands right before it, or before the town ahead of it in the list."""
    if p.type != "town" or p.district:
        return p
    county = ahead.name if ahead.type == "district" and ahead.end == p.start else ahead.district
    return replace(p, district=county) if county and ahead.type in ("district", "town") else p


def _without_seats(group: list[PlaceName]) -> list[PlaceName]:
    """A list without the counties that only say where the town right behind them lies."""
    seats = {p.start for p in group if p.type == "town"}
    return [p for p in group if not (p.type == "district" and p.end in seats)]


def _over_commas(sentence: str, groups: list[list[PlaceName]]) -> list[list[PlaceName]]:
    """Lists with a comma inside that one word closes: 东桥区、西浦区，青岚县等地; or of towns county by county:
    东桥区白石镇、青滩镇，西浦区临溪镇."""
    made: list[list[PlaceName]] = []
    for group in reversed(groups):
        closed = made and (_CLOSED.match(sentence, made[-1][-1].end) or _by_county(group, made[-1]))
        begin = _behind_city(sentence, made[-1][0].start) if made else 0
        if made and closed and sentence[_behind(_BETWEEN, sentence, group[-1]) : begin] == "，":
            made[-1] = group + made[-1]
        else:
            made.append(group)
    return made[::-1]


def _by_county(group: Sequence[PlaceName], after: Sequence[PlaceName]) -> bool:
    """Whether both lists are of towns with their county, each of another."""
    seats = [p.type == "town" and p.district for p in (group[-1], after[-1])]
    return all(seats) and seats[0] != seats[1] and after[0].type in ("district", "town")


# ---- one division ----


def _units(sentence: str, place: str | None, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """The divisions of a sentence outside the names already read; cities and provinces are only looked past."""
    taken = [(p.start, p.end) for p in found]
    last = -1  # where the division before it ends
    for m in _SIGN.finditer(sentence):
        end = m.end()
        if any(start < end and m.start() < stop for start, stop in taken) or end <= last:
            continue
        for start in _starts(sentence, end, last):
            listed = start == last or (start == last + 1 and sentence[last] == "、")
            known = _kind(sentence[start:end], place, listed=listed)
            if known is None or _is_led(sentence[start:end], place):
                continue
            if not (start == last or _begins(sentence, start, place)):
                continue
            last = end
            if known.name:
                unit = replace(known, start=end - len(known.name) if known.district else start, end=end)
                if unit.start > start and unit.district:
                    yield PlaceName(unit.district, "district", start, unit.start)
                bare = list(_bare(sentence, unit, place))
                yield unit
                yield from bare
                last = bare[-1].end if bare else last
            break


def _starts(sentence: str, end: int, last: int) -> range:
    """Where a division may begin that ends at `end`, the farthest first."""
    longest = _LONGEST_OF_PEOPLES if sentence.startswith("自治", end - 3) else _LONGEST
    before = _BEFORE.search(sentence, max(0, end - longest, last), end)
    return range(before.start() if before else end, end - 1)


def _is_led(text: str, place: str | None) -> bool:
    """Whether a name has an ordinary word before it: 帮扶|青岚县, 取消|东桥镇, 若|青岚县; any before a known county."""
    if text in regions():
        return False
    if any(text[cut:] in regions() for cut in (1, 2, 3) if len(text) - cut > 2):
        return True
    for cut in (1, 2):
        word = common_words().get(text[:cut])
        loose = text[0] in _LOOSE if cut == 1 else word is not None and word.kind != "name"
        if loose and len(text) - cut > 2 and _kind(text[cut:], place, listed=False) is not None:
            return True
    return False


def _begins(sentence: str, start: int, place: str | None) -> bool:
    """Whether a name can begin there: behind a sign of division, a joiner, a verb or a particle."""
    ahead = sentence[start - 1 : start]
    if _is_verb(sentence[start - 1 : start + 1]) and not _is_verb(sentence[start - 2 : start]):
        return False  # 建|设青岚县
    return (
        not ("一" <= ahead <= "龥")
        or ahead in "和与及"
        or can_start(sentence, start, place)
        or _led_in(sentence, start)
    )


def _led_in(sentence: str, start: int) -> bool:
    """Whether an ordinary verb ends there: 帮扶|青岚县."""
    return _is_verb(sentence[max(0, start - 2) : start])


def _is_verb(text: str) -> bool:
    word = common_words().get(text)
    return len(text) > 1 and word is not None and word.kind == "verb"


_WIDER = PlaceName("", "district", 0, 0)  # a city, a province


def _kind(text: str, place: str | None, *, listed: bool) -> PlaceName | None:
    """The division that a text is whole, that of a town with its county before it too.

    `listed`: it stands right behind another in a list, where a town may bear the name of a thing: 葫芦镇.
    """
    region = at_head(text, place)
    named = region is not None and region.length == len(text) and not region.apart and not _NO_COUNTY.match(text)
    if region is not None and named and (not region.short or text[-1] in "县旗区市"):  # 玉屏县 of a 自治县
        return _WIDER if region.wide else PlaceName(region.name, "district", 0, 0, head=len(text))
    if region is not None and region.short:  # 青岚临溪镇, but 临江镇, as there is a 临江市
        town = _kind(text[region.length :], place, listed=listed) if len(text) - region.length > 2 else None
        if town and town.type == "town":
            return town if region.wide else replace(town, district=region.name)
        region = None
    if region is not None or not (_is_town(text, listed=listed) or (listed and _is_long_town(text))):
        return None
    return PlaceName(text, "town", 0, 0, head=len(text))


def _is_town(text: str, *, listed: bool) -> bool:
    return _TOWN.fullmatch(text) is not None and not _is_ordinary(text, listed=listed)


def _is_long_town(text: str) -> bool:
    """Whether no word of Chinese stands at either end of a name, whose signs only tell its sound."""
    parts = words(_stem(text)) if _LONG_TOWN.fullmatch(text) else ()
    return bool(parts) and len(parts[0]) == 1 and (len(parts[-1]) == 1 or not is_common(parts[-1]))


def _is_ordinary(town: str, *, listed: bool) -> bool:
    """Whether words that end as a town name none: 特色镇, 小城镇, 三个镇; a list shows some that do: 葫芦镇, 五申镇."""
    if (_NO_TOWN.search(town) or not_a_name(town)) and not (listed and _OF_A_NUMBER.fullmatch(town)):
        return True
    like_a_word = not listed and is_common(_stem(town))
    return like_a_word or (_LIKE_CITY.search(town) is not None and likeness(_stem(town)[:-1]) < LIKE)


# 支持临江、白石等镇发展…
_TOWNS = re.compile(rf"(?P<list>[一-龥]{{2,12}}(?:{_JOIN}[一-龥]{{2,3}}?){{1,12}}){_ALL_TOWNS.pattern}")
_TOWN_SIGN = re.compile("[镇乡街]")


def _summed_up(sentence: str, place: str | None, known: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """Towns that a list names without their last sign, which stands once behind it."""
    for m in _TOWNS.finditer(sentence) if _TOWN_SIGN.search(sentence) else ():
        parts, at, made = _JOINED.split(m["list"]), m.start("list"), list[PlaceName]()
        for i, part in enumerate(parts):
            end = sentence.index(part, at) + len(part)
            name = part if i else _last_name(sentence, at, end, place)
            if name and not not_a_name(name):
                made.append(PlaceName(name + (m["sign"] or ""), "town", end - len(name), end, head=len(name)))
            at = end
        plain = sum(is_common(sentence[p.start : p.end]) for p in made)
        if (
            len(made) == len(parts)
            and plain * 2 < len(made)
            and not any(p.start < m.end("list") and made[0].start < p.end for p in known)
        ):
            yield from made


# 东桥、青岚为配套区; 在青岚、白石等县（市）: counties of the document by their short names
_SHORT = re.compile(
    rf"(?:^|[，；：、]|{_JOIN}|[在以])(?:(?<=[在以])|(?![在以]))(?P<name>[一-龥]{{2,3}})(?={_JOIN}|为|等(?:县|市|区|旗|地)|[，。；]|$)"
)
_COUNTIES = re.compile("等(?:县|市|区|旗|地)")


def _shorts(sentence: str, place: str | None, known: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """Counties of the jurisdiction by short names, in a list with another place or one that says what they are."""
    made, at = list[PlaceName](), 0
    while m := _SHORT.search(sentence, at):
        at = max(m.start("name") - 1, m.end()) if m.end() > at else at + 1
        region = at_head(m["name"], place, unlisted=False)
        whole = region is not None and region.short and not region.wide and region.length == len(m["name"])
        if region and whole and not any(p.start < m.end() and m.start("name") < p.end for p in known):
            made.append(PlaceName(region.name, "district", m.start("name"), m.end(), head=region.length))
    starts, ends = {p.start for p in (*made, *known)}, {p.end for p in (*made, *known)}
    for p in made:
        if p.end + 1 in starts or p.start - 1 in ends or _COUNTIES.match(sentence, p.end):
            yield p


def _last_name(sentence: str, start: int, end: int, place: str | None) -> str:
    """What a name can begin with in the words before the first joiner of a list."""
    starts = (at for at in (end - 2, end - 3) if at >= start and _begins(sentence, at, place))
    return next((sentence[at:end] for at in starts), "")


def _stem(town: str) -> str:
    return town[: -len("街道")] if town.endswith("街道") else town[:-1]


def _bare(sentence: str, unit: PlaceName, place: str | None) -> Iterator[PlaceName]:
    """Towns without a last sign behind a division in a list that tells what all are: 青岚县临溪、白石等镇."""
    if unit.type != "district":
        return
    at, made = unit.end, list[PlaceName]()
    while (m := _BARE.match(sentence, at)) and is_brand(m[0]):
        made.append(PlaceName(m[0], "town", at, m.end(), district=unit.name, head=len(m[0])))
        at = m.end()
        if not (join := _JOINED.match(sentence, at)):
            break
        at = join.end()
    ends_in_towns = made and (_ALL_TOWNS.match(sentence, made[-1].end) or _TOWN.match(sentence, at))
    yield from made if ends_in_towns else ()
