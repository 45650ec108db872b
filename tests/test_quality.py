"""The quality gate: what the annotators found is found. Floors stand in `quality_floors.json`.

`pytest tests/test_quality.py --update-floors` raises them; they fall only with `--allow-regression`, too.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from guitu.exports.files import write_export
from guitu.graph.build import build
from guitu.graph.store import Store

FLOORS = Path(__file__).with_name("quality_floors.json")
NOISE = 0.0005  # figures are rounded to four digits
GOLD = (
    "shanghai-software-145-plan.jsonl",
    "shanghai-software-measures-2025.jsonl",
    "hainan-children-action-2025.jsonl",  # of a Word file
)


@pytest.fixture(scope="module")
def nquads(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the real plans and of the Word file, with every document that was annotated."""
    folder = tmp_path_factory.mktemp("quality")
    report = build([shared / "corpus", shared / "more" / "hainan-children-action-2025.docx"], folder / "store")
    assert not report.problems
    write_export(Store.open(folder / "store").quads(), "nquads", str(folder / "build.nq"))
    return folder / "build.nq"


def test_alignments_reach_the_client_s_floors(shared: Path, nquads: Path, tmp_path: Path) -> None:
    """Precision 0.80, recall of what is the same 0.90, of all 0.60, on the annotated pair of documents."""
    pairs, now = shared / "gold" / "alignment.json", tmp_path / "now.json"
    done = score(shared, nquads, "--alignment", str(pairs), "--json", str(now))
    assert done.returncode == 0, done.stderr
    figures = json.loads(now.read_text("utf-8"))

    assert figures["alignment.precision"] >= 0.80
    assert figures["alignment.recall_same"] >= 0.90
    assert figures["alignment.recall"] >= 0.60


def score(shared: Path, nquads: Path, *options: str) -> subprocess.CompletedProcess[str]:
    gold = [str(shared / "gold" / name) for name in GOLD]
    command = [sys.executable, str(shared / "score.py"), str(nquads), *gold, *options]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_client_s_floors_are_reached(shared: Path, nquads: Path) -> None:
    """Every kind at 0.95, every field at 0.90 on the annotated documents."""
    done = score(shared, nquads, "--floor", "0.95", "--field-floor", "0.90")

    assert done.returncode == 0, done.stdout[-3000:] + done.stderr


def test_quality_does_not_fall(shared: Path, nquads: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """No figure is lower than its floor; the annotations are those that the floors were measured on."""
    pairs = shared / "gold" / "alignment.json"
    assert score(shared, nquads, "--alignment", str(pairs), "--json", str(tmp_path / "now.json")).returncode == 0
    now = {name: round(value, 4) for name, value in json.loads((tmp_path / "now.json").read_text("utf-8")).items()}
    pinned = json.loads(FLOORS.read_text("utf-8"))
    fallen = {n: (v, now.get(n)) for n, v in pinned["floors"].items() if now.get(n, 0.0) < v - NOISE}
    annotations = (*(shared / "gold" / name for name in GOLD), pairs)
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in annotations)).hexdigest()
    if pytestconfig.getoption("--update-floors"):
        assert not fallen or pytestconfig.getoption("--allow-regression"), f"would fall: {fallen}"
        FLOORS.write_text(json.dumps({"gold": digest, "floors": now}, indent=1) + "\n", "utf-8")
        return

    assert pinned["gold"] == digest, "the annotations changed: measure again with --update-floors"
    assert not fallen
