"""The settings of the chosen method, and the switch that gives all methods one rate."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from desktop.optimizers.race_setup import RaceSetup
from desktop.widgets.settings_form import SettingsForm
from engine.optimizers.catalog import OPTIMIZERS


class MethodPanel(QWidget):
    """A form made from the method's settings.

    Signals:
        settings_changed(method: str, values: dict): The user changed a setting.
        tuned_wanted(method: str): Asks for the settings stored for this surface.
        sharing_changed(shared: bool): All methods are to race with one rate, or with their own.
    """

    settings_changed = Signal(str, object)
    tuned_wanted = Signal(str)
    sharing_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method = ""
        self._forms: dict[str, SettingsForm] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._tuned = QPushButton(self.tr("Good settings for this surface"), self)
        self._tuned.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tuned.setToolTip(
            self.tr("Give this method the settings that were found to suit it on this surface")
        )
        self._tuned.setAccessibleName(self._tuned.text())
        self._tuned.clicked.connect(lambda: self.tuned_wanted.emit(self._method))
        self._shared = QCheckBox(self.tr("Same rate for all"), self)
        self._shared.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shared.setToolTip(
            self.tr("Race all methods with this learning rate. It misleads: each needs its own.")
        )
        self._shared.setAccessibleName(self._shared.text())
        self._shared.toggled.connect(self.sharing_changed)
        self._layout.addWidget(self._shared)
        self._layout.addWidget(self._tuned)

    @property
    def form(self) -> SettingsForm:
        """The form of the chosen method."""
        return self._forms[self._method]

    @property
    def sharing_box(self) -> QCheckBox:
        """The switch for one rate for all."""
        return self._shared

    @property
    def tuned_button(self) -> QPushButton:
        """The button that brings the stored settings back."""
        return self._tuned

    def show_setup(self, method: str, setup: RaceSetup) -> None:
        """Show the settings of a method in a setup."""
        if method != self._method:
            self._show_form(method)
        values = setup.settings_of(method)
        if values != self.form.values():
            self.form.set_values(values)
        self._shared.blockSignals(True)
        self._shared.setChecked(setup.shared_rate is not None)
        self._shared.blockSignals(False)
        tuned = setup.with_tuned(method)
        self._tuned.setEnabled(tuned.settings_of(method) != values)

    def _show_form(self, method: str) -> None:
        if method not in self._forms:
            form = SettingsForm(OPTIMIZERS[method].settings, self)
            form.changed.connect(lambda values: self.settings_changed.emit(method, values))
            self._forms[method] = form
            self._layout.insertWidget(0, form)
        self._method = method
        for name, form in self._forms.items():
            form.setVisible(name == method)
