"""The command on documents: build, build again, bad files, the demonstration."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guitu.exports.command.cli import main

SAMPLES = Path(str(files("guitu.extract"))) / "samples"


def run(*args: str) -> Result:
    return CliRunner().invoke(main, [*args, "--lang", "en"])


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, run once."""
    folder = tmp_path_factory.mktemp("demo") / "guitu-demo"
    done = run("demo", "-o", str(folder))
    assert done.exit_code == 0, done.stderr
    assert str(folder.resolve() / "samples.html") in done.stdout
    return folder


def test_demo_writes_page_and_turtle(demo: Path) -> None:
    """The demonstration leaves a store, a page, and Turtle per document."""
    assert (demo / "samples.html").stat().st_size > 100_000
    assert len(list((demo / "turtle").glob("*.ttl"))) > 2


def test_demo_graph_is_proved(demo: Path) -> None:
    """Every fact of the samples is proved, and the graph keeps its shapes."""
    assert run("verify", "--store", str(demo / "store")).exit_code == 0
    assert run("check", "--store", str(demo / "store")).exit_code == 0


def test_demo_answers(demo: Path) -> None:
    """The samples answer who owns what."""
    answer = run("ask", "owners", "--store", str(demo / "store"), "--format", "csv")

    assert "云州市农业农村局" in answer.stdout


def test_a_second_build_reads_nothing(demo: Path) -> None:
    """What did not change is not read again."""
    again = run("build", str(SAMPLES), "--store", str(demo / "store"))

    assert again.exit_code == 0
    assert "; 0 sources read" in again.stdout


def test_a_bad_file_is_one_line(tmp_path: Path) -> None:
    """A file that cannot be read is told in one line; the rest is built; the exit code is 1."""
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "空.txt").write_bytes(b"")
    good = sorted(SAMPLES.glob("*.txt"))[0]
    (plans / good.name).write_bytes(good.read_bytes())
    done = run("build", str(plans), "--store", str(tmp_path / "store"))

    assert done.exit_code == 1
    assert done.stderr.startswith("guitu: 空.txt: ")
    assert done.stderr.count("\n") == 1
    assert "1 documents" in done.stdout


def test_an_archive_is_built_and_verified(tmp_path: Path) -> None:
    """A packed folder gives the graph of its documents, and its proofs are replayed over the archive."""
    with zipfile.ZipFile(tmp_path / "规划.zip", "w") as packed:
        for path in sorted(SAMPLES.glob("*.md")):
            packed.write(path, f"内/{path.name}")
    store = str(tmp_path / "store")
    done = run("build", str(tmp_path / "规划.zip"), "--store", store)

    assert done.exit_code == 0, done.stderr
    assert "2 documents" in done.stdout
    assert run("check", "--store", store).exit_code == 0
    assert run("verify", "--store", store, "--sources", str(tmp_path / "规划.zip")).exit_code == 0


