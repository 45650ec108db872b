"""What a document says of itself: title, number, issuers, dates, validity, level; and the lines that say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, zip_longest

from guitu.extract import agencies
from guitu.extract.documents import Part, is_label
from guitu.extract.facts import Document, Gap, Level
from guitu.extract.numbering import HAN, Rank, integer, numbered
from guitu.extract.text import Block, Paragraph, Span, Table, Text
from guitu.extract.titles import WRAPPER, announced, bare, is_title, same, tidy, type_of, unwrapped
from guitu.ontology.districts import Region, leading_region, regions

_YEAR = r"(?:(?:19|20)\d\d|[二一][〇○零一二三四五六七八九]{3})"
_DATE = re.compile(
    rf"({_YEAR}) ?年 ?(\d{{1,2}}|[{HAN}]{{1,3}}) ?月 ?(\d{{1,2}}|[{HAN}]{{1,3}}) ?日|((?:19|20)\d\d)-(\d\d?)-(\d\d?)"
)
# 云政发〔2024〕12号, 临发改规划（2023）7号
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14} ?[〔（] ?(?:19|20)\d\d ?[〕）] ?(?:第 ?)?\d{1,5} ?号")
_PERIOD = re.compile(
    r"(十[一二三四五六七]|[一二三四五六七八九])五(?:”|时期|期间|规划|发展)|第(十[一二三四五六七]|[一二三四五六七八九])个五年"
)
_START = re.compile(rf"自 ?({_DATE.pattern}) ?起?(?:开始)?(?:正式)?(?:施行|实施|执行|生效|试行)")
_UNTIL = re.compile(
    rf"有效期(?:限)?(?:截?至|到|为?自.{{4,20}}?至) ?({_DATE.pattern})|(?:至|到) ?({_DATE.pattern}) ?(?:止|有效)"
)
_SPAN = re.compile(rf"自 ?({_DATE.pattern}) ?(?:起)?至 ?({_DATE.pattern})")
_YEARS = re.compile(rf"有效期(?:限)?(?:为)? ?(\d{{1,2}}|[{HAN}两]{{1,2}}) ?年")
_OWN_WORK = re.compile(r"本(?:措施|办法|意见|规划|方案|计划|政策|规定|细则|条例|通知|文件|行动)|有效期")
_BRACKETED = re.compile(r"（[^（）]{2,40}）$")
_EDITION = re.compile(r"（(?:(?:19|20)\d\d[^（）日]{0,30}|试行|暂行|修订|征求意见稿|[^（）]{0,10}版)）")
_REAL = re.compile(r"(?:结合|立足)([\u4e00-\u9fff]{2,8}?)实际")
_NUMBERED = re.compile(rf"(?<=通知|公告|意见|方案|办法|措施)（{_NUMBER.pattern}）$")  # …的通知（云政发〔2024〕3号）
_SIGNED_DATE = re.compile(rf" ?(?:{_DATE.pattern})$")  # 云州市水利局2024年3月1日
_LABEL = re.compile(r"^.*(?:文号|字号|文件编号)[〕： ]*")
_ADDRESSEES = re.compile(r"(?:各|有关)[^。]{2,160}：$")  # 各区、县人民政府，市政府各部门：
_SIGNED = re.compile(r"[\u4e00-\u9fff（）、 ]{3,60}$")
_OURS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("provincial", re.compile("[我全本]省|[我全]自治区|(?<!各)省政府|省直|省级")),
    ("municipal", re.compile("[我全本]市|(?<!各)市政府|市直|市级")),
    ("county", re.compile("[我全本][区县]|(?<!各)[区县]政府|县直")),
    ("national", re.compile("我国|全国")),
)
_COLUMNS = {
    "title": ("标题", "名称", "信息名称", "文件名称"),
    "issuer": ("发文机关", "发布机构", "发文单位", "制发机关", "发布单位", "公开主体"),
    "issued": ("成文日期", "发文日期", "制发日期", "生成日期", "印发日期"),
    "number": ("发文字号", "文号", "文件编号"),
}
_OTHER_LABELS = (
    "索引号",
    "主题分类",
    "有效性",
    "公开方式",
    "公开时限",
    "生效日期",
    "失效日期",
    "发布日期",
    "主题词",
    "分类",
    "体裁",
    "时效性",
)
_LISTED = re.compile(
    "(?:" + "|".join(r"\s*".join(w) for words in (*_COLUMNS.values(), _OTHER_LABELS) for w in words) + r")\s*："
)


@dataclass(frozen=True, slots=True)
class Head:
    """The document, the blocks that only name it (left out of the outline), and what is missing."""

    document: Document
    naming: frozenset[Block]
    gaps: tuple[Gap, ...]


def read(text: Text, part: Part, whole: Document | None) -> Head:
    """The metadata of one part of a file; `whole`: the document that it is annexed to."""
    reader = _Reader(text, part)
    return reader.head(whole)


class _Reader:
    def __init__(self, text: Text, part: Part) -> None:
        self.text, self.part = text, part
        self.head_blocks = _head(text, part.blocks)
        paragraphs = [b for b in self.head_blocks if isinstance(b, Paragraph)]
        told = [_NUMBERED.sub("", tidy(text.read(b.span))) for b in paragraphs]
        self.lines = [
            (b, line + after if is_title(line) and _EDITION.fullmatch(after) else line)
            for b, line, after in zip(paragraphs, told, [*told[1:], ""], strict=False)
        ]
        self.listed = _listed(text, self.head_blocks)

    def head(self, whole: Document | None) -> Head:
        title, span, naming, notice_issuer = self._title()
        issuers = self._issuers(notice_issuer, title)
        region, level = self._level(title, issuers)
        jurisdiction = region.full if region and level != "national" else None
        if not jurisdiction and level != "national" and whole:
            jurisdiction, level = whole.jurisdiction, level or whole.level
        valid_from, valid_to = self._validity()
        document = Document(
            title=title,
            level=level,
            type=type_of(title),
            issuers=tuple(agencies.read(name, jurisdiction) for name in issuers),
            number=self._number(),
            issued=self._issued(),
            valid_from=valid_from,
            valid_to=valid_to,
            period=_period(title),
            part_of=whole.title if whole else None,
            jurisdiction=jurisdiction,
            span=span,
            extent=self.part.extent,
        )
        gaps = () if type_of(title) else (Gap("missing-metadata", "no title of a plan, measures or a notice", span),)
        return Head(document, frozenset(naming), gaps)

    # ---- the title ----

    def _title(self) -> tuple[str, Span, list[Block], str]:
        """Title, its place, the blocks that name the document, and the issuer in a notice's title."""
        issuer, named, notice = "", None, None
        for block, line in self.lines:
            if WRAPPER.fullmatch(line) and len(line) <= 160:
                issuer, named = unwrapped(_NUMBERED.sub("", self.text.read(block.span)))
                notice = block
                break
            if block.aside and (match := re.search(r"(.{0,40}?)(?:关于)?(?:印发|发布)《([^》]{4,80})》", line)):
                issuer = issuer or re.split(r"['\"“” ：:]", match[1])[-1]
        if named is None and (told := self.listed.get("title")):
            issuer, named = unwrapped(self.text.read(told))
        candidates = [(b, line) for b, line in self.lines if not b.aside and _could_be_title(line)]
        if named is None and not any(type_of(line) != "notice" for _, line in candidates):
            named = next((a for b, line in self.lines if not b.aside and (a := announced(line))), None)
        naming = [b for b, line in self.lines if b is notice or is_label(line) or b.aside]
        naming += [b for b, line in self.lines if (b.level and not numbered(line)) or _ADDRESSEES.match(line)]
        naming += [b for b in self.head_blocks if isinstance(b, Paragraph) and _is_listing(self.text.read(b.span))]
        if named:
            alike = [b for b, line in candidates if same(line, named)]
            own = alike[-1] if alike else notice or self.lines[0][0]
            title = _best(tidy(named), [line for b, line in candidates if b in alike])
            return title, own.span, [*naming, *alike], issuer
        if candidates:
            plans = [c for c in candidates if type_of(c[1]) != "notice"] or candidates
            block, line = plans[0]
            alike = [b for b, other in candidates if same(other, line)]
            return line, block.span, [*naming, *alike], issuer
        if told := self.listed.get("title"):
            return tidy(self.text.read(told)), told, naming, issuer
        first = next((b for b, line in self.lines if not b.aside and not is_label(line) and line), None)
        span = first.span if first else Span(self.part.extent.start, self.part.extent.start)
        return tidy(self.text.read(span))[:60], span, naming, issuer

    # ---- number, issuers, dates ----

    def _number(self) -> str | None:
        if (told := self.listed.get("number")) and (match := _NUMBER.search(self.text.read(told))):
            return _squeezed(match[0])
        for block, line in self.lines:
            if behind := _NUMBERED.search(tidy(self.text.read(block.span))):
                return _squeezed(behind[0].strip("（）"))
            for match in _NUMBER.finditer(line):
                alone = len(line) - len(match[0]) <= 12 or (line.endswith(match[0]) and "通知" in line)
                if _LABEL.search(match[0]) or _LABEL.search(line[: match.start()]):
                    return _squeezed(_LABEL.sub("", match[0]))
                if alone and "《" not in line[match.end() :]:
                    return _squeezed(re.sub("^.*(?:通知|意见|方案|办法)", "", match[0]))
        return None

    def _issuers(self, notice: str, title: str) -> tuple[str, ...]:
        if notice:
            return (*self._above(notice), *_names(notice))
        if told := self.listed.get("issuer"):
            return _names(self.text.read(told))
        if match := re.match(r"([^《》，。]{3,60}?)关于.{4,}的.{0,6}(?:通知|意见|决定|公告|通告|措施)$", title):
            return _names(match[1])
        for _, line in self.lines:
            if match := re.fullmatch(r"([\u4e00-\u9fff ]{4,40}?)文件", line):
                return _names(match[1])
        return self._signatures()

    def _above(self, notice: str) -> tuple[str, ...]:
        """Joint issuers on lines of their own above the title of the notice, whose last names the last one."""
        found: list[str] = []
        for _, line in self.lines:
            if line.startswith(notice):
                break
            found = [*found, *_names(line)] if _is_signed(line) else []
        return tuple(found)

    def _signatures(self) -> tuple[str, ...]:
        """Agencies alone on a line under the title or just before a date."""
        found: list[str] = []
        tail = [(b, tidy(self.text.read(b.span))) for b in self.part.blocks[-8:] if isinstance(b, Paragraph)]
        lines = [*self.lines, *[entry for entry in tail if entry not in self.lines]]
        for (block, line), (_, after) in zip(lines, [*lines[1:], (None, "")], strict=True):
            signed = _SIGNED_DATE.sub("", line)
            dated = signed != line or _DATE.match(after) or any(o == after for o in found)
            if not block.aside and (dated or block in self.head_blocks) and _is_signed(signed):
                found += _names(signed)
        return tuple(dict.fromkeys(found))

    def _issued(self) -> date | None:
        if (told := self.listed.get("issued")) and (day := _day(_DATE.search(self.text.read(told)))):
            return day
        tail = [tidy(self.text.read(b.span)) for b in self.part.blocks[-6:] if isinstance(b, Paragraph)]
        told = [line for b, line in self.lines if not b.aside]
        for line in (*told, *tail):
            words = line.strip("（） ")
            match = _DATE.search(words)
            if match and match.end() == len(words) and _only_signed(words[: match.start()]):
                return _day(match)
        return next((day for line in told if (day := _day(_labelled(line, "成文|发文|印发|发布|颁布")))), None)

    def _validity(self) -> tuple[date | None, date | None]:
        start, end = (
            next((day for _, line in self.lines if (day := _day(_labelled(line, label)))), None)
            for label in ("生效|施行|实施", "失效|废止")
        )
        for block in self.part.blocks:
            words = self.text.read(block.span) if isinstance(block, Paragraph) else ""
            for sentence in re.split("[。；]", words) if "年" in words else ():
                if len(sentence) > 160 or not _OWN_WORK.search(sentence):
                    continue
                if both := _SPAN.search(sentence):
                    return _day(_DATE.search(both[1])), _day(_DATE.search(both[0][both.end(1) - both.start() :]))
                if match := _START.search(sentence):
                    start = _day(_DATE.search(match[1]))
                if match := _UNTIL.search(sentence):
                    end = _day(_DATE.search(match[0][match[0].rfind("至") if "至" in match[0] else 0 :]))
                elif start and (match := _YEARS.search(sentence)):
                    end = _years_later(start, integer(match[1].replace("两", "二")))
        return start, end

    # ---- where it holds ----

    def _level(self, title: str, issuers: Sequence[str]) -> tuple[Region | None, Level | None]:
        region = leading_region(re.sub(r"^(?:中共|中国共产党|关于)", "", title))
        for name in issuers:
            bare = re.sub(r"^(?:中共|共青团)", "", name)
            if found := leading_region(bare):
                return found, found.level
            if _is_national(bare):
                return None, "national"
        if region:
            return region, region.level
        if re.match(r"(?:国务院|国家|全国|中国|中华人民共和国|中共中央)", title):
            return None, "national"
        return self._told_by_text()

    def _told_by_text(self) -> tuple[Region | None, Level | None]:
        """Of a document without issuer or place in its title: whom it calls ours (我省, 全市)."""
        words = self.text.read(self.part.extent)[:60_000]
        counts = [(len(pattern.findall(words)), level) for level, pattern in _OURS]
        most, level = max(counts, key=lambda pair: pair[0])
        if most == 0:
            return None, None
        told = (leading_region(m[1]) for m in _REAL.finditer(words))
        addressed = (leading_region(line) for _, line in self.lines)
        region = next((r for r in (*told, *addressed) if r and r.level == level), None)
        return region or _most_named(words, level), level


