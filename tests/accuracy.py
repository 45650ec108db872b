"""What `score.py` measures on the annotated documents, as the table of `docs/accuracy.md`."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "accuracy.md"
_BETWEEN = re.compile(r"(?<=<!-- measured -->\n).*?(?=<!-- end -->)", re.DOTALL)
_KIND = re.compile(r"^  (\w+) +P ([\d.]+)  R ([\d.]+)  F1 ([\d.]+)   \(\d+ of (\d+), \d+ predicted\)$", re.MULTILINE)
_FIELD = re.compile(r"^  (\w+)\.(\w+) +(\d+)/(\d+) right", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run of the scorer printed, by document, then of all together."""

    printed: str

    @property
    def table(self) -> str:
        """Kinds and fields of all annotated documents as a Markdown table."""
        together = self.printed.rpartition("\nall\n")[2]
        fields: dict[str, list[str]] = {}
        for kind, field, right, of in _FIELD.findall(together):
            fields.setdefault(kind, []).append(f"{field} {int(right) / int(of):.3f}")
        rows = [
            f"| {kind} | {gold} | {precision} | {recall} | {f1} | {', '.join(fields.get(kind, ())) or '-'} |"
            for kind, precision, recall, f1, gold in _KIND.findall(together)
        ]
        head = [
            "| kind | annotated | precision | recall | F1 | fields right |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        return "\n".join([*head, *rows]) + "\n"


def score(shared: Path, nquads: Path, gold: list[str], *options: str) -> subprocess.CompletedProcess[str]:
    """Run the scorer on a build; `gold`: names of files of annotations."""
    files = [str(shared / "gold" / name) for name in gold]
    command = [sys.executable, str(shared / "score.py"), str(nquads), *files, *options]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def documented() -> str:
    """The table that the documentation shows."""
    found = _BETWEEN.search(DOCUMENT.read_text("utf-8"))
    return found[0] if found else ""


def document(measured: Measured) -> None:
    """Write the measured table into the documentation."""
    DOCUMENT.write_text(_BETWEEN.sub(lambda _: measured.table, DOCUMENT.read_text("utf-8")), "utf-8")
