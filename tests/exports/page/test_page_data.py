"""The data of the page: complete, one entry for what means the same, what is inferred apart, how names are found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from guitu.exports.page.characters import characters
from guitu.exports.page.data import contents
from guitu.exports.rdf.statements import quads_of
from guitu.graph.ask.query import ask
from guitu.graph.build import build
from guitu.graph.keep.store import Store

BASE, GT = "https://w3id.org/guitu/id/", "https://w3id.org/guitu/ns#"


def _quad(subject: str, predicate: str, value: str | NamedNode, graph: str) -> Quad:
    obj = value if isinstance(value, NamedNode) else Literal(value)
    return Quad(NamedNode(BASE + subject), NamedNode(predicate), obj, NamedNode(BASE + graph))


def _thing(name: str) -> NamedNode:
    return NamedNode(BASE + name)


@pytest.fixture(scope="module")
def data(samples: Store) -> dict[str, Any]:
    """The data of the sample plans."""
    return contents(quads_of(samples.quads()), samples.text)


def test_the_example_is_complete(quads: tuple[Quad, ...]) -> None:
    """Tasks with number, section and deadline, duties with role and proof, figures, places and gaps are there."""
    found = contents(quads)

    assert [(task["number"], task["title"]) for task in found["tasks"]] == [
        ("1", "新建村镇泵站"), ("1.1", "山区泵站选址"), ("2", "修缮老旧堤坝"), ("1", "=奖励节水企业"),
    ]  # fmt: skip
    assert found["sections"][found["tasks"][0]["section"]]["title"] == "重点任务"
    assert found["tasks"][0]["deadline"] == "2033年底前"
    assert found["duties"][0] == {
        "task": 0, "agency": found["duties"][0]["agency"], "role": "lead", "written": "市水务局",
        "proof": [0, 60, 66, "市水务局牵头"],
    }  # fmt: skip
    assert found["agencies"][found["duties"][0]["agency"]]["name"] == "云州市水务局"
    assert len(found["gaps"]) == 2


def test_every_proof_is_the_words_of_its_text(data: dict[str, Any]) -> None:
    """A proof of a duty, cut from the text that the page holds, names its agency as written."""
    for duty in data["duties"]:
        text, start, end = duty["proof"]
        assert duty["written"] in data["texts"][text]["text"][start:end]


def test_references_stay_within_the_lists(data: dict[str, Any]) -> None:
    """Whatever refers to a thing refers to one that is there."""
    kinds = {"task": "tasks", "agency": "agencies", "document": "documents", "indicator": "indicators",
             "place": "places", "alignment": "alignments", "duty": "duties", "a": "tasks", "b": "tasks"}  # fmt: skip
    for name in ("duties", "suggestions", "alignments", "figures", "mentions", "incentives"):
        for row in data[name]:
            for field, of in kinds.items():
                if row.get(field) is not None:
                    assert 0 <= row[field] < len(data[of])


def test_a_suggestion_tells_its_chain(data: dict[str, Any]) -> None:
    """Each suggested owner comes with the alignment and the stated duty of the aligned task that lead to it."""
    assert data["suggestions"]
    for row in data["suggestions"]:
        alignment, duty = data["alignments"][row["alignment"]], data["duties"][row["duty"]]
        assert row["task"] in (alignment["a"], alignment["b"])
        assert duty["task"] in (alignment["a"], alignment["b"]) or data["tasks"][duty["task"]]["document"] >= 0
        assert duty["agency"] == row["agency"]


def test_suggestions_are_not_among_the_duties(quads: tuple[Quad, ...]) -> None:
    """A suggested owner changes nothing of what is stated."""
    graph = "graph/suggestions"
    kind = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    suggested = (
        _quad("suggestion/9", kind, NamedNode(GT + "Suggestion"), graph),
        _quad("suggestion/9", GT + "ofTask", _thing("task/t2"), graph),
        _quad("suggestion/9", GT + "agency", _thing("agency/云州市水务局"), graph),
        _quad("task/t2", GT + "ownedBy", _thing("agency/云州市水务局"), graph),
    )
    with_it, without = contents((*quads, *suggested)), contents(quads)

    assert with_it["duties"] == without["duties"]
    assert len(with_it["suggestions"]) == len(without["suggestions"]) + 1


def test_what_one_name_stands_for_is_one_entry(quads: tuple[Quad, ...]) -> None:
    """An agency that another represents has no entry of its own; its names are the other's, too."""
    stands = _quad("agency/云州市财政局", GT + "representedBy", _thing("agency/云州市水务局"), "graph/links")
    found = contents((*quads, stands))
    duties = {duty["agency"] for duty in found["duties"]}

    assert [found["agencies"][at]["name"] for at in sorted(duties)] == ["云州市水务局"]
    assert "云州市财政局" in found["agencies"][next(iter(duties))]["other"]


