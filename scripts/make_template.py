"""Make resources/templates/report.docx, the Word file that carries every style of the report.

    python scripts/make_template.py

The template is committed; this shows where it comes from and mends it when a style changes. It can
be opened and changed in Word as well: the report takes styles, numbering, fonts, headers, footers
and page size from whatever the template holds, and fills in {{title}}, {{case}}, {{date}},
{{report}} and {{hash}} where they stand in a header or footer.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docx import Document  # noqa: E402

from verifier.export.opc import DECLARATION, OFFICE, Package, Relationship  # noqa: E402
from verifier.export.wml import NAMESPACES, field, look, paragraph, run  # noqa: E402

STYLE_TABLE = Path(__file__).with_name("report_styles.toml")
TARGET = ROOT / "resources" / "templates" / "report.docx"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SANS, SERIF, MONO = "Calibri", "Cambria", "Consolas"
INK, NAVY, MUTED, LINK, RULE, PANEL = "1F2328", "1F3A5F", "565F6B", "0B5394", "CBD2DB", "F2F5FA"
INDENT = 567
"""The hanging indent of numbered things: one centimetre."""


@dataclass(frozen=True)
class Style:
    """A paragraph style. Sizes and spaces in points, `line` as a multiple."""

    id: str
    name: str
    size: float = 0
    bold: bool | None = None
    italic: bool = False
    color: str = ""
    font: str = ""
    caps: bool = False
    before: float | None = None
    after: float | None = None
    line: float = 0
    based: str = "Normal"
    next: str = ""
    outline: int | None = None
    numbering: list[int] | None = None
    keep_next: bool = False
    keep_lines: bool = False
    extra: str = ""
    """Paragraph borders, shading or tabs, as markup."""
    indent: str = ""
    align: str = ""


def shading(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


HANGING = f'<w:ind w:left="{INDENT}" w:hanging="{INDENT}"/>'


def read_styles() -> tuple[Style, ...]:
    """The paragraph styles, as the table beside this script has them."""
    rows = tomllib.loads(STYLE_TABLE.read_text("utf-8"))["style"]
    return tuple(Style(**row) for row in rows)


STYLES = read_styles()
CHARACTER_STYLES = (
    ("DefaultParagraphFont", "Default Paragraph Font", "", True),
    ("Hyperlink", "Hyperlink", f'<w:color w:val="{LINK}"/><w:u w:val="single"/>', False),
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>', False),
    ("CommentReference", "annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>', False),
    ("Strong", "Strong", "<w:b/><w:bCs/>", False),
    ("Emphasis", "Emphasis", "<w:i/><w:iCs/>", False),
    (
        "ClaimTag",
        "Claim Tag",
        f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:cs="{SANS}"/><w:b/><w:bCs/>'
        '<w:i w:val="0"/><w:iCs w:val="0"/><w:sz w:val="15"/><w:szCs w:val="15"/>',
        False,
    ),
)


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>' if name else ""


def style_xml(style: Style) -> str:
    """One paragraph style, its properties in the schema's order."""
    line = ""
    if style.line > 0:
        line = f' w:line="{round(240 * style.line)}" w:lineRule="auto"'
    elif style.line < 0:
        line = f' w:line="{round(-20 * style.line)}" w:lineRule="exact"'
    space = "".join(
        (
            "" if style.before is None else f' w:before="{round(style.before * 20)}"',
            "" if style.after is None else f' w:after="{round(style.after * 20)}"',
            line,
        )
    )
    numbering = ""
    if style.numbering:
        number, level = style.numbering
        depth = f'<w:ilvl w:val="{level}"/>' if number else ""
        numbering = f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>'
    borders, _, rest = style.extra.partition("</w:pBdr>")
    borders = borders + "</w:pBdr>" if "<w:pBdr>" in style.extra else ""
    rest = rest if borders else style.extra
    ppr = "".join(
        (
            "<w:keepNext/>" if style.keep_next else "",
            "<w:keepLines/>" if style.keep_lines else "",
            numbering,
            borders,
            rest,
            f"<w:spacing{space}/>" if space else "",
            style.indent,
            f'<w:jc w:val="{style.align}"/>' if style.align else "",
            f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
        )
    )
    half = round(style.size * 2)
    rpr = "".join(
        (
            font(style.font),
            "<w:b/><w:bCs/>" if style.bold else "",
            "<w:i/><w:iCs/>" if style.italic else "",
            "<w:caps/>" if style.caps else "",
            f'<w:color w:val="{style.color}"/>' if style.color else "",
            '<w:spacing w:val="20"/>' if style.caps else "",
            f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else "",
        )
    )
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/>{following}<w:uiPriority w:val="9"/><w:qFormat/>'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def character_xml(style_id: str, name: str, properties: str, default: bool) -> str:
    mark = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="DefaultParagraphFont"/>'
    hidden = "<w:semiHidden/>" if default else ""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:style w:type="character"{mark} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'{based}<w:uiPriority w:val="9"/>{hidden}{inside}</w:style>'
    )


