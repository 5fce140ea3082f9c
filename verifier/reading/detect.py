"""What a file is, by its content; and in words what it is when it cannot be read."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from verifier.errors import Encrypted, Unreadable
from verifier.reading.document import ReadDocument
from verifier.reading.limits import Limits, check_size, size_of
from verifier.reading.parts import Part, Reader, parts_of
from verifier.reading.wide import utf16_order

HEAD = 64 * 1024
"""Bytes of the file that are looked at."""

WholeReader = Callable[[Path, str, Limits], ReadDocument]

EVIDENCE = "evidence"
"""The key of the reader that takes any file for the locker."""


def _loaded(module: str, function: str) -> Reader:
    """A reader that yields parts, loaded when it is first used: a case holds few formats."""

    def read(path: Path, name: str, limits: Limits) -> Iterator[Part]:
        reader = getattr(import_module(f"verifier.reading.{module}"), function)
        yield from reader(path, name, limits)

    return read


def _whole(module: str, function: str) -> Reader:
    """A reader that reads in one go, loaded when it is first used, as one that yields parts."""

    def read(path: Path, name: str, limits: Limits) -> Iterator[Part]:
        reader: WholeReader = getattr(import_module(f"verifier.reading.{module}"), function)
        yield from parts_of(reader(path, name, limits))

    return read


READERS: dict[str, Reader] = {
    "pdf": _loaded("pdf", "read_pdf"),
    "docx": _whole("docx", "read_docx"),
    "html": _whole("html", "read_html"),
    "mhtml": _whole("html", "read_mhtml"),
    "email": _whole("email", "read_email"),
    "markdown": _whole("markdown", "read_markdown"),
    "text": _whole("plain", "read_plain"),
}
ALL_READERS: dict[str, Reader] = {**READERS, EVIDENCE: _loaded("evidence", "read_evidence")}

PICTURE = "picture"
"""The key of the reader for a file that is a picture itself."""
PictureReader = Callable[[Path, str, Limits, Sequence[str]], Iterable[tuple[str, bytes]]]
"""The pictures inside a file, by the names or numbers that its blocks tell."""


def _pictures(module: str, function: str) -> PictureReader:
    """A reader of pictures, loaded when it is first used."""

    def read(
        path: Path, name: str, limits: Limits, wanted: Sequence[str]
    ) -> Iterator[tuple[str, bytes]]:
        reader: PictureReader = getattr(import_module(f"verifier.reading.{module}"), function)
        yield from reader(path, name, limits, wanted)

    return read


PICTURES: dict[str, PictureReader] = {
    "docx": _pictures("inner_pictures", "pictures_of_package"),
    "html": _pictures("html", "html_pictures"),
    "mhtml": _pictures("html", "mhtml_pictures"),
    "markdown": _pictures("markdown", "markdown_pictures"),
    PICTURE: _pictures("picture", "picture_itself"),
}

_FOREIGN = (
    (b"\x89PNG\r\n", "a picture (PNG)"), (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"), (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"), (b"BM", "a picture (BMP)"),
    (b"MZ", "a Windows program"), (b"\x7fELF", "a Linux program"),
    (b"\xcf\xfa\xed\xfe", "a macOS program"), (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "a compressed archive (gzip)"), (b"7z\xbc\xaf", "a compressed archive (7-Zip)"),
    (b"Rar!", "a compressed archive (RAR)"), (b"BZh", "a compressed archive (bzip2)"),
    (b"\xfd7zXZ", "a compressed archive (xz)"), (b"ID3", "a sound recording (MP3)"),
    (b"OggS", "a sound or video recording (Ogg)"), (b"fLaC", "a sound recording (FLAC)"),
    (b"\x1aE\xdf\xa3", "a video (Matroska or WebM)"), (b"%!PS", "a PostScript file"),
    (b"SQLite format 3\x00", "a database (SQLite)"), (b"wOFF", "a font"), (b"OTTO", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
)  # fmt: skip
_BINARY_ONLY = {b"BM", b"MZ", b"ID3", b"BZh", b"GIF8", b"OTTO", b"wOFF", b"OggS", b"fLaC", b"Rar!"}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<(?:p|div|span|h[1-6]|table|ul|ol|a|br|article|section)\b[^>]*>", re.I)
_SENT = re.compile(rb"^(?:received|message-id|mime-version|return-path):", re.I | re.M)
"""What a mail program writes, and nobody who writes a memo to somebody."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def reader_for(path: Path, name: str, limits: Limits) -> str:
    """The key into READERS of the reader that fits the file's content, or an error in words."""
    check_size(size_of(path, name), name, limits)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise Unreadable(
            f"{name} cannot be opened ({error.strerror}).", "Check that you may read it."
        ) from error
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(path, name)
    if head.startswith(_OLE):
        raise _ole_refusal(path, name)
    if b"%PDF-" in head[:8192]:
        return "pdf"
    _refuse_foreign(head, name)
    return _text_kind(head, name)


