"""Pages whose text stands elsewhere are told, never reported as complete; tables of blocks are read."""

from __future__ import annotations

import json

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

TITLE = "<p>云州市节水行动计划</p>"
TASK = "<p>一、主要任务</p><p>（一）改造管网。更新管网，完善制度。（责任单位：市水利局）</p>"
LONG = TITLE + TASK + "<p>" + "各部门应当加快推进工作，完善制度，建立台账，定期调度。" * 12 + "</p>"


def facts(body: str, head: str = "", attributes: str = "") -> Facts:
    page = f"<html><head><meta charset=utf-8>{head}</head><body{attributes}>{body}</body></html>"
    return read(Source("a.html", page.encode())).documents[0]


def gaps(found: Facts) -> list[str]:
    return [gap.reason for gap in found.gaps if gap.kind == "unread-part"]


def owners(found: Facts) -> list[tuple[str, str]]:
    return [(found.tasks[duty.task].title, duty.agency.name) for duty in found.responsibilities]


@pytest.mark.parametrize(
    ("body", "head", "told"),
    [
        (TITLE + '<p><img src="1.jpg"></p><p><img src="2.jpg"></p>', "", "图片里（2张）"),
        (TITLE + '<div><img src="a/scan-01.png" width="800"></div>', "", "图片里（1张）"),
        (LONG + '<p><img src="table.png"></p>', "", "1张图片"),
        (TITLE + '<iframe src="plan.pdf"></iframe>', "", "嵌入的文件"),
        (TITLE + "<div id=app></div><template>" + TASK * 2 + "</template>", "", "template"),
        (TITLE + "<textarea>" + "更新管网，完善制度，建立台账。" * 3 + "</textarea>", "", "textarea"),
        (TITLE + "<div id=app></div>", "<script>var x=['" + "更新管网，完善制度。" * 9 + "']</script>", "script"),
        (TITLE + "<div id=app></div><script src=app.js></script>", "", "除标题外没有文字"),
    ],
)
def test_text_that_stands_elsewhere(body: str, head: str, told: str) -> None:
    assert any(told in reason for reason in gaps(facts(body, head)))


@pytest.mark.parametrize(
    "body",
    [
        TITLE + TASK + '<p><img src="logo.png"></p><img src="wx_qrcode.jpg">',
        TITLE + TASK + '<p>下载<img src="w.gif" width="16"></p>',
        TITLE + TASK + "<noscript>请在浏览器中启用JavaScript后访问本站。</noscript>",
        TITLE + TASK + "<textarea>请输入您的意见</textarea><script>alert('请输入关键字')</script>",
        LONG + "<script>var tree=['" + "政府信息公开指南目录" * 90 + "']</script>",
    ],
)
def test_what_every_page_has_is_no_gap(body: str) -> None:
    found = facts(body)

    assert not gaps(found)
    assert owners(found) == [("改造管网", "云州市水利局")]


@pytest.mark.parametrize(
    ("body", "attributes"),
    [
        ("<div id=app></div><noscript>" + TITLE + TASK + "</noscript>", ""),
        (TITLE + TASK, ' style="visibility: hidden"'),
        (
            "<h1>云州市水利局信息公开</h1><h1>云州市节水行动计划</h1><div id=app></div><script>window.d = {a:1, D: "
            + json.dumps({"id": 7, "content": f'<p class="x">{TASK}</p><p>{"完善制度，建立台账。" * 60}</p>'})
            + "}</script>",
            "",
        ),
    ],
)
def test_text_that_a_script_would_show(body: str, attributes: str) -> None:
    """A <noscript>, a page hidden until it has loaded, and markup inside JSON are read."""
    found = facts(body, attributes=attributes)

    assert found.document.title == "云州市节水行动计划"
    assert owners(found) == [("改造管网", "云州市水利局")]


ROWS = (("序号", "重点任务", "牵头单位"), ("1", "改造管网", "市水利局"), ("2", "推广器具", "市商务局"))


def table(outer: str, row: str, cell: str) -> str:
    rows = "".join(row.format("".join(cell.format(words) for words in one)) for one in ROWS)
    return "<p>云州市节水任务分工表</p>" + outer.format(rows)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (
            table(
                '<div style="display:table">{}</div>',
                '<div style="display: table-row">{}</div>',
                '<div style="width:9px;display:table-cell">{}</div>',
            ),
            "",
        ),
        (
            table('<div class="T">{}</div>', '<ul class="row">{}</ul>', '<li class="c">{}</li>'),
            "<style>/* a */ .T,.U {display : table} ul.row{display:table-row}\n.c { display:table-cell; }</style>",
        ),
        (
            table('<div id="t"><div class="g">{}</div></div>', '<div class="r">{}</div>', "<span class='c'>{}</span>"),
            "<style>#t{display:table}.g{display:table-row-group}.r{display:table-row}.c{display:table-cell}</style>",
        ),
    ],
)
def test_tables_built_of_blocks(body: str, head: str) -> None:
    assert owners(facts(body, head)) == [("改造管网", "云州市水利局"), ("推广器具", "云州市商务局")]


def test_blocks_that_only_lay_the_page_out() -> None:
    """One row of cells beside each other, a menu and the text, is no table."""
    cell = '<div style="display:table-cell">{}</div>'
    found = facts('<div style="display:table">' + cell.format("栏目导航") + cell.format(TITLE + TASK) + "</div>")

    assert owners(found) == [("改造管网", "云州市水利局")]


def test_a_cell_to_the_end_of_its_group() -> None:
    """rowspan=0 reaches to the end of its group of rows, and no farther."""
    rows = "<tr><td>1<td>改造管网<td rowspan=0>市水利局</tr><tr><td>2<td>推广器具</tr>"
    other = "<tr><td>3<td>监测用水<td>市数据局</tr>"
    head = "<thead><tr><td>序号<td>任务<td>责任单位</tr></thead>"
    body = f"<p>云州市节水任务分工表</p><table>{head}<tbody>{rows}</tbody><tbody>{other}</tbody></table>"

    assert [name for _, name in owners(facts(body))] == ["云州市水利局", "云州市水利局", "云州市数据局"]


def test_columns_beyond_the_widest_row_are_told() -> None:
    cells = "<td>x" * 1005
    body = f"{LONG}<table><tr>{cells}</tr><tr>{cells}</tr></table>"

    assert any("只读了前1000列" in reason for reason in gaps(facts(body)))


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ("<title>信息服务 &gt;&gt; 政策法规 &gt;&gt; 惠农政策</title>", '<p class="title">云州市节水行动计划</p>'),
        ("<title>云州市水利局</title>", '<h2 id="bt">云州市节水行动计划</h2>'),
    ],
)
def test_a_title_above_the_text(head: str, above: str) -> None:
    """The way through the site is no title; what the page calls one is."""
    text = LONG.removeprefix(TITLE)
    body = f'<div><div class="a">{above}<p>来源：云州市水利局</p></div><div class="content">{text}</div></div>'

    assert facts(body, head).document.title == "云州市节水行动计划"
