"""Bad input: each kind has its own words, and a bad file never takes the program down."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from pdf_making import encrypted, line, pdf_of

from verifier.errors import Cancelled, CannotWrite, Encrypted, TooLarge, Unreadable, VerifierError
from verifier.reading.files import read_file
from verifier.reading.here import read_here
from verifier.reading.limits import Limits
from verifier.reading.worker import Worker, read

ROOT = str(Path(__file__).resolve().parents[2])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zip_of(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


BAD: list[tuple[str, bytes, type[VerifierError], str]] = [
    ("empty.pdf", b"", Unreadable, "is empty"),
    ("cut.pdf", b"%PDF-1.7\n1 0 obj", Unreadable, "damaged or incomplete"),
    ("locked.pdf", encrypted(pdf_of([line(100, 700, "x")])), Encrypted, "password"),
    ("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), Encrypted, "password"),
    ("old.doc", OLE + "WordDocument".encode("utf-16-le"), Unreadable, r"old kind \(\.doc\)"),
    ("photo.pdf", b"\x89PNG\r\n\x1a\n" + bytes(50), Unreadable, "a picture"),
    ("sheet.docx", zip_of(**{"xl/workbook.xml": b"<a/>"}), Unreadable, "Excel"),
    ("files.docx", zip_of(**{"a.txt": b"a"}), Unreadable, "ZIP archive"),
    ("setup.txt", b"MZ\x90\x00\x03" + bytes(200), Unreadable, "a Windows program"),
    ("junk.txt", bytes(range(256)) * 20, Unreadable, "binary data"),
    ("cut.docx", zip_of(**{"word/document.xml": b"<a/>"})[:60], Unreadable, "damaged"),
    ("bomb.docx", zip_of(**{"word/document.xml": bytes(5_000_000)}), TooLarge, "unpacks to"),
    ("none.docx", zip_of(**{"word/other.xml": b"<a/>"}), Unreadable, "damaged"),
    ("entity.docx",
     zip_of(**{"word/document.xml": b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'}),
     Unreadable, "damaged"),
    ("letter.doc", b"{\\rtf1 hello}", Unreadable, "RTF"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "kind", "words"), BAD, ids=[row[0] for row in BAD])
def test_a_bad_file_is_refused_in_its_own_words(
    tmp_path: Path, name: str, data: bytes, kind: type[VerifierError], words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(kind, match=words) as refusal:
        read_here(path)
    assert name in refusal.value.what
    assert refusal.value.advice


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    with pytest.raises(TooLarge, match=r"huge\.txt has 2,048 MB"), Worker() as worker:
        worker.read(path)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be opened"):
        read(tmp_path / "nowhere.pdf")
    with pytest.raises(Unreadable, match="is a folder"):
        read_here(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(Unreadable, match="not a file, but a pipe"):
        read_file(pipe)


def test_too_much_text_and_too_many_pages_are_refused(tmp_path: Path) -> None:
    text = tmp_path / "long.txt"
    text.write_text("word " * 100)
    with pytest.raises(TooLarge, match="of text"):
        read_here(text, limits=Limits(text_size=100))
    pages = tmp_path / "long.pdf"
    pages.write_bytes(pdf_of([""] * 3))
    with pytest.raises(TooLarge, match="3 pages"):
        read_here(pages, limits=Limits(pages=2))


def misbehaving(behaviour: str) -> tuple[str, ...]:
    """The command of a reading process whose reader of text misbehaves."""
    code = f"""
import sys
sys.path.insert(0, {ROOT!r})
import os, threading
from verifier.reading import process
from verifier.reading.detect import READERS
def bad(path, name, limits):
    {behaviour}
    yield
process.serve({{**READERS, "text": bad}})
"""
    return (sys.executable, "-I", "-c", code)


@pytest.mark.parametrize(
    ("behaviour", "kind", "words"),
    [
        ("os.abort()", Unreadable, "stopped unexpectedly"),
        ("raise ZeroDivisionError", Unreadable, "stopped unexpectedly"),
        ("threading.Event().wait()", TooLarge, "no progress for 0.4 seconds"),
        ("bytearray(900 * 1024 * 1024)", TooLarge, "MB of memory"),
        ("os.write(1, b'noise'); print('noise'); raise MemoryError", TooLarge, "MB of memory"),
    ],
)
def test_a_reader_that_fails_is_told_in_words_and_the_next_file_is_read(
    tmp_path: Path, behaviour: str, kind: type[VerifierError], words: str
) -> None:
    text = tmp_path / "report.txt"
    text.write_text("Some text.")
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(pdf_of([line(100, 700, "Fine")]))
    with Worker(misbehaving(behaviour)) as worker:
        assert worker.read(pdf).text == "Fine\n"
        limits = Limits(memory=500 * 1024 * 1024, silence=0.4)
        with pytest.raises(kind, match=words):
            worker.read(text, limits=limits)
        assert worker.read(pdf).text == "Fine\n"


def test_stopping_ends_the_reader_and_says_so(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("Some text.")
    with Worker(misbehaving("threading.Event().wait()")) as worker:
        with pytest.raises(Cancelled):
            worker.read(text, cancelled=lambda: True)
        assert worker.process_id is None


def test_bytes_are_read_like_a_file_and_pages_are_told_as_they_come() -> None:
    seen: list[tuple[int, str]] = []
    counts: list[tuple[int, int | None]] = []
    with Worker() as worker:
        document = worker.read(
            pdf_of([line(100, 700, "One"), line(100, 700, "Two")]),
            name="evidence.pdf",
            on_page=lambda page, text: seen.append((page.number, text)),
            progress=lambda done, total: counts.append((done, total)),
        )
    assert seen == [(1, "One\n"), (2, "Two\n")]
    assert counts[0] == (0, 2)
    assert counts[-1] == (2, 2)
    assert document.text == "One\nTwo\n"


def test_what_a_page_callback_raises_reaches_the_caller_and_the_worker_goes_on() -> None:
    def refuse(page: object, text: str) -> None:
        raise LookupError

    with Worker() as worker:
        with pytest.raises(LookupError):
            worker.read(pdf_of([line(100, 700, "One")]), on_page=refuse)
        assert worker.read(b"Plain words", name="a.txt").text == "Plain words"


def test_a_folder_for_temporary_files_without_room_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with Worker() as worker, pytest.raises(CannotWrite, match="A copy of"):
        worker.read(b"Plain words", name="a.txt")


def test_a_document_crosses_the_process_border_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<h1>Title \U0001f600</h1><p>A <a href='https://example.org'>link</a></p>",
                    encoding="utf-8")  # fmt: skip
    assert read(path) == read_here(path)
