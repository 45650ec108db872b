"""Owners carried over alignments, and the lines of both graphs."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox
import pytest

from guitu.graph.copies.works import Work
from guitu.graph.keep.store import Store
from guitu.graph.links.citations import carried_out
from guitu.graph.links.record import records
from guitu.graph.quads import triples
from guitu.graph.quads.names import Names
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from tests.graph.align.plans import CITY, ELSEWHERE, MEASURES, NATION, lines, works

OWNERS = f"""SELECT ?task ?agency ?role {{ ?s a <{gt.Suggestion}> ; <{gt.ofTask}>/<{std.DCTERMS_TITLE}> ?task ;
  <{gt.agency}> ?agency ; <{gt.role}> ?role }} ORDER BY ?task ?agency"""
REASONS = f"SELECT ?task ?why {{ ?t <{gt.noSuggestion}> ?why ; <{std.DCTERMS_TITLE}> ?task }}"
DUTY = """国家养老服务重点任务分工方案
国务院办公厅
一、提升医养结合能力。推动养老机构与医院签约，开展家庭病床和安宁疗护服务。（国家卫生健康委牵头）
"""


def store(*texts: str) -> Store:
    made = works(*texts)
    return Store.memory([*stated(made), *lines(made, carried_out(records(made)), Names())])


def stated(made: Sequence[Work]) -> list[str]:
    return [
        line
        for work in made
        for line in triples.stated(work.primary.facts, work.primary.reading.text, work.key, Names())
    ]


def owners(of: Store) -> list[tuple[str, str]]:
    return [(str(task), str(agency).rsplit("/", 1)[-1]) for task, agency, _ in of.query(OWNERS).rows]


def reasons(of: Store) -> dict[str, str]:
    return {str(task): str(why).removeprefix(gt.NS) for task, why in of.query(REASONS).rows}


def test_owners_of_the_own_place_are_suggested() -> None:
    """The measures of the city name who does what the plan of the city leaves open."""
    found = store(CITY, MEASURES)

    assert owners(found) == [("推进医养结合", "云州市卫生健康委员会"), ("推进医养结合", "云州市民政局")]
    assert reasons(found)["整治老旧燃气管网"] == "noSuggestion-apart"


def test_owners_of_another_level_are_not() -> None:
    """What a ministry owns of the national task, it does not own of the city's."""
    found = store(CITY, DUTY)

    assert owners(found) == []
    assert reasons(found)["推进医养结合"] == "noSuggestion-elsewhere"


def test_tasks_without_owners_on_either_side() -> None:
    """The reason says so."""
    assert reasons(store(NATION, CITY))["推进医养结合"] == "noSuggestion-unowned"


def test_a_stated_owner_is_never_joined_by_a_suggestion() -> None:
    """A task that names its owner gets none, and no reason either."""
    owned = CITY.replace("安宁疗护试点。", "安宁疗护试点。（市民政局牵头）")
    found = store(owned, MEASURES)

    assert "推进医养结合" not in {task for task, _ in owners(found)} | set(reasons(found))


def test_a_suggestion_names_its_chain() -> None:
    """It rests on an alignment and on a stated duty of the other task."""
    found = store(CITY, MEASURES).query(
        f"""SELECT DISTINCT ?s {{ ?s a <{gt.Suggestion}> ; <{gt.because}> ?x, ?r ; <{gt.ofTask}> ?t ; <{gt.agency}> ?a .
        ?x a <{gt.Alignment}> ; <{gt.subjectTask}>|<{gt.objectTask}> ?t ; <{gt.subjectTask}>|<{gt.objectTask}> ?u .
        ?r a <{gt.Responsibility}> ; <{gt.ofTask}> ?u ; <{gt.agency}> ?a }}"""
    )
    assert len(found.rows) == 2


