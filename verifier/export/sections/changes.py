"""What changed since the last report that was given out: verdicts, confidence, words, claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from verifier.export import palette
from verifier.export.draft import Draft
from verifier.export.frozen import frozen
from verifier.export.tables import TEXT_WIDTH, Cell, cell, table
from verifier.export.wml import look, run
from verifier.export.wording import count, moment, shorten
from verifier.export.words import tr

WIDTHS = (900, 2000, (TEXT_WIDTH - 2900) // 2, TEXT_WIDTH - 2900 - (TEXT_WIDTH - 2900) // 2)
Kept = Mapping[str, Any]


def changes(draft: Draft) -> None:
    """The part; nothing where no report was given out before."""
    last = draft.data.previous
    if last is None:
        return
    draft.heading(tr("Changes since the last report"), "changes", page_break=True)
    told = tr("Compared with “{file}” of {day}.", file=last.file_name, day=moment(last.at))
    by = tr(" It was given out by {person}.", person=last.person) if last.person else ""
    draft.say("Normal", run(f"{told}{by}"))
    before = {claim["id"]: claim for claim in last.data.get("claims", ())}
    rows = list(_rows(draft, before))
    if not rows:
        draft.say("Normal", run(tr("No claim was added, withdrawn, reworded or rated otherwise.")))
        return
    draft.table_caption(tr("Claims that changed"))
    names = (tr("Claim"), tr("What"), tr("Then"), tr("Now"))
    heads = [cell(run(words), style="TableHead") for words in names]
    draft.put(
        table(
            WIDTHS,
            rows,
            heads=heads,
            title=tr("Changes since the last report"),
            summary=tr(
                "One row for each change: the claim, what changed, how it was and how it is."
            ),
        )
    )
    draft.say("TextGap", "")


def _rows(draft: Draft, before: Mapping[str, Kept]) -> Iterator[list[Cell]]:
    now = {claim["id"]: claim for claim in frozen(draft.data)["claims"]}
    for claim in draft.data.claims:
        label = cell(draft.to_claim(claim))
        then, current = before.get(claim.row.id), now[claim.row.id]
        if then is None:
            yield [label, cell(run(tr("New claim"))), _plain(""), _verdict(draft, current)]
            continue
        yield from ([label, *row] for row in _differences(draft, then, current))
    for claim_id, then in before.items():
        if claim_id not in now:
            told = shorten(str(then.get("statement", "")), 160)
            label = cell(run(f"C{then.get('number', '')}"))
            yield [label, cell(run(tr("No longer shown"))), cell(run(told)), _plain("")]


def _differences(draft: Draft, then: Kept, now: Kept) -> Iterator[list[Cell]]:
    """Each field that differs. What an older report did not keep is not compared."""

    def differs(name: str) -> bool:
        return name in then and then[name] != now[name]

    if differs("verdict"):
        yield [cell(run(tr("Verdict"))), _verdict(draft, then), _verdict(draft, now)]
    for name, words in (("confidence", palette.label), ("likelihood", palette.likelihood)):
        if differs(name):
            told = [words(str(one.get(f"{name}_scale", "")), str(one[name])) for one in (then, now)]
            yield [cell(run(tr(name.capitalize()))), *map(_plain, told)]
    for name, title in (("statement", tr("Wording")), ("correction", tr("Correction"))):
        if differs(name):
            told = [shorten(str(one[name]), 200) for one in (then, now)]
            yield [cell(run(title)), *map(_plain, told)]
    if differs("sources"):
        told = [count(len(one["sources"]), "source") for one in (then, now)]
        yield [cell(run(tr("Sources"))), *map(_plain, told)]


def _plain(words: str) -> Cell:
    return cell(run(words) if words else run("–", look(color="565F6B")))


def _verdict(draft: Draft, kept: Kept) -> Cell:
    scale = str(kept.get("verdict_scale") or draft.data.case.verdict_scale)
    verdict = palette.verdict(scale, str(kept.get("verdict", "")))
    return cell(
        run(verdict.name, look(bold=True, color=verdict.ink)), shade=verdict.chip, bar=verdict.line
    )
