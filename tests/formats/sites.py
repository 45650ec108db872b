"""The plan as pages of several kinds of sites: what is around it, where its title stands, how it is marked."""

from __future__ import annotations

from collections.abc import Callable

from tests.formats.plan import ISSUED, ISSUER, NOTICE, NUMBER, TITLE
from tests.formats.writers import LINES

_PAGES = ("首页", "市情", "新闻动态", "政务公开", "办事服务", "互动交流", "数据开放", "规划计划", "重点领域")
_MENU = "<ul>" + "".join(f'<li><a href="/c{i}">{page}</a></li>' for i, page in enumerate(_PAGES)) + "</ul>"
_OTHERS = "".join(
    f'<li><a href="/d{i}.html">望川市关于推进第{i}批重点工作的通知</a><span>2025-03-0{i}</span></li>'
    for i in range(1, 9)
)
_SIDE = f'<div class="right"><h3>相关文件</h3><ul>{_OTHERS}</ul></div>'
_FOOT = '<div class="foot">主办单位：望川市人民政府办公室　承办：望川市大数据中心　联系电话：0000-0000000</div>'
_ABOUT = (
    ("索 引 号", "WC0101/2025-00021"),
    ("主题分类", "城乡建设"),
    ("发文机关", ISSUER),
    ("成文日期", ISSUED),
    ("标　　题", NOTICE),
    ("发文字号", NUMBER),
    ("发布日期", "2025年04月01日"),
)
_PLAN = LINES[6:]  # without the notice


def _page(body: str, head: str = "") -> bytes:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def _paragraphs(lines: tuple[str, ...] = LINES, form: str = "<p>　　{}</p>") -> str:
    return "".join(form.format(line) for line in lines)


def editor() -> bytes:
    """Text from a web editor with a style sheet in it, share box and tools behind it."""
    tools = "<div>分享到：微信 微博</div><p>扫一扫在手机打开当前页</p><p>【打印本页】【关闭窗口】</p>"
    style = "<style>.TRS_Editor P{line-height:2}</style>"
    about = (
        "<div><span>发布时间：2025-04-01 09:30</span><span>来源：市政府办公室</span><span>浏览次数：1024</span></div>"
    )
    text = f'<div class="TRS_Editor">{style}<div class="Custom_UnionStyle">{_paragraphs()}</div></div>'
    return _page(f"{_MENU}<div><h1>{NOTICE}</h1>{about}{text}{tools}</div>{_SIDE}{_FOOT}")


def layout_table() -> bytes:
    """An old site: the page laid out by a table, the text divided by line breaks."""
    text = "<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in LINES)
    return _page(f"{_MENU}<table><tr><td>{_SIDE}</td><td><div id=zoom>{text}</div></td></tr></table>{_FOOT}")


def pasted_word() -> bytes:
    """Text pasted from Word: every paragraph in several spans."""
    spans = (f"<p class=MsoNormal><span>{line[:7]}</span><span><o:p></o:p></span>{line[7:]}</p>" for line in LINES)
    return _page(f'{_MENU}<div class="content">{"".join(spans)}</div>{_FOOT}')


def listed_items() -> bytes:
    """What the document is stands in a list beside a text that holds the plan alone."""
    items = "".join(f"<li><span>{label}：</span>{value}</li>" for label, value in _ABOUT)
    return _page(f"{_MENU}<div><ul>{items}</ul></div><div>{_paragraphs(_PLAN)}</div>{_FOOT}")


def listed_terms() -> bytes:
    """The same as terms and definitions, in the elements of newer pages."""
    terms = "".join(f"<dt>{label}：</dt><dd>{value}</dd>" for label, value in _ABOUT)
    text = f"<main><dl>{terms}</dl><article>{_paragraphs()}</article></main>"
    return _page(f"<nav>{_MENU}</nav>{text}<aside>{_SIDE}</aside><footer>{_FOOT}</footer>")


def news() -> bytes:
    """A news site that prints the plan: source above, editor and further reading below, the number nowhere."""
    source = "<p>2025-04-02 08:00 来源：望川日报</p>"
    more = f"<p>责任编辑：望川　审核：望川</p><div><h4>推荐阅读</h4><ul>{_OTHERS}</ul></div>"
    text = f"<div><h1>{TITLE}</h1>{source}<div>{_paragraphs(_PLAN)}</div>{more}</div>"
    return _page(f"{_MENU}{text}{_FOOT}", f"<title>{TITLE}_望川新闻网</title>")


SITES: dict[str, Callable[[], bytes]] = {
    one.__name__: one for one in (editor, layout_table, pasted_word, listed_items, listed_terms, news)
}
