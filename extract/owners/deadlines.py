"""Until when: the terms of tasks, 2025年底前, 年内, 持续推进, in and beside duty clauses."""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d\d年"
_POINT = r"(?:年?底|年?末|\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}日)?|上半年|下半年|第?[一二三四]季度末?)"
_BEFORE = r"(?:之前|以前|前|内)"
_GOING_ON = (
    r"(?:全年|长期|持续|常态化?|始终|不断)(?:坚持|推进|开展|实施|落实|做好|抓好|推动|执行|深化)"
    r"|立行立改|即知即改|立即整改|按序时进度推进"
)
# a point of time that says until when: 2025年底前, 6月底前, 2027年12月31日前
_UNTIL = rf"{_YEAR}{_POINT}?{_BEFORE}|{_POINT}{_BEFORE}|年内|今年内|当年内"
# what a term alone can be besides, between the signs of a clause: 2025年, 2024年12月, 2024—2026年, 持续推进
_ALONE = rf"{_YEAR}{_POINT}?|(?:19|20)\d\d年?[—~-]{{1,2}}{_YEAR}(?:{_POINT})?|{_POINT}|{_GOING_ON}|全年"
_DONE = (
    r"(?:(?:基本|全面|全部)?(?:完成|实现|建成|落实到位|取得阶段性成效|达到要求|见效)"
    r"|(?:持续|并长期)(?:推进|坚持)|启动|开展)?"
)

# a term that stands alone between signs, with what is done by then: 年内完成, 2025年底前, 持续推进
TERM = re.compile(rf"(?:于|在|至|到)?(?P<term>{_UNTIL}|{_ALONE}){_DONE}(?=[，；。、：（）〔〕\s]|$)")
_LABEL = re.compile(
    r"(?:完成|整改|工作|实施|推进|办理|落实|进度|时间|起止)?(?:时限|期限|时间|节点|进度|安排)(?:要求|安排|节点)?：\s*(?P<term>[^，。；：（）〔〕\s]{2,24})"
)
_TOLD = re.compile(
    rf"(?<![到至])(?P<term>{_YEAR}{_POINT}?{_BEFORE}|{_POINT}{_BEFORE}(?=完成|建成|实现|出台|启动|全面|基本)"
    rf"|(?<=[，；。])年内|(?<=[，；])(?:{_GOING_ON})(?=[，；。]|$))"
)
_CLAUSE = re.compile(r"[（〔](?:[^（）〔〕]|（[^（）]{0,40}）){4,400}[）〔〕]")
_OWNED = re.compile(r"[局厅委办部会府区县院司]|负责|牵头|单位")
_BESIDE = re.compile(r"(?<=[，；：（〔。、\s])")


def deadline(words: str) -> str | None:
    """The term that a task states: behind a label, in running text, or alone in a clause; None for none.

    >>> deadline("完善预案。（市应急局负责，年内完成）"), deadline("完善预案。责任单位：市应急局 完成时限：2025年6月")
    ('年内', '2025年6月')
    >>> deadline("2026年底前建成3座泵站。"), deadline("到2026年，建成3座泵站。")
    ('2026年底前', None)
    """
    if label := _LABEL.search(words):
        return label["term"]
    for clause in _CLAUSE.finditer(words):
        for start in _BESIDE.finditer(words, clause.start(), clause.end()):
            if (term := TERM.match(words, start.start())) and _OWNED.search(clause[0]):
                return term["term"]
    told = _TOLD.search(words)
    return told["term"] if told else None
