"""A store of another maker, by the SPARQL 1.1 Graph Store HTTP Protocol: one named graph read, replaced or removed."""

from __future__ import annotations

import http.client
import netrc
import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from guitu.extract.errors import OptionError, StoreError

USER, PASSWORD = "GUITU_PUSH_USER", "GUITU_PUSH_PASSWORD"
_TRIES, _PAUSE = 4, 0.5  # seconds before the second try; twice as long before each other
_AGAIN = (429, 502, 503, 504)
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_FORMS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True)
class Login:
    """Whom a store knows."""

    user: str
    password: str = field(repr=False)


def login_for(url: str) -> Login | None:
    """Of the environment, else of the file netrc; None where neither has one. OptionError for a netrc that is wrong."""
    if user := os.environ.get(USER):
        return Login(user, os.environ.get(PASSWORD, ""))
    try:
        found = netrc.netrc().authenticators(urlsplit(url).hostname or "")
    except FileNotFoundError:
        return None
    except (netrc.NetrcParseError, OSError) as error:
        raise OptionError("netrc", f"the file cannot be read ({' '.join(str(error).split())})") from None
    return Login(found[0], found[2] or "") if found else None


class GraphStore:
    """The graphs of a store, below the address that takes `?graph=`.

    OptionError for an address that is none, that holds a password, or that would send one in the clear.
    """

    def __init__(self, url: str, login: Login | None = None, *, timeout: float = 300.0, insecure: bool = False) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.fragment:
            raise OptionError(url, "it is no http or https address")
        if parts.username or parts.password:
            shown = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
            raise OptionError(shown, "the address holds a user name or a password", f"set {USER} and {PASSWORD}")
        if login and parts.scheme == "http" and parts.hostname not in _LOOPBACK and not insecure:
            raise OptionError(url, "a password would go over the network in the clear", "use https, or: --insecure")
        self.url = url
        self._timeout = timeout
        handlers: list[urllib.request.BaseHandler] = [_NoRedirects()]
        if login:
            known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
            known.add_password(None, url, login.user, login.password)
            handlers += [urllib.request.HTTPBasicAuthHandler(known), urllib.request.HTTPDigestAuthHandler(known)]
        self._opener = urllib.request.build_opener(*handlers)

    def get(self, graph: str) -> set[str]:
        """The triples of a graph as N-Triples without their ends; none where there is no such graph."""
        answer = self._asked("GET", graph, None, {"Accept": "application/n-triples, text/turtle;q=0.9"}, missing=True)
        if answer is None:
            return set()
        media, data = answer
        try:
            form = _FORMS[media.partition(";")[0].strip().lower()]
            return {str(quad.triple) for quad in ox.parse(data, format=form, base_iri=graph)}
        except (KeyError, SyntaxError, ValueError) as error:
            raise StoreError(self.url, f"the answer of the server is no graph ({_line(error)})") from None

    def put(self, graph: str, triples: Iterable[str]) -> None:
        """Let a graph have these triples (N-Triples, without their ends) and no others."""
        data = "".join(f"{triple} .\n" for triple in triples).encode("utf-8")
        self._asked("PUT", graph, data, {"Content-Type": "text/turtle;charset=utf-8"})

    def delete(self, graph: str) -> None:
        """Remove a graph; one that is not there is none."""
        self._asked("DELETE", graph, None, {}, missing=True)

    def _asked(
        self, method: str, graph: str, data: bytes | None, headers: dict[str, str], *, missing: bool = False
    ) -> tuple[str, bytes] | None:
        sign = "&" if urlsplit(self.url).query else "?"
        address = f"{self.url}{sign}graph={quote(graph, safe='')}"
        request = urllib.request.Request(address, data, {"User-Agent": "guitu", **headers}, method=method)
        for number in range(_TRIES):
            last = number == _TRIES - 1
            try:
                with self._opener.open(request, timeout=self._timeout) as answer:
                    return answer.headers.get("Content-Type", ""), answer.read()
            except urllib.error.HTTPError as error:
                error.close()
                if missing and error.code == 404:
                    return None
                if error.code not in _AGAIN or last:
                    raise StoreError(self.url, *_refused(error.code)) from None
            except (OSError, http.client.HTTPException) as error:
                if last or isinstance(getattr(error, "reason", None), ConnectionRefusedError):
                    reason = getattr(error, "reason", error)
                    raise StoreError(self.url, f"the connection failed ({_line(reason)})") from None
            time.sleep(_PAUSE * 2**number)
        raise AssertionError


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """What is sent goes where it was meant to, and nowhere else."""

    def redirect_request(self, *args: object) -> None:
        return None


def _refused(status: int) -> tuple[str, str]:
    remedy = ""
    if status in (401, 403):
        remedy = f"set {USER} and {PASSWORD}, or write netrc"
    elif status in (404, 405, 501):
        remedy = "give the address of its Graph Store Protocol: /store, /rdf-graph-store, /sparql-graph-crud-auth"
    return f"the server answers {status}", remedy


def _line(error: object) -> str:
    return " ".join(str(error).split())[:200]
