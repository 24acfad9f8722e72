"""The pinned packages: exact, verified by hash, and from no particular place."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.support.sources import ROOT

FILES = ("requirements.txt", "requirements-dev.txt")
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==(\S+)", re.MULTILINE)


def _pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", FILES)
def test_no_file_says_where_packages_come_from(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert re.findall(r"^\s*-(?!-hash=sha256:).*", text, re.MULTILINE) == []


@pytest.mark.parametrize("name", FILES)
def test_every_package_is_pinned_and_verified(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())
    unsound = [entry for entry in entries if not PIN.match(entry) or "--hash=sha256:" not in entry]
    assert unsound == []


def test_the_developers_have_what_the_users_have() -> None:
    users, developers = _pins("requirements.txt"), _pins("requirements-dev.txt")
    assert {name: developers.get(name) for name in users} == users


def test_every_dependency_is_pinned_and_nothing_of_qt_beyond_its_essentials() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=~!]", text)[0].lower() for text in project["dependencies"]}
    pins = _pins("requirements.txt")
    assert wanted <= pins.keys()
    assert pins.keys().isdisjoint({"pyside6", "pyside6-addons"})
    assert pins["pyside6-essentials"] == "6.11.3"
