"""Rooms of an office: 规划处 in a plan of 云州市交通局, or after 市交通局建设处 in a list, is its 规划处."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from guitu.extract.facts import Agency, Document, Responsibility
from guitu.extract.text import Span
from guitu.extract.words.agencies import match
from guitu.extract.words.agency_places import home
from guitu.ontology.districts import Region

# what the name of a room ends with, and nothing before it that makes it a body of its own
_ROOM = re.compile(r"[一-鿿（）、]{0,14}(?:处|科|股|室|(?<!公)司|机关党委|纪检组|党支部)")
_OF_ITS_OWN = re.compile(r"人民|研究室$|^(?:政府|市|省|县|区|州)|办事处$|委员会|领导小组|指挥部|局.*[处科]$")
_IS_ROOM = re.compile("[处科股]室$")
_BESIDE = re.compile("[、，,和及与]|以及")
_NO_OFFICE = re.compile(r"人民政府$|人民政府办公[厅室]$|委员会$|代表大会|委办公[厅室]$")


def office(document: Document) -> Agency | None:
    """The one bureau that issued a document, or that its title begins with; no government, no committee of the party.

    >>> office(Document("云州市交通运输局2026年工作要点", "municipal", jurisdiction="云州市")).name
    '云州市交通运输局'
    """
    issuers = document.issuers
    if not issuers and (titled := match(document.title, 0, home(document.jurisdiction, document.level), bare=False)):
        issuers = (titled[0],)
    if len(issuers) != 1 or issuers[0].group:
        return None
    return None if _is_whole(issuers[0].name) else issuers[0]


def named_office(heading: str, here: Region | None) -> Agency | None:
    """The bureau that the heading of a column of rooms names, 市卫健委内牵头处室, or a room with its bureau.

    >>> named_office("市卫健委内牵头处室", home("云州市")).name, named_office("牵头处室", home("云州市"))
    ('云州市卫生健康委员会', None)
    >>> named_office("市交通局建设处", home("云州市")).name
    '云州市交通运输局'
    """
    words = "".join(heading.split())
    found = match(words, 0, here, bare=False)
    if found is None or found[0].group or not found[0].settled or found[1] == len(words):
        return None
    return found[0] if _IS_ROOM.search(words, found[1]) or _ROOM.fullmatch(words, found[1]) else None


def in_list(facts: Iterable[Responsibility], words: str, here: Region | None) -> list[Responsibility]:
    """The facts with bare rooms as those of the bureau before them in a list: 市交通局建设处、规划处.

    `words`: the text that their spans are of.
    """
    by_span = {fact.span: fact for fact in facts}
    whose: dict[Span, tuple[Agency, Span]] = {}
    for span, after in pairwise(sorted(by_span)):
        body = whose.get(span)
        if body is None and (named := named_office(by_span[span].agency.written, here)):
            body = named, span
        if body and _is_bare(by_span[after].agency) and _BESIDE.fullmatch(words, span.end, after.start):
            whose[after] = body
    return [
        replace(fact, agency=of_office(fact.agency, whose[fact.span][0]), name_span=whose[fact.span][1])
        if fact.span in whose
        else fact
        for fact in facts
    ]


def office_in(cells: Iterable[str], here: Region | None) -> Agency | None:
    """The bureau that one of the cells of a header names, or one of its lines, where two rows make the header.

    >>> office_in(("任务", "市卫健委内\\n牵头处室", "时限"), home("云州市")).name
    '云州市卫生健康委员会'
    """
    lines = (line for cell in cells for line in (cell, *cell.split("\n")))
    return next((body for line in lines if (body := named_office(line, here))), None)


def _is_whole(name: str) -> bool:
    return bool(_NO_OFFICE.search(name)) and not re.search(
        r"(?:改革|管理|健康|建设|信息化|商务|农村|事务|科技|资源|交通)委员会$", name
    )


def of_office(agency: Agency, own: Agency | None) -> Agency:
    """A room as that of the document's own office, where it has one."""
    if own is None or not _is_bare(agency):
        return agency
    return replace(agency, name=own.name + agency.written, jurisdiction=own.jurisdiction, settled=own.settled)


def _is_bare(agency: Agency) -> bool:
    """Whether a name is that of a room, and no more."""
    named = agency.known or agency.settled or _OF_ITS_OWN.search(agency.written)
    return not named and bool(_ROOM.fullmatch(agency.written))
