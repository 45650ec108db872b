"""Names of a document's own time: 市编办 of 2012 is 机构编制委员会办公室, not the party's office of that short name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from guitu.extract.facts import Agency, Document, Responsibility
from guitu.extract.text import Span
from guitu.extract.words.agencies import read
from guitu.ontology.districts import region
from guitu.ontology.knowledge import forms
from guitu.ontology.successions import PLACE, successions, under_one_short_name

_YEAR = re.compile(r"(?:19|20)\d\d(?=年|[-—~至])")
_PERIODS = {"十五": 2001, "十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_TIME = 1  # years that a reform takes to reach every place


def year_of(document: Document, named: Iterable[Agency]) -> int | None:
    """The year of a document, else that by which the bodies it names had been abolished.

    >>> year_of(Document("云州市养老服务规划（2016—2020年）"), ()), year_of(Document("云州市人才意见"), ())
    (2016, None)
    """
    if dated := document.issued or document.valid_from:
        return dated.year
    if told := _YEAR.search(document.title):
        return int(told[0])
    if document.period in _PERIODS:
        return _PERIODS[document.period]
    ended = (
        _abolished().get(agency.name.replace(agency.jurisdiction, PLACE, 1))
        for agency in named
        if agency.known and agency.jurisdiction
    )
    return min((year - _TIME for year in ended if year), default=None)


@cache
def _abolished() -> dict[str, int]:
    """The year of the reform that ended a local body for sure, by its name."""
    found: dict[str, int] = {}
    for former, every in successions().items():
        for told in every:
            if told.successors and PLACE in former and not told.short:
                found[former] = max(told.year, found.get(former, 0))
    return found


def apart(fact: Responsibility, year: int | None, document: Document) -> Iterator[Responsibility]:
    """A fact of a body that two have become, 市科委、中关村管委会 of 北京市, as two in a document from before that."""
    joined = _joined().get(fact.agency.name) if "、" in fact.agency.name else None
    if joined is None or year is None or year >= joined:
        yield fact
        return
    start = fact.span.start
    for written in fact.agency.written.split("、"):
        agency = read(written, document.jurisdiction, document.level)
        yield replace(fact, agency=agency, span=Span(start, start + len(written)))
        start += len(written) + 1


@cache
def _joined() -> dict[str, int]:
    """The year in which two bodies became one that bears the names of both, by that name."""
    told = (told for every in successions().values() for told in every)
    return {name: one.year for one in told for name in one.successors if "、" in name}


@lru_cache(1 << 12)
def former_names(agency: Agency) -> Mapping[str, int]:
    """What the short name of an agency meant before a reform, with the year of the reform."""
    place = agency.jurisdiction
    return {
        told.former.replace(PLACE, place): told.year
        for told in under_one_short_name()
        if place and told.holds_at(region(place)) and agency.name in {name.replace(PLACE, place) for name in told.every}
        if any(agency.written.endswith(short) and f"委{short}" not in agency.written for short in told.short)
    }


def of_time(agency: Agency, year: int | None) -> Agency:
    """The agency that its written name meant in a year; before a reform of its province it stays as written.

    >>> of_time(read("县教体局", "金乡县"), 2016).name
    '金乡县教体局'
    """
    if year is None or not agency.known:
        return agency
    name = next((name for name, until in former_names(agency).items() if year < until), None)
    if name is None and (short := _before_its_reform(agency, year)):
        return replace(agency, name=short, known=False)
    return replace(agency, name=name) if name else agency


def _before_its_reform(agency: Agency, year: int) -> str | None:
    """The short form of a body with its place in a year in which it did not have that name yet."""
    place = agency.jurisdiction
    for short, since in _later().get(agency.name.removeprefix(place), {}).items() if place else ():
        if year < since and agency.written.endswith(short):
            return f"{place}{short}"
    return None


@cache
def _later() -> dict[str, dict[str, int]]:
    """The short forms that a reform of a province gave to a name, with its year, the longest first."""
    found: dict[str, dict[str, int]] = {}
    for form in (form for form in forms() if form.since):
        name = form.name.removeprefix("{full}")
        shorts = (written.removeprefix(PLACE) for written in form.written)
        same = found.setdefault(name, {})
        same |= {short: form.since for short in sorted(shorts, key=len, reverse=True) if short != name}
    return found
