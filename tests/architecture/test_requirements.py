"""The pinned packages: exact, verified by hash, and from no particular place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.sources import ROOT

FILES = ("requirements.txt", "requirements-dev.txt")
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==(\S+)", re.MULTILINE)


def _locked(name: str) -> dict[str, Requirement]:
    """Return what a file pins, by canonical name, with its extras and the case it is for."""
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = (line.rstrip("\\").strip() for line in text.splitlines() if re.match(r"\w", line))
    return {canonicalize_name(found.name): found for found in map(Requirement, lines)}


def _asked_for(entry: Requirement) -> Iterator[Requirement]:
    """Yield what an installed package needs here, for itself and for each extra in the lock."""
    for text in metadata.requires(entry.name) or ():
        needed = Requirement(text)
        cases: list[dict[str, str]] = [{"extra": extra} for extra in ("", *entry.extras)]
        if needed.marker is None or any(needed.marker.evaluate(case) for case in cases):
            yield needed


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


@pytest.mark.parametrize("name", FILES)
def test_every_extra_that_something_locked_asks_for_stands_in_the_lock(name: str) -> None:
    """Pip before 23.3 looks for a bare name's extra anew, and finds a release without a hash."""
    locked = _locked(name)
    here = [entry for entry in locked.values() if entry.marker is None or entry.marker.evaluate()]
    missing = [
        f"{entry.name} asks for {needed}"
        for entry in here
        for needed in _asked_for(entry)
        if not needed.extras <= locked[canonicalize_name(needed.name)].extras
    ]
    assert missing == []


@pytest.mark.parametrize("name", FILES)
def test_everything_that_something_locked_asks_for_is_locked(name: str) -> None:
    locked = _locked(name)
    here = [entry for entry in locked.values() if entry.marker is None or entry.marker.evaluate()]
    asked = {canonicalize_name(needed.name) for entry in here for needed in _asked_for(entry)}
    assert asked <= locked.keys()


def test_the_lock_is_made_with_its_extras() -> None:
    assert "--no-strip-extras" in (ROOT / "Makefile").read_text(encoding="utf-8")
