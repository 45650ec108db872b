"""Brackets inside a name: 云州水务（集团）有限公司, 云州开发区（临港新城）管委会 are one body each, and no list."""

from __future__ import annotations

import re

from guitu.extract.facts import Agency
from guitu.extract.text import Span
from guitu.extract.words.agencies import match, unlisted
from guitu.extract.words.agency_groups import group_at
from guitu.ontology.districts import Region, leading

_POINTED = str.maketrans("〈〉<>‹›", "（）" * 3)  # 相关区人民政府〈含高新区，下同〉
_AREA_SQUARE = re.compile(  # 开发区〔新区〕管委会, 各市政府〔行署〕
    "(?<=[一-鿿])〔([市区县州旗盟镇乡街道新园城经开高、]{1,6})〕(?=[一-鿿])|(?<=政府)〔(行署|行政公署|管委会|办事处)〕"
    "|(?<=[区园城地])〔([一-鿿]{2,10})〕(?=管委会|管理委员会)"  # 高新区〔石桥〕管委会
)
_SIGN = "(?![等由并各])[一-鿿]"
_FIRM = "(?:(?:股份)?有限(?:责任)?公司|股份公司|集团公司|公司|集团)"
_HEAD = rf"(?P<head>(?:{_SIGN}){{2,16}})（(?P<inner>[一-鿿]{{2,10}})）"
_OF_FIRM = re.compile(rf"{_HEAD}(?P<tail>(?:{_SIGN}){{0,12}}?{_FIRM}(?:[一-鿿]{{2,8}}分公司)?)")
_REST_OF_FIRM = re.compile(f"）(?:{_SIGN}){{0,12}}?{_FIRM}")
_OF_ZONE = re.compile(rf"{_HEAD.replace('{2,10}', '{1,12}')}(?P<tail>管委会|管理委员会)")
_KIND_OF_FIRM = re.compile("集团|控股|股份|投资|中外合资|国际|联合")
_ZONE = re.compile("(?:区|园|城|基地)$")
_ROLE = re.compile("牵头|负责|配合|协[办助同]|主[办责]|责任|参与|[含除下同]|[局厅委办会府]$")  # 各区（牵头）管委会
# what is whole before a bracket, or holds two names: 市财政局和市城投（集团）公司
_NO_HEAD = re.compile(
    "[局厅委办府会署]$|公司|银行|大学|学院|医院|中心|[和与及][市省区县州]|负责|牵头|配合|会同|参与|协助|联合"
)
# what is no name of a zone alone, so that a bracket behind it tells which are meant: 开发区（园区）
_KIND_OF_ZONE = re.compile(
    "(?:各|有关|相关|各有关|各相关)*(?:[县市区]区?|功能区|开发区|园区|工业园区?|产业园区?|高新区|经开区|新区|片区|景区)"
)
_NEW = re.compile("(?:新|开发|高新|经开|园|度假|示范)区$")  # 青岚高新区 is no district
_SIGNED = re.compile("[市省区县州盟旗](?![级属直内外区域])")
_OF_STATE = re.compile("中国|国家|中[铁交建冶电核能化粮储]")
_BEGINS = "、，,；;：:（ "  # what a name stands behind
_NO_PART = re.compile("[的与及]|业主|企业|单位|主体")
_FIRM_ALONE = re.compile(f"{_FIRM}|管委会|管理委员会")


def rounded(text: str) -> str:
    """A text with the pointed and square brackets of its names as round ones, each at its place.

    >>> rounded("开发区〔新区〕管委会、各市政府〔行署〕"), rounded("〔市教育局〕")
    ('开发区（新区）管委会、各市政府（行署）', '〔市教育局〕')
    """
    text = text.translate(_POINTED)
    return _AREA_SQUARE.sub(lambda area: f"（{area[1] or area[2] or area[3]}）", text) if "〔" in text else text