def border_set(*sides: tuple[str, int, str]) -> str:
    return "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'
        if size
        else f'<w:{side} w:val="nil"/>'
        for side, size, color in sides
    )


BASED = '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="9"/><w:qFormat/>'


def table_styles() -> str:
    margins = (
        '<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
    )
    normal = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )
    report = (
        '<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report Table"/>'
        f"{BASED}<w:tblPr><w:tblBorders>"
        + border_set(("top", 8, NAVY), ("bottom", 8, NAVY), ("insideH", 4, RULE))
        + f"</w:tblBorders>{margins}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="FFFFFF"/></w:rPr>'
        f"<w:tcPr><w:tcBorders>{border_set(('top', 8, NAVY), ('bottom', 8, NAVY))}</w:tcBorders>"
        f'{shading(NAVY)}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
    )
    details = (
        '<w:style w:type="table" w:styleId="DetailsTable"><w:name w:val="Details Table"/>'
        f"{BASED}<w:tblPr><w:tblBorders>"
        + border_set(("top", 4, RULE), ("bottom", 4, RULE), ("insideH", 4, RULE))
        + f"</w:tblBorders>{margins}</w:tblPr></w:style>"
    )
    grid = (
        '<w:style w:type="table" w:styleId="GridTable"><w:name w:val="Report Text Table"/>'
        f"{BASED}<w:tblPr><w:tblBorders>"
        + border_set(
            *((side, 4, RULE) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        )
        + f"</w:tblBorders>{margins}</w:tblPr></w:style>"
    )
    banner = (
        '<w:style w:type="table" w:styleId="BannerTable"><w:name w:val="Banner Table"/>'
        f"{BASED}<w:tblPr><w:tblCellMar>"
        '<w:top w:w="480" w:type="dxa"/><w:left w:w="340" w:type="dxa"/>'
        '<w:bottom w:w="480" w:type="dxa"/><w:right w:w="340" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tcPr>{shading(NAVY)}</w:tcPr></w:style>"
    )
    return normal + report + details + grid + banner


def styles_part() -> str:
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:eastAsia="{SANS}" w:cs="{SANS}"/>'
        f'<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="271" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
    )
    return (
        f"<w:styles {NAMESPACES}>{defaults}{normal}"
        + "".join(style_xml(style) for style in STYLES)
        + "".join(character_xml(*row) for row in CHARACTER_STYLES)
        + table_styles()
        + "</w:styles>"
    )


def level(style: str, form: str, words: str, *, indent: str = HANGING, rpr: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:suff w:val="{"space" if form == "upperLetter" else "tab"}"/>'
        f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr>'
        f"<w:rPr>{rpr}</w:rPr></w:lvl>"
    )


def numbering_part() -> str:
    """Headings, appendices, the paragraphs of the report under check, and bullets."""
    small = (
        f'{font(SANS)}<w:b w:val="0"/><w:i w:val="0"/><w:color w:val="{MUTED}"/>'
        '<w:sz w:val="17"/><w:szCs w:val="17"/>'
    )
    levels = (
        level("Heading1", "decimal", "%1"),
        level("AppendixHeading", "upperLetter", "Appendix %1:", indent='<w:ind w:left="0"/>'),
        level("", "decimal", "¶%1", rpr=small),
        level(
            "ListBullet",
            "bullet",
            "•",
            indent='<w:ind w:left="340" w:hanging="284"/>',
            rpr=f'<w:color w:val="{NAVY}"/>',
        ),
    )
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/>{row}'
        "</w:abstractNum>"
        for n, row in enumerate(levels)
    )
    numbers = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(len(levels))
    )
    return f"<w:numbering {NAMESPACES}>{abstract}{numbers}</w:numbering>"


