"""One file per format; the format is chosen by `guitu.extract.formats`, content first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from guitu.extract.formats import FormatName
from guitu.extract.raw import Raw, Tell

Read = Callable[[bytes, Tell], Raw]
_WHOLE: Mapping[FormatName, str] = MappingProxyType(
    {"text": "text", "markdown": "markdown", "html": "html", "csv": "sheets.csv"}
)
"""Where formats without pages are read, in one go."""
_PAGED: Mapping[FormatName, str] = MappingProxyType(
    {"docx": "docx.read", "xlsx": "sheets.xlsx", "pdf": "pdf.read", "picture": "picture"}
)


@cache
def reader(form: FormatName) -> Read:
    """What reads a format. It is loaded when a file of it comes: what reads pages takes longer to load than most texts
    to read."""
    module = import_module(f"{__name__}.{_WHOLE.get(form) or _PAGED[form]}")
    read: Callable[..., Raw] = module.read
    return (lambda data, tell: read(data)) if form in _WHOLE else read


def load() -> None:
    """Load what reads any format."""
    for form in (*_WHOLE, *_PAGED):
        reader(form)
