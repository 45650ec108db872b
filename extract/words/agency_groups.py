"""Groups: agencies named together without their own names, 各区政府, 市级有关部门, 国务院相关部门及各地区."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from guitu.extract.facts import Agency
from guitu.extract.text import Span
from guitu.extract.words.agency_places import signed
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import Region, leading, region
from guitu.ontology.knowledge import matters
from guitu.ontology.longest import Longest
from guitu.ontology.registry_file import entries

_LONGEST_NAMES = 100  # characters of fields before 等
_LONGEST_LIST = 400
_MOST = 30
_JOINT = re.compile(r"、|以及|和|及|与")
_REMARK = re.compile(r"（[一-鿿、]{1,8}）(?=[主行管部监])")
_DEPARTMENT = re.compile(r"等?(?:各?(?:相关|有关))?(?P<name>(?:行政)?(?:主管|管理|监管)?部门)")  # 等有关主管部门
# 住建、司法等协同配合, 教育、财政等单位参与: fields by themselves, which a verb of duty makes departments
_TOGETHER = re.compile(
    r"等(?P<name>)(?=(?:密切|积极|协同|联合)*(?:配合|参与|协同|协助))"
    r"|等(?:有关|相关)?单位(?=(?:密切|积极|协同|联合|共同)*(?:配合|参与|参加|协同|协助|负责|牵头|按照?各?自?职责))"
)
_CENTRAL = ("国务院", "中央", "国家", "全国")
_AND_MORE = re.compile("[（〔](?:含|包括|不含|除)[^（）〔〕]*[）〕]")  # 各市（含直管县，下同）人民政府
ROUND = str.maketrans("〔〕<>", "（）（）")  # 各市〔州〕, as a name in a bracket is written
_SIGN = re.compile(r"自治区|兵团|[市省区县州盟旗](?!（)(?=[委政级直属各有相其所]|人民政府|地方)")
_WITHIN = "(?:全[省市区县州旗]|[省市区县]内)"
_ALL = re.compile(f"^{_WITHIN}(?=各|相关|有关)")
_REGIONS = re.compile("^各?(?:相关|有关)(?:区县?|县区?)$")  # regions named as owners are their governments
_SIGN_ALONE = re.compile(r"自治区|兵团|[市省区县州盟旗]")


# behind the last of the areas that are owners: 各街道、镇负责, never 各区、县教育局
_NAMED = "(?:(?![一-鿿])|(?=负责|牵头|作为|按|根据|依|结合|会同|配合|协助|参与|要|应[当对按结在建把]|是))"

# those that others have in a place, by a sign of its name too: 中省驻市单位, 驻岳单位, 在崇高校
_STATIONED = "(?:[市县区州]直[、和及])?(?:(?:中央|国家|部|中)?[、和及]?省?[、和及]?市?)?驻[^村外点场守军地]"
# 在崇市属单位, 在榕高校; after that word anything else may be a place of work: 在中小学
_IN_ITS_PLACE = "在[^建校职岗线册场外地本各该市省县区乡镇村同全相有其此我一两每某所国]"
_SCHOLARS = "各?(?:高校|高等学校|高等院校|院校|科研院所|科研机构|金融机构)"
_CUE = 12  # characters in which the sign of a rare form stands
_SEVERAL = "(?:各(?:有关|相关)?|有关|相关|所属|属地)"
_NO_FIRM = r"(?![省市县区州盟旗]地方[一-鿿]{2,8}公司)"  # 省地方铁路公司 is one, where 省 says whose
# of several levels at once: 市、县财政部门, 省市县
_LEVELS = re.compile(
    r"[省市县区州](?:[、和及与]?(?:县（市、区）|县（区）|（[市县区、]{1,3}）|[市县区镇乡旗])){1,4}(?=[一-鿿]{2})"
)


_KINDS = "(?:[省市州盟区县旗镇乡](?:（[^（）]{1,8}）)?){1,4}"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    words = {key: alternation(entry["word"]) for key, entry in entries("groups").items()}
    scope, qualifier, noun, office = (words[key] for key in ("scope", "qualifier", "noun", "office"))
    level = alternation(word for word in entries("groups")["scope"]["word"] if len(word) > 1)
    role = "(?:牵头|配合|协助|协办|参与|负责|落实|主责?|协|配)"
    area = rf"(?:{words['area']}|地(?=[（〔]|、[州市盟]))(?:[（〔<](?!{role}[）〕>])[^（）〔〕<> ]{{1,24}}[）〕>])?"
    kind = "(?:(?![是为由要在对和与及将应把被第等负牵的其尽自司跨])[一-鿿])"
    which = rf"(?:{scope}|{_WITHIN})?{qualifier}(?:{scope})?"
    forms = (
        rf"{which}{area}(?:[、和及]?{area}){{0,3}}{office}",  # 各市、县（区）人民政府
        rf"{_NO_FIRM}{which}(?:{kind}{{2,5}}?)??{noun}",  # 市级有关部门, 各行业主管部门
        rf"{qualifier}{area}(?:{area})?(?:级|(?:[、和]{area}){{1,3}}{_NAMED})?",  # 各区, 各镇（街道）, 各乡、镇、街道
        r"(?:全[省市区县州旗])?各级、?各(?:有关|相关)?(?:部门|单位)(?:、?各单位)?",  # 全市各级各部门
        rf"{which}{office}",  # 各级人民政府
        rf"(?:{words['area']})（(?:{words['area']})）(?:{office})",  # 乡镇（街道）办事处
        rf"{qualifier}省、自治区、直辖市(?:人民政府)?",
        rf"{level}各?{noun}",  # 市级部门
        # 县（市）、区主管部门
        rf"{_KINDS}(?:[、和及]{_KINDS}){{1,3}}(?:{words['field']}|行业|业务)?(?:行政)?(?:主管|管理|监管)部门",
        words["alone"],
    )
    return tuple(map(re.compile, forms))


@cache
def _rare_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Forms that are looked for only where their sign stands, with that sign."""
    words = {key: alternation(entry["word"]) for key, entry in entries("groups").items()}
    which = rf"(?:(?:{words['scope']})?{words['qualifier']})?"
    owned = rf"[省市县区州部]属(?:{words['qualifier']})?{words['noun']}"
    areas = rf"(?:{words['scope']})?{_SEVERAL}(?:{words['zone']})?"
    forms = {
        "驻": rf"{_STATIONED}(?:{which}{words['noun']}|{owned})",  # 中省驻市有关单位, 驻县单位
        "在": rf"{_IN_ITS_PLACE}(?:{owned}|{_SCHOLARS})",
        "所在": rf"(?:项目)?所在(?!区域|地区)地?{words['area']}(?:{words['office']})?",  # 项目所在镇街
        "管理局": rf"{areas}管理局(?:（管委会）)?",  # 各片区管理局, 有关管理局（管委会）
    }
    return tuple((sign, re.compile(form)) for sign, form in forms.items())


