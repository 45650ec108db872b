"""Who issued a document: the title of its notice, the page, the letterhead or a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from guitu.extract.structure.document import told_issuers
from guitu.extract.structure.document.dates import DATE, RUN_TOGETHER, day, day_run_together
from guitu.extract.structure.document.documents import Part
from guitu.extract.structure.document.head import Head
from guitu.extract.structure.document.jurisdiction import of_title
from guitu.extract.text import Block, Paragraph, Text
from guitu.extract.words import agencies
from guitu.extract.words.numbering import numbered
from guitu.extract.words.titles import REPORT, is_title, tidy
from guitu.ontology.districts import leading, region

_NAMES = re.compile(r"[\u4e00-\u9fff（）、，, ]{3,120}$")
_LETTERHEAD = re.compile(r"([\u4e00-\u9fff 、]{4,60}?)(?:文件|公报|公文)")
_NOTES = re.compile(r"[（〔](?:代章|盖章|公章|印章?|章|此[件文][^（）]{0,20}|[^（）]{0,12}有?删[改减节])[）〕]")
# 教育部等八部门, 云州市水利局等5个单位
_AND_OTHERS = re.compile(r"等(?:[\d一二三四五六七八九十]{1,3}|有关|多)个?(?:部门|单位|厅局|部委|委局|机关|局)$")
# who draws a plan up for its issuer
_CONTRACTOR = re.compile(
    r"(?:公司|设计院|规划院|研究院|研究所|事务所|工作室|(?:设计|规划|咨询|测绘|勘[测察])[\u4e00-\u9fff]{0,8}(?:院|所|中心|集团))"
    r"(?:（[^（）]{1,12}）)?$"
)
_GROUP = re.compile("[\u4e00-\u9fff]{4,}(?:小组|联席会议)$")
_END = re.compile("[局委办厅府会室院行部署]")
_SEPARATED = re.compile(r"[ 、，,;；]+|\s+(?=和)")
_NAMED_PLACE = re.compile(
    r"(?:^|(?<=[局委办厅府会室院行部署]))(?:中共|共青团)?([\u4e00-\u9fff]{2,7}?(?:[省市县区州盟旗]|(?<![城乡])镇|乡(?![镇村])|街道|苏木))(?=[\u4e00-\u9fff]{2})"
)
_PASSED = re.compile(
    r"([\u4e00-\u9fff]{2,12}?)第[\d一二三四五六七八九十]{1,3}届(?P<body>人民代表大会(?:常务委员会)?)第?[\u4e00-\u9fff\d]{0,6}次?会议"
)
_OF_GOVERNMENT = re.compile(
    r"(?:(?:19|20)\d\d年(?:度)?)?([\u4e00-\u9fff]{2,12}[省市县区州盟旗])(?:(?:19|20)\d\d年(?:度)?)?(?:人民)?政府工作报告"
)
_SPEAKER = re.compile(r"([\u4e00-\u9fff]{2,16}?人民政府|国务院)(?:代理?)?(?:[省市县区州镇乡盟旗]长|主席|总理)")
_SPEAKS_FOR = re.compile(r"我(?:受|代表)([\u4e00-\u9fff]{2,16}?人民政府|国务院)")
_TO_CONGRESS = re.compile(r"在([\u4e00-\u9fff]{2,12}?)第[\d一二三四五六七八九十]{1,3}届")
_BARE_SIGN = re.compile("[省市区县州盟旗](?![\u4e00-\u9fff]{1,3}[省市区县州盟旗])")  # 市水利局, but not 市中区水利局
_PLACE_SIGN = re.compile("(?<=[\u4e00-\u9fff]{2})[省市县区州盟旗]")
_NEAR_END = 8  # blocks
_FIRST_COLUMN = "序号"  # from here on the cells of a table that was pasted as lines
_MOST_AT_END = 3  # days so near the end: of the document and of its annex; more are a column of a table
_LONGEST_SIGNED = 100  # characters from the end of a paragraph in which its signature stands


@dataclass(frozen=True, slots=True)
class Signature:
    """Names with the day under or behind them; `block`: the paragraph of the day."""

    names: tuple[str, ...]
    issued: date | None
    block: Paragraph


def issuers(text: Text, head: Head, notice: str, title: str, signed: Sequence[Signature]) -> tuple[str, ...]:
    """Names as written. `notice`: what stands before 关于印发 in the notice's title, empty without one.

    The sources in order of their weight; the first that names an agency counts, and one that names only the first of
    several (教育部等八部门) is completed by the signatures or the page.
    """
    told = head.listed.get("issuer")
    signatures = tuple(dict.fromkeys(name for one in signed for name in one.names))
    page = names(text.read(told)) if told else ()
    first = names(notice) or names(_before(text, head, title))
    if first:
        above = _above(head, notice) if notice else ()
        others = max((page, signatures), key=len) if _AND_OTHERS.search(notice or _before(text, head, title)) else ()
        return _settled(tuple(dict.fromkeys((*above, *first, *_without(others, first)))), (*signatures, *_own(page)))
    page = _without_copiers(page, title)
    page = page if set(_first(signed)) <= set(page) else ()  # who signs has issued it, whoever has put it on a site
    told_in_text = _passed(head) or page or _without_copiers(_letterhead(text, head), title) or _government(head, title)
    source = text.read(head.listed["source"]) if "source" in head.listed else ""
    joint = names(source) if _AND_OTHERS.search(source) else ()  # others have a text from where it was printed
    found = told_in_text or signatures or _without_copiers(_alone(text, head), title) or joint
    return found or _told(head, title, source)


def _told(head: Head, title: str, source: str) -> tuple[str, ...]:
    """What words say that are no place for an issuer."""
    said = told_issuers.of_sentence((line.text for line in head.shown), title, names)
    return said or told_issuers.at_head(title, names) or told_issuers.of_source(names(source), title)


def _without_copiers(named: Sequence[str], title: str) -> tuple[str, ...]:
    return tuple(name for name in named if not _copies(name, title))


def _copies(name: str, title: str) -> bool:
    """Whether a body only shows a copy: a city's, where the title names the province around it."""
    titled, own = of_title(title), leading(name)
    return bool(titled and own and titled != own[0] and titled in own[0].around())


