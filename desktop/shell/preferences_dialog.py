"""The dialog for language, colours, size and precision."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.settings import (
    LANGUAGE,
    LARGEST_SCALE,
    PRECISION,
    SCALE,
    SMALLEST_SCALE,
    THEME,
    Settings,
)
from desktop.foundation.theme import theme
from desktop.foundation.translation import language_titles, percent


class PreferencesDialog(QDialog):
    """Shows the settings as they are, and stores them when they are accepted."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Fill the fields in from the settings."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._settings = settings
        self.language = self._make_choice(
            {"system": self.tr("As the system"), **language_titles()},
            settings.get(LANGUAGE),
            self.tr("The language of menus, texts and messages"),
        )
        self.theme = self._make_choice(
            {
                "system": self.tr("As the system"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
            },
            settings.get(THEME),
            self.tr("Light colors for bright rooms, dark ones for dim rooms"),
        )
        self.scale = self._make_number(
            round(SMALLEST_SCALE * 100),
            round(LARGEST_SCALE * 100),
            round(settings.get(SCALE) * 100),
        )
        self.scale.setSuffix(percent(""))
        self.scale.setSingleStep(10)
        self.scale.setToolTip(self.tr("The size of text, controls and drawings"))
        self.precision = self._make_number(0, 12, settings.get(PRECISION))
        self.precision.setToolTip(self.tr("How many digits follow the decimal point in drawings"))
        self._lay_out()

    def accept(self) -> None:
        """Store what was chosen and close."""
        super().accept()
        self._settings.set(SCALE, self.scale.value() / 100)
        self._settings.set(PRECISION, self.precision.value())
        self._settings.set(THEME, str(self.theme.currentData()))
        # The language comes last: it makes what is seen anew, in the look that was chosen.
        self._settings.set(LANGUAGE, str(self.language.currentData()))

    def _make_choice(self, titles: dict[str, str], current: str, tooltip: str) -> QComboBox:
        box = QComboBox(self)
        for value, title in titles.items():
            box.addItem(title, value)
        box.setCurrentIndex(max(0, box.findData(current)))
        box.setToolTip(plain(tooltip))
        return box

    def _make_number(self, low: int, high: int, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(low, high)
        box.setValue(value)
        # The style sheet's padding does not reach the text inside a spin box.
        box.lineEdit().setTextMargins(theme().px(6), 0, 0, 0)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        for title, field in (
            (self.tr("Language"), self.language),
            (self.tr("Colors"), self.theme),
            (self.tr("Size"), self.scale),
            (self.tr("Digits after the point"), self.precision),
        ):
            field.setAccessibleName(title)
            label = PlainLabel(title, self)
            label.setBuddy(field)
            form.addRow(label, field)
        buttons = QDialogButtonBox(self)
        ok = buttons.addButton(self.tr("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        ok.setDefault(True)
        ok.setToolTip(self.tr("Keep these preferences"))
        cancel.setToolTip(self.tr("Change nothing"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(20)
        layout.addLayout(form)
        layout.addWidget(buttons)
