"""Run-in titles inside one paragraph: those of paragraphs whose breaks a copy has lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from guitu.extract.structure.outline.chapters import is_action, is_work
from guitu.extract.structure.outline.element import Element
from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.extract.words.numbering import Rank, numbered

_LONG = 300  # characters of a paragraph that may hold a section
_FEWEST_ROWS = 2  # paragraphs that are plainly rows of titles, from which on others may be
_MOST = 3  # sections in one paragraph, from which on a text has lost its breaks
_OPENER = re.compile(r"([一-鿿“”、]{4,26})。")
_SHORT = re.compile(r"[。）]([一-鿿“A-Z\d][一-鿿“”、A-Za-z\d+]{2,27})(?=。[一-鿿“\dA-Z])")
_LONGEST_PLAIN = 20  # characters of a title that nothing else has to speak for
_SHORTEST_BODY = 24  # characters of what carries out a title, where the text has lost its breaks
_LONGEST_TITLE = 12  # of one in another text, and of a longer one the share of its words that its text takes up
_TAKEN_UP = 0.4
# openers of sentences that carry out what a title names: 鼓励社会资本参与。; some open titles as well
_CARRIES_OUT = re.compile("鼓励|支持|制定|发布|公布|建成|完成|新增|修订|出台|研究|探索|开展|编制")
# what one sentence has made, where a title names a field of work: 实施测土配方施肥。 beside 防治农业面源污染。
_ONE_THING = re.compile("(?:制度|工程|计划|方案|规划|平台|名录|清单|试点|示范|办法|意见|措施|项目|基金|基地)$")
_ADVERB = re.compile("(?:显著|明显|大幅|优先|积极|继续|大力|加快|全面|着力|深入|持续|扎实|稳步|大规模)+")
_NUMBER = re.compile(r"\d[万亿千百\d]")  # how much is done: 改造50万吨锅炉
_SIGNS = frozenset("、“”")
_NEAR = 300  # characters after a title in which its words come again
_ROW = 0.7  # of the odds of a title
_CLOSE = 100  # characters in which no second title follows a first


def lost(text: Text, blocks: Sequence[Block]) -> bool:
    """Whether a text has lost the breaks inside its sections: most are one long paragraph that opens with a title."""
    whole = several = 0
    for before, block in pairwise(blocks):
        if not (isinstance(before, Paragraph) and isinstance(block, Paragraph)) or block.aside:
            continue
        number = numbered(text.read(before.span))
        if number is None or number.rank >= Rank.ARABIC or len(before.span) > _LONG or numbered(text.read(block.span)):
            continue
        if len(block.span) >= _LONG and _OPENER.match(text.read(block.span)):
            whole += 1
        else:
            several += 1
    return whole >= _MOST and whole >= several


def in_part(text: Text, blocks: Sequence[Block]) -> bool:
    """Whether a text has lost the breaks of some sections: several of its paragraphs are a row of titles with texts."""
    rows = 0
    for block in blocks:
        if not isinstance(block, Paragraph) or block.aside or len(block.span) < _LONG // 2:
            continue
        words = text.read(block.span)
        opener = _OPENER.match(words)
        rows += bool(opener and is_action(opener[1]) and titles(words, opener.end() - 1, lost=False))
        if rows >= _FEWEST_ROWS:
            return True
    return False


def row(words: str, after: int, above: str = "") -> list[Span]:
    """The run-in titles of a paragraph that opens with one, in a text that has lost the breaks of some sections.

    A long paragraph may be a row of titles beside other short sentences: there are two or more of them then.
    """
    found = titles(words, after, lost=True, above=above) if len(words) >= _LONG else []
    return found if len(found) > 1 else []


def titles(words: str, after: int, *, lost: bool, above: str = "") -> list[Span]:
    """The run-in titles that a paragraph holds behind its own: 推广器具。发放…，…。改造管网。更新…，…。回用中水。…

    In a text that has `lost` its breaks: the short sentences that are rather titles than sentences of a body. In
    another: two or more, with no other short sentence beside them. `after`: the end of the first title, or 0 where
    the paragraph opens without one, under the heading `above`.
    """
    found = [
        Span(*match.span(1)) for match in _SHORT.finditer(words, max(0, after - 1)) if _opens(words, match.start(1))
    ]
    if lost:
        named = _named(words, found, words[:after] or above, after)
        ends = [*(title.start for title in named), len(words)][1:]
        return [t for t, end in zip(named, ends, strict=True) if _is_body(words[t.end + 1 : end], len(t))]
    found = [title for title in found if len(title) <= _LONGEST_PLAIN and "、" not in words[title.start : title.end]]
    for title in found:
        body = words[title.end + 1 : words.find("。", title.end + 1) + 1 or len(words)]
        told = len(title) <= _LONGEST_TITLE or _shared(_pairs(words[title.start : title.end]), body) >= _TAKEN_UP
        if "，" not in body or len(body) < 2 * len(title) or not told:
            return []
    verbal = sum(is_action(words[title.start : title.end]) for title in found)
    return found if len(found) > 1 and 2 * verbal >= len(found) else []


def cut(element: Element, titles: Sequence[Span]) -> list[Element]:
    """A paragraph cut before each of the titles that it holds."""
    if not titles:
        return [element]
    ends = [*(title.start for title in titles), element.span.end]
    start = element.body.start if element.body else element.span.start
    first = element._replace(span=Span(element.span.start, ends[0]), body=Span(start, ends[0]))
    titled = element._replace(kind="titled")
    return [
        first,
        *(
            titled._replace(span=Span(title.start, end), title=title, body=Span(title.end + 1, end))
            for title, end in zip(titles, ends[1:], strict=True)
        ),
    ]


def _opens(words: str, at: int) -> bool:
    """Whether a sentence begins there: after a stop, or after a bracket that stands after one: …。（市水利局负责）"""
    return words[at - 1] == "。" or words[words.rfind("（", 0, at) - 1 :][:1] == "。"


def _named(words: str, found: Sequence[Span], before: str, after: int) -> list[Span]:
    """The short sentences of a paragraph that are titles; of two that stand together, the likelier one."""
    named: list[Span] = []
    best = 0.0
    for i, title in enumerate(found):
        score = _score(words, title, before, title.start - after) - _ROW * _in_row(found, i, after)
        if score <= 0:
            continue
        if named and title.start == after + 1:
            if score <= best:
                continue
            named.pop()
        named.append(title)
        before, after, best = words[title.start : title.end], title.end, score
    return named


def _in_row(found: Sequence[Span], i: int, after: int) -> float:
    """How much short sentences around one speak for a list of what is done: two before it, or one after it."""
    before = i > 1 and found[i].start == found[i - 1].end + 1 and found[i - 1].start == found[i - 2].end + 1
    follows = i + 1 < len(found) and found[i + 1].start == found[i].end + 1
    return 2.0 * (before and after < found[i - 2].start < after + 2 * _CLOSE) + follows


# The odds that a short sentence is a title, in natural logarithms: fitted (ridge regression) on 164 short sentences of
# a plan that a copy made one paragraph a section, 90 of them titles; checked on plans of other fields.
def _score(words: str, title: Span, before: str, apart: int) -> float:
    """How much a short sentence speaks for a title; above 0 it is one. `before`: the title so far, `apart` from it."""
    told = words[title.start : title.end]
    following = words[title.end + 1 : title.end + 1 + _NEAR]
    sentence = following[: following.find("。") + 1] or following
    own = _pairs(told)
    score = -0.2 - 0.17 * len(told)
    score += 2.5 * _shared(own, sentence) + 4.3 * _shared(own, following)  # what comes next carries it out
    score -= 1.4 * _shared(_pairs(before) - own, following)  # what comes next still carries out the one before
    score += 0.9 * (is_work(told) == is_work(before)) + 1.5 * ("，" in sentence)
    score -= 2.0 * (apart < _CLOSE) + 2.2 * bool(_ONE_THING.search(told))
    return (
        score
        - 1.4 * bool(_CARRIES_OUT.match(told))
        - 0.6 * ("的" in told)
        - 1.4 * _listed(told, following)
        - 5.0 * bool(_NUMBER.search(told))
    )


def _listed(title: str, following: str) -> int:
    """How many signs of a list a title has; those between matters that what follows takes up one by one count for it.

    >>> _listed("鱼塘、水库实施分区养护", "鱼塘每年清淤，水库禁止投饵。"), _listed("清淤、补种", "每年两次。")
    (-1, 1)
    """
    beside = [(title[at - 2 : at], title[at + 1 : at + 3]) for at, sign in enumerate(title) if sign == "、"]
    return sum(-1 if before in following and after in following else 1 for before, after in beside)


def _pairs(title: str) -> set[str]:
    """The pairs of signs in the words of a title, without the verb that opens it."""
    adverb = _ADVERB.match(title)
    plain = title[(adverb.end() if adverb else 0) + 2 :] if adverb or is_work(title) else title
    return {plain[i : i + 2] for i in range(len(plain) - 1) if not set(plain[i : i + 2]) & _SIGNS}


def _shared(pairs: set[str], words: str) -> float:
    """The share of some pairs of signs that come in some words."""
    return sum(pair in words for pair in pairs) / max(1, len(pairs))


def _is_body(words: str, title: int) -> bool:
    return len(words) >= max(_SHORTEST_BODY, 2 * title) and "，" in words
