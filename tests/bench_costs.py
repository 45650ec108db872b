"""What a command costs, with the processes that work for it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

COMMAND = [sys.executable, "-c", "from guitu.exports.command.cli import main; main()"]


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds, and the peak of memory in MB."""

    seconds: float
    memory: float


def run(bytecode: Path, *args: str) -> Cost:
    """The cost of a command that ends well. `bytecode`: where that is kept."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [*COMMAND, *args, "--lang", "en"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**env, "PYTHONPYCACHEPREFIX": str(bytecode)},
    )
    _, status, used = os.wait4(process.pid, 0)
    assert process.stderr
    if status:
        raise SystemExit(process.stderr.read().decode())
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
