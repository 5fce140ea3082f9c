"""Where a case is: the path of a file, or the address of one on a team's PostgreSQL server.

Such an address is `postgresql://name@host/database#case`. What stands before the `#` is for the
database's driver; behind it is the id of the case, for a database may hold several.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

BEGINNINGS = ("postgres:", "postgresql:", "postgresql+")
_CASE = re.compile(r"(.*)#([0-9A-Za-z-]+)", re.DOTALL)


def is_server(location: str) -> bool:
    """Whether a location is the address of a team's server rather than a file."""
    return location.startswith(BEGINNINGS)


def parted(location: str) -> tuple[str, str | None]:
    """The server's database, and the id of the case that an address names, if it names one."""
    found = _CASE.fullmatch(location)
    return (found[1], found[2]) if found else (location, None)


def of_case(address: str, case_id: str) -> str:
    """The address of one case of a server's database."""
    return f"{address}#{case_id}"


def without_password(address: str) -> str:
    """An address as it may be shown and kept; empty where it makes no sense."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    account, at, host = parts.netloc.rpartition("@")
    asked = "&".join(each for each in parts.query.split("&") if not each.startswith("password="))
    return _put_together(parts, account.partition(":")[0] + at + host, asked)


def with_password(address: str, password: str) -> str:
    """An address with the password that was typed beside it; as it is where none was.

    One that makes no sense is left to be refused by whoever opens it.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if not password:
        return address
    account, _, host = parts.netloc.rpartition("@")
    netloc = f"{account.partition(':')[0]}:{quote(password, safe='')}@{host}"
    return _put_together(parts, netloc, parts.query)


def _put_together(parts: SplitResult, netloc: str, query: str) -> str:
    asked = f"?{query}" if query else ""
    case = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.scheme}://{netloc}{parts.path}{asked}{case}"
