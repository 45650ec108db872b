"""One HTML file that shows who owns which task: graph, lists and tables, with nothing loaded from anywhere."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from pyoxigraph import Quad

from guitu.exports.view import View

# The order of columns and of the legend; the labels come from the graph, these stand in where it has none.
ROLES: Mapping[str, tuple[str, str]] = {
    "lead": ("牵头", "lead"),
    "responsible": ("责任", "responsible"),
    "support": ("配合", "support"),
}
_DRAWN = 15  # agencies in the first picture: as many as a screen of 800 lines shows with readable names
_STEP = 52  # between two boxes of a column, in units of the drawing; a name may take two lines
_ACROSS = 400  # between the two columns
_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})

Json = dict[str, Any]


def write_page(quads: Iterable[Quad], path: Path) -> None:
    """Writes the page, in UTF-8 whatever the locale."""
    page = render(View.of(quads))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8", newline="\n")


def render(view: View) -> str:
    """The page as one text: data, scripts and styles inside, scripts allowed by their hashes alone."""
    from jinja2 import Environment  # noqa: PLC0415 - heavy, and for the page only
    from markupsafe import Markup  # noqa: PLC0415

    vis, js = _vis_network(), _own("page.js")
    data = contents(view)
    data["graph"] = _graph(data)
    template = Environment(autoescape=True).from_string(_own("page.html"))
    return template.render(
        css=Markup(_own("page.css")),
        data=Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_SCRIPT)),
        hashes=Markup(" ".join(f"'sha256-{_digest(script)}'" for script in (vis, js))),
        vis=Markup(vis),
        js=Markup(js),
    )


def contents(view: View) -> Json:
    """The stated facts that the page shows; things refer to each other by their place in the lists."""
    documents = view.members.get("gt:Document", ())
    tasks = view.members.get("gt:Task", ())
    duties = [d for d in view.members.get("gt:Responsibility", ()) if view.one(d, "gt:ofTask") in set(tasks)]
    held: dict[str, set[str]] = defaultdict(set)
    for duty in duties:
        held[view.one(duty, "gt:agency")].add(view.one(duty, "gt:ofTask"))
    agencies = sorted(held, key=lambda iri: (-len(held[iri]), view.label(iri)))
    place = {iri: i for iris in (documents, tasks, agencies) for i, iri in enumerate(iris)}
    return {
        "documents": [_document(view, iri) for iri in documents],
        "agencies": [{"name": view.label(iri), "other": view.other_names.get(iri, ())} for iri in agencies],
        "tasks": [_task(view, iri, place) for iri in tasks],
        "duties": [_duty(view, iri, place) for iri in duties],
        "gaps": [_gap(view, iri, place) for iri in view.members.get("gt:Gap", ())],
        "roles": _roles(view, duties),
    }


def _document(view: View, iri: str) -> Json:
    return {
        "title": view.one(iri, "dcterms:title"),
        "number": view.one(iri, "eli:id_local"),
        "issuer": "、".join(view.label(agency) for agency in view.many(iri, "eli:passed_by")),
        "issued": view.one(iri, "eli:date_document"),
        "level": view.label(view.one(iri, "gt:level")),
        "type": view.label(view.one(iri, "eli:type_document")),
    }


def _task(view: View, iri: str, place: Mapping[str, int]) -> Json:
    around = view.one(iri, "dcterms:isPartOf")
    return {
        "document": place[view.document[iri]],
        "title": view.one(iri, "dcterms:title"),
        "section": view.one(around, "dcterms:title") if view.one(around, "gt:depth") else "",
        "deadline": view.one(iri, "gt:deadline"),
        "parent": place.get(view.one(iri, "gt:partOfTask")),
        **_proof(view, iri),
    }


def _duty(view: View, iri: str, place: Mapping[str, int]) -> Json:
    role = view.notation(view.one(iri, "gt:role"))
    return {
        "task": place[view.one(iri, "gt:ofTask")],
        "agency": place[view.one(iri, "gt:agency")],
        "role": role if role in ROLES else "responsible",
        "written": view.one(iri, "gt:asWritten"),
        **_proof(view, iri),
    }


def _gap(view: View, iri: str, place: Mapping[str, int]) -> Json:
    return {
        "document": place.get(view.document.get(iri, ""), -1),
        "kind": view.label(view.one(iri, "gt:gapKind")),
        "reason": view.one(iri, "gt:reason"),
        **_proof(view, iri),
    }


def _proof(view: View, iri: str) -> Json:
    proof = view.proof(iri)
    return {"text": proof.text, "start": proof.start, "end": proof.end, "quote": proof.quote}


def _roles(view: View, duties: Sequence[str]) -> dict[str, dict[str, str]]:
    codes = {view.notation(code): code for duty in duties if (code := view.one(duty, "gt:role"))}
    labels = {}
    for role, (zh, en) in ROLES.items():
        code = codes.get(role, "")
        known = (code, "zh") in view.labels
        labels[role] = {"zh": view.label(code) if known else zh, "en": view.label(code, "en") if known else en}
    return labels


def _graph(data: Json) -> Json:
    """Documents and the agencies with most tasks, as pyvis holds a network, in two columns that never move."""
    from pyvis.network import Network  # noqa: PLC0415 - it brings a whole notebook with it

    weights = Counter((data["tasks"][duty["task"]]["document"], duty["agency"]) for duty in data["duties"])
    shown = range(min(_DRAWN, len(data["agencies"])))
    rows = max(len(shown), 1)
    net = Network()
    # The lists are set at once: `add_node` looks through all nodes for each new one.
    net.nodes = [
        *_column(
            "d", range(len(data["documents"])), 0, max(_STEP * rows / max(len(data["documents"]), 1), 1.6 * _STEP)
        ),
        *_column("a", shown, _ACROSS, _STEP),
    ]
    net.node_ids = [node["id"] for node in net.nodes]
    net.edges = [
        {"from": f"d{document}", "to": f"a{agency}", "tasks": count}
        for (document, agency), count in sorted(weights.items())
        if agency in shown
    ]
    return {"nodes": net.nodes, "edges": net.edges}


def _column(kind: str, rows: range, x: float, step: float) -> list[Json]:
    middle = (len(rows) - 1) / 2
    return [{"id": f"{kind}{i}", "x": x, "y": round((i - middle) * step, 1)} for i in rows]


def _vis_network() -> str:
    """The drawing library that pyvis brings, newest version, without the line that names a map of its source."""
    import pyvis  # noqa: PLC0415

    found = (Path(pyvis.__file__).parent / "lib").glob("vis-*/vis-network.min.js")
    newest = max(found, key=lambda path: [int(n) for n in path.parent.name.removeprefix("vis-").split(".")])
    text = newest.read_text(encoding="utf-8").replace("\r\n", "\n")
    for sign in ("<script", "</script", "<!--"):  # inside string literals, where \x3c says the same to JavaScript
        text = text.replace(sign, "\\x3c" + sign[1:])
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("//# sourceMappingURL"))


def _own(name: str) -> str:
    return files("guitu.exports").joinpath(name).read_text(encoding="utf-8")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
