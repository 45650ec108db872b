"""What a scan has taken for other signs, and lines that a tool has cut, copied or put into one."""

from __future__ import annotations

import pytest

from guitu.extract.cleaning.clean import clean
from guitu.extract.cleaning.text.misread import corrected
from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.readers.markdown import read


def texts(blocks: tuple[RawBlock, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, RawParagraph)]


def cleaned(*lines: str) -> list[str]:
    return texts(clean([RawParagraph(line) for line in lines]))


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["—、河湖治理", "（一）清淤", "二、岸线保护"], "一、河湖治理"),
        (["(－)扩大托育服务", "1.新建托育园", "(二)培训保育师"], "(一)扩大托育服务"),
        (["l.修复湿地", "2.补种红树林"], "1.修复湿地"),
    ],
)
def test_the_number_before_two_is_one(lines: list[str], first: str) -> None:
    """A dash or a letter where the first number of a list is expected is that number."""
    assert texts(corrected([RawParagraph(line) for line in lines])) == [first, *lines[1:]]


@pytest.mark.parametrize(
    "lines",
    [
        ["—、说明", "一、林业现状", "二、造林任务"],
        ["（—）号表示没有数据", "一、茶园面积", "二、茶叶产量"],
        ["—各县要落实责任", "二、加强督查"],
        ["I.总则", "3.管护要求"],
    ],
)
def test_a_dash_elsewhere_stays(lines: list[str]) -> None:
    """A dash stays where no first number is expected, or where it opens a line of its own."""
    assert texts(corrected([RawParagraph(line) for line in lines])) == lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("建成充电桩1O00个", "建成充电桩1000个"),
        ("到2O25年，绿色食品达到l50家", "到2025年，绿色食品达到150家"),
        ("污水处理率达到9l.5%以上", "污水处理率达到91.5%以上"),
        ("发展O2O个性服务和5G基站、IPO企业、PM2.5年均值", "发展O2O个性服务和5G基站、IPO企业、PM2.5年均值"),
    ],
)
def test_letters_in_figures(line: str, expected: str) -> None:
    """Letters are digits in a figure before its unit, and letters in words."""
    assert texts(corrected([RawParagraph(line)])) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("到 2 0 3 0 年，新增绿道 1 2 0 公里", "到2030年，新增绿道120公里"),
        ("森林覆盖率达到 6 2 . 5 %", "森林覆盖率达到62.5 %"),
        ("临江省水网规划（2 0 2 4—2 0 3 0年）", "临江省水网规划（2024—2030年）"),
        ("1 . 推 进 灌 区 改 造", "1.推进灌区改造"),
        ("1. 5个中心镇", "1. 5个中心镇"),
        ("比分 1 2 3", "比分1 2 3"),
    ],
)
def test_digits_set_apart(line: str, expected: str) -> None:
    """Digits that are written apart stand together before what they count, and only there."""
    assert cleaned(line) == [expected]


def test_signs_escaped_outside_formulas() -> None:
    r"""A percent sign behind a formula, \%, is one."""
    blocks = read("覆盖率达到$\\mathbf{9 2 . 5}$ \\%，达标率$\\geq 90\\%$。".encode()).blocks

    assert texts(clean(blocks)) == ["覆盖率达到92.5 %，达标率≥90%。"]


ITEMS = ["1.修建村道，改善出行。", "2.改造危桥，保障安全。", "3.建设客运站，方便换乘。"]


@pytest.mark.parametrize(
    "item",
    [
        "4.推进乡镇卫生院标准化建设，配齐全科医生和检验设备，扩大家庭医生签约",
        "4.清理涉企收费项目，公布收费目录清单，对违规收费的行业协会依法予以查处并责令退",
        "4.扩大高标准农田建设规模，同步推进土壤改良和节水灌溉，健全建后管护机",
    ],
)
def test_an_item_cut_by_a_page(item: str) -> None:
    """An item without a stop goes on in the next line where the items of the file are sentences."""
    assert cleaned(*ITEMS, item, "— 3 —", "制，覆盖全县。")[3] == item + "制，覆盖全县。"


def test_titles_among_items_are_not_cut() -> None:
    """A short title among items that are sentences stays a title, and so does any where titles are the rule."""
    title = "4.建设消防队站，补齐装备短板"
    long = [f"（{n}）健全湿地保护修复制度和管护体系，全面提升生态系统质量与稳定" for n in "一二三四五"]
    lines = [line for one in long for line in (one, "全市湿地面积稳定。")]

    assert cleaned(*ITEMS, title, "全县新建消防站3座。")[3] == title
    assert cleaned(*lines) == lines


