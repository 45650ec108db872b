"""The network of owners through pyvis: a page that opens by double click, or a cell of a notebook.

>>> network = owners(edges_of(store))                   # doctest: +SKIP
>>> to_pyvis(around(network, agency="市水利局"))         # doctest: +SKIP
<class 'pyvis.network.Network'> |N|=12 |E|=18

What Guitu adds to pyvis: the colours, dashes and widths of roles, tooltips with the quotes as text, places computed
beforehand, a page without a network (pyvis' own template asks a CDN for its style), and a line that tells what was
left out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import networkx as nx
from pyoxigraph import Quad

from guitu.exports.networks.owners import around, most_linked, owners
from guitu.exports.networks.places import places
from guitu.exports.networks.vis import pyvis_network, vis_network
from guitu.exports.rdf.formats import serialize
from guitu.graph.ask.network import edges_of
from guitu.graph.ask.query import Language, language
from guitu.graph.corrections.in_force import in_force
from guitu.graph.keep.store import Store

if TYPE_CHECKING:  # pyvis brings a whole notebook with it
    from pyvis.network import Network

MOST: Final = 500
"""Nodes that vis-network moves smoothly and a reader still tells apart."""

_FONT: Final = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"
_SHAPES: Final = {
    "agency": "ellipse",
    "group": "ellipse",
    "task": "box",
    "document": "box",
    "place": "hexagon",
    "topic": "diamond",
}
_GROUPS: Final[Mapping[str, Mapping[str, Any]]] = {
    "agency": {"color": {"background": "#dff1ec", "border": "#1b7a64"}},
    "group": {"color": {"background": "#f3f1ec", "border": "#7c7668"}, "shapeProperties": {"borderDashes": [4, 3]}},
    "task": {"color": {"background": "#ffffff", "border": "#8a94a0"}},
    "document": {"color": {"background": "#e3ecf8", "border": "#2b5c9e"}, "borderWidth": 2},
    "place": {"size": 12, "color": {"background": "#eaf3d8", "border": "#5f7d1e"}},
    "topic": {"size": 12, "color": {"background": "#f1e7f6", "border": "#84519d"}},
}
_EDGES: Final[Mapping[str, Mapping[str, Any]]] = {
    "lead": {"color": "#17548a", "width": 4, "dashes": False},
    "responsible": {"color": "#1c6b59", "width": 2, "dashes": False},
    "support": {"color": "#5d6772", "width": 2, "dashes": [8, 5]},
    "part": {"color": "#9aa4ae", "width": 1, "dashes": False},
    "place": {"color": "#5f7d1e", "width": 1, "dashes": [2, 4]},
    "topic": {"color": "#84519d", "width": 1, "dashes": [2, 4]},
}
_SUGGESTED: Final[Mapping[str, Any]] = {"color": "#9063b0", "width": 2, "dashes": [2, 4]}
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("谁负责哪项任务", "Who owns which task"),
    "agency": ("单位", "agency"), "group": ("一组单位", "group of agencies"), "task": ("任务", "task"),
    "document": ("文件", "document"), "place": ("地点", "place"), "topic": ("领域", "topic"),
    "lead": ("牵头", "lead"), "responsible": ("责任", "responsible"), "support": ("配合", "support"),
    "part": ("属于", "part of"), "suggested": ("建议（非文件所写）", "suggested, not stated"),
    "score": ("可信度 {n}%", "score {n}%"),
    "all": ("全部 {n} 个结点", "all {n} nodes"),
    "left": ("共 {all} 个结点，画出 {n} 个；未画出：{kinds}。用 --agency、--document、--topic 缩小范围。",
             "{n} of {all} nodes are drawn; left out: {kinds}. Narrow it by --agency, --document, --topic."),
    "hint": ("拖动、滚轮缩放；指向结点或连线看原文", "Drag, scroll to zoom; point at a node or line for its words"),
}  # fmt: skip
_NAMED: Final = ("agency", "group", "document")  # whose names are read in a large picture, too
_LONG: Final = 16  # signs of a label; the tooltip has all of them


def to_pyvis(
    network: nx.MultiDiGraph[Any], *, most: int = MOST, lang: Language = "zh", notebook: bool = False
) -> Network:
    """A network of owners as pyvis has it, at most `most` nodes: colours by kind, lines by role, quotes as tooltips.

    `notebook`: for a cell of Jupyter, where `show` gives a frame. Its `generate_html` makes a page without a network.
    """
    shown = most_linked(network, most)
    # directed, since of two lines between the same things pyvis would drop one
    picture = pyvis_network()("100vh", "100%", directed=True, notebook=notebook, cdn_resources="in_line")
    at, drawn, letters = places(shown), Counter[tuple[str, str]](), _letters(len(shown))
    for iri, data in shown.nodes(data=True):
        (x, y), kind = at[iri], data["kind"]
        told = f"{_word(kind, lang)}：{data['label']}"
        large = {"font": {"size": letters}} if kind in _NAMED else {}
        picture.add_node(
            iri, _short(data["label"]), _SHAPES[kind], title=told, group=kind, x=x, y=y, physics=False, **large
        )
    for source, target, data in shown.edges(data=True):
        look = _EDGES[data["manner"]] if data["ground"] == "stated" else _SUGGESTED
        beside = drawn[source, target]  # lines between the same two lie beside each other
        drawn[source, target] += 1
        bent = {"smooth": {"type": "curvedCW", "roundness": 0.15 * beside}} if beside else {}
        picture.add_edge(source, target, title=_said(data, lang), arrows="", **look, **bent)
    picture.set_options(_OPTIONS)
    _dress(picture, left(network, shown, lang), lang, {data["kind"] for _, data in shown.nodes(data=True)})
    return picture


_OPTIONS: Final = json.dumps(
    {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "interaction": {"hover": True, "tooltipDelay": 120, "keyboard": {"enabled": True, "bindToWindow": False}},
        "nodes": {"font": {"size": 14, "face": _FONT}, "margin": 8},
        "edges": {"smooth": {"enabled": True, "type": "continuous", "roundness": 0.3}, "selectionWidth": 2},
        "groups": _GROUPS,
    }
)


def _dress(picture: Network, note: str, lang: Language, kinds: Collection[str]) -> None:
    """The page of our own around pyvis' data: its template is found, and filled, by pyvis itself."""
    picture.set_template_dir(str(files("guitu.exports.networks")), "pyvis.html")
    looks = {**_EDGES, "suggested": _SUGGESTED}
    legend = [
        (_word(name, lang), look)
        for name, look in looks.items()
        if name in ("lead", "responsible", "support", "suggested")
    ]
    picture.templateEnv.globals.update(
        lang="zh-CN" if lang == "zh" else "en",
        title=_word("title", lang),
        hint=_word("hint", lang),
        note=note,
        kinds=[(_word(kind, lang), shape, _GROUPS[kind]) for kind, shape in _SHAPES.items() if kind in kinds],
        legend=legend,
        vis=vis_network(),
    )


