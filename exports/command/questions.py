"""The command `ask`: the list of the named questions, and the answer to one."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from guitu.exports.command.explain import show_explained
from guitu.exports.command.shared import lang, told
from guitu.exports.speech import terminal
from guitu.extract.errors import OptionError
from guitu.graph.ask.query import GROUPS, LANGUAGES, Question, ask, bound, question_named, questions
from guitu.graph.keep.store import Row, Store

# what only some answers need is imported where they are made: an answer takes less than the modules

PAGE: Mapping[str, int] = {"table": 200}
"""Rows of a page, for forms that are read and not handed on."""


def tell_left(rows: int, groups: int) -> None:
    """How much an answer has that is not shown, to standard error, so that data stays data."""
    terminal.complain(told("left over", rows=rows) if not groups else told("left", rows=rows, groups=groups))


def show_list() -> None:
    """All questions below the names of their groups, each as it is typed and what it asks."""
    known = questions().values()
    wide = max(terminal.width(one.usage) for one in known)
    terminal.answer(told("questions"))
    for group in GROUPS:
        terminal.answer()
        terminal.answer(told(f"group {group}"))
        for one in known:
            if one.group == group:
                label = f"  {one.usage}{' ' * (wide - terminal.width(one.usage))}  "
                terminal.say_beside(label, told("question", name=one.name_zh, asks=one.asks[lang()]))
    terminal.answer()
    terminal.say_beside("", told("how to ask", example=example(questions()["owners"])))


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


def example(question: Question) -> str:
    """A command that asks it: guitu ask owners 产地仓."""
    return shlex.join(("guitu", "ask", question.name)) + "".join(f" {_typed(word)}" for word in question.example)


def _typed(word: str) -> str:
    return f"'{word}'" if set(word) & set(" \t'\"\\$`&|;<>()*?") else word


def checked(name: str, args: Sequence[str], explain: bool) -> Question:
    """The question of a name; UsageError for an unknown one, for missing arguments and for too many."""
    question = question_named(name)
    if question is None:
        from guitu.graph.ask.nearest import questions_near  # noqa: PLC0415

        alike = questions_near(name)
        hint = f"did you mean {', '.join(alike)}" if alike else "all of them: guitu ask"
        raise click.UsageError(f"no question {name}; {hint}")
    if not question.takes(len(args)):
        usage = f"guitu ask {question.usage}"
        raise click.UsageError(told("asked as", count=len(args), usage=usage, example=example(question)))
    if explain and _behind(question.name) not in questions():
        raise click.UsageError(f"nothing to explain: {question.name} answers with what documents state")
    return question


def _behind(name: str) -> str:
    """The question that tells where the answer to another comes from."""
    return f"{name}-explained"


def is_asked_freely(words: str) -> bool:
    """Whether this is a question in words of one's own, and no name of one."""
    if question_named(words) is not None:
        return False
    from guitu.graph.ask.spoken import is_sentence  # noqa: PLC0415

    return is_sentence(words)


def meant(store: Store, sentence: str) -> tuple[Question, tuple[str, ...]]:
    """The named question that a sentence asks, with its arguments; told to standard error. QueryError where none is."""
    from guitu.graph.ask.spoken import understood  # noqa: PLC0415

    found = understood(store, sentence)
    name = found.question.name_zh if lang() == "zh" else found.question.name
    terminal.complain(told("understood", command=" ".join(("guitu ask", name, *map(_typed, found.args)))))
    return found.question, found.args


def show_sparql(question: Question, args: Sequence[str], explain: bool) -> None:
    """The query with its arguments in their places, as any engine runs it over the union of the graphs."""
    terminal.emit(bound(questions()[_behind(question.name)] if explain else question, args, lang()))


def show(  # noqa: PLR0913, PLR0917 - the options of the command
    store: Store, question: Question, args: Sequence[str], form: str, explain: bool, limit: int | None = None
) -> None:
    """The answer; with `explain` also where suggestions come from: below a table, else instead of the answer.

    `limit`: rows at most, told where there are more.
    """
    if form == "json":
        terminal.emit(_as_json(store, _behind(question.name) if explain else question.name, args, limit))
        return
    table = form == "table"
    answer = ask(store, _behind(question.name) if explain and not table else question.name, args, lang(), limit)
    if not answer.rows:
        _known(store, question, args)
    if table and not answer.rows:
        terminal.say(told("no rows"))
    else:
        terminal.show_rows(answer.headings, [_spoken(answer.headings, row) for row in answer.rows], form)
        if answer.rows_left or answer.groups_left:
            tell_left(answer.rows_left, answer.groups_left)
    if explain and table:
        show_explained(ask(store, _behind(question.name), args, lang(), limit).rows)


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


def _as_json(store: Store, name: str, args: Sequence[str], limit: int | None) -> str:
    """A list of objects with the same keys in every language, numbers as numbers, IRIs and places of quotes."""
    from guitu.exports.python import traced  # noqa: PLC0415

    chosen = next(one for one in LANGUAGES if one == lang())
    found = traced.table(store, name, args, chosen, limit)
    if not len(found):
        _known(store, questions()[name], args)
    if found.cut:
        tell_left(found.rows_left, found.things_left)
    return found.to_json() + "\n"
