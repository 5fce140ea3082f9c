"""Which kind of disk a file lies on: SQLite's write-ahead log is unsafe on network folders."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from pathlib import Path

NETWORK_FILE_SYSTEMS = frozenset(
    "nfs nfs4 cifs smb smb2 smb3 smbfs smbus ncpfs afs coda 9p ceph glusterfs lustre gfs2 "
    "ocfs2 fuse.sshfs fuse.rclone fuse.gvfsd-fuse fuse.glusterfs fuse.davfs davfs beegfs "
    "vboxsf fuse.vmhgfs-fuse virtiofs afpfs webdav".split()
)
_ESCAPED = re.compile(r"\\([0-7]{3})")
"""How the table of mounts writes a blank, as a number in octal."""


def is_network_folder(path: Path) -> bool:
    """Whether the file is (or would be) on another machine's disk, as far as the system says."""
    folder = path.absolute().parent
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    return file_system(folder, _mounts()) in NETWORK_FILE_SYSTEMS


def file_system(folder: Path, mounts: str) -> str:
    """The type of the file system that holds a folder, by a table such as /proc/mounts."""
    best, kind = 0, ""
    real = folder.resolve()
    around = {str(each) for each in (real, *real.parents)}
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = _ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[1])
        if point in around and len(point) >= best:
            best, kind = len(point), fields[2]
    return kind


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return _mounts_of_mac()


def _mounts_of_mac() -> str:
    """The output of `mount` in the shape of /proc/mounts; empty where there is no such command."""
    try:
        listed = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = []
    for line in listed.splitlines():
        device, _, rest = line.partition(" on ")
        point, _, options = rest.rpartition(" (")
        kind = options.split(",")[0].rstrip(")")
        lines.append(f"{device} {point.replace(' ', chr(92) + '040')} {kind}")
    return "\n".join(lines)


def _is_remote_drive(folder: Path) -> bool:
    if str(folder).startswith("\\\\"):
        return True
    remote = 4
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # type: ignore[attr-defined,unused-ignore]
    return kind == remote