def _first(signed: Sequence[Signature]) -> tuple[str, ...]:
    return next((one.names for one in signed if one.names), ())


def names(words: str) -> tuple[str, ...]:
    """The issuers of a joint document, written with spaces or 、 between them, or run together.

    Companies and institutes that draw plans up are none, nor is what does not end as names of agencies do.

    >>> names("青岚县水利局 青岚县财政局"), names("福州市水利局福州市财政局"), names("云州市教育局等三部门")
    (('青岚县水利局', '青岚县财政局'), ('福州市水利局', '福州市财政局'), ('云州市教育局',))
    >>> names("东海规划设计有限公司"), names("云州市"), names("中共云州市委、市政府")
    ((), (), ('中共云州市委', '市政府'))
    """
    words = _AND_OTHERS.sub("", without_notes(words.strip(" 、：")))
    pieces = [piece.strip("《》 ") for piece in _SEPARATED.split(words)]
    found = (name for piece in pieces if len(piece) > 2 for name in _behind_others(list(_apart(piece))))
    return tuple(dict.fromkeys(found))


def _behind_others(found: Sequence[str]) -> Sequence[str]:
    """Names that run together, from the last on that is none: words of the site before them."""
    others = [i for i, name in enumerate(found) if not is_issuer(name)]
    return found[others[-1] + 1 :] if others else found


def is_issuer(name: str) -> bool:
    """Whether a name can be that of an issuing body."""
    if _CONTRACTOR.search(name):
        return False
    if agencies.read(name, None).group:  # 各区人民政府, 责任单位
        return False
    if _GROUP.search(name) or _office_inside(name):
        return True
    like = agencies.is_agency_like(re.sub("（[^（）]{1,20}）$", "", name))
    return like or (agencies.read(name, None).known and region(name) is None)


def _office_inside(name: str) -> bool:
    """Whether it is an office of a known national body: 教育部基础教育司."""
    if name[-1:] not in "司厅局":
        return False
    around = agencies.match(name, 0, None, bare=False)
    return bool(around and around[0].jurisdiction is None and not around[0].group and around[1] < len(name))


