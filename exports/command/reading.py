"""How documents are read by build and add: from where, by whom, with which options; the same for both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from guitu.exports.command.columns import columns_option
from guitu.exports.command.engines import at_work, engine_options
from guitu.exports.command.shared import told, written
from guitu.exports.speech import terminal
from guitu.extract.errors import SourceError

if TYPE_CHECKING:
    from guitu.extract.facts import Columns
    from guitu.graph.steps.step import BuildReport

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Reading:
    """Sources and how they are read, as the options of a command say it."""

    sources: tuple[str, ...]
    workers: int
    engine: str
    scheduler: str | None
    attachments: bool
    allow_private: bool
    follow_links: bool
    columns: Columns

    def into(self, store: str, step: Callable[..., BuildReport], **others: object) -> BuildReport:
        """What `step` (of graph/build) makes of them; `others` are options of its own."""
        from guitu.extract.sources.addresses import Web  # noqa: PLC0415

        web = Web(attachments=self.attachments, allow_private=self.allow_private)
        with (
            at_work(self.engine, self.scheduler, self.workers) as done_by,
            terminal.Bar(told("reading"), told("pages")) as bar,
        ):
            return step(
                self.sources,
                written(store),
                workers=self.workers,
                engine=done_by,
                progress=bar,
                web=web,
                links=self.follow_links,
                columns=self.columns,
                **others,
            )


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options of how sources are read; the command is handed them as one `reading`."""

    @wraps(command)
    def with_reading(*, sources: tuple[str, ...], listed: tuple[str, ...], **options: Any) -> Any:
        if not (sources or listed):
            raise click.MissingParameter(param_hint="'SOURCE…'", param_type="argument")
        given = {name: options.pop(name) for name in Reading.__slots__ if name in options}
        return command(reading=Reading(sources=(*sources, *listed), **given), **options)

    decorated = with_reading
    for option in (
        engine_options,
        click.option("--attachments", is_flag=True, help="网页的附件也读。 Of a URL also the attachments of the page."),
        click.option(
            "--allow-private", is_flag=True, help="允许访问内网地址。 URLs may lead to machines of the own network."
        ),
        click.option(
            "--follow-links",
            is_flag=True,
            help="文件夹里指向外面的链接也读。 Links that lead out of a folder are followed.",
        ),
        columns_option,
        registry_option,
        click.option(
            "--list",
            "listed",
            type=click.Path(path_type=Path),
            callback=_listed,
            metavar="FILE",
            help="清单：每行一个来源，# 开头的行不算。 A list of sources, one a line; lines of # are none.",
        ),
        click.argument("sources", nargs=-1, metavar="SOURCE…"),
    ):
        decorated = option(decorated)
    return decorated


def _listed(_context: click.Context, _option: click.Parameter, path: Path | None) -> tuple[str, ...]:
    """The sources of a list; a path is taken from the folder that the list lies in."""
    if path is None:
        return ()
    from guitu.extract.encoding import decode  # noqa: PLC0415

    if not path.is_file():
        raise SourceError(str(path), "there is no such file or folder")
    lines = (line.strip() for line in decode(path.read_bytes()).text.splitlines())
    return tuple(_sources(path.parent, (line for line in lines if line and not line.startswith("#"))))


def _sources(folder: Path, lines: Iterable[str]) -> Iterable[str]:
    from guitu.extract.sources.names import is_address  # noqa: PLC0415

    return (line if is_address(line) else str(folder / line) for line in lines)


def _taught(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    """Lays the words of a folder over the registry before anything is read."""
    if value:
        from guitu.graph.steps.teaching import take  # noqa: PLC0415

        take((value,), written(context.params["store"]), only=True)


def registry_option(command: _Command) -> _Command:
    """`--registry DIR`."""
    return click.option(
        "--registry",
        type=click.Path(path_type=Path),
        callback=_taught,
        expose_value=False,
        metavar="DIR",
        help="本单位的名录，见 guitu teach。 Words of your office, see guitu teach.",
    )(command)
