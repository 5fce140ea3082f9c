"""How much a reader may take on. Beyond it a file is refused in words, never cut silently."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from verifier.errors import TooLarge, Unreadable

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds."""

    file_size: int = 500 * MEGABYTE
    text_size: int = 64 * MEGABYTE
    """Of the text in UTF-8."""
    pages: int = 10_000
    memory: int = 1536 * MEGABYTE
    """Of the worker process."""
    silence: float = 60.0
    """Without a page or other progress, the worker is taken for hung."""
    total: float = 1800.0
    members: int = 5_000
    """Files inside a Word package."""
    member_size: int = 256 * MEGABYTE
    """Of one file inside a package, unpacked."""
    package_size: int = 1024 * MEGABYTE
    """Of all files inside a package, unpacked."""
    ratio: int = 200
    """Unpacked over packed, above a megabyte: more is a bomb."""


def check_size(size: int, name: str, limits: Limits) -> None:
    """Refuse an empty file and one beyond the limit."""
    if size == 0:
        raise Unreadable(f"{name} is empty.", "Get the file again: it has no content at all.")
    if size > limits.file_size:
        raise TooLarge(
            f"{name} has {size / MEGABYTE:,.0f} MB; at most "
            f"{limits.file_size / MEGABYTE:,.0f} MB can be read.",
            "Split it, or save the part you check as a file of its own.",
        )


def check_text(size: int, name: str, limits: Limits) -> None:
    """Refuse more text than a case can hold well; `size` in code points or bytes."""
    if size > limits.text_size:
        raise TooLarge(
            f"{name} holds more than {limits.text_size / MEGABYTE:,.0f} MB of text.",
            "Split it, or save the part you check as a file of its own.",
        )


def check_pages(count: int, name: str, limits: Limits) -> None:
    """Refuse a document of more pages than the limit."""
    if count > limits.pages:
        raise TooLarge(
            f"{name} has {count:,} pages; at most {limits.pages:,} can be read.",
            "Save the pages you check as a file of their own.",
        )


def size_of(path: Path, name: str) -> int:
    """The size of a file that can be opened, or an error in words."""
    try:
        if path.is_dir():
            raise Unreadable(f"{name} is a folder.", "Choose the files in it.")
        status = path.stat()
    except OSError as error:
        raise Unreadable(
            f"{name} cannot be opened ({error.strerror}).", "Check that it is there and readable."
        ) from error
    if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for whoever fills it
        raise Unreadable(
            f"{name} is not a file, but a pipe or a device.", "Save it to a file, then take that."
        )
    return status.st_size
