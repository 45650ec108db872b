"""What a printed page adds to a text: page numbers, running heads, the table of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces
from guitu.extract.words.lines import is_entry
from guitu.extract.words.numbering import numbered

# — 3 —, - 12 -, 第3页, 第 3 页 共 20 页, 3/20, Page 3 of 20
_PAGE = re.compile(
    r"[—–―\-－·]+ ?\d{1,4} ?[—–―\-－·]+|第 ?\d{1,4} ?页(?:[ ，,/]*共 ?\d{1,4} ?页)?|\d{1,4} ?/ ?\d{1,4}"
    r"|[Pp]age ?\d{1,4}(?: ?of ?\d{1,4})?"
)
# what a browser puts on the pages that it prints: 2024/3/5 10:22 and the title above, the address and 1/3 below
_PRINT_HEAD = re.compile(
    r"(?:(?:19|20)\d\d/\d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}/\d\d),? ?(?:[上下]午)?\d{1,2}:\d\d(?: ?[AP]M)? ?\S.*"
)
_PRINT_FOOT = re.compile(r"(?:https?|file)://[!-~]{3,300} ?\d{1,3}/\d{1,3}|(?:https?|file)://[!-~]{3,300}")
_LONGEST_PRINTED = 400
_BARE = re.compile(r"\d{1,3}")
_BARE_APART = 4  # paragraphs between two bare page numbers, at least
_MOST_PAGES = 3  # from one number to the next: a tool leaves some out
_BARE_CHARACTERS = 150  # or characters: a row of a table that was pasted as lines has fewer
_LONGEST_HEAD = 45
_SHORTEST_COPY = 8
_SHORTEST_CUT = 20
_CONTENTS = re.compile(r"目[录次錄]|CONTENTS|Contents")
_LEADERS = re.compile(r"[^。；]{2,80}?(?:[.．]{3,}|…{2,}|[·•]{3,}|。{3,}|_{3,})[ .．…·•_]*\d{1,3}")  # 一、目标......3
_LETTERS = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")
_NUMBER = re.compile("[〇一二三四五六七八九十百]+(?=.{3})|第[〇一二三四五六七八九十百]{1,3}[章节篇]")
_MOST_ENTRIES = 400
_SITE = re.compile(r"网站标识码[:：]?\d|ICP备(?:案号[:：]?)?\d|公网安备\d|版权所有[:：©@\d]|[©@]版权所有")
_SITE_LINKS = re.compile(
    "相关(?:政策)?(?:解读|文件|链接|稿件|阅读|新闻|文档|信息)(?:链接)?|政策解读|附件下载|分享到?：?"
)
# lines of the foot of a page; two of them make one: 网站地图, 主办：某某政府, 扫一扫在手机打开当前页
_FOOT = re.compile(
    "网站地图|(?:关于|联系)我们|版权(?:所有|声明)|隐私(?:声明|政策|保护)|法律声明|免责声明|技术支持[:：]|(?:打印|关闭)(?:本页|窗口|页面)"
    "|扫一扫|分享到|返回(?:顶部|首页|上一页)|[上下]一[篇条][:：]|无障碍(?:浏览|阅读|模式|版)|您是第|访问量|建议使用.{1,20}浏览器"
)
_HELP = re.compile("技术支持[:：]")  # stands under an event too: alone it makes its hosts no foot
_HOSTS = re.compile("(?:主办|承办|协办|运维|维护|管理)(?:单位)?[:：]")  # of a site, or of an event
_DAY = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日")
_SITE_LINES = 12
_LONGEST_SITE = 400


def without_pages(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks without page numbers and the repeated heads and feet beside them.

    Guaranteed: nothing else goes; a bare number goes only as one of a rising row of three or more, pages apart; a head
    only if it stands beside a page number, or mostly inside a sentence, at least three times; its first copy outside of
    a sentence stays.
    """
    shown = [without_spaces(block.text) if isinstance(block, RawParagraph) else "" for block in blocks]
    pages = {i for i, text in enumerate(shown) if text and len(text) <= 24 and _PAGE.fullmatch(text)}
    pages |= _bare(shown) | _printed(shown)
    heads = _heads(shown, pages)
    return tuple(block for i, block in enumerate(blocks) if i not in pages and i not in heads)


