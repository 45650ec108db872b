"""Plain text: a line is a paragraph; tables and frames that were pasted as lines become what they were."""

from __future__ import annotations

import html
import re

from guitu.extract.encoding import decode
from guitu.extract.raw import Raw
from guitu.extract.readers.pasted import blocks

_LINE_END = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]|\x0c")
# what a page that was saved as text left of its signs: 20万m&sup3;
_ENTITY = re.compile(
    r"&(?:(?:nbsp|ensp|emsp|amp|lt|gt|quot|sup[123]|middot|mdash|ndash|ldquo|rdquo|hellip|times|permil|deg)|#\d{2,5});"
)
_RARE_END = re.compile("[\r\x0b\x85\u2028\u2029\x0c]")


def read(data: bytes) -> Raw:
    """The lines of a text file with its pasted tables and frames; raises SourceError."""
    decoded = decode(data)
    text = _ENTITY.sub(lambda written: html.unescape(written[0]), decoded.text) if "&" in decoded.text else decoded.text
    lines = _LINE_END.split(text) if _RARE_END.search(text) else text.split("\n")
    return Raw(tuple(blocks(lines)), decoded.encoding)
