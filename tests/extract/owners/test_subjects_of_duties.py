"""Who does what a later clause says, and bodies without their place: read where it is settled, else a gap."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*sentences: str, title: str = "青岚县健康促进工作方案") -> Facts:
    items = (f"（{number}）健全机制。{said}" for number, said in zip("一二三四", sentences, strict=False))
    (found,) = read(Source("plan.txt", "\n".join((title, "一、主要任务", *items)).encode())).documents
    return found


def owners(found: Facts) -> list[tuple[str, str]]:
    return [(one.agency.name, one.role) for one in found.responsibilities]


def gaps(found: Facts) -> list[str]:
    return [gap.reason for gap in found.gaps if gap.kind == "unread-duty"]


@pytest.mark.parametrize(
    ("said", "title", "expected"),
    [
        # the office of a group that the sentence names
        (
            "成立县节水工作领导小组，成员包括各乡镇负责人，领导小组下设办公室（简称：节水办），负责日常协调工作。",
            "青岚县节水方案",
            [("青岚县节水工作领导小组办公室", "responsible")],
        ),
        (
            "成立市老旧小区改造指挥部，指挥部下设办公室，具体负责进度调度。",
            "云州市城市更新方案",
            [("云州市老旧小区改造指挥部办公室", "responsible")],
        ),
        # a body outside the registry, with a second name in brackets, some clauses before
        (
            "临江省爱河护河委员会（河湖健康委员会）实行定期会商制度，牵头推进、协调河湖治理。",
            "临江省河湖治理方案",
            [("临江省爱河护河委员会", "lead")],
        ),
        (
            "市海绵城市建设办公室建立台账，每月通报进度，并牵头开展评估。",
            "云州市海绵城市方案",
            [("云州市海绵城市建设办公室", "lead")],
        ),
        # a body beside a kind of bodies
        (
            "县疾控中心负责监测，县学校卫生专家组和健康教育机构负责提供技术支持。",
            "青岚县学校卫生方案",
            [
                ("青岚县疾病预防控制中心", "responsible"),
                ("青岚县学校卫生专家组", "responsible"),
                ("健康教育机构", "responsible"),
            ],
        ),
    ],
)
def test_the_subject_is_found(said: str, title: str, expected: list[tuple[str, str]]) -> None:
    found = facts(said, title=title)
    assert owners(found) == expected
    assert not gaps(found)


@pytest.mark.parametrize("body", ["健康专家委员会", "粮食安全专家组", "河湖长制办公室"])
def test_a_name_without_its_place_is_that_of_its_document(body: str) -> None:
    """Where the document has the same name with its place, which proves it; else it stays as written."""
    whole = facts(f"县{body}负责培训。", f"县科技局负责监测，{body}和县气象局负责提供技术支持。")
    assert [name for name, _ in owners(whole) if body in name] == [f"青岚县{body}"] * 2
    assert whole.responsibilities[2].name_span == whole.responsibilities[0].span

    (alone,) = (
        one for one in facts(f"{body}和县气象局负责提供技术支持。").responsibilities if one.agency.written == body
    )
    assert (alone.agency.name, alone.agency.settled) == (body, False)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("县教育局组织教师培训，制定培训计划，负责考核。", "责任词的主语没有读出"),
        ("领导小组办公室设在县水利局，统一负责日常工作。", "责任词的主语没有读出"),
        ("医共体牵头医院牵头、成员单位共同参与，建立转诊中心。", "责任词旁的单位没有读出"),
    ],
)
def test_what_nothing_settles_is_a_gap(said: str, reason: str) -> None:
    found = facts(said)
    assert owners(found) == []
    assert gaps(found) == [reason]


@pytest.mark.parametrize(
    "said",
    [
        "县卫生健康局建立工作网络，指定专人，负责日常巡查。",  # a person
        "组织开展水质监测，负责水质公开。",  # nobody: what is to be done
        "支持龙头企业牵头组建联合体。",
        "成立县健康促进领导小组，负责统筹协调。",
    ],
)
def test_no_owner_and_no_gap(said: str) -> None:
    found = facts(said)
    assert owners(found) == []
    assert gaps(found) == []


def test_others_between_take_over() -> None:
    """Who opened the sentence does not lead what stands behind a clause of others."""
    assert owners(facts("县水利局制定方案，各乡镇政府落实经费，牵头清理河道。")) == []


LAST = "（二）加强人才培训。每年开办两期培训班，扩大培训规模，提高护理水平。"
PLANS = [
    ("云州市养老服务体系建设方案", "由市民政局牵头，市财政局配合，推进养老服务体系建设工作。加强指导。", []),
    ("青岚县农村供水保障实施方案", "由县水利局牵头负责农村供水保障实施工作。定期通报。", []),
    ("临江省中小学校园食品安全行动计划", "由省教育厅牵头，省卫生健康委配合，抓好中小学校园食品安全。", []),
    ("云州市养老服务体系建设方案", "由市民政局牵头，市财政局配合，新办护理学校。加强指导。", [1, 1]),
]


@pytest.mark.parametrize(("title", "closing", "tasks"), PLANS)
def test_a_paragraph_of_the_whole_plan_owns_no_last_item(title: str, closing: str, tasks: list[int]) -> None:
    """It speaks of what the title does; a gap tells it. One that goes on with the item is the item's."""
    text = (
        f"{title}\n\n一、重点任务\n（一）完善服务设施。新建社区食堂，改造服务站点，方便群众生活。\n{LAST}\n{closing}\n"
    )
    (document,) = read(Source("plan.txt", text.encode())).documents

    assert [one.task for one in document.responsibilities] == tasks
    assert bool(tasks) or "责任条款没有对应的任务" in {gap.reason for gap in document.gaps}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # 机构 begins the object of 负责, where it is no label
        (
            "县民政局负责机构建设，县残联负责对象认定。",
            [("青岚县民政局", "responsible"), ("青岚县残疾人联合会", "responsible")],
        ),
        ("县卫生健康局负责机构登记。", [("青岚县卫生健康局", "responsible")]),
        (
            "县财政局负责情况汇总，各乡镇政府配合。",
            [("青岚县财政局", "responsible"), ("青岚县各乡镇人民政府", "support")],
        ),
        # towns have teams and stations
        (
            "由县综合行政执法队负责，县农技站协助。",
            [("青岚县综合行政执法队", "responsible"), ("青岚县农技站", "support")],
        ),
        ("由县水利所、各乡镇政府负责。", [("青岚县水利所", "responsible"), ("青岚县各乡镇人民政府", "responsible")]),
        # what stands in brackets behind a kind of places is part of its name
        (
            "由县住房城乡建设局牵头，各村（居）配合。",
            [("青岚县住房和城乡建设局", "lead"), ("青岚县各村（居）", "support")],
        ),
    ],
)
def test_a_duty_beside_a_word_that_may_be_a_label(said: str, expected: list[tuple[str, str]]) -> None:
    """What 负责 opens tells whether it is a duty; no name has a bracket without its words."""
    assert owners(facts(said)) == expected


