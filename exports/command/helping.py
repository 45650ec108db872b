"""Help as wide as a console shows it: a Chinese sign takes two columns, and lines of Chinese join without a space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import click

from guitu.exports.speech.terminal import folded, width

_RAW = "\b"  # begins a paragraph whose lines stay as they are
_WIDE = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]"
_JOINT = re.compile(f"(?<={_WIDE}) (?={_WIDE})")


class Formatter(click.HelpFormatter):
    """Texts and lists of options, folded by columns."""

    def write_text(self, text: str) -> None:
        """Paragraphs, each within the width."""
        indent = " " * self.current_indent
        lines = (indent + line if line else "" for line in _lines(text, self.width - self.current_indent))
        self.write("\n".join(lines) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Terms on the left, what each means folded beside it."""
        rows = list(rows)
        left = min(max(width(term) for term, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, told in rows:
            lines = list(_lines(told, max(self.width - left - self.current_indent, 10)))
            if width(term) > left - col_spacing:
                lines.insert(0, "")
            first, *others = lines or [""]
            self.write(f"{indent}{term}{' ' * (left - width(term))}{first}".rstrip() + "\n")
            for line in others:
                self.write(f"{indent}{' ' * left}{line}\n")


class Context(click.Context):
    """One that writes its help so."""

    formatter_class = Formatter


def _lines(text: str, room: int) -> Iterator[str]:
    for number, paragraph in enumerate(text.strip("\n").split("\n\n")):
        if number:
            yield ""
        first, _, rest = paragraph.partition("\n")
        if first.strip() == _RAW:
            yield from rest.split("\n")
        else:
            yield from folded(_JOINT.sub("", " ".join(paragraph.split())), room)
