"""One answer of a server, fetched once: plain http and https, checked machines, bounded in time and size.

The name of a server is resolved once and the connection made to the very machine that was checked, for every redirect
anew. Proxies of the environment are not used. Certificates are verified against the system's.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import zlib
from collections.abc import Iterable, Iterator
from http.client import HTTPException
from importlib import metadata
from threading import Timer
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from guitu.extract.errors import SourceError
from guitu.extract.source import Source
from guitu.extract.sources.addresses import Address, Web, machines, parse, shown
from guitu.extract.sources.limits import CHUNK, UNPACKED, Budget, told

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse

REDIRECTS = 5
_REDIRECTED = (301, 302, 303, 307, 308)
_TRIED = 3  # machines of one server
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_PACKED = ("gzip", "x-gzip", "deflate")
_ANY = "/%:@!$&'()*+,;=~-._?#[]"  # what stays as it is where an address is read from bytes


def fetch(address: str, web: Web, budget: Budget) -> Source:
    """What an address gives, after at most `REDIRECTS` redirects.

    Raises SourceError, which names the address that was asked for and the one to which it led.
    """
    name, until = shown(address), monotonic() + web.whole
    at, way = parse(address, name), name
    for _ in range(REDIRECTS + 1):
        with _Exchange(at, way, web, until) as exchange:
            following = exchange.ask()
            if following is None:
                return Source(name, exchange.body(budget), url=str(at))
        way = f"{name} → {shown(following)}"
        at = parse(following, way)
    raise SourceError(name, f"it redirects more than {REDIRECTS} times")


class _Exchange:
    """One question to one server and its answer; every failure leaves it as a SourceError."""

    def __init__(self, at: Address, name: str, web: Web, until: float) -> None:
        self._at, self._name, self._web = at, name, web
        self._connection: HTTPConnection | None = None
        self._answer: HTTPResponse | None = None
        self._socket: socket.socket | None = None
        self._late = False
        self._timer = Timer(max(0.0, until - monotonic()), self._end)
        self._timer.daemon = True

    def __enter__(self) -> _Exchange:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._answer is not None:
            self._answer.close()
        if self._connection is not None:
            self._connection.close()
        if not isinstance(error, Exception) or isinstance(error, SourceError):
            return
        from urllib3.exceptions import HTTPError  # noqa: PLC0415

        if self._late or isinstance(error, OSError | HTTPException | HTTPError | ValueError):
            raise self._failed(error) from None

    def ask(self) -> str | None:
        """The address to which the server redirects; None where its answer is here. Anything else is an error."""
        self._connect()
        if self._connection is None:
            raise ConnectionError
        told_server = {
            "Host": self._at.server,
            "User-Agent": f"guitu/{metadata.version('guitu')}",
            "Accept": "*/*",
            "Accept-Encoding": "identity",
        }
        self._connection.request(
            "GET", self._at.target, headers=told_server, preload_content=False, decode_content=False
        )
        self._answer = self._connection.getresponse()
        status, location = self._answer.status, self._answer.headers.get("Location")
        if status in _REDIRECTED and location:
            written = quote(location.encode("latin-1", "replace"), _ANY)
            try:
                return urljoin(str(self._at), written)
            except ValueError:
                return written  # which `parse` refuses
        if status != 200:
            raise SourceError(self._name, f"the server answers {status}", "check the address in a browser")
        return None

    def body(self, budget: Budget) -> bytes:
        """The bytes of the answer, unpacked where the server packed them for the way."""
        if self._answer is None:
            raise ConnectionError
        coding = (self._answer.headers.get("Content-Encoding") or "identity").strip().lower()
        chunks: Iterable[bytes] = self._answer.stream(CHUNK, decode_content=False)
        if coding in _PACKED:
            chunks = _unpacked(chunks)
        elif coding != "identity":
            raise SourceError(self._name, f"the server packs it by a method that is not read ({shown(coding)[:20]})")
        parts, size = [], 0
        for chunk in self._whole(chunks):
            size += len(chunk)
            budget.size -= len(chunk)
            if size > self._web.largest:
                raise SourceError(self._name, f"it is larger than {told(self._web.largest)}", "save it and split it")
            if budget.size < 0:
                budget.size = 0
                raise SourceError(self._name, f"all that was fetched is larger than {told(UNPACKED)}", "try it alone")
            parts.append(chunk)
        if self._late:  # a closed connection may look like the end of the answer
            raise TimeoutError
        return b"".join(parts)

    def _whole(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        try:
            yield from chunks
        except zlib.error:
            raise SourceError(self._name, "the answer of the server is damaged", "try it again later") from None

    def _connect(self) -> None:
        """Connect to the first machine that answers; each was checked, and none is looked up again."""
        failure: Exception | None = None
        for machine in machines(self._at, self._name, self._web.resolve, self._web.allow_private)[:_TRIED]:
            if self._late:
                break
            self._connection = self._at_machine(machine)
            try:
                self._connection.connect()
            except Exception as error:  # told as it is where it is the last
                failure = error
                self._connection.close()
                continue
            self._connection.timeout = self._web.silence
            self._socket = self._connection.sock  # which the connection forgets before the answer has ended
            return
        raise failure or TimeoutError()

    def _at_machine(self, machine: str) -> HTTPConnection:
        from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415 - a build of files needs none

        port, seconds = self._at.port, self._web.connecting
        if self._at.scheme == "http":
            return HTTPConnection(machine, port, timeout=seconds)
        host = self._at.host
        return HTTPSConnection(
            machine,
            port,
            timeout=seconds,
            ssl_context=ssl.create_default_context(),
            cert_reqs="CERT_REQUIRED",
            server_hostname=host,
            assert_hostname=host,
        )

    def _end(self) -> None:
        """The time is up: whoever waits for the server wakes."""
        self._late = True
        if self._socket is not None:
            with contextlib.suppress(OSError, ValueError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def _failed(self, error: BaseException) -> SourceError:
        from urllib3.exceptions import NewConnectionError  # noqa: PLC0415
        from urllib3.exceptions import TimeoutError as Silent  # noqa: PLC0415
        from urllib3.util.ssl_match_hostname import CertificateError  # noqa: PLC0415

        name = self._name
        if self._late:
            return SourceError(name, f"it took longer than {self._web.whole:g} seconds", "try it again later")
        if isinstance(error, ssl.SSLCertVerificationError | CertificateError):
            return SourceError(name, "the certificate of the server is not valid", "save the page with a browser")
        if isinstance(error, TimeoutError | Silent) and not isinstance(error, NewConnectionError):
            return SourceError(name, "the server does not answer in time", "try it again later")
        cause = error.__cause__ or error
        said = cause.strerror if isinstance(cause, OSError) else None
        return SourceError(name, f"the connection failed ({said or type(cause).__name__})", "try it again later")


def _unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of a gzip or zlib stream, at most `CHUNK` at a time, whatever its ratio; zlib.error if damaged."""
    unpacking = zlib.decompressobj(_GZIP_OR_ZLIB)
    for chunk in chunks:
        left = chunk
        while left:
            if unpacking.eof:  # one stream after another
                unpacking = zlib.decompressobj(_GZIP_OR_ZLIB)
            yield unpacking.decompress(left, CHUNK)
            left = unpacking.unconsumed_tail or unpacking.unused_data
    while not unpacking.eof and (rest := unpacking.decompress(b"", CHUNK)):
        yield rest
    if not unpacking.eof:
        raise zlib.error("cut off")
