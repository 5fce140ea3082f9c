"""The template of a report: the one that ships, or a house's own with what it lacks filled in.

A house's template is any Word document. Its styles, theme, fonts, page, headers and footers are
taken, its text is not. Styles are found by id, then by name (Word translates the ids of its
built-in styles); what neither finds is copied from the shipped template with its numbering.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from lxml import etree

from verifier import paths
from verifier.export.opc import OFFICE, Package, read_package
from verifier.export.wml import W

KEPT = frozenset(
    {"styles", "numbering", "settings", "fontTable", "theme", "webSettings", "header", "footer"}
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{W}}}{name}"


def open_template(house: str = "") -> Package:
    """The template as a package without body, comments and notes."""
    own = read_package(paths.resources() / "templates" / "report.docx")
    package = read_package(Path(house)) if house else own
    package.keep(KEPT)
    package.overrides[package.document_name] = f"{_WORD}.document.main+xml"
    if house:
        _complete(package, own)
    return package


def _complete(package: Package, own: Package) -> None:
    for kind in ("styles", "numbering", "settings"):
        if not package.of_type(kind):
            data = own.parts[own.of_type(kind)[0]]
            package.add(f"word/{kind}.xml", data, f"{_WORD}.{kind}+xml", f"{OFFICE}/{kind}")
    styles, shipped = (_tree(one, "styles") for one in (package, own))
    missing = _missing(styles, shipped)
    numbers = _copy_numbering(package, own, missing)
    names = {_name(style).lower(): _id(style) for style in styles.iter(w("style"))}
    for style in missing:
        styles.append(_fitted(style, names, numbers))
    _store(package, "styles", styles)


def _missing(styles: etree._Element, shipped: etree._Element) -> list[etree._Element]:
    have = {_id(style) for style in styles.iter(w("style"))}
    return [style for style in shipped.iter(w("style")) if _id(style) not in have]


def _fitted(
    style: etree._Element, names: dict[str, str], numbers: dict[str, str]
) -> etree._Element:
    """A copy that follows the house's style of the same name, where there is one."""
    copy = deepcopy(style)
    if w("default") in copy.attrib:
        del copy.attrib[w("default")]
    namesake = names.get(_name(style).lower())
    if namesake is not None:
        for child in list(copy):
            if child.tag not in (w("name"), w("uiPriority"), w("next")):
                copy.remove(child)
        name = copy.find(w("name"))
        if name is not None:
            name.set(w("val"), f"Verifier {_name(style)}")
            based = etree.Element(w("basedOn"))
            based.set(w("val"), namesake)
            name.addnext(based)
    for number in copy.iter(w("numId")):
        number.set(w("val"), numbers.get(number.get(w("val"), ""), "0"))
    return copy


def _copy_numbering(package: Package, own: Package, styles: list[etree._Element]) -> dict[str, str]:
    """Add the lists that the styles need under ids that are free; old id to new."""
    target, shipped = _tree(package, "numbering"), _tree(own, "numbering")
    wanted = {n.get(w("val"), "") for style in styles for n in style.iter(w("numId"))} - {"0"}
    if package.parts[package.of_type("numbering")[0]] == own.parts[own.of_type("numbering")[0]]:
        return {number: number for number in wanted}
    copied = {_id(style) for style in styles}
    abstracts = {a.get(w("abstractNumId")): a for a in shipped.iter(w("abstractNum"))}
    found: dict[str, str] = {}
    for number in shipped.findall(w("num")):
        old = number.get(w("numId"), "")
        if old not in wanted:
            continue
        link = number.find(w("abstractNumId"))
        abstract = deepcopy(abstracts[link.get(w("val")) if link is not None else None])
        for level in abstract.iter(w("lvl")):
            linked = level.find(w("pStyle"))
            if linked is not None and linked.get(w("val")) not in copied:
                level.remove(linked)
        abstract_id = _free(target, "abstractNum", "abstractNumId")
        abstract.set(w("abstractNumId"), abstract_id)
        _last_of(target, "abstractNum", abstract)
        new = etree.SubElement(target, w("num"))
        new.set(w("numId"), _free(target, "num", "numId"))
        etree.SubElement(new, w("abstractNumId")).set(w("val"), abstract_id)
        found[old] = new.get(w("numId"), "")
    _store(package, "numbering", target)
    return found


def _last_of(root: etree._Element, tag: str, element: etree._Element) -> None:
    """Put an element behind the last of its kind, or first: the schema wants kinds in order."""
    same = root.findall(w(tag))
    if same:
        same[-1].addnext(element)
    else:
        root.insert(len(root.findall(w("numPicBullet"))), element)


def _free(root: etree._Element, tag: str, attribute: str) -> str:
    taken = [int(e.get(w(attribute)) or 0) for e in root.findall(w(tag)) if e.get(w(attribute))]
    return str(max(taken, default=0) + 1)


def _tree(package: Package, kind: str) -> etree._Element:
    return etree.fromstring(package.parts[package.of_type(kind)[0]], _PARSER)


def _store(package: Package, kind: str, root: etree._Element) -> None:
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    package.parts[package.of_type(kind)[0]] = data


def _id(style: etree._Element) -> str:
    return str(style.get(w("styleId"), ""))


def _name(style: etree._Element) -> str:
    name = style.find(w("name"))
    return str(name.get(w("val"), "")) if name is not None else ""
