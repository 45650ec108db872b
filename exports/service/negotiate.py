"""Which form an answer takes: of what is offered, the one that the Accept header likes best."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Form(NamedTuple):
    """A form of an answer: the name of it, as after a dot or in `?format=`, and its media type."""

    name: str
    media: str

    @property
    def content_type(self) -> str:
        """With the encoding of characters, where the media type leaves it open."""
        return f"{self.media}; charset=utf-8" if self.media.startswith("text/") else self.media


ROWS = (
    Form("json", "application/sparql-results+json"),
    Form("xml", "application/sparql-results+xml"),
    Form("csv", "text/csv"),
    Form("tsv", "text/tab-separated-values"),
)
"""Forms of SELECT and ASK, the first where all are welcome."""
TRIPLES = (
    Form("turtle", "text/turtle"),
    Form("nt", "application/n-triples"),
    Form("jsonld", "application/ld+json"),
    Form("rdfxml", "application/rdf+xml"),
)
"""Forms of CONSTRUCT and DESCRIBE, of things and descriptions."""
HTML = Form("html", "text/html")
ENDINGS = {"ttl": "turtle", "nt": "nt", "jsonld": "jsonld", "rdf": "rdfxml", "html": "html"}
_ALSO: Mapping[str, str] = {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/plain": "nt",
    "application/x-turtle": "turtle",
}
"""Other media types that are taken to mean a form."""


def chosen(accept: str | None, offered: tuple[Form, ...]) -> Form | None:
    """The form of highest quality, on a tie the more exact one, then the earlier; None where none is acceptable.

    >>> chosen("text/html, text/turtle;q=0.9, */*;q=0.1", TRIPLES).name
    'turtle'
    >>> chosen("image/png", ROWS) is None, chosen(None, ROWS).name, chosen("application/json", ROWS).name
    (True, 'json', 'json')
    """
    if accept is None or not accept.strip():
        return offered[0]
    wanted = [_range(part) for part in accept.split(",")[:50]]
    best: tuple[float, int] = (0.0, 0)
    found = None
    for form in offered:
        matches = [(exact, quality) for media, quality in wanted if (exact := _matches(media, form))]
        if matches:
            exact, quality = max(matches)
            if quality > 0 and (quality, exact) > best:
                best, found = (quality, exact), form
    return found


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (one.strip().lower() for one in part.split(";"))
    quality = next((one[2:] for one in parameters if one.startswith("q=")), "1")
    try:
        return media, min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return media, 0.0


def _matches(media: str, form: Form) -> int:
    """How exactly a media range names a form; 0 where it does not."""
    if media == form.media:
        return 4
    if _ALSO.get(media) == form.name:
        return 3
    if media == f"{form.media.partition('/')[0]}/*":
        return 2
    return int(media == "*/*")
