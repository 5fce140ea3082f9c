"""Brings a case file of an older version to this one's schema, and keeps a copy of how it was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from verifier import database
from verifier.errors import Cancelled, CaseDamaged, CaseOutdated, VerifierError


@dataclass(frozen=True, slots=True)
class Upgrading:
    """How a case file of an older version is brought to this one's schema: it may take a while."""

    copied: database.Copied = lambda _: None
    """Is told which part of the file is copied; at 1 the rest begins, of which nothing is told."""
    stopped: Callable[[], bool] = lambda: False
    """Whether to leave the file as it was."""


def newest_file(
    path: Path, *, wal: bool = True, upgrading: Upgrading | None
) -> tuple[Engine, Path | None]:
    """An engine on a case file of the newest schema. Where it is older it is brought to that
    first, and the path of the copy of how it was is told, too. Without `upgrading` an older file is
    refused, untouched."""
    with database.told_in_words(path), ExitStack() as until_it_is_known:
        connection = database.look_at(path)
        until_it_is_known.callback(connection.close)
        found = [row[0] for row in connection.execute("SELECT version_num FROM alembic_version")]
        if not found:
            raise CaseDamaged(
                f"{path} was never finished.", "Create the case again, or open a backup."
            )
        database.check_known(str(path), found[0])
        if found[0] == database.newest_revision():
            until_it_is_known.pop_all()
            return database.engine_for(str(path), wal=wal, first=connection), None
    if upgrading is None:
        raise CaseOutdated(f"{path} is of an older version.", "Have it brought up to date.")
    return database.engine_for(str(path), wal=wal), _brought_up_to_date(path, wal, upgrading)


def _brought_up_to_date(path: Path, wal: bool, upgrading: Upgrading) -> Path:
    """The copy of a case file as it was; it has the newest schema now."""

    def copied(share: float) -> None:
        if upgrading.stopped():
            raise Cancelled
        upgrading.copied(share)

    backup = path.with_name(f"{path.stem}.before-{database.newest_revision()}{path.suffix}")
    database.copy_file(path, backup, copied)
    try:
        with database.told_in_words(path):
            database.create_schema(str(path), wal=wal, stopped=upgrading.stopped)
    except (VerifierError, DBAPIError) as error:
        if upgrading.stopped():
            database.remove_file(backup)
            raise Cancelled from error
        raise
    return backup
