"""Addresses: what is fetched, what is refused, and that no server makes a build wait, grow or look elsewhere."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import ssl
import threading
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme

from guitu.extract.errors import SourceError
from guitu.extract.page import read
from guitu.extract.source import Source
from guitu.extract.sources.addresses import Web, machines, parse
from guitu.extract.sources.find import find

TEXT = "云州市水网规划\n到2027年，全市新建泵站12座，改善灌溉面积3万亩。\n（市水利局牵头，各县区政府配合）\n"
AUTHORITY = trustme.CA()  # of certificates made for this run
Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A server on this machine; `pages`: by path, what it answers. `asked`: the headers of every question."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.server = server
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.port = server.server_address[1]
        self.web = Web(allow_private=True, connecting=2, silence=2, whole=5)

    def url(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"


def answer(data: bytes, status: int = 200, **headers: str) -> Answer:
    def give(one: BaseHTTPRequestHandler) -> None:
        one.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            one.send_header(name.replace("_", "-"), value)
        one.end_headers()
        one.wfile.write(data)

    return give


def leading(to: str, status: int = 302) -> Answer:
    return answer(b"", status, Location=to)


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            one.asked.append((self.path, dict(self.headers)))
            with contextlib.suppress(OSError):
                one.pages.get(self.path, answer(b"", 404))(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    one = Site(server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield one
    server.shutdown()
    thread.join()
    server.server_close()


def fetched(place: str, web: Web) -> Source:
    (found,) = find([place], web)
    assert isinstance(found, Source), found
    return found


def refused(place: str, web: Web) -> str:
    (found,) = find([place], web)
    assert isinstance(found, SourceError), found
    return str(found)


def test_a_page(site: Site) -> None:
    """A page is a source under the address that was asked for; the server is told honestly who asks."""
    site.pages["/%E8%A7%84%E5%88%92.html?a=%E4%B8%80"] = answer(f"<html><body><p>{TEXT}".encode())
    found = fetched(site.url("/规划.html?a=一#part"), site.web)

    assert found.name == site.url("/规划.html?a=一#part")
    assert found.url == site.url("/%E8%A7%84%E5%88%92.html?a=%E4%B8%80")
    headers = site.asked[0][1]
    assert headers["User-Agent"].startswith("guitu/")
    assert headers["Host"] == f"127.0.0.1:{site.port}"


def test_a_page_in_gbk(site: Site) -> None:
    """A page in GBK is read whether it says so or not."""
    for head in ("", '<meta charset="gbk">'):
        site.pages["/a"] = answer(f"<html><head>{head}</head><body><p>{TEXT}".encode("gbk"), Content_Type="text/html")
        page = read(fetched(site.url("/a"), site.web))

        assert (page.reader, page.encoding) == ("html", "gb18030")
        assert "改善灌溉面积3万亩" in page.text.value


def test_the_end_of_the_host_is_no_format(site: Site) -> None:
    """The format is told by the path alone: not by a host .sh, nor by what stands after the question mark."""
    site.pages["/"] = site.pages["/plan.txt?to=x.json"] = answer(TEXT.encode())
    web = replace(site.web, resolve=lambda host, port: ["127.0.0.1"])

    assert fetched(site.url("", "plans.sh"), web).data
    assert fetched(site.url("/plan.txt?to=x.json"), web).data


def test_redirects_are_followed(site: Site) -> None:
    """Redirects lead on, relative and in Chinese; the last address is kept."""
    site.pages["/a"] = leading("b?x=1", 301)
    site.pages["/b?x=1"] = leading("规划.txt".encode().decode("latin-1"), 308)
    site.pages["/%E8%A7%84%E5%88%92.txt"] = answer(TEXT.encode())
    found = fetched(site.url("/a"), site.web)

    assert found.name == site.url("/a")
    assert found.url == site.url("/%E8%A7%84%E5%88%92.txt")


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("file:///etc/passwd", "it is no http or https address"),
        ("ftp://plans.example/a", "it is no http or https address"),
        ("data:text/html,x", "it is no http or https address"),
        ("http://li:wang@plans.example/", "the address holds a user name or a password"),
        ("http://[::1/", "the address is malformed"),
        ("http://plans.example:99999999/", "the address is malformed"),
        ("http://169.254.169.254/latest/meta-data", "the address leads into a private network (169.254.169.254)"),
        ("http://127.0.0.1/", "the address leads into a private network (127.0.0.1)"),
        ("https://[::ffff:10.0.0.1]/", "the address leads into a private network (::ffff:10.0.0.1)"),
    ],
)
def test_redirects_that_lead_astray(site: Site, to: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A redirect to a file, another scheme or a private machine is refused, and both addresses are told."""
    site.pages["/a"] = leading(to)
    opened = [site.port]
    monkeypatch.setattr(
        "guitu.extract.sources.addresses._is_public", lambda ip: bool(opened) and opened.pop() == site.port
    )
    said = refused(site.url("/a"), replace(site.web, allow_private=False))

    assert reason in said
    assert said.startswith(f"{site.url('/a')} → ")
    assert "wang" not in said


