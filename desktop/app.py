"""Puts the program together: command line, settings, spaces, window. Qt is imported when needed."""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.shell.command_line import CommandLineError, Options, check_options, parse_options
from desktop.shell.display import check_display
from desktop.shell.start_error import StartError, expected_language
from desktop.shell.system_libraries import check_platform_plugin, missing_library

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.foundation.error_reporting import ErrorReporter
    from desktop.foundation.settings import Settings
    from desktop.shell.application import Application
    from desktop.shell.companion import Companion, MakeCompanion, WindowStage
    from desktop.shell.main_window import MainWindow
    from desktop.shell.space import Space
    from desktop.widgets.panels.page import Page

_OK, _FAILED, _REFUSED = 0, 1, 2

# How long one thread may keep Python to itself while another waits. A computation's thread would
# keep the interface waiting for Python's usual 5 ms at each of the many calls that paint a frame.
_SWITCH_INTERVAL_S = 0.0005

# What the first formula, the first plot and the first visits of the spaces need. Loading takes half
# a second and more, so it is done while the first window, painted by then, is looked at.
LOADED_EARLY = (
    "ziamath",
    "pyqtgraph",
    "desktop.activations.page",
    "desktop.optimizers.page",
    "desktop.training.page",
)
_LOADED_AFTER_MS = 200


def main(arguments: Sequence[str]) -> int:
    """Run Wiregrad.

    Args:
        arguments: The command line without the program's name.

    Returns:
        0 when all went well; 1 after an unexpected error while taking a picture; 2 when the
        command line asks for what cannot be done, or the machine lacks what a window needs, which
        a sentence on stderr explains.
    """
    language = None
    try:
        options = parse_options(arguments)
        language = options.language
        check_options(options)
        if options.check_lesson is not None:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        check_display()
        return _run(options)
    except StartError as error:
        print(f"wiregrad: {error.sentence(expected_language(language))}", file=sys.stderr)
        return _REFUSED
    except CommandLineError as error:
        print(f"wiregrad: {error}", file=sys.stderr)
        return _REFUSED


def _run(options: Options) -> int:
    # Of all that is loaded until the window is painted hardly anything is garbage, and looking for
    # it takes a tenth of the time. The collector that `_run_events` starts takes over.
    gc.disable()
    try:
        from PySide6.QtCore import QLibraryInfo
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise missing_library(error) from error
    if sys.platform.startswith("linux"):
        plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
        check_platform_plugin(Path(plugins), os.environ["QT_QPA_PLATFORM"])
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    # Python cannot handle Ctrl+C in the terminal while Qt waits for events, so the system does.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = QApplication(["wiregrad"])
    app.setApplicationName("Wiregrad")
    app.setDesktopFileName("wiregrad")
    app.setStyle("Fusion")
    from desktop.shell.application_needs import check_screen_and_fonts
    from engine.arrays import computing

    check_screen_and_fonts(app)
    with computing():
        if options.screenshot is None and options.check_lesson is None:
            return _run_window(app, options, _make_settings(options, None))
        with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
            return _run_window(app, options, _make_settings(options, Path(folder)))


def _make_settings(options: Options, folder: Path | None) -> Settings:
    """Return the user's settings; for a picture, in a folder, settings that nobody has changed."""
    from desktop.foundation.settings import LANGUAGE, SCALE, THEME, Settings

    if folder is None:
        settings = Settings()
    else:
        settings = Settings(str(folder / "settings.ini"))
        settings.override(LANGUAGE, "en")
        settings.override(THEME, "light")
    if options.language is not None:
        settings.override(LANGUAGE, options.language)
    if options.theme is not None:
        settings.override(THEME, options.theme)
    if options.scale is not None:
        settings.override(SCALE, options.scale)
    return settings


def _run_window(app: QApplication, options: Options, settings: Settings) -> int:
    from desktop.files.part_files import FolderNotes, note_folders
    from desktop.foundation.clipboard import release_clipboard
    from desktop.foundation.error_reporting import ErrorReporter
    from desktop.shell.application import Application

    reporter = ErrorReporter()
    reporter.install()
    notes = FolderNotes(settings.folder / "writing")
    note_folders(notes)
    try:
        application = Application(app, settings, make_spaces, _companion_maker(options))
        reporter.occurred.connect(application.show_error)
        _open(application, options)
        if options.check_lesson is not None:
            return _check_lesson(app, application, options.check_lesson)
        if options.screenshot is None:
            return _run_events(app)
        return _take_picture(app, application, reporter, options.screenshot)
    finally:
        reporter.uninstall()
        settings.flush()
        note_folders(None)
        notes.close()
        release_clipboard()