def _wrapped(line: str, width: int) -> list[str]:
    return [line[at : at + width] for at in range(0, len(line), width)]


@pytest.mark.parametrize("width", [30, 36, 40])
def test_lines_of_one_width(width: int) -> None:
    """Lines that are all cut at one width are paragraphs again, the titles between them stay."""
    text = (
        "1.推进城乡供水一体化工程建设并统筹实施水源保护水厂改造管网延伸三类项目让农村居民用上与城区同质同价的自来水"
        "完善水费计收和水质监测制度以及应急备用水源调度机制确保干旱年份群众饮水安全有保障",
        "2.支持养老机构和医疗机构签约合作并为入住老年人建立健康档案开展定期巡诊用药指导康复护理和急救转诊等服务"
        "推动医养结合床位与长期护理保险制度衔接并对开展居家上门护理的机构给予运营补助支持",
        "3.鼓励职业院校与本地装备制造企业共建实训基地并按照订单培养数控焊接检测等紧缺工种的高技能人才队伍"
        "对取得职业技能等级证书的学员按照规定发放培训补贴并优先推荐到本地重点企业就业上岗。",
    )
    lines = [cut for number in range(3) for cut in ("二、重点任务", *_wrapped(text[number], width))]

    assert cleaned(*lines) == [line for number in range(3) for line in ("二、重点任务", text[number])]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("三、推进城乡供水一体化和", "水质提升", True),
        ("（二）完善覆盖城乡居民的多层次社会保障体系建设的", "长效机制", True),
        ("第四章 建设“山水林田湖草沙”一体化保护修复示范区（2025—", "2030年）", True),
        ("一、总体要求", "指导思想", False),
        ("（三）发展林下经济", "（四）发展冷水鱼", False),
    ],
)
def test_headings_of_two_marked_lines(first: str, second: str, joined: bool) -> None:
    """A marked heading goes on in the next marked line where it is open or its line is full."""
    found = texts(clean(read(f"# {first}\n\n# {second}\n\n建设水厂。".encode()).blocks))

    assert found[:-1] == ([first + second] if joined else [first, second])


def test_a_title_of_two_marked_lines() -> None:
    """The title of a document over two marked lines is one; a heading after it is not part of it."""
    found = texts(clean(read("# 青岚县冷链物流\n\n# 高质量发展规划\n\n# 一、目标".encode()).blocks))

    assert found == ["青岚县冷链物流高质量发展规划", "一、目标"]


def test_copies_of_lines() -> None:
    """A line that is said twice in a row stands once; short lines and later ones stay."""
    lines = ["（一）建设口袋公园和绿道", "（一）建设口袋公园和绿道", "新增绿地。", "新增绿地。"]

    assert cleaned(*lines, lines[0]) == [lines[0], *lines[2:], lines[0]]


def test_heads_inside_sentences() -> None:
    """A head that breaks three sentences goes, a copy outside of them stays; a heading that comes back stays."""
    head = "临江省人民政府公报二〇二五年"
    cut = "全省加快建设现代化水网，统筹推进重大引调水工程和大型灌"
    broken = [line for _ in range(3) for line in (cut, head, "区建设，提高供水保障能力。")]
    again = [line for _ in range(3) for line in ("全省供水能力稳步提高。", "重点任务与工作举措", "新建水库。")]

    assert cleaned(head, *broken) == [head, *[cut + "区建设，提高供水保障能力。"] * 3]
    assert cleaned(*again) == again


def test_paragraphs_between_spaces() -> None:
    """A text in one line with spaces between its paragraphs is cut at them; stray spaces cut nothing."""
    items = [
        "一、重点任务",
        *(f"（{n}）建设{what}。全县新建改建一批{what}，完善运行管护机制，加强人员培训和安全检查，提高服务质量和覆盖水平，方便群众就近使用。"
          for n, what in zip("一二三四", ("农家书屋", "健身步道", "养老驿站", "充电设施"), strict=True)),
        "二、保障措施",
        "各镇人民政府要落实资金和用地，加强宣传引导，及时总结推广经验。",
    ]  # fmt: skip
    stray = "全县 新建 道路 120 公里，改造 管网 30 公里。" * 14

    assert cleaned(" ".join(items)) == items
    assert len(cleaned(stray)) == 1
