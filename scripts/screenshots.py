"""Makes the pictures in docs/pictures from the running program: one command, the same every time.

    python scripts/screenshots.py [FOLDER]

Each look (light, dark, twice the size, right to left) is drawn in a process of its own, without a
display.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LOOKS = ("light", "dark", "large", "rtl")
SETTLE_MS = 250
DIALOGS = {
    "export-as": "report.as",
    "case-settings": "case.settings",
    "settings": "settings",
    "about": "help.about",
}
"""Name of the picture: the command that opens it. A list of pages gives a picture each."""


@dataclass(frozen=True)
class Look:
    """How the window is drawn."""

    name: str

    @property
    def environment(self) -> dict[str, str]:
        """What must be set before Qt starts."""
        scale = "2" if self.name == "large" else "1"
        return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}

    @property
    def theme(self) -> str:
        """The colours."""
        return "dark" if self.name == "dark" else "light"


def main(arguments: list[str]) -> int:
    """All looks into a folder, or one look in this process."""
    if len(arguments) == 3 and arguments[0] == "--look":
        draw(Look(arguments[1]), Path(arguments[2]))
        return 0
    folder = Path(arguments[0]) if arguments else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name in LOOKS:
        command = [sys.executable, __file__, "--look", name, str(folder)]
        code = subprocess.run(command, env=Look(name).environment, check=False).returncode
        if code:
            return code
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


@contextmanager
def own_folders() -> Iterator[Path]:
    """Settings and cases of nobody in particular."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(Path(folder) / name)
        yield Path(folder)


def draw(look: Look, folder: Path) -> None:
    """Every scene in one look."""
    with own_folders() as work:
        from PySide6.QtCore import QEventLoop, Qt, QTimer
        from PySide6.QtWidgets import QApplication, QWidget

        from verifier import settings
        from verifier.settings import Settings
        from verifier.ui.app import make_window

        app = QApplication([])
        if look.name == "rtl":
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        settings.save(Settings(theme=look.theme))
        window, shell = make_window(app)

        def settle() -> None:
            loop = QEventLoop()
            QTimer.singleShot(SETTLE_MS, loop.quit)
            loop.exec()

        def picture(name: str, shown: QWidget = window) -> None:
            settle()
            save_small(shown.grab(), folder / f"{name}-{look.name}.png")

        window.resize(*((1200, 780) if look.name == "large" else (1440, 900)))
        window.show()
        Scenes(window, shell, work, settle, picture).play()
        window.close()
        settle()


def save_small(picture: QPixmap, path: Path) -> None:
    """With 256 colours of its own a picture of a window looks the same at a third of the size."""
    from PIL import Image

    picture.save(str(path))
    with Image.open(path) as image:
        image.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


class Scenes:
    """What is shown, one picture after the other."""

    def __init__(
        self,
        window: object,
        shell: object,
        work: Path,
        settle: Callable[[], None],
        picture: Callable[..., None],
    ) -> None:
        from verifier.ui.main_window import MainWindow
        from verifier.ui.shell import Shell

        assert isinstance(window, MainWindow)
        assert isinstance(shell, Shell)
        self.window = window
        self.shell = shell
        self.work = work
        self.settle = settle
        self.picture = picture

    def play(self) -> None:
        """Every scene in order."""
        self.start()
        self.first_steps()
        self.importing()
        self.sample()
        self.inspector()
        self.places()
        self.palette()
        self.dialogs()

    def dialogs(self) -> None:
        """Export, settings of the case and of the person, About: each page of each."""
        from PySide6.QtWidgets import QDialog, QListWidget

        from verifier import __version__
        from verifier.ui import about

        # What this computer is called and where its folders lie is nobody's business.
        words = f"Verifier {__version__}\nSettings: ~/.config/Verifier"
        about.facts = lambda shell: words  # noqa: ARG005
        for name, command in DIALOGS.items():
            self.window.actions_of.run(command)
            self.settle()
            dialog = next(each for each in self.window.findChildren(QDialog) if each.isVisible())
            pages = getattr(dialog, "pages", None)
            for at in range(pages.count() if isinstance(pages, QListWidget) else 1):
                if isinstance(pages, QListWidget):
                    pages.setCurrentRow(at)
                number = f"-{at + 1}" if isinstance(pages, QListWidget) else ""
                self.picture(f"{name}{number}", dialog)
            dialog.close()
            self.settle()

    def start(self) -> None:
        """The start view, for somebody new and for somebody who has cases."""
        self.window.start.name.setText("Anna Nowak")
        self.picture("start-new")
        self.shell.name_person("Anna Nowak")
        for title in ("Energy outlook 2025", "Minister’s speech of 14 May"):
            path = self.work / f"{title}.vcase"
            path.touch()
            self.shell.remember(self.shell.settings.with_recent(path, title))
        gone = self.work / "moved" / "Budget annex.vcase"
        self.shell.remember(self.shell.settings.with_recent(gone, "Budget annex"))
        self.picture("start")

    def first_steps(self) -> None:
        """A case without documents."""
        self.shell.create(self.work / "new.vcase", "Prices and wages")
        self.picture("first-steps")

    def importing(self) -> None:
        """A report is read while another could not be."""
        from verifier.ui.jobs import Progress

        broken = self.work / "empty.docx"
        broken.write_bytes(b"")
        self.window.take_files([broken])
        while self.shell.jobs.running:
            self.settle()

        def work(progress: Progress, cancelled: Callable[[], bool]) -> None:
            progress(0.62, "133 / 214")
            while not cancelled():
                pass

        job = self.shell.jobs.run("Reading National energy outlook.pdf", work)
        self.picture("import")
        job.cancel()
        while self.shell.jobs.running:
            self.settle()
        self.window.notices.clear()

    def sample(self) -> None:
        """The sample case with its attribution claim open."""
        from verifier.exchange import sample
        from verifier.reading.files import read_file

        _, read = read_file(sample.folder() / sample.REPORT)
        path = sample.build(self.work / "sample", person="Anna Nowak", read=read)
        self.shell.open(path)
        self.select(19)
        self.picture("main")

    def select(self, number: int) -> None:
        """Open the claim of this number."""
        for line in self.shell.claims.ordered:
            if line.claim.number == number:
                self.shell.select(line.claim.id)

    def inspector(self) -> None:
        """Sources of a claim, and the form for one more."""
        from verifier.actions.reviews import AddComment

        claim_id = self.shell.selection
        self.shell.do(AddComment(claim_id, "Should we name the group, or only the sponsor?"))
        self.window.desk.inspector.scroll_to(self.window.desk.inspector.citations)
        self.picture("sources")
        self.window.controllers.claims.add_source()
        self.picture("source-form")
        self.window.controllers.claims.comment()
        self.picture("comments")

    def places(self) -> None:
        """The views of the whole case, and the form of one."""
        from verifier.ui.places.timeline import Timeline

        desk = self.window.desk
        for name in ("matrix", "evidence", "board", "history", "attribution"):
            view = desk.show_place(name)
            self.picture(name)
        assert isinstance(view, Timeline)
        view.begin()
        self.picture("attribution-form")

    def palette(self) -> None:
        """The command palette with a few letters typed."""
        self.window.desk.show_document(self.shell.documents[0].id)
        self.window.controllers.finding.open_palette()
        self.window.controllers.finding.palette.field.setText("ukr")
        self.picture("palette")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
