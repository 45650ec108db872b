"""Which of several forms a place has for one short name: what it alone calls so, or what its rank asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from guitu.extract.words.agency_places import Place
from guitu.ontology.districts import region
from guitu.ontology.knowledge import Form

_RANKS = {"省": "province", "自治区": "province", "市": "city", "州": "city", "盟": "city"}


def of_place(place: Place, forms: Sequence[Form], behind: str = "") -> Sequence[Form]:
    """Those that a place alone has, or the nearest around it, else those of every place; none of another place.

    Behind a shortened place a body of the centre goes before: 上海金融监管局. `behind`: the words that follow the name;
    the office of a council is no body that was given up: 市文化委员会办公室.
    """
    if behind.startswith("办公室"):
        forms = [form for form in forms if form.of or not form.until]
    forms = [form for form in forms if place.shortened and form.kind == "vertical"] or forms
    bound = [form for form in forms if form.of] if not place.group else ()
    for one in around(place.full) if bound else ():
        if own := [form for form in bound if one in form.of and form.at in ("", rank_of(place.full))]:
            return own
    return [form for form in forms if not form.of]


@lru_cache(maxsize=4096)
def around(place: str) -> tuple[str, ...]:
    """The names of a place and of those around it, the nearest first."""
    found = region(place)
    return tuple(one.name for one in found.around()) if found else ()


def rank_of(place: str) -> str:
    """A city right under the State has the courts of a province."""
    if place in _RANKS:  # a sign whose place is not told
        return _RANKS[place]
    found = region(place)
    if found is None or found.level == "county":
        return "county"
    under_state = found.level == "municipal" and found.known and found.parent is None
    return "province" if found.level == "provincial" or under_state else "city"
