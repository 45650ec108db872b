"""The drawing library that pyvis brings in its wheel, for pages that load nothing from anywhere."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyvis.network import Network


def pyvis_network() -> type[Network]:
    """The class of pyvis, also where IPython is not installed: of it pyvis takes one name, for cells of notebooks.

    IPython with what it brings is 50 MB that nothing else of Guitu uses; `make demo` leaves it out.
    """
    if find_spec("IPython") is None:
        absent = ModuleType("IPython.display")
        absent.IFrame = None  # type: ignore[attr-defined]
        sys.modules.setdefault("IPython", ModuleType("IPython"))
        sys.modules.setdefault("IPython.display", absent)
    from pyvis.network import Network  # noqa: PLC0415 - it brings a whole notebook with it

    return Network  # type: ignore[no-any-return]


def vis_network() -> str:
    """vis-network, newest version, without the line that names a map of its source."""
    pyvis = find_spec("pyvis")  # only its folder: to import it would load a whole notebook
    assert pyvis is not None
    assert pyvis.origin is not None
    found = (Path(pyvis.origin).parent / "lib").glob("vis-*/vis-network.min.js")
    newest = max(found, key=lambda path: [int(n) for n in path.parent.name.removeprefix("vis-").split(".")])
    text = newest.read_text(encoding="utf-8").replace("\r\n", "\n")
    for sign in ("<script", "</script", "<!--"):  # inside string literals, where \x3c says the same to JavaScript
        text = text.replace(sign, "\\x3c" + sign[1:])
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("//# sourceMappingURL"))
