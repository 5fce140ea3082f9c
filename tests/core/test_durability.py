"""What was told to be saved is saved: killed, out of disk, damaged, or locked by another."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from child_processes import running
from factories import OWNER, add_claim, add_document, state_of

from verifier import database, places
from verifier.actions.claims import AddClaim
from verifier.errors import (
    Cancelled,
    CannotWrite,
    CaseDamaged,
    CaseTooNew,
    Invalid,
    NotACase,
    NotFound,
    VerifierError,
)
from verifier.queries import claims, documents
from verifier.queries.integrity import problems
from verifier.workspace import Workspace

BURST = Path(__file__).with_name("burst.py")
BURST_CLAIMS = 300
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals and limits")


def child(
    *arguments: object, by: tuple[str, ...] = ()
) -> AbstractContextManager[subprocess.Popen[str]]:
    """A process that works on a case by itself."""
    return running(BURST, *arguments, by=by)


def killed(process: subprocess.Popen[str]) -> tuple[str, str]:
    """All else that a process wrote before it was killed, also what was read ahead.

    `communicate` would not know of that.
    """
    assert process.stdout is not None
    assert process.stderr is not None
    return process.stdout.read(), process.stderr.read()


def side_files(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if each != path)


def check_sound(path: Path, saved: list[str]) -> None:
    """Everything reported is there, and the file is in order and alone once closed."""
    with Workspace.open(path, person=OWNER) as workspace, workspace.reading() as session:
        there = {row.id for row in claims.claim_rows(session, workspace.case_id)}
        assert set(saved) <= there
        assert len(there) <= len(saved) + 1
        assert list(problems(session, workspace.case_id)) == []
    assert database.integrity_problems(str(path)) == []
    assert side_files(path) == []


@posix
@pytest.mark.parametrize("after", [1, 61, 137, 299])
def test_kill_in_a_burst_loses_nothing_reported(case_file: Path, after: int) -> None:
    """The log is folded into the file about every sixty claims."""
    with child(case_file, BURST_CLAIMS) as process:
        assert process.stdout is not None
        saved = [process.stdout.readline().strip() for _ in range(after)]
        process.kill()
        rest, errors = killed(process)
    assert errors == ""
    saved += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    saved = [line.strip() for line in saved]
    assert len(saved) >= after
    check_sound(case_file, saved)


@posix
def test_a_full_disk_is_told_in_words_and_earlier_work_is_safe(case_file: Path) -> None:
    with child(case_file, 5000, case_file.stat().st_size + 150_000) as process:
        output, errors = process.communicate()
    assert errors == ""
    *saved, words = output.splitlines()
    assert words.startswith("CannotWrite: ")
    assert "the disk is full or failing" in words
    assert saved
    check_sound(case_file, saved)


def test_a_database_that_may_not_grow_refuses_and_then_goes_on(workspace: Workspace) -> None:
    document = add_document(workspace)
    before = state_of(workspace)
    with workspace._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
    with pytest.raises(CannotWrite, match="full"):
        workspace.do(AddClaim("x" * 1_000_000))
    assert state_of(workspace) == before
    with workspace._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    add_claim(workspace, document, "70 sites")


def test_a_case_locked_by_another_program_is_told_in_words(
    case_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 10)
    with (
        Workspace.open(case_file, person=OWNER) as workspace,
        closing(sqlite3.connect(case_file)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotWrite, match="busy"):
            workspace.do(AddClaim("Mine"))
        other.rollback()
        workspace.do(AddClaim("Mine"))


def spoil(path: Path, how: str) -> None:
    """Make something else of a good case."""
    content = path.read_bytes()
    if how == "missing":
        path.unlink()
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "foreign":
        path.write_bytes(b"%PDF-1.7\n" + bytes(1000))
    elif how == "another database":
        path.unlink()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE t (x)")
    elif how == "directory":
        path.unlink()
        path.mkdir()
    elif how == "truncated":
        path.write_bytes(content[: len(content) // 3])
    elif how == "header only":
        path.write_bytes(content[:100])
    elif how == "damaged":
        path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    elif how == "newer":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
            connection.commit()
    elif how == "unfinished":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DELETE FROM alembic_version")
            connection.commit()


SPOILED = {
    "missing": NotFound,
    "empty": NotACase,
    "foreign": NotACase,
    "another database": NotACase,
    "directory": NotFound,
    "truncated": CaseDamaged,
    "header only": CaseDamaged,
    "damaged": CaseDamaged,
    "newer": CaseTooNew,
    "unfinished": CaseDamaged,
}


@pytest.mark.parametrize("how", SPOILED)
def test_what_cannot_be_opened_is_told_in_words_and_left_alone(case_file: Path, how: str) -> None:
    spoil(case_file, how)
    before = case_file.read_bytes() if case_file.is_file() else None
    with pytest.raises(SPOILED[how]) as told:
        Workspace.open(case_file, person=OWNER)
    assert str(case_file) in told.value.what
    assert told.value.advice
    assert (case_file.read_bytes() if case_file.is_file() else None) == before
    assert side_files(case_file) == []


def as_one_without_rights() -> tuple[str, ...]:
    """What to put before a command so that rights on files count, even for root."""
    if os.getuid() != 0:
        return ()
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root may write everywhere here")
    return (setpriv, "--bounding-set=-dac_override,-dac_read_search")


@posix
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_case_that_may_only_be_read_is_told_in_words(case_file: Path, what: str) -> None:
    before = case_file.read_bytes()
    by = as_one_without_rights()
    case_file.chmod(0o444 if what == "file" else 0o666)
    case_file.parent.chmod(0o777 if what == "file" else 0o555)
    try:
        with child(case_file, 1, by=by) as process:
            output, errors = process.communicate()
    finally:
        case_file.parent.chmod(0o777)
    assert errors == ""
    assert output.startswith(f"CannotWrite: {case_file} cannot be written.")
    assert case_file.read_bytes() == before
    assert side_files(case_file) == []


def test_creating_never_touches_what_is_there(case_file: Path, tmp_path: Path) -> None:
    before = case_file.read_bytes()
    with pytest.raises(CannotWrite, match="exists already"):
        Workspace.create(case_file, title="New", person=OWNER)
    assert case_file.read_bytes() == before
    with pytest.raises(CannotWrite, match="cannot be created"):
        Workspace.create(tmp_path / "no" / "such.vcase", title="New", person=OWNER)


def test_a_creation_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        Workspace.create(tmp_path / "new.vcase", title="bad\0title", person=OWNER)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a?b#c%20.vcase", "Справа №1.vcase", "with space's.vcase"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    Workspace.create(path, title="T", person=OWNER).close()
    with Workspace.open(path, person=OWNER) as workspace:
        workspace.save_copy(tmp_path / f"copy of {name}")
    assert database.integrity_problems(str(path)) == []
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([name, f"copy of {name}"])


def test_a_copy_is_a_whole_case_without_side_files(workspace: Workspace, tmp_path: Path) -> None:
    document = add_document(workspace)
    add_claim(workspace, document, "70 sites")
    target = tmp_path / "copies"
    target.mkdir()
    workspace.save_copy(target / "copy.vcase")
    assert side_files(target / "copy.vcase") == []
    with Workspace.open(target / "copy.vcase", person=OWNER) as copy:
        assert state_of(copy) == state_of(workspace)


def test_a_copy_never_replaces_an_open_case(
    workspace: Workspace, tmp_path: Path, ready_case: Path
) -> None:
    link = tmp_path / "link.vcase"
    link.symlink_to(workspace.location)
    for target in (Path(workspace.location), link):
        with pytest.raises(CannotWrite, match="open case itself"):
            workspace.save_copy(target)
    other = tmp_path / "other.vcase"
    shutil.copyfile(ready_case, other)
    with Workspace.open(other, person="Ben"), pytest.raises(CannotWrite, match="is open"):
        workspace.save_copy(other)
    with pytest.raises(VerifierError):
        workspace.save_copy(tmp_path)
    with pytest.raises(CannotWrite):
        workspace.save_copy(tmp_path / "no" / "such.vcase")


def test_a_copy_tells_how_far_it_is_and_is_of_one_moment(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PIECE", 8)
    shares = list[float]()
    document = add_document(workspace)

    def told(share: float) -> None:
        shares.append(share)
        if len(shares) == 3:
            add_claim(workspace, document, "70 sites")

    before = state_of(workspace)
    workspace.save_copy(tmp_path / "copy.vcase", told)
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert state_of(workspace) != before
    with Workspace.open(tmp_path / "copy.vcase", person=OWNER) as copy:
        assert state_of(copy) == before


def test_a_copy_that_is_stopped_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "copies"
    target.mkdir()

    def stop(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        workspace.save_copy(target / "copy.vcase", stop)
    assert list(target.iterdir()) == []


MOUNTS = r"""
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /mnt/team nfs4 rw,vers=4.2 0 0
/dev/sdb1 /mnt/team/local ext4 rw 0 0
//nas/My\040Files /mnt/My\040Files cifs rw 0 0
sshfs#host: /home/olena/remote fuse.sshfs rw 0 0
tmpfs /mnt/tab\011here tmpfs rw 0 0
short line
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/olena", "ext4"),
        ("/mnt/team/case", "nfs4"),
        ("/mnt/teams", "ext4"),
        ("/mnt/team/local/case", "ext4"),
        ("/mnt/My Files/2026", "cifs"),
        ("/home/olena/remote", "fuse.sshfs"),
        ("/mnt/tab\there", "tmpfs"),
    ],
)
def test_the_disk_of_a_folder_is_found_in_the_table_of_mounts(folder: str, kind: str) -> None:
    assert places.file_system(Path(folder), MOUNTS) == kind


