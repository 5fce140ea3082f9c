"""Who may import whom: the house stays a house. Read from the source, so nothing is run.

A room is what stands directly under `verifier`: a module or a package. A library lives in the
rooms that its row names; a new library needs a row. To change the law, change the tables here
and the picture in ARCHITECTURE.md.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "verifier"

CORE = {"models", "states", "text", "scales", "errors", "ids"}
EVERYTHING = {
    *CORE,
    *{
        "actions",
        "addresses",
        "capturing",
        "database",
        "exchange",
        "export",
        "paths",
        "queries",
        "reading",
    },
    *{"references", "places", "settings", "ui", "upgrading", "workspace"},
}

# room: what of this program it may import, besides itself.
LAW: dict[str, set[str]] = {
    "__init__": set(),
    "errors": set(),
    "states": set(),
    "ids": set(),
    "text": set(),
    "paths": set(),
    "addresses": set(),
    "settings": {"addresses", "errors", "paths"},
    "scales": {"errors", "paths"},
    "models": {"states", "ids"},
    "migrations": {"models", "text"},
    "reading": {"text", "errors"},
    "capturing": {"errors"},
    "queries": CORE,
    "actions": CORE | {"queries.claims", "queries.rows", "queries.rules"},
    "export": {
        *{"references", "queries", "reading", "scales", "text", "states", "errors", "paths", "ids"},
    },
    "references": {"text", "errors", "paths"},
    "exchange": {
        *{"reading", "references"},
        *{"workspace", "actions", "queries", "scales", "text", "states", "errors", "paths", "ids"},
    },
    "places": set(),
    "new_file": {"errors"},
    "asked_together": set(),
    "round_trips": {"asked_together"},
    "watching": {"round_trips"},
    "database": {"addresses", "models", "migrations", "errors", "round_trips", "watching"},
    "upgrading": {"database", "errors"},
    "workspace": {
        *{"addresses", "database", "new_file", "places", "models", "scales", "states", "errors"},
        *{"actions.base", "actions.people", "actions.undoing", "ids", "queries.rows"},
        *{"upgrading", "watching"},
    },
    "cli": EVERYTHING - {"models"},
    "ui": EVERYTHING - {"models", "database"},
    "main": {"cli"},
}

# library: the rooms it may be used in.
LIBRARIES: dict[str, set[str]] = {
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "alembic": {"migrations"},
    "charset_normalizer": {"reading"},
    "citeproc": {"references"},
    "click": {"cli"},
    "docx": {"reading"},
    "isal": {"reading"},
    "jsonschema": {"exchange"},
    "lxml": {"reading", "export", "exchange", "references"},
    "markdown_it": {"reading"},
    "mdit_py_plugins": {"reading"},
    "numpy": {"reading", "ui"},
    "pdfminer": {"reading"},
    "pdfplumber": {"reading"},
    "pikepdf": {"reading", "export"},
    "platformdirs": {"paths"},
    "psycopg": {"asked_together", "round_trips", "watching"},
    "PIL": {"reading", "export"},
    "pypdfium2_raw": {"reading"},
    "pybtex": {"references"},
    "rapidfuzz": {"text"},
    "regex": {"text"},
    "rispy": {"references"},
    "warcio": {"capturing", "reading"},
    "sqlalchemy": {
        *{"actions", "database", "exchange", "migrations", "models", "queries", "round_trips"},
        *{"upgrading", "watching", "workspace"},
    },
}

# Where the window is asked for, it is imported then: the command line needs no Qt.
# Alembic is loaded only when a schema is made or changed; what reads or writes a format, for the
# first file of that format: together they would double the time that the window takes to start.
# The driver of PostgreSQL is an extra that not everybody has. Most files are read without numpy.
MAY_IMPORT_LATE = {
    ("cli", "verifier.ui"),
    *{("cli", f"verifier.{name}") for name in ("actions.takeover", "exchange", "workspace")},
    ("database", "verifier.migrations.running"),
    *{("database", "verifier.round_trips"), ("database", "verifier.watching")},
    ("exchange", "jsonschema"),
    ("export", "verifier.export"),
    ("reading", "numpy"),
    *{("reading", f"verifier.reading.{name}") for name in ("pdf_repair", "pdf_second", "tables")},
    *{("references", library) for library in ("citeproc", "pybtex", "rispy")},
    *{("ui", f"verifier.export.{name}") for name in ("layout", "report")},
    *{("ui", "verifier.capturing.page"), ("ui", "verifier.reading.evidence")},
    ("ui", "verifier.exchange"),
}
ONLY_ONE_COMMITS = "workspace"


@dataclass(frozen=True)
class Import:
    """One imported module, or name of a module, as a dotted path."""

    path: Path
    line: int
    target: str
    late: bool

    @property
    def room(self) -> str:
        return room_of(self.path)

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line} imports {self.target}"


def room_of(path: Path) -> str:
    """`verifier/text/ranges.py` stands in `text`; `main.py` is a room of its own."""
    if not path.is_relative_to(PACKAGE):
        return path.stem
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def sources() -> list[Path]:
    entry = ROOT / "main.py"
    return [*([entry] if entry.exists() else []), *sorted(PACKAGE.rglob("*.py"))]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path, tree: ast.Module) -> Iterator[Import]:
    for node, late in import_statements(tree):
        for target in targets(node):
            yield Import(path, node.lineno, target, late=late)


def import_statements(node: ast.AST, late: bool = False) -> Iterator[tuple[ast.stmt, bool]]:
    """Each import, and whether it runs when a function is called; no expression holds one."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, late
        elif isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from import_statements(child, late or is_function)


