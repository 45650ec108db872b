"""Office packages: the ZIP file of a DOCX or XLSX, its parts and how they are related, checked before unpacking.

Nothing is written to disk, so a name with ../ in it is only a name that no relation points at.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element as Element

from guitu.extract.errors import SourceError

_AGAIN = "save it again from its origin"
_MOST_PARTS = 20_000
_LARGEST_PART = 200_000_000  # bytes unpacked; a book of 2,000 pages has about 100 MB of XML
_SMALL_PART = 20_000_000  # bytes unpacked that are taken at any ratio
_STEEPEST = 250  # unpacked to packed; XML of offices has 10 to 60, a bomb 1,000
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # an office package knows no other packing
_ENCRYPTED = 0x1
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w{1,40})/")
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part points. `kind`: styles, image, hyperlink …; `target`: the name of a part, or an address."""

    kind: str
    target: str
    external: bool = False


class Package:
    """An open package. Names of parts are without a leading slash; case does not count, as Windows writes them."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
            raise SourceError("", "the file is damaged: it is no whole package", _AGAIN) from None
        if len(entries) > _MOST_PARTS:
            raise SourceError("", f"the package has {len(entries)} parts", f"at most {_MOST_PARTS} are read")
        self._entries = {_key(entry.filename): entry for entry in entries}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the package."""
        return tuple(entry.filename for entry in self._entries.values())

    def size(self, name: str) -> int:
        """The declared size of a part in bytes, 0 where there is none: to decide before unpacking."""
        entry = self._entries.get(_key(name))
        return entry.file_size if entry else 0

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None where there is none; raises SourceError where it cannot be unpacked safely.

        XML of the strict variant of the standard comes in the namespaces of the common one.
        """
        entry = self._entries.get(_key(name))
        if entry is None:
            return None
        _check(entry)
        try:
            data = self._zip.read(entry)  # reads no more than the declared size, then compares the CRC
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
            raise SourceError("", f"the file is damaged: its part {_shown(name)} does not unpack", _AGAIN) from None
        if b"purl.oclc.org/ooxml" in data[:10_000]:
            data = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)
        return data

    def tree(self, name: str) -> Element | None:
        """The root of a part of XML, or None where there is no such part; raises SourceError where it is damaged."""
        data = self.part(name)
        return None if data is None else tree(data, name)

    def relations(self, name: str = "") -> Mapping[str, Relation]:
        """Where a part points, by the identifiers in it; "" is the package itself. Empty where nothing is told."""
        folder, _, base = name.rpartition("/")
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relation] = {}
        for one in root.iter(_RELATIONS) if root is not None else ():
            target, external = one.get("Target", ""), one.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[one.get("Id", "")] = Relation(one.get("Type", "").rpartition("/")[2], target, external)
        return found

    def related(self, name: str, kind: str) -> str | None:
        """The name of the part of a kind (styles, numbering) that a part points at, or None."""
        return next((r.target for r in self.relations(name).values() if r.kind == kind and not r.external), None)

    @cached_property
    def main(self) -> str | None:
        """The name of the part that is the document, or None where the package does not tell."""
        return self.related("", "officeDocument")


# The parsers keep their own limits (huge_tree off): 256 levels, 10 MB in one text, no entities that multiply.


def tree(data: bytes, name: str) -> Element:
    """The root of XML without a document type; raises SourceError. `name`: of the part, for the message."""
    parser = etree.XMLParser(remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise _damaged(name) from None
    _without_entities(root)
    return root


def elements(stream: io.BytesIO, name: str, tags: Sequence[str]) -> Iterator[Element]:
    """The elements of some tags, each when it ends, while the XML is still read: who clears them keeps memory low.

    `stream` tells how far reading has come. Raises SourceError where the XML is damaged.
    """
    found = etree.iterparse(
        stream, ("end",), tag=tags, remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True
    )
    first = True
    try:
        for _, element in found:
            if first:
                _without_entities(element)
                first = False
            yield element
    except (etree.XMLSyntaxError, ValueError):
        raise _damaged(name) from None


def _without_entities(root: Element) -> None:
    """Raise SourceError where the XML around an element declares a document type: entities come only with one."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise SourceError("", "the file declares XML entities, which no office program writes", _AGAIN)


def _damaged(name: str) -> SourceError:
    return SourceError("", f"the file is damaged: its part {_shown(name)} is no whole XML", _AGAIN)


def _check(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise SourceError("", "the file is locked with a password", "open it, remove the password and save it again")
    if entry.compress_type not in _READABLE:
        raise SourceError("", f"the file is damaged: its part {_shown(entry.filename)} does not unpack", _AGAIN)
    steep = entry.file_size > _SMALL_PART and entry.file_size > _STEEPEST * max(entry.compress_size, 1)
    if entry.file_size > _LARGEST_PART or steep:
        size = entry.file_size // 1_000_000
        raise SourceError("", f"its part {_shown(entry.filename)} unpacks to {size} MB", "split it, or save it again")


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _shown(name: str) -> str:
    """The name of a part for a message of one line."""
    return re.sub(r"[^\w./ -]", "?", name)[-60:]