def left(network: nx.MultiDiGraph[Any], shown: nx.MultiDiGraph[Any], lang: Language = "zh") -> str:
    """What a picture leaves out of a network, in words: 共 812 个结点，画出 500 个；未画出：任务 290、单位 22。"""
    gone = Counter(str(data["kind"]) for iri, data in network.nodes(data=True) if iri not in shown)
    if not gone:
        return _word("all", lang, n=len(network))
    between, kinds = ("、" if lang == "zh" else ", "), [f"{_word(kind, lang)} {n}" for kind, n in sorted(gone.items())]
    return _word("left", lang, all=len(network), n=len(shown), kinds=between.join(kinds))


def _letters(nodes: int) -> int:
    """Size of the letters of agencies and documents: in a picture of many nodes, all of it in a window."""
    return round(14 * min(max(nodes / 60, 1), 3))


def _short(label: str) -> str:
    return label if len(label) <= _LONG else f"{label[: _LONG - 1]}…"


def _said(data: Mapping[str, Any], lang: Language) -> str:
    """The tooltip of a line: plain text, which vis-network never takes for markup."""
    head = _word(data["manner"], lang)
    if data["ground"] != "stated":
        head = f"{_word('suggested', lang)} {head} {_word('score', lang, n=round(100 * (data['score'] or 0)))}"
    return "\n".join((head, *(f"“{quote}”" for quote in data["quotes"])))


def _word(name: str, lang: Language, **values: object) -> str:
    return _WORDS[name][lang == "en"].format(**values)


def write_pyvis(  # noqa: PLR0913 - the options of the command
    quads: Iterable[Quad],
    path: Path,
    lang: str = "zh",
    *,
    agency: str = "",
    document: str = "",
    topic: str = "",
    depth: int = 1,
    most: int = MOST,
) -> str:
    """Writes the picture of owners as one file in UTF-8; gives the line that tells what it leaves out.

    QueryError where no thing has a name that is asked for, OptionError where there is no such language.
    """
    chosen = language(lang)
    store = Store.memory([serialize(in_force(quads), "nquads")])
    network = around(owners(edges_of(store, chosen)), agency=agency, document=document, topic=topic, depth=depth)
    picture = to_pyvis(network, most=most, lang=chosen)
    page = picture.generate_html(path.name if path.suffix == ".html" else "index.html")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8", newline="\n")
    return left(network, most_linked(network, most), chosen)
