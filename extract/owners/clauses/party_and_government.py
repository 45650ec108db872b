"""The two that head one place, named together: 各县党委和人民政府, 高新区党工委和管委会, 东桥区委和区政府."""

from __future__ import annotations

import re
from dataclasses import replace

from guitu.extract.facts import Agency
from guitu.extract.text import Span
from guitu.extract.words.agencies import of_name
from guitu.extract.words.party_offices import OFFICE
from guitu.ontology.districts import Region

_JOINT = "(?:和|及|与|、)?"
_BOTH = re.compile(
    r"(?P<who>[^，。；：、《》“”]{1,16}?|(?:(?![局委办厅部府会室]、)[^，。；：《》“”]){1,8}（[^（）]{1,10}）)"
    r"(?P<party>党委(?:（党工委）)?|党工委(?:（党委）)?|党（工）委)"
    rf"{_JOINT}(?P<body>(?:人民政府|政府(?!办))(?:（(?:街道)?办事处）)?|管理委员会|管委会|(?:街道)?办事处)"
)
_SIGNED = re.compile(
    rf"(?P<who>[一-鿿]{{0,8}}?(?P<sign>[省市区县州盟旗]))(?P<party>委){_JOINT}(?P<body>(?P=sign)(?:人民)?政府(?!办|{OFFICE}))"
)
_OF_EACH = re.compile(
    rf"(?P<who>各(?:地[、（])?[省市县区州盟旗、（）]*[市区县州盟旗）])(?P<party>党?委){_JOINT}"
    r"(?P<body>(?:人民)?政府(?!办|（(?:街道)?办)(?:（行(?:政公)?署）)?|行(?:政公)?署(?:（(?:人民)?政府）)?)"
)
# 甲示范区、乙高新区党工委和管委会: each has both
_ZONES = re.compile("(?:[一-鿿]{1,12}(?:示范区|开发区|经开区|高新区|新区|园区|管理区|度假区)、)+")
_NAMES = re.compile("(?P<who>[^、]+)、")
_PLACED = re.compile("[^，。；：、（）]*?[省市区县州盟旗镇乡街道园地级办]$|.*）$")


def both_at(text: str, at: int, here: Region | None) -> tuple[list[tuple[Agency, Span]], int] | None:
    """The committee of the party and the government of a place that are named together, and where their name ends.

    Without the name of its place neither 人民政府 nor 管委会 behind 党委 is that of the document's own place.

    >>> from guitu.ontology.districts import region
    >>> [agency.name for agency, _ in both_at("各乡镇党委、政府", 0, region("云州市"))[0]]
    ['云州市各乡镇党委', '云州市各乡镇人民政府']
    """
    if (said := _SIGNED.match(text, at)) is not None:
        place = said["who"][:-1]
        start = at if place else said.start("body")
        parts = [
            (said["who"] + said["party"], Span(at, said.end("party"))),
            (place + said["body"], Span(start, said.end())),
        ]
    elif (said := _OF_EACH.match(text, at)) is not None:
        parts = [(said["who"] + said[office], Span(at, said.end(office))) for office in ("party", "body")]
    elif (said := _of_places(text, at)) is not None:
        places = [*_NAMES.finditer(text, at, said.start()), said]
        parts = [
            (place["who"] + said[office], Span(place.start(), said.end(office)))
            for place in places
            for office in ("party", "body")
        ]
    else:
        return None
    named = [(replace(of_name(name, here), written=text[span.start : span.end]), span) for name, span in parts]
    return named, said.end()


def _of_places(text: str, at: int) -> re.Match[str] | None:
    zones = _ZONES.match(text, at)
    said = _BOTH.match(text, zones.end()) if zones else None
    if said is not None and said["party"].endswith("工委"):
        return said
    said = _BOTH.match(text, at)
    return said if said is not None and _PLACED.match(said["who"]) else None
