"""Names without 《》 that a verb governs, alone or one after the other: 落实甲市供水规划、《乙条例》和丙标准."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from guitu.extract.facts import Document
from guitu.extract.places.words.regions import at_head
from guitu.extract.references.title_words import MASTER, SPACES, VAGUE, Naming, cue, generic, key, last_words
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import document_words

# a title in marks and what stands in brackets are one thing each: their signs are blanked
_OPAQUE = re.compile(r"《[^《》\n]{2,200}》|（[^（）\n]{0,60}）")
_TITLE, _ASIDE = "\x01", "\x02"
_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_JOIN = re.compile(r"、|以及|[和与及暨]")
_LAW = re.compile(r"[^、“”\x01\x02]{2,24}?法(?=[、和与及，。；]|以及|等|$)")
_MARKED = re.compile(f"{_TITLE}+")
# a document that is told to be on something, which is read elsewhere
_ON = re.compile(
    "[^、，。；]{0,16}关于[^，。；]{4,44}?(?:意见|决定|通知|措施|规定|办法|方案|决议)(?=[、和与及，。；]|以及|等|精神|要求|$)"
)
_LONGEST, _SHORTEST, _FEWEST = 44, 4, 4
_MOST = 24  # names in one list


_ALL_ENDS = re.compile("规划|条例|标准|规范|办法|方案|规程|纲要|细则|措施|计划|规定|导则|指南|战略|政策|议定书")


@cache
def _last() -> re.Pattern[str]:
    """A last word, also one that only a verb before the name shows: …区建设方案, 根据…规划编制本方案."""
    return re.compile(
        rf"{last_words().pattern}|(?P<scheme>{_SCHEMES.pattern.removesuffix('$')})|(?P<drawn>规划)(?=编制(?:本|[，。；]|$))"
    )


# 实施甲市供水方案、乙规划等专项规划: what sums the list up shows that 实施 governs documents
_SUMMED = "实施(?=[^，。；：]{10,90}等(?:专项|相关|各类|重点|配套)*(?:规划|方案|文件|法规|条例)(?:[，。；]|$))"


@cache
def _verb() -> re.Pattern[str]:
    """落实, 严格执行, 按照国家: the verb and the words of degree that may stand behind it."""
    return re.compile(rf"(?:{alternation(document_words()['governing'])}|{_SUMMED})(?:落实|实施|执行)?[好了]?")


# what goes on behind a name: the end of the clause, the next of the list, what the document demands, what is done by it
_ENDS = re.compile(
    r"(?:[“”]?$|、|以及|[和与及暨]|等|[有相]关|[的中内]?(?:要求|规定|精神|部署|确定|明确|提出|目标)"
    r"|相?(?:衔接|协调|一致|适应)|(?:进行|组织|开展|推进|推动|编制|制[定订]|实施|执行|给予|办理|建设|管理|确保|做好|加强|严格|落实|统筹|结合|认真|切实|加快))"
)
_PLANS = ("规划", "规划纲要", "纲要", "战略")
_RULES = ("条例", "办法", "管理办法", "暂行办法", "细则", "实施细则", "若干措施", "若干政策", "行动计划", "规划纲要")
_RULED = ("条例", "管理办法", "暂行办法")
_SCHEMES = re.compile(
    "(?:(?:管理|若干|暂行|实施|保护)规定|(?:总体|实施|工作|行动|建设|改革|试点|专项|攻坚|提升|整治|治理|创建|布局)方案)$"
)
_YEARS = re.compile(r"（\d{4}年?[-—－–~至]{1,2}\d{4}年?）")
_OF_STATE = re.compile("国家(?!级)|全国|中国|中华人民共和国|国务院(?:办公厅)?|自治区(?!级)")
_LOOSE = re.compile("有关|相关|各类|各项|各级|其他|一批|上述|所有|同类|若干(?!政策|措施|意见|保障)")
_JOINTS = ("和", "与", "及")  # 落实意见和条例: kinds, not one name
_HEAD_JOINED = re.compile("[和与及、或]")


@dataclass(frozen=True, slots=True)
class _Text:
    """A passage as written, and with the signs blanked of what stands in 《》 and brackets."""

    words: str
    masked: str
    document: Document


def governed(words: str, document: Document) -> Iterator[Naming]:
    """The names that a verb governs; `words`: a passage in which 《 and （ stand as they were written."""
    if not _ALL_ENDS.search(words) or not _verb().search(words):
        return
    masked = _OPAQUE.sub(lambda m: (_TITLE if m[0][0] == "《" else _ASIDE) * len(m[0]), words)
    text = _Text(words, masked, document)
    for clause in _CLAUSE.finditer(masked):
        read = clause.start()
        for verb in _verb().finditer(masked, clause.start(), clause.end()):
            if verb.start() < read:
                continue
            for start, end in _list(text, verb.end(), clause.end()):
                read = end
                yield Naming(SPACES.sub("", words[start:end]), start, end)


def _list(text: _Text, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the names of a list that begins at `at` start and end."""
    for n in range(_MOST):
        known = next(filter(None, (way.match(text.masked, at, end) for way in (_MARKED, _LAW, _ON))), None)
        after = known.end() if known else _name_end(text, at, end, listed=n > 0 or _is_listed(text, at, end))
        if after is None:
            return
        if not known:
            yield at, after
        join = _JOIN.match(text.masked, _past_asides(text.masked, after))
        if join is None:
            return
        at = join.end()