def _most_named(words: str, level: Level | None) -> Region | None:
    """The region of a level that a text names most, its name in full at least once or its short name thrice."""
    counts: dict[Region, int] = {}
    for name, borne in regions().items():
        region = borne[0]
        if region.level == level and len(borne) == 1 and (count := words.count(name)):
            counts[region] = counts.get(region, 0) + count * (3 if name == region.name else 1)
    most = max(counts, key=lambda region: (counts[region], region.name), default=None)
    return most if most and counts[most] > 2 else None


# ---- the head of a document ----


def _head(text: Text, blocks: Sequence[Block]) -> list[Block]:
    """The blocks before the first chapter, no more than forty."""
    found: list[Block] = []
    for block in blocks[:40]:
        if isinstance(block, Paragraph) and not block.aside and found:
            number = numbered(text.read(block.span))
            if number and number.rank in (Rank.PART, Rank.CHAPTER, Rank.HAN, Rank.HAN_BRACKET, Rank.ARTICLE):
                break
        found.append(block)
    return found


def _listed(text: Text, blocks: Sequence[Block]) -> dict[str, Span]:
    """The cells beside 标题, 发文机关, 成文日期 and 发文字号 in a table at the head of a web page."""
    found: dict[str, Span] = {}
    for block in blocks:
        if isinstance(block, Paragraph) and _is_listing(text.read(block.span)):
            _read_listing(text, block.span, found)
        for row in block.rows if isinstance(block, Table) else ():
            for cell, beside in pairwise(row):
                label = re.sub(r"[\s：]", "", text.read(cell.span))
                for name, labels in _COLUMNS.items():
                    if label in labels and text.read(beside.span).strip():
                        found.setdefault(name, beside.span)
    return found


