"""Scanned pages and pictures, whose text Tesseract can read where it is installed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLocale, QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from verifier.errors import VerifierError
from verifier.exchange import evidence_ocr, ocr
from verifier.exchange.evidence_ocr import SeenEvidence
from verifier.exchange.ocr import Reread
from verifier.queries import documents
from verifier.queries.documents import DocumentRow
from verifier.queries.evidence import citations
from verifier.queries.locker import Original
from verifier.queries.seen_text import scanned_pages
from verifier.reading import tesseract
from verifier.reading.tesseract import Tesseract
from verifier.text.page_names import PageNames, names_of
from verifier.ui.combo import combo
from verifier.ui.evidence.details import checked
from verifier.ui.jobs import Job, Progress, Then, Work
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.pages_of import read_evidence, title_of
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


@dataclass(frozen=True)
class Subject:
    """What is to be read: its name, its pages, and those of them that have no text."""

    name: str
    pages: int
    scanned: Collection[int]
    names: PageNames


class Scans(QObject):
    """Asks how scanned pages and pictures are to be read, and does it in the background."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._begun: list[Job] = []
        self.dialog: ScansDialog | None = None
        shell.closing.connect(self._stop)

    @Slot()
    def _stop(self) -> None:
        """Read no further: the case is closed, and nothing is kept."""
        for job in self._begun:
            job.cancel()
        self._begun.clear()

    @Slot(str, int)
    def begin(self, document_id: str, page: int = 1) -> None:
        """Ask which pages of a document, and in which languages; where Tesseract is absent, say so.

        `page` is the one in front.
        """
        if not self._shell.is_open:
            return
        row = self._shell.read(documents.document, document_id)
        if row.media_type != ocr.PDF:
            self._shell.tell_hint(self.tr("Only the pages of a PDF can be read by their pictures."))
            return
        names = self._shell.pages.of(row.edition_id)
        subject = Subject(row.file_name, row.pages, scanned_pages(row.notices), names)
        self._ask(subject, page, partial(self._read, row))

    @Slot(str, int)
    def begin_evidence(self, evidence_id: str, page: int = 1) -> None:
        """The same of an item of the locker, whose file is looked at first: it must be whole."""
        original = checked(self._shell, evidence_id) if self._shell.is_open else None
        if original is None or not original.is_intact:
            return
        try:
            content = self._shell.read(read_evidence, evidence_id)
        except VerifierError as error:
            self._shell.tell_error(error)
            return
        names = names_of(content.pages)
        subject = Subject(title_of(content.item), len(content.pages), content.scanned, names)
        self._ask(subject, page, partial(self._read_evidence, original))

    def _ask(
        self,
        subject: Subject,
        page: int,
        read: Callable[[Tesseract, list[str], list[int]], None],
    ) -> None:
        try:
            engine = tesseract.find()
        except VerifierError as error:
            self._shell.tell_error(error)
            return
        self.dialog = ScansDialog(subject, engine, page, self._window)
        self.dialog.wanted.connect(partial(read, engine))
        self.dialog.open()

    def _read(
        self, row: DocumentRow, engine: Tesseract, languages: list[str], pages: list[int]
    ) -> None:
        workspace = self._shell.workspace

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Reread:
            return ocr.read_again(
                workspace,
                row.id,
                engine,
                languages,
                pages=pages,
                progress=_told_by(progress),
                cancelled=cancelled,
            )

        self._run(row.file_name, work, self._keep)

    def _read_evidence(
        self, original: Original, engine: Tesseract, languages: list[str], pages: list[int]
    ) -> None:
        shell, workspace = self._shell, self._shell.workspace

        def work(progress: Progress, cancelled: Callable[[], bool]) -> SeenEvidence:
            with shell.workers.borrow() as worker:
                return evidence_ocr.read_evidence(
                    workspace,
                    original,
                    engine,
                    languages,
                    worker=worker,
                    pages=pages,
                    progress=_told_by(progress),
                    cancelled=cancelled,
                )

        self._run(original.title or original.file_name, work, self._keep_evidence)

    def _run(self, name: str, work: Work, keep: Then) -> None:
        workspace = self._shell.workspace

        def then(found: object) -> None:
            if self._shell.is_open and self._shell.workspace is workspace:
                self._shell.when_free(partial(keep, found))

        title = self.tr("Tesseract reads %1").replace("%1", name)
        jobs = self._shell.jobs
        running = jobs.running
        self._begun = [job for job in self._begun if job in running]
        self._begun.append(jobs.run(title, work, then, self._shell.tell_error))

    def _keep(self, found: Reread) -> None:
        if not found.pages:
            self._shell.tell_hint(self.tr("Tesseract saw no text on these pages."))
            return
        words = self.tr(
            "Tesseract saw text (pages: %1) and is %2 % sure. It is in a new edition of %3: "
            "compare quotes with the picture."
        )
        words = words.replace("%1", str(found.pages)).replace("%2", f"{found.confidence:.0f}")
        told = Notice(NoticeKind.DONE, words.replace("%3", found.file_name))
        tell = partial(self._shell.tell, told)
        self._shell.do_beside(found.batch(), self.tr("read scanned pages"), tell)

    def _keep_evidence(self, found: SeenEvidence) -> None:
        if not found.pages:
            words = self.tr("Tesseract saw no text in %1.").replace("%1", found.title)
            self._shell.tell_hint(words)
            return
        before = self._located(found.item.id)
        if not self._shell.do(found.action(), self.tr("read text of evidence")):
            return
        words = self.tr(
            "Tesseract saw text in %1 and is %2 % sure: compare quotes with the picture. The file "
            "is as it was."
        )
        words = words.replace("%1", found.title).replace("%2", f"{found.confidence:.0f}")
        self._shell.tell(Notice(NoticeKind.DONE, words))
        lost = len(before - self._located(found.item.id))
        if lost:
            words = self.tr("Quotes whose words are no longer in the text of %1: %2.")
            words = words.replace("%1", found.title).replace("%2", str(lost))
            self._shell.tell(Notice(NoticeKind.WARNING, words))

    def _located(self, evidence_id: str) -> set[str]:
        """The citations of an item whose words have a place in its text."""
        rows = self._shell.read(citations, evidence_id=evidence_id)
        return {row.id for row in rows if row.start is not None}


