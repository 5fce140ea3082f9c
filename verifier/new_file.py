"""A file that is made under another name and gets its own when it is whole."""

from __future__ import annotations

from pathlib import Path

from verifier.errors import CannotWrite


def refuse_existing(path: Path) -> None:
    """Stop before any work where there is a file already, or no folder that may be written to."""
    if path.exists():
        raise CannotWrite(f"{path} exists already.", "Choose another name, or open it.")
    if not path.absolute().parent.is_dir():
        raise CannotWrite(
            f"{path} cannot be created: its folder does not exist.", "Choose another folder."
        )


def put_in_place(partial: Path, path: Path) -> None:
    """Give the finished file its name; whoever took the name meanwhile keeps it."""
    try:
        path.open("x").close()
        partial.replace(path)
    except FileExistsError as error:
        raise CannotWrite(f"{path} exists already.", "Choose another name, or open it.") from error
    except OSError as error:
        raise CannotWrite(
            f"{path} cannot be created ({error.strerror}).", "Choose a folder you may write to."
        ) from error
