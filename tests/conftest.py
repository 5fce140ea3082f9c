"""What every test stands on: settings and caches of its own, no display, nothing left running.

Qt's environment is chosen here, before any test makes a QApplication.
"""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Shared machines are slow now and then: a property is about what is true, never about how fast.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
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

_numbers = itertools.count()


@pytest.fixture(autouse=True)
def own_user_directories(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, caches and data of the program go to a fresh place, never to the person's own."""
    number = next(_numbers)
    base = tmp_path_factory.getbasetemp() / "user" / str(number)
    for name in USER_DIRECTORIES:
        monkeypatch.setenv(name, str(base / name.lower()))


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
        return
    from qt_leftovers import QtLeftovers

    with QtLeftovers(QT_OWN_WINDOWS, PATIENCE_SECONDS) as leftovers:
        yield
        found = leftovers.found()
    if found:
        pytest.fail("left behind: " + "; ".join(found))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora, schemas and real cases; tests that need it are skipped without it."""
    root = Path(__file__).parents[1]
    folder = Path(os.environ.get("VERIFIER_SHARED") or root.parent / "shared")
    if not folder.is_dir():
        pytest.skip("the shared corpora are not on this machine")
    return folder
