"""The table of all optimizers, in the order in which menus list them."""

from __future__ import annotations

from engine.optimizers.optimizer import Optimizer
from engine.registry import Registry

OPTIMIZERS: Registry[Optimizer] = Registry.discover("engine.optimizers", Optimizer)
