"""The drawn network with what belongs to it: its sizes, its buttons and what its lines mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel, RichLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from engine.training.network.layers import Layers, format_layers


class NetworkPane(QWidget):
    """The row that adds and removes neurons, the drawing, its title and legend with buttons."""

    def __init__(
        self,
        buttons: Sequence[QWidget],
        layer_bar: QWidget,
        view: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """Put the parts below one another; the buttons stand beside the legend."""
        super().__init__(parent)
        self._title = PlainLabel(self)
        self._title.setProperty("kind", "muted")
        # It gives way to the buttons beside it, and wraps: both pictures keep the same width.
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._legend = RichLabel(self)
        self._legend.setProperty("kind", "muted")
        self._legend.setWordWrap(True)
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        foot = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._legend)
        foot.addLayout(words, 1)
        for button in buttons:
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(layer_bar)
        layout.addWidget(view, 1)
        layout.addLayout(foot)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def show_layers(self, layers: Layers) -> None:
        """Name the network by its sizes."""
        self._title.setText(filled(self.tr("Network {0}"), format_layers(layers)))
        self._title.setToolTip(plain(self._title.text()))

    def _on_theme_changed(self) -> None:
        positive, negative = theme().color("class_1").name(), theme().color("class_0").name()
        self._legend.setText(
            filled(
                self.tr("{0} positive &nbsp; {1} negative weight"),
                f"<span style='color:{positive}'><b>──</b></span>",
                f"<span style='color:{negative}'><b>╌╌</b></span>",
            )
        )
