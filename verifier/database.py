"""Engines, pragmas, schema: everything that is peculiar to SQLite and PostgreSQL.

Measured reasons: SQLAlchemy's own transactions on SQLite lose concurrent updates, so the driver is
told to keep out of it and we say BEGIN ourselves, IMMEDIATE for writers. A commit told to the user
must survive a power cut, so `synchronous` is FULL. Alembic's batch mode re-creates tables, which
with foreign keys on deletes the children: an upgrade runs with them off, after a backup.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from verifier import models
from verifier.addresses import is_server, without_password
from verifier.errors import (
    CannotWrite,
    CaseDamaged,
    CaseTooNew,
    Conflict,
    Invalid,
    NotACase,
    NotAllowed,
    NotFound,
    Unreachable,
    VerifierError,
)
from verifier.migrations import REVISIONS, search_sqlite

if TYPE_CHECKING:
    from verifier.watching import SilenceWatch

APPLICATION_ID = 0x56524643
"""“VRFC”, at offset 68 of the file: tells a case from any other SQLite database."""
MAGIC = b"SQLite format 3\0"
BUSY_MILLISECONDS = 5000
SERVER_PATIENCE = {
    "connect_timeout": 5,
    "tcp_user_timeout": 10_000,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
}
"""Seconds (of tcp_user_timeout milliseconds) until a server that no longer answers is given up."""
SERVER_SETTINGS = (
    f"SET lock_timeout = {BUSY_MILLISECONDS}",
    "SET idle_in_transaction_session_timeout = '2min'",
)
"""A writer waits for another as long as in a file; one whose computer is gone holds nobody up."""
BEGIN = "verifier_begin"
"""The option that says with which words a transaction begins."""
WRITE = {BEGIN: "BEGIN IMMEDIATE"}
WRITE_ON_SERVER = {BEGIN: "BEGIN"}
READ_ON_SERVER = {BEGIN: "BEGIN ISOLATION LEVEL REPEATABLE READ"}
DIVISION_BY_ZERO = "22012"
"""What PostgreSQL calls it; see `round_trips.ONE_CHANGED`."""
LOG_AT_MOST = 8000
"""Pages, of some 4 kB, after which a commit folds the log into the file. A window has that done in
a thread long before: where SQLite does it after 1000, a rating in 80 takes ten times as long."""
STEPS_BETWEEN_LOOKS = 100_000
"""Of SQLite's machine, some milliseconds, after which an upgrade looks whether to stop."""
PIECE = 1000
"""Pages of a file, of some 4 kB, that are copied at once."""
Copied = Callable[[float], None]
"""Told the share from 0 to 1 that is copied; by raising `Cancelled` it has no copy made."""
DAMAGE = ("malformed", "not a database", "no such table", "no such column", "no such fts5")


class CaseDialect(SQLiteDialect_pysqlite):
    """SQLite, where one file's compiled statements serve every other: all are of one schema.

    SQLAlchemy keeps them by statement and dialect, and takes each engine's dialect for another.
    """

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CaseDialect)

    def __hash__(self) -> int:
        return hash(CaseDialect)


registry.register("sqlite.case", __name__, "CaseDialect")
FILE = "sqlite+case"
_compiled: LRUCache[Any, Any] = LRUCache(1000)
"""What was compiled for a file, or for the rehearsal before the first one is opened."""


def shown(location: str) -> str:
    """A location as it may be shown: without the password."""
    if not is_server(location):
        return location
    return without_password(location) or "The server's address"


def _server_engine(location: str) -> Engine:
    try:
        # Loaded where it is needed: not everybody has PostgreSQL's driver.
        from verifier.round_trips import save_round_trips

        url = make_url(location)
        if url.drivername in ("postgres", "postgresql"):
            url = url.set(drivername="postgresql+psycopg")
        engine = create_engine(
            url,
            connect_args=_patience(url),
            isolation_level="AUTOCOMMIT",  # the driver keeps out of it, as in a file
            use_native_hstore=False,
        )
    except (ArgumentError, ValueError) as error:
        raise Invalid(
            f"{shown(location)} is not an address that Verifier understands.",
            "Write postgresql://name@host/database.",
        ) from error
    except ModuleNotFoundError as error:
        raise NotFound(
            f"{shown(location)} cannot be opened: {error.name} is not installed.",
            "Install Verifier with its extra “server”.",
        ) from error

    # A server that is gone is told in words of ours: psycopg would tell the terminal, too.
    logging.getLogger("psycopg").setLevel(logging.ERROR)
    save_round_trips(engine, SERVER_SETTINGS, BEGIN)
    return engine


def _patience(url: URL) -> dict[str, int]:
    """How long to wait for a server, as far as the address does not say it itself."""
    return {name: value for name, value in SERVER_PATIENCE.items() if name not in url.query}


