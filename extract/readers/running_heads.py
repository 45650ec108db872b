"""What the running heads of pages say of the document: its number, where they hold one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guitu.extract.raw import RawParagraph
from guitu.extract.text import fold

_NUMBER = re.compile(
    r"(?:[\u4e00-\u9fff]{0,20}(?:文件|公报|政府|办公室|委员会))?"
    r"([\u4e00-\u9fff]{2,14} ?[〔（] ?(?:19|20)\d\d ?[〕）] ?(?:第 ?)?\d{1,5} ?号)"  # 云政发〔2024〕12号
)
_CITED = re.compile(r"[《》]|根据|依据|按照")
_LONGEST = 60


def numbers_of(lines: Iterable[str]) -> tuple[RawParagraph, ...]:
    """The document number that running heads hold, as written and aside; none where they hold several.

    >>> numbers_of(["云州市人民政府文件云政发〔2026〕8号", "第 3 页", "云政发〔2026〕8号"])
    (RawParagraph(text='云政发〔2026〕8号', level=0, box=False, aside=True, item=False),)
    """
    found = {
        line[match.start(1) : match.end(1)]
        for line in lines
        if len(line) <= _LONGEST and not _CITED.search(line) and (match := _NUMBER.search(fold(line)))
    }
    return tuple(RawParagraph(number, aside=True) for number in found) if len(found) == 1 else ()