@pytest.mark.parametrize("texts", [(NATION, CITY, MEASURES), (CITY, ELSEWHERE), (CITY, DUTY)])
def test_nothing_inferred_stands_in_a_document(texts: tuple[str, ...]) -> None:
    """All lines are in the graphs of alignments and suggestions; taking these away leaves what is stated."""
    made = works(*texts)
    found = list(lines(made, carried_out(records(made)), Names()))
    graphs = {
        quad.graph_name.value.rsplit("/", 1)[-1] for quad in ox.parse("".join(found), format=ox.RdfFormat.N_QUADS)
    }

    assert graphs <= {"alignments", "suggestions"}
    assert graphs


def test_quotes_are_the_words_of_the_tasks() -> None:
    """Each side of an alignment points at a sentence of its own task, and the quote is what stands there."""
    made = works(NATION, CITY)
    texts = {work.primary.reading.text.sha256: work.primary.reading.text for work in made}
    rows = (
        store(NATION, CITY)
        .query(
            f"""SELECT ?title ?e ?quote {{
        {{ ?x <{gt.subjectTask}> ?t ; <{gt.subjectEvidence}> ?e }}
        UNION {{ ?x <{gt.objectTask}> ?t ; <{gt.objectEvidence}> ?e }}
        ?t <{std.DCTERMS_TITLE}> ?title . ?e <{std.NIF_ANCHOR_OF}> ?quote }}"""
        )
        .rows
    )
    assert len(rows) == 8
    for title, evidence, quote in rows:
        sha256, _, ends = str(evidence).rsplit("/", 1)[-1].partition("#char=")
        start, end = map(int, ends.split(","))
        [task] = [t for work in made for t in work.primary.facts.tasks if t.title == title]

        assert texts[sha256].value[start:end] == quote
        assert task.extent.start <= start < end <= task.extent.end


PORT = """云州市数字经济发展规划（2026—2030年）
一、主要任务
（一）发展智能港口。推进港口码头自动化改造，建设智慧航运平台。
二、保障措施
（一）加强组织领导。建立联席会议，加强统筹协调，分解任务，压实责任。
"""


@pytest.mark.parametrize(
    ("owners_of", "carried"),
    [
        ("（责任单位：市交通运输局、各有关部门和单位）", ["云州市交通运输局"]),
        ("（责任单位：市交通运输局、市卫生健康委）", ["云州市交通运输局"]),
        ("（责任单位：市航运发展领导小组办公室、市人民政府）", []),
        ("（责任单位：市航运发展服务中心）", []),
    ],
)
def test_only_who_the_task_is_a_matter_of(owners_of: str, carried: list[str]) -> None:
    """Groups, bodies that coordinate, whole governments, and agencies that are for something else are not suggested."""
    measures = (
        "云州市航运业若干措施\n1.推进智能港口改造。支持港口码头自动化改造和智慧航运平台建设，开展职工健康体检。"
        f"{owners_of}\n2.发放补贴。支持船舶更新。（责任单位：市财政局）\n"
    )
    found = store(PORT, measures)

    assert [agency for task, agency in owners(found) if task == "发展智能港口"] == carried
    if not carried:
        assert reasons(found)["发展智能港口"] == "noSuggestion-unfit"


def test_an_agency_named_for_one_clause() -> None:
    """Who is named for the canteens does not own what is said of health in the clause before."""
    measures = """云州市航运业若干措施
1.推进智能港口改造。由市交通运输局负责港口码头自动化改造和智慧航运平台建设，保护职工健康和心理；由市卫生健康委负责食堂合理用餐、控制油盐。
"""
    plan = PORT.replace("平台。", "平台，保护职工健康和心理。", 1)

    assert owners(store(plan, measures)) == [("发展智能港口", "云州市交通运输局")]


def test_who_coordinates_one_plan_does_not_coordinate_another() -> None:
    """建立联席会议 is in every plan, and another office leads it in each."""
    other = """云州市航运发展规划（2026—2030年）
一、保障措施
（一）加强组织领导。由市发展改革委牵头建立联席会议，加强统筹协调，分解任务，压实责任。
"""
    assert owners(store(PORT, other)) == []


