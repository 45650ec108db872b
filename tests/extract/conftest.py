"""Reading texts made of lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guitu.extract.text import Paragraph, Span, Text

Page = Callable[..., Text]


@pytest.fixture(scope="session")
def page() -> Page:
    """Makes a reading text of paragraphs; `framed`: the numbers of those that stand in a frame."""

    def make(*lines: str, framed: frozenset[int] = frozenset()) -> Text:
        value, blocks = "", []
        for i, line in enumerate(lines):
            blocks.append(Paragraph(Span(len(value), len(value) + len(line)), box=i in framed))
            value += line + "\n"
        return Text(value, tuple(blocks))

    return make