def is_signature(line: str) -> bool:
    """Whether a line holds names of agencies and nothing else."""
    if not _NAMES.match(line) or is_title(line) or numbered(line):
        return False
    pieces = [name for piece in _SEPARATED.split(line) if piece for name in _apart(piece)]
    return bool(pieces) and all(len(one) > 2 and (is_issuer(one) or _CONTRACTOR.search(one)) for one in pieces)


def without_notes(words: str) -> str:
    """A signature without what stands in brackets behind it: （代章）, （此件公开发布）."""
    return _NOTES.sub("", words).strip() if "（" in words or "〔" in words else words


def signatures(text: Text, part: Part, head: Head) -> list[Signature]:
    """Every day of signature with the names before it or on the lines above it, in order.

    One stands in the head, near the end, before an annex or the title of what the notice brings; elsewhere names and
    days are cells of a table that was pasted as lines. A day of printing (…印发) is none. A day without names is one
    where no names can be expected.
    """
    found = []
    within, last, at_end = set(head.blocks), len(part.blocks) - _NEAR_END, 0
    for i, block in enumerate(part.blocks):
        if not isinstance(block, Paragraph) or block.aside:
            continue
        words = _ending(text, block)
        if words == _FIRST_COLUMN:
            break
        before = _dated(words)
        if before is not None and (block in within or i >= last or _before_annex(text, part, i)):
            at_end += block not in within
            clause = _last_clause(before)
            signed = _own(names(clause)) if is_signature(clause) else ()
            if signed or not before:
                lines = _lines_above(text, part.blocks[:i])
                above = tuple(name for line in lines for name in _own(names(line)))
                told = words[len(before) :].strip()
                found.append(Signature((*above, *signed), day(told) or day_run_together(told), block))
    return found if at_end < _MOST_AT_END else [one for one in found if one.block in within]


def _ending(text: Text, block: Paragraph) -> str:
    return without_notes(text.read(block.span)[-_LONGEST_SIGNED:].strip())


def _lines_above(text: Text, blocks: Sequence[Block]) -> list[str]:
    """The lines of names right above a day, in order; the topmost may end a paragraph: 请遵照执行。云州市水利局."""
    found: list[str] = []
    for block in reversed(blocks):
        if not isinstance(block, Paragraph) or block.aside:
            break
        words = _ending(text, block)
        if not is_signature(words):
            clause = _last_clause(words)
            found += [clause] if clause != words and is_signature(clause) else []
            break
        found.append(words)
    return found[::-1]


def _dated(words: str) -> str | None:
    """What stands before the day with which a paragraph ends; None for one that ends otherwise."""
    words = words[1:-1].strip() if words[:1] == "（" and words[-1:] == "）" else words
    if words.rstrip("\n")[-1:].isdigit() and (run := RUN_TOGETHER.search(words)):
        return words[: run.start()].strip()
    if words[-1:] != "日":
        return None
    match = next((match for match in DATE.finditer(words) if match.end() == len(words)), None)
    return words[: match.start()].strip() if match else None


def _before_annex(text: Text, part: Part, index: int) -> bool:
    after = [text.read(one.span).strip() for one in part.blocks[index + 1 : index + 3] if isinstance(one, Paragraph)]
    brought = bool(after) and is_title(after[0]) and not numbered(after[0])
    return brought or any(words[:2] in ("附件", "（此") for words in after)


def _own(found: Sequence[str]) -> tuple[str, ...]:
    """Names in full, as they are signed: 市水利局 is a cell, but not in one line behind 云州市教育局."""
    first = found[0] if found else ""
    named = "" if _BARE_SIGN.match(first) else "".join(_PLACE_SIGN.findall(first))
    return tuple(name for name in found if not _BARE_SIGN.match(name) or name[0] in named)


def _joint(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for line in lines for name in names(line))


def _last_clause(words: str) -> str:
    return re.split("[。！：]", words)[-1].lstrip("0123456789- ").strip()


def _before(text: Text, head: Head, title: str) -> str:
    """What stands before 关于 in a title of its own: 云州市人民政府关于加强古树保护的意见."""
    if "关于" not in title:
        return ""
    # the spaces between joint issuers stand in the line, and not in the title
    line = next((one for one in head.shown if one.text.startswith(title)), None)
    words = text.read(line.block.span)[line.cut :] if line else title
    before = words.partition("关于")[0].strip()
    return before if len(before) < _LONGEST_SIGNED and not set(before) & set("《》。；：") else ""


