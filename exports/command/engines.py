"""Who reads and joins for a command: processes of this machine, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from guitu.exports.command.shared import MOST_WORKERS, cores, told
from guitu.exports.speech import terminal

if TYPE_CHECKING:
    from guitu.graph.reading.workers import Workers

POOL, DASK = "pool", "dask"
_Command = TypeVar("_Command", bound=Callable[..., Any])


def engine_options(command: _Command) -> _Command:
    """`--workers`, `--engine`, `--scheduler`."""
    for option in (
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            help="Dask 调度器的地址，不写则在本机启动。 Of a Dask scheduler; without: one of this machine.",
        ),
        click.option(
            "--engine",
            type=click.Choice((POOL, DASK)),
            default=POOL,
            show_default=True,
            help="谁来读：本机进程，或 Dask 集群。 Processes of this machine, or a Dask cluster.",
        ),
        click.option(
            "--workers",
            type=click.IntRange(1, MOST_WORKERS),
            default=cores,
            show_default="全部核 all cores",
            help="并行进程数。 Processes.",
        ),
    ):
        command = option(command)
    return command


@contextmanager
def at_work(engine: str, scheduler: str | None, workers: int) -> Iterator[Workers | None]:
    """The cluster that was asked for, until the work is done; None for processes of this machine."""
    if engine == POOL:
        if scheduler:
            raise click.UsageError("--scheduler needs --engine dask")
        yield None
        return
    from guitu.graph.reading.cluster import Cluster  # noqa: PLC0415 - an extra

    with Cluster(scheduler, workers) as cluster:
        terminal.say(told("dashboard", address=cluster.dashboard))
        yield cluster
