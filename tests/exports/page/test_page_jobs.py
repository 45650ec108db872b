"""The jobs of an office in the page: find everything, by when, compare, decide, from state to bureau, start, places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from guitu.exports.command.cli import main
from guitu.exports.page.render import write_page
from guitu.exports.rdf.statements import quads_of
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.exports.conftest import PHONE, Open

MEASURES = (
    "云州市节水若干措施\n一、加强管理\n"
    + "".join(
        f"第{n}条 修建第{i}座泵站。支持首版次泵站。（责任单位：市水利局）\n"
        for i, n in enumerate("一二三四五六七八九", 1)
    )
    + "二、目标\n到2025年，软件业务收入超过1.5万亿元。\n"
)


def open_plans(path: Path, name: str, *texts: str) -> Path:
    """The page of some plans."""
    for i, text in enumerate(texts):
        (path / f"{name}{i}.txt").write_text(text, encoding="utf-8")
    build(sorted(path.glob(f"{name}*.txt")), path / f"{name}-store")
    held = Store.open(path / f"{name}-store")
    write_page(quads_of(held.quads()), path / f"{name}.html", held.text)
    return path / f"{name}.html"


def first_found(tab: Page, words: str) -> str:
    """The first that the box offers."""
    tab.fill("#find", words)
    return tab.locator("#found [role=option][id]").first.inner_text()


# ---- find everything ----


@pytest.mark.parametrize("words", ["第九条", "若干措施 9", "措施9", "节水 第九条"])
def test_a_measure_is_found_by_its_number(visit: Open, tmp_path: Path, words: str) -> None:
    """By its number in digits or Chinese, alone or with words of its document: the ninth, and it opens by Enter."""
    tab = visit(path=open_plans(tmp_path, "m", MEASURES))
    assert "第9座泵站" in first_found(tab, words)
    tab.keyboard.press("Enter")
    assert "第9座泵站" in tab.locator("#panel-title").inner_text()


def test_words_of_the_text_are_found_with_their_passage(visit: Open, tmp_path: Path) -> None:
    """A word of no name is found in the texts, counted and marked, and opens in its paragraph."""
    tab = visit(path=open_plans(tmp_path, "m", MEASURES))
    tab.fill("#find", "首版次")
    group = tab.locator('#found [role=group][aria-label^="原文"]')
    assert group.get_attribute("aria-label") == "原文 9"
    assert group.locator("mark.hit").first.inner_text() == "首版次"
    group.locator("[role=option]").first.click()
    assert tab.locator("mark.aimed").first.inner_text() == "首版次"
    tab.fill("#find", "首版次 第8座")
    assert tab.locator('#found [role=group][aria-label^="原文"]').get_attribute("aria-label") == "原文 1"


@pytest.mark.parametrize("words", ["1.5万亿", "软件 收入", "１．５万亿", "軟件 收入"])
def test_values_and_several_words(visit: Open, tmp_path: Path, words: str) -> None:
    """A value, two words of a name, full width and traditional: the figure is among the results."""
    tab = visit(path=open_plans(tmp_path, "m", MEASURES))
    tab.fill("#find", words)
    assert "软件业务收入" in tab.locator("#found").inner_text()


@pytest.mark.parametrize("words", ["nyncj", "農業農村局", "云州市农业农村委", "农业 农村局"])
def test_every_box_folds_alike(visit: Open, words: str) -> None:
    """The box of a facet and that of the table meet names as search does."""
    tab = visit("view=table")
    tab.locator('fieldset[data-facet="agency"] input[type=search]').fill(words)
    found = tab.locator('fieldset[data-facet="agency"] .value').all_inner_texts()
    by_search = tab.evaluate("(words) => Guitu.page.find(words).some(({ kind }) => kind === 'agency')", words)
    assert ("云州市农业农村局" in found) == by_search
    if by_search:
        tab.locator("#view input[type=search]").fill(words)
        assert tab.locator("tbody tr").count() > 0


def test_a_number_is_not_met_inside_another(visit: Open) -> None:
    """9 does not find 2029 or 19; positions of quotes are no words of a row."""
    tab = visit("view=table&words=9")
    numbers = tab.evaluate(
        "[...Guitu.page.selection().tasks].map((at) =>"
        " Guitu.columns.slice(0, -1).map((column) => Guitu.cell(Guitu.page, at, column)).join(' '))"
    )
    assert all("9" in re.split(r"\D+", row) for row in numbers)


def test_what_stands_for_more_comes_before_the_rare(visit: Open) -> None:
    """Of names that have a word, the agency with most tasks comes first; the very name before all."""
    tab = visit()
    found = tab.evaluate("Guitu.page.find('农业').find(({ kind }) => kind === 'agency').hits.map(({ name }) => name)")
    assert found[0] == "云州市农业农村局"
    assert "农业农村信息部" in found
    assert tab.evaluate("Guitu.page.find('农业农村信息部')[0].hits[0].name") == "农业农村信息部"


# ---- by when ----


def test_what_is_due_by_a_year(visit: Open) -> None:
    """Due by adds up over years, follows deadline, target, plan in this order, and marks the last."""
    tab = visit("view=table")
    tab.locator('fieldset[data-facet="due"] label', has_text="至 2024 年").locator("input").check()
    rows = tab.locator("tbody tr").all()
    assert rows
    for row in rows:
        deadline, due = row.locator("td.deadline").inner_text(), row.locator("td.due").inner_text()
        assert any(str(year) in deadline + due for year in range(2015, 2025))
    until = {
        label: tab.locator('fieldset[data-facet="due"] label', has_text=label).locator(".count").inner_text()
        for label in ("至 2024 年", "至 2025 年")
    }
    assert int(until["至 2024 年"]) == len(rows) < int(until["至 2025 年"])
    assert "按规划期末" in tab.locator('fieldset[data-facet="due"]').inner_text()


def test_timeline(visit: Open) -> None:
    """Every task of the selection stands in one year or among those without."""
    tab = visit("view=timeline")
    counted = sum(
        int(words.split("任务 ")[1].split(" 项")[0]) for words in tab.locator("section.year h3 small").all_inner_texts()
    )
    assert counted == tab.evaluate("Guitu.page.data.tasks.length")
    years = [words for words in tab.locator("section.year h3").all_inner_texts() if "年" in words]
    assert years == sorted(years)
    tab.get_by_role("button", name="只看至 2024 年的").click()
    assert "最晚完成：至 2024 年" in tab.locator("#chips").inner_text()


# ---- compare ----


def test_two_documents_side_by_side(visit: Open) -> None:
    """Common tasks with owners and both quotes; those of one only; every task of both is somewhere."""
    tab = visit("view=compare&one=农信发〔2021〕18号&two=云州市数字乡村发展十四五规划")
    shown = tab.locator("#view").inner_text()
    assert "两份都有" in shown
    pair = tab.locator("table.compare tbody tr").first
    assert pair.locator(".link[data-kind=task]").count() == 2
    assert pair.locator("[data-proof]").count() >= 2
    assert tab.evaluate("""() => {
      const { index, state } = Guitu.page, links = [...document.querySelectorAll("#view .link[data-kind=task]")];
      const shown = new Set(links.map((one) => one.dataset.to));
      return ["one", "two"].every((name) =>
        index.tasksOfDocument(index.byKey.documents.get(state[name])).every((task) => shown.has(`task:${task}`)));
    }""")
    tab.get_by_role("button", name="甲乙互换").click()
    assert tab.locator("table.compare th").first.inner_text() == "云州市数字乡村发展“十四五”规划"


def test_compare_tells_suggested_owners_and_unused_filters(visit: Open) -> None:
    """A task with nothing but suggestions says so, with the agency; filters that this view does not follow are told."""
    address = "view=compare&one=农信发〔2021〕18号&two=云州市数字乡村发展十四五规划"
    tab = visit(address)
    told = tab.locator("#view :is(td, li)", has_text="推广智慧农业").filter(has_text="另建议").locator(".owners")
    names = tab.evaluate("""() => {
      const { data } = Guitu.page, of = ({ task }) => data.tasks[task].title === "推广智慧农业";
      return data.suggestions.filter(of).map((row) => data.agencies[row.agency].name);
    }""")
    assert names
    assert f"无责任单位，另建议 {len(names)}" in told.inner_text()
    assert all(name in told.inner_text() for name in names)
    assert told.locator(".role:not(.suggested)").count() == 0
    assert tab.locator("#chips .unused").count() == 0
    tab = visit(f"{address}&only.level=county")
    assert "“对照”不受这些条件限制" in tab.locator("#chips").inner_text()
    tab.locator("#tab-table").click()
    assert tab.locator("#chips .unused").count() == 0


# ---- decide ----


def test_decisions_are_what_guitu_correct_reads(visit: Open, tmp_path: Path) -> None:
    """Confirm, refuse, change and add in the page; the saved file is taken by the command, and holds."""
    text = (
        "云州市节水规划（2021—2025年）\n一、主要任务\n（一）改造管网。（市水利局牵头）\n"
        "（二）推广器具。（责任单位：市商务局）\n（三）普及知识。\n"
    )
    path = open_plans(tmp_path, "d", text)
    tab = visit("view=decisions", path=path)
    tasks = {row["title"]: i for i, row in enumerate(tab.evaluate("Guitu.page.data.tasks"))}

    def panel(title: str) -> None:
        tab.evaluate("(at) => Guitu.page.focus('task', at)", tasks[title])
        for summary in tab.locator("#panel details.decide > summary").all():
            summary.click()

    panel("改造管网")
    tab.locator("#panel").get_by_label("单位名称").first.fill("云州市财政局")
    tab.get_by_role("button", name="改为").click()
    panel("推广器具")
    tab.get_by_role("button", name="否认").click()
    panel("普及知识")
    tab.locator("#panel").get_by_label("单位名称").first.fill("云州市教育局")
    tab.locator("#panel").get_by_label("角色").first.select_option("lead")
    tab.get_by_role("button", name="补充责任单位").last.click()
    tab.get_by_label("更正人").fill("张三")
    tab.get_by_label("更正人").blur()
    assert tab.locator("#tab-decisions .count").inner_text() == "3"
    with tab.expect_download() as started:
        tab.click("#save-decisions")
    file = tmp_path / "更正.csv"
    started.value.save_as(file)
    done = CliRunner().invoke(main, ["correct", str(file), "--store", str(tmp_path / "d-store")])
    assert done.exit_code == 0, done.output
    held = Store.open(tmp_path / "d-store")
    write_page(quads_of(held.quads()), tmp_path / "after.html", held.text)
    after = visit("view=table", path=tmp_path / "after.html")
    rows = {row.locator("th .link").inner_text(): row for row in after.locator("tbody tr").all()}
    assert rows["改造管网"].locator("td.lead").inner_text() == "云州市财政局"
    assert rows["推广器具"].locator("td.responsible").inner_text() == ""
    assert rows["普及知识"].locator("td.lead").inner_text() == "云州市教育局"
    assert "更正" in rows["改造管网"].locator("td.source").inner_text()


def test_decisions_stay_in_the_browser_and_are_taken_back(visit: Open) -> None:
    """They are there after a reload; one click takes one back."""
    tab = visit("view=table&only.basis=suggested")
    tab.locator("tbody th .link").first.click()
    tab.locator("#panel details.decide > summary").nth(1).click()
    tab.get_by_role("button", name="不采纳").first.click()
    tab.reload()
    tab.wait_for_selector("body.ready")
    assert tab.locator("#tab-decisions .count").inner_text() == "1"
    tab.click("#tab-decisions")
    tab.get_by_role("button", name="撤回").click()
    assert tab.locator("#tab-decisions .count").count() == 0


# ---- from state to bureau ----


def test_documents_level_by_level(visit: Open) -> None:
    """National before municipal before county before agencies; lines between documents count tasks."""
    tab = visit("flow=1")
    x = tab.evaluate("Object.fromEntries(Guitu.picture.scene().marks.map((mark) => [mark.label, mark.x]))")
    assert (
        x["“十四五”数字乡村发展规划"]
        < x["云州市数字乡村发展“十四五”规划"]
        < x["青岚县数字乡村建设实施方案"]
        < x["云州市农业农村局"]
    )
    assert (
        tab.evaluate("Guitu.picture.scene().links.filter((link) => link.compares && Number(link.words) > 0).length") > 2
    )


def test_the_chain_of_one_task(visit: Open) -> None:
    """From a national task over those that correspond to it to agencies, with score and reason of each line."""
    tab = visit()
    task = tab.evaluate("""() => {
      const { data, index } = Guitu.page;
      const national = (task) => data.documents[task.document].level === "national";
      const at = data.tasks.findIndex((task, i) => national(task) && index.relatedOfTask(i).length > 0);
      Guitu.page.change({ focus: { kind: "task", index: at }, flow: true });
      return at;
    }""")
    levels = tab.evaluate("""Guitu.picture.scene().marks.filter((mark) => mark.kind === "task").map((mark) =>
      [mark.x, Guitu.page.data.documents[Guitu.page.data.tasks[mark.index].document].level])""")
    order = ["national", "municipal", "county"]
    assert task >= 0
    assert [order.index(level) for _, level in sorted(levels)] == sorted(order.index(level) for _, level in levels)
    aligned = tab.evaluate(
        "Guitu.picture.scene().links.filter((link) => link.role === 'aligned')"
        ".map(({ words, reason }) => [words, reason])"
    )
    assert aligned
    assert all(words.endswith("%") and reason for words, reason in aligned)


# ---- a start, places, paper, phone ----


def test_the_strip_counts_every_task_once(visit: Open) -> None:
    """Owned, only suggested and neither are all tasks; each number leads to its rows."""
    tab = visit()
    numbers = {
        name: int(tab.locator(f'[data-keep="strip-{name}"]').inner_text().split(" ")[-1])
        for name in ("stated", "suggested", "none")
    }
    assert sum(numbers.values()) == tab.evaluate("Guitu.page.data.tasks.length")
    for name, n in numbers.items():
        again = visit()
        again.locator(f'[data-keep="strip-{name}"]').click()
        assert again.locator("tbody tr").count() == n
    assert "最新文件 2024-04-18" in tab.locator("#chips").inner_text()


def test_help_and_its_walk(visit: Open) -> None:
    """Help opens in place, closes by Esc, and its steps lead through the page."""
    tab = visit()
    tab.click("#help")
    assert tab.locator("#guide").is_visible()
    tab.keyboard.press("Escape")
    assert tab.locator("#guide").is_hidden()
    tab.click("#help")
    tab.locator("#guide").get_by_role("button", name="3 打印它的职责清单").click()
    assert "云州市农业农村局职责清单" in tab.locator("article.sheet h2").inner_text()


def test_districts_and_topics(visit: Open) -> None:
    """Each place with a focus stands in the cell of its district and topic."""
    tab = visit("view=places")
    crossed = tab.locator("table.crossed")
    assert "全区（县）" in crossed.locator("tbody tr", has_text="青岚县").locator("td").all_inner_texts()
    assert "青岚茶叶电商产业园" in crossed.locator("tbody").inner_text()
    assert "茶叶电商" in crossed.locator("thead").inner_text()


def test_a_phone_reads_owners_without_scrolling_sideways(visit: Open) -> None:
    """On a phone the rows are cards: owners and quotes within the width of the screen."""
    tab = visit("view=table&only.owned=owned&columns=lead,responsible,proof", size=PHONE)
    for name in ("lead", "responsible", "proof"):
        assert tab.locator(f"tbody td.{name} .link").count() > 0
        for cell in tab.locator(f"tbody td.{name} .link").all()[:6]:
            box = cell.bounding_box()
            assert box
            assert box["x"] + box["width"] <= PHONE[0]


@pytest.mark.parametrize(("keys", "reached"), [
    (["/", "nyncj", "Enter"], "云州市农业农村局"),
    (["/", "若干措施 3", "Enter"], "支持产地仓建设"),
    (["/", "智慧渔场", "Enter"], "智慧渔场"),
])  # fmt: skip
def test_by_keyboard_alone(visit: Open, keys: list[str], reached: str) -> None:
    """Three jobs without a mouse; the panel of what was found has the keys."""
    tab = visit()
    tab.keyboard.press(keys[0])
    tab.keyboard.type(keys[1])
    tab.keyboard.press(keys[2])
    assert tab.locator("#panel-title").inner_text() == reached
    assert tab.evaluate("document.activeElement.id") == "panel-title"


def test_two_names_are_judged(visit: Open, tmp_path: Path) -> None:
    """What nothing settles is asked with its reason; the answer is saved, taken by the command, and asked no more."""
    plan = "云州市{}规划（2021—2025年）\n一、目标\n到2025年，上市{}企业达到10家。\n二、主要任务\n（一）改造管网。\n"
    path = open_plans(tmp_path, "n", plan.format("供水", "节水服务业"), plan.format("节水", "节水服务"))
    tab = visit("view=decisions", path=path)
    asked = tab.evaluate("Guitu.page.data.doubts.length")
    assert f"（{asked}）" in tab.locator(".doubts h3").inner_text()
    row = tab.locator(".doubts li").first
    names = row.locator("button.link").all_inner_texts()
    row.get_by_role("button", name="不是").click()
    assert row.get_by_role("button", name="不是").get_attribute("aria-pressed") == "true"
    row.get_by_role("button", name="是同一个").click()
    assert row.get_by_role("button", name="不是").get_attribute("aria-pressed") == "false"
    with tab.expect_download() as started:
        tab.click("#save-names")
    started.value.save_as(tmp_path / "名称.csv")
    done = CliRunner().invoke(main, ["correct", str(tmp_path / "名称.csv"), "--store", str(tmp_path / "n-store")])
    assert done.exit_code == 0, done.output
    held = Store.open(tmp_path / "n-store")
    write_page(quads_of(held.quads()), tmp_path / "after.html", held.text)
    after = visit("view=decisions", path=tmp_path / "after.html").evaluate(
        "Guitu.page.data.doubts.map((one) => [one.one, one.other].map((at) => Guitu.page.name(one.kind, at)))"
    )
    assert len(after) < asked
    assert names not in after


FORMER, LATER = "青岚县环境保护局", "青岚县生态环境局"
BOTH = f"{FORMER}（现 {LATER}）"
AIR = "青岚县{}行动方案（{}年）\n青政发〔{}〕{}号\n一、主要任务\n（一）{}。（责任单位：{}）\n"


def test_what_took_over_stands_for_both_and_both_are_read(visit: Open, tmp_path: Path) -> None:
    """Two names made one are the agency of today; old links lead to it, rows say both, and go back as they are."""
    open_plans(
        tmp_path,
        "r",
        AIR.format("清新空气", "2024—2026", 2024, 3, "改造锅炉", FORMER),
        AIR.format("碧水", "2025—2027", 2025, 4, "清理河道", LATER),
    )
    (tmp_path / "名称.csv").write_text(f"种类,名称一,名称二,判定\n机构,{FORMER},{LATER},同一\n", encoding="utf-8")
    store = str(tmp_path / "r-store")

    def run(*words: str) -> str:
        done = CliRunner().invoke(main, [*words, "--store", store])
        assert done.exit_code == 0, done.output
        return done.output

    run("correct", str(tmp_path / "名称.csv"))
    for name in (FORMER, LATER):
        told = run("ask", "load", name)
        assert LATER in told
        assert FORMER not in told

    held = Store.open(Path(store))
    write_page(quads_of(held.quads()), tmp_path / "r.html", held.text)
    for name in (FORMER, LATER):
        tab = visit(f"view=table&only.agency={name}", path=tmp_path / "r.html")
        assert tab.locator("td.responsible").all_inner_texts() == [BOTH, LATER]
    with tab.expect_download() as started:
        tab.click("#csv")
    started.value.save_as(tmp_path / "任务分工表.csv")
    assert BOTH in (tmp_path / "任务分工表.csv").read_text(encoding="utf-8")
    before = Store.open(Path(store)).name
    run("correct", str(tmp_path / "任务分工表.csv"))
    assert Store.open(Path(store)).name == before
    sheet = visit(f"view=agency&focus=agency:{FORMER}", path=tmp_path / "r.html").locator("article.sheet").inner_text()
    assert f"{LATER}职责清单" in sheet
    assert f"文件写明：{BOTH}" in sheet
