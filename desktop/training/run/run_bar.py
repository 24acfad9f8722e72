"""The bar that trains: train or pause, back, step, epoch, reset, new start, pace."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.page_action import page_action
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.training.run.session import FASTEST
from desktop.widgets.bars.step_slider import StepSlider
from desktop.widgets.fields.word_button import WordButton
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.low_window import is_low

SPEEDS = (2.0, 10.0, 30.0, 60.0, 200.0, 1000.0, FASTEST)
# At 1280 pixels the bar shares the width with two panels.
_SPEED_PX = 160
_LABEL_PX, _SLIDER_PX = 210, 120


class RunBar(QWidget):
    """Buttons, each with an action of the same text for the menu.

    Signals:
        speed_changed(epochs_per_second: float): Another pace was chosen.
    """

    speed_changed = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.train_action = page_action(
            self, self.tr("Train"), self.tr("Train or pause (Space)"), key="F5"
        )
        self.back_action = page_action(
            self, self.tr("Step back"), self.tr("Go to the step before (←)"), key="Shift+F10"
        )
        self.step_action = page_action(
            self, self.tr("Step"), self.tr("One update of the weights (→)"), key="F10"
        )
        self.epoch_action = page_action(
            self,
            self.tr("Epoch"),
            self.tr("Updates until every sample was seen once (E)"),
            key="Ctrl+F10",
        )
        self.reset_action = page_action(
            self,
            self.tr("Reset"),
            self.tr("Begin again with the same initial weights, and forget this run (R)"),
            key="Ctrl+R",
        )
        self.first_action = page_action(
            self,
            self.tr("First step"),
            self.tr("Go to the start of this run (Home)"),
            key="Alt+Home",
        )
        self.last_action = page_action(
            self,
            self.tr("Newest step"),
            self.tr("Go to the newest step of this run (End)"),
            key="Alt+End",
        )
        self.anew_action = page_action(
            self,
            self.tr("New start"),
            self.tr("Draw another seed and other weights (N)"),
            key="Ctrl+Alt+R",
        )
        self.graph_action = page_action(
            self,
            self.tr("Open as graph"),
            self.tr(
                "Show the network as a graph of operations, with its present weights and all "
                "samples, or the first one of a large data set"
            ),
            key="Ctrl+Alt+G",
        )
        self.buttons = {
            action: self._button(action, icon)
            for action, icon in (
                (self.train_action, "play"), (self.back_action, "step-back"),
                (self.step_action, "step-forward"), (self.epoch_action, "fast-forward"),
                (self.reset_action, "rotate-ccw"), (self.anew_action, "dices"),
                (self.graph_action, "workflow"),
            )
        }  # fmt: skip
        # It stands with the picture of the network; here it would need a second line.
        self.graph_button = self.buttons[self.graph_action]
        self.train_button = self.buttons[self.train_action]
        self.train_button.setProperty("kind", "primary")
        self.buttons[self.back_action].set_words("", "step-back")
        self.speed_box = self._make_speed_box()
        # In a narrow window the bar breaks into two lines; in a low one its words go first.
        self._row = FlowLayout(self, spacing=6)
        for button in self._row_buttons:
            self._row.addWidget(button)
        self._row.addWidget(self.speed_box)
        theme_notifier().follow(self._on_theme_changed)
        self.show_playing(False)
        self._on_theme_changed()

    @property
    def _row_buttons(self) -> list[WordButton]:
        return [button for button in self.buttons.values() if button is not self.graph_button]

    def add(self, part: QWidget) -> None:
        """Put something behind the buttons, such as the scrub bar: beside them where it fits."""
        self._row.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words away in a low window, where a second line would cost the pictures."""
        super().resizeEvent(event)
        self._choose_form()

    def _choose_form(self) -> None:
        has_words = not is_low(self) or self.width() >= self._width_of_words
        for button in self._row_buttons:
            button.show_words(has_words)
        self.train_button.setMinimumWidth(self._least_of_words if has_words else 0)

    def _measure_words(self) -> None:
        for button in self._row_buttons:
            button.show_words(True)
        self.train_button.setMinimumWidth(self._least_of_words)
        self._width_of_words = self._row.sizeHint().width()
        self._choose_form()

    def _button(self, action: QAction, icon: str) -> WordButton:
        is_first = action is self.train_action
        ink = "accent_text" if is_first else "text"
        is_icon_shy = action is self.epoch_action
        button = WordButton(action.text(), icon, self, ink=ink, is_icon_shy=is_icon_shy)
        explain(button, action.text(), action.toolTip(), by_tab=True)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _make_speed_box(self) -> QComboBox:
        box = QComboBox(self)
        for speed in SPEEDS:
            text = (
                self.tr("fastest")
                if speed == FASTEST
                else filled(self.tr("{0} epochs/s"), f"{speed:g}")
            )
            box.addItem(text, speed)
        tip = self.tr("How fast to train; the fastest shows only some of the steps")
        explain(box, self.tr("Pace"), tip, by_tab=True)
        box.currentIndexChanged.connect(lambda _: self.speed_changed.emit(self.speed))
        return box

    @property
    def speed(self) -> float:
        """Epochs in a second; ``FASTEST`` for as many as possible."""
        return float(self.speed_box.currentData())

    def set_speed(self, speed: float) -> None:
        """Show a pace without emitting anything."""
        with QSignalBlocker(self.speed_box):
            self.speed_box.setCurrentIndex(SPEEDS.index(speed))

    def show_place(self, step: int, last: int) -> None:
        """Let only what leads somewhere be done from this step."""
        self.back_action.setEnabled(step > 0)
        self.first_action.setEnabled(step > 0)
        self.last_action.setEnabled(step < last)

    def show_playing(self, is_playing: bool) -> None:
        """Let the first button say what it does now."""
        text = self.tr("Pause") if is_playing else self.tr("Train")
        self.train_action.setText(text)
        self.train_button.set_words(text, "pause" if is_playing else "play")
        self.train_button.setAccessibleName(text)

    def _on_theme_changed(self) -> None:
        width = self.train_button.fontMetrics()
        longest = max(
            width.horizontalAdvance(text) for text in (self.tr("Pause"), self.tr("Train"))
        )
        # The bar must not jump when the button changes its word.
        least = self.speed_box.minimumSizeHint().width()
        self.speed_box.setFixedWidth(max(least, theme().px(_SPEED_PX)))
        self._least_of_words = longest + theme().px(46)
        self._measure_words()


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
        explain(self.slider, self.tr("Step of the run"), explanation, by_tab=True)
        self.slider.valueChanged.connect(self.step_wanted)
        self.label = PlainLabel(self)
        self.label.setProperty("kind", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
            filled(self.tr("step {0} of {1} · epoch {2}"), step, last, epoch)
            if step < last
            else filled(self.tr("step {0} · epoch {1}"), step, epoch)
        )
        self.label.setText(text)

    def _on_theme_changed(self) -> None:
        self.slider.setMinimumWidth(theme().px(_SLIDER_PX))
        # The slider must not change its length with every digit.
        self.label.setMinimumWidth(theme().px(_LABEL_PX))
