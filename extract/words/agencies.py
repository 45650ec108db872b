"""Names of agencies: what a document writes (市发改委, 团省委, 各区政府) to official full names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from guitu.extract.facts import Agency, Level
from guitu.extract.words.agency_forms import of_place, rank_of
from guitu.extract.words.agency_groups import departments_at, group_at
from guitu.extract.words.agency_places import Place, home, inside, places_at, signed
from guitu.extract.words.party_offices import of_party, party_at
from guitu.extract.words.state_zones import state_zone
from guitu.extract.words.zone_brackets import without_remark
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import Region, is_zone, leading
from guitu.ontology.knowledge import Form, branch_endings, forms_by_writing, national_agencies
from guitu.ontology.longest import Longest
from guitu.ontology.registry_file import entries

_WINDOW = 96  # characters that the longest group can take

# what the name of an agency ends with: 市城投集团, 云州大学, 滨江新城管委会, 青岚镇
_ENDING = re.compile(
    r"(?:局|厅|委|部|署|办|会|院|社|室|所|站|队|处|总部|中心|公司|集团|银行|分行|支行|大学|学院|学校|法院|检察院|政府|政协|人大|团委"
    r"|海关|专班|指挥部|街道|镇|乡|场|馆|台|报社|机构|基金|联盟|联合体|党校|总队|支队|管理区|实验室|工委|园|电网|铁塔|医院|[车机工电]务段"
    r"|(?<=[一-鿿]{2})(?:(?<![学本内外百文理工专分])|(?<=[管受审监办]理|[职化军施]工|公文|[涉对]外|教学))科|(?<=[一-鿿]{2})股|(?<=[局厅委部院])党组)$"
)
_COUNTED = re.compile(r"\d[多余]?[一-鿿]$")  # 东桥区33所
_NOTE = re.compile(r"（[^（）]{1,20}）")  # 市委宣传部（市新闻办）
_COMMITTEE = re.compile(r".{2,}管(?:理委员会|委会?)$")  # 滨江新城管委会, 高新区管委
_AREA_COMMITTEE = re.compile(
    r"(?:国家级?)?(?:高新(?:技术产业开发)?|经(?:济技术)?开(?:发)?|经济|开发|工业园|化工园|产业园|综(?:合)?保(?:税)?|保税港?|旅游度假|风景名?胜?"
    r"|示范|出口加工|临空经济|航空港|空港|临港|自贸(?:试验)?|新|园|度假|景)区(?:（[一-鿿]{2,10}）)?管(?:理委员会|委会?)$"
)
_TOWN_SIGN = re.compile("镇|乡(?!村)|街道|苏木|[市省区县](?!场|属|直|级|域)")
_TOWN = re.compile(r"[一-鿿]{2,8}(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|办)?$")  # 石桥镇政府, 北门街道办
# a street that bears the name of a region: 岳阳街道, 四川北路街道
_NAMED_AFTER = re.compile(r"(?:[东西南北中]?[一二三]?路)?(?:镇|乡|街道)(?:人民政府|政府|办事处|办)?")
_TOWN_ALONE = re.compile("(?:镇|乡|苏木|(?P<street>街道))$")  # a town named as an owner is its government
_LENGTHENED = (
    (re.compile("^工会$"), "总工会"),
    (re.compile("(?<![委、和与及])管委会(?=[一-鿿]*(?:办公室|[局部处科]|中心)$)"), "管理委员会"),
    (re.compile(r"(?<!人民)政府$"), "人民政府"),
    (re.compile(r"(?<=.)(?:管委会?$|(?<!党工委)管委会(?=办公室$))"), "管理委员会"),
    (re.compile(r"(?<=[一-鿿]{3})(?<!党)(?<!工)(?<!团)(?<!常)(?<!省)(?<!市)(?<!区)(?<!县)委$"), "委员会"),
    (re.compile(r"街道办$"), "街道办事处"),
    (re.compile(r"(?<=[一-鿿]{3})(?<![监总农])办$"), "办公室"),  # 银监办, 旧改总办 are no such offices
)
# a name that is no other's: of the whole country, a university, a firm in full
_OF_ALL = re.compile("^(?:国家|中国|全国|中央|国务院|中华)|..大学$|.{4}有限(?:责任)?公司$")
_NO_BARE = ("办公室", "办公厅", "党校", "铁路局", "海关", "海事局")  # rooms of any body; of no one place
_OF_PROVINCES = ("证监局", "银保监局", "能源监管", "矿山安监", "矿山安全监察")  # no city below a province has its own
# 生态保护局 in a county's document: a bureau of its own; those of the State keep no place that is not told
_OWN_BUREAU = re.compile("(?!国|中|铁路|海事|民航|海关|邮政|证监|银保监|矿山|各|有关|相关|其他)[一-鿿]{2,6}局|工会")
# a branch of a bureau is one body with it: 市公安局东桥分局, 市城管局执法支队
_PART = re.compile(
    "(?<=[局厅委])(?:(?![、，和及与由会同配负责牵头联协市省县局厅委部署])[一-鿿]){1,10}?(?:分局|支队|总队|大队)"
)
_BRANCH = re.compile("(?P<sign>[区县](?=..))?(?P<matter>[一-鿿]{2,12})分局")
# a company of one grid in a place of its own is one body with it: 国网四川省电力公司成都供电公司
_OF_GRID = re.compile("(?:电力(?:有限(?:责任)?)?公司|电网(?:公司|有限责任公司)?)$")
_GRID_PART = re.compile("(?![市省区县州盟旗各])(?:(?![、，和及与由])[一-鿿]){2,10}?供电(?:分公司|公司|局)")
# a room or body inside one, as long as it is not that of a government: 市交通委科技信息处
_INSIDE = re.compile(
    r"(?:（[^（）]{2,12}）)?[一-鿿]{2,18}(?:[处科股]室?|(?<!公)司|[总支大]队|中心|管理部|所|站|[车机工电]务段)"
)
_OF_BUREAUS = ("局", "委", "厅", "办", "委员会")  # what a bare name in running text ends with
_BOTH_LEVELS = ("区县", "县区")  # of a county these are two bodies, which nothing tells apart
_LAST_WORD = re.compile("(?:委员会|办公室|局|厅|委|办)$")
MEMBERS = re.compile(r"各?(?:有关|相关)?(?:成员|组成)单位|各?派出机构")  # 市食安委各成员单位
# the staff offices of a body are a part of it: 市总工会机关; not 市教育局机关党委
_STAFF = re.compile(r"机关(?=$|[、，,；;。：（）〔〕\s和与及等]|牵头|负责|配合|按)")
_OF_MEMBERS = re.compile(
    rf"(?P<body>.{{2,}}(?:指挥部|小组|联席会议|委员会|专班|办公室|工作组|联盟)|指挥部|联席会议)(?:{MEMBERS.pattern})$"
)
_SIGN = re.compile(
    r"自治[区州县旗]|兵团|[市省区县州盟旗](?![南北中](?:区|高新|工业园)|场|属|直|级|域|镇|委|政(?!务|府|法|研|协)|乡(?!村))"
)


def read(written: str, jurisdiction: str | None, level: Level | None = "national") -> Agency:
    """The agency that a document of a jurisdiction names so; `level`: of a document that names none, None if not told.

    >>> read("市发改委", "云州市").name
    '云州市发展和改革委员会'
    >>> read("团省委", "临江省").name, read("各区政府", "云州市").name
    ('共青团临江省委员会', '云州市各区人民政府')
    >>> read("市数字集团", "云州市").known
    False
    """
    words = re.sub(r"\s", "", written)
    here = home(jurisdiction, level)
    found = match(words, 0, here)
    if found and (found[1] == len(words) or _NOTE.fullmatch(words, found[1])):
        return replace(found[0], written=words)
    return unlisted(words, here)


def of_name(name: str, here: Region | None) -> Agency:
    """The agency that a name means, one outside the registry too."""
    found = match(name, 0, here)
    return found[0] if found and found[1] == len(name) else unlisted(name, here)


def match(text: str, start: int, here: Region | None, *, bare: bool = True) -> tuple[Agency, int] | None:
    """The longest known agency or group at `start` of the text, and its end.

    `bare`: also without a place before it, and after a place that the registry does not have. In a local document a
    bare name means the local body, 医保局, before the national one.
    """
    found = _matched(text[start : start + _WINDOW], here, bare)
    return (found[0], start + found[1]) if found else None


@lru_cache(maxsize=16384)
def _matched(text: str, here: Region | None, bare: bool) -> tuple[Agency, int] | None:
    found = [*_group(text, 0, here), *_local(text, 0, here, bare)]
    if party := party_at(text, 0, here):
        found.append(party)
    national = list(_national(text, 0))
    if here is None or not national or not (text.startswith("铁路局") if bare else _is_local(text, national[0][1])):
        found += national
    best = max(found, key=lambda pair: pair[1], default=None)
    if best and _OF_GRID.search(best[0].written) and (part := _GRID_PART.match(text, best[1])):
        head = text[: best[1]] if best in national else best[0].name  # 南方电网佛山供电局 is of the company of 广东
        return replace(best[0], name=head + part[0], written=text[: part.end()]), part.end()
    if best and not best[0].group and (staff := _STAFF.match(text, best[1])):
        name = best[0].name + staff[0]
        return replace(best[0], name=name, written=text[: staff.end()]), staff.end()
    if best and not best[0].group and (members := MEMBERS.match(text, best[1])):
        whole = replace(best[0], name=best[0].name + members[0], written=text[: members.end()], group=True)
        return whole, members.end()
    return best


def _is_local(text: str, end: int) -> bool:
    """Whether a name up to `end` is that of a local body too: in a local document 数据局 is never that of the State."""
    return _tails("").end(text, 0) == end


def unlisted(written: str, here: Region | None) -> Agency:
    """An agency that the registry does not have: a sign before it becomes its place, a short ending its full one.

    A region is its government; a town in a document of its county is of that county. What neither a place in its name
    nor the document's settles is a body of this document alone.

    >>> from guitu.ontology.districts import region
    >>> unlisted("东桥区", region("云州市")).name, unlisted("石桥镇政府", region("青岚县")).name
    ('云州市东桥区人民政府', '青岚县石桥镇人民政府')
    >>> unlisted("数字集团", region("云州市")).settled
    False
    >>> unlisted("市发改委价格处", region("云州市")).name
    '云州市发展和改革委员会价格处'
    >>> unlisted("公安徐汇分局", region("徐汇区")).name
    '上海市公安局徐汇分局'
    """
    if (plain := without_remark(written)) != written:
        return replace(unlisted(plain, here), written=written)
    owner = region_as_owner(written, here) or _inside(written, here) or _branch_here(written, here)
    if owner := owner or of_party(written, here) or state_zone(written, here):
        return owner
    if here and here.level == "county" and written.startswith(_BOTH_LEVELS):
        return Agency(written, written, False, settled=False)
    if members := _OF_MEMBERS.match(written):
        body = unlisted(members["body"], here)
        return replace(body, name=body.name + written[members.end("body") :], written=written, group=True)
    town = bool(_TOWN.match(written)) and not (here and here.level == "township")
    known = town or bool(_COMMITTEE.match(written))
    name, before, jurisdiction = written, "", None
    around = leading(written) if town else None
    elsewhere = around is not None and _NAMED_AFTER.fullmatch(written, around[1]) is None
    town_here = town and here is not None and here.level == "county" and not elsewhere
    if here and here.name and (town_here or _AREA_COMMITTEE.match(written)):  # 高新区管委会 is the city's own
        before, jurisdiction = here.full, here.full
        if written.startswith("新区"):
            before = before.removesuffix("新区")  # 新区管委会 of 兰州新区
    elif sign := (_TOWN_SIGN if here and here.level == "township" else _SIGN).match(written):
        place = signed(sign[0], here)
        if not place.known:
            return Agency(written, written, known, settled=False)
        name, before, jurisdiction = written[sign.end() :], place.full, place.jurisdiction
    if town and (alone := _TOWN_ALONE.search(name)):
        name += "办事处" if alone["street"] else "人民政府"
    for short, full in _LENGTHENED if not _is_branch(written) else ():
        name, changed = short.subn(full, name)
        if changed:
            break
    named = here is not None and bool(here.name) and not leading(written) and not _names_home(written, here)
    if not before and here and named and _OWN_BUREAU.fullmatch(written):
        before, jurisdiction = here.full, here.full
    of_all = _nationals().end(written, 0) and not written.startswith(_NO_BARE)
    own = _OF_ALL.search(written) or leading(written) or of_all or _names_home(written, here)
    settled = jurisdiction is not None or here is None or bool(own)
    return Agency(before + name, written, known, jurisdiction=jurisdiction, settled=settled)


def _is_branch(written: str) -> bool:
    """Whether a name that the registry does not have is of an office that the centre has in a place: 四川电监办."""
    found = leading(written, unlisted=False)
    return bool(found and written.endswith("办") and not written[: found[1]].endswith(found[0].name[-1]))


def _names_home(written: str, here: Region | None) -> bool:
    """Whether a name begins with the place of its document, 云州职业学院, or with its first two signs: 二连供电局."""
    return here is not None and len(here.short) > 1 and written.startswith((here.full, here.short, here.short[:2]))


def region_as_owner(written: str, here: Region | None) -> Agency | None:
    """A region named as an owner is its government: 东桥区, 青岚县; never 高新区.

    >>> from guitu.ontology.districts import region
    >>> region_as_owner("兴安盟", region("内蒙古自治区")).name
    '兴安盟行政公署'
    """
    found = leading(written)
    if found is None or found[1] != len(written) or found[0].name[-1] != written[-1] or written.endswith("新区"):
        return None
    if written.endswith(("盟", "州", "旗", "地区")) and not found[0].known:
        return None  # 红旗, 贫困地区
    one = inside(found[0], here)
    office = "行政公署" if one.name.endswith(("盟", "地区")) else "人民政府"
    return Agency(one.full + office, written, jurisdiction=one.full)


def _inside(written: str, here: Region | None) -> Agency | None:
    """A room of a body that the registry has: 市交通委科技信息处 carries its name in full."""
    body = match(written, 0, here, bare=False)
    if body is None or body[0].group or body[0].name.endswith("政府") or not _INSIDE.fullmatch(written, body[1]):
        return None
    return replace(body[0], name=body[0].name + written[body[1] :], written=written, known=False)


def _branch_here(written: str, here: Region | None) -> Agency | None:
    """What the bureau of the city around a district or county has there: 区公安分局, 公安徐汇分局, of 上海市公安局.

    Where the city is not told, a name with the place stays as it is written.
    """
    if here is None or not here.name or here.level != "county" or not (branch := _BRANCH.fullmatch(written)):
        return None
    matter = branch["matter"]
    placed = next(
        (
            m
            for name in (here.full, here.short)
            for m in (matter.removeprefix(name), matter.removesuffix(name))
            if m != matter
        ),
        None,
    )
    if placed is None and not (branch["sign"] == here.name[-1] or (not branch["sign"] and here.name.endswith("区"))):
        return None
    office, around = (placed or matter).removesuffix("局") + "局", here.parent
    body = match(around.full + office, 0, around, bare=False) if around else None
    if around is None or body is None or body[1] < len(around.full + office):
        return Agency(written, written, False, settled=False) if placed else None
    return replace(body[0], name=f"{body[0].name}{here.short}分局", written=written, jurisdiction=around.full)


def is_agency_like(written: str) -> bool:
    """Whether words end as names of agencies do.

    >>> [is_agency_like(words) for words in ("市数字集团", "各类企业的发展", "发展格局", "东桥区33所")]
    [True, False, False, False]
    """
    ends = _ENDING.search(written) or _OF_MEMBERS.match(written)
    like = 2 <= len(written) <= 36 and ends and not _COUNTED.search(written)
    return bool(like and not written.endswith(_nobody()))


@cache
def _nobody() -> tuple[str, ...]:
    """Words that end as names do and name nobody: 格局."""
    return tuple(entries("groups")["nobody"]["word"])


def bare_at(text: str, start: int, here: Region | None) -> tuple[Agency, int] | None:
    """A local body without its place at `start`, and its end: 财政局 in a county's document, never 部门 or 银行.

    >>> from guitu.ontology.districts import region
    >>> found = bare_at("财政局负责", 0, region("青岚县"))
    >>> found[0].name, found[1]
    ('青岚县财政局', 3)
    """
    end = _tails("").end(text, start) if here else None
    listed = text[start - 1 : start] == "、" and text[end - 1 : end] == "委" if end else False  # 财政局、经委
    if end is None or end - start < (2 if listed else 3) or not text.endswith(_OF_BUREAUS, start, end):
        return None
    found = match(text, start, here)
    return found if found and found[1] == end else None


def _group(text: str, start: int, here: Region | None) -> Iterator[tuple[Agency, int]]:
    if found := group_at(text, start, here):
        yield found
    if (departments := departments_at(text, start, here)) and len(departments[0]) == 1:
        yield departments[0][0][0], departments[1]


def _national(text: str, start: int) -> Iterator[tuple[Agency, int]]:
    if end := _nationals().end(text, start):
        national = national_agencies()[text[start:end]]
        branch = _branch().match(text, end)
        after = branch.end() if branch else end
        yield Agency(national.name + text[end:after], text[start:after]), after


@cache
def _nationals() -> Longest:
    return Longest(national_agencies())


@cache
def _branch() -> re.Pattern[str]:
    """A branch behind the name of its ministry: 云州海事局, never 市海事局 or a second ministry."""
    place = "(?:(?![、，和及与由部署局委厅市省县区])[一-鿿]){0,6}?"
    return re.compile(f"驻?{place}{alternation(branch_endings())}")


def _local(text: str, start: int, here: Region | None, bare: bool) -> Iterator[tuple[Agency, int]]:
    for head in (*_heads().get(text[start : start + 1], ()), ""):
        if text.startswith(head, start):
            tails = forms_by_writing()[head]
            for place, after in places_at(text, start + len(head), here, unlisted=bare):
                left_out = after == start + len(head) and (not head or head == "铁路")
                if left_out and (not bare or text.startswith(_NO_BARE, start) or _of_province(text, start, here)):
                    continue
                end = _tails(head).end(text, after)
                forms = of_place(place, tails[text[after:end]], text[end : end + 3]) if end else ()
                if end and forms and (not left_out or end - after > 1):
                    named = _joined_as(text[after:end], _named(text, start, end, place, forms), place)
                    if left_out and named.name.endswith("厅") and not named.name.endswith("办公厅") and _is_below(here):
                        continue  # 财政厅 in a city's document is the province's
                    if end - start > 3 and (part := _PART.match(text, end)):
                        if left_out and place.short and place.short in part[0]:
                            continue  # 生态环境局青岚分局 in a text of 青岚县: a branch of the city's bureau
                        named = replace(named, name=named.name + part[0], written=text[start : part.end()])
                    yield named, start + len(named.written)


def _of_province(text: str, start: int, here: Region | None) -> bool:
    """Whether a bare name is of a body that only a province or a city under the State has."""
    return _is_below(here) and text.startswith(_OF_PROVINCES, start)


def _is_below(here: Region | None) -> bool:
    """Whether a document is of a place below a province or a city under the State."""
    return here is not None and here.level != "provincial" and (here.parent is not None or not here.known)


@cache
def _heads() -> Mapping[str, Sequence[str]]:
    """What stands before the place in a name, 团 of 团市委, by its first character."""
    found: dict[str, list[str]] = {}
    for head in filter(None, forms_by_writing()):
        found.setdefault(head[0], []).append(head)
    return found


@cache
def _tails(head: str) -> Longest:
    """What stands after the place in the names that begin with `head`."""
    return Longest(filter(None, forms_by_writing()[head]))


def _named(text: str, start: int, end: int, place: Place, forms: Sequence[Form]) -> Agency:
    """Of several forms, a shortened place asks for one of the centre's: 云州金融监管局, but 市金融监管局.

    The rank of the place decides between the courts of a province, a city and a county: 市法院, 县法院.
    """
    wanted = [form for form in forms if (form.kind == "vertical") == place.shortened] or list(forms)
    rank = rank_of(place.full) if any(form.at for form in wanted) else ""
    form = next((form for form in wanted if form.at == rank), wanted[-1] if rank else wanted[0])
    if not place.known and not form.name.startswith("{full}"):
        name = text[start:end]  # 省委组织部 of a province that is not told: 中共省委组织部 is nobody's name
    elif place.group and place.full.endswith("各级") and not form.name.startswith("{full}"):  # 各级党委宣传部
        name = place.full + text[start:end].partition("各级")[2]
    else:
        name = form.official(place.full, place.short, place.short if place.shortened else place.full)
        if "人民政府" in form.name[:-4] and is_zone(place.full):
            name = name.replace("人民政府", "", 1)  # 青岚综合实验区行政服务中心
    whose = form.of[0] if form.is_body and form.of else place.jurisdiction
    return Agency(name, text[start:end], not form.shared, place.group, whose, place.known)


def _joined_as(tail: str, agency: Agency, place: Place) -> Agency:
    """A name in full keeps its 与, 云州市海洋与渔业局, but where the body of the State says 和: 发展与改革委员会."""
    if "与" not in tail or not place.known or agency.name != place.full + tail.replace("与", "和"):
        return agency
    matter = _LAST_WORD.sub("", tail).replace("与", "和")
    of_state = any(matter in name for name in national_agencies())
    return agency if of_state else replace(agency, name=place.full + tail)
