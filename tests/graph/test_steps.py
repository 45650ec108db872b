"""Documents come and go one by one; the store remembers what it was told, and each step is a generation."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from guitu.extract.errors import QueryError, StoreError
from guitu.graph.ask.history import changes
from guitu.graph.build import add, build, correct, log_of, remove, update
from guitu.graph.corrections.decide import decide
from guitu.graph.corrections.held import Held
from guitu.graph.corrections.wishes import Signature
from guitu.graph.keep import engine, folder, generations
from guitu.graph.keep.forget import forget
from guitu.graph.keep.store import Store
from guitu.graph.reading.reading import Read

OTHER = "临江省水安全规划\n任务 保护水源地\n"
THIRD = "青岚县防洪规划\n任务 加固堤防 由县水利局负责\n目标 水库数量 9 座\n"
WHOLE = "云州市综合规划\n任务 总体推进\n附件\n"


def graph(store: Path) -> str:
    """The name of the current graph, which its content gives."""
    found = generations.current(folder.find(store))
    assert found
    return found.manifest


def test_one_by_one_or_at_once(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """The order in which documents come, and those that came and went, do not show in the bytes."""
    place = write("in", a=plan, b=OTHER, c=WHOLE + plan.replace("12", "13"))
    gone = write("gone", d=THIRD)
    build([place], tmp_path / "once", read=read)
    wanted = list(Store.open(tmp_path / "once").quads())
    for number, order in enumerate(permutations(sorted(place.iterdir()))):
        store = tmp_path / str(number)
        for file in (order[0], gone / "d.txt", *order[1:]):
            add([file], store, read=read)
        remove(["青岚县防洪规划"], store)

        assert list(Store.open(store).quads()) == wanted
        assert graph(store) == graph(tmp_path / "once")
        assert len(Store.open(store)) == len(wanted)


def test_the_engine_holds_what_the_shards_say(
    tmp_path: Path, write: Callable[..., Path], plan: str, read: Read
) -> None:
    """A line that two documents have stays until the last of them has gone."""
    place = write(
        "in", a=plan, b=plan.replace("云府发〔2021〕7号", "云府发〔2024〕9号").replace("十四五", "十五五"), c=THIRD
    )
    files = sorted(place.iterdir())
    store = tmp_path / "store"
    build([place], store, read=read)
    for file in files[:2]:
        remove([str(file)], store)
        opened = Store.open(store)
        made = Store.memory(opened.quads())
        everything = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
        assert sorted(map(str, opened.query(everything).rows)) == sorted(map(str, made.query(everything).rows))


def test_a_new_version_takes_the_place_of_the_old(
    tmp_path: Path, write: Callable[..., Path], plan: str, read: Read
) -> None:
    """A file that lies where a known one lay is that document's new version; others stay."""
    place = write("in", a=plan, b=OTHER)
    build([place], tmp_path / "store", read=read)
    write("in", a=plan.replace("12 座", "15 座"))
    report = add([place / "a.txt"], tmp_path / "store", read=read)

    assert (report.read, report.documents, report.changed) == (1, 2, ("云府发〔2021〕7号",))
    assert "目标值提高" in [row[1] for row in changes(folder.find(tmp_path / "store"), 1).rows]


