"""Regions of pictures in a text: found again by the picture's bytes in a new edition, or not."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from verifier.actions.claims import AddClaim, Passage
from verifier.actions.documents import ImportDocument
from verifier.actions.evidence import AddEvidence, Cite
from verifier.exchange import editions
from verifier.exchange.editions import Plan
from verifier.exchange.places import Places
from verifier.queries import claims
from verifier.queries.claims import HighlightRow
from verifier.queries.integrity import problems
from verifier.reading.here import read_here
from verifier.states import EvidenceKind, Stance
from verifier.text.document import ReadDocument, pictures_of
from verifier.text.editions import Fate
from verifier.text.ranges import TextRange
from verifier.text.regions import PictureRegion
from verifier.text.selectors import describe
from verifier.workspace import Workspace

FIRST = "The dam at Nova failed at dawn on Monday."
SECOND = "Officials counted 70 flooded houses along the river."
THIRD = "Experts had warned of cracks in the concrete for years."


def picture(colour: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(made, "PNG")
    return made.getvalue()


def digest(colour: str) -> str:
    return hashlib.sha256(picture(colour)).hexdigest()


def page(folder: Path, parts: Sequence[str], name: str = "page.html") -> Path:
    """A page of paragraphs and pictures: a part that is a colour's name stands for a picture."""
    path, made = folder / name, []
    for part in parts:
        if part in ("red", "blue", "green"):
            address = "data:image/png;base64," + base64.b64encode(picture(part)).decode()
            made.append(f"<p><img src='{address}'></p>")
        else:
            made.append(f"<p>{part}</p>")
    path.write_text("".join(made), encoding="utf-8")
    return path


def region_passage(read: ReadDocument, edition_id: str, number: int, colour: str) -> Passage:
    at = pictures_of(read.blocks)[number - 1].start
    region = PictureRegion(number, 10, 20, 60.5, 90, digest(colour))
    around = describe(read.text, TextRange(at, at)).quote
    drawn = (region.as_rectangle,)
    where = TextRange(at, at)
    return Passage(
        edition_id, where, "", around.prefix, around.suffix, drawn, picture=region.picture
    )


def marked(workspace: Workspace, file: Path, number: int, colour: str) -> ImportDocument:
    """A document with a claim on a region of one of its pictures."""
    document = ImportDocument(read_here(file), file.read_bytes(), file.name)
    workspace.do(document)
    passage = region_passage(document.read, document.edition_id, number, colour)
    workspace.do(AddClaim("It broke here.", (passage,)))
    return document


def replaced(workspace: Workspace, document: ImportDocument, file: Path) -> tuple[Plan, str]:
    """What became of the region in a file that takes the document's place; its edition."""
    read = read_here(file)
    plan = editions.plan(workspace, document.id, read.text, places=Places.of_read(read))
    batch, adding = editions.replacing(plan, read, file.read_bytes(), file.name)
    workspace.do(batch)
    return plan, adding.id


def heirs(workspace: Workspace, edition_id: str) -> tuple[HighlightRow, ...]:
    with workspace.reading() as session:
        return claims.highlights(session, workspace.case_id, edition_id=edition_id)


def is_sound(workspace: Workspace) -> bool:
    with workspace.reading() as session:
        return not list(problems(session, workspace.case_id))


def test_the_same_picture_keeps_its_region_whatever_its_number(
    anywhere: Workspace, tmp_path: Path
) -> None:
    document = marked(anywhere, page(tmp_path, [FIRST, "red", SECOND, THIRD]), 1, "red")
    new = page(tmp_path, ["blue", FIRST, "red", SECOND, THIRD], "new.html")
    plan, edition = replaced(anywhere, document, new)
    assert [each.fate for each in plan.found] == [Fate.SAME]
    (heir,) = heirs(anywhere, edition)
    assert heir.region == PictureRegion(2, 10, 20, 60.5, 90, digest("red"))
    assert is_sound(anywhere)


def test_an_edition_that_an_earlier_version_read_is_followed_too(
    anywhere: Workspace, tmp_path: Path
) -> None:
    file = page(tmp_path, [FIRST, "red", SECOND, THIRD])
    read = read_here(file)
    untold = tuple(
        replace(block, data={key: block.data[key] for key in block.data if key != "sha256"})
        for block in read.blocks
    )
    document = ImportDocument(replace(read, blocks=untold), file.read_bytes(), file.name)
    anywhere.do(document)
    passage = region_passage(document.read, document.edition_id, 1, "red")
    anywhere.do(AddClaim("It broke here.", (passage,)))
    assert is_sound(anywhere)
    new = page(tmp_path, ["blue", FIRST, "red", SECOND, THIRD], "new.html")
    plan, _ = replaced(anywhere, document, new)
    assert [each.fate for each in plan.found] == [Fate.SAME]


def test_a_picture_elsewhere_takes_its_region_along(anywhere: Workspace, tmp_path: Path) -> None:
    document = marked(anywhere, page(tmp_path, [FIRST, "red", SECOND, THIRD]), 1, "red")
    new = page(tmp_path, [FIRST, SECOND, THIRD, "red"], "new.html")
    plan, edition = replaced(anywhere, document, new)
    assert [each.fate for each in plan.found] == [Fate.MOVED]
    (heir,) = heirs(anywhere, edition)
    assert heir.start == len(plan.text)
    assert is_sound(anywhere)


