"""What can be chosen in an experiment by name, as with its controls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.training.experiments.number_row import NumberRow
from desktop.widgets.bars.step_bar import StepBar
from desktop.widgets.fields.choice_box import ChoiceBox
from engine.settings import number_within, one_of


@dataclass(frozen=True)
class Choice:
    """One choice.

    Attributes:
        take: Chooses a value, which may come from a file or a formula.
        present: Returns what is chosen.
        is_place: Whether it is where one looks, such as a step, and no setting.

    Raises:
        SettingError: (from `take`) It is no value that can be chosen.
    """

    take: Callable[[object], None]
    present: Callable[[], object]
    is_place: bool = False


def number_choice(name: str, row: NumberRow, act: Callable[[], object]) -> Choice:
    """Return the choice of a row, after which something is done as if a user had chosen it."""

    def take(value: object) -> None:
        row.set_value(number_within(name, value, *row.field.range))
        act()

    return Choice(take, lambda: row.value)


def name_choice(box: ChoiceBox, act: Callable[[], object]) -> Choice:
    """Return the choice of a box, after which something is done as if a user had chosen it."""

    def take(value: object) -> None:
        box.set_name(one_of(value, box.names))
        act()

    return Choice(take, lambda: box.name)


def step_choice(bar: StepBar) -> Choice:
    """Return the choice of the step that a bar shows."""
    return Choice(
        lambda value: bar.go_to(int(number_within("step", value, 0, bar.last))),
        lambda: bar.position,
        is_place=True,
    )
