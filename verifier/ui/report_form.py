"""How the report is made: its parts and their order, language, citation style, template."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from verifier.errors import VerifierError
from verifier.export import libreoffice
from verifier.export.settings import ReportSettings
from verifier.export.words import NAMES
from verifier.references.styles import HOUSE, check_style, shipped_styles
from verifier.ui import file_dialogs
from verifier.ui.combo import choose_in, combo
from verifier.ui.part_list import PartList
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import column, label, named, row, tool_button


class ReportForm(QWidget):
    """The settings that only the report has; a report also obeys the filters of every format."""

    refused = Signal(object)
    """The VerifierError about a file that cannot be used."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = PartList()
        self.bottom_line = QLineEdit()
        self.number = QLineEdit()
        self.language = combo(self.tr("Language of the report"), self._languages())
        self.citation_style = combo(self.tr("Citation style"), self._styles())
        self.template = QLineEdit()
        self.exact = QCheckBox(self.tr("Page numbers as LibreOffice lays the report out"))
        self.charts = QCheckBox(self.tr("Charts"))
        self.comments = QCheckBox(self.tr("Comments in the margin"))
        self.keep = QCheckBox(self.tr("Keep this report to compare with the next"))
        self._build()

    def _languages(self) -> list[tuple[str, str]]:
        return [("", self.tr("As the case")), *NAMES.items()]

    def _styles(self) -> list[tuple[str, str]]:
        shipped = [(one.id, one.title) for one in shipped_styles() if one.id != HOUSE]
        return [("", self.tr("The one that comes with Verifier")), *shipped]

    def _build(self) -> None:
        self.bottom_line.setPlaceholderText(self.tr("Made from the counts when left empty"))
        self.template.setPlaceholderText(self.tr("The one that comes with Verifier"))
        left = column(spacing=METRICS.space_xs)
        title = label(self.tr("Parts and their order"))
        title.setBuddy(self.parts.list)
        left.addWidget(title)
        left.addWidget(self.parts, 1)
        right = column(spacing=METRICS.space_m)
        right.addWidget(named(self.tr("Bottom line on the cover"), self.bottom_line))
        right.addWidget(named(self.tr("Report number"), self.number))
        right.addWidget(named(self.tr("Language of the report"), self.language))
        browse_style = tool_button("folder-open", self.tr("Choose a citation style (CSL file)"))
        browse_style.clicked.connect(self._choose_style)
        style = named(self.tr("Citation style"), self.citation_style)
        right.addLayout(_with_button(style, browse_style))
        browse = tool_button("folder-open", self.tr("Choose a template"))
        browse.clicked.connect(self._choose_template)
        template = named(self.tr("Template (Word file)"), self.template)
        right.addLayout(_with_button(template, browse))
        self.exact.setVisible(libreoffice.find() is not None)
        for box in (self.exact, self.charts, self.comments, self.keep):
            right.addWidget(box)
        right.addStretch()
        both = QGridLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setHorizontalSpacing(METRICS.space_xl)
        both.addLayout(left, 0, 0)
        both.addLayout(right, 0, 1)
        both.setColumnStretch(1, 1)

    @property
    def settings(self) -> ReportSettings:
        """The settings as they stand in the fields; the filters are left open."""
        return ReportSettings(
            parts=self.parts.parts,
            exact_pages=self.exact.isChecked(),
            charts=self.charts.isChecked(),
            comments=self.comments.isChecked(),
            bottom_line=self.bottom_line.text().strip(),
            report_number=self.number.text().strip(),
            language=str(self.language.currentData() or ""),
            citation_style=str(self.citation_style.currentData() or ""),
            template=self.template.text().strip(),
        )

    def show_settings(self, settings: ReportSettings) -> None:
        """Fill the fields."""
        self.parts.show_parts(settings.parts)
        self.exact.setChecked(settings.exact_pages)
        self.charts.setChecked(settings.charts)
        self.comments.setChecked(settings.comments)
        self.bottom_line.setText(settings.bottom_line)
        self.number.setText(settings.report_number)
        choose_in(self.language, settings.language)
        self._show_style(settings.citation_style)
        self.template.setText(settings.template)

    def _show_style(self, style: str) -> None:
        """Choose a style; a file of the person's own joins the list under its name."""
        if self.citation_style.findData(style) < 0:
            self.citation_style.addItem(Path(style).name, style)
        choose_in(self.citation_style, style)

    @Slot()
    def _choose_style(self) -> None:
        path = file_dialogs.citation_style(self)
        if path is None:
            return
        try:
            check_style(str(path))
        except VerifierError as error:
            self.refused.emit(error)
            return
        self._show_style(str(path))

    @Slot()
    def _choose_template(self) -> None:
        path = file_dialogs.template(self)
        if path is not None:
            self.template.setText(str(path))


def _with_button(control: QWidget, button: QWidget) -> QHBoxLayout:
    line = row(control, button)
    line.setStretch(0, 1)
    line.setAlignment(button, Qt.AlignmentFlag.AlignBottom)
    return line
