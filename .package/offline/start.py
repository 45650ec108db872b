"""Runs Guitu from the folder `lib` beside this file; with --drop it reads what was dropped onto 规图.cmd."""

from __future__ import annotations

import os
import sys
import webbrowser
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "lib"))
sys.argv[0] = str(HERE / ("guitu.cmd" if os.name == "nt" else "guitu"))  # as what it suggests is typed


def dropped(paths: list[str]) -> int:
    """Adds the paths to the graph beside the first of them, writes the page and opens it; the exit code."""
    if not paths:
        print("请把规划文件或文件夹拖到 规图.cmd 上。 Drop plan documents or a folder onto 规图.cmd.")
        return 2
    place = Path(paths[0]).resolve().parent
    store, page = place / "规图图谱", place / "规图.html"
    read = run("add", *paths, "--store", str(store))
    if not store.is_dir():
        return read
    written = run("export", "html", "--store", str(store), "-o", str(page))
    if written == 0:
        webbrowser.open(page.as_uri())
    return max(read, written)


def run(*args: str) -> int:
    """The exit code of one command."""
    from guitu.exports.command.cli import main  # noqa: PLC0415 - it lies in lib

    try:
        main(list(args))
    except SystemExit as end:
        return int(end.code or 0)
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--drop"]:
        sys.exit(dropped(sys.argv[2:]))
    from guitu.exports.command.cli import main

    main()