def _is_listed(text: _Text, at: int, end: int) -> bool:
    """Whether another name follows one without a head, so that both are documents: 执行甲标准、乙标准."""
    first = _name_end(text, at, end, listed=True)
    join = _JOIN.match(text.masked, _past_asides(text.masked, first)) if first else None
    return join is not None and _name_end(text, join.end(), end, listed=True) is not None


def _past_asides(masked: str, at: int) -> int:
    while masked.startswith(_ASIDE, at):
        at += 1
    return at


def _name_end(text: _Text, at: int, end: int, *, listed: bool) -> int | None:
    """The end of the name that begins at `at`; `listed`: documents stand in the list before it."""
    stop = min(end, at + _LONGEST)
    comma = text.masked.find("、", at, stop)
    for m in _last().finditer(text.masked, at, stop if comma < 0 else comma):
        if _ENDS.match(text.masked, _past_asides(text.masked, m.end()), end):
            if not _fits(text.masked[at : m.end()], m[m.lastgroup or "last"], text.document, listed=listed):
                return None
            years = _YEARS.match(text.words, m.end())
            return years.end() if years else m.end()
    return None


def _fits(name: str, last: str, document: Document, *, listed: bool) -> bool:
    """Whether a governed name singles out one document."""
    if not _is_whole(name) or key(name) in key(document.title):
        return False
    head = _head(name, document)
    rest = name[head : len(name) - len(last)]
    policy = last == "战略" and not name.startswith(("国家", "中国"))
    if policy or _HEAD_JOINED.match(rest) or rest.endswith(_JOINTS) or (head and not rest):
        return False
    if generic().fullmatch(rest) or MASTER.fullmatch(rest):
        return bool(head and MASTER.fullmatch(rest) and last in _PLANS and not _OF_STATE.match(name))
    scheme = _SCHEMES.search(name) is not None
    if head and (scheme or last in _PLANS or last in _RULES):
        return True
    known = head or last in _RULED or (listed and not scheme)
    return len(rest) >= (_FEWEST if known else 2 * _FEWEST) and bool(known or listed)


def _is_whole(name: str) -> bool:
    """Whether words can be one name: no verb before it, no words of many, quotes in pairs."""
    if len(name) < _SHORTEST or VAGUE.match(name) or _LOOSE.search(name) or _TITLE in name:
        return False
    if cue().match(name) and not _OF_STATE.match(name):
        return False
    return name.count("“") == name.count("”") and ("的" not in name or "关于" in name)


def _head(name: str, document: Document) -> int:
    """The length of whose document it is: 国家, 自治区, a region in full or short; 0 where it is not told."""
    if m := _OF_STATE.match(name):
        return m.end()
    region = at_head(name, document.jurisdiction)
    if region is None and (m := _region().match(name)):
        return m.end()
    return region.length if region is not None else 0


@cache
def _region() -> re.Pattern[str]:
    """A named region over several places: 云溪流域, 现代化东桥都市圈; not 国家级示范区, 各经济区."""
    last = alternation(document_words()["region"])
    return re.compile(rf"(?![各该本此等])(?![一-龥]{{0,2}}级)(?:(?![的和与及、])[一-龥]){{2,8}}?(?:{last})")
