"""The bar that steps, plays and scrubs through a sequence, the same in every space."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.desk.explaining import explain
from desktop.desk.settling import Settling
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.widgets.bars.step_slider import StepSlider
from desktop.widgets.panels.flow_layout import FlowLayout

SPEEDS = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 50.0)
_TICK_MS = 33
_SLIDER_PX = 80


class StepBar(QWidget, Settling):
    """First, back, play or pause, step, last; a scrub bar; a speed; “step 3 of 17”.

    Positions run from 0 (nothing done yet) to ``last``. While playing, a timer calls
    ``tick``, which moves by the time passed times the rate; tests call ``tick`` themselves.
    Where ``wraps_to`` is given, a step on from the end begins again at that position.

    Signals:
        position_changed(position): the user, a key or the playing moved to a position.
        playing_changed(is_playing): playing began or ended.
        speed_changed(speed): another speed was chosen.
    """

    position_changed = Signal(int)
    playing_changed = Signal(bool)
    speed_changed = Signal(float)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        steps_per_second: float = 1.5,
        wraps_to: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._rate = steps_per_second
        self._wraps_to = wraps_to
        self._position = 0
        self._last = 0
        self._due = 0.0
        self._wording: Callable[[int, int], str] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(lambda: self.tick(_TICK_MS / 1000))
        self._first = self._button(self.tr("To the start (Home)"), self.go_first)
        self._back = self._button(self.tr("One step back (←)"), self.step_back)
        self._play = self._button(self.tr("Play or pause (Space)"), self.toggle)
        self._step = self._button(self.tr("One step forward (→)"), self.step_forward)
        self._last_button = self._button(self.tr("To the end (End)"), self.go_last)
        self._play.setProperty("kind", "primary")
        self._slider = self._make_slider()
        self._label = PlainLabel(self)
        self._label.setProperty("kind", "muted")
        self._speed = self._make_speed()
        self._lay_out()
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self._show()

    def _button(self, tooltip: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(self)
        explain(button, tooltip, tooltip, by_tab=True)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(slot)
        return button

    def _make_slider(self) -> StepSlider:
        slider = StepSlider(self)
        slider.setRange(0, 0)
        explain(slider, self.tr("Step"), self.tr("Drag to any step"))
        slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        slider.valueChanged.connect(self._on_slider_moved)
        return slider

    def _make_speed(self) -> QComboBox:
        box = QComboBox(self)
        for speed in SPEEDS:
            box.addItem(f"{speed:g}×", speed)
        box.setCurrentIndex(SPEEDS.index(1.0))
        explain(box, self.tr("Speed"), self.tr("How fast to play"), by_tab=True)
        box.currentIndexChanged.connect(lambda _: self.speed_changed.emit(self.speed))
        return box

    def _lay_out(self) -> None:
        # Where it is too narrow for all, what is last goes to a second line.
        self._row = FlowLayout(self, spacing=6)
        buttons = QWidget(self)
        together = QHBoxLayout(buttons)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(6)
        for button in (self._first, self._back, self._play, self._step, self._last_button):
            together.addWidget(button)
        for part in (buttons, self._slider, self._label, self._speed):
            self._row.addWidget(part)

    def lead_with(self, part: QWidget) -> None:
        """Put something before the buttons, such as the choice of what they move."""
        self._row.insertWidget(0, part)

    def follow_with(self, part: QWidget) -> None:
        """Put something behind all."""
        self._row.addWidget(part)

    @property
    def position(self) -> int:
        """Where the sequence stands: this many steps are done."""
        return self._position

    @property
    def last(self) -> int:
        """The number of steps there are."""
        return self._last

    @property
    def play_button(self) -> QPushButton:
        """The button that plays and pauses."""
        return self._play

    @property
    def is_playing(self) -> bool:
        """Whether the bar moves by itself."""
        return self._timer.isActive()

    @property
    def is_settled(self) -> bool:
        """Whether it does not move by itself."""
        return not self.is_playing

    def shutdown(self) -> None:
        """Stop playing for good."""
        self.pause()

    @property
    def speed(self) -> float:
        """The chosen factor on the rate of playing."""
        return float(self._speed.currentData())

    @property
    def label(self) -> str:
        """The text that says where the sequence stands."""
        return self._label.text()

    def set_speed(self, speed: float) -> None:
        """Choose one of ``SPEEDS``; the nearest is taken."""
        nearest = min(SPEEDS, key=lambda known: abs(known - speed))
        self._speed.setCurrentIndex(SPEEDS.index(nearest))

    def set_wording(self, wording: Callable[[int, int], str]) -> None:
        """Say where the sequence stands in other words: ``wording(position, last)``."""
        self._wording = wording
        self._reserve_label()
        self._show()

    def set_range(self, last: int) -> None:
        """Set the number of steps; a position beyond it moves to the end, and says so."""
        self._last = max(0, last)
        self._reserve_label()
        if self._position > self._last:
            self._go(self._last)
        self._show()

    def set_position(self, position: int) -> None:
        """Move without emitting ``position_changed``."""
        self._position = min(max(position, 0), self._last)
        self._show()

    def go_to(self, position: int) -> None:
        """Pause and move to a position."""
        self._go_paused(position)

    def play(self) -> None:
        """Start playing; at the end, from the beginning again."""
        if self._last == 0 or self.is_playing:
            return
        if self._position >= self._last:
            self._go(0)
        self._due = 0.0
        self._timer.start()
        self._on_theme_changed()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stop playing where it stands."""
        if self.is_playing:
            self._timer.stop()
            self._on_theme_changed()
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Play if paused, pause if playing."""
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def go_first(self) -> None:
        """Pause and move to the start."""
        self._go_paused(0)

    def step_back(self) -> None:
        """Pause and move one step back."""
        self._go_paused(self._position - 1)

    def step_forward(self) -> None:
        """Pause and move one step forward; from the end to where it wraps to, if it does."""
        if self._wraps_to is not None and self._position >= self._last:
            self._go_paused(self._wraps_to)
        else:
            self._go_paused(self._position + 1)

    def go_last(self) -> None:
        """Pause and move to the end."""
        self._go_paused(self._last)

    def tick(self, elapsed_s: float) -> None:
        """Move on by the steps that are due after so many seconds of playing."""
        self._due += elapsed_s * self._rate * self.speed
        steps = int(self._due)
        self._due -= steps
        if steps:
            self._go(self._position + steps)
        if self._position >= self._last:
            self.pause()

    def handle_key(self, key: int) -> bool:
        """Act on Space, ←, →, Home or End; return whether the key was one of them."""
        actions = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_Left: self.step_back,
            Qt.Key.Key_Right: self.step_forward,
            Qt.Key.Key_Home: self.go_first,
            Qt.Key.Key_End: self.go_last,
        }
        action = actions.get(Qt.Key(key))
        if action is not None:
            action()
        return action is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys described above and pass on all others."""
        if event.modifiers() or not self.handle_key(event.key()):
            super().keyPressEvent(event)

    def _go_paused(self, position: int) -> None:
        self.pause()
        self._go(position)

    def _go(self, position: int) -> None:
        position = min(max(position, 0), self._last)
        if position != self._position:
            self._position = position
            self._show()
            self.position_changed.emit(position)

    def _on_slider_moved(self, position: int) -> None:
        self._go_paused(position)

    def _show(self) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, self._last)
            self._slider.setValue(self._position)
        wording = self._wording or self._default_wording
        has_steps = self._last > 0
        self._label.setText(wording(self._position, self._last) if has_steps else "")
        self._first.setEnabled(self._position > 0)
        self._back.setEnabled(self._position > 0)
        self._play.setEnabled(has_steps)
        can_wrap = has_steps and self._wraps_to is not None
        self._step.setEnabled(can_wrap or self._position < self._last)
        self._last_button.setEnabled(self._position < self._last)
        self._slider.setEnabled(has_steps)

    def _reserve_label(self) -> None:
        """Give the label its longest text's width, so that no step moves what is beside it."""
        wording = self._wording or self._default_wording
        metrics = self._label.fontMetrics()
        places = {0, max(0, self._last - 1), self._last} if self._last else set()
        texts = [wording(place, self._last) for place in places]
        widths = [metrics.horizontalAdvance(text) for text in texts]
        self._label.setMinimumWidth(max(widths, default=0))

    def _default_wording(self, position: int, last: int) -> str:
        return filled(self.tr("step {0} of {1}"), position, last)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the font has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._reserve_label()

    def _on_theme_changed(self) -> None:
        self._slider.setMinimumWidth(theme().px(_SLIDER_PX))
        self._first.setIcon(theme().icon("skip-back"))
        self._back.setIcon(theme().icon("step-back"))
        name = "pause" if self.is_playing else "play"
        self._play.setIcon(theme().icon(name, "accent_text"))
        self._step.setIcon(theme().icon("step-forward"))
        self._last_button.setIcon(theme().icon("skip-forward"))
