"""What a person can mend. Everything else is a bug and flies to the crash dialog or the log.

An error carries data (which file, which person, which version) and one sentence that says what
happened; `advice` says what to do about it. `str(error)` is both, ready to be shown.
"""

from __future__ import annotations


class VerifierError(Exception):
    """Base of every error that is told in words."""

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(what, advice)
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.what} {self.advice}".strip()


class Unreadable(VerifierError):
    """A file from outside cannot be read as a document."""


class Encrypted(Unreadable):
    """A file needs a password."""


class TooLarge(Unreadable):
    """A file is beyond a limit on size, members, memory or time."""


class NotACase(VerifierError):
    """The file is not a Verifier case."""


class CaseOutdated(VerifierError):
    """The case was written by an older version of the program, and was not to be changed yet."""


class CaseTooNew(VerifierError):
    """The case was written by a newer version of the program."""


class CaseDamaged(VerifierError):
    """The case file does not pass the database's own integrity check."""


class NotFound(VerifierError):
    """What an action speaks of is not in the case."""


class NotAllowed(VerifierError):
    """The person's role, a lock or a house rule forbids it."""


class Conflict(VerifierError):
    """Somebody else changed the same thing since it was read."""


class Invalid(VerifierError):
    """A value does not fit: an unknown code, an empty reason, an impossible date."""


class CannotWrite(VerifierError):
    """The target cannot be written now: full disk, no rights, another program writes to it."""


class Unreachable(CannotWrite):
    """The team's server does not answer."""


class Cancelled(VerifierError):
    """The person stopped the work. Nothing was changed."""

    def __init__(self, what: str = "Stopped.", advice: str = "Nothing was changed.") -> None:
        super().__init__(what, advice)
