"""An error that tells what stands in the way of learning."""

from __future__ import annotations

from engine.errors import EngineError


class LearningError(EngineError):
    """Something stands in the way of learning; its sentence names the cause and what helps."""


def written(number: float, digits: int = 6) -> str:
    """Return a number as people write it: 1e−5 and not 1e-05.

    Example:
        >>> written(1e-5), written(0.25)
        ('1e−5', '0.25')
    """
    mantissa, mark, exponent = f"{number:.{digits}g}".partition("e")
    return f"{mantissa}e{int(exponent)}".replace("-", "−") if mark else mantissa
