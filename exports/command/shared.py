"""What all commands share: the language, the store, one-line errors and exit codes."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from guitu.exports import RESERVED as RESERVED  # noqa: PLC0414 - the commands take it from here
from guitu.exports import is_address
from guitu.exports.command import little_memory, manner
from guitu.exports.command.helping import Context
from guitu.exports.command.settings import settings
from guitu.exports.command.stopping import INTERRUPTED, TERMINATED, Stopped, Terminated, ends_on_signals, within
from guitu.exports.speech import terminal, usage
from guitu.exports.speech.errors import told_error
from guitu.exports.speech.messages import LANGUAGES, language, message
from guitu.extract.errors import GuituError, OptionError, QueryError
from guitu.graph.keep import own
from guitu.ontology import taught

if TYPE_CHECKING:
    from guitu.graph.keep.store import Store

DONE, AT_FAULT, WRONG_USAGE = 0, 1, 2
_GONE = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)  # how a closed pipe is told
MOST_WORKERS = 64
_TIMEOUT = 60.0
_LANG = "guitu.lang"
_PRIVATE = "guitu.private"
_Command = TypeVar("_Command", bound=Callable[..., Any])


class Commands(click.Group):
    """The group of commands; every error becomes one line and an exit code.

    0 done. 1 the input is at fault: what was named is not there, cannot be read, or is not in order. 2 wrong usage:
    the command line itself is wrong, whatever there is.
    """

    context_class = Context

    def __init__(self, *args: Any, **extra: Any) -> None:
        super().__init__(*args, **extra)
        self.params += manner.options()

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Adds a command, which also takes the options of how all of them speak."""
        cmd.params += manner.options()
        cmd.context_class = Context
        super().add_command(cmd, name)

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
            own.begin()
        terminal.forgive_encodings()
        run = partial(self._run, args, prog_name or "guitu", complete_var, extra)
        sys.exit(little_memory.below(run, _short) if little_memory.is_bounded() else run())

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Reads the command line; what it asks for at once, as help, is written here."""
        with _left_to_us():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command that was named."""
        with _left_to_us():
            return super().invoke(ctx)

    def _run(self, args: Sequence[str] | None, prog_name: str, complete_var: str | None, extra: dict[str, Any]) -> int:
        spoken = _spoken(sys.argv[1:] if args is None else args)
        terminal.manner.reset()
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
            line = _told(error, spoken) if isinstance(error, click.ClickException) else told_error(error, spoken)
            terminal.complain(line)
            return WRONG_USAGE if isinstance(error, OptionError | click.ClickException) else AT_FAULT
        except (click.Abort, KeyboardInterrupt, Stopped) as error:
            terminal.complain(message(spoken, "interrupted"))
            return TERMINATED if Terminated in (type(error), type(error.__cause__)) else INTERRUPTED
        except MemoryError:
            _short()
            return AT_FAULT
        except OSError as error:
            return _failed(error)


def steps() -> ModuleType:
    """The steps that change a store: `graph.build`, which is loaded where one is taken."""
    from guitu.graph.reading.patterns import loading  # noqa: PLC0415

    with loading():
        from guitu.graph import build  # noqa: PLC0415
    return build


@contextmanager
def _left_to_us() -> Iterator[None]:
    """A signal, which click would make its own words of, is raised as `Stopped`; a closed pipe, for which it would end
    the process with 1, ends the command in peace: whoever read it has read enough (`guitu … | head`)."""
    try:
        yield
    except KeyboardInterrupt as error:
        raise Stopped from error
    except OSError as error:
        if _is_gone(error):
            _close_quietly()
            raise click.exceptions.Exit(DONE) from error
        raise


def _is_gone(error: OSError) -> bool:
    return error.errno in _GONE and not error.filename


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
    if _is_gone(error):
        _close_quietly()
        return DONE
    terminal.complain(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    return AT_FAULT


def _told(error: click.ClickException, spoken: str) -> str:
    context = getattr(error, "ctx", None)
    if isinstance(error, click.NoSuchOption) and context and _is_of_commands(error.option_name, context.command):
        return message(spoken, "option behind", option=error.option_name)
    path = context.command_path if context else "guitu"
    where = path.removeprefix("guitu").strip()
    said = " ".join(error.format_message().split()).rstrip(".")
    if spoken == "zh":
        return f"{f'{where}：' if where else ''}{usage.chinese(said)}；见 {path} --help"
    return f"{where}: {said}; {path} --help" if where else f"{said}; {path} --help"


def _is_of_commands(option: str, group: click.Command) -> bool:
    """Whether an option that stands before the name of a command belongs behind it."""
    commands = group.commands.values() if isinstance(group, click.Group) else ()
    return any(option in one.opts for command in commands for one in command.params)


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


def _on_disk(context: click.Context, option: click.Parameter, value: str) -> str:
    if is_address(value):
        raise OptionError(value, "the command takes no store at an address", "ask, query and export do")
    return _taught(context, option, value)


def _anywhere(context: click.Context, option: click.Parameter, value: str) -> str:
    return value if is_address(value) else _taught(context, option, value)


_STORE: dict[str, Any] = {
    "default": "guitu-store",
    "show_default": True,
    "envvar": "GUITU_STORE",
    "show_envvar": True,
    "is_eager": True,  # --registry lays words over it, wherever either stands
}


def store_option(command: _Command) -> _Command:
    """`--store DIR`."""
    return click.option(
        "--store",
        **_STORE,
        callback=_on_disk,
        metavar="DIR",
        help="图谱所在文件夹；published 指随附的图谱。 The graph's folder; published: the one Guitu brings.",
    )(command)


def written(store: str) -> Path:
    """The folder of a store that is changed; UsageError for the graph that Guitu brings."""
    if store == RESERVED:
        raise click.UsageError(f"--store {RESERVED} is a reserved word: a folder of that name is ./{RESERVED}")
    return Path(store)


def any_store_option(command: _Command) -> _Command:
    """`--store DIR_OR_URL`, for commands that only read; `opened` opens it."""
    command = click.option(
        "--allow-private",
        is_flag=True,
        callback=_allow,
        expose_value=False,
        help="允许端点在内网。 Let the address lead into the own network.",
    )(command)
    return click.option(
        "--store",
        **_STORE,
        callback=_anywhere,
        metavar="DIR_OR_URL",
        help="图谱所在文件夹，或 SPARQL 端点的网址；published 指随附的图谱。"
        " The graph's folder, or the address of a SPARQL endpoint; published: the one Guitu brings.",
    )(command)


def _allow(context: click.Context, _: click.Parameter, value: bool) -> None:
    context.meta[_PRIVATE] = value


def opened(store: str, *, stated: bool = False) -> Store:
    """The store of `any_store_option`."""
    from guitu.exports.rdf.published import open_store  # noqa: PLC0415

    private = bool(click.get_current_context().meta.get(_PRIVATE))
    return open_store(store, stated=stated, allow_private=private)


def typed() -> str:
    """How this command is typed where it was started: guitu, ./guitu, .venv/bin/guitu, python -m guitu.

    uv makes the command be found in this one run, not by who types next.
    """
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        return f"{Path(sys.executable).name} -m guitu"
    found = None if os.environ.get("UV") else shutil.which(started.name)
    if started.stem != "guitu" or (found and Path(found).resolve() == started.resolve()):
        return "guitu"
    with suppress(ValueError):
        started = started.absolute().relative_to(Path.cwd())
    told = str(started) if len(started.parts) > 1 else f".{os.sep}{started}"  # a console looks there only if told so
    return f'"{told}"' if " " in told else told


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