def _is_listing(words: str) -> bool:
    """Whether a line is a row of the table that heads a page, its cells run together."""
    return len(words) < 240 and len(_LISTED.findall(words)) > 1


def _read_listing(text: Text, span: Span, found: dict[str, Span]) -> None:
    labels = list(_LISTED.finditer(text.read(span)))
    for here, after in zip_longest(labels, labels[1:]):
        assert here is not None
        label = re.sub(r"[\s：]", "", here[0])
        value = Span(span.start + here.end(), span.start + (after.start() if after else len(span)))
        for name, known in _COLUMNS.items():
            if label in known and text.read(value).strip():
                found.setdefault(name, value)


def _names(words: str) -> tuple[str, ...]:
    """The issuers of a joint document, written with spaces or 、 between them, or run together."""
    pieces = [name for name in re.split(r"[ 、，]+", words.strip(" 、")) if len(name) > 2]
    return tuple(name for piece in pieces for name in _run_together(piece))


def _run_together(words: str) -> tuple[str, ...]:
    found, start = [], 0
    while start < len(words) and (named := agencies.match(words, start, None, bare=False)):
        found.append(words[start : named[1]])
        start = named[1]
    return tuple(found) if start == len(words) and found else (words,)


def _is_national(name: str) -> bool:
    agency = agencies.read(name, None)
    return agency.known and not agency.group and agency.jurisdiction is None