def test_standard_input(tmp_path: Path) -> None:
    """A document is taken from standard input."""
    page = sorted(SAMPLES.glob("*.html"))[0].read_bytes()
    done = CliRunner().invoke(main, ["build", "-", "--store", str(tmp_path / "store"), "--lang", "en"], input=page)

    assert done.exit_code == 0, done.stderr
    assert "1 documents" in done.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_of_sources(tmp_path: Path, encoding: str) -> None:
    """Sources are taken from a list: paths from its folder, addresses as they are, notes and empty lines left out."""
    (tmp_path / "内").mkdir()
    for path in sorted(SAMPLES.glob("*.md")):
        (tmp_path / "内" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "清单.txt").write_text("# 两份规划\n\n内\nhttp://127.0.0.1:9/x.html\n没有.txt\n", encoding)
    store = str(tmp_path / "store")
    done = run("build", "--list", str(tmp_path / "清单.txt"), "--store", store)

    assert done.exit_code == 1
    assert "2 documents" in done.stdout
    assert sorted(line.split(": ")[1] for line in done.stderr.splitlines()) == [
        str(tmp_path / "没有.txt"),
        "http://127.0.0.1:9/x.html",
    ]
    assert run("build", "--store", store).exit_code == 2  # neither sources nor a list


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a server on this machine whose page has one attachment."""
    page = "<html><body><p>云州市数字乡村，见<a href='/plan.txt'>附件</a>。</p></body></html>"

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            plan = sorted(SAMPLES.glob("*.txt"))[0].read_bytes()
            self.wfile.write(plan if self.path == "/plan.txt" else page.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/page"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address(tmp_path: Path, site: str) -> None:
    """An address on the own network is refused, told in Chinese, and read with its attachments where that is asked."""
    store = str(tmp_path / "store")
    refused = CliRunner().invoke(main, ["build", site, "--store", store, "--lang", "zh"])
    done = run("build", site, "--store", store, "--allow-private", "--attachments")
    files = run(
        "query", "SELECT ?u { ?f <https://schema.org/url> ?u } ORDER BY ?u", "--store", store, "--format", "csv"
    )

    assert refused.exit_code == 1
    assert "内网（127.0.0.1）；如确需访问，请加 --allow-private" in refused.stderr
    assert done.exit_code == 0, done.stderr
    assert files.stdout.split()[1:] == [site, site.replace("page", "plan.txt")]
    assert run("check", "--store", store).exit_code == 0


def test_a_folder_without_documents(tmp_path: Path) -> None:
    """Nothing to read is told, with the folder's name."""
    (tmp_path / "空").mkdir()
    done = run("build", str(tmp_path / "空"), "--store", str(tmp_path / "store"))

    assert done.exit_code == 1
    assert "空" in done.stderr


def test_published_samples_keep_the_shapes_of_facts(tmp_path: Path) -> None:
    """What is published conforms to its own shapes, and whoever has the documents can replay its proofs."""
    done = run("publish", str(SAMPLES), "-o", str(tmp_path))
    whole = str(tmp_path / "guitu.trig")

    assert done.exit_code == 0, done.stderr
    assert run("check", "--store", whole, "--profile", "facts").exit_code == 0
    assert run("check", "--store", whole).exit_code == 1
    assert run("verify", "--store", whole, "--sources", str(SAMPLES)).exit_code == 0


def test_nothing_is_said_to_be_built_of_unreadable_sources(tmp_path: Path) -> None:
    """Where no source could be read, the command tells so and claims no graph."""
    done = run("build", str(tmp_path / "absent"), "--store", str(tmp_path / "store"))

    assert done.exit_code == 1
    assert done.stdout == "1 sources could not be read\n"


def test_nothing_is_published_of_unreadable_sources(tmp_path: Path) -> None:
    """Where a source cannot be read, the published files stay as they are."""
    (tmp_path / "空.txt").write_bytes(b"")
    done = run("publish", str(tmp_path / "空.txt"), "-o", str(tmp_path / "out"))

    assert done.exit_code == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are no bytes there")
def test_any_environment(tmp_path: Path) -> None:
    """Where the environment is one of ASCII, files, arguments and answers are what they are elsewhere."""
    place = tmp_path / "规划" / "一"
    place.mkdir(parents=True)
    good = sorted(SAMPLES.glob("*.txt"))[0]
    (place / "甲.txt").write_bytes(good.read_bytes())
    told = []
    for name, env in (("a", {"PYTHONUTF8": "1"}), ("b", {"LC_ALL": "POSIX", "PYTHONUTF8": "0"})):
        store = str(tmp_path / f"图谱{name}")
        for args in (
            ["build", str(tmp_path / "规划"), "--store", store],
            ["export", "nquads", "--store", store, "-o", "-"],
            ["ask", "outline", "数字农业", "--store", store, "--format", "json"],
        ):
            done = subprocess.run(
                [sys.executable, "-c", "from guitu.exports.command.cli import main; main()", *args],
                env={**os.environ, **env},
                capture_output=True,
                check=True,
            )
            told.append(done.stdout.replace(store.encode(), b"store"))

    assert told[:3] == told[3:]
    assert "一/甲.txt".encode() in told[1]
    assert "数字农业".encode() in told[2]
