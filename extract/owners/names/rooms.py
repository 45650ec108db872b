"""Rooms of an office: 规划处 in a plan of 云州市交通局, or after 市交通局建设处 in a list, is its 规划处."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from guitu.extract.facts import NOWHERE, Agency, Document, Responsibility
from guitu.extract.text import Span, Text
from guitu.extract.words.agencies import match
from guitu.extract.words.agency_places import home
from guitu.ontology.districts import Region

# what the name of a room ends with, and nothing before it that makes it a body of its own
_ROOM = re.compile(r"[一-鿿（）、]{0,14}(?:处|科|股|室|(?<!公)司|机关党委|纪检组|党支部)")
_OF_ITS_OWN = re.compile(r"人民|研究室$|^(?:政府|市|省|县|区|州)|办事处$|委员会|领导小组|指挥部|局.*[处科]$")
# the office that speaks, and what it has without a room of its own: 省局, 本局信息中心, 各直属单位, 厅属各单位
_SPEAKING = re.compile(r"(?P<sign>[省市区县州盟旗]|本|我)(?P<kind>[局厅])(?:机关(?=各))?(?P<rest>[一-鿿（）]*)")
_OWN_UNITS = re.compile(
    r"(?:机关)?各(?:有关|相关)?(?:[一-鿿]{2,6})?[处科股]室|各?[局厅]?直属各?(?:事业)?(?:单位|机构)|[局厅]属各?(?:事业)?单位"
)
# a part that no registry has, where it stands beside rooms: 执法稽查局; what each place has of its own is none
_PART = re.compile(r"(?![省市县区州各]|国家|中国|人民)[一-鿿]{2,10}(?:局|中心|[总支大]队|[站所])")
_SERVICES = re.compile("(?:信息|宣传教育|宣教|机关服务|后勤服务|机关事务)中心")
# 2026年全省市场监管工作要点: the field whose office speaks, where the number says so too
_OF_FIELD = re.compile(r"全(?P<sign>[省市区县州盟旗])(?P<field>[一-鿿]{2,12})")
_OF_GOVERNMENT = re.compile("[政府委][办发字规]")
_IS_ROOM = re.compile("[处科股]室$")
_BESIDE = re.compile("[、，,和及与]|以及")
_NO_OFFICE = re.compile(r"人民政府$|人民政府办公[厅室]$|委员会$|代表大会|委办公[厅室]$")


def office(document: Document, speaking: str = "") -> Agency | None:
    """The one bureau that issued a document, or that its title begins with; no government, no committee of the party.

    `speaking`: what the text calls it, 市局.

    >>> office(Document("云州市交通运输局2026年工作要点", "municipal", jurisdiction="云州市")).name
    '云州市交通运输局'
    """
    issuers = document.issuers
    here = home(document.jurisdiction, document.level)
    if not issuers and (titled := match(document.title, 0, here, bare=False)):
        issuers = (titled[0],)
    elif not issuers and speaking and (own := _of_field(document, speaking, here)):
        issuers = (own,)
    if len(issuers) != 1 or issuers[0].group:
        return None
    return None if _is_whole(issuers[0].name) else issuers[0]


def own_office(document: Document, text: Text) -> tuple[Agency | None, Span]:
    """The office that a document is of, and the words of its text that say so where neither issuer nor title does."""
    if document.issuers or (own := office(document)):
        return office(document), NOWHERE
    field = _OF_FIELD.search(document.title) if document.number else None
    said = re.compile(f"(?<!全){field['sign']}[局厅](?![部面势限域])").search(text.folded) if field else None
    own = office(document, said[0]) if said else None
    return own, Span(*said.span()) if said and own else NOWHERE


def _of_field(document: Document, speaking: str, here: Region | None) -> Agency | None:
    """The bureau of the field that a title speaks of for a whole place, where the number is one of that field.

    >>> told = Document("2026年全市交通运输工作要点", "municipal", number="云交发〔2026〕3号")
    >>> _of_field(told, "市局", home("云州市")).name
    '云州市交通运输局'
    """
    number = (document.number or "").partition("〔")[0]
    field = _OF_FIELD.search(document.title) if number and here and not _OF_GOVERNMENT.search(number) else None
    if field is None or field["field"][0] not in number[1:] or field["sign"] != speaking[0]:
        return None
    for length in range(len(field["field"]), 1, -1):
        words = field["sign"] + field["field"][:length] + speaking[1:]
        found = match(words, 0, here, bare=False)
        if found and found[1] == len(words) and found[0].known and found[0].settled and not found[0].group:
            return found[0]
    return None


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
    """A room as that of the document's own office, where it has one, and the office that names itself: 市局信息中心.

    >>> own = Agency("云州市交通运输局", "云州市交通运输局", jurisdiction="云州市")
    >>> named = (Agency(w, w, known=False, settled=False) for w in ("规划处", "市局信息中心", "各直属单位"))
    >>> [of_office(agency, own).name for agency in named]
    ['云州市交通运输局规划处', '云州市交通运输局信息中心', '云州市交通运输局各直属单位']
    """
    if own is None:
        return agency
    rest = agency.written
    if _is_bare(agency):
        rest = rest.removeprefix(own.name[-1])  # 局机关党委
    else:
        speaking = _SPEAKING.fullmatch(agency.written)
        if (
            speaking
            and speaking["kind"] == own.name[-1]
            and speaking["sign"] in ("本", "我", (own.jurisdiction or " ")[-1])
        ):
            rest = speaking["rest"]
        elif not _OWN_UNITS.fullmatch(agency.written):
            return agency
    return replace(
        agency,
        name=own.name + rest,
        known=agency.known and not rest,
        jurisdiction=own.jurisdiction,
        settled=own.settled,
    )


def part_of_office(agency: Agency, own: Agency | None) -> Agency:
    """A body that stands among rooms as a part of their office: 执法稽查局 behind 规划处; 财政局 is the place's own.

    >>> own = Agency("云州市交通运输局", "云州市交通运输局", jurisdiction="云州市")
    >>> part_of_office(Agency("云州市执法稽查局", "执法稽查局", known=False), own).name
    '云州市交通运输局执法稽查局'
    """
    named = agency.known and not _SERVICES.fullmatch(agency.written)
    if own is None or agency.group or named or not _PART.fullmatch(agency.written):
        return agency
    return replace(
        agency, name=own.name + agency.written, known=False, jurisdiction=own.jurisdiction, settled=own.settled
    )


def of_own(facts: Iterable[Responsibility], own: Agency | None, said: Span, words: str) -> list[Responsibility]:
    """The facts with what is the office's own under its name; a part is known by the rooms in its list.

    `said`: the words of the text that tell whose it is; `words`: the text. 省局各直属单位 is one name.
    """
    listed = sorted(facts, key=lambda fact: fact.span)
    if own is None:
        return listed
    starts = {fact.span.start for fact in listed}
    whole = [fact for fact in listed if not (_SPEAKING.fullmatch(fact.agency.written) and fact.span.end in starts)]
    parts = {agency.written for agency in _among_rooms(whole, words)}
    found = []
    for fact in whole:
        agency = part_of_office(fact.agency, own) if fact.agency.written in parts else fact.agency
        agency = of_office(agency, own) if agency is fact.agency else agency
        found.append(fact if agency is fact.agency else replace(fact, agency=agency, name_span=said or fact.name_span))
    return found


def _among_rooms(listed: Iterable[Responsibility], words: str) -> Iterator[Agency]:
    """The bodies of the lists that have a bare room."""
    row: list[Responsibility] = []
    for fact in (*listed, None):
        if fact and (
            not row or row[-1].span == fact.span or _BESIDE.fullmatch(words, row[-1].span.end, fact.span.start)
        ):
            row.append(fact)
            continue
        if any(_is_bare(one.agency) for one in row):
            yield from (one.agency for one in row if not _is_bare(one.agency))
        row = [fact] if fact else []


def _is_bare(agency: Agency) -> bool:
    """Whether a name is that of a room, and no more."""
    named = agency.known or agency.settled or _OF_ITS_OWN.search(agency.written)
    return not named and bool(_ROOM.fullmatch(agency.written))
