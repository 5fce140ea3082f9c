"""What the core says to a person, read from its source, so that the window can say it translated.

The core knows no Qt: it speaks English sentences, with values in them. Here each becomes a
template, "%1 is damaged.", which translators see in the context "Core"; names of actions, tables
and columns, which the history of a case shows, stand in the context "History".
`verifier/ui/told.py` recognises a finished sentence by its template.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from verifier import errors  # noqa: E402
from verifier.queries.audit import spaced  # noqa: E402

PACKAGE = ROOT / "verifier"
ROOMS = (
    "actions capturing database exchange export models new_file paths queries reading references "
    "scales settings text upgrading workspace errors"
).split()
NOT_SHOWN = (
    "export/sections",
    "export/report",
    "export/charts",
    "export/references",
    "export/properties",
)
"""They speak in the report, which has a language of its own."""
NOT_READ = ("_id", "hash", "sha256", "seq")
"""Ends of columns whose values mean nothing to a person."""
END = ".?!…"
WORD = re.compile(r"[A-Za-z]{2,}")


def sources() -> list[Path]:
    """Files of the core with words for the window, always in the same order."""
    found = []
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        room = name.partition("/")[0].removesuffix(".py")
        if room in ROOMS and not name.startswith(NOT_SHOWN):
            found.append(file)
    return found


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    """All that stands in a source, read and walked once."""
    return tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def sentences(source: Sequence[ast.AST]) -> Iterator[str]:
    """Templates of the sentences in a source; not its docstrings."""
    silent = {*_docstrings(source), *_parts_of_templates(source), *_words_of_the_report(source)}
    for node in source:
        if id(node) not in silent and isinstance(node, ast.Constant | ast.JoinedStr):
            words = template(node)
            if is_sentence(words):
                yield words


def errors_in(source: Sequence[ast.AST]) -> Iterator[str]:
    """What is raised as an error: of the window's own words the rest passes through `self.tr`."""
    for node in source:
        if isinstance(node, ast.Call) and _name(node.func) in KINDS:
            for words in node.args:
                if isinstance(words, ast.Constant | ast.JoinedStr) and template(words):
                    yield template(words)


def template(node: ast.Constant | ast.JoinedStr) -> str:
    """A text as it stands in the source, with %1, %2, … for the values in it."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    words, number = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            words += str(part.value)
        else:
            number += 1
            words += f"%{number}"
    return words


def is_sentence(words: str) -> bool:
    """Whether a person would read it: it begins and ends like a sentence and holds words."""
    plain = re.sub(r"%\d", "", words)
    return (
        len(WORD.findall(plain)) > 1
        and words.strip()[-1:] in END
        and (words[0].isupper() or words[0] in "“%")
    )


def _docstrings(source: Sequence[ast.AST]) -> Iterator[int]:
    for node in source:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)


def _words_of_the_report(source: Sequence[ast.AST]) -> Iterator[int]:
    """What passes through the report's own `tr`, which has its own table."""
    for node in source:
        if isinstance(node, ast.Call) and _name(node.func) in ("tr", "_tr"):
            yield from (id(words) for words in node.args)


def _parts_of_templates(source: Sequence[ast.AST]) -> Iterator[int]:
    for node in source:
        if isinstance(node, ast.JoinedStr):
            yield from (id(part) for part in ast.walk(node) if part is not node)


KINDS = {each.__name__ for each in vars(errors).values() if isinstance(each, type)}
RAISED = re.compile(rf"\b(?:{'|'.join(sorted(KINDS))})\(")
"""Few sources of the window raise an error: the others need not be taken apart."""


def names(folder: str) -> Iterator[str]:
    """Names that the history shows: classes with a verb in them, tables, columns."""
    for file in sorted((PACKAGE / folder).rglob("*.py")):
        for node in nodes(file):
            if isinstance(node, ast.ClassDef):
                inside = {_name(part) for part in node.body}
                if "do" in inside or "__tablename__" in inside:
                    yield spaced(node.name)
            elif isinstance(node, ast.AnnAssign) and "Mapped[" in ast.unparse(node.annotation):
                column = _name(node)
                if not column.endswith(NOT_READ):
                    yield column.replace("_", " ")


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.FunctionDef):
        return node.name
    if isinstance(node, ast.Assign):
        return _name(node.targets[0])
    if isinstance(node, ast.AnnAssign):
        return _name(node.target)
    return node.id if isinstance(node, ast.Name) else ""


@cache
def core() -> tuple[str, ...]:
    """Every template of the context Core."""
    found: set[str] = set()
    for file in sources():
        found |= {*sentences(nodes(file)), *errors_in(nodes(file))}
    for file in (PACKAGE / "ui").rglob("*.py"):
        if RAISED.search(file.read_text(encoding="utf-8")):
            found |= set(errors_in(nodes(file)))
    return tuple(sorted(found))


def history() -> list[str]:
    """Every name of the context History."""
    return sorted({*names("actions"), *names("models")})


def for_lupdate() -> str:
    """A source that Qt's own tool can read."""
    lines = [("Core", words) for words in core()] + [("History", words) for words in history()]
    return "".join(
        f'QT_TRANSLATE_NOOP("{context}", {json.dumps(words, ensure_ascii=False)})\n'
        for context, words in lines
    )


def for_window() -> str:
    """Templates with values in them, one a line: what the window recognises sentences by."""
    lines = [json.dumps(words, ensure_ascii=False) for words in core() if "%1" in words]
    return "".join(f"{line}\n" for line in lines)
