"""The settings of the report that a case keeps."""

from __future__ import annotations

from collections.abc import Sequence

import click

from verifier.actions.people import EditCase
from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.export.settings import ReportSettings, changed, settings_from_json
from verifier.queries.case import case_row

CHANGES = click.argument("changes", metavar="[NAME=VALUE]...", nargs=-1)


@command("report-settings")
@CASE
@CHANGES
@JSON
@session
def report_settings(
    session: Session, case_path: str, changes: Sequence[str], as_json: bool
) -> None:
    """Show what the case's report is like, or change it.

    For example: parts=cover,summary,text only_published=yes minimum_confidence=moderate
    language=uk citation_style=author-date template=house.docx exact_pages=no
    """
    with session.open(case_path) as workspace:
        with workspace.reading() as reading:
            case = case_row(reading, workspace.case_id)
        settings = settings_from_json(case.report_settings)
        if changes:
            settings = changed(settings, changes, case.confidence_scale)
            stored = {**case.report_settings, **settings.to_json()}
            workspace.do(EditCase({"report_settings": stored}))
    show(settings.to_json(), as_json, "\n".join(_lines(settings)))


def _lines(settings: ReportSettings) -> list[str]:
    return [f"{name}={_told(value)}" for name, value in settings.to_json().items()]


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
