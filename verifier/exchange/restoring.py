"""Restore points: copies of a case made before big operations, listed, and gone back to.

They lie beside the case in NAME.restore, the newest ones only. Going back keeps the present case
as a restore point of its own first, so that it can be taken back as well.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from verifier.actions.base import Action, Batch
from verifier.actions.editions import AddEdition
from verifier.actions.merging import MergeSources
from verifier.actions.splitting import MergeClaims
from verifier.actions.triage import EditClaims
from verifier.errors import CannotWrite, CaseDamaged, NotFound
from verifier.workspace import Copied, Workspace

KEPT = 10
"""Restore points of one case; older ones are removed."""
BIG = 20
"""Things changed at once from which an operation is big."""
GRAVE = (MergeClaims, MergeSources, AddEdition)
GRAVE_BATCHES = ("take back", "take in")
"""How the titles begin of steps that bring in what others did."""
SUFFIX = ".restore"
_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"(\d{8}T\d{12}Z)(?: (.*))?")
_UNSAFE = re.compile(r"[^\w -]+")
LONGEST = 60
"""Characters of the reason in a file's name."""


@dataclass(frozen=True)
class RestorePoint:
    """A copy of the case: when it was made, and before what."""

    path: Path
    at: datetime
    why: str
    size: int
    """Bytes."""

    @property
    def name(self) -> str:
        """What it goes by."""
        return self.path.stem


def folder_of(case_path: Path) -> Path:
    """Where the restore points of a case lie."""
    return case_path.with_name(f"{case_path.stem}{SUFFIX}")


def make_restore_point(
    workspace: Workspace,
    why: str,
    *,
    at: datetime | None = None,
    copied: Copied | None = None,
) -> RestorePoint | None:
    """Keep the case as it is now; `None` on a server, whose backups are somebody else's."""
    case_path = Path(workspace.location)
    if not case_path.is_file():
        return None
    target = _place_of(case_path, why, at)
    workspace.save_copy(target, copied)
    for old in restore_points(case_path)[KEPT:]:
        old.path.unlink(missing_ok=True)
    return _point(target)


def _place_of(case_path: Path, why: str, at: datetime | None = None) -> Path:
    """Where a restore point of this moment goes; its folder is there."""
    at = at or datetime.now(UTC)
    folder = folder_of(case_path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"{folder} cannot be made ({error.strerror}).",
            "Restore points lie beside the case: its folder must be writable.",
        ) from error
    reason = " ".join(_UNSAFE.sub(" ", why).split())[:LONGEST].strip()
    target = folder / f"{at.strftime(_STAMP)} {reason}".strip()
    return target.with_name(f"{target.name}{case_path.suffix}")


def keep_before(
    workspace: Workspace, action: Action, copied: Copied | None = None
) -> RestorePoint | None:
    """Make a restore point where an action needs one."""
    if not needs_restore_point(action):
        return None
    return make_restore_point(workspace, f"before {action.title}", copied=copied)


def needs_restore_point(action: Action) -> bool:
    """Whether an action changes much at once, or takes things together."""
    return size_of(action) >= BIG or is_grave(action)


def is_grave(action: Action) -> bool:
    """Whether a step is kept apart however little it changes: merging, a new edition, answers."""
    if isinstance(action, Batch):
        return action.title.startswith(GRAVE_BATCHES) or any(map(is_grave, action.actions))
    return isinstance(action, GRAVE)


def size_of(action: Action) -> int:
    """How many things an action changes, roughly."""
    if isinstance(action, Batch):
        return sum(map(size_of, action.actions))
    if isinstance(action, EditClaims):
        return len(action.claim_ids)
    return len(action.other_ids) if isinstance(action, MergeClaims | MergeSources) else 1


def restore_points(case_path: Path) -> tuple[RestorePoint, ...]:
    """The restore points of a case, the newest first."""
    folder = folder_of(case_path)
    if not folder.is_dir():
        return ()
    found = [point for path in folder.glob(f"*{case_path.suffix}") if (point := _point(path))]
    return tuple(sorted(found, key=lambda point: point.at, reverse=True))


def go_back(case_path: Path, name: str, *, person: str) -> RestorePoint:
    """Put a restore point in the place of the case, which must be closed; it is kept first."""
    points = [point for point in restore_points(case_path) if point.name.startswith(name)]
    if len(points) != 1:
        which = "more than one restore point begins" if points else "no restore point begins"
        raise NotFound(f"Beside {case_path.name} {which} with “{name}”.", "Look at the list.")
    _refuse_open(case_path)
    (point,) = points
    partial = case_path.with_name(f"{case_path.name}.part")
    try:
        shutil.copyfile(point.path, partial)
        if case_path.exists():
            _keep_before_going_back(case_path, person)
        partial.replace(case_path)
    except OSError as error:
        raise CannotWrite(
            f"{case_path} cannot be written ({error.strerror}).", "The case is as it was."
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    return point


def _keep_before_going_back(case_path: Path, person: str) -> None:
    """A restore point of the present case; of a damaged one its bytes, from which one goes back."""
    why = "before going back"
    try:
        with Workspace.open(case_path, person=person) as workspace:
            make_restore_point(workspace, why)
    except CaseDamaged:
        shutil.copyfile(case_path, _place_of(case_path, why))


def _refuse_open(case_path: Path) -> None:
    if case_path.with_name(f"{case_path.name}-wal").exists():
        raise CannotWrite(f"{case_path} is open.", "Close it everywhere, then go back.")


def _point(path: Path) -> RestorePoint | None:
    match = _NAME.fullmatch(path.stem)
    if match is None:
        return None
    at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    return RestorePoint(path, at, match[2] or "", path.stat().st_size)
