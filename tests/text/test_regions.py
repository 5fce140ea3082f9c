"""Regions: rectangles of a page that are marked where there are no words."""

from __future__ import annotations

from verifier.text.regions import Region, between, region_of


def test_the_corners_may_be_drawn_in_any_order() -> None:
    wanted = Region(2, 10, 20, 110, 70)
    assert between(2, (10, 20), (110, 70)) == wanted
    assert between(2, (110, 70), (10, 20)) == wanted
    assert between(2, (110, 20), (10, 70)) == wanted


def test_a_region_is_cut_at_the_border_of_its_page_and_pushed_against_it() -> None:
    region = Region(1, -5, 700, 300, 900)
    assert region.within(612, 792) == Region(1, 0, 700, 300, 792)
    assert Region(1, 10, 10, 20, 20).shifted(-50, 900, 612, 792) == Region(1, 0, 782, 10, 792)


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
