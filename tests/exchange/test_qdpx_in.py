"""Projects of other tools come in: a real one, our own, and broken ones."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factories import OWNER, add_claim, add_document, state_of
from factories_report import data_of

from verifier.actions.assessments import Assess
from verifier.actions.reviews import AddComment
from verifier.cli import main
from verifier.errors import TooLarge, Unreadable
from verifier.exchange import qdpx
from verifier.exchange.qdpx_reading import read_project
from verifier.export.qdpx import write_project
from verifier.reading.limits import Limits
from verifier.workspace import Workspace

TEXT = "One claim here.\r\nAnother claim there.\r\n"
GUID = "00000000-0000-4000-8000-0000000000{:02d}"
PROJECT = """<Project xmlns="urn:QDA-XML:project:1.0" name="Study" origin="Tool 1">
<Users><User guid="{{{user}}}" name="Ada"/></Users>
<CodeBook><Codes><Code guid="{code}" name="Doubtful" isCodable="true">
<Code guid="{inner}" name="Numbers" isCodable="true"/></Code></Codes></CodeBook>
<Sources><TextSource guid="{source}" name="Report" plainTextPath="internal://{source}.txt">
<PlainTextSelection guid="{one}" name="Another claim there." startPosition="{start}"
 endPosition="{stop}" creatingUser="{user}" creationDateTime="2020-01-02T03:04:05Z">
<Coding guid="{coding}"><CodeRef targetGUID="{code}"/></Coding>
<Coding guid="{coding2}"><CodeRef targetGUID="{inner}"/></Coding>
<NoteRef targetGUID="{note}"/></PlainTextSelection></TextSource></Sources>
<Notes><Note guid="{note}" name="Memo" creatingUser="{user}"
 creationDateTime="2020-01-02T03:04:06Z"><PlainTextContent>Look again.</PlainTextContent></Note>
</Notes></Project>"""
NAMES = "user code inner source one coding coding2 note".split()


def project_file(path: Path, start: int, stop: int, text: str = TEXT) -> Path:
    guids = {name: GUID.format(number) for number, name in enumerate(NAMES, 1)}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Project.qde", PROJECT.format(start=start, stop=stop, **guids))
        archive.writestr(f"sources/{guids['source']}.txt", "\ufeff" + text)
    return path


def test_a_selection_becomes_a_claim_with_its_passage_tags_and_remark(
    workspace: Workspace, tmp_path: Path
) -> None:
    start = TEXT.index("Another")
    path = project_file(tmp_path / "study.qdpx", start, start + 20)
    workspace.do(qdpx.plan(workspace, path).action)
    (claim,) = data_of(workspace).claims
    (passage,) = claim.highlights
    assert claim.row.statement == passage.quote == "Another claim there."
    assert claim.row.tags == ["Doubtful", "Doubtful: Numbers"]
    assert [(c.person, c.text) for c in claim.comments] == [("Ada", "Look again.")]
    (document,) = data_of(workspace).documents
    assert (document.text, document.row.title) == (TEXT, "Report")


def test_positions_that_count_a_line_end_as_one_are_understood(
    workspace: Workspace, tmp_path: Path
) -> None:
    start = TEXT.replace("\r\n", "\n").index("Another")
    path = project_file(tmp_path / "study.qdpx", start, start + 20)
    workspace.do(qdpx.plan(workspace, path).action)
    (claim,) = data_of(workspace).claims
    assert claim.highlights[0].quote == "Another claim there."


def test_taking_in_twice_adds_nothing_the_second_time(workspace: Workspace, tmp_path: Path) -> None:
    path = project_file(tmp_path / "study.qdpx", 0, 15)
    workspace.do(qdpx.plan(workspace, path).action)
    before = state_of(workspace)
    again = qdpx.plan(workspace, path)
    assert again.action.actions == ()
    assert state_of(workspace) == before


def test_our_own_export_comes_back_as_it_was(workspace: Workspace, tmp_path: Path) -> None:
    shown = add_document(workspace)
    for quote in ("the web sites were defaced", "70 sites"):
        claim_id = add_claim(workspace, shown, quote)
        workspace.do(Assess(claim_id, "supported", "high", reason="Two sources."))
        workspace.do(AddComment(claim_id, "Is it?"))
    path = tmp_path / "out.qdpx"
    with path.open("wb") as file:
        write_project(data_of(workspace), file, datetime.now(UTC))
    assert qdpx.plan(workspace, path).action.actions == ()
    with Workspace.create(tmp_path / "other.vcase", title="Other", person=OWNER) as other:
        other.do(qdpx.plan(other, path).action)
        before, after = data_of(workspace).claims, data_of(other).claims
        for old, new in zip(before, after, strict=True):
            assert new.row.label == old.row.label
            assert new.row.statement == old.row.statement
            assert [h.quote for h in new.highlights] == [h.quote for h in old.highlights]
            assert new.assessment is not None
            assert old.assessment is not None
            for name in ("verdict", "verdict_scale", "confidence", "reason", "person"):
                assert getattr(new.assessment, name) == getattr(old.assessment, name)
            assert [c.text for c in new.comments] == [c.text for c in old.comments]


def test_the_real_sample_is_read_and_taken_in(
    workspace: Workspace, shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shared / "schemas" / "refi-qda" / "TestProject.qdpx"
    if not path.exists():
        pytest.skip("the sample project is not on this machine")
    project = read_project(path)
    assert project.origin.startswith("ATLAS.ti")
    assert len(project.users) == 3
    assert "Coke::diet Coke" in {code.name for code in project.codes}
    assert project.passed_over["PDFSelection"] > 0
    selections = [s for text in project.texts for s in text.selections]
    assert any(s.name.startswith("Oh, that was great.") and s.codes for s in selections)
    assert main(["--as", OWNER, "import-from", workspace.location, str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    made = data_of(workspace).claims
    assert len(made) == said["counts"]["claims"] > 5
    assert any("Coke::diet Coke" in claim.row.tags for claim in made)


@pytest.mark.parametrize("content", [b"", b"no zip", None])
def test_what_is_no_project_is_refused_in_words(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "study.qdpx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Unreadable, match=r"study\.qdpx"):
        read_project(path)


@pytest.mark.parametrize(
    "xml",
    [
        "<Project",
        "<Other/>",
        '<!DOCTYPE Project [<!ENTITY a "b">]><Project name="&a;"/>',
    ],
)
def test_a_project_that_is_damaged_or_plays_tricks_is_refused(tmp_path: Path, xml: str) -> None:
    path = tmp_path / "study.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", xml)
    with pytest.raises(Unreadable):
        read_project(path)


def test_a_project_that_unpacks_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = project_file(tmp_path / "study.qdpx", 0, 3, "x" * 100_000)
    with pytest.raises(TooLarge):
        read_project(path, Limits(member_size=50_000))


def test_a_position_outside_the_text_is_told_and_left_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = qdpx.plan(workspace, project_file(tmp_path / "study.qdpx", 10, 4000))
    assert plan.counts == {"documents": 1}
    assert "selects nothing" in plan.notices[0]
