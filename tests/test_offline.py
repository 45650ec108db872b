"""The zip for closed offices: what can be said of it without a network and without Windows."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = ROOT / ".package/offline"


@pytest.fixture(scope="module")
def offline() -> ModuleType:
    """The maker of the zip."""
    spec = importlib.util.spec_from_file_location("offline", ROOT / ".package/offline.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_zip_has_wheels_and_scripts(offline: ModuleType, tmp_path: Path) -> None:
    """The same wheels make the same zip; scripts of Windows are plain ASCII with its ends of lines."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for name in ("guitu-0.2.0-py3-none-any.whl", "pip-26.3-py3-none-any.whl"):
        (wheels / name).write_bytes(b"a wheel")
    one, other = (offline.packed(wheels, "win_amd64", "3.11", tmp_path / name) for name in ("a", "b"))
    with zipfile.ZipFile(one) as bundle:
        names = {name.partition("/")[2] for name in bundle.namelist()}
        scripts = {name: bundle.read(name) for name in bundle.namelist() if name.endswith(".cmd")}

    assert one.name == "guitu-0.2.0-win_amd64-py311.zip"
    assert one.read_bytes() == other.read_bytes()
    assert {"规图.cmd", "安装.cmd", "guitu.cmd", "install.sh", "start.py", "说明.txt", "wheels/all.txt"} <= names
    for name, script in scripts.items():
        assert script.startswith(b"@echo off\r\n"), name
        assert b"\n" not in script.replace(b"\r\n", b""), name
        assert b"@PYTHON@" not in script, name
        text = script.decode("utf-8").replace("安装.cmd", "")
        assert text.isascii(), name  # a console of Windows reads them before it knows UTF-8


def test_each_platform_gets_what_it_needs(offline: ModuleType) -> None:
    """What only Windows needs is not carried to others; a new manylinux takes wheels of the older ones."""
    assert "colorama" in offline.needed("win_amd64")
    assert "colorama" not in offline.needed("manylinux_2_28_x86_64")
    assert offline.tags("win_amd64") == ["win_amd64"]
    assert "manylinux2014_x86_64" in offline.tags("manylinux_2_28_x86_64")
    assert {"macosx_11_0_arm64", "macosx_10_9_universal2"} <= {*offline.tags("macosx_13_0_arm64")}


def test_what_is_no_wheel_is_built_if_it_is_the_same_everywhere(
    offline: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All wheels are asked for at once; only where that fails one by one."""
    asked: list[tuple[str, ...]] = []

    def pip(*args: str) -> None:
        asked.append((args[0], *args[args.index("--no-deps") + 1 :]))
        if args[0] == "download" and "source" in args:
            raise subprocess.CalledProcessError(1, "pip")
        for name in asked[-1][1:]:
            (tmp_path / f"{name}-1-py3-none-any.whl").write_bytes(b"")

    monkeypatch.setattr(offline, "pip", pip)
    offline.fetch(["numpy", "lxml"], "win_amd64", "3.11", tmp_path)
    offline.fetch(["click", "source"], "win_amd64", "3.11", tmp_path)

    assert asked == [
        ("download", "numpy", "lxml"), ("download", "click", "source"), ("download", "click"), ("download", "source"),
        ("wheel", "source"),
    ]  # fmt: skip
    assert len(list(tmp_path.iterdir())) == 4


def test_no_script_hides_the_package() -> None:
    """A script called guitu.py would be imported instead of Guitu."""
    assert not (SCRIPTS / "guitu.py").exists()


def test_what_is_dropped_becomes_a_page_beside_it(tmp_path: Path) -> None:
    """Also in a folder with spaces and Chinese; a second drop adds; nothing dropped is told."""
    place = tmp_path / "我的 文件"
    place.mkdir()
    for name in ("供水", "排水"):
        text = f"云州市{name}规划\n一、主要任务\n（一）改造管网。更新管网30公里。（市水利局牵头）\n"
        (place / f"{name}.txt").write_text(text, "utf-8")
    env = {**os.environ, "BROWSER": "true", "PYTHONUTF8": "1", "LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"}
    for name in ("供水", "排水"):
        command = [sys.executable, str(SCRIPTS / "start.py"), "--drop", str(place / f"{name}.txt")]
        done = subprocess.run(command, capture_output=True, check=False, env=env, text=True)
        assert done.returncode == 0, done.stderr
    asked = [sys.executable, str(SCRIPTS / "start.py"), "ask", "文件", "--store", str(place / "规图图谱")]
    told = subprocess.run(asked, capture_output=True, check=True, env=env, text=True).stdout
    nothing = [sys.executable, str(SCRIPTS / "start.py"), "--drop"]

    demo = [sys.executable, str(SCRIPTS / "start.py"), "demo", "-o", str(tmp_path / "示例")]
    shown = subprocess.run(demo, capture_output=True, check=True, env=env, text=True, cwd=tmp_path).stdout

    here = subprocess.run(
        [*demo[:2], "demo", "-o", str(tmp_path / "二")],
        capture_output=True,
        check=True,
        env=env,
        text=True,
        cwd=SCRIPTS,
    )

    assert f"{SCRIPTS / 'guitu'} ask" in shown  # the commands that it suggests are those beside it
    assert f".{os.sep}guitu ask" in here.stdout
    assert (place / "规图.html").stat().st_size > 100_000
    assert "云州市供水规划" in told
    assert "云州市排水规划" in told
    assert subprocess.run(nothing, capture_output=True, check=False, env=env).returncode == 2
