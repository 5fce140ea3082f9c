"""What is pictured: every view and every dialog of the window, as a table of scenes.

A scene is a function that brings something to the screen and yields the name of the picture with
the widget it shows. **When you add a view or a dialog, add its scene to SCENES**: the pictures in
docs/pictures, and the test that nothing in them is clipped, are made from this table, and the test
says which views and dialogs no scene shows. Scenes are played in order in one window; those after
`sample` find the sample case open. Dialogs that a scene leaves open are closed after it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from verifier import __version__
from verifier.actions.base import Batch
from verifier.actions.evidence import AddEvidence
from verifier.actions.proposals import ProposeChange
from verifier.actions.reviews import AddComment
from verifier.errors import CannotWrite
from verifier.exchange import sample as sample_case
from verifier.exchange.locker import attaching
from verifier.reading.evidence import examine
from verifier.reading.files import read_file
from verifier.reading.tesseract import Tesseract
from verifier.states import EvidenceKind, ProposedField
from verifier.text.page_names import PageNames
from verifier.ui import about as about_box
from verifier.ui.coming_back import Line, Preview, PreviewOfChanges
from verifier.ui.crash import CrashDialog
from verifier.ui.jobs import Progress
from verifier.ui.kept_words import KeepingDialog
from verifier.ui.main_window import SMALLEST, MainWindow
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.places.locker import Locker
from verifier.ui.places.matrix import Matrix
from verifier.ui.places.matrix_model import FIXED
from verifier.ui.places.sources import Sources
from verifier.ui.places.table_of import PLACES
from verifier.ui.places.timeline import Timeline
from verifier.ui.preview import PreviewDialog
from verifier.ui.removing import RemovingDialog
from verifier.ui.scans import ScansDialog, Subject
from verifier.ui.shell import Shell
from verifier.ui.tables import choose_row
from verifier.ui.told import told_error

PATIENCE_SECONDS = 60.0
LOOK_AGAIN_MS = 10
BREAKS = ("auto", "always")
PERSON = "Anna Nowak"
ATTRIBUTION = 19
"""Number of the sample's claim that has everything: sources, rating, attributions, matrix."""
Shot = tuple[str, QWidget]


@dataclass
class Stage:
    """The window, and how to act in it."""

    window: MainWindow
    shell: Shell
    work: Path
    """A folder for cases and files."""
    wait: Callable[[int], None]
    """Let the window work for so many milliseconds."""
    settle_ms: int
    """How long that is before it is looked at."""

    @property
    def desk(self) -> QWidget:
        """The open case."""
        return self.window.desk

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds, or say that it never did."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            self.wait(LOOK_AGAIN_MS)
            if time.monotonic() > end:
                raise TimeoutError("a scene waits in vain")

    def rest(self) -> None:
        """Let the window come to rest."""
        self.wait(self.settle_ms)

    def jobs_are_done(self) -> None:
        """Wait until nothing runs in the background."""
        self.until(lambda: not self.shell.jobs.running)

    def run(self, command: str) -> None:
        """Do what a command says."""
        self.window.actions_of.run(command)

    def dialog(self, command: str) -> QDialog:
        """The dialog that a command opens."""
        self.run(command)
        self.until(self.dialogs)
        return self.dialogs()[-1]

    def dialogs(self) -> list[QDialog]:
        """Those that are open."""
        return [each for each in self.window.findChildren(QDialog) if each.isVisible()]

    def choose_claim(self, number: int) -> None:
        """Open the claim of this number."""
        for line in self.shell.claims.ordered:
            if line.claim.number == number:
                self.shell.select(line.claim.id)
        # Its cards come in the next turn, and their layout in the one after that.
        self.wait(0)
        self.wait(0)


def start(stage: Stage) -> Iterator[Shot]:
    """The start view, for somebody new and for somebody who has cases."""
    stage.window.start.name.setText(PERSON)
    yield "start-new", stage.window
    stage.shell.name_person(PERSON)
    for title in ("Energy outlook 2025", "Minister’s speech of 14 May"):
        path = stage.work / f"{title}.vcase"
        path.touch()
        stage.shell.remember(stage.shell.settings.with_recent(path, title))
    gone = stage.work / "moved" / "Budget annex.vcase"
    stage.shell.remember(stage.shell.settings.with_recent(gone, "Budget annex"))
    yield "start", stage.window