def engine_for(
    location: str,
    *,
    wal: bool = True,
    foreign_keys: bool = True,
    first: sqlite3.Connection | None = None,
) -> Engine:
    """An engine on a case file or on a server. `first` is a connection to the file that it begins
    with: each reads the whole schema anew, and so does the first question through one."""
    if is_server(location):
        return _server_engine(location)
    url = URL.create(FILE, database=str(Path(location).absolute()))
    engine = create_engine(url, execution_options={"compiled_cache": _compiled})
    journal = "WAL" if wal else "DELETE"
    ready = [] if first is None else [first]

    @event.listens_for(engine, "do_connect")
    def _begin_with(*_: Any) -> sqlite3.Connection | None:
        return ready.pop() if ready else None

    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute(f"PRAGMA wal_autocheckpoint={LOG_AT_MOST}")
        connection.execute("PRAGMA synchronous=FULL")
        search_sqlite.prepare(connection)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        driver: Any = connection.connection.driver_connection
        driver.execute(options.get(BEGIN, "BEGIN"))

    return engine


@contextmanager
def in_memory() -> Iterator[Engine]:
    """An empty database with all tables, gone in the end; for one thread."""
    options = {"compiled_cache": _compiled}
    engine = create_engine(f"{FILE}://", poolclass=StaticPool, execution_options=options)
    try:
        models.Base.metadata.create_all(engine)
        yield engine
    finally:
        engine.dispose()


def check_is_case(path: Path) -> None:
    """Stop, in words, unless the file is a case."""
    if path.is_dir():
        raise NotFound(f"{path} is a folder.", "Name the case file in it; it ends in .vcase.")
    if not path.is_file():
        raise NotFound(f"There is no file {path}.", "Check the name, or create a new case.")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise CannotWrite(
            f"{path} cannot be opened ({error.strerror}).", "Ask for access to the file."
        ) from error
    if not head.startswith(MAGIC) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotACase(
            f"{path} is not a Verifier case.",
            "Open a file that ends in .vcase, or import this one into a case as a document.",
        )
    # Asked beforehand, since SQLite would leave its side files beside a file it cannot write.
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise CannotWrite(
            f"{path} cannot be written.", "Check that you may write to the file and its folder."
        )


def newest_revision() -> str:
    """The schema version this program writes."""
    return REVISIONS[-1]


def revision(connection: Connection) -> str | None:
    """The schema version of a database; `None` where it has no schema yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    # Alembic is loaded where it is needed: it would double the time that opening a case takes.
    from verifier.migrations import running

    running.upgrade(connection)


def create_schema(
    location: str, *, wal: bool = True, stopped: Callable[[], bool] | None = None
) -> None:
    """Give a database the newest schema, as far as it has not, and a file its application id.

    A file is left as it was where `stopped` says so meanwhile.
    """
    engine = engine_for(location, wal=wal, foreign_keys=False)
    try:
        options = WRITE_ON_SERVER if is_server(location) else WRITE
        with engine.execution_options(**options).begin() as connection:
            if is_server(location):
                found = revision(connection)
                check_known(location, found)
                if found != newest_revision():
                    _upgrade(connection)
                return
            driver: Any = connection.connection.driver_connection
            driver.set_progress_handler(stopped, STEPS_BETWEEN_LOOKS)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            _upgrade(connection)
            driver.set_progress_handler(None, 0)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise CaseDamaged(
                    f"{location} holds rows that belong to nothing.",
                    "It was left as it is; “verify” lists them.",
                )
    finally:
        engine.dispose()


def check_known(location: str, found: str | None) -> None:
    """Stop where a newer program has written the schema; none at all is known."""
    if found is not None and found not in REVISIONS:
        raise CaseTooNew(
            f"{shown(location)} was written by a newer version of Verifier.",
            "Update Verifier to open it. Nothing was changed.",
        )


def prepare_server(location: str) -> None:
    """Bring a server's database to the newest schema; stop in words where it holds no cases."""
    engine = engine_for(location)
    try:
        with engine.connect() as connection:
            found = revision(connection)
    finally:
        engine.dispose()
    if found is None:
        raise NotFound(f"{shown(location)} holds no cases.", "Create one there first.")
    check_known(location, found)
    if found != newest_revision():
        create_schema(location)


