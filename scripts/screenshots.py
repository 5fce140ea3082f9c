"""Makes the pictures in docs/pictures from the running program: one command, the same every time.

    python scripts/screenshots.py [FOLDER]             every view and dialog in every look
    python scripts/screenshots.py --look dark FOLDER   one look
    python scripts/screenshots.py --check LOOK [CASE]  pictures nothing: lists words that are cut;
                                                       CASE is the sample case where there is one

What is pictured stands in `scenes.py`: a new view or dialog gets a scene there. Each look (light,
dark, twice the size, right to left, Ukrainian for the check) is drawn in a process of its own,
without a display.
"""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication
    from scenes import Shot

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SETTLE_MS = 250
PATIENCE_SECONDS = 4.0
"""How long words that are cut may yet get their room."""
LAYOUTS_WITHIN = 4
"""A layout that gets another size asks those within it to follow."""
COLOURS = 256
USUAL = (1440, 900)


@dataclass(frozen=True)
class Look:
    """How the window is drawn."""

    name: str
    size: tuple[int, int] = USUAL
    """In units that are `scale` pixels large."""
    scale: int = 1
    theme: str = "light"
    mirrored: bool = False
    language: str = "en"

    @property
    def environment(self) -> dict[str, str]:
        """What must be set before Qt starts."""
        return {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(self.scale),
        }


LOOKS = (
    Look("light"),
    Look("dark", theme="dark"),
    Look("large", size=(1024, 700), scale=2),
    Look("rtl", mirrored=True),
)
CHECKED = {
    look.name: look
    for look in (
        *LOOKS,
        Look("uk", language="uk"),
        Look("uk-large", size=(1024, 700), scale=2, language="uk"),
    )
}


def main(arguments: list[str]) -> int:
    """All looks into a folder, or one look in this process."""
    if arguments[:1] == ["--look"]:
        draw(CHECKED[arguments[1]], Path(arguments[2]))
        return 0
    if arguments[:1] == ["--check"]:
        look = CHECKED[arguments[1]]
        with own_folders() as work:
            for case in arguments[2:]:
                (work / "sample").mkdir()
                shutil.copy(case, work / "sample")
            faults = check(application(look), look, work)
        print("\n".join(faults))
        return 1 if faults else 0
    folder = Path(arguments[0]) if arguments else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for look in LOOKS:
        command = [sys.executable, __file__, "--look", look.name, str(folder)]
        code = subprocess.run(command, env=look.environment, check=False).returncode
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


def application(look: Look) -> QApplication:
    """Qt, in a process of its own."""
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    gc.disable()  # as the program does (ui/garbage.py)
    use(app, look)
    return app


def use(app: QApplication, look: Look) -> None:
    """The language and the reading direction of a look."""
    from PySide6.QtCore import Qt

    from verifier.ui.language import use_language

    use_language(app, look.language)
    if look.mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def wait(milliseconds: int) -> None:
    """Let the window work."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def played(
    app: QApplication, look: Look, work: Path, take: Callable[[Shot], None], settle_ms: int
) -> None:
    """Every scene in one look; each shot is handed over while it is shown."""
    from scenes import Stage, play

    from verifier import settings
    from verifier.settings import Settings
    from verifier.ui.app import make_window

    settings.save(Settings(theme=look.theme))
    window, shell = make_window(app)
    window.resize(*look.size)
    window.show()
    for shot in play(Stage(window, shell, work, wait, settle_ms)):
        take(shot)
    window.close()
    wait(settle_ms)
    for gone in (window, shell.theme, shell):
        gone.deleteLater()


def draw(look: Look, folder: Path) -> None:
    """The pictures of one look."""

    def take(shot: Shot) -> None:
        name, widget = shot
        if name.startswith("empty-") and look.name != "light":
            return  # the checks look at them in every look; one picture tells enough
        save_small(widget.grab(), folder / f"{name}-{look.name}.png")

    with own_folders() as work:
        played(application(look), look, work, take, SETTLE_MS)


def check(app: QApplication, look: Look, work: Path, *, both_ways: bool = False) -> list[str]:
    """Words that are cut, and dialogs that no scene shows.

    `both_ways` looks at each shot a second time with the window turned round, right to left or
    back; the next scene goes on from there.
    """
    from clipping import clipped

    found: dict[str, str] = {}
    shown: set[str] = set()

    def look_at(shot: Shot) -> None:
        name, widget = shot
        shown.add(type(widget).__name__)
        end = time.monotonic() + PATIENCE_SECONDS
        while (faults := clipped(widget)) and time.monotonic() < end:  # it may not be laid out yet
            wait(50)
        for fault in faults:
            found.setdefault(fault, name)

    def take(shot: Shot) -> None:
        look_at(shot)
        if both_ways:
            turn(app)
            look_at(shot)

    played(app, look, work, take, 0)
    from scenes import never_shown

    faults = [f"{name}: {fault}" for fault, name in found.items()]
    return [*faults, *(f"no scene shows {name}" for name in never_shown(shown))]


def turn(app: QApplication) -> None:
    """Right to left instead of left to right, or back; laid out, and not yet painted."""
    from PySide6.QtCore import QEvent, Qt

    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    app.setLayoutDirection(left if app.layoutDirection() is right else right)
    for _ in range(LAYOUTS_WITHIN):
        app.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def save_small(picture: QPixmap, path: Path) -> None:
    """With few colours of its own a picture of a window looks the same at a third of the size.

    Those that cover most, however rare: the colour of one word that is found counts as much as the
    paper's, and is then moved to the mean of what it stands for.
    """
    from PIL import Image

    picture.save(str(path))
    with Image.open(path) as image:
        few = image.convert("RGB").quantize(
            COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE
        )
    few.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
