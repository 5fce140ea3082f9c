"""Export every real document of a corpus, and check what came out.

    python scripts/corpus_exports.py [CORPUS] [--every N] [--keep DIRECTORY]

Each document is imported into a case of its own; claims are put on passages of it, overlapping
ones, too, rated and talked about. Then the report is written, and the document itself with marks.
Checked are, where the tools are on this machine: the schemas and rules of OOXML
(`tools/ooxml_validate.py` beside the corpus), that every comment stands on its passage's very
words, that text and other parts of the original are as they were, and that LibreOffice opens each
Word file and keeps comments, their words and the text through DOCX to DOCX. A case of 500 claims
and 1,000 comments and the sample are checked as well.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pikepdf  # noqa: E402
from lxml import etree  # noqa: E402

from verifier.actions.assessments import Assess  # noqa: E402
from verifier.actions.claims import AddClaim, Passage  # noqa: E402
from verifier.actions.documents import ImportDocument  # noqa: E402
from verifier.actions.reviews import AddComment  # noqa: E402
from verifier.errors import VerifierError  # noqa: E402
from verifier.exchange import sample  # noqa: E402
from verifier.export import libreoffice  # noqa: E402
from verifier.export.formats import Export, format_named  # noqa: E402
from verifier.export.settings import ReportSettings  # noqa: E402
from verifier.queries.originals import original  # noqa: E402
from verifier.queries.report import ReportData, report_data  # noqa: E402
from verifier.reading.docx import MEDIA_TYPE as WORD  # noqa: E402
from verifier.reading.docx import read_docx  # noqa: E402
from verifier.reading.here import read_here  # noqa: E402
from verifier.reading.limits import Limits  # noqa: E402
from verifier.text.document import ReadDocument  # noqa: E402
from verifier.text.ranges import TextRange  # noqa: E402
from verifier.text.selectors import describe  # noqa: E402
from verifier.workspace import Workspace  # noqa: E402

CHECKER = "A. Novak"
AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
UNTOUCHED = re.compile(
    r"word/(document\d*|comments\w*|people\d*|footnotes\d*|endnotes\d*)\.xml|"
    r"word/_rels/document\d*\.xml\.rels|\[Content_Types\]\.xml"
)
ESTIMATES = ReportSettings(exact_pages=False)
BATCH, BATCH_SECONDS = 10, 900
SKIPPED_IN_RANGES = ("Fallback", "txbxContent", "moveFrom", "del", "instrText")


@dataclass
class Tally:
    """What was checked, and what was wrong with which file."""

    done: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def check(self, what: str, name: str, holds: bool, why: str = "") -> None:
        """Count a check, and keep what failed."""
        self.done[what] += 1
        if not holds:
            self.wrong[what].append(f"{name}: {why}" if why else name)

    def show(self) -> None:
        """The table."""
        print(f"\n{'check':58} {'done':>6} {'wrong':>6}")
        for what, number in self.done.items():
            print(f"{what:58} {number:6} {len(self.wrong[what]):6}")
        for what, names in self.wrong.items():
            for name in names:
                print(f"WRONG {what}: {name}")


def passages(read: ReadDocument, seed: str) -> list[TextRange]:
    """Passages of many lengths, some of which overlap; none of white space alone."""
    chance = random.Random(seed)
    length = len(read.text)
    found: list[TextRange] = []
    for size in (1, 6, 30, 30, 120, 400, 60, 12):
        start = chance.randrange(max(1, length - size))
        if found and size == 60:
            start = max(0, found[4].start - 20)
        one = TextRange(start, min(length, start + size))
        if one.of(read.text).strip():
            found.append(one)
    return found


def make_case(folder: Path, file: Path, read: ReadDocument) -> Path:
    """A case with the document and rated claims on passages of it."""
    path = folder / "case.vcase"
    with Workspace.create(path, title=file.stem, person=CHECKER) as workspace:
        imported = ImportDocument(read, file.read_bytes(), file.name)
        workspace.do(imported)
        for number, one in enumerate(passages(read, file.name), 1):
            told = describe(read.text, one)
            where = Passage(imported.edition_id, one, told.quote.quote)
            claim = AddClaim(f"Claim {number} on {file.stem}", (where,))
            workspace.do(claim)
            verdict = ("supported", "refuted", "mixed", "unverified")[number % 4]
            workspace.do(Assess(claim.id, verdict, "moderate", reason=f"Reason {number}."))
            remark = AddComment(claim.id, "Is that so?")
            workspace.do(remark)
            workspace.do(AddComment(claim.id, "It is.", parent_id=remark.id))
    return path


def frozen(path: Path) -> tuple[ReportData, Any]:
    """What a case holds, and its document."""
    with Workspace.open(path, person=CHECKER) as workspace, workspace.reading() as session:
        return report_data(session, workspace.case_id), original(session, workspace.case_id)


def parts(path: Path) -> dict[str, bytes]:
    """The members of a package."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def ranges(path: Path) -> dict[str, str]:
    """The words between the marks of each comment, in the body."""
    main = next(n for n in parts(path) if re.fullmatch(r"word/document\d*\.xml", n))
    found: dict[str, list[str]] = defaultdict(list)
    opened: list[str] = []
    for element in etree.fromstring(parts(path)[main]).iter(etree.Element):
        name = etree.QName(element).localname
        number = str(element.get(f"{W}id", ""))
        if name == "commentRangeStart":
            opened.append(number)
            found[number] = []
        elif name == "commentRangeEnd" and number in opened:
            opened.remove(number)
        elif name == "t" and not any(
            etree.QName(above).localname in SKIPPED_IN_RANGES for above in element.iterancestors()
        ):
            for number in opened:
                found[number].append(element.text or "")
    return {number: "".join(words) for number, words in found.items()}


