"""The page of the ontology: each term of `guitu.ttl`, with an example of the samples and the questions that use it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox

from guitu.graph.ask.query import GROUPS, questions
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from guitu.ontology.standards import VOCABULARIES

_RDFS, _OWL, _SKOS = (VOCABULARIES[prefix] for prefix in ("rdfs", "owl", "skos"))
_TYPE = VOCABULARIES["rdf"] + "type"
_KINDS = (
    ("类 Classes", (_OWL + "Class",)),
    ("属性 Properties", (_OWL + "ObjectProperty", _OWL + "DatatypeProperty")),
)
_LONGEST = 60  # characters of a value that an example shows
_MOST, _FIRST = 6, "owners"  # questions that a term names
DIAGRAM = "vocabulary.svg"

# Where the boxes of the diagram stand, in columns and rows; its arrows are the properties between them
_PLACES = {
    "Reference": (0, 0), "Document": (1, 0), "PlaceMention": (2, 0), "Place": (3, 0),
    "Section": (0, 1), "Task": (1, 1), "Alignment": (2, 1), "Suggestion": (3, 1),
    "Responsibility": (0, 2), "Incentive": (1, 2), "Figure": (2, 2), "Indicator": (3, 2),
    "Agency": (0, 3), "AgencyGroup": (1, 3), "Target": (2, 3), "Observation": (3, 3),
}  # fmt: skip
_ARROWS = (
    ("gt:inDocument", "Reference", "Document"), ("gt:inDocument", "PlaceMention", "Document"),
    ("gt:place", "PlaceMention", "Place"), ("dcterms:isPartOf", "Section", "Document"),
    ("gt:inDocument", "Task", "Document"), ("gt:subjectTask", "Alignment", "Task"),
    ("gt:because", "Suggestion", "Alignment"), ("gt:ofTask", "Responsibility", "Task"),
    ("gt:agency", "Responsibility", "Agency"), ("gt:agency", "Responsibility", "AgencyGroup"),
    ("gt:ofTask", "Incentive", "Task"), ("gt:ofTask", "Figure", "Task"), ("gt:indicator", "Figure", "Indicator"),
    ("⊑", "Target", "Figure"), ("⊑", "Observation", "Figure"),
)  # fmt: skip
_WIDTH, _HEIGHT, _BOX, _TALL = 275, 110, 165, 44
_EVERY = "每条事实 every fact: gt:evidence → nif:RFC5147String (nif:anchorOf “原文 quote”)"


@dataclass(frozen=True)
class Page:
    """The ontology and a graph of the samples, to take examples from."""

    ontology: ox.Store
    samples: Store

    @classmethod
    def read(cls) -> Page:
        """Reads the ontology that is installed, and the samples."""
        words = ox.Store()
        words.load((files("guitu.ontology") / "guitu.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
        with tempfile.TemporaryDirectory() as aside:
            build([Path(str(files("guitu.extract"))) / "samples"], Path(aside) / "store")
            return cls(words, Store.memory(Store.open(Path(aside) / "store").quads()))

    def text(self) -> str:
        """The page in Markdown."""
        version = next(self._said(VOCABULARIES["gt"].rstrip("#"), _OWL + "versionInfo"), "")
        parts = [
            "# 词汇表 Terms\n",
            f"由本体 `guitu.ttl`（{version}）生成：`https://w3id.org/guitu/ns#`，前缀 `gt:`。样例取自示例规划。"
            f"[怎样查询](../vocabulary.md)  \nMade from the ontology `guitu.ttl` ({version}). "
            "Examples are of the sample plans. [How to query](../vocabulary.md)\n",
            f"![类与主要属性 The classes and what joins them]({DIAGRAM})\n",
        ]
        for title, kinds in _KINDS:
            parts.append(f"## {title}\n")
            for term in sorted(set(self._terms(kinds)), key=str.casefold):
                parts.append("  \n".join(self._term(term, is_class=kinds == _KINDS[0][1])) + "\n")
        return "\n".join(parts)

    def diagram(self) -> str:
        """One picture of the classes, as SVG: boxes with both names, arrows with the property."""
        across, down = max(x for x, _ in _PLACES.values()) + 1, max(y for _, y in _PLACES.values()) + 1
        width, height = across * _WIDTH, down * _HEIGHT + 20
        drawn = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">',
            '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
            '<path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>',
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
        ]
        drawn += [_arrow(*arrow) for arrow in _ARROWS]
        for name, (x, y) in _PLACES.items():
            zh, en = (self._label(VOCABULARIES["gt"] + name, lang) for lang in ("zh", "en"))
            drawn.append(_box(x, y, f"gt:{name}", f"{zh} {en}"))
        drawn.append(f'<text x="{width // 2}" y="{height - 14}" text-anchor="middle" font-size="13">{_EVERY}</text>')
        return "\n".join((*drawn, "</svg>\n"))

    def _terms(self, kinds: Sequence[str]) -> Iterator[str]:
        for kind in kinds:
            for quad in self.ontology.quads_for_pattern(None, ox.NamedNode(_TYPE), ox.NamedNode(kind)):
                if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(VOCABULARIES["gt"]):
                    yield quad.subject.value

    def _term(self, iri: str, *, is_class: bool) -> Iterator[str]:
        yield f"### {_short(iri)}\n\n**{self._label(iri, 'zh')} · {self._label(iri, 'en')}**"
        for lang in ("zh", "en"):
            yield from self._said(iri, _SKOS + "definition", lang)
        around = [
            f"{sign} {'、'.join(f'`{_short(one)}`' for one in sorted(values))}"
            for sign, name in (("⊑", "subClassOf"), ("⊑", "subPropertyOf"), ("主体 of", "domain"), ("值 is", "range"))
            if (values := list(self._said(iri, _RDFS + name)))
        ]
        if around:
            yield "；".join(around)
        example = self._member(iri) if is_class else self._use(iri)
        yield f"例 Example: {example}" if example else "例 Example: 示例规划里没有 none in the samples"
        used = [
            f"[{one.name_zh} {one.name}](questions.md#{one.name_zh}--{one.name})"
            for one in sorted(
                questions().values(), key=lambda one: (GROUPS.index(one.group), one.name != _FIRST, one.name)
            )
            if _uses(one.sparql, iri)
        ]
        if used:
            yield f"问题 Questions: {'、'.join(used[:_MOST])}{'…' if len(used) > _MOST else ''}"

    def _said(self, iri: str, name: str, lang: str = "") -> Iterator[str]:
        for quad in self.ontology.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(name), None):
            if isinstance(quad.object, ox.NamedNode) or (
                isinstance(quad.object, ox.Literal) and (not lang or quad.object.language == lang)
            ):
                yield quad.object.value

    def _label(self, iri: str, lang: str) -> str:
        return next(self._said(iri, _RDFS + "label", lang), "")

    def _member(self, iri: str) -> str:
        """A thing of the class by its name, or by its title, quote or IRI."""
        rows = self.samples.query(
            f"SELECT ?x (COUNT(?y) AS ?n) {{ ?x a/<{_RDFS}subClassOf>* <{iri}> . ?y a/<{_RDFS}subClassOf>* <{iri}> }} "
            "GROUP BY ?x ORDER BY STRLEN(STR(?x)) ?x LIMIT 1"
        ).rows
        return "" if not rows else f"{self._named(rows[0][0] or '')}，共 of {rows[0][1]}"

    def _use(self, iri: str) -> str:
        """A triple of the property, the one with the shortest value."""
        rows = self.samples.query(
            f"SELECT ?s ?o {{ ?s <{iri}> ?o FILTER(STRSTARTS(STR(?s), '{self.samples.base}')) }} "
            "ORDER BY STRLEN(STR(?o)) STR(?o) STR(?s) LIMIT 1"
        ).rows
        if not rows:
            return ""
        subject, value = (cell or "" for cell in rows[0])
        said = self._named(value) if value.startswith(("http://", "https://")) else f"`{_cut(value)}`"
        return f"{self._named(subject)} → `{_short(iri)}` → {said}"

    def _named(self, iri: str) -> str:
        """A thing by what it is called or says, and its IRI in short."""
        rows = self.samples.query(
            f"SELECT ?n {{ <{iri}> <{_SKOS}prefLabel>|<{VOCABULARIES['dcterms']}title>|<{_RDFS}label>"
            f"|<{VOCABULARIES['nif']}anchorOf>|<{VOCABULARIES['gt']}evidence>/<{VOCABULARIES['nif']}anchorOf> ?n "
            "FILTER(LANG(?n) IN ('zh', '')) } ORDER BY ?n LIMIT 1"
        ).rows
        base = self.samples.base or ""
        short = f"`{_cut(iri.removeprefix(base)) if base and iri.startswith(base) else _short(iri)}`"
        return f"“{_plain(_cut(rows[0][0] or ''))}” ({short})" if rows else short


def _uses(sparql: str, iri: str) -> bool:
    return re.search(rf"\b{re.escape(_short(iri))}\b(?!-)", sparql) is not None


def _short(iri: str) -> str:
    for prefix, space in VOCABULARIES.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _plain(text: str) -> str:
    """Words of a document as Markdown that says just them."""
    return re.sub(r"([\\`*_\[\]<>|#&])", r"\\\1", text)


def _middle(name: str) -> tuple[int, int]:
    x, y = _PLACES[name]
    return x * _WIDTH + _WIDTH // 2, y * _HEIGHT + _HEIGHT // 2


def _box(x: int, y: int, term: str, said: str) -> str:
    left, top = x * _WIDTH + (_WIDTH - _BOX) // 2, y * _HEIGHT + (_HEIGHT - _TALL) // 2
    middle = left + _BOX // 2
    return (
        f'<rect x="{left}" y="{top}" width="{_BOX}" height="{_TALL}" rx="6" fill="#e6f2f1" stroke="#00796b"/>'
        f'<text x="{middle}" y="{top + 18}" text-anchor="middle" font-size="13">{escape(term)}</text>'
        f'<text x="{middle}" y="{top + 35}" text-anchor="middle" font-size="11" fill="#444">{escape(said)}</text>'
    )


def _arrow(name: str, start: str, end: str) -> str:
    """A straight arrow from the border of one box to that of the other, its property above or beside the middle."""
    (x1, y1), (x2, y2) = _middle(start), _middle(end)
    dx, dy = x2 - x1, y2 - y1
    share = min((_BOX / 2 + 4) / abs(dx) if dx else 1, (_TALL / 2 + 4) / abs(dy) if dy else 1)
    x1, y1, x2, y2 = (round(v) for v in (x1 + dx * share, y1 + dy * share, x2 - dx * share, y2 - dy * share))
    side = ("middle", 0, -6) if not dy else ("start", 8, 4)
    return (
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#555" marker-end="url(#a)"/>'
        f'<text x="{(x1 + x2) // 2 + side[1]}" y="{(y1 + y2) // 2 + side[2]}" text-anchor="{side[0]}" font-size="11" '
        f'fill="#00574b">{escape(name)}</text>'
    )
