"""Measures without a number under an item that has owners: 具体措施：…（市司法局牵头）. Each has owners of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from guitu.extract.structure.outline.chapters import is_container
from guitu.extract.structure.outline.duty_lines import is_duty
from guitu.extract.structure.outline.headings import closing_clause
from guitu.extract.text import Block, Paragraph, Text
from guitu.extract.words.numbering import Numbered, Rank, numbered

_LABEL = re.compile(r"\s*(?P<label>[一-鿿]{2,8}) ?：\s*")


def measures(text: Text, blocks: Sequence[Block]) -> dict[int, Numbered]:
    """The label of each such paragraph, as if it were its number, by the start of the paragraph.

    Under a label alone on its line (具体措施：) each paragraph with owners is one. Where nobody is named above the
    label, who is named below it answers for the whole item, and there is none.
    """
    found: dict[int, Numbered] = {}
    owned = False  # the item above
    labelled = False  # a label alone stands above
    for at, block in enumerate(blocks):
        words = _words(text, block)
        if words is None or numbered(words):
            owned, labelled = words is not None and closing_clause(words) is not None, False
            continue
        label = _label(words)
        labelled = labelled or (label is not None and label.end() == len(words))
        begins = label.end() if label else 0
        if owned and begins < len(words) and (_has_owners(text, blocks[at:]) if label else labelled and _ends(words)):
            found[block.span.start] = Numbered(Rank.LETTER, "", begins)
        owned = owned or is_duty(words.strip())
    return found


def _label(words: str) -> re.Match[str] | None:
    label = _LABEL.match(words)
    return label if label and is_container(label["label"]) else None


def _ends(words: str) -> bool:
    return closing_clause(words) is not None and not is_duty(words.strip())


def _has_owners(text: Text, blocks: Sequence[Block]) -> bool:
    """Whether owners close a paragraph or one of those after it, up to the next number or label."""
    first, *rest = (_words(text, block) for block in blocks)
    follow = takewhile(lambda words: words is not None and not numbered(words) and not _LABEL.match(words), rest)
    return any(words is not None and closing_clause(words) for words in (first, *follow))


def _words(text: Text, block: Block) -> str | None:
    """The words of a paragraph; None where no item goes on."""
    return text.read(block.span).rstrip() if isinstance(block, Paragraph) and not block.aside else None
