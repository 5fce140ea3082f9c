"""The matrix of competing accounts: the published methods, what if, and its forms."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from test_window_places import with_claim
from window_driving import Bench

from verifier.actions.attributions import AddAchItem, AddHypothesis
from verifier.actions.base import Batch
from verifier.actions.evidence import AddEvidence
from verifier.queries.ach import METHODS
from verifier.queries.attributions import matrices
from verifier.states import EvidenceKind
from verifier.ui.combo import choose_in
from verifier.ui.places.matrix import Matrix
from verifier.ui.places.matrix_model import CREDIBILITY, FIXED, TEXT, WITHOUT

ROWS = (("HH", "II C N"), ("ML", "I I I"), ("LM", "CC II I"), ("HL", "C I NA"))
"""Credibility and relevance of each row, and its cells."""
PUBLISHED = {
    "unweighted": ["3.00", "4.00", "2.00 ★"],
    "parc": ["-4.71", "-3.12", "-1.41 ★"],
    "osach": ["5.00", "4.00", "1.50 ★"],
}


def vector(bench: Bench) -> Matrix:
    claim_id = with_claim(bench)
    accounts = [AddHypothesis(claim_id, f"Account {n}") for n in (1, 2, 3)]
    rows = [
        AddAchItem(
            claim_id,
            f"Row {number}",
            {"credibility": weights[0], "relevance": weights[1]},
            cells={h.id: code for h, code in zip(accounts, codes.split(), strict=True)},
        )
        for number, (weights, codes) in enumerate(ROWS, 1)
    ]
    assert bench.shell.do(Batch("fill the matrix", (*accounts, *rows)))
    view = cast(Matrix, bench.window.desk.show_place("matrix"))
    view.table.setFocus()
    return view


def scores(view: Matrix) -> list[str]:
    titles = [
        view.model.headerData(FIXED + n, Qt.Orientation.Horizontal)
        for n in range(len(view.model.hypotheses))
    ]
    return [title.split("\n")[1] for title in titles]


def test_delete_takes_back_what_a_row_was_weighed_with(bench: Bench) -> None:
    view = vector(bench)
    view.table.setCurrentIndex(view.model.index(0, CREDIBILITY))
    told = bench.told
    bench.key(Qt.Key.Key_Delete)
    assert view.model.items[0].credibility == "M"
    assert bench.told == told
    bench.undo()
    assert view.model.items[0].credibility == "H"


def test_each_method_gives_its_published_scores_and_a_row_can_be_left_out(bench: Bench) -> None:
    view = vector(bench)
    for method in METHODS:
        choose_in(view.method, method.id)
        view.method.activated.emit(view.method.currentIndex())
        assert scores(view) == PUBLISHED.get(method.id, scores(view))
    choose_in(view.method, "unweighted")
    view.method.activated.emit(view.method.currentIndex())
    assert view.model.data(view.model.index(1, FIXED - 2)) == "0"
    without = [view.model.data(view.model.index(row, WITHOUT)) for row in range(4)]
    assert without == ["→ H1", "–", "–", "–"]
    assert view.model.pivots() == ["E01"]
    view.table.setCurrentIndex(view.model.index(0, TEXT))
    bench.key(Qt.Key.Key_Space)
    assert scores(view) == ["1.00 ★", "4.00", "2.00"]
    assert "Left out: E01." in view._sentence()
    assert not view.model.is_counted(0)
    bench.key(Qt.Key.Key_Space)
    assert scores(view)[2] == "2.00 ★"
    view.as_of.setText("2022-1")
    assert "is no day yet" in view._sentence()


def test_a_row_and_an_account_are_edited_below_the_matrix(bench: Bench) -> None:
    view = vector(bench)
    item = AddEvidence(EvidenceKind.LINK, {"title": "Advisory"})
    assert bench.shell.do(item)
    view.table.setCurrentIndex(view.model.index(2, FIXED + 1))
    bench.key(Qt.Key.Key_Return)
    bench.until(view.details.isVisible)
    for name, words in (("date", "2022-01-15"), ("dependency_group", "Ministry")):
        field = cast(QLineEdit, view.details.row.widgets[name])
        field.setFocus()
        bench.type(words)
        bench.key(Qt.Key.Key_Return)
    view.details.evidence.field.setFocus()
    bench.type("advis")
    bench.key(Qt.Key.Key_Return)
    name_field = cast(QLineEdit, view.details.account.widgets["label"])
    name_field.setFocus()
    name_field.selectAll()
    bench.type("GRU")
    bench.key(Qt.Key.Key_Return)
    (matrix,) = bench.shell.read(matrices)
    row = matrix.items[2]
    assert (row.date, row.dependency_group) == ("2022-01-15", "Ministry")
    assert row.evidence_ids == (item.id,)
    assert matrix.hypotheses[1].label == "GRU"
    assert "GRU  Account 2" in view.accounts.text()
    bench.click(view.details.away)
    assert [each.label for each in view.model.hypotheses] == ["H1", "H3"]
    bench.undo()
    assert len(view.model.hypotheses) == 3
