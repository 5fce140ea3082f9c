"""A report says what changed since the last one that was given out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import factories_report as make
from docx_reading import Docx
from factories import add_claim, add_document

from verifier.actions.assessments import Assess
from verifier.actions.reports import RecordReport
from verifier.export.frozen import frozen
from verifier.export.report import write_report
from verifier.export.settings import Part, ReportSettings
from verifier.queries.report import ReportData, report_data
from verifier.queries.reports import PastReport
from verifier.workspace import Workspace

CHANGES = ReportSettings(parts=(Part.CHANGES,))


def words(data: ReportData, tmp_path: Path) -> str:
    target = tmp_path / "report.docx"
    write_report(data, target, exported_at=make.EXPORTED, settings=CHANGES)
    return Docx(target).words()


def after(data: ReportData, earlier: ReportData) -> ReportData:
    past = PastReport("r1", make.START, "R. Haas", "first.docx", "0" * 64, frozen(earlier))
    return replace(data, previous=past)


def test_a_first_report_has_nothing_to_compare(tmp_path: Path) -> None:
    assert words(make.marked("Words.", (0, 5)), tmp_path) == ""


def test_nothing_changed_is_said(tmp_path: Path) -> None:
    data = make.marked("Words.", (0, 5))
    told = words(after(data, data), tmp_path)
    assert "Compared with “first.docx” of 18 January 2022. It was given out by R. Haas." in told
    assert "No claim was added, withdrawn, reworded or rated otherwise." in told


def test_changed_new_and_missing_claims_are_told(tmp_path: Path) -> None:
    earlier = make.data([], [make.claim(1), make.claim(2, "It was withdrawn")])
    rated = make.claim(1, history=(make.assessment(1, "refuted", confidence="high"),))
    told = words(after(make.data([], [rated, make.claim(3)]), earlier), tmp_path).split("\n")
    assert told[told.index("Verdict") :][:3] == ["Verdict", "√ Supported", "× Refuted"]
    assert told[told.index("Confidence") :][:3] == ["Confidence", "Moderate", "High"]
    assert "New claim" in told
    assert told[told.index("No longer shown") + 1] == "It was withdrawn"


def test_a_report_kept_in_the_case_is_what_the_next_compares_with(
    workspace: Workspace, tmp_path: Path
) -> None:
    claim_id = add_claim(workspace, add_document(workspace), "70 sites")
    with workspace.reading() as session:
        first = report_data(session, workspace.case_id)
    workspace.do(RecordReport("first.docx", "0" * 64, frozen(first)))
    workspace.do(Assess(claim_id, "mixed", reason="Counted twice."))
    with workspace.reading() as session:
        told = words(report_data(session, workspace.case_id), tmp_path)
    assert "Not rated" in told
    assert "½ Mixed" in told
