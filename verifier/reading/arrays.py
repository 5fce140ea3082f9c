"""numpy, loaded where something is first asked of it.

Loading it takes as long as reading forty pages of a PDF, and most files are read without: what is
done for each character and line of an ordinary page works on plain bytes (see `built`). Types are
spelt out in quotes, since `numpy.typing` takes as long again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
else:
    from types import ModuleType

    class _Late(ModuleType):
        """Becomes like the module of its name when it is asked for anything."""

        def __getattr__(self, name: str) -> Any:
            import numpy

            self.__dict__.update(vars(numpy))
            return getattr(numpy, name)

    np = _Late("numpy")

__all__ = ["Boxes", "Codes", "Flags", "Rows", "np"]

_Shape: TypeAlias = "tuple[Any, ...]"
Boxes: TypeAlias = "np.ndarray[_Shape, np.dtype[np.float32]]"
"""Of shape (characters, 4)."""
Codes: TypeAlias = "np.ndarray[_Shape, np.dtype[np.uint32]]"
"""Code points or UTF-16 units."""
Flags: TypeAlias = "np.ndarray[_Shape, np.dtype[np.bool_]]"
Rows: TypeAlias = "np.ndarray[_Shape, np.dtype[np.intp]]"
"""Places in another array."""
