"""The table of all data sets, in the order in which menus list them."""

from __future__ import annotations

from engine.registry import Registry
from engine.training.datasets.dataset import DataRecipe

DATASETS: Registry[DataRecipe] = Registry.discover("engine.training.datasets", DataRecipe)
