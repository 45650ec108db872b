"""Names of agencies: what a document writes (市发改委, 团省委, 各区政府) to official full names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from guitu.extract.facts import Agency
from guitu.extract.owners.agency_groups import departments_at, group_at
from guitu.extract.owners.places_of_agencies import Place, home, places_at, signed
from guitu.ontology.districts import Region, region
from guitu.ontology.knowledge import Form, forms_by_writing, national_agencies

_LONGEST = 28
_WINDOW = 96  # characters that the longest group can take

# what the name of an agency ends with: 市城投集团, 云州大学, 滨江新城管委会, 青岚镇
_ENDING = re.compile(
    r"(?:局|厅|委|部|署|办|会|院|社|室|所|站|队|处|总部|中心|公司|集团|银行|分行|支行|大学|学院|学校|法院|检察院|政府|政协|人大|团委"
    r"|海关|专班|指挥部|街道|镇|乡|场|馆|台|报社|机构|基金|联盟|联合体|党校|总队|支队|管理区|实验室|工委|园|电网|铁塔|医院"
    r"|(?<=[一-鿿]{2})(?<![学本内外百文理工专分])科|(?<=[一-鿿]{2})股)$"
)
_NOTE = re.compile(r"（[^（）]{1,20}）")  # 市委宣传部（市新闻办）
_COMMITTEE = re.compile(r".{2,}管(?:理委员|委)会$")  # 滨江新城管委会
_AREA_COMMITTEE = re.compile(
    r"(?:国家级?)?(?:高新(?:技术产业开发)?|经(?:济技术)?开(?:发)?|经济|开发|工业园|化工园|产业园|综(?:合)?保(?:税)?|保税港?|旅游度假|风景名?胜?"
    r"|示范|出口加工|临空经济|航空港|空港|临港|自贸(?:试验)?|新|园|度假|景)区管(?:理委员|委)会$"
)
_TOWN = re.compile(r"[一-鿿]{2,8}(?:镇|乡|街道)(?:人民政府|政府|办事处|办)?$")  # 石桥镇政府, 北门街道办
_LENGTHENED = (
    (re.compile(r"(?<!人民)政府$"), "人民政府"),
    (re.compile(r"管委会$"), "管理委员会"),
    (re.compile(r"(?<=[一-鿿]{3})(?<!党)(?<!团)(?<!常)(?<!省)(?<!市)(?<!区)(?<!县)委$"), "委员会"),
    (re.compile(r"街道办$"), "街道办事处"),
    (re.compile(r"(?<=[一-鿿]{3})办$"), "办公室"),
)
_MEMBERS = re.compile(r"各?(?:有关|相关)?(?:成员|组成)单位|各?派出机构")  # 市食安委各成员单位
_SIGN = re.compile(r"自治区|兵团|[市省区县州盟旗](?!场|属|直|级|域|镇|委|政(?!务|府|法|研|协)|乡(?!村))")


def read(written: str, jurisdiction: str | None) -> Agency:
    """The agency that a document of a jurisdiction (full name, None for national) names so.

    >>> read("市发改委", "云州市").name
    '云州市发展和改革委员会'
    >>> read("团省委", "临江省").name, read("各区政府", "云州市").name
    ('共青团临江省委员会', '云州市各区人民政府')
    >>> read("市数字集团", "云州市").known
    False
    """
    words = re.sub(r"\s", "", written)
    found = match(words, 0, home(jurisdiction))
    if found and (found[1] == len(words) or _NOTE.fullmatch(words, found[1])):
        agency = found[0]
        return Agency(agency.name, words, agency.known, agency.group, agency.jurisdiction)
    return unlisted(words, home(jurisdiction))


def match(text: str, start: int, here: Region | None, *, bare: bool = True) -> tuple[Agency, int] | None:
    """The longest known agency or group at `start` of the text, and its end.

    `bare`: also without a place before it, and after a place that the registry does not have. In a local document a
    bare name means the local body, 医保局, before the national one.
    """
    found = _matched(text[start : start + _WINDOW], here, bare)
    return (found[0], start + found[1]) if found else None


@lru_cache(maxsize=16384)
def _matched(text: str, here: Region | None, bare: bool) -> tuple[Agency, int] | None:
    found = [*_group(text, 0, here), *_local(text, 0, here, bare), *_national(text, 0)]
    best = max(found, key=lambda pair: pair[1], default=None)
    if best and not best[0].group and (members := _MEMBERS.match(text, best[1])):
        name = best[0].name + members[0].removeprefix("各")
        return Agency(name, text[: members.end()], True, True, best[0].jurisdiction), members.end()
    return best


def unlisted(written: str, here: Region | None) -> Agency:
    """An agency that the registry does not have: a sign before it becomes its place, a short ending its full one."""
    known = bool(_COMMITTEE.match(written) or _TOWN.match(written))
    name, before, jurisdiction = written, "", None
    if here and _AREA_COMMITTEE.match(written):  # 高新区管委会 in a city's document is that city's
        before, jurisdiction = here.full, here.full
    elif sign := _SIGN.match(written):
        place = signed(sign[0], here)
        if place.known:
            name, before, jurisdiction = written[sign.end() :], place.full, place.full
    for short, full in _LENGTHENED:
        name, changed = short.subn(full, name)
        if changed:
            break
    name = before + name
    return Agency(name, written, known=known, jurisdiction=jurisdiction)


def is_agency_like(written: str) -> bool:
    """Whether words end as names of agencies do.

    >>> is_agency_like("市数字集团"), is_agency_like("各类企业的发展")
    (True, False)
    """
    return bool(2 <= len(written) <= 36 and _ENDING.search(written))


def writings(agency: Agency) -> Sequence[str]:
    """Every way to write a known agency with its place in full, for labels; empty for one outside the registry.

    >>> "云州市发改委" in writings(read("市发展改革委", "云州市"))
    True
    """
    if agency.group or not agency.known:
        return ()
    if national := national_agencies().get(agency.name):
        return national.written[1:]
    place = region(agency.jurisdiction) if agency.jurisdiction else None
    if place is None:
        return ()
    for form in _every_form():
        if agency.name in (_official(form, place.full, place.short, named) for named in (place.full, place.short)):
            ways = (way.replace("{place}", place.full) for way in form.written)
            return tuple(sorted({way for way in ways if way != agency.name}))
    return ()


@cache
def _every_form() -> tuple[Form, ...]:
    return tuple({form: None for tails in forms_by_writing().values() for found in tails.values() for form in found})


def _official(form: Form, full: str, short: str, named: str) -> str:
    return form.name.replace("{full}", full).replace("{short}", short).replace("{named}", named)


def _group(text: str, start: int, here: Region | None) -> Iterator[tuple[Agency, int]]:
    if found := group_at(text, start, here):
        yield found
    if (departments := departments_at(text, start, here)) and len(departments[0]) == 1:
        yield departments[0][0][0], departments[1]


def _national(text: str, start: int) -> Iterator[tuple[Agency, int]]:
    for end in range(min(len(text), start + _LONGEST), start + 1, -1):
        if national := national_agencies().get(text[start:end]):
            yield Agency(national.name, text[start:end]), end
            return


def _local(text: str, start: int, here: Region | None, bare: bool) -> Iterator[tuple[Agency, int]]:
    for head in (*_heads().get(text[start : start + 1], ()), ""):
        if text.startswith(head, start):
            tails = forms_by_writing().get(head, {})
            for place, after in places_at(text, start + len(head), here, unlisted=bare):
                left_out = not head and after == start
                if left_out and not bare:
                    continue
                found = _tail(text, after, tails, 2 if left_out else 1)
                if found and (named := _named(text, start, found[1], place, found[0])):
                    yield named, found[1]


@cache
def _heads() -> Mapping[str, Sequence[str]]:
    """What stands before the place in a name, 团 of 团市委, by its first character."""
    found: dict[str, list[str]] = {}
    for head in filter(None, forms_by_writing()):
        found.setdefault(head[0], []).append(head)
    return found


def _tail(text: str, start: int, tails: Mapping[str, Sequence[Form]], least: int) -> tuple[Sequence[Form], int] | None:
    for end in range(min(len(text), start + _LONGEST), start + least - 1, -1):
        if found := tails.get(text[start:end]):
            return found, end
    return None


def _jurisdiction(place: Place) -> str | None:
    return place.full.partition("各")[0] if place.known else None


def _named(text: str, start: int, end: int, place: Place, forms: Sequence[Form]) -> Agency:
    """Of several forms, a shortened place asks for one of the centre's: 云州金融监管局, but 市金融监管局.

    The rank of the place decides between the courts of a province, a city and a county: 市法院, 县法院.
    """
    wanted = [form for form in forms if (form.kind == "vertical") == place.shortened] or list(forms)
    rank = _rank(place.full) if any(form.at for form in wanted) else ""
    form = next((form for form in wanted if form.at == rank), wanted[-1] if rank else wanted[0])
    name = _official(form, place.full, place.short, place.short if place.shortened else place.full)
    return Agency(name, text[start:end], place.known, place.group, _jurisdiction(place))


def _rank(place: str) -> str:
    """A city right under the State has the courts of a province."""
    found = region(place)
    if found is None or found.level == "county":
        return "county"
    under_state = found.level == "municipal" and found.known and found.parent is None
    return "province" if found.level == "provincial" or under_state else "city"
