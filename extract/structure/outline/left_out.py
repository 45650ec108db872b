"""Lines that only say what a copy leaves out: （八）至（九）（略）, 附件：名词表（略）; they are no headings."""

from __future__ import annotations

import re

from guitu.extract.words.numbering import Numbered, Rank

_COUNTED = r"（?(?:第?[一二三四五六七八九十]{1,3}[章节条]?|\d{1,2})）?[、.．]?"
_LEFT_OUT = re.compile(rf"{_COUNTED}(?: ?(?:[至到、和～~-]|—+) ?{_COUNTED})? ?(?:（略）|略)。?")


def is_left_out(words: str, number: Numbered | None) -> bool:
    """Whether a line is nothing but numbers that are left out, or the title of an annex that is.

    >>> from guitu.extract.words.numbering import numbered
    >>> [is_left_out(words, numbered(words)) for words in ("（八）至（九）（略）", "附件：名词表（略）", "三、策略")]
    [True, True, False]
    """
    annex = number is not None and number.rank is Rank.ANNEX
    return bool(_LEFT_OUT.fullmatch(words)) or (annex and words.endswith("（略）"))
