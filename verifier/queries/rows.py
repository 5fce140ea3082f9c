"""From a statement to frozen rows: the fields of the dataclass are the columns, in order."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select
from sqlalchemy.orm import Session

Row = TypeVar("Row")


@cache
def columns(row_type: type[Any], model: type[Any]) -> tuple[ColumnElement[Any], ...]:
    """The model's columns that the row's fields name, for as long as the model knows them."""
    names = [field.name for field in fields(row_type)]
    return tuple(getattr(model, name) for name in names if hasattr(model, name))


def fetch(
    session: Session, row_type: type[Row], statement: Select[*tuple[Any, ...]]
) -> tuple[Row, ...]:
    """Run a statement whose columns stand in the order of the row's fields."""
    return tuple(row_type(*values) for values in session.execute(statement))
