"""Plain text: a line is a paragraph; tables and frames that were pasted as lines become what they were."""

from __future__ import annotations

import re

from guitu.extract.encoding import decode
from guitu.extract.raw import Raw
from guitu.extract.readers.pasted import blocks

_LINE_END = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]|\x0c")
_RARE_END = re.compile("[\r\x0b\x85\u2028\u2029\x0c]")


def read(data: bytes) -> Raw:
    """The lines of a text file with its pasted tables and frames; raises SourceError."""
    decoded = decode(data)
    lines = _LINE_END.split(decoded.text) if _RARE_END.search(decoded.text) else decoded.text.split("\n")
    return Raw(tuple(blocks(lines)), decoded.encoding)
