"""Which links of a page are its attachments."""

from __future__ import annotations

import pytest

from guitu.extract.sources.attachments import attached

AT = "http://plans.example/zwgk/2025/page.html"
PROSE = "<p>青岚县人民政府印发节水规划，请各乡镇认真贯彻执行，县水利局负责督促检查。</p>"


def links(html: str) -> list[str]:
    return attached(f"<html><body>{html}</body></html>".encode(), AT, 50)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (PROSE + "<p>附件：<a href='P01.docx'>节水规划</a></p>", ["http://plans.example/zwgk/2025/P01.docx"]),
        (PROSE + "<p>附件<br><a href='/down?id=7'>附件 1：任务分工表</a></p>", ["http://plans.example/down?id=7"]),
        ("<div><a href='//files.example/a/b'>青岚县节水规划.pdf</a></div>", ["http://files.example/a/b"]),
        (PROSE + "<p>见<a href='../down.jsp?f=%E8%A1%A8.xlsx'>此处</a></p>", ["http://plans.example/zwgk/down.jsp?f=%E8%A1%A8.xlsx"]),
        (PROSE + "<p>附件：<a href='a.wps'>甲</a><a href='a.wps#2'>甲</a></p>", ["http://plans.example/zwgk/2025/a.wps"]),
    ],
)  # fmt: skip
def test_attachments(html: str, found: list[str]) -> None:
    """A document in the text or under 附件, and what calls itself an attachment, once, absolute."""
    assert links(html) == found


@pytest.mark.parametrize(
    "html",
    [
        PROSE + "<div class='footer'>附件：<a href='a.docx'>网站使用帮助</a></div>",
        PROSE + "<div class='nav'><a href='a.docx'>附件</a></div>",
        PROSE + "<p><a href='#a1'>附件1</a><a href='page.html#a2'>附件2</a></p>",
        PROSE + "<p><a href='javascript:show()'>打印</a><a href='mailto:a@b.example'>附件</a><a>附件</a></p>",
        PROSE + "<p>另见<a href='/zwgk/list.html'>政务公开</a></p>",
        "<div id='zoom'>" + PROSE * 3 + "</div><ul><li><a href='/form.doc'>办事表格</a></li></ul>",
    ],
)
def test_other_links(html: str) -> None:
    """Furniture, ways inside the page, scripts, mail, other pages and documents of other places are none."""
    assert links(html) == []


def test_an_attachment_behind_a_script() -> None:
    """What only a script of the page could fetch is not lost without a word."""
    assert links(PROSE + "<p><a href='javascript:void(0)'>附件1</a></p>") == ["javascript:void(0)"]


@pytest.mark.parametrize("base", ["http://[bad", "", "http://other.example/x/"])
def test_the_base_of_a_page(base: str) -> None:
    """A page may say what its links are relative to; a malformed base is none."""
    page = f"<html><head><base href='{base}'></head><body>{PROSE}<a href='a.docx'>附件</a></body></html>"
    place = base if base.endswith("/") else "http://plans.example/zwgk/2025/"

    assert attached(page.encode(), AT, 50) == [f"{place}a.docx"]


@pytest.mark.parametrize(
    "page",
    [
        b"<a href=x.doc>" * 50_000,
        b"<div>" * 50_000 + b"<a href=x.doc>y",
        b"<div>y<a href=x.doc>y</a>" * 20_000,
        b"<a href='http://[x.doc'>\x00\xff</a>",
        b"<a href='\x00.doc" + b"&" * 50_000 + b"'>x</a>",
        b"",
    ],
)
def test_hostile_pages(page: bytes) -> None:
    """Pages that nest or link without bound raise nothing and give no more than is asked for."""
    assert len(attached(page, AT, 50)) <= 50
