"""A surface that can only be called, as anybody's function of two variables may be."""

from __future__ import annotations

from dataclasses import dataclass

from engine.arrays import Array
from engine.autodiff.codegen.slopes import Slopes
from engine.optimizers.divergence import Fence
from engine.surfaces.function import SurfaceFunction


@dataclass(frozen=True)
class CalledSurface:
    """A surface's value and gradient, without its recorded arithmetic or with another one."""

    function: SurfaceFunction
    slopes: Slopes | None = None

    @property
    def fence(self) -> Fence | None:
        return self.function.fence

    def value(self, x: Array, y: Array) -> Array:
        return self.function.value(x, y)

    def gradient(self, x: Array, y: Array) -> tuple[Array, Array]:
        return self.function.gradient(x, y)
