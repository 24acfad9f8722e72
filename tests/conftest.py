"""What every test gets: no screen, no settings of the user, and no leaked thread or timer."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from typing import Any

# Before Qt is imported anywhere: it reads these once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
os.environ["LC_ALL"] = "C.UTF-8"
# A home of its own for this process and those it starts, so that nothing of the person who runs the
# tests is read or written, and no worker meets another. Workers live in the home of the process
# that started them, which is the last to go.
os.environ["HOME"] = tempfile.mkdtemp(prefix="wiregrad-", dir=os.environ.get("WIREGRAD_TEST_HOME"))
os.environ["WIREGRAD_TEST_HOME"] = os.environ["HOME"]
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="config-", dir=os.environ["HOME"])
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="data-", dir=os.environ["HOME"])
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="cache-", dir=os.environ["HOME"])
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="state-", dir=os.environ["HOME"])
os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="run-", dir=os.environ["HOME"])
# Compiled modules are kept, as Python does by itself, whatever the environment says: otherwise each
# worker and each of the hundred programs that tests start would compile the same 700 modules.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication

from desktop.foundation.clipboard import release_clipboard
from desktop.tasks.garbage import collect_due
from tests.support.event_loop import deletes_waiting, run_as_a_loop
from tests.support.leaks import LeakWatch

atexit.register(shutil.rmtree, os.environ["HOME"], ignore_errors=True)

# The same examples each time, so that a red run is red again; machines differ in speed.
settings.register_profile("wiregrad", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("wiregrad")

# For this very process; those that it starts read the environment.
sys.dont_write_bytecode = False

_LONGEST_S = 900

_watch = LeakWatch()
run_as_a_loop()


@pytest.hookimpl(optionalhook=True, wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Take one worker more than there are cores, unless the environment says how many.

    For a seventh of its time a worker waits: for a timer of the interface, a process, the disk.
    """
    cores = yield
    is_said = os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS")
    return cores if is_said else cores + 1


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker whether others take over what it has not begun."""
    node.workerinput["is_shared"] = node.config.getoption("dist") == "worksteal"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with the longest where workers share: one that comes last runs alone.

    A test that hangs is ended after two minutes; these take longer where many share a core.
    """
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(_LONGEST_S))
    if getattr(config, "workerinput", {}).get("is_shared"):
        items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Collect garbage between tests alone, as the program does it between events.

    A widget of an earlier test that Python frees in the midst of painting, or on the thread of a
    computation, ends the process in a test that has nothing to do with it.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


def pytest_unconfigure() -> None:
    """Leave nothing on the clipboard, as the program does when it ends."""
    if isinstance(QApplication.instance(), QApplication):
        release_clipboard()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Let the fixtures shut down what they made before it is deleted, and collect it then.

    What a test was given is let go first. A page that outlives the collection after its own test
    counts as old, and stays with all its documents for a hundred tests more.
    """
    try:
        with deletes_waiting():
            yield
    finally:
        if isinstance(item, pytest.Function):
            item.funcargs.clear()
        collect_due()


@pytest.fixture(autouse=True)
def leak_watch() -> Iterator[LeakWatch]:
    """Fail a test that leaves a thread or a timer running.

    Automatic fixtures are torn down last, so the widgets of `qtbot` are already closed.
    """
    yield _watch
    leaks = _watch.collect()
    if leaks:
        pytest.fail("left running: " + "; ".join(leaks), pytrace=False)
