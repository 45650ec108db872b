"""What the documents say together: citations to the documents of the store, annexes, and names of one thing.

Only one candidate is ever taken; where there are two, the citation stays a title. All of it stands in the graph
`links`, each conclusion as a plain triple and as a `gt:Link` with score and reason: without that graph, what is stated
is whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from guitu.extract.facts import Facts
from guitu.graph.copies import Work, letters
from guitu.graph.names import Names
from guitu.graph.nquads import about, decimal, plain, quad, ref
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri

PREDICATES = {
    "based_on": std.ELI_BASED_ON,
    "implements": std.ELI_IMPLEMENTS,
    "annex": std.ELI_HAS_ANNEX,
    "issues": std.ELI_CITES,  # ELI has no word for sending out
    "cites": std.ELI_CITES,
}

# The wrapping of a notice: 云州市人民政府关于印发《…》的通知
_WRAPPING = re.compile(r"^.{0,60}?关于(?:印发|发布|下发|转发)(.{4,})的通知$")
_STATE = re.compile(r"^(?:中华人民共和国|国家|中共)(?=.{3,})")  # 中华人民共和国某某部, 某某部


@dataclass(frozen=True, slots=True)
class Ground:
    """What a link rests on: how sure it is, from 0 to 1, and why."""

    score: Decimal
    reason: str


NAMED = Ground(Decimal(1), "所引名称即该文件的标题或文号")
PLACED = Ground(Decimal("0.9"), "所引名称前加辖区名即该文件的标题")
ANNEXED = Ground(Decimal(1), "二者同在一个来源文件，后者列为附件")
SPELT = Ground(Decimal("0.95"), "名称只有标点或字宽之差")
TITLED = Ground(Decimal("0.9"), "名称只差国名、标点或字宽")

Triple = tuple[Iri, Iri, Iri]
Link = tuple[Triple, Ground]


def lines(works: Sequence[Work], wholes: Mapping[tuple[str, int], str], names: Names) -> Iterator[str]:
    """The N-Quads lines of the links graph; `wholes`: for copies of annexes, the key of the document around them."""
    graph = names.graph("links")
    best: dict[Triple, Ground] = {}
    for triple, ground in chain(_citations(works, names), _annexes(works, wholes, names), _matches(works, names)):
        best[triple] = max(best.get(triple, ground), ground, key=lambda one: (one.score, one.reason))
    for (subject, predicate, target), ground in best.items():
        yield quad(subject, predicate, ref(target), graph)
        yield from about(
            names.statement("link", subject, predicate, target),
            graph,
            (std.RDF_TYPE, ref(gt.Link)),
            (std.RDF_SUBJECT, ref(subject)),
            (std.RDF_PREDICATE, ref(predicate)),
            (std.RDF_OBJECT, ref(target)),
            (gt.score, decimal(ground.score)),
            (gt.reason, plain(ground.reason)),
        )


def _citations(works: Sequence[Work], names: Names) -> Iterator[Link]:
    known = _titles(works)
    for work in works:
        for reference in work.primary.facts.references:
            if (meant := resolve(reference.title, work, known)) and meant[0] != work.key:
                key, ground = meant
                yield (names.document(work.key), PREDICATES[reference.relation], names.document(key)), ground


def carried_out(works: Sequence[Work]) -> dict[str, list[str]]:
    """The keys of the documents that each document is based on or implements."""
    known, found = _titles(works), defaultdict[str, list[str]](list)
    for work in works:
        for reference in work.primary.facts.references:
            meant = resolve(reference.title, work, known) if reference.relation in ("based_on", "implements") else None
            if meant and meant[0] != work.key:
                found[work.key].append(meant[0])
    return found


def _titles(works: Iterable[Work]) -> dict[str, set[str]]:
    """Every way to name a document, to the keys of those so named."""
    known: dict[str, set[str]] = defaultdict(set)
    for work in works:
        for copy in work.copies:
            for name in (copy.document.title, copy.document.number):
                if name:
                    known[bare(name)].add(work.key)
    return known


def resolve(title: str, work: Work, known: Mapping[str, set[str]]) -> tuple[str, Ground] | None:
    """The one document that a citation can mean: by title or number, or by the title after the citing one's place."""
    place = letters(work.primary.document.jurisdiction or "")
    for name, ground in ((bare(title), NAMED), (place + bare(title), PLACED)):
        keys = known.get(name, set())
        if len(keys) == 1:
            return next(iter(keys)), ground
    return None


def bare(title: str) -> str:
    """A title or number in letters, without the notice around it.

    >>> bare("云州市人民政府关于印发《云州市“十四五”水利规划》的通知")
    '云州市十四五水利规划'
    """
    name = letters(title)
    wrapped = _WRAPPING.match(name)
    return wrapped[1] if wrapped else name


def _annexes(works: Sequence[Work], wholes: Mapping[tuple[str, int], str], names: Names) -> Iterator[Link]:
    """An annex of any copy, also where the copy that is read stands alone."""
    for work in works:
        for copy in work.copies:
            if copy.identity in wholes:
                yield (names.document(wholes[copy.identity]), std.ELI_HAS_ANNEX, names.document(work.key)), ANNEXED


def _matches(works: Sequence[Work], names: Names) -> Iterator[Link]:
    """Names that differ in signs, width or the word for the state only."""
    groups: dict[tuple[str, str], set[Iri]] = defaultdict(set)
    for work in works:
        for kind, name, iri in _entities(work.primary.facts, names):
            groups[kind, _STATE.sub("", letters(name)) if kind == "agency" else letters(name)].add(iri)
    for (kind, _), group in groups.items():
        first, *others = sorted(group)
        for other in others:
            yield (first, std.SKOS_EXACT_MATCH, other), TITLED if kind == "agency" else SPELT


def _entities(facts: Facts, names: Names) -> Iterator[tuple[str, str, Iri]]:
    for agency in (*facts.document.issuers, *(fact.agency for fact in facts.responsibilities)):
        yield "agency", agency.name, names.agency(agency.name)
    for place in facts.places:
        yield "place", place.name, names.place(place.name)
        for topic in place.focus:
            yield "topic", topic, names.topic(topic)
    for task in facts.tasks:
        for topic in task.topics:
            yield "topic", topic, names.topic(topic)
    for figure in facts.figures:
        yield "indicator", figure.indicator, names.indicator(figure.indicator)
