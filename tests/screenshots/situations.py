"""The situations worth a picture, and the looks in which each is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from tests.screenshots import (
    activation_situations,
    graph_situations,
    lesson_situations,
    optimizer_situations,
    shell_situations,
    training_situations,
)
from tests.screenshots.stage import Stage

SPACES = ("graph", "activations", "optimizers", "training")
SMALL, MIDDLE, LARGE = (1280, 720), (1440, 900), (2560, 1440)
# The README's pictures, in resources/screenshots, and what they show.
README_PICTURES = {
    "graph": "graph-a1-backward-light",
    "optimizers": "optimizers-race-light",
    "activations": "activations-curves-light",
    "training": "training-solved-light",
}


SITUATIONS: dict[str, Callable[[Stage], None]] = {
    **graph_situations.SITUATIONS,
    **activation_situations.SITUATIONS,
    **optimizer_situations.SITUATIONS,
    **training_situations.SITUATIONS,
    **shell_situations.SITUATIONS,
    # They leave the panel open, so they come last.
    **lesson_situations.SITUATIONS,
}
# What is shown on a projector, or on the large screen of a lecturer.
MAIN = {
    name: SITUATIONS[name]
    for name in (
        "graph-a2-backward", "graph-formula-question", "graph-formula-completion",
        "graph-formula-fault", "graph-number-question", "activations-curves",
        "optimizers-update", "optimizers-3d", "training-solved", "training-arithmetic",
        "training-table", "lessons-start", "lessons-read", "lessons-number", "lessons-order",
    )
}  # fmt: skip


def take_all(stage: Stage, wanted: Callable[[str], bool]) -> None:
    """Take every picture whose name is wanted."""
    for theme in ("light", "dark"):
        _spaces(stage, wanted, f"-{theme}", theme=theme)
        _situations(stage, wanted, f"-{theme}", theme=theme)
    _situations(stage, wanted, "", shown=graph_situations.EXAMPLES)
    for language in LANGUAGES.values():
        if language.name != SOURCE_LANGUAGE:
            suffix = f"-{language.title.lower()}"
            _spaces(stage, wanted, suffix, language=language.name)
            _situations(stage, wanted, suffix, language=language.name)
    _spaces(stage, wanted, "-1280x720", size=SMALL)
    _situations(stage, wanted, "-1280x720", size=SMALL)
    for suffix, size, scale in (
        ("-2560x1440", LARGE, 1.0), ("-projector", LARGE, 1.6),
        ("-1280x720-150", SMALL, 1.5), ("-1440x900-200", MIDDLE, 2.0),
        ("-1280x720-200", SMALL, 2.0),
    ):  # fmt: skip
        _spaces(stage, wanted, suffix, size=size, scale=scale)
        _situations(stage, wanted, suffix, size=size, scale=scale, shown=MAIN)


def _spaces(
    stage: Stage,
    wanted: Callable[[str], bool],
    suffix: str,
    *,
    theme: str = "light",
    language: str = "en",
    size: tuple[int, int] = MIDDLE,
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
    size: tuple[int, int] = MIDDLE,
    scale: float = 1.0,
    shown: Mapping[str, Callable[[Stage], None]] = SITUATIONS,
) -> None:
    for title, show in shown.items():
        name = f"{title}{suffix}"
        if wanted(name):
            stage.set_look(theme, language, scale)
            stage.window.resize(*size)
            show(stage)
            stage.take(name)
