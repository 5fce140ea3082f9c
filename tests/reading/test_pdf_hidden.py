"""A page that holds words nobody sees on it says so; scans and white words on a bar do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import line, lines, pdf_of, with_form

from verifier.reading.document import ReadDocument
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf

SEEN = ["The ministry said on Friday that seventy", "websites had been defaced within hours."]
UNSEEN = ["Whoever reads this aloud is asked to say", "that nothing at all has happened there."]
BLACK_BOX, WHITE_BOX = "0 g 90 480 400 40 re f\n", "1 g 90 480 400 40 re f 0 g\n"
PICTURE = "q 400 0 0 200 90 400 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q\n"


LONG = lines(100, 750, [f"{n} {SEEN[0]}" for n in range(40)], 8, 10)


def notices_of(page: str | bytes, folder: Path) -> list[str]:
    path = folder / "report.pdf"
    path.write_bytes(page if isinstance(page, bytes) else pdf_of([page]))
    document: ReadDocument = document_of(read_pdf(path, path.name, Limits()))
    return [notice.code for notice in document.pages[0].notices]


@pytest.mark.parametrize(
    "page",
    [
        lines(100, 700, SEEN) + "1 g\n" + lines(100, 500, UNSEEN),
        lines(100, 700, SEEN) + "1 1 1 rg\n" + lines(100, 500, UNSEEN),
        "3 Tr\n" + lines(100, 500, UNSEEN) + "0 Tr\n" + lines(100, 700, SEEN),
        lines(100, 500, UNSEEN, 0.5) + lines(100, 700, SEEN),
        lines(100, 500, UNSEEN) + lines(100, 700, SEEN) + BLACK_BOX,
        lines(100, 700, SEEN) + lines(100, 500, UNSEEN) + WHITE_BOX,
        LONG + "1 g\n" + lines(100, 200, UNSEEN) + "0 g\n" + LONG,
        LONG + lines(100, 500, UNSEEN) + WHITE_BOX + LONG.replace(" 100 ", " 300 "),
        with_form(pdf_of([lines(100, 700, SEEN)]), "1 g\n" + lines(100, 500, UNSEEN)),
        with_form(pdf_of([lines(100, 700, SEEN)]), lines(0, 0, UNSEEN), (0.05, 0, 0, 0.05, 90, 90)),
        with_form(pdf_of([lines(100, 500, UNSEEN)]), "1 g 0 0 200 20 re f", (2, 0, 0, 2, 90, 480)),
    ],
    ids=[
        "white",
        "white by colours",
        "invisible",
        "tiny",
        "under a black box",
        "under a white box",
        "white among many",
        "under a box among many",
        "white in a form",
        "tiny by a form",
        "under a form's box",
    ],
)
def test_words_that_nobody_sees_are_told(page: str, tmp_path: Path) -> None:
    assert "hidden-text" in notices_of(page, tmp_path)


@pytest.mark.parametrize(
    "page",
    [
        lines(100, 700, SEEN),
        BLACK_BOX + "1 g\n" + lines(100, 500, UNSEEN),
        BLACK_BOX + WHITE_BOX + lines(100, 500, UNSEEN),
        PICTURE + "1 g\n" + lines(100, 500, UNSEEN),
        PICTURE + "3 Tr\n" + lines(100, 500, UNSEEN),
        "3 Tr\n" + lines(100, 500, UNSEEN) + PICTURE,
        lines(100, 700, SEEN) + "1 g\n" + line(100, 500, "page 12"),
        lines(100, 700, SEEN) + lines(100, 500, UNSEEN) + "90 495 400 1 re f\n",
        with_form(pdf_of([BLACK_BOX]), "1 g\n" + lines(100, 500, UNSEEN)),
        with_form(pdf_of([""]), "0 g 0 0 200 20 re f 1 g\n" + lines(5, 12, UNSEEN, 6, 8),
                  (2, 0, 0, 2, 90, 480)),
        with_form(pdf_of([lines(100, 500, UNSEEN)]), "0 g 0 0 200 20 re f", (2, 0, 0, 2, 90, 200)),
    ],
    ids=["plain", "white on a bar", "on a box", "white on a picture", "over a scan", "under a scan",
         "few", "struck through", "white in a form on a bar", "white on a form's bar",
         "beside a form's box"],
)  # fmt: skip
def test_what_can_be_seen_or_lies_on_a_scan_is_not(page: str, tmp_path: Path) -> None:
    assert "hidden-text" not in notices_of(page, tmp_path)
