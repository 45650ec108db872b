"""StratML Part 2: valid by the rules of its elements, with every task, owner and figure of each document."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree
from pyoxigraph import Literal, NamedNode, Quad

from guitu.exports.exchange.stratml import NAMESPACE, write_stratml
from guitu.exports.rdf.profile import select
from guitu.exports.tables.view import View
from guitu.extract.errors import OptionError
from guitu.ontology import standards as std
from guitu.ontology import terms

RULES = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("stratml-2.rng"))))
IN = {"s": NAMESPACE}


def read(path: Path) -> etree._ElementTree:
    return etree.parse(str(path))


def texts(tree: etree._ElementTree | etree._Element, way: str) -> list[str]:
    found = tree.xpath(way, namespaces=IN)
    assert isinstance(found, list)
    return [str(one.text or "") for one in found if isinstance(one, etree._Element)]


def one(tree: etree._ElementTree, way: str) -> etree._Element:
    found = tree.xpath(way, namespaces=IN)
    assert isinstance(found, list)
    (element,) = found
    assert isinstance(element, etree._Element)
    return element


@pytest.fixture(scope="module")
def plans(sample_quads: tuple[Quad, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, etree._ElementTree]:
    """The samples by title."""
    written = write_stratml(sample_quads, tmp_path_factory.mktemp("stratml"))
    return {path.stem: read(path) for path in written}


def test_every_plan_is_valid(plans: dict[str, etree._ElementTree]) -> None:
    """By the rules of the elements, and with each identifier once."""
    assert len(plans) == 7
    for tree in plans.values():
        RULES.assertValid(tree)
        identifiers = texts(tree, "//s:Identifier")
        assert len(identifiers) == len(set(identifiers))


def test_nothing_stated_is_left_out(plans: dict[str, etree._ElementTree], sample_quads: tuple[Quad, ...]) -> None:
    """As many objectives, roles, results and beneficiaries as the graph has tasks, responsibilities and so on."""
    view = View.of(sample_quads)
    counts = Counter[str]()
    for tree in plans.values():
        for name in ("Objective/s:Identifier", "TargetResult", "ActualResult"):
            counts[name] += len(texts(tree, f"//s:{name}"))
        counts.update(texts(tree, "//s:RoleType"))

    assert counts["Objective/s:Identifier"] == len(view.members["gt:Task"])
    assert counts["Performer"] == len(view.members["gt:Responsibility"])
    assert counts["TargetResult"] == len(view.members["gt:Target"])
    assert counts["ActualResult"] == len(view.members["gt:Observation"])
    assert counts["Beneficiary"] == sum(len(view.many(i, "gt:beneficiary")) for i in view.members["gt:Incentive"])


def test_what_a_plan_says(plans: dict[str, etree._ElementTree]) -> None:
    """A goal with its targets; a task with its owners, the words that state them, and its deadline."""
    tree = plans["云州市智慧渔业三年行动计划（2023—2025年）"]
    goal = one(tree, "//s:Goal[s:Name='行动目标']")
    task = one(tree, "//s:Objective[s:Name='渔业大数据行动']")

    assert texts(goal, ".//s:MeasurementDimension")[0] == "全市渔业数字化率"
    assert texts(goal, ".//s:EndDate")[0] == "2025-12-31"
    assert texts(task, "s:Stakeholder/s:Name") == ["云州市农业农村局", "云州市数据局"]
    assert texts(task, "s:Stakeholder/s:Role/s:Name") == ["责任", "责任"]
    assert texts(task, "s:Stakeholder/s:Role/s:Description") == ["市农业农村局", "市数据局"]
    assert "时限：2024年底前" in texts(task, "s:OtherInformation")[0]


def test_one_file(quads: tuple[Quad, ...], sample_quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """A file takes one document; of several it is told that they need a folder."""
    with pytest.raises(OptionError, match="one file per document"):
        write_stratml(sample_quads, tmp_path / "x.xml", folder=False)


def test_text_is_data(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """A title is no markup; signs that XML cannot hold are replaced; a graph without words is valid, too."""
    document = next(q.subject for q in quads if q.object == NamedNode(terms.Document))
    task = NamedNode("https://w3id.org/guitu/id/task/x")
    assert isinstance(document, NamedNode)
    odd = (
        Quad(task, NamedNode(std.RDF_TYPE), NamedNode(terms.Task), document),
        Quad(task, NamedNode(std.DCTERMS_TITLE), Literal("</Name>&\x00“云州”", language="zh"), document),
        Quad(task, NamedNode(terms.inDocument), document, document),
    )
    every = tuple(select((*quads, *odd), "facts"))
    trees = [read(path) for path in write_stratml(every, tmp_path, "en", licence="https://example.org/licence")]

    assert all(RULES.validate(tree) for tree in trees)
    assert "</Name>&\ufffd“云州”" in [name for tree in trees for name in texts(tree, "//s:Objective/s:Name")]
    assert "licence: https://example.org/licence" in texts(trees[0], "/*/s:OtherInformation")[0]


def test_same_bytes(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """In whatever order the quads come."""
    one = write_stratml(quads, tmp_path / "a")
    two = write_stratml(tuple(reversed(quads)), tmp_path / "b")

    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
