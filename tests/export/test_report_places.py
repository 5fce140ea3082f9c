"""Reports, tables and lists say where a quote stands: its page by name, and in which edition."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from docx_reading import Docx
from factories import OWNER, Imported, claim_at
from factories_report import EXPORTED, data_of
from pdf_making import lines, pdf_of

from verifier.actions.claims import AddClaim, Passage
from verifier.actions.documents import ImportDocument
from verifier.actions.editions import LeaveHighlight
from verifier.cli.entry import main
from verifier.cli.tables import table_words
from verifier.exchange import editions
from verifier.exchange.places import Places
from verifier.export.flat import tables
from verifier.export.html_page import html_page
from verifier.export.original_pdf import annotate_pdf
from verifier.export.report import write_report
from verifier.export.settings import ReportSettings
from verifier.queries.claims import highlights
from verifier.queries.documents import document
from verifier.queries.originals import original
from verifier.reading.here import read_here
from verifier.text.page_names import PageNames
from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.text.tables import Cell, Table
from verifier.workspace import Workspace

FIRST, SECOND = "Prices doubled within a year.", "Wages rose by a tenth."
REGION = Region(1, 90, 230, 320, 400)
ONLY, WAITS = "In an earlier edition only", "In an earlier edition only: waits for a decision"


def labelled(path: Path, *pages: str) -> Path:
    """A report whose pages are called iv and on."""
    path.write_bytes(pdf_of(lines(100, 600, [words]) for words in pages))
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        called = pikepdf.Dictionary(S=pikepdf.Name.r, St=4)
        file.Root.PageLabels = pikepdf.Dictionary(Nums=[0, called])
        file.save(path)
    return path


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Workspace]:
    """A claim on the second page's words, and one on a region of the first."""
    path = labelled(tmp_path / "report.pdf", FIRST, SECOND)
    with Workspace.create(tmp_path / "a.vcase", title="Case", person=OWNER) as workspace:
        added = ImportDocument(read_here(path), path.read_bytes(), path.name)
        workspace.do(added)
        start = added.read.text.index(SECOND)
        place = TextRange(start, start + len(SECOND))
        rectangles = Places.of_read(added.read).rectangles(place)
        words = Passage(added.edition_id, place, SECOND, rectangles=rectangles)
        workspace.do(AddClaim(SECOND, (words,)))
        region = Passage(
            added.edition_id, TextRange(0, 0), "", rectangles=(REGION.as_rectangle,), page=1
        )
        workspace.do(AddClaim("A picture.", (region,)))
        yield workspace


def replace_document(workspace: Workspace, folder: Path) -> None:
    """A second edition without the second page's sentence."""
    path = labelled(folder / "second.pdf", FIRST, "Nothing is said of it any more.")
    read = read_here(path)
    plan = editions.plan(workspace, "1", read.text)
    batch, _ = editions.replacing(plan, read, path.read_bytes(), path.name, accept_changed=False)
    workspace.do(batch)


def paragraphs_of(workspace: Workspace, folder: Path, language: str = "") -> list[str]:
    target = folder / "out.docx"
    settings = ReportSettings(language=language)
    write_report(data_of(workspace), target, exported_at=EXPORTED, settings=settings)
    return Docx(target).words().split("\n")


def cells(workspace: Workspace, label: str) -> dict[str, object]:
    claims, _, _ = tables(data_of(workspace))
    return next(dict(zip(claims.heads, row, strict=True)) for row in claims.rows if label in row)


