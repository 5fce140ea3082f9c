"""Pictures made ready to be read: grey, upright, and every place known in the picture as shown."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageDraw, ImageOps

from verifier.errors import Unreadable
from verifier.reading.grey import GreyPicture
from verifier.reading.picture_grey import ENLARGED, LARGEST, grey_picture

SPOT = (20, 30, 50, 45)
"""Pixels of a black spot in the picture as it is stored."""


def upright(grey: GreyPicture) -> Image.Image:
    return Image.open(io.BytesIO(grey.png))


def dark(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around what is dark."""
    found = ImageOps.invert(image.convert("L")).point(lambda value: 255 if value > 128 else 0)
    box = found.getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_place_in_the_upright_picture_is_found_in_the_one_that_is_shown(
    tmp_path: Path, turn: int
) -> None:
    image = Image.new("L", (200, 120), 255)
    ImageDraw.Draw(image).rectangle((20, 30, 49, 44), fill=0)
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turn
    path = tmp_path / "photo.png"
    image.save(path, exif=exif)
    grey = grey_picture(path, "photo.png")
    assert (grey.width, grey.height, grey.turn) == (200, 120, turn)
    assert upright(grey).size[0] == (120 if turn > 4 else 200) * ENLARGED
    box = np.array([dark(upright(grey))], dtype=np.float32) / np.float32(grey.pixels_a_point)
    assert grey.shown(box)[0] / 0.75 == pytest.approx(SPOT, abs=1)
    assert grey.shown(np.empty((0, 4), dtype=np.float32)).shape == (0, 4)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "CMYK", "I;16", "F", "YCbCr"])
def test_dark_words_stay_dark_on_white_whatever_the_colours(tmp_path: Path, mode: str) -> None:
    image = Image.new("L", (60, 40), 255)
    ImageDraw.Draw(image).rectangle((10, 10, 29, 19), fill=0)
    if mode in ("RGBA", "LA"):
        made = Image.merge("LA", (Image.new("L", image.size, 0), ImageOps.invert(image)))
        made = made.convert(mode)
    elif mode == "I;16":
        made = Image.fromarray(np.asarray(image, dtype=np.uint16) * 256)
    else:
        made = image.convert("RGB" if mode == "YCbCr" else mode)
    path = tmp_path / "picture.tiff"
    made.save(path)
    grey = upright(grey_picture(path, "picture.tiff"))
    assert grey.mode == "L"
    assert dark(grey) == pytest.approx((30, 30, 90, 60), abs=2)


def test_a_large_picture_is_not_enlarged_and_a_very_large_one_made_smaller(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    Image.new("L", (4000, 3000), 255).save(path)
    assert grey_picture(path, "large.jpg").scale == 1.0
    Image.new("L", (7000, 6000), 255).save(path)
    grey = grey_picture(path, "large.jpg")
    assert grey.scale < 1.0
    assert upright(grey).width * upright(grey).height <= LARGEST * 1.01
    assert (grey.width, grey.height) == (7000, 6000)


def test_each_page_of_a_scan_is_made_ready(tmp_path: Path) -> None:
    first, second = Image.new("L", (30, 30), 255), Image.new("L", (30, 30), 0)
    path = tmp_path / "scan.tiff"
    first.save(path, save_all=True, append_images=[second])
    assert upright(grey_picture(path, "scan.tiff")).getpixel((5, 5)) == 255
    assert upright(grey_picture(path, "scan.tiff", 2)).getpixel((5, 5)) == 0
    with pytest.raises(Unreadable, match="cannot be opened"):
        grey_picture(path, "scan.tiff", 3)


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.png"
    Image.new("L", (300, 300), 255).save(path)
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(Unreadable, match="cannot be opened"):
        grey_picture(path, "cut.png")
