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
ABOVE = {
    "guitu.extract.page",
    "guitu.extract.returned",
    "guitu.extract.recognise",
    "guitu.graph.build",
    "guitu.graph.audit",
}
"""Files that call the folders."""
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
            yield node.module


def name(path: Path) -> str:
    return ".".join(["guitu", *path.relative_to(ROOT).with_suffix("").parts]).removesuffix(".__init__")


@pytest.mark.parametrize("path", sources(), ids=name)
def test_a_room_imports_itself_and_those_before_it(path: Path) -> None:
    """ontology, extract, graph, exports: never one that comes after."""
    room = ROOMS.index(path.relative_to(ROOT).parts[0])
    later = {f"guitu.{other}" for other in ROOMS[room + 1 :]}

    assert not [module for module in imported(path) if ".".join(module.split(".")[:2]) in later]


def in_layers() -> list[Path]:
    """The files inside the folders of a room that has layers."""
    return [path for room in LAYERS for folder in LAYERS[room] for path in sorted((ROOT / room / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", in_layers(), ids=name)
def test_a_folder_imports_itself_and_those_before_it(path: Path) -> None:
    """Inside a room the folders are layers too; what calls them all lies beside them."""
    room, folder, *_ = path.relative_to(ROOT).parts
    later = {f"guitu.{room}.{other}" for other in LAYERS[room][LAYERS[room].index(folder) + 1 :]}
    later |= {module for module in ABOVE if module.startswith(f"guitu.{room}.")}

    assert not [module for module in imported(path) if ".".join(module.split(".")[:3]) in later]


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
