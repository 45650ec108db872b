"""The documentation: its commands are typed in an office of the samples, its links lead somewhere, its site stands."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement

from guitu.exports.command.cli import main
from guitu.graph.build import build

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))
TYPED = (*PAGES, "README.md", "README.zh-CN.md")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_TYPED = (
    "pip ", "make ", "curl ", "guitu serve", "guitu mcp", "guitu push", "guitu export html --sparql",
)  # fmt: skip
"""These end only when told, or need a server, a network or an engine."""
PLAN = "云州市{}行动计划\n一、主要任务\n（一）改造管网。更新管网30公里。（市水利局牵头）\n"


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the examples can be typed: sources by the names that they use, and a graph of the samples."""
    here = tmp_path_factory.mktemp("office")
    samples = Path(str(files("guitu.extract"))) / "samples"
    for name in ("规划", "规划文件夹", "plans"):
        shutil.copytree(samples, here / name)
    (here / "2026年文件").mkdir()
    (here / "2026年文件/供水.txt").write_text(PLAN.format("供水"), "utf-8")
    for name in ("措施", "新措施", "旧方案"):
        document = docx.Document()
        for line in PLAN.format(name).splitlines():
            document.add_paragraph(line)
        document.save(str(here / f"{name}.docx"))
    for name in ("附件.zip", "annex.zip"):
        with zipfile.ZipFile(here / name, "w") as archive:
            archive.writestr("排水.txt", PLAN.format("排水"))
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("任务", "实施主体甲", "经办处室"), ("改造老旧管网30公里", "市水利局", "规划处")):
        book.active.append(row)
    for name in ("分工表.xlsx", "table.xlsx"):
        book.save(here / name)
    (here / "清单.txt").write_text("# 各处送来的\n规划\n新措施.docx\n", "utf-8")
    (here / "问题.rq").write_text("SELECT ?title { ?task a gt:Task ; dcterms:title ?title } LIMIT 5", "utf-8")
    wish = (
        "文件,任务,更正,原值,新值\n云州市支持数字农业发展若干措施,支持产地仓建设,牵头单位,云州市商务局,云州市财政局\n"
    )
    (here / "更正.csv").write_text(wish, "utf-8")
    assert not build([samples, here / "旧方案.docx"], here / "guitu-store").problems
    shutil.copytree(here / "guitu-store", here / "图谱")
    assert not build([samples], here / "guitu-demo/store").problems
    CliRunner().invoke(
        main, ["export", "xlsx", "-o", str(here / "任务分工表.xlsx"), "--store", str(here / "guitu-store")]
    )
    words = openpyxl.Workbook()
    assert words.active is not None
    for taught in (
        ("类型", "名称", "简称", "辖区"),
        ("机构", "青岚县茶叶产业发展中心", "县茶叶产业发展中心", "青岚县"),
    ):
        words.active.append(taught)
    words.save(here / "名录.xlsx")
    (here / "名录").mkdir()
    words.save(here / "名录/本单位.xlsx")
    return here


