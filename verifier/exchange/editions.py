"""Replace a document by a new edition: find its passages there, take over what is beyond doubt.

The plan is pure reading; what is decided is done by actions, in one batch that is undone in one
step. What waits for a person's decision is not stored anywhere: it is every passage of an earlier
edition that has no heir on the latest and was not left behind by somebody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from verifier.actions.base import Action, Batch
from verifier.actions.claims import Passage
from verifier.actions.editions import AcceptWording, AddEdition, ChoosePlace, InheritHighlight
from verifier.errors import Invalid
from verifier.exchange.places import NOWHERE, Places
from verifier.queries import claims, documents
from verifier.queries.claims import HighlightRow
from verifier.queries.documents import DocumentRow
from verifier.queries.editions import undecided
from verifier.states import Anchoring
from verifier.text.document import Block, ReadDocument, picture_key, pictures_of
from verifier.text.editions import Fate, Landmarks, Mark, Outcome, outcomes
from verifier.text.ranges import TextRange
from verifier.text.regions import PictureRegion
from verifier.text.selectors import PositionSelector, QuoteSelector, Selectors, describe
from verifier.workspace import Workspace

CERTAIN = {Fate.SAME: Anchoring.EXACT, Fate.MOVED: Anchoring.MOVED}


@dataclass(frozen=True)
class Found:
    """What became of one passage, and of which claim it is."""

    highlight: HighlightRow
    claim: str
    """The claim's label: C19."""
    outcome: Outcome

    @property
    def fate(self) -> Fate:
        """What became of it."""
        return self.outcome.fate


@dataclass(frozen=True)
class Plan:
    """What became of each passage of a document in another text, in the order of the old text."""

    document: DocumentRow
    text: str
    found: tuple[Found, ...]
    places: Places = field(default=NOWHERE, repr=False)
    """The pages of that text."""
    is_same_file: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """How many passages had which fate."""
        return {fate.value: sum(each.fate is fate for each in self.found) for fate in Fate}


def check_document(workspace: Workspace, document: str) -> None:
    """Stop, in words, where the case has no such document."""
    with workspace.reading() as session:
        documents.document(session, workspace.case_id, document)


def plan(
    workspace: Workspace,
    document: str,
    new_text: str,
    *,
    places: Places = NOWHERE,
    is_same_file: bool = False,
) -> Plan:
    """Look for the passages of a document's latest edition in a text that is to replace it.

    `places` are the new text's pages; `is_same_file` says that only its text is another.
    """
    with workspace.reading() as session:
        row = documents.document(session, workspace.case_id, document)
        old_text = documents.text(session, row.text_layer_id)
        pictures = pictures_of(documents.structure(session, row.text_layer_id)[0])
        rows = claims.highlights(session, workspace.case_id, edition_id=row.edition_id)
        labels = {each.id: each.label for each in claims.claim_rows(session, workspace.case_id)}
    found = _found(rows, labels, old_text, new_text)
    regions = _Regions(places, old_text, new_text, pictures, is_same_file=is_same_file)
    return Plan(row, new_text, tuple(map(regions.placed, found)), places, is_same_file)


def waiting(workspace: Workspace, document: str) -> Plan:
    """What still waits for a decision about a document's passages on its latest edition."""
    with workspace.reading() as session:
        row = documents.document(session, workspace.case_id, document)
        new_text = documents.text(session, row.text_layer_id)
        editions = {
            each.edition_id: each.text_layer_id
            for each in documents.editions(session, workspace.case_id)
            if each.id == row.id
        }
        open_ids = undecided(session, workspace.case_id, row.id, row.edition_id)
        rows = [
            each
            for edition_id in editions
            for each in claims.highlights(session, workspace.case_id, edition_id=edition_id)
            if each.id in open_ids
        ]
        labels = {each.id: each.label for each in claims.claim_rows(session, workspace.case_id)}
        with_passages = {each.edition_id for each in rows}
        texts = {one: documents.text(session, editions[one]) for one in with_passages}
        pictures = {
            one: pictures_of(documents.structure(session, editions[one])[0])
            for one in with_passages
        }
    places = Places.of_layer(workspace, row.text_layer_id)
    found: list[Found] = []
    for edition_id, text in texts.items():
        regions = _Regions(places, text, new_text, pictures[edition_id])
        own = [each for each in rows if each.edition_id == edition_id]
        found += map(regions.placed, _found(own, labels, text, new_text))
    return Plan(row, new_text, tuple(found), places)


def replacing(
    plan: Plan, read: ReadDocument, data: bytes, file_name: str, *, accept_changed: bool = False
) -> tuple[Batch, AddEdition]:
    """The batch that adds the edition and takes over what is certain, and the edition's action."""
    adding = AddEdition(plan.document.id, read, data, file_name, reread=plan.is_same_file)
    actions: list[Action] = [adding]
    for each in plan.found:
        if each.fate in CERTAIN:
            actions.append(_inherit(plan, each, adding.id))
        elif each.fate is Fate.CHANGED and accept_changed:
            actions.append(accept(plan, each, edition_id=adding.id))
    return Batch("replace document", tuple(actions)), adding


def accept(plan: Plan, each: Found, *, edition_id: str | None = None) -> AcceptWording:
    """The decision that the changed words are the passage."""
    if each.outcome.new is None:
        raise Invalid("There are no changed words to accept.", "Choose a place, or leave it.")
    found = _passage(plan, each, each.outcome.new, edition_id or plan.document.edition_id)
    return AcceptWording(each.highlight.id, found)


