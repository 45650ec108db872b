"""The number and the days that a document tells of itself: in its head, in labels, by its signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from guitu.extract.structure.document.dates import DATE, day, day_told, speaks_of_itself, validity
from guitu.extract.structure.document.documents import Part
from guitu.extract.structure.document.head import NUMBER, Head
from guitu.extract.structure.document.issuers import Signature
from guitu.extract.text import Paragraph, Text

_NUMBER_LABEL = re.compile(r"^.*(?:文号|字号|文件编号)[〕： ]*")
_DECREE = re.compile(
    r"（?([\u4e00-\u9fff]{2,20}令) ?(?:〔?(?:19|20)\d\d年?〕?)?第 ?([\d〇零一二三四五六七八九十百]{1,5}) ?号）?"
)
_AFTER_SIZES = re.compile(r".*大 ?中 ?小 ?〕?")  # 文字大小：大中小 before the first word of a page
OF_ANOTHER = re.compile("根据|依据|依照|按照?|参照|(?:原|同|见|附) ")  # 根据云政发〔2024〕3号
_HOOKS = str.maketrans("（{﹝）}﹞", "〔〔〔〕〕〕")
# the day of the session that heard a report: ——2025年1月8日在云州市第十届人民代表大会第二次会议上
_SESSION = re.compile(
    r"[—–─（-]{0,4} ?(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?，?在[^，。；]{2,50}(?:会议|大会)上?）?$"
)
_ISO = re.compile(r"(?:19|20)\d\d-\d\d?-\d\d?")
_LONGEST_LINE = 60  # of a day that stands alone


def number(text: Text, head: Head) -> str | None:
    """The document's own number: listed, behind the notice's title, labelled, or alone on a line."""
    if (told := head.listed.get("number")) and (match := NUMBER.search(text.read(told))):
        return _squeezed(match[0])
    for line in sorted(head.lines, key=lambda line: line.block.aside):  # running heads only where nothing else tells
        if line.number:
            return _squeezed(line.number)
        words = _AFTER_SIZES.sub("", line.text, count=1) if "小" in line.text else line.text
        for match in NUMBER.finditer(words):
            if _NUMBER_LABEL.search(match[0]) or _NUMBER_LABEL.search(words[: match.start()]):
                return _squeezed(_NUMBER_LABEL.sub("", match[0]))
            of_notice = words.endswith(match[0]) and "通知" in words
            opens = not match.start() and words[match.end() :].startswith("关于")
            alone = len(words) - len(match[0]) <= 12 and "《" not in words[match.end() :]
            if (alone or of_notice or opens) and not OF_ANOTHER.match(match[0]):
                return _squeezed(re.sub("^.*(?:通知|意见|方案|办法)", "", match[0]))
    decree = next((match for line in head.shown if (match := _DECREE.fullmatch(line.text))), None)
    return f"{decree[1]}第{decree[2]}号" if decree else None


def _squeezed(number: str) -> str:
    number = re.sub(r"\s|(?<=[〕）}﹞])-", "", number)
    return number.translate(_HOOKS).replace("〕第", "〕")


def issued(text: Text, head: Head, signed: Sequence[Signature]) -> date | None:
    """The day that is told; one of a page, years away from the year in the document's number, is not its own."""
    found = _told_day(text, head, signed)
    of_number = re.search(r"(?:19|20)\d\d", number(text, head) or "")
    of_page = not any(one.issued == found for one in signed)
    return None if found and of_number and of_page and abs(found.year - int(of_number[0])) > 1 else found


def _told_day(text: Text, head: Head, signed: Sequence[Signature]) -> date | None:
    """The day of the signature, else the one listed, or alone on a line; never that of printing (…印发).

    The day on which a page was published counts where nothing else is told.
    """
    if found := next((one.issued for one in signed if one.names and one.issued), None):
        return found
    if (told := head.listed.get("issued")) and (found := day_told(text.read(told))):
        return found
    if found := next((one.issued for one in signed if one.issued), None):
        return found
    if found := _of_congress(head):
        return found
    told = head.listed.get("published")
    if told and (found := day_told(text.read(told))):
        return found
    return next(
        (day(line.text) for line in head.shown if _ISO.match(line.text) and len(line.text) < _LONGEST_LINE), None
    )


def _of_congress(head: Head) -> date | None:
    """The day on which a congress passed it, in brackets under the title, or else on which it heard a report."""
    for line in head.shown:  # （2024年3月1日云州市第十六届人民代表大会第三次会议通过）
        opens = line.text.startswith(("（", "2", "1", "二"))
        if "通过" in line.text and opens and (match := DATE.search(line.text[:24])):
            return day(match[0])
    return next((day(match[0]) for line in head.shown if (match := _SESSION.match(line.text))), None)


def valid_days(text: Text, part: Part, head: Head) -> tuple[date | None, date | None]:
    """From when and until when a document holds, by its own words or its labels."""
    paragraphs = (text.read(block.span) for block in part.blocks if isinstance(block, Paragraph))
    own = (words for words in paragraphs if "年" in words and speaks_of_itself(words))
    start, end = validity(s for words in own for s in re.split("[。；]", words))
    told = {kind: day_told(text.read(span)) for kind, span in head.listed.items() if kind in ("from", "until")}
    return start or told.get("from"), end or told.get("until")
