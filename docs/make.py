"""Builds the documentation: the pages of this folder, and references made from what they describe.

    python docs/make.py [-o docs-site]

The commands are told by their own help (`command_page`), the questions by the heads of their queries, the vocabulary by
the ontology.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import command_page
from ontology_page import DIAGRAM, Page

from guitu.exports.command.questions import example, usage
from guitu.exports.speech.messages import message
from guitu.graph.ask.query import GROUPS, questions

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
_PRE = re.compile("<pre.*?</pre>", re.DOTALL)
_CHINESE = "[\u3000-\u303f一-鿿\uff00-\uffef”]"
_JOINT = re.compile(f"^((?![#|]).*{_CHINESE})\n *(?={_CHINESE}|“)", re.MULTILINE)
_NARROW = re.compile("[“”‘’…—·→×±]")  # one column of a console, two of a Chinese font
_SHIM = "https://unpkg.com/iframe-worker/shim"  # the one thing that the theme would load; a copy lies in style/


def main(args: Sequence[str] | None = None) -> None:
    """Gathers the pages in a folder aside, and builds the site of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs-site")
    site = parser.parse_args(args).output.resolve()
    with tempfile.TemporaryDirectory() as aside:
        gather(Path(aside))
        env = {**os.environ, "GUITU_DOCS": aside, "GUITU_SITE": str(site), "NO_MKDOCS_2_WARNING": "1"}
        config = ROOT / ".package/mkdocs.yml"
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-c", "-f", str(config)], check=True, env=env)
    for page in site.rglob("*.html"):
        up = "../" * (len(page.relative_to(site).parts) - 1)
        local = page.read_text("utf-8").replace(_SHIM, f"{up}style/iframe-worker.js")
        page.write_text(_PRE.sub(lambda block: _NARROW.sub(r'<i class="narrow">\g<0></i>', block[0]), local), "utf-8")
    print(site / "index.html")


def gather(folder: Path) -> None:
    """All pages below a folder: those written, and the references."""
    shutil.copytree(DOCS, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    first = (DOCS / "zh/index.md").read_text("utf-8")  # the Chinese one is the first of all
    (folder / "index.md").write_text(first.replace("](", "](zh/").replace("](zh/../", "]("), "utf-8")
    (folder / "zh/index.md").unlink()
    reference = folder / "reference"
    reference.mkdir(exist_ok=True)
    for page in folder.rglob("*.md"):
        page.write_text(joined(page.read_text("utf-8")), "utf-8")
    ontology = Page.read()
    (reference / DIAGRAM).write_text(ontology.diagram(), "utf-8")
    for name, made in (("commands", command_page.page()), ("questions", asked()), ("vocabulary", ontology.text())):
        (reference / f"{name}.md").write_text(made, "utf-8")


def joined(text: str) -> str:
    """A page whose lines of Chinese join without a space; code, tables and headings stay as they are.

    >>> joined("# 规图\\n哪份文件，\\n谁负责\\n```\\n甲\\n乙\\n```\\n")
    '# 规图\\n哪份文件，谁负责\\n```\\n甲\\n乙\\n```\\n'
    """
    blocks = re.split(r"(^```.*?^```$)", text, flags=re.MULTILINE | re.DOTALL)
    return "".join(one if one.startswith("```") else _JOINT.sub(r"\1", one) for one in blocks)


def asked() -> str:
    """Every question by its group: how it is typed, what it asks, what its columns are."""
    parts = [
        "# 问题 Questions\n\n`guitu ask 名称 …`，中文名、英文名都可以；[方括号]内的可以不写。\n"
        "By its Chinese or its English name; what stands in [brackets] may be left out.\n"
    ]
    for group in GROUPS:
        parts.append(f"## {message('zh', f'group {group}')} · {message('en', f'group {group}')}\n")
        for one in questions().values():
            if one.group == group:
                parts += [
                    f"### {one.name_zh} · {one.name}\n",
                    f"{one.asks['zh']}  \n{one.asks['en']}\n",
                    f"```text\nguitu ask {usage(one, 'zh')}\nguitu ask {usage(one, 'en')}\n```\n",
                    f"例 Example: `{example(one, 'zh')}`\n",
                    f"列 Columns: {'、'.join(one.headings['zh'])}  \n{', '.join(one.headings['en'])}\n",
                ]
    return "\n".join(parts)


if __name__ == "__main__":
    main()
