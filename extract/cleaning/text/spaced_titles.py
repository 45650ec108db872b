"""Paragraphs in a row whose titles stand apart by a wide gap alone, as boxes are copied: 优质稻米  在白石县建设…"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.words.lines import STOPS

# never 东桥区  重点发展…: it does so
_TITLED = re.compile(
    rf"\s*(?P<title>[^\s，：、\d{STOPS}][^\s，：{STOPS}]{{1,17}})(?<![区县市旗镇乡])(?<!街道)"
    r"(?: {2,}|[ \u3000]*\u3000[ \u3000]*)(?P<rest>\S.{6,}[。；])\s*"
)
_FEWEST = 3


def titles(blocks: Sequence[RawBlock]) -> Mapping[str, str]:
    """The titles of such paragraphs by their texts; three paragraphs or more in a row, each a sentence behind a title.

    >>> rows = ["稻米  在白石县建设基地3万亩。", "生猪  在东桥镇建设养殖场。", "油茶  在云溪县新造油茶林5万亩。"]
    >>> sorted(titles([RawParagraph(row) for row in rows]).values())
    ['油茶', '生猪', '稻米']
    """
    found: dict[str, str] = {}
    for told, run in groupby(map(_titled, blocks), bool):
        row = [match for match in run if match]
        found |= {m[0]: m["title"] for m in row} if told and len(row) >= _FEWEST else {}
    return found


def _titled(block: RawBlock) -> re.Match[str] | None:
    return _TITLED.fullmatch(block.text) if isinstance(block, RawParagraph) and not block.aside else None
