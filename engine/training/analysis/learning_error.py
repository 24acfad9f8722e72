"""An error that tells what stands in the way of learning."""

from __future__ import annotations

from engine.errors import EngineError


class LearningError(EngineError):
    """Something stands in the way of learning; its sentence names the cause and what helps."""
