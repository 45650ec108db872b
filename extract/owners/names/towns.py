"""Towns that a list names without their last sign, 沙湾、太岭等乡镇: in full where the document has them so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from guitu.extract.facts import Agency, Responsibility
from guitu.extract.structure.draft import Draft
from guitu.extract.text import Span
from guitu.extract.words.agencies import is_agency_like, unlisted
from guitu.extract.words.agency_places import home
from guitu.ontology.alternation import alternation

_BARE = re.compile("[一-龥]{2,4}")
# 沙湾镇, 太岭瑶族乡; not behind a sign of a longer name, never 沙湾镇区, 沙湾乡村
_BEFORE, _SIGN = "(?<![一-龥])|(?<=[市县区旗和与及在以由])", "(?:[一-龥]{1,3}族)?(?:镇(?!区|域)|乡(?!村|镇)|街道|苏木)"


def towns_in_full(draft: Draft, facts: list[Responsibility]) -> list[Responsibility]:
    """The facts with the towns in full that the document names in one way."""
    bare = {fact.agency.written for fact in facts if _is_bare(fact.agency)}
    named = _named(draft, bare) if bare else {}
    here = home(draft.document.jurisdiction, draft.document.level)
    return [
        replace(fact, agency=replace(unlisted(said[0], here), written=fact.agency.written), name_span=said[1])
        if _is_bare(fact.agency) and (said := named.get(fact.agency.written))
        else fact
        for fact in facts
    ]


def _is_bare(agency: Agency) -> bool:
    """Whether an owner is no more than such a name with its place."""
    written = agency.written
    plain = not agency.known and not agency.group and agency.name == (agency.jurisdiction or "") + written
    return plain and bool(_BARE.fullmatch(written)) and not is_agency_like(written)


def _named(draft: Draft, bare: set[str]) -> Mapping[str, tuple[str, Span]]:
    """The names in full with where they stand first; none for one that is named in two ways."""
    found: dict[str, tuple[str, Span]] = {}
    several: set[str] = set()
    whole, words = draft.document.extent, draft.text.folded
    full = re.compile(f"(?:{_BEFORE})(?P<name>{alternation(bare)}){_SIGN}")
    for said in full.finditer(words, whole.start, whole.end or len(words)):
        first = found.setdefault(said["name"], (said[0], Span(*said.span())))
        if first[0] != said[0]:
            several.add(said["name"])
    return {name: said for name, said in found.items() if name not in several}
