"""A page with its pictures and style sheets as a web archive (WARC), as it was answered.

Scripts are neither fetched nor run, no cookie is sent or kept, and nothing is fetched but the page,
what it redirects to, and the pictures and style sheets that it names itself.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from verifier.capturing.fetching import CaptureLimits, Exchange, Fetcher
from verifier.errors import Unreadable

PAGES = ("text/html", "application/xhtml")
TOOL = "Verifier, page and parts without scripts"
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True)
class Capture:
    """What was captured, and how."""

    data: bytes = field(repr=False)
    """The archive; or the file itself, where the address led to no page."""
    file_name: str
    address: str
    final_address: str
    status: int
    captured_at: datetime
    parts: int
    """Pictures and style sheets that are in it."""
    missing: int
    """Those that could not be fetched."""

    @property
    def note(self) -> str:
        """What the custody log says of it."""
        parts = f"parts: {self.parts}, missing: {self.missing}"
        return f"{self.final_address} ({self.status}), {parts}"


def capture(
    address: str,
    *,
    limits: CaptureLimits | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float | None, str], None] = lambda _fraction, _note: None,
) -> Capture:
    """Fetch a page now. Unreadable where it cannot be had, with what to do in words."""
    limits = limits or CaptureLimits()
    fetcher = Fetcher(urlsplit(address).hostname or "", limits, cancelled)
    at = datetime.now(UTC).replace(microsecond=0)
    steps = list(_followed(fetcher, address, limits))
    page = steps[-1]
    if page.status != 200:
        host = urlsplit(page.address).hostname
        answer = f"{page.status} {page.reason}".strip()
        raise Unreadable(f"{host} answered {answer}.", "Check the link in a browser.")
    if not page.header("Content-Type").lower().startswith(PAGES):
        name = _file_name(page.address)
        return Capture(page.body, name, address, page.address, 200, at, 0, 0)
    parts, missing = _parts(fetcher, page, limits, progress)
    data = _archive((*steps, *parts), at)
    name = f"{_name(page.address)}-{at:%Y%m%dT%H%M%SZ}.warc.gz"
    return Capture(data, name, address, page.address, 200, at, len(parts), missing)


def _followed(fetcher: Fetcher, address: str, limits: CaptureLimits) -> Iterator[Exchange]:
    for _ in range(limits.redirects + 1):
        found = fetcher.fetch(urldefrag(address).url, limits.page)
        yield found
        if found.status not in REDIRECTS or not found.header("Location"):
            return
        address = urljoin(found.address, found.header("Location"))
    raise Unreadable("The link leads from one address to the next without end.", "Check it.")


def _parts(
    fetcher: Fetcher,
    page: Exchange,
    limits: CaptureLimits,
    progress: Callable[[float | None, str], None],
) -> tuple[list[Exchange], int]:
    """The pictures and style sheets of a page, as far as they can be had."""
    wanted = parts_of(page)
    found: list[Exchange] = []
    size, missing = len(page.body), max(0, len(wanted) - limits.parts)
    for at, address in enumerate(wanted[: limits.parts]):
        progress(at / len(wanted), "")
        try:
            part = fetcher.fetch(address, min(limits.part, max(0, limits.total - size)))
        except Unreadable:
            missing += 1
            continue
        if part.status != 200:
            missing += 1
            continue
        size += len(part.body)
        found.append(part)
    return found, missing


def parts_of(page: Exchange) -> list[str]:
    """Addresses of the pictures and style sheets that a page names, each once."""
    parser = _Parts(page.address)
    charset = re.search(r"charset=[\"']?([\w-]+)", page.header("Content-Type"), re.IGNORECASE)
    try:
        text = page.body.decode(charset.group(1) if charset else "utf-8", "replace")
    except LookupError:
        text = page.body.decode("utf-8", "replace")
    parser.feed(text)
    return list(dict.fromkeys(parser.found))


class _Parts(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "base" and said.get("href"):
            self._base = urljoin(self._base, said["href"])
        elif tag == "img":
            self._take(said.get("src", ""))
        elif tag == "link" and "stylesheet" in said.get("rel", "").lower().split():
            self._take(said.get("href", ""))

    def _take(self, address: str) -> None:
        try:
            whole = urldefrag(urljoin(self._base, address.strip())).url
        except ValueError:
            return
        if address.strip() and whole.startswith(("http://", "https://")):
            self.found.append(whole)


def _archive(exchanges: tuple[Exchange, ...], at: datetime) -> bytes:
    """The exchanges as a packed WARC 1.1, each answer with its question."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    moment = f"{at:%Y-%m-%dT%H:%M:%SZ}"
    info = {"software": TOOL, "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record("capture.warc.gz", info))
    for each in exchanges:
        answer = writer.create_warc_record(
            each.address,
            "response",
            payload=io.BytesIO(each.body),
            length=len(each.body),
            http_headers=StatusAndHeaders(
                f"{each.status} {each.reason}".strip(), list(each.headers), protocol="HTTP/1.1"
            ),
            warc_headers_dict={"WARC-Date": moment},
        )
        split = urlsplit(each.address)
        target = split.path + (f"?{split.query}" if split.query else "")
        question = writer.create_warc_record(
            each.address,
            "request",
            http_headers=StatusAndHeaders(
                f"{target or '/'} HTTP/1.1", list(each.asked), protocol="GET"
            ),
            warc_headers_dict={"WARC-Date": moment},
        )
        writer.write_request_response_pair(question, answer)
    return out.getvalue()


def _file_name(address: str) -> str:
    """What to call the file that an address led to; it can be written in any folder."""
    name = unquote(PurePosixPath(urlsplit(address).path).name)
    return re.sub(r"[^\w.-]", "-", name).strip(".-")[-80:] or "captured"


def _name(address: str) -> str:
    """A file name for a page: its host."""
    host = (urlsplit(address).hostname or "page").removeprefix("www.")
    return re.sub(r"[^a-z0-9.-]", "-", host.lower())
