"""Runs the tests that what was changed concerns, nearest first, for less than a minute.

`python -m tests.support.changed` looks at what differs from the last commit, `--base main` at what
differs from another. What it leaves out it says; `make test` leaves out nothing.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import PurePosixPath

import grimp

from tests.support.quick_run import UNTIL
from tests.support.sources import ROOT, Source, sources

# Of the minute the rest is for starting, for the tests that are under way, and for the report.
_STARTS_S = 40.0
_CODE = ("engine", "desktop", "resources")
# They have commands of their own, and pytest is told not to collect them.
_APART = ("tests/benchmarks/", "tests/screenshots/")
# Anything there may break in a way that only these see, and they are quick.
_ABOUT_ALL = "tests/architecture/test_sources.py"


def changed_files(base: str = "HEAD") -> list[str]:
    """Return what differs from a revision, untracked files included, as paths in the project."""
    return sorted(
        {
            *_git("diff", "--name-only", "--no-renames", base, "--"),
            *_git("ls-files", "--others", "--exclude-standard"),
        }
    )


def concerned(changed: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the test files that changes concern, nearest first, and those only farther off.

    A test file is concerned if it was changed, imports something that was, or stands in the folder
    that mirrors one with a change. It is farther off if it imports what imports something changed.
    """
    paths = list(changed)
    modules = {_module(path) for path in paths if path.endswith(".py")}
    users = {module for module in modules if module.startswith(_CODE)}
    found: dict[str, int] = {}
    tests = [source for source in sources("tests") if _is_test(source.name)]
    helpers = _changed_helpers(modules)
    for test in tests:
        distance = _distance(test, paths, modules | helpers)
        if distance is not None:
            found[test.name] = distance
    beyond = _users_of(users)
    far = [test.name for test in tests if test.name not in found and _imports(test) & beyond]
    if paths and (ROOT / _ABOUT_ALL).exists():
        found.setdefault(_ABOUT_ALL, 2)
    return sorted(found, key=lambda name: (found[name], name)), far


def run(files: list[str], arguments: list[str]) -> int:
    """Run test files on all cores in this order, beginning none late; return pytest's code."""
    environment = os.environ | {UNTIL: str(time.time() + _STARTS_S)}
    command = [
        sys.executable, "-m", "pytest", "-q", "-p", "tests.support.quick_run",
        "-n", str(os.cpu_count() or 1), "--dist", "load", "--maxschedchunk", "1",
        *arguments, *files,
    ]  # fmt: skip
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def main() -> int:
    """Do what the command line says; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.changed", description=__doc__)
    parser.add_argument("--base", default="HEAD", help="the revision to compare with")
    parser.add_argument("--list", action="store_true", help="name the test files, run nothing")
    options, arguments = parser.parse_known_args()
    files, far = concerned(changed_files(options.base))
    if options.list:
        print("\n".join(files))
    elif not files:
        print("Nothing has changed that a test is about.")
    code = 0 if options.list or not files else run(files, arguments)
    if far:
        print(f"Left out: {len(far)} test files that reach a change only through other modules.")
    return code


def _git(*arguments: str) -> list[str]:
    command = ["git", *arguments]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return made.stdout.splitlines()


def _module(path: str) -> str:
    parts = PurePosixPath(path).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _is_test(path: str) -> bool:
    return PurePosixPath(path).name.startswith("test_") and not path.startswith(_APART)


def _imports(test: Source) -> set[str]:
    """Return the modules that a file imports, with the names that may be modules too."""
    names = set(test.imports)
    return names | {name.rpartition(".")[0] for name in names}


def _changed_helpers(modules: set[str]) -> set[str]:
    """Return the tests' own modules that import a changed one of them: hands that use hands."""
    found = {module for module in modules if module.startswith("tests.")}
    helpers = {_module(each.name): each for each in sources("tests") if not _is_test(each.name)}
    while more := {name for name, each in helpers.items() if _imports(each) & found} - found:
        found |= more
    return found


def _distance(test: Source, paths: list[str], modules: set[str]) -> int | None:
    """Return 0 for a changed test, then its own, one that imports a change, one beside it."""
    if test.name in paths:
        return 0
    name, folder = PurePosixPath(test.name).name, PurePosixPath(test.name).parent
    stems = {f"test_{PurePosixPath(path).stem}.py" for path in paths if _mirrors(path, folder)}
    fixtures = {PurePosixPath(path).parent for path in paths if path.endswith("conftest.py")}
    if name in stems:
        return 1
    if _imports(test) & modules or fixtures & {folder, *folder.parents}:
        return 2
    return 3 if stems else None


def _mirrors(path: str, folder: PurePosixPath) -> bool:
    changed = PurePosixPath(path)
    return changed.parts[0] in _CODE and PurePosixPath("tests") / changed.parent == folder


def _users_of(modules: set[str]) -> set[str]:
    """Return every module of the program that imports one of these, however far off."""
    graph = grimp.build_graph(*_CODE)
    known = modules & graph.modules
    return {user for module in known for user in graph.find_downstream_modules(module)}


if __name__ == "__main__":
    sys.exit(main())
