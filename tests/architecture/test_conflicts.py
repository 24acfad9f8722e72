"""No file of the project holds what a merge has left for somebody to decide."""

from __future__ import annotations

import re
import subprocess

from tests.support.sources import ROOT

MARK = re.compile(rb"^(?:<{7}|>{7}|\|{7}) ", re.MULTILINE)


def test_no_merge_is_left_undecided() -> None:
    # Words of lessons and pages for authors are no code, and no other test would stumble over them.
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    files = [ROOT / name for name in listed.split("\0") if name]
    left = [file for file in files if file.is_file() and MARK.search(file.read_bytes())]
    assert left == []
