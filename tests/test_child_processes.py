"""Processes that tests start end with them."""

from __future__ import annotations

from pathlib import Path

from child_processes import running


def test_a_process_is_gone_when_its_test_fails(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text("import time\nprint('here', flush=True)\ntime.sleep(600)\n")
    try:
        with running(script) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "here\n"
            raise ZeroDivisionError
    except ZeroDivisionError:
        assert process.returncode not in (None, 0)
