"""Citation data from other tools, and references in words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import TooLarge, Unreadable, VerifierError
from verifier.references import parsing
from verifier.references.csl import clean, details_of, issued, item_of
from verifier.references.formatting import formatted
from verifier.references.parsing import parse_references

RIS = """\
TY  - JOUR
TI  - How sites are defaced
AU  - Doe, Jane
AU  - The Desk
JO  - Journal of Things
VL  - 3
IS  - 4
SP  - 10
EP  - 20
PY  - 2020/01/03/
DO  - https://doi.org/10.1234/x.1
UR  - https://example.org/a
ER  -

TY  - ELEC
T1  - A page
UR  - https://example.org/b
Y1  - 2022
ER  -
"""
BIBTEX = r"""
@article{a, title={{\"U}ber {W}ort},
  author={M{\"u}ller, Jan and {World Bank} and Ludwig van Beethoven},
  year=2020, month=jan, journal={J}, doi={10.1234/x.1}, pages={1--2}}
@online{b, title="Sites", url="https://example.org/a_b", date="2022-01-14"}
"""
CSL = [
    {
        "id": "x",
        "type": "report",
        "title": "Findings",
        "author": [{"literal": "The ministry"}],
        "issued": {"date-parts": [["2022", "1", 14], [2022, 1, 15]]},
        "DOI": "10.1234/Y",
    }
]
FULL = (
    "Doe, Jane and The Desk. “How sites are defaced”. Journal of Things, 3 (4), 10–20, "
    "2020-01-03. https://doi.org/10.1234/x.1"
)


@dataclass(frozen=True)
class Described:
    """A source as far as citing it goes."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    description: str = ""
    csl: dict[str, Any] = field(default_factory=dict)


def test_ris_is_read_and_formatted() -> None:
    items = parse_references(RIS.encode(), "list.ris")
    assert formatted(items) == (FULL, "“A page”. 2022. https://example.org/b")
    details = details_of(items[0])
    assert details["author"] == "Doe, Jane; The Desk"
    assert (details["published"], details["publisher"]) == ("2020-01-03", "Journal of Things")
    assert details["url"] == "https://example.org/a"


def test_bibtex_is_read_with_its_letters_and_names() -> None:
    first, second = parse_references(BIBTEX.encode(), "list.bib")
    details = details_of(first)
    assert details["title"] == "Über Wort"
    assert details["author"] == "Müller, Jan; World Bank; van Beethoven, Ludwig"
    assert (details["published"], details["url"]) == ("2020-01", "https://doi.org/10.1234/x.1")
    assert details_of(second)["published"] == "2022-01-14"
    assert second["type"] == "webpage"


@pytest.mark.parametrize("wrapped", [CSL, {"items": CSL}, CSL[0]])
def test_csl_json_is_read_with_ranges_of_dates(wrapped: Any) -> None:
    (item,) = parse_references(json.dumps(wrapped).encode(), "list.json")
    assert details_of(item)["published"] == "2022-01-14/2022-01-15"
    assert formatted([item])[0].startswith("The ministry. “Findings”. ")


@pytest.mark.parametrize(
    ("text", "title", "url"),
    [
        ("https://example.org/page.", "", "https://example.org/page"),
        ("Sites down, https://example.org/x?y=1", "Sites down", "https://example.org/x?y=1"),
        ("10.1177/123456", "", "https://doi.org/10.1177/123456"),
        ("doi:10.1177/123456", "", "https://doi.org/10.1177/123456"),
        ("(https://doi.org/10.1177/1)", "", "https://doi.org/10.1177/1"),
    ],
)
def test_pasted_links_and_dois_become_records(text: str, title: str, url: str) -> None:
    (item,) = parse_references(text.encode(), "the pasted text")
    assert (item.get("title", ""), details_of(item)["url"]) == (title, url)


def test_old_encodings_are_read() -> None:
    (item,) = parse_references("TY  - BOOK\nTI  - Für alle\nER  - \n".encode("cp1252"), "x")
    assert item["title"] == "Für alle"


@pytest.mark.parametrize(
    "data", [b"", b"nothing here", b"[]", b"[1, 2]", b'{"a":', b"@article{a, title={x", b"\x00\xff"]
)
def test_what_holds_no_reference_is_told_in_words(data: bytes) -> None:
    with pytest.raises(Unreadable, match="some file"):
        parse_references(data, "some file")


def test_a_huge_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "LIMIT", 10)
    with pytest.raises(TooLarge):
        parse_references(RIS.encode(), "list.ris")


@given(
    st.one_of(
        st.text(),
        st.text().map(lambda tail: f"TY  - JOUR\n{tail}\nER  - \n"),
        st.text().map(lambda tail: f"@article{{a, title={{{tail}}}, author={{{tail}}}}}"),
    )
)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        items = parse_references(text.encode("utf-8", "replace"), "x")
    except VerifierError:
        return
    assert len(formatted(items)) == len(items)
    assert all(json.dumps(details_of(item)) for item in items)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(
    st.dictionaries(
        st.sampled_from(["type", "title", "author", "issued", "DOI", "URL", "evil", "page"]),
        JUNK
        | st.fixed_dictionaries({"date-parts": st.lists(st.lists(JUNK, max_size=4))})
        | st.lists(st.fixed_dictionaries({"family": JUNK, "given": JUNK})),
    )
)
def test_citation_data_from_anywhere_is_cut_down_to_what_can_be_formatted(
    item: dict[str, Any],
) -> None:
    cleaned = clean(item)
    assert clean(cleaned) == cleaned
    assert len(formatted([cleaned])) == 1


def test_a_source_without_citation_data_is_formatted_from_its_fields() -> None:
    source = Described("Sites down?", "The agency", "A. Reporter", "2022-01-14", "https://e.org/x")
    assert formatted([item_of(source)]) == (
        "A. Reporter. “Sites down?”. The agency, 2022-01-14. https://e.org/x",
    )


def test_what_a_person_corrects_goes_before_imported_data() -> None:
    item = parse_references(RIS.encode(), "x")[0]
    told = details_of(item)
    assert item_of(Described(**{**told, "description": ""})) == item
    corrected = item_of(Described(**{**told, "description": "", "title": "Another"}))
    assert (corrected["title"], corrected["author"]) == ("Another", item["author"])


@pytest.mark.parametrize(
    ("text", "csl"),
    [
        ("2022-01", {"date-parts": [[2022, 1]]}),
        ("2021/2022", {"date-parts": [[2021], [2022]]}),
        ("", {}),
        ("unknown", {}),
        ("in winter", {"literal": "in winter"}),
    ],
)
def test_dates_become_dates_of_csl(text: str, csl: dict[str, Any]) -> None:
    assert issued(text) == csl


def test_a_ukrainian_report_quotes_as_ukrainian_does() -> None:
    assert formatted([{"type": "book", "title": "Книга"}], "uk") == ("«Книга»",)