def fonts_part() -> str:
    """Fonts with the free ones of the same widths, for where Microsoft's are missing."""
    rows = (
        (SANS, "Carlito", "020F0502020204030204", "swiss"),
        (SERIF, "Caladea", "02040503050406030204", "roman"),
        (MONO, "Inconsolata", "020B0609020204030204", "modern"),
    )
    inside = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{family}"/>'
        f'<w:pitch w:val="{"fixed" if family == "modern" else "variable"}"/></w:font>'
        for name, other, panose, family in rows
    )
    return f"<w:fonts {NAMESPACES}>{inside}</w:fonts>"


SETTINGS = (
    f"<w:settings {NAMESPACES}>"
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl '
    'w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    "</w:footnotePr><w:compat>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)


def story(tag: str, content: str) -> str:
    return f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


TAB = "<w:r><w:tab/></w:r>"
PAGE_COUNT = run("Page ") + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
STORIES = (
    (
        "header1",
        "hdr",
        "header",
        "default",
        paragraph("Header", run("Verification report{{report}}") + TAB + run("{{title}}")),
    ),
    (
        "footer1",
        "ftr",
        "footer",
        "default",
        paragraph("Footer", run("{{date}}") + TAB + PAGE_COUNT),
    ),
    ("header2", "hdr", "header", "first", paragraph("Normal", "")),
    (
        "footer2",
        "ftr",
        "footer",
        "first",
        paragraph("Footer", run("{{hash}}") + TAB + run("Made with Verifier")),
    ),
)


def theme() -> bytes:
    """Office's own theme as python-docx's blank document carries it."""
    blank = Document()
    for relationship in blank.part.rels.values():
        if relationship.reltype.endswith("/theme"):
            data: bytes = relationship.target_part.blob
            return data
    raise LookupError("python-docx's blank document has no theme")


def template() -> Package:
    package = Package(
        parts={},
        defaults={
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
        },
        overrides={},
        root=[Relationship("rId1", f"{OFFICE}/officeDocument", "word/document.xml")],
        document=[],
    )

    def add(name: str, xml: str, kind: str, content_type: str = "") -> str:
        data = (DECLARATION + xml).encode()
        return package.add(
            f"word/{name}.xml", data, f"{WORD}.{content_type or kind}+xml", f"{OFFICE}/{kind}"
        )

    add("styles", styles_part(), "styles")
    add("numbering", numbering_part(), "numbering")
    add("fontTable", fonts_part(), "fontTable")
    add("settings", SETTINGS, "settings")
    package.add(
        "word/theme/theme1.xml",
        theme(),
        "application/vnd.openxmlformats-officedocument.theme+xml",
        f"{OFFICE}/theme",
    )
    references = "".join(
        f'<w:{kind}Reference w:type="{when}" r:id="{add(name, story(tag, content), kind)}"/>'
        for name, tag, kind, when, content in STORIES
    )
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" '
        'w:right="1247" w:bottom="1360" w:left="1247" w:header="720" w:footer="620" '
        'w:gutter="0"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )
    samples = "".join(
        paragraph(style.id, run(style.name, look())) for style in STYLES if style.id != "TextGap"
    )
    document = f"<w:document {NAMESPACES}><w:body>{samples}{section}</w:body></w:document>"
    package.parts["word/document.xml"] = (DECLARATION + document).encode()
    package.overrides["word/document.xml"] = f"{WORD}.document.main+xml"
    return package


def main() -> None:
    """Write the template."""
    file = BytesIO()
    template().save(file)
    TARGET.write_bytes(file.getvalue())
    print(f"{TARGET.relative_to(ROOT)}: {len(file.getvalue()):,} bytes, {len(STYLES)} styles")


if __name__ == "__main__":
    main()