@pytest.fixture
def there(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the office, as the working folder."""
    here = tmp_path / "office"
    shutil.copytree(office, here)
    monkeypatch.chdir(here)
    monkeypatch.setattr("webbrowser.open", lambda _: True)
    return here


class Done(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    stdout: str
    stderr: str


def run(*args: str) -> Done:
    """One command in Chinese; what words a store was taught holds for a whole process, so that gets its own."""
    env = {"LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    if args[0] == "teach" or "--registry" in args:
        code = "import sys; from guitu.exports.command.cli import main; main()"
        command = [sys.executable, "-c", code, *args]
        ended = subprocess.run(command, capture_output=True, check=False, text=True, env={**os.environ, **env})
        return Done(ended.returncode, ended.stdout, ended.stderr)
    done = CliRunner().invoke(main, args, env=env)
    return Done(done.exit_code, done.stdout, done.stderr)


def typed(text: str) -> Iterator[tuple[str, str]]:
    """The commands of console blocks, each with what is shown below it."""
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            if not command.startswith(NOT_TYPED) and "://" not in command:
                yield command, shown.rstrip()


@pytest.mark.parametrize("page", TYPED)
def test_the_commands_of_a_page_do_what_it_shows(page: str, there: Path) -> None:
    """Typed one after the other; what a page shows below a command is what it says."""
    for command, shown in typed((ROOT / page).read_text("utf-8")):
        args = shlex.split(re.split(r"\s+# ", command)[0])
        done = run(*args[1:])

        assert args[0] == "guitu", command
        if shown:
            assert (done.stdout + done.stderr).rstrip() == shown, command
        assert done.code == 0 or shown.startswith("guitu: "), (command, done.stderr)


def examples() -> list[str]:
    """The examples of the help of every command, without those that need a network or the real plans, or do not end."""
    found = []
    for command in main.commands.values():
        told = (command.help or "").partition("例 Example")[2].replace("\n                   <", " <")
        found += re.findall(r"guitu [a-z].*", told)
    apart = ("http", " serve", " mcp", " push", "published --sources")
    return [one for one in found if not any(words in one for words in apart)]


@pytest.mark.parametrize("example", examples())
def test_an_example_of_help_works(example: str, there: Path) -> None:
    """As it is typed, in the office: an answer, a file, or a line of what was done."""
    args = shlex.split(re.split(r"\s+# ", example)[0])
    if args[1] == "log" and "--since" in args:  # of a graph with as many steps
        args[args.index("--since") + 1] = "1"
    done = run(*args[1:], *(["--replace"] if args[1] == "build" else []))

    assert done.code == 0, done.stderr
    assert done.stdout.strip()
    assert "没有符合的记录" not in done.stdout


def test_links_of_pages_lead_somewhere() -> None:
    """Every relative link of a written page is a page, a picture, or a reference that is made."""
    made = {"commands.md", "questions.md", "vocabulary.md"}
    lost = [
        (page, link)
        for page in PAGES
        for link in re.findall(r"\]\((?!https?:)([^):#]+)", (ROOT / page).read_text("utf-8"))
        if not ((ROOT / page).parent / link).is_file() and Path(link).name not in made and link != "../index.md"
    ]

    assert lost == []


def test_every_page_is_for_readers_of_both_languages() -> None:
    """A page of docs/zh has its fellow in docs/en or beside them, which shows the same code; a page beside them is in
    both languages, or begins with a summary in Chinese."""
    docs = ROOT / "docs"
    names = {of: {path.name for path in (docs / of).glob("*.md")} for of in ("zh", "en")}
    shared = [ROOT / page for page in PAGES if Path(page).parent.name not in names]
    translated = [docs / name for name in sorted(names["zh"] - names["en"])]
    alone = [
        path.name
        for path in shared
        if len(re.findall("[一-鿿]{4,}", path.read_text("utf-8")[:800])) < 5
        or not re.search(r"(?:[A-Za-z]+ ){4}", path.read_text("utf-8")[:2000])
    ]

    assert names["en"] <= names["zh"]
    assert {path.name for path in translated} <= {path.name for path in shared}
    for english in translated:
        chinese = docs / "zh" / english.name
        assert f"](../{english.name})" in chinese.read_text("utf-8")
        assert f"](zh/{english.name})" in english.read_text("utf-8")
        assert code(chinese) == code(english), english.name
    assert len(shared) > 8
    assert alone == []


def code(page: Path) -> list[str]:
    """The blocks of a page that are code of a language; what is typed is told in the language of the page."""
    return re.findall(r"^```(?:python|toml|sparql|nginx)\n.*?^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_the_site_is_built(tmp_path: Path) -> None:
    """Strictly: a page, link or anchor that is missing fails; nothing is loaded from anywhere."""
    command = [sys.executable, str(ROOT / "docs/make.py"), "-o", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)

    assert done.returncode == 0, done.stderr[-2000:]
    pages = list(tmp_path.rglob("*.html"))
    loaded = re.compile(r"<(?:script|img|link)[^>]+(?:src|href)=\"?https?://(?!w3id)", re.IGNORECASE)
    assert len(pages) > 15
    assert [page.name for page in pages if loaded.search(page.read_text("utf-8")) and page.name != "404.html"] == []


def test_what_make_demo_installs_is_what_running_needs() -> None:
    """All that the package asks for, and that in turn, but IPython, which pyvis names."""
    listed = {
        line.partition(";")[0].strip()
        for line in (ROOT / ".package/running.txt").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    }
    found: set[str] = set()
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    waiting = [Requirement(one).name.lower() for one in wanted]
    while waiting:
        name = waiting.pop()
        if name not in found and name != "ipython":
            found.add(name)
            waiting += _needed(name)

    of_some_systems = {"colorama", "importlib-metadata", "zipp", "typing-extensions"}
    assert listed - of_some_systems == found - of_some_systems


def _needed(name: str) -> Iterator[str]:
    try:
        wanted = [Requirement(one) for one in requires(name) or ()]
    except PackageNotFoundError:
        return
    for one in wanted:
        if not one.marker or one.marker.evaluate({"extra": ""}):
            yield one.name.lower().replace("_", "-")
