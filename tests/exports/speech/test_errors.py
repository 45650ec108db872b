"""Every error of the library can be told in Chinese."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from guitu.exports.speech.errors import chinese, told_error
from guitu.extract.errors import SourceError

ROOT = Path(__file__).resolve().parents[3]
ERRORS = {"OutOfBounds", "SourceError", "StoreError", "QueryError", "OptionError", "Refusal"}


def phrases() -> Iterator[tuple[str, str]]:
    """Reasons and remedies written in calls of errors, fields of f-strings as x."""
    for path in sorted(p for room in ("extract", "graph", "exports") for p in (ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                for said in node.args[0 if node.func.id == "Refusal" else 1 :]:
                    phrase = written(said)
                    if phrase and phrase.strip("x ;:"):
                        yield path.name, phrase


def written(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    return ""


@pytest.mark.parametrize(("file", "phrase"), sorted(set(phrases())))
def test_a_phrase_has_its_chinese(file: str, phrase: str) -> None:
    """What the library says in English stands in the table."""
    assert chinese(phrase) != phrase, file


def test_an_error_is_one_line() -> None:
    """Where, what, what to do; in the language asked for."""
    error = SourceError("plan.txt", "the file is empty", "save it again from its origin")

    assert told_error(error, "zh") == "plan.txt：文件是空的；请从原处重新保存"
    assert told_error(error, "en") == "plan.txt: the file is empty; save it again from its origin"


def test_what_sources_say_otherwise_has_its_chinese() -> None:
    """Lines of `guitu verify` are no errors, and are told in Chinese all the same."""
    for line in (
        "https://w3id.org/guitu/id/document/甲: the sources say otherwise: <a> <b> <c> .",
        "https://w3id.org/guitu/id/document/甲: none of the given files is this document",
        "https://w3id.org/guitu/id/document/甲: 9 more lines differ",
        "text ac3c21f922b5…: none of the given files reads so",
        "text ac3c21f922b5…: the stored text was changed",
        "there is no proof at all",
    ):
        assert chinese(line) != line, line
    assert chinese("the shard of document 甲 is not what it was") == "文件 甲 的分片与当初不同"
