"""What stands before every answer: known hosts, headers that keep a browser from harm, who may read from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
OWN_POLICY = "frame-ancestors 'none'; base-uri 'none'"
"""Of a page that brings a stricter one of its own, by the hashes of its scripts."""
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_LONGEST = 64_000  # bytes of an address; a longer query is posted
_ALLOWED = ("accept", "accept-language", "content-type")


class Shields:
    """Wraps the service. `hosts`: names that it answers to, without ports, `*` for any; a page of another site that
    had its name point here gets nothing. `origins`: sites whose pages may read, `*` for any; none unless asked for.
    `root`: the path that a proxy has put before all addresses, whether it takes it off again or not.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str], origins: Sequence[str], root: str = "") -> None:
        self._app = app
        self._root = root
        self._hosts = frozenset(host.lower() for host in hosts)
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An application of ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = {**scope, "root_path": self._root}
        headers = Headers(scope=scope)
        shared = self._shared(headers.get("origin", ""))

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                out.update(_ALWAYS)
                out.setdefault("content-security-policy", POLICY)
                out["cross-origin-resource-policy"] = "cross-origin" if shared else "same-origin"
                for name, value in shared.items():
                    out[name] = value
                if self._origins:
                    out.add_vary_header("Origin")
            await send(message)

        if not self._is_known(headers.get("host", "")):
            answer = PlainTextResponse("This service does not answer to that name.\n", 421)
            await answer(scope, receive, guarded)
        elif len(scope.get("raw_path") or b"") + len(scope["query_string"]) > _LONGEST:
            await PlainTextResponse("The address is too long.\n", 414)(scope, receive, guarded)
        elif scope["method"] == "OPTIONS":
            told = {"allow": "GET, HEAD, POST, OPTIONS", "access-control-max-age": "600"} if shared else {}
            await PlainTextResponse("", 204, told)(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)

    def _is_known(self, host: str) -> bool:
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
        return "*" in self._hosts or name.lower() in self._hosts

    def _shared(self, origin: str) -> dict[str, str]:
        if not origin or not self._origins & {"*", origin}:
            return {}
        return {
            "access-control-allow-origin": "*" if "*" in self._origins else origin,
            "access-control-allow-methods": "GET, HEAD, POST",
            "access-control-allow-headers": ", ".join(_ALLOWED),
            "access-control-expose-headers": "guitu-generation, link, retry-after",
        }
