"""Which document a citation means: the one of the store that it can mean, else a stub that all its citations share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from guitu.extract.facts import Document
from guitu.graph.copies.works import TELLING, letters
from guitu.graph.links.decision import Decision
from guitu.graph.links.record import Citation, LinkRecord
from guitu.graph.quads.names import Names, document_key
from guitu.ontology import standards as std

PREDICATES = {
    "based_on": std.ELI_BASED_ON,
    "implements": std.ELI_IMPLEMENTS,
    "annex": std.ELI_HAS_ANNEX,
    "issues": std.ELI_CITES,  # ELI has no word for sending out
    "cites": std.ELI_CITES,
}

# The wrapping of a notice: 云州市人民政府关于印发《…》的通知
_WRAPPING = re.compile(r"^.{0,60}?关于(?:印发|发布|下发|转发)(.{4,})的通知$")
_WRAPPED = re.compile(r"^.{0,60}?关于(?:印发|发布|下发|转发)《(.{4,})》的通知$")
_STATE = "中华人民共和国"  # a title is known without it, too
_NUMBER = re.compile(r"[^〔〕\s]{2,20}〔\d{4}〕\d+号")  # 云府发〔2021〕7号
_OWN = re.compile(r"[省市](?![场级政域区内际直辖])")  # 市公共数据管理办法 in a city's document; not 市场监管办法
_PLACED = re.compile(r"^(?:国家|全国|中华人民共和国|中国|国务院|.{2,8}?[省市区县州盟旗](?!级))")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that is cited and not in the store: its title as the first citation names it, its key."""

    key: str
    title: str


@dataclass(slots=True)
class Citations:
    """The decisions, and the stubs by key."""

    decisions: list[Decision] = field(default_factory=list)
    stubs: dict[str, Cited] = field(default_factory=dict)


def citations(records: Sequence[LinkRecord], names: Names) -> Citations:
    """Every citation resolved."""
    known, found = titles(records), Citations()
    keys = {record.key for record in records}
    for record in records:
        for citation in record.citations:
            _resolved(citation, record, known, keys, names, found)
    return found


def _resolved(  # noqa: PLR0913, PLR0917 - one citation among all
    citation: Citation,
    record: LinkRecord,
    known: Mapping[str, set[str]],
    keys: set[str],
    names: Names,
    found: Citations,
) -> None:
    subject, predicate, title = names.document(record.key), PREDICATES[citation.relation], citation.full
    candidates, score, reason = meant(title, record, known)
    if candidates == {record.key}:
        return
    candidates.discard(record.key)
    rule = "cited-number" if _is_number(title) else "cited-title"
    if len(candidates) == 1:
        (key,) = candidates
        found.decisions.append(Decision(subject, predicate, names.document(key), "resolved", rule, score, reason))
        return
    stub = _stub(title, record, keys)
    if stub is None:
        return
    found.stubs.setdefault(stub.key, stub)
    iri = names.document(stub.key)
    found.decisions.append(
        Decision(subject, predicate, iri, "resolved", rule, score, "所引文件不在图谱内，依所引名称记为一处")
    )
    for key in sorted(candidates):
        why = "所引名称可指多份文件"
        found.decisions.append(
            Decision(iri, std.SKOS_EXACT_MATCH, names.document(key), "unsure", rule, Decimal("0.5"), why)
        )


def carried_out(records: Sequence[LinkRecord]) -> dict[str, list[str]]:
    """The keys of the documents that each document is based on or implements."""
    known, found = titles(records), defaultdict[str, list[str]](list)
    for record in records:
        for citation in record.citations:
            if citation.relation in ("based_on", "implements"):
                candidates = meant(citation.title, record, known)[0]
                if len(candidates) == 1 and record.key not in candidates:
                    found[record.key] += candidates
    return found


def titles(records: Iterable[LinkRecord]) -> dict[str, set[str]]:
    """Every way to name a document, to the keys of those so named."""
    known: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for name in record.titles:
            known[bare(name)].add(record.key)
    return known


def meant(title: str, record: LinkRecord, known: Mapping[str, set[str]]) -> tuple[set[str], Decimal, str]:
    """The documents that a citation can mean, by title or number, or by the title after the citing one's place."""
    place = letters(record.jurisdiction or "")
    direct = set(known.get(bare(title), ()))
    if len(direct) == 1:
        return direct, Decimal(1), "所引名称即该文件的标题或文号"
    of_the_state = letters(title).startswith(_STATE)  # never that of a city
    placed = set() if of_the_state else set(known.get(place + bare(title), ()))
    if len(placed) == 1:
        return placed, Decimal("0.9"), "所引名称前加辖区名即该文件的标题"
    return direct | placed, Decimal("0.9"), ""


def bare(title: str) -> str:
    """A title or number in letters, without the notice around it.

    >>> bare("云州市人民政府关于印发《云州市“十四五”水利规划》的通知")
    '云州市十四五水利规划'
    """
    name = letters(title).removeprefix(_STATE)
    wrapped = _WRAPPING.match(name)
    return wrapped[1] if wrapped else name


def _is_number(title: str) -> bool:
    return bool(_NUMBER.fullmatch(title))


def _stub(title: str, record: LinkRecord, keys: set[str]) -> Cited | None:
    """The key that a document of this title would have; a short title without a place is that of the citing one's."""
    wrapped = _WRAPPED.match(title)
    title = (wrapped[1] if wrapped else title).strip("《》 ").removeprefix(_STATE)
    if len(letters(title)) < 2:
        return None
    key = document_key(Document(title, number=title if _is_number(title) else None))
    if len(letters(title)) < TELLING and not _PLACED.match(title):
        key = f"{key}（{record.jurisdiction or '全国'}）"
    elif _OWN.match(title):
        key = f"{record.jurisdiction or ''}{key.removeprefix(title[0])}"
    return Cited(f"{key}（被引）" if key in keys else key, title)
