"""Lays the SPARQL engine for browsers beside the page: the npm package as its registry gives it, checked by its hash.

A wheel that is built afterwards takes it along (2.9 MB); `guitu export html --sparql` uses it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from guitu.exports.page.engine import ARCHIVE, PACKAGE, asking
from guitu.extract.errors import OptionError

FOLDER = Path(__file__).resolve().parents[1] / "exports" / "page" / "engine"


def main() -> int:
    """0 where it lies there and is what it should be."""
    FOLDER.mkdir(exist_ok=True)
    if not (FOLDER / ARCHIVE).is_file():
        npm = shutil.which("npm")
        if npm is None:
            print(f"npm is needed to get {PACKAGE} (Debian package npm)", file=sys.stderr)
            return 1
        subprocess.run([npm, "pack", PACKAGE, "--silent", "--pack-destination", str(FOLDER)], check=True)
    try:
        asking(())
    except OptionError as error:
        (FOLDER / ARCHIVE).unlink()
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
