"""One question and answer over HTTP, with limits; never to a place that nobody asked for.

A page may name pictures on machines that only this computer can reach. So redirects and parts of a
page are fetched only from the host that the person asked for, or from addresses of the public
network; the address that was looked up is the one that is connected to.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit, urlunsplit

from verifier.errors import Cancelled, TooLarge, Unreadable

AGENT = "Mozilla/5.0 (compatible; Verifier; a person asked for this one page)"
CHUNK = 64 * 1024
PATH_SAFE = "/%:@!$&'()*+,;=~-._"
QUERY_SAFE = PATH_SAFE + "?"


@dataclass(frozen=True, slots=True)
class CaptureLimits:
    """Sizes in bytes, times in seconds."""

    page: int = 32 * 1024 * 1024
    part: int = 12 * 1024 * 1024
    total: int = 64 * 1024 * 1024
    parts: int = 150
    redirects: int = 6
    silence: float = 20.0
    """How long an answer may keep silent."""
    seconds: float = 90.0
    """How long all of it may take."""


@dataclass(frozen=True)
class Exchange:
    """A question and its answer, as they were."""

    address: str
    status: int
    reason: str
    asked: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)

    def header(self, name: str) -> str:
        """A header of the answer; empty where it has none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")


@dataclass
class Fetcher:
    """Fetches addresses within the limits of one capture."""

    home: str
    """The host that the person asked for: it alone may be a private one."""
    limits: CaptureLimits = field(default_factory=CaptureLimits)
    cancelled: Callable[[], bool] = lambda: False
    _until: float = field(init=False)

    def __post_init__(self) -> None:
        self._until = time.monotonic() + self.limits.seconds

    def fetch(self, address: str, most: int) -> Exchange:
        """One answer of at most so many bytes; redirects are not followed."""
        scheme, netloc, path, query, _ = urlsplit(address)
        host = urlsplit(address).hostname or ""
        if scheme not in ("http", "https") or not host:
            raise Unreadable(f"“{address}” is no address of a page.", "Give one with https://.")
        target = urlunsplit(("", "", quote(path or "/", PATH_SAFE), quote(query, QUERY_SAFE), ""))
        asked = (
            ("Host", netloc.rpartition("@")[2]),
            ("User-Agent", AGENT),
            ("Accept", "*/*"),
            ("Accept-Encoding", "identity"),
            ("Connection", "close"),
        )
        connection = self._connect(scheme, host, _port(address, scheme))
        try:
            connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
            for name, value in asked:
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            body = self._read(answer, host, most)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _unreachable(host, str(error) or type(error).__name__) from error
        finally:
            connection.close()
        kept = [pair for pair in answer.getheaders() if pair[0].lower() != "transfer-encoding"]
        return Exchange(address, answer.status, answer.reason, asked, tuple(kept), body)

    def _connect(self, scheme: str, host: str, port: int) -> http.client.HTTPConnection:
        """A connection to the very address that was looked up and found to be allowed."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise _unreachable(host, str(error)) from error
        numbers = [str(entry[4][0]).partition("%")[0] for entry in found]
        if host != self.home and not all(ipaddress.ip_address(each).is_global for each in numbers):
            raise Unreadable(
                f"{host} is a machine of a private network, and is left alone.",
                "Save that page in a browser instead.",
            )
        connection: http.client.HTTPConnection
        if scheme == "https":
            connection = http.client.HTTPSConnection(
                host, port, context=ssl.create_default_context()
            )
        else:
            connection = http.client.HTTPConnection(host, port)
        try:
            plain = socket.create_connection((numbers[0], port), self._patience())
            if isinstance(connection, http.client.HTTPSConnection):
                plain = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except OSError as error:
            raise _unreachable(host, str(error)) from error
        connection.sock = plain
        return connection

    def _read(self, answer: http.client.HTTPResponse, host: str, most: int) -> bytes:
        parts, size = [], 0
        while chunk := answer.read1(CHUNK):
            self._patience()
            size += len(chunk)
            if size > most:
                raise TooLarge(
                    f"What {host} sends is larger than {most // 1024**2} MB.",
                    "Save it in a browser, and add the file.",
                )
            parts.append(chunk)
        return b"".join(parts)

    def _patience(self) -> float:
        """Seconds that may still be waited."""
        if self.cancelled():
            raise Cancelled
        left = self._until - time.monotonic()
        if left <= 0:
            raise Unreadable("The capture took too long.", "Try again, or save it in a browser.")
        return min(self.limits.silence, left)


def _port(address: str, scheme: str) -> int:
    try:
        return urlsplit(address).port or (443 if scheme == "https" else 80)
    except ValueError:
        raise Unreadable(f"“{address}” is no address of a page.", "Mend its port.") from None


def _unreachable(host: str, why: str) -> Unreadable:
    return Unreadable(
        f"{host} cannot be reached ({why}).", "Check the link and the network, and try again."
    )
