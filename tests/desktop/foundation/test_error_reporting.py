"""An exception nobody caught is told with details, and the program goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qWarning

from desktop.foundation.error_reporting import ErrorReporter


@pytest.fixture
def reporter(capsys: pytest.CaptureFixture[str]) -> Iterator[ErrorReporter]:
    before = sys.excepthook
    # pytest-qt fails a test whose hook is called; here that is what is tested.
    sys.excepthook = sys.__excepthook__
    reporter = ErrorReporter()
    reporter.install()
    yield reporter
    reporter.uninstall()
    sys.excepthook = before


def raise_uncaught(error: BaseException) -> None:
    try:
        raise error
    except BaseException:  # noqa: BLE001  the hook gets whatever it is
        sys.excepthook(*sys.exc_info())


def test_an_uncaught_exception_is_told_with_its_traceback(
    reporter: ErrorReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[tuple[str, str]] = []
    reporter.occurred.connect(lambda summary, details: told.append((summary, details)))
    raise_uncaught(ValueError("a strange number"))
    summary, details = told[0]
    assert summary == "ValueError: a strange number"
    assert "raise_uncaught" in details
    assert "Python" in details
    assert "ValueError: a strange number" in capsys.readouterr().err


def test_an_interrupt_is_not_an_error_of_the_program(
    reporter: ErrorReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    reporter.occurred.connect(lambda summary, _: told.append(summary))
    raise_uncaught(KeyboardInterrupt())
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_an_error_while_telling_an_error_ends_there(
    reporter: ErrorReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []

    def tell(summary: str, _: str) -> None:
        told.append(summary)
        raise_uncaught(RuntimeError("while telling"))

    reporter.occurred.connect(tell)
    raise_uncaught(ValueError("first"))
    assert told == ["ValueError: first"]
    assert "while telling" in capsys.readouterr().err


def test_installing_twice_and_uninstalling_gives_the_hook_back() -> None:
    before = sys.excepthook
    reporter = ErrorReporter()
    reporter.install()
    reporter.install()
    assert sys.excepthook != before
    reporter.uninstall()
    reporter.uninstall()
    assert sys.excepthook == before


def test_warnings_of_qt_are_printed(
    reporter: ErrorReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    qWarning("the plugin is missing")
    qWarning("This plugin does not support raise()")
    assert capsys.readouterr().err == "Qt default: the plugin is missing\n"
