"""What waits for the next question to a server is never lost, and told where it is refused."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    Engine,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    insert,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from verifier import database
from verifier.round_trips import ServerConnection, connections_of
from verifier.workspace import Workspace

THINGS = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", String(5), CheckConstraint("name <> 'bad'"), unique=True),
    Column("inside", ForeignKey("things.id")),
    Column("bytes", LargeBinary),
    Column("tags", JSONB),
)
IDS = select(THINGS.c.id).order_by(THINGS.c.id)
Step = Callable[[Connection], object]
REFUSED: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "the same name twice": ({"name": "one"}, IntegrityError, "unique"),
    "a link to nothing": ({"inside": 99}, IntegrityError, "foreign key"),
    "a word that has no place": ({"name": "bad"}, IntegrityError, "check constraint"),
    "too long a word": ({"name": "longer"}, DataError, "too long"),
    "what no text may hold": ({"name": "\0"}, DataError, "NUL"),
    "half a character": ({"name": "\ud800"}, UnicodeEncodeError, "surrogates"),
}


@pytest.fixture
def engine(postgresql: str) -> Iterator[Engine]:
    """A server with a table of two things, asked as a case is."""
    made = database.engine_for(postgresql)
    THINGS.metadata.create_all(made)
    try:
        with made.begin() as connection:
            put_in(connection, {"id": 1, "name": "one"}, {"id": 2, "name": "two"})
        yield made
    finally:
        THINGS.metadata.drop_all(made)
        made.dispose()


def put_in(connection: Connection, *rows: dict[str, Any]) -> None:
    """New rows, of which nothing is asked back."""
    for row in rows:
        connection.execute(insert(THINGS), [row])


def do(engine: Engine, *steps: Step) -> None:
    """These in one transaction."""
    with engine.begin() as connection:
        for step in steps:
            step(connection)


def ask(connection: Connection) -> list[int]:
    """A question that takes along what waits."""
    return list(connection.scalars(IDS))


def ids(engine: Engine) -> list[int]:
    """What is there for everybody."""
    with engine.connect() as connection:
        return ask(connection)


def driver_of(connection: Connection) -> ServerConnection:
    """What it asks through."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, ServerConnection)
    return driver


def together(connection: Connection, *asks: Callable[[], Any]) -> list[Any]:
    """What these answer, asked at once."""
    return driver_of(connection).together.ask(asks)


@pytest.mark.parametrize("is_asked", [True, False], ids=["by a question", "by the commit"])
@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused_is_told_as_what_it_is_and_nothing_is_written(
    engine: Engine, what: str, is_asked: bool
) -> None:
    row, kind, words = REFUSED[what]
    steps: list[Step] = [lambda connection: put_in(connection, {"id": 3}, {"id": 4} | row)]
    steps += [ask] if is_asked else []
    with pytest.raises(kind, match=words):
        do(engine, *steps)
    assert ids(engine) == [1, 2]
    assert len(connections_of(engine)) == 1


def test_a_refusal_after_very_many_rows_is_told(engine: Engine) -> None:
    rows = [{"id": at} for at in itertools.chain(range(10, 3000), [1])]
    with pytest.raises(IntegrityError, match="unique"):
        do(engine, lambda connection: connection.execute(insert(THINGS), rows))
    assert ids(engine) == [1, 2]


def test_a_refusal_inside_a_savepoint_is_told_inside_and_the_rest_is_written(
    engine: Engine,
) -> None:
    with engine.begin() as connection:
        put_in(connection, {"id": 3})
        with pytest.raises(IntegrityError), connection.begin_nested():
            put_in(connection, {"id": 1})
        put_in(connection, {"id": 4})
    assert ids(engine) == [1, 2, 3, 4]


