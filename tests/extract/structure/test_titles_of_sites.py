"""Titles, issuers, numbers and levels where a site has put its own words around them."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Document
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.structure.document.foot import is_site
from guitu.extract.words.lines import way

MATTER = (
    "为做好工作，现通知如下：",
    "一、工作目标",
    "到2025年建成泵站3座。",
    "二、重点任务",
    "（一）修建泵站。新建泵站3座。",
)


def document(*lines: str) -> Document:
    """What a text of these lines says of itself, its matter left to a standard one."""
    return read(Source("page.txt", "\n".join((*lines, *MATTER)).encode())).documents[0].document


@pytest.mark.parametrize(
    "above",
    [
        ("首页 > 通知公告 > 政策法规",),
        ("网站首页 > 政务公开",),
        ("法定主动公开内容", "重点领域", "信息公开", "政府信息", "公开年报"),
        ("首页banner",),
    ],
)
@pytest.mark.parametrize("place", ["云州市", "青岚县"])
def test_the_menu_of_a_site_is_no_part_of_the_title(above: tuple[str, ...], place: str) -> None:
    """A path or the names of shelves above it: the title is whole, and so is who issued it."""
    found = document(*above, f"{place}人民政府办公室关于下达2025年水利工作任务的通知", "各单位：")
    assert found.title == f"{place}人民政府办公室关于下达2025年水利工作任务的通知"
    assert [one.name for one in found.issuers] == [f"{place}人民政府办公室"]


def test_a_title_of_shelf_words_and_more_stays_whole() -> None:
    """重点领域 opens a title of its own."""
    assert document("重点领域改革工作方案").title == "重点领域改革工作方案"


@pytest.mark.parametrize("agency", ["区人民政府办公室", "区水利局", "区教育局"])
def test_a_row_of_the_page_is_a_label_with_its_value(agency: str) -> None:
    """标题 | … | is no issuer, and the place that a title leaves out stands in the row of the issuer."""
    title = f"{agency}关于印发2025年区《水利规划》目标任务分解方案的通知"
    found = document(f"标 题 | {title} |", f"发布机构：云州市青石{agency} 发布日期：2025-01-08", title)
    assert [one.name for one in found.issuers] == [f"云州市青石{agency}"]
    assert found.title == "2025年区《水利规划》目标任务分解方案"


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".wps"])
def test_the_name_of_a_file_is_a_number_and_a_title(ending: str) -> None:
    """云政发〔2025〕3号 before the title and .pdf behind it."""
    found = document(f"云政发〔2025〕3号云州市人民政府关于加强水利建设的实施意见{ending}")
    assert (found.title, found.number) == ("云州市人民政府关于加强水利建设的实施意见", "云政发〔2025〕3号")


def test_files_to_load_below_are_no_titles() -> None:
    """Only the first line of a text can be the name of its file."""
    assert document("关于开展水利检查的通知", "云州市水利检查实施方案.docx").title == "关于开展水利检查的通知"


@pytest.mark.parametrize(
    ("lines", "level"),
    [
        (
            (
                "关于进一步提升全州水利水平的工作方案",
                "为落实全省会议精神和《全省水利方案》，结合全省部署，制定本方案。",
            ),
            "municipal",
        ),
        (("政府工作报告", "——2025年1月8日在县第十届人民代表大会第二次会议上", "获评全省先进、全省唯一。"), "county"),
        (("政府工作报告", "各位代表：", "现在，我代表市人民政府向大会报告工作。全省领先，全省第一。"), "municipal"),
    ],
)
def test_the_level_is_that_of_who_speaks(lines: tuple[str, ...], level: str) -> None:
    """Not of whom the text speaks most often; no place is made up for it."""
    found = document(*lines)
    assert (found.level, found.jurisdiction) == (level, None)


@pytest.mark.parametrize("title", ["2025年县政府重点工作任务", "青岚县2025年工作要点", "青岚县水利责任分工"])
def test_a_number_in_brackets_behind_a_title(title: str) -> None:
    """Whatever kind of paper the title names."""
    found = document(f"{title}（青政发〔2025〕2号）")
    assert (found.title, found.number) == (title, "青政发〔2025〕2号")


def test_a_notice_in_the_title_of_a_page_says_what_it_brings() -> None:
    """What a site or a collection puts beside the title of the notice is no part of it, nor of the issuer's name."""
    for line in (
        "云州市水利局关于印发云州市节水行动方案的通知_云州市人民政府",
        "a3f0c2 | 云州市水利局关于印发云州市节水行动方案的通知",
        "政策文件-云州市水利局关于印发云州市节水行动方案的通知-云州市人民政府网站",
    ):
        text = f"{line}\n\n一、主要任务\n（一）改造管网。更新老旧管网。（责任单位：市住建局）\n"
        document = read(Source("a.txt", text.encode())).documents[0].document
        assert (document.title, [one.name for one in document.issuers]) == ("云州市节水行动方案", ["云州市水利局"])


