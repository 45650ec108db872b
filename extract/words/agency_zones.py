"""Committees of several zones that share their last word: 开发区、高新区、东城区管委会; 甲市、乙市经济开发区管委会."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.facts import Agency
from guitu.extract.text import Span
from guitu.extract.words.agencies import read, unlisted
from guitu.ontology.districts import Region, regions

_OFFICE = "(?P<office>管委会|管理委员会)"
_ZONE = "[一-鿿]{0,6}(?:开发区|高新区|经开区|新区|园区|示范区|度假区|保税区|合作区|功能区)"
_AREAS = re.compile(rf"(?P<areas>{_ZONE}(?:[、和及与]{_ZONE}){{0,8}}[、和及与][一-鿿]{{1,8}}区){_OFFICE}")
_PLACES = re.compile(
    r"(?P<areas>[一-鿿]{2,6}?(?:[、和及与][一-鿿]{2,6}?){1,12})"
    rf"(?P<zone>(?:经济(?:技术)?|高新技术产业|工业)开发区|经开区|高新区|开发区|(?:工业|产业)园区){_OFFICE}"
)
_NAME = re.compile("[^、和及与]+")
_MOST = 120  # characters of such a list

Named = Sequence[tuple[Agency, Span]]


def committees_at(text: str, start: int, here: Region | None) -> tuple[Named, int] | None:
    """The committees in a row at `start` whose last word stands once, and where it ends.

    Zones each by its own name, or places that are known, by names without their sign.

    >>> said = "南京、苏州经济开发区管委会负责"
    >>> [agency.name for agency, _ in committees_at(said, 0, None)[0]]
    ['南京经济开发区管理委员会', '苏州经济开发区管理委员会']
    >>> committees_at("南京市、苏州经济开发区管委会负责", 0, None)
    """
    if text.find("管", start, start + _MOST) < 0:
        return None
    if areas := _AREAS.match(text, start):
        return _made(areas, areas["office"], here), areas.end()
    places = _PLACES.match(text, start)
    if places and all(_is_place(name[0]) for name in _NAME.finditer(places["areas"])):
        return _made(places, places["zone"] + places["office"], here), places.end()
    return None


def _made(found: re.Match[str], shared: str, here: Region | None) -> Named:
    """Each name with the words that all share; the last one stands with them."""
    at = found.start("areas")
    spans = [Span(at + name.start(), at + name.end()) for name in _NAME.finditer(found["areas"])]
    names = [found.string[span.start : span.end] + shared for span in spans]
    spans[-1] = Span(spans[-1].start, found.end())
    return [(_named(name, here), span) for name, span in zip(names, spans, strict=True)]


def _named(name: str, here: Region | None) -> Agency:
    known = read(name, here.full if here and here.name else None, here.level if here else "national")
    return known if known.known else unlisted(name, here)


def _is_place(name: str) -> bool:
    """Whether a name is that of a city or a county without its sign: 南京, 洪洞."""
    return any(found.name != name for sign in ("", *"市县区旗州") for found in regions().get(name + sign, ()))
