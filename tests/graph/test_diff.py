"""Two documents side by side: how tasks are paired, and what makes them stronger or weaker."""

from __future__ import annotations

import pytest

from guitu.extract.errors import QueryError
from guitu.graph.ask.analyses.changes import BINDING, EXPECTED, STRONGER, WEAKER, by_indicator, of_targets, of_tasks
from guitu.graph.ask.analyses.compared import Columns, Side, Task, relation, sides
from guitu.graph.ask.analyses.diff import answer
from guitu.graph.ask.analyses.diff_words import STATES, WORDS
from guitu.graph.ask.analyses.figures import PERCENT
from guitu.graph.ask.analyses.pairing import paired

OLD, NEW = "http://x/old", "http://x/new"
CITY = ("municipal", "http://x/place/云州市")


def columns(kind: str, doc: str = OLD, **told: str | None) -> Columns:
    title = "云州市水利“十三五”规划" if doc == OLD else "云州市水利“十四五”规划"
    blank = dict.fromkeys(Columns._fields)
    return Columns(**{**blank, "kind": kind, "doc": doc, "title": title, **told})  # type: ignore[arg-type]


def document(doc: str = OLD, **told: str | None) -> Columns:
    return columns("document", doc, level=CITY[0], place=CITY[1], **told)


def task(name: str, doc: str = OLD, **told: str | None) -> Task:
    return Task(columns("task", doc, task=f"{doc}/{name}", name=name, quote=name, **told))


def duty(agency: str, role: str = "responsible") -> Columns:
    return columns("duty", node=f"http://x/{agency}", name=agency, role=role, quote=f"由{agency}")


def target(value: str, unit: str = "座", **told: str | None) -> Columns:
    stated: dict[str, str | None] = {"name": "泵站", "value": value, "unit": unit, "comparator": "="}
    return columns("target", OLD, node="http://x/泵站", **(stated | told))


def pair(before: str, after: str, relation: str = "same", score: str = "0.9") -> Columns:
    return columns("pair", task=f"{OLD}/{before}", other=f"{NEW}/{after}", relation=relation, score=score)


def side(doc: str, *titles: str, pairs: tuple[Columns, ...] = ()) -> Side:
    return Side(document(doc), [task(title, doc) for title in titles], [], list(pairs))


# ---- which task is which ----


def test_alignments_pair_before_titles() -> None:
    """What is aligned is one task under another title; what is not is one where the titles are nearly equal."""
    before = side(OLD, "兴修水利", "加固沿江堤防工程", "普查水源", pairs=(pair("兴修水利", "建设智慧水网"),))
    found = paired(before, side(NEW, "加固沿江堤防", "建设智慧水网", "保护湿地"))

    assert [(one.before.title, one.after.title, one.by) for one in found.pairs] == [
        ("加固沿江堤防工程", "加固沿江堤防", "title"),
        ("兴修水利", "建设智慧水网", "same"),
    ]
    assert [one.title for one in found.dropped] == ["普查水源"]
    assert [one.title for one in found.new] == ["保护湿地"]


def test_pairs_are_one_to_one() -> None:
    """The surest alignment wins; who is left over was merged into the winner, or divided off from it."""
    pairs = (
        pair("治水", "防洪", score="0.7"),
        pair("防汛", "防洪", score="0.9"),
        pair("防汛", "抗旱", "partial", "0.8"),
    )
    found = paired(side(OLD, "治水", "防汛", pairs=pairs), side(NEW, "防洪", "抗旱"))

    assert [(one.before.title, one.after.title) for one in found.pairs] == [("防汛", "防洪")]
    assert [(one.before.title, one.after.title) for one in found.merged] == [("治水", "防洪")]
    assert [(one.before.title, one.after.title) for one in found.divided] == [("防汛", "抗旱")]


def test_a_weak_partial_alignment_is_no_pair() -> None:
    """Partial alignments pair from a score of 0.5 on."""
    found = paired(side(OLD, "治水", pairs=(pair("治水", "植树", "partial", "0.4"),)), side(NEW, "植树"))

    assert found.pairs == []
    assert len(found.merged) == len(found.divided) == 1


# ---- owners and deadlines ----

OWNERS: list[tuple[list[Columns], list[Columns], list[tuple[str, int]]]] = [
    ([duty("水务局")], [duty("水务局")], []),
    ([], [duty("水务局", "lead")], [("owned", STRONGER)]),
    ([duty("水务局")], [], [("unowned", WEAKER)]),
    ([duty("水务局")], [duty("水务局"), duty("财政局", "support")], [("owner added", STRONGER)]),
    ([duty("水务局"), duty("财政局")], [duty("水务局")], [("owner removed", WEAKER)]),
    ([duty("水务局")], [duty("城管局")], [("owners replaced", 0)]),
    ([duty("水务局")], [duty("水务局", "lead")], [("lead named", STRONGER)]),
    ([duty("水务局", "lead")], [duty("水务局")], [("no lead", WEAKER)]),
    ([duty("水务局"), duty("财政局")], [duty("水务局"), duty("财政局", "support")], [("role changed", 0)]),
]
ELSEWHERE: list[tuple[list[Columns], list[Columns], list[tuple[str, int]]]] = [
    ([duty("水利部")], [duty("水务局")], []),
    ([duty("水利部")], [duty("水务局", "lead"), duty("财政局")], [("lead named", STRONGER)]),
    ([duty("水利部")], [], [("unowned", WEAKER)]),
]


