"""An editor's answers in Word come back into the case, and only what is new."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from factories import OWNER, Imported, add_claim, add_document, state_of
from lxml import etree

from verifier.actions.assessments import Assess
from verifier.actions.base import Batch
from verifier.actions.documents import ImportDocument
from verifier.actions.reviews import AddComment, EditComment, WithdrawComment
from verifier.cli import main
from verifier.errors import Conflict, Unreadable
from verifier.exchange import taking_back
from verifier.exchange.taking_back import TakeBack
from verifier.export import libreoffice
from verifier.export.original_docx import annotate_docx
from verifier.export.report import write_report
from verifier.queries import claims, proposals, reviews
from verifier.queries.originals import original
from verifier.queries.report import report_data
from verifier.reading.here import read_here
from verifier.workspace import Workspace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
SAID_AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


class Word:
    """An exported report in an editor's hands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees = {
            name: etree.fromstring(self.parts[f"word/{name}.xml"])
            for name in ("document", "comments", "commentsExtended", "commentsIds")
        }

    @property
    def comments(self) -> list[Any]:
        return list(self.trees["comments"])

    def comment(self, words: str) -> Any:
        (found,) = [c for c in self.comments if words in "".join(map(str, c.itertext()))]
        return found

    def extended(self, comment: Any) -> Any:
        key = comment.findall(f"{W}p")[-1].get(f"{W14}paraId")
        (found,) = [e for e in self.trees["commentsExtended"] if e.get(f"{W15}paraId") == key]
        return found

    def settle(self, words: str, done: str = "1") -> None:
        self.extended(self.comment(words)).set(f"{W15}done", done)

    def write(self, words: str, *, author: str = "R. Haas", reply_to: str = "") -> Any:
        """A new comment, as Word adds one: without any mark in the text yet."""
        number = len(self.comments) + 100
        made = copy.deepcopy(self.comments[0])
        for paragraph in made.findall(f"{W}p")[1:]:
            made.remove(paragraph)
        (paragraph,) = made.findall(f"{W}p")
        for run in paragraph.findall(f"{W}r"):
            paragraph.remove(run)
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = words
        made.set(f"{W}id", str(number))
        made.set(f"{W}author", author)
        made.set(f"{W}date", f"{SAID_AT.astimezone():%Y-%m-%dT%H:%M:%SZ}")
        paragraph.set(f"{W14}paraId", f"{0x70000000 + number:08X}")
        self.trees["comments"].append(made)
        row = etree.SubElement(self.trees["commentsExtended"], f"{W15}commentEx")
        row.set(f"{W15}paraId", f"{0x70000000 + number:08X}")
        row.set(f"{W15}done", "0")
        if reply_to:
            parent = self.comment(reply_to).findall(f"{W}p")[-1].get(f"{W14}paraId")
            row.set(f"{W15}paraIdParent", parent)
        known = etree.SubElement(self.trees["commentsIds"], f"{CID}commentId")
        known.set(f"{CID}paraId", f"{0x70000000 + number:08X}")
        known.set(f"{CID}durableId", f"{0x60000000 + number:08X}")
        return made

    def anchor(self, comment: Any, words: str, occurrence: int = 0) -> None:
        """Set a comment's marks around the run that holds the words."""
        run = self.run(words, occurrence)
        for name, place in (
            ("commentRangeStart", run.addprevious),
            ("commentRangeEnd", run.addnext),
        ):
            mark = etree.Element(f"{W}{name}")
            mark.set(f"{W}id", comment.get(f"{W}id"))
            place(mark)

    def run(self, words: str, occurrence: int = 0) -> Any:
        runs = [r for r in self.trees["document"].iter(f"{W}r") if words in self.said(r)]
        return runs[occurrence]

    @staticmethod
    def said(run: Any) -> str:
        return "".join(t.text or "" for t in run.iter(f"{W}t"))

    def track(self, run: Any, kind: str, author: str = "R. Haas") -> None:
        """Make a run a tracked insertion or deletion."""
        around = etree.Element(f"{W}{kind}")
        around.set(f"{W}id", "900")
        around.set(f"{W}author", author)
        around.set(f"{W}date", f"{SAID_AT.astimezone():%Y-%m-%dT%H:%M:%SZ}")
        run.addprevious(around)
        around.append(run)
        if kind == "del":
            for text in run.iter(f"{W}t"):
                text.tag = f"{W}delText"

    def inserted(self, after: Any, words: str) -> None:
        run = etree.Element(f"{W}r")
        text = etree.SubElement(run, f"{W}t")
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        after.addnext(run)
        self.track(run, "ins")

    def save(self) -> Path:
        parts = {f"word/{name}.xml": etree.tostring(tree) for name, tree in self.trees.items()}
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in {**self.parts, **parts}.items():
                archive.writestr(name, data)
        self.path.write_bytes(file.getvalue())
        return self.path


