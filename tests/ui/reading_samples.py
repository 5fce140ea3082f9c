"""Documents for the tests of the view: texts that are hard to count, and PDFs made on the spot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pikepdf
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from verifier.reading.here import read_here
from verifier.text.document import Block, Span
from verifier.text.ranges import TextRange
from verifier.ui.reader.flow import FlowProvider
from verifier.ui.reader.highlights import PaintedHighlight
from verifier.ui.reader.pdf import PdfProvider
from verifier.ui.reader.provider import PageProvider
from verifier.ui.reader.selection import page_of
from verifier.ui.reader.view import ReaderView
from verifier.ui.theme import load_fonts

WAIT = 20_000

HARD = (
    "Plain words first, then more.\n"
    "A family 👨‍👩‍👧 and a thumb 👍🏽 stand here.\n"
    "Accents: e\u0301a\u0308o\u0323\u0302 and the office of fi ligatures.\n"
    "Hebrew שלום עולם inside English.\n"
    "السلام عليكم ورحمة\n"
    "Chinese 漢字漢字 and Greek ελληνικά.\n"
    "A tab\there, a no-break\u00a0space.\n"
)


@cache
def own_fonts() -> None:
    """Make the bundled fonts known, once: lines break where they break in the program."""
    load_fonts()


def plain(text: str) -> FlowProvider:
    """A text whose lines are its paragraphs."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(at, at + len(line)))
        at += len(line) + 1
    return FlowProvider(text, blocks, title="Sample")


def long_text(paragraphs: int = 200) -> str:
    """Paragraphs that can be told apart."""
    words = "the quick brown fox jumps over the lazy dog while nobody looks at the page"
    return "\n".join(f"Paragraph {n} says that {words}. It ends." for n in range(paragraphs))


def shown(qtbot: QtBot, provider: PageProvider, width: int = 900, height: int = 700) -> ReaderView:
    """A view of a document on the screen, in the program's own fonts."""
    own_fonts()
    view = ReaderView()
    qtbot.addWidget(view, before_close_func=lambda widget: widget.close_document())
    view.resize(width, height)
    view.set_document(provider)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view


def rest(qtbot: QtBot, view: ReaderView) -> None:
    """Wait until the text is set for its pane, and all of it that shows is drawn."""
    pictures = view.pictures
    assert pictures is not None
    qtbot.waitUntil(
        lambda: not view.is_being_set and pictures.is_idle and pictures.cache.size > 0,
        timeout=WAIT,
    )


def without_ink(view: ReaderView, letters: Iterable[int]) -> str:
    """The letters in whose boxes the picture is dark nowhere."""
    provider = view.provider
    assert provider is not None
    image, empty = view.viewport().grab().toImage(), ""
    for index in letters:
        page = page_of(provider, index)
        box = provider.geometry(page).boxes[index - provider.starts[page]].tolist()
        area = view.to_viewport(page, tuple(box)).toAlignedRect()
        dark = (
            image.pixelColor(x, y).lightness() < 140
            for x in range(area.left(), area.right() + 1)
            for y in range(area.top(), area.bottom() + 1)
        )
        empty += "" if any(dark) else provider.text[index]
    return empty


def place_before(view: ReaderView, index: int) -> QPointF:
    """A point of the viewport just inside the leading half of a character."""
    provider = view.provider
    assert provider is not None
    page = page_of(provider, index)
    view.settle_page(page)
    geometry = provider.geometry(page)
    x0, y0, x1, y1 = geometry.boxes[index - provider.starts[page]].tolist()
    caret = geometry.caret(index - provider.starts[page])
    assert caret is not None
    inward = 0.2 if caret[0] <= (x0 + x1) / 2 else -0.2
    x = caret[0] + inward * (x1 - x0)
    return view.to_viewport(page, (x, (y0 + y1) / 2, x, (y0 + y1) / 2)).topLeft()


def sheet_of(view: ReaderView) -> float:
    """How wide the sheet is on which a text without pages is set, in points."""
    provider = view.provider
    assert isinstance(provider, FlowProvider)
    return provider.sheet.width


def top_line(view: ReaderView) -> TextRange:
    """The characters on the first line of which at least half shows."""
    provider = view.provider
    assert provider is not None
    place = view.place_at(QPointF(view.viewport().width() / 2, 0))
    assert place is not None
    page, _, y = place
    line = provider.geometry(page).line_from(y)
    assert line is not None
    return TextRange(provider.starts[page] + line.start, provider.starts[page] + line.stop)


def marked(text: str, quote: str, name: str, **looks: object) -> PaintedHighlight:
    """A highlight on the first place of a quote."""
    start = text.index(quote)
    values: dict[str, object] = {"tint": "#b3f2ea", "line": "#1d7f76", **looks}
    return PaintedHighlight(name, name, TextRange(start, start + len(quote)), **values)  # type: ignore[arg-type]


def link_span(text: str, words: str, address: str) -> Span:
    """A link on the first place of some words."""
    start = text.index(words)
    return Span(start, start + len(words), "link", address)


def make_pdf(path: Path, pages: Sequence[Sequence[str]]) -> PdfProvider:
    """A PDF with lines of text below each other, read and ready to be shown."""
    file = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    for lines in pages:
        page = file.add_blank_page(page_size=(595, 842))
        shows = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 15 TL 40 780 Td {shows} ET"
        page.Contents = file.make_stream(stream.encode("cp1252"))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    file.save(path)
    read = read_here(path)
    return PdfProvider(
        path, read.text, read.pages, lambda page: read.pages[page].boxes, blocks=read.blocks
    )
