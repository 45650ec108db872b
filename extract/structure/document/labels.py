"""Labelled metadata: 发文字号：云政发〔2024〕6号 in a table, a line, front matter; 【文号】… in a data base."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise, zip_longest

from guitu.extract.text import Block, Paragraph, Span, Table, Text
from guitu.ontology import structure
from guitu.ontology.alternation import alternation

_LONGEST_LISTING = 240  # characters of a line that lists metadata
_LONGEST_GLUED = 60  # characters of a line of a record
_FEWEST_GLUED = 3
_AROUND = " ;；，|·'\"“”"
_NUMBERED = re.compile(r"\s*\d{1,2} ?[.．、] ?(?=〔)")  # 09. 〔有效性〕 现行有效
_NOTHING = _AROUND + "-—"  # a label without a value: 〔废止日期〕 ----
# what a site writes behind a value without a label of its own: 【字体：大 中 小】
_SIZES = re.compile(r"[〔（]?(?:字体|字号|文字大小)?(?:：| )*〔? ?大 ?中 ?小 ?〕?")


_HOST = re.compile("[\x21-\x7e]{4,}")


def listed(text: Text, blocks: Iterable[Block]) -> dict[str, Span]:
    """The spans of title, issuer, issued, published, number, from and until where labels tell; the first counts."""
    found: dict[str, Span] = {}
    blocks = tuple(blocks)
    for _, kind, span in glued(text, blocks):
        if kind != "other" and len(span):
            found.setdefault(kind, span)
    for block in blocks:
        for kind, span in _table(text, block) if isinstance(block, Table) else _line(text, block):
            host = kind == "source" and _HOST.match(text.read(span).strip())  # 来源：www.yunzhou.gov.cn tells nobody
            if kind != "other" and len(span) and not host:
                found.setdefault(kind, span)
    return found


def glued(text: Text, blocks: Iterable[Block]) -> list[tuple[Paragraph, str, Span]]:
    """The lines of a record whose labels have lost their signs: what each label tells, and where.

    发文机关云州市水利局文号云水〔2025〕3号 has two. Three labels at least, since a sentence can open with such a word.
    """
    found: list[tuple[Paragraph, str, Span]] = []
    for block in blocks:
        if isinstance(block, Paragraph) and len(block.span) <= 2 * _LONGEST_GLUED:
            words = text.read(block.span)
            if not (label := _opening_label().match(words)) or set(words) & set("，。；："):
                continue
            inner = _inner_label().finditer(words, label.end() + 1)
            labels = [(label[1], label.end()), *((one[0], one.end()) for one in inner)]
            starts = [end - len(name) for name, end in labels[1:]]
            if len(labels) > 1 or (len(label[1]) > 2 and len(words) <= _LONGEST_GLUED):
                for (name, at), end in zip(labels, [*starts, len(words)], strict=True):
                    found.append((block, _kinds()[name], Span(at, end).shift(block.span.start)))
    return found if len(found) >= _FEWEST_GLUED else []


@cache
def _opening_label() -> re.Pattern[str]:
    """A label with its value right behind it."""
    words = alternation(word for word in _kinds() if word[0] > "\u2e80")
    return re.compile(rf"({words}) ?(?=[^\s：，。、的])")


@cache
def _inner_label() -> re.Pattern[str]:
    """A label that stands behind the value of another."""
    words = alternation(word for word in _kinds() if len(word) > 2 and word[0] > "\u2e80")
    return re.compile(rf"(?:{words}|文号)(?=[^\s：，。、的]|$)")


def describes(text: Text, table: Table) -> bool:
    """Whether a table is the one in which a site says what the document is: 索引号, 发文机关, 成文日期 …"""
    cells = {cell for row in table.rows for cell in row}
    return sum(_bare(text.read(cell.span)) in _kinds() or _opens(text.read(cell.span)) for cell in cells) >= 2


@cache
def _barred() -> re.Pattern[str]:
    """A row of a page's table that has lost the others: 标题 | 云州市节水规划 |."""
    told = ("title", "issuer", "number", "issued", "published")
    words = alternation(word for word, kind in _kinds().items() if kind in told and word > "\u2e80")
    return re.compile(rf"\s*(?P<label>{words})\s*\|\s*(?P<value>[^|\s][^|]*?)\s*\|?\s*")


