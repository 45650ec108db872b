"""A service of the sample plans that runs as `guitu serve` does, and a small one that runs inside the test."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from guitu.graph.build import build


@dataclass(frozen=True)
class Answer:
    """What came back. Names of headers are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(frozen=True)
class Served:
    """A running service."""

    url: str
    pid: int

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """One request on a connection of its own; `accept_language` is Accept-Language."""
        at = urlsplit(self.url)
        connection = http.client.HTTPConnection(at.hostname or "", at.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, {"accept-language": "en", **named})
            response = connection.getresponse()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()


@contextmanager
def serving(*args: str | Path) -> Iterator[Served]:
    """`guitu serve` on a free port; it has ended, with code 0, when the block has."""
    command = [sys.executable, "-c", "from guitu.exports.command.cli import main; main()", "--lang", "en", "serve"]
    process = subprocess.Popen(
        [*command, "--port", "0", *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://\S+(?=/ )", line)
        assert found, line + (process.stderr.read() if process.stderr and process.poll() is not None else "")
        yield Served(found[0], process.pid)
        process.send_signal(signal.SIGTERM)
        out, errors = process.communicate(timeout=30)
        assert (process.returncode, errors) == (0, "")
        assert out.strip() == "the service has ended"
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample plans."""
    store = tmp_path_factory.mktemp("served") / "store"
    assert not build([Path(str(files("guitu.extract"))) / "samples"], store).problems
    return store


@pytest.fixture(scope="session")
def served(sample_store: Path) -> Iterator[Served]:
    """The service of the sample plans, with short patience."""
    with serving("--store", sample_store, "--timeout", "10", "--limit", "3000") as found:
        yield found
