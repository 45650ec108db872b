"""Answers of the service as responses: data in a form, a page, and every error as one line with its status."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

import anyio
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse

from guitu.exports.service.asking import Busy, Refused, Written
from guitu.exports.service.negotiate import Form
from guitu.exports.service.protocol import BadRequest
from guitu.exports.speech.errors import chinese, told_error
from guitu.extract.errors import GuituError, StoreError
from guitu.graph.ask.query import Language
from guitu.graph.keep.bounded import OutOfBounds

if TYPE_CHECKING:
    from jinja2 import Environment

_BODY_SECONDS = 10.0
_AT_ONCE = 1_000_000  # bytes that are sent in one piece


class TooLarge(Exception):
    """A body of a request that is longer than the service takes, or comes too slowly (`slow`)."""

    def __init__(self, slow: bool = False) -> None:
        super().__init__(slow)
        self.slow = slow


class NotAcceptable(Exception):
    """None of the forms that the answer has is wanted; `offered`: their media types."""

    def __init__(self, offered: tuple[Form, ...]) -> None:
        super().__init__(offered)
        self.offered = offered


def language(request: Request) -> Language:
    """The language of a reader: `?lang=`, else what the browser prefers, else Chinese."""
    asked = request.query_params.get("lang", "")
    told = asked or request.headers.get("accept-language", "")
    return "en" if told.strip().lower().startswith("en") else "zh"


def site_of(request: Request) -> str:
    """The address of the service as its reader sees it, with / at its end."""
    public: str = request.app.state.options.public
    return public.rstrip("/") + "/" if public else str(request.base_url)


async def body_of(request: Request, most: int) -> bytes:
    """The body, as far as it is allowed to go."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise TooLarge
    parts, size = [], 0
    try:
        with anyio.fail_after(_BODY_SECONDS):
            async for part in request.stream():
                size += len(part)
                if size > most:
                    raise TooLarge
                parts.append(part)
    except TimeoutError:
        raise TooLarge(slow=True) from None
    return b"".join(parts)


def written(request: Request, answer: Written, form: Form) -> Response:
    """An answer in a standard form; nothing but that where its reader has it already (If-None-Match)."""
    headers = {"vary": "Accept", "guitu-generation": str(answer.number)}
    if answer.tag:
        headers |= {"etag": f'"{answer.tag}"', "cache-control": "no-cache"}
        known = request.headers.get("if-none-match", "") if request.method in ("GET", "HEAD") else ""
        if known == "*" or answer.tag in known:
            answer.file.close()
            return Response(status_code=304, headers=headers)
    headers["content-length"] = str(answer.size)
    if answer.size <= _AT_ONCE:
        return Response(b"".join(answer.pieces()), media_type=form.content_type, headers=headers)
    return StreamingResponse(answer.pieces(), media_type=form.content_type, headers=headers)


def page(name: str, request: Request, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of `site/`; what it shows is escaped."""
    root = request.scope.get("root_path", "")
    text = _pages().get_template(name).render(lang=language(request), root=root, **values)
    return HTMLResponse(text, status, headers={"vary": "Accept, Accept-Language"})


def failed(request: Request, error: Exception) -> Response:
    """An error as one line of plain text, with the status that the protocol has for it."""
    status, headers, line = _told(error)
    if isinstance(line, GuituError):
        said = told_error(line, language(request))
    else:
        said = chinese(line) if language(request) == "zh" else line
    return PlainTextResponse(f"{said}\n", status, headers)


def _told(error: Exception) -> tuple[int, Mapping[str, str], str | GuituError]:
    status, wait, said = 400, "", _SAID.get(type(error), "")
    match error:
        case BadRequest():
            status, said = error.status, error.reason
        case TooLarge():
            status, said = (408, "the request comes too slowly") if error.slow else (413, "the request is too long")
        case NotAcceptable():
            status, said = 406, "the answer can be had as: " + ", ".join(form.media for form in error.offered)
        case Refused():
            status = 403
            said = f"the answer has more than {error.most} rows" if error.most else "the answer is too long"
            said += ": ask for less by LIMIT, or a page at a time by ORDER BY and OFFSET"
        case Busy():
            status, wait = 503, "5"
        case OutOfBounds() | StoreError():
            status, wait = 503, "30"
    headers = {"retry-after": wait} if wait else {}
    return status, headers, said or cast(GuituError, error)


_SAID: Mapping[type, str] = {
    Busy: "too many questions are asked at once: ask again in a moment",
    StoreError: "the store cannot be asked now",  # and not where it lies
}


@cache
def _pages() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - heavy, and for pages only

    made = Environment(autoescape=True, loader=FunctionLoader(site), undefined=StrictUndefined)
    made.filters["local"] = lambda iri: iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
    return made


@cache
def site(name: str) -> str:
    """A file of the folder `site`, or of the scripts that the workbench has as well."""
    place = files("guitu.exports.service").joinpath("site", name)
    if not place.is_file():
        place = files("guitu.exports.page").joinpath("script", name)
    return place.read_text(encoding="utf-8")
