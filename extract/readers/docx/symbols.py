"""Signs that stand in a DOCX as places of a symbol font: ≥ of Symbol, ticks and boxes of Wingdings."""

from __future__ import annotations

import re

PRIVATE = re.compile("[\uf000-\uf0ff]")
# by the place in the font: those that change what a sentence says, and the common bullets
_SYMBOL = {
    0x25: "%", 0x2B: "+", 0x2D: "-", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α",
    0x62: "β", 0x67: "γ", 0x6D: "μ", 0x70: "π", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "●", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "·",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "◆", 0x9E: "·",
    0x9F: "●", 0xA1: "○", 0xA7: "■", 0xA8: "□", 0xAB: "★", 0xB2: "◇", 0xD8: "➢", 0xE0: "→", 0xE8: "→", 0xF0: "→",
    0xFB: "×", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", **{0x81 + i: chr(0x2460 + i) for i in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "×", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0xA3: "□", **{0x6A + i: chr(0x2460 + i) for i in range(10)},
}  # fmt: skip
FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(font: str, char: str) -> str:
    """The sign of w:sym, "" where it is not known.

    >>> symbol("Symbol", "F0B3"), symbol("Wingdings", "F0FE"), symbol("宋体", "2460"), symbol("Webdings", "F021")
    ('≥', '☑', '①', '')
    """
    if not re.fullmatch("[0-9A-Fa-f]{1,5}", char):
        return ""
    code = int(char, 16)
    if font.lower() in FONTS:
        return FONTS[font.lower()].get(code & 0xFF, "")
    return "" if 0xD800 <= code <= 0xF8FF or code < 0x20 else chr(code)


def signs(text: str, font: str) -> str:
    """A text typed in a symbol font, its places of the font as signs; those not known stay."""
    known = FONTS[font.lower()]
    return PRIVATE.sub(lambda match: known.get(ord(match[0]) & 0xFF, match[0]), text)
