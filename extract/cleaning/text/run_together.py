"""Texts that a copy has run together: a paragraph for every heading, item, duty clause and signature again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, zip_longest

from guitu.extract.cleaning.text import titles_in_text
from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces
from guitu.extract.words.numbering import HAN, Numbered, Rank, numbered
from guitu.ontology import structure
from guitu.ontology.alternation import alternation

_BRACKETED = rf"[（(][{HAN}]{{1,3}}[）)]"
_DUTY = r"(?:牵头|负责|责任|主办|协办|配合|参与|实施|单位|部门)"
# behind the owners of an item the number of the next, which no name follows: 责任单位：市教育局2.修缮…
_BEHIND_OWNERS = (
    "(?:(?<=负责|牵头|配合|落实|参与|部门|单位)|(?<=[局厅委办府会联团社院队]))"
    rf"(?=(?:\d{{1,2}}[．.、]|{_BRACKETED})(?![各省市区县州国\d])[一-鿿“])"
)
_LABEL_AHEAD = "(?:责任|牵头|配合|负责|主管|实施|承办|协办|主办)(?:单位|部门)[：:]"  # 责任单位：1.市教育局2.市财政局
# after a sentence: 。一、 ：1． ）（二） 。3．2024年底前; not 一、二、三产业 and not 1.5亿元; after a title: 规划一、
_POINT = re.compile(
    rf"(?=[{HAN}（(\d表专])(?:(?:(?<=[。：:）)！？；])(?<!{_LABEL_AHEAD})|(?<=[：:] ))"
    rf"(?=[{HAN}]{{1,3}}、(?![{HAN}]{{1,3}}、)|{_BRACKETED}|\d{{1,2}} ?[．.、](?:\d{{4}}年|(?!\d)))"
    r"|(?<=[。；])(?=\d{1,2}[,，][一-鿿])|(?<=。)(?=(?:表|专栏) ?\d{1,2}[ ：:][^。；]{4,40}[（(]1[）)])"
    r"|(?<=规划|计划|方案|措施|意见|办法)(?=一、)"
    rf"|{_BEHIND_OWNERS})"
)
# the first item of a heading without a stop: 一、工作目标（一）…, （二）重点任务1．…
# behind the number of its items they go on counting: 二、社会保障（3项）4.…
_CHILD_OF_HAN = re.compile(
    rf"{_BRACKETED}|(?<![\d.（(第])1 ?[．.、](?!\d)"
    r"|(?<=[项条个件][）)])\d{1,3} ?(?:[．.、](?!\d)|[,，](?=[一-鿿]))"
)
_CHILD_OF_OTHER = re.compile(_BRACKETED)
# （1） behind a title that lies in a list of titles: 1.健全机制（1）完善制度。…（2）加强监督。…
_CHILD_OF_ARABIC = re.compile(r"(?<=[一-鿿”）)])[（(]1[）)](?=[^，。；：]{4,26}。)")
# 1., or the number that goes on from the heading before: （二）强化管护4.清淤…
_CHILD_OF_BRACKET = re.compile(r"(?<![\d.])1[．.、](?!\d)|(?<=[一-鿿])\d{1,2}[．.](?=[一-鿿“])")
# a duty clause that closes an item: …。（市水利局牵头）
_CLOSED = re.compile(rf"(?<=[。；])([（(][^（）()]{{2,400}}{_DUTY}[^（）()]{{0,200}}[）)])(?=[^，。；、：）)\n])")
_BRACKET = re.compile("[（(]")
_SALUTATION = re.compile(r"^(各[^：:。]{4,120}[：:])(?=.)")
# behind the sentence that ends a notice: …。云州市人民政府2024年3月1日, before nothing, a remark or a title
_SIGNATURE = re.compile(
    r"(?<=[。！])([\u4e00-\u9fff、 ]{2,60}?)(\d{4}年\d{1,2}月\d{1,2}日)((?:（[^（）]{2,16}）)?)(?=$|[^。；，]{4,80}$)"
)
# behind the names of the last owners: …市水利局本办法自发布之日起施行
_CLOSES = re.compile(
    r"(?<=[\u4e00-\u9fff）)])(?=本(?:实施|若干|工作)?(?:意见|办法|方案|措施|细则|规定|通知|计划)"
    r"自(?:[\u4e00-\u9fff]{0,2}(?:发布|印发|公布|颁布|下发)|20\d\d年))"
)
_TITLE_AND_NUMBER = re.compile(
    r"(?<=通知|意见|方案|规划|计划|措施|办法|决定)((?!的)[\u4e00-\u9fff]{2,8}〔\d{4}〕\d{1,5}号)(?=$|各[^：:。]{4,120}[：:])"
)
# the title of a notice with those whom it addresses right behind it: …的通知各县（区）人民政府：
_TITLE_AND_SALUTATION = re.compile("(?<=的通知|的公告|的通告)(?=各[^：:。；]{4,120}[：:])")
# after the name of a chapter: the name goes on (重点任务分工。), or ends
_NO_BODY = re.compile(r"[的和与及、，：；。（]|[^，。；]{0,26}(?:。|$)")
# a space that can divide paragraphs: not beside a figure or a Latin word in a sentence, not behind a number, nor behind
# a label of owners
_BETWEEN = re.compile(
    rf"[ \t\xa0\u3000](?<!(?:单位|部门)[：:].)(?:(?<![\s{HAN}、.．A-Za-z\d].)[ \t\xa0\u3000]{{0,7}}"
    r"(?=[\u4e00-\u9fff（(“①-⑳]|\d{1,2}[.．、](?:\d{4}年|(?!\d)))|(?<=[号日].)[ \t\xa0\u3000]{0,7})"
)
# what leads to a list that stands in its own paragraph; not a note, nor what only lists attachments
_LEADS = re.compile(rf"[：:](?<!注.)(?<!说明.)(?<!附件.)(?<!范围.) ?(?=[{HAN}]{{1,3}}、|{_BRACKETED}|1[．.、](?!\d))")
_WHOLE = re.compile("[。！）)]$|^.{2,30}$")  # an item of a list, or a heading that its first item follows
_OWNED = re.compile(rf"（[^（）]{{2,200}}{_DUTY}[^（）]{{0,100}}）。?$")
_TITLED = re.compile(
    rf"(?:{_BRACKETED}|\d{{1,2}} ?[．.、](?!\d))[^，。；：、\d]{{4,24}}。(?=..)"
)  # （十）加快住房供应。发展改革…
_SENTENCE = 15  # characters of an item in several clauses
_NUMBER = 24  # characters in which a number stands
_LABEL = re.compile("[一-鿿]{2,6}(?:单位|部门|时限|时间)[：:]")
_APART = 20  # characters between two of them, on average
_SHORTEST = 300
_POINTS = 3
_LONGEST_HEADING = 60
_LONGEST_TITLE = 30  # characters of a heading over items (1)


def split(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks of a text that was run together, every item a paragraph again; other texts unchanged.

    Guaranteed: words stay in order; cuts only at the spaces between paragraphs, before a number after a sentence end,
    before the first item of a heading, behind the name of a chapter, after a duty clause that closes an item, and
    around salutation, signature and document number.
    """
    blocks = tuple(piece for block in blocks for piece in _spaced_apart(block))
    if any(isinstance(block, RawParagraph) and _run_together(block) for block in blocks):
        return tuple(pieces(blocks))
    kept: list[RawBlock] = []
    for block, follower in zip_longest(blocks, blocks[1:]):
        assert block is not None
        parted = _holds_list(block, follower) or _counts_on(block)
        kept += pieces([block]) if parted else [block]
    return tuple(kept)


