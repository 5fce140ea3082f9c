"""One HTML page with everything a reader needs: no script, no picture, no font, nothing fetched.

It can be read, searched and printed anywhere, follows the system's light or dark look, and says
by sign, word and line pattern what it says by colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape

from verifier.export import palette
from verifier.export.draft import shown_highlights
from verifier.export.html_marked import MarkedText
from verifier.export.marked import paragraphs
from verifier.export.passages import edition_of, place_of
from verifier.export.wording import (
    STATUSES,
    count,
    day,
    evidence_title,
    is_web,
    moment,
    source_title,
    stance,
    word,
)
from verifier.export.words import language_of, speaking, tr
from verifier.queries.claims import AssessmentRow, HighlightRow
from verifier.queries.evidence import CitationRow, SourceRow
from verifier.queries.report import ReportClaim, ReportData, ReportDocument
from verifier.scales import Look

_LINES = {
    "solid": "solid",
    "double": "double",
    "dashed": "dashed",
    "dotted": "dotted",
    "wavy": "wavy",
    "dash-dot": "dashed",
    "dash-dot-dot": "dotted",
    "double-dashed": "double",
    "dotted-wide": "dotted",
    "double-wavy": "wavy",
}
_STYLE = """
:root{color-scheme:light dark;--ink:#1f2328;--muted:#565f6b;--paper:#fff;--panel:#f5f7f9;
--rule:#d5dae0;--navy:#1f3a5f;--link:#0b5394}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--muted:#a9b3bf;--paper:#14181d;
--panel:#1d232a;--rule:#3a434d;--navy:#b7cdea;--link:#8ebcf0}}
*{box-sizing:border-box}html{font-size:106%}
body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:54rem;background:var(--paper);
color:var(--ink);font-family:Calibri,Carlito,"Segoe UI",system-ui,sans-serif;line-height:1.5}
h1,h2,h3{color:var(--navy);line-height:1.2;text-wrap:balance}h1{font-size:2rem;margin:.5rem 0}
h2{margin-top:3rem;border-bottom:1px solid var(--rule);padding-bottom:.3rem}
h3{margin:0 0 .5rem;font-size:1.1rem}a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.muted{color:var(--muted)}.text{font-family:Cambria,Caladea,Georgia,serif;font-size:1.08rem}
.text p{margin:0 0 .8rem;overflow-wrap:anywhere}
mark{color:inherit;text-decoration-line:underline;text-decoration-thickness:2px;
text-underline-offset:3px;border-radius:2px}
.tag{font-family:Calibri,Carlito,sans-serif;font-size:.75em;font-weight:700;white-space:nowrap;
text-decoration:none;padding:0 .25em}
.chip{display:inline-block;padding:.05rem .6rem;border-radius:1rem;font-weight:700}
table{border-collapse:collapse;width:100%;font-size:.93rem}.scroll{overflow-x:auto}
caption{text-align:left;font-weight:700;padding:.5rem 0;color:var(--muted)}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--rule)}
thead th{background:var(--panel)}
article{border:1px solid var(--rule);border-left-width:.5rem;border-radius:.4rem;
padding:1rem 1.25rem;margin:1rem 0;break-inside:avoid}
blockquote{margin:.6rem 0;padding-left:.9rem;border-left:3px solid var(--rule);
font-family:Cambria,Caladea,Georgia,serif}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .9rem;margin:.6rem 0}
dt{color:var(--muted)}dd{margin:0}ul,ol{padding-left:1.4rem}li{margin:.25rem 0}
:target{scroll-margin-top:1rem;outline:3px solid var(--link);outline-offset:4px}
@media print{body{max-width:none;padding:0}a{color:inherit}}
"""


def html_page(data: ReportData, exported_at: datetime, language: str = "") -> bytes:
    """The page, UTF-8, in the language that is chosen or the case's."""
    spoken = language_of(language, data.case.language)
    with speaking(spoken):
        return _Page(data, exported_at).html(spoken).encode("utf-8", "replace")


