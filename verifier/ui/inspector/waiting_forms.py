"""Forms of citations that were begun and are out of sight: nothing that was written is lost.

A form waits for its claim while another one is looked at. When the case is closed its words are
kept with what the person was reading, and wait for the next time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from verifier.ui.inspector.citation_form import CitationForm

Key = tuple[str, str]
"""The ids of a claim and of the citation that is corrected; the latter empty for a new one."""
CLAIM, CITATION = "claim_id", "citation_id"


class WaitingForms:
    """What waits, by claim and citation, what was put aside last at the end."""

    def __init__(self) -> None:
        self._forms: dict[Key, CitationForm] = {}
        self._words: dict[Key, dict[str, str]] = {}
        """Of forms that were begun when the case was open before."""

    def put(self, form: CitationForm) -> None:
        """Have a form wait."""
        self._forms[(form.claim_id, form.citation_id)] = form

    def take(self, key: Key) -> CitationForm | None:
        """The form itself, where it waits."""
        return self._forms.pop(key, None)

    def has_words(self, key: Key) -> bool:
        """Whether a form was begun when the case was closed."""
        return key in self._words

    def words_of(self, key: Key) -> dict[str, str]:
        """What was written in it when the case was closed; nothing where it was not."""
        return self._words.pop(key, {})

    def keep(self, key: Key, written: Mapping[str, str]) -> None:
        """Have the words of a form wait that is gone."""
        self._words[key] = dict(written)

    def last_of(self, claim_id: str, citations: Collection[str]) -> str | None:
        """Which citation's form of a claim was begun last. What is not there any more goes."""
        own = [key for key in (*self._forms, *self._words) if key[0] == claim_id]
        for key in [key for key in own if key[1] not in citations]:
            self._words.pop(key, None)
            form = self._forms.pop(key, None)
            if form is not None:
                form.deleteLater()
        return next((key[1] for key in reversed(own) if key[1] in citations), None)

    def kept_words(self, front: CitationForm | None) -> list[dict[str, str]]:
        """What is written in all of them and in the one in front, to be kept as JSON."""
        words = dict(self._words)
        shown = (front,) if front is not None and front.is_begun else ()
        for form in (*self._forms.values(), *shown):
            words[(form.claim_id, form.citation_id)] = form.written()
        return [{CLAIM: key[0], CITATION: key[1], **written} for key, written in words.items()]

    def keep_words(self, kept: object) -> None:
        """Take what was kept; what is none of it is left out."""
        self.clear()
        for each in kept if isinstance(kept, list) else ():
            if isinstance(each, dict):
                written = {str(name): str(value) for name, value in each.items()}
                key = (written.pop(CLAIM, ""), written.pop(CITATION, ""))
                self._words[key] = written

    def clear(self) -> None:
        """Let everything go."""
        for form in self._forms.values():
            form.deleteLater()
        self._forms.clear()
        self._words.clear()
