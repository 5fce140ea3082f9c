"""Scanned PDFs and pictures of the locker: read by Tesseract, kept beside the untouched file.

Most tests have the recorded answer of Tesseract in tests/data, those marked the program itself.
"""

from __future__ import annotations

import io
import shutil
import sqlite3
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from factories import add_claim, add_document, state_of
from pdf_making import line, pdf_of
from PIL import Image
from scan_making import RECORDED, SAID, said_page, scan_of, screenshot

from verifier.actions.evidence import AddEvidence, Cite, WithdrawEvidence
from verifier.actions.reviews import ReviewClaim
from verifier.errors import Cancelled, Conflict, Invalid, NotAllowed, NotFound, TooLarge, Unreadable
from verifier.exchange.evidence_ocr import SeenEvidence, can_be_seen, read_evidence
from verifier.exchange.locker import attaching, open_evidence
from verifier.queries import documents, evidence
from verifier.queries.evidence import CitationRow, EvidenceRow
from verifier.queries.integrity import problems
from verifier.queries.search import search
from verifier.queries.seen_text import seen_texts
from verifier.reading import tesseract
from verifier.reading.boxes import unpack_boxes
from verifier.reading.evidence import examine
from verifier.reading.tesseract import Tesseract
from verifier.reading.worker import Worker
from verifier.states import Custody, Decision, EvidenceKind, Stance
from verifier.workspace import Workspace

QUOTE = "had been defaced within hours"
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)
pytestmark = pytest.mark.usefixtures("files_are_read_once")


@lru_cache
def worker() -> Worker:
    """One reading process for all tests here."""
    return Worker()