def targets(node: ast.AST) -> list[str]:
    """`from verifier import text` and `import verifier.text` both name `verifier.text`."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        if node.level:
            return ["." * node.level + (node.module or "")]
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def lies_under(target: str, allowed: Iterable[str]) -> bool:
    return any(target == name or target.startswith(f"{name}.") for name in allowed)


def breach(found: Import) -> str | None:
    """Why the import is against the law, or None."""
    top, _, rest = found.target.partition(".")
    if not top:
        return "relative imports hide the room"
    if found.late and not may_be_late(found):
        return "imports stand at the top of the file"
    if top == "verifier":
        return breach_inside(found.room, rest)
    if top in sys.stdlib_module_names:
        return None
    if found.room not in LIBRARIES.get(top, set()):
        return f"{top} has no place in {found.room}"
    return None


def breach_inside(room: str, rest: str) -> str | None:
    neighbour = rest.partition(".")[0]
    if room == neighbour or neighbour.startswith("__"):
        return None
    if not lies_under(rest, LAW.get(room, set())):
        return f"{room} may not know {neighbour}"
    return None


def may_be_late(found: Import) -> bool:
    return any(r == found.room and lies_under(found.target, [t]) for r, t in MAY_IMPORT_LATE)


def all_imports() -> list[Import]:
    return [i for path in sources() for i in imports(path, parsed(path))]


def imports_in(source: str, path: str) -> list[Import]:
    return list(imports(ROOT / path, ast.parse(source)))


def test_every_import_keeps_the_law() -> None:
    breaches = [f"{found}: {why}" for found in all_imports() if (why := breach(found))]
    assert not breaches, "\n".join(breaches)


def test_no_permission_stays_that_nobody_needs() -> None:
    found = all_imports()
    tops = {(each.room, each.target.partition(".")[0]) for each in found}
    libraries = {(room, name) for name, rooms in LIBRARIES.items() for room in rooms}
    assert libraries - tops == set()
    late = [(each.room, each.target) for each in found if each.late]
    unused = {
        (room, name)
        for room, name in MAY_IMPORT_LATE
        if not any(who == room and lies_under(target, [name]) for who, target in late)
    }
    assert unused == set()


def test_every_room_has_a_row_in_the_law() -> None:
    assert {room_of(path) for path in sources()} - LAW.keys() == set()


def test_only_the_workspace_commits() -> None:
    commits = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources()
        if room_of(path) != ONLY_ONE_COMMITS
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "commit"
    ]
    assert not commits, f"commits outside the workspace: {commits}"


@pytest.mark.parametrize(
    ("path", "source", "why"),
    [
        ("verifier/text/a.py", "import verifier.errors", "text may not know errors"),
        ("verifier/text/a.py", "from verifier import models", "text may not know models"),
        ("verifier/queries/a.py", "from verifier.actions import x", "queries may not know actions"),
        ("verifier/actions/a.py", "from PySide6.QtCore import QObject", "PySide6 has no place in"),
        ("verifier/workspace.py", "from verifier.actions.claims import X", "may not know actions"),
        ("verifier/ui/a.py", "from verifier.database import x", "ui may not know database"),
        ("verifier/cli/entry.py", "from verifier.models import x", "cli may not know models"),
        ("verifier/ui/a.py", "import unheard_of", "unheard_of has no place in ui"),
        ("verifier/ui/a.py", "from . import b", "relative imports"),
        ("verifier/ui/a.py", "def f():\n    from verifier import scales", "top of the file"),
        ("verifier/actions/a.py", "if TYPE_CHECKING:\n    import verifier.ui", "not know ui"),
    ],
)
def test_the_law_refuses(path: str, source: str, why: str) -> None:
    reasons = [breach(found) or "" for found in imports_in(source, path)]
    assert any(why in reason for reason in reasons), reasons


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("verifier/workspace.py", "from verifier.actions.base import Action"),
        ("verifier/cli/entry.py", "def window():\n    from verifier.ui.app import run"),
        ("verifier/text/a.py", "import unicodedata, rapidfuzz\nfrom verifier.text.b import c"),
        ("verifier/ui/a.py", "from verifier import __version__"),
    ],
)
def test_the_law_allows(path: str, source: str) -> None:
    assert [breach(found) for found in imports_in(source, path) if breach(found)] == []
