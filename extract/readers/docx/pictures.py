"""Pictures and embedded objects of a DOCX: which of them may hold text of the document."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from guitu.extract.readers.docx.styles import W, whole

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_EMU = 360_000  # to a centimetre
# A seal is round and under 5 cm, logos and codes are smaller, a rule is thin: what is wider than these by a line of
# text or more may be a page or a table that somebody pasted as a picture.
_NARROWEST = 6.0  # cm
_LOWEST = 1.0  # cm
_LENGTH = re.compile(r"(?:^|;)\s{0,9}(width|height)\s{0,9}:\s{0,9}(\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|px)?")
_CENTIMETRES = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96, None: 2.54 / 96}


def unread_kind(element: Element) -> str:
    """The measure word and name of a drawing without text boxes that may hold text (张图片, 个图表); else ""."""
    if element.tag == f"{W}object":
        return "个嵌入对象"
    data = next(element.iter(f"{_A}graphicData"), None)
    if data is None:
        return "张图片" if next(element.iter(_IMAGE), None) is not None and _is_large(*_style(element)) else ""
    uri = data.get("uri", "")
    if uri.endswith("/chart") or uri.endswith("/chartex"):
        return "个图表"
    if uri.endswith("/diagram"):
        return "个图示"
    has_picture = next(element.iter(f"{_A}blip"), None) is not None
    return "张图片" if has_picture and _is_large(*_extent(element)) else ""


def _is_large(width: float, height: float) -> bool:
    return width >= _NARROWEST and height >= _LOWEST


def _extent(element: Element) -> tuple[float, float]:
    """Width and height in centimetres; of a drawing that tells none, as if it were large."""
    extent = next(element.iter(f"{_WP}extent"), None)
    if extent is None:
        return _NARROWEST, _LOWEST
    width, height = (whole(extent.get(name), 0, 999_999_999, 0) / _EMU for name in ("cx", "cy"))
    return width, height


def _style(element: Element) -> tuple[float, float]:
    shape = next(element.iter(_SHAPE), None)
    style = shape.get("style", "") if shape is not None else ""
    found = {match[1]: float(match[2]) * _CENTIMETRES[match[3]] for match in _LENGTH.finditer(style)}
    return found.get("width", _NARROWEST), found.get("height", _LOWEST)
