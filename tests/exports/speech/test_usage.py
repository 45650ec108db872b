"""Wrong usage is told in Chinese, of every command and by every sentence that click has for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from guitu.exports.command.cli import main
from guitu.exports.speech.usage import chinese

ROOT = Path(__file__).resolve().parents[3]
COMMANDS = sorted(main.commands)
# what click says of how a command was written, of types that no command has, or where it asks a person
NOT_OURS = re.compile(
    r"defined twice|declaration|Boolean option|Confirm|UUID|format|iterable|prefixes|Choice\(|start char"
)


def sentences() -> Iterator[str]:
    """What click raises as an error of a command line, with its fields filled."""
    folder = Path(click.__file__).parent
    for name in ("core", "exceptions", "parser", "types"):
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                for said in node.args[: 1 if node.func.id == "_" else 2]:
                    text = said.value if isinstance(said, ast.Constant) else ""
                    if isinstance(text, str) and _is_complaint(text):
                        yield _filled(text)


def _is_complaint(text: str) -> bool:
    begins = ("Missing ", "No such", "Invalid value", "Got ", "Option ", "Argument ", "Could not open", "Did you mean")
    held = ("{value", "{name} {filename", "(Did you mean")
    return text.startswith((*begins, *held)) and not NOT_OURS.search(text) and text not in ("Missing {param_type}",)


def _filled(text: str) -> str:
    """With x for each field; a missing parameter is followed by its name."""
    filled = re.sub(r"\{(name)\} \{filename!r\}", "File 'x'", text)
    filled = re.sub(r"\{(nargs|len\w*|length)\}", "2", filled).replace("{number_type}", "integer")
    filled = re.sub(r"\{\w+!r\}", "'x'", filled).replace("{choice}", "'y'").replace("{choices}", "'y', 'z'")
    filled = filled.replace("Invalid value for {param_hint}", "Invalid value for '--x'")
    filled = filled.replace("{possibility}", "'x'")
    filled = re.sub(r"\{\w+\}", "x", filled)
    return f"{filled} 'X'." if filled in ("Missing argument", "Missing option") else filled


@pytest.mark.parametrize("said", sorted(set(sentences()) - {"Missing parameter", "Missing parameter: x"}))
def test_what_click_says_has_its_chinese(said: str) -> None:
    """Each sentence stands in the table, whatever fills it."""
    assert not re.search(r"[A-Za-z]{4}", chinese(said).replace("SOURCE", "")), chinese(said)


def ours() -> Iterator[tuple[str, str]]:
    """What our commands raise as wrong usage, fields of f-strings as x."""
    for path in sorted((ROOT / "exports").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                phrase = _written(node.args[0])
                if node.func.attr in ("UsageError", "BadParameter") and phrase.strip("x ;"):
                    yield path.name, phrase


def _written(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    return ""


@pytest.mark.parametrize(("file", "phrase"), sorted(set(ours())))
def test_what_our_commands_say_has_its_chinese(file: str, phrase: str) -> None:
    """A complaint of our own stands in the table."""
    told = chinese(phrase.replace("x; x", "no question x; did you mean x"))

    assert not re.search(r"[a-z]{3} [a-z]{2}", told), (file, told)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_wrong_option_is_told_in_chinese_by_every_command(name: str) -> None:
    """No such option, a value that is missing, one that does not fit: one line without an English sentence, code 2."""
    command = main.commands[name]
    wrong = [[name, "--no-such"], [name, "--lang", "fr"]]
    wrong += [
        [name, f"--{o.name}", "?"] for o in command.params if isinstance(o.type, click.Choice) and o.name != "form"
    ]
    if any(isinstance(one, click.Argument) and one.required for one in command.params):
        wrong.append([name])
    for args in wrong:
        done = CliRunner().invoke(main, args, env={"LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"})

        assert done.exit_code == 2, args
        assert done.stderr.startswith(f"guitu: {name}："), done.stderr
        assert done.stderr.count("\n") == 1
        assert not re.search(r"[a-z]+ [a-z]+ [a-z]+", done.stderr.split("；见")[0]), done.stderr


def test_in_english_click_speaks_itself() -> None:
    """Where English is asked for, nothing is translated."""
    done = CliRunner().invoke(main, ["--lang", "en", "ask", "--no-such"])

    assert done.stderr == "guitu: ask: No such option '--no-such'; guitu ask --help\n"


def test_a_command_that_is_not_there() -> None:
    """What was probably meant is told."""
    done = CliRunner().invoke(main, ["--lang", "zh", "exprot"])

    assert (done.exit_code, done.stderr) == (2, "guitu: 没有命令 exprot；是否要写 export？；见 guitu --help\n")