@pytest.fixture
def talking(workspace: Workspace) -> Workspace:
    """A case of two rated claims; on the first there is a thread of two remarks."""
    shown = add_document(workspace)
    first = add_claim(workspace, shown, "the web sites were defaced")
    second = add_claim(workspace, shown, "70 sites", 2)
    remark = AddComment(first, "Is that so?")
    workspace.do(remark)
    workspace.do(AddComment(first, "It is.", parent_id=remark.id))
    for claim_id in (first, second):
        workspace.do(Assess(claim_id, "supported", "high", reason="Two sources."))
    return workspace


@pytest.fixture
def word(talking: Workspace, tmp_path: Path) -> Word:
    with talking.reading() as session:
        data = report_data(session, talking.case_id)
    path = tmp_path / "report.docx"
    write_report(data, path, exported_at=datetime.now(UTC))
    return Word(path)


def proposed(workspace: Workspace) -> list[tuple[str, str, str, str, str]]:
    with workspace.reading() as session:
        found = proposals.proposals(session, workspace.case_id)
    return [(row.claim, row.person, row.field, row.old, row.new) for row in found]


def planned(workspace: Workspace, word: Word) -> TakeBack:
    return taking_back.plan(workspace, word.save())


def said(plan: TakeBack) -> list[tuple[str, str, str]]:
    return [(one.kind, one.claim, one.text) for one in plan.taken]


def remarks(workspace: Workspace) -> Iterator[tuple[str, str, str]]:
    with workspace.reading() as session:
        for row in reviews.comments(session, workspace.case_id):
            label = claims.claim(session, workspace.case_id, row.claim_id).label
            yield label, row.person, row.text


def test_a_report_that_nobody_touched_changes_nothing(talking: Workspace, word: Word) -> None:
    plan = planned(talking, word)
    assert (plan.action.actions, plan.taken, plan.unplaced) == ((), (), ())


def test_a_reply_joins_its_thread_in_its_authors_name_and_time(
    talking: Workspace, word: Word
) -> None:
    word.write("Then say where.", reply_to="Is that so?")
    plan = planned(talking, word)
    assert said(plan) == [("reply", "C1", "Then say where.")]
    talking.do(plan.action)
    with talking.reading() as session:
        by_text = {row.text: row for row in reviews.comments(session, talking.case_id)}
    reply = by_text["Then say where."]
    assert reply.parent_id == by_text["Is that so?"].id
    assert (reply.person, reply.at) == ("R. Haas", SAID_AT)


def test_an_answer_to_a_rating_begins_a_thread_on_the_claim(talking: Workspace, word: Word) -> None:
    rating = next(c for c in word.comments if "C2: " in "".join(map(str, c.itertext())))
    key = "".join(map(str, rating.itertext()))[:30]
    word.write("Which two?", reply_to=key)
    assert said(planned(talking, word)) == [("reply", "C2", "Which two?")]


def test_settled_and_reopened_threads_are_told_and_taken(talking: Workspace, word: Word) -> None:
    word.settle("Is that so?")
    plan = planned(talking, word)
    assert said(plan) == [("resolved", "C1", "Is that so?")]
    talking.do(plan.action)
    assert said(planned(talking, word)) == []
    word.settle("Is that so?", "0")
    assert said(planned(talking, word)) == [("reopened", "C1", "Is that so?")]


def test_a_rating_that_was_ticked_off_is_told_once(talking: Workspace, word: Word) -> None:
    word.settle("C1: ")
    plan = planned(talking, word)
    assert [(one.kind, one.claim) for one in plan.taken] == [("resolved", "C1")]
    talking.do(plan.action)
    assert any("marked as resolved in Word" in text for _, _, text in remarks(talking))
    assert planned(talking, word).taken == ()


