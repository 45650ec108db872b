"""Short names of IRIs: fixed prefixes for the vocabularies, one prefix per folder of the base IRI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guitu.ontology.standards import VOCABULARIES

_LETTER = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
# Local names that Turtle takes without escapes, the full stop left out: 云州市水务局, 云府发〔2021〕9号
_LOCAL = re.compile(rf"[{_LETTER}0-9][{_LETTER}0-9\-]*")
# Graphs and documents tell the base: https://example.org/id/graph/registry, https://example.org/id/document/云府发〔2021〕9号
_BASE = re.compile(r"(?P<base>[^\s]{1,500}?[/#])(?:graph/[a-z]+|document/[^/]+)")
_FOLDER = re.compile(r"[a-z][a-z-]*")
_RENAMED = {"document": "doc"}


def split(iri: str) -> tuple[str, str]:
    """Namespace and local name, parted after the last `#` or `/`.

    >>> split("https://w3id.org/guitu/ns#ofTask")
    ('https://w3id.org/guitu/ns#', 'ofTask')
    """
    at = max(iri.rfind("#"), iri.rfind("/")) + 1
    return iri[:at], iri[at:]


def base_of(graphs: Iterable[str]) -> str | None:
    """The base IRI of a build, told by the names of its graphs; None where no name tells it.

    >>> base_of(["https://example.org/id/graph/registry"])
    'https://example.org/id/'
    """
    found = sorted(m["base"] for name in graphs if (m := _BASE.fullmatch(name)))
    return found[0] if found else None


@dataclass(frozen=True)
class Prefixes:
    """Prefix to namespace; `short` turns an IRI into `prefix:name` where Turtle can read that back."""

    names: Mapping[str, str]
    _known: dict[str, str | None] = field(default_factory=dict, compare=False, repr=False)
    _prefix: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def short(self, iri: str) -> str | None:
        """`gt:ofTask` for an IRI in a known namespace, else None."""
        if iri not in self._known:
            self._known[iri] = self.shortened(iri)
        return self._known[iri]

    def shortened(self, iri: str) -> str | None:
        """As `short`, without keeping it at hand."""
        if not self._prefix:
            self._prefix.update((namespace, prefix) for prefix, namespace in self.names.items())
        namespace, local = split(iri)
        return written(self._prefix.get(namespace), local)


def written(prefix: str | None, local: str) -> str | None:
    """A name with its prefix; None without one, or where Turtle could not read it back."""
    return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else None


def prefixes_of(iris: Iterable[str], graphs: Iterable[str]) -> Prefixes:
    """The prefixes that these IRIs use, in order of their names: vocabularies, then folders (`agency:`, `level:`)."""
    base = base_of(graphs)
    terms = VOCABULARIES["gt"]
    by_namespace = {namespace: prefix for prefix, namespace in VOCABULARIES.items()}
    used: dict[str, str] = {}
    for namespace in sorted({split(iri)[0] for iri in iris}):
        if prefix := by_namespace.get(namespace):
            used[prefix] = namespace
            continue
        for root in (base, terms):
            folder = namespace.removeprefix(root)[:-1] if root and namespace.startswith(root) else ""
            if _FOLDER.fullmatch(folder):
                name = _RENAMED.get(folder, folder)
                taken = name in VOCABULARIES or used.get(name, namespace) != namespace
                used[f"{name}-of" if taken else name] = namespace
                break
    return Prefixes(dict(sorted(used.items())))
