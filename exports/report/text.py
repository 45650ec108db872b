"""The report for a console, and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guitu.exports.report.parts import Heading, Item, Line, Part
from guitu.exports.speech import terminal

# What Markdown or the HTML inside it would take for a sign of its own
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def as_text(found: Iterator[Part]) -> str:
    """For a console: tables aligned, headings underlined."""
    lines: list[str] = []
    for part in found:
        if isinstance(part, Heading):
            words = terminal.shown(part.words)
            rule = {1: "═", 2: "─"}.get(part.level)
            lines += ["", words, *([rule * terminal.width(words)] if rule else [])]
        elif isinstance(part, Line):
            lines += [terminal.shown(part.words)]
        elif isinstance(part, Item):
            lines += ["  - " + terminal.shown(part.words)]
            lines += ["    " + terminal.shown(" · ".join(part.notes))] * bool(part.notes)
        else:
            lines += [*terminal.aligned(part.headings, part.rows)]
    return "\n".join(lines).lstrip("\n") + "\n"


def show(found: Iterator[Part]) -> None:
    """On a console: what is wider than it is folded, or stands in blocks, as the answers do."""
    for part in found:
        if isinstance(part, Heading):
            terminal.answer()
            terminal.say_beside("", part.words)
            terminal.answer(
                {1: "═", 2: "─"}.get(part.level, "") * min(terminal.width(part.words), terminal.console_width())
            )
        elif isinstance(part, Line):
            terminal.say_beside("", part.words)
        elif isinstance(part, Item):
            terminal.say_beside("  - ", part.words)
            if part.notes:
                terminal.say_beside("    ", " · ".join(part.notes))
        else:
            terminal.show_rows(part.headings, part.rows)


def as_markdown(found: Iterator[Part]) -> str:
    """For a page of GitHub or an editor; the words of documents make no markup."""
    blocks = []
    for part in found:
        if isinstance(part, Heading):
            blocks.append(f"{'#' * part.level} {plain(part.words)}")
        elif isinstance(part, Line):
            blocks.append(plain(part.words))
        elif isinstance(part, Item):
            notes = "<br>" + plain(" · ".join(part.notes)) if part.notes else ""
            blocks.append(f"- {plain(part.words)}{notes}")
        else:
            rows = (part.headings, ("---",) * len(part.headings), *part.rows)
            blocks.append("\n".join(
                "| " + " | ".join(cell if i == 1 else plain(cell) for cell in row) + " |" for i, row in enumerate(rows)
            ))  # fmt: skip
    return "\n\n".join(blocks) + "\n"


def plain(words: str) -> str:
    """Words of a document inside Markdown: on one line, every sign that could be markup escaped.

    >>> plain("任务|<b>分工\\n*表*")
    '任务\\\\|\\\\<b\\\\>分工 \\\\*表\\\\*'
    """
    return _LIST.sub(r"\1\\\2", _MARKS.sub(r"\\\1", terminal.shown(words).strip()))
