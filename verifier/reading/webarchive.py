"""Web archives (WARC, WACZ): the main page's words, its address and when it was captured."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from verifier.errors import Unreadable
from verifier.reading.document import Notice, ReadDocument
from verifier.reading.html import read_page
from verifier.reading.limits import Limits

WARC, WACZ = "application/warc", "application/wacz"
GZIP = b"\x1f\x8b"
PAGES = "pages/pages.jsonl"
RECORDS = 20_000
"""Records that are looked at for the main page."""
LARGEST_PAGE = 32 * 1024 * 1024
"""Bytes of a page's HTML."""
_DAMAGE = (
    ArchiveLoadFailed, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, KeyError,
    NotImplementedError, RuntimeError, AttributeError, IndexError,
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A page as it was captured."""

    address: str
    captured: str
    """ISO 8601, UTC."""
    html: bytes
    charset: str


def is_warc(path: Path) -> bool:
    """Whether a file is a WARC, packed or not."""
    with path.open("rb") as file:
        head = file.read(2048)
    if head.startswith(GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, 32)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def is_wacz(path: Path) -> bool:
    """Whether a file is a web archive collection."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist()[:10_000])
    except _DAMAGE:
        return False
    return "datapackage.json" in names and any(_is_warc_name(name) for name in names)


def read_webarchive(path: Path, name: str, limits: Limits) -> ReadDocument:
    """The main page: the one the archive names first, else the first page in it."""
    media_type = WACZ if zipfile.is_zipfile(path) else WARC
    try:
        wanted = _main_address(path) if media_type == WACZ else ""
        page = _page(path, wanted)
    except _DAMAGE as error:
        raise Unreadable(f"{name} is a damaged web archive.", "Capture the page again.") from error
    if page is None:
        raise Unreadable(f"{name} is a web archive without a page in it.", "Capture it again.")
    read = read_page(page.html, page.charset, name, limits, media_type)
    properties = {**read.properties, "address": page.address, "captured": page.captured}
    notices = read.notices
    if wanted and page.address != wanted:
        words = f"The archive names {wanted} as its page, but does not hold it."
        notices = (*notices, Notice("other-page", words))
    return replace(read, properties=properties, notices=notices)


def _main_address(path: Path) -> str:
    """The first page that a collection lists; its first line is a header."""
    with zipfile.ZipFile(path) as archive:
        if PAGES not in archive.namelist():
            return ""
        with archive.open(PAGES) as lines:
            for line in lines.read(LARGEST_PAGE).splitlines():
                entry = json.loads(line) if line.strip() else None
                if isinstance(entry, dict) and isinstance(entry.get("url"), str):
                    return str(entry["url"])
    return ""


def _page(path: Path, wanted: str) -> Page | None:
    first = None
    for count, record in enumerate(_records(path)):
        if count >= RECORDS:
            break
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        if record.rec_type not in ("response", "resource") or not _is_page(record):
            continue
        if first is None or address == wanted:
            page = Page(
                address.strip("<>"),
                record.rec_headers.get_header("WARC-Date") or "",
                record.content_stream().read(LARGEST_PAGE),
                _charset(record),
            )
            if not wanted or address == wanted:
                return page
            first = page
    return first


def _records(path: Path) -> Iterator[Any]:
    for stream in _streams(path):
        with stream as file:
            yield from ArchiveIterator(file)


def _streams(path: Path) -> Iterator[Any]:
    if not zipfile.is_zipfile(path):
        yield path.open("rb")
        return
    with zipfile.ZipFile(path) as archive:
        for name in sorted(filter(_is_warc_name, archive.namelist())):
            yield _opened(archive, name)


@contextmanager
def _opened(archive: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    with archive.open(name) as file:
        yield file


def _is_warc_name(name: str) -> bool:
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def _content_type(record: Any) -> str:
    headers = record.http_headers
    if headers is None:
        return str(record.rec_headers.get_header("Content-Type") or "")
    return str(headers.get_header("Content-Type") or "")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    found = headers is None or headers.get_statuscode() == "200"
    return found and _content_type(record).lower().startswith(("text/html", "application/xhtml"))


def _charset(record: Any) -> str:
    _, _, charset = _content_type(record).lower().partition("charset=")
    return charset.strip(" \"'").split(";")[0]
