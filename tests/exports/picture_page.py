"""The picture alone in a page: made-up plans in the page's own model, and an `app` of a few lines that shows it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyvis

from guitu.exports.page.layout import positions

PAGE = Path(__file__).resolve().parents[2] / "exports" / "page"
HOSTILE = '<img src=x onerror="alert(1)">&"</script>\u202e'

_APP = r"""
const app = {
  data: DATA, chosen: [],
  state: { focus: null, steps: 1, lang: "zh", theme: "light", open: [], whole: false, ...STATE },
  t: (key, values = {}) => (Guitu.words[key]?.[app.state.lang] ?? key)
    .replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole),
  name: (kind, index) => { const row = app.data[LISTS[kind]][index]; return row.title ?? row.name; },
  code: (kind, notation) => notation, reason: (words) => words,
  selection: () => ({
    tasks: new Set(app.data.tasks.keys()), agencies: new Set(app.data.agencies.keys()),
    documents: new Set(app.data.documents.keys()), duties: app.data.duties, suggestions: app.data.suggestions,
  }),
  focus: (kind, index) => { app.chosen.push(`${kind}:${index}`); app.change({ focus: { kind, index } }); },
  change: (patch) => { Object.assign(app.state, patch); Guitu.picture.show(); },
};
const LISTS = {
  document: "documents", section: "sections", agency: "agencies", task: "tasks",
  figure: "figures", indicator: "indicators", place: "places", topic: "topics",
};
globalThis.app = app;
Guitu.picture.mount(document.getElementById("graph"), app);
Guitu.picture.show();
"""


def plans(tasks: int = 60, agencies: int = 40, documents: int = 3) -> dict[str, Any]:
    """Plans of a made-up city: every third task has a second owner, every fifth none but a suggested one."""
    levels = ("national", "municipal", "county")
    data: dict[str, Any] = {
        "documents": [{"title": f"云州市第{i}号规划", "level": levels[i % 3]} for i in range(documents)],
        "sections": [{"title": f"第{i}章", "document": i % documents, "parent": None} for i in range(2 * documents)],
        "agencies": [{"name": f"云州市第{i}局"} for i in range(agencies)],
        "tasks": [],
        "duties": [],
        "suggestions": [],
        "alignments": [{"a": 1, "b": 2, "score": 0.91, "relation": "same"}],
        "figures": [{"title": "2033年 12万亩", "task": 1, "document": 1, "indicator": 0}],
        "indicators": [{"name": "节水灌溉面积"}],
        "places": [{"name": "青岚泵站"}, {"name": "临湖灌区"}],
        "topics": [{"name": "节水"}],
        "mentions": [
            {"document": 1, "task": 1, "place": 0, "focus": [0]},
            {"document": 2, "task": None, "place": 1, "focus": [0]},
        ],
    }
    for i in range(tasks):
        data["tasks"].append(
            {"title": f"修建第{i}座泵站", "document": i % documents, "section": i % (2 * documents), "parent": None}
        )
        if i % 5 == 4:
            data["suggestions"].append({"task": i, "agency": i % agencies, "role": "lead", "score": 0.8})
            continue
        data["duties"].append({"task": i, "agency": i * i % agencies, "role": "lead"})
        if i % 3 == 0:
            data["duties"].append({"task": i, "agency": (i + 1) % agencies, "role": "support"})
    return data


# What the page's model has beside what the picture reads, as it stands where a document says nothing of it.
_UNSAID: dict[str, dict[str, Any]] = {
    "documents": {
        "number": "", "type": "plan", "issuers": [], "issued": "", "period": "", "partOf": None, "sources": [],
        "text": None, "links": [], "proof": None,
    },
    "sections": {"number": "", "depth": 1, "proof": None},
    "agencies": {"other": [], "group": False, "place": ""},
    "tasks": {
        "number": "", "form": "heading", "deadline": "", "topics": [], "until": None, "body": None, "proof": None,
    },
    "duties": {"written": "", "proof": None},
    "suggestions": {"reason": "", "alignment": None, "duty": None},
    "alignments": {"reason": "", "proofs": []},
    "figures": {
        "kind": "target", "text": "", "value": "", "max": "", "unit": "", "normal": None, "normalUnit": "",
        "comparator": "=", "year": "", "periodicity": "", "bindingness": "", "source": "text", "proof": None,
    },
    "indicators": {"other": []},
    "places": {"other": []},
    "mentions": {"type": "", "district": None, "written": "", "proof": None},
    "topics": {"other": [], "broader": None},
    "references": {}, "incentives": {}, "gaps": {}, "texts": {},
}  # fmt: skip


def whole(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with every list and field of the page's model."""
    rows = {
        name: [{"key": f"{name}{i}", **unsaid, **row} for i, row in enumerate(data.get(name, ()))]
        for name, unsaid in _UNSAID.items()
    }
    return {**rows, "codes": {}, "characters": {"readings": {}, "simplified": {}}, "positions": positions(data)}


def page(data: Mapping[str, Any], state: Mapping[str, Any] | None = None) -> str:
    """A page that shows nothing but the picture of the data in a state."""
    placed = {**data, "positions": positions(data)}
    vis = (Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")
    parts = (
        *(PAGE / "script" / f"{name}.js" for name in ("words", "counts")),
        *sorted((PAGE / "picture").glob("*.js")),
    )
    own = "\n".join(path.read_text(encoding="utf-8") for path in parts)
    css = (PAGE / "picture" / "picture.css").read_text(encoding="utf-8")
    app = _APP.replace("DATA", json.dumps(placed, ensure_ascii=False)).replace("STATE", json.dumps(state or {}))
    scripts = (text.replace("</script", "\\x3c/script").replace("<!--", "\\x3c!--") for text in (vis, own, app))
    return (
        '<!DOCTYPE html><html lang="zh"><meta charset="utf-8"><title>图</title>'
        f"<style>body {{ margin: 0 }} #graph {{ height: 100vh }} {css}</style>"
        '<main><h1 hidden>图</h1><div id="graph"></div></main>'
        + "".join(f"<script>{text}</script>" for text in scripts)
    )
