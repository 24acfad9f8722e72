"""An error that tells what stands in the way of learning."""

from __future__ import annotations

from engine.errors import EngineError


class LearningError(EngineError):
    """Something stands in the way of learning; its sentence names the cause and what helps."""


def written(number: float, digits: int = 6) -> str:
    """Return a number as people write it: 1e−5 and not 1e-05, 530 and not 5.3e2.

    Example:
        >>> written(1e-5), written(0.25), written(527.3, 2)
        ('1e−5', '0.25', '530')
    """
    rounded = float(f"{number:.{digits}g}")
    mantissa, mark, exponent = f"{rounded:.{max(digits, 6)}g}".partition("e")
    return f"{mantissa}e{int(exponent)}".replace("-", "−") if mark else mantissa