def is_email(head: bytes) -> bool:
    """Whether the first bytes of a file are the headers of an e-mail that was sent."""
    names = set()
    for line in head.replace(b"\r\n", b"\n").split(b"\n\n")[0].split(b"\n"):
        name, colon, _ = line.partition(b":")
        if colon and name and b" " not in name:
            names.add(name.lower())
        elif not line.startswith((b" ", b"\t")) and not line.startswith(b"From "):
            return False
    saved_page = b"snapshot-content-location" in names
    return not saved_page and b"from" in names and bool(names & {b"to", b"received"})


def _text_kind(head: bytes, name: str) -> str:
    ending = Path(name).suffix.lower()
    if is_email(head) and (ending == ".eml" or _SENT.search(head.partition(b"\n\n")[0])):
        return "email"
    if _is_mhtml(head):
        return "mhtml"
    plain_head = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _HTML.match(plain_head) or b"<html" in plain_head[:1024].lower():
        return "html"
    if ending in (".html", ".htm", ".xhtml") and _TAG.search(plain_head):
        return "html"
    return "markdown" if ending in (".md", ".markdown") else "text"


def _is_mhtml(head: bytes) -> bool:
    start = head[:4096].lower()
    return b"mime-version:" in start and (b"multipart/related" in start or b"text/html" in start)


def _refuse_foreign(head: bytes, name: str) -> None:
    binary = _is_binary(head)
    for magic, words in _FOREIGN:
        if head.startswith(magic) and (binary or magic not in _BINARY_ONLY):
            raise _wrong(name, words)
    if head[4:8] == b"ftyp":
        is_picture = head[8:12] in (b"heic", b"mif1", b"avif", b"heix")
        raise _wrong(name, "a picture" if is_picture else "a video or sound recording (MP4)")
    if head.startswith(b"RIFF"):
        kinds = {b"WEBP": "a picture (WebP)", b"WAVE": "a sound recording (WAV)"}
        raise _wrong(name, kinds.get(head[8:12], "a video or sound recording"))
    if head.startswith(b"{\\rtf"):
        raise _wrong(name, "a rich text file (RTF)", "Save it as .docx in a word processor.")
    if binary:
        raise _wrong(name, "binary data of an unknown kind")


def _is_binary(head: bytes) -> bool:
    """Whether the bytes are no text in any common encoding, UTF-16 and UTF-32 included."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or utf16_order(head):
        return False
    control = sum(head.count(byte) for byte in range(1, 32) if byte not in (9, 10, 12, 13, 27))
    return b"\x00" in head or control > 0.02 * len(head) + 1


def _in_zip(path: Path, name: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {member.lower() for member in archive.namelist()[:10_000]}
            kind = _start_of(archive, "mimetype") if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, KeyError, ValueError, RuntimeError,
            NotImplementedError, zipfile.LargeZipFile) as error:  # fmt: skip
        raise Unreadable(
            f"{name} is a damaged or incomplete Word or ZIP file.", "Get the file again."
        ) from error
    if any(member.startswith("word/") for member in names):
        return "docx"
    if "[content_types].xml" in names and not any(
        member.startswith(("xl/", "ppt/", "visio/")) for member in names
    ):
        return "docx"
    if any(member.startswith("xl/") for member in names):
        raise _wrong(name, "an Excel workbook", "Print it to a PDF, or save a sheet as text.")
    if any(member.startswith("ppt/") for member in names):
        raise _wrong(name, "a PowerPoint presentation", "Print it to a PDF.")
    if kind.startswith(b"application/vnd.oasis"):
        raise _wrong(name, "an OpenDocument file", "Save it as .docx or print it to a PDF.")
    if kind.startswith(b"application/epub"):
        raise _wrong(name, "an e-book (EPUB)", "Print it to a PDF.")
    raise _wrong(name, "a ZIP archive", "Unpack it and choose the files in it.")


def _start_of(archive: zipfile.ZipFile, member: str) -> bytes:
    with archive.open(member) as stream:
        return stream.read(80)


def _ole_refusal(path: Path, name: str) -> Unreadable:
    """Word, Excel and PowerPoint before 2007, and all of Office behind a password."""
    with path.open("rb") as file:
        data = file.read(64 * 1024 * 1024)
    if _wide("EncryptedPackage") in data:
        return Encrypted(
            f"{name} is an Office file protected by a password.",
            "Open it with the password and save a copy without it.",
        )
    if _wide("WordDocument") in data:
        words = "Open it in Word or LibreOffice and save it as .docx."
        return _wrong(name, "a Word file of the old kind (.doc)", words)
    if _wide("Workbook") in data or _wide("Book") in data:
        return _wrong(name, "an Excel workbook of the old kind (.xls)", "Print it to a PDF.")
    if _wide("PowerPoint Document") in data:
        return _wrong(name, "a PowerPoint presentation of the old kind", "Print it to a PDF.")
    return _wrong(name, "a file of an old Office program or a saved e-mail", "Print it to a PDF.")


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _wrong(name: str, kind: str, advice: str = "") -> Unreadable:
    usual = "A report can be a PDF, Word (.docx), HTML, Markdown or text file."
    return Unreadable(f"{name} is {kind}, which cannot be read as a document.", advice or usual)