@pytest.fixture(scope="module", autouse=True)
def worker_ends() -> Iterator[None]:
    """End it after the last of them."""
    yield
    worker().close()
    worker.cache_clear()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A PDF that is one scanned page."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan_of(said_page()))
    return path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture of a page."""
    path = tmp_path / "photo.png"
    Image.new("L", (567, 734), "white").save(path)
    return path


def attach(workspace: Workspace, path: Path, claim_id: str | None = None, quote: str = "") -> str:
    action = attaching(examine(path), claim_id=claim_id, citation={"quote": quote})
    workspace.do(action)
    return action.id


def see(
    workspace: Workspace,
    evidence_id: str,
    languages: Sequence[str] = ("eng",),
    program: Tesseract = RECORDED,
    *,
    pages: Sequence[int] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SeenEvidence:
    original = open_evidence(workspace, evidence_id)
    return read_evidence(
        workspace,
        original,
        program,
        languages,
        worker=worker(),
        pages=pages,
        cancelled=cancelled,
    )


def item(workspace: Workspace, evidence_id: str) -> EvidenceRow:
    with workspace.reading() as session:
        return evidence.item(session, workspace.case_id, evidence_id)


def text_of(workspace: Workspace, evidence_id: str) -> str:
    layer = item(workspace, evidence_id).text_layer_id
    assert layer is not None
    with workspace.reading() as session:
        return documents.text(session, layer)


def citation(workspace: Workspace) -> CitationRow:
    with workspace.reading() as session:
        (row,) = evidence.citations(session, workspace.case_id)
    return row


def is_whole(workspace: Workspace) -> bool:
    with workspace.reading() as session:
        return list(problems(session, workspace.case_id)) == []


def claim(workspace: Workspace) -> str:
    return add_claim(workspace, add_document(workspace), "70 sites")


@pytest.mark.parametrize("kind", ["scan", "photo"])
def test_the_text_is_kept_beside_the_file_and_everybody_is_told(
    workspace: Workspace, kind: str, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(kind)
    evidence_id = attach(workspace, path)
    assert item(workspace, evidence_id).text_layer_id is None
    before = state_of(workspace)
    found = see(workspace, evidence_id)
    assert state_of(workspace) == before
    assert (found.pages, round(found.confidence)) == (1, 96)
    done = workspace.do(found.action())
    row = item(workspace, evidence_id)
    digest = sha256(path.read_bytes()).hexdigest()
    assert row.blob_sha256 == digest
    assert open_evidence(workspace, evidence_id).data == path.read_bytes()
    assert QUOTE in text_of(workspace, evidence_id)
    with workspace.reading() as session:
        (seen,) = seen_texts(session, workspace.case_id).values()
        *_, last = evidence.custody(session, workspace.case_id, evidence_id=evidence_id)
        hits = search(session, workspace.case_id, "in:evidence defaced")
        layer = documents.layer(session, row.text_layer_id or "")
    assert (seen.engine, seen.confidence) == ("Tesseract 5.3.0 (eng)", "96 %")
    assert "96 % sure" in seen.notices[0]
    assert seen.holds(3, 9)
    assert (last.action, last.person) == (Custody.ANNOTATED, workspace.actor.name)
    assert last.note == "Text read by Tesseract 5.3.0 (eng), 96 % sure."
    assert (last.sha256_before, last.sha256_after) == (digest, digest)
    assert layer.reader.endswith(", Tesseract 5.3.0 (eng)")
    assert [hit.evidence_id for hit in hits] == [evidence_id]
    assert is_whole(workspace)
    workspace.undo(workspace.undo(done))
    assert QUOTE in text_of(workspace, evidence_id)
    redone = workspace.do(see(workspace, evidence_id, ["ukr"], pages=[1]).action())
    workspace.undo(redone)
    assert is_whole(workspace)


def test_undoing_leaves_nothing_but_what_is_logged(workspace: Workspace, photo: Path) -> None:
    evidence_id = attach(workspace, photo, claim(workspace), QUOTE)
    before = state_of(workspace)
    undone = workspace.undo(workspace.do(see(workspace, evidence_id).action()))
    after = state_of(workspace)
    assert before.pop("CustodyEvent") != after.pop("CustodyEvent")
    assert after == before
    workspace.undo(workspace.undo(workspace.undo(undone)))
    with workspace.reading() as session:
        log = evidence.custody(session, workspace.case_id, evidence_id=evidence_id)
    assert [entry.note.split(":")[0].split(" by ")[0] for entry in log] == [
        "",
        "Text read",
        "Undone",
        "Undone or done again",
        "Undone",
        "Undone or done again",
    ]
    assert is_whole(workspace)


def test_text_that_was_taken_back_is_not_found(workspace: Workspace, photo: Path) -> None:
    evidence_id = attach(workspace, photo)
    workspace.undo(workspace.do(see(workspace, evidence_id).action()))
    with workspace.reading() as session:
        assert search(session, workspace.case_id, "in:evidence defaced") == ()
    assert is_whole(workspace)


def test_the_second_time_the_same_is_refused_and_other_words_are_taken(
    workspace: Workspace, photo: Path
) -> None:
    evidence_id = attach(workspace, photo)
    stale = see(workspace, evidence_id)
    workspace.do(see(workspace, evidence_id).action())
    with pytest.raises(Conflict, match="very text already"):
        workspace.do(see(workspace, evidence_id).action())
    with pytest.raises(Conflict, match="a moment ago"):
        workspace.do(stale.action())
    workspace.do(see(workspace, evidence_id, ["ukr"]).action())
    assert "The agency" in text_of(workspace, evidence_id)
    with pytest.raises(Invalid, match="has one page"):
        see(workspace, evidence_id, pages=[2])


def test_a_quote_gets_its_place_and_keeps_it_while_its_words_stand(
    workspace: Workspace, photo: Path
) -> None:
    evidence_id = attach(workspace, photo, claim(workspace), "been  defaced within hours")
    assert citation(workspace).start is None
    workspace.do(see(workspace, evidence_id).action())
    first = citation(workspace)
    assert first.start == text_of(workspace, evidence_id).index("been defaced")
    again = workspace.do(see(workspace, evidence_id, ["ukr"]).action())
    moved = citation(workspace)
    assert moved.quote == first.quote
    assert moved.start == (first.start or 0) - len("ministry") + len("agency")
    workspace.undo(again)
    assert citation(workspace).start == first.start
    assert is_whole(workspace)


def test_a_quote_whose_words_are_read_otherwise_has_no_place(
    workspace: Workspace, photo: Path
) -> None:
    evidence_id = attach(workspace, photo, claim(workspace), "The ministry said")
    workspace.do(see(workspace, evidence_id).action())
    assert citation(workspace).start == 0
    workspace.do(see(workspace, evidence_id, ["ukr"]).action())
    assert (citation(workspace).quote, citation(workspace).start) == ("The ministry said", None)
    assert is_whole(workspace)


def test_the_quotes_of_a_locked_claim_do_not_move(workspace: Workspace, photo: Path) -> None:
    claim_id = claim(workspace)
    evidence_id = attach(workspace, photo, claim_id, QUOTE)
    workspace.do(ReviewClaim(claim_id, Decision.APPROVE))
    before = citation(workspace)
    workspace.do(see(workspace, evidence_id).action())
    assert citation(workspace) == before
    workspace.do(ReviewClaim(claim_id, Decision.REOPEN))
    workspace.do(Cite(claim_id, evidence_id, Stance.CONTEXT, {"quote": QUOTE}))
    workspace.do(ReviewClaim(claim_id, Decision.APPROVE))
    state = state_of(workspace)
    with pytest.raises(NotAllowed, match="approved and locked"):
        workspace.do(see(workspace, evidence_id, ["ukr"]).action())
    assert state_of(workspace) == state


def test_text_that_somebody_quotes_meanwhile_cannot_be_taken_back(
    workspace: Workspace, photo: Path
) -> None:
    claim_id = claim(workspace)
    evidence_id = attach(workspace, photo)
    done = workspace.do(see(workspace, evidence_id).action())
    quoted = workspace.do(Cite(claim_id, evidence_id, Stance.REFUTES, {"quote": QUOTE}))
    with pytest.raises(Conflict, match="C1 quotes words of the text"):
        workspace.undo(done)
    assert QUOTE in text_of(workspace, evidence_id)
    workspace.undo(quoted)
    workspace.undo(done)
    assert item(workspace, evidence_id).text_layer_id is None


def test_pages_with_text_stay_word_for_word(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "mixed.pdf"
    with (
        pikepdf.open(io.BytesIO(pdf_of([line(100, 700, "First page.")]))) as whole,
        pikepdf.open(io.BytesIO(scan_of(said_page()))) as scanned,
    ):
        whole.pages.append(scanned.pages[0])
        whole.save(path)
    claim_id = claim(workspace)
    evidence_id = attach(workspace, path, claim_id, "First page.")
    workspace.do(see(workspace, evidence_id).action())
    assert text_of(workspace, evidence_id).startswith("First page.\nThe ministry")
    cited = citation(workspace)
    assert (cited.start, cited.stop) == (0, 11)
    with workspace.reading() as session:
        (seen,) = seen_texts(session, workspace.case_id).values()
    assert not seen.holds(cited.start, cited.stop)
    assert seen.holds(10, 20)
    assert not seen.holds(None, None)
    with pytest.raises(Invalid, match="has text"):
        see(workspace, evidence_id)
    with pytest.raises(Invalid, match="has 2 pages"):
        see(workspace, evidence_id, pages=[3])


@pytest.mark.parametrize(
    ("statement", "words"),
    [("UPDATE blobs SET data = x'00'", "was changed"), ("DELETE FROM blobs", "is missing")],
)
def test_nothing_is_read_from_a_file_that_is_not_what_was_put_in(
    workspace: Workspace, photo: Path, statement: str, words: str
) -> None:
    evidence_id = attach(workspace, photo)
    with closing(sqlite3.connect(workspace.location)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(statement)
        connection.commit()
    with pytest.raises(Invalid, match=words):
        see(workspace, evidence_id)
    assert item(workspace, evidence_id).text_layer_id is None


def test_reading_that_is_stopped_writes_nothing(workspace: Workspace, scan: Path) -> None:
    evidence_id = attach(workspace, scan)
    before = state_of(workspace)
    looks = iter([False] * 3)
    with pytest.raises(Cancelled):
        see(workspace, evidence_id, cancelled=lambda: next(looks, True))
    assert state_of(workspace) == before


def test_an_item_that_left_the_locker_meanwhile_gets_no_text(
    workspace: Workspace, photo: Path
) -> None:
    evidence_id = attach(workspace, photo)
    found = see(workspace, evidence_id)
    original = open_evidence(workspace, evidence_id)
    workspace.do(WithdrawEvidence(evidence_id))
    with pytest.raises(NotFound, match="no longer in the case"):
        read_evidence(workspace, original, RECORDED, ["eng"], worker=worker())
    with pytest.raises(NotFound, match="no longer in the case"):
        workspace.do(found.action())


def test_what_has_no_picture_is_not_read(workspace: Workspace, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A note.")
    evidence_id = attach(workspace, note)
    with pytest.raises(Invalid, match="neither a PDF nor a picture"):
        see(workspace, evidence_id)
    link = AddEvidence(EvidenceKind.LINK, {"url": "https://example.org"})
    workspace.do(link)
    with pytest.raises(NotFound, match="no file"):
        see(workspace, link.id)
    assert not can_be_seen(item(workspace, link.id))


def bomb(path: Path, width: int, height: int) -> Path:
    """A PNG of a few bytes that says it is huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b""))
    return path


