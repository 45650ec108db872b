"""Reasons that the graph gives, in English: it keeps them in Chinese, the language of what they are about."""

from __future__ import annotations

import re
from functools import cache

_ENGLISH = {
    # duties
    r"官方全称不在名录中：(.+)": r"the official name is not in the registry: \1",
    r"责任条款没有对应的任务": "the duty clause belongs to no task",
    r"责任条款中有未能识别的内容：(.+)": r"the duty clause holds what was not recognised: \1",
    r"责任条款中的期限没有读出": "a deadline in the duty clause was not read",
    r"责任条款中没有读出单位": "no agency was read in the duty clause",
    r"责任单位没有读出": "the responsible agency was not read",
    r"责任词旁的单位没有读出": "the agency beside a word of duty was not read",
    r"责任词的主语没有读出": "who does what a later clause says was not read",
    r"责任词前的单位没有读出": "the agency before the duty word was not read",
    r"责任单位所在行没有对应的任务": "the row of the owners belongs to no task",
    r"目标一章的指标表里有责任单位，没有对应的任务": "a table of indicators under goals names owners, but no task",
    r"责任单位一栏有未能识别的内容": "the column of owners holds what was not recognised",
    r"责任单位一行有未能识别的内容": "the line of owners holds what was not recognised",
    r"有责任单位，没有写任务": "owners are written, but no task",
    r"文件没有说明“(.+)”指哪里，名称按原文保留：(.+)": (
        r"the document does not say which place “\1” means, the names stay as written: \2"
    ),
    r"文件没有说明下列单位属于哪里，名称按原文保留：(.+)": (
        r"the document does not say to which place these agencies belong, the names stay as written: \1"
    ),
    # tables
    r"分工表逐格成行，单位与任务、分工的关系没有读出": (
        "the division table stands one cell a line; how the agency relates to tasks and roles was not read"
    ),
    r"表格逐格成行，各格分不清属于哪一栏，表里的内容没有读出": (
        "the table stands one cell a line; nothing settles which column a cell is of, so nothing of it was read"
    ),
    r"表的各行没有分开各栏，表里的数值没有读出": "the rows of the table have no columns; its amounts were not read",
    r"表里各行的数值没有写明衡量什么，没有读出": "the table gives amounts without saying what of; they were not read",
    r"表里各行的数值没有写明单位，没有读出": "the table gives amounts without their unit; they were not read",
    r"分工表有合并的单元格丢失，有的行分不清单位属于哪一栏，这些单位没有读出": (
        "the table has lost merged cells; where nothing says of which column agencies are, they were not read"
    ),
    r"表格逐格成行，各栏没有对上，指标与单位没有读出": (
        "the table stands one cell a line and its columns do not fit; indicators and agencies were not read"
    ),
    r"表头是单位，没有读出各单位与任务的关系": "agencies head the columns; how they relate to the tasks was not read",
    r"表头是单位，表里的符号没有说明是牵头还是配合": (
        "agencies head the columns; it is not said which of the signs below means lead and which support"
    ),
    r"表里有任务，没有认出哪一列是责任单位": "the table has tasks; which column holds their owners was not recognised",
    r"表里有单位，没有认出哪一列是任务，哪一列是责任单位": (
        "the table has agencies; which columns hold tasks and owners was not recognised"
    ),
    r"表里有责任单位，没有认出哪一列是任务": "the table has owners; which column holds the tasks was not recognised",
    r"表头里没有认出任务和单位两列": "no columns of tasks and agencies were recognised in the head of the table",
    r"指标表的一行没有读成表格": "a row of a table of indicators was not read as one",
    r"指标表里没有能读出的数值": "no value could be read in the table of indicators",
    r"一张指标表挤在一行里，分不清各格，没有读出": (
        "a table of indicators stands in one line; its cells cannot be told apart, it was not read"
    ),
    # numbers
    r"指标的这一格没有读出": "this cell of an indicator was not read",
    r"非指标表里的数值没有读出": "a number in a table of other things was not read",
    r"括注里的数值没有读出": "a number in a bracket was not read",
    r"并列的名称与数值对不上": "the names of the list and its numbers do not match",
    r"条件或支持里的数值没有读成指标": "a number in a condition or a grant is no target",
    r"没有文字说明数值衡量什么": "no words say what the number measures",
    r"只说了约数的数值没有读出": "only roughly told, the number was not read",
    r"两个数的比例没有读出": "a ratio of two numbers was not read",
    r"名称或既有事物的数值没有读出": "the number is in a name or of what exists; it was not read",
    r"翻番、几分之几没有读成数值": "doublings and fractions were not read as numbers",
    r"标题里的数值没有读成指标": "a number in the title of a task was not read as a target",
    r"带单位的数值没有读成指标": "a number with a unit was not read as a target",
    r"预测的数值没有读成指标": "a number that is forecast was not read as a target",
    r"支持的金额没有对应的任务": "the amount of a grant belongs to no task",
    r"支持的金额没有读出": "the amount of a grant was not read",
    r"扶持用语旁的金额没有读成扶持": "an amount beside words of support was not read as a grant",
    # places, citations, metadata
    r"定位了产业的地点没有读出名称": "a place with an assigned industry: its name was not read",
    r"书名号没有配对，文件名没有读出": "a title mark 《 or 》 has no partner; the title was not read",
    r"正文没有标题，标题取自文件名": "the text has no title; it is taken from the name of the file",
    r"标题不像规划、措施或通知": "the title is not like that of a plan, measures or a notice",
    r"只有标题，没有正文": "there is a title and no text",
    # parts of files
    r"表格过大，只读了前(.+)行": r"the table is too large, only its first \1 rows were read",
    r"表格过大（(.+)行），逐行读作文字": r"the table is too large (\1 rows), its rows were read as text",
    r"表格过大，第(.+)行起未读": r"the table is too large, it was not read from row \1 on",
    r"表格总数过大，此表未读": "there are too many tables, this one was not read",
    r"表格第(.+)行过宽，只读了前(.+)列": r"row \1 of the table is too wide, only its first \2 columns were read",
    r"表格过宽，第(.+)行起只读了前(.+)列": r"the table is too wide, from row \1 on only \2 columns were read",
    r"页面模板（template）里的文字没有读出": "words in a template of the page were not read",
    r"文本框（textarea）里的文字没有读出": "words in a text box of the page were not read",
    r"页面脚本（script）里的文字没有读出": "words in a script of the page were not read",
    r"页面里除标题外没有文字，正文可能由脚本载入": ("the page has no words but its title; a script may load the text"),
    r"正文里有(.+)张图片，其中的文字没有读出": r"words in \1 pictures of the text were not read",
    r"页面文字很少，正文可能在图片里（(.+)张），图片没有文字可读": (
        r"the page has few words; the text may be in its \1 pictures, which cannot be read"
    ),
    r"页面的正文在嵌入的文件或页面里，没有读出": "the text lies in an embedded file or page, which was not read",
    r"文件共(.+)页，只读了前(.+)页": r"of \1 pages only the first \2 were read",
    r"文件共(.+)个工作表，只读了前(.+)个": r"of \1 sheets only the first \2 were read",
    r"第(.+)页已损坏，没有读出": r"page \1 is damaged and was not read",
    r"第(.+)页开头一行的“(.+)”是空的，可能与上一页的合并，没有读出": (
        r"in the first row of page \1 the cell of “\2” is empty; it may go on from the page before, it was not read"
    ),
    r"第(.+)页有(.+)处文字没有读出：字体不在文件里，本机也没有": (
        r"on page \1 words at \2 places were not read: the font is neither in the file nor on this machine"
    ),
    r"第(.+)页的文字没有读出：字体不在文件里，本机也没有": (
        r"the words of page \1 were not read: the font is neither in the file nor on this machine"
    ),
    r"第(.+)页有转向的文字，没有读出": r"turned words on page \1 were not read",
    r"第(.+)页的图片里如有文字，没有读出": r"if the pictures of page \1 hold words, they were not read",
    r"第(.+)页的文字没有可用的编码，读出的是乱码": r"the words of page \1 have no usable encoding, they are garbled",
    r"第(.+)页内容过多，没有读完": r"page \1 holds too much, it was not read to its end",
    r"第(.+)页线条过多，没有读出其中的表格": r"page \1 has too many lines, its tables were not read",
    r"第(.+)页是图像，没有认出文字": r"page \1 is a picture in which no words were recognised",
    r"第(.+)页是图像，文字由程序识别，可能有错字，请对照原件": (
        r"the words of page \1 were recognised in pictures and may be wrong: compare the original"
    ),
    r"第(.+)页是图像，没有文字可读": r"page \1 is a picture without text",
    r"第(.+)页有没有框线的表格，没有读成表": r"page \1 has a table without rules, which was not read as one",
    r"第(.+)行起未读：引号没有配对，或单元格过长": (
        r"it was not read from line \1 on: a quotation mark has no partner, or a cell is too long"
    ),
    r"有(.+)个单元格是错误值（(.+)），未读": r"\1 cells hold errors (\2), they were not read",
    r"有(.+)个单元格的公式没有算出值（(.+)），未读": r"\1 cells hold formulas without a value (\2), they were not read",
    r"有(.+)个单元格含划去的文字（(.+)），没有读入": r"\1 cells hold words struck out (\2), which were not read",
    r"合并的单元格过多，没有都按合并读": "there are too many merged cells, not all were read as merged",
    r"有图片或图形，其中的文字未读": "there are pictures or drawings, whose words were not read",
    r"由规图汇总而成，不作文件读；更正请用 guitu correct": (
        "made by Guitu of several documents, it is not read as one; for corrections use guitu correct"
    ),
    r"不是规图写的任务表，未读": "it is no table of tasks that Guitu wrote; it was not read",
    r"工作表“(.+)”是隐藏的，未读": r"sheet “\1” is hidden, it was not read",
    r"工作表“(.+)”过大，未读": r"sheet “\1” is too large, it was not read",
    r"工作表“(.+)”是图表，未读": r"sheet “\1” is a chart, it was not read",
    r"隐藏了(\d+)行，未读": r"\1 hidden rows were not read",
    r"隐藏了(\d+)列，未读": r"\1 hidden columns were not read",
    r"过大，第(.+)行起未读": r"it is too large, and was not read from row \1 on",
    r"第(\d+)张图片未读": r"picture \1 was not read",
    r"第(\d+)个公式未读": r"formula \1 was not read",
    r"第(\d+)个(.+)未读": r"\2 \1 was not read",
    r"划去的文字“(.+)”没有读入": r"words struck out were not read: “\1”",
    # copies
    r"(.+) 中没有任务“(.+)”": r"\1 has no task “\2”",
    r"任务“(.+)”此处为“(.+)”，(.+) 中为“(.+)”": r"of the task “\1” this says “\2”, \3 says “\4”",
    r"只有 (.+) 中有任务“(.+)”（(.+)）": r"only \1 has the task “\2” (\3)",
    r"(.*)此处为“(.+)”，(.+) 中为“(.+)”": r"\1 this says “\2”, \3 says “\4”",
    r"(.*)此处没有，(.+) 中为“(.+)”": r"\1 this says nothing, \2 says “\3”",
    r"此处“(.+)”，(.+) 中为“(.+)”": r"this says “\1”, \2 says “\3”",
    r"(.+) 中没有“(.+)”": r"\1 does not say “\2”",
    r"只有 (.+) 中有“(.+)”": r"only \1 says “\2”",
    r"另有 (\d+) 处与 (.+) 不同": r"\1 more places differ from \2",
    # names of one thing
    r"人工判定": "judged by a person",
    r"人工判定：(.+)": r"judged by a person: \1",
    r"但与判为不同者相连，不合并": "but it is tied to one judged to be another, and not merged",
    r"名录记为同一主题的两种名称": "two names of one topic in the registry",
    r"名录记为同一地点的两种名称": "two names of one place in the registry",
    r"名称只差不改变所度量内容的用词，计量单位同类": (
        "the names differ in words that do not change what is measured; the units are of one kind"
    ),
    r"名称相近、计量单位同类，是否同一指标须人工判定": (
        "like names and units of one kind; whether they are one indicator a person has to judge"
    ),
    r"名称只有标点或字宽之差": "the names differ in punctuation or width of signs",
    r"名称只差“与”“和”": "the names differ in their word for “and”",
    r"名称只差国名、党名或政区通名": "the names differ in the name of the state, the party or the kind of territory",
    r"简称是全称的末尾，其前为所在功能区或本辖区名": (
        "the short name ends the full one; before it stands the zone or the territory"
    ),
    r"简称加类型词即全称，同一辖区内只此一处": "with the word of its kind it is the full name, the only one there",
    r"简称可指多处地点": "the short name can mean several places",
    r"两个名称不出自同一辖区的文件": "the names are not of documents of one territory",
    r"两个名称的地点类型不同": "the names are of places of different kinds",
    r"(\d+)年(.+)机构改革，由后者承接": r"the reform of agencies of \2 in \1: the latter took over",
    r"各地承接的机构不一，或职能分入多家": "who took over differs from place to place, or there are several",
    r"但有文件将二者并列": "but a document names both side by side",
    r"但(\d+)年的文件仍用旧名": r"but a document of \1 still has the old name",
    r"二者同在一个来源文件，后者列为附件": "both are in one file, the latter as an annex",
    r"经其他副本或人工判定归为同一文件": "one document by other copies or by a person",
    # citations
    r"所引名称可指多份文件": "the cited name can mean several documents",
    r"所引文件不在图谱内，依所引名称记为一处": "the cited document is not in the graph; it is known by the name cited",
    r"所引名称即该文件的标题或文号": "the cited name is the title or the number of the document",
    r"所引名称前加辖区名即该文件的标题": "the cited name is the title of the document but for its territory",
    # tasks of one subject
    r"共同提到：(.+)": r"both name: \1",
    r"同一主题：(.+)": r"one topic: \1",
    r"用词相近": "like words",
    r"本文件的附件或分工表重列，标题相同": "the annex or table of the document lists it again, under the same title",
    r"本文件的附件或分工表重列，标题多几个字，前后任务相同": (
        "the annex or table of the document lists it again, between the same tasks, one title with words more"
    ),
    r"所说大半以对方为最合": "most of what one says the other says best",
    r"所属任务也相应": "the tasks around them correspond as well",
    r"下属任务也相应": "the tasks below them correspond as well",
    r"《(.+)》的任务：(.+)，与本任务(.+)（(.+)），写明由该机构承担，属其职责：(.+)": (
        r"《\1》 gives the task “\2” to this agency, and it corresponds to this one (\4); it is in its field: \5"
    ),
    r"《(.+)》的任务：(.+)，与本任务(.+)（(.+)），写明由(.+)承担（.+的职责已由其承接），属其职责：(.+)": (
        r"《\1》 gives the task “\2” to \5, whose duties this agency took over, and it corresponds to this one (\4); "
        r"it is in its field: \6"
    ),
    r"《(.+)》的任务：(.+)，与本任务(.+)（(.+)），写明由(.+)承担（与.+同一条线，本文件提到），属其职责：(.+)": (
        r"《\1》 gives the task “\2” to \5, of whose line this agency is, which the document names, "
        r"and it corresponds to this one (\4); it is in its field: \6"
    ),
    r"《(.+)》的任务：(.+)，与本任务(.+)（(.+)），写明由该机构承担，正文提到其职责：(.+)": (
        r"《\1》 gives the task “\2” to this agency, and it corresponds to this one (\4); its body names the field: \5"
    ),
    r"《(.+)》的任务：(.+)，与本任务(.+)（(.+)），写明由(.+)承担（.+的职责已由其承接），正文提到其职责：(.+)": (
        r"《\1》 gives the task “\2” to \5, whose duties this agency took over, and it corresponds to this one (\4); "
        r"its body names the field: \6"
    ),
    r"《(.+)》的任务：(.+)，与本任务(.+)（(.+)），写明由(.+)承担（与.+同一条线，本文件提到），正文提到其职责：(.+)": (
        r"《\1》 gives the task “\2” to \5, of whose line this agency is, which the document names, "
        r"and it corresponds to this one (\4); its body names the field: \6"
    ),
}
_BETWEEN = "；"
_SHEET = re.compile(r"工作表“(.+)”((?:有|隐藏了|合并|过大，第|由|不是).+)", re.DOTALL)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.DOTALL), english) for pattern, english in _ENGLISH.items())