def bracketed_at(text: str, at: int, here: Region | None, *, listed: bool = True) -> tuple[Agency, int] | None:
    """The body at `at` whose name holds a bracket, and its end; never a body with a note and the next one.

    `listed`: in a list of names one may begin with no place: 东海建设集团（云州）公司.

    >>> from guitu.ontology.districts import region
    >>> bracketed_at("市水务（集团）有限公司负责", 0, region("云州市"))[0].name
    '云州市水务（集团）有限公司'
    >>> bracketed_at("市财政局（牵头）市城投公司", 0, region("云州市")) is None
    True
    """
    if (named := _OF_ZONE.match(text, at)) is not None:
        if not _of_zone(named["head"], named["inner"], here):
            return None
    elif (named := _OF_FIRM.match(text, at)) is None or not _in_firm(named["inner"], here):
        return None
    if not _begins(text, at, named["head"], here, listed=listed):
        return None
    if _NO_HEAD.search(named["head"]) or match(named["tail"], 0, here, bare=False):
        return None
    body = match(text, at, here)
    if body and body[0].known and body[1] < named.end("head") and _NO_HEAD.search(body[0].written):
        return None  # 市财政局市城投（集团）公司
    return unlisted(named[0], here), named.end()


def firm_at(text: str, at: int, here: Region | None) -> tuple[list[tuple[Agency, Span]], int] | None:
    """The same as a list of one with its place."""
    found = bracketed_at(text, at, here, listed=False)
    return ([(found[0], Span(at, found[1]))], found[1]) if found else None


def inside_firm(text: str, start: int, end: int, here: Region | None) -> bool:
    """Whether the words of a bracket stand in the name of a firm: 云州水务（集团）有限公司."""
    named = text[start - 2 : start] and _REST_OF_FIRM.match(text, end)
    return bool(named) and _in_firm(text[start:end], here)


def firm_alone(text: str, start: int, end: int) -> bool:
    """Whether words are but the end of a name whose beginning was not read: …（云州）有限公司, …（集团）公司."""
    if text[start - 1 : start] == "（":
        return text.startswith("）", end) and _KIND_OF_FIRM.fullmatch(text, start, end) is not None
    return text[start - 1 : start] == "）" and _FIRM_ALONE.fullmatch(text, start, end) is not None


def _of_zone(head: str, inner: str, here: Region | None) -> bool:
    """Whether a zone and its bracket are one body; neither a district nor a kind of zones with a note: 含高新区."""
    if not _ZONE.search(head) or _ROLE.search(inner) or re.match("不?含|包括|除", inner):
        return False
    place = leading(head)
    if (place and place[1] == len(head) and not _NEW.search(head)) or (
        here and group_at(f"{head}（{inner}）管委会", 0, here)
    ):
        return False
    return not (_KIND_OF_ZONE.fullmatch(head) and _KIND_OF_ZONE.fullmatch(inner))


def _begins(text: str, at: int, head: str, here: Region | None, *, listed: bool) -> bool:
    """Whether the name begins there and no other word stands before it: neither 与云州水务 nor 委托中交."""
    place = leading(head, unlisted=False)
    own = tuple(filter(None, (here.full, here.name, here.short))) if here else ()
    after = place[1] if place else next((len(name) for name in own if head.startswith(name)), 0)
    rest = head[after:]
    if _NO_PART.search(rest) or "和" in rest or (not after and any(name in head for name in own)):
        return False
    if after or _SIGNED.match(head) or _OF_STATE.match(head):
        return True
    return listed and (not at or text[at - 1] in _BEGINS)


def _in_firm(inner: str, here: Region | None) -> bool:
    """Whether a bracket can stand in the name of a firm: （集团）, （云州）."""
    if _KIND_OF_FIRM.fullmatch(inner) or inner == "中国" or (here and inner in (here.full, here.name, here.short)):
        return True
    place = leading(inner)
    return place is not None and place[1] == len(inner)
