"""What the files of a lesson may open and do in each space, and everywhere."""

from __future__ import annotations

from collections.abc import Iterable

from engine.lessons.vocabulary.space_words import SpaceWords
from engine.registry import Registry

SPACES: Registry[SpaceWords] = Registry(
    (
        SpaceWords(
            name="graph",
            title="Graph",
            opens=("example", "file", "formula", "values", "tool", "mode", "walk"),
            computed=frozenset(("values",)),
            parts=(
                "canvas", "card", "formula", "groups", "inspector", "minimap", "palette", "tools",
                "walk",
            ),
            veils=("gradients", "values"),
            words={
                "tool": (
                    "accumulate", "exercise", "inspector", "jacobian", "modes", "nudge", "outline",
                    "paths",
                ),
                "mode": ("forward", "numerical", "reverse"),
            },
            commands={
                "set": (2, 2),
                "setting": (3, 3),
                "add": (1, 2),
                "connect": (2, 3),
                "formula": (1, 1),
                "select": (0, 20),
                "group": (0, 20),
                "ungroup": (0, 1),
                "tool": (1, 1),
                "mode": (1, 1),
                "walk": (1, 1),
                "exercise": (0, 1),
                "reveal": (1, 1),
                "nudge": (2, 2),
                "undo": (0, 0),
                "fill": (3, 3),
                "check": (0, 0),
                "finish": (0, 0),
                "moving": (1, 1),
                "h": (1, 1),
                "backward": (0, 1),
                "clear": (0, 0),
                "factor": (0, 1),
            },
        ),
        SpaceWords(
            name="activations",
            title="Activations",
            opens=("chosen", "selected", "settings", "x", "layers", "view", "own"),
            computed=frozenset(("settings", "x", "layers")),
            counts=frozenset(("layers",)),
            parts=(
                "chain", "facts", "functions", "own", "search", "slopes_plot", "values_plot",
                "views",
            ),
            veils=("curves", "slopes", "values"),
            words={"view": ("curves", "linear", "signals")},
            plots=("values", "slopes"),
            commands={
                "choose": (0, 20),
                "select": (1, 1),
                "x": (1, 1),
                "layers": (1, 1),
                "setting": (3, 3),
                "own": (1, 1),
                "view": (1, 1),
            },
        ),
        SpaceWords(
            name="optimizers",
            title="Optimizers",
            opens=(
                "surface", "file", "formula", "view", "start", "steps", "racing", "rates",
                "shared_rate", "schedules", "treatments", "settings", "variants", "goal",
                "position", "method", "record",
            ),
            computed=frozenset(("start", "steps", "rates", "shared_rate", "goal", "position")),
            counts=frozenset(("steps", "position")),
            parts=(
                "bar", "conditions", "curves", "methods", "numbers", "rates", "run", "settings",
                "setup", "standings", "surface", "surfaces", "update", "views",
            ),
            veils=("numbers", "paths"),
            commands={
                "surface": (1, 1),
                "start": (2, 2),
                "rate": (1, 2),
                "setting": (3, 3),
                "shared_rate": (1, 1),
                "race": (0, 20),
                "pause": (0, 0),
                "step": (0, 1),
                "position": (1, 1),
                "steps": (1, 1),
                "method": (1, 1),
                "view": (1, 1),
                "reset": (0, 0),
            },
        ),
        SpaceWords(
            name="training",
            title="Training",
            opens=(
                "file", "data", "data_settings", "data_seed", "samples", "test_share",
                "standardize", "layers", "activation", "activations", "output", "initializer",
                "seed", "loss", "l1", "l2", "dropout", "optimizer", "optimizer_settings", "variant",
                "schedules", "treatments", "batch_size", "rate", "weights", "stopping", "picture",
                "experiment", "epoch", "step", "speed", "record", "seeds", "compare", "perceptron",
                "regression", "gradients",
            ),
            computed=frozenset((
                "seed", "data_seed", "rate", "weights", "epoch", "step", "perceptron.rate",
                "perceptron.w1", "perceptron.w2", "perceptron.w0", "perceptron.step",
            )),
            counts=frozenset(("seed", "data_seed", "epoch", "step")),
            parts=(
                "arithmetic", "curves", "data", "epoch", "experiments", "layers", "loss_terms",
                "network", "new_start", "numbers", "open_as_graph", "pace", "picture", "pictures",
                "reset", "results", "run", "scrub", "setup", "step", "train", "truth", "weights",
            ),
            veils=("boundary", "curves", "loss", "numbers"),
            words={
                "picture": ("boundary", "hidden", "landscape"),
                "experiment": (
                    "compare", "gradients", "perceptron", "regression", "seeds", "train",
                ),
            },
            plots=("plane",),
            commands={
                "train": (0, 0),
                "pause": (0, 0),
                "step": (0, 1),
                "epoch": (0, 1),
                "reset": (0, 0),
                "layers": (1, 1),
                "data": (1, 1),
                "picture": (1, 1),
                "experiment": (1, 1),
                "back": (0, 0),
                "go_to": (1, 1),
                "speed": (1, 1),
                "activation": (1, 1),
                "optimizer": (1, 1),
                "initializer": (1, 1),
                "loss_function": (1, 1),
                "set": (2, 2),
                "weight": (2, 2),
                "choose": (2, 2),
                "number": (2, 2),
                "line": (4, 4),
                "run": (0, 0),
                "open_as_graph": (0, 0),
            },
        ),
    )
)  # fmt: skip

# What whoever leads through a lesson does in every space.
COMMANDS_EVERYWHERE = {
    "until": (3, 3),
    "answer": (1, 100),
    "show": (1, 20),
    "hide": (1, 20),
    "space": (1, 1),
}


def opened_keys() -> list[str]:
    """Return the keys that some space opens."""
    return list(dict.fromkeys(key for space in SPACES.values() for key in space.opens))


def known_parts(spaces: Iterable[str]) -> list[str]:
    """Return what can be pointed at in some spaces; with an unknown one, in all there are."""
    return list(dict.fromkeys(part for words in _words_of(spaces) for part in words.parts))


def known_hideable(spaces: Iterable[str]) -> list[str]:
    """Return what can be hidden in some spaces; with an unknown one, in all there are."""
    found = (name for words in _words_of(spaces) for name in (*words.parts, *words.veils))
    return list(dict.fromkeys(found))


def _words_of(spaces: Iterable[str]) -> list[SpaceWords]:
    names = list(spaces)
    is_known = bool(names) and all(name in SPACES for name in names)
    return [SPACES[name] for name in names] if is_known else list(SPACES.values())


def known_commands(space: str) -> dict[str, tuple[int, int]]:
    """Return the commands of a space and those of everywhere; of an unknown space all there are."""
    own = [SPACES[space]] if space in SPACES else SPACES.values()
    found = dict(COMMANDS_EVERYWHERE)
    for words in own:
        found.update(words.commands)
    return found