def comments(path: Path) -> list[tuple[str, str, str]]:
    """Author, words and the words it stands on, of every comment."""
    content = parts(path).get("word/comments.xml")
    if content is None:
        return []
    where = ranges(path)
    return sorted(
        (
            str(one.get(f"{W}author")),
            squeezed("".join(t.text or "" for t in one.iter(f"{W}t"))),
            squeezed(where.get(str(one.get(f"{W}id")), "")),
        )
        for one in etree.fromstring(content)
    )


def squeezed(words: str) -> str:
    """Words without white space and what Word writes as signs of its own."""
    return re.sub(r"[\s\u2011\u00ad\u200b-\u200f\ufeff\ufffd]", "", ILLEGAL.sub("", words))


def body_words(path: Path) -> str:
    """All words of the body but page numbers and contents, which LibreOffice lays out anew."""
    main = next(n for n in parts(path) if re.fullmatch(r"word/document\d*\.xml", n))
    said: list[str] = []
    fields: list[list[str]] = []
    for element in etree.fromstring(parts(path)[main]).iter(
        f"{W}fldChar", f"{W}instrText", f"{W}t"
    ):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            fields.append([""])
        elif kind == "end" and fields:
            fields.pop()
        elif element.tag == f"{W}instrText" and fields:
            fields[-1][0] += element.text or ""
        elif element.tag == f"{W}t" and not any("PAGEREF" in one[0] for one in fields):
            if _is_contents(element):
                continue
            said.append(element.text or "")
    return squeezed("".join(said))


def _is_contents(element: Any) -> bool:
    paragraph = next(element.iterancestors(f"{W}p"), None)
    style = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
    return style is not None and str(style.get(f"{W}val")).startswith(("TOC", "Contents"))


