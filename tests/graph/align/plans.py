"""Made-up plans of several fields and places, as works of a build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.graph.align.alignments import Alignment, alignment
from guitu.graph.align.compare import Match, capped, compare_all
from guitu.graph.align.lines import alignments_of, sides, suggestions_of
from guitu.graph.align.scope import Standing, standings
from guitu.graph.align.texts import Texts
from guitu.graph.align.vectors import Vectors
from guitu.graph.copies.works import Copy, Work, gather
from guitu.graph.links.citations import carried_out
from guitu.graph.links.record import records
from guitu.graph.quads.names import Names

NATION = """“十四五”养老服务发展规划
民政部
一、主要任务
（一）发展居家社区养老。支持社区建设日间照料中心，为居家老年人提供助餐、助浴、助洁服务。
（二）提升医养结合能力。推动养老机构与医院签约，开展家庭病床和安宁疗护服务。
（三）培育银发经济。发展老年用品和康复辅具，举办老年用品博览会。
二、保障措施
（一）强化人才支撑。培养养老护理员，健全技能等级认定和薪酬制度。
（二）加强组织领导。建立部际联席会议制度，压实地方责任。
"""
CITY = """云州市养老服务“十四五”规划
云州市人民政府
一、主要任务
（一）完善居家社区养老网络。每个街道建成一处日间照料中心，老年人助餐点覆盖全部社区。
（二）推进医养结合。新建养老机构与医疗机构同址，推广家庭病床，开展安宁疗护试点。
（三）整治老旧燃气管网。更换庭院燃气管道120公里，安装泄漏报警器。
二、保障措施
（一）建强护理员队伍。与职业院校共建养老护理专业，落实技能等级和薪酬待遇。
（二）健全统筹协调机制。市养老服务联席会议每季度调度一次，各区政府落实属地责任。
"""
MEASURES = """云州市促进医养结合若干措施（2024年）
一、支持养老机构与医院签约，推广家庭病床和安宁疗护服务。（责任单位：市卫生健康委、市民政局）
二、建设老年友善医院，增设老年医学科。（责任单位：市卫生健康委）
"""
ELSEWHERE = """临江市养老服务“十四五”规划
临江市人民政府
一、主要任务
（一）推进医养结合。新建养老机构与医疗机构同址，推广家庭病床，开展安宁疗护试点。（市民政局牵头）
"""


def works(*texts: str) -> tuple[Work, ...]:
    """The documents of some texts."""
    found = []
    for number, text in enumerate(texts):
        source = Source(f"{number}.txt", text.encode())
        reading = read(source)
        found += [Copy.of(source.sha256, source.name, reading, i) for i in range(len(reading.documents))]
    return gather(found)


def standing(made: tuple[Work, ...]) -> dict[str, Standing]:
    """Where each of some documents stands."""
    return standings({work.key: work.primary.document for work in made}, carried_out(records(made)), Names())


def vectors(made: tuple[Work, ...]) -> Vectors:
    """The rows of some documents."""
    return Vectors.stacked([Vectors.of(work.primary.facts, work.key) for work in made])


def aligned(*texts: str) -> dict[tuple[str, str], Alignment]:
    """The alignments of some texts, by the titles of subject and object."""
    made = works(*texts)
    by_key = {work.key: work for work in made}
    found = compare_all(vectors(made), standing(made))
    told = [match for key in by_key for match in capped((one for one in found if one.subject == key), standing(made))]
    at_hand = Texts(by_key.__getitem__, Names())
    return {(one.subject.title, one.other.title): one for one in (alignment(match, at_hand) for match in told)}


def lines(works: Sequence[Work], carried_out: Mapping[str, Sequence[str]], names: Names) -> Iterator[str]:
    """All that tasks of different documents say of each other. `carried_out`: as in `scope.standings`."""
    by_key = {work.key: work for work in works}
    standing = standings({key: work.primary.document for key, work in by_key.items()}, carried_out, names)
    stack = Vectors.stacked([Vectors.of(work.primary.facts, key) for key, work in by_key.items()])
    of_document: dict[str, list[Match]] = defaultdict(list)
    for match in compare_all(stack, standing):
        of_document[match.subject].append(match)
        of_document[match.object].append(match)
    texts = Texts(by_key.__getitem__, names)
    for key in sorted(by_key, key=lambda key: (standing[key].place, key)):
        yield from lines_of(key, of_document[key], texts, standing)


def lines_of(key: str, matches: Sequence[Match], texts: Texts, standing: Mapping[str, Standing]) -> Iterator[str]:
    """The alignments in which a document is the subject, and what is suggested for its tasks.

    `matches`: all of the document, as subject and as object; nothing else of the store has a say.
    """
    told, around = sides(key, matches, standing)
    yield from alignments_of(key, told, texts)
    yield from suggestions_of(key, around, texts)
