"""The report as one HTML file: no script, nothing loaded from anywhere, for a screen, a phone and paper."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from guitu.exports.report.parts import by_kind, how_to_set, overview, overview_headings, place, title
from guitu.exports.speech import terminal
from guitu.exports.speech.messages import message
from guitu.graph.checks.completeness import KINDS, RECOMMENDED, REQUIRED
from guitu.graph.checks.report import DocumentReport

OPENED = 20  # gaps of one kind that are shown without a click


def render(reports: Sequence[DocumentReport], lang: str) -> str:
    """The page as one text. Words of documents are escaped, and no sign of theirs turns the line around."""
    from jinja2 import Environment  # noqa: PLC0415 - heavy, and for the page only
    from markupsafe import Markup  # noqa: PLC0415

    def told(name: str, **values: object) -> str:
        return message(lang, name, **values)

    def both(name: str) -> Markup:
        """A heading in the language, in Chinese with English beside it."""
        english = Markup(' <span lang="en">{}</span>').format(message("en", name)) if lang == "zh" else ""
        return Markup("{}{}").format(told(name), english)

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=lambda one: one if _is_safe(one) else _flat(one)
    )
    environment.globals.update(
        told=told, both=both, title=lambda one: title(one, lang), by_kind=by_kind,
        place=lambda one: place(one.path, one.start, one.end, lang), how_to_set=lambda one: how_to_set(one, lang),
        overview=lambda one: overview(one, lang)[1:], overview_headings=overview_headings(lang),
    )  # fmt: skip
    template = environment.from_string(_own("report.html"))
    return template.render(
        css=Markup(_own("report.css")),
        lang="zh-CN" if lang == "zh" else "en",
        colon="：" if lang == "zh" else ": ",
        reports=reports,
        kinds=tuple(KINDS),
        fields=(*((name, "must", "not read") for name in REQUIRED),
                *((name, "recommended", "not stated") for name in RECOMMENDED)),
        opened=OPENED,
    )  # fmt: skip


def _is_safe(one: object) -> bool:
    return hasattr(one, "__html__")


def _flat(one: object) -> object:
    return terminal.shown(one) if isinstance(one, str) else one


def _own(name: str) -> str:
    return files("guitu.exports.report").joinpath(name).read_text(encoding="utf-8")
