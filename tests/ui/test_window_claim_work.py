"""All of a claim is edited in its inspector: details, relations, split, merge, restore."""

from __future__ import annotations

import pytest
from factories import add_document, claim_at
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from reading_samples import make_pdf, place_before
from window_driving import LEFT, NONE, Bench

from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim
from verifier.queries.claims import ClaimRow
from verifier.text.ranges import TextRange
from verifier.ui.inspector.relations import RelationLine
from verifier.ui.withdrawn import WithdrawnDialog

# Warnings of the plugin without a screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def with_claims(bench: Bench) -> None:
    bench.new_case()
    claims = tuple(AddClaim(words) for words in ("Bread is dear", "Bread and salt", "Corn"))
    assert bench.shell.do(Batch("add claims", claims))
    bench.shell.select(bench.claims[0].claim.id)
    bench.window.setFocus()


def opened(bench: Bench) -> ClaimRow:
    line = bench.shell.claims.get(bench.shell.selection)
    assert line is not None
    return line.claim


def pick(bench: Bench, box: QComboBox, code: str) -> None:
    """Choose by the arrow keys, as somebody without a mouse does."""
    box.setFocus()
    wanted = box.findData(code)
    assert wanted >= 0
    while box.currentIndex() != wanted:
        down = box.currentIndex() < wanted
        bench.key(Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def test_every_detail_of_a_claim_is_edited_by_keys_and_undone(bench: Bench) -> None:
    with_claims(bench)
    bench.key(Qt.Key.Key_D)
    details = bench.inspector.details
    assert bench.focus is details.status
    pick(bench, details.status, "in_progress")
    pick(bench, details.assignee, bench.shell.actor.id)
    pick(bench, details.priority, "2")
    pick(bench, details.worth, "yes")
    texts = {
        details.due: "2026-03-31",
        details.tags: "food, prices, food",
        details.reported: "A newspaper",
        details.date_note: "in the evening",
    }
    for field, text in texts.items():
        field.setFocus()
        bench.type(text)
    details.note.setFocus()
    bench.type("Ask the office.")
    details.implied.setFocus()
    bench.key(Qt.Key.Key_Space)
    claim = opened(bench)
    assert (claim.status, claim.assignee_id) == ("in_progress", bench.shell.actor.id)
    assert (claim.priority, claim.worth, claim.due) == (2, "yes", "2026-03-31")
    assert (claim.tags, claim.note, claim.implied) == (["food", "prices"], "Ask the office.", True)
    assert (claim.reported_by, claim.date_note) == ("A newspaper", "in the evening")
    for _ in range(11):
        bench.undo()
    claim = opened(bench)
    assert (claim.status, claim.assignee_id, claim.priority, claim.worth) == (
        "unstarted",
        None,
        0,
        "",
    )
    assert (claim.due, claim.tags, claim.note, claim.implied) == ("", [], "", False)


def test_a_due_date_that_is_none_is_told_and_stays_in_its_field(bench: Bench) -> None:
    with_claims(bench)
    bench.key(Qt.Key.Key_D)
    bench.inspector.details.due.setFocus()
    bench.type("next week")
    bench.key(Qt.Key.Key_Return)
    assert "no day" in bench.told
    assert bench.inspector.details.due.text() == "next week"
    bench.inspector.details.due.clear()
    bench.inspector.details.due.setFocus()
    bench.type("2026-03-31")
    bench.key(Qt.Key.Key_Return)
    assert opened(bench).due == "2026-03-31"


def test_claims_are_related_followed_and_parted_again(bench: Bench) -> None:
    with_claims(bench)
    bench.key(Qt.Key.Key_R, SHIFT)
    relations = bench.inspector.relations
    assert bench.focus is relations.other
    pick(bench, relations.kind, "contradicts")
    relations.other.setFocus()
    bench.type("bread")
    bench.key(Qt.Key.Key_Return)
    assert bench.inspector.claim is not None
    assert [each.kind for each in bench.inspector.claim.relations] == ["contradicts"]
    bench.shell.select(bench.claims[1].claim.id)
    bench.until(lambda: any(each.isVisible() for each in relations.findChildren(RelationLine)))
    (line,) = (each for each in relations.findChildren(RelationLine) if each.isVisible())
    assert line.button.accessibleName() == "is contradicted by C1: Bread is dear"
    bench.click(line.button)
    assert bench.shell.selection == bench.claims[0].claim.id
    bench.undo()
    assert bench.inspector.claim.relations == ()


def test_a_claim_is_split_and_merged_in_the_inspector(bench: Bench) -> None:
    with_claims(bench)
    first = bench.shell.selection
    bench.window.actions_of["claim.split"].trigger()
    bench.type("Salt is dear, too")
    bench.click(bench.inspector.regroup.split)
    assert len(bench.claims) == 4
    assert opened(bench).statement == "Salt is dear, too"
    bench.shell.select(first)
    bench.window.actions_of["claim.merge"].trigger()
    bench.type("c4")
    bench.key(Qt.Key.Key_Return)
    bench.until(lambda: len(bench.claims) == 3 and not bench.shell.big.doing)
    assert bench.shell.selection == first
    assert not bench.inspector.regroup.isVisible()
    bench.undo()
    bench.undo()
    assert bench.claims[0].claim.statement == "Bread is dear"
    assert len(bench.claims) == 3


def test_a_withdrawn_claim_is_found_and_brought_back(bench: Bench) -> None:
    with_claims(bench)
    bench.window.actions_of["claim.withdraw"].trigger()
    assert len(bench.claims) == 2
    bench.window.actions_of["claim.restore"].trigger()
    (dialog,) = bench.window.findChildren(WithdrawnDialog)
    assert [dialog.list.item(at).text() for at in range(dialog.list.count())] == [
        "C1  Bread is dear"
    ]
    bench.click(dialog.restore)
    assert len(bench.claims) == 3
    assert opened(bench).number == 1
    dialog.close()


def test_a_claim_that_goes_over_a_pages_end_is_stated_as_it_reads(bench: Bench) -> None:
    bench.new_case()
    file = bench.write("two.pdf")
    make_pdf(file, [["It was the court of the inter-", *[""] * 48, "1"],
                    ["national union.", *[""] * 48, "2"]]).close()  # fmt: skip
    bench.import_file(file)
    bench.view.setFocus()
    provider = bench.view.provider
    assert provider is not None
    bench.view.select(TextRange(0, provider.text.index("union.") + 6))
    bench.key(Qt.Key.Key_H)
    assert opened(bench).statement == "It was the court of the international union."


def test_a_blank_is_no_claim_and_no_passage_of_one(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write(text="Prices doubled.\n\n\nWages   rose.\n"))
    bench.drag_over("doubled")
    bench.key(Qt.Key.Key_H)
    bench.drag_over("   ")
    bench.key(Qt.Key.Key_H)
    assert "There are no words in what is selected. Select the words themselves." in bench.told
    bench.drag_over("   ")
    bench.window.actions_of.run("claim.passage")
    assert [len(line.highlights) for line in bench.claims] == [1]


def test_a_claim_of_a_document_that_is_closed_opens_it_at_its_words(bench: Bench) -> None:
    bench.new_case()
    add_document(bench.shell.workspace, "Bread is dear.")
    long = add_document(bench.shell.workspace, "Corn. " * 9000, *[600] * 89, name="corn.txt")
    bench.shell.workspace.do(claim_at(long, "Corn.", 8900))
    bench.shell.close()
    bench.shell.open(bench.folder / "prices.vcase")
    tabs = bench.window.desk.tabs
    assert [tab.title for tab in tabs.documents()] == ["report.txt"]
    bench.shell.select(bench.claims[0].claim.id)
    assert tabs.current is not None
    bar = tabs.current.view.verticalScrollBar()
    bench.until(lambda: bar.value() > bar.maximum() / 2)


def test_a_click_on_linked_words_opens_their_claim_and_asks_about_the_address(
    bench: Bench,
) -> None:
    bench.new_case()
    words = "the ministry says so"
    text = f'<p>Prices doubled: <a href="https://example.org/said">{words}</a>.</p>'
    bench.import_file(bench.write("page.html", text))
    bench.drag_over(words)
    bench.key(Qt.Key.Key_H)
    bench.shell.select("")
    provider = bench.view.provider
    assert provider is not None
    bench.until(lambda: provider.links(0))
    place = place_before(bench.view, provider.text.index("ministry"))
    QTest.mouseClick(bench.view.viewport(), LEFT, NONE, place.toPoint())
    assert bench.shell.selection == bench.claims[0].claim.id
    assert "Open https://example.org/said in the browser?" in bench.told