@pytest.mark.parametrize(
    ("size", "error", "words"),
    [
        ((9_000, 9_000), TooLarge, "at most 60 million"),
        ((60_000, 60_000), Unreadable, "cannot be opened"),
        ((900, 900), Unreadable, "cannot be opened"),
    ],
)
def test_a_harmful_picture_is_refused_in_words(
    workspace: Workspace, tmp_path: Path, size: tuple[int, int], error: type[Exception], words: str
) -> None:
    path = bomb(tmp_path / "bomb.png", *size)
    action = AddEvidence(
        EvidenceKind.PICTURE, {"title": "bomb"}, None, path.read_bytes(), "image/png", "bomb.png"
    )
    workspace.do(action)
    with pytest.raises(error, match=words):
        see(workspace, action.id)
    assert item(workspace, action.id).text_layer_id is None


@needs_tesseract
@pytest.mark.parametrize("ending", ["png", "jpg", "tiff", "turned.jpg"])
def test_the_program_reads_a_picture_with_its_words_in_their_places(
    workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    turned = int(ending.startswith("turned"))
    path = screenshot(tmp_path / f"seen.{ending}", turned=turned)
    evidence_id = attach(workspace, path)
    found = see(workspace, evidence_id, program=tesseract.find())
    assert found.read.text.splitlines() == SAID
    workspace.do(found.action())
    (page,) = found.read.pages
    with Image.open(path) as image:
        across, down = image.size
    assert (page.width, page.height) == (0.75 * across, 0.75 * down)
    start = found.read.text.index("defaced")
    boxes = unpack_boxes(page.boxes, page.width, page.height)[start : start + len("defaced")]
    left, top = boxes[:, 0].min() / 0.75, boxes[:, 1].min() / 0.75
    right, bottom = boxes[:, 2].max() / 0.75, boxes[:, 3].max() / 0.75
    with Image.open(path) as image:
        inside = image.convert("L").crop((round(left), round(top), round(right), round(bottom)))
    wide, tall = (inside.height, inside.width) if turned else inside.size
    assert 50 < wide < 90
    assert 10 < tall < 30
    assert min(inside.tobytes()) < 100
    assert is_whole(workspace)


@needs_tesseract
def test_the_program_reads_a_scan_of_the_locker(workspace: Workspace, scan: Path) -> None:
    evidence_id = attach(workspace, scan, claim(workspace), "seventy websites")
    workspace.do(see(workspace, evidence_id, program=tesseract.find()).action())
    assert text_of(workspace, evidence_id).splitlines() == SAID
    assert citation(workspace).start == SAID[0].index("seventy")
