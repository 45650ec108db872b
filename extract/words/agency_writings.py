"""Every way to write an agency that the registry has, for the labels of the graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from guitu.extract.facts import Agency
from guitu.ontology.districts import Region, region
from guitu.ontology.knowledge import Form, forms_by_writing, national_agencies


def writings(agency: Agency) -> Sequence[str]:
    """Every way to write a known agency with its place in full, for labels; empty for one outside the registry.

    >>> from guitu.extract.words.agencies import read
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
    form = _forms_of(place).get(agency.name)
    before = "" if form and form.is_body else place.full
    ways = (way.replace("{place}", before) for way in form.written) if form else ()
    return tuple(sorted({way for way in ways if way != agency.name}))


@lru_cache(64)  # of one place all agencies are asked for together; each has a thousand names
def _forms_of(place: Region) -> Mapping[str, Form]:
    """The bodies of a place by their official names; of two forms of one name its own, else the first."""
    around = {one.name for one in place.around()}
    every = [form for form in reversed(_every_form()) if not form.of or not around.isdisjoint(form.of)]
    every.sort(key=lambda form: bool(form.of))  # its own last, which are then the ones
    return {
        form.official(place.full, place.short, named): form for form in every for named in (place.full, place.short)
    }


@cache
def _every_form() -> tuple[Form, ...]:
    return tuple({form: None for tails in forms_by_writing().values() for found in tails.values() for form in found})
