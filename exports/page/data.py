"""What the page knows, as lists of plain values that a browser decodes; things refer to each other by their place.

A reference is the index in the list of its kind, None where there is none. A `key` is the end of a thing's IRI: what
addresses name it by. A code is the notation of a coded value; `codes` has its labels. A proof is `[text, start, end]`,
with the quote as a fourth where the text is not at hand, None without evidence; positions count Unicode code points.

documents    key title number level place(name of the jurisdiction) type issuers[agency] issued period
             ends(last year of the period, None) partOf(document) sources[file name] text
             links[[relation, document]] proof
sections     key document parent title number depth proof
agencies     key name other[name] group(true of a group of agencies) place(name of the jurisdiction); as every entity
             may have: `was`[key], of those that it stands for
tasks        key document section number(running) title form deadline parent(task) topics[topic] proof
             body([start, end] in the text, else words, None) unsuggested(why it has no suggestion either);
             where the text numbers it `written`(第九条) and `item`(9, None)
duties       task agency role written proof; `named`: its own official name, where another agency stands for it, and
             `former`: that took over from it
suggestions  task agency role score reason alignment duty
alignments   a(task of the lower level or later) b relation score reason proofs[proof]
doubts       kind one other(agencies, indicators, places, topics by kind) score reason: are they one?
figures      key kind(target, observation) document task indicator text value max unit normal normalUnit comparator
             year periodicity bindingness source proof agreement(agree, conflict, apart, None) why({zh, en}, None)
             manner(agreement; where the comparators differ comparator, where the values do compatible)
indicators   key name other
places       key name other
mentions     key document task place type district(place) focus[topic] written proof
topics       key name other broader(topic)
references   key document relation title proof
incentives   key document task value unit ceiling beneficiary condition proof
gaps         key document kind reason proof
tasks, duties, figures, mentions and incentives that persons decided on also have `corrected`({zh, en}): what, who,
             when, why
texts        hash text(None in profiles without texts)
reasons      how a browser says in English what the graph says in Chinese: see `speech/reasons.py`
codes        kind of code -> notation -> {zh, en}
characters   what search folds: see `characters.py`
name         of these data: the beginning of their hash
positions    where the picture of everything puts each thing: see `layout.py`
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from guitu.exports.page import facts, owners, things
from guitu.exports.page.characters import characters
from guitu.exports.page.graph import Graph, Json, TextOf, Texts
from guitu.exports.page.layout import positions
from guitu.exports.speech.reasons import for_browsers
from guitu.exports.tables.inferred import Inferred
from guitu.exports.tables.view import View
from guitu.ontology import terms

_Rows = Callable[[Graph, Sequence[str]], list[Json]]
# Facts by the list that holds them; entities come after, of what these name
_STATED: dict[str, tuple[tuple[str, ...], _Rows]] = {
    "documents": (("gt:Document",), things.documents),
    "sections": (("gt:Section",), things.sections),
    "tasks": (("gt:Task",), owners.tasks),
    "duties": (("gt:Responsibility",), owners.duties),
    "figures": (("gt:Target", "gt:Observation"), facts.figures),
    "mentions": (("gt:PlaceMention",), facts.mentions),
    "references": (("gt:Reference",), facts.references),
    "incentives": (("gt:Incentive",), facts.incentives),
    "gaps": (("gt:Gap",), facts.gaps),
}
_ENTITIES = ("agencies", "indicators", "places", "topics")
_NAMED = ("title", "name", "other", "district", "place", "text", "written")  # fields that search looks into


def no_text(sha256: str) -> str | None:
    """Where a graph comes without its reading texts."""
    return None


def contents(quads: Iterable[Quad], text_of: TextOf = no_text) -> Json:
    """The data of the page. `text_of`: a reading text by its SHA-256, None where it is not kept."""
    quads = tuple(quads)
    view, inferred = View.of(quads), Inferred.of(quads)
    members = {name: _members(view, classes) for name, (classes, _) in _STATED.items()}
    graph = Graph(view, inferred, Texts(text_of), members, _ends(quads))
    data: Json = {name: rows(graph, members[name]) for name, (_, rows) in _STATED.items()}
    data["alignments"] = owners.alignments(graph)
    data["suggestions"] = owners.suggestions(graph)
    data["doubts"] = owners.doubts(graph)
    data["agencies"] = things.agencies(graph)
    data["topics"] = things.topics(graph)
    for name in ("indicators", "places"):
        data[name] = things.named(graph, name)
    data["codes"] = graph.codes.labels()
    data["reasons"] = for_browsers()
    data["texts"] = graph.texts.rows()
    data["characters"] = characters(_words(data), (one["text"] for one in data["texts"] if one["text"]))
    data["positions"] = positions(data)
    data["name"] = _name(data)
    return data


def _name(data: Json) -> str:
    """A hash of all of it: two pages with one name say the same."""
    words = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:12]


def _ends(quads: Iterable[Quad]) -> dict[str, int]:
    """The last year of each plan period, as the ontology has it."""
    told = (quad for quad in quads if quad.predicate.value == terms.toYear)
    return {
        quad.subject.value: int(quad.object.value)
        for quad in told
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }


def _members(view: View, classes: Sequence[str]) -> tuple[str, ...]:
    found = dict.fromkeys(iri for name in classes for iri in view.members.get(name, ()))
    return tuple(found) if len(classes) == 1 else tuple(sorted(found, key=lambda iri: _place(view, iri)))


def _place(view: View, iri: str) -> tuple[str, int, str]:
    return view.document.get(iri, ""), view.proof(iri).start or 0, iri


def _words(data: Json) -> Iterable[str]:
    rows = chain.from_iterable(data[name] for name in ("documents", "tasks", *_ENTITIES))
    for row in rows:
        for field in _NAMED:
            value = row.get(field)
            if isinstance(value, str):
                yield value
            elif isinstance(value, list | tuple):
                yield from value
