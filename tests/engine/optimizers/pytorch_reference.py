"""What PyTorch does in the cases; it runs only where PyTorch is installed."""

from __future__ import annotations

from typing import Any

from tests.engine.optimizers.pytorch_cases import (
    LOSSES,
    RATE,
    SCHEDULE_STEPS,
    SCHEDULES,
    SHOWN,
    START,
    Case,
)


def path(torch: Any, case: Case) -> dict[str, list[float]]:
    """Return PyTorch's points after the shown steps."""
    usual = torch.get_default_dtype()
    # Nadam keeps the product of its shares in the default type, whatever the weights' type is.
    torch.set_default_dtype(torch.float64)
    try:
        return _path(torch, case)
    finally:
        torch.set_default_dtype(usual)


def _path(torch: Any, case: Case) -> dict[str, list[float]]:
    weights = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    options = {"lr": RATE, **case.options}
    optimizer = getattr(torch.optim, case.theirs)([weights], **options)
    shown = {}
    for step in range(1, case.steps + 1):
        optimizer.zero_grad()
        loss = torch.sin(3 * weights).sum() + (weights**2).sum() + 0.3 * weights[0] * weights[1]
        loss.backward()
        if case.clip:
            torch.nn.utils.clip_grad_value_([weights], case.clip)
        optimizer.step()
        if step in SHOWN:
            shown[str(step)] = weights.detach().tolist()
    return shown


def rates(torch: Any, name: str) -> list[float]:
    """Return the learning rates of PyTorch's scheduler, one for each step."""
    weights = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([weights], lr=RATE)
    schedulers = torch.optim.lr_scheduler
    _, settings = SCHEDULES[name]
    make = {
        "step": lambda: schedulers.StepLR(optimizer, int(settings["period"]), settings["factor"]),
        "exponential": lambda: schedulers.ExponentialLR(optimizer, settings["factor"]),
        "cosine": lambda: schedulers.CosineAnnealingLR(
            optimizer, int(settings["length"]), settings["floor"] * RATE
        ),
        "warm_up": lambda: schedulers.LinearLR(
            optimizer, 1 / settings["length"], total_iters=int(settings["length"]) - 1
        ),
        "plateau": lambda: schedulers.ReduceLROnPlateau(
            optimizer, factor=settings["factor"], patience=int(settings["patience"]), eps=0.0
        ),
    }
    scheduler = make[name]()
    found = []
    for step in range(SCHEDULE_STEPS):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step(*([LOSSES[step]] if name == "plateau" else []))
    return found
