"""HTML: the main text and its tables; layout and furniture left out."""

from __future__ import annotations

import pytest

from guitu.extract.page import read as read_source
from guitu.extract.raw import RawParagraph, RawTable
from guitu.extract.readers.html import read
from guitu.extract.source import Source

PROSE = "<p>为建好云州水网，保障用水，制定本方案。</p>"


def texts(markup: str) -> list[str]:
    return [b.text for b in read(markup.encode()).blocks if isinstance(b, RawParagraph)]


def tables(markup: str) -> list[list[list[str]]]:
    found = [b for b in read(markup.encode()).blocks if isinstance(b, RawTable)]
    return [[["/".join(one.paragraphs) for one in row] for row in table.rows] for table in found]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>推进<a>灌区</a><b>改<i>造</i></b>，<font>成</font>。</p>", ["推进灌区改造，成。"]),
        ("<p>第一行，<br>第二行。</p>", ["第一行，", "第二行。"]),
        ("<p>面积3km<sup>2</sup>。</p>", ["面积3km2。"]),
        ("<p>修渠。</p><script>var a='，'</script><p style='display: none'>藏，</p><!-- 注，-->", ["修渠。"]),
        ("<div>修渠，<p>建站。</p>完，成</div>", ["修渠，", "建站。", "完，成"]),
        ("<p>建，成。</p><p>责任编辑：甲</p><div class='share'>分享，到</div><iframe>x</iframe>", ["建，成。"]),
        (
            "<ol start=2><li>修渠。</li><li>3．建站。</li></ol><ul><li>植树。</li></ul>",
            ["2．修渠。", "3．建站。", "植树。"],
        ),
    ],
)
def test_flow(markup: str, expected: list[str]) -> None:
    """Inline elements join, blocks and line breaks divide, furniture goes."""
    assert texts(f"<html><body>{markup}</body></html>") == expected


def test_main_text() -> None:
    """Navigation and foot are left out; the heading above the main text stays."""
    page = f"""<body><div class="top"><a>首页</a><a>公开</a></div><h1>云州市水网方案</h1>
    <div><div id="x">{PROSE * 9}</div>
    <p>2024年5月</p></div><div class="foot">主办：云州市，备案</div></body>"""

    found = texts(page)

    assert found[0] == "云州市水网方案"
    assert found[-1] == "2024年5月"
    assert len(found) == 11


def test_layout_tables() -> None:
    """Tables that lay the page out are no tables; the one that describes the document and those of data are."""
    described = "<table><tr><td>索 引 号：</td><td>A1</td><td>发文机关：</td><td>云州市人民政府</td></tr></table>"
    data = "<table><tr><th>部门</th><th>任务</th></tr><tr><td>市水利局</td><td>修渠</td></tr></table>"
    page = f"<table><tr><td>{described}</td></tr><tr><td id='UCAP-CONTENT'>{PROSE * 5}{data}</td></tr></table>"

    assert tables(page) == [
        [["索 引 号：", "A1", "发文机关：", "云州市人民政府"]],
        [["部门", "任务"], ["市水利局", "修渠"]],
    ]


def test_merged_cells() -> None:
    """A cell over several rows and columns stands in each of them, as the same cell."""
    (found,) = (
        b
        for b in read(
            b"<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td rowspan=9>d</td></tr></table>"
        ).blocks
        if isinstance(b, RawTable)
    )

    assert [[one.paragraphs[0] for one in row] for row in found.rows] == [["a", "b", "b"], ["a", "c", "d"]]
    assert found.rows[0][0] is found.rows[1][0]
    assert found.rows[0][1] is found.rows[0][2]


def test_frame() -> None:
    """A table of one column is a frame around paragraphs."""
    found = read(
        f"<body>{PROSE * 9}<table border=1><tr><td>专栏1</td></tr><tr><td><p>渠。</p></td></tr></table>".encode()
    )

    assert [(b.text, b.box) for b in found.blocks if isinstance(b, RawParagraph)][-2:] == [
        ("专栏1", True),
        ("渠。", True),
    ]


def test_deep_nesting() -> None:
    """A page that nests without bound is read, whole."""
    page = read_source(Source("a.html", ("<div><b>" * 5000 + PROSE + "</b></div>" * 5000).encode()))

    assert "云州水网" in page.text.value


def test_huge_spans() -> None:
    """Spans of a million rows and columns cost nothing."""
    assert tables("<table><tr><td rowspan=1000000 colspan=1000000>a</td><td>b</td></tr></table>")


LISTINGS = (
    "<ul><li><span>索 引 号：</span>A1</li><li><span>发文机关：</span>云州市水利局</li>"
    "<li>文　号：云水〔2024〕1号</li></ul>",
    "<div><p><b>发布机构：</b>青岚县教育局</p><p><b>生成日期：</b>2023-05-06</p><p><b>文号：</b>青教〔2023〕2号</p></div>",
    "<p>【文&ensp;&ensp;号】 云水〔2024〕2号<br>【成文日期】 2024-05-06<br>【是否有效】 全文有效<br></p>",
    "<dl><dt>名称：</dt><dd>临江省种业规划</dd><dt>发文单位：</dt><dd>临江省农业厅</dd>"
    "<dt>成文日期：</dt><dd>2022年1月1日</dd></dl>",
)


