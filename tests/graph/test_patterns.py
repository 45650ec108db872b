import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guitu.graph.reading.patterns import Prepared

WORDS = r"(?P<who>市|县)教育局(?=、|$)"


@pytest.fixture
def prepare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Prepared]]:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    made: list[Prepared] = []

    def start() -> Prepared:
        made.append(Prepared(tmp_path / "new" / "some.patterns"))
        return made[-1]

    yield start
    for one in reversed(made):
        one.close()


def compiled(prepared: Prepared, expression: str = WORDS, flags: int = 0) -> re.Pattern[str]:
    re.purge()
    pattern = re.compile(expression, flags)
    prepared.close()
    return pattern


def test_what_was_compiled_is_taken_from_the_file(prepare: Callable[[], Prepared]) -> None:
    first = prepare()
    one = compiled(first, flags=re.IGNORECASE)
    first.keep()
    second = prepare()
    other = compiled(second, flags=re.IGNORECASE)
    assert (first.missed, second.missed) == (1, 0)
    assert one == other
    for text in ("市教育局、县教育局", "县教育局", "教育局"):
        assert [m.groupdict() for m in one.finditer(text)] == [m.groupdict() for m in other.finditer(text)]
    third = prepare()
    assert compiled(third) != one  # of other flags
    assert third.missed == 1


@pytest.mark.parametrize("at", [0, 40, 70, -1])
def test_a_damaged_file_is_not_used(prepare: Callable[[], Prepared], at: int) -> None:
    first = prepare()
    compiled(first)
    first.keep()
    data = bytearray(first.path.read_bytes())
    data[at] ^= 1
    first.path.write_bytes(data)
    second = prepare()
    assert compiled(second).fullmatch("市教育局")
    assert second.missed == 1


def test_what_comes_after_is_not_kept(prepare: Callable[[], Prepared]) -> None:
    first = prepare()
    first.keep()
    assert compiled(first).fullmatch("市教育局")
    second = prepare()
    compiled(second)
    assert (first.missed, second.missed) == (0, 1)


def test_what_is_loaded_later_is_added(prepare: Callable[[], Prepared]) -> None:
    first = prepare()
    first.end()
    re.purge()
    re.compile("(市|县)城市管理局")  # not noted
    with first.adding():
        re.compile(WORDS)
    with first.adding():
        re.compile("县水利局$")
    re.compile("县林业局$")  # nor this
    first.close()
    for expression, missed in ((WORDS, 0), ("县水利局$", 0), ("(市|县)城市管理局", 1), ("县林业局$", 1)):
        other = prepare()
        compiled(other, expression)
        assert (expression, other.missed) == (expression, missed)
        other.close()


def test_where_nothing_can_be_written(prepare: Callable[[], Prepared], tmp_path: Path) -> None:
    (tmp_path / "new").write_text("a file where a folder should be")
    first = prepare()
    assert compiled(first).fullmatch("县教育局")
    first.keep()
    assert sorted(tmp_path.iterdir()) == [tmp_path / "new"]


def test_an_expression_that_is_wrong_is_told_as_ever(prepare: Callable[[], Prepared]) -> None:
    with pytest.raises(re.error):
        compiled(prepare(), "(市")


def test_the_grammar_is_the_same_expressions_in_every_process(tmp_path: Path) -> None:
    """Whatever the order of sets in it: else no process would find what another compiled."""
    code = (
        "from guitu.extract.source import Source\n"
        "from guitu.graph.reading import reader_process as process\n"
        "from guitu.graph.reading.patterns import Prepared\n"
        "from guitu.graph.reading.reading import read_source\n"
        "made = Prepared()\n"
        "process._answer(read_source, Source('', b'x'), None, process._nothing)\n"
        "print(made.missed)\n"
        "made.keep()\n"
    )
    found = []
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPYCACHEPREFIX": str(tmp_path)}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        found.append(int(done.stdout))
    assert found[0] > 500
    assert found[1] == 0
