"""The agency that somebody names: by its official name, any other name, a short form or a part of either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from guitu.exports.tables.inferred import Inferred
from guitu.exports.tables.view import View
from guitu.extract.errors import QueryError

_SHOWN = 6  # candidates that an error tells


def find(view: View, inferred: Inferred, written: str) -> frozenset[str]:
    """The IRIs of the agency with this name; several where names stand for one agency.

    QueryError, with candidates, for a name that no agency with tasks has, or more than one.
    """
    held = {view.one(duty, "gt:agency") for duty in view.members.get("gt:Responsibility", ())}
    held |= {one.agency for one in inferred.suggestions}
    names = {iri: (view.label(iri), *view.other_names.get(iri, ())) for iri in sorted(held)}
    wanted = "".join(written.split()).lower()
    for found in _ways(view, names, wanted):
        nodes = sorted({inferred.of_agency(iri) for iri in found})
        if len(nodes) == 1:
            return frozenset(iri for iri in names if inferred.of_agency(iri) == nodes[0])
        if nodes:
            raise QueryError(written, "several agencies have this name", _listed(view.label(iri) for iri in nodes))
    near = get_close_matches(wanted, sorted({name for told in names.values() for name in told}), _SHOWN, 0.4)
    owners = [next(iri for iri, told in names.items() if name in told) for name in near]
    raise QueryError(
        written, "no agency with tasks has this name", _listed(view.label(inferred.of_agency(iri)) for iri in owners)
    )


def _ways(view: View, names: Mapping[str, Sequence[str]], wanted: str) -> Iterable[list[str]]:
    """Whose official name it is; who has it among other names; whom the registry knows by it in the places of
    the documents; who has it in part."""
    if not wanted:
        return
    yield [iri for iri, told in names.items() if told[0].lower() == wanted]
    yield [iri for iri, told in names.items() if wanted in (name.lower() for name in told)]
    from guitu.extract.words.agencies import read  # noqa: PLC0415 - the grammar, only for a form that nobody writes

    places = {view.label(view.one(iri, "gt:jurisdiction")) or None for iri in view.members.get("gt:Document", ())}
    full = {agency.name for place in places if (agency := read(wanted, place)).known}
    yield [iri for iri, told in names.items() if told[0] in full]
    yield [iri for iri, told in names.items() if any(wanted in name.lower() for name in told)]


def _listed(names: Iterable[str]) -> str:
    told = sorted(set(names))
    more = "…" if len(told) > _SHOWN else ""
    return f"one of: {'、'.join(told[:_SHOWN])}{more}" if told else "list them with: guitu ask load"
