"""What the page says is so: stated and suggested apart, links that keep their things, exports as shown, nothing cut."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from guitu.exports.command.cli import main
from tests.exports.conftest import Open, Plans

AGENCY = "云州市农业农村局"


OTHERS = ("推广器具", "修建泵站", "清理河道", "加固堤坝", "普及知识")
SIX = "云州市节水规划（2021—2025年）\n一、主要任务\n（一）改造管网。（市水利局牵头）\n" + "".join(
    f"（{n}）{what}。（责任单位：市水利局）\n" for n, what in zip("二三四五六", OTHERS, strict=True)
)


# ---- stated and suggested are never added ----


def _numbers(tab: Page) -> tuple[int, int]:
    """Tasks of the agency by the data: with a stated duty, and further ones by suggestion."""
    stated, more = tab.evaluate(
        """(name) => {
          const { data } = Guitu.page, at = data.agencies.findIndex((row) => row.name === name);
          const of = (rows) => new Set(rows.filter((row) => row.agency === at).map((row) => row.task));
          const stated = of(data.duties), more = [...of(data.suggestions)].filter((task) => !stated.has(task));
          return [stated.size, more.length];
        }""",
        AGENCY,
    )
    return stated, more


def test_one_agency_has_one_pair_of_numbers(visit: Open) -> None:
    """Facet, chips, graph, matrix, panel and duty sheet tell the same: 15，另建议 4."""
    tab = visit(f"focus=agency:{AGENCY}")
    stated, more = _numbers(tab)
    told = f"{stated}，另建议 {more}"
    assert more > 0
    assert tab.locator('fieldset[data-facet="agency"] label', has_text=AGENCY).locator(".count").inner_text() == told
    assert f"任务 {told} 项" in tab.locator("#panel").inner_text()
    tab.goto(tab.url.split("#", maxsplit=1)[0] + "#view=matrix")
    tab.reload()
    assert tab.locator("table.matrix tbody tr", has_text=AGENCY).locator("td.number").inner_text() == told
    tab.click("#tab-graph")
    note = tab.evaluate("(name) => Guitu.picture.scene().marks.find((mark) => mark.label === name).note", AGENCY)
    assert note == f"{stated} 项任务，另建议 {more}"
    tab.locator(f'fieldset[data-facet="agency"] input[value="{AGENCY}"]').check()
    assert tab.locator("#chips .sum").inner_text().startswith(f"{told} / 共 ")
    tab.click("#tab-agency")
    assert f"任务 {told} 项" in tab.locator("article.sheet").inner_text()


def test_a_focused_graph_counts_suggested_tasks_apart(visit: Open) -> None:
    """Around an agency, documents whose tasks are only suggested for it read 0 项任务，另建议 3."""
    notes = visit().evaluate(
        """(({ picture, page }) => {
          const suggestions = [...Array(20).keys()].map((task) => ({ task, agency: 0, role: "lead", score: 0.9 }));
          const selection = { duties: [], suggestions, tasks: new Set(page.data.tasks.keys()), by: new Map() };
          const wanted = { focus: { kind: "agency", index: 0 }, steps: 1, open: [] };
          const { marks } = picture.focusScene(picture.model(page), selection, wanted, picture.room(1200, 800));
          return marks.filter((mark) => mark.kind === "document").map((mark) => mark.note);
        })(Guitu)"""
    )
    assert len(notes) > 1
    assert sum(int(note.removeprefix("0 项任务，另建议 ")) for note in notes) == 20


def test_owners_taken_over_are_told_as_such(visit: Open, plans: Plans) -> None:
    """A part without an owner has that of the task around it: marked, and not counted as stated."""
    text = (
        "云州市供水规划（2021—2025年）\n一、主要任务\n（一）改造管网。由市水利局牵头。\n"
        "1.更换旧管。更换城区旧管。\n2.安装水表。安装智能水表。\n"
    )
    path = plans(供水=text)
    tab = visit("view=table", path=path)
    inherited = tab.evaluate(
        "Guitu.page.data.tasks.filter((task, at) => Guitu.sources(Guitu.page, at)[0] === 'inherited').length"
    )
    if not inherited:  # no part of this document takes its owner over; say so rather than pass
        pytest.fail("the parts of a task have no owner")
    assert tab.locator('fieldset[data-facet="basis"] label', has_text="沿用上级任务").locator(
        ".count"
    ).inner_text() == str(inherited)
    sources = tab.locator("tbody td.source").all_inner_texts()
    assert sum("沿用上级" in words and "云州市水利局 牵头" in words for words in sources) == inherited
    assert tab.locator('fieldset[data-facet="agency"] .count').first.inner_text() == f"1，沿用上级 {inherited}"


ANNEXED = (
    "云州市社区食堂建设方案（2025—2027年）\n一、主要任务\n（一）布局助餐点。每个街道建一处。\n（二）引导企业参与。推广配送。\n"
    "附件\n社区食堂建设任务清单\n1.布局助餐点。（市民政局牵头）\n2.引导企业参与。（市商务局牵头）\n"
)


def test_owners_of_an_annex_are_told_as_such(visit: Open, plans: Plans) -> None:
    """A task of the body whose owners the annex names is owned by these: marked, counted apart, with the way there."""
    tab = visit("view=table", path=plans(食堂=ANNEXED))
    label = tab.locator('fieldset[data-facet="basis"] label', has_text="附件写明")

    assert label.locator(".count").inner_text() == "2"
    assert tab.locator("tbody td.source").all_inner_texts() == ["附件写明", "附件写明", "写明", "写明"]
    assert tab.locator("tbody td.lead").all_inner_texts() == ["云州市民政局", "云州市商务局"] * 2
    assert tab.locator('fieldset[data-facet="owned"] label', has_text="无责任单位").count() == 0
    tab.locator("tbody").get_by_text("引导企业参与", exact=True).first.click()
    panel = tab.locator("#panel").inner_text()
    assert "正文没有写明，本文件的附件（或分工表）对同一任务写明" in panel
    assert "本文件中的同一任务" in panel
    assert "其他文件中的相关任务" not in panel


def test_every_view_counts_the_owners_of_an_annex_alike(visit: Open, plans: Plans) -> None:
    """One rule: facet, list, sheet, panel, matrix and graph say 1，附件写明 1; filtered, each still shows the task."""
    tab, told = visit("view=agency", path=plans(食堂=ANNEXED)), "1，附件写明 1"
    facet = tab.locator('fieldset[data-facet="agency"] label', has_text="云州市民政局")
    assert facet.locator(".count").inner_text() == told
    assert f"云州市民政局（{told}）" in tab.locator(".view-agency select").inner_text()
    assert f"任务 {told} 项（牵头 1·附1，责任 0，配合 0）" in tab.locator(".sheet").inner_text()
    assert "附件写明：牵头（1）" in tab.locator(".sheet").inner_text()
    tab.evaluate("Guitu.page.change({ focus: { kind: 'agency', index: 0 } })")
    assert f"任务 {told} 项" in tab.locator("#panel .sum").inner_text()

    tab = visit("view=matrix", path=plans(食堂=ANNEXED))
    assert tab.locator("table.matrix tbody td.number").all_inner_texts() == [told, told]
    assert tab.locator("table.matrix tbody .mark .unseen").all_text_contents() == ["牵头", "附件写明 牵头"] * 2
    scene = "Guitu.picture.scene()"
    tab = visit(path=plans(食堂=ANNEXED))
    assert tab.evaluate(f"{scene}.links.map(({{ words }}) => words)") == ["牵1·附1"] * 2
    assert (
        tab.evaluate(f"{scene}.marks.filter((one) => one.kind === 'agency').map((one) => one.note)")
        == ["1 项任务，附件写明 1"] * 2
    )

    tab = visit("only.basis=annex", path=plans(食堂=ANNEXED))
    assert tab.evaluate(f"{scene}.links.map(({{ words }}) => words)") == ["附牵1"] * 2
    tab = visit("view=matrix&only.basis=annex", path=plans(食堂=ANNEXED))
    assert tab.locator("table.matrix tbody td.number").all_inner_texts() == ["0，附件写明 1"] * 2
    tab = visit("view=agency&only.basis=annex", path=plans(食堂=ANNEXED))
    assert tab.locator(".duties tbody tr").count() == 1
    tab.click("#help")
    assert "正文的任务和附件的那一行是同一项任务" in tab.locator("#guide").inner_text()


# ---- a line tells each role ----


def test_a_line_has_a_strand_and_a_count_for_each_role(visit: Open, plans: Plans) -> None:
    """One task led and five owned otherwise are 牵1·责5, two strands of their own colours; pointing tells the same."""
    tab = visit(path=plans(节水=SIX))
    link = tab.evaluate("""(({ links }) => {
      const [link] = links.filter((one) => one.words);
      return [link.words, Guitu.picture.strands(link).map(({ manner }) => manner)];
    })(Guitu.picture.scene())""")

    assert link == ["牵1·责5", ["lead", "responsible"]]
    strokes = tab.evaluate("Guitu.picture.svg()")
    palette = tab.evaluate("Guitu.picture.palette(Guitu.page)")
    assert f'stroke="{palette["lead"]}"' in strokes
    assert f'stroke="{palette["responsible"]}"' in strokes


# ---- figures agree or differ with a reason ----


def test_a_verdict_shows_its_reason(visit: Open, plans: Plans) -> None:
    """At most and at least ten per cent differ; the reason stands beside the verdict, not only in a tip."""
    tail = "一、发展目标\n到2025年，管网漏损率{aim}。\n"
    path = plans(
        甲="云州市供水规划（2021—2025年）\n" + tail.format(aim="控制在10%以内"),
        乙="云州市节水规划（2021—2025年）\n" + tail.format(aim="达到10%以上"),
    )
    tab = visit("view=targets", path=path)

    assert tab.locator(".verdict").all_inner_texts() == ["不一致", "不一致"]
    assert "数值相同而方向相反" in tab.locator("td.value").first.inner_text()


def test_values_alone_that_agree_are_no_full_agreement(visit: Open, plans: Plans) -> None:
    """More than a value and the very value: the badge says that only the values are the same."""
    tail = "一、发展目标\n到2025年，管网长度{aim}。\n"
    path = plans(
        甲="云州市供水规划（2021—2025年）\n" + tail.format(aim="超过300公里"),
        乙="云州市节水规划（2021—2025年）\n" + tail.format(aim="达到300公里"),
    )
    tab = visit("view=targets", path=path)

    assert tab.locator(".verdict").all_inner_texts() == ["数值相同，口径不同"] * 2
    assert tab.locator(".verdict.agree").count() == 0
    assert "另有 1 处相符" in tab.locator("td.value").first.inner_text()


# ---- links name things by what they are ----


def test_a_link_opens_the_same_after_a_document_is_added(visit: Open, plans: Plans) -> None:
    """A figure and a passage are found again where another plan stands before theirs."""
    old = plans(
        "old",
        节水="云州市节水规划（2021—2025年）\n一、发展目标\n到2025年，节水器具普及率达到80%。\n二、主要任务\n（一）改造管网。（市水利局牵头）\n",
    )
    tab = visit("view=targets", path=old)
    tab.locator("td.value .link").first.click()
    tab.locator("#panel").get_by_text("在原文中查看").first.click()
    words, aimed = tab.locator("#panel-title").inner_text(), tab.locator("mark.aimed").all_inner_texts()
    fragment = tab.url.split("#", 1)[1]
    new = plans(
        "new",
        丁="丁州市节水规划（2021—2025年）\n一、发展目标\n到2025年，灌溉面积达到9万亩。\n二、主要任务\n（一）修渠。（市水利局牵头）\n",
    )
    again = visit(fragment, path=new)

    assert again.evaluate("Guitu.page.data.documents.length") == 2
    assert again.locator("#panel-title").inner_text() == words
    assert again.locator("mark.aimed").all_inner_texts() == aimed


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("view=targets&focus=figure:0000000000000000", "所指的指标值已不在本页"),
        ("view=text&at=0123456789ab,1,5", "原文已不在本页"),
        ("view=table&only.agency=nobody", "本页没有“单位：nobody”"),
        ("view=table&only.colour=red", "本页没有“colour：red”"),
        ("view=table&only.role=boss", "本页没有“角色：boss”"),
    ],
)
def test_what_a_link_asked_for_and_is_gone_is_told(visit: Open, fragment: str, told: str) -> None:
    """One sentence says so; nothing is filtered by it; it goes when dismissed."""
    tab = visit(fragment)

    assert told in tab.locator(".lost").inner_text()
    assert tab.evaluate("Guitu.page.selection().tasks.size === Guitu.page.data.tasks.length")
    tab.get_by_role("button", name="知道了").click()
    assert tab.locator(".lost").count() == 0


def test_every_word_that_narrows_is_seen_and_removed(visit: Open) -> None:
    """Words in the table's box and in a facet's box are chips, stand in the address, hide nothing once removed."""
    tab = visit("view=table")
    tab.locator('fieldset[data-facet="topic"] input[type=search]').fill("宽带")
    few = tab.locator('fieldset[data-facet="topic"] label').count()
    tab.locator("#view input[type=search]").fill("产地仓")
    assert "/ 共" in tab.locator("#chips .sum").inner_text()
    rows = tab.locator("tbody tr").count()
    tab.click("#tab-matrix")
    assert tab.locator(".chip").all_inner_texts() == ["表中含有：产地仓 ×", "在领域中查找：宽带 ×"]
    again = visit(tab.url.split("#", 1)[1])
    assert again.locator(".chip").count() == 2
    again.locator(".clear").click()
    assert again.locator('fieldset[data-facet="topic"] input[type=search]').input_value() == ""
    assert again.locator('fieldset[data-facet="topic"] label').count() > few
    assert 0 < rows < again.evaluate("Guitu.page.selection().tasks.size")


# ---- what is exported is what is shown ----


def test_files_have_what_is_shown(visit: Open) -> None:
    """Suggested owners with score and reason, why there is none, and the source of owners: alike in CSV and XLSX."""
    tab = visit("view=table&only.owned=unowned")
    files = {}
    for name in ("csv", "xlsx"):
        with tab.expect_download() as started:
            tab.click(f"#{name}")
        files[name] = Path(started.value.path()).read_bytes()
    rows = list(csv.reader(io.StringIO(files["csv"].decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"])).active
    assert sheet is not None
    cells = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
    at = {name: rows[0].index(name) for name in ("建议单位", "责任来源", "牵头单位", "重点任务")}

    assert rows == cells
    assert {row[at["责任来源"]] for row in rows[1:]} == {"", "建议"}
    for shown, row in zip(tab.locator("tbody tr").all(), rows[1:], strict=True):
        names = [link.inner_text() for link in shown.locator("td.suggested .link[data-kind=agency]").all()]
        assert all(name in row[at["建议单位"]] for name in names)
        assert bool(names) == ("可信度" in row[at["建议单位"]])
        assert row[at["牵头单位"]] == ""
    assert any(row[at["建议单位"]].startswith("无：") for row in rows[1:])


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_an_unchanged_table_of_the_samples_corrects_nothing(
    visit: Open, samples_path: Path, tmp_path: Path, name: str
) -> None:
    """Agencies that the graph holds to be one keep the names that the documents give them."""
    tab = visit("view=table")
    with tab.expect_download() as started:
        tab.click(f"#{name}")
    started.value.save_as(tmp_path / f"分工表.{name}")
    store = shutil.copytree(samples_path, tmp_path / "store")
    done = CliRunner().invoke(main, ["correct", str(tmp_path / f"分工表.{name}"), "--store", str(store)])
    assert done.exit_code == 0, done.output
    assert "0 处更正在用，0 处未用" in done.output


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "text",
    [
        "云州市供水规划（2021—2025年）\n一、主要任务\n（一）改造管网。由市水利局牵头。\n"
        "1.更换旧管。更换城区旧管，2020年已换10公里，到2025年新建水厂3座、泵站12座。\n2.安装水表。安装智能水表。\n",
        ANNEXED,
    ],
    ids=["above", "annex"],
)
def test_an_unchanged_table_corrects_nothing(visit: Open, plans: Plans, tmp_path: Path, name: str, text: str) -> None:
    """The table as the page saves it, given to `guitu correct`, makes no decision: not of owners taken over, either."""
    tab = visit("view=table", path=plans(供水=text))
    with tab.expect_download() as started:
        tab.click(f"#{name}")
    file = tmp_path / f"任务分工表.{name}"
    started.value.save_as(file)
    done = CliRunner().invoke(main, ["correct", str(file), "--store", str(tmp_path / "store-page")])
    assert done.exit_code == 0, done.output
    assert "0 处更正在用，0 处未用" in done.output


@pytest.mark.parametrize(
    ("cell", "written"), [("=1+1", "'=1+1"), ("'=1+1", "''=1+1"), ("-3.5", "-3.5"), ("'十四五'", "'十四五'")]
)
def test_csv_marks_formulas_as_guitu_does(visit: Open, cell: str, written: str) -> None:
    """A mark that was there is doubled, so that reading it back gives the same words."""
    assert visit().evaluate("(cell) => Guitu.csv([[cell]]).slice(1).trim()", cell) == written


def test_print_has_every_row(visit: Open, plans: Plans) -> None:
    """All tasks of the selection are on paper, not one page of the screen, with filters and source in the foot."""
    many = "云州市节水规划（2021—2025年）\n一、主要任务\n" + "".join(
        f"（{n}）修建第{n}座泵站。（责任单位：市水利局）\n" for n in range(1, 131)
    )
    tab = visit("view=table", path=plans(节水=many))
    assert tab.locator("tbody tr").count() == 100
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("tbody tr").count() == 130
    tab.emulate_media(media="print")
    assert "云州市节水规划" in tab.locator("#foot").inner_text()
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator("tbody tr").count() == 100


# ---- why, when, and the way back ----


def test_why_nobody_is_suggested(visit: Open) -> None:
    """The panel says it in a sentence, the filter has it as values, the table in its column."""
    tab = visit("view=table&only.unsuggested=elsewhere")
    assert "其他层级或地区" in tab.locator("tbody td.suggested").first.inner_text()
    tab.locator("tbody th .link").first.click()
    assert "也没有建议：对应任务的责任机构属于其他层级或地区" in tab.locator("#panel").inner_text()


def test_what_was_observed_is_never_due(visit: Open, plans: Plans) -> None:
    """The year of an observation is no year of a task, and no row of what is due by then."""
    text = (
        "云州市节水规划（2021—2025年）\n一、主要任务\n"
        "（一）改造管网。2020年管网漏损率为12%，到2024年降至10%以下。（市水利局牵头）\n（二）修建泵站。（市水利局牵头）\n"
    )
    tab = visit("view=table&columns=task,due", path=plans(节水=text))
    assert {row["kind"] for row in tab.evaluate("Guitu.page.data.figures")} == {"observation", "target"}
    years = tab.locator('fieldset[data-facet="year"] .value').all_inner_texts()
    assert "2020" not in years
    assert tab.locator("tbody td.due").all_inner_texts() == ["2024（目标年份）", "2025（规划期末）"]


def test_back_keeps_the_place(visit: Open) -> None:
    """Scroll, the picture's view and the keys are as they were; no tip is left over the picture."""
    tab = visit("view=table", reduced_motion="reduce")  # a zoom without a movement
    link = tab.locator("tbody th .link").nth(30)
    link.scroll_into_view_if_needed()
    before = tab.evaluate("document.getElementById('view').scrollTop")
    link.click()
    tab.click("#tab-graph")
    tab.go_back()
    tab.go_back()
    assert before > 100
    assert tab.evaluate("document.getElementById('view').scrollTop") == before
    assert tab.evaluate("document.activeElement.dataset.to") == link.get_attribute("data-to")

    tab.click("#tab-graph")
    tab.evaluate("Guitu.picture.zoom(2)")
    at = tab.evaluate("Guitu.picture.viewpoint().at.scale")
    opens = tab.evaluate("Guitu.picture.scene().links.find((link) => link.opens).opens")
    tab.evaluate("(key) => Guitu.page.change({ open: [key] })", opens)
    tab.go_back()
    assert tab.evaluate("Guitu.picture.viewpoint().at.scale") == pytest.approx(at)
    assert tab.locator(".picture-tip").is_hidden()


def test_every_rest_opens(visit: Open) -> None:
    """“查看全部” of a search leads to a page with every result; the keys go to the panel of what is chosen there."""
    tab = visit()
    tab.fill("#find", "农")
    group = tab.locator("#found [role=group]", has=tab.locator(".rest")).first
    kind, total = (group.get_attribute("aria-label") or "").rsplit(" ", 1)
    group.locator(".rest").click()
    section = tab.locator("section.found", has_text=f"{kind}（{total}）")
    if section.locator(".more").count():
        section.locator(".more").click()
    assert section.locator("li").count() == int(total) > 6
    section.locator("li button").first.click()
    assert tab.evaluate("document.activeElement.id") in ("panel-title", "view")
