"""What a start loads is what it needs: libraries for a format wait for a file of that format."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from verifier import models

ROOT = Path(__file__).parents[2]
FOR_FORMATS = frozenset(
    "charset_normalizer citeproc docx jsonschema pikepdf pybtex rispy warcio".split()
)
"""Libraries that only files of some kind need."""
HEAVY = FOR_FORMATS | {"PIL", "PySide6", "alembic", "lxml", "numpy", "pypdfium2"}


def modules_loaded_by(code: str) -> set[str]:
    """What Python code loads in a process of its own."""
    told = f"{code}; import json, sys; print(json.dumps(list(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def loaded_by(code: str) -> set[str]:
    """The libraries that Python code loads in a process of its own, by their first names."""
    return {name.partition(".")[0] for name in modules_loaded_by(code)}


@pytest.mark.parametrize("module", ["claims", "documents", "searching"])
def test_a_command_loads_no_library_that_it_may_not_need(module: str) -> None:
    loaded = loaded_by(f"import verifier.cli.{module}")
    assert loaded & HEAVY == set()
    assert "sqlalchemy" in loaded


def test_the_window_starts_without_what_only_files_of_some_kind_need() -> None:
    loaded = loaded_by("import verifier.ui.app")
    assert loaded & FOR_FORMATS == set()
    assert "PySide6" in loaded


def test_listing_the_commands_loads_no_database_and_no_reader() -> None:
    loaded = loaded_by("from verifier.cli import main; main(['--help'])")
    assert loaded & (HEAVY | {"sqlalchemy"}) == set()
    assert "click" in loaded


def test_importing_loads_nothing_of_what_is_written_about_claims(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("The dam failed at dawn.", encoding="utf-8")
    case, report = str(tmp_path / "a.vcase"), str(tmp_path / "report.txt")
    new = ["--as", "Anna Nowak", "new", case, "--title", "A"]
    first = f"from verifier.cli import main; assert main({new}) == 0"
    modules_loaded_by(first)
    importing = ["--as", "Anna Nowak", "import", case, report]
    loaded = modules_loaded_by(f"from verifier.cli import main; assert main({importing}) == 0")
    later = {"verifier.models.assessments", "verifier.models.reviews", "verifier.actions.claims"}
    assert loaded & later == set()
    assert "verifier.models.documents" in loaded


def test_tables_that_are_always_loaded_refer_to_no_other() -> None:
    code = (
        "import verifier.models as m; tables = m.Claim.metadata.tables.values(); "
        "assert all(key.column is not None for table in tables for key in table.foreign_keys); "
        "assert 'reviews' not in m.Claim.metadata.tables; "
        "assert 'reviews' in m.Base.metadata.tables and 'hypotheses' in m.Base.metadata.tables"
    )
    assert "verifier.models.assessments" in modules_loaded_by(code)


def test_every_table_is_there_for_whoever_asks_for_any() -> None:
    assert all(hasattr(models, name) for name in models.__all__)
    with pytest.raises(AttributeError, match="Unheard"):
        models.Unheard  # noqa: B018
