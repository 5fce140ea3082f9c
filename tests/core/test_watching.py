"""Only a server that is gone is taken for one, and only what waits for it is cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from postgresql_server import Server
from sqlalchemy import Engine, event, text

from verifier import database, watching
from verifier.round_trips import connections_of
from verifier.watching import SilenceWatch

LONG_AGO = 3600.0


@pytest.fixture
def engine(postgresql: str) -> Iterator[Engine]:
    """A server that has been asked something."""
    made = database.engine_for(postgresql)
    ask(made)
    yield made
    made.dispose()


@pytest.fixture
def watch(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[SilenceWatch]:
    """A watch that looks only when a test has it look."""
    monkeypatch.setattr(watching, "EVERY_SECONDS", LONG_AGO)
    made = database.watch(engine, lambda: False, lambda _since: True)
    yield made
    made.stop(5.0)


def ask(engine: Engine) -> None:
    """Whoever asks is answered."""
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1


def test_a_server_that_was_restarted_between_two_looks_is_there(
    watch: SilenceWatch, postgresql_server: Server
) -> None:
    assert watch._is_answered()
    with postgresql_server.stopped():
        pass
    assert watch._is_answered()


def test_a_server_that_has_stopped_is_gone(watch: SilenceWatch, postgresql_server: Server) -> None:
    assert watch._is_answered()
    with postgresql_server.stopped():
        assert not watch._is_answered()


def test_a_connection_that_is_just_being_made_is_not_cut(
    engine: Engine, watch: SilenceWatch
) -> None:
    engine.dispose()
    made: list[Any] = []

    @event.listens_for(engine, "connect")
    def _look(connection: Any, _record: Any) -> None:
        made.append(connection)
        watch._let_go(LONG_AGO)

    ask(engine)
    assert made


def test_a_connection_that_lies_in_the_pool_is_cut_and_another_one_taken(
    engine: Engine, watch: SilenceWatch
) -> None:
    (before,) = connections_of(engine)
    watch._let_go(LONG_AGO)
    assert before.is_lost()
    ask(engine)
    assert before.closed