@cache
def _qualifier() -> re.Pattern[str]:
    words = {key: alternation(entry["word"]) for key, entry in entries("groups").items()}
    return re.compile(rf"(?:{words['scope']})?(?:{words['qualifier']})?(?:{words['scope']})?")


@cache
def _qualified_areas() -> re.Pattern[str]:
    """各地级以上市, 各县（市、区）: all areas of a kind, each with such a department."""
    words = {key: alternation(entry["word"]) for key, entry in entries("groups").items()}
    area = rf"(?:{words['area']})(?:（[市县区、]{{1,5}}）)?"
    return re.compile(rf"各{area}(?:[、和及]{area}){{0,2}}")


@cache
def _fields() -> Longest:
    return Longest(name for name in (*matters(), *entries("groups")["field"]["word"]) if len(name) > 1)


def departments_at(text: str, start: int, here: Region | None) -> tuple[tuple[tuple[Agency, Span], ...], int] | None:
    """Departments named by their fields at `start`, and where the last ends: 各级财政、审计等部门 are two groups.

    >>> from guitu.ontology.districts import region
    >>> found = departments_at("各级财政、审计等部门负责", 0, region("临江省"))
    >>> [agency.name for agency, _ in found[0]], found[1]
    (['临江省各级财政部门', '临江省各级审计部门'], 10)
    """
    if here is not None and here.level == "county" and text.startswith(("区县", "县区"), start):
        return None  # of a county and the zone around it, which two bodies nothing tells apart
    if text.find("部门", start, start + _LONGEST_LIST) < 0 and text.find("等", start, start + _LONGEST_NAMES) < 0:
        return None
    # 市市场监管部门: the sign alone, since the field begins with it too
    ways = (
        _qualified_areas().match(text, start),
        _qualifier().match(text, start),
        _LEVELS.match(text, start),
        _SIGN_ALONE.match(text, start),
        None,
    )
    for qualified in ways:
        at = qualified.end() if qualified else start
        listed: list[Span] = []
        while len(listed) < _MOST and (field := _field(text, at)):
            listed.append(field)
            at = field.end
            if not (joint := _JOINT.match(text, at)):
                break
            at = joint.end()
        noun = _DEPARTMENT.match(text, listed[-1].end) if listed else None
        if noun is None and len(listed) > 1:
            noun = _TOGETHER.match(text, listed[-1].end)
        if noun:
            which = text[start : listed[0].start]
            if len(listed) == 1 and _EACH_LEVEL.fullmatch(which):
                return _level_by_level(text, start, noun.end(), listed[0], here), noun.end()
            levels = bool(_LEVELS.match(text, start)) and len(which) > 1
            place = (
                signed(which[0] if levels else which, here)
                if here and (levels or _SIGN_ALONE.fullmatch(which))
                else None
            )
            made = [(which + text[f.start : f.end] + (noun["name"] or "部门"), f) for f in listed]
            if place and place.known:  # 市教育部门
                made = [(place.full + words.removeprefix(which[0] if levels else which), f) for words, f in made]
                if here and not place.full.startswith(here.full):  # 省财政部门 in a city's document
                    here = region(place.full)
            last = len(made) - 1
            spans = (
                Span(start if i == 0 else f.start, noun.end() if i == last else f.end) for i, (_, f) in enumerate(made)
            )
            jurisdiction = _jurisdiction(which, here)
            # 省、市财政部门 of a place of which no province is known; 县财政部门 of a county beside the document's zone
            alone = place is not None and not place.known
            beside = place is not None and here is not None and not place.full.startswith(here.full)
            groups = (
                (
                    Agency(words, text[s.start : s.end], True, True, place.full if not alone else None, not alone)
                    if place and (alone or beside)
                    else _agency(words, text[s.start : s.end], jurisdiction, here),
                    s,
                )
                for (words, _), s in zip(made, spans, strict=True)
            )
            return tuple(groups), noun.end()
    return None


