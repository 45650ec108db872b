"""Twelve jobs of an office done in the page as by hand, with each click and each word typed counted.

On the page of any graph: `python -m tests.exports.page.hands PAGE.html WORDS`, where WORDS are those of `Words`, joined
by commas; without them, the words of the sample plans.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader types or looks for: a measure, initials of an agency, a word of a text, an indicator, a year."""

    measure: str = "若干措施 3"
    initials: str = "nyncj"
    text: str = "统筹推进"
    indicator: str = "零售额"
    year: str = "2025"


@dataclass(slots=True)
class Hands:
    """Works on a page and counts: `clicks`, choices in a list among them; `typed`: the words."""

    tab: Page
    words: Words
    clicks: int = 0
    typed: list[str] = field(default_factory=list)

    def click(self, what: str | Locator) -> None:
        (self.tab.locator(what).first if isinstance(what, str) else what.first).click()
        self.clicks += 1

    def find(self, words: str, kind: str = "") -> None:
        """Goes to the box, types, takes the first result, of a kind where one is named."""
        self.click("#find")
        self.tab.fill("#find", words)
        self.typed.append(words)
        self.click(f'#found [role=group][aria-label^="{kind}"] [role=option]' if kind else "#found [role=option]")

    def choose(self, name: str, at: int) -> None:
        self.tab.locator(f'[data-keep="compare-{name}"]').select_option(index=at)
        self.clicks += 1

    def shows(self, selector: str, words: str = "") -> None:
        assert self.tab.locator(selector, has_text=words).first.is_visible(), (selector, words)


def _measure(hands: Hands) -> None:
    hands.find(hands.words.measure)
    hands.shows("#panel h3", "责任单位")
    hands.shows("#panel .role")


def _printed(hands: Hands) -> None:
    hands.tab.evaluate("globalThis.print = () => { globalThis.printed = true; }")
    hands.find(hands.words.initials)
    hands.click(hands.tab.locator("#panel").get_by_text("职责清单"))
    hands.click("#print")
    assert hands.tab.evaluate("printed && document.querySelectorAll('.duties tbody tr').length > 0")


def _due(hands: Hands) -> None:
    hands.click(f'fieldset[data-facet="due"] input[value="{hands.words.year}"]')
    hands.click("#tab-table")
    hands.shows("tbody td.due", hands.words.year)


def _compared(hands: Hands) -> None:
    hands.click("#tab-compare")
    hands.choose("one", 1)
    hands.choose("two", 2)
    hands.shows(".view-compare .sum", "共同的任务")


def _unowned(hands: Hands) -> None:
    hands.click('#chips [data-keep="strip-none"]')
    hands.shows("tbody th .link")


def _quoted(hands: Hands) -> None:
    hands.find(hands.words.measure)
    hands.click(hands.tab.locator("#panel").get_by_text("在原文中查看"))
    hands.shows("mark.aimed")


def _cascade(hands: Hands) -> None:
    hands.click(hands.tab.get_by_role("button", name="上下衔接"))
    assert "flow=1" in hands.tab.url


def _parks(hands: Hands) -> None:
    hands.click("#tab-places")
    hands.shows(".crossed tbody th")


def _indicator(hands: Hands) -> None:
    hands.find(hands.words.indicator, "指标")
    hands.shows("#panel .rows .link[data-kind=figure]")


def _saved(hands: Hands) -> None:
    hands.click('fieldset[data-facet="agency"] label')
    hands.click("#tab-table")
    with hands.tab.expect_download():
        hands.click("#xlsx")


def _decided(hands: Hands) -> None:
    hands.click('#chips [data-keep="strip-suggested"]')
    hands.click("tbody th .link")
    hands.click("#panel section:has(.role.suggested) details.decide summary")
    hands.click(hands.tab.get_by_role("button", name="采纳", exact=True))
    hands.click("#tab-decisions")
    with hands.tab.expect_download():
        hands.click("#save-decisions")


def _passage(hands: Hands) -> None:
    hands.find(hands.words.text, "原文")
    hands.shows("mark.aimed", hands.words.text)


Job = Callable[[Hands], None]
JOBS: dict[str, tuple[Job, int]] = {
    "谁负责第几条 who owns a measure": (_measure, 2),
    "一个单位的全部职责，打印 all of an agency, printed": (_printed, 4),
    "哪年之前要完成 due by a year": (_due, 2),
    "两份文件对照 two documents compared": (_compared, 3),
    "没有责任单位也没有建议的 neither owner nor suggestion": (_unowned, 1),
    "责任单位在原文哪里 the words that state an owner": (_quoted, 3),
    "从国家到委办局 from state to bureau": (_cascade, 1),
    "各区县的园区 parks by district": (_parks, 1),
    "一个指标的全部数值 all figures of an indicator": (_indicator, 2),
    "一个单位的分工表存为 XLSX the table of an agency, saved": (_saved, 3),
    "采纳一条建议并存为文件 a suggestion accepted and saved": (_decided, 6),
    "正文里的一个词 a word of a text": (_passage, 2),
}
"""Name of a job, what does it, clicks that it may take."""


def done(tab: Page, name: str, words: Words) -> Hands:
    """Does a job on a page that has just been opened."""
    hands = Hands(tab, words)
    JOBS[name][0](hands)
    return hands


def main(page: str, words: str = "") -> None:
    """Does every job and prints what each took."""
    told = Words(**dict(zip((one.name for one in fields(Words)), words.split(","), strict=True))) if words else Words()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name in JOBS:
            tab = browser.new_page(viewport={"width": 1280, "height": 720})
            tab.goto(Path(page).resolve().as_uri())
            tab.wait_for_selector("body.ready")
            hands = done(tab, name, told)
            print(f"{hands.clicks} clicks  {'、'.join(hands.typed):<12}  {name}")
            tab.close()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
