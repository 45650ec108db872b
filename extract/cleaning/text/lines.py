"""Paragraphs from lines: a sentence cut by the end of a line or page is one again, and so is a title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from guitu.extract.cleaning.text import indents
from guitu.extract.cleaning.text.fragments import close
from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces
from guitu.extract.words.lines import (
    BRACKETS,
    ENDS,
    NUMBER,
    TITLE_END,
    UNFINISHED,
    is_cut,
    is_menu,
    is_record,
    is_shelf,
    open_bracket,
    way,
)
from guitu.extract.words.numbering import HAN, Rank, numbered
from guitu.ontology.districts import leading

_SHORTEST_ITEM = 28  # an item with a comma; a shorter one is a title
_FULL_HEADING = 22  # characters of a line of a heading in the type of official documents, nearly full
_NARROWEST, _WIDEST = 24, 60  # characters of a line that was cut at a width
_RAGGED = 2  # characters by which such lines differ: a stop is not put at the start of a line
_FULL_LINES = 4
_INNER_LINES = 3
_ROUNDS = 4

_SHORTEST_CUT = 20  # characters of a line that goes on in the next
_STOPS = "。！？；："
# a conjunction or a particle, or the last sign of a word before a stop
_DANGLING = re.compile(
    "(?:和(?![谐平睦美田])|及(?![时早格])|与(?![时会众])|或(?!许)|的(?!确)|[、，。；]|[一-鿿][，。；])(?=.)"
)
_RESTS_ON = re.compile("(?:根据|依据|按照|依照|落实|贯彻|结合|执行)[^；]*《")  # 根据《…规划》 / 《…方案》，编制本规划
_DATE = r"[\d〇零○一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
_DUTY = r"(?:牵头|负责|责任|主办|协办|配合|参与|实施|单位|部门)"
# lines that begin something of their own: bullets, dashes, boxes, notes, dates, numbers of documents, duty clauses
_OPENER = re.compile(
    rf"[●■◆▲★□○◇▪►➢✓※*]|[—-]{{1,2}}[\u4e00-\u9fff“]|·|专栏|附[件表录]\d?|图\d|表\d|注：|注\d|备注|抄送|主送|联系|印发|目录"
    rf"|{_DATE}(?:$|印发|起)|（{_DATE}|各[^。：]{{2,120}}：$|{NUMBER}|（此件|（联系人|第[{HAN}\d]{{1,4}}[章节条篇]"
    rf"|（[^（）]{{0,200}}{_DUTY}|(?:总?牵头|责任|配合|主管|实施|参与)(?:单位|部门)[：（]"
)
# a line that only names owners: 协办单位：市财政局、各区政府; what goes on from it holds names and nothing else
_OWNERS = re.compile(
    r"(?:[^一-鿿]{0,6})[一-鿿]{0,4}(?:牵头|责任|负责|主责|配合|主办|协办|承办)(?:单位|部门)：[^。；]+$"
)
_NO_NAMES = re.compile(r"[\d：；]|。.")

# ---- titles over several lines ----
_NO_TITLE = re.compile(
    rf"[，。；！？：]|\.[a-z]{{3,4}}$|文件$|号$|{_DATE}|^附[件表录]|^目录$|^专栏|^[（〔]|^各|^\d+$|[>›»|]"
)
_AGENCY_END = re.compile(r"(?:政府|办公厅|办公室|委员会|委|厅|局|部|国务院|中心|院)$")
# the last line of a title: （2024—2027年）, （试行）
_SUFFIX = re.compile(r"（(?:\d{4}年?[—~至-]+\d{4}年|\d{4}年版?|试行|暂行|修订[稿版]?|征求意见稿)）")
_NOTICE = re.compile(r"(?:通知|函|公告|通告|批复)(?:（[^（）]{1,30}）)?$")
_FOLLOWS = re.compile(r"的|（[^（）]{2,30}）[\u4e00-\u9fff]")  # …规划纲要 / （2016—2030年）实施方案
_ANNEX = re.compile(r"附[件表录]\d{0,2}：?")
# the end of a line that a title goes on from before a place, or what only a title holds
_GOES_ON = re.compile(r"(?:的|和|与|及|、|关于|印发|转发|发布|公布|贯彻|落实|实施|《)$|[“\d]")
_LONGEST_TITLE_LINE = 34
_TITLE_LINES = 5
_SHORTEST_REPEATED = 8
_HEAD_LINES = 12


def joined(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with every cut sentence in one paragraph, and every title over several lines in one.

    Guaranteed: words stay in order; tables and asides join nothing; headings of the format join only what follows of
    the same title; a numbered line joins nothing before it, and nothing after it unless it stops in the middle of a
    sentence.
    """
    for _ in range(_ROUNDS):  # what has been joined tells more of the style of the file
        found = _joined(blocks)
        if len(found) == len(blocks):
            break
        blocks = found
    return found


