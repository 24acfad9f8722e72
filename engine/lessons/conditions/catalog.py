"""The table of the kinds of conditions, read from the modules of ``kinds``."""

from __future__ import annotations

from engine.lessons.conditions.condition_kind import ConditionKind
from engine.registry import Registry

CONDITIONS: Registry[ConditionKind] = Registry.discover(
    "engine.lessons.conditions.kinds", ConditionKind
)
