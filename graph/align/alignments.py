"""Alignments: matches as the graph tells them, with the words of both tasks and a reason."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from guitu.extract.text import Span
from guitu.graph.align.compare import Match
from guitu.graph.align.subjects import concepts, subjects
from guitu.graph.align.texts import Document, Texts
from guitu.graph.align.units import Unit
from guitu.ontology.terms import Iri

_SHOWN = 4  # shared terms that a reason names


@dataclass(frozen=True, slots=True)
class Alignment:
    """A match with its two documents and tasks, their IRIs, and what the graph says of both."""

    match: Match
    documents: tuple[Document, Document]
    subject: Unit
    other: Unit
    iris: tuple[Iri, Iri]
    iri: Iri


def alignment(match: Match, texts: Texts) -> Alignment:
    """A match as an alignment."""
    one, two = texts[match.subject], texts[match.object]
    iris = one.ids.tasks[match.task], two.ids.tasks[match.other]
    units = one.units[match.task], two.units[match.other]
    return Alignment(match, (one, two), *units, iris, texts.names.statement("alignment", *iris))


def reason(one: Alignment) -> str:
    """What speaks for a pair, in Chinese: terms and topics that both name, what is said best, and their places."""
    terms, topics = _terms(one.subject, one.other), _topics(one)
    parts = [
        f"共同提到：{'、'.join(terms[:_SHOWN])}" if terms else "",
        f"同一主题：{'、'.join(topics[:_SHOWN])}" if topics else "",
        "所说大半以对方为最合" if one.match.placed & 4 else "",
        "所属任务也相应" if one.match.placed & 1 else "",
        "下属任务也相应" if one.match.placed & 2 else "",
    ]
    return "；".join(part for part in parts if part) or "用词相近"


def quotes(one: Alignment) -> tuple[Span, Span]:
    """The ranges in both documents that show the pair: of what the graph quotes of each task what shares most."""
    subject, other = zip(one.documents, (one.match.task, one.match.other), strict=True)
    return _telling(*subject, *other), _telling(*other, *subject)


def _telling(document: Document, order: int, beside: Document, theirs: int) -> Span:
    own, *inside = document.ranges(order)
    if not inside:
        return own[0]
    title, body = beside.words(theirs)
    best = (len(own[1] & title), len(own[1] & body)), own[0]
    for span, found in inside:
        if (of_title := len(found & title)) >= best[0][0]:
            shared = of_title, len(found & body)
            if shared > best[0]:
                best = shared, span
    return best[1]


def _terms(subject: Unit, other: Unit) -> list[str]:
    """The subjects of either title that the other task names."""
    mine = (word for word in subjects(subject.title) if word in other.title or word in other.body)
    theirs = (word for word in subjects(other.title) if word in subject.title or word in subject.body)
    return list(dict.fromkeys((*mine, *theirs)))


def _topics(one: Alignment) -> list[str]:
    """Topics and instruments that the one title and the other task name."""
    subject, other = one.documents
    mine = subject.facts.tasks[one.match.task].topics, concepts(one.subject.title)
    theirs = other.facts.tasks[one.match.other].topics, concepts(one.other.title)
    return sorted({*chain(*mine)} & {*chain(*theirs)})
