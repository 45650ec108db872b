"""What the READMEs name is there. What they show is typed in `test_docs_site.py`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from guitu.exports.command import cli

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh-CN.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name: str, language: str) -> list[str]:
    return [m[2] for m in BLOCK.finditer((ROOT / name).read_text("utf-8")) if m[1] == language]


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("command", sorted(n for n, c in cli.main.commands.items() if not c.hidden))
def test_every_command_is_documented_and_has_an_example(name: str, command: str) -> None:
    """README shows each command; its help has an example."""
    shown = "\n".join(blocks(name, "console"))
    help_text = CliRunner().invoke(cli.main, [command, "--help"]).output

    assert f"guitu {command}" in shown or f"make {command}" in shown
    assert "Example" in help_text


def test_the_python_of_the_readme_runs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The printed line is the comment below it."""
    monkeypatch.chdir(tmp_path)
    (code,) = blocks("README.md", "python")
    exec(compile(code, "README.md", "exec"), {})
    expected = code.rstrip().splitlines()[-1].removeprefix("# ")

    assert capsys.readouterr().out.strip() == expected


def test_the_map_names_every_folder() -> None:
    """Each room and each folder of extract/ stands in the map."""
    text = (ROOT / "README.md").read_text("utf-8")
    folders = [p.name for p in (ROOT / "extract").iterdir() if (p / "__init__.py").is_file()]

    assert [
        name for name in (*folders, "ontology", "extract", "graph", "exports", "tests") if f"{name}/" not in text
    ] == []


def test_links_lead_somewhere() -> None:
    """Every relative link of the READMEs is a file."""
    links = [(n, m[1]) for n in READMES for m in re.finditer(r"\]\(([^):]+)\)", (ROOT / n).read_text("utf-8"))]

    assert [link for _, link in links if not (ROOT / link).is_file()] == []


def test_the_package_runs_as_a_program() -> None:
    """`python -m guitu` is the command."""
    done = subprocess.run([sys.executable, "-m", "guitu", "--version"], capture_output=True, text=True, check=True)

    assert done.stdout.startswith("guitu")