def test_redirects_without_end(site: Site) -> None:
    """A loop ends after five redirects."""
    site.pages["/a"] = leading("/a")

    assert "it redirects more than 5 times" in refused(site.url("/a"), site.web)
    assert len(site.asked) == 6


PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:192.168.1.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::", "192.0.2.1",
    "fec0::1", "feff::8.8.8.8", "fe80::1%eth0", "febf::1", "2002:a9fe:a9fe::1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::808:808",
    "::10.0.0.1", "::ffff:169.254.1.1", "3fff::1", "2001:db8::1", "192.0.0.8", "::ffff:0:10.0.0.1", "2001:0:a00:1::1",
]  # fmt: skip


@pytest.mark.parametrize("ip", PRIVATE)
def test_private_machines(ip: str) -> None:
    """A name that leads to a machine of the own network, however that is written, is refused unless allowed."""
    at = parse("http://plans.example/")
    with pytest.raises(SourceError, match="private network"):
        machines(at, "x", lambda host, port: [ip], allow_private=False)

    assert machines(at, "x", lambda host, port: [ip], allow_private=True) == [ip]
    assert machines(at, "x", lambda host, port: [ip, "8.8.8.8"], allow_private=False) == ["8.8.8.8"]


@pytest.mark.parametrize("ip", ["8.8.8.8", "2400:3200::1", "64:ff9b::808:808"])
def test_public_machines(ip: str) -> None:
    """A machine of the public internet may be asked."""
    assert machines(parse("http://plans.example/"), "x", lambda host, port: [ip], allow_private=False) == [ip]


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "localhost", "LOCALHOST."])
def test_other_ways_to_write_this_machine(site: Site, host: str) -> None:
    """A host that the system takes for this machine is this machine."""
    said = refused(site.url("/a", host), replace(site.web, allow_private=False))

    assert "private network" in said or "there is no server" in said
    assert site.asked == []


def test_a_name_is_asked_for_once(site: Site) -> None:
    """A name that leads elsewhere when it is asked for again is not asked for again."""
    given = iter([["127.0.0.1"]])
    site.pages["/a"] = answer(TEXT.encode())
    found = fetched(site.url("/a", "plans.example"), replace(site.web, resolve=lambda host, port: next(given)))

    assert found.data
    assert site.asked[0][1]["Host"] == f"plans.example:{site.port}"


def test_proxies_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment is not asked."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.pages["/a"] = answer(TEXT.encode())

    assert fetched(site.url("/a"), site.web)


@pytest.mark.parametrize("status", [204, 400, 403, 404, 500, 503])
def test_status(site: Site, status: int) -> None:
    """Anything but the page itself is an error with its number."""
    site.pages["/a"] = answer(b"", status)

    assert f"the server answers {status}" in refused(site.url("/a"), site.web)