def _joined(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    result: list[RawBlock] = []
    pieces: list[str] = []  # of the paragraph that grows: joined once, at its end
    style = _style(blocks)
    for block in _titles(blocks):
        if isinstance(block, RawParagraph) and not without_spaces(block.text):
            continue
        last = result[-1] if result else None
        if (
            isinstance(block, RawParagraph)
            and isinstance(last, RawParagraph)
            and _continues(last, pieces, block, style)
        ):
            pieces.append(_gap(pieces[-1], block.text) + block.text.strip())
            continue
        close(result, pieces)
        result.append(block)
        pieces = [block.text] if isinstance(block, RawParagraph) else []
    close(result, pieces)
    return tuple(result)


def _gap(before: str, after: str) -> str:
    """A space between two Latin words, else nothing."""
    a, b = before.rstrip()[-1:], after.lstrip()[:1]
    return " " if a.isascii() and a.isalpha() and b.isascii() and b.isalnum() else ""


@dataclass(frozen=True, slots=True)
class _Style:
    """How a file is written. `width`: of its lines, where all are cut at one width, else 0; `texts`: the ranks whose
    items have their text behind their number (1.清理收费项目，…。)."""

    width: int
    texts: frozenset[Rank]
    indents: indents.Indents


def _style(blocks: Sequence[RawBlock]) -> _Style:
    shown = [
        fold(without_spaces(block.text))
        for block in blocks
        if isinstance(block, RawParagraph) and not block.level and not block.aside and len(block.text) <= 2 * _WIDEST
    ]
    paragraphs = sum(isinstance(block, RawParagraph) and not block.level and not block.aside for block in blocks)
    items: Counter[Rank] = Counter()
    sentences: Counter[Rank] = Counter()
    for block in blocks:
        head = fold(without_spaces(block.text[:200])) if isinstance(block, RawParagraph) and not block.aside else ""
        if number := numbered(head):
            items[number.rank] += 1
            sentences[number.rank] += "。" in head or "；" in head
    texts = {rank for rank, times in items.items() if times >= 4 and sentences[rank] >= 0.7 * times}
    lines = [block.text for block in blocks if isinstance(block, RawParagraph) and not block.level and not block.aside]
    return _Style(_width(shown, paragraphs), frozenset(texts - {Rank.ANNEX, Rank.BOX}), indents.of(lines))


def _width(shown: Sequence[str], paragraphs: int) -> int:
    """The width at which lines are cut: few are longer (those glued before), and many that stop in a sentence are as
    long."""
    cut = Counter(len(text) for text in shown if len(text) >= _NARROWEST and text[-1] not in ENDS)
    if not cut:
        return 0
    width = max(cut, key=lambda size: sum(cut[size - k] for k in range(_RAGGED + 1)))
    full = sum(cut[width - k] for k in range(_RAGGED + 1))
    inner = sum(width - _RAGGED <= len(text) <= width and text[-1] not in ENDS and not numbered(text) for text in shown)
    longer = paragraphs - sum(len(text) <= width + 1 for text in shown)
    if inner < _INNER_LINES:  # else titles of one length
        return 0
    return width if full >= max(_FULL_LINES, 0.2 * paragraphs) and longer <= 0.25 * paragraphs else 0


def _continues(last: RawParagraph, pieces: Sequence[str], after: RawParagraph, style: _Style) -> bool:
    if last.aside or after.aside or after.item or last.box != after.box:
        return False
    if last.level or after.level:
        goes_on = last.level == after.level and _same_heading(pieces, after.text)
    else:
        goes_on = _is_one_sentence(pieces, after, style)
    return goes_on and not (is_record(fold(pieces[-1][-200:])) or is_record(fold(after.text[:200])))


def _is_one_sentence(pieces: Sequence[str], after: RawParagraph, style: _Style) -> bool:
    """Whether the paragraph so far stops in the middle of what the next line goes on with."""
    begin = fold(without_spaces(pieces[0][:200]))
    end = fold(without_spaces(pieces[-1][-200:]))
    whole = begin if len(pieces) == 1 and len(pieces[0]) <= 200 else begin + end
    if _OWNERS.match(whole) and not UNFINISHED.search(end) and _NO_NAMES.search(fold(after.text[:200])):
        return False
    goes_on = fold(without_spaces(after.text[:240]))
    stops = is_cut(whole) or _stops_short(whole, end, style) or _dangles(end, goes_on)
    stops = stops or style.indents.goes_on(pieces[-1], after.text)
    return stops and not _opens(goes_on, whole)


def _dangles(line: str, after: str) -> bool:
    """Whether a line without a stop goes on in what can open no paragraph: …经济发展需 / 要，确保…, …建设 / 和改造"""
    if len(line) < _SHORTEST_CUT or line[-1] in _STOPS:
        return False
    rests = line[-1] in "》）" and after[0] == "《" and _RESTS_ON.search(line.rpartition("。")[2])
    return bool(rests) or _DANGLING.match(after) is not None


def _same_heading(pieces: Sequence[str], after: str) -> bool:
    """Whether a marked heading of a full line goes on in the next marked line: # 三、推进供水一体化和 / # 水质提升."""
    first, second = fold(without_spaces(pieces[0][:80])), fold(without_spaces(after[:80]))
    if len(pieces) > 1 or not numbered(first) or len(second) > len(first) or _opens(second, first):
        return False
    if set(first + second) & set("。；：！？"):
        return False
    return bool(UNFINISHED.search(first)) or bool(open_bracket(first)) or len(first) >= _FULL_HEADING


def _stops_short(line: str, last: str, style: _Style) -> bool:
    """Whether a line without the sign of a sentence is cut, as the other lines of the file tell."""
    if line[-1] in "。！？；：" or TITLE_END.search(line):
        return False
    if style.width and (len(last) + _RAGGED) % style.width <= _RAGGED + 1 and len(last) >= style.width - _RAGGED:
        return True
    number = numbered(line) if line[-1] not in ENDS else None
    return bool(number and number.rank in style.texts and len(line) >= _SHORTEST_ITEM and "，" in line)


def _opens(line: str, before: str) -> bool:
    """Whether a line in canonical signs begins something of its own."""
    if opening := open_bracket(before):
        closed = line.find(BRACKETS[opening])
        if closed >= 0 and not 0 <= line.find(opening) < closed:
            return False
    return bool(numbered(line) or _OPENER.match(line) or (opening and numbered(before) and "。" not in before))


def _titles(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    """Blocks with titles joined: near the head of the file and after a line 附件."""
    open_until = _HEAD_LINES
    run: list[RawParagraph] = []
    seen = 0
    for block in blocks:
        text = fold(without_spaces(block.text)) if isinstance(block, RawParagraph) and len(block.text) < 200 else "。"
        if isinstance(block, RawParagraph) and not text:
            continue
        seen += 1
        if _ANNEX.fullmatch(text):
            open_until = seen + _HEAD_LINES
        if seen <= open_until and isinstance(block, RawParagraph) and _title_line(block, text):
            if run and run[-1].level != block.level:
                yield from _run(run)
                run = []
            run.append(block)
            continue
        yield from _run(run)
        run = []
        yield block
    yield from _run(run)


def _title_line(block: RawParagraph, text: str) -> bool:
    if (
        block.box
        or block.aside
        or len(text) > _LONGEST_TITLE_LINE
        or is_shelf(text)
        or is_menu(block.text)
        or way(fold(block.text))
    ):
        return False
    if _FOLLOWS.match(text) and TITLE_END.search(text):
        return True
    return bool(_SUFFIX.fullmatch(text)) or not (_NO_TITLE.search(text) or numbered(text))


def _run(run: Sequence[RawParagraph]) -> Iterator[RawParagraph]:
    """The lines of one stretch, those of one title together: 青岚县 / 关于加快发展的 / 若干措施."""
    start = 0
    while start < len(run):
        shown = [fold(without_spaces(block.text)) for block in run[start : start + _TITLE_LINES]]
        size = 1
        if not TITLE_END.search(shown[0]) or (len(shown) > 1 and _FOLLOWS.match(shown[1])):
            ends = [k for k in range(1, len(shown)) if TITLE_END.search(shown[k]) and not _follows(shown[k + 1 :])]
            notice = bool(ends) and _NOTICE.search(shown[ends[0]]) is not None
            if ends and all(_leads(a, b, notice) for a, b in pairwise(shown[: ends[0] + 1])):
                size = ends[0] + 1
        if size < len(shown) and _SUFFIX.fullmatch(shown[size]) and TITLE_END.search(shown[size - 1]):
            size += 1
        whole = "".join(block.text.strip() for block in run[start : start + size])
        yield run[start] if size == 1 else replace(run[start], text=whole)  # a line alone keeps its indent
        start += size


def _follows(after: Sequence[str]) -> bool:
    """Whether the next line goes on with a title that could end before it: …方案 / （2023—2025年）的通知."""
    return bool(after) and _FOLLOWS.match(after[0]) is not None and TITLE_END.search(after[0]) is not None


def _leads(line: str, after: str, notice: bool) -> bool:
    """Whether a line of a title goes on in the next: an issuer only in the title of a notice, before 关于 or 印发.

    A line of the site above one that begins with its own place (政府信息公开年报 / 云州市节水规划) does not.
    """
    if leading(after, unlisted=False) and not (_GOES_ON.search(line) or leading(line, unlisted=False)):
        return False
    if len(line) >= _SHORTEST_REPEATED and (line in after or after in line):  # the head of a page above the title
        return False
    return not _AGENCY_END.search(line) or (notice and after.startswith(("关于", "印发", "转发")))
