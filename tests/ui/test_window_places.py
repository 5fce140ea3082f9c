"""The views of the whole case: attribution, competing accounts, evidence, board, history."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from window_driving import CTRL, LEFT, NONE, Bench

from verifier.actions.assessments import Assess
from verifier.actions.attributions import AddAchItem, AddHypothesis
from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim, EditClaim
from verifier.queries.evidence import evidence
from verifier.states import ClaimStatus
from verifier.ui.attribution.form import AttributionForm
from verifier.ui.combo import Combo, choose_in
from verifier.ui.forms.form import Checks
from verifier.ui.places.board import MIME, Board
from verifier.ui.places.locker import Locker
from verifier.ui.places.matrix import Matrix
from verifier.ui.places.matrix_model import CREDIBILITY, FIXED
from verifier.ui.places.timeline import Timeline
from verifier.ui.places.trail import Trail


def with_claim(bench: Bench) -> str:
    bench.new_case()
    action = AddClaim("Russia did it.", details={"kind": "attribution"})
    assert bench.shell.do(action)
    bench.shell.select(action.id)
    return action.id


def timeline(bench: Bench) -> Timeline:
    return cast(Timeline, bench.window.desk.show_place("attribution"))


def form_of(view: Timeline) -> AttributionForm:
    assert view.form is not None
    return view.form


def fill(form: AttributionForm, **values: str) -> None:
    for name, value in values.items():
        widget = form.fields[name]
        if isinstance(widget, QLineEdit):
            widget.setText(value)
        elif isinstance(widget, Combo):
            choose_in(widget, value)
        else:
            cast(QPlainTextEdit, widget).setPlainText(value)


def test_attributions_stand_by_date_with_the_partys_words_apart_from_ours(bench: Bench) -> None:
    claim_id = with_claim(bench)
    view = timeline(bench)
    bench.click(view.add)
    fill(
        form_of(view),
        date="2022-05-10",
        party="US Department of State",
        actor="Russian military cyber operators",
        stated_confidence="assesses",
        likelihood="likely",
        confidence="high",
    )
    natures = form_of(view).fields["natures"]
    assert isinstance(natures, Checks)
    natures.boxes["political"].setChecked(True)
    bench.click(form_of(view).save)
    bench.click(view.add)
    fill(form_of(view), date="2022-01-14", party="SSSCIP", actor="none named")
    bench.click(form_of(view).save)
    assert [row.party for row in view.rows] == ["SSSCIP", "US Department of State"]
    american = view.rows[1]
    assert american.stated_confidence == "assesses"
    assert (american.likelihood, american.confidence) == ("likely", "high")
    assert american.natures == ["political"]
    assert american.claim_id == claim_id
    bench.undo()
    assert [row.party for row in view.rows] == ["US Department of State"]
    bench.redo()
    assert len(view.rows) == 2


def test_an_attribution_without_a_party_is_refused_and_the_form_stays(bench: Bench) -> None:
    with_claim(bench)
    view = timeline(bench)
    view.begin()
    form_of(view).submit()
    assert "needs the party" in bench.told
    assert view.form is not None
    bench.key(Qt.Key.Key_Escape)
    assert view.form is None


def matrix(bench: Bench, claim_id: str) -> Matrix:
    actions = (
        AddHypothesis(claim_id, "The state did it"),
        AddHypothesis(claim_id, "Somebody else did it"),
        AddAchItem(claim_id, "Malware shared with earlier attacks"),
        AddAchItem(claim_id, "A claim of a hacker group", details={"date": "2022-02-01"}),
    )
    assert bench.shell.do(Batch("fill the matrix", actions))
    view = cast(Matrix, bench.window.desk.show_place("matrix"))
    view.table.setFocus()
    return view


def at(view: Matrix, row: int, column: int) -> None:
    view.table.setCurrentIndex(view.model.index(row, FIXED + column))


def test_keys_fill_the_matrix_and_it_is_scored_at_once(bench: Bench) -> None:
    view = matrix(bench, with_claim(bench))
    at(view, 0, 0)
    bench.key(Qt.Key.Key_C)
    bench.key(Qt.Key.Key_C)
    assert view.model.code(0, FIXED) == "CC"
    bench.key(Qt.Key.Key_Right)
    bench.key(Qt.Key.Key_5)
    assert view.model.code(0, FIXED + 1) == "II"
    titles = [
        view.model.headerData(FIXED + n, Qt.Orientation.Horizontal).split("\n")[1] for n in (0, 1)
    ]
    assert titles[0] == "0.00 ★"
    assert float(titles[1].lstrip("-−")) > 0
    assert "H1" in view._sentence()
    bench.key(Qt.Key.Key_Delete)
    assert view.model.code(0, FIXED + 1) == ""
    bench.undo()
    assert view.model.code(0, FIXED + 1) == "II"


def test_a_row_is_weighed_by_keys(bench: Bench) -> None:
    view = matrix(bench, with_claim(bench))
    view.table.setCurrentIndex(view.model.index(0, CREDIBILITY))
    bench.key(Qt.Key.Key_H)
    assert view.model.items[0].credibility == "H"
    assert len(bench.claims) == 1


def test_as_of_a_day_leaves_out_what_was_not_known(bench: Bench) -> None:
    view = matrix(bench, with_claim(bench))
    at(view, 1, 0)
    bench.key(Qt.Key.Key_I)
    at(view, 0, 0)
    bench.key(Qt.Key.Key_N)
    hypothesis = view.model.hypotheses[0].id
    assert view.model.scores[hypothesis] != 0
    view.as_of.setText("2022-01-20")
    assert view.model.scores[hypothesis] == 0
    assert not view.model.is_counted(1)


def test_rows_and_accounts_are_added_in_place(bench: Bench) -> None:
    view = matrix(bench, with_claim(bench))
    view.item.setFocus()
    bench.type("A leak")
    bench.key(Qt.Key.Key_Return)
    view.hypothesis.setFocus()
    bench.type("An insider")
    bench.key(Qt.Key.Key_Return)
    assert [item.label for item in view.model.items] == ["E01", "E02", "E03"]
    assert [each.text for each in view.model.hypotheses][-1] == "An insider"


def drop_on(widget: QWidget, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    place, action = QPoint(60, 60), Qt.DropAction.CopyAction
    QApplication.sendEvent(widget, QDragEnterEvent(place, action, data, LEFT, NONE))
    QApplication.sendEvent(widget, QDropEvent(QPointF(place), action, data, LEFT, NONE))


def test_a_file_dropped_on_a_claim_is_kept_and_cited(bench: Bench) -> None:
    with_claim(bench)
    drop_on(bench.inspector, bench.write("table.csv", "year,price\n2021,1\n2022,2\n"))
    bench.until(lambda: bench.claims[0].citations == 1)
    item = bench.shell.read(evidence)[0]
    assert (item.file_name, item.kind, item.collector) == ("table.csv", "dataset", "Anna Nowak")
    assert item.blob_sha256 is not None
    bench.undo()
    assert bench.claims[0].citations == 0
    assert bench.shell.read(evidence) == ()


def test_a_picture_is_evidence_without_text(bench: Bench) -> None:
    bench.new_case()
    picture = bench.folder / "photo.png"
    bench.window.grab().save(str(picture))
    view = cast(Locker, bench.window.desk.show_place("evidence"))
    drop_on(view, picture)
    bench.until(lambda: view.model.rows)
    assert (view.model.rows[0].kind, view.model.rows[0].text_layer_id) == ("picture", None)


def test_verifying_writes_into_the_custody_log(bench: Bench) -> None:
    bench.new_case()
    view = cast(Locker, bench.window.desk.show_place("evidence"))
    drop_on(view, bench.write("note.txt", "A note.\n"))
    bench.until(lambda: view.model.rows)
    view.table.selectRow(0)
    view.details.verify()
    assert "as it came in" in bench.told


def test_a_link_is_pasted_into_the_locker(bench: Bench) -> None:
    bench.new_case()
    view = cast(Locker, bench.window.desk.show_place("evidence"))
    view.link.setFocus()
    bench.type("https://example.org/a")
    bench.key(Qt.Key.Key_Return)
    assert [row.url for row in view.model.rows] == ["https://example.org/a"]


def board(bench: Bench) -> Board:
    return cast(Board, bench.window.desk.show_place("board"))


def shown(view: Board) -> dict[str, int]:
    counted = {cards.status.value: len(cards.cards.rows) for cards in view.lists}
    return {status: count for status, count in counted.items() if count}


def test_a_card_is_dragged_to_another_column(bench: Bench) -> None:
    claim_id = with_claim(bench)
    view = board(bench)
    assert shown(view) == {"unstarted": 1}
    data = QMimeData()
    data.setData(MIME, claim_id.encode())
    target = view.lists[-1]
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.MoveAction, data, LEFT, NONE)
    target.dropEvent(event)
    assert shown(view) == {"dropped": 1}
    bench.undo()
    assert shown(view) == {"unstarted": 1}


def test_a_card_moves_by_keys_through_the_review(bench: Bench) -> None:
    claim_id = with_claim(bench)
    assert bench.shell.do(Assess(claim_id, verdict="supported", reason="Seen."))
    view = board(bench)
    view.lists[1].setFocus()
    view.lists[1].setCurrentIndex(view.lists[1].cards.index(0))
    bench.key(Qt.Key.Key_Right, CTRL)
    assert shown(view) == {"ready_for_review": 1}
    assert view.lists[2].hasFocus()


def test_a_move_that_is_not_possible_is_told(bench: Bench) -> None:
    claim_id = with_claim(bench)
    view = board(bench)
    assert not view.move_claim(claim_id, ClaimStatus.PUBLISHED)
    assert bench.told
    assert shown(view) == {"unstarted": 1}


def test_a_history_that_is_closed_before_it_is_read_asks_nothing_more(bench: Bench) -> None:
    with_claim(bench)
    tabs = bench.window.desk.tabs
    view = cast(Trail, bench.window.desk.show_place("history"))
    with bench.qtbot.waitSignal(view.destroyed):
        tabs.close_tab(tabs.indexOf(view))
    bench.jobs_are_done()
    assert not bench.told


def test_the_history_tells_who_changed_what_from_what_to_what(bench: Bench) -> None:
    claim_id = with_claim(bench)
    view = cast(Trail, bench.window.desk.show_place("history"))
    assert bench.shell.do(EditClaim(claim_id, {"statement": "The state did it."}))
    assert bench.shell.do(Assess(claim_id, verdict="refuted", reason="The list says so."))
    bench.until(
        lambda: (
            len(view.model.rows) > 1
            and "refuted" in view.model.cells(view.model.rows[0])[3].lower()
        )
    )
    _, who, what, values, why = view.model.cells(view.model.rows[0])
    assert (who, what, why) == (
        "Anna Nowak",
        "added rating C1, changed claim C1",
        "The list says so.",
    )
    assert values == "verdict: Refuted; status: Not started → In progress"
    assert view.model.cells(view.model.rows[1])[2:4] == (
        "changed claim C1",
        "statement: Russia did it. → The state did it.",
    )
    view.filter.setText("changed claim state")
    assert len(view.model.rows) == 1
    bench.shell.select("")
    view.table.activated.emit(view.model.index(0, 0))
    assert bench.shell.selection == claim_id


def test_views_close_with_their_case_and_open_again(bench: Bench) -> None:
    with_claim(bench)
    for key in range(int(Qt.Key.Key_1), int(Qt.Key.Key_6)):
        bench.key(Qt.Key(key), CTRL)
    assert bench.window.desk.tabs.count() == 5
    bench.window.controllers.cases.close()
    assert bench.window.desk.tabs.count() == 0
