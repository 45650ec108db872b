"""How a document stands to a title that it names: by the verb that governs the title or its list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from guitu.extract.facts import Document, Relation
from guitu.extract.references.title_words import Naming
from guitu.extract.structure.draft import Chapter
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import document_words

# 《甲》、, 《甲》（云府发〔2020〕1号）和省政府
_LISTED = re.compile(r"》(?:（[^（）\n]{0,60}）)?(?:等)?[、，]?(?:以及|和|及|与|暨)?[^，。；：《》\n]{0,14}$")
_CLAUSE = re.compile(r"[，。；：！？\n]")
_SENTENCE = re.compile(r"[。；！？\n]")
_OPENED = re.compile(r"《[^《》\n]{1,220}$")
_BASIS_AFTER = re.compile(
    r"[^，。；《》]{0,12}(?:为(?:(?:主要|重要|根本|基本|直接)?(?:编制|制定)?依据|指导|基础|遵循))"
)
_CARRIED_AFTER = re.compile(
    r"(?:（[^（）\n]{0,60}）)?(?:的)?(?:文件|精神|要求)?(?:贯彻落实|贯彻|组织实施|落地实施|深入实施|有效实施|全面实施|实施|落地|落实)(?![方细年])"
)
_OWN_ACT = re.compile(
    r"(?:出台|制定|制订|印发|发布|颁布|编制|修订|起草|研究|公布)(?:并|和|、)?(?:组织)?(?:实施|落实|执行)?了?"
)
_DRAWN_UP = re.compile("编制|特制|制[定订]本|提出(?:如下|以下|本)|现就")
# 按照《甲条例》规定执行, 依照《乙》国家标准认定: a rule for one case in the first chapter of an office's rules
_RULED = re.compile(
    r"(?:（[^（）\n]{0,40}）)?[^，。；《》]{0,12}?(?:规定|标准|规范|要求|程序|办法)[^，。；《》]{0,4}?(?:执行|办理|实施|处理|处罚|管理|认定|确定|进行|履行|[。；]|$)"
)
# 根据《甲条例》，结合实际，研究制定乙办法: what is drawn up rests on it
_LEADS_TO = re.compile(
    r"(?:（[^（）\n]{0,40}）)?[^，。；《》]{0,12}，(?:结合[^，。；]{2,24}，)?(?:研究|推动|抓紧|加快|组织|及时|尽快)*"
    r"(?:制[定订]|编制|起草|拟[定订]|出台)[^，。；]{2,30}?(?:办法|细则|方案|意见|规划|条例)(?=》|[，。；、（]|$)"
)
_DRAWS_UP = re.compile(rf"{_DRAWN_UP.pattern}|制[定订]|拟[定订]|出台")
_DENIED = re.compile(r"不再(?:执行|实施|适用)|停止(?:执行|实施)|废止|违反")


def relation_of(words: str, naming: Naming, document: Document, chapter: Chapter) -> Relation:
    """By the verb that governs the title or the list in which it stands."""
    start = list_start(words, naming.start)
    sentence = _last_after(_SENTENCE, words, start)
    clause = max(sentence, _last_after(_CLAUSE, words, start))
    before = words[clause:start]
    tail = words[list_end(words, naming.end) :][:60]
    before = before or _basis_before(words, clause, tail)
    verbs = document_words()
    if document.type == "notice" and (
        any(verb in before for verb in verbs["issues"] if not _BY_OTHERS.search(before))
        or (HEREWITH.search(before) and issued().match(tail))
    ):
        return "issues"
    if document.type is None and chapter == "front" and _CAME_OUT.search(before):
        return "issues"  # the news of a plan
    if before.rstrip("“ ").endswith(("附件", "附件：", "见附件")):
        return "annex"
    relation = by_verb(before, tail, naming.title.endswith(("战略", "行动计划")))
    said = words[sentence : _sentence_end(words, naming.end)]
    if relation == "based_on" and (
        not (_DRAWN_UP.search(said) or _LEADS_TO.match(tail))
        if chapter == "work"
        else _RULED.match(tail) and not _DRAWS_UP.search(said)
    ):
        relation = "cites"  # a rule for one step of the work, not what the document rests on
    return "cites" if _DENIED.search(before) else relation


_BY_OTHERS = re.compile("(?:印发|下发|发布|公布|转发)的$")  # 落实市财政局联合市科技局印发的《甲方案》

# 根据省委会议精神，《甲意见》（…），制定本方案: the list goes on behind a comma
_BASIS = re.compile(
    r"(?:^|[，。；])\s*(?P<clause>(?:根据|按照|依据|遵照)[^，。；《》\n]{2,90}(?:精神|要求|部署|安排))，$"
)
_ENDS_LIST = re.compile(r"(?:（[^（）\n]{0,60}）)?(?:等)?(?:文件|精神|要求|规定)*，")


def _basis_before(words: str, start: int, tail: str) -> str:
    """The clause of a basis that a list of titles goes on with, where the list has no word before it."""
    m = _BASIS.search(words, max(0, start - 100), start) if _ENDS_LIST.match(tail) else None
    return m["clause"] if m else ""


_CAME_OUT = re.compile("(?:印发|公布|发布)了?$")
# 现将《云州市养老规划》印发给你们
HEREWITH = re.compile(r"(?:现|兹|并)[将把][^，]{0,30}$")


@cache
def issued() -> re.Pattern[str]:
    """印发给你们, and its like behind a title."""
    return re.compile(
        rf"(?:（[^（）\n]{{0,60}}）)?[^，。；]{{0,8}}?{alternation({*document_words()['issues'], '下发', '印送'})}"
    )


_WITH = re.compile("以(?![及上下来内外])[^，。；：]*$")  # 以《甲》、省政府《乙》为主要编制依据
# 本实施方案与《…》: no verb
_OF_A_TITLE = re.compile("(?:贯彻|落实|实施|执行)(?:方案|意见|细则|办法|计划|情况|主体|单位|部门|效果)")


def by_verb(before: str, tail: str, strategy: bool = False) -> Relation:
    """By the first verb before the list, or by what is said behind it."""
    verbs = document_words()
    before = _OF_A_TITLE.sub("", before)
    basis = _first(before, verbs["based_on"] - {"以"})
    carried = _first(before, verbs["implements"] | ({"推进"} if strategy else set()))
    act = _OWN_ACT.search(before)
    stands = _BASIS_AFTER.match(tail) and _WITH.search(before)
    if stands or (basis is not None and (carried is None or basis < carried)):
        return "based_on"
    own = act is not None and (carried is None or act.start() <= carried < act.end())
    if not own and (carried is not None or _CARRIED_AFTER.match(tail)):
        return "implements"
    return "cites"


def _first(text: str, verbs: Iterable[str]) -> int | None:
    found = [text.find(verb) for verb in verbs if verb in text]
    return min(found) if found else None


def _sentence_end(words: str, start: int) -> int:
    m = _SENTENCE.search(words, start, start + 400)
    return m.start() if m else min(len(words), start + 400)


def _last_after(pattern: re.Pattern[str], words: str, end: int) -> int:
    """Where the stretch that ends at `end` begins."""
    begin = max(0, end - 200)
    last = begin
    for m in pattern.finditer(words, begin, end):
        last = m.end()
    return last


def list_start(words: str, start: int) -> int:
    """The first 《 of the list in which the title at `start` stands."""
    for _ in range(20):
        m = _LISTED.search(words, max(0, start - 90), start)
        if m is None:
            return start
        opened = words.rfind("《", 0, m.start())
        if opened < 0 or _governs(m[0]):
            return start
        start = opened
    return start


def _governs(between: str) -> bool:
    """A verb between two titles begins a list of its own; 印发的 and 发布的 only tell who issued the second."""
    verbs = document_words()
    said = _NAMED_SHORT.sub("", between).replace("印发的", "").replace("发布的", "").replace("制定的", "")
    return (
        bool(_BESIDE.search(said))
        or any(v in said for v in verbs["based_on"] | verbs["implements"] | verbs["issues"])
        or bool(_OWN_ACT.search(said))
    )


_NAMED_SHORT = re.compile(r"（(?:以下|下文|下)?(?:统)?简称[^（）\n]{0,40}）")  # of a title in a list
# 执行《甲》，参照《乙》: what is only looked at
_BESIDE = re.compile("结合|参照|参考|对照|比照|借鉴|对标|宣传|学习|修订|修改|完善|衔接|对接|符合|废止")

# 、《乙》, 和省政府《丙》（云府发〔2020〕1号）
_NEXT = re.compile(
    r"(?:（[^（）\n]{0,60}）)?(?:等)?[、，]?(?:以及|和|及|与|暨)?[^，。；：《》\n]{0,14}《[^《》\n]{1,120}》"
)


def list_end(words: str, end: int) -> int:
    """The end of the last 》 of the list in which the title that ends at `end` stands."""
    for _ in range(20):
        m = _NEXT.match(words, end)
        if m is None or _governs(words[end : words.index("《", end)]):
            break
        end = m.end()
    return end
