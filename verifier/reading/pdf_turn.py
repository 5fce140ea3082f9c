"""Which way a page's text runs on the shown page, and boxes turned so that it runs to the right.

A page that asks to be turned may hold text that is upright only before the turn; a table may be
printed sideways. Lines, order and paragraphs are found in the text's own frame.
"""

from __future__ import annotations

from verifier.reading.arrays import Boxes, np
from verifier.reading.boxes import has_area
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_codes import NEWLINE

_RIGHT_TO_LEFT = (0x0590, 0x08FF)


def direction(characters: Characters) -> int:
    """Degrees clockwise that most of the text is turned by: 0, 90 (downwards), 180 or 270."""
    solid = np.flatnonzero(has_area(characters.boxes))
    if len(solid) < 2:
        return 0
    boxes = characters.boxes[solid]
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    line = np.cumsum(characters.codes == NEWLINE)[solid]
    steps = (middles[1:] - middles[:-1])[line[1:] == line[:-1]]
    if not len(steps):
        return 0
    across, down = np.clip(steps, -20, 20).sum(axis=0).tolist()
    if abs(down) > 2 * abs(across):
        return 90 if down > 0 else 270
    low, high = _RIGHT_TO_LEFT
    has_rtl = bool(((characters.codes >= low) & (characters.codes <= high)).any())
    return 180 if across < 0 and not has_rtl else 0


def upright(boxes: Boxes, turn: int, width: float, height: float) -> Boxes:
    """Boxes of a page of this size in the frame of text that is turned by `turn` degrees."""
    if not turn:
        return boxes
    x0, y0, x1, y1 = boxes.T
    if turn == 90:
        columns = (y0, width - x1, y1, width - x0)
    elif turn == 180:
        columns = (width - x1, height - y1, width - x0, height - y0)
    else:
        columns = (height - y1, x0, height - y0, x1)
    return np.stack(columns, axis=1)


def as_shown(boxes: Boxes, turn: int, width: float, height: float) -> Boxes:
    """The way back from `upright`; the size is that of the shown page."""
    if turn in (90, 270):
        return upright(boxes, 360 - turn, height, width)
    return upright(boxes, turn, width, height)