def first_steps(stage: Stage) -> Iterator[Shot]:
    """A case without documents, and every view of it while there is nothing in it."""
    stage.shell.create(stage.work / "new.vcase", "Prices and wages")
    yield "first-steps", stage.window
    for name in PLACES:
        stage.window.desk.show_place(name)
        yield f"empty-{name}", stage.window


def importing(stage: Stage) -> Iterator[Shot]:
    """A report is read while another could not be, and is in the way of closing; then notices."""
    broken = stage.work / "empty.docx"
    broken.write_bytes(b"")
    stage.window.take_files([broken])
    stage.jobs_are_done()

    def work(progress: Progress, cancelled: Callable[[], bool]) -> None:
        progress(0.62, "133 / 214")
        while not cancelled():
            time.sleep(0.01)

    job = stage.shell.jobs.run("Reading National energy outlook.pdf", work)
    yield "import", stage.window
    stage.shell.close()
    asked = stage.window.leaving.dialog
    assert asked is not None
    yield "leaving", asked
    asked.reject()
    keeping = KeepingDialog(
        told_error(CannotWrite("prices.vcase cannot be written: the disk is full or failing.")),
        ["Statement", "Reason"],
        "The ministry speaks of prices, not of wages.",
        stage.window,
    )
    keeping.open()
    yield "keeping", keeping
    keeping.reject()
    keeping.deleteLater()
    removing = RemovingDialog("National energy outlook", 12, stage.window)
    removing.open()
    yield "removing", removing
    removing.reject()
    removing.deleteLater()
    for kind in NoticeKind:
        stage.shell.tell(Notice(kind, f"{kind.value.capitalize()}: how a notice looks.", "Open"))
    yield "notices", stage.window
    job.cancel()
    stage.jobs_are_done()
    stage.window.notices.clear()


def sample(stage: Stage) -> Iterator[Shot]:
    """The sample case with its attribution claim open; one that was built before is taken."""
    path = stage.work / "sample" / "sample.vcase"
    if not path.exists():
        with stage.shell.workers.borrow() as worker:
            _, read = read_file(sample_case.folder() / sample_case.REPORT, worker=worker)
        sample_case.build(path.parent, person=PERSON, read=read, name=path.name)
    stage.shell.open(path)
    stage.choose_claim(ATTRIBUTION)
    yield "main", stage.window


def inspector(stage: Stage) -> Iterator[Shot]:
    """Each part of the inspector, and its forms."""
    claim_id = stage.shell.selection
    stage.shell.do(AddComment(claim_id, "Should we name the group, or only the sponsor?"))
    inspector = stage.window.desk.inspector
    for name, part in (
        *(("rating", inspector.rating), ("sources", inspector.citations)),
        ("rating-history", inspector.history),
    ):
        inspector.scroll_to(part)
        yield name, stage.window
    stage.run("claim.source")
    yield "source-form", stage.window
    stage.run("claim.comment")
    yield "comments", stage.window


def proposals(stage: Stage) -> Iterator[Shot]:
    """Words that somebody proposes to change, and what a Word file would bring."""
    line = stage.shell.claims.get(stage.shell.selection)
    assert line is not None
    old = line.claim.statement
    new = old.replace("Russia", "the Russian Federation")
    change = ProposeChange(line.claim.id, ProposedField.STATEMENT, old, new, file_name="back.docx")
    stage.shell.do(change)
    stage.window.desk.inspector.scroll_to(stage.window.desk.inspector.proposals)
    yield "proposed", stage.window
    yield "proposals", stage.dialog("proposals")
    lines = (
        Line("C19", "Proposed change", "R. Haas", "Statement: … [-Russia-][+the Russian state+]"),
        Line("C4", "Comment", "R. Haas", "Which of the two reports is meant?"),
    )
    left_out = ("R. Haas: a remark on words that are gone",)
    head = "What back.docx would change."
    preview = Preview("Take back", head, lines, left_out, Batch("", ()), "Take back", "")
    dialog = PreviewOfChanges(preview, stage.window)
    dialog.open()
    yield "take-back", dialog


