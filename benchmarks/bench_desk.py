"""The desk under load: a case of 10,000 claims, 20,000 citations and 3,000 sources in the window.

    python benchmarks/bench_desk.py [--pdf] [--case CASE.vcase] [--platform offscreen] [--rounds 5]

Builds the case (a minute or two) unless a file that it built before is named; with --pdf all claims
stand in one PDF of 1,000 pages, most of them overlapping. Then the window opens
it, and a person's steps are done in it, each between the ticks of a timer of 4 ms: the longest
pause tells for how long the window did not answer. "own" is CPU time of the window's thread, which
other work of the machine does not lengthen; "clock" is what passed. Most steps are done ROUNDS
times; the median and the worst are printed.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.actions.claims import Passage
    from verifier.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

CLAIMS = 10_000
CITATIONS = 20_000
SOURCES = 3_000
COMMENTS = 2_000
DOCUMENTS = 4
PAGES = 1000
BATCH = 1000
TICK_MS = 4
SETTLE_SECONDS = 0.35
BUDGET_MS = 50
FRAME_MS = 16
VERDICTS = ("supported", "mixed", "refuted", "unverified")
KINDS = ("statistic", "event", "quotation", "forecast", "")
TAGS = ("energy", "health", "war", "prices", "cyber")
SENTENCE = "In {year} the share of number {at} rose by {by} per cent, the ministry said on Friday. "


@dataclass
class Steps:
    """What each step took: pauses by CPU time of the thread and by the clock, in milliseconds."""

    own: dict[str, list[float]] = field(default_factory=dict)
    clock: dict[str, list[float]] = field(default_factory=dict)
    budget: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, own: float, clock: float, budget: int = BUDGET_MS) -> None:
        self.own.setdefault(name, []).append(own)
        self.clock.setdefault(name, []).append(clock)
        self.budget[name] = budget

    def show(self) -> None:
        print("| step | own, median ms | own, worst ms | clock, worst ms | budget |")
        print("|---|--:|--:|--:|--:|")
        for name, own in self.own.items():
            over = "" if max(own) <= self.budget[name] else " (over)"
            print(
                f"| {name} | {statistics.median(own):.1f} | {max(own):.1f} | "
                f"{max(self.clock[name]):.1f} | {self.budget[name]}{over} |"
            )


def in_reports(workspace: Workspace, chance: random.Random) -> list[Passage]:
    """A sentence of four long texts for each claim."""
    from factories import add_document

    from verifier.actions.claims import Passage
    from verifier.text.ranges import TextRange

    passages = []
    per = CLAIMS // DOCUMENTS
    for number in range(DOCUMENTS):
        sentences = [
            SENTENCE.format(year=1990 + at % 35, at=at, by=chance.randrange(100))
            for at in range(per)
        ]
        starts = itertools.accumulate(map(len, sentences), initial=0)
        cuts = [len("".join(sentences[at : at + 40])) for at in range(0, per - 40, 40)]
        text = "".join(sentences)
        document = add_document(workspace, text, *cuts, name=f"part {number}.txt")
        for start, sentence in zip(starts, sentences, strict=False):
            where = TextRange(start, start + len(sentence) - 1)
            passages.append(Passage(document.edition_id, where, sentence.rstrip()))
    return passages


def in_one_pdf(workspace: Workspace, path: Path) -> list[Passage]:
    """Some lines of one long PDF for each claim; of nine in ten the last are in the next, too."""
    from pdf_files import make

    from verifier.actions.claims import Passage
    from verifier.actions.documents import ImportDocument
    from verifier.reading.files import read_file
    from verifier.text.ranges import TextRange

    pdf = path.with_suffix(".pdf")
    make(pdf, "runs", PAGES)
    data, read = read_file(pdf)
    action = ImportDocument(read, data, pdf.name)
    workspace.do(action)
    step = len(read.text) // CLAIMS
    places = [
        TextRange(at * step, at * step + (step * 6 // 5 if at % 10 != 9 else step))
        for at in range(CLAIMS)
    ]
    return [Passage(action.edition_id, it, read.text[it.start : it.stop]) for it in places]


def build(path: Path, *, pdf: bool) -> None:
    """Claims with passages in reports, half of them rated, all with citations."""
    from factories import OWNER

    from verifier.actions.assessments import Assess
    from verifier.actions.base import Action, Batch
    from verifier.actions.claims import AddClaim
    from verifier.actions.evidence import AddEvidence, AddSource, Cite
    from verifier.actions.reviews import AddComment
    from verifier.states import EvidenceKind, Stance
    from verifier.workspace import Workspace

    chance = random.Random(11)
    begun = time.perf_counter()
    with Workspace.create(path, title="Much to check", person=OWNER) as workspace:
        passages = in_one_pdf(workspace, path) if pdf else in_reports(workspace, chance)
        sources = [
            AddSource(
                {
                    "title": f"Yearbook {at}", "publisher": f"Office {at % 90}",
                    "url": f"https://office{at % 90}.example/{at}", "reliability": "ABCDEF"[at % 6],
                }
            )
            for at in range(SOURCES)
        ]  # fmt: skip
        items = [
            AddEvidence(EvidenceKind.LINK, {"title": f"Yearbook {at}, table {at % 12}"}, source.id)
            for at, source in enumerate(sources)
        ]
        claims: list[Action] = []
        rest: list[Action] = []
        for at in range(CLAIMS):
            place = passages[at]
            quote = place.quote
            details = {
                "kind": chance.choice(KINDS), "claimant": f"Minister {at % 40}",
                "tags": chance.sample(TAGS, at % 3), "priority": at % 4,
                "due": f"2026-{at % 12 + 1:02}-{at % 28 + 1:02}",
                "assignee_id": workspace.actor.id if at % 2 else None,
            }  # fmt: skip
            claim = AddClaim(quote, (place,), details)
            claims.append(claim)
            if at % 2:
                rest.append(Assess(claim.id, chance.choice(VERDICTS), "moderate", reason=quote))
            rest += [
                Cite(
                    claim.id,
                    chance.choice(items).id,
                    Stance.SUPPORTS,
                    {"credibility": "2", "note": quote},
                )
                for _ in range(CITATIONS // CLAIMS)
            ]
            if at < COMMENTS:
                rest.append(AddComment(claim.id, "Which table is meant?"))
        everything: list[Action] = [*sources, *items, *claims, *rest]
        for at in range(0, len(everything), BATCH):
            workspace.do(Batch("fill", tuple(everything[at : at + BATCH])))
            print(f"\r{at} in {time.perf_counter() - begun:.0f} s", end="", file=sys.stderr)
    print(file=sys.stderr)


class Watch:
    """Ticks while a step is done, and tells the longest pause between two ticks."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._ticks: list[tuple[float, float]] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        self._ticks.append((time.thread_time(), time.perf_counter()))

    def during(
        self, step: Callable[[], object], until: Callable[[], bool] = lambda: True
    ) -> tuple[float, float]:
        """Do the step from the event loop; the longest pause, own and by the clock, ms."""
        from PySide6.QtCore import QEventLoop, QTimer

        self._ticks.clear()
        self._tick()
        self._timer.start()
        QTimer.singleShot(3 * TICK_MS, step)
        ended = time.perf_counter() + SETTLE_SECONDS
        while time.perf_counter() < ended or not until():
            loop = QEventLoop()
            QTimer.singleShot(int(SETTLE_SECONDS * 300), loop.quit)
            loop.exec()
            if time.perf_counter() > ended + 200:
                raise SystemExit("a step did not come to an end")
        self._timer.stop()
        self._tick()
        pairs = list(itertools.pairwise(self._ticks))
        own = max(1000 * (after[0] - before[0]) for before, after in pairs)
        return own, max(1000 * (after[1] - before[1]) for before, after in pairs)


