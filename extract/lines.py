"""Paragraphs from lines: sentences cut by a line or page end are joined, texts run together are split again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guitu.extract.characters import without_spaces
from guitu.extract.numbering import numbered
from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.text import fold

_END = "。！？；：…）〕》”."
_OPEN = {"（": "）", "《": "》", "“": "”"}
_LONGEST_HEADING = 60
_SHORTEST_CUT = 20  # a shorter line without a sign of a sentence is a title or a name
_FULL_LINE = 45

_DATE = r"(?:\d{4}|[〇零○一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
_NUMBER = r"[\u4e00-\u9fffA-Z]{1,12}〔\d{4}〕(?:第)?\d{1,5}号"  # 云政发〔2024〕7号
_DUTY = r"(?:牵头|负责|责任|主办|协办|配合|参与|实施|单位|部门)"
# lines that begin something of their own: bullets, dashes, boxes, notes, dates, numbers of documents, duty clauses
_OPENER = re.compile(
    rf"[●■◆▲★□○◇▪►➢✓※*]|[—-]{{1,2}}[\u4e00-\u9fff“]|·|专栏|附[件表录]\d?|图\d|表\d|注：|注\d|备注|抄送|主送|联系|印发|目录"
    rf"|{_DATE}(?:$|印发|起)|（{_DATE}|{_NUMBER}|（此件|（联系人|第[〇一二三四五六七八九十百\d]{{1,4}}[章节条篇]"
    rf"|（[^（）]{{0,200}}{_DUTY}|(?:总?牵头|责任|配合|主管|实施|参与)(?:单位|部门)[：（]"
)
_ONLY_DATE = re.compile(rf"（?{_DATE}）?(?:印发)?")

# ---- titles over several lines ----
_TITLE_WORD = (
    r"(?:规划|纲要|计划|方案|措施|意见|办法|通知|通告|公告|决定|细则|规定|条例|政策|清单|要点|指南|目标|分工|举措|任务|行动)"
)
_TITLE_END = re.compile(rf"{_TITLE_WORD}(?:（[^（）]{{1,30}}）)?的?(?:{_TITLE_WORD}|函|批复)?(?:（[^（）]{{1,30}}）)?$")
_NO_TITLE = re.compile(rf"[，。；！？：]|文件$|号$|{_DATE}|^附[件表录]|^目录$|^专栏|^[（〔]|^各")
_AGENCY_END = re.compile(r"(?:政府|办公厅|办公室|委员会|委|厅|局|部|国务院|中心|院)$")
_ANNEX = re.compile(r"附[件表录]\d{0,2}：?")
_LONGEST_TITLE_LINE = 34
_TITLE_LINES = 5
_HEAD_LINES = 12


def joined(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with every cut sentence in one paragraph, and every title over several lines in one.

    Guaranteed: words stay in order; tables, headings of the format, and asides join nothing; a numbered line joins
    nothing before it, and nothing after it unless it stops in the middle of a sentence.
    """
    result: list[RawBlock] = []
    pieces: list[str] = []  # of the paragraph that is growing; joined once, so that a long one costs no more than its length
    for block in _titles(blocks):
        if isinstance(block, RawParagraph) and not without_spaces(block.text):
            continue
        last = result[-1] if result else None
        if isinstance(block, RawParagraph) and isinstance(last, RawParagraph) and _continues(last, pieces, block):
            pieces.append(_gap(pieces[-1], block.text) + block.text.strip())
            continue
        _close(result, pieces)
        result.append(block)
        pieces = [block.text] if isinstance(block, RawParagraph) else []
    _close(result, pieces)
    return tuple(result)


def _close(result: list[RawBlock], pieces: list[str]) -> None:
    if len(pieces) > 1 and isinstance(last := result[-1], RawParagraph):
        result[-1] = replace(last, text="".join(pieces))


def _gap(before: str, after: str) -> str:
    """A space between two Latin words, else nothing."""
    a, b = before.rstrip()[-1:], after.lstrip()[:1]
    return " " if a.isascii() and a.isalpha() and b.isascii() and b.isalnum() else ""


def _continues(last: RawParagraph, pieces: Sequence[str], after: RawParagraph) -> bool:
    if last.level or after.level or last.aside or after.aside or last.box != after.box:
        return False
    begin = fold(without_spaces(pieces[0][:200]))
    end = fold(without_spaces(pieces[-1][-200:]))
    whole = begin if len(pieces) == 1 and len(pieces[0]) <= 200 else begin + end
    return is_cut(whole) and not _opens(fold(without_spaces(after.text[:240])), whole)


def is_cut(line: str) -> bool:
    """Whether a line in canonical signs stops in the middle of a sentence.

    >>> is_cut("到2025年，全市建成高标准农田，粮食产"), is_cut("（二）加快转型，做强主业"), is_cut("云州市人民政府办公室")
    (True, False, False)
    """
    if line[-1] in "，、" or _unclosed(line):
        return True
    if line[-1] in _END:
        return False
    if numbered(line) or line.startswith("专栏"):
        return "。" in line or "；" in line or len(line) > _LONGEST_HEADING
    return len(line) >= _SHORTEST_CUT and any(sign in line for sign in "，。；、") or len(line) >= _FULL_LINE


