"""Pages of things, questions and search as JSON, and the page of queries in a real browser."""

from __future__ import annotations

import json
import re
import shutil
import threading
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

import guitu
from guitu.exports.command.cli import main
from guitu.graph.ask.query import questions
from guitu.graph.build import add, remove
from guitu.graph.keep.store import Store
from guitu.ontology import terms
from tests.exports.service.conftest import Served, serving

AGENCY = "云州市农业农村局"
PATIENCE = 60_000  # milliseconds
FORMS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("start", ["/id", "/guitu/id"])
def test_a_thing_has_a_page_and_data(served: Served, start: str) -> None:
    """By the path of its IRI, as a proxy in front would ask; by negotiation and by ending; the same data in each."""
    path = f"{start}/agency/{quote(AGENCY)}"
    page = served.ask(path, accept="text/html")
    data = [set(map(str, ox.parse(served.ask(f"{path}.{end}").body, format=form))) for end, form in FORMS.items()]

    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert f"<h1>{AGENCY}</h1>" in page.text
    assert 'rel="alternate"; type="text/turtle"' in page.headers["link"]
    assert all(one == data[0] for one in data)
    assert served.ask(path, accept="text/turtle").body == served.ask(f"{path}.ttl").body
    assert served.ask(f"{path}.html").text == page.text
    assert served.ask(path, accept="image/png").status == 406
    assert served.ask(f"{start}/agency/{quote('没有')}").status == 404


def test_a_fact_has_its_proof(served: Served, sample_store: Path) -> None:
    """The page of a fact shows the quote with what stands around it, its document and place; it leads on and back."""
    fact = guitu.open(sample_store).owners("产地仓")[0]
    page = served.ask(f"/thing?iri={quote(str(fact['fact_iri']), safe='')}", accept="text/html").text

    assert f"<mark>{fact['quote']}</mark>" in page
    assert str(fact["document"]) in page
    assert f"characters {fact['start']} to {fact['end']}" in page
    assert quote(str(fact["task_iri"]), safe="/") in page
    back = served.ask(f"/thing?iri={quote(str(fact['task_iri']), safe='')}", accept="text/html").text
    assert quote(str(fact["fact_iri"]), safe="/") in back


@pytest.mark.parametrize(("kind", "zh", "en"), [
    ("Link", "共青团青岚县委员会 → 共青团云州市委员会（上级对口机构，所指已明，0.95）",
     "共青团青岚县委员会 → 共青团云州市委员会 (counterpart above, resolved, 0.95)"),
    ("Alignment", "推广智慧农业 对应 智慧大田（部分对应，", "推广智慧农业 corresponds to 智慧大田 (partial, "),
    ("Suggestion", "建议 云州市商务局 承担 建设电商出村体系（责任，",
     "suggested: 云州市商务局 for 建设电商出村体系 (responsible, "),
    ("Responsibility", "云州市商务局：支持产地仓建设（牵头）", "云州市商务局: 支持产地仓建设 (lead)"),
    ("Incentive", "培育数字农业企业：50万元", "培育数字农业企业: 50万元"),
    ("Gap", "青岚县数字乡村建设实施方案：未知机构", "青岚县数字乡村建设实施方案: unknown agency"),
])  # fmt: skip
def test_statements_have_names(served: Served, sample_store: Path, kind: str, zh: str, en: str) -> None:
    """What says something of other things is called by what it says, on its page and where it leads from."""
    things = [iri for (iri,) in Store.open(sample_store).query(f"SELECT ?x {{ ?x a <{terms.NS}{kind}> }}").rows]
    for lang, said in (("zh", zh), ("en", en)):
        pages = [
            served.ask(f"/thing?iri={quote(iri or '', safe='')}", accept="text/html", accept_language=lang).text
            for iri in things
        ]
        titles = [re.search("<h1>(.+?)</h1>", page) for page in pages]
        assert [title for title in titles if title and unescape(title[1]).startswith(said)]
        assert not [title[1] for title in titles if title and re.search("[0-9a-f]{16}", title[1])]