HEALTH = "\n三、老年健康\n（一）建设老年医学科。三级医院设立老年医学科。（责任单位：市卫生健康委）\n"
SPOKEN = "一、推动养老机构与医院签约，推广家庭病床和安宁疗护服务。（责任单位：{owner}）\n"


def test_the_bureau_of_the_ministry_s_line_where_the_plan_names_it() -> None:
    """What the ministry owns of the national task, its line in the city may own here: no name is made."""
    [(task, agency)] = owners(store(CITY + HEALTH, DUTY))

    assert (task, agency) == ("推进医养结合", "云州市卫生健康委员会")
    assert owners(store(CITY, DUTY)) == []


@pytest.mark.parametrize(("further", "found"), [(HEALTH, ["云州市卫生健康委员会"]), ("", [])])
def test_what_took_over_from_a_body_that_is_gone(further: str, found: list[str]) -> None:
    """A body of before the reform is not suggested for a later plan, but its successor where that plan names it."""
    measures = "云州市促进医养结合若干措施（2015年）\n" + SPOKEN.format(owner="市卫生和计划生育委员会")
    plan = CITY.replace("规划\n", "规划（2021—2025年）\n", 1) + further

    assert [agency for task, agency in owners(store(plan, measures)) if task == "推进医养结合"] == found


def test_the_name_of_an_agency_is_no_word_of_a_task() -> None:
    """市经济信息化委 at the end of a measure says nothing of 信息化."""
    measures = (
        "云州市航运业若干措施\n1.推进智能港口改造。支持港口码头自动化改造和智慧航运平台建设。"
        "（责任单位：市交通运输局、市经济信息化委）\n2.发放补贴。支持船舶更新。（责任单位：市财政局）\n"
    )
    plan = PORT.replace("平台。", "平台，提高信息化水平。", 1)

    assert [agency for task, agency in owners(store(plan, measures)) if task == "发展智能港口"] == ["云州市交通运输局"]


def test_one_item_of_a_list_of_many_tells_nothing() -> None:
    """A field of application that is named once is no matter of its bureau."""
    listed = "推进港口码头自动化改造，建设智慧航运平台，在工业、通信、金融、医疗、农业、渔业等领域应用。"
    measures = (
        f"云州市航运业若干措施\n1.推进智能港口改造。{listed}（责任单位：市交通运输局、市农业农村局）\n"
        "2.发放补贴。支持船舶更新。（责任单位：市财政局）\n"
    )
    plan = PORT.replace("推进港口码头自动化改造，建设智慧航运平台。", listed, 1)

    assert [agency for task, agency in owners(store(plan, measures)) if task == "发展智能港口"] == ["云州市交通运输局"]


def test_few_are_suggested_for_one_task() -> None:
    """At most three agencies, those of the strongest alignments."""
    held = "（责任单位：市交通运输局、市港口管理局、市财政局、市发展改革委、市科技局、市生态环境局、市商务局）"
    measures = f"云州市航运业若干措施\n1.推进智能港口改造。支持港口码头自动化改造和航运投资、物流、岸电。{held}\n"
    plan = PORT.replace("平台。", "平台，支持投资、物流、岸电，加强资金和科技保障。", 1)

    assert len({agency for _, agency in owners(store(plan, measures))}) <= 3


ROLES = f"""SELECT ?agency ?role ?score {{ ?s a <{gt.Suggestion}> ; <{gt.ofTask}>/<{std.DCTERMS_TITLE}> ?task ;
  <{gt.agency}> ?agency ; <{gt.role}>/<{std.SKOS_NOTATION}>|<{gt.role}> ?role ; <{gt.score}> ?score
  FILTER(STR(?task) = "发展智能港口") }}"""


def roles(of: Store) -> list[tuple[str, str, str]]:
    rows = of.query(ROLES).rows
    return [(str(a).rsplit("/", 1)[-1], str(role).rpartition("-")[2], str(score)) for a, role, score in rows]


