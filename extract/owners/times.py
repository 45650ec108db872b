"""Names of a document's own time: 市编办 of 2012 is 机构编制委员会办公室, not the party's office of that short name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from guitu.extract.facts import Agency, Document, Responsibility
from guitu.extract.text import Span
from guitu.extract.words.agencies import read
from guitu.ontology.districts import region
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


def former_names(agency: Agency) -> dict[str, int]:
    """What the short name of an agency meant before a reform, with the year of the reform."""
    place = agency.jurisdiction
    return {
        told.former.replace(PLACE, place): told.year
        for told in under_one_short_name()
        if place and told.holds_at(region(place)) and agency.name in {name.replace(PLACE, place) for name in told.every}
        if any(agency.written.endswith(short) and f"委{short}" not in agency.written for short in told.short)
    }


def of_time(agency: Agency, year: int | None) -> Agency:
    """The agency that its written name meant in a year."""
    if year is None or not agency.known:
        return agency
    name = next((name for name, until in former_names(agency).items() if year < until), None)
    return replace(agency, name=name) if name else agency
