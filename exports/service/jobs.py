"""What the processes of the service are asked beside queries, and what they answer; both cross a pipe."""

from __future__ import annotations

from dataclasses import dataclass

from guitu.exports.python.proofs import Proof
from guitu.graph.ask.query import Language


@dataclass(frozen=True, slots=True)
class Asked:
    """A named question. The answer: a `Table`."""

    name: str
    args: tuple[str, ...]
    lang: Language
    limit: int


@dataclass(frozen=True, slots=True)
class Searched:
    """Words that a name or title holds. The answer: a list of `Hit`, the closest first, at most `limit`."""

    text: str
    limit: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found. `kind`: the local name of its class; `name`: the one that holds the words."""

    iri: str
    kind: str
    name: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """What is said of a thing. The answer: an `Account`, or None where nothing is."""

    iri: str
    lang: Language


@dataclass(frozen=True, slots=True)
class Link:
    """A property and what it leads to, or comes from. `iri`: None for a literal; `said`: its name or value."""

    property: str
    property_label: str
    iri: str | None
    said: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A proof with what stands around it in its document, where the store keeps the text."""

    proof: Proof
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """All that a page of a thing shows; `more_out`, `more_in`: there is more than is listed."""

    iri: str
    name: str
    kinds: tuple[str, ...]
    links: tuple[Link, ...]
    back: tuple[Link, ...]
    quotes: tuple[Quote, ...] = ()
    more_out: bool = False
    more_in: bool = False


@dataclass(frozen=True, slots=True)
class Based:
    """Where the IRIs of the graph stand. The answer: its base, or nothing."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a description of the graph needs. The answer: an `About`."""


@dataclass(frozen=True, slots=True)
class About:
    """The graph in numbers; `classes`, `properties`: IRI and how often; `titles`: IRI and title of each document."""

    base: str
    triples: int
    subjects: int
    documents: int
    classes: tuple[tuple[str, int], ...]
    properties: tuple[tuple[str, int], ...]
    titles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Workbench:
    """The page of the whole graph. The answer: its bytes."""
