"""Servers of other makers, and a store of the sample plans to be sent to them."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from importlib import metadata
from pathlib import Path

import pytest

from guitu.exports.stores.graph_store import GraphStore
from guitu.exports.stores.push import push
from guitu.graph.keep.store import Store


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url, timeout=5).close()
            return
        assert process.poll() is None
        time.sleep(0.2)
    pytest.fail(f"{url} does not answer")


@contextlib.contextmanager
def running(command: Sequence[str], address: str, endpoint: str, folder: Path | None = None) -> Iterator[None]:
    """A server while it is needed, from when its endpoint answers."""
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"{address}{endpoint}?query=ASK%20%7B%7D", process)
        yield
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def oxigraph_server(folder: Path) -> Iterator[str]:
    """An Oxigraph server; its address."""
    program = next(path for one in metadata.files("oxigraph") or () if (path := Path(one.locate())).name == "oxigraph")
    port = free_port()
    command = [str(program), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}", "/query"):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[str]:
    """An Oxigraph server with nothing in it; its address."""
    with oxigraph_server(tmp_path / "oxigraph") as address:
        yield address


@pytest.fixture(scope="session")
def oxigraph_samples(tmp_path_factory: pytest.TempPathFactory, samples: Store) -> Iterator[str]:
    """An Oxigraph server with the sample plans; its address."""
    with oxigraph_server(tmp_path_factory.mktemp("oxigraph") / "data") as address:
        push(samples, GraphStore(f"{address}/store"))
        yield address


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory, program: Callable[[str, str], str]) -> Iterator[str]:
    """Debian's Virtuoso, whose graphs are written with a password; its address."""
    command, port, sql = program("virtuoso-t", "virtuoso-opensource-7-bin"), free_port(), free_port()
    folder = tmp_path_factory.mktemp("virtuoso")
    (folder / "virtuoso.ini").write_text(
        f"""[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = t.db
TransactionFile = t.trx
[Parameters]
ServerPort = {sql}
DirsAllowed = .
NumberOfBuffers = 2000
MaxDirtyBuffers = 1500
[HTTPServer]
ServerPort = {port}
"""
    )
    with running([command, "-f", "+configfile", "virtuoso.ini"], f"http://127.0.0.1:{port}", "/sparql", folder):
        yield f"http://127.0.0.1:{port}"
