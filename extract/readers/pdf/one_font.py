"""The font that stands in for those that a file does not hold: the same on every machine, every sign a rectangle.

Without it the places of such signs depend on the fonts of the machine; where it has none for a script, signs have no
extent and the library drops some of them. Only places are read, never shapes: a rectangle for each sign is enough.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from typing import Any

import pypdfium2 as _library  # noqa: F401 - starts the library
import pypdfium2.raw as pdfium

_UNITS, _DEPTH, _HEIGHT = 1000, -120, 880  # as in fonts of Chinese signs
_LOW, _HIGH = -80, 830  # of the rectangle: as the ink of Song type
_HALF, _FULL = 1, 2  # glyphs: of Latin letters and digits, of all others
# from sign to sign; spaces have no glyph
_SIGNS = ((0x21, 0x7E, _HALF), (0xA1, 0x1FFF, _HALF), (0x2010, 0x2FFF, _FULL), (0x3001, 0x2FFFF, _FULL))
_CHINESE = 134  # the charset of GB 2312
_NAME = b"Square\0"
_Table = tuple[bytes, bytes]


def _square_font() -> bytes:
    """A TrueType font of two glyphs, both rectangles."""
    half, full = _rectangle(_UNITS // 2), _rectangle(_UNITS)
    many_to_one = struct.pack(">HHIII", 13, 0, 16 + 12 * len(_SIGNS), 0, len(_SIGNS))
    many_to_one += b"".join(struct.pack(">III", *group) for group in _SIGNS)
    box = (0, _DEPTH, _UNITS, _HEIGHT)
    tables = (
        (b"cmap", struct.pack(">HHHHI", 0, 1, 3, 10, 12) + many_to_one),
        (b"glyf", half + full),
        (
            b"head",
            struct.pack(">IIIIHHqq", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _UNITS, 0, 0)
            + struct.pack(">4hHHhhh", *box, 0, 8, 2, 1, 0),
        ),
        (b"hhea", struct.pack(">IhhhH11hH", 0x10000, _HEIGHT, _DEPTH, 0, _UNITS, 0, 0, _UNITS, 1, *[0] * 7, 3)),
        (b"hmtx", struct.pack(">HhHhHh", _UNITS, 0, _UNITS // 2, 0, _UNITS, 0)),
        (b"loca", struct.pack(">IIII", 0, 0, len(half), len(half) + len(full))),
        (b"maxp", struct.pack(">I14H", 0x10000, 3, 4, 1, 0, 0, 2, *[0] * 8)),
        (b"name", struct.pack(">HHH", 0, 0, 6)),
        (b"post", struct.pack(">IIhh5I", 0x30000, 0, -100, 50, *[0] * 5)),
    )
    return _packed(tables)


def _rectangle(width: int) -> bytes:
    glyph = struct.pack(">hhhhhHH", 1, 0, _LOW, width, _HIGH, 3, 0) + bytes([1, 1, 1, 1])
    glyph += struct.pack(">8h", 0, width, 0, -width, _LOW, 0, _HIGH - _LOW, 0)
    return glyph + b"\0" * (-len(glyph) % 4)


def _packed(tables: tuple[_Table, ...]) -> bytes:
    """The file of a font from its tables, which are sorted by name."""
    count = len(tables)
    head, body = struct.pack(">IHHHH", 0x10000, count, 128, 3, 16 * count - 128), b""
    for name, table in tables:
        head += name + struct.pack(">III", 0, 12 + 16 * count + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + body


_FONT = _square_font()


def _written(data: bytes) -> Callable[..., int]:
    """Hands out bytes as the library asks for them: first their number, then into its buffer."""

    def into(buffer: Any, size: int) -> int:
        if buffer and size >= len(data):
            ctypes.memmove(buffer, data, len(data))
        return len(data)

    return into


_font, _name = _written(_FONT), _written(_NAME)
_kinds: dict[str, Any] = dict(pdfium.FPDF_SYSFONTINFO._fields_)
# the library keeps this for the life of the process
_INFO = pdfium.FPDF_SYSFONTINFO(
    version=1,
    Release=_kinds["Release"](lambda info: None),
    EnumFonts=_kinds["EnumFonts"](lambda info, mapper: None),
    MapFont=_kinds["MapFont"](lambda info, weight, italic, charset, pitch, face, exact: 1),
    GetFont=_kinds["GetFont"](lambda info, face: 1),
    GetFontData=_kinds["GetFontData"](lambda info, font, table, buffer, size: 0 if table else _font(buffer, size)),
    GetFaceName=_kinds["GetFaceName"](lambda info, font, buffer, size: _name(buffer, size)),
    GetFontCharset=_kinds["GetFontCharset"](lambda info, font: _CHINESE),
    DeleteFont=_kinds["DeleteFont"](lambda info, font: None),
)


def use() -> None:
    """Let the library take this font, and none of the machine, for every font that a file does not hold."""
    pdfium.FPDF_SetSystemFontInfo(_INFO)
