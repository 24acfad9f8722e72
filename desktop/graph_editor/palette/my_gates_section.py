"""The palette's section of kept gates: chips like those of operations, to rename and remove."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QMessageBox, QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel, plain_message_box
from desktop.foundation.translation import error_sentence, filled
from desktop.graph_editor.groups.gate_shelf import GateShelf, KeptGate
from desktop.graph_editor.palette.operation_chip import OperationChip
from desktop.widgets.panels.flow_layout import FlowLayout
from engine.errors import EngineError
from engine.graph.text_limits import LONGEST_NAME
from engine.quoting import quote


class MyGatesSection(QWidget):
    """Shows the shelf; it is hidden while nothing is kept.

    Signals:
        chosen(name: str): A gate's name among the operations, for adding it.
        refused(sentence: str): Why a gate could not be renamed.
        chips_changed(): There are other chips.
    """

    chosen = Signal(str)
    refused = Signal(str)
    chips_changed = Signal()

    def __init__(self, shelf: GateShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._chips: list[OperationChip] = []
        self._found: frozenset[str] | None = None
        caption = PlainLabel(self.tr("My gates"), self)
        caption.setProperty("kind", "caption")
        self._box = QWidget(self)
        self._flow = FlowLayout(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 7)
        column.setSpacing(7)
        column.addWidget(caption)
        column.addWidget(self._box)
        shelf.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def chips(self) -> list[OperationChip]:
        """One chip for each gate."""
        return list(self._chips)

    def show_found(self, names: frozenset[str] | None) -> None:
        """Show the gates of these names only; all for None."""
        self._found = names
        for chip in self._chips:
            chip.setVisible(names is None or chip.operation.name in names)
        self.setVisible(any(not chip.isHidden() for chip in self._chips))

    def menu_of(self, chip: OperationChip) -> QMenu:
        """Return what can be done with a gate; the menu deletes itself."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Commands of a kept gate"))
        menu.addAction(self.tr("Rename …"), lambda: self.ask_name(chip))
        menu.addAction(self.tr("Remove from My gates …"), lambda: self.ask_removal(chip))
        return menu

    def ask_name(self, chip: OperationChip) -> QInputDialog | None:
        """Let a gate's name be typed."""
        gate = self._shelf.find(chip.operation.name)
        if gate is None:
            return None
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename gate"))
        dialog.setLabelText(self.tr("Name: letters, digits and _, beginning with a letter"))
        dialog.setTextValue(gate.name)
        field = dialog.findChild(QLineEdit)
        if field is not None:
            field.setMaxLength(LONGEST_NAME)
        dialog.textValueSelected.connect(lambda text: self._rename(chip, text))
        dialog.open()
        return dialog

    def ask_removal(self, chip: OperationChip) -> QMessageBox | None:
        """Remove a gate, if it is meant: this is no step that can be undone."""
        gate = self._shelf.find(chip.operation.name)
        if gate is None:
            return None
        dialog = plain_message_box(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setIcon(QMessageBox.Icon.Question)
        dialog.setWindowTitle(self.tr("Remove gate"))
        dialog.setText(filled(self.tr("Remove “{}” from My gates?"), quote(gate.name)))
        dialog.setInformativeText(
            self.tr("Graphs that use it keep their copy. This cannot be undone.")
        )
        remove = dialog.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = dialog.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        dialog.setDefaultButton(cancel)
        dialog.setEscapeButton(cancel)
        remove.clicked.connect(lambda _=False: self._remove(gate))
        dialog.open()
        return dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rename by F2 and remove by Delete."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(watched, OperationChip):
            assert isinstance(event, QKeyEvent)
            asks = {Qt.Key.Key_F2: self.ask_name, Qt.Key.Key_Delete: self.ask_removal}
            ask = asks.get(Qt.Key(event.key()))
            if ask is not None and not event.modifiers():
                ask(watched)
                return True
        return super().eventFilter(watched, event)

    def _remove(self, gate: KeptGate) -> None:
        try:
            self._shelf.remove(gate)
        except EngineError as error:
            self.refused.emit(error_sentence(error))

    def _rename(self, chip: OperationChip, text: str) -> None:
        gate = self._shelf.find(chip.operation.name)
        if gate is None:
            return
        try:
            self._shelf.rename(gate, text.strip())
        except EngineError as error:
            self.refused.emit(error_sentence(error))

    def _on_changed(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            # It may be the one whose menu or key this is.
            chip.deleteLater()
        self._chips = [OperationChip(item, self._box) for item in self._shelf.operations()]
        for chip in self._chips:
            chip.chosen.connect(self.chosen)
            chip.installEventFilter(self)
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(self._opener(chip))
            self._flow.addWidget(chip)
            chip.show()
        self.show_found(self._found)
        self.chips_changed.emit()

    def _opener(self, chip: OperationChip) -> Callable[[QPoint], None]:
        return lambda place: self.menu_of(chip).popup(chip.mapToGlobal(place))
