"""The entries of a Turtle file of the registry, one value after the other."""

from __future__ import annotations

from collections.abc import Iterator


def values(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Entry and property by the last parts of their IRIs, and a value; English ones as `prefLabel@en`.

    In the order of the file. Raises SyntaxError.

    >>> list(values(b'@prefix s: <http://example.org/> . s:a s:b "c" .'))
    [('a', 'b', 'c')]
    """
    import pyoxigraph as ox  # noqa: PLC0415 - help of the command comes at once

    for triple in ox.parse(data, format=ox.RdfFormat.TURTLE):
        subject, value = triple.subject, triple.object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            is_english = isinstance(value, ox.Literal) and value.language == "en"
            yield local(subject.value), local(triple.predicate.value) + "@en" * is_english, value.value


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://example.org/registry#局")
    '局'
    """
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