def _told_by(progress: Progress) -> Callable[[int, int], None]:
    def told(done: int, total: int) -> None:
        progress(done / total, f"{done} / {total}")

    return told


class ScansDialog(QDialog):
    """Which pages to read, and in which of the languages that are installed."""

    wanted = Signal(list, list)
    """Codes of languages, and numbers of pages."""

    def __init__(self, subject: Subject, engine: Tesseract, page: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Read the text of %1").replace("%1", subject.name))
        self.setMinimumWidth(420)
        self._choices: list[Collection[int]] = []
        words: list[str] = []
        if subject.scanned:
            said = self.tr("Pages without text: %1")
            words.append(said.replace("%1", str(len(subject.scanned))))
            self._choices.append(subject.scanned)
        words.append(self.tr("Page %1").replace("%1", subject.names.of(page)))
        self._choices.append((page,))
        words.append(self.tr("All pages: %1").replace("%1", str(subject.pages)))
        self._choices.append(range(1, subject.pages + 1))
        self.pages = combo(self.tr("Pages"), [(str(at), said) for at, said in enumerate(words)])
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
        self._build(engine, with_pages=subject.pages > 1)
        self._refresh()

    def _build(self, engine: Tesseract, *, with_pages: bool) -> None:
        buttons = row(self._cancel, self.read_button)
        buttons.insertStretch(0)
        whole = column(margin=METRICS.space_l, spacing=METRICS.space_m)
        for part in (label(self.tr("Pages"), "muted"), self.pages):
            whole.addWidget(part)
            part.setVisible(with_pages)
        whole.addWidget(label(self.tr("Languages of the pages"), "muted"))
        whole.addWidget(self.languages)
        hint = self.tr(
            "Tesseract %1 reads in the background; the status bar shows how far it is. What it saw "
            "is marked as such: compare quotes with the picture."
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
