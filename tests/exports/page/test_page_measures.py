"""Measures by their own number, values by value, and decisions that replace each other, in the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from guitu.exports.command.cli import main
from tests.exports.conftest import Open
from tests.exports.page.test_page_jobs import first_found, open_plans

SHIFTED = (
    "临江省养老服务若干措施\n一、加强保障\n"
    + "".join(f"第{n}条 建设{i}类食堂。（责任单位：省民政厅）\n" for i, n in enumerate("一二三四五六七", 1))
    + "第八条 培训人员。\n1.培训护士。（责任单位：省卫生健康委）\n2.培训厨师。（责任单位：省教育厅）\n"
    "第九条 补助贷款。（责任单位：省财政厅）\n第十条 公布名单。（责任单位：省民政厅）\n"
)


@pytest.mark.parametrize("words", ["第九条", "第9条", "措施9", "养老第九条", "9", "九"])
def test_a_measure_is_found_by_its_own_number(visit: Open, tmp_path: Path, words: str) -> None:
    """The article that its text calls the ninth, in either box; the number is shown."""
    tab = visit("view=table&columns=task,section", path=open_plans(tmp_path, "m", SHIFTED))
    numbers = {row["title"]: row["number"] for row in tab.evaluate("Guitu.page.data.tasks")}
    assert numbers["补助贷款"] != "9"
    assert "补助贷款" in first_found(tab, words)
    tab.keyboard.press("Enter")
    assert "文件中的编号" in tab.locator("#panel").inner_text()
    assert "第九条" in tab.locator("#panel dl").first.inner_text()
    tab.click("#tab-table")
    tab.locator("#view input[type=search]").fill(words)
    rows = tab.locator("tbody tr")
    assert rows.locator("th .link").all_inner_texts() == ["补助贷款"]
    assert rows.locator("td.section").inner_text().endswith("第九条")


def test_the_running_number_serves_where_the_text_has_none(visit: Open, tmp_path: Path) -> None:
    """3 is the third task of a document without numbers, after the one that is numbered so; 第三条 is not."""
    bare = "青岚县节水规划（2021—2025年）\n一、主要任务\n" + "".join(
        f"{what}。完善灌溉体系，由县水利局负责。\n" for what in ("修建泵站", "改造管网", "清理淤泥")
    )
    tab = visit(path=open_plans(tmp_path, "m", SHIFTED, bare))
    tasks = (
        "Guitu.page.find('{}').filter(({{ kind }}) => kind === 'task')"
        ".flatMap(({{ hits }}) => hits.map((hit) => hit.name))"
    )
    running = tab.evaluate(
        "Guitu.page.data.tasks.filter((row) => !row.written && row.number === '3').map((row) => row.title)"
    )
    assert running
    assert tab.evaluate(tasks.format("3"))[0] == "建设3类食堂"
    assert set(running) < set(tab.evaluate(tasks.format("3")))
    assert tab.evaluate(tasks.format("第三条")) == ["建设3类食堂"]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("软件业务收入超过1.5万亿元", "15000亿元"),
        ("软件业务收入超过15000亿元", "1.5万亿"),
        ("软件业务收入超过15000亿元", "15,000亿"),
        ("输水管道长度达到30万米", "300000米"),
        ("粮食产量达到1.2亿斤", "12000万斤"),
    ],
)
def test_values_are_found_by_value(visit: Open, tmp_path: Path, written: str, words: str) -> None:
    """One sum in other words is the same sum, in the box above and in that of the table; a smaller one is not."""
    text = (
        f"云州市节水规划（2021—2025年）\n一、主要任务\n（一）改造管网。到2025年，{written}。（市水利局牵头）\n"
        "（二）普及知识。（市教育局牵头）\n"
    )
    tab = visit("view=table", path=open_plans(tmp_path, "v", text))
    found = (
        "(words) => Guitu.page.find(words).filter(({ kind }) => kind === 'figure').flatMap(({ hits }) => hits).length"
    )
    assert tab.evaluate(found, words) == 1
    assert tab.evaluate(found, words.replace("0", "", 1).replace(".5", ".6").replace("12", "13")) == 0
    tab.locator("#view input[type=search]").fill(words)
    assert tab.locator("tbody th .link").all_inner_texts() == ["改造管网"]


def test_a_later_decision_takes_the_place_of_the_former(visit: Open, tmp_path: Path) -> None:
    """One row of one owner, of one suggestion, of one pair of names; the owner shows it; the command takes the file."""
    text = (
        "云州市节水规划（2021—2025年）\n一、主要任务\n（一）改造管网。（市水利局牵头，市财政局配合）\n"
        "（二）推广器具。（责任单位：市商务局）\n"
    )
    tab = visit("view=decisions", path=open_plans(tmp_path, "d", text))
    tab.evaluate("Guitu.page.focus('task', Guitu.page.data.tasks.findIndex((row) => row.title === '改造管网'))")
    owner = tab.locator("#panel li", has_text="云州市水利局").first

    def judge(name: str, told: str, agency: str = "") -> None:
        owner.locator("details.decide > summary").click()
        owner.get_by_label("单位名称").fill(agency)
        owner.get_by_role("button", name=name, exact=True).click()
        assert owner.locator(".decided").all_inner_texts() == [told]
        assert tab.locator("#tab-decisions .count").inner_text() == "1"

    judge("确认", "已确认")
    judge("否认", "已否认")
    judge("改为", "改为 云州市城市管理局（牵头）", "云州市城市管理局")
    judge("否认", "已否认")
    other = tab.locator("#panel li", has_text="云州市财政局").first
    assert other.locator(".decided").count() == 0
    other.locator("details.decide > summary").click()
    other.get_by_role("button", name="确认", exact=True).click()
    assert tab.locator("#tab-decisions .count").inner_text() == "2"
    with tab.expect_download() as started:
        tab.click("#save-decisions")
    file = tmp_path / "更正.csv"
    started.value.save_as(file)
    assert [row.split(",")[2:4] for row in file.read_text("utf-8-sig").split()[1:]] == [
        ["否认", "云州市水利局"],
        ["确认", "云州市财政局"],
    ]
    done = CliRunner().invoke(main, ["correct", str(file), "--store", str(tmp_path / "d-store")])
    assert done.exit_code == 0, done.output


def test_a_suggestion_shows_what_was_decided(visit: Open) -> None:
    """Accepted, then not: the later stands, once; taken back, nothing stands."""
    tab = visit("view=table&only.basis=suggested")
    tab.locator("tbody th .link").first.click()
    row = tab.locator("#panel li:has(.role.suggested)").first
    for name, told in (("采纳", "已采纳"), ("不采纳", "已决定不采纳")):
        row.locator("details.decide > summary").click()
        row.get_by_role("button", name=name, exact=True).click()
        assert row.locator(".decided").all_inner_texts() == [told]
    tab.click("#tab-decisions")
    tab.get_by_role("button", name="撤回").click()
    assert tab.locator("#panel .decided").count() == 0
