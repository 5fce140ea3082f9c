"""Which sheet, and at which zoom, a text gets in a pane of some width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verifier.ui.reader.sheet import (
    LEAST_EDGE,
    LEAST_LEFT,
    LEAST_MEASURE,
    LEAST_WIDTH,
    PIXELS_PER_POINT,
    STEP,
    USUAL,
    USUAL_MEASURE,
    Sheet,
    fit_text,
)

PANES = st.integers(100, 4000)
ZOOMS = st.floats(0.25, 4.0)


def test_a_wide_pane_enlarges_the_usual_sheet_up_to_a_bound() -> None:
    for pane, zoom in ((848, 1.0), (1048, 1.25), (1248, 1.5), (3000, 1.5)):
        fit = fit_text(pane)
        assert (fit.sheet, fit.zoom) == (USUAL, zoom)
        assert fit.across == pane
        assert fit.edge == 24


@given(PANES)
def test_type_is_never_smaller_than_it_is_on_paper(pane: int) -> None:
    assert fit_text(pane).zoom >= 1.0


@given(PANES, PANES)
def test_a_narrower_pane_never_gets_a_wider_sheet(one: int, other: int) -> None:
    narrow, wide = sorted((one, other))
    assert fit_text(narrow).sheet.width <= fit_text(wide).sheet.width


def test_margins_give_way_before_the_measure_does() -> None:
    for pane in (660, 720, 800):
        sheet = fit_text(pane).sheet
        assert sheet.measure == USUAL_MEASURE
        assert sheet.left < USUAL.left
    narrow = fit_text(384).sheet
    assert narrow.left == LEAST_LEFT
    assert narrow.measure < USUAL_MEASURE


@given(PANES, st.none() | ZOOMS)
def test_a_sheet_fits_its_pane_and_fills_it_unless_it_is_the_least_or_usual(
    pane: int, chosen: float | None
) -> None:
    fit = fit_text(pane, chosen)
    scale = fit.zoom * PIXELS_PER_POINT
    left_over = pane - fit.sheet.width * scale - 2 * LEAST_EDGE
    assert fit.sheet.measure >= LEAST_MEASURE
    if fit.sheet.width > LEAST_WIDTH:
        assert left_over >= 0
        assert fit.across == pane
    if fit.sheet.width < USUAL.width:
        assert left_over <= (STEP + 1) * scale
    assert fit.left >= fit.edge


@given(PANES, ZOOMS)
def test_a_zoom_that_was_chosen_is_kept(pane: int, chosen: float) -> None:
    assert fit_text(pane, chosen).zoom == chosen


@given(st.floats(LEAST_WIDTH, USUAL.width))
def test_margins_and_measure_make_the_sheet(width: float) -> None:
    sheet = Sheet(width)
    assert abs(sheet.left + sheet.measure + sheet.right - width) < 1e-9
