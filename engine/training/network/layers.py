"""Layer sizes as text: "2-4-1" is two inputs, four hidden units, one output."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.errors import SettingError
from engine.quoting import brief

Layers = tuple[int, ...]

MOST_UNITS = 64
MOST_LAYERS = 10

_SEPARATORS = re.compile(r"\s*(?:[-–—−×x,→]|->|\s)\s*")


def parse_layers(text: str) -> Layers:
    """Read layer sizes such as "2-4-1" (dashes, commas, spaces or × between them).

    Raises:
        SettingError: The text is no list of sizes, or not one that a network can have.
    """
    words = _SEPARATORS.split(text.strip().replace("->", "-"))
    if not all(word.isascii() and word.isdigit() for word in words):
        raise SettingError(
            "layers_not_numbers",
            f"“{brief(text.strip())}” are no layer sizes: write whole numbers with dashes between "
            "them, such as 2-4-1.",
            text=brief(text.strip()),
        )
    layers = tuple(int(word) for word in words)
    check_layers(layers)
    return layers


def format_layers(layers: Sequence[int]) -> str:
    """Write layer sizes as ``parse_layers`` reads them."""
    return "-".join(str(size) for size in layers)


def check_layers(layers: Sequence[int]) -> None:
    """Check that a network can have these layers.

    Raises:
        SettingError: There are fewer than two, a size is 0, or something is too large to show.
    """
    text = brief(format_layers(layers))
    if len(layers) < 2:
        raise SettingError(
            "layers_too_few",
            f"A network needs at least an input and an output layer, such as 2-1; {text} is one.",
            text=text,
        )
    if len(layers) > MOST_LAYERS:
        raise SettingError(
            "layers_too_many",
            f"{text} has {len(layers)} layers; at most {MOST_LAYERS} are possible here.",
            text=text,
            count=len(layers),
            most=MOST_LAYERS,
        )
    for number, size in enumerate(layers, start=1):
        if not 1 <= size <= MOST_UNITS:
            raise SettingError(
                "layer_size",
                f"Layer {number} of {text} has {size} units; each layer needs 1 to {MOST_UNITS}.",
                text=text,
                layer=number,
                size=size,
                most=MOST_UNITS,
            )


def check_ends(layers: Sequence[int], inputs: int, outputs: int) -> None:
    """Check that a network takes the data's inputs and predicts its targets.

    Raises:
        SettingError: The first or the last layer has another size.
    """
    if (layers[0], layers[-1]) != (inputs, outputs):
        middle = format_layers(layers[1:-1]) or "4"
        raise SettingError(
            "layers_do_not_fit",
            f"The data has {inputs} inputs and {outputs} target, so the network must begin with "
            f"{inputs} and end with {outputs}, such as {inputs}-{middle}-{outputs}.",
            inputs=inputs,
            outputs=outputs,
            example=f"{inputs}-{middle}-{outputs}",
        )
