"""Help in both languages, Chinese first, and as wide as a console shows it: a Chinese sign takes two columns, and lines
of Chinese join without a space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import click

from guitu.exports.speech.terminal import folded, width

_RAW = "\b"  # begins a paragraph whose lines stay as they are
_WIDE = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]"
_JOINT = re.compile(f"(?<={_WIDE}) (?={_WIDE})")
_OF_CLICK = {
    "Options": "选项 Options",
    "Commands": "命令 Commands",
    "Show this message and exit.": "显示这段帮助。 This help.",
    "Show the version and exit.": "显示版本。 The version.",
}
_TONGUES = re.compile(r"(.*?[。）]) ([A-Za-z].*)")
_BESIDE = {"env var: ": "环境变量 env: ", "default: ": "默认 default: ", "required": "必写 required"}
_EXTRA = re.compile(r"  \[((?:env var|default|required|\d+<|x>|x<)[^\[\]]*)\]$")  # [env var: GUITU_STORE; default: …]


class Formatter(click.HelpFormatter):
    """Texts and lists of options, folded by columns; what click says in English has Chinese beside."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is typed."""
        super().write_usage(prog, args, "用法 Usage: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """What stands above a list."""
        super().write_heading(_OF_CLICK.get(heading, heading))

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
            lines = list(_lines(_spoken(told), max(self.width - left - self.current_indent, 10)))
            if width(term) > left - col_spacing:
                lines.insert(0, "")
            first, *others = lines or [""]
            self.write(f"{indent}{term}{' ' * (left - width(term))}{first}".rstrip() + "\n")
            for line in others:
                self.write(f"{indent}{' ' * left}{line}\n")


def _spoken(told: str) -> str:
    """What is told of an option; what click adds to it, in both languages.

    >>> _spoken("几行。 Rows.  [default: 5; x>=1]")
    '几行。 Rows. [默认 default: 5; x>=1]'
    """
    told = _OF_CLICK.get(told, told)
    if found := _EXTRA.search(told):
        extra = found[1]
        for english, both in _BESIDE.items():
            extra = extra.replace(english, both)
        return f"{told[: found.start()]} [{extra}]".strip()
    return told


def tongues(told: str) -> tuple[str, str]:
    """What is told of an option, or of a command in a line, in Chinese and in English.

    >>> tongues("几行。 Rows.  [default: 5; x>=1]")
    ('几行。 [默认 5; x>=1]', 'Rows. [default: 5; x>=1]')
    """
    told = _OF_CLICK.get(told, told)
    extra = _EXTRA.search(told)
    text = told[: extra.start()] if extra else told
    chinese, english = found.groups() if (found := _TONGUES.fullmatch(text)) else (text, text)
    if extra:
        beside = extra[1]
        for said, both in _BESIDE.items():
            beside = beside.replace(said, both.partition(" ")[0] + " ")
        return f"{chinese} [{beside}]".strip(), f"{english} [{extra[1]}]".strip()
    return chinese, english


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
            yield from folded(joined(paragraph), room)


def joined(paragraph: str) -> str:
    """A paragraph as one line, without a space where lines of Chinese meet.

    >>> joined("读文件， 建成图谱 graph")
    '读文件，建成图谱 graph'
    """
    return _JOINT.sub("", " ".join(paragraph.split()))