def test_a_new_comment_on_a_passage_is_about_its_claim(talking: Workspace, word: Word) -> None:
    word.anchor(word.write("Source?"), "the web sites were defaced")
    assert said(planned(talking, word)) == [("comment", "C1", "Source?")]


def test_a_new_comment_in_a_card_is_about_the_cards_claim(talking: Workspace, word: Word) -> None:
    cards = [r for r in word.trees["document"].iter(f"{W}r") if word.said(r) == "Two sources."]
    number = len(cards) - 1
    word.anchor(word.write("Name them."), "Two sources.", number)
    assert said(planned(talking, word)) == [("comment", "C2", "Name them.")]


def test_what_is_near_no_claim_is_told_and_left_out(talking: Workspace, word: Word) -> None:
    word.anchor(word.write("Nice cover."), "The ready case")
    plan = planned(talking, word)
    assert (plan.taken, plan.action.actions) == ((), ())
    assert [one.text for one in plan.unplaced] == ["Nice cover."]


def test_tracked_edits_propose_a_change_and_change_nothing(talking: Workspace, word: Word) -> None:
    old = word.run("Two sources.", -1)
    word.inserted(old, "Three sources.")
    word.track(old, "del")
    before = state_of(talking)["Assessment"]
    plan = planned(talking, word)
    ((kind, claim, words),) = said(plan)
    assert (kind, claim) == ("proposed change", "C2")
    assert words == "reason: “Two sources.” → “Three sources.”"
    talking.do(plan.action)
    assert state_of(talking)["Assessment"] == before
    assert proposed(talking) == [("C2", "R. Haas", "reason", "Two sources.", "Three sources.")]


def test_a_reworded_remark_becomes_an_answer_to_it(talking: Workspace, word: Word) -> None:
    comment = word.comment("Is that so?")
    for text in comment.iter(f"{W}t"):
        text.text = "Is that really so?"
    plan = planned(talking, word)
    assert said(plan) == [("reworded", "C1", "Is that really so?")]
    talking.do(plan.action)
    assert planned(talking, word).taken == ()


def test_what_its_author_reworded_or_withdrew_meanwhile_is_no_news_from_word(
    talking: Workspace, word: Word
) -> None:
    with talking.reading() as session:
        first, second = reviews.comments(session, talking.case_id)
    talking.do(EditComment(first.id, "Is that so, and since when?"))
    talking.do(WithdrawComment(second.id))
    assert planned(talking, word).taken == ()
    word.write("Since May.", reply_to="It is.")
    word.settle("It is.")
    plan = planned(talking, word)
    assert said(plan) == [("reply", "C1", "Since May.")]
    talking.do(plan.action)
    with talking.reading() as session:
        kept = reviews.comments(session, talking.case_id)
    assert {(row.parent_id, row.text, row.edited) for row in kept} == {
        (None, "Is that so, and since when?", True),
        (first.id, "Since May.", False),
    }


def test_an_answer_to_a_thread_that_was_taken_back_begins_one(
    talking: Workspace, word: Word
) -> None:
    with talking.reading() as session:
        first, second = reviews.comments(session, talking.case_id)
    talking.do(WithdrawComment(second.id))
    talking.do(WithdrawComment(first.id))
    word.write("Since May.", reply_to="Is that so?")
    talking.do(planned(talking, word).action)
    with talking.reading() as session:
        (kept,) = reviews.comments(session, talking.case_id)
    assert (kept.parent_id, kept.text) == (None, "Since May.")


def test_former_words_of_a_remark_are_ours_where_a_program_renumbered_them(
    talking: Workspace, word: Word
) -> None:
    for number, row in enumerate(word.trees["commentsIds"], 1):
        row.set(f"{CID}durableId", f"{number:08X}")
    with talking.reading() as session:
        first, _ = reviews.comments(session, talking.case_id)
    talking.do(EditComment(first.id, "Is that so, and since when?"))
    assert planned(talking, word).taken == ()


def test_taking_back_twice_adds_nothing_the_second_time(talking: Workspace, word: Word) -> None:
    word.anchor(word.write("Source?"), "the web sites were defaced")
    word.write("Then say where.", reply_to="Is that so?")
    word.inserted(word.run("Two sources.", -1), " Really.")
    word.settle("Is that so?")
    talking.do(planned(talking, word).action)
    after = state_of(talking)
    again = planned(talking, word)
    assert again.taken == ()
    assert again.action == Batch(again.action.title, ())
    assert state_of(talking) == after


