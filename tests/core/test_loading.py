"""What a start loads is what it needs: libraries for a format wait for a file of that format."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOR_FORMATS = frozenset(
    "charset_normalizer citeproc docx jsonschema pikepdf pybtex rispy warcio".split()
)
"""Libraries that only files of some kind need."""
HEAVY = FOR_FORMATS | {"PIL", "PySide6", "alembic", "lxml", "numpy", "pypdfium2"}


def loaded_by(code: str) -> set[str]:
    """The libraries that Python code loads in a process of its own, by their first names."""
    told = f"{code}; import json, sys; print(json.dumps(list(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


@pytest.mark.parametrize("module", ["claims", "documents", "searching"])
def test_a_command_loads_no_library_that_it_may_not_need(module: str) -> None:
    loaded = loaded_by(f"import verifier.cli.{module}")
    assert loaded & HEAVY == set()
    assert "sqlalchemy" in loaded


def test_the_window_starts_without_what_only_files_of_some_kind_need() -> None:
    loaded = loaded_by("import verifier.ui.app")
    assert loaded & FOR_FORMATS == set()
    assert "PySide6" in loaded
