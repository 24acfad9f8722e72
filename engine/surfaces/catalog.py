"""The table of all loss surfaces, in the order in which menus list them."""

from __future__ import annotations

from engine.registry import Registry
from engine.surfaces.surface import Surface

SURFACES: Registry[Surface] = Registry.discover("engine.surfaces", Surface)