@pytest.mark.parametrize(
    ("title", "addressed", "expected"),
    [
        ("云州市人民政府印发云州市稳增长若干措施的通知", "各县(区)人民政府,市政府各部门:", "云州市稳增长若干措施"),
        (
            "青岚县人民政府关于印发青岚县护林行动方案的通知",
            "各乡镇人民政府、县直各单位:",
            "青岚县护林行动方案",
        ),
        ("临江省水利厅关于发布《临江省供水办法》的公告", "各市水利局,厅属各单位:", "临江省供水办法"),
    ],
)
def test_a_title_with_those_addressed_right_behind_it(title: str, addressed: str, expected: str) -> None:
    """In a text that was put into one line the title of a notice ends where its salutation begins."""
    items = (f"{n}.加快审批事项办理进度,压减审批时限,公布办理结果。" for n in range(1, 15))
    text = f"{title}{addressed}为稳定增长,制定本文件。一、优化服务{''.join(items)}"
    found = read(Source("a.txt", text.encode())).documents[0]
    assert (found.document.title, found.document.jurisdiction) == (expected, title[:3])
    assert len(found.tasks) == 14


WHOLE = "沙川县公墓建设规划（2026—2030年）"


@pytest.mark.parametrize(
    "way",
    [
        "首页 - 政务公开 - 专项规划",
        "网站首页 / 规划计划 / 正文",
        "您现在的位置：首页 » 公开目录 » 发展规划",
        "当前位置：首页→政务公开→规划信息",
        "首页|政务公开|专项规划",
        "政务公开/规划计划",
        f"首页-政务公开-{WHOLE}",
    ],
)
def test_a_way_through_the_site_is_no_title(way: str) -> None:
    """Whatever signs stand between its steps; the title below it is whole."""
    assert document(way, WHOLE).title == WHOLE
    assert document(way, WHOLE, "发布日期：2026-05-12 来源：县民政局 打印 关闭").title == WHOLE


@pytest.mark.parametrize("line", ["位置：东桥区石桥镇", "位置优越地区发展规划", "当前位置优越地区发展规划"])
def test_where_a_work_stands_is_no_way(line: str) -> None:
    """Only a page says where it stands by its home and steps."""
    assert way(line) == []
    assert way("位置：首页>规划") == ["首页", "规划"] and way("您所在的位置：规划计划") == ["规划计划"]


@pytest.mark.parametrize("title", ["云州市-东桥区快速路规划", "重点领域/薄弱环节改革方案", "云州市首页建设工作方案"])
def test_signs_in_a_title_make_no_way(title: str) -> None:
    """A title of its own can hold the signs of a way."""
    assert document(title).title == title


