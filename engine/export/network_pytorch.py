"""A trained network as a PyTorch program that predicts and takes the next training step."""

from __future__ import annotations

from engine.export.network_numpy import prediction_call
from engine.export.network_scaling import scaled_samples, scaled_targets
from engine.export.network_text import NetworkText, make_network_text, tensor_literal
from engine.export.program_blocks import make_blocks
from engine.export.program_text import Listing, indented
from engine.export.pytorch_source import torch_function
from engine.export.rule_text import TORCH, rule_text
from engine.export.treatment_text import treatment_lines
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun


def network_pytorch_source(run: TrainingRun, record: TrainingStep) -> str:
    """Return the source of a program whose autograd takes the same step, in double precision.

    Args:
        run: The run.
        record: Where it stands.
    """
    text = make_network_text(run, record)
    rule = rule_text(run.rule, TORCH)
    body = "\n\n\n".join(
        part.strip("\n")
        for part in (
            "\n".join(text.lists(tensor_literal)),
            torch_function(text.loss, "loss_of", "Return what training minimizes."),
            torch_function(
                text.prediction,
                text.predictor,
                "Return the prediction for each row of the samples.",
            ),
            *text.own_units(make_blocks(text.prediction, grouped=False)[1].arguments()),
            _HELPERS,
            "def next_update():\n"
            '    """Return the weights and biases after the next step of training."""\n'
            + indented(
                [
                    *text.step_lines(tensor_literal, rule.memories),
                    "point = flat(PARAMETERS)",
                    f"here = [part.requires_grad_() for part in like_parameters({rule.ahead})]",
                    f"value = loss_of({_called(text, text.loss)})",
                    "gradient = flat(torch.autograd.grad(value, here))",
                    *treatment_lines(run.treatments, torch=True),
                    *rule.lines,
                    "return like_parameters(point)",
                ]
            ),
            'if __name__ == "__main__":\n'
            f'    print("predictions:", {prediction_call(text)})\n'
            f"    for name, value in zip({list(text.parameters)!r}, next_update()):\n"
            '        print(f"{name} after the next step:", value)',
        )
    )
    # Drawn numbers and functions of plain floats come from NumPy.
    imports = "import numpy as np\nimport torch\n" if "np." in body else "import torch\n"
    return f'"""{text.title}"""\n\n{imports}\ntorch.set_default_dtype(torch.float64)\n\n{body}\n'


def _called(text: NetworkText, listing: Listing) -> str:
    data = text.run.dataset
    places = {
        text.inputs: scaled_samples(data, f"{text.inputs}[ROWS]"),
        text.targets: scaled_targets(data, f"{text.targets}[ROWS]"),
        **{name: name for name in text.masks},
        **{name: f"here[{place}]" for place, name in enumerate(text.parameters)},
    }
    return text.arguments(listing, places)


_HELPERS = '''def flat(tensors):
    """Return tensors as one vector."""
    return torch.cat([tensor.reshape(-1) for tensor in tensors])


def like_parameters(vector):
    """Return a vector's numbers in the shapes of the weights and biases."""
    parts = torch.split(vector, [tensor.numel() for tensor in PARAMETERS])
    return [part.reshape(tensor.shape) for part, tensor in zip(parts, PARAMETERS)]
'''
