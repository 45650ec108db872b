"""Addresses of the web that may be asked: their scheme, their form, and the machines that their names lead to."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from guitu.extract.errors import SourceError
from guitu.extract.sources.limits import LARGEST_FETCHED

Resolve = Callable[[str, int], list[str]]
"""From the name of a server and a port to its IP addresses; raises OSError where there are none."""

_PORTS = {"http": 80, "https": 443}
_KEPT = "/%:@!$&'()*+,;=~-._"  # in a path; whatever else is written in percent signs
_STRAY = re.compile("%(?![0-9A-Fa-f]{2})")  # 完成100%.docx
_LONGEST, _SHOWN = 4000, 1000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOCAL = tuple(  # what no route of the public internet leads to, beside what the library of Python knows
    ipaddress.ip_network(told) for told in ("fec0::/10", "64:ff9b:1::/48", "3fff::/20", "192.0.0.0/24")
)
_Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Address:
    """An address in its parts, all of them ASCII. `host`: IPv6 without brackets; `target`: path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def server(self) -> str:
        """The host as addresses and headers write it, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.server}{self.target}"


def parse(address: str, name: str = "") -> Address:
    """The parts of an address, without its fragment; raises SourceError for what is no plain http or https address.

    `name`: what an error names, where that is not the address alone.

    >>> str(parse("HTTP://Plans.Example:80/规划 1.html?a=“b”#c"))
    'http://plans.example/%E8%A7%84%E5%88%92%201.html?a=%E2%80%9Cb%E2%80%9D'
    """
    name = name or shown(address)
    try:
        parts = urlsplit(address.strip())
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
        if scheme not in _PORTS:
            raise SourceError(name, "it is no http or https address")
        if "@" in parts.netloc:
            raise SourceError(name, "the address holds a user name or a password", "leave it out")
        host = host if ":" in host else host.encode("idna").decode("ascii").lower()
        if ":" in host:
            ipaddress.IPv6Address(host)
        written = _quoted(parts.path or "/", _KEPT), _quoted(parts.query, _KEPT + "?")
    except (ValueError, UnicodeError):
        raise SourceError(name, "the address is malformed") from None
    if not host or len(address) > _LONGEST or not all(sign.isalnum() or sign in ".-_:%" for sign in host):
        raise SourceError(name, "the address is malformed")
    path, query = written
    path = path if path.startswith("/") else f"/{path}"
    return Address(scheme, host, port or _PORTS[scheme], f"{path}?{query}" if query else path)


def _quoted(part: str, kept: str) -> str:
    return quote(_STRAY.sub("%25", part), kept)


def shown(address: str) -> str:
    """An address as an error names it: on one line, without what is not seen, of bearable length, and no password.

    >>> shown("http://li:secret@plans.example/a")
    'http://…@plans.example/a'
    """
    scheme, mark, rest = address.partition("://")
    server, slash, way = rest.partition("/")
    server = f"…@{server.rpartition('@')[2]}" if "@" in server else server
    whole = f"{scheme}{mark}{server}{slash}{way}"
    seen = "".join(sign if sign.isprintable() else "_" for sign in whole)
    return seen if len(seen) <= _SHOWN else seen[: _SHOWN - 1] + "…"


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a server, by the system."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(frozen=True, slots=True)
class Web:
    """How addresses are fetched. `attachments`: those of a page, too; `allow_private`: machines of the own network.

    Times in seconds: to connect, of silence, and of a whole fetch with its redirects. `largest`: in bytes.
    """

    attachments: bool = False
    allow_private: bool = False
    resolve: Resolve = resolve
    connecting: float = 10
    silence: float = 30
    whole: float = 120
    largest: int = LARGEST_FETCHED


def machines(address: Address, name: str, resolver: Resolve, allow_private: bool) -> list[str]:
    """The IP addresses that may be connected to for an address, asked for once; raises SourceError where none may.

    `name`: what an error names. A private machine is one that the public internet does not reach, however its address
    is written: loopback, link-local, site-local, shared, multicast, reserved, or an IPv6 address that stands for such a
    one.
    """
    try:
        found = [(one, ipaddress.ip_address(one)) for one in resolver(address.host, address.port)]
    except (OSError, ValueError, UnicodeError):
        raise SourceError(name, f"there is no server {address.host}", "check the address and the network") from None
    reached = [one for one, ip in found if allow_private or _is_public(ip)]
    if found and not reached:
        raise SourceError(
            name, f"the address leads into a private network ({found[0][0]})", "if that is meant: --allow-private"
        )
    if not reached:
        raise SourceError(name, f"there is no server {address.host}", "check the address and the network")
    return reached


def _is_public(ip: _Ip) -> bool:
    return all(_is_routed(one) for one in _meant(ip))


def _is_routed(ip: _Ip) -> bool:
    local = ip.is_multicast or ip.is_reserved or ip.is_link_local or any(ip in network for network in _LOCAL)
    return ip.is_global and not local


def _meant(ip: _Ip) -> Iterator[_Ip]:
    """The address that is reached: of an IPv6 address that carries an IPv4 address, that one."""
    if isinstance(ip, ipaddress.IPv4Address):
        yield ip
    elif ip.ipv4_mapped is not None:
        yield ip.ipv4_mapped
    elif ip.sixtofour is not None:
        yield ip.sixtofour
    elif ip.teredo is not None:
        yield from ip.teredo
    elif ip in _NAT64:
        yield ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    else:
        yield ip
