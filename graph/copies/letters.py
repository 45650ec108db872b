"""The words and figures of a text, by which titles and texts of several copies are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TITLE = 200  # letters of the longest

# What is no word and no figure: signs, spaces, and any point but that of 1.5
_SIGNS = re.compile(r"(?:[^\w%‰.]|_|(?<!\d)\.|\.(?!\d))+")


def letters(text: str) -> str:
    """Words and figures only, of one width and case.

    >>> letters("到 2025年，收入达１０.5％（约）")
    '到2025年收入达10.5%约'
    """
    return _letters(text) if len(text) > _TITLE else _of_title(text)


def _letters(text: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text)).lower()


_of_title = lru_cache(1 << 14)(_letters)
"""Titles are asked for again and again; each step looks at those of all documents."""
