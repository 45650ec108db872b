"""Citations go to the one document that they can mean, else to a stub that is none of the documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guitu.graph.keep.store import Store

GT = "PREFIX gt: <https://w3id.org/guitu/ns#>"
PREFIXES = "PREFIX eli: <http://data.europa.eu/eli/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
BASE = "https://w3id.org/guitu/id/"

# what a document cites, the titles of the others, and the one that is meant
CITATIONS: list[tuple[str, list[str], str | None]] = [
    ("临江省水安全规划", ["临江省水安全规划"], "临江省水安全规划"),
    ("《临江省“水安全” 规划》", ["临江省水安全规划"], "临江省水安全规划"),
    ("临江省人民政府关于印发《临江省水安全规划》的通知", ["临江省水安全规划"], "临江省水安全规划"),
    ("水安全规划", ["云州市水安全规划", "临江省水安全规划"], "云州市水安全规划"),
    ("临江省水安全规划", ["临江省水安全规划（2021年）", "临江省水安全规划（2022年）"], None),
    ("临江省粮食安全规划", ["临江省水安全规划"], None),
    ("中华人民共和国水安全规划", ["云州市水安全规划"], None),
    ("云府发〔2021〕7号", ["云州市河湖规划"], "云府发〔2021〕7号"),
    ("云州市总体规划", ["云州市河湖规划"], None),
]


@pytest.mark.parametrize(("cited", "titles", "meant"), CITATIONS)
def test_citations(
    write: Callable[..., Path], made: Callable[..., Path], cited: str, titles: list[str], meant: str | None
) -> None:
    """A citation is resolved by title or number where one document only can be meant, and never to itself."""
    numbers = {"云州市河湖规划": "文号 云府发〔2021〕7号\n"}
    others = {f"d{i}": f"{title}\n{numbers.get(title, '')}任务 第{i}项\n" for i, title in enumerate(titles)}
    place = write("in", a=f"云州市总体规划\n引用 {cited.replace(' ', '')}\n", **others)
    found = (
        Store.open(made(place)).query(f"{GT} {PREFIXES} SELECT ?d {{ ?any eli:based_on ?d . ?d a gt:Document }}").rows
    )

    assert found == (((f"{BASE}document/{meant}",),) if meant else ())


def test_names(write: Callable[..., Path], made: Callable[..., Path]) -> None:
    """Two spellings of one place are matched; two places are not."""
    place = write("in", a="甲规划\n园区 云州-水利园\n园区 云州粮食园\n", b="乙规划\n园区 云州水利园\n")
    found = Store.open(made(place)).query(f"{PREFIXES} SELECT ?a ?b {{ ?a skos:exactMatch ?b }}").rows

    assert found == ((f"{BASE}place/云州-水利园", f"{BASE}place/云州水利园"),)


GROUNDS: list[tuple[str, str, str]] = [
    ("临江省水安全规划", "1", "所引名称即该文件的标题或文号"),
    ("水安全规划", "0.9", "所引名称前加辖区名即该文件的标题"),
]


@pytest.mark.parametrize(("cited", "score", "reason"), GROUNDS)
def test_grounds(write: Callable[..., Path], made: Callable[..., Path], cited: str, score: str, reason: str) -> None:
    """A link says how sure it is and why; of two grounds for one link the better is told."""
    place = write("in", a=f"云州市总体规划\n引用 {cited}\n", b="临江省水安全规划\n", c="云州市水安全规划\n")
    found = Store.open(made(place)).query(
        "PREFIX gt: <https://w3id.org/guitu/ns#>"
        "SELECT ?score ?reason { ?link a gt:Link ; gt:score ?score ; gt:reason ?reason }"
    )

    assert found.rows == ((score, reason),)


def test_one_link_of_two_grounds(write: Callable[..., Path], made: Callable[..., Path]) -> None:
    """A document cited both with its place and without it is one link, of the better ground."""
    place = write("in", a="云州市总体规划\n引用 水安全规划\n引用 云州市水安全规划\n", b="云州市水安全规划\n")
    found = Store.open(made(place)).query("SELECT ?score { ?l <https://w3id.org/guitu/ns#score> ?score }")

    assert found.rows == (("1",),)


def test_stub(write: Callable[..., Path], made: Callable[..., Path]) -> None:
    """Two that cite what the store has not meet in one stub, which is none of the documents and merged with none."""
    place = write(
        "in",
        a="云州市总体规划\n引用 临江省水安全规划\n任务 保护水源\n",
        b="云州市河湖规划\n引用 《临江省水安全规划》\n任务 治理河湖\n",
        c="临江省水安全规划（2021年）\n任务 修建水库\n",
    )
    store = Store.open(made(place))
    stubs = store.query(f"{GT} {PREFIXES} SELECT ?a ?d {{ ?a eli:based_on ?d . ?d a gt:CitedDocument }}").rows

    assert len({citing for citing, _ in stubs}) == 2
    assert {stub for _, stub in stubs} == {f"{BASE}document/临江省水安全规划"}
    assert not store.query(f"{GT} SELECT ?d {{ ?d gt:representedBy ?any }}").rows
