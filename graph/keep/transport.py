"""Requests to a store of another maker over HTTP: logins, patience with a busy one, and where none may lead."""

from __future__ import annotations

import http.client
import netrc
import os
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pyoxigraph as ox

from guitu.extract.errors import OptionError, SourceError, StoreError
from guitu.extract.sources.addresses import Address, machines, resolve, shown

PUSH = ("GUITU_PUSH_USER", "GUITU_PUSH_PASSWORD")
STORE = ("GUITU_STORE_USER", "GUITU_STORE_PASSWORD")
"""The variables of the environment that hold a login: of a store that is written to, and of one that is asked."""
TRIPLES = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
"""The media types in which a server may send triples."""
_TRIES, _PAUSE = 4, 0.5  # seconds before the second try; twice as long before each other
_AGAIN = (429, 502, 503, 504)
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_REASON = 200  # characters of what a server says


@dataclass(frozen=True, slots=True)
class Login:
    """Whom a store knows."""

    user: str
    password: str = field(repr=False)


class Refused(StoreError):
    """A request that the server answers with an error. `status`: its number; `said`: the beginning of its words."""

    def __init__(self, url: str, status: int, said: str, remedy: str = "") -> None:
        super().__init__(url, f"the server answers {status}", remedy)
        self.status = status
        self.said = said


def login_for(url: str, names: tuple[str, str] = PUSH) -> Login | None:
    """Of the environment, else of the file netrc; None where neither has one. OptionError for a netrc that is wrong."""
    user, password = names
    if known := os.environ.get(user):
        return Login(known, os.environ.get(password, ""))
    try:
        found = netrc.netrc().authenticators(urlsplit(url).hostname or "")
    except FileNotFoundError:
        return None
    except (netrc.NetrcParseError, OSError) as error:
        raise OptionError("netrc", f"the file cannot be read ({' '.join(str(error).split())})") from None
    return Login(found[0], found[2] or "") if found else None


class Transport:
    """What is asked of one server. Redirects are not followed: what is sent goes where it was meant to.

    `names`: the variables of its login. `only_public`: a machine of the own network is refused, but for this one
    itself where the address names it. `timeout`: seconds of silence. OptionError for an address that is none, that
    holds a password, or that would send one in the clear (`insecure` lets it).
    """

    def __init__(  # noqa: PLR0913 - each is told by whoever makes one
        self,
        url: str,
        login: Login | None = None,
        *,
        names: tuple[str, str] = PUSH,
        timeout: float = 300.0,
        insecure: bool = False,
        only_public: bool = False,
    ) -> None:
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError:
            raise OptionError(shown(url), "the address is malformed") from None
        if parts.scheme not in ("http", "https") or not host or parts.fragment:
            raise OptionError(url, "it is no http or https address")
        if parts.username or parts.password:
            bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
            raise OptionError(bare, "the address holds a user name or a password", f"set {names[0]} and {names[1]}")
        if login and parts.scheme == "http" and host not in _LOOPBACK and not insecure:
            raise OptionError(url, "a password would go over the network in the clear", "use https, or: --insecure")
        self.url = url
        self.timeout = timeout
        self._names = names
        handlers: list[urllib.request.BaseHandler] = [_NoRedirects()]
        if only_public:
            at = Address(parts.scheme, host, port or (443 if parts.scheme == "https" else 80), "/")
            handlers += [urllib.request.ProxyHandler({}), _Http(at, url), _Https(at, url)]
        if login:
            known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
            known.add_password(None, url, login.user, login.password)
            handlers += [urllib.request.HTTPBasicAuthHandler(known), urllib.request.HTTPDigestAuthHandler(known)]
        self._opener = urllib.request.build_opener(*handlers)

    def opened(
        self, method: str, url: str, data: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> http.client.HTTPResponse:
        """The answer, its body not yet read. `Refused` where the server says no; StoreError where there is none."""
        request = urllib.request.Request(url, data, {"User-Agent": "guitu", **(headers or {})}, method=method)
        for number in range(_TRIES):
            last = number == _TRIES - 1
            try:
                answer: http.client.HTTPResponse = self._opener.open(request, timeout=self.timeout)
                return answer
            except urllib.error.HTTPError as error:
                with error:
                    if error.code not in _AGAIN or last:
                        raise Refused(self.url, error.code, _said(error), self._remedy(error.code)) from None
            except SourceError as error:  # of `machines`
                raise StoreError(self.url, error.reason, error.remedy) from None
            except (OSError, http.client.HTTPException) as error:
                reason = getattr(error, "reason", error)
                if isinstance(reason, SourceError):
                    raise StoreError(self.url, reason.reason, reason.remedy) from None
                if last or isinstance(reason, ConnectionRefusedError | TimeoutError):
                    raise StoreError(self.url, f"the connection failed ({line(reason)})") from None
            time.sleep(_PAUSE * 2**number)
        raise AssertionError

    def asked(
        self, method: str, url: str, data: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[str, bytes]:
        """The type of the answer and its body. Errors as of `opened`."""
        for number in range(_TRIES):
            try:
                with self.opened(method, url, data, headers) as answer:
                    return answer.headers.get("Content-Type", ""), answer.read()
            except (OSError, http.client.HTTPException) as error:  # in the midst of its body
                if number == _TRIES - 1:
                    raise StoreError(self.url, f"the connection failed ({line(error)})") from None
            time.sleep(_PAUSE * 2**number)
        raise AssertionError

    def _remedy(self, status: int) -> str:
        return f"set {self._names[0]} and {self._names[1]}, or write netrc" if status in (401, 403) else ""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


class _Http(urllib.request.HTTPHandler):
    """Connects to the machines that were checked, and looks none of them up again."""

    def __init__(self, at: Address, url: str) -> None:
        super().__init__()
        self._at, self._url = at, url

    def http_open(self, request: urllib.request.Request) -> Any:
        return self.do_open(_checked(http.client.HTTPConnection, self._at, self._url), request)


class _Https(urllib.request.HTTPSHandler):
    """As `_Http`."""

    def __init__(self, at: Address, url: str) -> None:
        super().__init__()
        self._at, self._url = at, url

    def https_open(self, request: urllib.request.Request) -> Any:
        return self.do_open(_checked(http.client.HTTPSConnection, self._at, self._url), request)


def _checked(kind: type[http.client.HTTPConnection], at: Address, url: str) -> Any:
    def make(host: str, **options: Any) -> http.client.HTTPConnection:
        connection = kind(host, **options)
        connection._create_connection = connect  # type: ignore[attr-defined]
        return connection

    def connect(_: object, timeout: float, source: Any = None) -> socket.socket:
        failure: OSError = ConnectionError("no machine answers")
        for machine in machines(at, url, resolve, at.host in _LOOPBACK):
            try:
                return socket.create_connection((machine, at.port), timeout, source)
            except OSError as error:
                failure = error
        raise failure

    return make


def _said(error: urllib.error.HTTPError) -> str:
    try:
        return line(error.read(4 * _REASON).decode("utf-8", "replace"))
    except (OSError, http.client.HTTPException):
        return ""


def line(error: object) -> str:
    """What an error says, on one line of bearable length."""
    return " ".join(str(error).split())[:_REASON]
