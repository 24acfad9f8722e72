"""A plugin of pytest (``-p tests.support.scratch_session``): a session with the scratch records.

Tests ask the tables for their cases while they are collected, so the tables must hold the records
before that.
"""

from __future__ import annotations

from contextlib import ExitStack

from tests.support.scratch_records import scratch_records

_stack = ExitStack()
_stack.enter_context(scratch_records())


def pytest_unconfigure() -> None:
    """Leave the tables as they were."""
    _stack.close()
