"""A picture as Tesseract reads it best: grey, on white, upright, as large as screens need.

It is opened and written anew in the reading process, as every picture a stranger made.
"""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import ExifTags, Image, ImageOps

from verifier.errors import TooLarge, Unreadable
from verifier.reading.arrays import np
from verifier.reading.grey import GreyPicture
from verifier.reading.inner_pictures import DAMAGE
from verifier.reading.picture import FORMATS, MOST_PIXELS

LARGEST = 20_000_000
"""Pixels of the grey picture."""
ENLARGED = 3.0
"""So many times a small one is enlarged: letters of 10 pixels are read as surely as larger ones."""
WORTHWHILE = 1.5
"""Enlarging by less changes nothing."""


def grey_picture(path: Path, name: str, page: int = 1) -> GreyPicture:
    """The picture in a file, or a page (from 1) of a scan; or an error in words."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                if page > 1:
                    image.seek(page - 1)
                return _made(image, name)
    except DAMAGE as error:
        raise Unreadable(
            f"{name} is a picture that cannot be opened.",
            "It may be damaged or made to harm; get it again.",
        ) from error


def _made(image: Image.Image, name: str) -> GreyPicture:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise TooLarge(
            f"{name} has {width:,} by {height:,} pixels; at most "
            f"{MOST_PIXELS / 1_000_000:,.0f} million are read.",
            "Cut out the part with the words, and put it into the locker as well.",
        )
    scale = min(ENLARGED, (LARGEST / max(1, width * height)) ** 0.5)
    scale = 1.0 if 1.0 < scale < WORTHWHILE else scale
    turn = _turn(image)
    grey = ImageOps.exif_transpose(_on_white(image)) if turn != 1 else _on_white(image)
    if scale != 1.0:
        size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    Image.fromarray(np.asarray(grey)).save(out, "PNG", compress_level=1)
    return GreyPicture(out.getvalue(), width, height, scale, turn)


def _turn(image: Image.Image) -> int:
    found = image.getexif().get(ExifTags.Base.Orientation, 1)
    return found if found in range(1, 9) else 1


def _on_white(image: Image.Image) -> Image.Image:
    """The picture in grey: what can be seen through is white, and 16 bits are spread over eight."""
    if image.mode.startswith(("I", "F")):
        values = np.asarray(image, dtype=np.float32)
        low, high = float(values.min()), float(values.max())
        spread = (values - low) * (255 / max(high - low, 1e-9))
        made = Image.fromarray(spread.astype(np.uint8))
        made.info.update(image.info)
        return made
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        made = Image.alpha_composite(white, clear).convert("L")
        made.info.update(image.info)
        return made
    return image.convert("L")
