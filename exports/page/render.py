"""The page as one text, and as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad

from guitu.exports.networks.vis import vis_network
from guitu.exports.page import embed
from guitu.exports.page.data import contents, no_text
from guitu.exports.page.engine import Asking
from guitu.exports.page.graph import Json, TextOf


def write_page(quads: Iterable[Quad], path: Path, text_of: TextOf = no_text, asking: Asking | None = None) -> None:
    """Writes the page, in UTF-8 whatever the locale. `text_of`: a reading text by its SHA-256; `asking`: SPARQL."""
    write_data(contents(quads, text_of), path, asking)


def write_data(data: Json, path: Path, asking: Asking | None = None) -> None:
    """Writes the page of its data, piece by piece: packed it is held nowhere as a whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_pieces(data, asking))


def render(quads: Iterable[Quad], text_of: TextOf = no_text, asking: Asking | None = None) -> str:
    """The page of a graph."""
    return assemble(contents(quads, text_of), asking)


def assemble(data: Json, asking: Asking | None = None) -> str:
    """The page of its data: scripts and styles inside, allowed by their hashes alone."""
    return "".join(_pieces(data, asking))


def _pieces(data: Json, asking: Asking | None) -> Iterator[str]:
    from jinja2 import Environment  # noqa: PLC0415 - heavy, and for pages only
    from markupsafe import Markup  # noqa: PLC0415

    vis, script, style = vis_network(), embed.script(), embed.style()
    run = (vis, script) if asking is None else (vis, script, asking.script)
    return (
        Environment(autoescape=True)
        .from_string(embed.template())
        .generate(
            data=embed.packed(data),
            style=Markup(style),
            vis=Markup(vis),
            script=Markup(script),
            scripts=Markup(" ".join(f"'{embed.digest(one)}'" for one in run)),
            asking=asking,
            engine=Markup(asking.script if asking else ""),
            styles=Markup(f"'{embed.digest(style)}'"),
        )
    )
