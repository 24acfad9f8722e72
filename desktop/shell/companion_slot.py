"""The pages, and whatever keeps them company: at their left, or below them in a narrow window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QWidget

from desktop.foundation.settings import COMPANION_HEIGHT, COMPANION_WIDTH, Settings
from desktop.foundation.theme import dress, theme, theme_notifier
from desktop.shell.companion import Companion
from desktop.tasks.garbage import collect_soon
from desktop.widgets.panels.companion_place import CompanionPlace

# In a window narrower than this for its text, a column would leave the page too little width.
# Elsewhere a strip would cost the page its height, of which a window has less.
_NARROW_PX = 640
# In one narrower than this the edge of a folded column would cut what the page shows.
_EDGED_PX = 1100
# A column leaves a page so much, with which nothing on it is cut.
_PAGE_PX = 412
_LEAST_WIDTH_PX, _LEAST_HEIGHT_PX, _EDGE_PX, _CAPTION_PX = 220, 90, 40, 120
# Qt's own, for a widget that may become as large as it likes.
_NO_LIMIT = 16_777_215
# What the page keeps of the slot, whatever the companion asks for.
_PAGE_SHARE = 0.5
# While no hand has made a strip taller, it leaves what is looked at on the page so much of the
# window's height, and the bars above and below that their room, as far as the strip keeps what its
# own controls and two lines of text need.
_VIEW_SHARE, _BARS_PX = 0.45, 148
LEAST_STRIP_PX = 138


class _Edge(QSplitterHandle):
    """Paints the line between the companion and the pages."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground, and the line at the side of the pages."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme().color("panel"))
            line = QRect(self.rect())
            if self.orientation() == Qt.Orientation.Horizontal:
                line.setLeft(line.right())
            else:
                line.setHeight(1)
            painter.fillRect(line, theme().color("border"))


