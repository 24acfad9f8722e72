"""The row over the drawing of the network in which layers and neurons are added and removed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.training.network.layout import NetworkLayout, Unit
from desktop.training.network.view import NetworkView
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Category
from engine.training.run.setup import TrainingSetup

_BUTTON_PX, _COUNT_PX, _HEIGHT_PX, _GAP_PX, _ICON_PX = 28, 30, 26, 3, 14
_NEW_LAYER_UNITS = 4

Make = Callable[[TrainingSetup], TrainingSetup]


class LayerBar(QWidget):
    """Over each hidden layer its size between − and +; between two layers a + for another one.

    The size opens a menu; with the keys on it, + and − change it, Insert adds a layer behind it
    and Delete removes it.

    Signals:
        wanted(make: Callable[[TrainingSetup], TrainingSetup], key: str): The user wants the setup
            that `make` makes of the present one.
    """

    wanted = Signal(object, str)

    def __init__(self, view: NetworkView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._setup: TrainingSetup | None = None
        self._arranged: NetworkLayout | None = None
        self.minus_buttons: dict[int, QToolButton] = {}
        self.plus_buttons: dict[int, QToolButton] = {}
        self.size_buttons: dict[int, QToolButton] = {}
        self.insert_buttons: dict[int, QToolButton] = {}
        self._menu: QMenu | None = None
        # The layout of the drawing changes with its size and its layers, and then it is painted.
        view.installEventFilter(self)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def show_setup(self, setup: TrainingSetup) -> None:
        """Show the sizes of a setup's layers."""
        before, self._setup = self._setup, setup
        if before is None or len(before.run.layers) != len(setup.run.layers):
            self._make_buttons(len(setup.run.layers))
        activations = ("", *setup.run.hidden_activations, "")
        for layer, button in self.size_buttons.items():
            size = setup.run.layers[layer]
            is_hidden = 0 < layer < len(setup.run.layers) - 1
            button.setText(str(size))
            if is_hidden:
                title = translate_engine(OPERATIONS[activations[layer]].title)
                text = filled(
                    self.tr("Hidden layer {0}: {1} neurons, {2}. Click for more"),
                    layer,
                    size,
                    title,
                )
                self.minus_buttons[layer].setEnabled(size > 1)
            elif layer == 0:
                text = self.tr("Inputs: as many as the data has")
            else:
                text = self.tr("Outputs: as many as the data asks for")
            _explain(button, text)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the drawing, and take the keys of a layer's size."""
        if watched is self._view:
            if event.type() == QEvent.Type.Paint:
                self._place()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            for layer, button in self.size_buttons.items():
                if button is watched:
                    return self._take_key(layer, event)
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer other layers while the mouse is here."""
        self._show_inserts(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Offer them no more."""
        self._show_inserts(False)

    def change_units(self, layer: int, by: int) -> None:
        """Ask for more or fewer neurons in a hidden layer."""
        self._want(lambda setup: setup.with_units(layer, setup.run.layers[layer] + by))

    def insert_layer(self, place: int) -> None:
        """Ask for a hidden layer before the layer of that number."""
        self._want(lambda setup: setup.with_layer(place, _NEW_LAYER_UNITS))

    def remove_layer(self, layer: int) -> None:
        """Ask for the network without a hidden layer."""
        self._want(lambda setup: setup.without_layer(layer))

    def make_menu(self, layer: int) -> QMenu:
        """Return what can be done with a hidden layer."""
        assert self._setup is not None
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self._add(menu, self.tr("One neuron more"), lambda: self.change_units(layer, 1))
        fewer = self._add(menu, self.tr("One neuron less"), lambda: self.change_units(layer, -1))
        fewer.setEnabled(self._setup.run.layers[layer] > 1)
        menu.addSeparator()
        self._add(menu, self.tr("Add a layer before"), lambda: self.insert_layer(layer))
        self._add(menu, self.tr("Add a layer behind"), lambda: self.insert_layer(layer + 1))
        self._add(menu, self.tr("Remove this layer"), lambda: self.remove_layer(layer))
        menu.addSeparator()
        present = self._setup.run.hidden_activations[layer - 1]
        for record in OPERATIONS.values():
            if record.category is Category.ACTIVATIONS:
                action = self._add(
                    menu,
                    translate_engine(record.title),
                    partial(self._choose_activation, layer, record.name),
                )
                action.setCheckable(True)
                action.setChecked(record.name == present)
                action.setToolTip(plain(translate_engine(record.summary)))
        return menu

    def _choose_activation(self, layer: int, name: str) -> None:
        self._want(lambda setup: setup.with_activation(layer - 1, name))

    def _add(self, menu: QMenu, text: str, handler: Callable[[], None]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _=False: handler())
        return action

    def _want(self, make: Make) -> None:
        self.wanted.emit(make, "")

    def _take_key(self, layer: int, event: QKeyEvent) -> bool:
        if not self._is_hidden(layer):
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.change_units(layer, 1)
        elif key == Qt.Key.Key_Minus and self._size(layer) > 1:
            self.change_units(layer, -1)
        elif key == Qt.Key.Key_Insert:
            self.insert_layer(layer + 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_layer(layer)
        else:
            return False
        return True

    def _is_hidden(self, layer: int) -> bool:
        return self._setup is not None and 0 < layer < len(self._setup.run.layers) - 1

    def _size(self, layer: int) -> int:
        assert self._setup is not None
        return self._setup.run.layers[layer]

    def _make_buttons(self, layers: int) -> None:
        groups = (self.minus_buttons, self.plus_buttons, self.size_buttons, self.insert_buttons)
        for group in groups:
            for button in group.values():
                button.hide()
                button.deleteLater()
            group.clear()
        for layer in range(layers):
            self.size_buttons[layer] = self._button("", partial(self._open, layer))
            self.size_buttons[layer].installEventFilter(self)
            if 0 < layer < layers - 1:
                minus = self._button("minus", partial(self.change_units, layer, -1))
                plus = self._button("plus", partial(self.change_units, layer, 1))
                _explain(minus, filled(self.tr("Take a neuron out of hidden layer {0}"), layer))
                _explain(plus, filled(self.tr("Add a neuron to hidden layer {0}"), layer))
                self.minus_buttons[layer], self.plus_buttons[layer] = minus, plus
            else:
                self.size_buttons[layer].setEnabled(False)
            if layer:
                insert = self._button("plus", partial(self.insert_layer, layer))
                _explain(insert, self.tr("Put a hidden layer in here"))
                self.insert_buttons[layer] = insert
        self._arranged = None
        self._show_icons()
        self._fit_height()

    def _fit_height(self) -> None:
        heights = [button.sizeHint().height() for button in self.size_buttons.values()]
        self.setFixedHeight(max([theme().px(_HEIGHT_PX), *heights]))

    def _button(self, icon: str, handler: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("picture", icon)
        button.setProperty("kind", "small")
        button.setIconSize(QSize(theme().px(_ICON_PX), theme().px(_ICON_PX)))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False: handler())
        return button

    def _open(self, layer: int) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = self.make_menu(layer)
        button = self.size_buttons[layer]
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _place(self) -> None:
        """Stand over the columns of the drawing, and leave out what has no room."""
        layout = self._view.layout_of_units
        if layout is None or layout is self._arranged or self._setup is None:
            return
        if layout.layers != self._setup.run.layers:
            return
        self._arranged = layout
        columns = [layout.centres[Unit(n, 0)].x() for n in range(len(layout.layers))]
        pitch = columns[1] - columns[0]
        counts = [button.sizeHint().width() for button in self.size_buttons.values()]
        button, count = theme().px(_BUTTON_PX), max(theme().px(_COUNT_PX), *counts)
        gap, height = theme().px(_GAP_PX), self.height()
        cluster = count + 2 * button
        has_room = pitch >= cluster + gap
        self._has_inserts = pitch >= cluster + button + 2 * gap
        for layer, size in self.size_buttons.items():
            left = min(max(0, round(columns[layer] - count / 2)), self.width() - count)
            size.setGeometry(left, 0, count, height)
            size.show()
            if layer in self.minus_buttons:
                self.minus_buttons[layer].setGeometry(left - button, 0, button, height)
                self.plus_buttons[layer].setGeometry(left + count, 0, button, height)
                self.minus_buttons[layer].setVisible(has_room)
                self.plus_buttons[layer].setVisible(has_room)
        for layer, insert in self.insert_buttons.items():
            middle = (columns[layer - 1] + columns[layer]) / 2
            insert.setGeometry(round(middle - button / 2), 0, button, height)
        self._show_inserts(self.underMouse())

    def _show_icons(self) -> None:
        for buttons in (self.minus_buttons, self.plus_buttons, self.insert_buttons):
            colour = "accent" if buttons is self.insert_buttons else "text"
            for button in buttons.values():
                button.setIcon(theme().icon(str(button.property("picture")), colour))

    def _show_inserts(self, shown: bool) -> None:
        for button in self.insert_buttons.values():
            button.setVisible(self._has_inserts and (shown or button.hasFocus()))

    _has_inserts = False

    def _on_theme_changed(self) -> None:
        self._fit_height()
        icon = QSize(theme().px(_ICON_PX), theme().px(_ICON_PX))
        for button in self.findChildren(QToolButton):
            button.setIconSize(icon)
        self._arranged = None
        self._show_icons()
        self._place()


def _explain(button: QToolButton, text: str) -> None:
    explain(button, text, text)
