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
_OPENINGS = (  # of reports, and of what stands beside tables for Neo4j
    "读取报告：读到什么，没读到什么", "Reading report: what was read and what was not",
    "装入 Neo4j · Loading into Neo4j",
)  # fmt: skip
_TABLE = re.compile(r"\ufeff?[^\r\n]{5,300},(?:起,止,原文,正文哈希,标识|start,end,quote,text,id)\r?\n")
_IMPORT = re.compile(r"(?:iri:ID|:START_ID,:END_ID),[^\r\n]{0,500},:(?:LABEL|TYPE)\r?\n")  # for Neo4j
_ANSWERS = (frozenset(("文件", "原文")), frozenset(("document", "quote")))
_SUMS = "SHA256SUMS"  # beside exports
_SUM = re.compile("[0-9a-f]{64}  ")
_NETWORK = re.compile(r"<(?:gexf|graphml)\b")
_GRAPH = "w3id.org/guitu/"
_AUTHOR = re.compile(rb"<dc:creator(?:\s[^<>]{0,200})?>Guitu</dc:creator>")
_CORE, _BOOK = "docProps/core.xml", "xl/workbook.xml"
_WORDS = re.compile('<sheet [^<>]{0,300}name="名录".{0,2000}guitu_sheet'.encode(), re.DOTALL)


def is_own(data: bytes, name: str) -> bool:
    """Whether a file is an export or a report of Guitu, by what it holds; `name` tells its format."""
    suffix = name.rpartition(".")[2].lower()
    if data.startswith(b"PK\x03\x04"):
        return (suffix == "docx" and _holds(data, _CORE, _AUTHOR)) or (suffix == "xlsx" and _holds(data, _BOOK, _WORDS))
    head = data[:_HEAD].decode("utf-8", "ignore")
    if suffix in ("ttl", "trig", "nq", "nt", "jsonld", "rdf", "json", "xml"):
        return _GRAPH in head
    if suffix in ("graphml", "gexf"):
        return bool(_NETWORK.search(head))
    return (
        ("<title>" in head and bool(_PAGE.search(head)))
        or head.lstrip("\ufeff# ").startswith(_OPENINGS)
        or (suffix == "csv" and bool(_TABLE.match(head) or _IMPORT.match(head) or _is_answer(head)))
        or (suffix == "tsv" and head.startswith("#curie_map:") and _GRAPH in head)
        or (name == _SUMS and bool(_SUM.match(head)))
    )


def _is_answer(head: str) -> bool:
    """Whether a table is the answer to a question: each row names its document and quotes it."""
    headings = head.removeprefix("\ufeff").split("\n", 1)[0].strip().split(",")
    return any(both <= {*headings} for both in _ANSWERS)


def _holds(data: bytes, part: str, mark: re.Pattern[bytes]) -> bool:
    """Whether a part of an office file has a mark: the author of a letter, the sheet of words to teach."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if packed.getinfo(part).file_size > _LARGEST_PART:
                return False
            return bool(mark.search(packed.read(part)))
    except (*UNZIPPABLE, KeyError):
        return False
