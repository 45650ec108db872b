"""Signs and spaces: what is no character of the text goes, and the spaces that layout and scanning left in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread

# control characters but tab and line breaks, zero-width, directions, variation, byte order, private use (bullet fonts)
_NO_SIGNS = "\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ue000-\uf8ff"
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_GONE = re.compile(f"[{_NO_SIGNS}]")
_BREAKS = re.compile(f"[{_LINE_ENDS}]+")
_BOOKMARK = re.compile(r"\[bookmark: ?[^\[\]\n]{0,40}\]")  # [bookmark: _GoBack]
# a space that a copy has lost to a sign: ？ 二、重点任务, 云州市水利局 ？云州市财政局
_LOST_SPACE = re.compile(
    r"^\s*[?？]+\s*(?=[\u4e00-\u9fff（(\d])|(?<=\S)[ \t\u3000]+[?？]+[ \t\u3000]*(?=[\u4e00-\u9fff])"
)
_FORMULA = re.compile(r"\$([^$\n]{0,60}\\[^$\n]{0,60})\$")  # $(\underline{3})$, $30\%$
_PLAIN_FORMULA = re.compile(r"\$( ?[<>≥≤~]? ?\d[\d., ]{0,20}%? ?)\$")  # $7.0$, $> 95$
_COMMAND = re.compile(r"\\[A-Za-z]+ ?|[{}\\^_]")
_SIGNS = (
    (re.compile(r"\\(?:geqslant|geqq|geq|ge)(?![A-Za-z]) ?"), "≥"),
    (re.compile(r"\\(?:leqslant|leqq|leq|le)(?![A-Za-z]) ?"), "≤"),
    (re.compile(r"\\(?:gt)(?![A-Za-z]) ?"), ">"),
    (re.compile(r"\\(?:lt)(?![A-Za-z]) ?"), "<"),
    (re.compile(r"\\sim(?![A-Za-z]) ?"), "~"),
    (re.compile(r"\\times(?![A-Za-z]) ?"), "×"),
    (re.compile(r"\\mu(?![A-Za-z]) ?"), "μ"),
    (re.compile(r"\^ ?\{? ?\\circ ?\}? ?(?:\\mathrm ?\{ ?C ?\}|C)"), "℃"),
)
_REMEMBERED = 1000  # characters of a line that is kept
_APART = re.compile(r"(?<=[\d.]) (?=[\d.%])")  # $9 5 \%$
CHINESE = (
    "\u2e80-\u2fff\u3001-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003134f"
)
SIGNS = "“”‘’…—·①-⓿"
_SPACES = " \t\xa0\u2000-\u200a\u202f\u205f\u3000"
# digits that a scan has set apart: 2 0 2 5 年, 1 2 . 5 %, 1 . 5 亿元
_SPREAD = re.compile(
    rf"(?<![A-Za-z\d.])\d(?:[{_SPACES}]+\d(?!\d)|[{_SPACES}]*\.[{_SPACES}]*\d(?!\d)){{1,12}}(?![{_SPACES}]*[A-Za-z\d])"
)
_SPREAD_NUMBER = re.compile(  # 1 0 . 推进
    rf"[{_SPACES}]*(\d(?:[{_SPACES}]+\d)?)[{_SPACES}]*([.．、])(?=[{_SPACES}]*(?:[^\d{_SPACES}]|(?:\d[{_SPACES}]+){{3}}\d[{_SPACES}]*年))"
)
_APART_DIGITS = re.compile(rf"[{_SPACES}](?:(?<=\d.)[{_SPACES}]*[\d.．、]|(?<=\..)[{_SPACES}]*\d)")  # spaces are rare
_COUNTED = re.compile(rf"[{_SPACES}]*[\u4e00-\u9fff%％—–~～〕）)\]-]")
_YEAR = re.compile(rf"[{_SPACES}]*年")
# two cells of a row: 个 4 6 预期性
_KIND_OF_INDICATOR = re.compile(rf"[{_SPACES}]*(?:预期|约束|引导|指导|导向|监测)性")
_GAP = re.compile(f"[{_SPACES}]+")
_SPACE = re.compile(f"[{_SPACES}]")
_ODD = re.compile(f"[{_SPACES}{_NO_SIGNS}{_LINE_ENDS}]")  # most lines have none of them
_CHINESE = re.compile(f"[{CHINESE}{SIGNS}]")
_NUMBERED = re.compile(r"\d{1,2}[.．、](?!\d)")  # 甲方案 2.乙方案
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]")  # 牵头单位：市水利局　　配合单位：市财政局
# a space after these divides a number from its title: 第一条 为了…, 附件2 分工表, 表1 指标, 任务一 清淤
_OPENING = re.compile(
    r"(?:第[〇零一二三四五六七八九十百\d]{1,5}[条节章编篇]|附[件表录]\d{0,2}|[表图]\d{1,2}(?:[-.]\d{1,2})?"
    r"|(?:专项|重点|重大)?(?:行动|任务|工程|措施|举措|专项|项目)(?:[一二三四五六七八九十]{1,3}|\d{1,2}))$"
)


def plain(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks without control, zero-width, direction and private-use characters, bookmarks and formula marks.

    Guaranteed: no blank block, the others in the same order; no line break inside a paragraph; the words stay.
    """
    return _filled(_each(blocks, _plain))


