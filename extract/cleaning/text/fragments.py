"""Sentences that a copy has cut at every change of type: 根据（发改价格〔 / 2025 / 〕 / 136 / 号）: whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.raw import RawBlock, RawParagraph

_SIGN = re.compile(r"[“”‘’\"'（）()《》〈〉〔〕\[\]、，。；：,.;:%％‰+\-—~～/·]{1,3}")
_NUMBER = re.compile(r"[\d.,]{1,9}%?|[\d.]{1,8}[-—~～][\d.]{1,8}")
_PAGE = re.compile(r"[—–―－·-]{1,2} ?\d{1,4} ?[—–―－·-]{1,2}")
_UNIT = re.compile(r"[年月日号时份%％‰万亿千百个家项条种倍元人户次]")
_OPENED = re.compile(r"[“‘（(《〈〔\[、至到第约超达]$|[\d年月]$")
_OF_DATE = ("年", "月", "日", "号")
_OPENING = "“‘（(《〈〔["
_CLOSES = re.compile(r"[”’）)》〉〕\]，。；、：,;%％‰]")


def glued(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with what stands alone on a line put back into its sentence.

    Guaranteed: a line of signs, or one that opens with a closing sign, is part of the line before it; what follows an
    opening sign is part of its line; so is a number before a unit, where the line before it is no whole sentence.
    A page number stays alone. Words keep their order.

    >>> [b.text for b in glued([RawParagraph(t) for t in ("按照方案（云发〔", "2025", "〕", "6", "号）执行。", "12")])]
    ['按照方案（云发〔2025〕6号）执行。', '12']
    """
    found: list[RawBlock] = []
    pieces: list[str] = []
    for index, block in enumerate(blocks):
        last = found[-1] if found else None
        if isinstance(block, RawParagraph) and isinstance(last, RawParagraph) and pieces:
            after = blocks[index + 1] if index + 1 < len(blocks) else None
            follower = after.text.strip() if isinstance(after, RawParagraph) else ""
            page = isinstance(after, RawParagraph) and after.level > 0 and block.text.strip().isdigit()
            if (
                _same_kind(last, block)
                and not page
                and _belongs(pieces[-1], block.text.strip(), follower, len(pieces) > 1)
            ):
                pieces.append(block.text.strip())
                continue
        close(found, pieces)
        found.append(block)
        pieces = [block.text.strip()] if isinstance(block, RawParagraph) and block.text.strip() else []
    close(found, pieces)
    return tuple(found)


def close(found: list[RawBlock], pieces: list[str]) -> None:
    """Write the pieces of a paragraph that has grown, the last one found, into it."""
    last = found[-1] if found else None
    if len(pieces) > 1 and isinstance(last, RawParagraph):
        found[-1] = last.saying("".join(pieces))


def _same_kind(one: RawParagraph, other: RawParagraph) -> bool:
    return (one.level, one.box, one.aside) == (other.level, other.box, other.aside)


def _belongs(before: str, line: str, after: str, inside: bool) -> bool:
    """`inside`: the line before was itself put back into a sentence."""
    if not line or not before or _PAGE.fullmatch(line):
        return False
    if _CLOSES.match(line) or (_SIGN.fullmatch(line) and not before.endswith("。")):
        return True
    if _NUMBER.fullmatch(line):
        return bool(_OPENED.search(before)) or (bool(_UNIT.match(after)) and not before.endswith(("。", "；")))
    if line in _OF_DATE and before[-1].isdigit():
        return True
    return before[-1] in _OPENING or (inside and bool(_NUMBER.fullmatch(before) or _SIGN.fullmatch(before)))
