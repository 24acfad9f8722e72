"""A main view between columns that fold: by handle, by key, and where they leave it no room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.foundation.settings import COLUMN_WIDTHS, FOLDED_COLUMNS
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.panels.column_handle import ColumnHandle
from desktop.widgets.panels.column_plan import SIDES, ColumnRoom, Side, plan_columns
from desktop.widgets.panels.page import page_of, settings_of

# The main view's share of the width, below which columns fold.
_MAIN_SHARE = 0.42


class Columns(QWidget):
    """Lays out a main view with a column at one side or both.

    A column that the user has folded stays folded, and one dragged to a width keeps it in
    proportion to the text, in later runs too. One that has folded because
    there was no room comes back by itself when there is; asked for meanwhile, it lies over the
    main view until it is folded again.

    Signals:
        changed(): A column was folded or shown.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        main: QWidget,
        columns: Mapping[Side, QWidget],
        parent: QWidget | None = None,
        *,
        first_to_fold: Side = "right",
        main_px: float = 0,
    ) -> None:
        """Take the main view and the columns.

        Args:
            name: What the settings call them, such as ``"training"``.
            main: What stands in the middle.
            columns: The columns by their sides.
            parent: A widget on a page, whose settings tell which columns are folded.
            first_to_fold: Which side folds first where there is no room for both.
            main_px: The width at a zoom of 1 below which a column folds for the main view.
        """
        super().__init__(parent)
        self._name = name
        self._main_px = main_px
        self._main = main
        self._columns = {side: columns[side] for side in SIDES if side in columns}
        self._order: tuple[Side, ...] = tuple(
            sorted(self._columns, key=lambda side: side != first_to_fold)
        )
        self._handles = {side: ColumnHandle(side, self) for side in self._columns}
        # Widths that the user has dragged columns to, in pixels at a scale of 1.
        self._dragged: dict[Side, float] | None = None
        self._beside: dict[Side, int] = {}
        self._over: Side | None = None
        self._folded: set[Side] | None = None
        self._is_alone = False
        self._left_out: frozenset[Side] = frozenset()
        for part in (main, *self._columns.values()):
            part.setParent(self)
        for side, handle in self._handles.items():
            handle.clicked.connect(lambda _=False, side=side: self.toggle(side))
            handle.moved.connect(lambda by, side=side: self._on_moved(side, by))
        theme_notifier().follow(self._arrange)

    @property
    def main(self) -> QWidget:
        """What stands in the middle."""
        return self._main

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that have a column."""
        return tuple(self._columns)

    def column(self, side: Side) -> QWidget:
        """Return a column."""
        return self._columns[side]

    def handle(self, side: Side) -> ColumnHandle:
        """Return the strip that folds a column."""
        return self._handles[side]

    @property
    def left_out(self) -> frozenset[Side]:
        """The sides whose columns are not shown at all."""
        return self._left_out

    def is_open(self, side: Side) -> bool:
        """Tell whether a column can be seen, beside the main view or over it."""
        return side in self._beside or side == self._over

    def toggle(self, side: Side) -> None:
        """Fold a column that can be seen, or show it: over the main view where there is no room."""
        if side not in self._columns or self._is_alone or side in self._left_out:
            return
        if self._over == side:
            self._over = None
        elif side in self._beside:
            self._remember(side, is_folded=True)
        else:
            self._remember(side, is_folded=False)
            self._over = None
            self._arrange()
            if side not in self._beside:
                self._over = side
        self._arrange()
        if self._over == side:
            self._columns[side].setFocus(Qt.FocusReason.OtherFocusReason)

    def open_for(self, part: QWidget) -> None:
        """Show the column that a part of it stands in, where it is folded."""
        for side, column in self._columns.items():
            if (column is part or column.isAncestorOf(part)) and not self.is_open(side):
                self.toggle(side)

    def set_alone(self, is_alone: bool) -> None:
        """Show the main view alone, without columns and handles, as long as it is presented."""
        self._is_alone = is_alone
        self._over = None
        self._arrange()

    def leave_out(self, sides: frozenset[Side]) -> None:
        """Show these columns and their handles no more, whatever was folded by hand."""
        if sides == self._left_out:
            return
        self._left_out = sides
        if self._over in sides:
            self._over = None
        self._arrange()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        main = self._main.sizeHint()
        widths = sum(column.sizeHint().width() for column in self._columns.values())
        return QSize(main.width() + widths + self._handle_room(), main.height())

    def minimumSizeHint(self) -> QSize:
        """Return the size of the main view with all columns folded."""
        least = _least(self._main)
        return QSize(least.width() + self._handle_room(), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Share the room anew when something in it asks for more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the page that these are its columns now."""
        super().showEvent(event)
        self._folded = self._dragged = None
        self._arrange()
        if (page := page_of(self)) is not None:
            page.show_columns(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the page that they are no longer."""
        super().hideEvent(event)
        if (page := page_of(self)) is not None:
            page.hide_columns(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold with Escape what lies over the main view."""
        if event.key() == Qt.Key.Key_Escape and self._over is not None:
            self.toggle(self._over)
        else:
            super().keyPressEvent(event)

    # Inside ---------------------------------------------------------------------------------

    def _handle_room(self) -> int:
        handles = (handle for side, handle in self._handles.items() if self._has_handle(side))
        return sum(handle.sizeHint().width() for handle in handles)

    def _has_handle(self, side: Side) -> bool:
        return not self._is_alone and side not in self._left_out

    def _folded_by_hand(self) -> set[Side]:
        if self._folded is None:
            settings = settings_of(self)
            names = [] if settings is None else settings.get(FOLDED_COLUMNS)
            self._folded = {side for side in self._columns if self._key(side) in names}
        return self._folded

    def _remember(self, side: Side, *, is_folded: bool) -> None:
        folded = self._folded_by_hand()
        (folded.add if is_folded else folded.discard)(side)
        settings = settings_of(self)
        if settings is not None:
            key = self._key(side)
            others = [name for name in settings.get(FOLDED_COLUMNS) if name != key]
            settings.set(FOLDED_COLUMNS, [*others, key] if is_folded else others)

    def _dragged_widths(self) -> dict[Side, float]:
        if self._dragged is None:
            settings = settings_of(self)
            kept = {} if settings is None else settings.get(COLUMN_WIDTHS)
            keys = {side: self._key(side) for side in self._columns}
            self._dragged = {side: kept[key] for side, key in keys.items() if key in kept}
        return self._dragged

    def _keep_width(self, side: Side, width: int) -> None:
        at_scale_1 = width / theme().scale
        self._dragged_widths()[side] = at_scale_1
        settings = settings_of(self)
        if settings is not None:
            kept = settings.get(COLUMN_WIDTHS)
            settings.set(COLUMN_WIDTHS, {**kept, self._key(side): at_scale_1})

    def _key(self, side: Side) -> str:
        return f"{self._name}/{side}"

    def _room_of(self, side: Side) -> ColumnRoom:
        column = self._columns[side]
        least = _least(column).width()
        dragged = self._dragged_widths().get(side)
        wanted = column.sizeHint().width() if dragged is None else theme().px(dragged)
        return ColumnRoom(least, max(least, wanted))

    def _arrange(self) -> None:
        if not self.width():
            return
        before = {side: self.is_open(side) for side in self._columns}
        room = self.width() - self._handle_room()
        self._beside = self._plan(room)
        if self._over in self._beside:
            self._over = None
        loses_keys = any(
            _has_keys(column) for side, column in self._columns.items() if not self.is_open(side)
        )
        for side, column in self._columns.items():
            column.setVisible(self.is_open(side))
            handle = self._handles[side]
            handle.setVisible(self._has_handle(side))
            if before[side] != self.is_open(side) or not handle.isVisibleTo(self):
                handle.show_open(is_open=self.is_open(side))
        self._place()
        if loses_keys:
            (page_of(self) or self._main).setFocus(Qt.FocusReason.OtherFocusReason)
        if before != {side: self.is_open(side) for side in self._columns}:
            self.changed.emit()

    def _plan(self, room: int) -> dict[Side, int]:
        if self._is_alone:
            return {}
        wished = {
            side: self._room_of(side)
            for side in self._columns
            if side not in self._folded_by_hand() | self._left_out
        }
        least = max(
            _least(self._main).width(),
            round(_MAIN_SHARE * self.width()),
            theme().px(self._main_px),
        )
        return plan_columns(room, wished, self._order, least)

    def _place(self) -> None:
        height, left, right = self.height(), 0, self.width()
        for side, handle in self._handles.items():
            if not self._has_handle(side):
                continue
            width = handle.sizeHint().width()
            column = self._beside.get(side, 0)
            place = QRect(0 if side == "left" else right - column, 0, column, height)
            # What lies over the main view is not squeezed first: what is in it would change its
            # form for that and back, ask for a layout each time, and so for ever.
            if side != self._over:
                self._columns[side].setGeometry(place)
            if side == "left":
                handle.setGeometry(column, 0, width, height)
                left = column + width
            else:
                right -= column + width
                handle.setGeometry(right, 0, width, height)
        self._main.setGeometry(QRect(left, 0, max(0, right - left), height))
        if self._over is not None:
            self._lay_over(self._over)

    def _lay_over(self, side: Side) -> None:
        """Lay a column over the main view, its handle at its inner edge."""
        column, handle = self._columns[side], self._handles[side]
        strip = handle.sizeHint().width()
        wanted = self._room_of(side).wanted
        width = min(wanted, self.width() - self._handle_room())
        start = 0 if side == "left" else self.width() - width
        column.setGeometry(start, 0, width, self.height())
        handle.setGeometry(width if side == "left" else start - strip, 0, strip, self.height())
        for part in (column, handle):
            part.raise_()

    def _on_moved(self, side: Side, by: int) -> None:
        """Follow the mouse with the edge of a column; dragged to next to nothing, it folds."""
        present = self._columns[side].width()
        width = present + (by if side == "left" else -by)
        least = self._room_of(side).least
        if width < least // 2:
            if self.is_open(side):
                self.toggle(side)
            return
        self._keep_width(side, max(width, least))
        self._arrange()


def bring_into_sight(part: QWidget) -> bool:
    """Show the column that something stands in, and tell whether it can be seen now."""
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, Columns) and above.isVisible():
            above.open_for(part)
        above = above.parentWidget()
    return part.isVisible()


def _least(widget: QWidget) -> QSize:
    """Return the size below which something in a widget would be cut."""
    return widget.minimumSizeHint().expandedTo(widget.minimumSize())


def _has_keys(widget: QWidget) -> bool:
    """Tell whether a widget, or something in it, gets what is typed."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