def test_a_picture_with_other_bytes_is_another_one(anywhere: Workspace, tmp_path: Path) -> None:
    document = marked(anywhere, page(tmp_path, [FIRST, "red", SECOND]), 1, "red")
    plan, edition = replaced(
        anywhere, document, page(tmp_path, [FIRST, "blue", SECOND], "new.html")
    )
    assert [each.fate for each in plan.found] == [Fate.GONE]
    assert plan.found[0].outcome.old_words == "[region of picture 1]"
    assert not heirs(anywhere, edition)


def test_of_several_the_one_with_the_same_surroundings_is_it(
    anywhere: Workspace, tmp_path: Path
) -> None:
    document = marked(anywhere, page(tmp_path, [FIRST, SECOND, "red", THIRD]), 1, "red")
    new = page(tmp_path, ["red", FIRST, SECOND, "red", THIRD], "new.html")
    plan, edition = replaced(anywhere, document, new)
    assert [each.fate for each in plan.found] == [Fate.SAME]
    (heir,) = heirs(anywhere, edition)
    assert heir.rectangles[0][0] == 2


def test_of_several_with_other_surroundings_a_person_chooses(
    anywhere: Workspace, tmp_path: Path
) -> None:
    document = marked(anywhere, page(tmp_path, [FIRST, "red", SECOND]), 1, "red")
    new = page(tmp_path, ["red", THIRD, "red", SECOND + " More."], "new.html")
    plan, edition = replaced(anywhere, document, new)
    assert [each.fate for each in plan.found] == [Fate.AMBIGUOUS]
    assert not heirs(anywhere, edition)
    waiting = editions.waiting(anywhere, document.id)
    (each,) = waiting.found
    assert each.fate is Fate.AMBIGUOUS
    anywhere.do(editions.choose(waiting, each, each.outcome.candidates[1]))
    (heir,) = heirs(anywhere, edition)
    assert heir.region == PictureRegion(2, 10, 20, 60.5, 90, digest("red"))
    assert not editions.waiting(anywhere, document.id).found
    assert is_sound(anywhere)


def test_one_of_two_that_were_there_is_not_taken_for_the_other(
    anywhere: Workspace, tmp_path: Path
) -> None:
    document = marked(anywhere, page(tmp_path, ["red", FIRST, "red", SECOND]), 1, "red")
    new = page(tmp_path, [THIRD, FIRST, "red", SECOND], "new.html")
    plan, _ = replaced(anywhere, document, new)
    assert [each.fate for each in plan.found] == [Fate.AMBIGUOUS]


@pytest.mark.parametrize(
    ("number", "colour", "start"), [(3, "red", None), (1, "blue", None), (2, "red", 0)]
)
def test_a_region_of_a_picture_that_is_not_there_is_noticed(
    workspace: Workspace, tmp_path: Path, number: int, colour: str, start: int | None
) -> None:
    file = page(tmp_path, [FIRST, "red", SECOND, "blue"])
    document = marked(workspace, file, 1, "red")
    assert is_sound(workspace)
    at = pictures_of(document.read.blocks)[0].start if start is None else start
    drawn = (PictureRegion(number, 1, 1, 50, 50, digest(colour)).as_rectangle,)
    where = TextRange(at, at)
    wrong = Passage(document.edition_id, where, "", rectangles=drawn, picture=digest(colour))
    workspace.do(AddClaim("Nowhere.", (wrong,)))
    with workspace.reading() as session:
        (problem,) = problems(session, workspace.case_id)
    assert "a region of a picture that does not stand there" in problem.text


def test_a_quoted_region_of_a_picture_is_checked_too(workspace: Workspace, tmp_path: Path) -> None:
    file = page(tmp_path, [FIRST, "red"])
    read = read_here(file)
    claim = AddClaim("It broke here.")
    workspace.do(claim)
    item = AddEvidence(EvidenceKind.PAGE, data=file.read_bytes(), read=read, file_name=file.name)
    workspace.do(item)
    at = pictures_of(read.blocks)[0].start
    for colour in ("red", "blue"):
        details = {
            "start": at,
            "stop": at,
            "rectangles": [[1, 10, 10, 20, 20]],
            "picture": digest(colour),
        }
        workspace.do(Cite(claim.id, item.id, Stance.SUPPORTS, details))
        assert is_sound(workspace) is (colour == "red")


def test_marking_a_region_of_a_picture_is_undone_and_audited(
    anywhere: Workspace, tmp_path: Path
) -> None:
    document = ImportDocument(read_here(page(tmp_path, [FIRST, "red"])), b"<p>", "page.html")
    anywhere.do(document)
    passage = region_passage(document.read, document.edition_id, 1, "red")
    done = anywhere.do(AddClaim("It broke here.", (passage,)))
    (row,) = heirs(anywhere, document.edition_id)
    assert row.picture == digest("red")
    undone = anywhere.undo(done)
    assert not heirs(anywhere, document.edition_id)
    anywhere.undo(undone)
    assert heirs(anywhere, document.edition_id)[0].region == row.region
    assert is_sound(anywhere)
