"""How the command speaks: `-q`, `-v` and `--color`, which every command takes, before or after its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from guitu.exports.speech import terminal


def options() -> list[click.Option]:
    """The options, new ones for each command."""
    return [
        click.Option(
            ["-q", "--quiet"], is_flag=True, expose_value=False, callback=_sets("quiet"),
            help="只说错误，答案照写。 Only answers and errors.",
        ),
        click.Option(
            ["-v", "--verbose"], is_flag=True, expose_value=False, callback=_sets("verbose"),
            help="逐一说明所做的事和用时。 Each source as it is read, and the seconds taken.",
        ),
        click.Option(
            ["--color"], type=click.Choice(terminal.COLORS), expose_value=False, callback=_sets("color"),
            help="颜色：随终端、总是、不用；NO_COLOR 也可。 Colours: by the console, always, never; or NO_COLOR.",
        ),
    ]  # fmt: skip


def _sets(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def set_it(_: click.Context, __: click.Parameter, value: Any) -> None:
        if value:
            setattr(terminal.manner, name, value)

    return set_it
