"""What was probably meant by a name that means nothing: of a question, an agency or a document."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from guitu.extract.errors import GuituError, OptionError, QueryError
from guitu.extract.words.nearest import SHOWN, meant
from guitu.graph.ask.kept import once
from guitu.graph.ask.lookups import column, documents_of, named
from guitu.graph.ask.query import AGENCY, ROLE, Question, official, questions
from guitu.graph.keep.store import Store
from guitu.ontology import standards as std
from guitu.ontology import terms

DOCUMENTS = ("document", "from", "to")
"""Parameters that name a document; from and to only of `diff`."""
_ALIKE = 0.5
_AGENCIES = f"SELECT DISTINCT ?a {{ ?a a <{terms.Agency}> }}"
_ROLES = f"SELECT DISTINCT ?name {{ ?r <{std.SKOS_IN_SCHEME}> <{terms.roles}> ; <{std.SKOS_PREF_LABEL}> ?name }}"
_NAMES = f"SELECT DISTINCT ?name {{ ?a a <{terms.Agency}> ; <{std.SKOS_PREF_LABEL}>|<{std.SKOS_ALT_LABEL}> ?name }}"


def questions_near(name: str) -> list[str]:
    """Questions with a name like it, in the language that it is written in."""
    names = [one.name if name.isascii() else one.name_zh for one in questions().values()]
    return get_close_matches(name, names, SHOWN, _ALIKE)


def unknown(store: Store, question: Question, args: Sequence[str]) -> GuituError | None:
    """The error that an argument deserves which names no agency or document of the graph, or no role; else None.

    Asked only where an answer is empty: then it tells a name that is not there from one with nothing to tell.
    """
    for parameter, arg in zip(question.parameters, args, strict=False):
        written = arg.strip()
        if not written:
            continue
        if parameter.name == AGENCY and not _is_agency(store, written):
            return _error(written, "no agency in the graph has this name", agencies(store), "load")
        if parameter.name == "document" and not any(one.is_meant(written) for one in documents_of(store)):
            titles = [one.title for one in documents_of(store)]
            return _error(written, "no document has this in its title", titles, "documents")
        if parameter.name == ROLE and (known := roles(store)) and not any(written.lower() in name for name in known):
            return OptionError(written, "no such role", f"choose one of {', '.join(known)}")
    return None


def roles(store: Store) -> tuple[str, ...]:
    """The roles that an agency can have for a task, in both languages."""
    found: tuple[str, ...] = once(store, "names of roles", lambda: tuple(sorted(column(store, _ROLES))))
    return found


def agencies(store: Store) -> tuple[str, ...]:
    """All names of agencies in the graph, official and other."""
    found: tuple[str, ...] = once(store, "names of agencies", lambda: tuple(sorted(column(store, _NAMES))))
    return found


def _is_agency(store: Store, written: str) -> bool:
    held: set[str] = once(store, "agencies", lambda: column(store, _AGENCIES))
    return bool(named(store, written) & held) or any(named(store, full) & held for full in official(store, written))


def _error(written: str, reason: str, known: Sequence[str], listed: str) -> QueryError:
    return QueryError(written, reason, meant(written, known, f"list them with: guitu ask {listed}"))
