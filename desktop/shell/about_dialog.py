"""The dialog that says what the program is."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel, RichLabel
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from desktop.foundation.version import version


class AboutDialog(QDialog):
    """The name, the purpose, the versions and the licenses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Write the texts."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Wiregrad"))
        color = theme().color("gradient").name()
        name = RichLabel(self)
        name.setText(f'Wire<span style="color:{color}">grad</span>')
        name.setObjectName("wordmark")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 18)
        layout.setSpacing(12)
        layout.addWidget(name)
        layout.addWidget(
            self._make_text(
                self.tr("Learn how neural networks learn, by building, watching and predicting.")
            )
        )
        layout.addWidget(
            self._make_text(
                filled(
                    self.tr("Version {version}, with Python {python} and Qt {qt}"),
                    version=version(),
                    python=platform.python_version(),
                    qt=PySide6.__version__,
                ),
                kind="muted",
            )
        )
        layout.addWidget(
            self._make_text(
                self.tr(
                    "Free software under the MIT license. Icons from Lucide, under the ISC license."
                ),
                kind="muted",
            )
        )
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setToolTip(self.tr("Close this window"))
        buttons.rejected.connect(self.reject)
        layout.addSpacing(8)
        layout.addWidget(buttons)

    def _make_text(self, text: str, kind: str = "") -> QLabel:
        label = PlainLabel(text, self)
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        label.setMinimumWidth(theme().px(380))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
