"""A case on a PostgreSQL server that is far away: round trips and pauses of a person's steps.

    python benchmarks/bench_server.py [--claims 300] [--delay 30] [--rounds 3]

Starts a private PostgreSQL server (it must be installed) behind a network that takes DELAY ms there
and back, fills a case there, opens it in the window and does a person's steps in it. For each it
tells how often anybody waited for the server (counted by the network; what is asked in threads is
among it), and the longest pause of the window by the clock. Nobody looks for the news of others
meanwhile, except in the step that says so.
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

from bench_desk import SENTENCE, Watch  # noqa: E402
from postgresql_server import programs, running_server  # noqa: E402
from slow_network import Network, network_to  # noqa: E402

BUDGET_MS = 50
LONG = "long.pdf"
PAGES = 1000
VERDICTS = ("supported", "mixed", "refuted", "unverified")


def add_long(workspace: Workspace) -> None:
    """A PDF of 1,000 pages."""
    from pdf_files import make

    from verifier.actions.documents import ImportDocument
    from verifier.reading.files import read_file

    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / LONG
        make(pdf, "runs", PAGES)
        data, read = read_file(pdf)
    workspace.do(ImportDocument(read, data, LONG))


def fill(address: str, claims: int) -> str:
    """A report with claims in it, half of them rated, each with two citations; its address."""
    from factories import OWNER, add_document, join, passage

    from verifier.actions.assessments import Assess
    from verifier.actions.base import Action, Batch
    from verifier.actions.claims import AddClaim
    from verifier.actions.evidence import AddEvidence, AddSource, Cite
    from verifier.actions.reviews import AddComment
    from verifier.states import EvidenceKind, Stance
    from verifier.workspace import Workspace

    with Workspace.create(address, title="Far away", person=OWNER) as workspace:
        text = "".join(SENTENCE.format(year=1990 + at % 35, at=at, by=at) for at in range(claims))
        cuts = [len(SENTENCE) * 20] * (claims // 25)
        document = add_document(workspace, text, *cuts)
        add_long(workspace)
        sources = [AddSource({"title": f"Yearbook {at}"}) for at in range(20)]
        items = [
            AddEvidence(EvidenceKind.LINK, {"title": f"Table {at}"}, source.id)
            for at, source in enumerate(sources)
        ]
        everything: list[Action] = [*sources, *items]
        for at in range(claims):
            quote = SENTENCE.format(year=1990 + at % 35, at=at, by=at).strip()
            claim = AddClaim(quote, (passage(document, quote),))
            everything.append(claim)
            if at % 2:
                everything.append(
                    Assess(claim.id, VERDICTS[at % 4], "moderate", reason="The table says so.")
                )
            for each in range(2):
                item = items[(at + each) % len(items)]
                everything.append(Cite(claim.id, item.id, Stance.SUPPORTS, {"credibility": "2"}))
            if at % 5 == 0:
                everything.append(AddComment(claim.id, "Which table is meant?"))
        for at in range(0, len(everything), 200):
            workspace.do(Batch("fill", tuple(everything[at : at + 200])))
        join(workspace, "Ben Okoye").close()
        return str(workspace.address)


@dataclass
class Steps:
    """What each step took."""

    trips: dict[str, list[int]] = field(default_factory=dict)
    pauses: dict[str, list[float]] = field(default_factory=dict)

    def add(self, name: str, trips: int, pause: float) -> None:
        self.trips.setdefault(name, []).append(trips)
        self.pauses.setdefault(name, []).append(pause)

    def show(self) -> None:
        print("| step | round trips | longest pause, median ms | worst ms |")
        print("|---|--:|--:|--:|")
        for name, trips in self.trips.items():
            pauses = self.pauses[name]
            print(
                f"| {name} | {statistics.median(trips):.0f} | "
                f"{statistics.median(pauses):.0f} | {max(pauses):.0f} |"
            )


class FarAway:
    """Does what a person does in the window, far from the server."""

    def __init__(self, network: Network, near: str, address: str, rounds: int) -> None:
        from factories import OWNER
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from verifier import settings
        from verifier.settings import Settings
        from verifier.ui.app import make_window
        from verifier.ui.warm_up import warm_up

        settings.save(Settings(person=OWNER, theme="light"))
        self.app = QApplication.instance() or QApplication([])
        assert isinstance(self.app, QApplication)
        self.window, self.shell = make_window(self.app)
        self.desk = self.window.desk
        self.window.resize(1440, 900)
        self.window.show()
        self.desk.want_table(True)
        self.shell.jobs.run("", warm_up)
        assert QTest.qWaitForWindowExposed(self.window)
        while self.shell.jobs.running:
            QTest.qWait(10)
        self.network, self.near, self.address = network, near, address
        self.rounds, self.steps, self.watch = rounds, Steps(), Watch()

    def once(
        self, name: str, step: Callable[[], object], until: Callable[[], bool] = lambda: True
    ) -> None:
        """Do a step and note what it took."""
        before = self.network.round_trips
        _, pause = self.watch.during(step, lambda: until() and not self.shell.jobs.running)
        self.steps.add(name, self.network.round_trips - before, pause)

    def times(self, name: str, step: Callable[[], object]) -> None:
        for _ in range(self.rounds):
            self.once(name, step)

    def run(self, command: str) -> None:
        """Do what a menu entry does."""
        self.window.actions_of[command].trigger()

    def open(self) -> None:
        shell = self.shell
        self.once(
            "opening the case",
            lambda: shell.open_beside(self.address),
            lambda: shell.is_open and len(shell.claims) > 0,
        )
        self.window.others._timer.stop()
        self.watch.during(lambda: None, lambda: not shell.jobs.running)

    def work(self) -> None:
        """Choose, write, rate, mark, undo."""
        shell, inspector = self.shell, self.desk.inspector
        places = itertools.count(11, 17)

        def choose() -> None:
            shell.select(shell.claims.ordered[next(places) % len(shell.claims)].claim.id)

        self.times("clicking a claim", choose)
        self.times("the next claim (J)", partial(self.run, "go.next"))
        texts = (f"The share rose to {at} per cent." for at in itertools.count())

        def write() -> None:
            inspector.begin_statement()
            inspector.head.statement.setPlainText(next(texts))
            shell.drafts.settle()

        self.times("saving a statement that was typed", write)
        verdicts = itertools.cycle(range(4))
        controllers = self.window.controllers
        self.times("a verdict", lambda: controllers.rating.verdict(next(verdicts)))
        levels = itertools.cycle(range(3))
        self.times("a confidence", lambda: controllers.rating.confidence(next(levels)))

        def comment() -> None:
            inspector.comments.field.setPlainText(next(texts))
            inspector.comments.send.click()

        self.times("a comment", comment)
        self.times("undo", shell.undo)
        filters = itertools.cycle(("share of number 7", "ministry", "refuted"))
        table = self.desk.table
        self.times("filtering the table", lambda: table.filter.setText(next(filters)))
        self.watch.during(table.filter.clear)
        panel = controllers.finding.search

        def search() -> None:
            panel.open_panel()
            panel.field.setText(next(filters))

        self.times("searching the case", search)
        self.watch.during(panel.close_panel)
        marks = itertools.count(3, 5)

        def mark() -> None:
            from verifier.text.ranges import TextRange

            tab = self.desk.current
            assert tab is not None
            start = next(marks) * 90
            tab.view.select(TextRange(start, start + 30))
            self.run("claim.add")

        self.times("marking a claim in the report", mark)
        self.times("undoing that", shell.undo)

    def read_another(self) -> None:
        """Open a long document that is closed."""
        desk, documents = self.desk, self.shell.documents
        wanted = next(row.id for row in documents if row.file_name == LONG)

        def is_there() -> bool:
            return desk.current is not None and desk.current.document_id == wanted

        for _ in range(self.rounds):
            show = partial(desk.show_document, wanted)
            self.once("opening another document of 1,000 pages", show, is_there)
            self.watch.during(lambda: desk.tabs.close_tab(desk.tabs.currentIndex()))

    def hear(self) -> None:
        """Others rate and comment; the window shows it. They work near the server."""
        from verifier.actions.assessments import Assess
        from verifier.actions.reviews import AddComment
        from verifier.workspace import Workspace

        others, shell = self.window.others, self.shell
        with Workspace.open(self.near, person="Ben Okoye") as ben:
            for at in range(self.rounds):
                claim_id = shell.selection or shell.claims.ordered[at].claim.id
                ben.do(Assess(claim_id, VERDICTS[at % 4], "high", reason="So it says."))
                ben.do(AddComment(shell.claims.ordered[at].claim.id, "Look at page 2."))
                self.once("changes of another arrive", others.look)
        self.times("looking for changes, none", others.look)

    def look_around(self) -> None:
        """Open each view of the whole case."""
        for name in ("board", "evidence", "history", "attribution", "matrix"):
            self.once(f"opening the view: {name}", partial(self.desk.show_place, name))
            self.watch.during(lambda: self.desk.tabs.close_tab(self.desk.tabs.currentIndex()))

    def end(self) -> None:
        self.once("closing the case", self.shell.close)
        self.window.close()


def measure(options: argparse.Namespace) -> None:
    """Start everything, fill the case, work in it."""
    binaries = programs()
    if binaries is None:
        raise SystemExit("PostgreSQL is not on this machine")
    with running_server(binaries) as server, network_to(server.folder) as network:
        near = fill(server.address, options.claims)
        case_id = near.partition("#")[2]
        network.slow(options.delay)
        person = FarAway(network, near, f"{network.address}#{case_id}", options.rounds)
        person.once("(nothing: what the machine itself stutters)", lambda: None)
        person.open()
        person.work()
        person.read_another()
        person.hear()
        person.look_around()
        person.end()
        person.steps.show()


def main() -> None:
    """Measure in folders of its own."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--claims", type=int, default=300)
    asked.add_argument("--delay", type=float, default=30)
    asked.add_argument("--rounds", type=int, default=3)
    options = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = str(Path(folder) / name)
        measure(options)


if __name__ == "__main__":
    main()
