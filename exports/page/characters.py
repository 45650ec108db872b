"""How the characters of the page's names are said and written: what lets `jxw` and 經信委 find 经信委.

`readings`: character -> its readings in pinyin without tones, the usual first, with spaces (`重`: zhong chong);
`simplified`: a traditional character -> the one that the names have.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from guitu.exports.page.graph import Json


def characters(names: Iterable[str], texts: Iterable[str] = ()) -> Json:
    """Readings of the characters of names, traditional forms of those of names and texts, and of no others."""
    used = frozenset("".join(names))
    return {"readings": _readings(used), "simplified": _simplified(used.union(*texts))}


def _readings(used: frozenset[str]) -> dict[str, str]:
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its dictionary is large

    found = {}
    for character in sorted(used):
        said = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
        if said:
            found[character] = " ".join(dict.fromkeys(said[0]))
    return found


def _simplified(used: frozenset[str]) -> dict[str, str]:
    """By OpenCC's table (`經 经`); of a line with several forms the first is the usual one."""
    table = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if line)
    forms = ((traditional, plain.split(" ")[0]) for traditional, plain in pairs)
    return {traditional: plain for traditional, plain in forms if plain in used or traditional in used}
