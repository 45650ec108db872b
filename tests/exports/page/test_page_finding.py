"""Search, filters, address and keys: how a reader of the page comes to what matters to them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.exports.conftest import Open


def _found(tab: Page, words: str) -> list[str]:
    """What the box offers for some words: names in order, all groups."""
    tab.fill("#find", words)
    return [
        option.locator("span").first.inner_text() for option in tab.locator("#found [role=option][id]:not(.rest)").all()
    ]


def _focus(tab: Page) -> str:
    return str(
        tab.evaluate(
            "(({ focus }) => focus && `${focus.kind} ${Guitu.page.name(focus.kind, focus.index)}`)(Guitu.page.state)"
        )
    )


# ---- search ----


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("农业农村局", "云州市农业农村局"),
        ("市数据局", "云州市数据局"),  # an abbreviation
        ("云州市交通局", "云州市交通运输局"),
        ("nyncj", "云州市农业农村局"),  # initials
        ("shujuju", "云州市数据局"),  # pinyin
        ("shujj", "云州市数据局"),  # both
        ("SJJ", "云州市数据局"),
        ("數據局", "云州市数据局"),  # traditional
        ("ｓｊｊ", "云州市数据局"),  # full width
        ("茶叶电商产业园", "青岚茶叶电商产业园"),
        ("全市农村网络零售额", "农村网络零售额"),
        ("云农发〔2023〕27号", "云州市智慧渔业三年行动计划（2023—2025年）"),
        ("寄递物流", "完善村级寄递物流服务"),
    ],
)
def test_names_are_found(visit: Open, words: str, name: str) -> None:
    """Parts of names, abbreviations, numbers, pinyin, initials, traditional and full-width signs lead to a thing."""
    assert name in _found(visit(), words)


@pytest.mark.parametrize("words", ["量子纠缠", "qqqq", "   "])
def test_what_is_not_there_is_not_found(visit: Open, words: str) -> None:
    """Words that no name has give no result."""
    assert _found(visit(), words) == []


@pytest.mark.parametrize(
    ("query", "name", "rank"),
    [
        ("经信委", "经信委", 0),
        ("经信", "经信委", 1),
        ("信委", "经信委", 2),
        ("jxw", "经信委", 3),
        ("xw", "经信委", 4),
        ("jingxinw", "经信委", 3),
        ("cjz", "长江镇", 3),  # a character with two readings
        ("zjz", "长江镇", 3),
        ("wxj", "经信委", -1),
        ("jxwx", "经信委", -1),
        ("5gjz", "5g基站", 3),
    ],
)
def test_how_well_a_name_is_met(visit: Open, query: str, name: str, rank: int) -> None:
    """The very name ranks before its beginning, a part, and pinyin; readings follow the order of the characters."""
    readings = {
        "经": "jing",
        "信": "xin",
        "委": "wei",
        "长": "chang zhang",
        "江": "jiang",
        "镇": "zhen",
        "基": "ji",
        "站": "zhan",
    }

    assert visit().evaluate(
        "([readings, query, name]) => Guitu.folding({ readings, simplified: {} }).rank(query, name)",
        [readings, query, name]
    ) == rank  # fmt: skip


def test_results_are_grouped_with_counts(visit: Open) -> None:
    """Results stand by kind, each group with its count; the best group first."""
    tab = visit()
    _found(tab, "农业")
    groups = {
        group.get_attribute("aria-label").rsplit(" ", 1)[0]: int(group.locator(".group b").inner_text())  # type: ignore[union-attr]
        for group in tab.locator("#found [role=group]").all()
    }

    assert {"单位", "任务", "指标"} <= set(groups)
    assert groups["单位"] == tab.evaluate(
        "Guitu.page.data.agencies.filter((a) => [a.name, ...a.other].some((name) => name.includes('农业'))).length"
    )


def test_search_by_keys(visit: Open) -> None:
    """/ goes to the box, arrows move, Enter brings the thing and its neighbourhood into the graph, Esc closes."""
    tab = visit("view=table")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "find"
    tab.keyboard.type("shujuju")
    first = tab.locator('#found [aria-selected="true"] span').first.inner_text()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")

    assert _focus(tab) == f"agency {first}" == "agency 云州市数据局"
    assert tab.locator("#tab-graph").get_attribute("aria-selected") == "true"
    assert not tab.locator("#found").is_visible()
    tab.keyboard.press("Escape")
    assert tab.locator("#panel").is_hidden()


# ---- filters ----


def test_counts_follow_the_other_filters(visit: Open) -> None:
    """With a document chosen, the counts of other facets are of its tasks; its own facet still counts all documents."""
    tab = visit()
    documents = tab.locator('fieldset[data-facet="document"] label')
    before = documents.all_inner_texts()
    documents.first.locator("input").check()

    chosen = int(documents.first.locator(".count").inner_text())
    levels = [int(words) for words in tab.locator('fieldset[data-facet="level"] .count').all_inner_texts()]
    assert sorted(documents.all_inner_texts()) == sorted(before)
    assert sum(levels) == chosen
    owned = [int(words) for words in tab.locator('fieldset[data-facet="owned"] .count').all_inner_texts()]
    assert sum(owned) == chosen


def test_agency_and_role_speak_of_one_owner(visit: Open) -> None:
    """Agency X with role lead means tasks that X leads, not tasks that X supports and another leads."""
    tab = visit("only.agency=云州市农业农村局&only.role=lead&only.basis=stated")

    assert tab.evaluate("""() => {
      const { data, selection } = Guitu.page, at = data.agencies.findIndex((row) => row.name === "云州市农业农村局");
      const led = new Set(data.duties.filter((row) => row.agency === at && row.role === "lead").map((row) => row.task));
      const { tasks } = selection();
      return led.size > 0 && [...led].every((task) => tasks.has(task)) && tasks.size === led.size;
    }""")


def test_unowned_means_no_owner_even_above(visit: Open) -> None:
    """Unowned tasks are those that neither they nor the tasks around them name an owner for."""
    tab = visit("view=table&only.owned=unowned")

    assert tab.locator("tbody tr").count() > 0
    assert (
        tab.locator("tbody td.lead div:not(.maybe) > .link, tbody td.responsible div:not(.maybe) > .link").count() == 0
    )


def test_tasks_that_no_other_document_takes_up(visit: Open) -> None:
    """Those of a higher plan without an aligned task elsewhere are one filter away."""
    tab = visit("view=table&only.level=national&only.related=unrelated")
    shown = set(tab.locator("tbody tr").evaluate_all("(rows) => rows.map((row) => Number(row.dataset.task))"))

    assert shown == set(
        tab.evaluate("""[...Guitu.page.data.tasks.keys()].filter((task) =>
      Guitu.page.data.documents[Guitu.page.data.tasks[task].document].level === "national"
      && !Guitu.page.data.alignments.some((row) => row.a === task || row.b === task))""")
    )


def test_active_filters_are_seen_and_removed(visit: Open) -> None:
    """Each active filter is a chip that removes it; all go at once."""
    tab = visit("view=table&only.role=lead&only.level=municipal")
    chips = tab.locator(".chip")

    assert sorted(chips.all_inner_texts()) == ["层级：市级 ×", "角色：牵头 ×"]
    chips.filter(has_text="角色").click()
    assert chips.all_inner_texts() == ["层级：市级 ×"]
    assert "only.role" not in tab.url
    tab.go_back()
    tab.locator(".clear").click()
    assert chips.count() == 0


# ---- address ----


def test_an_address_reopens_the_view(visit: Open) -> None:
    """What is shown stands in the fragment, and opens again in another tab: view, focus, filters, language, theme."""
    tab = visit("view=table")
    tab.locator('fieldset[data-facet="role"] input').first.check()
    tab.locator("tbody th button").first.click()
    tab.click("#lang")
    tab.click("#theme")
    tab.locator("thead th.deadline button").click()
    again = visit(tab.url.split("#", 1)[1])

    for look in ("#panel h2", "#chips", "tbody"):
        assert again.locator(look).inner_text() == tab.locator(look).inner_text()
    assert again.locator("html").get_attribute("lang") == "en"
    assert again.locator("html").get_attribute("data-theme") == "dark"
    assert again.evaluate("Guitu.page.state") == tab.evaluate("Guitu.page.state")


def test_back_and_forward(visit: Open) -> None:
    """The browser's own buttons go through what was looked at."""
    tab = visit("view=table")
    tab.locator("tbody th button").nth(0).click()
    first = _focus(tab)
    tab.locator("tbody th button").nth(3).click()
    tab.click("#tab-matrix")
    tab.go_back()
    tab.go_back()
    assert (_focus(tab), tab.locator("#tab-table").get_attribute("aria-selected")) == (first, "true")
    tab.go_forward()
    tab.go_forward()
    assert tab.locator("#tab-matrix").get_attribute("aria-selected") == "true"


