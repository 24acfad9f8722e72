"""Each operation in PyTorch's own functions, written without looking at how the engine does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

# PyTorch is no dependency, so that its tensors have no type here.
TorchFunction = Callable[..., Any]


def torch_functions(torch: Any) -> Mapping[str, TorchFunction]:
    """Return for each operation a function of tensors, in the order of its inputs, and settings.

    Args:
        torch: The module.
    """
    return {
        **_arithmetic(torch),
        **_choices(torch),
        **_activations(torch),
        **_matrices(torch),
        **_reductions(torch),
        **_losses(torch),
        **_random(torch),
    }


def _arithmetic(torch: Any) -> dict[str, TorchFunction]:
    return {
        "add": torch.add,
        "subtract": torch.sub,
        "multiply": torch.mul,
        "divide": torch.div,
        "power": torch.pow,
        "negate": torch.neg,
        "reciprocal": torch.reciprocal,
        "square": torch.square,
        "exp": torch.exp,
        "log": torch.log,
        "sqrt": torch.sqrt,
        "sin": torch.sin,
        "cos": torch.cos,
        "tan": torch.tan,
        "arcsin": torch.asin,
        "arccos": torch.acos,
        "sinh": torch.sinh,
        "cosh": torch.cosh,
        "log2": torch.log2,
        "log10": torch.log10,
        "log1p": torch.log1p,
        "expm1": torch.expm1,
        "erf": torch.special.erf,
        # It has no cube root of negative numbers.
        "cbrt": lambda x: torch.copysign(torch.pow(torch.abs(x), 1 / 3), x),
        "sign": torch.sign,
        "floor": torch.floor,
        "absolute": torch.abs,
    }


def _choices(torch: Any) -> dict[str, TorchFunction]:
    def maxout(x: Any, pieces: float) -> Any:
        groups = torch.split(x, int(pieces), dim=-1)
        return torch.stack([torch.amax(group, -1) for group in groups], -1)

    def compared(holds: TorchFunction) -> TorchFunction:
        return lambda a, b: holds(a, b).to(torch.float64)

    return {
        **{
            name: compared(getattr(torch, name if name != "equal" else "eq"))
            for name in ("greater", "greater_equal", "less", "less_equal", "equal", "not_equal")
        },
        "max": torch.maximum,
        "min": torch.minimum,
        "clip": lambda x, low, high: torch.clamp(x, min=low, max=high),
        "where": lambda condition, a, b: torch.where(condition > 0, a, b),
        "maxout": maxout,
    }


def _activations(torch: Any) -> dict[str, TorchFunction]:
    functional = torch.nn.functional
    one = torch.ones((), dtype=torch.float64)

    def selu(x: Any, scale: float, alpha: float) -> Any:
        default = abs(scale - 1.0507009873554805) < 1e-12
        return torch.selu(x) if default else scale * functional.elu(x, alpha)

    def two_lines(
        x: Any, left_slope: float, left_offset: float, right_slope: float, right_offset: float
    ) -> Any:
        lines = [left_slope * x + left_offset, right_slope * x + right_offset]
        return torch.amax(torch.stack(lines), 0)

    return {
        "identity": lambda x: x.clone(),
        "reroute": lambda x: x.clone(),
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "relu": torch.relu,
        "leaky_relu": lambda x, slope: functional.leaky_relu(x, negative_slope=slope),
        "prelu": lambda x, slope: functional.prelu(x, slope * one),
        "elu": functional.elu,
        "selu": selu,
        # Its own softplus goes straight to x above 20, which is 2e-9 off.
        "softplus": lambda x: torch.logaddexp(x, 0 * one),
        "swish": lambda x, beta: functional.silu(beta * x) / beta,
        "mish": functional.mish,
        "relu6": functional.relu6,
        "hardtanh": functional.hardtanh,
        "gelu": lambda x: functional.gelu(x, approximate="tanh"),
        "arctan": torch.atan,
        "binary_step": lambda x: torch.heaviside(x.detach(), one),
        "bipolar_step": lambda x: 2 * torch.heaviside(x.detach(), one) - 1,
        "two_line_maxout": two_lines,
    }


def _matrices(torch: Any) -> dict[str, TorchFunction]:
    def reshape(x: Any, rows: float, columns: float) -> Any:
        flat = torch.flatten(x)
        return flat if columns == 0 else flat.view(int(rows), int(columns))

    def concatenate(a: Any, b: Any, axis: float) -> Any:
        return torch.cat([torch.atleast_1d(a), torch.atleast_1d(b)], int(axis))

    return {
        "matmul": torch.matmul,
        "outer_product": torch.outer,
        "dot_product": lambda a, b: torch.dot(a.reshape(-1), b.reshape(-1)),
        "transpose": lambda x: x.permute(*reversed(range(x.dim()))) if x.dim() else x.clone(),
        "reshape": reshape,
        "concatenate": concatenate,
        "index": lambda x, position: torch.select(x, 0, int(position)),
        "element": lambda x, row, column: x.select(0, int(row)).select(0, int(column)),
        "slice": lambda x, start, stop: torch.narrow(x, 0, *_span(x, start, stop)),
    }


def _span(x: Any, start: float, stop: float) -> tuple[int, int]:
    """Return where a slice begins and how long it is."""
    size = int(x.shape[0])
    first = int(start) + (size if start < 0 else 0)
    end = int(stop) + (size if stop <= 0 else 0)
    return first, end - first


def _reductions(torch: Any) -> dict[str, TorchFunction]:
    return {
        "sum": torch.sum,
        "mean": torch.mean,
        "norm": torch.linalg.vector_norm,
        "prod": torch.prod,
        "amax": torch.amax,
        "amin": torch.amin,
        "squared_norm": lambda x: torch.linalg.vector_norm(x) ** 2,
        "softmax": lambda x: torch.softmax(x, -1),
        "log_softmax": lambda x: torch.log_softmax(x, -1),
        "log_sum_exp": lambda x: torch.logsumexp(x, tuple(range(x.dim()))) if x.dim() else +x,
        "l1_penalty": lambda x, strength: strength * torch.linalg.vector_norm(x, 1),
        "l2_penalty": lambda x, strength: strength * torch.linalg.vector_norm(x) ** 2,
    }


def _losses(torch: Any) -> dict[str, TorchFunction]:
    functional = torch.nn.functional

    def paired(loss: TorchFunction, **options: str) -> TorchFunction:
        return lambda p, t: loss(*torch.broadcast_tensors(p, t), **options)

    def classes(scores: Any) -> int:
        return int(scores.shape[-1])

    def multiclass_hinge(scores: Any, target: Any, margin: float) -> Any:
        rows, count = scores.reshape(-1, classes(scores)), classes(scores)
        right = target.detach().reshape(-1, count).argmax(-1)
        # PyTorch divides by the number of classes.
        return count * functional.multi_margin_loss(rows, right, margin=margin)

    return {
        "mean_squared_error": paired(functional.mse_loss),
        "squared_error": paired(functional.mse_loss, reduction="sum"),
        "half_squared_error": lambda p, t: paired(functional.mse_loss, reduction="sum")(p, t) / 2,
        "binary_cross_entropy": paired(functional.binary_cross_entropy),
        "binary_cross_entropy_with_logits": paired(functional.binary_cross_entropy_with_logits),
        "softmax_cross_entropy": lambda s, t: functional.cross_entropy(
            s.reshape(-1, classes(s)), t.reshape(-1, classes(s))
        ),
        "hinge": lambda s, t, margin: torch.clamp(margin - t * s, min=0).mean(),
        "multiclass_hinge": multiclass_hinge,
    }


def _random(torch: Any) -> dict[str, TorchFunction]:
    """The drawn numbers are NumPy's on both sides; what is done with them is not."""

    def dropout(x: Any, rate: float, seed: float) -> Any:
        drawn = torch.as_tensor(np.random.default_rng(int(seed)).random(tuple(x.shape)))
        return torch.masked_fill(x, drawn < rate, 0.0) / (1 - rate)

    def noise(x: Any, spread: float, seed: float) -> Any:
        drawn = np.random.default_rng(int(seed)).normal(0.0, spread, tuple(x.shape))
        return x + torch.as_tensor(drawn)

    return {"dropout": dropout, "gaussian_noise": noise}
