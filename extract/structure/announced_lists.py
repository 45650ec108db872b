"""Lists that a line announces with their number, 兴办三件实事：, each matter in a paragraph of its own: 一是…, 二是…"""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.text import Block, Paragraph, Text
from guitu.extract.words.numbering import Numbered, Rank, integer

_MATTERS = ("实事", "任务", "工作", "项目", "措施", "举措", "行动", "工程", "事项")
_ANNOUNCES = re.compile(
    rf"(?P<count>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[件项个大]?[一-鿿]{{0,8}}?(?:{'|'.join(_MATTERS)})[：。]$"
)
_ENDS = tuple(matter + sign for matter in _MATTERS for sign in "：。")
_MATTER = re.compile(r"(?P<count>[一二三四五六七八九十]{1,3})是(?=[一-鿿“])")
_FEWEST = 3


def matters(text: Text, blocks: Sequence[Block]) -> dict[int, Numbered]:
    """The number of each paragraph that is a matter of such a list, by its start; the count has to be right."""
    found: dict[int, Numbered] = {}
    for at, block in enumerate(blocks):
        count = _announced(text, block)
        listed = [_matter(text, one) for one in blocks[at + 1 : at + 1 + count]] if count >= _FEWEST else []
        numbers = [one for one in listed if one]
        if numbers and [one.value for one in numbers] == list(range(1, count + 1)):
            starts = (one.span.start for one in blocks[at + 1 : at + 1 + count])
            found |= dict(zip(starts, numbers, strict=True))
    return found


def _announced(text: Text, block: Block) -> int:
    if not isinstance(block, Paragraph) or block.aside:
        return 0
    words = text.read(block.span).rstrip()
    told = _ANNOUNCES.search(words) if words.endswith(_ENDS) else None
    return integer(told["count"]) if told else 0


def _matter(text: Text, block: Block) -> Numbered | None:
    told = _MATTER.match(text.read(block.span)) if isinstance(block, Paragraph) and not block.aside else None
    return Numbered(Rank.LETTER, told[0], told.end(), 0, integer(told["count"])) if told else None