class Person:
    """Does what a person does in the window, and measures it."""

    def __init__(self, path: Path, rounds: int) -> None:
        from factories import OWNER
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from verifier import settings
        from verifier.settings import Settings
        from verifier.ui.app import make_window
        from verifier.ui.garbage import IdleGarbage
        from verifier.ui.warm_up import warm_up

        settings.save(Settings(person=OWNER, theme="light"))
        self.app = QApplication.instance() or QApplication([])
        assert isinstance(self.app, QApplication)
        self.window, self.shell = make_window(self.app)
        self.garbage = IdleGarbage(self.app)
        self.garbage.follow(self.shell)
        self.desk, self.table = self.window.desk, self.window.desk.table
        self.window.resize(1440, 900)
        self.window.show()
        self.desk.want_table(True)
        self.shell.jobs.run("", warm_up)
        assert QTest.qWaitForWindowExposed(self.window)
        while self.shell.jobs.running:
            QTest.qWait(TICK_MS)
        self.path, self.rounds = path, rounds
        self.steps, self.watch = Steps(), Watch()

    def once(self, name: str, step: Callable[[], object], budget: int = BUDGET_MS) -> None:
        """Do a step and note what it took."""
        self.steps.add(name, *self.watch.during(step), budget)

    def times(self, name: str, step: Callable[[], object], budget: int = BUDGET_MS) -> None:
        """Do a step as often as asked for."""
        for _ in range(self.rounds):
            self.once(name, step, budget)

    def run(self, command: str) -> None:
        """Do what a menu entry does."""
        self.window.actions_of[command].trigger()

    def key(self, letter: str) -> None:
        """Press a key in the document."""
        from PySide6.QtTest import QTest

        assert self.desk.current is not None
        QTest.keyClick(self.desk.current.view, letter)  # type: ignore[call-overload]

    def open(self) -> None:
        """Open the case."""
        begun, used = time.perf_counter(), time.process_time()
        shell = self.shell
        longest = self.watch.during(
            lambda: shell.open(self.path), lambda: shell.is_open and len(shell.claims) >= CLAIMS
        )
        self.steps.add("opening the case: longest pause", *longest)
        self.watch.during(lambda: None, lambda: not self.table.warmer.is_busy)
        took, cpu = time.perf_counter() - begun, time.process_time() - used
        print(f"all claims there after at most {took:.2f} s; CPU {cpu:.2f} s")

    def work(self) -> None:
        """Choose, rate, undo."""
        self.times("select the next claim (J)", partial(self.key, "j"))
        self.times("triage: next to check (N)", partial(self.key, "n"))
        verdicts = itertools.cycle("1234")
        self.times("rate it (1 to 4)", lambda: self.key(next(verdicts)))
        self.times("undo", self.shell.undo)
        self.times("priority (P)", partial(self.key, "p"))
        places = itertools.count(4321, 7)

        def open_far() -> None:
            at = next(places) * 37 % CLAIMS
            self.shell.select(self.shell.claims.ordered[at].claim.id)

        self.times("open a claim far away", open_far)
        words = itertools.count(7, 5)

        def add_claim() -> None:
            from verifier.text.ranges import TextRange

            assert self.desk.current is not None
            start = next(words)
            self.desk.current.view.select(TextRange(start, start + 40))
            self.run("claim.add")

        self.times("add a claim (H)", add_claim)
        self.times("undo that", self.shell.undo)

    def sort(self) -> None:
        """Click on each title, twice or more."""
        from PySide6.QtCore import Qt

        from verifier.ui.table.columns import COLUMNS

        orders = itertools.cycle((Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder))
        view = self.table.view
        for at, column in enumerate(COLUMNS):
            self.times(
                f"sort by {column.id}",
                lambda at=at: view.sortByColumn(at, next(orders)),  # type: ignore[misc]
                FRAME_MS,
            )
        self.watch.during(lambda: self.table.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder))

    def filter(self) -> None:
        """Type into the filters, letter by letter; press the chips."""
        from PySide6.QtTest import QTest

        for name, line in (("table", self.table.filter), ("list", self.desk.claims.filter)):
            for letter in "share of number 77":
                self.once(
                    f"a letter into the filter of the {name}",
                    partial(QTest.keyClicks, line, letter),
                    FRAME_MS,
                )
            self.watch.during(line.clear)
        for chip in self.table.verdicts.chips[1:4]:
            self.once("a chip of a verdict", chip.click, FRAME_MS)
        self.watch.during(self.table.verdicts.chips[0].click)

    def group(self) -> None:
        """Put the claims under headings, and sort and filter them there."""
        for name in ("status", "verdict", "assignee", "document", "tag", "kind"):
            self.once(f"group by {name}", partial(self.table.group_by, name))
        self.watch.during(partial(self.table.group_by, ""))

    def look_around(self) -> None:
        """Open each view of the whole case, and work while it is there."""
        for name in ("board", "evidence", "history", "attribution", "matrix"):
            self.once(f"open the view: {name}", partial(self.desk.show_place, name))
            self.times(f"with it: select a claim ({name})", partial(self.run, "go.next"))
            self.times(f"with it: set the priority ({name})", partial(self.run, "triage.priority"))
            self.watch.during(lambda: self.desk.tabs.close_tab(self.desk.tabs.currentIndex()))

    def paint(self) -> None:
        """Scroll the table, painting it whole each time."""
        view = self.table.view
        bar, port, times = view.verticalScrollBar(), view.viewport(), []
        for at in range(300):
            bar.setValue(bar.minimum() + at * 97)
            self.app.processEvents()
            begun = time.thread_time()
            port.repaint()
            times.append(1000 * (time.thread_time() - begun))
        ordered = sorted(times)
        rows = port.height() // view.rowHeight(0)
        print(
            f"table painted whole ({rows} rows): median {statistics.median(ordered):.1f} ms, "
            f"p99 {ordered[int(0.99 * len(ordered))]:.1f} ms (budget {FRAME_MS})"
        )

    def change_theme(self) -> None:
        """Dark, and light again."""
        from verifier.ui.tokens import ThemeMode

        modes = itertools.cycle((ThemeMode.DARK, ThemeMode.LIGHT))
        self.times("another theme", lambda: self.shell.theme.set_mode(next(modes)))

    def end(self) -> None:
        """Close everything."""
        self.garbage.stop()
        self.shell.close()
        self.window.close()


def measure(path: Path, rounds: int) -> None:
    """Open the case and work in it."""
    import resource

    person = Person(path, rounds)
    person.once("(nothing: what the machine itself stutters)", lambda: None)
    person.open()
    person.work()
    person.sort()
    person.filter()
    person.group()
    person.paint()
    person.look_around()
    person.change_theme()
    person.steps.show()
    print(f"memory, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    person.end()


def main() -> None:
    """Build the case unless there is one, then measure."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--case", type=Path)
    asked.add_argument("--pdf", action="store_true", help="one PDF in place of four texts")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--platform", default="offscreen")
    options = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", options.platform)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = str(Path(folder) / name)
        path = options.case or Path(folder) / "much.vcase"
        if not path.exists():
            build(path, pdf=options.pdf)
        measure(path, options.rounds)


if __name__ == "__main__":
    main()