def batches(files: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """A few at a time."""
    for at in range(0, len(files), BATCH):
        yield files[at : at + BATCH]


def through_libreoffice(files: Iterable[Path], out: Path) -> None:
    """Each Word file written anew by LibreOffice; what it cannot do is not there afterwards."""
    program = libreoffice.find()
    if program is None:
        return
    for batch in batches(list(files)):
        if not _convert(program, batch, out):
            for one in batch:
                _convert(program, [one], out)


def _convert(program: Path, files: Sequence[Path], out: Path) -> bool:
    with tempfile.TemporaryDirectory() as profile:
        command = [
            *(str(program), f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"),
            *("--convert-to", "docx", "--outdir", str(out), *map(str, files)),
        ]
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )
        try:
            process.wait(BATCH_SECONDS)
        except subprocess.TimeoutExpired:
            libreoffice.end(process)
            return False
    return all((out / one.name).is_file() for one in files)


def load_validator(shared: Path) -> Any:
    """The validator as a module, or None where it is not there."""
    path = shared / "tools" / "ooxml_validate.py"
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location("ooxml_validate", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check_report(tally: Tally, validator: Any, path: Path, data: ReportData) -> None:
    """The report by itself."""
    if validator is not None:
        found = validator.validate(str(path))
        tally.check("report: valid", path.stem, not found, str(found[:2]))
    wanted = sorted(
        squeezed(h.quote)
        for document in data.documents
        for h in document.highlights
        for _ in range(1 + _threads_on(data, h.id))
    )
    tally.check(
        "report: every comment on its passage's words",
        path.stem,
        sorted(words for _, _, words in comments(path)) == wanted,
    )


def _threads_on(data: ReportData, highlight_id: str) -> int:
    """Remarks that stand on a passage: all of the claim's, on its first."""
    return sum(
        len(claim.comments)
        for claim in data.claims
        if claim.highlights and claim.highlights[0].id == highlight_id
    )


def check_original(
    tally: Tally, validator: Any, before: Path, after: Path, data: ReportData
) -> None:
    """A Word file that came back marked."""
    old, new = parts(before), parts(after)
    quotes = {claim.row.label: squeezed(claim.highlights[0].quote) for claim in data.claims}
    off = [
        (label, words)
        for author, said, words in comments(after)
        if author == CHECKER and (label := said.partition(":")[0]) in quotes
        # A passage that runs into another flow is held to the first of them.
        if not quotes[label].startswith(words) or (quotes[label] and not words)
    ]
    tally.check("original: every comment on its passage's words", before.name, not off, str(off))
    tally.check("original: all other parts byte for byte", before.name, _same_parts(old, new))
    texts = [read_docx(one, one.name, Limits()).text for one in (before, after)]
    tally.check("original: the same text", before.name, texts[0] == texts[1])
    if validator is not None:
        kinds = {_kind(one) for one in validator.validate(str(before))}
        fresh = [one for one in validator.validate(str(after)) if _kind(one) not in kinds]
        tally.check("original: no new finding", before.name, not fresh, str(fresh[:2]))


def _same_parts(old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    return all(new.get(n) == old[n] for n in old if not UNTOUCHED.fullmatch(n))


def _kind(finding: Any) -> tuple[str, str]:
    return str(finding[1]), re.sub(r"\d+", "#", str(finding[3]))


def check_pdf(tally: Tally, before: Path, after: Path, claims: int) -> None:
    """A PDF that came back marked."""
    with pikepdf.open(before) as old, pikepdf.open(after) as new:
        tally.check("PDF copy: as many pages", before.name, len(old.pages) == len(new.pages))
        marks = sum(
            str(one.get("/Subtype")) == "/Highlight" and str(one.get("/T", "")) == CHECKER
            for page in new.pages
            for one in page.get("/Annots", [])
        )
        tally.check("PDF copy: a highlight for each claim", before.name, marks >= 1 or not claims)
        fresh = _faults(new) - _faults(old)
        tally.check("PDF copy: no new fault for qpdf", before.name, fresh <= 0, str(fresh))
    if shutil.which("pdftotext"):
        said = [
            subprocess.run(["pdftotext", "-q", str(one), "-"], check=False, capture_output=True)
            for one in (before, after)
        ]
        tally.check("PDF copy: the same text", before.name, said[0].stdout == said[1].stdout)


def _faults(pdf: pikepdf.Pdf) -> int:
    """How many faults qpdf finds; one where a page's content cannot be read at all."""
    try:
        return len(pdf.check_pdf_syntax())
    except pikepdf.PdfError:
        return 1


def check_round(tally: Tally, kind: str, before: Path, after: Path, base: Path | None) -> None:
    """A Word file before and after LibreOffice; `base` is what that makes of it without marks."""
    opened = after.is_file()
    tally.check(f"{kind}: LibreOffice opens it", before.stem, opened)
    if not opened:
        return
    own = [one for one in comments(before) if one[0] == CHECKER]
    kept = [one for one in comments(after) if one[0] == CHECKER]
    lost = Counter(one[:2] for one in own) - Counter(one[:2] for one in kept)
    tally.check(f"{kind}: LibreOffice keeps every comment", before.stem, not lost, str(lost)[:120])
    moved = Counter(one[2] for one in own) - Counter(one[2] for one in kept)
    tally.check(f"{kind}: and its words", before.stem, not moved, str(moved)[:160])
    words = body_words(base) if base and base.is_file() else body_words(before)
    tally.check(f"{kind}: and the text", before.stem, body_words(after) == words)


def large_case() -> ReportData:
    """500 claims and 1,000 comments."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    spec = importlib.util.spec_from_file_location(
        "bench_report", ROOT / "benchmarks" / "bench_report.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_report"] = module
    spec.loader.exec_module(module)
    made: ReportData = module.case(2000)
    return made


def export(data: ReportData, target: Path, format_id: str, source: Any = None) -> list[str]:
    """Write it; what the person would be told."""
    order = Export(data, AT, ESTIMATES, original=source)
    format_named(format_id).write(order, target)
    return order.notices


def main() -> int:
    """Run it all."""
    options = argparse.ArgumentParser()
    shared = Path(os.environ.get("VERIFIER_SHARED") or ROOT.parent / "shared")
    options.add_argument("corpus", nargs="?", type=Path, default=shared / "corpus")
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--keep", type=Path)
    options.add_argument("--only-rounds", action="store_true", help="of what --keep kept before")
    chosen = options.parse_args()
    tally, validator = Tally(), load_validator(chosen.corpus.parent)
    with tempfile.TemporaryDirectory(prefix="verifier-corpus-") as folder:
        place = chosen.keep or Path(folder)
        for name in ("report", "original", "plain", "round-report", "round-original"):
            (place / name).mkdir(parents=True, exist_ok=True)
        if not chosen.only_rounds:
            _export_all(tally, validator, chosen.corpus, chosen.every, place)
            tally.show()
        _round_trips(tally, place)
    tally.show()
    return 1 if any(tally.wrong.values()) else 0


def _export_all(tally: Tally, validator: Any, corpus: Path, every: int, place: Path) -> None:
    files = [f for f in sorted(corpus.rglob("*")) if f.suffix.lower() in (".docx", ".docm", ".pdf")]
    for file in files[::every]:
        try:
            read = read_here(file)
        except VerifierError:
            tally.done["refused by the reader"] += 1
            continue
        with tempfile.TemporaryDirectory() as folder:
            data, source = frozen(make_case(Path(folder), file, read))
        name = f"{file.parent.name}-{file.stem}.docx"
        target = place / "report" / name
        export(data, target, "report")
        check_report(tally, validator, target, data)
        if not data.claims:
            continue
        marked = place / "original" / (name if source.row.media_type == WORD else f"{name}.pdf")
        try:
            export(data, marked, "original", source)
        except VerifierError as refused:
            tally.done["refused in words when given back"] += 1
            print(f"\n{file.name}: {refused}")
            continue
        if source.row.media_type == WORD:
            check_original(tally, validator, file, marked, data)
            shutil.copyfile(file, place / "plain" / name)
        else:
            check_pdf(tally, file, marked, len(data.claims))
        print(".", end="", flush=True)
    for name, data in (("large", large_case()), ("sample", _sample(place))):
        target = place / "report" / f"{name}.docx"
        export(data, target, "report")
        check_report(tally, validator, target, data)


def _sample(place: Path) -> ReportData:
    read = read_here(sample.folder() / sample.REPORT)
    with tempfile.TemporaryDirectory(dir=place) as folder:
        path = sample.build(Path(folder), person=CHECKER, read=read)
        with Workspace.open(path, person=CHECKER) as workspace, workspace.reading() as session:
            return report_data(session, workspace.case_id)


def _round_trips(tally: Tally, place: Path) -> None:
    if libreoffice.find() is None:
        return
    for kind in ("report", "original"):
        files = sorted((place / kind).glob("*.docx"))
        through_libreoffice(files, place / f"round-{kind}")
        bases = place / "round-plain"
        bases.mkdir(exist_ok=True)
        if kind == "original":
            through_libreoffice(sorted((place / "plain").glob("*.docx")), bases)
        for file in files:
            base = bases / file.name if kind == "original" else None
            check_round(tally, kind, file, place / f"round-{kind}" / file.name, base)


if __name__ == "__main__":
    sys.exit(main())
