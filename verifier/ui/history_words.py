"""What the history of the case tells, as sentences in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from verifier.queries.history import FieldChange, HistoryEntry, HistoryLine
from verifier.ui.told import history_word
from verifier.ui.words import KINDS, STANCES, STATUSES, WORTHS, word

DEEDS: Mapping[str, object] = {
    "added": QT_TRANSLATE_NOOP("HistoryWords", "added %1"),
    "revised": QT_TRANSLATE_NOOP("HistoryWords", "revised %1"),
    "changed": QT_TRANSLATE_NOOP("HistoryWords", "changed %1"),
    "withdrew": QT_TRANSLATE_NOOP("HistoryWords", "withdrew %1"),
    "restored": QT_TRANSLATE_NOOP("HistoryWords", "restored %1"),
    "moved": QT_TRANSLATE_NOOP("HistoryWords", "moved %1"),
}
NOUNS: Mapping[str, object] = {
    "claim": QT_TRANSLATE_NOOP("HistoryWords", "claim"),
    "passage": QT_TRANSLATE_NOOP("HistoryWords", "passage"),
    "citation": QT_TRANSLATE_NOOP("HistoryWords", "citation"),
    "rating": QT_TRANSLATE_NOOP("HistoryWords", "rating"),
    "comment": QT_TRANSLATE_NOOP("HistoryWords", "comment"),
    "review": QT_TRANSLATE_NOOP("HistoryWords", "review"),
    "attribution": QT_TRANSLATE_NOOP("HistoryWords", "attribution"),
    "hypothesis": QT_TRANSLATE_NOOP("HistoryWords", "hypothesis"),
    "matrix row": QT_TRANSLATE_NOOP("HistoryWords", "matrix row"),
    "matrix cell": QT_TRANSLATE_NOOP("HistoryWords", "matrix cell"),
    "relation": QT_TRANSLATE_NOOP("HistoryWords", "relation"),
    "case": QT_TRANSLATE_NOOP("HistoryWords", "case"),
    "person": QT_TRANSLATE_NOOP("HistoryWords", "person"),
    "document": QT_TRANSLATE_NOOP("HistoryWords", "document"),
    "edition": QT_TRANSLATE_NOOP("HistoryWords", "edition"),
    "source": QT_TRANSLATE_NOOP("HistoryWords", "source"),
    "evidence": QT_TRANSLATE_NOOP("HistoryWords", "evidence"),
    "custody entry": QT_TRANSLATE_NOOP("HistoryWords", "custody entry"),
    "incident": QT_TRANSLATE_NOOP("HistoryWords", "incident"),
    "proposed change": QT_TRANSLATE_NOOP("HistoryWords", "proposed change"),
    "report": QT_TRANSLATE_NOOP("HistoryWords", "report"),
}
VALUES: Mapping[str, Mapping[str, object]] = {
    "status": STATUSES,
    "kind": KINDS,
    "stance": STANCES,
    "worth": WORTHS,
}
LINES = 3
"""Of a step of many, as many are told; of the others only how many."""
CONTEXT = "HistoryWords"


def _tr(vocabulary: Mapping[str, object], code: str) -> str:
    known = vocabulary.get(code)
    return QCoreApplication.translate(CONTEXT, str(known)) if known is not None else code


def deed(line: HistoryLine) -> str:
    """What was done to what: "changed claim C3"."""
    what = f"{_tr(NOUNS, line.noun)} {line.subject}".strip()
    return _tr(DEEDS, line.deed).replace("%1", what)


def change(each: FieldChange) -> str:
    """One field, from what to what."""
    name = history_word(each.field)
    old, new = (_value(each.field, text) for text in (each.old, each.new))
    if not old:
        return f"{name}: {new}"
    nothing = QCoreApplication.translate("HistoryWords", "nothing")
    return f"{name}: {old} → {new or nothing}"


def _value(field: str, text: str) -> str:
    vocabulary = VALUES.get(field) if text else None
    code = text.replace(" ", "_")
    return word(vocabulary, code) if vocabulary is not None and code in vocabulary else text


def deeds(entry: HistoryEntry) -> str:
    """What a step did, in words."""
    told = list(dict.fromkeys(deed(line) for line in entry.lines))
    more = len(told) - LINES
    said = ", ".join(told[:LINES])
    if more > 0:
        words = QCoreApplication.translate("HistoryWords", "%1 and %2 more")
        said = words.replace("%1", said).replace("%2", str(more))
    if entry.verb == "Undo":
        undone = QCoreApplication.translate("HistoryWords", "undo or redo: %1")
        return undone.replace("%1", said)
    return said


def everything(entry: HistoryEntry) -> str:
    """All that a step did, for who looks for a word of it."""
    parts = [f"{deed(line)} {' '.join(map(change, line.changes))}" for line in entry.lines]
    return " ".join((entry.person, *parts, entry.why)).casefold()


def changes(entry: HistoryEntry) -> str:
    """From what to what."""
    return "; ".join(change(each) for line in entry.lines[:LINES] for each in line.changes)
