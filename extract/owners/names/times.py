"""Names of a document's own time: 市编办 of 2012 is 机构编制委员会办公室, not the party's office of that short name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from guitu.extract.facts import Agency, Document, Responsibility
from guitu.extract.text import Span
from guitu.extract.words.agencies import read
from guitu.extract.words.agency_forms import around, rank_of
from guitu.ontology.districts import leading, region
from guitu.ontology.knowledge import Form, forms
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


def years_of(document: Document, named: Sequence[Agency]) -> tuple[int | None, int | None]:
    """The year of a document twice; else that from which the last of the bodies it names has been, and `year_of`.

    >>> years_of(Document("云州市人才意见"), [read("市人社局", "云州市"), read("市环保局", "云州市")])
    (2009, 2017)
    """
    told, most = year_of(document, ()), year_of(document, named)
    if told or most is None:
        return told, most
    founded = (_founded().get(agency.name.replace(agency.jurisdiction or "", PLACE, 1), 0) for agency in named)
    return max((year for year in founded if year <= most), default=0), most


@cache
def _founded() -> dict[str, int]:
    """The year of the reform that made a local body, by its name."""
    told = (one for every in successions().values() for one in every if not one.short)
    return {name: one.year for one in told for name in one.successors if PLACE in name}


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


def of_time(agency: Agency, year: int | None, least: int | None = None) -> Agency:
    """The agency that its written name meant in a year; in which it had another name it stays as written.

    `least`: the year from which on the document is, where `year` is only that up to which.

    >>> of_time(read("县教体局", "金乡县"), 2016).name
    '金乡县教体局'
    """
    if not agency.known:
        return agency
    name = next((name for name, until in former_names(agency).items() if year is not None and year < until), None)
    if name is None and (short := _of_another_time(agency, year if least is None else least, year)):
        return replace(agency, name=short, known=False)
    return replace(agency, name=name) if name else agency


def _of_another_time(agency: Agency, least: int | None, most: int | None) -> str | None:
    """The short form of a body with its place, where it did not mean that body in all the years between these.

    Where nothing tells the time, what has that short form today is meant.
    """
    if (place := agency.jurisdiction) is None:
        return None
    for form in _timed().get(agency.name.replace(place, _PLACED, 1), ()):
        if not form.of or not set(around(place) or (place,)).isdisjoint(form.of):
            if form.at not in ("", rank_of(place)):
                continue
            early = most is not None and (least or 0) < form.since
            late = form.until and (most is None or most >= form.until)
            if (early or late) and (short := _short_of(agency, form)):
                return f"{'中共' if short.startswith('委') else ''}{place}{short}"
    return None


_PLACED = "{full}"
_SIGNS = (*"省市区县州盟旗级", "兵团")


@cache
def _timed() -> Mapping[str, Sequence[Form]]:
    """The forms whose short names mean them from a year on or up to one, by their official names."""
    found: dict[str, list[Form]] = {}
    for form in (form for form in forms() if form.since or form.until):
        found.setdefault(form.official(_PLACED, _PLACED, _PLACED), []).append(form)
    return found


def _short_of(agency: Agency, form: Form) -> str | None:
    """The short name by which an agency is written, without its place; the longest."""
    shorts = (written.removeprefix(PLACE) for written in form.written if written.startswith(PLACE))
    ways = (short for short in shorts if agency.written.endswith(short) and not form.name.endswith(short))
    short = max(ways, key=len, default=None)
    return short if short and _is_place(agency.written.removesuffix(short)) else None


def _is_place(head: str) -> bool:
    """Whether what stands before a short name is a place and no part of the name: 市地方 of 市地方金融监管局."""
    place = leading(head)
    return not head or head.endswith(_SIGNS) or (place is not None and place[1] == len(head))