def _labelled(line: str, labels: str) -> re.Match[str] | None:
    """The date behind a label in a line such as 文号：… 发布日期：2024-03-01 生效日期：2024-04-01."""
    found = re.search(rf"(?:{labels})(?:日期|时间)[〕： ]*(?={_DATE.pattern})", line)
    return _DATE.match(line, found.end()) if found else None


def _is_signed(line: str) -> bool:
    """Whether a line holds names of agencies and nothing else."""
    if not _SIGNED.fullmatch(line) or is_title(line) or numbered(line):
        return False
    names = _names(line)
    return bool(names) and all(agencies.is_agency_like(name) for name in names)


def _only_signed(words: str) -> bool:
    return not words or (bool(_SIGNED.fullmatch(words)) and agencies.is_agency_like(words.strip()))


def _could_be_title(line: str) -> bool:
    return (
        is_title(line) and not numbered(line) and not WRAPPER.fullmatch(line) and not line.startswith(("各", "关于转"))
    )


def _best(named: str, lines: Sequence[str]) -> str:
    """The title as the notice or the title line gives it: with its years, without what a line break doubled."""
    whole = [line for line in (named, *lines) if _BRACKETED.search(line)] or [named, *lines]
    own = whole[-1]
    return min(whole, key=len) if set(bare(own)) == set(bare(named)) else own


def _squeezed(number: str) -> str:
    return re.sub(r"\s", "", number).replace("（", "〔").replace("）", "〕").replace("〕第", "〕")


def _period(title: str) -> str | None:
    match = _PERIOD.search(title)
    return (match[1] or match[2]) + "五" if match and not match[2] else f"{match[2]}五" if match else None


def _day(match: re.Match[str] | None) -> date | None:
    if not match:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
    try:
        return date(integer(year.replace("○", "〇")), integer(month), integer(day))
    except ValueError:
        return None


def _years_later(start: date, years: int) -> date:
    """The last day of a validity of so many years."""
    return date(start.year + years, start.month, min(start.day, 28)) - timedelta(days=1)