def look_at(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there; as of an engine, it may go from thread to thread."""
    there = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(there, uri=True, check_same_thread=False)


def fold_log(path: Path) -> None:
    """Bring what stands in a file's log into the file, as far as nobody reads or writes it now."""
    with told_in_words(path), closing(look_at(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def copy_file(path: Path, target: Path, copied: Copied | None = None) -> None:
    """A consistent copy by SQLite's own backup, even while the case is open and written to."""

    def piece(_status: int, left: int, pages: int) -> None:
        if copied is not None:
            copied(1 - left / max(1, pages))

    partial = target.with_name(f"{target.name}.part")
    if target.exists() and target.samefile(path):
        raise CannotWrite(f"{target} is the open case itself.", "Choose another name.")
    if target.with_name(f"{target.name}-wal").exists():
        raise CannotWrite(
            f"{target} is a case that is open.", "Close it first, or choose another name."
        )
    with told_in_words(target):
        try:
            partial.unlink(missing_ok=True)
            with closing(look_at(path)) as source, closing(sqlite3.connect(partial)) as copy:
                _stay_at_this_moment(source)
                source.backup(copy, pages=PIECE, progress=piece)
                copy.execute("PRAGMA journal_mode=DELETE")
            partial.replace(target)
        except OSError as error:
            raise CannotWrite(
                f"{target} cannot be written ({error.strerror}).", "Choose another folder."
            ) from error
        finally:
            partial.unlink(missing_ok=True)


def _stay_at_this_moment(connection: sqlite3.Connection) -> None:
    """Let a connection see no later change: a copy in pieces would begin anew after each."""
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def remove_file(path: Path) -> None:
    """Remove a database that was never finished, with its side files."""
    for ending in ("", "-journal", "-wal", "-shm"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)


def watch(
    engine: Engine, is_lost: Callable[[], bool], lose: Callable[[float], bool]
) -> SilenceWatch:
    """Have a server watched for silence, for this thread, which must not wait for it.

    `lose` is told since when no word came, and tells whether nobody else had one meanwhile.
    """
    from verifier.watching import SilenceWatch

    return SilenceWatch(engine, is_lost, lose)


def lock_case(connection: Connection, case_id: str) -> None:
    """Let writers of a case on a server take turns; in a file they do with how they begin.

    The lock goes with the first question, which therefore sees what the writer before wrote.
    """
    if connection.dialect.name == "postgresql":
        driver: Any = connection.connection.driver_connection
        driver.keep("SELECT 1 FROM cases WHERE id = %s FOR UPDATE", (case_id,))
        driver.is_locked = True


def is_overtaken(error: DBAPIError | sqlite3.Error) -> bool:
    """Whether a server refused a change because the row is not as it was read any more."""
    return getattr(getattr(error, "orig", None), "sqlstate", "") == DIVISION_BY_ZERO


def index_changes(connection: Connection) -> None:
    """Bring the search index up to date, before a commit; a server's triggers have done so."""
    if connection.dialect.name == "sqlite":
        search_sqlite.index_changes(connection)


@contextmanager
def told_in_words(where: Path | str) -> Iterator[None]:
    """Turn what the database complains of into an error a person can act on."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise in_words(where, error) from error


def in_words(where: Path | str, error: DBAPIError | sqlite3.Error) -> VerifierError:
    """The kind of error behind a database's message; bugs are raised as they are."""
    server = is_server(str(where))
    where = shown(str(where))
    message = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    if isinstance(error, IntegrityError):
        return _misfit(message, error)
    if "disk is full" in message or "disk i/o" in message or "no space left" in message:
        return CannotWrite(
            f"{where} cannot be written: the disk is full or failing.",
            "Make room, then do it again. What was saved before is safe.",
        )
    if "readonly" in message or "read-only" in message or "unable to open" in message:
        return CannotWrite(
            f"{where} cannot be written.", "Check that you may write to the file and its folder."
        )
    if "locked" in message or "deadlock" in message or "lock timeout" in message:
        return CannotWrite(
            f"{where} is busy: another program is writing to it.", "Try again in a moment."
        )
    if any(sign in message for sign in DAMAGE):
        return CaseDamaged(f"{where} is damaged.", "Open a backup or a restore point of it.")
    if server and isinstance(error, DBAPIError):
        return _of_server(where, message, error)
    raise error


def _of_server(where: str, message: str, error: DBAPIError) -> VerifierError:
    if "password" in message or "authentication failed" in message:
        return NotAllowed(
            f"{where} wants another name or password.",
            "File > Open a case on a server asks for them.",
        )
    if "permission denied" in message:
        return NotAllowed(
            f"{where} does not let you do this.", "Ask who runs the server for the right to it."
        )
    if isinstance(error, OperationalError) or error.connection_invalidated:
        return unreachable(where)
    raise error


def unreachable(location: str) -> Unreachable:
    """What is said of a server that does not answer."""
    return Unreachable(
        f"{shown(location)} cannot be reached.", "Check the network and the address."
    )


def _misfit(message: str, error: IntegrityError) -> VerifierError:
    """What a constraint refuses: the last line of defence behind the actions' own checks."""
    if "foreign key" in message:
        return NotFound(
            "This speaks of something that is not in the case.", "Add that first, or leave it out."
        )
    if "check constraint" in message:
        return Invalid(
            "This holds a word that the case has no place for.", "Use one of the words offered."
        )
    if "unique" in message:
        return Conflict("This is in the case already.", "Look at what is there.")
    raise error


def integrity_problems(location: str) -> list[str]:
    """What the database itself finds wrong with a case file, in words; nothing for a server."""
    if is_server(location):
        return []
    found = []
    with told_in_words(location), closing(look_at(Path(location))) as connection:
        for (line,) in connection.execute("PRAGMA integrity_check"):
            if line != "ok":
                found.append(f"The database reports: {line}.")
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            found.append(f"Row {row} of {table} belongs to something missing in {parent}.")
    return found
