"""Scanned pages: pictures without text, which Tesseract can read where it is installed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QLocale, QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from verifier.errors import VerifierError
from verifier.exchange import ocr
from verifier.exchange.ocr import Reread
from verifier.queries import documents
from verifier.queries.documents import DocumentRow
from verifier.reading import tesseract
from verifier.reading.tesseract import Tesseract
from verifier.ui.combo import combo
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import column, label, push_button, row

CODE = Qt.ItemDataRole.UserRole
USUAL = "eng"


def language_name(code: str) -> str:
    """A language as people call it, with Tesseract's code: "English (eng)"."""
    known = QLocale.codeToLanguage(code.split("_")[0])
    if known is QLocale.Language.AnyLanguage:
        return code
    return f"{QLocale.languageToString(known)} ({code})"


class Scans(QObject):
    """Offers to read scanned pages, asks how, and does it in the background."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self.dialog: ScansDialog | None = None

    @Slot(str)
    def offer(self, document_id: str) -> None:
        """Say that pages are pictures, and what can be done about it."""
        row = self._shell.read(documents.document, document_id)
        pages = len(ocr.scanned_pages(row))
        if not pages:
            return
        words = self.tr(
            "%1: pages that are pictures without text: %2. Nothing on them can be selected or "
            "found; mark a region with M, or let Tesseract read them."
        )
        words = words.replace("%1", row.file_name).replace("%2", str(pages))
        act = partial(self.begin, document_id)
        self._shell.tell(Notice(NoticeKind.WARNING, words, self.tr("Read their text…"), act))

    def begin(self, document_id: str, page: int = 1) -> None:
        """Ask which pages, and in which languages; where Tesseract is absent, say so."""
        if not self._shell.is_open:
            return
        row = self._shell.read(documents.document, document_id)
        if row.media_type != ocr.PDF:
            self._shell.tell_hint(self.tr("Only the pages of a PDF can be read by their pictures."))
            return
        try:
            engine = tesseract.find()
        except VerifierError as error:
            self._shell.tell_error(error)
            return
        self.dialog = ScansDialog(row, engine, page, self._window)
        self.dialog.wanted.connect(partial(self._read, row, engine))
        self.dialog.open()

    def _read(
        self, row: DocumentRow, engine: Tesseract, languages: list[str], pages: list[int]
    ) -> None:
        workspace = self._shell.workspace

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Reread:
            def told(done: int, total: int) -> None:
                progress(done / total, f"{done} / {total}")

            return ocr.read_again(
                workspace,
                row.id,
                engine,
                languages,
                pages=pages,
                progress=told,
                cancelled=cancelled,
            )

        def then(found: Reread) -> None:
            if self._shell.is_open and self._shell.workspace is workspace:
                self._keep(found)

        title = self.tr("Tesseract reads %1").replace("%1", row.file_name)
        self._shell.jobs.run(title, work, then, self._shell.tell_error)

    def _keep(self, found: Reread) -> None:
        if not found.pages:
            self._shell.tell_hint(self.tr("Tesseract saw no text on these pages."))
            return
        if not self._shell.do(found.batch(), self.tr("read scanned pages")):
            return
        words = self.tr(
            "Tesseract saw text on %1 pages and is %2 % sure. It is in a new edition of %3: "
            "compare quotes with the picture."
        )
        words = words.replace("%1", str(found.pages)).replace("%2", f"{found.confidence:.0f}")
        self._shell.tell(Notice(NoticeKind.DONE, words.replace("%3", found.file_name)))


class ScansDialog(QDialog):
    """Which pages to read, and in which of the languages that are installed."""

    wanted = Signal(list, list)
    """Codes of languages, and numbers of pages."""

    def __init__(self, row_: DocumentRow, engine: Tesseract, page: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Read the text of scanned pages"))
        self.setMinimumWidth(420)
        scanned = ocr.scanned_pages(row_)
        self._choices: list[Collection[int]] = []
        words: list[tuple[str, str]] = []
        if scanned:
            said = self.tr("Pages without text: %1").replace("%1", str(len(scanned)))
            words.append((str(len(words)), said))
            self._choices.append(scanned)
        words.append((str(len(words)), self.tr("Page %1").replace("%1", str(page))))
        self._choices.append((page,))
        said = self.tr("All pages: %1").replace("%1", str(row_.pages))
        words.append((str(len(words)), said))
        self._choices.append(range(1, row_.pages + 1))
        self.pages = combo(self.tr("Pages"), words)
        self.languages = QListWidget()
        self.languages.setAccessibleName(self.tr("Languages of the pages"))
        self.languages.setFixedHeight(120)
        for code in engine.languages:
            item = QListWidgetItem(language_name(code))
            item.setData(CODE, code)
            item.setSizeHint(QSize(0, METRICS.tree_row))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_usual = code == (USUAL if USUAL in engine.languages else engine.languages[0])
            item.setCheckState(Qt.CheckState.Checked if is_usual else Qt.CheckState.Unchecked)
            self.languages.addItem(item)
        self.languages.itemChanged.connect(self._refresh)
        self.read_button = push_button(self.tr("Read"), "primary")
        self.read_button.clicked.connect(self._take)
        self._cancel = push_button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._build(engine)
        self._refresh()

    def _build(self, engine: Tesseract) -> None:
        buttons = row(self._cancel, self.read_button)
        buttons.insertStretch(0)
        whole = column(margin=METRICS.space_l, spacing=METRICS.space_m)
        whole.addWidget(label(self.tr("Pages"), "muted"))
        whole.addWidget(self.pages)
        whole.addWidget(label(self.tr("Languages of the pages"), "muted"))
        whole.addWidget(self.languages)
        hint = self.tr(
            "Tesseract %1 reads them one after the other; the status bar shows how far it is. What "
            "it saw is marked as such: compare quotes with the picture."
        )
        whole.addWidget(label(hint.replace("%1", engine.version), "muted", wrap=True))
        whole.addLayout(buttons)
        self.setLayout(whole)

    @property
    def chosen(self) -> list[str]:
        """The languages that are ticked."""
        items = [self.languages.item(at) for at in range(self.languages.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return [str(item.data(CODE)) for item in ticked]

    @Slot()
    def _refresh(self) -> None:
        self.read_button.setEnabled(bool(self.chosen))

    @Slot()
    def _take(self) -> None:
        pages = list(self._choices[max(0, self.pages.currentIndex())])
        self.wanted.emit(self.chosen, pages)
        self.accept()