def _run_events(app: QApplication) -> int:
    from PySide6.QtCore import QTimer

    from desktop.desk.background_task import BackgroundTask
    from desktop.files.part_files import sweep_noted
    from desktop.tasks.garbage import GarbageCollector
    from desktop.tasks.module_loader import ModuleLoader

    loader = ModuleLoader(LOADED_EARLY)
    loader.start(_LOADED_AFTER_MS)
    collector = GarbageCollector()
    # Not before the window is painted: it takes a tenth of a second.
    QTimer.singleShot(_LOADED_AFTER_MS, collector.start)
    # A folder that was written into may be on a slow disk.
    sweeping = BackgroundTask()
    QTimer.singleShot(_LOADED_AFTER_MS, lambda: sweeping.submit(sweep_noted))
    try:
        return app.exec()
    finally:
        sweeping.shutdown()
        collector.stop()
        loader.close()


def _open(application: Application, options: Options) -> None:
    from desktop.shell.picture import PICTURE_SIZE

    window = application.open_window(options.first_space)
    if options.size is not None:
        window.resize(*options.size)
    elif options.screenshot is not None:
        window.resize(PICTURE_SIZE)
    if options.asks_for_lesson:
        _open_lesson(window, options)
        return
    if options.files:
        window.files.open_files(options.files)
        # Before anything else is done: a picture shows what was named.
        window.finish_making()
    elif options.screenshot is None and options.space is None:
        window.welcome()


def _open_lesson(window: MainWindow, options: Options) -> None:
    companion = window.companion.open()
    assert companion is not None, "a program has one"
    if options.lesson_file is not None:
        companion.show_file(options.lesson_file)
    elif options.lesson is not None:
        companion.show_named(options.lesson)
    elif options.author is not None:
        companion.show_file(options.author)


def _check_lesson(app: QApplication, application: Application, path: Path) -> int:
    """Print what is wrong with a lesson's files, and what goes wrong when it is played."""
    from desktop.lessons.author.check_run import CheckRun, check_files
    from desktop.lessons.panel import LessonPanel

    if check_files(path):
        application.window.close()
        return _FAILED
    panel = application.window.companion.companion
    assert isinstance(panel, LessonPanel)
    run = CheckRun(panel, path)
    run.ended.connect(app.exit)
    run.start()
    problems = app.exec()
    application.window.close()
    return _FAILED if problems else _OK


def _take_picture(
    app: QApplication, application: Application, reporter: ErrorReporter, path: Path
) -> int:
    from desktop.shell.picture import Picture

    problems: list[str] = []
    errors: list[str] = []
    reporter.occurred.connect(lambda summary, _: errors.append(summary))
    reporter.occurred.connect(app.quit)
    picture = Picture(lambda: application.window, path)
    picture.ended.connect(problems.append)
    picture.ended.connect(app.quit)
    picture.start()
    app.exec()
    application.window.stack.shut_down()
    if errors:
        return _FAILED
    problem = problems[0] if problems else "The window was closed before its picture was taken."
    if problem:
        raise CommandLineError(problem)
    return _OK


def make_spaces() -> list[Space]:
    """Return the spaces in the order of the switcher, named in the language in force."""
    from PySide6.QtCore import QCoreApplication

    from desktop.shell.space import Space

    translate = QCoreApplication.translate
    return [
        Space(
            "graph",
            translate("Spaces", "Graph"),
            translate("Spaces", "Build a graph of operations and watch values and gradients flow"),
            "workflow",
            _make_graph_page,
        ),
        Space(
            "activations",
            translate("Spaces", "Activations"),
            translate("Spaces", "Compare activation functions and their slopes"),
            "chart-spline",
            _make_activations_page,
        ),
        Space(
            "optimizers",
            translate("Spaces", "Optimizers"),
            translate("Spaces", "Race optimizers down a loss surface"),
            "mountain",
            _make_optimizers_page,
        ),
        Space(
            "training",
            translate("Spaces", "Training"),
            translate("Spaces", "Train a small network and see what it learns"),
            "network",
            _make_training_page,
        ),
    ]


def _companion_maker(options: Options) -> MakeCompanion:
    """Return what makes the lessons beside the pages, for who learns or for who writes one."""
    folder = options.author
    if folder is None:
        return make_companion

    def make_author_panel(stage: WindowStage, settings: Settings) -> Companion:
        from desktop.lessons.author.author_panel import AuthorPanel

        return AuthorPanel(stage, settings, folder)

    return make_author_panel


def make_companion(stage: WindowStage, settings: Settings) -> Companion:
    """Return what teaches beside the pages; it is imported when it is first opened."""
    from desktop.lessons.panel import LessonPanel

    return LessonPanel(stage, settings)


def _make_graph_page(settings: Settings) -> Page:
    from desktop.graph_editor.page import GraphPage

    return GraphPage(settings, in_pieces=True)


def _make_activations_page(settings: Settings) -> Page:
    from desktop.activations.page import ActivationsPage

    return ActivationsPage(settings, in_pieces=True)


def _make_optimizers_page(settings: Settings) -> Page:
    from desktop.optimizers.page import OptimizersPage

    return OptimizersPage(settings, in_pieces=True)


def _make_training_page(settings: Settings) -> Page:
    from desktop.training.page import TrainingPage

    return TrainingPage(settings, in_pieces=True)
