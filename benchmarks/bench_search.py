"""Search as one types in a case of 1,000 pages and 100,000 annotations, and what the index costs.

    python benchmarks/bench_search.py [CASE.vcase]

Builds the case (some minutes) unless a file that it built before is named. For each search: time to
the first 20 and the first 100 hits, with their snippets and places, medians of ROUNDS.
"""

from __future__ import annotations

import gc
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from factories import OWNER, add_document  # noqa: E402

from verifier.actions.assessments import Assess  # noqa: E402
from verifier.actions.base import Action, Batch  # noqa: E402
from verifier.actions.claims import AddClaim  # noqa: E402
from verifier.actions.people import EditPerson  # noqa: E402
from verifier.actions.reviews import AddComment  # noqa: E402
from verifier.queries.search import search  # noqa: E402
from verifier.workspace import Workspace  # noqa: E402

PAGES = 1000
CHARACTERS = 3300
ANNOTATIONS = 100_000
BATCH = 2500
ROUNDS = 15
VERDICTS = ("supported", "mixed", "refuted", "unverified")
CONFIDENCES = ("low", "moderate", "high")
KINDS = ("statistic", "event", "quotation", "")


class Words:
    """Words as frequent as words are: the nth as often as 1/n."""

    def __init__(self) -> None:
        self.random = random.Random(7)
        letters = "etaoinshrdlucmfwypvbgk"
        known: dict[str, None] = {}
        while len(known) < 20_000:
            known["".join(self.random.choices(letters, k=self.random.randint(2, 11)))] = None
        self.known = list(known)
        total = 0.0
        self.sums = [total := total + 1 / (rank + 1) for rank in range(len(self.known))]

    def text(self, count: int) -> str:
        """A text of so many words."""
        return " ".join(self.random.choices(self.known, cum_weights=self.sums, k=count))


def build(path: Path, words: Words) -> None:
    """A long report, then claims of 30 words with a note of 12, every second rated or remarked."""
    pages = [words.text(700)[: CHARACTERS - 1] + "\n" for _ in range(PAGES)]
    chance = words.random
    with Workspace.create(path, title="Much", person=OWNER) as workspace:
        add_document(workspace, "".join(pages), *map(len, pages[:-1]))
        workspace.do(EditPerson(workspace.actor.id, {"initials": "OK"}))
        start, there = time.perf_counter(), 0
        while there < ANNOTATIONS:
            batch: list[Action] = []
            while len(batch) < BATCH:
                details = {"note": words.text(12), "kind": chance.choice(KINDS)}
                claim = AddClaim(words.text(30), (), details)
                reason = words.text(20)
                batch.append(claim)
                if chance.random() < 0.5:
                    verdict, sure = chance.choice(VERDICTS), chance.choice(CONFIDENCES)
                    batch.append(Assess(claim.id, verdict, sure, reason=reason))
                else:
                    batch.append(AddComment(claim.id, reason))
            workspace.do(Batch("fill", tuple(batch)))
            there += len(batch)
            print(f"\r{there} in {time.perf_counter() - start:.0f} s", end="", file=sys.stderr)
    print(file=sys.stderr)


def searches(words: Words) -> dict[str, str]:
    """What a person may type."""
    common, middle, rare = words.known[0], words.known[200], words.known[15_000]
    return {
        "a rare word": rare,
        "a word of middling frequency": middle,
        "the most common word": common,
        "three letters being typed": middle[:3],
        "the beginning of the most common word": common[:4],
        "five letters of it": common[:5],
        "six letters of it": common[:6],
        "two words": f"{words.known[30]} {words.known[60]}",
        "a phrase of common words": f'"{common} {words.known[1]}"',
        "a common word, verdict:mixed confidence:low": f"verdict:mixed confidence:low {common}",
        "filters alone": "verdict:mixed confidence:low by:OK kind:statistic",
        "a common word, in:comments": f"in:comments {common}",
        "a common word but not another": f"{common} -{words.known[1]}",
    }


def measure(workspace: Workspace, query: str, limit: int) -> tuple[float, float, int]:
    """Milliseconds, median CPU and median time, and hits."""
    times, used, found = [], [], 0
    for _ in range(ROUNDS):
        start, cpu = time.perf_counter(), time.process_time()
        with workspace.reading() as session:
            found = len(search(session, workspace.case_id, query, limit=limit, as_typed=True))
        times.append((time.perf_counter() - start) * 1000)
        used.append((time.process_time() - cpu) * 1000)
    return statistics.median(used), statistics.median(times), found


def sizes(path: Path) -> None:
    """What the index takes of the file."""
    with closing(sqlite3.connect(path)) as connection:
        rows = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
    index = sum(size for name, size in rows.items() if "search" in name)
    print(f"\nFile {sum(rows.values()) / 1e6:.1f} MB, of it search index {index / 1e6:.1f} MB")


def main(arguments: list[str]) -> None:
    """Build or open the case and print the table."""
    gc.set_threshold(100_000)  # as main.py
    words = Words()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(arguments[0]) if arguments else Path(folder) / "much.vcase"
        if not path.exists():
            build(path, words)
        print("| search | hits | first 20, ms: CPU | time | first 100, ms: CPU | time |")
        print("|---|--:|--:|--:|--:|--:|")
        with Workspace.open(path, person=OWNER) as workspace:
            for name, query in searches(words).items():
                first_cpu, first, _ = measure(workspace, query, 20)
                cpu, took, hits = measure(workspace, query, 100)
                row = f"{first_cpu:.1f} | {first:.1f} | {cpu:.1f} | {took:.1f}"
                print(f"| {name} | {hits} | {row} |", flush=True)
        try:
            sizes(path)
        except sqlite3.OperationalError:
            print(f"\nFile {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
