"""The camera: from where the relief is looked at; parallels stay parallel."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from engine.arrays import Array

LOWEST_DEG, HIGHEST_DEG = 12.0, 90.0
_NEAREST, _FARTHEST = 5.0, 0.5
# Half the width and height of the picture in units of the box at zoom 1.
_HALF_WIDTH, _HALF_HEIGHT = 1.55, 1.3
# What the camera looks at: the middle of the box, about this high.
_AIM = 0.24


@dataclass(frozen=True)
class Camera:
    """Angles and zoom.

    Attributes:
        azimuth: Degrees round the upright axis; 0 looks along +y.
        elevation: Degrees above the horizon; 90 looks straight down, as the contours do.
        zoom: 1 shows the whole box.
    """

    azimuth: float = 325.0
    elevation: float = 42.0
    zoom: float = 1.0

    def turned(self, azimuth: float, elevation: float) -> Camera:
        """Return the camera moved round and up by degrees, never below the surface."""
        raised = min(max(self.elevation + elevation, LOWEST_DEG), HIGHEST_DEG)
        return replace(self, azimuth=(self.azimuth + azimuth) % 360.0, elevation=raised)

    def zoomed(self, factor: float) -> Camera:
        """Return the camera nearer or further."""
        return replace(self, zoom=min(max(self.zoom * factor, _FARTHEST), _NEAREST))


@dataclass(frozen=True)
class Projection:
    """A camera before a picture of some size: from the box to pixels and back.

    The box has its middle at (0, 0), its floor at z = 0, its ceiling near 1. A place on screen has
    a depth beside it, the distance from the viewer over the ground.
    """

    camera: Camera
    width: int
    height: int

    @property
    def right(self) -> tuple[float, float]:
        """The direction on the ground that goes to the right on screen."""
        angle = math.radians(self.camera.azimuth)
        return math.cos(angle), math.sin(angle)

    @property
    def away(self) -> tuple[float, float]:
        """The direction on the ground that goes away from the viewer."""
        across, along = self.right
        return -along, across

    @property
    def tilt(self) -> tuple[float, float]:
        """How much of a way over the ground, and of a way up, goes up on screen."""
        angle = math.radians(self.camera.elevation)
        return math.sin(angle), math.cos(angle)

    @property
    def pixels(self) -> float:
        """Pixels for one unit of the box."""
        fitting = min(self.width / (2 * _HALF_WIDTH), self.height / (2 * _HALF_HEIGHT))
        return fitting * self.camera.zoom

    def place(self, x: Array, y: Array, z: Array) -> tuple[Array, Array, Array]:
        """Return the horizontal and vertical pixel and the depth of points of the box."""
        (right_x, right_y), (away_x, away_y) = self.right, self.away
        ground, up = self.tilt
        depth = x * away_x + y * away_y
        across = (x * right_x + y * right_y) * self.pixels
        above = (depth * ground + (z - _AIM) * up) * self.pixels
        return self.width / 2 + across, self.height / 2 - above, depth

    def columns(self) -> Array:
        """Return how far right of the middle each column of pixels lies, in the box's units."""
        return np.asarray((np.arange(self.width) + 0.5 - self.width / 2) / self.pixels)

    def rise(self, depth: Array, z: Array) -> Array:
        """Return how many pixels above the picture's lower edge points lie."""
        ground, up = self.tilt
        return np.asarray(self.height / 2 + (depth * ground + (z - _AIM) * up) * self.pixels)

    def scaled(self, factor: float) -> Projection:
        """Return the same view in another number of pixels."""
        return Projection(
            self.camera, max(1, round(self.width * factor)), max(1, round(self.height * factor))
        )
