"""An open case: the only place where transactions end."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from verifier import addresses, database, new_file, places, scales
from verifier.actions.base import Action, Actor, Change, Done, Ledger, Watch
from verifier.actions.people import CreateCase, JoinCase
from verifier.actions.undoing import reverse
from verifier.errors import CannotWrite, Conflict, Invalid, NotFound, Unreachable, VerifierError
from verifier.ids import new_id
from verifier.models import AuditEvent, Case, Person
from verifier.queries.rows import together
from verifier.states import Role
from verifier.upgrading import Upgrading, newest_file

if TYPE_CHECKING:
    from verifier.watching import SilenceWatch

Copied = database.Copied
Ask = Callable[[Session, str], object]
"""A query of a case."""


_UPGRADING = Upgrading()
GONE_SECONDS = 1.0
"""How long closing a case waits for a server that may be gone."""
_CASES = select(Case.id, Case.title).where(Case.withdrawn_at.is_(None)).order_by(Case.title)


@contextmanager
def rehearsing(*actions: Action) -> Iterator[Session]:
    """A session on a case in memory in which these were done: what is asked and done there once is
    put together sooner after.

    The first question of a program costs ten times what a later one does, and so does the first
    change: tables are matched with classes, the driver is loaded, parts of statements are kept.
    """
    actor = Actor(new_id(), "-", Role.OWNER)
    begin = CreateCase(new_id(), "-", "en", actor)
    with database.in_memory() as engine, Session(engine) as session:
        for action in (begin, *actions):
            ledger = Ledger(session, begin.case_id, actor, "Rehearse")
            action.do(ledger)
            done = ledger.finish(action.title)
        reverse(Ledger(session, begin.case_id, actor, "Rehearse"), done)
        _ask_at_opening(session, begin.case_id, actor.name)
        yield session


def _ask_at_opening(session: Session, case_id: str, name: str) -> None:
    _case_ids(session)
    _last_event(session, case_id)
    _person(session, case_id, name)
    _own_scales(session, case_id)


def _case_ids(session: Session) -> Sequence[str]:
    return session.scalars(_CASES.with_only_columns(Case.id)).all()


def _last_event(session: Session, case_id: str) -> int:
    last = select(func.max(AuditEvent.seq)).where(AuditEvent.case_id == case_id)
    return session.scalar(last) or 0


def _person(session: Session, case_id: str, name: str) -> Person | None:
    named = select(Person).where(
        Person.case_id == case_id, Person.name == name, Person.withdrawn_at.is_(None)
    )
    return session.scalars(named).first()


def _own_scales(session: Session, case_id: str) -> dict[str, Any]:
    return session.scalar(select(Case.own_scales).where(Case.id == case_id)) or {}


class _Moment(threading.local):
    """What a thread reads in one transaction, if it asked for that."""

    def __init__(self) -> None:
        self.lasts = False
        self.session: Session | None = None

    def end(self) -> None:
        """What is read next is as it is then."""
        session, self.session = self.session, None
        if session is not None:
            session.close()


class Workspace:
    """A case that is open, and the person who works on it.

    `location` is the path of a case file or the address of a PostgreSQL database. Sessions never
    cross threads: each `do`, `undo` and `reading` makes its own, so any thread may call them.
    """

    def __init__(self, location: str, engine: Engine, case_id: str, *, safe_mode: bool) -> None:
        self.location = location
        self.case_id = case_id
        self.safe_mode = safe_mode
        """Opened without a write-ahead log, because the file is on a network folder."""
        self.backup: Path | None = None
        """Copy made before the case was brought to a newer schema, if it was."""
        self.actor = Actor("", "", Role.CHECKER)
        self.began_after = 0
        """The last event of the trail when the case was opened."""
        self.own_events: set[int] = set()
        """Numbers of the events that were written from here, and that nobody has passed."""
        self.is_cut_off = False
        """The server does not answer: whoever found that out says so here. Nothing is tried before
        somebody, `trying` again, has found it back."""
        self._found_back = 0.0
        """When somebody who tried was answered last."""
        self._engine = engine
        self._commits, self._looked_at, self._folded = 0, 0, 0
        """How many there were; by the last look whether to fold them, and by the last folding."""
        self._joining = threading.Lock()
        self._watch: SilenceWatch | None = None
        self._moment = _Moment()
        self._prepared: Session | None = None
        """With what was read for the first moment, by a thread that is done with it."""
        reads: dict[str, str] = {}
        writes = database.WRITE
        if addresses.is_server(location):
            reads, writes = database.READ_ON_SERVER, database.WRITE_ON_SERVER
        self._read = sessionmaker(engine.execution_options(**reads), expire_on_commit=False)
        self._write = sessionmaker(engine.execution_options(**writes), expire_on_commit=False)

    @classmethod
    def create(
        cls, location: str | Path, *, title: str, person: str, language: str = "en"
    ) -> Workspace:
        """A new case, open, with `person` as its owner. An existing file is never touched.

        The file is made under another name and gets its own when it is whole.
        """
        place = str(location)
        if not title.strip():
            raise Invalid("A case needs a title.", "Give it one.")
        if addresses.is_server(place):
            with database.told_in_words(place):
                database.create_schema(place)
            return cls._begin(place, title=title, person=person, language=language)
        path = Path(place)
        new_file.refuse_existing(path)
        wal = not places.is_network_folder(path)
        partial = path.with_name(f".{path.name}.{new_id()}.part")
        try:
            with database.told_in_words(path):
                database.create_schema(str(partial), wal=wal)
            begun = cls._begin(str(partial), title=title, person=person, language=language)
            begun.close()
            new_file.put_in_place(partial, path)
        finally:
            database.remove_file(partial)
        workspace = cls._connect(place)
        workspace.case_id, workspace.actor = begun.case_id, begun.actor
        return workspace

    @classmethod
    def _begin(cls, location: str, *, title: str, person: str, language: str) -> Workspace:
        workspace = cls._connect(location)
        workspace.case_id = new_id()
        workspace.actor = Actor(new_id(), person, Role.OWNER)
        try:
            workspace.do(CreateCase(workspace.case_id, title.strip(), language, workspace.actor))
        except BaseException:
            workspace.close()
            raise
        return workspace

    @classmethod
    def open(
        cls,
        location: str | Path,
        *,
        person: str,
        case_id: str | None = None,
        upgrading: Upgrading | None = _UPGRADING,
    ) -> Workspace:
        """Open a case as `person`. A file of an older version is refused without `upgrading`.

        Whom nobody knows in it yet joins it as a checker with the first change: reading a case
        leaves no trace in it.
        """
        place = str(location)
        if addresses.is_server(place):
            place, named = addresses.parted(place)
            case_id = case_id or named
            with database.told_in_words(place):
                database.prepare_server(place)
            workspace = cls._connect(place)
        else:
            path = Path(place)
            database.check_is_case(path)
            safe = places.is_network_folder(path)
            engine, backup = newest_file(path, wal=not safe, upgrading=upgrading)
            workspace = cls(place, engine, "", safe_mode=safe)
            workspace.backup = backup
        try:
            workspace.case_id = workspace._find_case(case_id)
            with workspace.reading() as session:
                workspace.began_after = _last_event(session, workspace.case_id)
            workspace.actor = workspace._actor(person)
            workspace._adopt_scales()
        except BaseException:
            workspace.close()
            raise
        return workspace

    @property
    def address(self) -> str:
        """What this very case is opened by again."""
        if not addresses.is_server(self.location):
            return self.location
        return addresses.of_case(self.location, self.case_id)

    @classmethod
    def _connect(cls, location: str) -> Workspace:
        safe = not addresses.is_server(location) and places.is_network_folder(Path(location))
        return cls(location, database.engine_for(location, wal=not safe), "", safe_mode=safe)

    def _find_case(self, case_id: str | None) -> str:
        with self.reading() as session:
            found = _case_ids(session)
        if case_id is not None and case_id in found:
            return case_id
        if case_id is None and len(found) == 1:
            return found[0]
        where = database.shown(self.location)
        if case_id is not None:
            raise NotFound(f"{where} holds no case {case_id}.", "Check the id.")
        raise NotFound(
            f"{where} holds {len(found)} cases.",
            "Write # and the id of one behind the address." if found else "Create a case first.",
        )

    def _actor(self, name: str) -> Actor:
        """The person of that name, or a newcomer without an id."""
        with self.reading() as session:
            person = _person(session, self.case_id, name)
        if person is None:
            return Actor("", name, Role.CHECKER)
        return Actor(person.id, person.name, person.role)

    def _adopt_scales(self) -> None:
        """Know the scales that the case carries."""
        with self.reading() as session:
            carried = _own_scales(session, self.case_id)
        scales.adopt(carried)

    def join(self) -> Change | None:
        """Let a newcomer join, and tell what that changed; `do` sees to it.

        Somebody of that name may have joined meanwhile.
        """
        with self._joining:
            if self.actor.id:
                return None
            known, change = self._actor(self.actor.name), None
            if not known.id:
                known = Actor(new_id(), known.name, known.role)
                change = self._write_down(JoinCase(known), known).change
            self.actor = known
            return change

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        """One write transaction: committed at the end, rolled back on any error.

        Writers take turns, and have the turn before they look at the clock: the audit trail has
        one end, and its times do not run backwards.
        """
        self._refuse_cut_off()
        self._moment.end()
        try:
            with self._write() as session:
                connection = session.connection()
                database.lock_case(connection, self.case_id)
                yield session
                session.flush()
                database.index_changes(connection)
                session.commit()
                self._commits += 1
        except StaleDataError as error:
            raise _overtaken() from error
        except (DBAPIError, sqlite3.Error) as error:
            if database.is_overtaken(error):
                raise _overtaken() from error
            raise database.in_words(self.location, error) from error

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A read transaction: everything read inside belongs to one moment."""
        self._refuse_cut_off()
        moment = self._moment
        with database.told_in_words(self.location):
            if not moment.lasts:
                with self._read() as session:
                    yield session
                return
            if moment.session is None:
                moment.session = self._read()
            try:
                yield moment.session
            except BaseException:
                moment.end()
                raise

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """All that this thread reads inside belongs to one moment, until it changes something.

        A server is some way off: a transaction for each view that shows a change would be waited
        for. A file is read as ever.
        """
        moment = self._moment
        if moment.lasts or not addresses.is_server(self.location):
            yield
            return
        moment.lasts = True
        moment.session, self._prepared = self._prepared, None
        try:
            yield
        finally:
            moment.lasts = False
            moment.end()

    def read_ahead(self, asks: Collection[Ask]) -> None:
        """Have answered what is about to be read in this moment, all of it at once."""
        if self._moment.lasts and asks:
            with self.reading() as session:
                self._ask_at_once(session, asks)

    def prepare_moment(self, asks: Collection[Ask]) -> None:
        """The same for the first moment of another thread: it goes on with these answers."""
        if not addresses.is_server(self.location):
            return
        with database.told_in_words(self.location):
            self._prepared = self._read()
            self._ask_at_once(self._prepared, asks)

    def _ask_at_once(self, session: Session, asks: Collection[Ask]) -> None:
        """What is wrong with a question is told to whoever asks it in earnest."""

        def answered(ask: Ask) -> None:
            with suppress(VerifierError):
                ask(session, self.case_id)

        together(session, *(partial(answered, ask) for ask in asks))

    @contextmanager
    def trying(self) -> Iterator[Session]:
        """The same, though the server did not answer: does it again? What follows is tried then."""
        impatient = self._watch.impatient if self._watch is not None else set()
        me = threading.get_ident()
        is_new = me not in impatient
        impatient.add(me)
        try:
            with database.told_in_words(self.location), self._read() as session:
                yield session
        except Unreachable:
            self.is_cut_off = True
            raise
        finally:
            if is_new:
                impatient.discard(me)
        self._found_back = time.monotonic()
        self.is_cut_off = False

    def _refuse_cut_off(self) -> None:
        """Nobody at a window waits again and again for a server that is gone."""
        if self.is_cut_off:
            raise self.unreachable

    @property
    def unreachable(self) -> Unreachable:
        """What is said of a server that is gone."""
        return database.unreachable(self.location)

    def watch(self) -> None:
        """Have this thread, a window's, not wait for a server that has fallen silent."""
        if self._watch is None and addresses.is_server(self.location):
            self._watch = database.watch(self._engine, lambda: self.is_cut_off, self._lose)

    def let_go(self) -> None:
        """The case is to be closed: have nobody wait for a server that is gone."""
        if self.is_cut_off and self._watch is not None:
            self._watch.let_everybody_go()

    def _lose(self, silent_since: float) -> bool:
        is_silent = self._found_back < silent_since
        self.is_cut_off = self.is_cut_off or is_silent
        return is_silent

    def do(self, action: Action, watch: Watch | None = None) -> Done:
        """Do an action in one transaction. When this returns, it is on the disk.

        `watch` is told of each change as it is made; by raising `Cancelled` it has none made.
        """
        joined = self.join()
        done = self._told(self._write_down(action, self.actor, watch))
        return done if joined is None else replace(done, change=joined.with_later(done.change))

    def _write_down(self, action: Action, actor: Actor, watch: Watch | None = None) -> Done:
        with self._transaction() as session:
            verb = type(action).__name__
            ledger = Ledger(session, self.case_id, actor, verb, watch=watch)
            ledger.look_ahead(getattr(action, "claim_id", ""))
            action.do(ledger)
            done = ledger.finish(action.title)
        self.own_events.update(ledger.written)
        return done

    def undo(self, done: Done, watch: Watch | None = None) -> Done:
        """Undo what was done, or redo what was undone. Conflict where somebody edited since."""
        self.join()
        with self._transaction() as session:
            ledger = Ledger(session, self.case_id, self.actor, "Undo", watch=watch)
            ledger.look_ahead(steps=done.steps)
            reverse(ledger, done)
            undone = ledger.finish(done.title)
        self.own_events.update(ledger.written)
        return self._told(undone)

    def follow(self, kinds: Collection[str]) -> None:
        """Others changed rows of these kinds: know the case's scales and one's own role again."""
        if Case.__name__ in kinds:
            self._adopt_scales()
        if Person.__name__ in kinds and self.actor.id:
            self.actor = self._actor(self.actor.name)

    def pass_events(self, upto: int) -> None:
        """Forget which events up to this one were one's own: whoever asks has passed them."""
        self.own_events.difference_update([seq for seq in set(self.own_events) if seq <= upto])

    def _told(self, done: Done) -> Done:
        """What was done; a case that changed may carry other scales now."""
        if Case.__name__ in done.change.kinds:
            self._adopt_scales()
        return done

    def save_copy(self, target: Path, copied: Copied | None = None) -> None:
        """A copy of the open case as one file, consistent even while others write."""
        if addresses.is_server(self.location):
            raise CannotWrite(
                "A case on a server is not one file.", "Ask who runs the server for a backup."
            )
        database.copy_file(Path(self.location), target, copied)

    def fold_when_quiet(self) -> None:
        """Bring the log into the file if nobody wrote since this was asked last.

        For another thread than a window's: a commit that does it itself takes ten times as long.
        """
        is_quiet, self._looked_at = self._looked_at == self._commits, self._commits
        if is_quiet and self._folded != self._commits and not self.safe_mode:
            if not addresses.is_server(self.location):
                database.fold_log(Path(self.location))
            self._folded = self._looked_at

    def schema_version(self) -> str:
        """The revision of the case's schema."""
        with self._engine.connect() as connection:
            return database.revision(connection) or ""

    def close(self) -> None:
        """Close every connection; SQLite then folds the write-ahead log into the one file."""
        if self._watch is not None:
            self._watch.stop(GONE_SECONDS)
        self._moment.end()
        if self._prepared is not None:
            self._prepared.close()
        self._engine.dispose()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def cases_on(address: str) -> tuple[tuple[str, str], ...]:
    """Id and title of each case of a server's database."""
    with database.told_in_words(address):
        database.prepare_server(address)
        engine = database.engine_for(address)
        try:
            with Session(engine) as session:
                return tuple((row.id, row.title) for row in session.execute(_CASES))
        finally:
            engine.dispose()


def _overtaken() -> Conflict:
    return Conflict(
        "Somebody changed the same thing a moment ago.", "Look at it again, then redo it."
    )