def _unclosed(line: str) -> bool:
    return any(line.rfind(opening) > line.rfind(closing) for opening, closing in _OPEN.items())


def _opens(line: str, before: str) -> bool:
    """Whether a line in canonical signs begins something of its own."""
    if _unclosed(before) and not _ONLY_DATE.fullmatch(line):
        return False
    return bool(numbered(line) or _OPENER.match(line))


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
            run.append(block)
            continue
        yield from _run(run)
        run = []
        yield block
    yield from _run(run)


def _title_line(block: RawParagraph, text: str) -> bool:
    plain = not block.level and not block.box and not block.aside
    return plain and len(text) <= _LONGEST_TITLE_LINE and not _NO_TITLE.search(text) and not numbered(text)


def _run(run: Sequence[RawParagraph]) -> Iterator[RawParagraph]:
    """The lines of one stretch, those of one title together: 青岚县 / 关于加快发展的 / 若干措施."""
    start = 0
    while start < len(run):
        shown = [fold(without_spaces(block.text)) for block in run[start : start + _TITLE_LINES]]
        size = 1
        if not _TITLE_END.search(shown[0]) or (len(shown) > 1 and shown[1].startswith(("（", "的"))):
            ends = [k for k in range(1, len(shown)) if _TITLE_END.search(shown[k])]
            if ends and all(_leads(a, b) for a, b in zip(shown[: ends[0]], shown[1:], strict=False)):
                size = ends[0] + 1
        yield replace(run[start], text="".join(block.text.strip() for block in run[start : start + size]))
        start += size


def _leads(line: str, after: str) -> bool:
    """Whether a line of a title goes on in the next: an issuer only before 关于 or 印发."""
    return not _AGENCY_END.search(line) or after.startswith(("关于", "印发", "转发"))


# ---- texts run together ----

_HAN = "〇零一二三四五六七八九十百"
# after a sentence: 。一、 ：1． ）（二）, not 一、二、三产业
_POINT = re.compile(
    rf"(?<=[。：:）)！？；])(?=(?:[{_HAN}]{{1,3}}、(?![{_HAN}]{{1,3}}、)|[（(][{_HAN}]{{1,3}}[）)]|\d{{1,2}}[．.、](?![\d.])))"
)
_CHILD = re.compile(rf"(?=[（(]一[）)]|(?<![\d.])1[．.](?!\d))")
# a duty clause that closes an item: …。（市水利局牵头）
_CLOSED = re.compile(rf"(?<=[。；])([（(][^（）()]{{2,400}}{_DUTY}[^（）()]{{0,200}}[）)])(?=[^，。；、：）)])")
_SALUTATION = re.compile(r"^(各[^：:。]{4,120}[：:])(?=.)")
_SIGNATURE = re.compile(
    r"(?<=[。！])([\u4e00-\u9fff、 ]{2,60}?)(\d{4}年\d{1,2}月\d{1,2}日)((?:（[^（）]{2,16}）)?)$"
)
_TITLE_AND_NUMBER = re.compile(r"(?<=[知见案法定划施则函])([\u4e00-\u9fff]{1,10}〔\d{4}〕\d{1,5}号)$")
_SHORTEST_RUN_TOGETHER = 300
_POINTS = 3


def split(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks of a text that a copy has run together, with a paragraph for every item again; other texts unchanged.

    Guaranteed: words stay in order; cuts only before a number after a sentence end, before the first item of a heading,
    after a duty clause that closes an item, and around salutation, signature and document number.
    """
    if not any(isinstance(block, RawParagraph) and _run_together(block) for block in blocks):
        return tuple(blocks)
    return tuple(_pieces(blocks))


def _run_together(block: RawParagraph) -> bool:
    if len(block.text) < _SHORTEST_RUN_TOGETHER or block.aside:
        return False
    return sum(1 for _, _ in zip(range(_POINTS), _POINT.finditer(block.text), strict=False)) == _POINTS


def _pieces(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    for block in blocks:
        if isinstance(block, RawParagraph) and not block.level and not block.aside:
            for text in _cut(block.text):
                yield replace(block, text=text)
        else:
            yield block


def _cut(text: str) -> Iterator[str]:
    for item in _POINT.split(text):
        for piece in _CLOSED.sub("\\1\n", item).split("\n"):
            for part in _SALUTATION.sub("\\1\n", piece.strip()).split("\n"):
                shown = _SIGNATURE.sub("\n\\1\n\\2\n\\3", part)
                shown = _TITLE_AND_NUMBER.sub("\n\\1", shown)
                for one in shown.split("\n"):
                    yield from _heading_apart(one.strip())


def _heading_apart(text: str) -> Iterator[str]:
    """A heading run into its first item: 一、工作目标（一）…"""
    head = fold(text[:80])
    child = _CHILD.search(text, 2, 80) if numbered(head) else None
    if child and "。" not in text[: child.start()] and child.start() > 4 and text[child.start()] not in "（(" * (text[0] in "（("):
        yield text[: child.start()].strip()
        yield text[child.start() :].strip()
    elif text:
        yield text
