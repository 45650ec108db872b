"""Lines that only name owners, under a label that stands alone: 责任单位： / 市水利局 / 市财政局."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guitu.extract.owners.agencies import is_agency_like
from guitu.extract.structure.numbering import numbered
from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.ontology.knowledge import duty_words

_LABEL = re.compile(r"[★☆●◆■▲※*-]?(?P<label>[一-鿿（）]{2,12})：")
_MARK = re.compile(r"[★☆●◆■▲※*·-]{1,2} ?")
_BETWEEN = re.compile(r"[、，,；;\s]+|(?:以及|及|和)(?=[市省县区州各])")
_LONGEST = 80


def under_labels(text: Text, blocks: Sequence[Block]) -> Mapping[Block, tuple[Span, Span]]:
    """The paragraphs that only name agencies under a label, each with the label and the names without their number."""
    found: dict[Block, tuple[Span, Span]] = {}
    label: Span | None = None
    for block in blocks:
        if not isinstance(block, Paragraph) or block.aside or len(block.span) > _LONGEST:
            label = None
            continue
        words = text.read(block.span)
        if opened := _LABEL.fullmatch(words.strip()):
            known = opened["label"] in duty_words().labels
            label = block.span if known else None
        elif label is not None:
            if names := _names(words):
                found[block] = label, names.shift(block.span.start)
            else:
                label = None
    return found


def _names(words: str) -> Span | None:
    """Where the names of a line stand that holds nothing but agencies."""
    number = numbered(words)
    mark = _MARK.match(words)
    start = number.length if number else mark.end() if mark else 0
    end = len(words.rstrip(" 。；，、"))
    parts = [part for part in _BETWEEN.split(words[start:end]) if part]
    return Span(start, end) if parts and all(is_agency_like(part) for part in parts) else None
