"""One file per format; the format is chosen by `guitu.extract.formats`, content first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from guitu.extract.formats import FormatName
from guitu.extract.raw import Raw, Tell
from guitu.extract.readers import html as html
from guitu.extract.readers import markdown as markdown
from guitu.extract.readers import picture as picture
from guitu.extract.readers import text as text
from guitu.extract.readers.docx import read as docx
from guitu.extract.readers.pdf import read as pdf
from guitu.extract.readers.sheets import csv as csv
from guitu.extract.readers.sheets import xlsx as xlsx

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
        "picture": picture.read,
    }
)
