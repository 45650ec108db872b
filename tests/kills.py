"""Commands killed at random moments: no process is left, the lock is free at once, and the store is whole.

    python -m tests.kills --count 300 --seed 1
    python -m tests.kills --count 100 --engine dask

Each trial takes a command that changes a store, runs it on a copy of a store, and kills it: the parent alone or its
whole group, after a random part of the time that it takes undisturbed. A second later no process of it may be left.
The graph must be the old one or the new one, and the same command run again must end with the new one.

With Dask the parent is the client and the scheduler, and a third of the trials kills one of the workers' processes
instead: then the command must end by itself with the new graph.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from guitu.exports.command.engines import DASK, POOL
from guitu.graph.keep import folder as layout
from guitu.graph.keep.store import Store

PLAN = "云州市{name}行动计划\n一、主要任务\n" + "".join(
    f"（{number}）改造{{name}}第{number}片。更新管网{place}公里，完善制度。（责任单位：市水利局、市财政局）\n"
    for place, number in enumerate("一二三四五六七八九十", 3)
)
NAMES = ("节水", "节能", "治沙", "养老", "育苗")
TABLE = """文件,任务,更正,原值,新值,日期
云州市节水行动计划,改造节水第一片,责任单位,市水利局,市城管局,2026-03-01
云州市治沙行动计划,改造治沙第二片,期限,,2027年底,2026-03-01
云州市养老行动计划,改造养老第三片,否认,市财政局,,2026-03-01
"""
GUITU = (sys.executable, "-c", "from guitu.exports.command.cli import main; main()")
AT_ONCE = 10.0  # seconds in which a command ends that is told to, on a machine that does much else
MENDED = 120.0  # seconds in which a command ends whose worker was killed
MOURNING = 20.0  # seconds in which the workers of a cluster end whose scheduler was killed
AFTER = 1.0  # seconds in which everything else of it has to be gone
PARENT, GROUP, WORKER = "parent", "group", "worker"
TRACKER = "resource_tracker"  # what Python says of semaphores whose owner was killed
ENDED = 128 + signal.SIGTERM  # the code of a command that was told to end


@dataclass(frozen=True, slots=True)
class Command:
    """A command that changes a store. Words with {old}, {new}, {table} and {store} are filled in.

    `old`: a folder of plans that the store holds before; `new`: the same with one changed, one gone and one more;
    `table`: corrections of the old ones; `reads`: whether it reads documents, in several processes.
    """

    name: str
    words: tuple[str, ...]
    reads: bool = True

    def filled(self, places: dict[str, Path], workers: int, engine: str = POOL) -> list[str]:
        """The words of one trial."""
        told = [word.format(**places) for word in self.words]
        told += ["--workers", str(workers), "--engine", engine] if self.reads else []
        return [*GUITU, *told, "--store", str(places["store"])]


COMMANDS = (
    Command("build", ("build", "{new}", "--replace")),
    Command("add", ("add", "{new}")),
    Command("update", ("update",)),
    Command("correct", ("correct", "{table}"), reads=False),
    Command("remove", ("remove", NAMES[1]), reads=False),
)
"""What is killed; another command that changes a store is one more line."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Which command is killed, how, and when: a part of the time that it takes."""

    command: Command
    workers: int
    victim: str
    signal: int
    moment: float
    engine: str = POOL

    def __str__(self) -> str:
        told = f"{self.command.name} {self.engine} workers={self.workers}"
        return f"{told} {self.victim} signal={self.signal} at {self.moment:.2f}"

    def strike(self, leader: int) -> None:
        """Kill what is to be killed of the processes that `leader` has begun."""
        with contextlib.suppress(ProcessLookupError):
            if self.victim == GROUP:
                os.killpg(leader, self.signal)
            else:
                for number in workers_of(leader)[:1] if self.victim == WORKER else [leader]:
                    os.kill(number, self.signal)


