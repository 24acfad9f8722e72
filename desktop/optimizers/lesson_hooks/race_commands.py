"""What a lesson can do on the optimizers page by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from desktop.optimizers.centre_pane import CentrePane
from desktop.optimizers.race.race_model import RaceModel
from desktop.widgets.bars.step_bar import StepBar
from desktop.widgets.panels.page_hooks import HookCommand
from engine.optimizers.catalog import OPTIMIZERS
from engine.races.opened_race import with_rate
from engine.races.race_setup import LEARNING_RATE, MOST_STEPS
from engine.settings import number_within, one_of
from engine.surfaces.catalog import SURFACES

_FARTHEST = 1e100
_MOST_METHODS = 20


@dataclass(frozen=True)
class RaceHands:
    """What the commands take hold of.

    Attributes:
        model: The race.
        bar: What plays it.
        centre: The middle, with the choice of what is shown.
        method: Returns the method looked at.
        choose_method: Looks at another one.
        reset: Goes back to the surface's own setup.
    """

    model: RaceModel
    bar: StepBar
    centre: CentrePane
    method: Callable[[], str]
    choose_method: Callable[[str], None]
    reset: Callable[[], None]


def race_commands(hands: RaceHands) -> Mapping[str, HookCommand]:
    """Return the commands by name."""

    def command(run: Callable[..., None], *kinds: str) -> HookCommand:
        return HookCommand(partial(run, hands), kinds)

    return {
        "surface": command(_surface, "word"),
        "start": command(_start, "value", "value"),
        "rate": command(_rate, "word", "value?"),
        "setting": command(_setting, "word", "word", "value"),
        "shared_rate": command(_shared_rate, "value"),
        "race": command(_race, *("word?",) * _MOST_METHODS),
        "pause": HookCommand(hands.bar.pause),
        "step": command(_step, "value?"),
        "position": command(_position, "value"),
        "steps": command(_steps, "value"),
        "method": command(_method, "word"),
        "view": command(_view, "word"),
        "reset": HookCommand(hands.reset),
    }


def _surface(hands: RaceHands, name: str) -> None:
    hands.model.choose_surface(one_of(name, SURFACES))


def _start(hands: RaceHands, *places: object) -> None:
    x, y = (number_within("start", place, -_FARTHEST, _FARTHEST) for place in places)
    hands.model.set_setup(replace(hands.model.setup, start=(x, y)))


def _rate(hands: RaceHands, first: str, second: object = None) -> None:
    """Give a method a rate, or the one looked at where none is named."""
    method, value = (hands.method(), _number(first)) if second is None else (first, second)
    known, rate = one_of(method, OPTIMIZERS), number_within("rate", value, 0.0, 1e300)
    hands.model.set_setup(with_rate(hands.model.setup, known, rate))


def _setting(hands: RaceHands, method: str, name: str, value: object) -> None:
    setup, known = hands.model.setup, one_of(method, OPTIMIZERS)
    values = {**setup.settings_of(known), name: number_within(name, value, -1e300, 1e300)}
    hands.model.set_setup(setup.with_settings(known, setup.optimizer(known).check(values)))


def _shared_rate(hands: RaceHands, value: object) -> None:
    rate = number_within("shared_rate", value, 0.0, 1e300)
    checked = OPTIMIZERS["sgd"].check({LEARNING_RATE: rate})
    hands.model.set_setup(replace(hands.model.setup, shared_rate=checked[LEARNING_RATE]))


def _race(hands: RaceHands, *methods: str) -> None:
    """Let these methods take part; with none named, play the race from its start."""
    if methods:
        racing = frozenset(one_of(method, OPTIMIZERS) for method in methods)
        hands.model.set_setup(replace(hands.model.setup, racing=racing))
    else:
        hands.bar.go_first()
        hands.bar.play()


def _step(hands: RaceHands, count: object = 1.0) -> None:
    bar = hands.bar
    bar.pause()
    bar.go_to(min(bar.last, bar.position + int(number_within("step", count, 0, MOST_STEPS))))


def _position(hands: RaceHands, value: object) -> None:
    hands.bar.pause()
    hands.bar.go_to(int(number_within("position", value, 0, hands.bar.last)))


def _steps(hands: RaceHands, value: object) -> None:
    count = int(number_within("steps", value, 1, MOST_STEPS))
    hands.model.set_setup(replace(hands.model.setup, steps=count))


def _method(hands: RaceHands, name: str) -> None:
    hands.choose_method(one_of(name, OPTIMIZERS))


def _view(hands: RaceHands, name: str) -> None:
    hands.centre.switch.choose(one_of(name, hands.centre.names))


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text