@pytest.mark.parametrize(
    ("one_line", "before", "after", "expected"),
    [*((True, *case) for case in OWNERS), *((False, *case) for case in ELSEWHERE)],
)
def test_owners(one_line: bool, before: list[Columns], after: list[Columns], expected: list[tuple[str, int]]) -> None:
    """Owners and leads that come or go; agencies of different levels are not compared one by one."""
    old, new = task("治水"), task("治水", NEW)
    old.duties, new.duties = before, after
    found = of_tasks(old, new, one_line=one_line, periods=(None, None), words=WORDS["zh"])

    assert [(change.name, change.direction) for change in found] == expected


DEADLINES = [
    ("2025年底前", "2024年9月底前", (None, None), [("deadline earlier", STRONGER)]),
    ("2024年6月底前", "2024年底前", ("十四五", "十四五"), [("deadline later", WEAKER)]),
    ("2019年底前", "2024年底前", ("十三五", "十四五"), [("deadline changed", 0)]),
    ("长期坚持", "2024年底前", (None, None), [("deadline changed", 0)]),
    (None, "2024年底前", (None, None), [("deadline set", STRONGER)]),
    ("2024年底前", None, (None, None), [("no deadline", WEAKER)]),
    ("2024年底前", "2024年12月底前", (None, None), []),
    (None, None, (None, None), []),
]


@pytest.mark.parametrize(("before", "after", "periods", "expected"), DEADLINES)
def test_deadlines(
    before: str | None, after: str | None, periods: tuple[str | None, str | None], expected: list[tuple[str, int]]
) -> None:
    """Earlier is more, later is less; plans of different periods have other deadlines anyway."""
    pair_of = task("治水", deadline=before), task("治水", NEW, deadline=after)
    found = of_tasks(*pair_of, one_line=True, periods=periods, words=WORDS["zh"])

    assert [(change.name, change.direction) for change in found] == expected


# ---- targets ----

PERCENTAGE = {"measure": PERCENT}
TARGETS: list[tuple[Columns, Columns, list[tuple[str, int]]]] = [
    (target("10"), target("12"), [("raised", STRONGER)]),
    (target("12"), target("10"), [("lowered", WEAKER)]),
    (target("10"), target("10"), []),
    (
        target("1", "亿元", normal="100000000", measure="http://x/CNY"),
        target("20000", "万元", normal="200000000", measure="http://x/CNY"),
        [("raised", STRONGER)],
    ),
    (
        target("2", "亿元", normal="200000000", measure="http://x/CNY"),
        target("20000", "万元", normal="200000000", measure="http://x/CNY"),
        [],
    ),
    (target("10", comparator="<="), target("8", comparator="<="), [("lowered", STRONGER)]),
    (target("10", comparator=">="), target("8", comparator="<="), [("lowered", 0)]),
    (target("5", "%", name="城镇调查失业率"), target("4", "%", name="城镇调查失业率"), [("lowered", STRONGER)]),
    (target("13", "%", name="单位产值能耗降低"), target("15", "%", name="单位产值能耗降低"), [("raised", STRONGER)]),
    (target("90", "%", name="排放量达标比例"), target("95", "%", name="排放量达标比例"), [("raised", STRONGER)]),
    (target("10", comparator="~"), target("10", comparator=">="), [("firm", STRONGER)]),
    (target("10"), target("10", comparator="~"), [("approximate", WEAKER)]),
    (target("10", year="2025"), target("10", year="2024"), [("year earlier", STRONGER)]),
    (target("10", bindingness=EXPECTED), target("10", bindingness=BINDING), [("binding", STRONGER)]),
    (
        target("10", bindingness=BINDING),
        target("12", bindingness=EXPECTED),
        [("raised", STRONGER), ("expected", WEAKER)],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), TARGETS)
def test_targets(before: Columns, after: Columns, expected: list[tuple[str, int]]) -> None:
    """Raised, lowered, firm, earlier, binding: in normalised units, and less where less is better."""
    found = of_targets([before], [after], one_line=True)

    assert [(change.name, change.direction) for change in found] == expected


def test_what_is_not_judged() -> None:
    """Several values of one document, and absolute numbers of different places; shares are compared."""
    several = [target("10", year="2025"), target("12", year="2025")]

    assert [change.name for change in of_targets(several, [target("14")], one_line=True)] == ["several values"]
    assert [change.name for change in of_targets([target("2000")], [target("20")], one_line=False)] == ["not compared"]
    shares = [target("35", "%", normal="35", **PERCENTAGE)], [target("36", "%", normal="36", **PERCENTAGE)]
    assert [change.name for change in of_targets(*shares, one_line=False)] == ["raised"]