def test_update_looks_again(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """What changed or is new in a known folder is read; what has gone keeps its reading and is told."""
    place = write("in", a=plan, b=OTHER)
    add([place], tmp_path / "store", read=read)
    write("in", a=plan.replace("12", "15"), c=THIRD)
    (place / "b.txt").unlink()
    report = update(tmp_path / "store", read=read)

    assert (report.read, report.documents, report.kept) == (2, 3, ("b.txt",))
    assert [(problem.where, problem.remedy) for problem in report.problems] == [("b.txt", "guitu remove NAME")]
    assert update(tmp_path / "store", read=read).generation == report.generation


def test_what_cannot_be_read_today_stays(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A known source that is damaged today keeps its last reading, also where everything is built anew."""
    place = write("in", a=plan, b=OTHER)
    build([place], tmp_path / "store", read=read)
    before = graph(tmp_path / "store")
    write("in", b="坏")
    report = build([place], tmp_path / "store", read=read, replaced=False)

    assert ([problem.where for problem in report.problems], report.kept) == (["b.txt"], ("b.txt",))
    assert graph(tmp_path / "store") == before


def test_a_build_names_what_would_go(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """Documents leave by a build only where that is asked for; the store is left as it was."""
    place = write("in", a=plan, b=OTHER)
    build([place], tmp_path / "store", read=read)
    before = graph(tmp_path / "store")
    with pytest.raises(StoreError, match="1 documents would go: 临江省水安全规划"):
        build([place / "a.txt"], tmp_path / "store", read=read, replaced=False)

    assert graph(tmp_path / "store") == before
    assert build([place / "a.txt"], tmp_path / "store", read=read).documents == 1


def test_remove(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """By title, number, key, file or folder; one document of a file with several leaves the others."""
    place = write("in", a=plan, b=OTHER, c=WHOLE + "云州市湿地规划\n任务 修复湿地\n")
    store = tmp_path / "store"
    build([place], store, read=read)
    assert build([place], store, read=read).documents == 4

    assert remove(["湿地规划"], store).went == ("云州市湿地规划",)
    assert update(store, read=read).documents == 3
    assert remove([str(place / "a.txt"), "临江省水安全规划"], store).documents == 1
    for name, said in (("没有的文件", "no document or source"), ("", "no document or source")):
        with pytest.raises(QueryError, match=said):
            remove([name], store)
    assert remove([str(place)], store).documents == 0
    assert len(list(Store.open(store).quads())) == len(Store.open(store))


def test_what_was_removed_stays_out(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A removed file may still lie in a folder that is known: only who names it or builds anew gets it back."""
    place, store = write("in", a=plan, b=OTHER, c=THIRD), tmp_path / "store"
    build([place], store, read=read)
    remove(["b.txt", "青岚县防洪规划"], store)
    write("in", b=OTHER + "任务 修路\n", d="云州市湿地规划\n任务 修复湿地\n")
    assert update(store, read=read).came == ("云州市湿地规划",)
    assert add([place / "b.txt"], store, read=read).documents == 3
    assert update(store, read=read).documents == 3
    assert build([place], store, read=read).documents == 4


def test_nothing_changed_is_no_generation(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A step that changes nothing leaves no trace."""
    place = write("in", a=plan)
    for _ in range(3):
        assert build([place], tmp_path / "store", read=read).generation == 1
        assert add([place], tmp_path / "store", read=read).generation == 1


def test_log_and_forget(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """Each step is kept with what came and went until it is forgotten; the current one always stays."""
    place = write("in", a=plan, b=OTHER)
    store = tmp_path / "store"
    add([place / "a.txt"], store, read=read)
    add([place / "b.txt"], store, read=read)
    remove(["b.txt"], store)
    steps = list(generations.history(folder.find(store)))

    assert [(one.number, one.command, one.came, one.went) for one in steps] == [
        (1, "add", ("云府发〔2021〕7号",), ()),
        (2, "add", ("临江省水安全规划",), ()),
        (3, "remove", (), ("临江省水安全规划",)),
    ]
    assert [row[:2] for row in changes(folder.find(store), 2).rows] == [("临江省水安全规划", "文件撤下")]
    assert forget(store)[0] == 2
    assert [one.number for one in generations.history(folder.find(store))] == [3]
    with pytest.raises(StoreError, match="no such generation"):
        changes(folder.find(store), 1)
    assert add([place / "b.txt"], store, read=read).generation == 4


def test_the_store_remembers(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """The base and the decisions that it was told once hold for later steps."""
    place = write("in", a=plan, b=OTHER)
    table = tmp_path / "names.csv"
    table.write_text("种类,名称一,名称二,判定\n机构,云州市水务局,云州市大数据中心,不同\n", encoding="utf-8")
    build([place / "a.txt"], tmp_path / "store", read=read, base="http://example.org/")
    signed = Signature("", date(2026, 3, 1), "", table.name)
    correct(
        tmp_path / "store",
        decide(table, Held(Store.open(tmp_path / "store"), log_of(tmp_path / "store")[0]), (), signed).new,
    )
    add([place / "b.txt"], tmp_path / "store", read=read)
    lines = list(Store.open(tmp_path / "store").quads())

    assert not [line for line in lines if "w3id.org/guitu/id" in line]
    assert [line for line in lines if "人工判定" in line]


def test_a_moved_store(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A store is the same in another folder."""
    place = write("in", a=plan)
    add([place], tmp_path / "store", read=read)
    shutil.move(tmp_path / "store", tmp_path / "moved")
    before = graph(tmp_path / "moved")

    assert update(tmp_path / "moved", read=read).documents == 1
    assert graph(tmp_path / "moved") == before


def test_an_engine_that_was_lost_is_made_again(
    tmp_path: Path, write: Callable[..., Path], plan: str, read: Read
) -> None:
    """Where nothing changed but the engine is damaged, a step makes it anew."""
    place, store = write("in", a=plan), tmp_path / "store"
    build([place], store, read=read)
    wanted = list(Store.open(store).quads())
    shutil.rmtree(folder.find(store).engine(graph(store)) / engine.DATABASE)
    with pytest.raises(StoreError, match="engine"):
        Store.open(store)
    build([place], store, read=read)

    assert len(Store.open(store)) == len(wanted)


def test_an_earlier_layout(tmp_path: Path) -> None:
    """A store of the earlier layout is refused with the command that renews it."""
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "guitu-store").write_text("guitu store 1\n")
    for use in (Store.open, folder.prepare):
        with pytest.raises(StoreError, match="earlier version; remove it, and: guitu build"):
            use(tmp_path / "store")


def test_log_tells_what_persons_decided(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A correction is a change of the store, told with what stood and what stands."""
    place, store = write("in", a=plan), tmp_path / "store"
    build([place], store, read=read)
    table = tmp_path / "table.csv"
    table.write_text(
        "文件,任务,更正,原值,新值\n云府发〔2021〕7号,加固沿江堤防,责任单位,市水务局,市应急管理局\n", encoding="utf-8"
    )
    names, log = log_of(store)
    signature = Signature("张三", date(2026, 1, 2), "", "table.csv")
    correct(store, decide(table, Held(Store.open(store), names), log, signature).new)

    assert [row[1:3] for row in changes(folder.find(store), 1).rows] == [("人工更正", "加固沿江堤防")]
