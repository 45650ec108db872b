"""Paragraphs that a copy has glued: a chapter's name with its first item, a data base's record with title and text, a
signature with the last sentence before it and what follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.text import fold
from guitu.extract.words.agencies import is_agency_like
from guitu.extract.words.numbering import HAN, numbered
from guitu.extract.words.titles import is_title
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import leading
from guitu.ontology.structure import action_openers, label_words

# 二、改革管理体制，健全服务网络3、理顺管理体制。: the items are numbered through all chapters
_CHAPTER = re.compile(rf"[{HAN}]{{1,3}}、[^。；：（）\d]{{4,34}}?(?=(?P<number>\d{{1,2}})[、.](?=[\u4e00-\u9fff]))")
_ITEM = re.compile(r"(?P<number>\d{1,2})[、.](?=[\u4e00-\u9fff])")
_LABELS = 3  # of a record
_TEXT = re.compile(r"正文")
_OWN_NUMBER = re.compile(r"（[\u4e00-\u9fff]{2,10}〔(?:19|20)\d\d〕\d{1,5}号）")
_SALUTATION = re.compile(r"各[^：。]{4,120}：")
_COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = rf"(?:(?:19|20)\d\d|[二一][〇○零O0一二三四五六七八九]{{3}}) ?年 ?{_COUNT} ?月 ?{_COUNT} ?日"
# 特此通知。云州市水利局2025年3月1日（联系人：…）, …请遵照执行 云州市水利局2025年3月1日云州市节水规划
_SIGNED = re.compile(
    r"(?:^|(?<=[。！])|(?<=特此通知)|(?<=特此公告)|(?<=执行)|(?<=落实)|(?<=实施))(?P<gap>\s{0,9})"
    rf"(?P<who>[\u4e00-\u9fff][\u4e00-\u9fff（）、 ]{{3,60}}?)\s{{0,9}}(?P<day>{_DATE})\s{{0,9}}(?:(?=\S)|$)"
)
_REQUEST = re.compile("请[^。；]{0,30}(?:执行|落实|实施)$")  # the last sentence of a letter, where its stop is lost
_MANNER = re.compile("(?:全面|认真|深入|严格|切实|坚决|抓好|做好|加快|积极)*")
_SAID = re.compile("请|按照|根据|依据|落实|执行|通知")  # words of a sentence, which no name holds
_STAMP = re.compile(r"（[^（）]{0,4}[章印]）$")
_CONTACT = re.compile(r"[（(](?:联系|此件|咨询|公开|主动公开|电话|信息公开|依申请)|附件|抄送|主送")
# what goes on with the day in a sentence: 2025年3月1日起, 2025年3月1日印发…
_SENTENCE_GOES_ON = re.compile(
    "[起前后以至的之，、。；：]|印发|发布|出台|公布|下发|制定|召开|批准|通过|审议|修订|颁布|实施|正式|联合"
)
_LAST = 260  # characters of a paragraph in which a signature stands


def parted(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with what was glued on lines of its own. Guaranteed: words stay in order, and none is lost."""
    return tuple(_items(piece for block in blocks for one in _record(block) for piece in _signature(one)))


def _signature(block: RawBlock) -> Iterator[RawBlock]:
    """A signature in the end of a paragraph apart from the sentence before it and the title or contact behind it."""
    if not isinstance(block, RawParagraph) or block.aside or block.level or "日" not in block.text[-_LAST:]:
        yield block
        return
    words = fold(block.text)
    for found in _SIGNED.finditer(words, max(0, len(words) - _LAST)):
        rest, before = words[found.end() :], words[: found.start()]
        stopped = not before or before[-1] in "。！"
        if not (stopped or before.endswith(("通知", "公告")) or _REQUEST.search(before)):
            continue
        ends = not rest and not stopped  # with a stop it is read as it is
        title = is_title(rest) and not numbered(rest) and not _SENTENCE_GOES_ON.match(rest)
        title = title and (stopped or bool(found["gap"]))  # 请落实云州市人民政府2025年3月1日节水意见: one sentence
        if (title or ends or _CONTACT.match(rest)) and all(map(_signs, _names(found["who"]))):
            cuts = [0, found.start("who"), found.end("day"), len(words)]
            yield from (replace(block, text=block.text[a:b]) for a, b in pairwise(cuts) if words[a:b].strip())
            return
    yield block


def _names(words: str) -> list[str]:
    return [name for name in re.split("[、 ]+", _STAMP.sub("", words.strip())) if name]


def _signs(name: str) -> bool:
    """Whether words are a name that can sign: 全面落实云州市人民政府 opens with a verb and ends as a name does."""
    verb = _opener().match(name, _MANNER.match(name).end())  # type: ignore[union-attr]
    placed = verb is None or leading(name, unlisted=False) is not None  # a place can begin as a verb does
    return placed and is_agency_like(name) and not _SAID.search(name)


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(alternation(action_openers()))


def _items(blocks: Iterator[RawBlock]) -> Iterator[RawBlock]:
    """Chapters apart from their first item, where its number goes on from the item before or is 1 before a 2."""
    every = tuple(blocks)
    heads = [fold(block.text[:80]) if isinstance(block, RawParagraph) and not block.aside else "" for block in every]
    numbers = [int(item["number"]) if (item := _ITEM.match(head)) else 0 for head in heads]
    after, last = [0] * (len(numbers) + 1), 0  # the number of the next item behind each
    for i in range(len(numbers) - 1, -1, -1):
        after[i] = numbers[i] or after[i + 1]
    for i, (block, head) in enumerate(zip(every, heads, strict=True)):
        found = _CHAPTER.match(head)
        number = int(found["number"]) if found else 0
        goes_on = number == last + 1 and (number > 1 or after[i + 1] == number + 1)
        if found and isinstance(block, RawParagraph) and goes_on:
            yield replace(block, text=block.text[: found.end()])
            yield replace(block, text=block.text[found.end() :])
            last = number
        else:
            last = numbers[i] or last
            yield block


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"·?〔(?:{alternation(label_words())})〕")


def _record(block: RawBlock) -> Iterator[RawBlock]:
    """A title, 文章属性, 【制定机关】… and 正文 with the title again and the text, each on a line of its own."""
    words = fold(block.text) if isinstance(block, RawParagraph) and "【" in block.text else ""
    labels = list(_label().finditer(words)) if words else []
    if not isinstance(block, RawParagraph) or len(labels) < _LABELS:
        yield block
        return
    title = words[: labels[0].start()].removesuffix("文章属性")
    text = _TEXT.search(words, labels[-1].end())
    again = text is not None and bool(title) and words.startswith(title, text.end())
    cuts = [len(title), *(label.start() for label in labels)]
    if text and again:
        cuts += [text.start(), text.end(), *_head(words, text.end() + len(title))]
    cuts = sorted({cut for cut in cuts if 0 < cut < len(words)})
    for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True):
        yield replace(block, text=block.text[start:end])


def _head(words: str, at: int) -> Iterator[int]:
    """Where title, number and salutation end, each where it stands."""
    yield at
    for pattern in (_OWN_NUMBER, _SALUTATION):
        if found := pattern.match(words, at):
            at = found.end()
            yield at
