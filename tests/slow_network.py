"""A network between a client and a PostgreSQL server of the tests: slow, or silent.

It runs in a process of its own, since the interpreter that is measured must not be waited for, and
is told line by line what to do. Bytes arrive half the round trip later in each direction; while it
is silent none arrive at all, and no connection ends: so a train goes into a tunnel.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

SOCKET = ".s.PGSQL.5432"


class Line:
    """What lies between: how slow it is, whether it is silent, and what went through."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._delay = 0.0
        """Seconds one way."""
        self._speaks = asyncio.Event()
        self._speaks.set()
        self._trips = 0
        """How often a client asked something after the server's last word."""

    async def listen(self) -> None:
        """Serve until nobody tells it anything any more."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        loop = asyncio.get_running_loop()
        print(server.sockets[0].getsockname()[1], flush=True)
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            print(self._obey(*line.split()), flush=True)

    def _obey(self, what: str, value: str = "") -> str:
        if what == "delay":
            self._delay = float(value) / 2000
        elif what == "silent":
            self._speaks.clear()
        elif what == "speak":
            self._speaks.set()
        return str(self._trips)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_unix_connection(str(self._folder / SOCKET))
        last = [""]
        ways = (
            self._carry(reader, back, "client", last),
            self._carry(there, writer, "server", last),
        )
        await asyncio.gather(*ways, return_exceptions=True)

    async def _carry(
        self, source: asyncio.StreamReader, to: asyncio.StreamWriter, who: str, last: list[str]
    ) -> None:
        """Take what one side says to the other, in order, each piece when it is due."""
        loop = asyncio.get_running_loop()
        pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def deliver() -> None:
            while True:
                due, piece = await pieces.get()
                await asyncio.sleep(max(0.0, due - loop.time()))
                await self._speaks.wait()
                if not piece:
                    to.close()
                    return
                to.write(piece)
                await to.drain()

        delivery = asyncio.create_task(deliver())
        try:
            while piece := await source.read(1 << 16):
                if who == "client" and last[0] != "client":
                    self._trips += 1
                last[0] = who
                pieces.put_nowait((loop.time() + self._delay, piece))
        except ConnectionError:
            pass
        pieces.put_nowait((loop.time() + self._delay, b""))
        await delivery


@dataclass(frozen=True)
class Network:
    """The way to the server as a test or a measurement holds it."""

    port: int
    _orders: IO[str]
    _answers: IO[str]

    @property
    def address(self) -> str:
        """The server's database, over this network."""
        return f"postgresql://verifier@127.0.0.1:{self.port}/postgres"

    def _tell(self, order: str) -> int:
        self._orders.write(f"{order}\n")
        self._orders.flush()
        return int(self._answers.readline())

    def slow(self, round_trip_ms: float) -> None:
        """There and back takes this long."""
        self._tell(f"delay {round_trip_ms}")

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Nothing arrives, and nobody is told so."""
        self._tell("silent")
        try:
            yield
        finally:
            self._tell("speak")

    @property
    def round_trips(self) -> int:
        """How often a client waited for the server so far, over all connections."""
        return self._tell("count")


@contextmanager
def network_to(folder: Path) -> Iterator[Network]:
    """A network to the server whose socket lies in a folder, as long as the context."""
    command = [sys.executable, __file__, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Network(int(process.stdout.readline()), process.stdin, process.stdout)
        finally:
            process.kill()


if __name__ == "__main__":
    asyncio.run(Line(Path(sys.argv[1])).listen())
