"""The competing accounts: the matrix, how much speaks against each, and what that hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.export.draft import Draft, spread
from verifier.export.tables import TEXT_WIDTH, Cell, cell, table
from verifier.export.wml import BOLD, KEEP_NEXT, look, run
from verifier.export.wording import ITEM_KINDS, day, listed, sentence, word
from verifier.export.words import tr
from verifier.queries.ach import DECIMAL, AchRow, best, scores, sensitivity, without
from verifier.queries.attributions import AchItemRow, AchMatrix
from verifier.queries.report import ReportClaim

CELL_LOOKS = {
    "CC": ("D9F2E3", "0B564F"),
    "C": ("EDF8F1", "0B564F"),
    "N": ("", "565F6B"),
    "NA": ("", "8A94A3"),
    "I": ("FBE3D6", "841A36"),
    "II": ("F5BFC4", "841A36"),
}
MUTED = look(color="565F6B")
KEY = (
    "CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, NA not "
    "applicable. Weight: credibility and relevance, each high (H), medium (M) or low (L)."
)
Rows = Sequence[AchRow]


def matrix(draft: Draft, claim: ReportClaim, found: AchMatrix) -> None:
    """Accounts, matrix, scores and sensitivity of one claim."""
    _accounts(draft, found)
    _matrix(draft, claim, found)
    rows = [
        AchRow(
            item.id,
            dict(item.cells),
            item.credibility,
            item.relevance,
            item.dependency_group,
            item.date,
        )
        for item in found.items
    ]
    if rows:
        _scores(draft, claim, found, rows)


def _accounts(draft: Draft, found: AchMatrix) -> None:
    draft.say("Heading3", run(tr("Competing accounts")))
    for hypothesis in found.hypotheses:
        note = f" {sentence(hypothesis.note)}" if hypothesis.note else ""
        draft.say(
            "SourceEntry",
            run(hypothesis.label, BOLD)
            + "<w:r><w:tab/></w:r>"
            + run(sentence(hypothesis.text))
            + run(note, MUTED),
        )


def _matrix(draft: Draft, claim: ReportClaim, found: AchMatrix) -> None:
    if found.items:
        told = tr(
            "{matrix} sets each piece of evidence against each account; {sums} adds up what speaks "
            "against it."
        )
        tables = {"matrix": draft.to_table(), "sums": draft.to_table(2)}
        draft.say("Normal", spread(told, tables), KEEP_NEXT)
    columns = len(found.hypotheses)
    share = min(760, 3800 // max(columns, 1))
    widths = (780, TEXT_WIDTH - 780 - 1100 - share * columns, 1100, *([share] * columns))
    draft.table_caption(tr("How the evidence on {claim} fits each account", claim=claim.row.label))
    draft.put(
        table(
            widths,
            [_row(item, found) for item in found.items],
            heads=_heads(
                tr("Row"), tr("Evidence"), tr("Weight"), *(h.label for h in found.hypotheses)
            ),
            title=tr("Matrix of competing hypotheses"),
            summary=tr("One row for each piece of evidence, one column for each account.")
            + f" {tr(KEY)}",
        )
    )
    draft.say("Note", run(tr(KEY)))


def _row(item: AchItemRow, found: AchMatrix) -> list[Cell]:
    cells = dict(item.cells)
    told = [run(f"{word(ITEM_KINDS, item.kind)}{item.text}")]
    group = tr("group: {name}", name=item.dependency_group) if item.dependency_group else ""
    aside = "; ".join(filter(None, (day(item.date), group)))
    if aside:
        told.append(run(aside, MUTED))
    return [
        cell(run(item.label, BOLD)),
        cell(*told),
        cell(run(f"{tr(item.credibility)} / {tr(item.relevance)}")),
        *(_code(cells.get(hypothesis.id, "")) for hypothesis in found.hypotheses),
    ]


def _code(code: str) -> Cell:
    shade, ink = CELL_LOOKS.get(code, ("", "565F6B"))
    return Cell((run(code or "–", look(bold=bool(code), color=ink)),), shade=shade, centred=True)


def _scores(draft: Draft, claim: ReportClaim, found: AchMatrix, rows: Rows) -> None:
    """The sums by all rows, by one row a group, and without each group in turn."""
    ids = [hypothesis.id for hypothesis in found.hypotheses]
    lines = [
        (tr("All evidence"), rows, False),
        (tr("Strongest of each group only"), rows, True),
        *(
            (
                tr("Without {group}", group=group),
                without(rows, [row.id for row in rows if row.group == group]),
                False,
            )
            for group in dict.fromkeys(row.group for row in rows if row.group)
        ),
    ]
    share = min(1100, 4800 // max(len(ids), 1))
    draft.table_caption(tr("Evidence against each account of {claim}", claim=claim.row.label))
    draft.put(
        table(
            (TEXT_WIDTH - share * len(ids), *([share] * len(ids))),
            [_score_row(name, kept, ids, grouped=grouped) for name, kept, grouped in lines],
            heads=_heads(tr("Counted"), *(h.label for h in found.hypotheses)),
            title=tr("Inconsistency scores"),
            summary=tr(
                "One row for each way of counting, one column for each account. The account with "
                "the lowest figure stands best and is set in bold."
            ),
        )
    )
    draft.say("Note", run(f"{_reading()} {_sensitive(found, rows, ids)}"))


def _score_row(name: str, rows: Rows, ids: Sequence[str], *, grouped: bool) -> list[Cell]:
    found = scores(rows, ids, one_per_group=grouped)
    leaders = best(found)
    return [
        cell(run(name)),
        *(
            Cell(
                (run(f"{found[one]:.2f}" if one in found else "–", look(bold=one in leaders)),),
                shade="EDF8F1" if one in leaders else "",
                centred=True,
            )
            for one in ids
        ),
    ]


def _reading() -> str:
    return tr(
        "Sum of inconsistency (I = 1, II = 2), weighted: {weights}. Only evidence against an "
        "account counts; the account with the least stands best. Evidence that fits every account "
        "decides nothing.",
        weights=tr(DECIMAL.title).lower(),
    )


def _sensitive(found: AchMatrix, rows: Rows, ids: Sequence[str]) -> str:
    """Which single rows would change who stands best."""
    labels = {item.id: item.label for item in found.items}
    turning = [labels[one.dropped] for one in sensitivity(rows, ids) if one.changes_best]
    if not turning:
        return tr("Leaving out any single row changes nothing in who stands best.")
    return tr("Leaving out {rows} would change which account stands best.", rows=listed(turning))


def _heads(*words: str) -> list[Cell]:
    heads = [cell(run(word), style="TableHead") for word in words]
    return [heads[0]] + [
        Cell(head.lines, head.style, centred=len(words[n]) <= 3)
        for n, head in enumerate(heads[1:], start=1)
    ]