@pytest.mark.parametrize(
    "fragment",
    ["view=nothing", "focus=task:none", "focus=constructor:1", "focus=figure:99999", "at=1,2", "at=99,1,2", "page=-3",
     "only.__proto__=x", "steps=7", "%E0%A4%A", "only.document=none"],
)  # fmt: skip
def test_an_address_that_says_nonsense_opens_all_the_same(visit: Open, fragment: str) -> None:
    """What an address says of things that are not there is left out."""
    tab = visit(fragment)

    assert tab.locator("#tab-graph").get_attribute("aria-selected") == "true"
    assert tab.locator("#panel").is_hidden()


# ---- keys and languages ----


def test_the_keyboard_reaches_everything(visit: Open) -> None:
    """Tab goes from the skip link through search, switches, views and filters into the view, always seen."""
    tab = visit("view=table")
    reached = []
    for _ in range(90):
        tab.keyboard.press("Tab")
        reached.append(
            tab.evaluate(
                "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
            )
        )
        style = tab.evaluate(
            "(({ outlineStyle: o, outlineWidth: w }) => [o, w])(getComputedStyle(document.activeElement))"
        )
        assert style[0] != "none"
        assert style[1] != "0px"

    assert reached[:6] == ["skip", "find", "help", "lang", "theme", "tab-table"]
    assert {"view", "copy", "csv", "xlsx"} <= set(reached)