def _spaced_apart(block: RawBlock) -> Iterator[RawBlock]:
    """The paragraphs of a text that was put into one line with spaces between them, its lone spaces far apart."""
    long = isinstance(block, RawParagraph) and len(block.text) >= _SHORTEST and not block.aside and not block.level
    if not long or not isinstance(block, RawParagraph):
        yield block
        return
    gaps = list(_BETWEEN.finditer(block.text))
    opens = [numbered(fold(block.text[gap.end() : gap.end() + _NUMBER])) is not None for gap in gaps]
    labels = [_LABEL.match(block.text, gap.end()) is not None for gap in gaps]
    begins = zip(gaps, opens, labels, strict=True)
    parts = sum(item or label or block.text[gap.start() - 1] in "。；：！？）)”" for gap, item, label in begins)
    apart = _APART * (len(gaps) - sum(labels))  # a label and its names are short
    if sum(opens) < _POINTS or parts < 0.4 * len(gaps) or len(block.text) < apart:
        for text in titles_in_text.by_space(block) or (block.text,):
            yield block.saying(without_spaces(text))
        return
    for text in _BETWEEN.split(block.text):
        if text.strip():
            yield block.saying(text.strip())


def _run_together(block: RawParagraph) -> bool:
    long = len(block.text) >= _SHORTEST and not block.aside and not block.level
    if not long:
        return False
    points = [m.end() for m in islice(_POINT.finditer(block.text), _POINTS)]
    numbered_from_one = len(points) == 2 and all(
        block.text.startswith(sign, at) for at, sign in zip(points, "12", strict=True)
    )
    return len(points) == _POINTS or numbered_from_one


