"""What a lesson can do on the training page by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from desktop.training.experiments.experiment_list import TRAINER
from desktop.training.experiments.experiment_stack import ExperimentStack
from desktop.training.pictures.stage import Stage
from desktop.training.run.edits import TrainingEdits
from desktop.training.run.run_bar import SPEEDS
from desktop.training.run.session import FASTEST, TrainingSession
from desktop.training.sharing.handing_over import HandingOver
from desktop.widgets.panels.page_hooks import HookCommand
from engine.arrays import as_array
from engine.settings import not_among, number_within, one_of
from engine.training.network.layers import parse_layers
from engine.training.network.neuron_graph import parameter_names
from engine.training.run.opened import opened_training
from engine.training.run.setup import LEARNING_RATE, TrainingSetup
from engine.training.run.training_record import MOST_STEPS


@dataclass(frozen=True)
class Hands:
    """What the commands take hold of.

    Attributes:
        session: The training.
        edits: Its edits, each a step of undo.
        views: The training and the experiments.
        stage: The large picture.
        handing_over: What leads to other spaces.
    """

    session: TrainingSession
    edits: TrainingEdits
    views: ExperimentStack
    stage: Stage
    handing_over: HandingOver


def training_commands(hands: Hands) -> Mapping[str, HookCommand]:
    """Return the commands by name."""
    session, edits, views = hands.session, hands.edits, hands.views

    def edit(make: Callable[[TrainingSetup, str], TrainingSetup]) -> Callable[[str], None]:
        return lambda text: edits.make(lambda setup: make(setup, text))

    def on_trainer(act: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            if views.current != TRAINER:
                views.show_view(TRAINER)
            act()

        return run

    def advance(count: object, per: int) -> None:
        on_trainer(lambda: None)()
        session.advance(int(number_within("epoch", count, 1, MOST_STEPS // per)), per)

    def set_number(name: str, value: object) -> None:
        edits.make(lambda setup: with_field(setup, name, value))

    def set_weight(name: str, value: object) -> None:
        names = [known.removeprefix("w_") for known in parameter_names(session.run.layers)]
        place = names.index(one_of(name, names))
        parameters = np.array(session.record.parameters)
        parameters[place] = number_within(name, value, -1e300, 1e300)
        edits.put_weights(as_array(parameters))

    def choose(name: str, value: object) -> None:
        typed = _typed(value) if isinstance(value, str) else value
        views.view(_shown(views)).choose({name: typed})

    def set_speed(value: object) -> None:
        session.set_speed(speed_of(value))

    return {
        "train": HookCommand(on_trainer(session.play)),
        "pause": HookCommand(lambda: _pause(hands)),
        "step": HookCommand(lambda count=1.0: advance(count, 1), ("value?",)),
        "epoch": HookCommand(
            lambda count=1.0: advance(count, session.run.steps_per_epoch), ("value?",)
        ),
        "back": HookCommand(on_trainer(session.step_back)),
        "go_to": HookCommand(
            lambda step: session.go_to(int(number_within("go_to", step, 0, MOST_STEPS))),
            ("value",),
        ),
        "reset": HookCommand(on_trainer(session.reset)),
        "speed": HookCommand(set_speed, ("value",)),
        "data": HookCommand(edit(TrainingSetup.with_data), ("word",)),
        "layers": HookCommand(
            edit(lambda setup, text: setup.with_layers(parse_layers(text))), ("word",)
        ),
        "activation": HookCommand(
            edit(lambda setup, text: setup.with_activation(None, text)), ("word",)
        ),
        "optimizer": HookCommand(edit(TrainingSetup.with_optimizer), ("word",)),
        "initializer": HookCommand(
            edit(lambda setup, text: setup.changed(initializer=text)), ("word",)
        ),
        "loss_function": HookCommand(edit(lambda s, text: s.changed(loss=text)), ("word",)),
        "set": HookCommand(set_number, ("word", "value")),
        "weight": HookCommand(set_weight, ("word", "value")),
        "picture": HookCommand(
            lambda name: hands.stage.choose(one_of(name, hands.stage.names)), ("word",)
        ),
        "experiment": HookCommand(
            lambda name: views.show_view(one_of(name, views.names)), ("word",)
        ),
        "choose": HookCommand(choose, ("word", "word")),
        # As "choose", but a formula of facts tells the number.
        "number": HookCommand(choose, ("word", "value")),
        "run": HookCommand(lambda: _run(hands)),
        "open_as_graph": HookCommand(hands.handing_over.open_graph),
    }  # fmt: skip


def with_field(setup: TrainingSetup, name: str, value: object) -> TrainingSetup:
    """Return a setup with one number of its run changed, the learning rate among them.

    Raises:
        EngineError: There is no such number, or it cannot be that.
    """
    names = ("rate", "seed", "data_seed", "test_share", "l1", "l2", "dropout", "batch_size")
    if name not in names:
        raise not_among(name, names)
    if name == "rate":
        rate = number_within(name, value, 0.0, 1e300)
        settings = {**setup.run.optimizer_settings, LEARNING_RATE: rate}
        return setup.changed(optimizer_settings=settings)
    return opened_training({name: value}, _no_file, setup).setup


def speed_of(value: object) -> float:
    """Return a pace, in epochs a second, that the page offers; 0 for as fast as possible.

    Raises:
        EngineError: It offers none like that.
    """
    speed = number_within("speed", value, FASTEST, max(SPEEDS))
    if speed not in SPEEDS:
        raise not_among(f"{speed:g}", [f"{known:g}" for known in SPEEDS])
    return speed


def _no_file(name: str) -> str:
    raise not_among(name, ())


def _shown(views: ExperimentStack) -> str:
    if views.current == TRAINER:
        raise not_among(TRAINER, [name for name in views.names if name != TRAINER])
    return views.current


def _run(hands: Hands) -> None:
    if hands.views.current == TRAINER:
        hands.session.play()
    else:
        hands.views.view(hands.views.current).run()


def _pause(hands: Hands) -> None:
    hands.session.pause()
    if hands.views.current != TRAINER:
        hands.views.view(hands.views.current).pause()


def _typed(text: str) -> object:
    """Return a word of a command as a number where it is one."""
    try:
        return float(text)
    except ValueError:
        return text
