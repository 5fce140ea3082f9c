"""A bound on a Windows process's memory, by a job object that holds only that process."""

from __future__ import annotations

import ctypes
from typing import Any

_PROCESS_MEMORY = 0x100
_EXTENDED_LIMITS = 9
_jobs: list[Any] = []
"""The job lasts as long as its handle is open."""


class _Basic(ctypes.Structure):
    _fields_ = [
        ("process_time", ctypes.c_int64), ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32), ("least_set", ctypes.c_size_t),
        ("most_set", ctypes.c_size_t), ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t), ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    ]  # fmt: skip


class _Extended(ctypes.Structure):
    _fields_ = [
        ("basic", _Basic), ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t), ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t), ("peak_job", ctypes.c_size_t),
    ]  # fmt: skip


def bound_memory(size: int) -> None:
    """Let this process commit at most `size` bytes."""
    kernel: Any = ctypes.CDLL("kernel32")
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    is_new = not _jobs
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None)) if is_new else _jobs[0]
    limits = _Extended()
    limits.basic.flags = _PROCESS_MEMORY
    limits.process_memory = size
    kernel.SetInformationJobObject(
        job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    if is_new:
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
        _jobs.append(job)