@pytest.mark.parametrize("listing", LISTINGS)
def test_what_a_site_lists_of_the_document(listing: str) -> None:
    """A list of labels outside of the main text is the table that describes the document."""
    ((*rows,),) = tables(f"<body>{listing}<div>{PROSE * 40}</div></body>")

    assert len(rows) == 3
    assert all(label.endswith("：") and " " not in label and value for label, value in rows)


def test_no_list_of_labels() -> None:
    """Two labels in a menu describe no document, nor does what stands in the text itself."""
    menu = "<ul><li>标题：搜索</li><li>发布日期：不限</li></ul>"
    text = "<p>名称：渠。文号：无。成文日期：无。</p>"

    assert tables(f"<body>{menu}<div>{PROSE * 40}{text}</div></body>") == []


def test_lists_of_links() -> None:
    """Links to other pages are left out, links to attached files stay."""
    others = "<ul><li><a href='/1.html'>云州市召开水利会议</a>2024-01-02</li><li><a href='/2'>云州市通知</a></li></ul>"
    files = "<ul><li><a href='a.docx'>任务分工表</a></li><li><a href='b.xlsx'>指标表</a></li></ul>"

    found = [
        b.text for b in read(f"<div>{PROSE * 9}{others}{files}</div>".encode()).blocks if isinstance(b, RawParagraph)
    ]

    assert found[-2:] == ["任务分工表", "指标表"]
    assert not [text for text in found if "会议" in text]


def test_a_title_that_only_the_head_gives() -> None:
    """The title of the page, without the name of the site, where the text has none of its own."""
    page = f"<html><head><title>云州市节水规划_云州市水利局</title></head><body><div>{PROSE * 9}</div></body></html>"

    first, *rest = read(page.encode()).blocks

    assert first == RawParagraph("云州市节水规划", level=1)
    assert first not in rest


SHORT = "<table><tr><th>重点任务</th><th>牵头单位</th></tr><tr><td>修渠</td><td>市水利局</td></tr></table>"


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>云州市分工表</h1>{SHORT}",
        f"<body><div><h1>云州市分工表</h1></div><div>{SHORT}</div><div>联系电话：0000</div></body>",
        f"<title>云州市分工表</title><body><ul><li><a href=/a>首页</a></li></ul><div><div>{SHORT}</div></div></body>",
        f"<meta charset=utf-8><title>t</title><p>云州市分工表</p>{SHORT}<p>主办：云州市政府。</p>",
    ],
)
def test_a_page_of_one_short_table(page: str) -> None:
    """A table of short cells is the matter of a page that has hardly any sentence."""
    assert [["重点任务", "牵头单位"], ["修渠", "市水利局"]] in tables(page)


LONG = "<table>" + "<tr><td>改造泵站、渠道和水闸</td><td>市水利局、市财政局</td></tr>" * 40 + "</table>"


@pytest.mark.parametrize(
    "page",
    [
        f"<body><div><p>现印发给你们，请执行。</p></div><div>{LONG}</div></body>",
        f"<body><div><div><p>现印发给你们，请执行。</p></div><div><div>{LONG}</div></div></div><div>电话：0</div></body>",
        f"<body><div><span>现印发给你们，请执行。</span></div><section><div>{LONG}</div></section></body>",
    ],
)
def test_the_notice_before_a_large_table_stays(page: str) -> None:
    """A table may hold nearly all the characters of a page; the sentences before it are the document's, too."""
    assert "现印发给你们，请执行。" in texts(page)
    assert len(tables(page)[0]) == 40


def test_a_text_without_a_table_stays_alone() -> None:
    """Sentences of the site beside a long text are not the document's."""
    assert texts(f"<body><div>{PROSE * 40}</div><div><p>本站欢迎您。</p></div></body>")[-1] != "本站欢迎您。"


WITHOUT_BODY = (
    f"<title>渠</title><section><p>一、修渠。</p>{PROSE}</section>",
    f"<title>渠</title><article><div><p>一、修渠。</p>{PROSE}</div></article>",
    f"<head><title>渠</title></head><main><p>一、修渠。</p>{PROSE}</main>",
)


@pytest.mark.parametrize("page", WITHOUT_BODY)
def test_a_page_without_body(page: str) -> None:
    """The parser leaves <section> in the head, where text is not looked for."""
    assert texts(page)[-2:] == ["一、修渠。", "为建好云州水网，保障用水，制定本方案。"]


def test_items_of_a_list_stay_apart() -> None:
    """However they end: a line that was cut never begins with a bullet."""
    items = ["改造管网，消除隐患，补贴用户，由市住建局牵头，市财政局", "培训工匠，建立名册，支持创业的"]
    listed = "".join(f"<li><p>{item}</p></li>" for item in items)
    reading = read_source(Source("a.html", f"<body>{PROSE * 3}<ul>{listed}</ul></body>".encode()))

    assert reading.text.value.split("\n")[-2:] == items
