"""Pictures, e-mails and web archives are evidence; whatever cannot be read is kept."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from evidence_making import ADDRESS, CAPTURED, message, picture, wacz, warc
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from verifier.errors import TooLarge, Unreadable, VerifierError
from verifier.reading.detect import PICTURE
from verifier.reading.email import read_email
from verifier.reading.evidence import Examined, examine, read_evidence
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.worker import Worker


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """A reading process for all tests of this file."""
    with Worker() as worker:
        yield worker


def text(examined: Examined) -> str:
    return examined.read.text if examined.read else ""


def test_a_picture_tells_camera_time_and_place(tmp_path: Path, worker: Worker) -> None:
    found = examine(picture(tmp_path / "site.jpg"), worker=worker)
    assert (found.kind, found.media_type, found.read) == ("picture", "image/jpeg", None)
    assert found.properties == {
        "size": "4 × 3 pixels",
        "format": "JPEG",
        "camera maker": "Acme",
        "software": "Editor 2",
        "taken": "2022:01:14 10:30:00",
        "place": "-50.450000, 30.510000",
    }


def test_a_picture_of_several_pages_tells_how_many(tmp_path: Path, worker: Worker) -> None:
    pages = [Image.new("1", (8, 4 + number)) for number in range(3)]
    path = tmp_path / "fax.tif"
    pages[0].save(path, save_all=True, append_images=pages[1:])
    assert examine(path, worker=worker).properties == {
        "size": "8 × 4 pixels",
        "format": "TIFF",
        "pages": "3",
        "page sizes": "1: 8 × 4; 2: 8 × 5; 3: 8 × 6",
    }
    pages[0].save(path, save_all=True, append_images=[pages[0], pages[1]])
    assert examine(path, worker=worker).properties["page sizes"] == "1–2: 8 × 4; 3: 8 × 5"
    pages[0].save(path, save_all=True, append_images=[pages[0]])
    assert "page sizes" not in examine(path, worker=worker).properties


def test_pages_of_a_scan_are_handed_on_one_by_one(tmp_path: Path, worker: Worker) -> None:
    shades = [Image.new(mode, (80, 60), colour) for mode, colour in
              (("1", 1), ("L", 100), ("RGB", (200, 0, 0)), ("CMYK", (0, 0, 0, 255)))]  # fmt: skip
    path = tmp_path / "scan.tif"
    shades[0].save(path, save_all=True, append_images=shades[1:])
    found = worker.pictures(path, ["1", "2", "3", "4", "5"], reader=PICTURE)
    assert list(found) == ["1", "2", "3", "4"]
    colours = [Image.open(io.BytesIO(one.data)).convert("RGB").getpixel((9, 9))
               for one in found.values()]  # fmt: skip
    for colour, expected in zip(
        colours, [(255,) * 3, (100,) * 3, (200, 0, 0), (0,) * 3], strict=True
    ):
        assert colour == pytest.approx(expected, abs=6)


@pytest.mark.parametrize("html", [False, True])
def test_an_email_shows_its_headers_and_words(tmp_path: Path, worker: Worker, html: bool) -> None:
    found = examine(message(tmp_path / "letter.eml", html=html), worker=worker)
    assert (found.kind, found.media_type) == ("email", "message/rfc822")
    assert text(found).startswith("From: Олена <olena@example.org>\nTo: desk@example.org\n")
    assert "It was 70 sites." in text(found)
    assert found.properties["created"] == "2022-01-14T10:00:00+00:00"
    assert found.properties["attachments"] == "list.pdf"
    assert found.properties["title"] == "About the sites"


def test_a_web_archive_shows_its_first_page(tmp_path: Path, worker: Worker) -> None:
    found = examine(warc(tmp_path / "news.warc.gz"), worker=worker)
    assert (found.kind, found.media_type) == ("page", "application/warc")
    assert text(found) == "The site was defaced.\nOfficials spoke.\n"
    assert found.properties["address"] == ADDRESS
    assert found.properties["captured"] == CAPTURED
    assert found.properties["title"] == "News"


def test_a_collection_shows_the_page_it_names(tmp_path: Path, worker: Worker) -> None:
    found = examine(wacz(tmp_path / "news.wacz"), worker=worker)
    assert (found.kind, text(found)) == ("page", "Another\n")
    other = examine(wacz(tmp_path / "other.wacz", "https://example.org/gone"), worker=worker)
    assert other.properties["address"] == ADDRESS
    assert other.read is not None
    assert [notice.code for notice in other.read.notices] == ["other-page"]


def test_a_saved_page_knows_where_and_when_it_was_saved(tmp_path: Path, worker: Worker) -> None:
    page = tmp_path / "page.mhtml"
    page.write_bytes(
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\n"
        b"Subject: A page\r\nDate: Fri, 14 Jan 2022 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="B"\r\n\r\n'
        b"--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Words</p>\r\n--B--\r\n"
    )
    found = examine(page, worker=worker)
    assert (found.kind, text(found)) == ("page", "Words\n")
    assert found.properties["address"] == "https://example.org/a"


@pytest.mark.parametrize(
    ("name", "data", "kind", "media_type"),
    [
        ("numbers.csv", b"a,b\n1,2\n", "dataset", "text/plain"),
        ("notes.txt", b"Some words.", "file", "text/plain"),
        ("sound.mp3", b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(200), "file", "audio/mpeg"),
        ("broken.jpg", b"\xff\xd8\xff\xe0 not a picture", "picture", "image/jpeg"),
        ("broken.warc.gz", b"\x1f\x8b\x08 no", "file", "application/octet-stream"),
        ("unknown", bytes(range(256)), "file", "application/octet-stream"),
    ],
)
def test_every_file_is_kept_whatever_it_is(
    tmp_path: Path, worker: Worker, name: str, data: bytes, kind: str, media_type: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = examine(path, worker=worker)
    assert (found.kind, found.data) == (kind, data)
    if found.read is None:
        assert name in found.notice
    else:
        assert found.media_type == media_type


def test_a_file_that_is_too_large_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 100)
    with pytest.raises(TooLarge):
        examine(path, limits=Limits(file_size=10))
    with pytest.raises(Unreadable):
        examine(tmp_path / "nothing.txt")


@pytest.mark.parametrize("make", [picture, message, warc, wacz])
@given(
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=4),
    st.floats(0, 1),
)
def test_a_damaged_file_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory,
    make: Callable[[Path], Path],
    changes: list[tuple[float, int]],
    kept: float,
) -> None:
    path = make(tmp_path_factory.getbasetemp() / make.__name__)
    content = bytearray(path.read_bytes())
    for place, byte in changes:
        content[int(place * (len(content) - 1))] = byte
    path.write_bytes(content[: 1 + int(kept * len(content))])
    pages, refused = 0, ""
    try:
        pages = len(document_of(read_evidence(path, "kept.file", Limits())).pages)
    except VerifierError as error:
        refused = str(error)
    assert pages >= 1 or "kept.file" in refused


def test_a_message_without_text_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.eml"
    path.write_bytes(
        b"From: a@example.org\nTo: b@example.org\nDate: never\nContent-Type: image/png\n\nxx"
    )
    read = read_email(path, "empty.eml", Limits())
    assert [notice.code for notice in read.notices] == ["no-text"]
    assert "created" not in read.properties