def test_no_server(site: Site) -> None:
    """A name without a server and a closed door are told apart."""

    def nobody(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    assert "there is no server plans.example" in refused("http://plans.example/", replace(site.web, resolve=nobody))
    assert "the connection failed (Connection refused)" in refused("http://127.0.0.1:1/", site.web)


def _pouring(one: BaseHTTPRequestHandler) -> None:
    one.send_response(200)
    one.end_headers()
    while True:
        one.wfile.write(b" " * 65536)


def _dripping(one: BaseHTTPRequestHandler) -> None:
    one.send_response(200)
    one.end_headers()
    for _ in range(200):
        one.wfile.write(b"a")
        one.wfile.flush()
        time.sleep(0.05)


def _dripping_head(one: BaseHTTPRequestHandler) -> None:
    for _ in range(200):
        one.wfile.write(b"H")
        one.wfile.flush()
        time.sleep(0.05)


def _silent(one: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def _hanging_up(one: BaseHTTPRequestHandler) -> None:
    one.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Length: 999\r\n\r\nshort")


def _rubbish(one: BaseHTTPRequestHandler) -> None:
    one.wfile.write(b"\x00\xff" * 99 + b"\r\n\r\n")


@pytest.mark.parametrize(
    ("give", "reason"),
    [
        (_pouring, "it is larger than 1 MB"),
        (_dripping, "it took longer than 0.6 seconds"),
        (_dripping_head, "it took longer than 0.6 seconds"),
        (_silent, "the server does not answer in time"),
        (_hanging_up, "the connection failed (IncompleteRead)"),
        (_rubbish, "the connection failed (BadStatusLine)"),
        (answer(gzip.compress(b"x" * 99)[:-20], Content_Encoding="gzip"), "the answer of the server is damaged"),
        (answer(b"no gzip at all", Content_Encoding="gzip"), "the answer of the server is damaged"),
        (answer(TEXT.encode(), Content_Encoding="br"), "the server packs it by a method that is not read (br)"),
    ],
)
def test_hostile_servers(site: Site, give: Answer, reason: str) -> None:
    """A server that pours, drips, is silent, hangs up or talks nonsense costs one error."""
    site.pages["/a"] = give
    said = refused(site.url("/a"), replace(site.web, silence=0.3, whole=0.6, largest=1_000_000))

    assert reason in said


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_packed_answer(site: Site, pack: Callable[[bytes], bytes]) -> None:
    """An answer that is packed for the way is unpacked, in one piece or several."""
    for data in (TEXT.encode(), TEXT.encode() * 9000):
        site.pages["/a"] = answer(pack(data[:40]) + pack(data[40:]), Content_Encoding="gzip")
        assert fetched(site.url("/a"), site.web).data == data


def test_a_packed_bomb(site: Site) -> None:
    """A packed answer is bounded by what it unpacks to, in little memory."""
    site.pages["/a"] = answer(gzip.compress(b" " * 100_000_000), Content_Encoding="gzip")
    tracemalloc.start()
    said = refused(site.url("/a"), replace(site.web, largest=5_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert "it is larger than 5 MB" in said
    assert peak < 30_000_000


# ---- attachments ----


def _zip(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in files.items():
            packed.writestr(f"{name}.txt", text)
    return out.getvalue()


PAGE = """<html><body><div class="nav"><a href="/menu.docx">办事指南</a></div>
<div id="zoom"><p>云州市人民政府印发水网规划，请各县区认真贯彻执行。到2027年，全市新建泵站12座，改善灌溉面积3万亩。</p>
<p><a href="files/规划.txt">云州市水网规划</a> <a href="#top">附件</a> <a href="/about.html">政务公开</a></p></div>
<div class="list">附件：<a href="{base}/pack?id=7">附件2.zip</a> <a href="old.doc">分工表</a> <a href="old.doc">x</a>
</div>
<div class="more"><a href="ftp://plans.example/c.pdf">附件3</a> <a href="http://absent.example/d.txt">附件4</a></div>
<div class="side"><p>办事</p><a href="/other.pdf">领导简历</a></div></body></html>"""


def test_attachments(site: Site) -> None:
    """A page brings the documents that it links in its text or under 附件, each by its address."""
    site.pages["/a/page.html"] = answer(PAGE.format(base=site.url("")).encode())
    site.pages["/a/files/%E8%A7%84%E5%88%92.txt"] = answer(TEXT.encode())
    site.pages["/pack?id=7"] = answer(_zip(x=TEXT))
    site.pages["/a/old.doc"] = answer(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99)

    def resolve(host: str, port: int) -> list[str]:
        if host == "127.0.0.1":
            return [host]
        raise OSError("no such name")

    web = replace(site.web, attachments=True, resolve=resolve)
    found = list(find([site.url("/a/page.html")], web))

    told = [one.name if isinstance(one, Source) else f"{one.where}: {one.reason}" for one in found]
    assert told == [
        site.url("/a/page.html"),
        site.url("/a/files/规划.txt"),
        site.url("/pack?id=7/x.txt"),
        f"{site.url('/a/old.doc')}: DOC is not read",
        "ftp://plans.example/c.pdf: it is no http or https address",
        "http://absent.example/d.txt: there is no server absent.example",
    ]
    packed = found[2]
    assert isinstance(packed, Source)
    assert packed.archive is not None
    assert packed.archive.url == site.url("/pack?id=7")


def test_attachments_only_on_request(site: Site) -> None:
    """Without the wish, the page alone is asked for."""
    site.pages["/a"] = answer(PAGE.format(base=site.url("")).encode())

    assert len(list(find([site.url("/a")], site.web))) == 1
    assert len(site.asked) == 1


def test_attachments_on_private_machines(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page does not lead its reader to private machines by its attachments."""
    opened = [True]
    monkeypatch.setattr("guitu.extract.sources.addresses._is_public", lambda ip: bool(opened and opened.pop()))
    page = f'<html><body><p>云州市规划，见<a href="{site.url("/secret.txt")}">附件</a>。</p></body></html>'
    site.pages["/a"] = answer(page.encode())
    found = list(find([site.url("/a")], replace(site.web, attachments=True, allow_private=False)))

    assert "the address leads into a private network" in str(found[1])
    assert [path for path, _ in site.asked] == ["/a"]


def test_many_attachments(site: Site) -> None:
    """A page with more attachments than are fetched says so."""
    links = "".join(f'<a href="/{i}.txt">附件{i}</a>' for i in range(60))
    site.pages["/a"] = answer(f"<html><body><p>云州市规划，附件如下。</p>{links}</body></html>".encode())
    found = list(find([site.url("/a")], replace(site.web, attachments=True)))

    assert len(found) == 52
    assert "the page has more than 50 attachments" in str(found[-1])


# ---- certificates ----


@pytest.fixture
def safe(site: Site) -> Site:
    """The server with a certificate for plans.example."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("plans.example").configure_cert(context)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
    site.pages["/a"] = answer(TEXT.encode())
    return site


def test_certificates(safe: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server is believed where its certificate is the system's and names it, and else not."""
    web = replace(safe.web, resolve=lambda host, port: ["127.0.0.1"])
    refusal = "the certificate of the server is not valid"
    assert refusal in refused(safe.url("/a", "plans.example", "https"), web)

    AUTHORITY.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", os.fspath(tmp_path / "authority.pem"))
    assert fetched(safe.url("/a", "plans.example", "https"), web).data == TEXT.encode()
    assert refusal in refused(safe.url("/a", "other.example", "https"), web)
    assert refusal in refused(safe.url("/a", "127.0.0.1", "https"), web)
