"""What a copy has glued on one line is read as lines: a chapter with its first item, a record with title and text."""

from __future__ import annotations

from datetime import date

import pytest

from guitu.extract.cleaning.text.glued import parted
from guitu.extract.facts import Facts
from guitu.extract.raw import RawParagraph
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(text: str, name: str = "a.txt") -> Facts:
    return read(Source(name, text.encode())).documents[0]


def lines(*words: str) -> list[str]:
    return [block.text for block in parted([RawParagraph(one) for one in words]) if isinstance(block, RawParagraph)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、明确目标，促进供水发展1、城乡供水目标。", "二、改革体制，健全服务网络3、理顺管理体制。"),
        ("一、完善养老网络1、建设社区站点。", "二、培养护理人员3、开展岗前培训。"),
        ("一、做优现代农业1.建设高标准农田。", "二、做强加工物流3.建设冷链中心。"),
    ],
)
def test_items_that_go_on_through_the_chapters_stand_apart(first: str, second: str) -> None:
    """1 before a 2, then each that goes on."""
    found = lines(first, "2、改造管网。", second)
    assert len(found) == 5 and found[1][0] == "1" and found[4][0] == "3"
    assert "".join(found) == f"{first}2、改造管网。{second}"


@pytest.mark.parametrize(
    "line", ["一、改造东区2、西区3号泵站", "一、完成项目1、项目名称待定", "一、总投资10.5亿元", "（一）目标1、供水。"]
)
def test_other_numbers_are_left_where_they_stand(line: str) -> None:
    """Those that no item goes on from."""
    assert lines(line, "二、完善制度。") == [line, "二、完善制度。"]


@pytest.mark.parametrize("kind", ["节水若干意见（试行）", "养老服务实施方案", "古树保护办法"])
def test_the_record_of_a_data_base_on_one_line(kind: str) -> None:
    """Title, issuer, dates and number of a document whose text follows on the same line."""
    title = f"云州市人民政府关于{kind}"
    record = "•【制定机关】云州市人民政府•【公布日期】2015.02.01•【施行日期】2015.03.01•【主题分类】水利"
    opening = f"{title}(云政函〔2015〕39号)各区、县人民政府：为节约用水，提出如下意见。"
    document = facts(f"{title}文章属性{record}正文{opening}\n一、改造管网\n更新管网。\n", "x1.txt").document
    assert (document.title, document.number) == (title, "云政函〔2015〕39号")
    assert [agency.name for agency in document.issuers] == ["云州市人民政府"]
    assert (document.issued, document.valid_from) == (date(2015, 2, 1), date(2015, 3, 1))


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("制定煤炭替代方案，逐步减少散煤。推广清洁取暖。", "制定煤炭替代方案，逐步减少散煤"),
        ("推进老旧管网改造，降低漏损。", "推进老旧管网改造"),
        ("建设社区养老站点。到2027年建成30个。", "建设社区养老站点"),
    ],
)
def test_a_paragraph_with_owners_before_any_heading_is_a_task(sentence: str, title: str) -> None:
    """Its first clause is the title."""
    text = f"云州市工作方案\n{sentence}（市发展改革委、市水利局等按职责分工负责）\n一、总体要求\n坚持统筹。\n"
    found = facts(text)
    owned = {(found.tasks[one.task].title, one.agency.name) for one in found.responsibilities}
    assert owned == {(title, "云州市发展和改革委员会"), (title, "云州市水利局")}


def test_a_preamble_with_a_remark_on_who_drew_it_up_is_none() -> None:
    """为…，制定本方案（由市水利局负责解释）."""
    found = facts("云州市工作方案\n为节约用水，制定本方案。（市水利局负责）\n一、总体要求\n坚持统筹。\n")
    assert not found.tasks and not found.responsibilities


LETTER = "现将《白川县冷链规划》印发给你们，请于2024年9月30日前报告，认真贯彻执行"


@pytest.mark.parametrize(
    ("behind", "issuer", "day"),
    [
        ("。白川县人民政府办公室2024年6月30日白川县冷链规划", "白川县人民政府办公室", date(2024, 6, 30)),
        ("。特此通知。　　白川县商务局　2024年8月7日（联系人：王一，电话：1234）", "白川县商务局", date(2024, 8, 7)),
        (" 白川县农业农村局 2024年5月6日", "白川县农业农村局", date(2024, 5, 6)),
        ("。白川县商务局（盖章）二〇二四年三月二日附件：1.任务清单", "白川县商务局", date(2024, 3, 2)),
        ("！中共白川县委办公室 白川县人民政府办公室2024年1月5日(此件公开发布)", "中共白川县委办公室", date(2024, 1, 5)),
    ],
)  # fmt: skip
def test_a_signature_glued_on_both_sides(behind: str, issuer: str, day: date) -> None:
    """Between the last sentence and a title, a contact or a list of annexes; days inside sentences tell nothing."""
    lines = (
        "关于印发《白川县冷链规划》的通知",
        "各乡镇人民政府：",
        LETTER + behind,
        "白川县冷链规划",
        "一、任务",
        "（一）建冷库。建库3座。",
    )
    found = read(Source("a.txt", "\n".join(lines).encode())).documents[0].document

    assert (found.title, found.issuers[0].name, found.issued) == ("白川县冷链规划", issuer, day)


@pytest.mark.parametrize(
    "words",
    [
        "按要求落实。白川县水利局2024年6月30日印发的《白川县供水方案》同时废止。",
        "白川县水利局2024年6月30日起实施供水方案",
        "加强用水管理。全面落实白川县人民政府2024年6月30日供水工作实施意见",
        "加强用水管理，全面落实白川县人民政府2024年6月30日供水工作实施意见",
        "请各乡镇全面落实白川县人民政府2024年6月30日供水工作实施意见",
        "加强管理，严格执行白川县水利局2024年6月30日",
        "按照上级通知白川县水利局2024年6月30日供水方案",
        "严格执行。白川县大坝2024年6月30日白川县供水方案",
    ],
)
def test_a_body_and_a_day_in_a_sentence_stay(words: str) -> None:
    """What a body did on a day is a sentence, and no signature is one without a body."""
    assert [block.text for block in parted([RawParagraph(words)]) if isinstance(block, RawParagraph)] == [words]
