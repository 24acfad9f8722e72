"""Catches what nobody expected: the exception hook, Qt's messages, and a report to copy."""

from __future__ import annotations

import platform
import sys
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from desktop.foundation.overrides import keep_overrides

# The offscreen platform says so for each window; nothing is wrong.
_NOISE = "This plugin does not support"


class ErrorReporter(QObject):
    """Turns unexpected exceptions into a signal, so that the window can show them.

    The program goes on: an exception in a handler leaves the document as the last finished command
    left it.

    Signals:
        occurred(summary: str, details: str): An exception nobody caught. The summary is one line,
            the details are a traceback and the versions, for copying into a report.
    """

    occurred = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Create a reporter that hears nothing until `install`."""
        super().__init__(parent)
        self._previous_hook = sys.excepthook
        self._is_installed = False
        self._is_reporting = False

    def install(self) -> None:
        """Listen to uncaught exceptions and to Qt's messages."""
        if self._is_installed:
            return
        self._previous_hook = sys.excepthook
        sys.excepthook = self._on_exception
        qInstallMessageHandler(_print_message)
        keep_overrides()
        self._is_installed = True

    def uninstall(self) -> None:
        """Give the exception hook and Qt's messages back to who had them."""
        if not self._is_installed:
            return
        sys.excepthook = self._previous_hook
        qInstallMessageHandler(None)
        self._is_installed = False

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        self._previous_hook(kind, error, trace)
        if self._is_reporting or not issubclass(kind, Exception):
            return
        # An exception raised while reporting another would call this hook again, for ever.
        self._is_reporting = True
        try:
            self.occurred.emit(summary_of(error), details_of(error, trace))
        finally:
            self._is_reporting = False


def summary_of(error: BaseException) -> str:
    """Return one line saying what kind of error it is and what it says."""
    text = str(error).strip().splitlines()
    return f"{type(error).__name__}: {text[0]}" if text else type(error).__name__


def details_of(error: BaseException, trace: TracebackType | None) -> str:
    """Return the versions and the traceback as text to copy into a report."""
    lines = traceback.format_exception(type(error), error, trace)
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"{system}, PySide {PySide6.__version__}\n\n{''.join(lines)}"


def _print_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    # Debugging and information of Qt's own are noise for a user; warnings and worse are not.
    if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or _NOISE in message:
        return
    category = context.category or "default"
    sys.stderr.write(f"Qt {category}: {message}\n")
