"""What the documents say together: citations to the documents of the store, annexes, and names of one thing.

Only one candidate is ever taken; where there are two, the citation stays a title. All of it stands in the graph
`links`: without that graph, what is stated is whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from guitu.extract.facts import Facts
from guitu.graph.copies import Work, letters
from guitu.graph.names import Names
from guitu.graph.nquads import quad, ref
from guitu.ontology import standards as std
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


def lines(works: Sequence[Work], wholes: Mapping[tuple[str, int], str], names: Names) -> Iterator[str]:
    """The N-Quads lines of the links graph; `wholes`: for copies of annexes, the key of the document around them."""
    graph = names.graph("links")
    found = (_citations(works, names), _annexes(works, wholes, names), _matches(works, names))
    for subject, predicate, target in chain.from_iterable(found):
        yield quad(subject, predicate, ref(target), graph)


Link = tuple[Iri, Iri, Iri]


def _citations(works: Sequence[Work], names: Names) -> Iterator[Link]:
    known = _titles(works)
    for work in works:
        for reference in work.primary.facts.references:
            key = resolve(reference.title, work, known)
            if key and key != work.key:
                yield names.document(work.key), PREDICATES[reference.relation], names.document(key)


def _titles(works: Iterable[Work]) -> dict[str, set[str]]:
    """Every way to name a document, to the keys of those so named."""
    known: dict[str, set[str]] = defaultdict(set)
    for work in works:
        for copy in work.copies:
            for name in (copy.document.title, copy.document.number):
                if name:
                    known[bare(name)].add(work.key)
    return known


def resolve(title: str, work: Work, known: Mapping[str, set[str]]) -> str | None:
    """The one document that a citation can mean: by title or number, or by the title after the citing one's place."""
    place = letters(work.primary.document.jurisdiction or "")
    for name in (bare(title), place + bare(title)):
        keys = known.get(name, set())
        if len(keys) == 1:
            return next(iter(keys))
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
                yield names.document(wholes[copy.identity]), std.ELI_HAS_ANNEX, names.document(work.key)


def _matches(works: Sequence[Work], names: Names) -> Iterator[Link]:
    """Names that differ in signs, width or the word for the state only."""
    groups: dict[tuple[str, str], set[Iri]] = defaultdict(set)
    for work in works:
        for kind, name, iri in _entities(work.primary.facts, names):
            groups[kind, _STATE.sub("", letters(name)) if kind == "agency" else letters(name)].add(iri)
    for group in groups.values():
        first, *others = sorted(group)
        for other in others:
            yield first, std.SKOS_EXACT_MATCH, other


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