def table(stage: Stage) -> Iterator[Shot]:
    """The table of claims below the document."""
    if not stage.window.desk.wants_table:
        stage.run("view.table")
    yield "table", stage.window
    view = stage.window.desk.table
    view.group_by("verdict")
    yield "table-grouped", stage.window
    view.group_by("")
    view.view.choose([line.claim.id for line in stage.shell.claims.ordered[:4]])
    yield "table-many", stage.window
    view.view.choose([stage.shell.selection])
    stage.run("view.table")
    inspector = stage.window.desk.inspector
    inspector.begin_details()
    yield "claim-details", stage.window
    inspector.details.fold()
    inspector.begin_split()
    yield "claim-split", stage.window
    inspector.begin_merge()
    yield "claim-merge", stage.window
    inspector.regroup.leave()
    inspector.begin_relation()
    yield "claim-relate", stage.window


def places(stage: Stage) -> Iterator[Shot]:
    """The views of the whole case, and what opens in them."""
    for name in PLACES:
        stage.window.desk.show_place(name)
        yield name, stage.window
    sources = stage.window.desk.show_place("sources")
    assert isinstance(sources, Sources)
    choose_row(sources.table, 0)
    yield "source-details", stage.window
    sources.begin_paste()
    yield "paste-sources", stage.window
    locker = stage.window.desk.show_place("evidence")
    assert isinstance(locker, Locker)
    choose_row(locker.table, 0)
    yield "evidence-item", stage.window
    matrix = stage.window.desk.show_place("matrix")
    assert isinstance(matrix, Matrix)
    matrix.table.setCurrentIndex(matrix.model.index(4, FIXED + 1))
    matrix.more.setChecked(True)
    yield "matrix-details", stage.window
    timeline = stage.window.desk.show_place("attribution")
    assert isinstance(timeline, Timeline)
    incident = next(iter(timeline.incidents.cards.values()))
    incident.edit.click()
    yield "incident", stage.window
    incident.edit.click()
    timeline.begin()
    yield "attribution-form", stage.window


def finding(stage: Stage) -> Iterator[Shot]:
    """The bar, the search across the case and the palette, each with something found."""
    stage.window.desk.show_document(stage.shell.documents[0].id)
    stage.run("find")
    stage.window.desk.find_bar.field.setText("cyber")
    yield "find", stage.window
    stage.window.desk.find_bar.close_bar()
    stage.run("search")
    search = stage.window.controllers.finding.search
    search.field.setText("websites")
    search.accept_current()
    stage.until(lambda: search.hits)
    yield "search", stage.window
    search.close_panel()
    stage.run("palette")
    stage.window.controllers.finding.palette.field.setText("ukr")
    yield "palette", stage.window
    stage.window.controllers.finding.palette.close_panel()


def annex(stage: Stage) -> Path:
    """A PDF of three pages with headings and a table."""
    rows = "".join(f"<tr><td>{2020 + n}</td><td>{n * 7} %</td></tr>" for n in range(1, 6))
    body = "".join(
        f"<h1 style='page-break-before:{BREAKS[n > 1]}'>Part {n}</h1>"
        f"<p>{'Prices rose again. ' * 40}</p>"
        f"<table border='1' cellspacing='0' cellpadding='6'>{rows}</table>"
        for n in range(1, 4)
    )
    document = QTextDocument()
    document.setHtml(body)
    path = stage.work / "Annex.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(96)
    document.print_(writer)
    return path


def pages(stage: Stage) -> Iterator[Shot]:
    """A PDF with its pages at the side, its tables, and a source beside it."""
    stage.window.take_files([annex(stage)])
    stage.jobs_are_done()
    stage.run("view.pages")
    yield "pages", stage.window
    stage.run("tables")
    stage.until(lambda: stage.dialogs() or not stage.shell.jobs.running)
    if stage.dialogs():
        yield "tables", stage.dialogs()[-1]
        stage.dialogs()[-1].close()
    subject = Subject("Annex.pdf", 12, (2, 3, 7), PageNames())
    scans = ScansDialog(subject, Tesseract("tesseract", "5.3", ("eng", "ukr")), 1, stage.window)
    scans.open()
    yield "scans", scans
    scans.close()
    yield from unread(stage)
    preview = PreviewDialog(annex(stage).read_bytes(), stage.shell.theme, stage.window)
    preview.open()
    yield "preview", preview
    preview.close()
    stage.run("view.pages")
    stage.run("view.outline")
    text = b"Office of statistics\n\nPrices rose by 12 per cent in a year; they did not double.\n"
    item = AddEvidence(EvidenceKind.FILE, {"title": "Office"}, data=text, file_name="office.txt")
    stage.shell.do(item)
    stage.window.desk.show_document(stage.shell.documents[0].id)
    yield "outline", stage.window
    stage.run("view.outline")
    stage.run("view.beside")
    yield "beside", stage.window
    stage.run("view.beside")


