"""A section of the controls: it shows a part of the setup and asks for another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import translate_engine
from desktop.widgets.fields.choice_box import Choice, ChoiceBox
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.problem_label import ProblemLabel
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.panels.section import Section
from engine.operations.operation import Operation
from engine.optimizers.optimizer import Optimizer, Variant
from engine.optimizers.schedules import Schedule
from engine.settings import Setting
from engine.training.datasets.dataset import DataRecipe
from engine.training.initializers.initializer import Initializer
from engine.training.run.setup import TrainingSetup

_FIELD_PX = 84

Make = Callable[[TrainingSetup], TrainingSetup]
Record = DataRecipe | Operation | Initializer | Optimizer | Schedule | Variant


class SetupSection(Section):
    """A foldable part of the left panel.

    Signals:
        wanted(make: Callable[[TrainingSetup], TrainingSetup], key: str): The user changed a
            control: `make` makes of the present setup the one wanted, or raises what is against
            it. Wishes in a row with the same key belong to one undo step.
    """

    wanted = Signal(object, str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._fields: dict[NumberField, int] = {}
        self._problem = ProblemLabel(self)
        # Under the caption, where it is seen even if the section is long.
        self.add(self._problem)
        theme_notifier().follow(self._on_scale_changed)

    @property
    def problem(self) -> str:
        """The sentence that says why the last wish cannot be, or ''."""
        return self._problem.sentence

    def show_problem(self, sentence: str) -> None:
        """Say where it was made why a wish cannot be; '' takes the sentence away."""
        self._problem.say(sentence)

    def show_setup(self, setup: TrainingSetup) -> None:
        """Show a setup without asking for anything."""
        raise NotImplementedError

    def want(self, make: Make, key: str = "") -> None:
        """Ask for the setup that `make` makes of the present one."""
        self.wanted.emit(make, key)

    def want_run(self, **changes: object) -> None:
        """Ask for other choices of the run."""
        self.want(lambda setup: setup.changed(**changes), ",".join(changes))

    def number(
        self,
        name: str,
        explanation: str,
        *,
        minimum: float = 0,
        maximum: float,
        integer: bool,
        width_px: int = _FIELD_PX,
    ) -> NumberField:
        """Make a number field as wide as those of the forms, unless its label needs the room."""
        field = NumberField(minimum, minimum=minimum, maximum=maximum, integer=integer, parent=self)
        field.set_explanation(explanation)
        field.setAccessibleName(name)
        field.setWhatsThis(plain(explanation))
        field.setFixedWidth(theme().px(width_px))
        self._fields[field] = width_px
        return field

    def row(self, text: str, field: NumberField) -> QWidget:
        """Put a label beside a field, and room for what is wrong with it below."""
        host = QWidget(self)
        label = PlainLabel(text, host)
        label.setBuddy(field)
        label.setToolTip(field.edit.toolTip())
        layout = QGridLayout(host)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(3)
        layout.setColumnStretch(0, 1)
        layout.addWidget(label, 0, 0)
        layout.addWidget(field, 0, 1)
        layout.addWidget(field.problem_label, 1, 0, 1, 2)
        return host

    def labelled(self, rows: Sequence[tuple[str, QWidget]]) -> QWidget:
        """Put labels before lists whose entries do not say what they are."""
        host = QWidget(self)
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, (text, widget) in enumerate(rows):
            label = PlainLabel(text, host)
            label.setBuddy(widget)
            label.setToolTip(widget.toolTip())
            grid.addWidget(label, number, 0)
            grid.addWidget(widget, number, 1)
        return host

    def box(self, title: str, records: Iterable[Record]) -> ChoiceBox:
        """Make a list of some of the engine's records."""
        return ChoiceBox(title, [choice_of(record) for record in records], self)

    def exchange(
        self, old: SettingsForm, settings: Sequence[Setting], changed: Callable[[object], None]
    ) -> SettingsForm:
        """Put a form for other settings in the place of one, if they are others.

        Not with `replaceWidget`, whose layout item goes with Python's object of it while the
        layout may still be using it.
        """
        if old.settings == tuple(settings):
            return old
        new = SettingsForm(settings, self)
        new.changed.connect(changed)
        place = self.body.indexOf(old)
        self.body.removeWidget(old)
        self.body.insertWidget(place, new)
        old.hide()
        old.deleteLater()
        return new

    def _on_scale_changed(self) -> None:
        for field, width_px in self._fields.items():
            field.setFixedWidth(theme().px(width_px))


def choice_of(record: Record) -> Choice:
    """Return a record as an entry of a list."""
    return record.name, translate_engine(record.title), translate_engine(record.summary)
