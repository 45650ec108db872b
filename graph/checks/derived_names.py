"""The replay of names: each agency's label is made anew by the rules, from the words and the place of its document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from guitu.extract.facts import Agency, Document, Level
from guitu.extract.owners.names.rooms import of_office, office, office_in, part_of_office
from guitu.extract.owners.names.short_names import stands_for
from guitu.extract.owners.names.times import former_names
from guitu.extract.structure.document.citations import is_cited
from guitu.extract.structure.document.jurisdiction import names_place
from guitu.extract.text import Span, Text
from guitu.extract.words.agencies import match, read
from guitu.extract.words.agency_places import home
from guitu.graph.keep.store import Store
from guitu.graph.quads.names import span_of
from guitu.ontology import standards as std
from guitu.ontology import terms
from guitu.ontology.districts import region

_DOCUMENTS = f"""SELECT ?document ?title ?place ?level ?issuer ?number ?quote ?words {{
  ?document a <{terms.Document}> ; <{std.DCTERMS_TITLE}> ?title
  OPTIONAL {{ ?document <{terms.jurisdiction}> ?of . ?of <{std.SKOS_PREF_LABEL}> ?place }}
  OPTIONAL {{ ?document <{terms.level}> ?coded . ?coded <{std.SKOS_NOTATION}> ?level }}
  OPTIONAL {{ ?document <{std.ELI_PASSED_BY}> ?by . ?by <{std.SKOS_PREF_LABEL}> ?issuer }}
  OPTIONAL {{ ?document <{std.ELI_ID_LOCAL}> ?number }}
  OPTIONAL {{ ?document <{terms.jurisdictionEvidence}> ?words . ?words <{std.NIF_ANCHOR_OF}> ?quote }} }}"""
_NAMED = f"""SELECT DISTINCT ?document ?written ?label ?said {{
  ?fact a <{terms.Responsibility}> ; <{terms.inDocument}> ?document ; <{terms.asWritten}> ?written ;
    <{terms.agency}> ?agency .
  ?agency a <{terms.Agency}> ; <{std.SKOS_PREF_LABEL}> ?label
  OPTIONAL {{ ?fact <{terms.nameEvidence}> ?declaring . ?declaring <{std.NIF_ANCHOR_OF}> ?said }} }}"""

_LEVELS: Mapping[str, Level] = {level: level for level in get_args(Level)}


@dataclass(slots=True)
class _Told:
    """What the graph says of one document that its agencies' names rest on."""

    title: str = ""
    place: str | None = None
    level: Level | None = None
    issuers: set[str] = field(default_factory=set)
    number: str | None = None

    def document(self) -> Document:
        issuers = tuple(Agency(name, name) for name in sorted(self.issuers))
        return Document(self.title, self.level, issuers=issuers, number=self.number, jurisdiction=self.place)


def failures(store: Store) -> Iterator[str]:
    """One line for each label that the rules do not make of the written words and the place, and for each place that
    its own words do not name, or that only the name of another document holds. A graph without words as written (the
    facts profile) has nothing to replay."""
    documents: dict[str, _Told] = defaultdict(_Told)
    for iri, title, place, level, issuer, number, quote, words in store.query(_DOCUMENTS).rows:
        told = documents[iri or ""]
        told.title, told.place, told.level = title or "", place, _LEVELS.get(level or "")
        told.issuers |= {issuer} if issuer else set()
        told.number = number
        if place and quote and not names_place(quote, place):
            yield f"{iri}: of {place}, but the words that settle it say “{quote}”"
        if words and quote and _of_another(store, words, told.title):
            yield f"{iri}: of {place}, but the words that settle it stand in the name of another document"
    for iri, written, label, said in store.query(_NAMED).rows:
        told = documents[iri or ""]
        plain, here = read(written or "", told.place, told.level), home(told.place, told.level)
        made = of_office(plain, office(told.document()))
        if said:
            cells = [Text(cell, ()).folded for cell in said.split("\t")]
            made = of_office(plain, office(told.document(), cells[0]))
            declared = stands_for(written or "", " ".join(cells), here)
            made = declared or (of_office(plain, body) if (body := office_in(cells, here)) else made)
        if label != made.name and label not in former_names(made) and label not in _in_list(made, told, said or ""):
            yield f"{iri}: “{written}” is {made.name} by the rules, the graph says {label}"


def _of_another(store: Store, evidence: str, title: str) -> bool:
    """Whether the words of an evidence stand in 《》 that is not the title of their document."""
    if (found := span_of(evidence)) and (text := store.text(found[0])):
        return is_cited(Text(text, ()).folded, Span(found[1], found[2]), title)
    return False


def _in_list(made: Agency, told: _Told, said: str) -> set[str]:
    """What a name is called by the list that it stands in: 财政厅 of 省教育厅、财政厅; 陕西 of 陕西、甘肃等省政府.

    A bare one beside one of another place stays as it is written; one among rooms is a part of their office.
    """
    place = region(made.written)
    found = {part_of_office(made, office(told.document(), said)).name}
    found |= {f"{place.full}人民政府"} if place and place.known else set()
    if made.settled or made.group:
        plain = read(made.written, told.place, told.level)  # of no office
        bare = match(made.written, 0, home(told.place, told.level), bare=False) is None
        return found | ({made.written} if bare and not made.group and plain.name == made.name else set())
    signs = ("自治区", *"省市区县州盟旗")
    return found | {read(sign + made.written, told.place, told.level).name for sign in signs}
