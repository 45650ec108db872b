"""Where a thing of the graph is stated: the quotes that prove it, each at its place in a document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guitu.extract.errors import QueryError
from guitu.graph.keep.store import Store
from guitu.graph.quads.names import span_of
from guitu.ontology import standards as std
from guitu.ontology import terms

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|\\^`]*")
_QUERY = f"""SELECT DISTINCT ?proof ?quote ?doc ?title {{
  {{ BIND(<%s> AS ?of) }} UNION {{ <%s> <{terms.because}>+ ?of }}
  {{ ?of <{terms.evidence}> ?proof OPTIONAL {{ ?of <{terms.inDocument}>|<{terms.ofTask}>/<{terms.inDocument}> ?doc }} }}
  UNION {{ ?of <{terms.subjectEvidence}> ?proof ; <{terms.subjectTask}>/<{terms.inDocument}> ?doc }}
  UNION {{ ?of <{terms.objectEvidence}> ?proof ; <{terms.objectTask}>/<{terms.inDocument}> ?doc }}
  OPTIONAL {{ ?proof <{std.NIF_ANCHOR_OF}> ?quote }}
  OPTIONAL {{ ?doc <{std.DCTERMS_TITLE}> ?title }}
}} ORDER BY ?title ?proof"""


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote of a document. `start`, `end`: of the quote in the reading text, in Unicode code points.

    `quote`: None in the facts profile, which has no words of documents; `text`: the SHA-256 of the reading text.
    """

    quote: str | None
    text: str
    start: int
    end: int
    document: str | None
    document_iri: str | None


def is_iri(text: str) -> bool:
    """Whether a text can stand between < and > in a query.

    >>> is_iri("https://example.org/id/task/1"), is_iri("x> ?p ?o . <y:")
    (True, False)
    """
    return _IRI.fullmatch(text) is not None


def proofs(store: Store, iri: str) -> tuple[Proof, ...]:
    """The proofs of a thing, and of what a suggestion or alignment rests on; QueryError for what is no IRI."""
    if not is_iri(iri):
        raise QueryError(iri, "no IRI")
    found = []
    for proof, quote, doc, title in store.query(_QUERY % (iri, iri)).rows:
        if place := span_of(proof):
            found.append(Proof(quote, *place, title, doc))
    return tuple(dict.fromkeys(found))