_EACH_LEVEL = re.compile("[省市县区州](?:[、和及与][市县区旗镇乡州]){1,3}")


def _level_by_level(
    text: str, start: int, end: int, field: Span, here: Region | None
) -> tuple[tuple[Agency, Span], ...]:
    """市、区水务部门 are two groups, those of the city and those of its districts."""
    found: list[tuple[Agency, Span]] = []
    for at in range(start, field.start, 2):
        one = departments_at(text[at] + text[field.start : end], 0, here)
        if one is not None:
            found.append((replace(one[0][0][0], written=text[at:end]), Span(at, end)))
    return tuple(found)


# 内蒙古、陕西等省（区）人民政府; the regions by names that are known
_GOVERNMENTS = re.compile(
    r"(?P<areas>[一-鿿]{2,8}?(?:(?:、|[和及与])[一-鿿]{2,8}?){1,31})(?:等?(?:\d{1,2}|[一二三四五六七八九十]{1,3})个?|等)?"
    r"(?:省（区、市）|省（市、区）|省（区）|省（市）|省区市|省区|省市|省|设区市|市（州）|市州|地市|市|州)(?:人民)?政府"
)


def governments_at(text: str, start: int) -> tuple[tuple[tuple[Agency, Span], ...], int] | None:
    """The governments of several regions at `start`, and where the last ends.

    >>> [agency.name for agency, _ in governments_at("陕西、甘肃等省人民政府负责", 0)[0]]
    ['陕西省人民政府', '甘肃省人民政府']
    """
    if text.find("政府", start, start + _LONGEST_LIST) < 0 or leading(text, start, unlisted=False) is None:
        return None
    if not (found := _GOVERNMENTS.match(text, start)):
        return None
    made, at = [], start
    while at < found.end("areas"):
        region = leading(text, at, unlisted=False)
        if region is None or region[0].level == "county" or not region[0].known:
            return None
        region = region[0], min(region[1], found.end("areas"))  # 广州、深圳市人民政府
        name = f"{region[0].full}人民政府"
        joint = _JOINT.match(text, region[1])
        end = region[1] if joint else found.end()  # the last is written with the word that all share
        if not joint and region[1] < found.end("areas"):
            return None
        made.append((Agency(name, text[at : region[1]], jurisdiction=region[0].full), Span(at, end)))
        at = joint.end() if joint else end
    return tuple(made), found.end()


