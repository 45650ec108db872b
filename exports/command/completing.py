"""What a shell completes: names of questions, and what each can be asked with, by the graph at hand."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from guitu.exports import is_address
from guitu.exports.speech.messages import language
from guitu.extract.errors import GuituError


def question(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The names of questions that begin so, each with what it asks."""
    from guitu.graph.ask.query import questions  # noqa: PLC0415 - only where a shell asks

    shown = "zh" if not begun.isascii() else language()
    names = [(name, one) for one in questions().values() for name in (one.name, one.name_zh)]
    return [CompletionItem(name, help=one.asks[shown]) for name, one in names if name.startswith(begun)]


def argument(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """Names of agencies or documents of the graph that hold what is begun, by what the question takes there."""
    from guitu.exports.rdf.published import open_store  # noqa: PLC0415
    from guitu.graph.ask.lookups import documents_of  # noqa: PLC0415
    from guitu.graph.ask.nearest import DOCUMENTS, agencies, roles  # noqa: PLC0415
    from guitu.graph.ask.query import AGENCY, ROLE, question_named  # noqa: PLC0415

    asked = question_named(context.params.get("question") or "")
    given = context.params.get("args") or ()
    place = context.params.get("store") or "guitu-store"
    if asked is None or len(given) >= len(asked.parameters) or is_address(place):
        return []
    try:
        store = open_store(place)
    except GuituError:  # a shell that completes has nowhere to tell it
        return []
    wanted = asked.parameters[len(given)].name
    names: tuple[str, ...] = ()
    if wanted == AGENCY:
        names = agencies(store)
    elif wanted == ROLE:
        names = roles(store)
    elif wanted == "document" or (wanted in DOCUMENTS and asked.name == "diff"):
        names = tuple(one.title for one in documents_of(store))
    return [CompletionItem(name) for name in names if begun in name]
