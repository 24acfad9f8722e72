"""What every test gets: no screen, no settings of the user, and no leaked thread or timer."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator

# Before Qt is imported anywhere: it reads these once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="wiregrad-")

import pytest
from hypothesis import settings

from desktop.tasks.garbage import collect_due
from tests.support.leaks import LeakWatch

atexit.register(shutil.rmtree, os.environ["XDG_CONFIG_HOME"], ignore_errors=True)

# The same examples each time, so that a red run is red again; machines differ in speed.
settings.register_profile("wiregrad", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("wiregrad")

_watch = LeakWatch()


def pytest_collection_finish() -> None:
    """Collect garbage between tests alone, as the program does it between events.

    A widget of an earlier test that Python frees in the midst of painting, or on the thread of a
    computation, ends the process in a test that has nothing to do with it.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.fixture(autouse=True)
def leak_watch() -> Iterator[LeakWatch]:
    """Fail a test that leaves a thread or a timer running.

    Automatic fixtures are torn down last, so the widgets of `qtbot` are already closed.
    """
    yield _watch
    leaks = _watch.collect()
    collect_due()
    if leaks:
        pytest.fail("left running: " + "; ".join(leaks), pytrace=False)
