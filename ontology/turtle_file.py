"""The entries of a Turtle file of the registry, one value after the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_HELD = 64  # IRIs: the properties of a file, and the entries around one


def values(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Entry and property by the last parts of their IRIs, and a value; English ones as `prefLabel@en`.

    In the order of the file. Raises SyntaxError.

    >>> list(values(b'@prefix s: <http://example.org/> . s:a s:b "c" .'))
    [('a', 'b', 'c')]
    """
    import pyoxigraph as ox  # noqa: PLC0415 - help of the command comes at once

    read = lru_cache(_HELD)(local)
    for triple in ox.parse(data, format=ox.RdfFormat.TURTLE):
        subject, value = triple.subject, triple.object
        is_literal = isinstance(value, ox.Literal)
        if isinstance(subject, ox.NamedNode) and (is_literal or isinstance(value, ox.NamedNode)):
            is_english = is_literal and value.language == "en"
            yield read(subject.value), read(triple.predicate.value) + "@en" * is_english, value.value


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://example.org/registry#局")
    '局'
    """
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
