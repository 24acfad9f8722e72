"""Shipped files are found by their path; a missing one is an error at once."""

from __future__ import annotations

import pytest

from desktop.foundation import assets
from desktop.foundation.version import version


def test_texts_bytes_and_names() -> None:
    assert '"light"' in assets.text("themes/light.json")
    assert assets.data("themes/light.json") == assets.text("themes/light.json").encode()
    assert {"light.json", "dark.json", "style.qss.template"} <= set(assets.names("themes"))
    assert assets.names("no such folder") == []


def test_a_missing_file_is_refused() -> None:
    assert not assets.exists("themes/purple.json")
    with pytest.raises(FileNotFoundError):
        assets.text("themes/purple.json")


def test_the_version_is_the_project_s() -> None:
    assert [part.isdigit() for part in version().split(".")] == [True, True, True]
