"""Pictures, outline and links of a PDF."""

from __future__ import annotations

import numpy as np
import pytest
from pdf_making import encrypted, line, pdf_of, with_outline_and_link

from verifier.errors import Encrypted, Unreadable
from verifier.reading.render import PdfView

TWO_PAGES = pdf_of([line(100, 700, "First"), line(100, 700, "Second")])


def test_a_page_is_drawn_at_the_asked_scale() -> None:
    with PdfView(TWO_PAGES) as view:
        picture = view.render(1, 2.0)
    assert (picture.width, picture.height, picture.stride) == (1224, 1584, 1224 * 4)
    pixels = np.frombuffer(picture.pixels, np.uint8).reshape(1584, 1224, 4)
    assert (pixels[150:190, 200:260, 0] < 100).any()
    assert (pixels[400:, :, 0] == 255).all()


def test_a_page_is_drawn_into_the_callers_buffer() -> None:
    buffer = bytearray(700 * 800 * 4)
    with PdfView(TWO_PAGES) as view:
        picture = view.render(1, 1.0, buffer, stride=700 * 4)
    assert picture.pixels is buffer
    assert np.frombuffer(buffer, np.uint8).reshape(800, 700, 4)[:792, 100:140, 0].min() < 100


def test_a_clip_is_that_part_of_the_whole_picture() -> None:
    with PdfView(TWO_PAGES) as view:
        whole = np.frombuffer(view.render(1, 1.0).pixels, np.uint8).reshape(792, 612, 4)
        part = view.render(1, 1.0, clip=(90, 70, 60, 40))
    assert np.array_equal(
        np.frombuffer(part.pixels, np.uint8).reshape(40, 60, 4)[..., :3],
        whole[70:110, 90:150, :3],
    )


def test_a_buffer_that_is_too_small_or_read_only_is_refused() -> None:
    with PdfView(TWO_PAGES) as view:
        with pytest.raises(ValueError, match="not a writable buffer"):
            view.render(1, 1.0, bytearray(10))
        with pytest.raises(ValueError, match="not a writable buffer"):
            view.render(1, 1.0, bytes(792 * 612 * 4))


def test_outline_and_links_lead_to_pages_and_addresses() -> None:
    with PdfView(with_outline_and_link(TWO_PAGES)) as view:
        (entry,) = view.outline()
        (link,) = view.links(1)
        assert view.links(2) == ()
    assert (entry.title, entry.level, entry.page, entry.y) == ("Findings", 1, 2, 92.0)
    assert (link.address, link.page) == ("https://example.org/a", 0)
    assert (link.x0, link.y0, link.x1, link.y1) == (100, 172, 200, 192)


def test_a_password_and_a_cut_file_are_told_in_words() -> None:
    with pytest.raises(Encrypted, match=r"leaked\.pdf is protected by a password"):
        PdfView(encrypted(TWO_PAGES), "leaked.pdf")
    with pytest.raises(Unreadable, match="damaged or incomplete"):
        PdfView(TWO_PAGES[:200], "cut.pdf")
