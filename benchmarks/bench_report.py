"""What the Word report costs, beside the least it could cost and beside python-docx's own calls.

    python benchmarks/bench_report.py            2,000 paragraphs, 500 claims, 1,000 comments
    python benchmarks/bench_report.py --quick    a tenth of it, to see that it runs

CPU seconds of the process, the better of three runs. Ratios carry over from machine to machine,
seconds do not. Memory is the peak of a fresh process that only builds and writes the report.
"""

from __future__ import annotations

import argparse
import io
import math
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import docx  # noqa: E402
import factories_report as make  # noqa: E402
from lxml import etree  # noqa: E402

from verifier.export.report import build_report  # noqa: E402
from verifier.export.settings import ReportSettings  # noqa: E402
from verifier.queries.report import ReportData  # noqa: E402

SENTENCE = "Officials said on Monday that the figure had risen to twelve since the last count. "
LIMITS = {
    "report / (lxml serialise + zip)": (25.0, "at most"),
    "python-docx's own calls / report": (6.0, "at least"),
    "growth exponent, 500 to 8,000 comments": (1.15, "at most"),
    "peak memory, MB": (120.0, "at most"),
}


def case(paragraphs: int) -> ReportData:
    """A document of so many paragraphs, a claim in every fourth, two comments on each claim."""
    text = "\n".join(SENTENCE * 3 for _ in range(paragraphs))
    length = len(SENTENCE) * 3 + 1
    shown = make.document(text)
    claims = [
        make.claim(
            number,
            SENTENCE.strip(),
            highlights=(make.highlight(shown, number, at, at + len(SENTENCE) - 1),),
            citations=tuple(
                make.citation(2 * number + n, claim=number, source=1 + (number + n) % 50)
                for n in range(2)
            ),
            comments=(make.comment(number, "Is there a second source?", claim=number),),
        )
        for number, at in ((n // 4 + 1, n * length) for n in range(0, paragraphs, 4))
    ]
    return make.data(
        [shown],
        claims,
        sources=[make.source(number) for number in range(1, 51)],
        items=[make.evidence(number) for number in range(1, 51)],
    )


def report(data: ReportData) -> bytes:
    """The report as bytes."""
    file = io.BytesIO()
    package = build_report(data, exported_at=make.EXPORTED, settings=ReportSettings())
    package.save(file)
    return file.getvalue()


def floor(written: bytes) -> Callable[[], Any]:
    """Serialising and zipping the very XML of a report, nothing else."""
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        trees = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }

    def run() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, tree in trees.items():
                archive.writestr(name, etree.tostring(tree, encoding="UTF-8", standalone=True))

    return run


def with_python_docx(data: ReportData) -> None:
    """The same text, comments, claims table and cards through the library's documented calls."""
    document = docx.Document()
    shown = data.documents[0]
    places = {h.start: h for h in shown.highlights}
    claims = {claim.row.id: claim for claim in data.claims}
    at = 0
    for words in shown.text.split("\n"):
        paragraph = document.add_paragraph(style="Normal")
        found = places.get(at)
        at += len(words) + 1
        if found is None:
            paragraph.add_run(words)
            continue
        size = found.stop - found.start
        run = paragraph.add_run(words[:size])
        run.font.underline = True
        claim = claims[found.claim_id]
        judged = claim.assessment
        paragraph.add_run(f" [{claim.row.label}]").font.bold = True
        paragraph.add_run(words[size:])
        if judged:
            document.add_comment(run, judged.reason, author=judged.person, initials="AN")
        for remark in claim.comments:
            document.add_comment(run, remark.text, author=remark.person, initials="RH")
    table = document.add_table(rows=1, cols=5)
    for claim in data.claims:
        for cell, words in zip(table.add_row().cells, _row(claim), strict=True):
            cell.text = words
    for claim in data.claims:
        document.add_heading(f"{claim.row.label}. {claim.row.statement}", 2)
        document.add_paragraph(claim.row.statement, style="Quote")
        if claim.assessment:
            document.add_paragraph(claim.assessment.reason)
        cited = document.add_table(rows=1, cols=5)
        for citation in claim.citations:
            for cell in cited.add_row().cells:
                cell.text = citation.quote
    document.save(io.BytesIO())


def _row(claim: Any) -> tuple[str, ...]:
    judged = claim.assessment
    return (claim.row.label, claim.row.statement, judged.verdict, judged.confidence, "S1, S2")


def cpu(work: Callable[[], Any], runs: int = 3) -> float:
    """The best of some runs, in CPU seconds."""
    best = math.inf
    for _ in range(runs):
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best


def peak_of_a_fresh_process(paragraphs: int) -> float:
    """Megabytes."""
    answer = subprocess.run(
        [sys.executable, __file__, "--peak", str(paragraphs)],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(answer.stdout)


def peak(paragraphs: int) -> None:
    """Build and write one report and print this process's peak."""
    report(case(paragraphs))
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says of a child begins with its parent's peak
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        print(float(line.split()[1]) / 1024)
        return
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)


def exponent(sizes: list[int]) -> float:
    """The slope of log(time) over log(size), first to last."""
    times = []
    for size in sizes:
        data = case(size)
        times.append(cpu(lambda data=data: report(data)))  # type: ignore[misc]
    return math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])


def measure(paragraphs: int) -> dict[str, float]:
    """The four figures."""
    data = case(paragraphs)
    written = report(data)
    ours = cpu(lambda: report(data))
    least = cpu(floor(written))
    library = cpu(lambda: with_python_docx(data), runs=1)
    print(f"report {ours:.3f} s, serialise + zip {least:.3f} s, python-docx {library:.2f} s")
    return {
        "report / (lxml serialise + zip)": ours / least,
        "python-docx's own calls / report": library / ours,
        "growth exponent, 500 to 8,000 comments": exponent(
            [paragraphs // 2, paragraphs * 8]
            if paragraphs >= 2000
            else [paragraphs, paragraphs * 4]
        ),
        "peak memory, MB": peak_of_a_fresh_process(paragraphs),
    }


def main() -> int:
    """Measure, print, and fail where a goal is missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--peak", type=int, default=0)
    chosen = options.parse_args()
    if chosen.peak:
        peak(chosen.peak)
        return 0
    missed = 0
    for name, value in measure(200 if chosen.quick else 2000).items():
        limit, sense = LIMITS[name]
        good = value <= limit if sense == "at most" else value >= limit
        missed += not good
        print(f"{name:42} {value:8.2f}   {sense} {limit:g}   {'ok' if good else 'MISSED'}")
    return 1 if missed and not chosen.quick else 0


if __name__ == "__main__":
    sys.exit(main())
