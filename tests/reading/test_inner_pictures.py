"""Pictures inside documents: where they stand, how large they are, and what is handed on."""

from __future__ import annotations

import base64
import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Pt
from PIL import Image
from test_docx_reading import package

from verifier.reading.here import read_here
from verifier.reading.inner_pictures import LARGEST, data_of, safe_picture, shown_size
from verifier.reading.worker import Worker
from verifier.text.document import picture_key, pictures_of
from verifier.ui.reader.flow_text import is_shown


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """A reading process for all tests of this file."""
    with Worker() as worker:
        yield worker


def png(width: int = 40, height: int = 20, colour: str = "#1d7f76") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(made, "PNG")
    return made.getvalue()


def address_of(data: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(data).decode()


def pictures_in(path: Path) -> list[dict[str, Any]]:
    return [block.data for block in read_here(path).blocks if block.kind == "picture"]


def size_of(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as image:
        return image.size


def test_a_word_file_tells_size_and_cell_of_its_pictures(tmp_path: Path, worker: Worker) -> None:
    made = docx.Document()
    made.add_paragraph("Before.")
    made.add_picture(io.BytesIO(png()), width=Pt(120), height=Pt(60))
    cell = made.add_table(1, 2).cell(0, 1)
    cell.paragraphs[0].add_run().add_picture(io.BytesIO(png(8, 8, "#771a36")), width=Pt(30))
    path = tmp_path / "report.docx"
    made.save(str(path))
    first, second = pictures_in(path)
    assert (first["width"], first["height"]) == (120, 60)
    assert (second["table"], second["row"], second["col"]) == (1, 0, 1)
    found = worker.pictures(path, [first["part"], second["part"], "word/document.xml", "gone"])
    assert {key: size_of(picture.data) for key, picture in found.items()} == {
        first["part"]: (40, 20), second["part"]: (8, 8),
    }  # fmt: skip


def test_a_page_shows_what_it_holds_and_fetches_nothing(tmp_path: Path, worker: Worker) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        f'<p>One <img src="{address_of(png())}" alt="chart"> two '
        '<img src="https://example.org/a.png" alt="far away" width="80" height="40">'
        f'<img src="{address_of(png())}" width="20"></p>',
        encoding="utf-8",
    )
    first, far, small = pictures_in(path)
    digest = hashlib.sha256(png()).hexdigest()
    own = {"width": 30, "height": 15, "pixels": [40, 20], "sha256": digest}
    assert first == {"src": "", "alt": "chart", "picture": "1", **own}
    assert "picture" not in far
    assert (far["src"], far["width"]) == ("https://example.org/a.png", 60)
    assert (small["width"], small["height"]) == (15, 7.5)
    taken = worker.pictures(path, ["1", "2", "3"])
    assert {key: picture.sha256 for key, picture in taken.items()} == {"1": digest, "3": digest}
    assert set(worker.pictures(path, ["3"])) == {"3"}


def test_a_saved_page_holds_its_pictures_by_address_and_by_id(
    tmp_path: Path, worker: Worker
) -> None:
    picture = base64.b64encode(png()).decode()
    html = '<p>A<img src="a/b.png"><img src="cid:two@x"><img src="c.png">Z</p>'
    path = tmp_path / "page.mhtml"
    path.write_text(
        "MIME-Version: 1.0\nSnapshot-Content-Location: https://example.org/x/\n"
        'Content-Type: multipart/related; boundary="B"\n\n'
        f"--B\nContent-Type: text/html; charset=utf-8\n\n{html}\n"
        "--B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: https://example.org/x/a/b.png\n\n{picture}\n"
        "--B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        f"Content-ID: <two@x>\n\n{picture}\n--B--\n",
        encoding="utf-8",
    )
    assert [data.get("picture") for data in pictures_in(path)] == ["1", "2", None]
    assert set(worker.pictures(path, ["1", "2", "3"])) == {"1", "2"}


def test_markdown_holds_pictures_too_and_numbers_its_lists(tmp_path: Path, worker: Worker) -> None:
    path = tmp_path / "notes.md"
    path.write_text(f"3. three\n4. four\n\n![chart]({address_of(png())})\n", encoding="utf-8")
    items = [block.data for block in read_here(path).blocks if block.kind == "list-item"]
    assert items == [{"number": "3."}, {"number": "4."}]
    assert set(worker.pictures(path, ["1"])) == {"1"}


def test_a_picture_that_cannot_be_unpacked_keeps_no_word_file_out(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Words.")
    made.add_picture(io.BytesIO(png()))
    path = tmp_path / "whole.docx"
    made.save(str(path))
    ((part, digest),) = [(data["part"], data["sha256"]) for data in pictures_in(path)]
    assert digest == hashlib.sha256(png()).hexdigest()
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    data = broken.read_bytes()
    assert data.count(png()) == 1
    broken.write_bytes(data.replace(png(), png()[:-4] + b"ruin"))
    (told,) = pictures_in(broken)
    assert told["part"] == part
    assert "sha256" not in told


def test_what_is_no_picture_or_a_bomb_is_left_out() -> None:
    assert safe_picture(b"\x89PNG\r\n\x1a\n nothing") is None
    assert safe_picture(b"<svg onload='x'/>") is None
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk
    bomb += struct.pack(">I", zlib.crc32(chunk))
    assert safe_picture(bomb) is None
    large = safe_picture(png(3000, 1500))
    assert large is not None
    assert size_of(large) == (LARGEST[0], LARGEST[0] // 2)


def test_only_pictures_in_data_addresses_count() -> None:
    assert data_of("data:image/png;base64,aGk=") == b"hi"
    assert data_of("data:image/png,%41b") == b"Ab"
    assert data_of("data:text/html;base64,aGk=") is None
    assert data_of("data:image/png;base64,a") is None
    assert data_of("https://example.org/a.png") is None
    assert shown_size("", "", b"nothing") is None
    assert shown_size("10px", "20", None) == (7.5, 15)


def test_merged_cells_tell_how_far_they_reach(tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    for number, cell in enumerate(table._cells):
        cell.text = f"c{number}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "tall"
    path = tmp_path / "table.docx"
    made.save(str(path))
    read = read_here(path)
    cells = {read.text[b.start : b.stop]: b.data for b in read.blocks if b.kind == "table-cell"}
    assert cells["wide"] == {"table": 1, "row": 0, "col": 0, "cols": 2}
    assert cells["c2"] == {"table": 1, "row": 0, "col": 2}
    assert cells["tall"] == {"table": 1, "row": 1, "col": 2, "rows": 2}

    path = tmp_path / "table.html"
    path.write_text(
        "<table><tr><th rowspan=2>A<th colspan=2>B<tr><td>c<td>d"
        "<tr><td>e<td rowspan=0>f<td>g</table><ol start=3><li>x<li>y<ul><li>z</ul></ol>",
        encoding="utf-8",
    )
    read = read_here(path)
    cells = {read.text[b.start : b.stop]: b.data for b in read.blocks if b.kind == "table-cell"}
    assert cells["A"] == {"table": 1, "row": 0, "col": 0, "rows": 2, "head": 1}
    assert cells["B"] == {"table": 1, "row": 0, "col": 1, "cols": 2, "head": 1}
    assert [(cells[name]["row"], cells[name]["col"]) for name in "cdefg"] == [
        (1, 1), (1, 2), (2, 0), (2, 1), (2, 2),
    ]  # fmt: skip
    items = [(b.level, b.data) for b in read.blocks if b.kind == "list-item"]
    assert items == [(1, {"number": "3."}), (1, {"number": "4."}), (2, {})]


def test_a_drawn_icon_of_a_page_takes_no_room(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    icons = [f"<img alt='{alt}' src='data:image/svg+xml,<svg/>'>" for alt in ("", "Map")]
    path.write_text(f"<p>Words.</p>{''.join(icons)}", encoding="utf-8")
    nameless, named = pictures_of(read_here(path).blocks)
    assert not is_shown(nameless)
    assert is_shown(named)
    assert picture_key(named.data) == ""


def test_a_picture_that_only_word_draws_says_so(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:pict><v:imagedata xmlns:v='v' r:id='r3'/></w:pict></w:r></w:p>"
    path = tmp_path / "old.docx"
    path.write_bytes(package(body, **{"word/media/map.png": "a drawing of Windows"}))
    read = read_here(path)
    (picture,) = pictures_of(read.blocks)
    assert picture.data["drawn"] == "picture"
    assert "only Word draws" in read.notices[-1].text