def _apart(words: str) -> Iterator[str]:
    """Names that run together: each begins with the place that the first one begins with, or is known."""
    found, start = [], 0
    while start < len(words) and (named := agencies.match(words, start, None, bare=False)):
        found.append(words[start : named[1]])
        start = named[1]
    if start == len(words) and found:
        yield from found
    else:
        place, start = _NAMED_PLACE.search(words), 0
        for match in _END.finditer(words):
            rest = words[match.end() :].removeprefix("中共")
            here = place is not None and rest.startswith(place[1])
            if _national(rest) or (here and not _is_centre(words[start : match.end()], rest)):
                yield words[start : match.end()]
                start = match.end()
        yield words[start:]


def _national(words: str) -> int:
    """The length of the name of a national body in full with which words begin: 国家税务总局; else 0."""
    named = agencies.match(words, 0, None, bare=False) if len(words) > 4 and words[0] in "国中全" else None
    return named[1] if named and named[0].jurisdiction is None and named[1] > 4 else 0


def _is_centre(name: str, rest: str) -> bool:
    """Whether a name is that of a national body whose branch goes on: 国家税务总局 / 云州市税务局."""
    return _national(name) == len(name) and "人民政府" not in rest[:10]


def _settled(first: tuple[str, ...], signed: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a title, or where it leaves the place out (市水利局), those signed or of the page that end so."""
    return tuple(next((full for full in signed if full.endswith(name)), name) for name in first)


def _without(others: Sequence[str], first: Sequence[str]) -> list[str]:
    written = {agencies.read(name, None).name for name in first}
    return [name for name in others if agencies.read(name, None).name not in written and not _ends(name, first)]


def _ends(name: str, first: Sequence[str]) -> bool:
    return any(name.endswith(one) or one.endswith(name) for one in first)


def _above(head: Head, notice: str) -> tuple[str, ...]:
    """Joint issuers on lines of their own above the title of the notice, which names the last one."""
    found: list[str] = []
    for line in head.lines:
        if line.text.startswith(tidy(notice)):
            break
        found = [*found, *names(line.text)] if is_signature(line.text) else []
    return tuple(found)


def _passed(head: Head) -> tuple[str, ...]:
    """The congress that passed it, named in brackets under the title."""
    for line in head.shown:
        if line.text.startswith("（") and ("通过" in line.text or "批准" in line.text):
            for match in _PASSED.finditer(DATE.sub("", line.text)):
                return (match[1].lstrip("（") + match["body"],)
    return ()


def _letterhead(text: Text, head: Head) -> tuple[str, ...]:
    """云州市水利局文件; of joint issuers each on a line of its own, the last with 文件 or before it."""
    above: list[str] = []
    for line in head.shown:
        words = text.read(line.block.span).strip()
        if words == "文件" and above:
            return _joint(above)
        if match := _LETTERHEAD.fullmatch(words):
            return (*_joint(above), *names(match[1])) if names(match[1]) else ()
        above = [*above, words] if is_signature(words) else []
    return ()


def _government(head: Head, title: str) -> tuple[str, ...]:
    """Of a report on the work of a government that government: who speaks for it, or whose congress hears it."""
    if not REPORT.search(title):
        return ()
    for line in head.shown:
        if match := _SPEAKER.match(line.text) or _SPEAKS_FOR.search(line.text):
            return (match[1],)
    for line in head.shown:
        if match := _TO_CONGRESS.search(line.text):
            return (match[1] + "人民政府",) if match[1][-1] in "省市县区州盟旗" else ()
    match = _OF_GOVERNMENT.match(title)
    return (match[1] + "人民政府",) if match else ()


def _alone(text: Text, head: Head) -> tuple[str, ...]:
    """Agencies alone on lines of the head: a cover, a title with its issuer; behind an item they are its owners."""
    lines = (text.read(line.block.span).strip() for line in head.shown)
    cover = takewhile(lambda line: line != _FIRST_COLUMN and not numbered(line), lines)
    return _own(tuple(dict.fromkeys(name for line in cover if is_signature(line) for name in names(line))))
