"""The main window: the bars round the pages, the menus, and the one page that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QMargins, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)
from shiboken6 import isValid

from desktop.foundation.plain_text import window_title
from desktop.foundation.settings import GEOMETRY, LAST_SPACE, WELCOMED, Settings
from desktop.foundation.theme import dress, dress_window, theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.shell.actions import (
    ActionId,
    draw_icons,
    make_actions,
    make_space_actions,
    name_actions,
)
from desktop.shell.companion import MakeCompanion, WindowStage
from desktop.shell.companion_slot import CompanionSlot
from desktop.shell.dialogs import Dialogs
from desktop.shell.file_desk import FileDesk, files_in
from desktop.shell.page_menus import PageMenus
from desktop.shell.page_stack import PageStack
from desktop.shell.presentation import Presentation
from desktop.shell.quitting import Quitting
from desktop.shell.space import Space
from desktop.shell.top_bar import TopBar
from desktop.shell.view_settings import ViewSettings
from desktop.shell.welcome_card import WelcomeCard
from desktop.tasks.turns import PAUSE, Turns
from desktop.widgets.bars.message_area import MessageArea
from desktop.widgets.bars.message_bar import MessageBar
from desktop.widgets.panels.page import Page
from desktop.widgets.panels.panes import go_to_pane

FIRST_SIZE = QSize(1440, 900)
# The least size at a zoom of 1; twice as large for text that is twice as large.
_LEAST = QSize(640, 360)
# What a window manager puts round a window, which Qt learns only after the window is shown.
_FRAME = QMargins(8, 32, 8, 8)


class MainWindow(QMainWindow):
    """Shows one space at a time; a space's page is made when the space is first shown.

    The window changes settings and nothing else: whoever made it follows them with the theme and
    the language.

    Signals:
        visited(): A page is about to be made and shown.
        shown(space_id: str): The page of a space is shown, perhaps one made anew.
        closing(): The window is about to close, and the pages have agreed.
    """

    closing = Signal()
    visited = Signal()
    shown = Signal(str)

    def __init__(
        self,
        settings: Settings,
        spaces: Sequence[Space],
        make_companion: MakeCompanion | None = None,
    ) -> None:
        """Make the bars and menus; no page is made before `show_space`.

        Args:
            settings: What the window follows and changes.
            spaces: The spaces, in the order of the switcher.
            make_companion: Makes what keeps the pages company, when it is first asked for.
        """
        super().__init__()
        self._settings = settings
        self._turns = Turns(self)
        self._wanted: tuple[str, Callable[[MainWindow], object] | None] | None = None
        self._spaces = {space.id: space for space in spaces}
        # Whether the bars speak another language than the one in force.
        self._is_foreign = False
        self.commands = make_actions(self)
        self.commands[ActionId.LEARN].setVisible(make_companion is not None)
        self.space_actions = make_space_actions(spaces, self)
        self.dialogs = Dialogs(self, settings)
        self.quitting = Quitting(self, self.show_space)
        self.files = FileDesk(_DeskWindow(self))
        self.setAcceptDrops(True)
        self._make_content()
        # Kept, because who is dressed is known by a weak reference to Python's side of it.
        self._scroll_bars = self._area.verticalScrollBar(), self._area.horizontalScrollBar()
        dress(self, self.menuBar(), self.top_bar, self.message_area, *self._scroll_bars)
        self.menus = PageMenus(self, self.menuBar(), self._own_actions())
        self.presentation = Presentation(self, (self.top_bar, self.menuBar()))
        self._connect_commands()
        self._connect_pages()
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self._show_title()
        if make_companion is not None:
            stage = WindowStage(self)
            self.companion.prepare(lambda: make_companion(stage, settings))

    @property
    def spaces(self) -> Mapping[str, Space]:
        """The spaces by their identifiers, named in the language in force."""
        return self._spaces

    @property
    def is_busy(self) -> bool:
        """Whether a page is being made, to be shown when it stands."""
        return self._turns.is_busy

    def show_space(self, space_id: str) -> None:
        """Show the page of a space now; that of the first if there is none of this name."""
        self._show(space_id)
        self.stack.let_go()

    def _show(self, space_id: str) -> None:
        if space_id not in self._spaces:
            space_id = next(iter(self._spaces))
        page = self.stack.page(space_id)
        self._follow_language()
        self.stack.setCurrentWidget(page)
        self.space_actions[space_id].setChecked(True)
        self.menus.show_page(page)
        page.present(self.presentation.is_on)
        self.message_bar.clear()
        self._settings.set(LAST_SPACE, space_id)
        self._show_title()
        # A screen reader says where one is.
        page.setAccessibleName(self._spaces[space_id].title)
        page.setFocus()
        self.shown.emit(space_id)

    def visit(self, space_id: str, then: Callable[[MainWindow], object] | None = None) -> None:
        """Show the page of a space as `show_space` does, once it is made; events go on meanwhile.

        The switcher tells at once where it leads. The page that is shown stays until then and may
        be used, and whoever wants another space meanwhile gets that one.

        Args:
            space_id: The identifier of the space.
            then: Called with the window when the page is shown.
        """
        self.visited.emit()
        self._turns.begin(self._visiting(space_id, then))

    def _visiting(
        self, wanted: str | None, then: Callable[[MainWindow], object] | None
    ) -> Iterator[object]:
        """Go to a space, or to none but the one that is shown, whichever that is by then."""
        before = self.stack.current_id
        if wanted is not None:
            self.space_actions[wanted].setChecked(True)
            self._wanted = (wanted, then)
        try:
            space_id = ""
            while space_id != (wanted or self.stack.current_id):
                space_id = wanted or self.stack.current_id
                yield from self.stack.pieces(space_id)
            # What is seen stays until all has its place: layouts and painting get turns of their
            # own.
            self.setUpdatesEnabled(False)
            self._show(space_id)
            if then is not None:
                then(self)
            yield PAUSE
            self.setUpdatesEnabled(True)
            yield PAUSE
        finally:
            # Not if the window has gone meanwhile, and this with it.
            if isValid(self):
                self._end_visit(before)

    def _end_visit(self, before: str) -> None:
        self._wanted = None
        self.setUpdatesEnabled(True)
        self.stack.let_go()
        # A page that could not be made leaves the switcher at the one that is shown.
        self.space_actions[self.stack.current_id or before].setChecked(True)

    def finish_making(self) -> None:
        """Make whole at once the pages that are half made, and show what is about to be shown."""
        if not self._turns.is_at_work:
            self._turns.finish()
            self.stack.finish_making()

    def change_language(self, spaces: Sequence[Space]) -> None:
        """Make the page that is shown anew in the language now in force, the others when visited.

        What is seen stays, and is usable, until all of it speaks that language. Where somebody was
        about to go, the way leads on there.

        Args:
            spaces: The same ones with titles in that language.
        """
        space_id, then = self._wanted or (None, None)
        self._turns.give_up()
        self._spaces = {space.id: space for space in spaces}
        self._is_foreign = True
        self.stack.make_anew()
        self.visited.emit()
        self._turns.begin(self._visiting(space_id, then))

    def _follow_language(self) -> None:
        """Let the bars and menus speak the language of the page that is about to be shown."""
        if not self._is_foreign:
            return
        self._is_foreign = False
        name_actions(self.commands, self.space_actions, self._spaces.values())
        self.menus.name_menus()
        self.top_bar.follow_language()
        for bar in (self.warning_bar, self.message_bar):
            bar.follow_language()
        self.dialogs.follow_language()
        self.companion.make_anew()

    def childEvent(self, event: QChildEvent) -> None:
        """Let a dialog of the window look as the window does."""
        super().childEvent(event)
        dress_window(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close if every page agrees, keeping the window's place for the next time."""
        if not self.quitting.may_quit(self.stack.pages, self._spaces):
            event.ignore()
            return
        self.closing.emit()
        self._turns.give_up()
        self.keep_geometry()
        self.companion.step_back()
        self.companion.shut_down()
        self.stack.shut_down()
        event.accept()

    def keep_geometry(self) -> None:
        """Store the window's place and size, which are not those of presentation mode."""
        self.presentation.leave()
        data = self.saveGeometry().toBase64().data()
        self._settings.set(GEOMETRY, bytes(data).decode("ascii"))

    def restore_geometry(self) -> None:
        """Take the place and size the window had last time, or those of a first start."""
        data = QByteArray.fromBase64(self._settings.get(GEOMETRY).encode("ascii", "ignore"))
        if data.isEmpty() or not self.restoreGeometry(data):
            self.resize(first_size(QGuiApplication.primaryScreen().availableGeometry()))

    def show_message(self, text: str, severity: str = "info") -> None:
        """Show a sentence in the message bar; an empty one takes the message away.

        Args:
            text: The sentence.
            severity: ``"info"``, ``"warning"`` or ``"error"``.
        """
        if not text:
            self.message_bar.clear()
        elif severity == "error":
            self.message_bar.show_message(text, "error")
        elif severity == "warning":
            self.message_bar.show_message(text, "warning")
        else:
            self.message_bar.show_message(text, "info")

    def show_error(self, summary: str, details: str) -> None:
        """Tell about an error that nobody expected, without stopping the work."""
        self.show_message(filled(self.tr("Something went wrong: {0}"), summary), "error")
        self.dialogs.show_error(details)

    def _make_content(self) -> None:
        content = QWidget(self)
        self.top_bar = TopBar(
            self.space_actions.values(),
            side_actions=[self.commands[id_] for id_ in (ActionId.LEARN, ActionId.SWITCH_LANGUAGE)],
            icon_actions=[self.commands[id_] for id_ in (ActionId.SWITCH_THEME, ActionId.PRESENT)],
            parent=content,
        )
        self.warning_bar = MessageBar(content, is_lasting=True)
        self.message_bar = MessageBar(content)
        self.stack = PageStack(self._settings, list(self._spaces.values()), content)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        self._area = self._make_scrollable(self.stack, content)
        self.companion = CompanionSlot(self._area, self._settings, content)
        self.companion.changed.connect(self._on_companion_changed)
        layout.addWidget(self.companion, 1)
        self.setCentralWidget(content)
        # Over the top bar too, which has room that nothing needs.
        self.message_area = MessageArea(content, [self.warning_bar, self.message_bar], content)

    @staticmethod
    def _make_scrollable(stack: PageStack, parent: QWidget) -> QScrollArea:
        """Let the window be smaller than its pages: on a small screen, or zoomed in far."""
        area = QScrollArea(parent)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(stack)
        return area

    def _own_actions(self) -> dict[str, list[QAction]]:
        view = (
            ActionId.LARGER, ActionId.SMALLER, ActionId.NORMAL_SIZE, ActionId.SWITCH_THEME,
            ActionId.SWITCH_LANGUAGE, ActionId.PRESENT,
        )  # fmt: skip
        help_ = (ActionId.SHORTCUTS, ActionId.WHATS_THIS, ActionId.ABOUT)
        return {
            "File": [self.commands[ActionId.QUIT]],
            "Edit": [self.commands[ActionId.OPEN_COPIED], self.commands[ActionId.PREFERENCES]],
            "View": [self.commands[id_] for id_ in view],
            "Go": [
                *self.space_actions.values(),
                self.commands[ActionId.LEARN],
                self.commands[ActionId.NEXT_PANE],
                self.commands[ActionId.PREVIOUS_PANE],
            ],
            "Help": [self.commands[id_] for id_ in help_],
        }

    def _connect_commands(self) -> None:
        view = ViewSettings(self._settings)
        handlers: dict[ActionId, Callable[[], object]] = {
            ActionId.QUIT: self.close,
            ActionId.OPEN_COPIED: self.files.paste,
            ActionId.PREFERENCES: self.dialogs.show_preferences,
            ActionId.LARGER: view.make_larger,
            ActionId.SMALLER: view.make_smaller,
            ActionId.NORMAL_SIZE: view.make_normal_size,
            ActionId.SWITCH_THEME: view.switch_theme,
            ActionId.SWITCH_LANGUAGE: view.switch_language,
            ActionId.PRESENT: self.presentation.toggle,
            ActionId.LEARN: self.companion.toggle,
            ActionId.NEXT_PANE: lambda: self._go_to_pane(1),
            ActionId.PREVIOUS_PANE: lambda: self._go_to_pane(-1),
            ActionId.WHATS_THIS: QWhatsThis.enterWhatsThisMode,
            ActionId.SHORTCUTS: self._on_shortcuts,
            ActionId.ABOUT: self.dialogs.show_about,
        }
        for id_, handler in handlers.items():
            # The signal brings whether the action is checked, which no handler wants.
            self.commands[id_].triggered.connect(lambda _=False, run=handler: run())
        self.presentation.changed.connect(self._on_presentation_changed)

    def _connect_pages(self) -> None:
        group = QActionGroup(self)
        for action in self.space_actions.values():
            group.addAction(action)
        group.triggered.connect(self._on_space_triggered)
        self.stack.reported.connect(self.show_message)
        self.stack.sent.connect(self._on_sent)
        self.stack.warned.connect(self._show_warning)
        self.stack.titled.connect(self._show_title)

    def _go_to_pane(self, step: int) -> None:
        page = self.stack.current
        beside = self.companion.shown_widget
        panes = [
            *([beside] if beside is not None else ()),
            *(page.panes() if page is not None else ()),
            self.top_bar,
        ]
        go_to_pane(panes, step)

    def _show_title(self) -> None:
        title = self.stack.current_title
        self.setWindowTitle(f"{window_title(title)} — Wiregrad" if title else "Wiregrad")

    def _show_warning(self) -> None:
        self.warning_bar.show_message(self.stack.warning, "warning")

    def _on_space_triggered(self, action: QAction) -> None:
        self.visit(next(id_ for id_, known in self.space_actions.items() if known is action))

    def _on_sent(self, space_id: str, value: object) -> None:
        self.visit(space_id, lambda window: window.stack.page(space_id).receive(value))

    def _on_presentation_changed(self, is_on: bool) -> None:
        self.commands[ActionId.PRESENT].setChecked(is_on)
        for page in self.stack.pages.values():
            # Another one follows when it is shown.
            page.present(is_on and page is self.stack.current)
        self.companion.present(is_on)

    def _on_companion_changed(self) -> None:
        self.commands[ActionId.LEARN].setChecked(self.companion.is_open)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files, whatever space is shown; what is no file is a page's matter."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped where it is read."""
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files.open_files(paths)

    def event(self, event: QEvent) -> bool:
        """Keep the key that pastes from the page's own pasting where that is not meant."""
        is_early = event.type() is QEvent.Type.ShortcutOverride
        if is_early and self.files.is_pasted_by(event, self.stack.current):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what was copied, such as files in a file manager, where it is read."""
        if self.files.is_pasted_by(event, self.stack.current):
            self.files.paste()
        else:
            super().keyPressEvent(event)

    def welcome(self) -> None:
        """Offer, at the first start of all, to lead through lessons; the page can be used too."""
        if self._settings.get(WELCOMED) or not self.companion.is_offered:
            return
        card = WelcomeCard(self.companion)
        card.accepted.connect(self.companion.open)
        card.declined.connect(self.companion.end_offer)
        for answered in (card.accepted, card.declined, self.companion.changed):
            answered.connect(lambda: self._settings.set(WELCOMED, True))
        self.companion.offer(card)

    def open_lesson(self, path: Path) -> None:
        """Open what keeps the pages company, with a lesson in a file."""
        companion = self.companion.open()
        if companion is not None:
            companion.show_file(path)

    def _on_shortcuts(self) -> None:
        self.dialogs.show_shortcuts(self.menus, self.stack.current)

    def _fit_least_size(self) -> None:
        """Let the window become no smaller than its text allows, nor larger than the screen."""
        wanted = QSize(theme().px(_LEAST.width()), theme().px(_LEAST.height()))
        screen = self.screen().availableGeometry().marginsRemoved(_FRAME)
        self.setMinimumSize(wanted.boundedTo(screen.size()))

    def _on_theme_changed(self) -> None:
        self._fit_least_size()
        self.commands[ActionId.SWITCH_THEME].setData("sun" if theme().is_dark else "moon")
        draw_icons([*self.commands.values(), *self.space_actions.values()])


class _DeskWindow:
    """The window as files see it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def visit(self, space_id: str, then: Callable[[Page], object]) -> None:
        """Show the page of a space, and hand it over then."""
        self._window.visit(space_id, lambda window: then(window.stack.page(space_id)))

    def open_lesson(self, path: Path) -> None:
        """Open a lesson."""
        self._window.open_lesson(path)

    def show_message(self, text: str, severity: str = "info") -> None:
        """Tell something."""
        self._window.show_message(text, severity)


def first_size(screen: QRect) -> QSize:
    """Return the size of a first start, which leaves room for the frame on a small screen."""
    return FIRST_SIZE.boundedTo(screen.marginsRemoved(_FRAME).size())