def test_without_a_table_a_folder_counts_as_local() -> None:
    assert places.file_system(Path("/anywhere"), "") == ""


def test_the_log_is_folded_into_the_file_when_nobody_wrote_for_a_while(
    case_file: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "alone.vcase"

    def documents_without_the_log() -> int:
        shutil.copyfile(case_file, alone)
        with Workspace.open(alone, person=OWNER) as copy, copy.reading() as session:
            return len(documents.documents(session, copy.case_id))

    with Workspace.open(case_file, person=OWNER) as workspace:
        before = documents_without_the_log()
        add_document(workspace)
        workspace.fold_when_quiet()
        assert documents_without_the_log() == before
        workspace.fold_when_quiet()
        assert documents_without_the_log() == before + 1
        with workspace._engine.connect() as connection:
            (pages,) = connection.exec_driver_sql("PRAGMA wal_autocheckpoint").one()
        assert pages == database.LOG_AT_MOST


def test_on_a_network_folder_the_case_is_opened_without_a_log(
    case_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(case_file, person=OWNER) as workspace:
        assert not workspace.safe_mode
    monkeypatch.setattr(places, "is_network_folder", lambda _path: True)
    with Workspace.open(case_file, person=OWNER) as workspace:
        assert workspace.safe_mode
        add_document(workspace)
        assert side_files(case_file) == []
        with workspace._engine.connect() as connection:
            (mode,) = connection.exec_driver_sql("PRAGMA journal_mode").one()
        assert mode == "delete"
    with Workspace.create(tmp_path / "new.vcase", title="New", person=OWNER) as workspace:
        assert workspace.safe_mode
