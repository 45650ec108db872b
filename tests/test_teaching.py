"""An office teaches its own bureaus: from many unknown agencies to none, in one round, by the workbook."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

GUITU = (sys.executable, "-c", "from guitu.exports.command.cli import main; main()")
BUREAUS = {
    "市低空办": "云州市低空经济发展办公室", "市招商专班": "云州市招商引资工作专班", "市算力中心": "云州市算力调度中心",
    "市渔港处": "云州市渔港管理处", "市古城办": "云州市古城保护办公室", "市康养专班": "云州市康养产业专班",
    "市湖长办": "云州市湖长制办公室", "市夜经办": "云州市夜间经济办公室", "市种业中心": "云州市种业创新中心",
    "市园艺站": "云州市园艺推广站", "市智造专班": "云州市智能制造专班", "市驿站办": "云州市绿道驿站办公室",
}  # fmt: skip


def guitu(*words: object, code: int = 0) -> str:
    done = subprocess.run([*GUITU, *map(str, words), "--lang", "zh"], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


def gaps(store: Path) -> list[dict[str, str]]:
    told = json.loads(guitu("ask", "gaps", "--store", store, "--format", "json"))
    return [one for one in told if "未知机构" in one.values()]


def manifest(store: Path) -> str:
    code = (
        "import sys, pathlib; from guitu.graph.keep import folder, generations;"
        "print(generations.current(folder.find(pathlib.Path(sys.argv[1]))).manifest)"
    )
    return subprocess.run([sys.executable, "-c", code, store], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A store of four plans of a city that name twelve bureaus of which the registry knows nothing."""
    (tmp_path / "规划").mkdir()
    names = list(BUREAUS)
    for plan, field in enumerate(("低空经济", "滨水空间", "古城更新", "现代农业")):
        duties = (f"（{at}）任务{at}。推进第{at}项工作。（牵头单位：{names[(plan + at) % 12]}）" for at in range(1, 11))
        text = f"云州市{field}发展行动方案\n\n一、主要任务\n" + "\n".join(duties) + "\n"
        (tmp_path / "规划" / f"云州市{field}发展行动方案.txt").write_text(text, encoding="utf-8")
    guitu("build", tmp_path / "规划", "--store", tmp_path / "图谱")
    return tmp_path


def test_one_round_by_the_workbook_leaves_no_bureau_unknown(office: Path) -> None:
    store, words = office / "图谱", office / "名录.xlsx"
    assert len(gaps(store)) == 40

    guitu("teach", "--store", store, "-o", words)
    book = openpyxl.load_workbook(words)
    rows = [row for row in book.worksheets[0].iter_rows() if row[0].value == "机构"]
    assert {row[2].value for row in rows} == {*BUREAUS}
    for row in rows:
        row[1].value = BUREAUS[str(row[2].value)]
    book.save(words)
    assert "12 个词" in guitu("teach", words, "--store", store)

    owners = json.loads(guitu("ask", "owners", "--store", store, "--format", "json"))
    assert not gaps(store)
    assert {one["agency"] for one in owners} == {*BUREAUS.values()}
    assert "全部属实" in guitu("verify", "--store", store)


@pytest.mark.parametrize(
    ("name", "short"),
    [("云州市直播电商中心", "市直播中心"), ("昆山市直播电商中心", "直播中心"), ("昆山市直播电商中心", "市直播中心")],
)
def test_a_name_that_begins_with_its_place_is_of_that_place(name: str, short: str, tmp_path: Path) -> None:
    """Also where 辖区 was left empty: the place is never said twice, and no other city gets its bureau."""
    for city in ("云州市", "昆山市"):
        text = f"{city}电商方案\n\n一、任务\n（一）建场。建起基地3座。（责任单位：{short}）\n"
        (tmp_path / f"{city}电商方案.txt").write_text(text, encoding="utf-8")
    words = tmp_path / "词.csv"
    words.write_text(f"类型,名称,简称\n机构,{name},{short}\n", encoding="utf-8")
    guitu("build", *tmp_path.glob("*.txt"), "--store", tmp_path / "图谱")
    guitu("teach", words, "--store", tmp_path / "图谱")

    owners = json.loads(guitu("ask", "owners", "--store", tmp_path / "图谱", "--format", "json"))
    of = {one["document"][:3]: one["agency"] for one in owners}
    assert of[name[:3]] == name
    assert all(agency == name or "电商" not in agency for agency in of.values())


