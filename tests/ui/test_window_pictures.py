"""Pictures inside a document are shown in the window once the reading process has opened them."""

from __future__ import annotations

import base64
import io

from PIL import Image
from window_driving import Bench

GREEN = "#1d7f76"


def test_a_picture_inside_a_page_appears_in_its_place(bench: Bench) -> None:
    made = io.BytesIO()
    Image.new("RGB", (300, 200), GREEN).save(made, "PNG")
    address = "data:image/png;base64," + base64.b64encode(made.getvalue()).decode()
    bench.new_case()
    bench.import_file(bench.write("page.html", f"<p>Before.</p><img src='{address}'><p>After.</p>"))

    def is_shown() -> bool:
        image = bench.view.viewport().grab().toImage()
        x = image.width() // 3
        return any(image.pixelColor(x, y).name() == GREEN for y in range(0, image.height(), 4))

    bench.until(is_shown)
    bench.jobs_are_done()
