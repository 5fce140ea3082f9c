"""Regions: rectangles of a page that are marked where there are no words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.text.regions import PictureRegion, Region, between, region_of

SHA = "a" * 64


def test_the_corners_may_be_drawn_in_any_order() -> None:
    wanted = Region(2, 10, 20, 110, 70)
    assert between(2, (10, 20), (110, 70)) == wanted
    assert between(2, (110, 70), (10, 20)) == wanted
    assert between(2, (110, 20), (10, 70)) == wanted


def test_a_region_is_cut_at_the_border_of_its_page_and_pushed_against_it() -> None:
    region = Region(1, -5, 700, 300, 900)
    assert region.within((0, 0, 612, 792)) == Region(1, 0, 700, 300, 792)
    assert Region(1, 10, 10, 20, 20).shifted(-50, 900, (0, 0, 612, 792)) == Region(
        1, 0, 782, 10, 792
    )


def test_a_region_reads_as_a_fragment_of_a_pdfs_address() -> None:
    assert Region(3, 72.4, 100, 272.4, 250.2).fragment == "page=3&viewrect=72,100,200,150"


def test_a_passage_is_a_region_only_without_words() -> None:
    rectangle = [2, 10.0, 20.0, 110.0, 70.0]
    assert region_of(5, 5, [rectangle]) == Region(2, 10, 20, 110, 70)
    assert region_of(5, 9, [rectangle]) is None
    assert region_of(5, 5, []) is None
    assert list(Region(2, 10, 20, 110, 70).as_rectangle) == rectangle


def test_what_is_hardly_wider_than_a_click_was_not_drawn() -> None:
    assert not Region(1, 10, 10, 13, 200).is_drawn
    assert Region(1, 10, 10, 15, 15).is_drawn


def test_a_region_of_a_picture_is_told_by_the_pictures_bytes() -> None:
    kept = PictureRegion(3, 10.0, 20.0, 55.5, 100.0, SHA)
    assert region_of(7, 7, [kept.as_rectangle], SHA) == kept
    assert region_of(7, 7, [kept.as_rectangle]) == Region(3, 10, 20, 55.5, 100)
    assert region_of(7, 9, [kept.as_rectangle], SHA) is None


def test_a_region_of_a_picture_is_its_part_in_whatever_size_it_is_shown() -> None:
    kept = Region(1, 150, 100, 250, 150).of_picture(2, SHA, (100, 100, 300, 200))
    assert kept == PictureRegion(2, 25, 0, 75, 50, SHA)
    assert kept.on(9, (0, 0, 40, 40)) == Region(9, 10, 0, 30, 20)
    assert kept.pixels(400, 200) == (100, 0, 300, 100)
    assert Region(1, 0, 0, 500, 500).of_picture(1, SHA, (100, 100, 300, 200)).x1 == 100


def test_a_region_of_a_picture_reads_as_a_media_fragment_in_whole_numbers() -> None:
    kept = PictureRegion(1, 12.5, 10.2, 50.1, 90, SHA)
    assert kept.fragment((1000, 500)) == "xywh=pixel:125,51,376,399"
    assert kept.fragment(None) == "xywh=percent:12,10,39,80"


SIDE = st.floats(0, 100, allow_nan=False)
LONG = st.integers(1, 20_000)


@given(SIDE, SIDE, SIDE, SIDE, LONG, LONG)
def test_a_region_of_a_picture_touches_pixels_that_are_there(
    x0: float, y0: float, x1: float, y1: float, width: int, height: int
) -> None:
    region = between(1, (x0, y0), (x1, y1))
    kept = PictureRegion(1, *region.rect, SHA)
    left, top, right, bottom = kept.pixels(width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height


@given(SIDE, SIDE, SIDE, SIDE, st.floats(8, 700), st.floats(8, 700))
def test_what_is_kept_of_a_region_shows_where_it_was_drawn(
    x0: float, y0: float, x1: float, y1: float, width: float, height: float
) -> None:
    frame = (60.0, 90.0, 60.0 + width, 90.0 + height)
    drawn = between(4, (60 + x0, 90 + y0), (60 + x1, 90 + y1)).within(frame)
    kept = region_of(0, 0, [drawn.of_picture(1, SHA, frame).as_rectangle], SHA)
    assert isinstance(kept, PictureRegion)
    assert kept.on(4, frame).rect == pytest.approx(drawn.rect, abs=0.01)
