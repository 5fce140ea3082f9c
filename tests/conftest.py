"""What every test stands on: settings and caches of its own, no display, nothing left running.

Qt's environment is chosen here, before any test makes a QApplication.
"""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from verifier import addresses, database, paths
from verifier.reading.worker import Worker
from verifier.text.document import ReadDocument
from verifier.workspace import Workspace

if TYPE_CHECKING:
    from postgresql_server import Server
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot
    from slow_network import Network
    from window_driving import Bench

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Where nothing compiled is kept, each process that a test starts would compile the whole program.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Shared machines are slow now and then: a property is about what is true, never about how fast.
# A build machine tries more examples and the same ones each time; elsewhere each run tries others.
settings.register_profile(
    "here", deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "ci", settings.get_profile("here"), derandomize=True, print_blob=True, max_examples=100
)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# Where platformdirs looks first on Linux and macOS, and on Windows.
USER_DIRECTORIES = (
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "WIN_PD_OVERRIDE_APPDATA",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA",
)
# Windows that Qt makes for itself and keeps for the next time.
QT_OWN_WINDOWS = frozenset({"QTipLabel", "QComboBoxPrivateContainer", "QShapedPixmapWidget"})
PATIENCE_SECONDS = 5.0
SHORT_PAUSE_MS = 250
MANY_OBJECTS = 20_000
"""Made since the last search for reference cycles: then it is worth one."""
SEARCHES_OF_THE_NEW = 200
"""What such a search leaves is not looked at again, until one after so many looks at everything."""

_numbers = itertools.count()
_searches = itertools.count(1)


def pytest_configure() -> None:
    """Reference cycles are searched for between tests and on the tests' own thread only.

    Left to itself Python searches on whichever thread makes objects. Another one than the main
    thread (the tests' own messenger, a job) would delete Qt objects that are not its own, which
    ends the process now and then.
    """
    gc.disable()


def pytest_collection_finish() -> None:
    """What is loaded by now stays: searching for reference cycles need not look at it again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """After a test and all its fixtures: look for cycles, always where there are Qt objects."""
    try:
        return (yield)
    finally:
        gc.disable()  # a window under test may have given Python its own habit back
        if "qapp" in getattr(item, "fixturenames", ()) or gc.get_count()[0] > MANY_OBJECTS:
            if next(_searches) % SEARCHES_OF_THE_NEW == 0:
                gc.unfreeze()
            gc.collect()
            gc.freeze()


@pytest.fixture(autouse=True)
def own_user_directories(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, caches and data of the program go to a fresh place, never to the person's own."""
    number = next(_numbers)
    base = tmp_path_factory.getbasetemp() / "user" / str(number)
    for name in USER_DIRECTORIES:
        monkeypatch.setenv(name, str(base / name.lower()))
    for known in (paths.user_config, paths.user_scales):
        known.cache_clear()


@pytest.fixture(autouse=True)
def pages_are_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for LibreOffice to number pages but those that are about it."""
    monkeypatch.setenv("VERIFIER_ESTIMATE_PAGES", "yes")


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """Fails a test that leaves a thread behind which would keep the program from ending."""
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and not t.daemon]
    for thread in left:
        thread.join(PATIENCE_SECONDS)
    names = [thread.name for thread in left if thread.is_alive()]
    if names:
        pytest.fail(f"threads left running: {', '.join(names)}")


@pytest.fixture(autouse=True)
def nothing_of_qt_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a Qt test that leaves a timer, a thread or a window behind; others pass untouched."""
    if "qapp" not in request.fixturenames:
        yield
        unseen = "qapp" in request.fixturenames
        assert not unseen, "a fixture that needs `qapp` names it, or nobody watches the test"
        return
    from qt_leftovers import QtLeftovers

    with QtLeftovers(QT_OWN_WINDOWS, PATIENCE_SECONDS) as leftovers:
        yield
        found = leftovers.found()
    if found:
        pytest.fail("left behind: " + "; ".join(found))


