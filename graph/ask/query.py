"""Named questions and free SPARQL. A question is a file of `queries/`: a head of comments, then a query.

The head says the question and the headings in both languages and names the parameters:

    # name zh: 谁负责
    # zh: 谁负责某项任务？
    # en: Who owns a task?
    # group: owners
    # parameters: text?
    # example: 智慧养老
    # cues: 谁负责 | 由…牵头
    # headings zh: 任务 | 机构
    # headings en: task | agency

    # analysis: cascade
    # pieces: tasks
    # formerly: supports 配合任务 role=配合
    # explains: owners

Before them a line says what the query needs of an engine. The group is one of `GROUPS`; the example is what can be
asked with, one argument for each parameter, between bars; the cues are words by which a sentence asks it, … for a few
in between, words in braces beside them also what it asks about (`spoken`). The analysis is for questions that SPARQL
alone cannot answer: the query fetches the facts that the answer rests on, and the module of that name in `analyses/`
makes the rows of the answer of them. The pieces are how a large answer is made bit by bit (`pages`, and the function in
`pieces`). Former names, which still ask it, stand with what a former question was asked with, between bars. What
explains another question is not listed.

A parameter stands in the query as a line `VALUES ?text { "" }`, so that the file runs as it is in any engine; an
answer puts the argument there as an escaped literal, never as a piece of the query. An analysis gets all arguments, and
its query need not use them. Labels of codes come in the language of the answer, which `LANGMATCHES` asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module, resources
from types import MappingProxyType
from typing import Any, Literal

from guitu.extract.errors import OptionError, QueryError
from guitu.graph.ask import collector, kept
from guitu.graph.ask.citations import cited
from guitu.graph.ask.duties import loads
from guitu.graph.ask.local_pages import LOCAL, first_page
from guitu.graph.ask.lookups import named, titled
from guitu.graph.ask.pages import Bind, Page, at_once, page
from guitu.graph.ask.parts import is_divided
from guitu.graph.ask.pieces import PIECES
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.nquads import plain
from guitu.ontology import standards as std
from guitu.ontology import terms

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
AGENCY = "agency"  # a parameter that any written form of an agency's name may fill
ROLE = "role"  # one that a role fills, by its label or notation
WHOLE: Mapping[str, Callable[[Store, str], tuple[Row, ...]]] = {"cited": cited, "load": loads}
"""What looks at the whole graph where nothing is asked for: answered here, in a language, once for each graph."""
NETWORKED = frozenset({"brokers", "communities"})
"""What is found of the network of all agencies; only of the rows that are shown the proofs are fetched."""
BY_THING: Mapping[str, Callable[[Store, str], set[str]]] = {"cited": titled, "load": named}
"""Of these the row of a thing is the same whatever is asked for: the things of a name are taken out of the whole."""
LONGEST = 1_000  # characters of an argument
GROUPS = ("owners", "figures", "places", "documents", "network", "quality")  # in the order of the list of questions

# # en: Who owns a task?
_HEAD = re.compile(
    r"^# (name zh|zh|en|group|parameters|example|cues|headings zh|headings en|analysis|pieces|formerly|explains)"
    r":[ ]*(.*)$",
    re.MULTILINE,
)
_SAID = re.compile(r'(LANGMATCHES\(LANG\(\?\w+\), )"zh"\)')  # LANGMATCHES(LANG(?role), "zh")
_VALUES = r"VALUES \?{name} \{{ \"[^\"\n]*\" \}}"  # VALUES ?text { "" }
_PLACES = f"""SELECT DISTINCT ?place {{
  ?doc a <{terms.Document}> ; <{terms.jurisdiction}> ?of . ?of <{std.SKOS_PREF_LABEL}> ?place }}"""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is asked with; an optional one, left out, matches everything."""

    name: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Former:
    """A question that became part of another: its names, and the arguments of the other that it stood for."""

    names: tuple[str, str]
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A named question; `asks` and `headings` by language; `analysis`: the module that makes the answer of the rows.

    `group`: one of `GROUPS`; `example`: arguments that it can be asked with; `pieces`: how its answer is divided;
    `name_zh`: its name in Chinese, which it is asked by as well; `cues`: words of sentences that ask it; `former`: what
    became part of it; `explains`: the question of whose answers it tells where they come from.
    """

    name: str
    asks: Mapping[str, str]
    headings: Mapping[str, tuple[str, ...]]
    parameters: tuple[Parameter, ...]
    sparql: str
    group: str
    example: tuple[str, ...] = ()
    analysis: str = ""
    pieces: str = ""
    name_zh: str = ""
    cues: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()
    explains: str = ""

    @property
    def usage(self) -> str:
        """The question as it is typed: outline DOCUMENT, owners [TEXT]."""
        told = (f"[{p.name.upper()}]" if p.optional else p.name.upper() for p in self.parameters)
        return " ".join((self.name, *told))

    def takes(self, count: int) -> bool:
        """Whether it can be asked with so many arguments."""
        return sum(not parameter.optional for parameter in self.parameters) <= count <= len(self.parameters)


@dataclass(frozen=True, slots=True)
class Answer:
    """Headings and rows of plain strings; None where the graph says nothing.

    Where a limit cut it short: `rows_left`, found and not shown, and `groups_left`, things (documents, agencies) that
    were not looked at, each of which may have rows.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    rows_left: int = 0
    groups_left: int = 0


