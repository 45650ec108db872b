"""Which document a citation means: the one of the store that it can mean, else a stub that all its citations share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from guitu.extract.facts import Document, Reference
from guitu.graph.copies.works import TELLING, Work, letters
from guitu.graph.links.decision import Decision
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
_ALIAS = re.compile(
    r"《([^《》\n]{4,80})》(?:（[^（）]{0,40}[，,])?\s*[（，]?(?:以下|下)简称[：:]?“?《?([^“”《》（）\n]{2,30})"
)
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


def citations(works: Sequence[Work], names: Names) -> Citations:
    """Every citation resolved."""
    known, found = titles(works), Citations()
    keys = {work.key for work in works}
    for work in works:
        short = _aliases(work) if work.primary.facts.references else {}
        for reference in work.primary.facts.references:
            _resolved(reference, short.get(letters(reference.title), reference.title), work, known, keys, names, found)
    return found


def _resolved(  # noqa: PLR0913, PLR0917 - one citation among all
    reference: Reference,
    title: str,
    work: Work,
    known: Mapping[str, set[str]],
    keys: set[str],
    names: Names,
    found: Citations,
) -> None:
    subject, predicate = names.document(work.key), PREDICATES[reference.relation]
    candidates, score, reason = meant(title, work, known)
    if candidates == {work.key}:
        return
    candidates.discard(work.key)
    if len(candidates) == 1:
        (key,) = candidates
        rule = "cited-number" if _is_number(title) else "cited-title"
        found.decisions.append(Decision(subject, predicate, names.document(key), "same", rule, score, reason))
        return
    stub = _stub(title, work, keys)
    if stub is None:
        return
    found.stubs.setdefault(stub.key, stub)
    iri = names.document(stub.key)
    rule = "cited-number" if _is_number(title) else "cited-title"
    found.decisions.append(
        Decision(subject, predicate, iri, "same", rule, score, "所引文件不在图谱内，依所引名称记为一处")
    )
    for key in sorted(candidates):
        why = "所引名称可指多份文件"
        found.decisions.append(
            Decision(iri, std.SKOS_EXACT_MATCH, names.document(key), "unsure", rule, Decimal("0.5"), why)
        )


def carried_out(works: Sequence[Work]) -> dict[str, list[str]]:
    """The keys of the documents that each document is based on or implements."""
    known, found = titles(works), defaultdict[str, list[str]](list)
    for work in works:
        for reference in work.primary.facts.references:
            if reference.relation in ("based_on", "implements"):
                candidates = meant(reference.title, work, known)[0]
                if len(candidates) == 1 and work.key not in candidates:
                    found[work.key] += candidates
    return found


def titles(works: Iterable[Work]) -> dict[str, set[str]]:
    """Every way to name a document, to the keys of those so named."""
    known: dict[str, set[str]] = defaultdict(set)
    for work in works:
        for copy in work.copies:
            for name in (copy.document.title, copy.document.number):
                if name:
                    known[bare(name)].add(work.key)
    return known


def meant(title: str, work: Work, known: Mapping[str, set[str]]) -> tuple[set[str], Decimal, str]:
    """The documents that a citation can mean, by title or number, or by the title after the citing one's place."""
    place = letters(work.primary.document.jurisdiction or "")
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


def _stub(title: str, work: Work, keys: set[str]) -> Cited | None:
    """The key that a document of this title would have; a short title without a place is that of the citing one's."""
    wrapped = _WRAPPED.match(title)
    title = (wrapped[1] if wrapped else title).strip("《》 ").removeprefix(_STATE)
    if len(letters(title)) < 2:
        return None
    key = document_key(Document(title, number=title if _is_number(title) else None))
    if len(letters(title)) < TELLING and not _PLACED.match(title):
        key = f"{key}（{work.primary.document.jurisdiction or '全国'}）"
    elif _OWN.match(title):
        key = f"{work.primary.document.jurisdiction or ''}{key.removeprefix(title[0])}"
    return Cited(f"{key}（被引）" if key in keys else key, title)


def _aliases(work: Work) -> dict[str, str]:
    """What a document calls others by for short: 《云州市水利规划》（以下简称《规划》）."""
    found: dict[str, str] = {}
    text = work.primary.reading.text.read(work.primary.extent)
    if "简称" in text:
        for told in _ALIAS.finditer(text):
            found.setdefault(letters(told[2]), told[1])
    return found
