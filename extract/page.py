"""A source to its reading text: the bytes read by the reader of their format, cleaned, and put together."""

from __future__ import annotations

from dataclasses import dataclass

from guitu.extract.cleaning.clean import assemble, clean, signs_only
from guitu.extract.errors import SourceError
from guitu.extract.facts import SCANNED
from guitu.extract.formats import Refusal, sniff
from guitu.extract.raw import Tell, silent
from guitu.extract.readers import reader
from guitu.extract.source import Source
from guitu.extract.text import Text


@dataclass(frozen=True, slots=True)
class Page:
    """A source as its reader read it. `encoding`: of the bytes, None for a format that has its own.

    `returned`: a table of tasks that Guitu wrote, come back.
    """

    text: Text
    media_type: str
    reader: str
    encoding: str | None
    returned: bool = False


def read(source: Source, tell: Tell = silent) -> Page:
    """The reading text of a source: read, cleaned and put together; raises SourceError."""
    form = sniff(source.data, source.file_name)
    if isinstance(form, Refusal):
        raise SourceError(source.name, form.reason, form.remedy)
    try:
        raw = reader(form.name)(source.data, tell)
    except SourceError as error:  # readers know bytes and no name
        raise SourceError(source.name, error.reason, error.remedy) from None
    page = assemble(signs_only(raw.blocks) if raw.returned else clean(raw.blocks))
    if not page.value.strip():
        told = f"nothing in it could be read ({page.unread[0].reason})" if page.unread else "there is no text in it"
        raise SourceError(source.name, told)
    by = f"{form.name}{SCANNED if raw.scanned else ''}"
    return Page(page, form.media_type, by, raw.encoding, raw.returned)
