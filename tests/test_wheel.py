"""The built wheel, in a clean environment, without the source tree."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.formats.test_formats import PLAN, TABLE

LISTING = """
from importlib.resources import files
names = {
    "ontology": ("guitu.ttl", "shapes.ttl", "registry/districts.ttl"), "extract": ("samples",),
    "graph": ("ask/queries/owners.rq",), "exports": (
        "rdf/context.jsonld", "page/page.html", "page/script/start.js", "page/style/1_ground.css",
        "page/picture/picture.js",
        "service/site/query.js"
    ),
}
for room, found in names.items():
    for name in found:
        print(files(f"guitu.{room}").joinpath(name).exists())
"""
ROOT = Path(__file__).resolve().parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def guitu(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a wheel built here and installed with what it needs into an environment of its own."""
    home = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", home / "dist", ROOT, cwd=home)
    (wheel,) = (home / "dist").glob("guitu-*.whl")
    venv.create(home / "venv", with_pip=True)
    pip = (home / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--constraint", ROOT / "constraints.txt", wheel, cwd=home)
    return home / "venv" / "bin" / "guitu"


def test_the_installed_command_builds_the_samples(guitu: Path, tmp_path: Path) -> None:
    """`guitu demo` works from any folder and writes the page and the Turtle."""
    run(guitu, "demo", cwd=tmp_path)
    asked = run(
        guitu, "--lang", "en", "ask", "owners", "渔业", "--store", tmp_path / "guitu-demo" / "store", cwd=tmp_path
    )

    published = run(guitu, "--lang", "en", "ask", "documents", "--store", "published", cwd=tmp_path)

    assert "“十四五”软件和信息技术服务业发展规划" in published
    assert list((tmp_path / "guitu-demo").rglob("*.html"))
    assert list((tmp_path / "guitu-demo").rglob("*.ttl"))
    assert "云州市农业农村局" in asked


def test_the_wheel_holds_the_knowledge(guitu: Path, tmp_path: Path) -> None:
    """The registries, shapes, questions and samples come along."""
    python = guitu.with_name("python")
    assert set(run(python, "-c", LISTING, cwd=tmp_path).split()) == {"True"}


def test_the_installed_command_reads_every_format(guitu: Path, tmp_path: Path) -> None:
    """The common formats work out of the box, with nothing installed besides what the wheel asks for."""
    plans = tmp_path / "plans"
    plans.mkdir()
    for name, write in {**PLAN, **TABLE}.items():
        (plans / name).write_bytes(write())

    told = run(guitu, "--lang", "en", "build", plans, "--store", tmp_path / "store", cwd=tmp_path)
    reported = run(guitu, "--lang", "en", "report", "--store", tmp_path / "store", cwd=tmp_path)

    assert f"{len(PLAN) + len(TABLE)} sources read" in told
    assert all(name in reported for name in (*PLAN, *TABLE))
