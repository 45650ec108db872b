"""Running the service: the socket, the server, its patience with slow clients, and its end."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Iterator
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from guitu.exports.service.app import application
from guitu.exports.service.asking import Options
from guitu.extract.errors import OptionError
from guitu.graph.keep import folder as layout
from guitu.graph.keep.bounded import Place

HEAD_SECONDS = 10.0
"""In which the head of a request has to come."""
_GRACE = 10  # seconds in which questions that are being answered may end
_CONNECTIONS = 1_000


class Patient(H11Protocol):
    """HTTP that waits for the head of a request no longer than `HEAD_SECONDS`, then closes the connection."""

    _waits: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has come."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Some of a request has come."""
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._wait()
        else:
            self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._waits is None:
            self._waits = self.loop.call_later(HEAD_SECONDS, self._late)

    def _stop(self) -> None:
        if self._waits is not None:
            self._waits.cancel()
            self._waits = None

    def _late(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()


def listening(host: str, port: int) -> socket.socket:
    """The socket at an address; OptionError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=256)
    except (OSError, OverflowError) as error:
        reason = layout.reason(error)
        raise OptionError(f"{host}:{port}", f"nothing can listen there ({reason})", "choose another: --port") from None


def serve(place: Place, options: Options, at: socket.socket, ready: Callable[[], None]) -> None:
    """Answer until SIGINT or SIGTERM; what is being answered then may end. `ready` is called before the first answer.

    StoreError at once where there is no graph.
    """
    config = uvicorn.Config(
        application(place, options),
        http=Patient,
        lifespan="on",
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=_GRACE,
        h11_max_incomplete_event_size=65_536,
    )
    ready()
    with _own_signals(), contextlib.suppress(KeyboardInterrupt), at:
        uvicorn.Server(config).run(sockets=[at])


@contextlib.contextmanager
def _own_signals() -> Iterator[None]:
    """The server hears signals itself; who else waits for them (a command that ends at once) does not."""
    try:
        before: Any = signal.set_wakeup_fd(-1)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.set_wakeup_fd(before, warn_on_full_buffer=False)