_FIELD_ENDS = re.compile("、|等|部门")


def _field(text: str, start: int) -> Span | None:
    """The longest field at `start`, with a remark: 能源（电力）."""
    end = _fields().end(text, start)
    if end is None:
        return None
    if (second := _fields().end(text, end)) and _FIELD_ENDS.match(text, second):
        end = second  # 农业农机
    remark = _REMARK.match(text, end)
    return Span(start, remark.end() if remark else end)


_OWN_OFFICE = re.compile("(?<=政府)[、和](?:地区)?行(?:政公)?署")  # in a prefecture it is not one of several


def group_at(text: str, start: int, here: Region | None) -> tuple[Agency, int] | None:
    """The longest group at `start` of the text, with its end; its name begins with the jurisdiction.

    >>> from guitu.ontology.districts import region
    >>> group_at("各县（市、区）政府", 0, region("云州市"))[0].name
    '云州市各县（市、区）人民政府'
    >>> group_at("国务院相关部门", 0, None)[0].name
    '国务院相关部门'
    """
    after = start
    if here and here.name:  # 云州市各有关部门
        after += next((len(name) for name in (here.full, here.name) if text.startswith(name, start)), 0)
    forms = (*_forms(), *(form for sign, form in _rare_forms() if text.find(sign, after, after + _CUE) >= 0))
    end = max((found.end() for form in forms if (found := form.match(text, after))), default=after)
    if end == after:
        return None
    if here and here.level != "provincial" and (own := _OWN_OFFICE.search(text, after, end)):
        end = own.start()
    words = text[after:end]
    return _agency(words, text[start:end], _jurisdiction(words, here), here), end


def _is_central(words: str) -> bool:
    """Whether a group is of the State; 中央、省驻市单位 are those in the document's own place."""
    return words.startswith(_CENTRAL) and "驻" not in words


def _agency(words: str, written: str, jurisdiction: str | None, here: Region | None) -> Agency:
    """Of this document alone where it is a local one that names no place: 各有关部门 of an unnamed city."""
    settled = here is None or bool(here.name) or _is_central(words)
    return Agency(_name(words, here), written, True, True, jurisdiction, settled)


_AREAS = re.compile("（(?:(?:乡镇|镇街|街镇|街道|园区|功能区|开发区|[市县区旗乡镇街村])[、和]?)+）")


def with_areas(agency: Agency, note: str) -> Agency | None:
    """A group with the kinds of areas that a note behind it tells: 各片区管理局（乡、镇、街）; None for another note.

    >>> with_areas(Agency("各片区管理局", "各片区管理局"), "（乡、镇、街）").name
    '各片区管理局（乡、镇、街）'
    """
    if not agency.written.startswith("各") or not _AREAS.fullmatch(note):
        return None
    return replace(agency, name=agency.name + note, written=agency.written + note)


def _jurisdiction(words: str, here: Region | None) -> str | None:
    return here.full if here and here.name and not _is_central(words) else None


def _name(words: str, here: Region | None) -> str:
    words = _AND_MORE.sub("", words).translate(ROUND)
    name = re.sub(r"(?<!人民)(?<!党委和)(?<!党委、)(?<!党委)政府(?=$|（)", "人民政府", words)
    name = re.sub(r"管委会$", "管理委员会", re.sub("国企$", "国有企业", name))
    name = _REGIONS.sub(r"\g<0>人民政府", _ALL.sub("", name))
    if here is None or not here.name or _is_central(words) or words.startswith(here.full):
        return name
    if sign := _SIGN.match(name):
        place = signed(sign[0], here)
        if not place.known:
            return name  # 省级有关部门 where the province is not known
        if not place.group and name[sign.end()] in "级属":
            return place.full + name  # 东桥区区级各部门, as written behind whose they are
        if not place.group:
            return place.full + re.sub("^政府(?=各|有关|相关)", "人民政府", name[sign.end() :])
    return here.full + name