def without_copies(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks without a line that says again what the line before it has said: a copy left by a tool.

    Guaranteed: nothing else goes; a line shorter than eight characters, or in another kind of frame, stays.
    """
    found: list[RawBlock] = []
    said: tuple[str, bool, bool] | None = None
    for block in blocks:
        if not isinstance(block, RawParagraph):
            said = None
        elif block.text.strip():
            words = block.text.strip(), block.box, block.aside
            if words == said and len(words[0]) >= _SHORTEST_COPY:
                continue
            said = words
        found.append(block)
    return tuple(found)


def _printed(shown: Sequence[str]) -> set[int]:
    """Places of the lines that a browser puts at the head and foot of its pages; both or none."""
    feet = {i for i, text in enumerate(shown) if "://" in text[:8] and _PRINT_FOOT.fullmatch(text[:_LONGEST_PRINTED])}
    if not feet:
        return feet
    heads = {i for i, text in enumerate(shown) if "/" in text[:8] and _PRINT_HEAD.fullmatch(text[:_LONGEST_PRINTED])}
    return feet | heads if heads else set()


def _bare(shown: Sequence[str]) -> set[int]:
    """Places of lines that are nothing but a number, where they count pages."""
    places = [i for i, text in enumerate(shown) if _BARE.fullmatch(text)]
    rising = all(
        1 <= int(shown[b]) - int(shown[a]) <= _MOST_PAGES and _page_between(shown, a, b) for a, b in pairwise(places)
    )
    return set(places) if len(places) >= 3 and rising else set()


def _page_between(shown: Sequence[str], start: int, end: int) -> bool:
    return end - start >= _BARE_APART or sum(map(len, shown[start + 1 : end])) >= _BARE_CHARACTERS


def _heads(shown: Sequence[str], pages: set[int]) -> set[int]:
    filled = [i for i, text in enumerate(shown) if text]
    beside: Counter[str] = Counter()
    for before, i, after in zip(filled, filled[1:], filled[2:], strict=False):
        if i not in pages and len(shown[i]) <= _LONGEST_HEAD and (before in pages or after in pages):
            beside[shown[i]] += 1
    running = {text for text, times in beside.items() if times >= 3 and text[-1] not in "。；：！？）)"}
    breaking = _breaking(shown, [i for i in filled if i not in pages])
    running |= set(breaking)
    found: set[int] = set()
    first: set[str] = set()
    for i in filled:
        if shown[i] in running:
            if shown[i] in first or i in breaking.get(shown[i], ()):
                found.add(i)
            else:
                first.add(shown[i])
    return found


def _breaking(shown: Sequence[str], filled: Sequence[int]) -> dict[str, set[int]]:
    """Repeated lines that mostly stand inside a sentence, each with its places there: heads of unnumbered pages."""
    times: Counter[str] = Counter()
    inside: dict[str, set[int]] = {}
    for before, i in pairwise(filled):
        if _SHORTEST_COPY <= len(shown[i]) <= _LONGEST_HEAD and shown[i][-1] not in "。；：！？）)，、":
            times[shown[i]] += 1
            if len(shown[before]) >= _SHORTEST_CUT and shown[before][-1] not in "。；：！？）)”.":
                inside.setdefault(shown[i], set()).add(i)
    return {
        text: places
        for text, places in inside.items()
        if len(places) >= 2 and times[text] >= 3 and 2 * len(places) > times[text] and not numbered(fold(text))
    }


def with_contents_aside(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks whose table of contents is marked `aside`, its heading 目录 too.

    Guaranteed: same blocks in the same order. The table ends before its first entry comes back as a heading of the
    text, or else at the first line of running text.
    """
    shown = [without_spaces(block.text) if isinstance(block, RawParagraph) else "" for block in blocks]
    heads = ((i, text[:200]) for i, text in enumerate(shown) if text)
    aside = {i for i, head in heads if head[-1].isdecimal() and _LEADERS.fullmatch(head)}
    for i, text in enumerate(shown):
        if i not in aside and _CONTENTS.fullmatch(text):
            aside |= _entries(blocks, shown, i)
    return tuple(
        replace(block, aside=True, level=0) if i in aside and isinstance(block, RawParagraph) else block
        for i, block in enumerate(blocks)
    )


def _entries(blocks: Sequence[RawBlock], shown: Sequence[str], heading: int) -> set[int]:
    end = heading + 1
    last = min(len(blocks), heading + _MOST_ENTRIES)
    while end < last and isinstance(blocks[end], RawParagraph) and is_entry(shown[end]):
        end += 1
    led = [i for i in range(heading + 1, end) if _LEADERS.fullmatch(shown[i])]
    entries = shown[heading + 1 : led[-1] + 1] if led else []
    if 1 < len(led) >= sum(map(bool, entries)) / 2 and not "".join(shown[led[-1] + 1 : led[-1] + 2])[-1:].isdecimal():
        end = led[-1] + 1  # every entry has its page: what has none is of the text
    keys = [(i, key) for i in range(heading + 1, end) if (key := _key(shown[i]))]
    if not keys:
        return {heading}
    first = keys[0][1]
    again = next((i for i, key in keys[1:] if key == first), None)
    return set(range(heading, end if again is None else again))


def with_site_aside(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks whose last lines, where they are those of a site that was printed or copied along, are marked `aside`.

    Guaranteed: same blocks in the same order; only from a line that carries the marks of a site (网站标识码, ICP备) on,
    or from the first of two lines of its foot (网站地图, 主办：…), and from the heading of its links (相关解读)
    where that stands shortly before.
    """
    last = max(0, len(blocks) - _SITE_LINES)
    shown = [without_spaces(block.text) if isinstance(block, RawParagraph) else "" for block in blocks[last:]]
    start = next((i for i, text in enumerate(shown) if len(text) <= _LONGEST_SITE and _SITE.search(text)), None)
    start = _foot(shown, start)
    if start is None:
        return tuple(blocks)
    start = next((i for i, text in enumerate(shown[:start]) if _is_link(text)), start)
    return tuple(
        replace(block, aside=True, level=0) if i >= last + start and isinstance(block, RawParagraph) else block
        for i, block in enumerate(blocks)
    )


def _foot(shown: Sequence[str], start: int | None) -> int | None:
    """The place of the first line of a foot, where the last lines hold one, or else `start`."""
    lines = [
        i for i, text in enumerate(shown) if len(text) <= _LONGEST_HEAD and (_FOOT.match(text) or _HOSTS.match(text))
    ]
    if len(lines) < 2 or lines[-1] - lines[0] > len(lines) + 2:
        return start
    first = lines[0]
    marked = any(_FOOT.match(shown[i]) and not _HELP.match(shown[i]) for i in lines)
    of_site = marked or any(map(_is_link, shown[:first]))
    if of_site or (first and _DAY.fullmatch(shown[first - 1])):
        return first if start is None else min(start, first)
    return start


def _is_link(text: str) -> bool:
    """Whether a line is the heading of links, or one with its link: 相关解读, 相关解读：一图读懂…."""
    found = _SITE_LINKS.match(text)
    return found is not None and (found.end() == len(text) or text[found.end()] in ":：") and "。" not in text


def _key(text: str) -> str:
    """The words of an entry without its number and page: （二）主要目标……3 -> 主要目标."""
    return _NUMBER.sub("", _LETTERS.sub("", text), count=1) if text else ""
