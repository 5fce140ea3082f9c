"""References out of files and pasted text: RIS, BibTeX, CSL JSON, or lines with a DOI or a link.

What it is, is told by the content. Nothing is looked up: a pasted DOI becomes a record that says no
more than the text did.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from verifier.errors import TooLarge, Unreadable
from verifier.references.csl import DOI, URL, Item, clean

if TYPE_CHECKING:
    from pybtex.database import BibliographyData, Entry, Person

LIMIT = 20 * 1024 * 1024
"""Bytes of a file of references."""
_RIS = re.compile(r"^TY {1,2}- ?\S", re.MULTILINE)
_BIBTEX = re.compile(r"@\s*[A-Za-z]+\s*[{(]")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

RIS_TYPES: Mapping[str, str] = {
    "JOUR": "article-journal", "JFULL": "article-journal", "EJOUR": "article-journal",
    "MGZN": "article-magazine", "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "RPRT": "report", "GOVDOC": "report", "THES": "thesis", "ELEC": "webpage",
    "BLOG": "post-weblog", "DATA": "dataset", "CASE": "legal_case", "BILL": "bill",
    "STAT": "legislation", "VIDEO": "motion_picture", "MAP": "map", "PAMP": "pamphlet",
    "PCOMM": "personal_communication",
}  # fmt: skip
BIBTEX_TYPES: Mapping[str, str] = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference",
    "conference": "paper-conference", "proceedings": "book", "techreport": "report",
    "report": "report", "manual": "report", "mastersthesis": "thesis", "phdthesis": "thesis",
    "thesis": "thesis", "online": "webpage", "electronic": "webpage", "www": "webpage",
    "dataset": "dataset", "unpublished": "manuscript",
}  # fmt: skip
RIS_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "primary_title"),
    "container-title": ("secondary_title", "journal_name", "alternate_title3", "alternate_title2"),
    "publisher": ("publisher",),
    "publisher-place": ("place_published",),
    "volume": ("volume",),
    "issue": ("number",),
    "DOI": ("doi",),
    "ISSN": ("issn",),
    "language": ("language",),
    "abstract": ("abstract", "notes_abstract"),
    "edition": ("edition",),
}
BIBTEX_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "container-title": ("journal", "journaltitle", "booktitle"),
    "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
    "publisher-place": ("address", "location"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "page": ("pages",),
    "DOI": ("doi",),
    "URL": ("url",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "language": ("langid", "language"),
    "abstract": ("abstract",),
    "edition": ("edition",),
}


def parse_references(data: bytes, name: str) -> tuple[Item, ...]:
    """The publications in a file or a pasted text called `name`; never none."""
    if len(data) > LIMIT:
        raise TooLarge(f"{name} is too large for a list of references.", "Split it up.")
    text = _text(data)
    items = tuple(clean(item) for item in _reader(text)(text, name))
    found = tuple(item for item in items if item.keys() & {"title", "URL", "DOI", "author"})
    if not found:
        raise Unreadable(
            f"There is no reference in {name}.",
            "It can be RIS, BibTeX, CSL JSON, or text with a DOI or a link in each line.",
        )
    return found


def _reader(text: str) -> Callable[[str, str], Iterator[Item]]:
    if text.lstrip()[:1] in ("[", "{"):
        return _csl_json
    if _RIS.search(text):
        return _ris
    return _bibtex if _BIBTEX.search(text) else _lines


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _csl_json(text: str, name: str) -> Iterator[Item]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{name} is not valid JSON.", "Export it again as CSL JSON.") from error
    if isinstance(found, dict):
        found = found.get("items", [found])
    if isinstance(found, list):
        yield from (item for item in found if isinstance(item, dict))


def _ris(text: str, name: str) -> Iterator[Item]:
    import rispy

    try:
        entries = rispy.loads(text, skip_unknown_tags=True)
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise Unreadable(f"{name} is damaged RIS ({error}).", "Export it again.") from error
    for entry in entries:
        item: Item = _renamed(entry, RIS_FIELDS)
        item["type"] = RIS_TYPES.get(entry.get("type_of_reference", ""), "document")
        item["author"] = [_name(each) for each in _all(entry, "authors", "first_authors")]
        item["editor"] = [_name(each) for each in _all(entry, "secondary_authors")]
        item["URL"] = next(iter(_all(entry, "urls", "url", "link1")), "")
        pages = [entry[end] for end in ("start_page", "end_page") if entry.get(end)]
        item["page"] = "–".join(pages)
        date = next(
            (str(entry[n]) for n in ("date", "year", "publication_year") if entry.get(n)), ""
        )
        item["issued"] = {"date-parts": [_numbers(date)]}
        yield item


def _bibtex(text: str, name: str) -> Iterator[Item]:
    from pybtex.database.input.bibtex import Parser
    from pybtex.exceptions import PybtexError

    try:
        parsed: BibliographyData = Parser().parse_string(text)
    except (PybtexError, RecursionError) as error:
        raise Unreadable(f"{name} is damaged BibTeX: {error}", "Mend that entry.") from error
    for entry in parsed.entries.values():
        yield _bibtex_item(entry)


def _bibtex_item(entry: Entry) -> Item:
    fields = {key.lower(): _plain(value) for key, value in entry.fields.items()}
    item: Item = _renamed(fields, BIBTEX_FIELDS)
    item["type"] = BIBTEX_TYPES.get(entry.type.lower(), "document")
    for role in ("author", "editor"):
        item[role] = [_person(person) for person in entry.persons.get(role, ())]
    if "page" in item:
        item["page"] = re.sub(r"--?", "–", item["page"])
    date = fields.get("date", "")
    month = fields.get("month", "").lower()[:3]
    if not date and fields.get("year", "").isdigit():
        parts = [int(fields["year"])]
        if month in _MONTHS:
            parts.append(_MONTHS.index(month) + 1)
        elif month.isdigit():
            parts.append(int(month))
        item["issued"] = {"date-parts": [parts]}
    else:
        item["issued"] = {"literal": date or fields.get("year", "")}
    return item


def _lines(text: str, name: str) -> Iterator[Item]:  # noqa: ARG001
    """A DOI or a link in each line; what stands before it is the title."""
    for line in text.splitlines():
        url, doi = URL.search(line), DOI.search(line)
        first = url or doi
        if first is None:
            continue
        item: Item = {"title": line[: first.start()].strip(" \t,;:–-“”\"'()[]")}
        if item["title"].lower() == "doi":
            item["title"] = ""
        if doi is not None and (url is None or "doi.org/" in url.group().lower()):
            item |= {"type": "article-journal", "DOI": doi.group(1)}
        elif url is not None:
            item |= {"type": "webpage", "URL": url.group()}
        yield item


def _renamed(entry: Mapping[str, Any], fields: Mapping[str, tuple[str, ...]]) -> Item:
    return {
        key: next(entry[name] for name in names if entry.get(name))
        for key, names in fields.items()
        if any(entry.get(name) for name in names)
    }


def _all(entry: Mapping[str, Any], *names: str) -> list[str]:
    found: list[str] = []
    for name in names:
        value = entry.get(name) or []
        found += value if isinstance(value, list) else [value]
    return found


def _name(text: str) -> dict[str, str]:
    """ "Doe, Jane" as its parts; without a comma it is taken whole."""
    family, comma, given = (part.strip() for part in text.partition(","))
    return {"family": family, "given": given} if comma else {"literal": family}


def _person(person: Person) -> dict[str, str]:
    family = _plain(" ".join(person.last_names))
    given = _plain(" ".join([*person.first_names, *person.middle_names]))
    particle = _plain(" ".join(person.prelast_names))
    if not given and not particle:
        return {"literal": family}
    return {"family": family, "given": given, "non-dropping-particle": particle}


def _numbers(text: str) -> list[int]:
    """Year, month and day at the start of "2020/01/03/" or "2020-01"."""
    match = re.match(r"\s*(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?", text)
    return [int(part) for part in match.groups() if part] if match else []


def _plain(latex: str) -> str:
    """The text that LaTeX in a BibTeX field stands for."""
    from pybtex.exceptions import PybtexError
    from pybtex.richtext import Text

    try:
        return " ".join(str(Text.from_latex(latex)).replace("\xa0", " ").split())
    except (PybtexError, UnicodeDecodeError):  # LaTeX that breaks off is taken as it stands
        return latex