@pytest.fixture(scope="session", autouse=True)
def a_schema_is_made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The file of a new case begins as a copy of an empty one, as long as nothing is special.

    The migrations would take a third of the time of a test that begins with a new case.
    """
    true_make = database.create_schema
    ready = tmp_path_factory.mktemp("schema") / "empty.vcase"

    def make(location: str, *, wal: bool = True, stopped: Callable[[], bool] | None = None) -> None:
        path = Path(location)
        is_usual = wal and not addresses.is_server(location) and path.parent.is_dir()
        if not is_usual or path.exists():
            true_make(location, wal=wal, stopped=stopped)
            return
        if not ready.exists():
            true_make(str(ready))
        shutil.copyfile(ready, path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "create_schema", make)
        yield


@pytest.fixture(scope="session", autouse=True)
def reading_processes_are_kept() -> Iterator[None]:
    """The next test need not start its own."""
    from kept_processes import kept_processes

    with kept_processes():
        yield


@pytest.fixture
def files_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reading process said of a file is remembered, for tests of what comes after.

    Starting that process takes longer than reading the small files of tests; tests/reading has it
    read everything each time.
    """
    monkeypatch.setattr(Worker, "read", remembered)


_true_read = Worker.read
_known: dict[tuple[object, ...], ReadDocument] = {}


def remembered(worker: Worker, source: bytes | Path, **how: Any) -> ReadDocument:
    """`Worker.read`, which asks the process only once for the same bytes under the same name."""
    if isinstance(source, Path) or "on_page" in how:
        return _true_read(worker, source, **how)
    key = (source, how.get("name"), how.get("limits"), how.get("reader"))
    if key not in _known:
        _known[key] = _true_read(worker, source, **how)
    return _known[key]


@pytest.fixture
def bench(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files_are_read_once: None,
) -> Iterator[Bench]:
    """The window with somebody at it, for the tests that drive it."""
    from window_driving import window_of

    with window_of(qtbot, qapp, tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long in these tests until somebody who stopped typing has it saved."""
    monkeypatch.setattr("verifier.ui.drafts.PAUSE_MS", SHORT_PAUSE_MS)


@pytest.fixture
def own_language(qapp: QApplication) -> Iterator[None]:
    """What the test speaks and which way it reads ends with it."""
    from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

    before, direction = QLocale(), qapp.layoutDirection()
    yield
    for each in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(each)
        each.deleteLater()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(direction)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora, schemas and real cases; tests that need it are skipped without it."""
    root = Path(__file__).parents[1]
    folder = Path(os.environ.get("VERIFIER_SHARED") or root.parent / "shared")
    if not folder.is_dir():
        pytest.skip("the shared corpora are not on this machine")
    return folder


@pytest.fixture(scope="session")
def ready_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed case with an owner; to be copied, never opened."""
    from factories import make_ready_case

    path = tmp_path_factory.mktemp("ready") / "ready.vcase"
    make_ready_case(path)
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """A private PostgreSQL server; tests that need it are skipped without it."""
    from postgresql_server import programs, running_server

    binaries = programs()
    if binaries is None:
        pytest.skip("PostgreSQL is not on this machine")
    with running_server(binaries) as server:
        yield server


@pytest.fixture(scope="session")
def postgresql(postgresql_server: Server) -> str:
    """The address of its database."""
    return postgresql_server.address


@pytest.fixture
def network(postgresql_server: Server) -> Iterator[Network]:
    """A network to that server, which can be slow, and fall silent."""
    from slow_network import network_to

    with network_to(postgresql_server.folder) as made:
        yield made


@pytest.fixture
def case_file(ready_case: Path, tmp_path: Path) -> Path:
    """A closed case in a folder of its own."""
    path = tmp_path / "case.vcase"
    shutil.copyfile(ready_case, path)
    return path


@pytest.fixture
def workspace(case_file: Path) -> Iterator[Workspace]:
    """An open case file, with its owner at work."""
    from factories import OWNER

    with Workspace.open(case_file, person=OWNER) as opened:
        yield opened


@pytest.fixture(params=["file", "server"])
def anywhere(request: pytest.FixtureRequest) -> Iterator[Workspace]:
    """An open case, once in a file and once on a server, with its owner at work."""
    if request.param == "file":
        yield request.getfixturevalue("workspace")
        return
    from factories import OWNER

    address = request.getfixturevalue("postgresql")
    with Workspace.create(address, title="On the server", person=OWNER) as opened:
        yield opened