def test_it_is_one_step_that_can_be_undone(talking: Workspace, word: Word) -> None:
    before = state_of(talking)
    word.anchor(word.write("Source?"), "the web sites were defaced")
    word.settle("Is that so?")
    done = talking.do(planned(talking, word).action)
    talking.undo(done)
    assert state_of(talking) == before


def test_ours_are_known_by_their_words_where_a_program_renumbered_them(
    talking: Workspace, word: Word
) -> None:
    for number, row in enumerate(word.trees["commentsIds"], 1):
        row.set(f"{CID}durableId", f"{number:08X}")
    word.settle("Is that so?")
    assert said(planned(talking, word)) == [("resolved", "C1", "Is that so?")]


def test_nothing_is_new_after_a_round_through_libreoffice(
    talking: Workspace, word: Word, tmp_path: Path
) -> None:
    if libreoffice.find() is None:
        pytest.skip("LibreOffice is not on this machine")
    path = tmp_path / "round.docx"
    path.write_bytes(libreoffice.convert(word.path, "docx"))
    plan = taking_back.plan(talking, path)
    assert (plan.taken, plan.unplaced) == ((), ())


def test_a_document_that_came_back_marked_brings_only_what_is_new(
    workspace: Workspace, tmp_path: Path
) -> None:
    written = docx.Document()
    runs = written.add_paragraph("The dam failed at dawn.").runs
    written.add_comment(runs, text="The author's own remark", author="Author", initials="A")
    paragraph: Any = runs[0]._r.getparent()
    inserted = etree.SubElement(paragraph, f"{W}ins")
    inserted.set(f"{W}author", "Author")
    etree.SubElement(etree.SubElement(inserted, f"{W}r"), f"{W}t").text = " Indeed."
    path = tmp_path / "original.docx"
    written.save(str(path))
    action = ImportDocument(read_here(path), path.read_bytes(), path.name)
    workspace.do(action)
    text = read_here(path).text
    add_claim(workspace, Imported(action.id, action.edition_id, text), "dam failed")
    with workspace.reading() as session:
        data = report_data(session, workspace.case_id)
        source = original(session, workspace.case_id)
    with path.open("wb") as file:
        annotate_docx(data, source, datetime.now(UTC), file)
    marked = Word(path)
    assert planned(workspace, marked).taken == ()
    marked.anchor(marked.write("When exactly?"), "dam failed")
    assert said(planned(workspace, marked)) == [("comment", "C1", "When exactly?")]
    marked.inserted(marked.run("dam failed"), " completely")
    changed = planned(workspace, marked).taken[-1]
    assert (changed.claim, changed.author, changed.field) == ("C1", "R. Haas", "passage")
    assert (changed.old, changed.new) == ("dam failed", "dam failed completely")


def test_a_report_of_another_case_is_refused(
    talking: Workspace, word: Word, tmp_path: Path
) -> None:
    path = word.save()
    other = tmp_path / "other.vcase"
    with (
        Workspace.create(other, title="Other", person=OWNER) as elsewhere,
        pytest.raises(Conflict, match="another case"),
    ):
        taking_back.plan(elsewhere, path)


def test_a_file_that_is_no_word_file_is_refused_in_words(
    talking: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"nothing")
    with pytest.raises(Unreadable, match=r"report\.docx is not a Word file"):
        taking_back.plan(talking, path)
    path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(Unreadable, match="damaged or incomplete"):
        taking_back.plan(talking, path)


def test_the_command_previews_first_and_then_does(
    talking: Workspace, word: Word, capsys: pytest.CaptureFixture[str]
) -> None:
    word.anchor(word.write("Source?"), "the web sites were defaced")
    path = word.save()
    before = state_of(talking)
    command = ["--as", OWNER, "take-back", talking.location, str(path)]
    assert main([*command, "--dry-run"]) == 0
    assert "Source?" in capsys.readouterr().out
    assert state_of(talking) == before
    assert main(command) == 0
    assert ("C1", "R. Haas", "Source?") in set(remarks(talking))


def test_a_word_file_that_has_nothing_to_do_with_the_case_is_said_to_be_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "minutes.docx"
    written = docx.Document()
    written.add_paragraph("Minutes of the meeting.")
    written.save(str(path))
    with pytest.raises(Conflict, match="no report of Verifier"):
        taking_back.plan(workspace, path)
