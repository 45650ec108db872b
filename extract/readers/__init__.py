"""One file per format; the format is chosen by `guitu.extract.formats`, content first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guitu.extract.cleaning.clean import assemble, clean, signs_only
from guitu.extract.errors import SourceError
from guitu.extract.formats import FormatName, Refusal, sniff
from guitu.extract.raw import Raw, Tell, silent
from guitu.extract.readers import html as html
from guitu.extract.readers import markdown as markdown
from guitu.extract.readers import text as text
from guitu.extract.readers.docx import read as docx
from guitu.extract.readers.pdf import read as pdf
from guitu.extract.readers.sheets import csv as csv
from guitu.extract.readers.sheets import xlsx as xlsx
from guitu.extract.source import Source
from guitu.extract.text import Text

Read = Callable[[bytes, Tell], Raw]


def _whole(read: Callable[[bytes], Raw]) -> Read:
    """A reader of a format without pages, read in one go."""
    return lambda data, tell: read(data)


READERS: Mapping[FormatName, Read] = MappingProxyType(
    {
        "text": _whole(text.read),
        "markdown": _whole(markdown.read),
        "html": _whole(html.read),
        "docx": docx.read,
        "csv": _whole(csv.read),
        "xlsx": xlsx.read,
        "pdf": pdf.read,
    }
)


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
        raw = READERS[form.name](source.data, tell)
    except SourceError as error:  # readers know bytes and no name
        raise SourceError(source.name, error.reason, error.remedy) from None
    page = assemble(signs_only(raw.blocks) if raw.returned else clean(raw.blocks))
    if not page.value.strip():
        told = f"nothing in it could be read ({page.unread[0].reason})" if page.unread else "there is no text in it"
        raise SourceError(source.name, told)
    return Page(page, form.media_type, form.name, raw.encoding, raw.returned)
