"""The tables of data sets, in the order in which menus list them."""

from __future__ import annotations

from engine.registry import Registry
from engine.training.datasets.dataset import DataRecipe

ALL_DATA: Registry[DataRecipe] = Registry.discover("engine.training.datasets", DataRecipe)

# Two inputs and two classes: what a decision boundary can be drawn of.
DATASETS: Registry[DataRecipe] = ALL_DATA.part(lambda recipe: not recipe.is_regression)

# Numbers to be met: what a line, a plane or a curve is fitted to.
REGRESSIONS: Registry[DataRecipe] = ALL_DATA.part(lambda recipe: recipe.is_regression)
