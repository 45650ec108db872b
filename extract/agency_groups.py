"""Groups: agencies named together without their own names, 各区政府, 市级有关部门, 国务院相关部门及各地区."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from guitu.extract.facts import Agency
from guitu.extract.places_of_agencies import signed
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import matters
from guitu.ontology.registry_file import entries

_LONGEST = 40
_CENTRAL = ("国务院", "中央", "国家", "全国")
_SIGN = re.compile(r"自治区|兵团|[市省区县州盟旗](?!（)(?=[委政级直属各有相其所])")


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    words = {key: _any(entry["word"]) for key, entry in entries("groups").items()}
    scope, qualifier, noun, office = (words[key] for key in ("scope", "qualifier", "noun", "office"))
    level = _any(word for word in entries("groups")["scope"]["word"] if len(word) > 1)
    area = rf"{words['area']}(?:（[^（）]{{1,16}}）)?"
    kind = "(?:(?![是为由要在对和与及将应把被第等负牵的其尽自司跨])[一-鿿])"
    which = rf"(?:{scope})?{qualifier}(?:{scope})?"
    forms = (
        rf"{which}{area}(?:[、和及]?{area}){{0,3}}{office}",  # 各市、县（区）人民政府
        rf"{which}(?:{kind}{{2,5}}?)??{noun}",  # 市级有关部门, 各行业主管部门
        rf"{qualifier}{area}(?:{area})?(?:级|[、和]{area}(?![一-鿿]))?",  # 各区, 各镇（街道）, 各县（市、区）
        rf"{which}{office}",  # 各级人民政府
        rf"{qualifier}省、自治区、直辖市(?:人民政府)?",
        rf"{level}各?{noun}",  # 市级部门
        rf"(?:{scope})?(?:{qualifier})?(?:{scope})?{_any(matters())}(?:行政)?(?:主管|管理|监管)?部门",  # 各级财政部门
        words["alone"],
    )
    return tuple(map(re.compile, forms))


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def group_at(text: str, start: int, here: Region | None) -> tuple[Agency, int] | None:
    """The longest group at `start` of the text, with its end; its name begins with the jurisdiction.

    >>> from guitu.ontology.districts import region
    >>> group_at("各县（市、区）政府", 0, region("云州市"))[0].name
    '云州市各县（市、区）人民政府'
    >>> group_at("国务院相关部门", 0, None)[0].name
    '国务院相关部门'
    """
    after = start
    if here:  # 云州市各有关部门
        after += next((len(name) for name in (here.full, here.name) if text.startswith(name, start)), 0)
    end = max((found.end() for form in _forms() if (found := form.match(text, after))), default=after)
    if end == after:
        return None
    return Agency(_name(text[after:end], here), text[start:end], True, True, _jurisdiction(text[after:end], here)), end


def _jurisdiction(words: str, here: Region | None) -> str | None:
    return here.full if here and not words.startswith(_CENTRAL) else None


def _name(words: str, here: Region | None) -> str:
    name = re.sub(r"(?<!人民)(?<!党委和)(?<!党委、)(?<!党委)政府(?=$|（)", "人民政府", words)
    name = re.sub(r"管委会$", "管理委员会", name)
    if here is None or words.startswith(_CENTRAL):
        return name
    if sign := _SIGN.match(name):
        place = signed(sign[0], here)
        if not place.known:
            return name  # 省级有关部门 where the province is not known
        if not place.group:
            return place.full + name[sign.end() :]
    return here.full + name