def _counts_on(block: RawBlock) -> bool:
    """Whether a paragraph opens with a number and holds the next two of its kind; one is enough of a chapter, behind
    the bracket in which its owners stand, （一）建园。（市园林局负责）（二）修路。…, and where both have a short title.
    """
    if not isinstance(block, RawParagraph) or block.aside or block.level:
        return False
    number = numbered(fold(block.text.lstrip()[:_NUMBER]))
    if number is None or number.rank not in (Rank.HAN, Rank.HAN_BRACKET, Rank.ARABIC) or number.sub:
        return False
    points = [at.end() for at in _POINT.finditer(block.text)]
    inside = [(at, numbered(fold(block.text[at : at + _NUMBER]))) for at in points]
    alike = [(at, one.value) for at, one in inside if one and one.rank is number.rank and not one.sub]
    if [value for _, value in alike] != [number.value + 1 + i for i in range(len(alike))]:
        return False
    owned = bool(alike) and block.text[alike[0][0] - 1] in ")）"
    titled = bool(alike) and all(_TITLED.match(block.text.lstrip(), at) for at in (0, alike[0][0]))
    return len(alike) >= (1 if owned or titled or number.rank is Rank.HAN else 2)


def _holds_list(block: RawBlock, follower: RawBlock | None) -> bool:
    """Whether a paragraph leads to a list and holds it: …如下：1.…。2.…。, or its 1 where the next begins with 2.

    Every number that could begin an item has to fit: each kind counts from one.
    """
    if not isinstance(block, RawParagraph) or block.aside or block.level or not (lead := _LEADS.search(block.text)):
        return False
    points = [m.end() for m in _POINT.finditer(block.text)]
    if not points or points[0] != lead.end():
        return False
    parts = [block.text[at:end] for at, end in zip(points, [*points[1:], len(block.text)], strict=True)]
    outer = _counted(parts)
    whole = all(_WHOLE.search(part.rstrip()) for part in parts[:-1])
    if outer is None or not whole or 2 * sum(map(_prescribes, parts)) <= len(parts):
        return False
    after = numbered(fold(follower.text[:_NUMBER])) if isinstance(follower, RawParagraph) else None
    return outer.value > 1 or (after is not None and (after.rank, after.value) == (outer.rank, outer.value + 1))


