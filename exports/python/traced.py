"""Named questions whose rows lead on: to the things that they name, and to the very place of their quotes.

The query of a question selects what a person reads; here it selects the IRIs of the things too, and the proof behind
each quote. A question that analyses its rows, or counts them, answers as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from guitu.exports.python.rows import Table, Value, key_of, typed
from guitu.graph.ask.query import Language, Question, ask, known
from guitu.graph.keep.store import Store
from guitu.graph.quads.names import span_of

THINGS: Mapping[str, tuple[str, str]] = {
    "doc": ("document_iri", ""),
    "t": ("task_iri", ""),
    "a": ("agency_iri", "gt:agency ?a "),
    "i": ("indicator_iri", "gt:indicator ?i "),
    "p": ("place_iri", "gt:place ?p "),
    "fact": ("fact_iri", ""),
    "doc2": ("other_document_iri", ""),
    "u": ("other_task_iri", ""),
}
"""The variables of queries that mean a thing, the keys of their columns, and what a query says where they mean it."""
_SELECT = re.compile(r"^(SELECT (?:DISTINCT )?)(.*)( WHERE \{)$", re.MULTILINE)
_PROOF = re.compile(r"gt:(\w*[eE]vidence)/nif:anchorOf \?(quote2?)\b")  # gt:evidence/nif:anchorOf ?quote
_PROOFS = {"quote": ("proof", ""), "quote2": ("proof2", "other_")}


@cache
def traced(name: str) -> tuple[Question, tuple[str, ...]]:
    """The question, selecting more, and the keys of all its columns; QueryError where there is no such question."""
    question, _ = known(name)
    keys = tuple(key_of(heading) for heading in question.headings["en"])
    select = _SELECT.search(question.sparql)
    if question.analysis or select is None or "GROUP BY" in question.sparql:
        return question, keys
    quoted = {f"?{found[2]}" for found in _PROOF.finditer(question.sparql)}
    query = _PROOF.sub(lambda found: f"gt:{found[1]} ?{_PROOFS[found[2]][0]} . ?{_PROOFS[found[2]][0]} "
                       f"nif:anchorOf ?{found[2]}", question.sparql)  # fmt: skip
    shown = select[2].split()
    used = set(re.findall(r"\?(\w+)", question.sparql))
    more = [
        (f"?{one}", key)
        for one, (key, said) in THINGS.items()
        if one in used and said in question.sparql and f"?{one}" not in shown
    ]
    more += [(f"?{proof}", proof) for quote, (proof, _) in _PROOFS.items() if f"?{quote}" in quoted]
    query = _SELECT.sub(lambda found: f"{found[1]}{' '.join((*shown, *(one for one, _ in more)))}{found[3]}", query, 1)
    return replace(question, sparql=query), (*keys, *(key for _, key in more))


def table(store: Store, name: str, args: Sequence[str] = (), lang: Language = "zh", limit: int | None = None) -> Table:
    """The answer to a named question, with the IRIs of things and the places of quotes where it tells them.

    Beside `quote` stand `text` (the SHA-256 of the reading text), `start` and `end` (in Unicode code points), with
    `other_` before them for the quote of the other side. Errors as those of `ask`.
    """
    asked, args = known(name, args)
    question, keys = traced(asked.name)
    answer = ask(store, question, args, lang, limit)
    rows = [dict(_cells(keys, row)) for row in answer.rows]
    columns = tuple(dict.fromkeys(key for key, _ in _cells(keys, (None,) * len(keys))))
    return Table(columns, question.headings[lang], rows, answer.rows_left, answer.groups_left)


def _cells(keys: Sequence[str], row: Sequence[str | None]) -> Iterator[tuple[str, Value]]:
    for key, cell in zip(keys, row, strict=True):
        side = next((before for proof, before in _PROOFS.values() if proof == key), None)
        if side is None:
            yield key, typed(key, cell)
        else:
            place = span_of(cell)
            yield f"{side}text", place[0] if place else None
            yield f"{side}start", place[1] if place else None
            yield f"{side}end", place[2] if place else None
