"""The things that networks join: their kinds and names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from guitu.ontology import standards as std
from guitu.ontology import terms

KINDS: Mapping[str, str] = {
    terms.Agency: "agency",
    terms.AgencyGroup: "group",
    terms.Task: "task",
    terms.Document: "document",
    terms.CitedDocument: "document",
    terms.Place: "place",
    terms.Indicator: "indicator",
    std.SKOS_CONCEPT: "topic",
}
"""What a node can be; a group (各区政府) is agencies that a document does not name one by one."""


class Node(NamedTuple):
    """A thing of the graph."""

    iri: str
    kind: str
    label: str
