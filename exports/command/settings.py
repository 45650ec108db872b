"""`guitu.toml`: options that a person need not type again. The nearest one counts, in this folder or one above.

store = "图谱"            # for every command that has the option; a path from the folder of the file
registry = "名录"         # words of the office, see guitu teach
lang = "zh"

[build]                  # for one command alone
workers = 4
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from guitu.exports import RESERVED, is_address
from guitu.extract.errors import OptionError

FILE = "guitu.toml"
_PATHS = ("store", "registry")
_NOT_SET = ("output",)  # what a command writes is said each time


def settings(group: click.Group, start: Path) -> dict[str, Any]:
    """Defaults of options by command, as click takes them; empty where no file is found.

    OptionError where the file cannot be read, or sets what no command has.
    """
    found = next((place / FILE for place in (start, *start.parents) if (place / FILE).is_file()), None)
    if found is None:
        return {}
    try:
        told = tomllib.loads(found.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OptionError(str(found), f"the settings cannot be read ({' '.join(str(error).split())})") from error
    options = {name: _options(command) for name, command in group.commands.items()}
    general = {name: value for name, value in told.items() if not isinstance(value, Mapping)}
    own = {name: value for name, value in told.items() if isinstance(value, Mapping)}
    for command, values in (*((command, dict(values)) for command, values in own.items()), ("", general)):
        known = set().union(*options.values()) if not command else options.get(command, set())
        if unknown := sorted(values.keys() - known) or (command and command not in options):
            name = command if unknown is True else ", ".join(unknown)
            raise OptionError(str(found), f"no such setting: {name}", "see: guitu --help")
    return {
        command: {
            name: _value(name, value, found.parent)
            for name, value in {**general, **own.get(command, {})}.items()
            if name in takes
        }
        for command, takes in options.items()
    }


def _options(command: click.Command) -> set[str]:
    named = {option.name for option in command.params if isinstance(option, click.Option) and option.name}
    return named - {*_NOT_SET}


def _value(name: str, value: Any, folder: Path) -> Any:
    if name in _PATHS and isinstance(value, str) and value != RESERVED and not is_address(value):
        return str(folder / value)
    return value