def test_terms_and_documents(served: Served) -> None:
    """The ontology, and a document whose IRI has signs that addresses write in another way."""
    assert served.ask("/guitu/ns", accept="text/html").status == 200
    number = quote("云政办规〔2024〕6号")
    assert "云州市支持数字农业发展若干措施" in served.ask(f"/id/document/{number}", accept="text/html").text


@pytest.mark.parametrize("name", questions())
def test_questions_as_json(served: Served, sample_store: Path, name: str) -> None:
    """Each answers as it does from Python."""
    question = questions()[name]
    args = zip((one.name for one in question.parameters), question.example, strict=False)
    answer = served.ask(f"/ask/{name}?limit=20&" + "&".join(f"{k}={quote(v)}" for k, v in args))
    found = json.loads(answer.body)
    table = guitu.open(sample_store, lang="en").ask(name, *question.example, limit=20)

    assert found["rows"] == json.loads(table.to_json())
    assert tuple(found["columns"]) == table.columns
    assert (found["rows_left"], found["things_left"]) == (table.rows_left, table.things_left)


def test_former_names_of_questions(served: Served) -> None:
    """An address that was given away still answers, by the name of today."""
    former, now = (json.loads(served.ask(path).body) for path in ("/ask/parks", f"/ask/places?text={quote('园区')}"))

    assert former == now
    assert former["question"] == "places"
    assert former["rows"]


def test_openapi_and_lists(served: Served) -> None:
    """Every address that is described answers, and says which parameter is missing."""
    described = json.loads(served.ask("/openapi.json").body)

    assert described["openapi"].startswith("3.1")
    assert {f"/ask/{name}" for name in questions()} < set(described["paths"])
    assert len(json.loads(served.ask("/ask").body)["questions"]) == len(questions())
    for path in described["paths"]:
        answer = served.ask(path)
        assert answer.status == 200 or "missing" in answer.text


def test_search(served: Served) -> None:
    """The closest first; agencies by any of their names; each found thing has a page."""
    found = json.loads(served.ask(f"/search?q={quote(AGENCY)}&limit=5").body)["found"]
    short = json.loads(served.ask(f"/search?q={quote('市农业农村局')}").body)["found"]

    assert found[0]["name"] == AGENCY
    assert found[0]["kind"] == "Agency"
    assert found[0]["iri"] in {one["iri"] for one in short}
    assert served.ask(f"/thing?iri={quote(found[0]['iri'], safe='')}").status == 200


def test_a_new_generation_is_answered(sample_store: Path, tmp_path: Path) -> None:
    """While documents come and go, every answer is of one whole generation, and the last is answered at the end."""
    store = tmp_path / "store"
    shutil.copytree(sample_store, store)
    plan = tmp_path / "新方案.txt"
    plan.write_text("云州市节水方案\n一、主要任务\n（一）改造管网。更新管网30公里。（市水利局牵头）\n", "utf-8")
    query = "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a gt:Document }"
    seen: set[tuple[str, str]] = set()
    with serving("--store", store) as found:
        before = found.ask(f"/sparql?query={quote(query)}&format=csv")
        done = threading.Event()

        def watch() -> None:
            while not done.is_set():
                answer = found.ask(f"/sparql?query={quote(query)}&format=csv")
                assert answer.status == 200
                seen.add((answer.headers["guitu-generation"], answer.text.split()[1]))

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            add([plan], store)
            added = found.ask(f"/search?q={quote('改造管网')}")
            remove(["云州市节水方案"], store)
        finally:
            done.set()
            watcher.join()
        after = found.ask(f"/sparql?query={quote(query)}&format=csv")

    number, count = int(before.headers["guitu-generation"]), int(before.text.split()[1])
    assert json.loads(added.body)["found"]
    assert (after.headers["guitu-generation"], after.text) == (str(number + 2), before.text)
    assert seen <= {(str(number), str(count)), (str(number + 1), str(count + 1)), (str(number + 2), str(count))}


