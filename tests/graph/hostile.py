"""A small PDF that takes without end: form objects that draw one another twice, 2^depth times in all."""

from __future__ import annotations


def pdf(depth: int = 30) -> bytes:
    """A file of one page; `depth`: how many forms lie in one another."""
    forms = [3, *range(6, 5 + depth)]
    body = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        4: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</XObject<</F 3 0 R>>>>>>",
        5: b"<</Length 5>>stream\n/F Do\nendstream",
    }
    for form, inner in zip(forms, [*forms[1:], 0], strict=True):
        drawn = b"/F Do /F Do" if inner else b"0 0 9 9 re f"
        named = b"/XObject<</F %d 0 R>>" % inner if inner else b""
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%s>>/Length %d>>" % (named, len(drawn))
        body[form] = head + b"stream\n" + drawn + b"\nendstream"
    out, places = b"%PDF-1.7\n", {}
    for number in sorted(body):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body[number])
    table = b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(body))
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(body) + 1)
    return out + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(body) + 1, len(out))
