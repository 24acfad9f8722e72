"""The engine's errors: each has a code and details, so that any language can say it."""

from __future__ import annotations

from engine.quoting import LONGEST_SENTENCE, clip


class EngineError(Exception):
    """Something the caller asked for cannot be done, and a sentence says why.

    Attributes:
        code: A stable identifier of the cause, such as ``"cycle"``.
        details: The values that the sentence names, for translation.
    """

    def __init__(self, code: str, sentence: str, **details: object) -> None:
        # Whoever quotes clips; here is only held that no sentence is ever longer than a window.
        super().__init__(clip(sentence, LONGEST_SENTENCE))
        self.code = code
        self.details = details

    @property
    def sentence(self) -> str:
        """The whole cause in one English sentence."""
        return str(self)


class ValueFormatError(EngineError):
    """A text does not spell a number, a vector or a matrix."""


class SettingError(EngineError):
    """A setting is unknown or outside its range."""


class OperationError(EngineError):
    """An operation is unknown or was given arguments it does not take."""


class ShapeError(EngineError):
    """Arrays of these shapes do not fit the operation."""


class GraphError(EngineError):
    """An edit would leave a graph that is not a graph of operations."""


class EvaluationError(EngineError):
    """A graph cannot be evaluated or differentiated as it stands."""


class FileFormatError(EngineError):
    """A file is damaged, foreign, or made by a newer version."""


class DivergenceError(EngineError):
    """An iteration left the numbers a computer can hold."""


class FormulaError(EngineError):
    """A formula cannot be understood.

    Attributes:
        position: Index of the first offending character in the text.
        length: How many characters are at fault; 0 where something is missing.
    """

    def __init__(
        self, code: str, sentence: str, *, position: int, length: int = 1, **details: object
    ) -> None:
        super().__init__(code, sentence, **details)
        self.position = position
        self.length = length
