"""The command line: whatever the window can do to a case, a script can do.

Exit codes: 0 done, 1 could not be done (the reason is on standard error), 2 wrong usage.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from verifier import __version__, database, paths
from verifier.actions.documents import ImportDocument
from verifier.errors import NotFound, VerifierError
from verifier.exchange import applying, sample
from verifier.exchange.annotations import parse
from verifier.export.report import write_report
from verifier.queries import case, claims, documents, integrity
from verifier.queries.claims import ClaimSummary
from verifier.queries.documents import DocumentRow
from verifier.queries.report import report_data
from verifier.reading.files import read_file
from verifier.reading.worker import Worker
from verifier.scales import scale
from verifier.workspace import Workspace

EPILOG = "Exit codes: 0 done, 1 could not be done, 2 wrong usage."
CASE = click.argument("case_path", metavar="CASE.vcase")
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


@dataclass(frozen=True)
class Session:
    """What every command knows: in whose name it works."""

    person: str

    def open(self, location: str) -> Workspace:
        """The case, opened; says so when it was upgraded or opened in safe mode."""
        workspace = Workspace.open(location, person=self.person)
        if workspace.backup is not None:
            say(f"The case was brought to this version; the old one is kept as {workspace.backup}.")
        if workspace.safe_mode:
            say("The case is on a network folder: it was opened in safe mode, which is slower.")
        return workspace


session = click.make_pass_decorator(Session)


@click.group(
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--as",
    "person",
    metavar="NAME",
    envvar="VERIFIER_PERSON",
    help="In whose name to work. Default: $VERIFIER_PERSON, else your name on this computer.",
)
@click.version_option(__version__, prog_name="Verifier")
@click.pass_context
def commands(context: click.Context, person: str | None) -> None:
    """Check a report line by line, rate its claims, and export a verification report to Word.

    Without a command, the window opens; `main.py CASE.vcase` opens that case in it.
    """
    context.obj = Session(person or default_person())


@commands.command(epilog=EPILOG)
@CASE
@click.option("--title", required=True, help="What the case is called.")
@click.option("--language", default="en", show_default=True, help="Language of the report: en, uk.")
@JSON
@session
def new(session: Session, case_path: str, title: str, language: str, as_json: bool) -> None:
    """Create a case. An existing file is never touched."""
    with Workspace.create(
        case_path, title=title, person=session.person, language=language
    ) as workspace:
        data = {"case": case_path, "id": workspace.case_id, "title": title, "language": language}
    show(data, as_json, f"Created {case_path}.")


@commands.command("import", epilog=EPILOG)
@CASE
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@JSON
@session
def import_(session: Session, case_path: str, files: tuple[str, ...], as_json: bool) -> None:
    """Take documents into the case: PDF, Word, HTML, Markdown, text.

    What a file is, is told by its content, not by its name's ending.
    """
    done: list[dict[str, Any]] = []
    failed = False
    with session.open(case_path) as workspace, Worker() as worker:
        for name in files:
            try:
                done.append(import_document(workspace, Path(name), worker))
            except VerifierError as error:
                failed = True
                say(f"Error: {error}")
                done.append({"file": name, "error": str(error)})
            else:
                if not as_json:
                    show_imported(done[-1])
    if as_json:
        show(done, as_json, "")
    if failed:
        raise SystemExit(1)


@commands.command(epilog=EPILOG)
@CASE
@click.argument("document")
@session
def text(session: Session, case_path: str, document: str) -> None:
    """Print a document's canonical text.

    In UTF-8, exactly as offsets count it: in Unicode code points, nothing added at the end.
    """
    with session.open(case_path) as workspace, workspace.reading() as reading:
        row = documents.document(reading, workspace.case_id, document)
        whole = documents.text(reading, row.text_layer_id)
    sys.stdout.flush()
    sys.stdout.buffer.write(whole.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


@commands.command(epilog=EPILOG)
@CASE
@click.argument("annotations_path", metavar="ANNOTATIONS.json")
@click.option("--partial", is_flag=True, help="Apply what can be located and leave out the rest.")
@JSON
@session
def annotate(
    session: Session, case_path: str, annotations_path: str, partial: bool, as_json: bool
) -> None:
    """Add claims and more from a JSON file.

    Sources, citations, ratings, attributions and matrices of competing hypotheses come with them.
    Passages are found by quote, prefix, suffix and position. Where one cannot be found it is
    listed, and nothing is applied unless --partial is given. The format: docs/annotations.md.
    """
    wanted = parse(read_bytes(Path(annotations_path)))
    with session.open(case_path) as workspace:
        plan = applying.plan(workspace, wanted, Path(annotations_path).parent)
        applied = partial or not plan.unlocated
        if applied:
            workspace.do(plan.action)
    data = {
        "applied": applied,
        "counts": dict(plan.counts) if applied else {},
        "unlocated": [asdict(passage) for passage in plan.unlocated],
        "notices": list(plan.notices),
    }
    for passage in plan.unlocated:
        say(f"Not located: {passage.claim}: “{passage.quote}” ({passage.why}).")
    for notice in plan.notices:
        say(notice)
    if applied:
        counted = ", ".join(f"{number} {name}" for name, number in plan.counts.items() if number)
        show(data, as_json, f"Applied: {counted or 'nothing new'}.")
    else:
        show(data, as_json, "Nothing was applied. --partial applies what can be located.")
    if plan.unlocated:
        raise SystemExit(1)


@commands.command("claims", epilog=EPILOG)
@CASE
@JSON
@session
def claims_(session: Session, case_path: str, as_json: bool) -> None:
    """List the claims and how they are rated.

    With ids, quotes, offsets in code points, pages, verdicts, confidence and status.
    """
    with session.open(case_path) as workspace, workspace.reading() as reading:
        names = {row.id: row for row in documents.documents(reading, workspace.case_id)}
        rows = claims.summaries(reading, workspace.case_id)
    data = [claim_data(row, names) for row in rows]
    show(data, as_json, "\n".join(claim_line(row) for row in rows) or "There are no claims yet.")


@commands.command(epilog=EPILOG)
@CASE
@click.option("-o", "--output", required=True, metavar="REPORT.docx", help="Where to write it.")
@JSON
@session
def export(session: Session, case_path: str, output: str, as_json: bool) -> None:
    """Write the verification report to a Word file."""
    with session.open(case_path) as workspace:
        export_report(workspace, Path(output))
    show({"report": output}, as_json, f"Wrote {output}.")


@commands.command(epilog=EPILOG)
@CASE
@JSON
@session
def info(session: Session, case_path: str, as_json: bool) -> None:
    """Show what the case holds.

    Title, schema version, documents, and counts of everything.
    """
    with session.open(case_path) as workspace, workspace.reading() as reading:
        row = case.case_row(reading, workspace.case_id)
        listed = documents.documents(reading, workspace.case_id)
        data: dict[str, Any] = {
            "title": row.title,
            "id": row.id,
            "language": row.language,
            "schema_version": workspace.schema_version(),
            "scales": {
                "verdict": row.verdict_scale,
                "confidence": row.confidence_scale,
                "likelihood": row.likelihood_scale,
            },
            "people": [asdict(person) for person in case.people(reading, workspace.case_id)],
            "documents": [document_data(document) for document in listed],
            "counts": case.counts(reading, workspace.case_id),
        }
    lines = [f"{row.title} ({row.language}), schema {data['schema_version']}"]
    lines += [f"  D{d.number}  {d.title}  {d.characters} characters" for d in listed]
    lines += [f"  {number:6}  {name}" for name, number in data["counts"].items()]
    show(data, as_json, "\n".join(lines))


@commands.command(epilog=EPILOG)
@CASE
@JSON
@session
def verify(session: Session, case_path: str, as_json: bool) -> None:
    """Check that all is as it was written.

    The database, the hashes of all files, every passage against its text, the audit trail, and
    that the rows are what the trail says they should be.
    """
    with session.open(case_path) as workspace:
        found = [
            {"kind": "database", "text": problem}
            for problem in database.integrity_problems(workspace.location)
        ]
        with workspace.reading() as reading:
            found += [asdict(p) for p in integrity.problems(reading, workspace.case_id)]
            counted = case.counts(reading, workspace.case_id)
    words = "\n".join(f"{problem['kind']}: {problem['text']}" for problem in found) or (
        "All is well: documents, "
        f"{counted['highlights']} passages and {counted['audit_events']} entries of the audit "
        "trail are as they were written."
    )
    show({"ok": not found, "problems": found, "counts": counted}, as_json, words)
    if found:
        raise SystemExit(1)


@commands.command("sample", epilog=EPILOG)
@click.argument("directory")
@JSON
@session
def sample_(session: Session, directory: str, as_json: bool) -> None:
    """Build and export the sample case.

    DIRECTORY is made if need be; sample.vcase and sample.docx are written into it.
    """
    _, read = read_file(sample.folder() / sample.REPORT)
    built = sample.build(Path(directory), person=session.person, read=read)
    report = built.with_suffix(".docx")
    with session.open(str(built)) as workspace:
        export_report(workspace, report)
    show({"case": str(built), "report": str(report)}, as_json, f"Built {built} and {report}.")


def import_document(workspace: Workspace, path: Path, worker: Worker) -> dict[str, Any]:
    """Read a file in a worker process and keep it; what there is to say about it."""
    with progress_of(path.name) as progress:
        data, read = read_file(path, worker=worker, progress=progress)
    action = ImportDocument(read, data, path.name)
    workspace.do(action)
    with workspace.reading() as reading:
        row = documents.document(reading, workspace.case_id, action.edition_id)
    return {"file": str(path), **document_data(row)}


def export_report(workspace: Workspace, target: Path) -> None:
    """Freeze the case and write its report."""
    with workspace.reading() as reading:
        data = report_data(reading, workspace.case_id)
    write_report(data, target, exported_at=datetime.now(UTC))


def document_data(row: DocumentRow) -> dict[str, Any]:
    """A document as JSON shows it."""
    return {
        "id": row.id,
        "number": row.number,
        "title": row.title,
        "file_name": row.file_name,
        "edition": row.edition,
        "edition_id": row.edition_id,
        "media_type": row.media_type,
        "sha256": row.sha256,
        "bytes": row.size,
        "reader": row.reader,
        "pages": row.pages,
        "characters": row.characters,
        "warnings": row.notices,
    }


def show_imported(data: dict[str, Any]) -> None:
    """A document that was imported, in words."""
    pages = "1 page" if data["pages"] == 1 else f"{data['pages']} pages"
    click.echo(f"{data['id']}  {data['file_name']}: {pages}, {data['characters']} characters")
    for words, found in warnings_by_page(data["warnings"]).items():
        where = f" (on {len(found)} pages, first {found[0]})" if len(found) > 1 else ""
        click.echo(f"  Warning{where}: {words}")


def warnings_by_page(notices: list[dict[str, Any]]) -> dict[str, list[int]]:
    """Each warning once, with the pages it holds for; one that speaks of the whole has none."""
    found: dict[str, tuple[str, list[int]]] = {}
    for notice in notices:
        key = notice["code"] if notice.get("page") else notice["text"]
        pages = found.setdefault(key, (notice["text"], []))[1]
        if notice.get("page"):
            pages.append(notice["page"])
    return dict(found.values())


def claim_data(row: ClaimSummary, names: dict[str, DocumentRow]) -> dict[str, Any]:
    """A claim as JSON shows it."""
    claim, rating = row.claim, row.assessment
    return {
        "id": claim.id,
        "label": claim.label,
        "statement": claim.statement,
        "kind": claim.kind,
        "claimant": claim.claimant,
        "date": claim.date,
        "status": claim.status,
        "verdict": rating.verdict if rating else None,
        "confidence": rating.confidence if rating else None,
        "likelihood": rating.likelihood if rating else None,
        "reason": rating.reason if rating else None,
        "rated_by": rating.person if rating else None,
        "citations": row.citations,
        "highlights": [
            {
                "id": highlight.id,
                "document": highlight.document_id,
                "document_title": names[highlight.document_id].title
                if highlight.document_id in names
                else None,
                "edition": highlight.edition_id,
                "quote": highlight.quote,
                "prefix": highlight.prefix,
                "suffix": highlight.suffix,
                "start": highlight.start,
                "stop": highlight.stop,
                "page": highlight.page,
                "anchoring": highlight.anchoring,
            }
            for highlight in row.highlights
        ],
    }


def claim_line(row: ClaimSummary) -> str:
    """A claim in one line."""
    verdict = confidence = "not rated"
    if row.assessment and row.assessment.verdict:
        verdict = scale(row.assessment.verdict_scale).level(row.assessment.verdict).label
    if row.assessment and row.assessment.confidence:
        confidence = scale(row.assessment.confidence_scale).level(row.assessment.confidence).label
    places = ", ".join(f"p. {h.page}, {h.start}–{h.stop}" for h in row.highlights) or "no passage"
    quote = row.highlights[0].quote if row.highlights else row.claim.statement
    shortened = " ".join(quote.split())
    if len(shortened) > 70:
        shortened = f"{shortened[:69]}…"
    return (
        f"{row.claim.label:>5}  {verdict}; confidence {confidence.lower()}; {row.claim.status}  "
        f"[{places}]  “{shortened}”"
    )


def read_bytes(path: Path) -> bytes:
    """A file's bytes, or words about why not."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(f"{path} cannot be read ({error.strerror}).", "Check the name.") from error


@contextmanager
def progress_of(name: str) -> Iterator[Callable[[int, int | None], None] | None]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=name, file=sys.stderr) as bar:

        def progress(done: int, total: int | None) -> None:
            bar.length = total or max(done, 1)
            bar.update(done - bar.pos)

        yield progress


def show(data: Any, as_json: bool, words: str) -> None:
    """Print data as JSON, or the words for it."""
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))
    else:
        click.echo(words)


def say(words: str) -> None:
    """Tell something beside the data: it goes to standard error."""
    click.echo(words, err=True)


def default_person() -> str:
    """The name of whoever is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "Somebody"


def main(arguments: Sequence[str]) -> int:
    """Run a command, or open the window where none is given; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        commands.main(list(arguments), prog_name="main.py", standalone_mode=False)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        say("Stopped.")
        return 1
    except VerifierError as error:
        say(f"Error: {error}")
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:
        log = write_crash(traceback.format_exc())
        say(f"Error: this is a fault in Verifier. The case is as it was. Details: {log}")
        return 1
    return 0


def write_crash(report: str) -> Path:
    """Keep a traceback where the person can find it."""
    folder = paths.user_state()
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "crash.log"
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now(UTC).isoformat()} {__version__}\n{report}\n")
    return log
