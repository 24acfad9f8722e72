"""The line under the buttons on which one goes to any step of the run so far."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.step_slider import StepSlider

_LABEL_PX = 210


class ScrubBar(QWidget):
    """A slider over the steps made, and where in them one stands.

    Signals:
        step_wanted(step: int): The user goes to this step.
    """

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        explanation = self.tr(
            "Go to any step of this run (Home: the first, End: the newest). Nothing is lost until "
            "you train on from an earlier step"
        )
        self.slider = StepSlider(self)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.setToolTip(explanation)
        self.slider.setWhatsThis(explanation)
        self.slider.setAccessibleName(self.tr("Step of the run"))
        self.slider.valueChanged.connect(self.step_wanted)
        self.label = PlainLabel(self)
        self.label.setProperty("kind", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.label)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self.show_position(0, 0, 0)

    def show_position(self, step: int, last: int, epoch: int) -> None:
        """Show where the run stands, without asking for anything."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, last)
            self.slider.setPageStep(max(1, last // 20))
            self.slider.setValue(step)
        self.slider.setEnabled(last > 0)
        text = (
            self.tr("step {0} of {1} · epoch {2}").format(step, last, epoch)
            if step < last
            else self.tr("step {0} · epoch {1}").format(step, epoch)
        )
        self.label.setText(text)

    def _on_theme_changed(self) -> None:
        # The slider must not change its length with every digit.
        self.label.setMinimumWidth(theme().px(_LABEL_PX))