class CompanionSlot(QSplitter):
    """Holds the pages and a companion, which is made when it is first opened.

    Signals:
        changed(): It was opened or folded.
    """

    changed = Signal()

    def __init__(self, pages: QWidget, settings: Settings, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._pages, self._settings = pages, settings
        self._make: Callable[[], Companion] | None = None
        self._companion: Companion | None = None
        self._offer: QWidget | None = None
        self._is_open = False
        self._is_presented = False
        self._place: CompanionPlace | None = None
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme().px(5))
        self.addWidget(pages)
        self.splitterMoved.connect(self._on_moved)
        theme_notifier().follow(self._on_theme_changed)

    def createHandle(self) -> QSplitterHandle:
        """Return an edge in the colours of the theme, which can be dragged."""
        return _Edge(self.orientation(), self)

    def prepare(self, make: Callable[[], Companion]) -> None:
        """Take note of how the companion is made when it is wanted."""
        self._make = make

    @property
    def companion(self) -> Companion | None:
        """The companion; None before it is first opened."""
        return self._companion

    @property
    def is_offered(self) -> bool:
        """Whether there is a companion to be opened."""
        return self._make is not None

    @property
    def is_open(self) -> bool:
        """Whether the companion can be seen whole."""
        return self._is_open

    @property
    def place(self) -> CompanionPlace | None:
        """Where the companion stands; None while it cannot be seen at all."""
        return self._place

    @property
    def shown_widget(self) -> QWidget | None:
        """What stands beside the pages now."""
        widget = self._offer or (self._companion.widget if self._companion else None)
        return widget if widget is not None and not widget.isHidden() else None

    def toggle(self) -> None:
        """Open the companion, or fold it."""
        if self._is_open:
            self.fold()
        else:
            self.open()

    def open(self) -> Companion | None:
        """Show the companion, made now if it never was, and give it the keys."""
        if self._make is None:
            return None
        self.end_offer()
        if self._companion is None:
            self._take(self._make())
        self._is_open = True
        self._arrange()
        self.changed.emit()
        assert self._companion is not None
        self._companion.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._companion

    def fold(self) -> None:
        """Fold the companion: to an edge while it is in the middle of something, else away."""
        if not self._is_open:
            return
        self._is_open = False
        companion = self._companion
        focus = QApplication.focusWidget()
        had_keys = companion is not None and (
            focus is None or companion.widget.isAncestorOf(focus) or focus is companion.widget
        )
        self._arrange()
        self.changed.emit()
        if had_keys:
            self._pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, widget: QWidget) -> None:
        """Show something in the companion's place until it is opened, or the offer is ended."""
        self.end_offer()
        self._offer = widget
        dress(widget)
        self._arrange()

    def end_offer(self) -> None:
        """Take away what was offered."""
        if self._offer is not None:
            offered, self._offer = self._offer, None
            offered.hide()
            offered.deleteLater()
            self._arrange()

    def present(self, is_on: bool) -> None:
        """Stand as a caption below the page while that is presented."""
        self._is_presented = is_on
        self._arrange()

    def make_anew(self) -> None:
        """Let another one take the companion's place, in the language now in force."""
        if self._companion is None or self._make is None:
            return
        old = self._companion
        focus = QApplication.focusWidget()
        had_keys = focus is not None and old.widget.isAncestorOf(focus)
        made = self._make()
        made.restore(old.snapshot())
        old.changed.disconnect(self._arrange)
        old.retire()
        old.widget.hide()
        # Not in the splitter any more, which would count it among what it shares the room with.
        old.widget.setParent(None)
        old.widget.deleteLater()
        collect_soon()
        self._place = None
        self._take(made)
        self._arrange()
        if had_keys:
            made.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> None:
        """Let the companion give the pages back what is theirs: the window is about to close."""
        if self._companion is not None:
            self._companion.step_back()

    def shut_down(self) -> None:
        """Stop whatever the companion has running."""
        if self._companion is not None:
            self._companion.shutdown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the place anew: the window may have become too small for a column."""
        super().resizeEvent(event)
        self._arrange()

    # Inside ---------------------------------------------------------------------------------

    def _take(self, companion: Companion) -> None:
        self._companion = companion
        dress(companion.widget)
        companion.changed.connect(self._arrange)

    def _wanted_place(self) -> CompanionPlace | None:
        if self._offer is not None:
            return None if self._is_presented else self._open_place()
        if self._companion is None:
            return None
        if self._is_open:
            return CompanionPlace.CAPTION if self._is_presented else self._open_place()
        is_seen = self._companion.is_running and not self._is_presented
        has_room = self.width() >= theme().px(_EDGED_PX)
        return CompanionPlace.FOLDED if is_seen and has_room else None

    def _open_place(self) -> CompanionPlace:
        is_narrow = self.width() < theme().px(_NARROW_PX)
        return CompanionPlace.STRIP if is_narrow else CompanionPlace.SIDE

    def _arrange(self) -> None:
        place = self._wanted_place()
        if self._companion is not None:
            widget = self._companion.widget
            if place is None or self._offer is not None:
                widget.hide()
            else:
                self._put(widget, place)
                if place is not self._place:
                    self._companion.stand(place)
                widget.show()
        if self._offer is not None:
            self._offer.setVisible(place is not None)
            if place is not None:
                self._put(self._offer, place)
        self._place = place
        self._share()

    def _put(self, widget: QWidget, place: CompanionPlace) -> None:
        is_beside = place in (CompanionPlace.SIDE, CompanionPlace.FOLDED)
        wanted = Qt.Orientation.Horizontal if is_beside else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
        index = 0 if is_beside else self.count() - 1
        if self.indexOf(widget) < 0 or (self.indexOf(widget) == 0) != is_beside:
            self.insertWidget(0 if is_beside else self.count(), widget)
            index = self.indexOf(widget)
        self.setStretchFactor(self.indexOf(self._pages), 1)
        self.setStretchFactor(index, 0)

    def _share(self) -> None:
        widget, place = self.shown_widget, self._place
        if widget is None or place is None:
            return
        is_flat = self.orientation() == Qt.Orientation.Horizontal
        whole = self.width() if is_flat else self.height()
        length = min(self._length(widget, place, is_flat=is_flat), round(whole * _PAGE_SHARE))
        if place is CompanionPlace.SIDE:
            length = min(length, max(whole - theme().px(_PAGE_PX), theme().px(_LEAST_WIDTH_PX)))
        is_usual = self._settings.get(COMPANION_HEIGHT) == COMPANION_HEIGHT.default
        if place is CompanionPlace.STRIP and is_usual:
            page = round(self.window().height() * _VIEW_SHARE) + theme().px(_BARS_PX)
            length = min(length, max(whole - page, theme().px(LEAST_STRIP_PX)))
        self._limit(widget, place, length, is_flat=is_flat)
        sizes = [length, whole - length] if is_flat else [whole - length, length]
        for index in range(self.count()):
            if self.widget(index) not in (widget, self._pages):
                sizes.insert(index, 0)
        self.setSizes(sizes)

    def _length(self, widget: QWidget, place: CompanionPlace, *, is_flat: bool) -> int:
        if place is CompanionPlace.FOLDED:
            return theme().px(_EDGE_PX)
        if place is CompanionPlace.CAPTION:
            return max(theme().px(_CAPTION_PX), min(widget.sizeHint().height(), self.height() // 4))
        key = COMPANION_WIDTH if is_flat else COMPANION_HEIGHT
        return theme().px(self._settings.get(key))

    @staticmethod
    def _limit(widget: QWidget, place: CompanionPlace, length: int, *, is_flat: bool) -> None:
        """Let an edge stay as narrow as it is; a column is as wide as the hand wants it."""
        least, most = length, length
        if place is not CompanionPlace.FOLDED:
            least = min(length, theme().px(_LEAST_WIDTH_PX if is_flat else _LEAST_HEIGHT_PX))
            most = _NO_LIMIT
        if is_flat:
            widget.setMinimumSize(least, 0)
            widget.setMaximumSize(most, _NO_LIMIT)
        else:
            widget.setMinimumSize(0, least)
            widget.setMaximumSize(_NO_LIMIT, most)

    def _on_moved(self, _position: int, _index: int) -> None:
        """Remember how wide the hand has made the companion."""
        widget, place = self.shown_widget, self._place
        if widget is None or place not in (CompanionPlace.SIDE, CompanionPlace.STRIP):
            return
        is_flat = self.orientation() == Qt.Orientation.Horizontal
        key = COMPANION_WIDTH if is_flat else COMPANION_HEIGHT
        length = round((widget.width() if is_flat else widget.height()) / theme().scale)
        if key.accepts(length):
            self._settings.set(key, length)

    def _on_theme_changed(self) -> None:
        self.setHandleWidth(theme().px(5))
        self._arrange()
