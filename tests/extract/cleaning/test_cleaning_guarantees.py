"""What each step of the cleaning guarantees in its docstring, on blocks put together at random."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given, settings

from guitu.extract.cleaning.clean import assemble, clean
from guitu.extract.cleaning.text import fragments, furniture, lines, misread, noise, run_together
from guitu.extract.raw import RawBlock, RawParagraph, RawTable, RawUnread
from guitu.extract.words import characters
from tests.extract.strategies import documents

Step = Callable[[Sequence[RawBlock]], tuple[RawBlock, ...]]
STEPS: tuple[Step, ...] = (
    characters.plain,
    misread.corrected,
    noise.with_noise_aside,
    fragments.glued,
    furniture.without_copies,
    furniture.without_pages,
    furniture.with_contents_aside,
    furniture.with_site_aside,
    lines.joined,
    run_together.split,
    characters.spaced,
)
often = settings(max_examples=200)


def signs(blocks: Iterable[RawBlock]) -> str:
    """The visible characters of the paragraphs, in order."""
    return re.sub(r"\s", "", "".join(block.text for block in blocks if isinstance(block, RawParagraph)))


def others(blocks: Iterable[RawBlock]) -> list[object]:
    """What is no paragraph, in order; a table by its cells."""
    return [
        tuple(tuple(one.paragraphs for one in row) for row in block.rows) if isinstance(block, RawTable) else block
        for block in blocks
        if not isinstance(block, RawParagraph)
    ]


def before(step: Step, blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """The blocks as the steps before this one leave them."""
    for earlier in STEPS[: STEPS.index(step)]:
        blocks = earlier(blocks)
    return tuple(blocks)


def is_part(part: Sequence[object], whole: Sequence[object]) -> bool:
    """Whether everything in `part` stands in `whole`, in the same order."""
    rest = iter(whole)
    return all(any(one == other for other in rest) for one in part)


@often
@given(documents)
def test_plain(blocks: list[RawBlock]) -> None:
    """Nothing invisible and no line break is left; every visible character of a line without formulas stays."""
    found = characters.plain(blocks)

    assert not re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\ufeff\ue000-\uf8ff]", signs(found))
    assert all(block.text.strip() for block in found if isinstance(block, RawParagraph))
    kept = [one for one in blocks if not isinstance(one, RawParagraph) or "$" not in one.text]
    plain_signs = signs(characters.plain(kept))
    assert plain_signs == re.sub("[\x07\u200b\ufeff]", "", signs(kept))


@pytest.mark.parametrize("step", [noise.with_noise_aside, fragments.glued, lines.joined, run_together.split])
@often
@given(blocks=documents)
def test_words_stay_in_order(step: Step, blocks: list[RawBlock]) -> None:
    """Paragraphs are joined or cut; no character goes, none comes, tables and unread parts are as they were."""
    given_blocks = before(step, blocks)

    found = step(given_blocks)

    assert signs(found) == signs(given_blocks)
    assert others(found) == others(given_blocks)


@often
@given(documents)
def test_misread(blocks: list[RawBlock]) -> None:
    """Every block keeps its place and its length."""
    given_blocks = before(misread.corrected, blocks)

    found = misread.corrected(given_blocks)

    assert [len(b.text) if isinstance(b, RawParagraph) else b for b in found] == [
        len(b.text) if isinstance(b, RawParagraph) else b for b in given_blocks
    ]


@often
@given(documents)
def test_copies(blocks: list[RawBlock]) -> None:
    """Only what the line before says goes."""
    given_blocks = before(furniture.without_copies, blocks)

    found = furniture.without_copies(given_blocks)

    assert is_part(found, given_blocks)
    assert {b.text.strip() for b in found if isinstance(b, RawParagraph)} == {
        b.text.strip() for b in given_blocks if isinstance(b, RawParagraph)
    }
    assert others(found) == others(given_blocks)


@often
@given(documents)
def test_pages(blocks: list[RawBlock]) -> None:
    """Without page numbers and repeated heads, the rest is as it was; only numbers and repeated lines can go."""
    given_blocks = before(furniture.without_pages, blocks)

    found = furniture.without_pages(given_blocks)

    assert is_part(found, given_blocks)
    kept = {block.text for block in found if isinstance(block, RawParagraph)}
    gone = [b.text for b in given_blocks if isinstance(b, RawParagraph) and b not in found]
    assert all(re.search(r"\d|[一二三四五六七八九十]", text) or text in kept for text in gone)
    assert others(found) == others(given_blocks)


@pytest.mark.parametrize("step", [furniture.with_contents_aside, furniture.with_site_aside])
@often
@given(blocks=documents)
def test_asides(step: Step, blocks: list[RawBlock]) -> None:
    """A table of contents and the lines of a site are set aside, and nothing goes."""
    given_blocks = before(step, blocks)

    found = step(given_blocks)

    assert signs(found) == signs(given_blocks)
    assert len(found) == len(given_blocks)


@often
@given(documents)
def test_spaced(blocks: list[RawBlock]) -> None:
    """Only spaces go, none stands at an end, and there are never two in a row."""
    given_blocks = before(characters.spaced, blocks)

    found = characters.spaced(given_blocks)

    assert signs(found) == signs(given_blocks)
    assert not [b.text for b in found if isinstance(b, RawParagraph) and re.search(r"^\s|\s\s|\s$", b.text)]


@often
@given(documents)
def test_the_way_there_and_back(blocks: list[RawBlock]) -> None:
    """The blocks of a reading text, read again, give the same text; an unread part keeps its place in it."""
    cleaned = clean(blocks)
    text = assemble(cleaned)

    again = assemble(clean(cleaned))

    assert (again.value, again.blocks, again.unread) == (text.value, text.blocks, text.unread)
    assert len(text.unread) == sum(isinstance(block, RawUnread) for block in blocks)
    assert all(text.value[one.span.start : one.span.end].strip() for one in text.unread if text.value.strip())