@pytest.mark.parametrize(
    "named",
    [
        "首页 - 政务公开 - 专项规划",
        "沙川县人民政府 - 专项规划",
        "首页-政府信息公开-国民经济和社会发展规划",
        "规划计划 | 沙川县人民政府",
        f"{WHOLE}_专项规划_沙川县人民政府",
    ],
)
@pytest.mark.parametrize("line", ["<h2>{}</h2>", "<div class='bt'>{}</div>", "<p align='center'><b>{}</b></p>"])
def test_the_name_of_a_page_is_its_place_in_the_site(named: str, line: str) -> None:
    """Where the page is named by its shelf, the title is the line above the text."""
    page = (
        f"<html><head><title>{named}</title></head><body><div class='crumb'><a href='/'>首页</a></div>"
        f"{line.format(WHOLE)}<div class='text'>{''.join(f'<p>{one}</p>' for one in MATTER)}</div></body></html>"
    )

    assert read(Source("a.html", page.encode())).documents[0].document.title == WHOLE


def facts(*tail: str) -> tuple[list[str], list[str]]:
    """The tasks and owners of a text with two items, and with these lines of its site behind it."""
    lines = (
        "临江省公共法律服务行动计划",
        "一、主要任务",
        "（一）建设服务站。每个乡镇设立站点。（责任单位：省司法厅）",
        "（二）培训调解员。编写案例读本，每年组织轮训。",
        *tail,
    )
    found = read(Source("plan.txt", "\n".join(lines).encode())).documents[0]
    return [task.title for task in found.tasks], [one.agency.name for one in found.responsibilities]


@pytest.mark.parametrize(
    "tail",
    [
        ("分享到：微信 微博", "主管单位：临江省司法厅 承办单位：临江省法律援助中心", "网站标识码：1200000012"),
        ("主办：临江省人民政府办公厅 承办：临江省大数据局", "地址：云州市东桥路1号 邮编：100000", "临ICP备12345678号"),
        ("运行维护单位：临江省政务服务中心 技术支持：云江软件有限公司",),
        ("作者：省司法厅 责任编辑：王五", "浏览次数：1286次", "版权所有：临江省人民政府 网站管理：临江省信息中心"),
        ("相关链接", "《临江省人民调解办法》政策解读", "一图读懂《调解办法》", "维护：省信息中心", "网站标识码：12"),
        ("政策咨询电话：0000-1234567 咨询单位：临江省司法厅公共处", "网站地图 | 联系我们", "主办单位：临江省司法厅"),
        ("责任编辑：王某", "信息来源：省司法厅", "主办单位：临江省司法厅", "技术支持：云江软件有限公司"),
        ("文件下载", "1.政策图解.jpg", "信息来源：临江省司法厅", "建议使用1024*768分辨率浏览本站"),
    ],
)  # fmt: skip
def test_who_runs_the_site_owns_nothing(tail: tuple[str, ...]) -> None:
    """The lines of the site behind a text are no tasks, and those named in them no owners."""
    assert facts(*tail) == (["建设服务站", "培训调解员"], ["临江省司法厅"])


@pytest.mark.parametrize("tail", [("主办单位：省司法厅", "承办单位：省律师协会"), ("主办单位：省司法厅", "打印 关闭")])
def test_hosts_of_the_work_stay(tail: tuple[str, ...]) -> None:
    """Without the marks of a site the same labels tell who does the work."""
    assert len(facts(*tail)[1]) > 1


@pytest.mark.parametrize("last", ["技术支持：云江软件有限公司", "微信公众号：云江体育", "赛事微信公众号已开通"])
def test_hosts_of_an_event_stay(last: str) -> None:
    """Who helps with it and where it is told of are no marks of a site."""
    assert {"临江省体育局", "东桥区人民政府"} <= set(facts("主办单位：省体育局", "承办单位：东桥区人民政府", last)[1])


def test_work_with_codes_to_scan_stays() -> None:
    """A line with its owner is none of a site, nor are words that open with 扫码 and name work."""
    assert "临江省交通运输厅" in facts("扫码乘车覆盖全部线路（省交通运输厅负责）")[1]
    assert not any(map(is_site, ("扫码乘车覆盖全部线路", "扫码关注消费（省商务厅负责）")))
    assert all(map(is_site, ("扫码分享到手机", "〔打印〕 〔关闭〕", "打印本页 关闭窗口")))


def test_buttons_are_read_in_time() -> None:
    """A long row of them that ends as none."""
    assert not is_site("分享页面 " * 23 + "产业")