def test_one_role_for_one_agency() -> None:
    """Two measures name the agency, one as lead: of the roles that of the nearer measure stands."""
    measures = """云州市航运业若干措施
1.推进智能港口改造。支持港口码头自动化改造和智慧航运平台建设。（市交通运输局牵头，市财政局配合）
2.培训港口码头工人。每年培训智能港口操作工500人。（市人力资源社会保障局牵头，市交通运输局配合）
"""
    found = roles(store(PORT, measures))

    assert [(agency, role) for agency, role, _ in found if agency == "云州市交通运输局"] == [
        ("云州市交通运输局", "lead")
    ]
    assert len(found) == len({agency for agency, *_ in found})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("推进港口码头自动化改造，建设智慧航运平台。", [("云州市交通运输局", "0.9")]),
        ("推进港口码头自动化改造，补助岸电，培训工人。", [("云州市交通运输局", "0.9")]),
    ],
)
def test_what_the_title_names_is_clear(body: str, expected: list[tuple[str, str]]) -> None:
    """港口 in the title of the task shows the bureau's matter, whatever the body says."""
    measures = (
        "云州市航运业若干措施\n1.推进智能港口改造。支持港口码头自动化改造和智慧航运平台建设。（责任单位：市交通运输局）\n"
        "2.发放补贴。支持船舶更新。（责任单位：市财政局）\n"
    )
    found = roles(store(PORT.replace("推进港口码头自动化改造，建设智慧航运平台。", body), measures))

    assert [(agency, score) for agency, _, score in found] == expected


ANNEXED = """云州市加快夜间经济发展行动方案
云州市人民政府办公厅
一、重点任务
（一）打造夜间消费地标。提升滨江步行街，建设夜间集聚区。
（二）优化夜间交通服务。延长公交运营时间，增设停车泊位。
二、保障措施
（一）加强组织领导。建立市级联席会议。

附件：云州市加快夜间经济发展行动方案任务分工

云州市加快夜间经济发展行动方案任务分工

一、打造夜间消费地标。提升滨江步行街，建设夜间集聚区。（牵头单位：市商务局；责任单位：各区政府）
二、优化夜间交通服务。（牵头单位：市交通运输局；责任单位：市公安局）
"""


def test_the_annex_that_is_a_document_of_its_own() -> None:
    """Its owners are those of the body's tasks: told by an alignment of its own relation, and nobody is suggested."""
    found = store(ANNEXED)
    joined = found.query(
        f"""SELECT ?task ?other {{ ?x <{gt.relation}> <{gt.ALIGNMENT_RELATIONS["identical"]}> ;
        <{gt.subjectTask}> ?t ; <{gt.objectTask}> ?u . ?t <{std.SKOS_EXACT_MATCH}> ?u .
        ?t <{std.DCTERMS_TITLE}> ?task . ?u <{std.DCTERMS_TITLE}> ?other . ?r <{gt.ofTask}> ?u }}"""
    ).rows

    assert {(str(task), str(other)) for task, other in joined} == {
        ("打造夜间消费地标", "打造夜间消费地标"),
        ("优化夜间交通服务", "优化夜间交通服务"),
    }
    assert owners(found) == []
    assert set(reasons(found)) == {"加强组织领导"}


def test_an_annex_among_many_plans() -> None:
    """However many other plans of the place have the tasks, those of the annex are joined."""
    text = (
        "云州市夜间经济提升方案（{year}年）\n云州市人民政府\n"
        + ANNEXED.partition("办公厅\n")[2].partition("二、保障")[0]
    )
    others = [text.format(year=year) for year in range(2027, 2033)]
    found = store(ANNEXED.replace("行动方案\n云", "行动方案\n云政办发〔2035〕3号\n云", 1), *others)
    joined = f"SELECT ?t {{ ?x <{gt.relation}> <{gt.ALIGNMENT_RELATIONS['identical']}> ; <{gt.subjectTask}> ?t }}"

    assert len(found.query(joined).rows) == 2