@pytest.mark.parametrize("said", ["由负责机构组织核查。", "由所在单位负责。", "由执法队负责巡查。"])
def test_a_body_that_nobody_names_owns_nothing(said: str) -> None:
    """Neither a label nor a team of no place becomes an owner; what stood beside the duty word is told."""
    found = facts(said)
    assert owners(found) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("由水资源处负责。", [("云州市水务局水资源处", "responsible")]),
        ("规划处牵头，建管处、计财科配合。", [("规划处", "lead"), ("建管处", "support"), ("计财科", "support")]),
        ("市财政局、计财处负责落实资金。", [("云州市财政局", "responsible"), ("计财处", "responsible")]),
        ("各处室配合，办公室负责督办。", []),
        ("妥善处理，负责到底。", []),
    ],
)
def test_rooms_of_the_bureau_that_issued_the_text(said: str, expected: list[tuple[str, str]]) -> None:
    """In the running text of a bureau a room is its own; 各处室 and an office that many may mean name nobody."""
    whole = [(name if "云州" in name else "云州市水务局" + name, role) for name, role in expected]
    assert owners(facts(said, title="云州市水务局关于印发节水工作方案的通知")) == whole


def test_a_room_in_the_text_of_a_government_is_nobodys() -> None:
    """Which bureau's room it is, the text of a government does not say."""
    assert owners(facts("规划处牵头，建管处配合。", title="云州市人民政府关于印发节水工作方案的通知")) == []


