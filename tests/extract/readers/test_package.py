"""Office packages: parts, relations, and what is refused before it is unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from guitu.extract.errors import SourceError
from guitu.extract.readers.package import Package, elements, tree

RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: Mapping[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return stream.getvalue()


def test_relations_lead_to_parts() -> None:
    """The main part and its parts are found by relations, relative or absolute; an address stays one."""
    inner = (
        f'<Relationship Id="r1" Type="{OFFICE}/styles" Target="../my%20styles.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/hyperlink" Target="http://x.test/" TargetMode="External"/>'
    )
    package = Package(
        packed(
            {
                "_rels/.rels": RELATIONS.format(
                    f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="/Doc/Main.xml"/>'
                ),
                "doc\\_rels\\main.xml.rels": RELATIONS.format(inner),
                "my styles.xml": "<a/>",
            }
        )
    )

    assert package.main == "Doc/Main.xml"
    assert package.related("doc/main.xml", "styles") == "my styles.xml"
    assert package.relations("doc/main.xml")["r2"].target == "http://x.test/"
    assert package.part("MY Styles.xml") == b"<a/>"
    assert (package.part("absent.xml"), package.related("absent.xml", "styles")) == (None, None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed({"a": b" " * 30_000_000}), "unpacks to 30 MB"),
        (packed({"a": b"x" * 99}, zipfile.ZIP_BZIP2), "does not unpack"),
        (packed({"a": b"abcdefgh"}, zipfile.ZIP_STORED).replace(b"abcdefgh", b"abcdefgX"), "does not unpack"),
        (packed({"a": b"x"})[:-9], "no whole package"),
    ],
)
def test_what_does_not_unpack_safely(data: bytes, reason: str) -> None:
    """A bomb, a foreign packing, a wrong checksum and a cut file are refused in one line."""
    with pytest.raises(SourceError, match=reason):
        Package(data).part("a")


def test_a_password_is_told() -> None:
    """A locked part is refused as such."""
    data = bytearray(packed({"a": b"x"}))
    for at in (6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1

    with pytest.raises(SourceError, match="password"):
        Package(bytes(data)).part("a")


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a><b>&x;</b></a>', "entities"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><b>&x;</b></a>', "entities"),
        (b"<a><b></a>", "no whole XML"),
        (b"<b>" * 3000 + b"</b>" * 3000, "no whole XML"),
        (b"", "no whole XML"),
    ],
)
def test_xml_that_is_refused(xml: bytes, reason: str) -> None:
    """Entities, damage and nesting without bound are refused, whole or in a stream."""
    with pytest.raises(SourceError, match=reason):
        tree(xml, "a.xml")
    with pytest.raises(SourceError, match=reason):
        list(elements(io.BytesIO(xml), "a.xml", ["b"]))


def test_the_strict_variant() -> None:
    """Namespaces of the strict standard are read as the common ones."""
    part = Package(packed({"a": b'<w xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'})).part("a")

    assert part == b'<w xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def test_a_large_part_passes() -> None:
    """Ten megabytes and more of ordinary XML are read."""
    xml = b"<a>" + b"".join(b"<b>%d</b>" % i for i in range(1_000_000)) + b"</a>"

    found = 0
    for element in elements(io.BytesIO(xml), "a.xml", ["b"]):
        found += 1
        element.clear()

    assert found == 1_000_000
