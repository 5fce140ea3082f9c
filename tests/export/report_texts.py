"""Every text that a report can say in words of the program, gathered from the source."""

from __future__ import annotations

import ast
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from verifier import paths
from verifier.export import wording
from verifier.export.sections import cards, cover, matrix, method
from verifier.queries.ach import DECIMAL
from verifier.scales import load_scales
from verifier.states import Role, Weight

ROOT = Path(__file__).parents[2]
SCALES = (
    "verification",
    "analytic",
    "house-5",
    "icd203",
    "nato-reliability",
    "nato-credibility",
    "ach-consistency",
)
"""The scales that a report in another language words in it; others stay as their authors wrote."""


def texts() -> set[str]:
    """What a table of a language must hold."""
    return {*_called(), *_of_tables(), *_of_scales(), *_of_template()}


def _called() -> Iterator[str]:
    for path in (ROOT / "verifier" / "export").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.func if isinstance(node, ast.Call) else None
            if isinstance(name, ast.Name) and name.id in ("tr", "_tr"):
                assert isinstance(node, ast.Call)
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield str(first.value)


def _of_tables() -> Iterator[str]:
    yield from (name for _, name in wording.STANCES.values())
    for table in (
        *(wording.STATUSES, wording.KINDS, wording.DECISIONS, wording.ITEM_KINDS),
        *(cards.RELATIONS, cover.MEDIA_TYPES),
    ):
        yield from filter(None, dict(table).values())
    yield from wording.MONTHS
    yield from (f"of {month}" for month in wording.MONTHS)
    yield from (*method.METHOD, matrix.KEY, cover.KICKER, cover.BOX, DECIMAL.title, "Not rated")
    yield from ("{number} is {verdict}", "{number} are {verdict}", "Confidence", "Likelihood")
    yield from (role.value.capitalize() for role in Role)
    yield from (weight.value for weight in Weight)


def _of_scales() -> Iterator[str]:
    known = load_scales()
    for scale_id in SCALES:
        scale = known[scale_id]
        yield scale.title
        for level in scale.levels:
            yield from filter(None, (level.label, level.description))


def _of_template() -> Iterator[str]:
    """What stands in the headers and footers of the template, but for bare placeholders."""
    with zipfile.ZipFile(paths.resources() / "templates" / "report.docx") as package:
        for name in package.namelist():
            if name.startswith(("word/header", "word/footer")):
                for words in re.findall(r"<w:t(?: [^>]*)?>([^<]+)<", package.read(name).decode()):
                    if re.search(r"[A-Za-z]", re.sub(r"\{\{\w+\}\}", "", words)) is not None:
                        yield words
