"""Going back: restore points made before big operations, by hand, and gone back to."""

from __future__ import annotations

import pytest
from window_driving import Bench

from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim
from verifier.exchange.restoring import restore_points
from verifier.ui.case_lock import lock_of
from verifier.ui.restore_dialog import RestoreDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen


def dialog_of(bench: Bench) -> RestoreDialog:
    bench.window.actions_of["case.restore"].trigger()
    return bench.window.findChildren(RestoreDialog)[-1]


def whys(dialog: RestoreDialog) -> list[str]:
    return [dialog.model.cells(row)[1] for row in dialog.model.rows]


def test_the_window_makes_restore_points_and_goes_back_to_one(bench: Bench) -> None:
    path = bench.new_case()
    claims = tuple(AddClaim(words) for words in ("Bread", "Corn", "Salt"))
    assert bench.shell.do(Batch("add claims", claims))
    dialog = dialog_of(bench)
    assert not dialog.back.isEnabled()
    bench.click(dialog.make)
    bench.until(lambda: whys(dialog) == ["Made by hand"])
    dialog.close()
    table = bench.window.desk.table
    table.view.selectAll()
    assert table.edit(table.selected_ids(), "merge", "")
    bench.until(lambda: len(bench.claims) == 1 and not bench.shell.big.doing)
    dialog = dialog_of(bench)
    assert whys(dialog) == ["Before: Merge claims", "Made by hand"]
    bench.click(dialog.back)
    assert not bench.shell.open(path)
    bench.until(lambda: bench.shell.is_open)
    assert [line.claim.statement for line in bench.claims] == ["Bread", "Corn", "Salt"]
    assert "The case is as it was at" in bench.told
    assert restore_points(path)[0].why == "before going back"


def test_a_case_that_another_window_takes_meanwhile_is_not_put_back(bench: Bench) -> None:
    path = bench.new_case()
    bench.do(AddClaim("Bread"))
    dialog = dialog_of(bench)
    bench.click(dialog.make)
    bench.until(lambda: whys(dialog) == ["Made by hand"])
    held: list[object] = []
    bench.shell.closed.connect(lambda: held.append(lock_of(path)))
    bench.click(dialog.back)
    bench.jobs_are_done()
    assert held[0] is not None
    assert "open in another window" in bench.told
    assert [point.why for point in restore_points(path)] == ["made by hand"]
