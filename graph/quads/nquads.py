"""Terms and lines of N-Quads in canonical form: what a document holds never breaks out of a literal.

>>> print(quad(Iri("a:s"), Iri("a:p"), plain('1"\\n'), Iri("a:g")), end="")
<a:s> <a:p> "1\\"\\n" <a:g> .
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from guitu.ontology import standards as std
from guitu.ontology.terms import Iri

_NAMED = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_CODED = {chr(c): f"\\u{c:04X}" for c in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)}
_ESCAPES = {**_CODED, **_NAMED}
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f\ud800-\udfff\ufffe\uffff]')  # a "quoted" word; a line break


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0], "\ufffd")  # half a surrogate pair is no character


def plain(value: str) -> str:
    """A string as a literal without language."""
    return f'"{_ESCAPED.sub(_escape, value)}"'


def zh(value: str) -> str:
    """A string as a literal in Chinese."""
    return f'"{_ESCAPED.sub(_escape, value)}"@zh'


def decimal(value: Decimal) -> str:
    """An xsd:decimal as every engine prints it: no trailing zeros, no stop without a digit after it.

    >>> decimal(Decimal("1.50")).split("^")[0], decimal(Decimal("8E+2")).split("^")[0]
    ('"1.5"', '"800"')
    """
    if not value.is_finite():
        raise ValueError(f"no number for a graph: {value}")
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f'"{"0" if text == "-0" else text}"^^<{std.XSD_DECIMAL}>'


def integer(value: int) -> str:
    """An xsd:integer."""
    return f'"{value}"^^<{std.XSD_INTEGER}>'


def boolean(value: bool) -> str:
    """An xsd:boolean."""
    return f'"{"true" if value else "false"}"^^<{std.XSD_BOOLEAN}>'


def day(value: date) -> str:
    """An xsd:date."""
    return f'"{value.isoformat()}"^^<{std.XSD_DATE}>'


def ref(iri: Iri) -> str:
    """An IRI as a term."""
    return f"<{iri}>"


def quad(subject: Iri, predicate: Iri, term: str, graph: Iri) -> str:
    """One line; `term` is already written."""
    return f"<{subject}> <{predicate}> {term} <{graph}> .\n"


def about(subject: Iri, graph: Iri, *pairs: tuple[Iri, str | None]) -> Iterator[str]:
    """The lines of one subject; a predicate whose term is None has none."""
    for predicate, term in pairs:
        if term is not None:
            yield f"<{subject}> <{predicate}> {term} <{graph}> .\n"
