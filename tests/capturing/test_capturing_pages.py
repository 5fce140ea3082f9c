"""Capturing a page from a server on this machine: what is fetched, what is refused."""

from __future__ import annotations

import io
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from verifier.capturing.fetching import CaptureLimits, Fetcher
from verifier.capturing.page import capture
from verifier.cli.entry import main
from verifier.errors import Cancelled, TooLarge, Unreadable
from verifier.queries.evidence import custody
from verifier.queries.locker import held
from verifier.reading.evidence import examine
from verifier.workspace import Workspace

PAGE = (
    "<html><head><title>Sites down</title><link rel='stylesheet' href='/look.css'>"
    "<script src='/spy.js'></script></head><body><img src='photo.png'><img src='/gone.png'>"
    "<img src='http://intranet.invalid/secret.png'><p>Seventy sites are down.</p></body></html>"
)
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/old": (302, {"Location": "/news?id=1"}, b""),
    "/news?id=1": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/photo.png": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/look.css": (200, {"Content-Type": "text/css"}, b"p { color: red }"),
    "/paper.pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.4"),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/large": (200, {"Content-Type": "text/html"}, b"x" * 5000),
}


class Server(ThreadingHTTPServer):
    daemon_threads = True
    asked: list[str]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        self.server.asked.append(self.path)
        assert "Cookie" not in self.headers
        status, headers, body = ANSWERS.get(self.path, (404, {}, b"none"))
        self.send_response(status)
        for name, value in {**headers, "Set-Cookie": "spy=1"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Handler)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def server(running: Server) -> Server:
    running.asked.clear()
    return running


def test_a_page_is_kept_with_its_pictures_and_style_sheets_but_no_scripts(
    server: Server, tmp_path: Path
) -> None:
    found = capture(f"{server.address}/old#top")
    assert found.final_address == f"{server.address}/news?id=1"
    assert (found.status, found.parts, found.missing) == (200, 2, 2)
    assert server.asked == ["/old", "/news?id=1", "/look.css", "/photo.png", "/gone.png"]
    records = [
        (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"))
        for record in ArchiveIterator(io.BytesIO(found.data))
    ]
    answered = [address for kind, address in records if kind == "response"]
    assert answered == [
        f"{server.address}/{n}" for n in ("old", "news?id=1", "look.css", "photo.png")
    ]
    assert [kind for kind, _ in records].count("request") == 4

    file = tmp_path / found.file_name
    file.write_bytes(found.data)
    read = examine(file)
    assert (read.kind, read.properties["title"]) == ("page", "Sites down")
    assert read.properties["address"] == found.final_address
    assert read.read is not None
    assert "Seventy sites are down." in read.read.text


def test_an_address_that_leads_to_a_file_gives_the_file(server: Server) -> None:
    found = capture(f"{server.address}/paper.pdf")
    assert (found.file_name, found.data, found.parts) == ("paper.pdf", b"%PDF-1.4", 0)


@pytest.mark.parametrize(
    ("path", "words"),
    [("/nothing", "answered 404"), ("/loop", "without end"), ("/large", "larger than")],
)
def test_what_is_not_there_or_too_much_is_told_in_words(
    server: Server, path: str, words: str
) -> None:
    with pytest.raises(Unreadable, match=words):
        capture(f"{server.address}{path}", limits=CaptureLimits(page=1000, redirects=2))


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/a", "https://", "x"])
def test_only_pages_of_the_web_are_fetched(address: str) -> None:
    with pytest.raises(Unreadable, match="no address of a page"):
        capture(address)


def test_a_page_cannot_make_us_ask_machines_of_the_private_network(server: Server) -> None:
    fetcher = Fetcher("example.org")
    with pytest.raises(Unreadable, match="private network"):
        fetcher.fetch(f"{server.address}/photo.png", 1000)
    assert server.asked == []


def test_a_server_that_nobody_runs_is_told(server: Server) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Unreadable, match="cannot be reached"):
        capture(f"http://127.0.0.1:{port}/")


def test_it_stops_when_asked_and_when_it_takes_too_long(server: Server) -> None:
    with pytest.raises(Cancelled):
        capture(f"{server.address}/news?id=1", cancelled=lambda: True)
    with pytest.raises(Unreadable, match="too long"):
        capture(f"{server.address}/news?id=1", limits=CaptureLimits(seconds=0))
    with pytest.raises(TooLarge):
        Fetcher("127.0.0.1").fetch(f"{server.address}/photo.png", 2)


def test_a_captured_page_lies_in_the_locker_with_its_log(
    server: Server, case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--as", "Anna Nowak", "capture", str(case_file), f"{server.address}/old", "--json"]
    assert main(arguments) == 0
    item = json.loads(capsys.readouterr().out)["evidence"]
    assert (item["kind"], item["title"], item["http_status"]) == ("page", "Sites down", 200)
    assert item["url"] == f"{server.address}/old"
    assert item["final_url"] == f"{server.address}/news?id=1"
    with (
        Workspace.open(case_file, person="Anna Nowak") as workspace,
        workspace.reading() as reading,
    ):
        logged = custody(reading, workspace.case_id)
        assert held(reading, workspace.case_id) == 1
    log = {entry.action: entry for entry in logged}
    assert log.keys() == {"imported", "captured"}
    assert log["captured"].sha256_after == item["blob_sha256"]
    assert "parts: 2, missing: 2" in log["captured"].note
