"""The words and figures of a text, by which titles and texts of several copies are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TITLE = 200  # letters of the longest

# Words and figures, with the point of 1.5 and no other; what is between them is signs and spaces
_WORDS = re.compile(r"[\w%‰]+(?:(?<=\d)\.(?=\d)[\w%‰]+)*")


def letters(text: str) -> str:
    """Words and figures only, of one width and case.

    >>> letters("到 2025年，收入达１０.5％（约）")
    '到2025年收入达10.5%约'
    """
    return _letters(text) if len(text) > _TITLE else _of_title(text)


def _letters(text: str) -> str:
    return "".join(_WORDS.findall(unicodedata.normalize("NFKC", text).replace("_", " "))).lower()


_of_title = lru_cache(1 << 14)(_letters)
"""Titles are asked for again and again; each step looks at those of all documents."""
