"""Other documents in a text: titles in 《》, who issued them, their numbers. They tell nothing of this document."""

from __future__ import annotations

import re

from guitu.extract.text import Span
from guitu.extract.words.titles import bare

_TITLE = re.compile(r"《[^《》。\n]*(?:《[^《》。\n]*》[^《》。\n]*)*(?:》|(?=[。\n]|$))|〈[^〈〉。\n]*〉")
# whose it is, right before it: 根据云州市人民政府《…》, 云州市水利局印发的《…》
_WHOSE = re.compile(
    r"(?:^|(?<=[，。；：》〉\n])|(?:根据|按照|依据|依照|遵照|贯彻|落实|执行|对照|参照))"
    r"(?P<whose>(?!根据|按照|依据|依照|遵照|贯彻|落实|执行)[^《》〈〉，。；：“”\n]{2,60}(?:政府|[厅室局委部会院组办署省市县区州盟旗])(?:联合|近日)?(?:印发|发布|出台|下发|制定)?的?)$"
)
_NUMBER = re.compile(r"[ ]?（[^（）《》\n]{0,16}〔 ?(?:19|20)\d\d ?〕[^（）\n]{0,12}）")
_EDITION = re.compile(r"（[^（）]{2,30}）(?=》?$)")
_LONGEST_NAMING = 64  # characters before a title in which its issuer stands


def uncited(words: str, own: str) -> str:
    """Words of a document titled `own`, with what names other documents blanked; of the same length.

    >>> uncited("根据云州市政府《节水意见》（云政〔2024〕3号）制定", "青岚县节水规划").split()
    ['根据', '制定']
    >>> uncited("现将《青岚县节水规划》印发", "青岚县节水规划")
    '现将《青岚县节水规划》印发'
    """
    if not ("《" in words or "〈" in words):
        return words
    kept: list[str] = []
    done = 0
    for cited in _TITLE.finditer(words):
        if is_own(cited[0], own):
            continue
        start, end = cited.span()
        if whose := _WHOSE.search(words, max(done, start - _LONGEST_NAMING), start):
            start = whose.start("whose")
        if number := _NUMBER.match(words, end):
            end = number.end()
        kept += [words[done:start], re.sub("[^\n]", " ", words[start:end])]
        done = end
    return "".join((*kept, words[done:]))


def is_own(bracketed: str, own: str) -> bool:
    """Whether a title in brackets is that of the document, or the plan whose tasks it divides: 《…规划》任务分解.

    >>> is_own("《云州市节水规划》", "云州市节水规划"), is_own("《云州市节水规划》", "《云州市节水规划》任务分解")
    (True, True)
    >>> is_own("《云州市节水规划》", "关于落实《云州市节水规划》的意见")
    False
    """
    return _plain(bracketed) == _plain(own) or own.startswith(bracketed)


def is_cited(words: str, span: Span, own: str) -> bool:
    """Whether a span of the words of a document stands in the name of another one."""
    line = words.rfind("\n", 0, span.start) + 1
    end = words.find("\n", span.end)
    stretch = words[line : end if end >= 0 else len(words)]
    return not uncited(stretch, own)[span.start - line : span.end - line].strip()


def _plain(title: str) -> str:
    return re.sub("^关于|的", "", bare(_EDITION.sub("", title)))
