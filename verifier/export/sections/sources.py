"""The sources: how they are graded, and a numbered list with links and archived copies."""

from __future__ import annotations

from verifier.export import palette
from verifier.export.draft import Draft, source_bookmark, spread
from verifier.export.references import accessed, captured_items
from verifier.export.tables import TEXT_WIDTH, Cell, cell, table
from verifier.export.wml import BOLD, KEEP_NEXT, look, run
from verifier.export.wording import address, is_web, sentence, source_title
from verifier.export.words import tr
from verifier.queries.evidence import SourceRow
from verifier.references.csl import URL, item_of
from verifier.references.formatting import Piece, references
from verifier.states import Basis

FIRST_COLUMN = 2300
NARROW = 1000
SMALL = look(color="565F6B", size=9)
"""What is said of a source below its reference."""
Reference = tuple[Piece, ...]
CLOSED = frozenset(".!?…)")
"""What a reference may end with; where it ends otherwise, a full stop is added."""
GRID = ("D9F2E3", "E9F4EC", "F6F3DC", "FBEBD7", "F8DEDD")
"""From the best corner to the worst, by how far a cell lies from it."""


def sources(draft: Draft) -> None:
    """The part."""
    draft.heading(tr("Sources"), "sources", page_break=True)
    if not draft.data.sources:
        draft.say("Normal", run(tr("No source has been entered yet.")))
        return
    graded = [s for s in draft.index.list if s.reliability or s.credibility]
    if graded:
        _grid(draft, graded)
    draft.heading(tr("List of sources"), "source_list", level=2)
    for source, reference in zip(draft.index.list, _references(draft), strict=True):
        _entry(draft, source, reference)


def _grid(draft: Draft, graded: list[SourceRow]) -> None:
    """The Admiralty grid as a table: reliability down, credibility across."""
    reliability = palette.known_scale(palette.RELIABILITY)
    credibility = palette.known_scale(palette.CREDIBILITY)
    if reliability is None or credibility is None:
        return
    places: dict[tuple[str, str], list[SourceRow]] = {}
    for source in graded:
        places.setdefault((source.reliability, source.credibility), []).append(source)
    told = tr("{table} sorts the sources by how reliable they are and how credible their word is.")
    draft.say("Normal", spread(told, {"table": draft.to_table()}), KEEP_NEXT)
    draft.table_caption(tr("Sources by Admiralty grade"))
    held = [len([s for s in graded if s.credibility == level.code]) for level in credibility.levels]
    widths = _columns(held)
    small = look(bold=True, color="FFFFFF", size=7)
    heads = [cell(run(tr("Reliability")), style="TableHead")] + [
        Cell((run(level.code), run(tr(level.label), small)), style="TableHead", centred=True)
        for level in credibility.levels
    ]
    rows = [
        [
            cell(run(level.code, BOLD) + run(f"  {tr(level.label)}")),
            *(
                _place(draft, places.get((level.code, other.code), []), level.rank, other.rank)
                for other in credibility.levels
            ),
        ]
        for level in reliability.levels
    ]
    draft.put(
        table(
            (FIRST_COLUMN, *widths),
            rows,
            heads=heads,
            title=tr("Sources by Admiralty grade"),
            summary=tr(
                "Rows A to F: reliability of the source. Columns 1 to 6: credibility of the "
                "information. Each cell names the sources with that grade."
            ),
        )
    )
    draft.say("TextGap", "")


def _columns(held: list[int]) -> list[int]:
    """Columns wide as they are full, none too narrow for its heading."""
    room = TEXT_WIDTH - FIRST_COLUMN - NARROW * len(held)
    total = sum(held) or 1
    return [NARROW + room * number // total for number in held]


def _place(draft: Draft, found: list[SourceRow], down: int | None, across: int | None) -> Cell:
    if not found:
        return Cell((run("–", look(color="8A94A3")),), centred=True)
    plain = look(size=8.5, color="1F2328")
    words = run(", ").join(draft.to_source(source, plain) for source in found)
    shade = "E6E9EE"
    if down is not None and across is not None:
        shade = GRID[max(5 - down, 5 - across)]
    return Cell((words,), style="TableSmall", shade=shade, centred=True)


def _entry(draft: Draft, source: SourceRow, reference: Reference) -> None:
    label = run(draft.index.source_label(source), look(bold=True, color="1F3A5F"))
    number = draft.index.source_number(source)
    said = [_grade(source), _group(source), _memory(source), _used(draft, source)]
    draft.say(
        "SourceEntry",
        draft.marked(source_bookmark(number), label)
        + "<w:r><w:tab/></w:r>"
        + _reference(draft, source, reference)
        + _archived(draft, source)
        + "<w:r><w:br/></w:r>"
        + run(" ", SMALL).join(filter(None, said)),
    )


def _references(draft: Draft) -> list[Reference]:
    """Every source in the words of the chosen citation style, with the day it was captured."""
    captured = captured_items(draft.data)
    items = [
        {**item_of(source), "accessed": accessed(captured.get(source.id))}
        for source in draft.index.list
    ]
    return list(references(items, draft.language, draft.settings.citation_style))


def _reference(draft: Draft, source: SourceRow, reference: Reference) -> str:
    """The reference with its address as a link; a source that says nothing has its label only."""
    if not reference:
        return run(sentence(source_title(source)))
    written = []
    for piece in reference:
        properties = look(bold=piece.bold, italic=piece.italic, raised=piece.raised)
        at = 0
        for found in URL.finditer(piece.words):
            written.append(run(piece.words[at : found.start()], properties))
            written.append(draft.web(found.group(), _printed(draft, found.group())))
            at = found.end()
        written.append(run(piece.words[at:], properties))
    whole = "".join(piece.words for piece in reference)
    closed = whole.rstrip()[-1:] in CLOSED
    return "".join(written) + ("" if closed else run("."))


def _printed(draft: Draft, url: str) -> str:
    """The house's own style shortens long addresses; others print them whole."""
    return url if draft.settings.citation_style else address(url)


def _archived(draft: Draft, source: SourceRow) -> str:
    if not is_web(source.archive_url):
        return ""
    return run(" ") + draft.web(source.archive_url, tr("Archived copy")) + run(".")


def _group(source: SourceRow) -> str:
    group = source.independence_group
    return run(tr("Shares its origin with others: {group}.", group=group), SMALL) if group else ""


def _memory(source: SourceRow) -> str:
    if source.basis != Basis.FROM_MEMORY:
        return ""
    return run(tr("Cited from memory, still to be looked up."), SMALL)


def _grade(source: SourceRow) -> str:
    if not source.reliability and not source.credibility:
        return run(tr("Not graded."), SMALL)
    words = palette.grade_in_words(source.reliability, source.credibility)
    why = f" {sentence(source.reliability_reason)}" if source.reliability_reason else ""
    grade = palette.grade(source.reliability, source.credibility)
    return (
        run(tr("Grade "), SMALL)
        + run(grade, look(bold=True, size=9))
        + run(f": {words}.{why}", SMALL)
    )


def _used(draft: Draft, source: SourceRow) -> str:
    used = draft.index.uses.get(source.id, ())
    if not used:
        return ""
    link = look(style="Hyperlink", color="0B5394", size=9)
    named = run(", ", SMALL).join(draft.to_claim(claim, link) for claim in used)
    return run(tr("Used for "), SMALL) + named + run(".", SMALL)
