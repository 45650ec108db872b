"""One decision about two nodes: whether they are one thing or go together, by which rule, how surely and why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from guitu.ontology import standards as std
from guitu.ontology.terms import Iri

Judgement = Literal["same", "resolved", "not", "unsure"]
MERGING = frozenset({std.SKOS_EXACT_MATCH, std.DCTERMS_IS_REPLACED_BY})
"""Of what these relate, one node stands for the other."""
STATED = frozenset({"same", "resolved"})
"""Judgements whose triple is stated: both ends are one thing, or two of which the predicate holds."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A triple that is judged; it is stated where the judgement is of `STATED`. `score`: how sure, from 0 to 1."""

    subject: Iri
    predicate: Iri
    object: Iri
    judgement: Judgement
    rule: str
    score: Decimal
    reason: str

    @property
    def pair(self) -> frozenset[Iri]:
        """The two nodes in either order."""
        return frozenset((self.subject, self.object))
