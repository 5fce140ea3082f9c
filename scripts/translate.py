"""Brings the translations up to date with the texts of the window, and builds what Qt loads.

    python scripts/translate.py

Writes resources/i18n/verifier_LANGUAGE.ts (for people) and .qm (for Qt), and core.txt, the
sentences of the core with values in them (`core_texts.py`). What is new stands in the .ts as
unfinished: translate it there or with pyside6-linguist, and run this again.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import core_texts

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("uk",)


def tool(name: str) -> str:
    """A program of PySide6, beside this Python."""
    found = [path for path in Path(sys.executable).parent.glob(f"{name}*") if path.is_file()]
    return str(found[0]) if found else name


def sources() -> list[str]:
    """Files with texts of the window, always in the same order."""
    files = sorted((ROOT / "verifier" / "ui").rglob("*.py"))
    return [file.relative_to(ROOT).as_posix() for file in files]


def update(language: str, folder: Path = FOLDER) -> Path:
    """Take new texts into a language's file, and drop those that are gone."""
    file = folder / f"verifier_{language}.ts"
    options = ["-no-obsolete", "-locations", "none", "-target-language", language]
    with tempfile.TemporaryDirectory() as place:
        core = Path(place) / "core.py"
        core.write_text(core_texts.for_lupdate(), encoding="utf-8")
        texts = [*sources(), str(core)]
        command = [tool("pyside6-lupdate"), *texts, *options, "-ts", str(file)]
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    return file


def build(file: Path) -> Path:
    """What Qt loads, made from what people edit."""
    made = file.with_suffix(".qm")
    command = [tool("pyside6-lrelease"), str(file), "-qm", str(made)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    return made


def main() -> int:
    """All languages; 1 where something is not translated yet."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "core.txt").write_text(core_texts.for_window(), encoding="utf-8")
    missing = 0
    for language in LANGUAGES:
        file = update(language)
        build(file)
        missing += file.read_text(encoding="utf-8").count('type="unfinished"')
    print(f"not translated yet: {missing}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
