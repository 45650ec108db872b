"""Lines that only list what is attached or explain: 附件：1.任务分工表, 2.名词解释, 注：…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from guitu.extract.structure.outline.left_out import is_left_out
from guitu.extract.text import Block, Paragraph, Span, Table, Text
from guitu.extract.words.lines import is_heading
from guitu.extract.words.numbering import Rank, numbered

_FILE = re.compile(
    r".{1,120}\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|et|zip|rar|jpe?g|png)(?:（[^（）]{1,12}）)?", re.IGNORECASE
)
_NOTES = re.compile(r"(?:^|[。）\d\s预期约束性])(?:备注|注释?|说明)：$")  # the numbered lines after it explain
_FILES = re.compile(r"(?:相关)?(?:附件|文件)(?:列表|下载|清单)：")
_COUNTED = re.compile(r"\d{1,2}[.．、]\s*(?!\d)")


def uncounted(text: Text, title: Span) -> Span:
    """The title of an annex without its number in the list: 任务分工表 of 附件：1.任务分工表 over that table."""
    counted = _COUNTED.match(text.read(title))
    return Span(title.start + counted.end(), title.end) if counted else title


def attachments(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The lines that only list what is attached (附件：1.任务分工表, and those after it) or explain (注：)."""
    found: set[Block] = set()
    going = notes = False
    for block, follower in zip_longest(blocks, blocks[1:]):
        assert block is not None
        words = text.read(block.span).strip() if isinstance(block, Paragraph) else ""
        number = numbered(words)
        notes = (words.endswith("：") and bool(_NOTES.search(words))) or (
            notes and number is not None and number.rank >= Rank.ARABIC
        )
        if "略" in words and is_left_out(words, number):
            found.add(block)
        if (notes and number) or _FILE.fullmatch(words) or _FILES.match(words):
            found.add(block)
            going = going or (number is not None and number.rank is Rank.ANNEX)  # 附件：1.起草说明.pdf
        elif number and number.rank is Rank.ANNEX and re.match("附件 ?：", words):
            after = text.read(follower.span).strip() if isinstance(follower, Paragraph) else ""
            inner = numbered(words[number.length :]) or numbered(after)
            heads = isinstance(follower, Table)  # 附件：1.任务分工表 right over that table
            listed = bool(inner and inner.rank is Rank.ARABIC) or (len(words) > number.length and bool(after))
            going = listed and not heads
        else:
            going = going and bool(number and number.rank is Rank.ARABIC and is_heading(words))
        if going:
            found.add(block)
    return frozenset(found)