def is_listing(words: str, *, aside: bool = False) -> bool:
    """Whether a line in canonical signs lists metadata: labels run together, or one that opens it.

    >>> is_listing("〔文号〕云水〔2025〕35号"), is_listing("发布日期：2024-03-01 来源：云州日报"), is_listing("名称：")
    (True, True, False)
    >>> [is_listing(t) for t in ("名称变更的，应当办理。", "标题 | 云州市节水规划 |", "9. 〔有效性〕 有效")]
    [False, True, True]
    """
    if "|" in words and _barred().fullmatch(words):
        return True
    if len(words) > _LONGEST_LISTING or not ("：" in words or "〕" in words):
        return False
    words = _NUMBERED.sub("", words, count=1)
    told = [match for match in _labels().finditer(words) if _kind(match)]
    opens = bool(told) and not words[: told[0].start()].strip(_AROUND)
    return len(told) > 1 or (opens and (aside or bool(words[told[0].end() :].strip(_AROUND))))


def without_record_label(words: str) -> str:
    """A line without the label of a data base before it: 【地方法规库】云州市节水办法, 【正文】各区人民政府：.

    >>> without_record_label("〔法规正文〕 各区人民政府："), without_record_label("〔2024〕3号")
    ('各区人民政府：', '〔2024〕3号')
    """
    return _RECORD.sub("", words)


_RECORD = re.compile(r"^ ?〔[^〔〕\d]{2,12}〕 ?")


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in structure.page_labels().items() for word in words}


@cache
def _labels() -> re.Pattern[str]:
    words = sorted(sorted(_kinds()), key=len, reverse=True)
    spaced = "|".join(r"\s*".join(word) if word[0] > "\u2e80" else rf"\b{word}" for word in words)
    return re.compile(rf"(?:{spaced})\s*：|〔\s*[^〔〕\d\s][^〔〕\d]{{1,9}}〕：?")


def _opens(words: str) -> bool:
    match = _labels().match(words.lstrip())
    return bool(match and _kind(match))


def _kind(match: re.Match[str]) -> str | None:
    """What a label tells; None for a bracket that is no known label."""
    return _kinds().get(_bare(match[0]))


def _bare(words: str) -> str:
    return re.sub(r"[\s：〔〕]", "", words)


def _table(text: Text, table: Table) -> Iterator[tuple[str, Span]]:
    """The cells beside labels, and those that hold both."""
    if not describes(text, table):
        return
    for row in table.rows:
        for cell, beside in pairwise(row):
            value = _bare(text.read(beside.span))
            if (kind := _kinds().get(_bare(text.read(cell.span)))) and value and value not in _kinds():
                yield kind, beside.span
        for cell in dict.fromkeys(row):
            if _opens(text.read(cell.span)):
                yield from _values(text, cell.span)


def _line(text: Text, line: Paragraph) -> Iterator[tuple[str, Span]]:
    if is_listing(text.read(line.span), aside=line.aside):
        yield from _values(text, line.span)


def _values(text: Text, span: Span) -> Iterator[tuple[str, Span]]:
    words = text.read(span)
    if barred := _barred().fullmatch(words) if "|" in words else None:
        yield _kinds()[barred["label"]], Span(*barred.span("value")).shift(span.start)
        return
    matches = list(_labels().finditer(words))
    for here, after in zip_longest(matches, matches[1:]):
        assert here is not None
        if kind := _kind(here):
            value = _SIZES.split(words[here.end() : after.start() if after else len(words)])[0].rstrip(_NOTHING)
            start = span.start + here.end() + len(value) - len(value.lstrip(_NOTHING))
            yield kind, Span(start, start + len(value.strip(_NOTHING)))
