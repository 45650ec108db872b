"""Help speaks both languages, of every command and every option; the list of questions speaks one."""

from __future__ import annotations

import inspect
import re

import click
import pytest
from click.testing import CliRunner

from guitu.exports.command.cli import main
from guitu.exports.command.helping import tongues
from guitu.exports.speech.terminal import width
from guitu.graph.ask.query import questions

HAN = re.compile("[一-鿿]")
SHOWN = {name: command for name, command in main.commands.items() if not command.hidden}
OPTIONS = [
    (name, option.opts[-1], option.help or "")
    for name, command in (("", main), *SHOWN.items())
    for option in command.params
    if isinstance(option, click.Option) and option.name not in ("version", "form", "profile")
]


@pytest.mark.parametrize(("command", "option", "told"), OPTIONS, ids=[f"{one[0]} {one[1]}" for one in OPTIONS])
def test_every_option_is_told_in_both_languages(command: str, option: str, told: str) -> None:
    """Chinese first, then English."""
    chinese, english = tongues(told)

    assert HAN.search(chinese), told
    assert chinese != english
    assert re.search("[A-Za-z]{2}", english), told


@pytest.mark.parametrize("name", SHOWN)
def test_the_text_of_a_command_is_whole_in_both_languages(name: str) -> None:
    """What one language says of a command the other says as well: neither is a mere heading of the other."""
    command = SHOWN[name]
    texts = [one for one in inspect.cleandoc(command.help or "").split("\n\n") if not one.startswith("\b")]
    chinese = sum(len(HAN.findall(one)) for one in texts)
    english = sum(len(re.findall("[A-Za-z]+", one)) for one in texts if not HAN.search(one[:12]))

    assert HAN.search(texts[0])
    assert all(HAN.search(one) and re.search("[A-Za-z]", one) for one in (command.short_help or "",))
    assert english > 3
    assert chinese > 0.8 * english  # a word of English is one or two signs of Chinese


def test_the_frame_of_help_is_in_both_languages() -> None:
    """What click says in English, too; no line is wider than the console that it was folded for."""
    done = CliRunner().invoke(main, ["export", "--help"], env={"COLUMNS": "80"})

    assert done.exit_code == 0
    for words in ("用法 Usage: guitu export", "选项 Options:", "显示这段帮助。 This help.", "[默认 default: full]"):
        assert words in " ".join(done.stdout.split())
    folded = done.stdout.partition("选项 Options:")[2].splitlines()
    assert max(map(width, folded)) <= 80


@pytest.mark.parametrize(("lang", "other"), [("zh", "en"), ("en", "zh")])
def test_the_list_of_questions_shows_how_each_is_typed(lang: str, other: str) -> None:
    """In Chinese by its Chinese name and words for what it takes, its English name beside."""
    done = CliRunner().invoke(main, ["ask", "--lang", lang])
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]

    usage = {"zh": "职责清单 机构 [角色]", "en": "duty-sheet AGENCY [ROLE]"}
    assert [line for line in lines if line.startswith(usage[lang])]
    assert not [line for line in lines if line.startswith(usage[other])]
    for one in questions().values():
        assert [line for line in lines if one.asks[lang] in line and one.name in line]


def test_a_question_asked_wrongly_is_told_in_its_words() -> None:
    """How it is typed, and an example, in the language of the run."""
    zh, en = (CliRunner().invoke(main, ["ask", "到期", "--lang", lang]) for lang in ("zh", "en"))

    assert (zh.exit_code, en.exit_code) == (2, 2)
    assert "用法：guitu ask 到期 年份；例：guitu ask 到期 2024" in zh.stderr
    assert "asked as: guitu ask due YEAR; e.g. guitu ask due 2024" in en.stderr
