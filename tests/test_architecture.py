"""The order of the rooms, and that the package holds what lies in the folders."""

from __future__ import annotations

import ast
import doctest
import importlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("ontology", "extract", "graph", "exports")
LAYERS = {
    "extract": ("words", "sources", "readers", "cleaning", "structure", "owners", "figures", "places", "references"),
    "extract/cleaning": ("text", "tables"),
    "extract/structure": ("tables", "draft", "outline", "document", "tasks"),
    "extract/owners": ("names", "clauses", "forms", "unread"),
    "extract/figures": ("numbers", "years", "names", "roles", "clauses", "support", "tables"),
    "extract/places": ("words", "names", "focus", "lists"),
    "graph": (
        "quads",
        "keep",
        "reading",
        "copies",
        "links",
        "align",
        "corrections",
        "compare",
        "checks",
        "ask",
        "steps",
    ),
    "exports": (
        "speech",
        "rdf",
        "tables",
        "networks",
        "exchange",
        "office",
        "page",
        "report",
        "python",
        "service",
        "assistant",
        "stores",
        "command",
    ),
}
"""In which order the folders of a folder build on each other; `draft` is a file that those after it share."""
ABOVE = {
    "guitu.extract.page",
    "guitu.extract.returned",
    "guitu.extract.recognise",
    "guitu.extract.cleaning.clean",
    "guitu.extract.owners.responsibilities",
    "guitu.extract.figures.figures",
    "guitu.extract.figures.brackets",
    "guitu.extract.places.mentions",
    "guitu.extract.places.places",
    "guitu.graph.build",
    "guitu.graph.audit",
}
"""Files that call the folders beside them."""
ENGINES = {
    "pyoxigraph": {"ontology", "graph", "exports"},
    "rdflib": {"graph", "exports"},
    "networkx": {"graph", "exports"},
}


def sources() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name(path: Path) -> str:
    return ".".join(["guitu", *path.relative_to(ROOT).with_suffix("").parts]).removesuffix(".__init__")


@pytest.mark.parametrize("path", sources(), ids=name)
def test_a_room_imports_itself_and_those_before_it(path: Path) -> None:
    """ontology, extract, graph, exports: never one that comes after."""
    room = ROOMS.index(path.relative_to(ROOT).parts[0])
    later = {f"guitu.{other}" for other in ROOMS[room + 1 :]}

    assert not [module for module in imported(path) if ".".join(module.split(".")[:2]) in later]


def in_layers() -> Iterator[tuple[str, str, Path]]:
    """Of each folder that has layers, each layer with its files."""
    for parent, layers in LAYERS.items():
        for layer in layers:
            folder = ROOT / parent / layer
            yield from ((parent, layer, path) for path in sorted(folder.rglob("*.py")) or [folder.with_suffix(".py")])


@pytest.mark.parametrize(("parent", "layer", "path"), list(in_layers()))
def test_a_folder_imports_itself_and_those_before_it(parent: str, layer: str, path: Path) -> None:
    """Inside a room the folders are layers too, and so in large ones of these; what calls them lies beside."""
    package = name(ROOT / parent)
    later = [f"{package}.{other}" for other in LAYERS[parent][LAYERS[parent].index(layer) + 1 :]]
    later += [module for module in ABOVE if module.rpartition(".")[0] == package]

    assert not [module for module in imported(path) if f"{module}.".startswith(tuple(f"{one}." for one in later))]


@pytest.mark.parametrize("path", sources(), ids=name)
def test_rdf_stays_out_of_extract(path: Path) -> None:
    """From a document to its facts there is no RDF and no graph."""
    room = path.relative_to(ROOT).parts[0]

    assert not [module for module in imported(path) if room not in ENGINES.get(module.split(".")[0], {room})]


def test_files_stay_short() -> None:
    """No file over 400 lines, half of them under 150."""
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in sources())

    assert lengths[-1] <= 400
    assert lengths[len(lengths) // 2] < 150


def test_every_folder_with_python_is_a_listed_package() -> None:
    """The packages are listed by hand; this list is the folders."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    folders = {name(path.parent / "__init__.py") for path in sources()} | {"guitu"}

    assert sorted(folders) == sorted(listed)


@pytest.mark.parametrize("module", [name(path) for path in sources()])
def test_examples_in_docstrings_are_true(module: str) -> None:
    """Every doctest gives what it shows."""
    assert doctest.testmod(importlib.import_module(module)).failed == 0
