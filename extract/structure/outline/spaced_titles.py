"""Paragraphs whose titles stand apart by a wide gap alone, as cleaning keeps it in rows of them: 优质稻米　在白石县…"""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.text import Block, Paragraph, Span, Text

_TITLED = re.compile(r"(?P<title>[^\s，：、。]{2,18})\u3000(?=[^\s：]{7})(?![一-鿿]{2,8}：)")


def titles(text: Text, blocks: Sequence[Block]) -> dict[int, Span]:
    """Where the titles stand, by where their paragraphs begin."""
    found: dict[int, Span] = {}
    for block in blocks:
        start, end = block.span.start, block.span.end
        match = _TITLED.match(text.value, start, end) if isinstance(block, Paragraph) and not block.aside else None
        if match:
            found[start] = Span(*match.span("title"))
    return found