def test_what_is_written_outside_a_transaction_is_written_at_once(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        put_in(connection, {"id": 3})
        assert ids(engine) == [1, 2, 3]


@pytest.mark.parametrize("wanted", [[], [1], [1, 2]])
def test_rows_changed_together_are_counted_under_the_lock(
    engine: Engine, wanted: list[int]
) -> None:
    with engine.begin() as connection:
        driver_of(connection).is_locked = True
        change = update(THINGS).where(THINGS.c.id.in_(wanted)).values(tags=["x"])
        assert connection.execute(change).rowcount == len(wanted)


def test_a_changed_row_of_which_something_is_asked_answers_under_the_lock(engine: Engine) -> None:
    with engine.begin() as connection:
        driver_of(connection).is_locked = True
        change = update(THINGS).where(THINGS.c.id == 1).values(name="uno").returning(THINGS.c.name)
        assert connection.scalars(change).all() == ["uno"]


def test_rows_given_out_bit_by_bit_may_be_the_first_question(engine: Engine) -> None:
    with engine.begin() as connection:
        put_in(connection, {"id": 3})
        bits = connection.execution_options(yield_per=2).scalars(IDS)
        assert list(bits) == [1, 2, 3]


def test_an_error_that_somebody_passed_over_is_not_taken_for_a_commit(engine: Engine) -> None:
    def stumble(connection: Connection) -> None:
        put_in(connection, {"id": 3})
        with pytest.raises(DBAPIError):
            connection.execute(text("SELECT nonsense"))

    with pytest.raises(DBAPIError, match="did not commit"):
        do(engine, stumble)
    assert ids(engine) == [1, 2]


def test_a_commit_over_a_line_that_was_cut_is_not_taken_for_one(engine: Engine) -> None:
    def lose_the_line(connection: Connection) -> None:
        driver_of(connection).cut()

    with pytest.raises(DBAPIError, match="closed the connection"):
        do(engine, lambda connection: put_in(connection, {"id": 3}), ask, lose_the_line)
    assert ids(engine) == [1, 2]


def test_a_commit_through_a_connection_that_is_closed_is_not_taken_for_one(engine: Engine) -> None:
    def close(connection: Connection) -> None:
        driver_of(connection).close()

    with pytest.raises(DBAPIError, match="closed"):
        do(engine, lambda connection: put_in(connection, {"id": 3}), ask, close)
    assert ids(engine) == [1, 2]


def test_questions_are_told_apart_by_all_of_long_parameters(engine: Engine) -> None:
    tags = [["x" * 99, "a"], ["x" * 99, "b"]]
    with engine.begin() as connection:
        put_in(connection, *({"id": 10 + at, "tags": each} for at, each in enumerate(tags)))
    with engine.connect() as connection:
        asks = [partial(connection.scalar, IDS.where(THINGS.c.tags == each)) for each in tags]
        assert together(connection, *asks) == [10, 11]


def test_a_question_that_is_another_each_time_is_asked_by_itself(engine: Engine) -> None:
    clock = itertools.count()

    def ask_the_time() -> list[Any]:
        return [connection.scalar(select(literal(next(clock)))), connection.scalar(IDS.limit(1))]

    with engine.connect() as connection:
        time_and_first, first = together(connection, ask_the_time, partial(connection.scalar, IDS))
    assert time_and_first[1] == first == 1
    assert time_and_first[0] > 0


def test_bytes_that_are_put_in_are_not_spelled_out(engine: Engine) -> None:
    class Film(bytes):
        def __repr__(self) -> str:
            raise AssertionError("a film has a thousand million of them")

    with engine.begin() as connection:
        put_in(connection, {"id": 3, "bytes": Film(b"moving")})
    with engine.connect() as connection:
        assert connection.scalar(select(THINGS.c.bytes).where(THINGS.c.id == 3)) == b"moving"


def test_who_watches_an_engine_may_look_at_its_connections_when_it_is_disposed_of(
    engine: Engine,
) -> None:
    (before,) = connections_of(engine)
    engine.dispose()
    assert all(each.closed for each in connections_of(engine))
    assert ids(engine) == [1, 2]
    assert before.closed


def test_a_thread_that_goes_on_with_what_another_began_is_the_one_that_waits(
    engine: Engine,
) -> None:
    with engine.connect() as connection:
        beginning = threading.Thread(target=ask, args=(connection,))
        beginning.start()
        beginning.join()
        assert driver_of(connection).user == beginning.ident
        ask(connection)
        assert driver_of(connection).user == threading.get_ident()
    assert [each.user for each in connections_of(engine)] == [None]


def test_a_connection_that_is_used_when_its_engine_is_disposed_of_or_made_after_is_closed(
    engine: Engine,
) -> None:
    with engine.connect() as connection:
        driver = driver_of(connection)
        engine.dispose()
        assert ask(connection) == [1, 2]
    assert driver.closed
    assert ids(engine) == [1, 2]
    assert all(each.closed for each in connections_of(engine))


def test_a_server_that_answered_while_a_word_was_waited_for_is_not_lost(postgresql: str) -> None:
    """The watch may still wait for a server that had stopped, and is there again."""
    with Workspace.create(postgresql, title="Prices", person="Anna Nowak") as case:
        before = time.monotonic()
        with case.trying() as session:
            session.scalar(text("SELECT 1"))
        assert not case._lose(before)
        assert not case.is_cut_off
        assert case._lose(time.monotonic() + 1)
        assert case.is_cut_off