def english(reason: str) -> str:
    """A reason in English; what the table lacks stays as it is.

    >>> english("共同提到：产地仓；下属任务也相应")
    'both name: 产地仓; the tasks below them correspond as well'
    """
    parts = reason.split(_BETWEEN)
    told = [_one(part) for part in parts]
    return "; ".join(told) if not set(told) & set(parts) else _one(reason)


def _one(reason: str) -> str:
    if sheet := _SHEET.fullmatch(reason):
        said = _one(sheet[2])
        return reason if said == sheet[2] else f"sheet “{sheet[1]}”: {said}"
    for pattern, template in _patterns():
        if found := pattern.fullmatch(reason):
            return found.expand(template)
    return reason


def for_browsers() -> dict[str, object]:
    """The same table for a browser: what parts a reason, what a sheet says first, and patterns with their English.

    Patterns are of the part that Python and JavaScript share; a template has $1 where Python has \\1.
    """
    told = [[pattern, re.sub(r"\\([0-9])", r"$\1", template)] for pattern, template in _ENGLISH.items()]
    return {"between": _BETWEEN, "sheet": _SHEET.pattern, "patterns": told}


def in_language(reason: str, lang: str) -> str:
    """A reason as people of a language read it."""
    return english(reason) if lang == "en" else reason