@dataclass(slots=True)
class Ground:
    """What the trials begin with: a store with the old plans, and where the new ones lie."""

    root: Path
    wanted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lasting: dict[str, float] = field(default_factory=dict)

    def prepare(self) -> None:
        """Write the plans and build the store of the old ones."""
        for name in NAMES[:4]:
            _write(self.root / "old" / f"{name}.txt", PLAN.format(name=name))
        shutil.copytree(self.root / "old", self.root / "new")
        _write(self.root / "new" / f"{NAMES[0]}.txt", PLAN.format(name=NAMES[0]).replace("更新", "新建"))
        (self.root / "new" / f"{NAMES[1]}.txt").unlink()
        for name in NAMES[4:]:
            _write(self.root / "new" / f"{name}.txt", PLAN.format(name=name))
        shutil.copytree(self.root / "old", self.root / "kept")
        _write(self.root / "table.csv", TABLE)
        self._run([*GUITU, "build", str(self.root / "kept"), "--store", str(self.root / "before")])

    def fresh(self, command: Command) -> dict[str, Path]:
        """The places of one trial: a copy of the store, and for `update` changed plans where it looks."""
        store = self.root / "store"
        shutil.rmtree(store, ignore_errors=True)
        shutil.copytree(self.root / "before", store)
        shutil.rmtree(self.root / "kept")
        shutil.copytree(self.root / ("new" if command.name == "update" else "old"), self.root / "kept")
        return {"store": store, **{name: self.root / name for name in ("old", "new")}, "table": self.root / "table.csv"}

    def undisturbed(self, command: Command, engine: str = POOL) -> float:
        """How long a command takes when nobody kills it; remembers what the store holds then."""
        if command.name not in self.lasting:
            places = self.fresh(command)
            before = held_by(places["store"])
            begin = time.monotonic()
            self._run(command.filled(places, 2, engine))
            self.lasting[command.name] = time.monotonic() - begin
            self.wanted[command.name] = held_by(places["store"])
            assert self.wanted[command.name] != before, f"{command.name} changes nothing"
        return self.lasting[command.name]

    def _run(self, words: Sequence[str]) -> str:
        """Run a command to its end; what it complains of."""
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1, 2):  # 2: what is to be removed has gone already
            raise AssertionError(f"{words}: {done.stderr}")
        return done.stderr

    def try_(self, trial: Trial) -> str:
        """In a word what the store held after a trial. AssertionError with the trial where a promise is broken."""
        lasting = self.undisturbed(trial.command, trial.engine)
        places = self.fresh(trial.command)
        before = held_by(places["store"])
        with started(trial.command.filled(places, trial.workers, trial.engine), self.root / "said") as process:
            time.sleep(lasting * trial.moment)
            trial.strike(process.pid)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(MENDED if trial.victim == WORKER else AT_ONCE)
            assert process.returncode is not None, f"{trial}: it does not end"
            patience = AFTER if trial.engine == POOL else MOURNING
            assert not left_of(process.pid, patience), f"{trial}: processes are left: {left_of(process.pid, 0)}"
        lines = (self.root / "said").read_text("utf-8").splitlines(keepends=True)
        said = "".join(line for line in lines if TRACKER not in line)
        assert _well_ended(trial.signal, process.returncode, said), f"{trial}: code {process.returncode}, {said!r}"
        with layout.locked(layout.find(places["store"])):  # the lock is free
            pass
        held, wanted = held_by(places["store"]), self.wanted[trial.command.name]
        left = (wanted,) if trial.victim == WORKER else (before, wanted)
        assert held in left, f"{trial}: the graph is not what it has to be"
        again = self._run(trial.command.filled(places, trial.workers, trial.engine))
        assert held_by(places["store"]) == wanted, f"{trial}: run again, the command makes another graph: {again!r}"
        assert not list(places["store"].rglob("*" + layout.PART)), f"{trial}: something half done is left"
        return "new" if held == wanted else "old"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def held_by(store: Path) -> tuple[str, ...]:
    """The quads of a store; engine and shards must hold equally many."""
    found = Store.open(store)
    quads = tuple(found.quads())
    assert len(found) == len(quads), "the engine holds another number of quads than the shards"
    return quads


def _well_ended(number: int, code: int, said: str) -> bool:
    """Whether a command that was told to end has said so in one line; one that had not begun says nothing."""
    if code == ENDED:
        return said.count("\n") == 1
    return code in (0, 1) or (code == -number and not said)


@contextlib.contextmanager
def started(words: Sequence[str], said: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A command in a group and session of its own; what it complains of goes into a file."""
    with said.open("wb") as errors:
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def left_of(session: int, patience: float) -> list[int]:
    """The processes of a session that still run after so many seconds."""
    until = time.monotonic() + patience
    while True:
        left = [process for process in map(_process, Path("/proc").glob("[0-9]*")) if process[1:] == (session, True)]
        if not left or time.monotonic() >= until:
            return [number for number, _, _ in left]
        time.sleep(0.02)


def workers_of(leader: int) -> list[int]:
    """The workers of a cluster that a command has begun: what they begin themselves reads one document."""
    try:
        begun = psutil.Process(leader).children()
        return [one.pid for one in begun if any("spawn_main" in word for word in one.cmdline())]
    except psutil.NoSuchProcess:  # it had ended by then
        return []


def _process(place: Path) -> tuple[int, int, bool]:
    """Number and session of a process, and whether it runs; a dead one that nobody has asked for does not."""
    try:
        told = (place / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0, 0, False
    return int(place.name), int(told[3]), told[0] not in "ZX"


def trials(seed: int, count: int, signals: Sequence[int] = (signal.SIGKILL,), engine: str = POOL) -> Iterator[Trial]:
    """Random trials, the same for one seed; every command and number of workers in turn."""
    chance = random.Random(seed)
    commands = [command for command in COMMANDS if command.reads or engine == POOL]
    victims = (PARENT, GROUP) if engine == POOL else (PARENT, GROUP, WORKER)
    for number in range(count):
        yield Trial(
            commands[number % len(commands)],
            number // len(commands) % 3 + 1,
            chance.choice(victims),
            chance.choice(signals),
            chance.uniform(0.05, 1.0),
            engine,
        )


def main() -> None:
    """Run trials and tell what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--signal", choices=("SIGKILL", "SIGTERM"), default="SIGKILL")
    parser.add_argument("--engine", choices=(POOL, DASK), default=POOL)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        ground = Ground(Path(root))
        ground.prepare()
        found: Counter[str] = Counter()
        for number, trial in enumerate(
            trials(given.seed, given.count, (signal.Signals[given.signal],), given.engine), 1
        ):
            try:
                found[ground.try_(trial)] += 1
            except AssertionError as error:
                found["broken"] += 1
                print(error, flush=True)
            if number % 10 == 0 or number == given.count:
                print(f"{number} of {given.count}: {dict(found)}", flush=True)
    sys.exit(1 if found["broken"] else 0)


if __name__ == "__main__":
    main()