def spaced(blocks: Sequence[RawBlock], titles: Mapping[str, str] = MappingProxyType({})) -> tuple[RawBlock, ...]:
    """Blocks without the spaces that Chinese does not write; `titles`: those that a gap alone sets apart, by text.

    Guaranteed: no space at either end; none beside a Chinese character or sign, except after an opening number
    (第三条 …), before a list number and, as one ideographic space, before a label after a wide gap and behind such a
    title; else one space.
    """

    def change(text: str) -> str:
        title = titles.get(text)
        return f"{title}\u3000{_spaced(text.strip().removeprefix(title))}" if title else _spaced(text)

    return _filled(_each(blocks, change))


def _spaced(text: str) -> str:
    return without_spaces(_together(text)) if _SPACE.search(text) else text.strip()


def without_spaces(text: str) -> str:
    """One line without stray spaces.

    >>> without_spaces("增长到 2020 年的 8 万 亿元,  5G + AI"), without_spaces("第三条　为了"), without_spaces("目　录")
    ('增长到2020年的8万亿元, 5G + AI', '第三条 为了', '目录')
    """
    text = text.strip()
    return _closed_up(text) if len(text) <= _REMEMBERED else _without_gaps(text)


@lru_cache(maxsize=8192)
def _closed_up(text: str) -> str:
    """Each step of cleaning asks for the same lines again."""
    return _without_gaps(text)


def _without_gaps(text: str) -> str:
    def gap(match: re.Match[str]) -> str:
        start, end = match.span()
        if not (_CHINESE.match(text, start - 1) or _CHINESE.match(text, end)):
            return " "
        if start <= 8 and _OPENING.match(text[:start]):
            return " "
        if _NUMBERED.match(text, end) and text[start - 1] not in "（(第":
            return " "
        wide = end - start > 1 or match[0] in "\t\u3000"
        return "\u3000" if wide and _LABEL.match(text, end) and text[start - 1] not in "：:" else ""

    return _GAP.sub(gap, text) if _SPACE.search(text) else text


def _plain(text: str) -> str:
    odd = _ODD.search(text)
    if odd:
        text = _BREAKS.sub(" ", _GONE.sub("", text))
    if "$" in text:
        text = _PLAIN_FORMULA.sub(lambda match: _APART.sub("", match[1]), _FORMULA.sub(_said, text))
    if "？" in text or "?" in text:
        text = _LOST_SPACE.sub(lambda lost: " " if lost.start() else "", text)
    if odd:
        text = _together(text)
    return _BOOKMARK.sub("", text) if "[bookmark" in text else text


def _together(text: str) -> str:
    """A line whose digits stand together again where a Chinese word, % or a closing sign follows them.

    >>> _together("到2 0 2 5 年增长 1 2 . 5 %"), _together("1 . 推进"), _together("1. 5个中心"), _together("1 2 3")
    ('到2025 年增长 12.5 %', '1. 推进', '1. 5个中心', '1 2 3')
    """
    if not _APART_DIGITS.search(text):
        return text
    number = _SPREAD_NUMBER.match(text)
    head, rest = (f"{_GAP.sub('', number[1])}{number[2]}", text[number.end() :]) if number else ("", text)

    def spread(match: re.Match[str]) -> str:
        joined = _GAP.sub("", match[0])
        if joined.count(".") > 1:  # 0.9 1.2: two numbers
            return match[0]
        item = not match.start() and not head and "." in joined  # 1. 5个中心
        several = len(joined) > 4 and joined.isdigit() and _YEAR.match(rest, match.end())
        several = several or _KIND_OF_INDICATOR.match(rest, match.end())
        return match[0] if item or several or not _COUNTED.match(rest, match.end()) else joined

    return head + _SPREAD.sub(spread, rest)


def _said(formula: re.Match[str]) -> str:
    """What a formula says in plain signs: $\\geqslant 9 5 \\%$ is ≥95%, $\\mathrm{m}^{3}$ is m3."""
    words = formula[1]
    for command, sign in _SIGNS:
        words = command.sub(sign, words)
    return _COMMAND.sub("", words).replace(" ", "")


def _filled(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    return tuple(
        block
        for block in blocks
        if isinstance(block, RawUnread) or (block.rows if isinstance(block, RawTable) else block.text.strip())
    )


def _each(blocks: Sequence[RawBlock], change: Callable[[str], str]) -> tuple[RawBlock, ...]:
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: RawBlock, change: Callable[[str], str]) -> RawBlock:
    if isinstance(block, RawTable):
        return _cells(block, change)
    if isinstance(block, RawParagraph):
        text = change(block.text)
        return block if text == block.text else block.saying(text)
    return block


def _cells(table: RawTable, change: Callable[[str], str]) -> RawTable:
    changed: dict[int, RawCell] = {}
    for row in table.rows:
        for one in row:
            if id(one) not in changed:
                texts = (change(text) for text in one.paragraphs)
                changed[id(one)] = RawCell(tuple(text for text in texts if text.strip()))
    rows = (tuple(changed[id(one)] for one in row) for row in table.rows)
    return RawTable(tuple(row for row in rows if any(one.paragraphs for one in row)))
