"""A plugin of pytest that begins no test after a point in time, and names what it left out.

How long a test took is kept in pytest's cache, so that a long one is not begun near the end.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from typing import Any

import pytest

UNTIL = "WIREGRAD_QUICK_UNTIL"
_KEPT = "wiregrad/seconds"
# A test that is begun at the last moment may take so long.
_GRACE_S = 8.0


def pytest_configure(config: pytest.Config) -> None:
    """Take part in a run that has an end."""
    if UNTIL in os.environ:
        config.pluginmanager.register(QuickRun(config, float(os.environ[UNTIL])), "quick run")


class QuickRun:
    """Watches the clock, in each worker and in the process that they report to."""

    def __init__(self, config: pytest.Config, until: float) -> None:
        """Begin nothing after a time in seconds of the epoch."""
        self._config, self._until = config, until
        self._seconds: dict[str, float] = config.cache.get(_KEPT, {})
        self._left_out: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        """Pass a test over if it would not end in time."""
        late = self._seconds.get(item.nodeid, 0.0) - _GRACE_S
        if time.time() + max(0.0, late) < self._until:
            return None
        self._left_out.append(item.nodeid)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember how long a test takes."""
        before = 0.0 if report.when == "setup" else self._seconds.get(report.nodeid, 0.0)
        self._seconds[report.nodeid] = round(before + report.duration, 2)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand over from a worker, or keep for the next time."""
        output: dict[str, Any] | None = getattr(self._config, "workeroutput", None)
        if output is not None:
            output["left_out"] = self._left_out
        else:
            self._config.cache.set(_KEPT, self._seconds)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take what a worker hands over."""
        self._left_out += getattr(node, "workeroutput", {}).get("left_out", [])

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say what was left out, by file."""
        files = Counter(test.partition("::")[0] for test in self._left_out)
        for name, count in sorted(files.items()):
            terminalreporter.write_line(f"Left out for want of time: {count} of {name}")
