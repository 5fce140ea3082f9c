"""What the file says of itself: title, author, times, language; and which case it came from."""

from __future__ import annotations

import re
from datetime import UTC

from verifier import __version__
from verifier.export.draft import Draft
from verifier.export.opc import DECLARATION, OFFICE, PACKAGE
from verifier.export.wml import escape
from verifier.export.wording import listed
from verifier.export.words import tr

APPLICATION = "Verifier"
_CORE = f"{PACKAGE}/metadata/core-properties"
_DOCUMENT = "application/vnd.openxmlformats-officedocument"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]+)<")
_RTL_LANGUAGES = ("ar", "he", "fa", "ur", "yi", "ps", "ckb", "dv", "ug", "sd")


def write_properties(draft: Draft) -> None:
    """Core, extended and custom properties."""
    package = draft.package
    package.add_root(
        "docProps/core.xml",
        (DECLARATION + _core(draft)).encode(),
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{PACKAGE}/relationships/metadata/core-properties",
    )
    package.add_root(
        "docProps/app.xml",
        (DECLARATION + _extended()).encode(),
        f"{_DOCUMENT}.extended-properties+xml",
        f"{OFFICE}/extended-properties",
    )
    package.add_root(
        "docProps/custom.xml",
        (DECLARATION + _custom(draft)).encode(),
        f"{_DOCUMENT}.custom-properties+xml",
        f"{OFFICE}/custom-properties",
    )


def _core(draft: Draft) -> str:
    case = draft.data.case
    stamp = f"{draft.exported_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    people = dict.fromkeys(a.person for claim in draft.data.claims for a in claim.history)
    author = listed(list(people)) or APPLICATION
    return (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(case.title)}</dc:title>"
        f"<dc:subject>{escape(tr('Verification report'))}</dc:subject>"
        f"<dc:creator>{escape(author)}</dc:creator>"
        f"<cp:keywords>{escape(tr('fact-check, verification'))}</cp:keywords>"
        f"<cp:lastModifiedBy>{APPLICATION}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        f"<dc:language>{escape(draft.language)}</dc:language></cp:coreProperties>"
    )


def _extended() -> str:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Application>{APPLICATION}</Application></Properties>'
    )


def _custom(draft: Draft) -> str:
    rows = {
        "Verifier case": draft.data.case.id,
        "Verifier version": __version__,
        "Audit chain": draft.data.audit[-1].hash if draft.data.audit else "",
    }
    written = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(rows.items(), start=2)
        if value
    )
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'docPropsVTypes">{written}</Properties>'
    )


def write_language(draft: Draft) -> None:
    """The case's language as the document's own, in styles and settings."""
    language = draft.language
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", language):
        return
    attribute = "bidi" if language.split("-")[0].lower() in _RTL_LANGUAGES else "val"
    for kind, element in (("styles", "lang"), ("settings", "themeFontLang")):
        for name in draft.package.of_type(kind):
            xml = draft.package.parts[name].decode()
            start, found, rest = xml.partition(f"<w:{element} ")
            if found:
                rest = re.sub(
                    f'w:{attribute}="[^"]*"', f'w:{attribute}="{language}"', rest, count=1
                )
                draft.package.parts[name] = f"{start}{found}{rest}".encode()


def fill_stories(draft: Draft) -> None:
    """Replace the {{names}} in headers and footers; what a house wrote there itself stays."""
    data = draft.data
    local = draft.exported_at
    single = data.documents[0].row.sha256 if len(data.documents) == 1 else ""
    values = {
        "title": data.case.title,
        "case": data.case.title,
        "report": f" {draft.settings.report_number}" if draft.settings.report_number else "",
        "date": f"{local:%Y-%m-%d %H:%M}",
        "hash": tr("SHA-256 of the document verified: {hash}…", hash=single[:32]) if single else "",
    }
    for kind in ("header", "footer"):
        for name in draft.package.of_type(kind):
            xml = draft.package.parts[name].decode()
            xml = _TEXT.sub(lambda found: f"{found[1]}{tr(found[2])}<", xml)
            for key, value in values.items():
                xml = xml.replace(f"{{{{{key}}}}}", escape(value))
            draft.package.parts[name] = xml.encode()


def name_appendices(draft: Draft) -> None:
    """Say “Appendix” in the language of the report, where a list of the template numbers them."""
    for name in draft.package.of_type("numbering"):
        xml = draft.package.parts[name].decode()
        before = 'w:val="Appendix %1'
        after = 'w:val="' + escape(tr("Appendix {letter}:", letter="%1")).removesuffix(":")
        draft.package.parts[name] = xml.replace(before, after).encode()