def unread(stage: Stage) -> Iterator[Shot]:
    """A picture of the locker beside the report, whose text nobody has read yet."""
    path = stage.work / "Post.png"
    stage.desk.grab().save(str(path))
    item = attaching(examine(path))
    stage.shell.do(item)
    stage.window.desk.show_evidence(item.id)
    stage.jobs_are_done()
    yield "unread", stage.window
    stage.window.desk.beside.close_all()


def editions(stage: Stage) -> Iterator[Shot]:
    """What became of the passages in another edition of the report."""
    document = stage.shell.documents[0]
    text = (sample_case.folder() / sample_case.REPORT).read_text(encoding="utf-8")
    again = stage.work / "report of May.txt"
    again.write_text(text.replace("websites", "web pages").replace("70", "95"), encoding="utf-8")
    replacer = stage.window.controllers.documents.replacer
    replacer.replace(document.id, again)
    stage.until(lambda: replacer.dialog is not None)
    assert replacer.dialog is not None
    yield "editions", replacer.dialog


def dialogs(stage: Stage) -> Iterator[Shot]:
    """Export, settings of the case and of the person, About: each page of each; and the crash."""
    # What this computer is called and where its folders lie is nobody's business.
    words = f"Verifier {__version__}\nSettings: ~/.config/Verifier"
    about_box.facts = lambda shell: words  # noqa: ARG005
    for name, command in (
        ("export-as", "report.as"),
        ("case-settings", "case.settings"),
        ("settings", "settings"),
        ("about", "help.about"),
    ):
        dialog = stage.dialog(command)
        pages = getattr(dialog, "pages", None)
        if not isinstance(pages, QListWidget):
            yield name, dialog
        else:
            for at in range(pages.count()):
                pages.setCurrentRow(at)
                yield f"{name}-{at + 1}", dialog
        dialog.close()
    for name, command in (
        *(("restore", "case.restore"), ("withdrawn", "claim.restore"), ("scales", "scales")),
        ("removed", "document.restore"),
        *(("guide", "help.guide"), ("server", "case.server")),
    ):
        dialog = stage.dialog(command)
        yield name, dialog
        dialog.close()
    crash = CrashDialog("Verifier made a mistake.\nRuntimeError: nobody knows")
    crash.open()
    yield "crash", crash
    crash.close()


def small(stage: Stage) -> Iterator[Shot]:
    """The smallest window there may be."""
    stage.window.desk.show_document(stage.shell.documents[0].id)
    stage.window.resize(*SMALLEST)
    yield "small", stage.window


SCENES: tuple[Callable[[Stage], Iterator[Shot]], ...] = (
    start,
    first_steps,
    importing,
    sample,
    inspector,
    proposals,
    table,
    places,
    finding,
    pages,
    editions,
    dialogs,
    small,
)


def play(stage: Stage) -> Iterator[Shot]:
    """Everything in order, each when the window has come to rest."""
    for scene in SCENES:
        for shot in scene(stage):
            stage.rest()
            yield shot
        for dialog in stage.dialogs():
            dialog.close()
        stage.rest()


def never_shown(shown: set[str]) -> list[str]:
    """Dialogs of the program, by class, that no scene has shown."""
    found = []
    todo = [QDialog]
    while todo:
        for kind in todo.pop().__subclasses__():
            todo.append(kind)
            is_base = bool(kind.__subclasses__())
            if kind.__module__.startswith("verifier.ui") and not is_base:
                found.append(kind.__name__)
    return sorted(name for name in found if name not in shown)