@cache
def questions() -> Mapping[str, Question]:
    """The named questions by name, sorted."""
    return MappingProxyType({name: question for name, question in _known().items() if not question.explains})


@cache
def explanations() -> Mapping[str, Question]:
    """What tells where answers come from, by the name of the question that it explains."""
    return MappingProxyType({one.explains: one for one in _known().values() if one.explains})


@cache
def _known() -> Mapping[str, Question]:
    files = (file for file in (resources.files("guitu.graph.ask") / "queries").iterdir() if file.name.endswith(".rq"))
    found = (_question(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in files)
    return MappingProxyType({question.name: question for question in sorted(found, key=lambda one: one.name)})


def _question(name: str, sparql: str) -> Question:
    head = dict(_HEAD.findall(sparql))
    words = head.get("parameters", "").split()
    return Question(
        name,
        {language: head[language] for language in LANGUAGES},
        {language: tuple(head[f"headings {language}"].split(" | ")) for language in LANGUAGES},
        tuple(Parameter(word.rstrip("?"), word.endswith("?")) for word in words),
        sparql,
        head["group"],
        tuple(head["example"].split(" | ")) if "example" in head else (),
        head.get("analysis", ""),
        head.get("pieces", ""),
        head["name zh"],
        tuple(head.get("cues", "").split(" | ")),
        tuple(map(_former, head["formerly"].split(" | "))) if "formerly" in head else (),
        head.get("explains", ""),
    )


def _former(told: str) -> Former:
    """Of `supports 配合任务 role=配合`."""
    name, name_zh, *given = told.split()
    return Former((name, name_zh), dict(each.split("=") for each in given))


def language(name: str) -> Language:
    """zh or en; OptionError for any other name."""
    chosen: Language | None = next((known for known in LANGUAGES if known == name), None)
    if chosen is None:
        raise OptionError("lang", f"no such language: {name}", "choose zh or en")
    return chosen


def question_named(name: str) -> Question | None:
    """The question of a name, English or Chinese: owners, 谁负责; None where there is none."""
    return _known().get(name) or next((one for one in _known().values() if one.name_zh == name), None)


def current(name: str, args: Sequence[str] = ()) -> tuple[Question, tuple[str, ...]] | None:
    """The question of a name, be it a former one, and the arguments that ask the same; None where there is none."""
    if named := question_named(name):
        return named, tuple(args)
    for question in questions().values():
        for former in question.former:
            if name in former.names:
                return question, _given(question, former, args)
    return None


def _given(question: Question, former: Former, args: Sequence[str]) -> tuple[str, ...]:
    """The arguments with what the former name stood for, where there are enough of them."""
    names = [parameter.name for parameter in question.parameters]
    given = {**former.given, **{name: arg for name, arg in zip(names, args, strict=False) if arg}}
    needed = all(parameter.optional or parameter.name in given for parameter in question.parameters)
    if not needed or len(args) > len(names):
        return tuple(args)
    last = max((at for at, name in enumerate(names) if name in given), default=-1)
    return tuple(given.get(name, "") for name in names[: last + 1])


def known(name: str, args: Sequence[str] = ()) -> tuple[Question, tuple[str, ...]]:
    """As `current`; QueryError where there is no such question."""
    found = current(name, args)
    if found is None:
        raise QueryError(name, "no such question", "ask one of: " + ", ".join(questions()))
    return found


def ask(
    store: Store, asked: str | Question, args: Sequence[str] = (), lang: str = "zh", limit: int | None = None
) -> Answer:
    """The answer to a named question; at most `limit` rows, and what that leaves out is told.

    A `Question` may select more than its headings name.

    QueryError where there is no such question or its arguments are missing or too many; OptionError for a language.
    """
    language(lang)
    question, args = known(asked, args) if isinstance(asked, str) else (asked, args)
    with collector.at_rest():
        return _answer(store, question, args, lang, limit)


def _answer(store: Store, question: Question, args: Sequence[str], lang: str, limit: int | None) -> Answer:
    found = _page(store, question, args, lang, limit)
    if not found.rows and args and question.parameters[0].name == AGENCY:
        for full in official(store, args[0]):
            more = _page(store, question, [full, *args[1:]], lang, limit)
            found = Page(found.rows + more.rows, found.rows_left + more.rows_left, found.groups_left + more.groups_left)
    return Answer(question.headings[lang], *_fields(found))


def _page(store: Store, question: Question, args: Sequence[str], lang: str, limit: int | None) -> Page:
    bind = _binding(question, args, lang)
    if not is_divided(question.sparql):
        return _cut(store.query(bind(question.sparql)).rows, limit)
    if not store.in_pieces:
        return _cut(analysed(question, at_once(store, question.sparql, bind), args, lang), limit)
    given = {parameter.name: arg.strip() for parameter, arg in zip(question.parameters, args, strict=False)}
    if question.name in BY_THING and any(given.values()):
        return _cut(_of_whole(store, question, given, lang), limit)
    if any(given.values()) or (limit is None and question.name not in WHOLE.keys() | NETWORKED):
        return _found(store, question, args, lang, limit)
    if question.name in WHOLE:
        return _cut(_whole(store, question, lang), limit)
    return _first(store, question, args, lang, limit)


def _whole(store: Store, question: Question, lang: str) -> tuple[Row, ...]:
    """The answer of a question about the whole graph, found once for each graph."""

    return tuple(kept.rows(store, f"answer {question.name} {lang}", lambda: WHOLE[question.name](store, lang)))


def _of_whole(store: Store, question: Question, given: Mapping[str, str], lang: str) -> tuple[Row, ...]:
    """The rows of the whole answer that are of the things of a name: each is, by the IRI at its end."""
    meant = BY_THING[question.name](store, next(filter(None, given.values())))
    return tuple(row for row in _whole(store, question, lang) if row[-1] in meant)


def _first(store: Store, question: Question, args: Sequence[str], lang: str, limit: int | None) -> Page:
    """The beginning of an answer that no argument changes, found once for each graph."""

    def make() -> Page:
        return (_networked if question.name in NETWORKED else _found)(store, question, args, lang, limit)

    def find() -> Iterator[Row]:
        found = make()
        yield from found.rows
        yield str(found.rows_left), str(found.groups_left)

    name = f"page {question.name} {lang} {limit}"
    if question.pieces in LOCAL:
        return first_page(store, name, question.sparql, lambda: PIECES[question.pieces](store, {}), make)
    *told, (rows, groups) = kept.rows(store, name, find)
    return Page(tuple(told), int(rows or 0), int(groups or 0))


def _networked(store: Store, question: Question, args: Sequence[str], lang: str, limit: int | None) -> Page:
    from guitu.graph.ask.analyses.shared_tasks import Together  # noqa: PLC0415 - which loads networkx

    analysis: Any = import_module(f"guitu.graph.ask.analyses.{question.analysis}")
    together = Together.in_store(store)
    parts = analysis.found(together)
    return Page(analysis.told(together, parts[:limit], lang), max(0, len(parts) - len(parts[:limit])))


def _found(store: Store, question: Question, args: Sequence[str], lang: str, limit: int | None) -> Page:
    bind = _binding(question, args, lang)
    given = {parameter.name: arg.strip() for parameter, arg in zip(question.parameters, args, strict=False)}
    stages = PIECES[question.pieces](store, given) if question.pieces else ()
    if question.pieces and not any(pieces.groups for pieces in stages):
        return Page(analysed(question, (), args, lang))
    stages = [one._replace(rows=partial(one.rows, lang=lang)) if one.rows else one for one in stages]
    meant = next((pieces.args for pieces in stages if pieces.args), args)

    def make(rows: Iterable[Row], things: Sequence[str]) -> tuple[Row, ...]:
        return analysed(question, rows, meant, lang, things)

    return page(store, question.sparql, bind, stages, limit, make if question.analysis else None)


def _cut(rows: tuple[Row, ...], limit: int | None) -> Page:
    return Page(rows[:limit], 0 if limit is None else max(0, len(rows) - limit))


def _fields(found: Page) -> tuple[tuple[Row, ...], int, int]:
    return found.rows, found.rows_left, found.groups_left


def analysed(
    question: Question, rows: Iterable[Row], args: Sequence[str], lang: str = "zh", things: Sequence[str] = ()
) -> tuple[Row, ...]:
    """The rows of the answer, of the rows that the query of a question found in whichever engine.

    `things`: of which of them the answer is, where the rows tell of more.
    """
    if not question.analysis:
        return tuple(rows)
    analysis = import_module(f"guitu.graph.ask.analyses.{question.analysis}")
    more = {"things": things} if things and question.pieces == "higher" else {}
    made: tuple[Row, ...] = analysis.answer(rows, args, lang, **more)
    return made


def official(store: Store, written: str) -> tuple[str, ...]:
    """The official names that a short form has in the places of the store: 市经信委 in 云州市 and in 临江市."""
    return expanded(written, [place for (place,) in store.query(_PLACES).rows if place])


def expanded(written: str, places: Iterable[str]) -> tuple[str, ...]:
    """The official names that a short form has in these places, by the registry."""
    from guitu.extract.words.agencies import read  # noqa: PLC0415 - only for a form that no document writes

    found = {read(written.strip(), place) for place in places} if written.strip() else set()
    return tuple(sorted(agency.name for agency in found if agency.known))


def bound(question: Question, args: Sequence[str], lang: str = "zh") -> str:
    """The query of a question with its arguments and the language of labels in their places."""
    return _binding(question, args, lang)(question.sparql)


def _binding(question: Question, args: Sequence[str], lang: str) -> Bind:
    """What puts the arguments and the language in their places in a part of the query."""
    if not question.takes(len(args)):
        raise QueryError(question.name, f"{len(args)} arguments given", f"ask: {question.usage}")
    if any(len(arg) > LONGEST or "\0" in arg for arg in args):
        raise QueryError(question.name, f"an argument is longer than {LONGEST} characters or holds a zero byte")
    names = [parameter.name for parameter in question.parameters]
    values = [*((name, arg.strip()) for name, arg in zip(names, args, strict=False)), ("lang", lang)]

    def bind(sparql: str) -> str:
        said = _SAID.sub(rf'\1"{lang}")', sparql)
        for name, value in values:
            said = _bind(said, name, value)
        return said

    return bind


def _bind(sparql: str, name: str, value: str) -> str:
    line = f"VALUES ?{name} {{ {plain(value)} }}"
    return re.sub(_VALUES.format(name=name), lambda _: line, sparql)


def select(store: Store, text: str) -> Answer:
    """The answer to free SPARQL of any form; QueryError, on one line, where it does not run. Updates are refused."""
    found = store.query(text)
    return Answer(found.names, found.rows)