@pytest.mark.parametrize(
    "body", ["市政府督导室、市委督查室", "市人民政府参事室", "市财政局绩效评价组、市人大代表联络站"]
)
def test_the_beginning_of_a_longer_name_is_not_the_subject(body: str) -> None:
    """市政府督导室要…，会同市水利局 does not make the government lead."""
    found = facts(f"{body}要定期巡查，会同市水利局开展核验。", title="云州市供水工作方案")
    assert "云州市人民政府" not in [one.agency.name for one in found.responsibilities]
    assert "云州市财政局" not in [one.agency.name for one in found.responsibilities]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("由县水利局牵头县财政局、县住建局制定办法。", ["lead", "support", "support"]),
        ("县城管局牵头各镇政府开展巡查。", ["lead", "support"]),
        ("县教育局牵头县体育局，定期核验。", ["lead", "support"]),
        ("县财政局牵头县级资金的筹措。", ["lead"]),
    ],
)
def test_those_behind_the_verb_of_the_leader_support(said: str, expected: list[str]) -> None:
    """牵头 with bodies behind it says who works with the leader; with a matter behind it, nothing more."""
    assert [role for _, role in owners(facts(said))] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # the subject stands behind what says when, or by what
        (
            "公示期满后，市水利局按程序形成安排，并会同市财政局报批。",
            [("云州市水利局", "lead"), ("云州市财政局", "support")],
        ),
        (
            "结合摸底情况，市教育局统一发布清单，同时会同市公安局开展检查。",
            [("云州市教育局", "lead"), ("云州市公安局", "support")],
        ),
        (
            "每年9月底前，市民政局制定名册，并会同市医保局落实参保。",
            [("云州市民政局", "lead"), ("云州市医疗保障局", "support")],
        ),
        # a body outside the registry beside 会同, whatever it then does
        (
            "市数据局会同市云计算中心持续提升算力。",
            [("云州市数据局", "lead"), ("云州市云计算中心", "support")],
        ),
        # those of a list who answer for something
        (
            "各县（市）区政府、云州高新区管委会对本地监管工作负总责。",
            [("云州市各县（市）区人民政府", "responsible"), ("云州高新区管理委员会", "responsible")],
        ),
        (
            "抽检的40%由县（市）、区主管部门负责。",
            [("云州市县（市）、区主管部门", "responsible")],
        ),
        # an office that a group has under it
        (
            "领导小组下设全市节水整治办公室（以下简称市节水办），负责组织协调工作。",
            [("云州市节水整治办公室", "responsible")],
        ),
        # between a body and its verb stands by what it acts
        (
            "县市区人民政府按照市里下达的任务负责具体实施。",
            [("云州市县市区人民政府", "responsible")],
        ),
        (
            "财政部门接到预算后，应会同同级住建部门分解到项目。",
            [("云州市财政部门", "lead"), ("云州市同级住建部门", "support")],
        ),
        # behind a semicolon whoever stood before it goes on
        (
            "市司法局负责监督检查；会同市财政局制定办法。",
            [("云州市司法局", "lead"), ("云州市财政局", "support")],
        ),
        ("市财政局作为改革牵头单位，做好统筹。", [("云州市财政局", "lead")]),
        ("各州（地、市）政府负责统筹落实资金。", [("云州市各州（地、市）人民政府", "responsible")]),
        ("固化经验做法。（领导小组成员单位分工负责）", [("领导小组成员单位", "responsible")]),
    ],
)
def test_who_acts_behind_other_words(said: str, expected: list[tuple[str, str]]) -> None:
    """The agency of the main clause, of a list, or one that is set up."""
    assert owners(facts(said, title="云州市节水工作方案")) == expected


@pytest.mark.parametrize(
    "said",
    [
        "听取市水利局汇报后，市民开展护河，并会同市财政局报批。",
        "针对市教育局提出的问题，学校制定清单，并会同家长开展检查。",
    ],
)
def test_whom_other_words_name_is_not_the_subject(said: str) -> None:
    """Nobody leads whom only the words before the main clause name."""
    assert "lead" not in {role for _, role in owners(facts(said, title="云州市节水工作方案"))}