class _Page:
    def __init__(self, data: ReportData, exported_at: datetime) -> None:
        self._data = data
        self._at = exported_at
        self._claims = {claim.row.id: claim for claim in data.claims}
        self._items = {item.id: item for item in data.evidence}
        self._sources = {source.id: source for source in data.sources}
        self._labels = {
            source.id: source.label or f"S{number}" for number, source in enumerate(data.sources, 1)
        }
        self._looks: dict[str, str] = {}
        """Look -> name of its class, filled while the page is written."""

    def html(self, language: str) -> str:
        """The whole page; the styles come last, when it is known which verdicts there are."""
        case = self._data.case
        body = "".join(self._body())
        style = _STYLE + "".join(self._looks.values())
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n'
            '<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="generator" content="Verifier">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "style-src 'unsafe-inline'\">\n"
            f"<title>{escape(case.title)}</title>\n<style>{style}</style>\n</head>\n"
            f'<body>\n<a class="skip" href="#main">{_tr("Skip to the claims")}</a>\n'
            f"{body}</body>\n</html>\n"
        )

    def _body(self) -> Iterator[str]:
        case = self._data.case
        told = tr("Verification report, exported on {day}.", day=moment(self._at))
        yield f"<header><h1>{escape(case.title)}</h1>\n<p class=muted>{escape(told)}</p>\n"
        yield f"<p>{escape(case.description)}</p></header>\n" if case.description else "</header>\n"
        yield f'<main id="main">\n{self._overview()}'
        for document in self._data.documents:
            yield self._document(document)
        yield (
            '<section aria-labelledby="cards"><h2 id="cards">'
            + _tr("Each claim in turn")
            + "</h2>\n"
        )
        yield from (self._card(claim) for claim in self._data.claims)
        yield f"</section>\n{self._attributions()}{self._source_list()}</main>\n"

    def _overview(self) -> str:
        rows = "".join(
            f'<tr><th scope="row"><a href="#claim-{claim.row.number}">{claim.row.label}</a></th>'
            f"<td>{escape(claim.row.statement)}</td><td>{self._chip(claim)}</td>"
            f"<td>{escape(self._confidence(claim.assessment))}</td></tr>\n"
            for claim in self._data.claims
        )
        return (
            '<section aria-labelledby="claims"><h2 id="claims">'
            f"{_tr('Claims at a glance')}</h2>\n<p>{self._counts()}</p>\n"
            f'<div class="scroll" tabindex="0" role="region" aria-label="{_tr("Claims")}"><table>\n'
            f"<caption>{escape(count(len(self._data.claims), 'claim', capital=True))}</caption>\n"
            f"{_heads(tr('No.'), tr('Claim'), tr('Verdict'), tr('Confidence'))}"
            f"<tbody>\n{rows}</tbody></table></div></section>\n"
        )

    def _counts(self) -> str:
        """How many claims got which verdict, those that were given."""
        found: dict[str, list[ReportClaim]] = {}
        for claim in self._data.claims:
            found.setdefault(self._verdict(claim)[0].name, []).append(claim)
        return " ".join(
            f'<span class="chip {self._verdict(claims[0])[1]}">{len(claims)} {escape(name)}</span>'
            for name, claims in sorted(found.items(), key=lambda each: -len(each[1]))
        )

    def _verdict(self, claim: ReportClaim) -> tuple[palette.Verdict, str]:
        """The verdict, and the class of its look."""
        row = claim.assessment
        scale = (row.verdict_scale or self._data.case.verdict_scale) if row else ""
        code = row.verdict if row else ""
        level = palette.known_level(scale, code) if code else None
        look = (level.look if level else None) or palette.UNRATED
        name = f"v-{scale}-{code}" if level else "v-unrated"
        self._looks.setdefault(name, _look_style(name, look))
        return palette.verdict(scale, code), name

    def _chip(self, claim: ReportClaim) -> str:
        verdict, name = self._verdict(claim)
        return f'<span class="chip {name}">{escape(verdict.name)}</span>'

    def _confidence(self, row: AssessmentRow | None) -> str:
        if row is None:
            return ""
        return palette.label(
            row.confidence_scale or self._data.case.confidence_scale, row.confidence
        )

    def _document(self, document: ReportDocument) -> str:
        row = document.row
        title = row.title or row.file_name
        about = ", ".join(filter(None, (row.author, row.publisher, day(row.published))))
        link = f' <a href="{escape(row.url)}">{_tr("Original")}</a>' if is_web(row.url) else ""
        language = f' lang="{escape(row.language)}"' if row.language else ""
        marked = MarkedText(document.text, self._marks(document), self._data.running)
        text = "".join(
            f'<p dir="auto">{marked.paragraph(piece)}</p>\n'
            for piece in paragraphs(document.text, document.blocks)
            if piece.number
        )
        anchor = f"document-{row.number}"
        return (
            f'<section aria-labelledby="{anchor}"><h2 id="{anchor}">{escape(title)}</h2>\n'
            f"<p class=muted>{escape(about)}{link} {_tr('SHA-256 of the file:')} "
            f'<code style="overflow-wrap:anywhere">{row.sha256}</code></p>\n'
            f'<div class="text"{language}>\n{text}</div></section>\n'
        )

    def _marks(self, document: ReportDocument) -> list[tuple[HighlightRow, str, str]]:
        """Passages with the class of their look and the tag that leads to the card."""
        found = []
        for highlight in shown_highlights(document):
            claim = self._claims.get(highlight.claim_id)
            if claim is None:
                continue
            verdict, name = self._verdict(claim)
            tag = (
                f'<a class="tag" href="#claim-{claim.row.number}" '
                f'aria-label="{claim.row.label}, {escape(verdict.label)}">'
                f"[{claim.row.label}\u00a0{escape(verdict.sign)}]</a>"
            )
            found.append((highlight, name, tag))
        return found

    def _card(self, claim: ReportClaim) -> str:
        row = claim.row
        _, name = self._verdict(claim)
        title = f"title-{row.number}"
        quote = "".join(
            f"<blockquote>{escape(self._data.words(h))}</blockquote>{self._place(h)}"
            for h in claim.highlights[:1]
        )
        return (
            f'<article id="claim-{row.number}" class="{name}-edge" aria-labelledby="{title}">'
            f'<h3 id="{title}">{row.label}. {escape(row.statement)}</h3>{quote}'
            f"<p>{self._chip(claim)}</p>{_facts(self._facts(claim))}{self._rating(claim)}"
            f"{self._evidence(claim)}</article>\n"
        )

    def _place(self, highlight: HighlightRow) -> str:
        """Where the words stand that are quoted above; of a region they say so themselves."""
        is_region = not highlight.quote
        told = edition_of(highlight, is_earlier=self._data.is_earlier(highlight))
        told = told if is_region else place_of(self._data, highlight)
        return f"<p class=muted>{escape(told)}</p>" if told else ""

    def _facts(self, claim: ReportClaim) -> Iterator[tuple[str, str]]:
        row, rating, case = claim.row, claim.assessment, self._data.case
        yield tr("Confidence"), self._confidence(rating)
        if rating and rating.likelihood:
            scale = rating.likelihood_scale or case.likelihood_scale
            yield tr("Likelihood"), palette.likelihood(scale, rating.likelihood)
        yield tr("Claimed by"), row.claimant
        yield tr("Date"), day(row.date)
        yield tr("Status"), word({str(k): v for k, v in STATUSES.items()}, row.status)
        yield tr("Checked by"), rating.person if rating else ""

    def _rating(self, claim: ReportClaim) -> str:
        rating = claim.assessment
        if rating is None:
            return ""
        reason = f"<p>{escape(rating.reason)}</p>" if rating.reason else ""
        findings = _listed(escape(finding) for finding in rating.findings)
        correction = (
            f"<p><strong>{_tr('Should read: ')}</strong>{escape(rating.correction)}</p>"
            if rating.correction
            else ""
        )
        reopened = (
            f"<p><strong>{_tr('Reopened')}.</strong> {escape(rating.reopened_because)}</p>"
            if rating.reopened_because
            else ""
        )
        return reason + findings + correction + reopened

    def _evidence(self, claim: ReportClaim) -> str:
        if not claim.citations:
            return f"<p class=muted>{_tr('No evidence has been cited for this claim.')}</p>"
        return f"<h4>{_tr('Evidence')}</h4>{_listed(self._citation(c) for c in claim.citations)}"

    def _citation(self, citation: CitationRow) -> str:
        item = self._items.get(citation.evidence_id)
        source = self._sources.get(citation.source_id or "")
        title = escape(evidence_title(item, source))
        if source is not None:
            label = escape(self._labels[source.id])
            title = f'<a href="#source-{label}">{label}</a> {title}'
        elif item is not None and is_web(item.url):
            title = f'<a href="{escape(item.url)}">{title}</a>'
        grade = palette.grade(
            source.reliability if source else "",
            citation.credibility or (source.credibility if source else ""),
        )
        quote = (
            f"<blockquote>{escape(self._data.said(citation))}</blockquote>"
            if citation.quote
            else ""
        )
        note = f" {escape(citation.note)}" if citation.note else ""
        seen = f" <small>{_tr('read by OCR')}</small>" if self._data.is_seen(citation) else ""
        return f"{escape(stance(citation.stance))}: {title} ({escape(grade)}).{note}{quote}{seen}"

    def _attributions(self) -> str:
        if not self._data.attributions:
            return ""
        rows = "".join(
            f"<tr><td>{escape(day(row.date))}</td><td>{escape(row.party)}</td>"
            f"<td>{escape(row.actor)}</td><td>{escape(row.stated_confidence)}</td></tr>\n"
            for row in self._data.attributions
        )
        return (
            '<section aria-labelledby="attribution"><h2 id="attribution">'
            f"{_tr('Attribution')}</h2>\n"
            f'<div class="scroll" tabindex="0" role="region" aria-label="{_tr("Attribution")}">'
            f"<table><caption>{_tr('Who said what, when')}</caption>\n"
            f"{_heads(tr('Date'), tr('Said by'), tr('Names'), tr('Stated confidence'))}"
            f"<tbody>\n{rows}</tbody></table></div></section>\n"
        )

    def _source_list(self) -> str:
        if not self._data.sources:
            return ""
        return (
            '<section aria-labelledby="sources"><h2 id="sources">'
            + f"{_tr('Sources')}</h2>\n<ul>\n"
            + "".join(self._source(source) for source in self._data.sources)
            + "</ul></section>\n"
        )

    def _source(self, source: SourceRow) -> str:
        label = escape(self._labels[source.id])
        who = ", ".join(dict.fromkeys(filter(None, (source.author, source.publisher))))
        links = [
            f'<a href="{escape(url)}">{words}</a>'
            for url, words in (
                (source.url, _tr("Page")),
                (source.archive_url, _tr("Archived copy")),
            )
            if is_web(url)
        ]
        grade = palette.grade(source.reliability, source.credibility)
        words = palette.grade_in_words(source.reliability, source.credibility)
        return (
            f'<li id="source-{label}"><strong>{label}</strong> {escape(source_title(source))}. '
            f"{escape(who)}, {escape(day(source.published) or tr('undated'))}. {' · '.join(links)} "
            f"<span class=muted>{_tr('Grade ')}{escape(grade + (f' ({words})' if words else ''))}."
            "</span></li>\n"
        )


def _tr(english: str) -> str:
    """A text in the language of the page, as markup; one call a literal is found by the tests."""
    return escape(tr(english))


def _heads(*words: str) -> str:
    cells = "".join(f'<th scope="col">{escape(word)}</th>' for word in words)
    return f"<thead><tr>{cells}</tr></thead>\n"


def _look_style(name: str, look: Look) -> str:
    line = f"text-decoration-color:{look.line};text-decoration-style:{_LINES[look.pattern]}"
    return (
        f".chip.{name}{{background:{look.chip};color:{look.ink}}}"
        f"mark.{name}{{background:{look.tint}66;{line}}}"
        f"article.{name}-edge{{border-left-color:{look.line}}}"
        f"@media (prefers-color-scheme:dark){{.chip.{name}{{background:{look.dark_chip};"
        f"color:{look.dark_ink}}}mark.{name}{{background:{look.dark_chip};"
        f"text-decoration-color:{look.dark_ink}}}"
        f"article.{name}-edge{{border-left-color:{look.dark_ink}}}}}\n"
    )


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value
    )
    return f"<dl>{rows}</dl>" if rows else ""


def _listed(items: Iterable[str]) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{rows}</ul>" if rows else ""
