"""The command palette: a few letters lead to claims, documents and commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from window_driving import CTRL, Bench

from verifier.actions.claims import AddClaim
from verifier.ui.palette import Entry, ranked


def entry(text: str, detail: str = "") -> Entry:
    return Entry(text, detail, "", lambda: None)


def test_what_begins_with_the_words_comes_first() -> None:
    entries = [entry("Import document"), entry("Document report.txt"), entry("Quit")]
    assert [e.text for e in ranked(entries, "doc")] == ["Document report.txt", "Import document"]


def test_every_word_must_fit_somewhere() -> None:
    entries = [entry("C1 Prices doubled", "Refuted"), entry("C2 Prices fell", "Supported")]
    assert [e.text for e in ranked(entries, "refu PRICES")] == ["C1 Prices doubled"]


def test_a_command_runs_by_its_name(bench: Bench) -> None:
    bench.new_case()
    bench.key(Qt.Key.Key_K, CTRL)
    assert bench.window.controllers.finding.palette.field.hasFocus()
    bench.type("dark col")
    bench.key(Qt.Key.Key_Return)
    assert bench.shell.theme.tokens.dark
    assert not bench.window.controllers.finding.palette.isVisible()


def test_a_claim_is_found_by_its_words(bench: Bench) -> None:
    bench.new_case()
    for words in ("Prices doubled.", "Wages fell."):
        bench.shell.do(AddClaim(words))
    bench.key(Qt.Key.Key_K, CTRL)
    bench.type("wages")
    bench.key(Qt.Key.Key_Return)
    line = bench.shell.claims.get(bench.shell.selection)
    assert line is not None
    assert line.claim.statement == "Wages fell."


def test_escape_gives_the_focus_back(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.view.setFocus()
    bench.key(Qt.Key.Key_K, CTRL)
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.hasFocus()


def test_only_what_makes_sense_is_offered(bench: Bench) -> None:
    bench.key(Qt.Key.Key_K, CTRL)
    shown = [
        bench.window.controllers.finding.palette.list.item(at).text()
        for at in range(bench.window.controllers.finding.palette.list.count())
    ]
    assert "New case" in shown
    assert "Export report to Word" not in shown