def test_the_page_of_queries(served: Served, chromium: Browser) -> None:
    """A question is answered, its query can be changed and run, faults are told, terms completed; nothing is fetched
    from elsewhere, and no script is refused."""
    page = chromium.new_page(locale="zh-CN")
    said: list[str] = []
    page.on(
        "request",
        lambda request: said.append(request.url) if not request.url.startswith((served.url, "data:")) else None,
    )
    page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{served.url}/query")
    page.get_by_role("button", name="谁负责与某词有关的任务").click()
    expect(page.locator("#table th").nth(2)).to_have_text("机构", timeout=PATIENCE)
    expect(page.get_by_role("link", name="云州市商务局").first).to_be_visible(timeout=PATIENCE)
    page.fill("#text", "SELECT ?doc { ?doc a gt:Document }")
    page.click("#run")
    expect(page.locator("#table tbody tr")).to_have_count(7, timeout=PATIENCE)
    expect(page.locator("#form")).to_be_hidden()
    page.click("[data-view=graph]")
    expect(page.locator("#graph canvas")).to_be_visible(timeout=PATIENCE)
    page.fill("#text", "SELECT ?x { ?x a gtx:Document }")
    page.click("#run")
    expect(page.locator("#fault")).to_have_text("第 1 行第 18 列：不认识前缀 gtx:；是否要写 gt:", timeout=PATIENCE)
    page.fill("#text", "ASK { ?x ")
    page.focus("#text")
    page.keyboard.press("End")
    page.keyboard.type("gt:ownedB")
    page.keyboard.press("Tab")
    assert page.input_value("#text") == "ASK { ?x gt:ownedBy"
    shared = f"{served.url}/query#query={quote('SELECT ?shared {}')}"
    page.goto("about:blank")
    page.goto(shared)
    assert page.input_value("#text") == "SELECT ?shared {}"
    page.goto(f"{served.url}/workbench")
    expect(page.locator("body")).to_contain_text("云州市", timeout=PATIENCE)
    page.close()

    assert said == []


@pytest.mark.parametrize("path", ["/", "/query#owners?text=产地仓", f"/id/agency/{AGENCY}"])
def test_pages_can_be_used_by_all(served: Served, chromium: Browser, path: str) -> None:
    """The rules of accessibility (WCAG A and AA) that a program can check."""
    context = chromium.new_context(bypass_csp=True, locale="zh-CN")
    page = context.new_page()
    page.goto(served.url + path)
    if "query" in path:
        expect(page.locator("#table tbody tr").first).to_be_visible(timeout=PATIENCE)
    found = Axe().run(page).response["violations"]
    context.close()

    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


def test_behind_a_proxy(sample_store: Path) -> None:
    """With a path before all addresses, which the proxy leaves there or takes off; links and descriptions have it."""
    public = "https://plans.example.cn/guitu/"
    with serving("--store", sample_store, "--name", "plans.example.cn", "--public", public) as found:
        agency = quote(AGENCY)
        for path in ("/guitu/query", "/query", f"/guitu/id/agency/{agency}", f"/id/agency/{agency}", "/guitu/"):
            answer = found.ask(path, host="plans.example.cn", accept="text/html")
            assert answer.status == 200, path
            assert 'href="/guitu/static/service.css"' in answer.text
        described = found.ask("/guitu/sparql", accept="text/turtle").text
        assert found.ask("/guitu/static/query.js").status == 200
        assert found.ask("/guitu/sparql", accept="text/html").headers["location"] == "/guitu/query"

    assert f"sd:endpoint <{public}sparql>" in described or f"endpoint> <{public}sparql>" in described


def test_what_cannot_be_served(tmp_path: Path) -> None:
    """One line, in both languages; a name is needed where other machines come in."""
    for lang, word in (("zh", "--name"), ("en", "--name")):
        result = CliRunner().invoke(main, ["--lang", lang, "serve", "--host", "0.0.0.0", "--store", "published"])
        assert (result.exit_code, word in result.stderr, len(result.stderr.splitlines())) == (2, True, 1)
    result = CliRunner().invoke(main, ["serve", "--store", str(tmp_path / "none")])
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    with serving("--store", "published") as found:
        port = found.url.rpartition(":")[2]
        taken = CliRunner().invoke(main, ["--lang", "zh", "serve", "--port", port, "--store", "published"])
        assert (taken.exit_code, "不能在那里监听" in taken.stderr) == (2, True)
