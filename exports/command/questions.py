"""The command `ask`: the list of the named questions, and the answer to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from guitu.exports.command.explain import show_explained
from guitu.exports.command.shared import lang, told
from guitu.exports.speech import terminal
from guitu.exports.speech.messages import message
from guitu.extract.errors import OptionError
from guitu.graph.ask.query import GROUPS, LANGUAGES, Question, ask, bound, current, explanations, questions
from guitu.graph.keep.store import Row, Store

# what only some answers need is imported where they are made: an answer takes less than the modules

PAGE: Mapping[str, int] = {"table": 200}
"""Rows of a page, for forms that are read and not handed on."""


def tell_left(rows: int, groups: int) -> None:
    """How much an answer has that is not shown, to standard error, so that data stays data."""
    terminal.complain(told("left over", rows=rows) if not groups else told("left", rows=rows, groups=groups))


def show_list() -> None:
    """All questions below the names of their groups, each as it is typed in this language, and what it asks."""
    known = questions().values()
    wide = max(terminal.width(usage(one, lang())) for one in known)
    terminal.answer(told("questions"))
    for group in GROUPS:
        terminal.answer()
        terminal.answer(told(f"group {group}"))
        for one in known:
            if one.group == group:
                typed = usage(one, lang())
                label = f"  {typed}{' ' * (wide - terminal.width(typed))}  "
                terminal.say_beside(label, told("question", name=one.name, asks=one.asks[lang()]))
    terminal.answer()
    terminal.say_beside("", told("how to ask", example=example(questions()["owners"], lang())))


def write_examples(folder: Path, endpoint: str | None) -> None:
    """Every question as an example of SPARQL for an endpoint, in a file of its own, and what they share."""
    from guitu.exports.rdf.examples import ENDPOINT, examples  # noqa: PLC0415

    files = dict(examples(endpoint or ENDPOINT))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, turtle in files.items():
            (folder / name).write_text(turtle, "utf-8", newline="\n")
    except OSError as error:
        raise OptionError(str(folder), error.strerror or str(error), "choose another folder") from error
    terminal.say(told("examples", count=len(files) - 1, folder=folder))


def usage(question: Question, spoken: str) -> str:
    """How it is typed in a language: 职责清单 机构 [角色], duty-sheet AGENCY [ROLE]."""
    words = ((message(spoken, f"parameter {one.name}"), one.optional) for one in question.parameters)
    return " ".join((_name(question, spoken), *(f"[{word}]" if optional else word for word, optional in words)))


def example(question: Question, spoken: str) -> str:
    """A command that asks it: guitu ask 谁负责 产地仓."""
    return " ".join(("guitu ask", _name(question, spoken), *map(_typed, question.example)))


def _name(question: Question, spoken: str) -> str:
    return question.name_zh if spoken == "zh" else question.name


def _typed(word: str) -> str:
    return f"'{word}'" if set(word) & set(" \t'\"\\$`&|;<>()*?") else word


class Asked(NamedTuple):
    """A question with its arguments; `explain`: where the suggestions come from is asked as well."""

    question: Question
    args: tuple[str, ...]
    explain: bool


def checked(name: str, args: Sequence[str], explain: bool) -> Asked:
    """What is asked by a name, the new one told to standard error where it is a former one.

    UsageError for an unknown name, for missing arguments and for too many.
    """
    found = current(name, args)
    if found is None:
        from guitu.graph.ask.nearest import questions_near  # noqa: PLC0415

        alike = questions_near(name)
        hint = f"did you mean {', '.join(alike)}" if alike else "all of them: guitu ask"
        raise click.UsageError(f"no question {name}; {hint}")
    asked = _explaining(Asked(*found, explain))
    question = asked.question
    if not question.takes(len(asked.args)):
        how = f"guitu ask {usage(question, lang())}"
        raise click.UsageError(told("asked as", count=len(asked.args), usage=how, example=example(question, lang())))
    if name not in (question.name, question.name_zh):
        terminal.complain(told("renamed", name=name, command=_command(asked)))
    return asked


def _explaining(asked: Asked) -> Asked:
    """What explains a question is asked as an option of that question; UsageError where nothing explains it."""
    question, args, explain = asked
    if question.explains:
        return Asked(questions()[question.explains], args, True)
    if explain and question.name not in explanations():
        raise click.UsageError(f"nothing to explain: {question.name} answers with what documents state")
    return asked


def _command(asked: Asked) -> str:
    """As it is typed, in the language of this run."""
    args = (_typed(word) if word else "''" for word in asked.args)
    return " ".join(("guitu ask", _name(asked.question, lang()), *args, *(["--explain"] if asked.explain else ())))


def is_asked_freely(words: str) -> bool:
    """Whether this is a question in words of one's own, and no name of one."""
    if current(words) is not None:
        return False
    from guitu.graph.ask.spoken import is_sentence  # noqa: PLC0415

    return is_sentence(words)


def meant(store: Store, sentence: str, explain: bool) -> Asked:
    """The named question that a sentence asks, with its arguments; told to standard error. QueryError where none is."""
    from guitu.graph.ask.spoken import understood  # noqa: PLC0415

    found = understood(store, sentence)
    asked = _explaining(Asked(found.question, found.args, explain))
    terminal.complain(told("understood", command=_command(asked)))
    return asked


def show_sparql(asked: Asked) -> None:
    """The query with its arguments in their places, as any engine runs it over the union of the graphs."""
    question, args, explain = asked
    if question.analysis:
        terminal.complain(told("data of an answer", name=question.name))
    terminal.emit(bound(explanations()[question.name] if explain else question, args, lang()))


def show(store: Store, asked: Asked, form: str, limit: int | None = None) -> None:
    """The answer; where that is asked also where suggestions come from: below a table, else instead of the answer.

    `limit`: rows at most, told where there are more.
    """
    question, args, explain = asked
    behind = explanations()[question.name] if explain else question
    if form == "json":
        terminal.emit(_as_json(store, behind, args, limit))
        return
    table = form == "table"
    answer = ask(store, question if table else behind, args, lang(), limit)
    if not answer.rows:
        _known(store, question, args)
    if table and not answer.rows:
        terminal.say(told("no rows"))
    else:
        terminal.show_rows(answer.headings, [_spoken(answer.headings, row) for row in answer.rows], form)
        if answer.rows_left or answer.groups_left:
            tell_left(answer.rows_left, answer.groups_left)
    if explain and table:
        show_explained(ask(store, behind, args, lang(), limit).rows)


def _known(store: Store, question: Question, args: Sequence[str]) -> None:
    """QueryError where an argument names nothing in the graph."""
    from guitu.graph.ask.nearest import unknown  # noqa: PLC0415

    if error := unknown(store, question, args):
        raise error


def _spoken(headings: Sequence[str], row: Row) -> Row:
    """A row whose reasons, which the graph keeps in Chinese, are in the language of this run."""
    if lang() == "zh":
        return row
    from guitu.exports.speech.reasons import english  # noqa: PLC0415

    return tuple(english(cell) if cell and of == "reason" else cell for of, cell in zip(headings, row, strict=True))


def _as_json(store: Store, question: Question, args: Sequence[str], limit: int | None) -> str:
    """A list of objects with the same keys in every language, numbers as numbers, IRIs and places of quotes."""
    from guitu.exports.python import traced  # noqa: PLC0415

    chosen = next(one for one in LANGUAGES if one == lang())
    found = traced.table(store, question.name, args, chosen, limit)
    if not len(found):
        _known(store, question, args)
    if found.cut:
        tell_left(found.rows_left, found.things_left)
    return found.to_json() + "\n"
