"""The table of slips; a module in this package with ``RECORDS`` adds to it."""

from __future__ import annotations

from engine.exercises.slip import Slip
from engine.registry import Registry

SLIPS = Registry.discover("engine.exercises.slips", Slip)