def test_views_by_arrow_keys(visit: Open) -> None:
    """Arrows, Home and End move between the views."""
    tab = visit()
    tab.focus("#tab-graph")
    for key, name in (
        ("ArrowRight", "table"),
        ("ArrowRight", "matrix"),
        ("End", "gaps"),
        ("ArrowRight", "graph"),
        ("ArrowLeft", "gaps"),
        ("Home", "graph"),
    ):
        tab.keyboard.press(key)
        assert tab.evaluate("document.activeElement.id") == f"tab-{name}"
        expect(tab.locator(f"#tab-{name}")).to_have_attribute("aria-selected", "true")


def test_a_mark_in_the_text_opens_by_enter(visit: Open) -> None:
    """A fact in the text is reached and opened by keys."""
    tab = visit("view=text")
    tab.locator("article.text mark.figure").first.focus()
    tab.keyboard.press("Enter")

    assert tab.locator("#panel .top .kind.figure").count() == 1


def test_every_word_is_there_in_both_languages(visit: Open) -> None:
    """No key of the words shows through, in any view, in either language."""
    words = visit().evaluate("Guitu.words")
    assert all(entry["zh"] and entry["en"] for entry in words.values())
    keys = [key for key in words if "." in key]
    for view in (
        "graph",
        "table",
        "matrix",
        "targets",
        "places",
        "timeline",
        "compare",
        "text",
        "agency",
        "decisions",
        "gaps",
    ):
        tab = visit(f"view={view}&lang=en")
        shown = tab.locator("body").inner_text()
        assert [key for key in keys if key in shown] == []
        tab.context.close()
