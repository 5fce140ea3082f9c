"""Small PDF files made by hand, so that every test sees what it reads."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import pikepdf

HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf_of(pages: Iterable[str], *, page_keys: str = "/MediaBox [0 0 612 792]",
           fonts: str = f"/F1 {HELVETICA}") -> bytes:  # fmt: skip
    """A PDF whose pages have these content streams; `page_keys` go into every page."""
    contents = [page.encode("latin-1") for page in pages]
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>".encode(),
    ]
    for n, stream in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {page_keys} /Contents {4 + 2 * n} 0 R "
            f"/Resources << /Font << {fonts} >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file_of(objects)


def _file_of(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


def line(x: float, y: float, text: str, size: float = 12, font: str = "F1") -> str:
    """A content stream that shows one line of text at (x, y), from the bottom left corner."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def lines(x: float, y: float, texts: Iterable[str], size: float = 12, step: float = 15) -> str:
    """Lines of text one under the other, the first at (x, y)."""
    return "".join(line(x, y - n * step, text, size) for n, text in enumerate(texts))


def with_form(data: bytes, drawn: str, matrix: Sequence[float] = (1, 0, 0, 1, 0, 0)) -> bytes:
    """The same file with a form on each page, behind all else, that draws this, moved so."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        form = pdf.make_stream(drawn.encode("latin-1"))
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([-2000, -2000, 2000, 2000])
        for page in pdf.pages:
            form.Resources = pikepdf.Dictionary(Font=page.Resources.Font)
            page.Resources.XObject = pikepdf.Dictionary(Fm1=form)
            moved = " ".join(f"{number:g}" for number in matrix)
            page.contents_add(f"q {moved} cm /Fm1 Do Q".encode())
        pdf.save(out)
    return out.getvalue()


def encrypted(data: bytes, password: str = "secret") -> bytes:
    """The same file behind a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user=password, owner=password))
    return out.getvalue()


def with_outline_and_link(data: bytes) -> bytes:
    """The same file with a bookmark to its last page and a web link on its first."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_outline() as outline:
            outline.root.append(
                pikepdf.OutlineItem("Findings", len(pdf.pages) - 1, "XYZ", left=0, top=700)
            )
        pdf.pages[0].Annots = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Link,
                    Rect=pikepdf.Array([100, 600, 200, 620]),
                    A=pikepdf.Dictionary(
                        S=pikepdf.Name.URI, URI=pikepdf.String("https://example.org/a")
                    ),
                )
            ]
        )
        pdf.save(out)
    return out.getvalue()


def with_unicode(data: bytes, mapping: dict[str, str]) -> bytes:
    """The same file, whose font says that these letters stand for other characters."""
    rows = "\n".join(
        f"<{ord(letter):02X}> <{meant.encode('utf-16-be').hex()}>"
        for letter, meant in mapping.items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def "
        "/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange "
        f"{len(mapping)} beginbfchar\n{rows}\nendbfchar endcmap end end"
    )
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.Resources.Font.F1.ToUnicode = pdf.make_stream(cmap.encode())
        pdf.save(out)
    return out.getvalue()


def with_named_characters(text: str) -> bytes:
    """A page of this text whose font names its characters only by the names of their glyphs.

    Its ToUnicode map gives glyph names in an array of `bfrange`, as it may: pdfminer takes them,
    PDFium takes only hexadecimal code units there.
    """
    names = {" ": "space", ".": "period", ",": "comma"}
    letters = sorted(set(text))
    listed = " ".join(f"/{names.get(letter, letter)}" for letter in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def "
        "/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange "
        f"1 beginbfrange <01> <{len(letters):02X}> [{listed}] endbfrange endcmap end end"
    )
    drawn = "".join(f"{1 + letters.index(letter):02X}" for letter in text)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of([""]))) as pdf:
        page = pdf.pages[0]
        page.Resources.Font.F1.Encoding = pikepdf.Dictionary(
            Type=pikepdf.Name.Encoding,
            Differences=pikepdf.Array(
                [1, *(pikepdf.Name(f"/G{n:02d}") for n in range(1, len(letters) + 1))]
            ),
        )
        page.Resources.Font.F1.ToUnicode = pdf.make_stream(cmap.encode())
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 100 700 Td <{drawn}> Tj ET".encode())
        pdf.save(out)
    return out.getvalue()


def with_annotations(data: bytes, *annotations: dict[str, object]) -> bytes:
    """The same file with these annotations on its first page."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        made = [
            pikepdf.Dictionary(
                {
                    "/Type": pikepdf.Name.Annot,
                    **{
                        f"/{key}": pikepdf.Array(value) if isinstance(value, list) else value
                        for key, value in one.items()
                    },
                }
            )
            for one in annotations
        ]
        pdf.pages[0].Annots = pikepdf.Array(map(pdf.make_indirect, made))
        pdf.save(out)
    return out.getvalue()


def link_first_page(file: pikepdf.Pdf, *, top: float, **leads: Any) -> None:
    """Put a link at the left below `top` of the first page; `leads` (Dest or A) say where to."""
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[40, top - 70, 140, top - 40],
        **leads,
    )
    file.pages[0].Annots = file.make_indirect(pikepdf.Array([link]))