def _prescribes(item: str) -> bool:
    """Whether an item says what is to be done: by a verb of work, in several clauses, or with its owners behind it."""
    words = fold(item)
    number = numbered(words[:_NUMBER])
    acts = number and _openers().match(words, number.length)
    return bool(acts or _OWNED.search(words)) or ("，" in words and len(words) >= _SENTENCE)


def _counted(parts: Sequence[str]) -> Numbered | None:
    """The last of the outermost numbers of a list whose every kind counts from one; None where one does not fit."""
    open_: list[Numbered] = []  # the last number of each kind
    nested = False  # the part before holds the first item of its own: 一、健全机制1.…
    for part in parts:
        number = numbered(fold(part[:_NUMBER]))
        if number is None:
            return None
        while open_ and open_[-1].rank > number.rank:
            open_.pop()
        inner = not open_ or open_[-1].rank < number.rank
        before = int(nested and bool(open_)) if inner else open_.pop().value
        if number.value != before + 1:
            return None
        open_.append(number)
        nested = bool(_child(part))
    return open_[0]


def pieces(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    """Paragraphs that were run together, cut; the words stay in order."""
    for block in blocks:
        if isinstance(block, RawParagraph) and not block.level and not block.aside:
            alone = titles_in_text.before_one(block.text)
            if alone:
                yield block.saying(block.text[:alone])
            for item in _POINT.split(block.text[alone:]):
                for text in _CLOSED.sub("\\1\n", item).split("\n") if _BRACKET.search(item) else (item,):
                    for piece in _cut(text.strip()):
                        yield from titles_in_text.boxes(block.saying(piece))
        else:
            yield block


def _cut(text: str) -> Iterator[str]:
    shown = _TITLE_AND_NUMBER.sub("\n\\1\n", text) if "〔" in text else text
    if "各" in text:
        shown = _TITLE_AND_SALUTATION.sub("\n", shown, count=1)
        shown = "\n".join(_SALUTATION.sub("\\1\n", line) for line in shown.split("\n"))
    if "自" in text:
        shown = _CLOSES.sub("\n", shown)
    if "日" in text:
        shown = _SIGNATURE.sub("\n\\1\n\\2\n\\3\n", shown)
    for piece in shown.split("\n"):
        yield from _nested(piece.strip())


def _nested(text: str) -> Iterator[str]:
    """A heading without a stop, the item in it, and what lies in that: 二、重点任务（一）提升品质1．改造管网。…"""
    while child := _child(text):
        yield text[:child].strip()
        text = text[child:].strip()
    if text:
        yield text


def _child(text: str) -> int:
    """Where the first item or the text begins inside a heading, or 0."""
    head = fold(text[: _LONGEST_HEADING + 4])
    number = numbered(head)
    if number is None:
        return 0
    pattern = {Rank.HAN_BRACKET: _CHILD_OF_BRACKET, Rank.HAN: _CHILD_OF_HAN}.get(number.rank, _CHILD_OF_OTHER)
    child = pattern.search(text, number.length + 2, _LONGEST_HEADING + 4)
    if child is None and number.rank is Rank.ARABIC and "1" in head[number.length :]:
        child = _CHILD_OF_ARABIC.search(text, number.length + 2)
        titled = child and child.start() <= _LONGEST_TITLE and not set(head[: child.start()]) & set("，：")
        child = child if titled else None
    if child and "。" not in head[: child.start()]:
        return child.start()
    named = _chapters().match(head, number.length)
    if named and not _NO_BODY.match(text[named.end() :]):
        return named.end()
    return titles_in_text.starts(head, number)


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(alternation(structure.action_openers()))


@cache
def _chapters() -> re.Pattern[str]:
    """The names of chapters, which a text can follow: 总体要求, 保障措施; a shorter one may be part of a title."""
    named = (words for kind, words in structure.chapter_words().items() if kind not in ("label", "person"))
    words = frozenset().union(*named)
    return re.compile(alternation(word for word in words if len(word) >= 4))