def take_over(plan: Plan, each: Found) -> Action:
    """The decision that an unchanged passage is the same one (an undecided one, later)."""
    return _inherit(plan, each, plan.document.edition_id)


def choose(plan: Plan, each: Found, place: TextRange) -> ChoosePlace:
    """The decision for one of several places."""
    chosen = _passage(plan, each, place, plan.document.edition_id)
    return ChoosePlace(each.highlight.id, chosen)


def _passage(plan: Plan, each: Found, where: TextRange, edition_id: str) -> Passage:
    """A place of the new text as a highlight remembers it."""
    region = each.highlight.region
    if isinstance(region, PictureRegion):
        return _picture_passage(plan, region, where, edition_id)
    if region is not None:
        drawn = (region.as_rectangle,)
        return Passage(edition_id, where, "", rectangles=drawn, page=region.page)
    quote = describe(plan.text, where).quote
    rectangles = plan.places.rectangles(where)
    return Passage(edition_id, where, quote.quote, quote.prefix, quote.suffix, rectangles)


def _picture_passage(
    plan: Plan, region: PictureRegion, where: TextRange, edition_id: str
) -> Passage:
    """The same part of the same picture where that stands in the new text."""
    number = next(
        number
        for number, block in enumerate(plan.places.pictures, 1)
        if block.start == where.start and block.picture_sha256 == region.picture
    )
    around = describe(plan.text, where).quote
    drawn = (replace(region, number=number).as_rectangle,)
    return Passage(
        edition_id, where, "", around.prefix, around.suffix, drawn, picture=region.picture
    )


def _inherit(plan: Plan, each: Found, edition_id: str) -> InheritHighlight:
    if each.outcome.new is None:
        raise Invalid("This passage was not found.", "Choose a place, or leave it.")
    heir = _passage(plan, each, each.outcome.new, edition_id)
    return InheritHighlight(each.highlight.id, replace(heir, anchoring=CERTAIN[each.fate]))


class _Regions:
    """Regions have no words to look for: in the same file they stand where they stood.

    In another file that has the page, a person must see whether the rectangle still holds what was
    meant: they count as changed. Where the page is gone, so is the region.

    A picture in a text is found again by its bytes: where it stands in one place, so does the
    region; where there are or were several of it, in the one place with the same surroundings, and
    else a person says which. A picture with other bytes is another one, however alike it looks.
    """

    def __init__(
        self,
        places: Places,
        old: str,
        new: str,
        old_pictures: Sequence[Block],
        *,
        is_same_file: bool = False,
    ) -> None:
        self._places = places
        self._old, self._new = old, new
        self._old_pictures = old_pictures
        self._fate = Fate.SAME if is_same_file else Fate.CHANGED

    def placed(self, found: Found) -> Found:
        """What became of a passage, if it is a region; any other as it is."""
        region = found.highlight.region
        if region is None:
            return found
        words = found.highlight.words
        if isinstance(region, PictureRegion):
            return replace(found, outcome=self._picture(found, region))
        page = self._places.page(region.page)
        outcome = replace(found.outcome, old_words=words)
        if page is not None:
            here = TextRange(page.start, page.start)
            outcome = replace(outcome, fate=self._fate, new=here, new_words=words)
        return replace(found, outcome=outcome)

    @cached_property
    def _landmarks(self) -> Landmarks:
        return Landmarks(self._old, self._new)

    def _picture(self, found: Found, region: PictureRegion) -> Outcome:
        """What became of the picture that a region is one of."""
        words, highlight = found.highlight.words, found.highlight
        lost = replace(found.outcome, fate=Fate.GONE, old_words=words)
        same = (b.start for b in self._places.pictures if b.picture_sha256 == region.picture)
        starts = list(dict.fromkeys(same))
        if not starts:
            return lost
        candidates = tuple(TextRange(start, start) for start in starts)
        around = [start for start in starts if self._stands_between(highlight, start)]
        certain = around if len(starts) > 1 or self._stood_often(region) else starts
        if len(certain) != 1:
            return replace(lost, fate=Fate.AMBIGUOUS, candidates=candidates)
        (start,) = certain
        in_order = self._landmarks.same_place(highlight.start, start)
        fate = Fate.SAME if in_order else Fate.MOVED
        here = TextRange(start, start)
        return replace(lost, fate=fate, new=here, new_words=words, score=1.0, candidates=candidates)

    def _stood_often(self, region: PictureRegion) -> bool:
        """Whether the old text had the picture more than once."""
        own = self._old_pictures[region.number - 1 : region.number]
        keys = {picture_key(block.data) for block in own}
        places = [
            block
            for block in self._old_pictures
            if block.picture_sha256 == region.picture or picture_key(block.data) in keys
        ]
        return len(places) > 1

    def _stands_between(self, highlight: HighlightRow, start: int) -> bool:
        """Whether the new text says around a place what the old one said around the picture."""
        before, after = highlight.prefix, highlight.suffix
        return self._new.endswith(before, 0, start) and self._new.startswith(after, start)


def _found(
    rows: Iterable[HighlightRow], labels: Mapping[str, str], old: str, new: str
) -> tuple[Found, ...]:
    known = list(rows)
    marks = [Mark(row.id, _selectors(row), row.range) for row in known]
    return tuple(
        Found(row, labels.get(row.claim_id, ""), outcome)
        for row, outcome in zip(known, outcomes(old, new, marks), strict=True)
    )


def _selectors(row: HighlightRow) -> Selectors:
    return Selectors(
        QuoteSelector(row.quote, row.prefix, row.suffix), PositionSelector(row.start, row.stop)
    )
