"""The list of documents beside what is read."""

from __future__ import annotations

import pytest
from window_driving import Bench

from verifier.ui.panels.documents import MOST_ROWS, ROWS_SHOWN


@pytest.mark.parametrize("count", [1, 3, 14])
def test_documents_are_seen_without_scrolling_where_there_is_room(bench: Bench, count: int) -> None:
    bench.new_case()
    bench.drop(*[bench.write(f"{n}.txt", f"Report number {n}.") for n in range(count)])
    bench.until(lambda: bench.shell.is_open and bench.window.desk.documents.list.count() == count)
    bench.jobs_are_done()
    panel = bench.window.desk.documents
    bench.window.resize(1440, 900)
    shown = min(count, MOST_ROWS)
    bench.until(lambda: panel.list.height() == panel.list.high(shown))
    assert panel.height() < bench.window.desk.claims.geometry().top() + 1
    bench.window.resize(1000, 480)
    bench.until(lambda: panel.list.height() >= panel.list.high(min(count, ROWS_SHOWN)))
