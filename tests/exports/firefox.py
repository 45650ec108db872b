"""Debian's Firefox, driven by its own remote protocol (WebDriver BiDi, https://w3c.github.io/webdriver-bidi/).

Playwright drives only a Firefox of its own making, and Debian has no geckodriver; the protocol is JSON over a socket.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

_LISTENS = "WebDriverBiDiServer.json"  # in the profile: where the protocol is spoken, written when it is
_PREFERENCES = {
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
_KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "ArrowRight": "\ue014", "Tab": "\ue004"}
SECONDS = 30


class Firefox:
    """One window of a running Firefox; `told`: what its console said; `asked`: the addresses that pages asked for."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._calls = 0
        self.told: list[str] = []
        self.asked: list[str] = []
        self._call("session.new", capabilities={})
        self._call("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._window = self._call("browsingContext.getTree")["contexts"][0]["context"]

    def size(self, width: int, height: int) -> None:
        """The window in CSS pixels."""
        self._call("browsingContext.setViewport", context=self._window, viewport={"width": width, "height": height})

    def visit(self, address: str) -> None:
        """Opens an address; done when it is loaded and the page of ours is ready."""
        self._call("browsingContext.navigate", context=self._window, url=address, wait="complete")
        self.wait("document.body.classList.contains('ready')")

    def evaluate(self, script: str) -> Any:
        """What an expression, or the promise that it gives, comes to, as JSON has it."""
        expression = f"(async () => JSON.stringify(await ({script})))()"
        answer = self._call(
            "script.evaluate", expression=expression, target={"context": self._window}, awaitPromise=True
        )
        assert answer["type"] == "success", answer
        value = answer["result"].get("value")
        return None if value is None else json.loads(value)

    def wait(self, script: str) -> None:
        """Waits until an expression is true."""
        assert self.evaluate(
            f"""new Promise((done) => {{
              const end = performance.now() + {SECONDS * 1000};
              (function look() {{
                if (({script}) || performance.now() > end) done(Boolean({script})); else setTimeout(look, 20);
              }})();
            }})"""
        ), script

    def press(self, keys: str) -> None:
        """One named key, or the signs of a text, as a keyboard gives them to what has the focus."""
        signs = [_KEYS[keys]] if keys in _KEYS else list(keys)
        actions = [{"type": kind, "value": sign} for sign in signs for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self._call("input.performActions", context=self._window, actions=[source])

    def _call(self, method: str, **params: Any) -> Any:
        self._calls += 1
        self._socket.send(json.dumps({"id": self._calls, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv(timeout=SECONDS))
            if message.get("id") == self._calls:
                assert message["type"] == "success", message
                return message["result"]
            self._note(message)

    def _note(self, event: dict[str, Any]) -> None:
        if event.get("method") == "log.entryAdded":
            self.told.append(f"{event['params']['level']}: {event['params']['text']}")
        elif event.get("method") == "network.beforeRequestSent":
            self.asked.append(event["params"]["request"]["url"])


@contextmanager
def firefox(program: str, profile: Path) -> Iterator[Firefox]:
    """Starts Firefox without a screen on a fresh profile; ended with the block."""
    profile.mkdir(parents=True)
    set_to = "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _PREFERENCES.items())
    (profile / "user.js").write_text(set_to, encoding="utf-8")
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with connect(f"{_address(process, profile / _LISTENS)}/session", max_size=None) as socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        process.wait()


def _address(process: subprocess.Popen[bytes], told: Path) -> str:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, f"Firefox ended with {process.returncode}"
        if told.is_file() and (words := told.read_text(encoding="utf-8")):
            found = json.loads(words)
            return f"ws://{found['ws_host']}:{found['ws_port']}"
        time.sleep(0.05)
    raise TimeoutError(f"Firefox did not listen within {SECONDS} s")
