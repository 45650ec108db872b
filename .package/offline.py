"""Makes the zip for closed offices: all wheels of a platform, scripts that install them without a network or rights.

python .package/offline.py PLATFORM [--python 3.11] [-o dist]    # win_amd64, manylinux_2_28_x86_64, macosx_13_0_arm64
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILES = {
    "start.py": "start.py", "install.sh": "install.sh", "install.cmd": "安装.cmd", "python.cmd": "python.cmd",
    "drop.cmd": "规图.cmd", "command.cmd": "guitu.cmd", "readme.txt": "说明.txt",
}  # fmt: skip
DAY = (2020, 1, 1, 0, 0, 0)  # of every member: the same wheels make the same zip


def main(args: Sequence[str] | None = None) -> Path:
    """Makes the zip and gives its path."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("platform")
    parser.add_argument("--python", default="{}.{}".format(*sys.version_info), help="version, as 3.11")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist")
    given = parser.parse_args(args)
    with tempfile.TemporaryDirectory() as aside:
        wheels = Path(aside)
        pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
        fetch(["pip", *needed(given.platform)], given.platform, given.python, wheels)
        return packed(wheels, given.platform, given.python, given.output)


def needed(platform: str) -> Iterator[str]:
    """The packages that running needs on a platform."""
    for line in (ROOT / ".package/running.txt").read_text("utf-8").splitlines():
        name, _, marker = line.partition(";")
        if name.strip() and not name.startswith("#") and (not marker or platform.startswith("win")):
            yield name.strip()


def tags(platform: str) -> list[str]:
    """The platforms whose wheels run on one.

    >>> tags("win_amd64"), tags("manylinux_2_17_x86_64")[:2]
    (['win_amd64'], ['manylinux_2_17_x86_64', 'manylinux_2_16_x86_64'])
    >>> tags("macosx_13_0_arm64")[:3]
    ['macosx_13_0_arm64', 'macosx_13_0_universal2', 'macosx_12_0_arm64']
    """
    if mac := re.fullmatch(r"macosx_(\d+)_0_(\w+)", platform):
        versions = [f"{major}_0" for major in range(int(mac[1]), 10, -1)] + [
            f"10_{minor}" for minor in range(15, 8, -1)
        ]
        return [f"macosx_{version}_{machine}" for version in versions for machine in (mac[2], "universal2")]
    found = re.fullmatch(r"manylinux_2_(\d+)_(\w+)", platform)
    if not found:
        return [platform]
    newest, machine = int(found[1]), found[2]
    old = [f"manylinux2014_{machine}"] if newest >= 17 else []
    return [f"manylinux_2_{minor}_{machine}" for minor in range(newest, 4, -1)] + old


def fetch(wanted: Sequence[str], platform: str, python: str, folder: Path) -> None:
    """The wheels of packages, all at once where all are published as wheels; one that is published as source only is
    built, if it is the same on every platform."""
    before = set(folder.iterdir())
    pinned = ["--constraint", str(ROOT / "constraints.txt"), "--no-deps", *wanted]
    platforms = [word for tag in tags(platform) for word in ("--platform", tag)]
    try:
        pip("download", "--only-binary=:all:", "--python-version", python, *platforms, "--dest", str(folder), *pinned)
    except subprocess.CalledProcessError:
        for one in wanted if len(wanted) > 1 else ():
            fetch([one], platform, python, folder)
        if len(wanted) == 1:
            pip("wheel", "--wheel-dir", str(folder), *pinned)
            if not all(path.name.endswith("-none-any.whl") for path in set(folder.iterdir()) - before):
                raise


def pip(*args: str) -> None:
    """Runs pip; CalledProcessError where it fails."""
    subprocess.run([sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *args], check=True)


def packed(wheels: Path, platform: str, python: str, output: Path) -> Path:
    """The zip of the wheels and the scripts."""
    version = next(wheels.glob("guitu-*.whl")).name.split("-")[1]
    top = f"guitu-{version}-{platform}"
    output.mkdir(parents=True, exist_ok=True)
    path = output / f"{top}-py{python.replace('.', '')}.zip"
    names = sorted(wheels.glob("*.whl"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for wheel in names:
            _add(bundle, f"{top}/wheels/{wheel.name}", wheel.read_bytes(), zipfile.ZIP_STORED)
        _add(bundle, f"{top}/wheels/all.txt", "".join(f"wheels/{one.name}\n" for one in names).encode())
        for source, name in FILES.items():
            _add(bundle, f"{top}/{name}", _text(source, platform, python))
    print(path)
    return path


def _text(source: str, platform: str, python: str) -> bytes:
    text = (ROOT / ".package/offline" / source).read_text("utf-8")
    told = {"PLATFORM": platform, "PYTHON": python, "TUPLE": python.replace(".", ", "), "INSTALL": FILES["install.cmd"]}
    for name, value in told.items():
        text = text.replace(f"@{name}@", value)
    if source.endswith((".cmd", ".txt")):
        text = text.replace("\n", "\r\n")
    return text.encode("utf-8-sig" if source.endswith(".txt") else "utf-8")


def _add(bundle: zipfile.ZipFile, name: str, data: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    member = zipfile.ZipInfo(name, DAY)
    member.external_attr = (0o755 if name.endswith(".sh") else 0o644) << 16
    bundle.writestr(member, data, how)


if __name__ == "__main__":
    main()
