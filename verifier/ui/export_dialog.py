"""Every way out in one place: what, how, where; then progress, and the file that was written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from verifier import scales
from verifier.actions.people import EditCase
from verifier.errors import VerifierError
from verifier.export import libreoffice
from verifier.export.formats import ANNOTATORS, FORMATS, PDF, Format
from verifier.export.settings import ReportSettings, settings_from_json
from verifier.ui import file_dialogs
from verifier.ui.combo import choose_in, combo
from verifier.ui.exporting import Exporter, Order, Written, open_path
from verifier.ui.jobs import Job
from verifier.ui.preview import PreviewDialog
from verifier.ui.report_form import ReportForm
from verifier.ui.report_words import ABOUT_FORMATS
from verifier.ui.report_words import FORMATS as FORMAT_WORDS
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.told import told, told_error
from verifier.ui.widgets import column, label, named, push_button, resize_in_room, row
from verifier.ui.words import word

SIZE = (900, 640)
CODE = Qt.ItemDataRole.UserRole
STEPS = 1000
OF_REPORT = frozenset({"report", "pdf"})


class ExportDialog(QDialog):
    """Chooses a format and its settings, and writes it. The settings stay in the case."""

    previewed = Signal()
    """The pages of a preview are shown."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._job: Job | None = None
        self._written: Path | None = None
        self.exporter = Exporter(shell, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        resize_in_room(self, *SIZE)
        self.formats = QListWidget()
        self.about = label("", "muted", wrap=True)
        self.document = combo(self.tr("Document"), self._documents())
        self.site = QLineEdit()
        self.only_published = QCheckBox(self.tr("Only claims that are published"))
        self.confidence = combo(self.tr("Confidence at least"), self._confidences())
        self.progress = QProgressBar()
        self.outcome = label("", "", wrap=True)
        self.open_file = push_button(self.tr("Open the file"))
        self.show_folder = push_button(self.tr("Show in folder"))
        self.preview = push_button(self.tr("Preview"))
        self.stop = push_button(self.tr("Stop"))
        self.close_button = push_button(self.tr("Close"))
        self.export = push_button(self.tr("Export…"), "primary")
        self._document_row = named(self.tr("Document"), self.document)
        self._site_row = named(self.tr("Address of the page it will stand on"), self.site)
        self.report = ReportForm()
        self.report.refused.connect(self._fail)
        self._build()
        self._connect()
        self._show_settings(settings_from_json(shell.case.report_settings))
        self.formats.setCurrentRow(0)
        self._idle()

    # Putting it together

    def _documents(self) -> list[tuple[str, str]]:
        return [(row.id, row.title) for row in self._shell.documents]

    def _confidences(self) -> list[tuple[str, str]]:
        known = scales.known_scales()
        levels = scales.find(known, self._shell.case.confidence_scale).levels
        rated = [(level.code, level.label) for level in levels if level.is_rated]
        return [("", self.tr("Any, and not rated")), *rated]

    def _build(self) -> None:
        self.formats.setAccessibleName(self.tr("Format"))
        self.formats.setFixedWidth(210)
        for each in FORMATS.values():
            item = QListWidgetItem(word(FORMAT_WORDS, each.id))
            item.setData(CODE, each.id)
            item.setSizeHint(QSize(0, METRICS.tree_row))
            self.formats.addItem(item)
        self.site.setPlaceholderText("https://")
        options = column(margin=METRICS.space_l, spacing=METRICS.space_m)
        self._title = label("", "title")
        options.addWidget(self._title)
        options.addWidget(self.about)
        options.addWidget(self._document_row)
        options.addWidget(self._site_row)
        options.addWidget(self.only_published)
        options.addWidget(
            named(self.tr("Only claims with a confidence of at least"), self.confidence)
        )
        options.addWidget(self.report)
        options.addStretch()
        inner = QWidget()
        inner.setLayout(options)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.formats)
        middle.addWidget(area, 1)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        result = row(self.outcome, self.open_file, self.show_folder, self.progress, self.stop)
        result.setStretch(0, 1)
        buttons = row(self.preview, QLabel(), self.close_button, self.export)
        buttons.setStretch(1, 1)
        foot = column(margin=METRICS.space_l, spacing=METRICS.space_m)
        foot.addLayout(result)
        foot.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)
        self.export.setDefault(True)

    def _connect(self) -> None:
        self.formats.currentRowChanged.connect(self._show_format)
        self.export.clicked.connect(self._ask_where)
        self.preview.clicked.connect(self._preview)
        self.close_button.clicked.connect(self.close)
        self.stop.clicked.connect(self._stop)
        self.open_file.clicked.connect(self._open_file)
        self.show_folder.clicked.connect(self._show_folder)
        self.exporter.written.connect(self._done)
        self.exporter.failed.connect(self._fail)
        self._shell.closing.connect(self.close)

    # What is chosen

    @property
    def format(self) -> Format:
        """The chosen format."""
        return FORMATS[self.formats.currentItem().data(CODE)]

    @property
    def settings(self) -> ReportSettings:
        """The settings as they stand in the fields."""
        return replace(
            self.report.settings,
            only_published=self.only_published.isChecked(),
            minimum_confidence=str(self.confidence.currentData() or ""),
        )

    def _show_settings(self, settings: ReportSettings) -> None:
        self.only_published.setChecked(settings.only_published)
        choose_in(self.confidence, settings.minimum_confidence)
        self.report.show_settings(settings)

    @Slot()
    def _show_format(self) -> None:
        chosen = self.format
        self._title.setText(word(FORMAT_WORDS, chosen.id))
        self.about.setText(self._about(chosen))
        self._document_row.setVisible(chosen.takes_document)
        self._offer_documents(chosen)
        self._site_row.setVisible(chosen.id == "claimreview")
        self.report.setVisible(chosen.id in OF_REPORT)
        self.report.keep.setVisible(chosen.id == "report")
        self.preview.setVisible(chosen.id in OF_REPORT and libreoffice.find() is not None)
        self._allow()

    def _about(self, chosen: Format) -> str:
        words = word(ABOUT_FORMATS, chosen.id)
        if chosen.id == "pdf" and libreoffice.find() is None:
            missing = self.tr("LibreOffice is not installed here: only a PDF of the case works.")
            return f"{words} {missing}"
        return words

    def _offer_documents(self, chosen: Format) -> None:
        types = (PDF,) if chosen.id == "pdf" else tuple(ANNOTATORS)
        self.document.clear()
        if chosen.id == "pdf" and libreoffice.find() is not None:
            self.document.addItem(self.tr("The report"), "")
        for each in self._shell.documents:
            if each.media_type in types:
                self.document.addItem(each.title, each.id)

    def _allow(self) -> None:
        chosen = self.format
        possible = not chosen.takes_document or self.document.count() > 0
        self.export.setEnabled(self._job is None and possible)
        self.preview.setEnabled(self._job is None)
        if not possible:
            self.outcome.setText(self.tr("The case holds no Word file or PDF to give back."))
        elif self._job is None and self._written is None:
            self.outcome.clear()

    # Doing it

    @Slot()
    def _ask_where(self) -> None:
        chosen, document = self.format, self._chosen_document()
        ending = chosen.extension or self._ending_of(document)
        name = word(FORMAT_WORDS, chosen.id)
        target = file_dialogs.export_target(self, self._shell.path, name, ending)
        if target is None or not self._keep_settings():
            return
        order = Order(
            chosen,
            target,
            self.settings,
            document_id=document,
            site=self.site.text().strip() if chosen.id == "claimreview" else "",
            keep=chosen.id == "report" and self.report.keep.isChecked(),
        )
        self._start(self.exporter.run(order), self.tr("Writing %1").replace("%1", target.name))

    def _chosen_document(self) -> str:
        if not self.format.takes_document:
            return ""
        return str(self.document.currentData() or "")

    def _ending_of(self, document_id: str) -> str:
        names = [each.file_name for each in self._shell.documents if each.id == document_id]
        return Path(names[0]).suffix.lower() if names else ""

    def _keep_settings(self) -> bool:
        stored = self._shell.case.report_settings
        wanted = {**stored, **self.settings.to_json()}
        if settings_from_json(stored) == self.settings:
            return True
        return self._shell.do(
            EditCase({"report_settings": wanted}), self.tr("change report settings")
        )

    @Slot()
    def _preview(self) -> None:
        self._start(self.exporter.preview(self.settings), self.tr("Making the preview"))

    def _start(self, job: Job | None, words: str) -> None:
        if job is None:
            return
        self._job = job
        self._written = None
        job.progressed.connect(self._show_progress)
        job.ended.connect(self._idle)
        self.outcome.setText(words)
        self.progress.setRange(0, 0)
        for widget in (self.progress, self.stop):
            widget.show()
        for widget in (self.open_file, self.show_folder):
            widget.hide()
        self.stop.setEnabled(True)
        self._allow()

    @Slot(object, str)
    def _show_progress(self, fraction: float | None, note: str) -> None:  # noqa: ARG002
        self.progress.setRange(0, 0 if fraction is None else STEPS)
        if fraction is not None:
            self.progress.setValue(round(STEPS * fraction))

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.stop.setEnabled(False)

    @Slot()
    def _idle(self) -> None:
        self._job = None
        for widget in (self.progress, self.stop, self.open_file, self.show_folder):
            widget.hide()
        self.outcome.clear()
        self._allow()

    @Slot(object)
    def _done(self, made: Written | bytes) -> None:
        if isinstance(made, bytes):
            PreviewDialog(made, self._shell.theme, self).open()
            self.previewed.emit()
            return
        self._written = made.files[0]
        names = ", ".join(path.name for path in made.files)
        words = self.tr("Written: %1").replace("%1", names)
        self.outcome.setText(" ".join((words, *map(told, made.notices))))
        self.outcome.setToolTip("\n".join(str(path) for path in made.files))
        self.open_file.show()
        self.show_folder.show()
        self.open_file.setFocus()

    @Slot(object)
    def _fail(self, error: VerifierError) -> None:
        self.outcome.setText(told_error(error))

    @Slot()
    def _open_file(self) -> None:
        if self._written is not None:
            open_path(self._written)

    @Slot()
    def _show_folder(self) -> None:
        if self._written is not None:
            open_path(self._written.parent)

    def done(self, code: int) -> None:
        """Closing stops what is still being written."""
        self._stop()
        super().done(code)
