"""What pages and JSON need of a graph: the answer to each job but queries. It runs in the processes of the service."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from guitu.exports.python import traced
from guitu.exports.python.proofs import is_iri, proofs
from guitu.exports.python.rows import Table
from guitu.exports.service.jobs import (
    About,
    Account,
    Asked,
    Based,
    Counted,
    Hit,
    Link,
    Quote,
    Searched,
    Thing,
    Workbench,
)
from guitu.exports.service.naming import last_part, names_of
from guitu.extract.errors import QueryError
from guitu.graph.ask.query import LONGEST
from guitu.graph.keep.store import Store
from guitu.graph.quads.nquads import plain
from guitu.ontology import standards as std
from guitu.ontology import terms

MOST_LINKS = 300
"""Links that a page lists each way."""
_AROUND = 40  # characters of a text before and after a quote
_FOUND = """SELECT ?x ?kind ?name ?title {
  { ?x <%s>|<%s>|<%s> ?name } FILTER(CONTAINS(LCASE(STR(?name)), LCASE(%s)))
  ?x a ?kind FILTER(?kind IN (%s))
  OPTIONAL { ?x <%s>/<%s> ?title }
} LIMIT 5000"""
_KINDS = (terms.Agency, terms.AgencyGroup, terms.Document, terms.CitedDocument, terms.Task, terms.Section, terms.Place,
          terms.Indicator, std.SKOS_CONCEPT)  # fmt: skip


def answer(store: Store, job: Any) -> Any:
    """The answer to a job of `jobs`."""
    return _ANSWERS[type(job)](store, job)


def _table(store: Store, job: Asked) -> Table:
    return traced.table(store, job.name, job.args, job.lang, job.limit)


def _found(store: Store, job: Searched) -> list[Hit]:
    if not job.text.strip() or len(job.text) > LONGEST:
        raise QueryError("", f"an argument is longer than {LONGEST} characters or holds a zero byte")
    text = job.text.strip()
    names = (std.SKOS_PREF_LABEL, std.SKOS_ALT_LABEL, std.DCTERMS_TITLE)
    kinds = ", ".join(f"<{kind}>" for kind in _KINDS)
    query = _FOUND % (*names, plain(text), kinds, terms.inDocument, std.DCTERMS_TITLE)
    hits: dict[str, Hit] = {}
    rows = sorted(store.query(query).rows, key=lambda row: (*_closeness(row[2] or "", text), row))
    for iri, kind, name, title in rows:
        hits.setdefault(iri or "", Hit(iri or "", last_part(kind or ""), name or "", title))
    return list(hits.values())[: job.limit]


def _closeness(name: str, text: str) -> tuple[bool, bool, int]:
    low, sought = name.lower(), text.lower()
    return low != sought, not low.startswith(sought), len(name)


def _account(store: Store, job: Thing) -> Account | None:
    iri = job.iri
    if not is_iri(iri):
        raise QueryError("", "no IRI")
    most = MOST_LINKS + 1
    out = store.query(f"SELECT DISTINCT ?p ?o (ISIRI(?o) AS ?leads) {{ <{iri}> ?p ?o }} LIMIT {most}").rows
    into = store.query(f"SELECT DISTINCT ?p ?s {{ ?s ?p <{iri}> }} LIMIT {most}").rows
    if not out and not into:
        return None
    named = {iri, *(p for p, *_ in (*out, *into) if p), *(o for _, o, leads in out if o and leads == "true")}
    names = names_of(store, named | {s for _, s in into if s}, job.lang)
    kinds = tuple(sorted(names.get(o or "", "") or last_part(o or "") for p, o, _ in out if p == std.RDF_TYPE))
    links = [
        Link(p or "", names.get(p or "") or last_part(p or ""), o if leads == "true" else None, _said(o, leads, names))
        for p, o, leads in out[:MOST_LINKS]
        if p != std.RDF_TYPE
    ]
    back = [
        Link(p or "", names.get(p or "") or last_part(p or ""), s, names.get(s or "") or last_part(s or ""))
        for p, s in into[:MOST_LINKS]
    ]
    return Account(
        iri,
        names.get(iri) or last_part(iri),
        kinds,
        tuple(sorted(links, key=_order)),
        tuple(sorted(back, key=_order)),
        tuple(_quotes(store, iri)),
        len(out) > MOST_LINKS,
        len(into) > MOST_LINKS,
    )


def _order(link: Link) -> tuple[str, str, str]:
    return link.property_label, link.said, link.iri or ""


def _said(value: str | None, leads: str | None, names: Mapping[str, str]) -> str:
    return (names.get(value or "") or last_part(value or "")) if leads == "true" else value or ""


def _quotes(store: Store, iri: str) -> Iterator[Quote]:
    for proof in proofs(store, iri)[:20]:
        text = store.text(proof.text)
        if text is None or proof.quote is None or text[proof.start : proof.end] != proof.quote:
            yield Quote(proof)
        else:
            before = text[max(0, proof.start - _AROUND) : proof.start].rpartition("\n")[2]
            yield Quote(proof, before, text[proof.end : proof.end + _AROUND].partition("\n")[0])


def _about(store: Store, job: Counted) -> About:
    def count(query: str) -> int:
        return int(store.query(query).rows[0][0] or 0)

    classes = store.query("SELECT ?c (COUNT(DISTINCT ?x) AS ?n) { ?x a ?c } GROUP BY ?c ORDER BY ?c").rows
    properties = store.query("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p").rows
    titles = store.query(
        f"SELECT DISTINCT ?doc ?title {{ ?doc a <{terms.Document}> ; <{std.DCTERMS_TITLE}> ?title }} ORDER BY ?title"
    ).rows
    return About(
        store.base,
        count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
        count("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"),
        len(titles),
        tuple((name or "", int(number or 0)) for name, number in classes),
        tuple((name or "", int(number or 0)) for name, number in properties),
        tuple((doc or "", title or "") for doc, title in titles),
    )


def _page(store: Store, job: Workbench) -> bytes:
    from guitu.exports.page.render import render  # noqa: PLC0415 - heavy, and for one page
    from guitu.exports.rdf.statements import quads_of  # noqa: PLC0415

    return render(quads_of(store.quads()), store.text).encode("utf-8")


_ANSWERS: Mapping[type, Callable[[Store, Any], Any]] = {
    Based: lambda store, _: store.base,
    Asked: _table,
    Searched: _found,
    Thing: _account,
    Counted: _about,
    Workbench: _page,
}
