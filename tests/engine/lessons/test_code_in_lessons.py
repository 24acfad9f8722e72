"""Code in a lesson is read in a narrow column, where a broken line would change what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sources import ROOT

# As many letters of code as a column has room for at its usual width.
WIDEST = 36
LESSONS = sorted((ROOT / "resources" / "lessons").glob("*/*/*.md"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_line_of_code_is_wider_than_the_column(path: Path) -> None:
    is_code = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            is_code = not is_code
        elif is_code:
            assert len(line) <= WIDEST, line
