"""The loops over a PDF page's characters and objects that the set-up built, with a C compiler.

For each there is Python that gives the same to the bit: `pdf_calls.page_characters`,
`pdf_text.clean`, `pdf_survey.by_numpy`, `pdf_paragraphs.paragraphs`, `boxes.split_steps`,
`pdf_objects.drawn_on` and `pdf_objects.lost_among`. It runs on machines without a compiler and
takes three to ten times as long, mostly in getting from one array to the next.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import Any
from zlib import crc32

SOURCES = Path(__file__).with_name("native")

_POINTER, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float
_SIGNATURES: dict[str, tuple[Any, ...]] = {
    "read_page": (_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER, _POINTER, _FLOAT, _FLOAT,
                  *(_POINTER,) * 7),
    "clean_ordinary": (_INT, _POINTER, _POINTER, _INT, _POINTER, _FLOAT, _FLOAT, _POINTER,
                       _POINTER),
    "survey": (None, _POINTER, _POINTER, _INT, _POINTER, _POINTER, _POINTER),
    "give_back_registers": (None,),
    "are_registers_held": (_INT,),
    "find_beginnings": (_INT, _POINTER, _POINTER, _INT, _POINTER, _POINTER),
    "usual_size": (ctypes.c_double, _POINTER, _INT),
    "look_at_objects": (_INT, _POINTER, _POINTER, _INT, _POINTER),
    "find_lost": (_INT, _POINTER, _INT, _POINTER),
    "split_steps": (None, _POINTER, _INT, _FLOAT, _FLOAT, _POINTER),
}  # fmt: skip
"""Of each function what it returns and what it takes."""


def library_in(prefix: Path) -> Path:
    """Where the set-up puts what it built of this very source, in the environment at `prefix`."""
    written = b"".join(path.read_bytes() for path in sorted(SOURCES.glob("*.c")))
    return prefix / "native" / f"loops-{crc32(written):08x}.so"


def load(path: Path) -> Any:
    """The built functions by their names in the source, None where they cannot be loaded."""
    try:
        library = ctypes.CDLL(str(path))
        for name, (result, *arguments) in _SIGNATURES.items():
            function = getattr(library, name)
            function.restype, function.argtypes = result, arguments
    except (OSError, AttributeError):
        return None
    return library


def address(buffer: Any) -> int:
    """Where a buffer that can be written to stands in memory; as long as it is there."""
    return ctypes.addressof(ctypes.c_char.from_buffer(buffer))


LOOPS: Any = load(library_in(Path(sys.prefix)))
"""None where the set-up could not build them."""
