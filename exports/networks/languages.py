"""The language of a picture or a network, as its caller names it."""

from __future__ import annotations

from guitu.extract.errors import OptionError
from guitu.graph.ask.query import LANGUAGES, Language


def language(name: str) -> Language:
    """zh or en; OptionError for any other name."""
    chosen: Language | None = next((known for known in LANGUAGES if known == name), None)
    if chosen is None:
        raise OptionError("lang", f"no such language: {name}", "choose zh or en")
    return chosen
