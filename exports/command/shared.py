"""What all commands share: the language, the store, one-line errors and exit codes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from guitu.exports import RESERVED as RESERVED  # noqa: PLC0414 - the commands take it from here
from guitu.exports.command import little_memory
from guitu.exports.command.settings import settings
from guitu.exports.command.stopping import INTERRUPTED, TERMINATED, Stopped, Terminated, ends_on_signals, within
from guitu.exports.speech import terminal
from guitu.exports.speech.errors import told_error
from guitu.exports.speech.messages import LANGUAGES, language, message
from guitu.extract.errors import GuituError, OptionError, QueryError
from guitu.ontology import taught

DONE, AT_FAULT, WRONG_USAGE = 0, 1, 2
_GONE = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)  # how a closed pipe is told
MOST_WORKERS = 64
_TIMEOUT = 60.0
_LANG = "guitu.lang"
_Command = TypeVar("_Command", bound=Callable[..., Any])


class Commands(click.Group):
    """The group of commands; every error becomes one line and an exit code.

    0 done; 1 the input is at fault; 2 wrong usage.
    """

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Runs a command and exits."""
        if args is None:
            in_utf8()
        terminal.forgive_encodings()
        run = partial(self._run, args, prog_name or "guitu", complete_var, extra)
        sys.exit(little_memory.below(run, _short) if little_memory.is_bounded() else run())

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command that was named. A signal is raised as `Stopped`, which click leaves to us."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise Stopped from error

    def _run(self, args: Sequence[str] | None, prog_name: str, complete_var: str | None, extra: dict[str, Any]) -> int:
        spoken = _spoken(sys.argv[1:] if args is None else args)
        try:
            with ends_on_signals(terminal.complain, message(spoken, "interrupted")):
                told = settings(self, Path.cwd())
                code = super().main(args, prog_name, complete_var, standalone_mode=False, default_map=told, **extra)
                sys.stdout.flush()
            return code if isinstance(code, int) else DONE
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
            return WRONG_USAGE
        except (GuituError, click.ClickException) as error:
            terminal.complain(_told(error) if isinstance(error, click.ClickException) else told_error(error, spoken))
            return WRONG_USAGE if isinstance(error, OptionError | click.ClickException) else AT_FAULT
        except (click.Abort, KeyboardInterrupt, Stopped) as error:
            terminal.complain(message(spoken, "interrupted"))
            return TERMINATED if Terminated in (type(error), type(error.__cause__)) else INTERRUPTED
        except MemoryError:
            _short()
            return AT_FAULT
        except OSError as error:
            return _failed(error)


def _spoken(args: Sequence[str]) -> str:
    """The language that a command line asks for, for errors that end it."""
    chosen = [word.removeprefix("--lang=") for word in args if word.startswith("--lang=")]
    chosen += [after for word, after in pairwise(args) if word == "--lang"]
    return chosen[-1] if chosen and chosen[-1] in LANGUAGES else language()


def in_utf8() -> None:
    """Start anew where the environment lets names of files be ASCII alone, so that they are read as everywhere."""
    if os.name == "posix" and sys.getfilesystemencoding() != "utf-8":
        command = [sys.executable, "-X", "utf8", *sys.orig_argv[1:]]
        os.execve(sys.executable, command, {**os.environ, "PYTHONUTF8": "1"})


def _short() -> None:
    terminal.complain(message(_spoken(sys.argv[1:]), "little memory"))


def _failed(error: OSError) -> int:
    if error.errno in _GONE and not error.filename:
        _close_quietly()
        return DONE
    terminal.complain(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    return AT_FAULT


def _told(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "guitu"
    where = path.removeprefix("guitu").strip()
    told = " ".join(error.format_message().split()).rstrip(".")
    return f"{where}: {told}; {path} --help" if where else f"{told}; {path} --help"


def _close_quietly() -> None:
    """The reader of a pipe has gone: nothing more is written, also not when Python ends."""
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - a device, not a file of ours
        os.dup2(nothing.fileno(), sys.stdout.fileno())


def _choose(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        context.meta[_LANG] = value


def lang_option(command: _Command) -> _Command:
    """`--lang zh|en`, before or after the name of a command."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        callback=_choose,
        expose_value=False,
        help="文字与表头的语言。 Language of messages and headings.",
    )(command)


def stated_option(command: _Command) -> _Command:
    """`--as-stated`."""
    return click.option(
        "--as-stated", "stated", is_flag=True, help="只按文件所述，不用人工更正。 Without what people corrected."
    )(command)


def _taught(_: click.Context, __: click.Parameter, value: str) -> str:
    """The words taught to a store hold before anything is loaded that reads the registry; opening it tells slips."""
    with suppress(taught.Slip, OSError):
        taught.use(Path(value) / "registry")
    return value


def store_option(command: _Command) -> _Command:
    """`--store DIR`."""
    return click.option(
        "--store",
        default="guitu-store",
        show_default=True,
        callback=_taught,
        envvar="GUITU_STORE",
        show_envvar=True,
        metavar="DIR",
        help="图谱所在文件夹；published 指随附的图谱。 The graph's folder; published: the one Guitu brings.",
    )(command)


def cores() -> int:
    """The processors that this process may use."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(allowed or 1, MOST_WORKERS)


def timeout_option(command: _Command) -> _Command:
    """`--timeout SECONDS`."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=_TIMEOUT,
        show_default=True,
        metavar="SECONDS",
        help="最多用多少秒。 Seconds that it may take.",
    )(command)


def limit_option(command: _Command) -> _Command:
    """`--limit ROWS`."""
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        metavar="ROWS",
        help="最多列多少行；不写则全列。 Rows at most; all, if left out.",
    )(command)


def tell_cut(limit: int | None) -> None:
    """That there are more rows, to standard error, so that data stays data."""
    terminal.complain(told("cut", limit=limit))


def in_time(seconds: float) -> AbstractContextManager[None]:
    """Ends the command with one line where what is done here takes longer."""
    late = QueryError(
        "", f"it took longer than {seconds:g} seconds", "ask for less, or give it more: --timeout SECONDS"
    )
    line = told_error(late, lang())
    return within(seconds, lambda: terminal.complain(line))


def lang() -> str:
    """The language that was chosen, else that of the environment."""
    chosen = click.get_current_context().meta.get(_LANG)
    return chosen if isinstance(chosen, str) else language()


def told(name: str, /, **values: object) -> str:
    """A message in the language of this run."""
    return message(lang(), name, **values)
