"""Plain text: a line is a paragraph; tables and frames that were pasted as lines become what they were."""

from __future__ import annotations

import re

from guitu.extract.encoding import decode
from guitu.extract.raw import Raw
from guitu.extract.readers.pasted import blocks

_LINE_END = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]|\x0c")


def read(data: bytes) -> Raw:
    """The lines of a text file with its pasted tables and frames; raises SourceError."""
    decoded = decode(data)
    return Raw(tuple(blocks(_LINE_END.split(decoded.text))), decoded.encoding)
