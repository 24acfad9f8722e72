"""A trained network as a NumPy program that predicts and takes the next training step."""

from __future__ import annotations

from engine.export.network_scaling import scaled_samples, scaled_targets
from engine.export.network_text import NetworkText, array_literal, make_network_text
from engine.export.numpy_lines import constant_lines, forward_lines
from engine.export.numpy_source import gradient_function
from engine.export.program_blocks import make_blocks
from engine.export.program_text import indented
from engine.export.rule_text import NUMPY, rule_text
from engine.export.treatment_text import treatment_lines
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun


def network_numpy_source(run: TrainingRun, record: TrainingStep) -> str:
    """Return the source of a program without other needs than NumPy.

    Its ``predict`` gives the network's predictions, its ``next_update`` the weights and biases
    after the next step, as training makes it: the same batch, the same masks, the optimizer with
    its memory, the learning rate after the schedules.

    Args:
        run: The run.
        record: Where it stands.
    """
    text = make_network_text(run, record)
    rule = rule_text(run.rule, NUMPY)
    parts = [
        f'"""{text.title}"""\n\nimport numpy as np\n',
        "\n".join(text.lists(array_literal)) + "\n",
        gradient_function(text.loss, grouped=False),
        *_predict(text),
        _HELPERS,
        "def next_update():\n"
        '    """Return the weights and biases after the next step of training."""\n'
        + indented(
            [
                *text.step_lines(array_literal, rule.memories),
                "point = flat(PARAMETERS)",
                f"here = like_parameters({rule.ahead})",
                f"_, slopes = value_and_gradients({_called(text)})",
                f"gradient = flat(slopes[name] for name in {list(text.parameters)!r})",
                *treatment_lines(run.treatments, torch=False),
                *rule.lines,
                "return like_parameters(point)",
            ]
        )
        + "\n",
        'if __name__ == "__main__":\n'
        f'    print("predictions:", {prediction_call(text)})\n'
        f"    for name, value in zip({list(text.parameters)!r}, next_update()):\n"
        '        print(f"{name} after the next step:", value)\n',
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def prediction_call(text: NetworkText) -> str:
    """Return the call of ``predict`` for all samples."""
    places = {text.inputs: text.inputs, **{name: name for name in text.parameters}}
    return f"predict({text.arguments(text.prediction, places)})"


def _called(text: NetworkText) -> str:
    data = text.run.dataset
    places = {
        text.inputs: scaled_samples(data, f"{text.inputs}[ROWS]"),
        text.targets: scaled_targets(data, f"{text.targets}[ROWS]"),
        **{name: name for name in text.masks},
        **{name: f"here[{place}]" for place, name in enumerate(text.parameters)},
    }
    return text.arguments(text.loss, places)


def _predict(text: NetworkText) -> list[str]:
    listing = text.prediction
    _, whole = make_blocks(listing, grouped=False)
    lines = [
        '"""Return the prediction for each row of the samples."""',
        *constant_lines(whole),
        *forward_lines(whole),
        f"return {listing.names[listing.target]}",
    ]
    arguments = whole.arguments()
    network = f"def {text.predictor}({arguments}):\n{indented(lines)}\n"
    return [network, *text.own_units(arguments)]


_HELPERS = '''def flat(arrays):
    """Return arrays as one vector."""
    return np.concatenate([np.ravel(array) for array in arrays])


def like_parameters(vector):
    """Return a vector's numbers in the shapes of the weights and biases."""
    ends = np.cumsum([np.size(array) for array in PARAMETERS])[:-1]
    parts = np.split(vector, ends)
    return [part.reshape(np.shape(array)) for part, array in zip(parts, PARAMETERS)]
'''
