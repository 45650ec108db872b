"""Division tables whose cells a copy has run together in one line: what they say of owners cannot be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from guitu.extract.cleaning.tables.lost_rows import OWNERS
from guitu.extract.raw import RawBlock, RawParagraph, RawUnread
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces
from guitu.ontology.alternation import alternation
from guitu.ontology.knowledge import columns, matter_columns

_REASON = "分工表的各栏连成一行，任务与单位没有读出"
_BY_ROW = "分工表的各栏没有分开，任务与单位没有读出"
_LONGEST_HEADS = 120  # characters
_HEADS = 3  # that stand together behind 序号
_SENTENCE = re.compile(r"[^。；;]+[。；;]?")
_BODY = re.compile(r"[一-鿿][局委办厅]|街道|公司|集团|开发区|经开区|高新[区园]|政府")


def told(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with the heads of such a table, and the sentences after them that name bodies, aside, and told as unread.

    Guaranteed: words stay in order; only a paragraph in which three heads of columns at least, one of owners, stand
    together behind 序号 without a sign between them.
    """
    return tuple(piece for block in blocks for piece in _pieces(block))


def _pieces(block: RawBlock) -> Iterator[RawBlock]:
    if isinstance(block, RawParagraph) and _is_row_of_heads(block.text):
        yield replace(block, aside=True)
        yield RawUnread(_BY_ROW)
        return
    heads = _heads(block.text) if isinstance(block, RawParagraph) and "序号" in block.text else None
    if heads is None or not isinstance(block, RawParagraph):
        yield block
        return
    title, rest = block.text[: heads[0]].strip(), block.text[heads[1] :]
    if title:
        yield replace(block, text=title)
    yield replace(block, text=block.text[slice(*heads)], aside=True)
    yield RawUnread(_REASON)
    for sentence in _SENTENCE.finditer(rest):
        if sentence[0].strip():
            yield replace(block, text=sentence[0].strip(), aside=bool(_BODY.search(sentence[0])))


def _is_row_of_heads(words: str) -> bool:
    """Whether a line is nothing but the heads of a division table, spaces between them, whose rows were not read."""
    heads = words.split() if len(words) <= _LONGEST_HEADS else []
    if len(heads) >= _HEADS:
        kinds = [_kinds().get(fold(without_spaces(head))) for head in heads]
        if all(kinds) and "title" in kinds and OWNERS & set(kinds):
            return True
    if "序" not in words:
        return False
    words = fold(without_spaces(words))
    return words.startswith("序号") and " " not in words and _heads(words) == (0, len(words))


def _heads(words: str) -> tuple[int, int] | None:
    """Where the heads of the columns begin and end; None where there is no such table."""
    for found in _row().finditer(fold(words)):
        kinds = [_kinds()[head[0]] for head in _head().finditer(found[0])]
        if len(kinds) > _HEADS and "title" in kinds and OWNERS & set(kinds):
            return found.span()
    return None


@cache
def _kinds() -> dict[str, str]:
    return {**dict.fromkeys(matter_columns(), "title"), **columns()}


@cache
def _head() -> re.Pattern[str]:
    return re.compile(alternation(word for word in _kinds() if len(word) > 1))


@cache
def _row() -> re.Pattern[str]:
    """Heads in a row with the first number, between them heads that are not known: 序号项目名称分管区长牵头单位1."""
    return re.compile(rf"序号(?:[一-鿿]{{0,8}}?{_head().pattern})+(?:1(?!\d))?")
