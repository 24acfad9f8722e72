"""The table of all initializers, in the order in which menus list them."""

from __future__ import annotations

from engine.registry import Registry
from engine.training.initializers.initializer import Initializer

INITIALIZERS: Registry[Initializer] = Registry.discover("engine.training.initializers", Initializer)