def told(workspace: Workspace, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    command, *rest = words
    assert main(["--as", OWNER, command, str(workspace.location), *rest]) == 0
    return capsys.readouterr().out


def test_the_word_report_names_a_page_as_the_document_does(case: Workspace, tmp_path: Path) -> None:
    words = paragraphs_of(case, tmp_path)
    assert words[words.index(f"“{SECOND}”") + 1] == "Page v (2)"
    assert "Region on page iv (1)" in words
    assert "Сторінка v (2)" in paragraphs_of(case, tmp_path, "uk")


def test_the_page_for_the_web_names_it_alike(case: Workspace) -> None:
    page = html_page(data_of(case), EXPORTED).decode()
    assert f"<blockquote>{SECOND}</blockquote><p class=muted>Page v (2)</p>" in page
    assert "<blockquote>[region on page iv]</blockquote><p><span" in page


def test_tables_have_the_number_and_the_name_of_a_page(case: Workspace) -> None:
    row = cells(case, "C1")
    assert (row["Page"], row["Page label"], row["Edition"]) == (2, "v", "")
    assert cells(case, "C2")["Passage"] == "[region on page iv]"


def test_lists_of_the_command_line_have_both(
    case: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    case.close()
    assert "[p. v (2), " in told(case, capsys, "claims")
    (first, second) = json.loads(told(case, capsys, "claims", "--json"))
    assert [(h["page"], h["page_label"]) for h in first["highlights"]] == [(2, "v")]
    assert [h["page_label"] for h in second["highlights"]] == ["iv"]
    assert "report.pdf, p. v (2): " in told(case, capsys, "search", "wages", "in:document")
    (hit,) = json.loads(told(case, capsys, "search", "wages", "in:document", "--json"))
    assert (hit["page"], hit["page_label"]) == (2, "v")


def test_tables_and_new_editions_name_a_page_on_the_command_line(
    case: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = Table(2, ((Cell("Wages"), Cell("10")),))
    assert table_words(1, table, PageNames({2: "v"})).startswith("Table 1, page v (2): 1 rows")
    case.close()
    second = labelled(tmp_path / "second.pdf", FIRST, "Nothing is said of it any more.")
    replaced = json.loads(told(case, capsys, "replace", "1", str(second), "--json"))
    pages = {(each["old"]["page"], each["old"]["page_label"]) for each in replaced["passages"]}
    assert pages == {(1, "iv"), (2, "v")}


@pytest.mark.parametrize("is_left", [False, True], ids=["undecided", "left behind"])
def test_a_quote_that_only_an_earlier_edition_has_is_told_everywhere(
    case: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str], is_left: bool
) -> None:
    replace_document(case, tmp_path)
    if is_left:
        with case.reading() as session:
            gone = next(h for h in highlights(session, case.case_id) if h.quote == SECOND)
        case.do(LeaveHighlight(gone.id))
    wanted = ONLY if is_left else WAITS
    words = paragraphs_of(case, tmp_path)
    assert words[words.index(f"“{SECOND}”") + 1] == f"Page v (2) · {wanted}"
    page = html_page(data_of(case), EXPORTED).decode()
    assert f"<p class=muted>Page v (2) · {wanted}</p>" in page
    with case.reading() as session:
        latest = original(session, case.case_id)
    notices = annotate_pdf(data_of(case), latest, EXPORTED, io.BytesIO())
    assert f"C1 stands in an earlier edition only: “{SECOND}”." in notices
    row = cells(case, "C1")
    assert (row["Document"], row["Page label"], row["Edition"]) == ("report.pdf", "v", wanted)
    case.close()
    assert f", {wanted[0].lower()}{wanted[1:]}]" in told(case, capsys, "claims")
    first = json.loads(told(case, capsys, "claims", "--json"))[0]
    assert [h["earlier_edition"] for h in first["highlights"]] == [True]


def test_of_a_quote_that_the_new_edition_has_no_edition_is_told(
    case: Workspace, tmp_path: Path
) -> None:
    with case.reading() as session:
        row = document(session, case.case_id, "1")
    text = f"{FIRST}\n{SECOND}"
    case.do(claim_at(Imported(row.id, row.edition_id, text), FIRST))
    replace_document(case, tmp_path)
    assert (cells(case, "C3")["Page label"], cells(case, "C3")["Edition"]) == ("iv", "")
    words = paragraphs_of(case, tmp_path)
    assert words[words.index(f"“{FIRST}”") + 1] == "Page iv (1)"
