"""From state to bureau for one task: columns by level, all in view, each step with its proof; what stays in place."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.exports.conftest import PHONE, Open, Plans
from tests.exports.page.test_page_access import serious

TASK = "推广智慧农业"
_CHAINED = """() => {
  const { data } = Guitu.page, national = data.tasks.findIndex(({ title, document }) =>
    title === "推广智慧农业" && data.documents[document].level === "national");
  Guitu.page.change({ focus: { kind: "task", index: national }, flow: true });
  return national;
}"""
_AT = "(id) => Guitu.picture.whereIs(id)"


@pytest.fixture
def flow(visit: Open) -> Page:
    """The chain of a national task of the samples."""
    tab = visit()
    tab.evaluate(_CHAINED)
    return tab


def _marks(tab: Page) -> list[dict[str, Any]]:
    """The marks of the picture with what they show."""
    found: list[dict[str, Any]] = tab.evaluate(
        "Guitu.picture.scene().marks.map(({ id, kind, index, x, y, w, h, column }) =>"
        " ({ id, kind, index, x, y, w, h, column }))"
    )
    return found


def _on_link(tab: Page, which: str) -> tuple[float, float]:
    """A place on a line, where its number stands."""
    found: list[float] = tab.evaluate(f"""() => {{
      const scene = Guitu.picture.scene(), link = scene.links.find((one) => one.at && ({which})(one));
      const mark = scene.byId.get(link.from), [x, y] = Guitu.picture.whereIs(link.from), scale = Guitu.picture.scale();
      return [x + (link.at.x - mark.x) * scale, y + (link.at.y - mark.y) * scale];
    }}""")
    return found[0], found[1]


def test_levels_stand_in_named_columns(flow: Page) -> None:
    """State, city, measures, owners from left to right, each column with its name and no other."""
    heads = flow.evaluate("Guitu.picture.scene().heads.map(({ words, x }) => [x, words])")
    ordered = [words for _, words in sorted(heads)]
    assert ordered[0] == "国家级"
    assert ordered[-1] == "责任单位"
    assert ordered.index("市级") < ordered.index("市级措施")
    assert max(mark["x"] for mark in _marks(flow)) == next(
        mark["x"] for mark in _marks(flow) if mark["kind"] == "agency"
    )


def test_all_of_a_chain_is_in_view(flow: Page) -> None:
    """Every mark stands inside the frame at once, in letters that are read, none over another."""
    box, marks = flow.locator(".picture-frame").bounding_box(), _marks(flow)
    assert box
    scale = flow.evaluate("Guitu.picture.scale()")
    assert scale > 0.6
    for mark in marks:
        x, y = flow.evaluate(_AT, mark["id"])
        assert box["x"] <= x - mark["w"] / 2 * scale
        assert x + mark["w"] / 2 * scale <= box["x"] + box["width"]
        assert box["y"] <= y - mark["h"] / 2 * scale
        assert y + mark["h"] / 2 * scale <= box["y"] + box["height"]
    assert not [
        (a["id"], b["id"])
        for i, a in enumerate(marks)
        for b in marks[:i]
        if 2 * abs(a["x"] - b["x"]) < a["w"] + b["w"] and 2 * abs(a["y"] - b["y"]) < a["h"] + b["h"]
    ]


def test_no_line_passes_a_mark(flow: Page) -> None:
    """A line over several columns has a way of its own between the marks of each."""
    passed = flow.evaluate("""() => {
      const { marks, links, ways } = Guitu.picture.scene();
      const over = links.flatMap((link) => link.ways).flatMap((way) => marks.filter((mark) =>
        mark.column === way.column && Math.abs(mark.y - way.y) < (mark.h + way.h) / 2));
      return [ways.length, over.length];
    }""")
    assert passed[0] > 0
    assert passed[1] == 0


def test_tasks_stand_below_their_documents(flow: Page) -> None:
    """Each task in a frame headed by the document that it stands in."""
    wrong = flow.evaluate("""() => {
      const { marks, byId } = Guitu.picture.scene(), { tasks } = Guitu.page.data;
      return marks.filter((mark) => mark.kind === "task").filter((mark) => {
        const head = byId.get(mark.cluster);
        return head.index !== tasks[mark.index].document || head.y >= mark.y || head.x !== mark.x;
      }).length;
    }""")
    assert wrong == 0


def test_fewer_lines_cross_than_in_the_order_of_the_documents(flow: Page) -> None:
    """The order within the columns leaves fewer crossings than the one in which the tasks stand in the data."""
    counts = flow.evaluate("""() => {
      const scene = Guitu.picture.scene();
      const lines = scene.links.flatMap((link) => Guitu.picture.stretches(link, scene.byId));
      const crossings = (place) => lines.flatMap(([a, b], i) => lines.slice(0, i).filter(([c, d]) =>
        a.column === c.column && b.column === d.column && (place(a) - place(c)) * (place(b) - place(d)) < 0)).length;
      return [crossings((mark) => mark.y), crossings((mark) => mark.index ?? mark.y)];
    }""")
    assert counts[0] < counts[1]


def test_each_step_has_score_reason_and_both_sentences(flow: Page) -> None:
    """The panel tells every step of the chain; its quotes are sentences of the texts, and owners have theirs."""
    steps = flow.locator("#panel [data-step]")
    links = flow.evaluate("Guitu.picture.scene().links.filter((link) => link.step).length")
    assert steps.count() >= links > 0
    for step in steps.all():
        assert "%" in step.locator(".score").first.inner_text()
        assert step.locator(".side").count() == 2
        assert step.locator(".side > div > [data-proof]").count() >= 2
    assert flow.locator("#panel [data-duty] [data-proof]").count() > 0
    assert any("。" in words for words in steps.locator(".side > div > [data-proof]").all_inner_texts())


def test_a_line_leads_to_its_step(flow: Page) -> None:
    """A click on a line between two tasks marks that step in the panel; one on a line to an owner its words."""
    before = flow.evaluate("Guitu.picture.viewpoint().at")
    flow.mouse.click(*_on_link(flow, "(one) => one.step"))
    assert flow.locator("#panel .chosen[data-step]").count() == 1
    x, y = flow.evaluate("""() => {
      const scene = Guitu.picture.scene(), link = scene.links.find((one) => one.named && !one.suggested);
      const [from, to] = Guitu.picture.stretches(link, scene.byId).at(-1), place = Guitu.picture.along(from, to, 0.5);
      const [x, y] = Guitu.picture.whereIs(link.to), scale = Guitu.picture.scale(), mark = scene.byId.get(link.to);
      return [x + (place.x - mark.x) * scale, y + (place.y - mark.y) * scale];
    }""")
    flow.mouse.click(x, y)
    assert flow.locator("#panel .chosen[data-duty]").count() == 1
    assert flow.evaluate("Guitu.picture.viewpoint().at") == before


def test_the_filters_fold_up_beside_a_chain(flow: Page) -> None:
    """They leave their room to the flow and come back after it."""
    assert not flow.evaluate("document.getElementById('side').open")
    flow.locator(".picture-flow").click()
    assert flow.evaluate("document.getElementById('side').open")


@pytest.mark.parametrize("look", ["theme=light&lang=zh", "theme=dark&lang=en"])
def test_axe_on_a_chain_and_its_steps(visit: Open, look: str) -> None:
    """Nothing serious, with a step that was chosen, and with the choice of columns open."""
    tab = visit(look)
    tab.evaluate(_CHAINED)
    tab.evaluate("Guitu.showStep('step', document.querySelector('[data-step]').dataset.step)")
    assert tab.locator("#panel .chosen").count() == 1
    assert serious(tab) == []
    tab.click("#tab-table")
    tab.locator(".columns summary").click()
    assert serious(tab) == []


# ---- the picture keeps its place ----


def test_nothing_jumps_when_something_opens(visit: Open) -> None:
    """A line that opens leaves the mark beside the hand where it is, at the same scale; so does a decision."""
    tab = visit()
    link = tab.evaluate("""() => {
      const { from, to, opens } = Guitu.picture.scene().links.find((one) => one.opens && one.at);
      return { from, to, opens };
    }""")
    before, scale = [tab.evaluate(_AT, link[end]) for end in ("from", "to")], tab.evaluate("Guitu.picture.scale()")
    tab.mouse.click(*_on_link(tab, f"(one) => one.opens === '{link['opens']}'"))
    tab.wait_for_timeout(200)
    after = [tab.evaluate(_AT, link[end]) for end in ("from", "to")]
    assert len(tab.evaluate("Guitu.page.state.open")) == 1
    assert tab.evaluate("Guitu.picture.scale()") == pytest.approx(scale)
    assert any(abs(a[0] - b[0]) < 2 and abs(a[1] - b[1]) < 60 for a, b in zip(before, after, strict=True))


def test_a_decision_moves_nothing(visit: Open) -> None:
    """The picture stays as the reader has moved it."""
    tab = visit()
    tab.evaluate("Guitu.page.focus('task', Guitu.page.data.duties[0].task)")
    tab.locator(".picture-zoomIn").click()
    tab.wait_for_timeout(300)
    before = tab.evaluate("Guitu.picture.viewpoint().at")
    tab.locator("#panel details.decide summary").first.click()
    tab.get_by_role("button", name="确认", exact=True).first.click()
    tab.wait_for_timeout(200)
    after = tab.evaluate("Guitu.picture.viewpoint().at")
    assert tab.locator("#panel .decided").count() == 1
    assert after["scale"] == pytest.approx(before["scale"])
    assert after["position"] == pytest.approx(before["position"], abs=1)


def test_on_a_phone_the_chain_is_read_in_the_panel(visit: Open) -> None:
    """Where five columns have no room, the steps stand one below the other."""
    tab = visit(size=PHONE)
    tab.evaluate(_CHAINED)
    assert tab.locator("#panel [data-step]").count() > 3
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


# ---- the sentence that carries the matter ----


def test_compared_tasks_quote_what_they_share(visit: Open, plans: Plans) -> None:
    """Both quotes are the sentence of the body about the matter, neither the heading nor the first sentence."""
    one = (
        "云州市节水规划（2021—2025年）\n一、主要任务\n（一）改造老旧供水管网。坚持系统观念。更换老旧供水管网300公里，"
        "降低漏损。加强宣传引导。（市水利局牵头）\n"
    )
    two = (
        "云州市节水规划（2026—2030年）\n一、主要任务\n（一）改造老旧供水管网。健全工作机制。对运行二十年以上的老旧供水管网"
        "应换尽换。抓好督促检查。（市水利局牵头）\n"
    )
    tab = visit("view=compare", path=plans("two", a=one, b=two))
    quotes = tab.locator("table.compare tbody tr").first.locator("td:not(.how) [data-proof]").all_inner_texts()
    assert len(quotes) == 2
    assert any("更换老旧供水管网300公里" in quote for quote in quotes)
    assert any("应换尽换" in quote for quote in quotes)
    assert not any("宣传引导" in quote or "督促检查" in quote or "系统观念" in quote for quote in quotes)


def test_alignments_have_both_proofs(visit: Open) -> None:
    """What the graph shows of a pair is in the page, the lower side first."""
    tab = visit()
    lacking = tab.evaluate(
        "Guitu.page.data.alignments.filter(({ proofs }) => proofs.filter(Boolean).length !== 2).length"
    )
    assert lacking == 0
