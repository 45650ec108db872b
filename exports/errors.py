"""The errors of the library in Chinese: each reason and remedy that it gives in English, as a pattern."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.errors import GuituError

_CHINESE = {
    # agencies
    "several agencies have this name": "有几个单位叫这个名称",
    "no agency with tasks has this name": "没有承担任务的单位叫这个名称",
    # sources
    "the file is empty": "文件是空的",
    "save it again from its origin": "请从原处重新保存",
    "there is no text in it": "里面没有文字",
    r"nothing in it could be read \((.+)\)": r"没有读出内容（\1）",
    "there is no such file or folder": "没有这个文件或文件夹",
    "the folder has no documents": "文件夹里没有文件可读",
    "it is no plain file": "不是普通文件",
    r"the file is binary \(archive\), not text": "这是压缩包，不是文本",
    r"the file is binary \((.+)\), not text": r"这是二进制文件（\1），不是文本",
    "the file is binary, not text": "这是二进制文件，不是文本",
    "unpack it first": "请先解压",
    "the file is damaged: it is no whole package": "文件已损坏：包不完整",
    r"the file is damaged: it is no ([A-Za-z]+)": r"文件已损坏：不是 \1",
    r"the file is damaged: its part (.+) does not unpack": r"文件已损坏：其中的 \1 解不开",
    r"the file is damaged: its part (.+) is no whole XML": r"文件已损坏：其中的 \1 不是完整的 XML",
    "the file is damaged: it nests too deeply": "文件已损坏：嵌套过深",
    "the file is damaged: its main part is missing": "文件已损坏：缺少正文部分",
    r"the package has (.+) parts": r"包内有 \1 个部分，过多",
    r"at most (.+) are read": r"最多读 \1 个",
    r"its part (.+) unpacks to (.+) MB": r"其中的 \1 解开后有 \2 MB，过大",
    "split it, or save it again": "请拆分或重新保存",
    "the file declares XML entities, which no office program writes": "文件声明了 XML 实体，办公软件不会这样写",
    "the file is locked with a password": "文件有密码保护",
    "open it, remove the password and save it again": "请打开文件，去掉密码后重新保存",
    r"(.+) is not read": r"不能读 \1",
    r"\.(.+) is no format of documents": r".\1 不是文件格式",
    r"save it as (.+)": r"请另存为 \1",
    r"no encoding reads it \(tried (.+)\)": r"没有一种编码能读（试过 \1）",
    r"it cannot be opened \((.+)\)": r"打不开（\1）",
    r"reading it failed \((.+)\)": r"读取失败（\1）",
    "it was written by Guitu and is no plan": "是规图自己写出的文件，不是规划",
    "keep it elsewhere; it was left out": "已略过；请放到别处",
    "please report this": "请反馈此问题",
    "the PDF is damaged and cannot be opened": "PDF 已损坏，打不开",
    "the PDF is locked with a password": "PDF 有密码保护",
    "save a copy without the password and read the copy": "请另存一份不带密码的再读",
    "the PDF is a scan: its pages are pictures without text": "PDF 是扫描件：各页是图像，没有文字",
    "the text of the PDF cannot be read: its fonts do not say which characters they hold": (
        "PDF 的文字读不出：字体没有说明各是什么字"
    ),
    "the text of the PDF cannot be read: its fonts are neither in the file nor on this machine": (
        "PDF 的文字读不出：字体不在文件里，本机也没有"
    ),
    "install a Chinese font, or save the PDF with its fonts": "请安装中文字体，或连同字体另存 PDF",
    r"run OCR on it \(for example ocrmypdf -l chi_sim\) and read the result": (
        "请先做文字识别（例如 ocrmypdf -l chi_sim），再读其结果"
    ),
    "the process that read it was ended": "读取它的进程被终止",
    r"reading it takes more than (.+) seconds": r"读取它超过 \1 秒，已停止",
    r"reading it takes more than (.+) MB of memory": r"读取它所需内存超过 \1 MB，已停止",
    "divide it, or print it to a new PDF and read that": "请拆分，或另打印成新的 PDF 再读",
    "try it alone": "请单独再试",
    # archives
    "it is an archive, not one document": "这是压缩包，不是一份文件",
    r"the package has more than (.+) parts": r"包内文件超过 \1 个",
    "archives in archives in archives are not opened": "多层嵌套的压缩包不予打开",
    "the archive is damaged": "压缩包已损坏",
    "the archive has no documents": "压缩包里没有文件可读",
    "it lies over another member of the archive": "它与压缩包内另一文件重叠",
    "it is damaged in the archive": "它在压缩包内已损坏",
    "it is locked with a password": "设有密码",
    "it is packed by a method that is not read": "压缩方法不能读",
    "pack the archive again": "请重新压缩",
    r"the archives hold more than (.+) files": r"压缩包内文件超过 \1 个",
    r"the archives unpack to more than (.+)": r"压缩包解压后超过 \1",
    r"it unpacks to more than (.+) times its size": r"解压后超过原大小的 \1 倍",
    r"it is larger than (.+)": r"大小超过 \1",
    "split it": "请拆分",
    "split the archive": "请拆分压缩包",
    # addresses
    "it is no http or https address": "不是 http 或 https 网址",
    "the address holds a user name or a password": "网址含有用户名或密码",
    "leave it out": "请去掉",
    "the address is malformed": "网址有误",
    r"there is no server (.+)": r"找不到服务器 \1",
    "check the address and the network": "请检查网址和网络",
    r"the address leads into a private network \((.+)\)": r"网址指向内网（\1）",
    "if that is meant: --allow-private": "如确需访问，请加 --allow-private",
    r"it redirects more than (.+) times": r"跳转超过 \1 次",
    r"the server answers (.+)": r"服务器返回 \1",
    "check the address in a browser": "请用浏览器核对网址",
    r"the server packs it by a method that is not read \((.+)\)": r"服务器所用的压缩方法不能读（\1）",
    "save it and split it": "请下载后拆分",
    r"all that was fetched is larger than (.+)": r"下载总量超过 \1",
    r"it took longer than (.+) seconds": r"用时超过 \1 秒",
    "try it again later": "请稍后再试",
    "the certificate of the server is not valid": "服务器证书无效",
    "save the page with a browser": "请用浏览器另存网页",
    "the answer of the server is damaged": "服务器返回的内容已损坏",
    "the server does not answer in time": "服务器没有及时回应",
    r"the connection failed \((.+)\)": r"连接失败（\1）",
    r"the page has more than (.+) attachments": r"网页附件超过 \1 个",
    "give the addresses of the others": "其余附件请另给网址",
    # stores
    "no such store": "没有这个图谱",
    "build one with: (.+)": r"可以这样建：\1",
    "build it again": "请重新构建",
    "build it anew elsewhere": "请在别处重新构建",
    "choose another folder": "请换一个文件夹",
    r"the store cannot be written \((.+)\)": r"图谱无法写入（\1）",
    r"the store cannot be read \((.+)\)": r"图谱无法读取（\1）",
    "the store is damaged: its counts of lines cannot be read": "图谱已损坏：行数表读不出",
    r"the store is damaged \((.+)\)": r"图谱已损坏（\1）",
    "the store is damaged: its current graph is missing": "图谱已损坏：当前的图不见了",
    r"the graph cannot be written \((.+)\)": r"图无法写入（\1）",
    r"the graph cannot be read \((.+)\)": r"图无法读取（\1）",
    "the layout of this store is of another version (.+)": r"图谱的版本不同 \1",
    "the folder holds other files and is not a store": "文件夹里有别的文件，不是图谱",
    "no build of this store has ended yet": "这个图谱还没有建成过",
    "another command is writing this store": "另一个命令正在写这个图谱",
    "the store is of an earlier version": "图谱是早先版本的",
    r"remove it, and: (.+)": r"请删去它，再：\1",
    "the store is damaged: its manifest cannot be read": "图谱已损坏：清单读不出",
    "the store is damaged: its ledger cannot be read": "图谱已损坏：台账读不出",
    "the store is damaged: its engine is not what was made": "图谱已损坏：查询库与建成时不同",
    "the store is damaged: it does not tell its current graph": "图谱已损坏：看不出当前是哪一代",
    r"the store is damaged: its generation (.+) cannot be read": r"图谱已损坏：第 \1 代的记录读不出",
    r"the store is damaged: its generation (.+) is another": r"图谱已损坏：第 \1 代的记录是别的一代",
    r"the store is damaged: (.+) is missing \((.+)\)": r"图谱已损坏：\1 不见了（\2）",
    r"the store is damaged: (.+) is not what it was": r"图谱已损坏：\1 与当初不同",
    r"the store is damaged: (.+) is not whole": r"图谱已损坏：\1 不完整",
    "guitu verify --repair": "可以修复：guitu verify --repair",
    r"no generation (.+) of this store": r"这个图谱没有第 \1 代",
    "no such generation is kept": "没有保留这一代",
    r"(.+) documents would go: (.+)": r"会去掉 \1 份文件：\2",
    "let them go with --replace, or keep them with: guitu add": "确要去掉请加 --replace；只是添加请用 guitu add",
    "it is no longer where it was; its last reading is kept": "不在原处了，保留上次读到的内容",
    "guitu remove NAME": "要去掉请用 guitu remove 名称",
    "no document or source of the store has this name": "图谱里没有叫这个名称的文件或来源",
    r"(.+) documents have this in their names: (.+)": r"有 \1 份文件的名称含有它：\2",
    "give the whole title": "请写全标题",
    "see: guitu log": "看有哪几代：guitu log",
    "see: guitu --help": "见 guitu --help",
    "wait until it has ended": "请等它结束",
    "this installation brings no graph": "本安装没有随附图谱",
    r"a folder of that name is \./published": "同名文件夹请写作 ./published",
    "not a graph file": "不是图谱文件",
    # questions
    "no document has this in its title": "没有哪份文件的标题含有它",
    "list them with: (.+)": r"列出全部：\1",
    "no such question": "没有这个问题",
    "one of: (.+)": r"候选：\1",
    "ask one of: (.+)": r"可以问：\1",
    r"(.+) arguments given": r"给了 \1 个参数",
    "updates are refused: a store is changed by building it": "不接受更新：图谱只由构建改变",
    "ask with SELECT, ASK, CONSTRUCT or DESCRIBE": "请用 SELECT、ASK、CONSTRUCT 或 DESCRIBE",
    r"the query did not end \((.+)\)": r"查询没有完成（\1）",
    "the query is not UTF-8": "查询文件不是 UTF-8",
    "the query answers in rows": "这个查询的结果是表",
    "choose table, csv or json, or ask with CONSTRUCT": "请选 table、csv 或 json，或用 CONSTRUCT 提问",
    "give a file that is there, or SPARQL": "请给出存在的文件，或一段 SPARQL",
    r"an argument is longer than (.+) characters or holds a zero byte": r"参数超过 \1 个字符，或含有零字节",
    r"ask: (.+)": r"写法：\1",
    r"SERVICE is refused: a query asks this store and nothing else": "不接受 SERVICE：查询只问这个图谱",
    r"the check did not end \((.+)\)": r"检查没有完成（\1）",
    r"not N-Quads \((.+)\)": r"不是 N-Quads（\1）",
    "a store on disk is replaced by a build, not changed": "磁盘上的图谱由构建替换，不能改动",
    "this is not a store": "这不是图谱",
    r"give a store, or a file that ends in (.+)": r"请给出图谱，或以 \1 结尾的文件",
    r"(.+) things have this name": r"有 \1 个同名或名称含有它的",
    r"give one of: (.+)": r"请写明其一：\1",
    "nothing in the graph has this name": "图谱里没有这个名称",
    "look for it with: (.+)": r"可以这样找：\1",
    r"no such document: (.+)": r"没有这份文件：\1",
    r"see (.+)": r"见 \1",
    r"(.+) can mean (.+) documents: (.+)": r"“\1”可指 \2 份文件：\3",
    "give the whole title or the number": "请写全标题或文号",
    r"both names mean one document: (.+)": r"两个名称指同一份文件：\1",
    "name two documents": "请写两份文件",
    r"not a year: (.+)": r"不是年份：\1",
    # decisions by hand
    r"the file cannot be read \((.+)\)": r"文件无法读取（\1）",
    r"no row of a table \((.+)\)": r"不是表格的一行（\1）",
    "save it again as CSV": "请重新另存为 CSV",
    "the sheet is too large": "工作表过大",
    "the cell has no value": "单元格没有值",
    "write its value, not a formula": "请写值，不写公式",
    "no table of decisions": "不是更正表",
    r"its columns are (.+)": r"列名应为：\1",
    r"decided otherwise than at (.+)": r"与 \1 处的决定不同",
    "leave one of them": "请只留一处",
    "its task was corrected after the table was written": "这项任务在此表写出之后另有更正",
    "export it again": "请重新导出",
    r"the decisions are damaged \((.+)\)": r"更正记录已损坏（\1）",
    "no document is named": "没有写文件",
    "write its title or number under 文件": "请在“文件”列写标题或文号",
    "no document or task is named": "没有写文件或任务",
    "no task is named": "没有写任务",
    "write its title under 任务": "请在“任务”列写标题",
    "neither 原值 nor 新值 is written": "原值和新值都没有写",
    r"no correction: (.+)": r"没有这种更正：\1",
    "no new title is written": "没有写新标题",
    r"no number: (.+)": r"不是数值：\1",
    r"write it as (.+)": r"写法如：\1",
    r"no date: (.+)": r"不是日期：\1",
    r"no judgement: (.+)": r"没有这种判定：\1",
    r"(.+) is longer than (.+) characters": r"\1 超过 \2 个字符",
    r"no kind: (.+)": r"没有这种种类：\1",
    "no judgement": "没有写判定",
    r"one of (.+)": r"应为其一：\1",
    "two different names are needed": "需要两个不同的名称",
    # options
    r"the settings cannot be read \((.+)\)": r"设置文件读不出（\1）",
    r"no such setting: (.+)": r"没有这种设置：\1",
    r"no such language: (.+)": r"没有这种语言：\1",
    "not a language of the headings": "表头没有这种语言",
    r"no absolute IRI that ends in /: (.+)": r"不是以 / 结尾的绝对 IRI：\1",
    r"try (.+)": r"例如 \1",
    "not a format of RDF": "不是 RDF 格式",
    r"XML cannot name the property <(.+)>": r"XML 写不出属性 <\1>",
    "choose turtle, trig, nquads or jsonld": "请选 turtle、trig、nquads 或 jsonld",
    "choose zh or en": "请选 zh 或 en",
    "give a path": "请给出路径",
    "give a folder": "请给出文件夹",
    "csv is one file per kind": "csv 每类一个文件",
    r"(.+) is not for standard output": r"\1 不能写到标准输出",
    "not a profile": "没有这种范围",
    "choose one of (.+)": r"请从中选一个：\1",
}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), chinese) for pattern, chinese in _CHINESE.items())


def chinese(phrase: str) -> str:
    """A reason or remedy in Chinese; as it is where the table has none.

    >>> chinese("the file is empty"), chinese("line 1, column 6: expected [_]")
    ('文件是空的', 'line 1, column 6: expected [_]')
    """
    for pattern, template in _patterns():
        if match := pattern.fullmatch(phrase):
            return match.expand(template)
    return phrase


def told_error(error: GuituError, lang: str) -> str:
    """One line for a person: where, what, what to do."""
    if lang != "zh":
        return str(error)
    where = f"{error.where}：" if error.where else ""
    remedy = f"；{chinese(error.remedy)}" if error.remedy else ""
    return f"{where}{chinese(error.reason)}{remedy}"