def test_the_last_year_counts() -> None:
    """Of steps on the way the last one is compared; another periodicity is another target."""
    rows = [target("10", year="2023"), target("30", year="2025"), target("2", periodicity="annual")]

    assert {key[1]: [row.value for row in of] for key, of in by_indicator(rows).items()} == {
        "": ["30"],
        "annual": ["2"],
    }


# ---- the whole ----


def test_which_documents_are_meant() -> None:
    """By IRI, number or title, else by a part; what means none or several is told with the titles."""
    rows = [document(number="云政发〔2016〕1号"), document(NEW, number="云政发〔2021〕10号")]

    for args in ([OLD, NEW], ["云政发〔2016〕1号", "2021"], ["十三五", "云州市水利“十四五”规划"]):
        assert [one.document.doc for one in sides(rows, args)] == [OLD, NEW]
    for args, said in (
        (["水利", "十四五"], "水利 can mean 2 documents: 《云州市水利“十三五”规划》"),
        (["十三五", "海洋"], "no such document: 海洋"),
        (["十三五", "2016"], "both names mean one document"),
    ):
        with pytest.raises(QueryError, match=said) as error:
            sides(rows, args)
        assert "\n" not in str(error.value)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_row_names_its_facts(lang: str) -> None:
    """Each row has the quotes that it rests on, of both documents where both speak; stronger and weaker is mixed."""
    old = task("治水", deadline="2024年底前")
    rows = [
        document(period="十三五"), document(NEW, period="十四五"), old.said,
        columns("task", NEW, task=f"{NEW}/治水", name="治水", quote="治水。"),
        duty("水务局")._replace(doc=NEW, task=f"{NEW}/治水"), target("10")._replace(quote="建10座泵站"),
    ]  # fmt: skip
    words = WORDS[lang] | STATES[lang]["successor"]
    found = answer(rows, [OLD, NEW], lang)

    assert [(row[0], row[3], row[7], row[8]) for row in found] == [
        (words["mixed"], words["owned"], "治水", "由水务局"),
        (words["mixed"], words["no deadline"], "治水", "治水。"),
        (words["dropped target"], None, "建10座泵站", None),
    ]


def test_both_languages_have_all_words() -> None:
    """No word is missing in one language."""
    assert WORDS["zh"].keys() == WORDS["en"].keys()
    for name, states in STATES["zh"].items():
        assert states.keys() == STATES["en"][name].keys()


RELATIONS: list[tuple[dict[str, str], dict[str, str], str]] = [
    ({"title": "云州市节水规划（2021—2025年）"}, {"title": "云州市节水规划（2026—2030年）"}, "successor"),
    (
        {"title": "云州市教育“十四五”规划", "period": "十四五"},
        {"title": "云州市教育发展“十五五”规划", "period": "十五五"},
        "successor",
    ),
    ({"title": "云州市节水规划（2026—2030年）"}, {"title": "云州市节水规划（2021—2025年）"}, "beside"),
    ({"title": "云州市节水规划（2021—2025年）"}, {"title": "云州市供水规划（2026—2030年）"}, "beside"),
    ({"title": "云州市节水规划"}, {"title": "云州市节水行动方案"}, "beside"),
    ({"title": "国家节水规划", "level": "national", "place": ""}, {"title": "云州市节水规划（2026—2030年）"}, "lower"),
    ({"title": "云州市节水规划（2026—2030年）"}, {"title": "国家节水规划", "level": "national", "place": ""}, "beside"),
]


@pytest.mark.parametrize(("one", "other", "expected"), RELATIONS)
def test_what_is_left_out_is_dropped_by_a_successor_only(
    one: dict[str, str], other: dict[str, str], expected: str
) -> None:
    """A later plan of the same place and field drops; one of a level below does not take up; others do not name."""
    before, after = Side(document()._replace(**one)), Side(document(NEW)._replace(**other))
    task_row = columns("task", OLD, task=f"{OLD}/治水", name="治水", quote="治水")
    found = answer([before.document, after.document, task_row], [OLD, NEW], "zh")

    assert relation(before, after) == expected
    assert [row[0] for row in found] == [STATES["zh"][expected]["dropped"]]


def test_what_any_field_has_is_not_compared_between_fields() -> None:
    """Leading firms of two fields are no step up or down; a rate of its own subject is."""
    firms, rate = (
        [target("30", "家", name=name, normal="30", measure="http://x/NUM")] for name in ("龙头企业", "管网漏损率")
    )
    for rows, names in ((firms, ["not compared"]), (rate, ["raised"])):
        more = [rows[0]._replace(value="40", normal="40")]
        assert [change.name for change in of_targets(rows, more, one_line=True, one_field=False)] == names


def test_a_document_without_owners_says_nothing_of_them() -> None:
    """Where the later plan names no owner at all, none was taken away."""
    old = task("治水")
    rows = [
        document(period="十三五"), document(NEW, period="十四五"), old.said,
        columns("task", NEW, task=f"{NEW}/治水", name="治水", quote="治水"), duty("水务局")._replace(task=old.iri),
    ]  # fmt: skip

    assert [row[0] for row in answer(rows, [OLD, NEW], "zh")] == ["延续"]
