"""The network of owners through pyvis: what it draws, what it leaves out, and that it opens without a network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from guitu.exports.command.cli import main
from guitu.exports.networks.owners import around, most_linked, owners
from guitu.exports.networks.pyvis import left, to_pyvis, write_pyvis
from guitu.extract.errors import QueryError
from guitu.graph.ask.network import edges_of
from guitu.graph.keep.store import Store

HOSTILE = '</script><img src=x onerror="alert(1)">'


@pytest.fixture(scope="module")
def network(samples: Store) -> nx.MultiDiGraph[Any]:
    """Owners of the sample plans."""
    return owners(edges_of(samples))


def test_it_is_a_network_of_pyvis(network: nx.MultiDiGraph[Any]) -> None:
    """Every node and edge is in pyvis' own object; physics is off, every node has its place."""
    from pyvis.network import Network  # noqa: PLC0415

    found = to_pyvis(network)
    assert isinstance(found, Network)
    assert {node["id"] for node in found.nodes} == set(network)
    assert len(found.edges) == network.number_of_edges()
    assert all(isinstance(node["x"], int) and node["physics"] is False for node in found.nodes)
    assert found.options["physics"]["enabled"] is False


def test_roles_differ_by_colour_dash_and_width(network: nx.MultiDiGraph[Any]) -> None:
    """Lead, responsible, support and suggested have lines of their own; the tooltip has the role and the quote."""
    looks: dict[str, set[tuple[str, int, str]]] = {}
    for edge in to_pyvis(network).edges:
        word = edge["title"].split(" ")[0].split("\n")[0]
        looks.setdefault(word, set()).add((edge["color"], edge["width"], str(edge["dashes"])))

    roles = [looks[word] for word in ("牵头", "责任", "配合", "建议（非文件所写）")]
    assert all(len(look) == 1 for look in roles)
    assert len(set.union(*roles)) == 4
    lead = next(edge for edge in to_pyvis(network).edges if edge["title"].startswith("牵头"))
    assert re.search("“[^”]+”", lead["title"])


def test_a_part_of_it(network: nx.MultiDiGraph[Any]) -> None:
    """By agency, document and topic: their tasks and what is linked with these; deeper has more."""
    labels = nx.get_node_attributes(network, "label")
    mine = around(network, agency="云州市农业农村局")
    tasks = {iri for iri, data in mine.nodes(data=True) if data["kind"] == "task"}
    agency = next(iri for iri, label in labels.items() if label == "云州市农业农村局")

    assert (
        set(network.successors(agency)) & {iri for iri, data in network.nodes(data=True) if data["kind"] == "task"}
        <= tasks
    )
    assert set(mine) < set(around(network, agency="云州市农业农村局", depth=2)) <= set(network)
    both = around(network, agency="云州市农业农村局", document="若干措施")
    assert 0 < len(both) < len(mine)
    with pytest.raises(QueryError, match="量子局: nothing in the network is called so; list them"):
        around(network, agency="量子局")


def test_what_is_left_out_is_told(network: nx.MultiDiGraph[Any]) -> None:
    """At most as many nodes as asked for, of every kind some, and a line that counts the rest by kind."""
    few = most_linked(network, 20)
    told = left(network, few)

    assert len(few) <= 20
    assert set(nx.get_node_attributes(few, "kind").values()) >= {"task", "agency", "document"}
    assert f"共 {len(network)} 个结点，画出 {len(few)} 个" in told
    assert sum(int(n) for n in re.findall(r" (\d+)(?:、|。)", told)) == len(network) - len(few)
    assert left(network, network) == f"全部 {len(network)} 个结点"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_opens_offline(
    samples: Store, sample_quads: Any, chromium: Browser, tmp_path: Path, lang: Any
) -> None:
    """One file in UTF-8 with its language; it asks for nothing, says nothing on the console, and draws."""
    path = tmp_path / "关系网.html"
    write_pyvis(sample_quads, path, lang)
    asked, told = [], []
    tab = chromium.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: told.append(message.text))
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.goto(path.as_uri())
    tab.wait_for_selector("body.ready canvas")

    assert tab.locator("html").get_attribute("lang") == {"zh": "zh-CN", "en": "en"}[lang]
    assert {"zh": "谁负责哪项任务", "en": "Who owns which task"}[lang] in tab.locator("h1").inner_text()
    assert "全部" in tab.locator("header").inner_text() or "all" in tab.locator("header").inner_text()
    assert (told, asked) == ([], [path.as_uri()])
    tab.close()


def test_words_are_words(network: nx.MultiDiGraph[Any], chromium: Browser, tmp_path: Path) -> None:
    """Titles and quotes that are markup stay text in the file and in the tooltip."""
    hostile = network.copy()
    for _, data in hostile.nodes(data=True):
        data["label"] = HOSTILE
    path = tmp_path / "page.html"
    path.write_text(to_pyvis(hostile).generate_html(), encoding="utf-8")
    tab = chromium.new_page()
    tab.goto(path.as_uri())
    tab.wait_for_selector("body.ready canvas")
    assert tab.locator("img").count() == 0
    assert path.read_text(encoding="utf-8").count("<script") == 2
    tab.close()


def test_same_bytes(sample_quads: Any, tmp_path: Path) -> None:
    """The order of the quads changes nothing."""
    for name, quads in (("a", sample_quads), ("b", tuple(reversed(sample_quads)))):
        write_pyvis(quads, tmp_path / f"{name}.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_command(samples_path: Path, tmp_path: Path) -> None:
    """`guitu export pyvis` writes the file and tells what it draws; options of it go with no other format."""
    store = str(samples_path)
    out = tmp_path / "网.html"
    done = CliRunner().invoke(main, ["export", "pyvis", "--store", store, "-o", str(out), "--document", "若干措施"])
    assert done.exit_code == 0, done.output
    assert "个结点" in done.output
    assert out.stat().st_size > 300_000
    wrong = CliRunner().invoke(main, ["export", "gexf", "--store", store, "-o", str(out), "--topic", "农业"])
    assert wrong.exit_code == 2
    nothing = CliRunner().invoke(main, ["export", "pyvis", "--store", store, "-o", str(out), "--topic", "量子"])
    assert nothing.exit_code in (1, 2)
    assert "量子" in nothing.output


def test_in_a_notebook(network: nx.MultiDiGraph[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In Jupyter `show` writes the page and gives a frame of it."""
    monkeypatch.chdir(tmp_path)
    frame = to_pyvis(around(network, topic="农业"), notebook=True).show("网.html")
    assert "网.html" in frame.src
    assert "vis.Network" in (tmp_path / "网.html").read_text(encoding="utf-8")
