"""Plain text: its encoding found out, its line ends made one kind, nothing else touched."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import charset_normalizer

from verifier.errors import Unreadable
from verifier.reading.document import Block, Notice, ReadDocument, ReadPage
from verifier.reading.legacy import is_latin, likeliest
from verifier.reading.limits import Limits, check_text
from verifier.reading.wide import utf16_order

SAMPLE = 256 * 1024
"""Bytes that are looked at to guess a legacy encoding."""
NO_ACCIDENT = 4
"""Characters beyond ASCII that are well-formed UTF-8."""
WRAPPED = 120
"""Longer lines are paragraphs of their own, not wrapped by hand."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE = re.compile(r"[^\n\f]*[^\s\f][^\n\f]*")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was in, and a notice where that was guessed or had faults."""

    text: str
    encoding: str
    notice: Notice | None = None


def read_plain(path: Path, name: str, limits: Limits) -> ReadDocument:
    """A text file."""
    decoded = decode(path.read_bytes(), name)
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    check_text(len(text), name, limits)
    return ReadDocument(
        media_type="text/plain",
        reader="plain text",
        text=text,
        pages=(ReadPage(1, 0, len(text)),),
        blocks=tuple(paragraphs(text)),
        notices=(decoded.notice,) if decoded.notice else (),
        properties={"encoding": decoded.encoding},
    )


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """Bytes as text: by byte order mark, as UTF-8, as declared, as UTF-16, or by a guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"), encoding, name)
    wide = utf16_order(data)
    if wide:
        return _checked(data.decode(wide, "replace"), wide, name)
    if declared and known(declared) not in ("", "utf-8", "ascii"):
        if _is_utf8_all_the_same(data):
            words = f"The file says that it is {declared.upper()}, but it is UTF-8 and was read so."
            return Decoded(data.decode("utf-8"), "utf-8", Notice("encoding", words))
        return _checked(data.decode(declared, "replace"), known(declared), name)
    try:
        return _checked(data.decode("utf-8"), "utf-8", name)
    except UnicodeDecodeError:
        return _checked_legacy(data, name)


def _checked(text: str, encoding: str, name: str) -> Decoded:
    if "\x00" in text:
        raise Unreadable(
            f"{name} is not a text: it holds binary data.", "Choose the document itself."
        )
    faults = text.count("\ufffd")
    if faults and not encoding.startswith("utf-8"):
        words = f"{faults} characters could not be decoded as {encoding.upper()}."
        return Decoded(text, encoding, Notice("encoding", words))
    return Decoded(text, encoding)


def _checked_legacy(data: bytes, name: str) -> Decoded:
    """Text that is not valid UTF-8: UTF-8 with a few faults, or a legacy encoding."""
    forgiving = data.decode("utf-8", "replace")
    faults = forgiving.count("\ufffd")
    fine = sum(character > "\x7f" for character in forgiving[:SAMPLE]) - faults
    if faults * 1000 <= len(forgiving) and fine > 2 * faults:
        words = f"{faults} bytes are not valid UTF-8 and are shown as \ufffd."
        return Decoded(_checked(forgiving, "utf-8", name).text, "utf-8", Notice("encoding", words))
    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    if encoding in ("utf_8", "ascii"):
        encoding = "cp1252"
    if is_latin(encoding):
        encoding = likeliest(data[:SAMPLE]) or encoding
    text = data.decode(encoding, "replace")
    label = encoding.replace("_", "-")
    words = (
        f"The text is not Unicode. It was read as {label.upper()}, the likeliest encoding; "
        "compare letters with accents and quotation marks with the original."
    )
    return Decoded(_checked(text, label, name).text, label, Notice("encoding", words))


def _is_utf8_all_the_same(data: bytes) -> bool:
    """Whether a text is UTF-8 whatever is said of it: no other has such bytes by accident."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return sum(character > "\x7f" for character in text[:SAMPLE]) >= NO_ACCIDENT


def known(encoding: str) -> str:
    """Python's name of a declared encoding, "" for one that text cannot be read by."""
    try:
        # Some names are of no encoding of text, others of one that refuses everything.
        b"caf\xc3\xa9".decode(encoding, "replace")
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return ""


def paragraphs(text: str) -> Iterator[Block]:
    """Stretches between blank lines; where lines are not wrapped by hand, each line."""
    single = "\n\n" not in text
    group: tuple[int, int] | None = None
    for match in _LINE.finditer(text):
        start, stop = match.span()
        alone = single or stop - start > WRAPPED
        if group is not None and (alone or start > group[1] + 1 or text[start - 1] == "\f"):
            yield Block(*group)
            group = None
        if alone:
            yield Block(start, stop)
        else:
            group = (group[0] if group else start, stop)
    if group is not None:
        yield Block(*group)
