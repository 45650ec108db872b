"""The city of a text that carries out what this city's own committee and government have decided.

根据《中共云州市委、云州市人民政府关于…的决定》: so writes the city itself, or a county or district below it. A text
that speaks for a city and names districts and counties under it is the city's own; one city carries out no decision of
another. The text must also name the city in words of its own: these are the proof.
"""

from __future__ import annotations

import re

from guitu.ontology.districts import Region, leading

_HEAD = 3000  # characters in which a text says what it rests on
# 根据《…》, 根据《…》和《…》
_RESTS_ON = re.compile(
    r"(?:根据|按照|依据|依照)(?:[^，。；《》\n]{0,24}《[^《》\n]{4,120}》(?:（[^（）\n]{4,24}）)?[、和及]?){1,4}"
)
_TITLE = re.compile("《(?:中共|中国共产党)?(?P<title>[^《》]+)》")
_BODY = re.compile("(?:市?委(?![员托办])|市?人民政府)")
# what only a city with districts and counties has under it; a city of a county has towns and streets
_UNDER_IT = re.compile(
    r"各(?:县级市|[区县]（?[市区县]）?|县（市、区）|[区县]、(?:县级)?[市县])(?=[、，）（。；\s]|人民|政府|[市县]|和|$)|"
    r"(?<![省区])市[、和](?:区（县级市）|县（市、区）|区（县）|县（区）|区县|县区)|"
    r"(?:^|[（：、，；。\s由])(?!各|[市区县]|相关|有关)[一-鿿]{2,3}(?<![新发高度经园矿林地镇])区(?:人民)?政府"
)


def basis_city(raw: str, own: str) -> Region | None:
    """The one city whose committee or government decided what a text rests on, where the text speaks for a city.

    `raw`: the words of the document; `own`: the same with what names other documents blanked.

    >>> own = "提出以下意见。建设节水兰州。（市水务局、各区、县政府）"
    >>> basis_city("根据《中共兰州市委、兰州市人民政府关于节水的决定》，" + own, own).full
    '兰州市'
    >>> basis_city("根据《中共兰州市委关于节水的决定》", "建设节水兰州。（市水务局、各街道）")
    """
    if not _UNDER_IT.search(own):
        return None
    decided = [
        found
        for rests in _RESTS_ON.finditer(raw[:_HEAD])
        for title in _TITLE.finditer(rests[0])
        if (found := leading(title["title"], unlisted=False)) and _BODY.match(title["title"], found[1])
    ]
    below = {region for region, _ in decided if region.level not in ("national", "provincial")}
    city = below.pop() if len(below) == 1 else None
    told = city is not None and city.level == "municipal" and city.known
    return city if city and told and city.short in own else None
