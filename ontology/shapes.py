"""The SHACL shapes of a graph, whole or of the facts profile."""

from __future__ import annotations

from importlib import resources
from typing import Literal

Profile = Literal["full", "facts"]


def shapes(profile: Profile = "full") -> str:
    """The shapes as Turtle. A graph of the facts profile keeps its facts and holds no words of the documents."""
    room = resources.files("guitu.ontology")
    files = ["shapes.ttl", "shapes-facts.ttl"] if profile == "facts" else ["shapes.ttl"]
    return "\n".join((room / name).read_text(encoding="utf-8") for name in files)
