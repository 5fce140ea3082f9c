"""Citation styles: those that ship, a person's own, and what cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier import paths
from verifier.errors import Invalid, NotFound
from verifier.references.csl import Item
from verifier.references.formatting import Piece, formatted, references
from verifier.references.styles import SHIPPED, check_style, shipped_styles

ARTICLE: Item = {
    "type": "article-journal",
    "title": "How sites are defaced",
    "author": [{"family": "Doe", "given": "Jane Ann"}, {"literal": "The Desk"}],
    "container-title": "Journal of Things",
    "volume": "3",
    "issue": "4",
    "page": "10–20",
    "issued": {"date-parts": [[2020, 1, 3]]},
    "DOI": "10.1234/x.1",
}
PAGE: Item = {
    "type": "webpage",
    "title": "Two killed near Lebedynske",
    "author": [{"literal": "JFO"}],
    "publisher": "JFO",
    "URL": "https://example.org/a",
    "issued": {"date-parts": [[2022, 1, 10]]},
    "accessed": {"date-parts": [[2026, 3, 1]]},
}
EXPECTED = {
    "verifier": (
        "Doe, Jane Ann and The Desk. “How sites are defaced”. Journal of Things, 3 (4), 10–20, "
        "2020-01-03. https://doi.org/10.1234/x.1",
        "JFO. “Two killed near Lebedynske”. 2022-01-10. https://example.org/a",
    ),
    "author-date": (
        "Doe, J. A., & The Desk (2020, January 3). How sites are defaced. Journal of Things, 3(4), "
        "10–20. https://doi.org/10.1234/x.1",
        "JFO (2022, January 10). Two killed near Lebedynske. https://example.org/a",
    ),
    "bibliography": (
        "Doe, Jane Ann, and The Desk. “How sites are defaced”. Journal of Things 3(4), 10–20, "
        "January 3, 2020. https://doi.org/10.1234/x.1",
        "JFO. “Two killed near Lebedynske”. January 10, 2022. https://example.org/a",
    ),
    "numbered": (
        "Doe JA, The Desk. How sites are defaced. Journal of Things; 2020 Jan 3;3(4):10–20. "
        "Available at: https://doi.org/10.1234/x.1",
        "JFO. Two killed near Lebedynske. 2022 Jan 10 [cited 2026 Mar 1]. "
        "Available at: https://example.org/a",
    ),
    "dstu-8302": (
        "Doe J. A., The Desk. How sites are defaced. Journal of Things. 03.01.2020. Т. 3. № 4. "
        "С. 10–20. URL: https://doi.org/10.1234/x.1",
        "JFO. Two killed near Lebedynske. 10.01.2022. URL: https://example.org/a "
        "(дата звернення: 01.03.2026)",
    ),
}


@pytest.mark.parametrize("style", SHIPPED)
def test_each_style_puts_a_publication_into_its_own_words(style: str) -> None:
    assert formatted([ARTICLE, PAGE], "en", style) == EXPECTED[style]


def test_every_style_has_a_name_of_its_own() -> None:
    titles = [one.title for one in shipped_styles()]
    assert len(set(titles)) == len(SHIPPED)


def test_italics_of_a_style_are_kept_apart() -> None:
    (line,) = references([ARTICLE], "en", "author-date")
    assert Piece("Journal of Things", italic=True) in line


def test_months_follow_the_language() -> None:
    assert "січ" in formatted([PAGE], "uk", "numbered")[0]


def test_a_style_of_ones_own_is_followed_and_never_numbers(tmp_path: Path) -> None:
    shipped = (paths.resources() / "citation" / "numbered.csl").read_text("utf-8")
    own = tmp_path / "own.csl"
    number = '<text variable="citation-number" suffix=". "/>'
    own.write_text(shipped.replace("<layout>\n", f"<layout>\n{number}", 1), "utf-8")
    assert formatted([PAGE], "en", str(own)) == (EXPECTED["numbered"][1],)


@pytest.mark.parametrize(
    "content",
    [
        "no XML at all",
        "<style/>",
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info/></style>',
        '<!DOCTYPE a [<!ENTITY b "c">]><style xmlns="http://purl.org/net/xbiblio/csl">&b;</style>',
    ],
)
def test_what_is_no_usable_style_is_refused_in_words(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.csl"
    path.write_text(content, "utf-8")
    with pytest.raises(Invalid, match="no citation style that can be used"):
        check_style(str(path))


def test_a_style_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(NotFound, match="author-date"):
        check_style("nowhere.csl")
