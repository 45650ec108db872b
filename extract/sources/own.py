"""What Guitu has written itself, lying beside the documents: pages, sheets, tables and graphs, no plans.

A workbook of tasks is none of these: it is read back (`guitu.extract.returned`).
"""

from __future__ import annotations

import io
import re
import zipfile

from guitu.extract.formats import UNZIPPABLE

_HEAD = 4096  # bytes in which a file says what it is
_LARGEST_PART = 100_000
_PAGE = re.compile("<title>[^<]{0,60}Guitu[^<]{0,40}</title>")
_REPORTS = ("读取报告：读到什么，没读到什么", "Reading report: what was read and what was not")
_TABLE = re.compile(r"\ufeff?[^\r\n]{5,300},(?:起,止,原文,正文哈希,标识|start,end,quote,text,id)\r?\n")
_NETWORK = re.compile(r"<(?:gexf|graphml)\b")
_GRAPH = "w3id.org/guitu/"
_AUTHOR = re.compile(rb"<dc:creator(?:\s[^<>]{0,200})?>Guitu</dc:creator>")
_CORE = "docProps/core.xml"


def is_own(data: bytes, name: str) -> bool:
    """Whether a file is an export or a report of Guitu, by what it holds; `name` tells its format."""
    suffix = name.rpartition(".")[2].lower()
    if data.startswith(b"PK\x03\x04"):
        return suffix == "docx" and _by_guitu(data)
    head = data[:_HEAD].decode("utf-8", "ignore")
    if suffix in ("ttl", "trig", "nq", "nt", "jsonld", "rdf", "json", "xml"):
        return _GRAPH in head
    if suffix in ("graphml", "gexf"):
        return bool(_NETWORK.search(head))
    return (
        ("<title>" in head and bool(_PAGE.search(head)))
        or head.lstrip("\ufeff# ").startswith(_REPORTS)
        or (suffix == "csv" and bool(_TABLE.match(head)))
    )


def _by_guitu(data: bytes) -> bool:
    """Whether the properties of a Word file name Guitu as its author."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if packed.getinfo(_CORE).file_size > _LARGEST_PART:
                return False
            return bool(_AUTHOR.search(packed.read(_CORE)))
    except (*UNZIPPABLE, KeyError):
        return False
