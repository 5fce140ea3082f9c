"""A new edition of a 300-page report with 1,000 highlights: finding them, and storing the result.

    python benchmarks/bench_editions.py

The report is the one of tests/text/test_new_edition.py made longer: paragraphs moved, sentences
added, deleted and reworded, one sentence standing many times. What became of each passage is
known, so right and wrong are counted.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "text")]

import test_new_edition as made  # noqa: E402
from factories import OWNER, Imported, add_document, read_text  # noqa: E402

from verifier.actions.base import Batch  # noqa: E402
from verifier.actions.claims import AddClaim, Passage  # noqa: E402
from verifier.exchange import editions  # noqa: E402
from verifier.exchange.editions import Plan  # noqa: E402
from verifier.text.ranges import overlap  # noqa: E402
from verifier.text.selectors import describe  # noqa: E402
from verifier.workspace import Workspace  # noqa: E402

PAGES = 300
PARAGRAPHS = 2000
HIGHLIGHTS = 1000
SEED = 4


def judged(plan: Plan, chosen: list[made.Passage]) -> Counter[str]:
    """Right and wrong answers, by what really became of the passage."""
    truth = {passage.old.start: passage for passage in chosen}
    answers: Counter[str] = Counter()
    for each in plan.found:
        passage, now = truth[each.outcome.old.start], each.outcome.new
        kind = "deleted" if passage.new is None else "reworded" if passage.reworded else "unchanged"
        if now is None:
            answers[f"{kind}: {each.fate.value}"] += 1
        elif passage.new is not None and overlap(now, passage.new) > len(passage.new) / 2:
            answers[f"{kind}: found"] += 1
        else:
            answers[f"{kind}: WRONG PLACE"] += 1
    return answers


def main() -> None:
    """Print times and answers."""
    made.PARAGRAPHS = PARAGRAPHS
    report = made._write(SEED)
    step = len(report.passages) // HIGHLIGHTS
    chosen = list(report.passages[::step][:HIGHLIGHTS])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.vcase"
        with Workspace.create(path, title="Editions", person=OWNER) as workspace:
            length = len(report.old) // PAGES
            document = add_document(workspace, report.old, *[length] * (PAGES - 1))
            workspace.do(Batch("mark", tuple(_claim(document, passage) for passage in chosen)))
            start, cpu = time.perf_counter(), time.process_time()
            plan = editions.plan(workspace, document.id, report.new)
            found, found_cpu = time.perf_counter() - start, time.process_time() - cpu
            length = len(report.new) // PAGES
            read = read_text(report.new, *[length] * (PAGES - 1))
            batch, _ = editions.replacing(plan, read, report.new.encode(), "second.txt")
            start = time.perf_counter()
            workspace.do(batch)
            stored = time.perf_counter() - start
    print(f"{len(report.old)} characters, {len(plan.found)} highlights: {plan.counts}")
    print(f"finding {found:.2f} s (CPU {found_cpu:.2f} s), storing {stored:.2f} s")
    for answer, number in sorted(judged(plan, chosen).items()):
        print(f"  {number:5} {answer}")


def _claim(document: Imported, passage: made.Passage) -> AddClaim:
    words = describe(document.text, passage.old).quote
    place = Passage(document.edition_id, passage.old, words.quote, words.prefix, words.suffix)
    return AddClaim(words.quote, (place,))


if __name__ == "__main__":
    main()
