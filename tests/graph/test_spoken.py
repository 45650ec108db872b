"""Questions as people say them, each led to a named question and its arguments, on the sample plans."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner

from guitu.exports.command import cli
from guitu.extract.errors import QueryError
from guitu.graph.ask.query import questions
from guitu.graph.ask.spoken import is_sentence, understood
from guitu.graph.build import build
from guitu.graph.keep.store import Store

FISHERY, FOURTEENTH = "智慧渔业三年行动计划", "数字乡村发展“十四五”规划"
SAID: list[tuple[str, str, tuple[str, ...]]] = [
    ("人工智能的任务由谁负责？", "owners", ("人工智能",)),
    ("产地仓由谁负责", "owners", ("产地仓",)),
    ("谁负责智慧渔业？", "owners", ("智慧渔业",)),
    ("智慧渔业归谁管？", "owners", ("智慧渔业",)),
    ("建设产地仓找谁", "owners", ("产地仓",)),
    ("请问电商出村这项工作是哪个部门牵头的？", "owners", ("电商出村",)),
    ("农村电商的牵头单位是哪家？", "owners", ("农村电商",)),
    ("益农信息社建设的责任单位有哪些", "owners", ("益农信息社",)),
    ("养老服务由哪些部门负责？", "owners", ("养老服务",)),
    ("水库除险加固哪个局在抓？", "owners", ("水库除险加固",)),
    ("“信息进村”谁来做", "owners", ("信息进村",)),
    ("谁牵头物流配送？", "owners", ("物流配送",)),
    ("产地仓为什么建议商务局？", "owners-explained", ("产地仓",)),
    ("市农业农村局负责哪些任务？", "duty-sheet", ("市农业农村局",)),
    ("市农业农村局承担什么工作", "duty-sheet", ("市农业农村局",)),
    ("云州市商务局牵头哪些任务", "duty-sheet", ("云州市商务局", "牵头")),
    ("市供销社要做什么？", "duty-sheet", ("市供销社",)),
    ("市数据局的职责清单", "duty-sheet", ("市数据局",)),
    ("请列出市商务局的职责", "duty-sheet", ("市商务局",)),
    ("市财政局配合哪些任务？", "duty-sheet", ("市财政局", "配合")),
    ("市财政局参与哪些工作", "duty-sheet", ("市财政局", "配合")),
    ("市财政局牵头哪些、配合哪些任务", "duty-sheet", ("市财政局",)),
    ("市农业农村局和哪些单位合作？", "partners", ("市农业农村局",)),
    ("市商务局跟哪些单位一起办事？", "partners", ("市商务局",)),
    ("渔业领域有哪些任务？", "topic", ("渔业",)),
    ("哪些任务没有责任单位？", "unowned", ()),
    (f"{FOURTEENTH}里哪些任务没人负责？", "unowned", (FOURTEENTH,)),
    ("哪些任务有多家牵头？", "overlaps", ()),
    ("谁的任务最多？", "load", ()),
    ("市农业农村局有多少任务？", "load", ("市农业农村局",)),
    ("农村网络零售额的目标是多少？", "targets", ("农村网络零售额",)),
    ("到2025年农村网络零售额要达到多少？", "targets", ("农村网络零售额", "2025")),
    ("告诉我5G基站的目标值", "targets", ("5G基站",)),
    ("2025年的目标有哪些？", "targets", ("", "2025")),
    ("到2025年要建多少个5G基站", "targets", ("5G基站", "2025")),
    ("我想问下数据要素谁管", "owners", ("数据要素",)),
    ("数据中心由谁负责", "owners", ("数据中心",)),
    ("渔港这块主要是哪个部门在抓呀", "owners", ("渔港",)),
    ("您好，麻烦查一下市商务局的职责", "duty-sheet", ("市商务局",)),
    ("市数据局都要干哪些活？", "duty-sheet", ("市数据局",)),
    ("谁在管电商出村？", "owners", ("电商出村",)),
    ("青岚区有什么任务", "district", ("青岚区",)),
    ("智慧渔业三年行动计划什么时候发布的", "timetable", (FISHERY,)),
    ("农村网络零售额的目标完成了没有", "series", ("农村网络零售额",)),
    ("哪个单位任务最多？", "load", ()),
    ("2024年要完成哪些任务？", "due", ("2024",)),
    ("2025年底前到期的任务有哪些", "due", ("2025",)),
    ("2023年截止的任务", "due", ("2023",)),
    ("智慧渔业三年行动计划什么时候失效？", "timetable", (FISHERY,)),
    ("各项任务的期限", "timetable", ()),
    ("农村网络零售额历年怎么变化？", "series", ("农村网络零售额",)),
    ("农村网络零售额的目标实现了吗？", "series", ("农村网络零售额",)),
    ("国家和市里对农村网络零售额的说法一致吗？", "cascade", ("农村网络零售额",)),
    ("有哪些指标互相矛盾？", "conflicts", ()),
    ("智慧农场有什么补贴？", "incentives", ("智慧农场",)),
    ("数字农业企业能拿到多少钱的奖励", "incentives", ("数字农业企业",)),
    ("提到哪些园区？", "places", ("园区",)),
    ("文件里提到哪些基地", "places", ("基地",)),
    ("园区有哪些？", "places", ("园区",)),
    ("青岚县有哪些园区和任务？", "district", ("青岚县",)),
    ("农谷产业园和市数据局有什么关系？", "path", ("农谷产业园", "市数据局")),
    ("国家规划的任务哪些落实了？", "coverage", ()),
    (
        "云州市数字乡村发展“十三五”规划和云州市数字乡村发展“十四五”规划相比有什么变化？", "diff",
        ("云州市数字乡村发展“十三五”规划", "云州市数字乡村发展“十四五”规划"),
    ),
    (f"《云州市{FISHERY}（2023—2025年）》引用了哪些文件？", "references", (f"云州市{FISHERY}（2023—2025年）",)),
    ("智慧渔业三年行动计划的依据是什么？", "references", (FISHERY,)),
    ("智慧渔业三年行动计划的概况", "overview", (FISHERY,)),
    ("智慧渔业三年行动计划的目录", "outline", (FISHERY,)),
    ("有哪些文件？", "documents", ()),
    ("图谱里有哪些文件？", "documents", ()),
    ("青岚县有哪些文件？", "documents", ("青岚县",)),
    ("市级有哪些文件？", "documents", ("市级",)),
    ("2024年有哪些文件？", "documents", ("2024",)),
    ("引用的文件哪些没有收录？", "cited", ()),
    ("哪些内容没读出来？", "gaps", ()),
    ("哪些机构是枢纽？", "brokers", ()),
    ("哪些机构常在一起办事", "communities", ()),
    ("有哪些人工更正？", "corrections", ()),
    ("哪些任务彼此对应？", "alignments", ()),
    ("哪些名称判为同一个机构？", "decisions", ()),
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("spoken") / "store"
    assert not build([Path(str(resources.files("guitu.extract"))) / "samples"], folder).problems
    return Store.open(folder)


@pytest.mark.parametrize(("sentence", "name", "args"), SAID, ids=[sentence for sentence, _, _ in SAID])
def test_what_is_said_is_a_named_question(sentence: str, name: str, args: tuple[str, ...], store: Store) -> None:
    assert is_sentence(sentence)

    found = understood(store, sentence)

    assert (found.question.name, found.args) == (name, args)


@pytest.mark.parametrize(
    "sentence",
    [
        "今天天气怎么样？",
        "负责什么？",
        "产地仓的任务有多少项",
        "年底前到期的任务",
        "云州市的历史有多久",
        "相比有什么变化？",
    ],
)
def test_what_is_not_understood_is_told_with_the_nearest(sentence: str, store: Store) -> None:
    """No cue, or none of the names that the question needs: nothing is guessed."""
    with pytest.raises(QueryError) as raised:
        understood(store, sentence)

    assert raised.value.reason == "this question is not understood"
    assert any(one.name_zh in raised.value.remedy for one in questions().values())


@pytest.mark.parametrize(("sentence", "words"), [
    ("市商务局和市农业农村局一起做什么", "市商务局"),
    ("市商务局不负责什么？", "不"),
    ("除了市商务局，还有谁负责产地仓", "市商务局"),
    ("产地仓和智慧渔业各有多少任务？", "产地仓、智慧渔业"),
    ("市财政局和市商务局谁牵头的任务多", "市财政局"),
    ("农村网络零售额目标比去年高多少？", "比去年高"),
    ("支持措施第十条由谁落实？", "第十条"),
    ("市财政局出多少钱？", "市财政局"),
    ("市商务局的电话是多少", "电话"),
    ("2023年市商务局负责哪些任务？", "2023年"),
    ("产地仓的目标是什么，由谁负责", "目标"),
    ("哪个区任务最多", "区"),
    ("市商务局的全部职责", "全部"),
    ("渔港的任务哪些没人管", "渔港"),
])  # fmt: skip
def test_words_that_the_answer_would_not_heed(sentence: str, words: str, store: Store) -> None:
    """They change what is asked: they are named, with the question that is left without them; none is answered."""
    with pytest.raises(QueryError, match="the answer would not heed these words") as raised:
        understood(store, sentence)

    assert set(words.split("、")) <= set(raised.value.reason.rpartition(": ")[2].split("、"))
    assert raised.value.remedy.startswith("without them it is: guitu ask ")


def test_every_question_can_be_asked_in_words() -> None:
    assert {one.name for one in questions().values() if not any(one.cues)} == set()


def test_the_command_says_which_question_it_answers(store: Store, tmp_path: Path) -> None:
    place = tmp_path / "store"
    build([Path(str(resources.files("guitu.extract"))) / "samples"], place)

    said = CliRunner().invoke(cli.main, ["ask", "智慧渔业由谁负责？", "--store", str(place), "--lang", "zh"])
    named = CliRunner().invoke(cli.main, ["ask", "谁负责", "智慧渔业", "--store", str(place), "--lang", "zh"])

    assert said.exit_code == named.exit_code == 0
    assert said.stdout == named.stdout
    assert "当作这个问题来答：guitu ask 谁负责 智慧渔业" in said.stderr
