"""The situations worth a picture, each reached as a user would reach it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from desktop.optimizers.page import OptimizersPage
from desktop.training.page import TrainingPage
from desktop.training.segments import Segments
from tests.screenshots import graph_situations
from tests.screenshots.stage import Stage

SPACES = ("graph", "activations", "optimizers", "training")
SMALL, LARGE = (1280, 720), (2560, 1440)
RACE_STEP = 160
# The README's pictures, in resources/screenshots, and what they show.
README_PICTURES = {
    "graph": "graph-a1-backward-light",
    "optimizers": "optimizers-race-light",
    "activations": "activations-light",
    "training": "training-solved-light",
}


def show_race(stage: Stage) -> None:
    """Play the race down Rosenbrock from its start and pause it under way."""
    stage.start_anew("optimizers", stage.window.width(), stage.window.height())
    page = stage.page
    assert isinstance(page, OptimizersPage)
    stage.press(Qt.Key.Key_Home)
    stage.press(Qt.Key.Key_Space)
    stage.wait_until(lambda: page.step_bar.position >= RACE_STEP)
    stage.press(Qt.Key.Key_Space)
    # A slow machine plays on a little; every picture shows the same step.
    while page.step_bar.position > RACE_STEP:
        stage.press(Qt.Key.Key_Left)


def show_xor_solved(stage: Stage) -> None:
    """Train until the four corners are right."""
    stage.start_anew("training", stage.window.width(), stage.window.height())
    page = stage.page
    assert isinstance(page, TrainingPage)
    stage.press(Qt.Key.Key_Space)
    stage.wait_until(lambda: page.session.record.is_settled() and not page.session.is_playing)


def show_xor_under_way(stage: Stage) -> None:
    """Train a few epochs by hand."""
    stage.start_anew("training", stage.window.width(), stage.window.height())
    page = stage.page
    assert isinstance(page, TrainingPage)
    for epoch in range(1, 21):
        stage.press(Qt.Key.Key_E)
        stage.wait_until(lambda epoch=epoch: page.session.record.epoch >= epoch)  # type: ignore[misc]


def show_experiment(stage: Stage, name: str) -> None:
    """Open the training space with one of its experiments."""
    stage.start_anew("training", stage.window.width(), stage.window.height())
    page = stage.page
    assert isinstance(page, TrainingPage)
    page.views.tabs.button(name).click()
    stage.wait_until(page.is_settled)


def show_seeds(stage: Stage) -> None:
    """Train two hidden units from 24 seeds, of which some get stuck."""
    show_experiment(stage, "seeds")
    page = stage.page
    assert isinstance(page, TrainingPage)
    page.edits.edit_run(layers=(2, 2, 1))
    page.views.show_view("seeds")


def show_perceptron(stage: Stage) -> None:
    """Let the perceptron go round on XOR, up to the end."""
    show_experiment(stage, "perceptron")
    page = stage.page
    assert isinstance(page, TrainingPage)
    choice = page.views.view("perceptron").findChild(Segments)
    assert isinstance(choice, Segments)
    choice.button("xor").click()
    stage.press(Qt.Key.Key_End)


def show_regression(stage: Stage) -> None:
    """Follow D2 to its end."""
    show_experiment(stage, "regression")
    stage.press(Qt.Key.Key_End)


SITUATIONS: dict[str, Callable[[Stage], None]] = {
    "graph-a1-backward": graph_situations.show_a1_backward,
    "graph-a2-backward": graph_situations.show_a2_backward,
    **graph_situations.TOOLS,
    "optimizers-race": show_race,
    "training-under-way": show_xor_under_way,
    "training-solved": show_xor_solved,
    "training-seeds": show_seeds,
    "training-compare": lambda stage: show_experiment(stage, "compare"),
    "training-perceptron": show_perceptron,
    "training-regression": show_regression,
    "training-gradients": lambda stage: show_experiment(stage, "gradients"),
}


def take_all(stage: Stage, wanted: Callable[[str], bool]) -> None:
    """Take every picture whose name is wanted."""
    for theme in ("light", "dark"):
        _spaces(stage, wanted, f"-{theme}", theme=theme)
        _situations(stage, wanted, f"-{theme}", theme=theme)
    _situations(stage, wanted, "", shown=graph_situations.EXAMPLES)
    _spaces(stage, wanted, "-korean", language="ko")
    _situations(stage, wanted, "-korean", language="ko")
    _spaces(stage, wanted, "-1280x720", size=SMALL)
    _situations(stage, wanted, "-1280x720", size=SMALL)
    _spaces(stage, wanted, "-2560x1440", size=LARGE)
    _spaces(stage, wanted, "-projector", size=LARGE, scale=1.6)


def _spaces(
    stage: Stage,
    wanted: Callable[[str], bool],
    suffix: str,
    *,
    theme: str = "light",
    language: str = "en",
    size: tuple[int, int] = (1440, 900),
    scale: float = 1.0,
) -> None:
    for space_id in SPACES:
        name = f"{space_id}{suffix}"
        if wanted(name):
            stage.set_look(theme, language, scale)
            stage.start_anew(space_id, *size)
            stage.take(name)


def _situations(
    stage: Stage,
    wanted: Callable[[str], bool],
    suffix: str,
    *,
    theme: str = "light",
    language: str = "en",
    size: tuple[int, int] = (1440, 900),
    shown: Mapping[str, Callable[[Stage], None]] = SITUATIONS,
) -> None:
    for title, show in shown.items():
        name = f"{title}{suffix}"
        if wanted(name):
            stage.set_look(theme, language)
            stage.window.resize(*size)
            show(stage)
            stage.take(name)
