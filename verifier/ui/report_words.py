"""Parts of the report, ways out and house rules in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

PARTS: Mapping[str, object] = {
    "cover": QT_TRANSLATE_NOOP("Words", "Cover and bottom line"),
    "contents": QT_TRANSLATE_NOOP("Words", "Table of contents"),
    "summary": QT_TRANSLATE_NOOP("Words", "Summary"),
    "claims": QT_TRANSLATE_NOOP("Words", "Table of claims"),
    "text": QT_TRANSLATE_NOOP("Words", "Text with the claims marked"),
    "cards": QT_TRANSLATE_NOOP("Words", "Card of each claim"),
    "attribution": QT_TRANSLATE_NOOP("Words", "Attribution"),
    "sources": QT_TRANSLATE_NOOP("Words", "Sources"),
    "changes": QT_TRANSLATE_NOOP("Words", "Changes since the last report"),
    "notes": QT_TRANSLATE_NOOP("Words", "Notes"),
    "method": QT_TRANSLATE_NOOP("Words", "Method and scales"),
    "audit": QT_TRANSLATE_NOOP("Words", "Audit trail"),
    "layout": QT_TRANSLATE_NOOP("Words", "Laying out the pages"),
}
FORMATS: Mapping[str, object] = {
    "report": QT_TRANSLATE_NOOP("Words", "Word report"),
    "original": QT_TRANSLATE_NOOP("Words", "Original with comments"),
    "pdf": QT_TRANSLATE_NOOP("Words", "PDF"),
    "html": QT_TRANSLATE_NOOP("Words", "Web page"),
    "csv": QT_TRANSLATE_NOOP("Words", "CSV tables"),
    "xlsx": QT_TRANSLATE_NOOP("Words", "Excel workbook"),
    "ris": QT_TRANSLATE_NOOP("Words", "References (RIS)"),
    "csl-json": QT_TRANSLATE_NOOP("Words", "References (CSL JSON)"),
    "annotations": QT_TRANSLATE_NOOP("Words", "Web annotations"),
    "claimreview": QT_TRANSLATE_NOOP("Words", "ClaimReview mark-up"),
    "qdpx": QT_TRANSLATE_NOOP("Words", "REFI-QDA project"),
    "stix": QT_TRANSLATE_NOOP("Words", "STIX 2.1 bundle"),
}
ABOUT_FORMATS: Mapping[str, object] = {
    "report": QT_TRANSLATE_NOOP(
        "Words", "The verification report for editors, with a comment at each claim."
    ),
    "original": QT_TRANSLATE_NOOP(
        "Words", "The Word file or PDF as it came, with only highlights and comments added."
    ),
    "pdf": QT_TRANSLATE_NOOP(
        "Words", "The report as a PDF, made by LibreOffice, or a PDF of the case with notes."
    ),
    "html": QT_TRANSLATE_NOOP("Words", "One page that holds everything and needs no network."),
    "csv": QT_TRANSLATE_NOOP("Words", "Claims, sources and citations, a file for each."),
    "xlsx": QT_TRANSLATE_NOOP("Words", "Claims, sources and citations, a sheet for each."),
    "ris": QT_TRANSLATE_NOOP("Words", "The sources for EndNote, Zotero and other libraries."),
    "csl-json": QT_TRANSLATE_NOOP("Words", "The sources for Zotero, Pandoc and other programs."),
    "annotations": QT_TRANSLATE_NOOP(
        "Words", "Every passage with its rating, as the W3C standard has it."
    ),
    "claimreview": QT_TRANSLATE_NOOP(
        "Words", "Mark-up for the page of your fact check, which search engines read."
    ),
    "qdpx": QT_TRANSLATE_NOOP("Words", "For ATLAS.ti, MAXQDA, NVivo and QualCoder."),
    "stix": QT_TRANSLATE_NOOP("Words", "Incident, actors and attributions for threat analysts."),
}
RULES: Mapping[str, object] = {
    "rated_as_worded": QT_TRANSLATE_NOOP("Words", "A rating is of the words as they stand now"),
    "reason": QT_TRANSLATE_NOOP("Words", "A rating has a reason"),
    "two_sources": QT_TRANSLATE_NOOP("Words", "A rating rests on two independent sources"),
    "archived_primary": QT_TRANSLATE_NOOP(
        "Words", "High confidence rests on an archived primary source"
    ),
    "cited": QT_TRANSLATE_NOOP("Words", "A verdict cites evidence"),
    "graded": QT_TRANSLATE_NOOP("Words", "Every citation is graded"),
    "likelihood_needs_confidence": QT_TRANSLATE_NOOP(
        "Words", "A likelihood comes with a confidence"
    ),
    "never_in_one_sentence": QT_TRANSLATE_NOOP(
        "Words", "Likelihood and confidence never stand in one sentence"
    ),
    "quotes_located": QT_TRANSLATE_NOOP("Words", "Quotes are found in the text of their evidence"),
}
SEVERITIES: Mapping[str, object] = {
    "off": QT_TRANSLATE_NOOP("Words", "Off"),
    "warn": QT_TRANSLATE_NOOP("Words", "Warn"),
    "block": QT_TRANSLATE_NOOP("Words", "Block"),
}
