"""The engine's errors: each has a code and details, so that any language can say it."""

from __future__ import annotations

from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the ways in which a formula can be read.

    Attributes:
        code: A stable identifier of the reading, such as ``"read_as_product"``.
        sentence: The reading in a few English words, for a button: ``x·y, a product``.
        text: The whole formula, written so that only this reading is left.
        names: What is to be read as names of their own in it (``parse_formula(…, names=…)``).
        details: The values that the words name, for translation.
    """

    code: str
    sentence: str
    text: str
    names: frozenset[str] = frozenset()
    details: dict[str, object] = field(default_factory=dict)


class ValueQuestion(ValueFormatError):  # noqa: N818 - as below
    """A number can be read in several ways, and whoever typed it is asked.

    Attributes:
        choices: The readings; the ``text`` of each is the whole value, written so that no other
            reading is left.
    """

    def __init__(
        self, code: str, sentence: str, choices: tuple[Choice, ...], **details: object
    ) -> None:
        super().__init__(code, sentence, **details)
        self.choices = choices


class FormulaQuestion(FormulaError):  # noqa: N818 - it asks; nothing need be wrong
    """A formula can be read in several ways, and whoever wrote it is asked.

    The sentence asks, and the choices are the answers; a reading is taken by reading its ``text``
    with its ``names``. A question with one choice says what was probably meant.

    Attributes:
        choices: The readings, the likeliest first.
    """

    def __init__(
        self,
        code: str,
        sentence: str,
        *,
        position: int,
        length: int = 1,
        choices: tuple[Choice, ...] = (),
        **details: object,
    ) -> None:
        super().__init__(code, sentence, position=position, length=length, **details)
        self.choices = choices