def test_what_was_taught_goes_with_the_store_and_holds_for_what_comes(office: Path) -> None:
    store, words = office / "图谱", office / "词.csv"
    words.write_text("类型,名称,简称,辖区\n机构,云州市低空经济发展办公室,市低空办,云州市\n", encoding="gbk")
    guitu("teach", words, "--store", store)
    moved = store.rename(office / "新址")
    new = office / "云州市通用航空实施方案.txt"
    new.write_text(
        "云州市通用航空实施方案\n\n一、任务\n（一）建场。建起降场3座。（责任单位：市低空办）\n", encoding="utf-8"
    )

    guitu("add", new, "--store", moved)

    assert "云州市低空经济发展办公室" in guitu("ask", "owners", "建场", "--store", moved)


@pytest.mark.parametrize(
    ("taught", "again"),
    [
        ("机构,云州市低空经济发展办公室,市低空办,云州市", 3),  # two name it, the plan of its field has its first word
        ("机构,云州市渔港管理处,市渔港处,云州市", 3),
        ("主题,滨水空间,水岸,", 1),
        ("行政区划,石桥县,,", 0),
    ],
)
def test_only_what_words_touch_is_read_again(office: Path, taught: str, again: int) -> None:
    """And the graph is the one that comes of reading everything with them."""
    words = office / "词.csv"
    words.write_text(f"类型,名称,简称,辖区\n{taught}\n", encoding="utf-8")

    told = guitu("teach", words, "--store", office / "图谱")

    at_once = office / "名录"
    at_once.mkdir()
    words.rename(at_once / words.name)
    guitu("build", office / "规划", "--store", office / "二", "--registry", at_once)
    assert f"新读来源 {again} 个" in told
    assert manifest(office / "图谱") == manifest(office / "二")


def test_a_slip_leaves_everything_as_it_was(office: Path) -> None:
    store, words = office / "图谱", office / "词.csv"
    words.write_text("类型,名称,简称\n机构,云州市低空经济发展办公室,市低空办\n部门,市湖长办,\n", encoding="utf-8")

    told = guitu("teach", words, "--store", store, code=1)

    assert "词.csv:3：这个词教不了：没有“部门”这种类型" in told
    assert not (store / "registry").exists()


def test_a_store_whose_words_were_damaged_says_where(office: Path) -> None:
    store = office / "图谱"
    (store / "registry").mkdir()
    (store / "registry" / "词.csv").write_text("类型,名称\n部门,市湖长办\n", encoding="utf-8")

    told = guitu("ask", "owners", "--store", store, code=1)

    assert "词.csv:2" in told
    assert "Traceback" not in told


def test_a_registry_beside_the_documents_holds_exactly_its_files(office: Path) -> None:
    folder = office / "名录"
    folder.mkdir()
    (folder / "词.csv").write_text("类型,名称,简称\n机构,低空经济发展办公室,低空办\n", encoding="utf-8")
    guitu("build", "--registry", folder, office / "规划", "--store", office / "二")  # in any order
    assert len(gaps(office / "二")) < 40

    (folder / "词.csv").rename(folder / "新词.csv")
    guitu("update", "--store", office / "二", "--registry", folder)

    assert [path.name for path in (office / "二" / "registry").iterdir()] == ["新词.csv"]


def test_a_registry_folder_takes_the_filled_workbook(office: Path) -> None:
    """As `guitu teach` wrote it; a Turtle file of another name is told, with those that there are."""
    folder = office / "名录"
    folder.mkdir()
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("类型", "名称", "简称"), *(("机构", name, short) for short, name in BUREAUS.items())):
        book.active.append(row)
    book.save(folder / "名录.xlsx")
    (folder / "~$名录.xlsx").write_bytes(b"open in Excel")
    guitu("build", office / "规划", "--store", office / "二", "--registry", folder)

    assert gaps(office / "二") == []
    (folder / "本单位.ttl").write_text("", "utf-8")
    told = guitu("build", office / "规划", "--store", office / "三", "--registry", folder, code=1)
    assert "本单位.ttl:1：名录里没有这个名称的文件，可用 agencies-as-written, agencies-by-place, agencies-local" in told