@pytest.mark.parametrize(
    ("words", "reading"),
    [("经", "jing"), ("信", "xin"), ("委", "wei"), ("长", "chang zhang"), ("绿", "lv"), ("A", None), ("、", None)],
)
def test_readings(words: str, reading: str | None) -> None:
    """A character has its readings without tones; of one with several each counts; other signs have none."""
    found = characters([words])["readings"].get(words)
    assert found == reading or (reading is not None and set(reading.split()) <= set(found.split()))


def test_traditional_forms_of_the_characters_in_use() -> None:
    """Traditional characters are told for those that the names have, and for no others."""
    found = characters(["数据局", "經信委"])["simplified"]

    assert (found["數"], found["據"], found["經"]) == ("数", "据", "经")
    assert "龍" not in found


def test_agreement_is_that_of_the_cascade(data: dict[str, Any], samples: Store) -> None:
    """What a figure is to the others, and why, is told as the cascade tells it."""
    words = {"agree": "一致", "conflict": "冲突", "apart": "不可比"}
    shown = sorted(
        (words[one["agreement"]], one["why"]["zh"]) for one in data["figures"] if one["agreement"] is not None
    )
    asked = [(row[17], row[18]) for row in ask(samples, "cascade").rows if row[17]]

    assert {outcome for outcome, _ in shown} >= {"一致", "冲突"}
    assert sorted(outcome for outcome, _ in asked) == [outcome for outcome, _ in shown]
    assert all(any((why or "").startswith(told) for _, why in asked) for _, told in shown)


def test_opposite_targets_do_not_agree(tmp_path: Path) -> None:
    """At most ten per cent and at least ten per cent are shown to conflict, with the reason in both languages."""
    for name, aim in (("供水", "控制在10%以内"), ("节水", "达到10%以上")):
        text = f"云州市{name}规划（2021—2025年）\n一、发展目标\n到2025年，管网漏损率{aim}。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "供水.txt", tmp_path / "节水.txt"], tmp_path / "store")
    figures = contents(quads_of(Store.open(tmp_path / "store").quads()))["figures"]

    assert [one["agreement"] for one in figures] == ["conflict", "conflict"]
    assert "数值相同而方向相反" in figures[0]["why"]["zh"]
    assert "opposite direction" in figures[0]["why"]["en"]


def test_a_task_has_the_number_that_its_text_gives_it(tmp_path: Path) -> None:
    """An article, an item in brackets, one in full-width digits; the running number is another thing."""
    text = (
        "临江省促进养老服务若干措施\n一、加强保障\n第八条 建设食堂。（责任单位：省民政厅）\n（一）补助设施。补助面向街道的设施。（责任单位：省财政厅）\n"
        "第九条 培训人员。（责任单位：省教育厅）\n"
    )
    (tmp_path / "养老.txt").write_text(text, encoding="utf-8")
    (tmp_path / "河道.txt").write_text(
        "青岚县河道整治若干措施\n一、主要任务\n1．清理淤泥。（责任单位：县水利局）\n2．加固堤坝。（责任单位：县水利局）\n",
        encoding="utf-8",
    )
    build(sorted(tmp_path.glob("*.txt")), tmp_path / "store")
    held = Store.open(tmp_path / "store")
    tasks = {
        row["title"]: (row.get("written"), row.get("item"))
        for row in contents(quads_of(held.quads()), held.text)["tasks"]
    }

    assert tasks["培训人员"] == ("第九条", 9)
    assert tasks["建设食堂"] == ("第八条", 8)
    assert tasks["加固堤坝"] == ("2", 2)


@pytest.mark.parametrize(
    ("aims", "manners"),
    [
        (("达到300公里", "达到300公里"), ["agree", "agree"]),
        (("达到300公里", "超过300公里"), ["comparator", "comparator"]),
        (("超过300公里", "达到310公里左右"), ["compatible", "compatible"]),
    ],
)
def test_how_figures_agree(tmp_path: Path, aims: tuple[str, str], manners: list[str]) -> None:
    """In value and comparator, in value alone, or in neither; what agrees with a figure are others than itself."""
    for name, aim in zip(("供水", "节水"), aims, strict=True):
        text = f"云州市{name}规划（2021—2025年）\n一、发展目标\n到2025年，输水管道长度{aim}。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "供水.txt", tmp_path / "节水.txt"], tmp_path / "store")
    figures = contents(quads_of(Store.open(tmp_path / "store").quads()))["figures"]

    assert [one["manner"] for one in figures] == manners
    assert all(one["why"]["zh"].startswith("另有 1 处相符：") for one in figures)
