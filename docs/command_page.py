"""The page of the commands, made of their own help: each in Chinese, in English, its options and examples."""

from __future__ import annotations

import html
import inspect
import re
from collections.abc import Iterator

import click

from guitu.exports.command.cli import main as guitu
from guitu.exports.command.helping import Context, joined, tongues

_HAN = re.compile("[一-鿿]")
_RAW = "\b"
_EVERY = {"lang", "quiet", "verbose", "color", "help"}  # options of every command, told once
_HEAD = "| 选项 Option | 意思 | meaning |\n| --- | --- | --- |"


def page() -> str:
    """Every command below its name."""
    shown = {name: command for name, command in guitu.commands.items() if not command.hidden}
    listed = (f"[{name}](#guitu-{name}) {tongues(str(one.short_help))[0].rstrip('。')}" for name, one in shown.items())
    every = (one for one in next(iter(shown.values())).params if one.name in _EVERY)
    parts = [
        "# 命令 Commands\n\n"
        "由命令自己的帮助生成（`guitu 命令 --help`）。\nMade from the help of the commands themselves.\n",
        "、".join(listed) + "。\n",
        "## 每个命令都有 Every command takes\n",
        "\n".join((_HEAD, *_rows(every, Context(guitu)))) + "\n",
    ]
    for name, command in shown.items():
        parts += [f"## guitu {name}\n", *_told(name, command)]
    return "\n".join(parts)


def _told(name: str, command: click.Command) -> Iterator[str]:
    context = Context(command, info_name=f"guitu {name}", terminal_width=100)
    usage = " ".join(" ".join(command.collect_usage_pieces(context)).split())
    *texts, examples = inspect.cleandoc(command.help or "").split("\n\n")
    yield f"```text\nguitu {name} {usage}\n```\n"
    plain = [joined(one) for one in texts if not one.startswith(_RAW)]
    lists = [one.removeprefix(_RAW).strip("\n") for one in texts if one.startswith(_RAW)]
    chinese = [one for one in plain if _HAN.search(one[:12])]
    yield "\n\n".join((*chinese, *(one for one in plain if not _HAN.search(one[:12])))) + "\n"
    for one in lists:
        yield f"```text\n{one}\n```\n"
    if rows := tuple(_rows((one for one in command.params if one.name not in _EVERY), context)):
        yield "\n".join((_HEAD, *rows)) + "\n"
    yield f"```text\n{_examples(examples)}\n```\n"


def _rows(params: Iterator[click.Parameter], context: Context) -> Iterator[str]:
    """Of each option how it is typed, and what it means in both languages."""
    for one in params:
        typed, told = one.get_help_record(context) or ("", "")
        if told:  # not of an argument, of which the text speaks
            chinese, english = tongues(told)
            cells = (f"<code>{html.escape(typed)}</code>", html.escape(chinese), html.escape(english))
            yield "| " + " | ".join(cell.replace("|", "&#124;") for cell in cells) + " |"


def _examples(paragraph: str) -> str:
    """The commands, one a line."""
    text = paragraph.removeprefix(_RAW).strip("\n")
    lines = text.replace("例 Examples:", "").replace("例 Example:", "").splitlines()
    return "\n".join(line.strip() for line in lines)
