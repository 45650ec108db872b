"""The drawing library that pyvis brings in its wheel, for pages that load nothing from anywhere."""

from __future__ import annotations

from pathlib import Path


def vis_network() -> str:
    """vis-network, newest version, without the line that names a map of its source."""
    import pyvis  # noqa: PLC0415 - it brings a whole notebook with it

    found = (Path(pyvis.__file__).parent / "lib").glob("vis-*/vis-network.min.js")
    newest = max(found, key=lambda path: [int(n) for n in path.parent.name.removeprefix("vis-").split(".")])
    text = newest.read_text(encoding="utf-8").replace("\r\n", "\n")
    for sign in ("<script", "</script", "<!--"):  # inside string literals, where \x3c says the same to JavaScript
        text = text.replace(sign, "\\x3c" + sign[1:])
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("//# sourceMappingURL"))
