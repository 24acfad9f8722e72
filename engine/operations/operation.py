"""The operation record: all that the app knows of one gate, from its arithmetic to its spelling."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, cast

from engine.arrays import Array, Shape
from engine.errors import EngineError
from engine.operations.loss_use import LossUse
from engine.operations.number_functions import in_torch
from engine.operations.written import pull_backs, push_to_number, write_template
from engine.settings import Setting

# Operations differ in their number of inputs and in their settings, so their functions share no
# narrower type; the tests call each with what its record declares.
Forward = Callable[..., Array]
Derivative = Callable[..., Any]
PullBack = Callable[..., Array]
PushForward = Callable[..., Array]
ShapeRule = Callable[..., Shape]
Explanation = Callable[..., EngineError | None]
Ignoring = Callable[..., Any]


class Category(Enum):
    """The palette's groups; the value is the English title."""

    SOURCES = "Inputs"
    ARITHMETIC = "Arithmetic"
    ELEMENTARY = "Elementary"
    ROUTING = "Routers"
    ACTIVATIONS = "Activations"
    LINEAR = "Matrix"
    REDUCTIONS = "Reductions"
    PROBABILITIES = "Probabilities"
    LOSSES = "Losses"
    REGULARIZATION = "Regularization"


class Role(Enum):
    """What a gate does with the gradient that comes back to it, in a learner's words.

    Attributes:
        key: Its kind, which has a color: several roles are one kind.
        title: A word or two, which stand under the gate.
        sentence: What it does, in full.
    """

    SOURCE = ("source", "input", "Collects the gradients of all the places it feeds.")
    DISTRIBUTOR = (
        "distributor",
        "distributor",
        "Hands the upstream gradient to each of its inputs.",
    )
    DIFFERENCE = (
        "distributor",
        "± distributor",
        "Hands the upstream gradient to its first input, and its negative to the second.",
    )
    SPREADER = (
        "distributor",
        "distributor",
        "Hands the upstream gradient to each element of its input.",
    )
    EQUAL_SHARES = (
        "distributor",
        "equal shares",
        "Hands each of the n elements of its input an n-th of the upstream gradient.",
    )
    REARRANGER = (
        "distributor",
        "rearranger",
        "Hands each element's gradient back to the place that the element came from.",
    )
    SWITCHER = (
        "switcher",
        "switcher",
        "Each input gets the upstream gradient times the other input.",
    )
    ROUTER = (
        "router",
        "router",
        "The input that wins or is chosen gets the whole upstream gradient, the others get 0. "
        "Equal ones share it.",
    )
    LOCAL = ("local", "× slope", "Multiplies the upstream gradient by its slope at this point.")
    SLOPES = (
        "local",
        "× slopes",
        "Multiplies the upstream gradient by its slope along each input at this point.",
    )
    MIXER = (
        "local",
        "× Jacobian",
        "Multiplies the upstream gradient by its Jacobian: each element moves every output.",
    )
    NEGATOR = ("local", "× −1", "Hands back the upstream gradient with its sign turned.")
    VALVE = (
        "local",
        "open or shut",
        "Lets the upstream gradient through unchanged where its slope is 1, and stops it where "
        "its slope is 0.",
    )
    SELECTOR = (
        "switcher",
        "selector",
        "Hands the upstream gradient back to the elements that it picks; all others get 0.",
    )
    STOP = ("local", "stop", "Stops the upstream gradient: its slope is 0 on both sides of a jump.")
    LINEAR = (
        "linear",
        "matrix switcher",
        "Each factor gets the upstream gradient multiplied by the other factor, transposed.",
    )
    LOSS = ("loss", "loss", "Turns the error of a prediction into the gradient that starts it all.")
    PASSAGE = (
        "passage",
        "passage",
        "Hands one input on as it is, and the whole upstream gradient back to it.",
    )

    def __init__(self, key: str, title: str, sentence: str) -> None:
        self.key = key
        self.title = title
        self.sentence = sentence


# Stands in a record until its function is written from the template.
_FROM_TEMPLATE = cast("Forward", object())

# The value is linear in each input: what goes back to it does not depend on it.
_LINEAR_ROLES = frozenset(
    {
        Role.LINEAR,
        Role.SWITCHER,
        Role.SPREADER,
        Role.EQUAL_SHARES,
        Role.REARRANGER,
        Role.SELECTOR,
    }
)


class Look(Enum):
    """How a gate is drawn; the value says it in a word."""

    CARD = "card"
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class Infix:
    """Written between its two operands, such as ``a + b``."""

    text: str
    precedence: int
    right_associative: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """Written before its operand, such as ``-a`` or ``1/a``."""

    text: str
    precedence: int


@dataclass(frozen=True, slots=True)
class Postfix:
    """Written after its operand, such as ``a**2``."""

    text: str
    precedence: int


@dataclass(frozen=True, slots=True)
class Call:
    """Written as a function, such as ``max(a, b)``.

    Attributes:
        text: What it is called, where that is not its own name but one that it shares with an
            operation of another number of inputs, as ``max(v)`` does with ``max(a, b)``.
        nests: Whether of more inputs than it has several of it are made: max(max(a, b), c).
    """

    text: str = ""
    nests: bool = False


@dataclass(frozen=True, slots=True)
class Subscript:
    """Written behind its operand in square brackets, such as ``W[1, 0]``.

    Attributes:
        text: What stands in the brackets, with ``$name`` for a setting, such as
            ``$row, $column``; what stands at a colon is left out where it is the default.
    """

    text: str


Spelling = Infix | Prefix | Postfix | Call | Subscript

# Precedences, as in Python: a higher one binds tighter.
COMPARISON_PRECEDENCE = 0
SUM_PRECEDENCE = 1
PRODUCT_PRECEDENCE = 2
SIGN_PRECEDENCE = 3
POWER_PRECEDENCE = 4

# What stands in a record's LaTeX between a formula and the meaning of a letter in it.
_WHERE = r",\ "


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that a worked formula brings along for what it computes on its way.

    Attributes:
        name: The letter; a template says behind a comma what it means.
        value: ``value(*inputs, **settings)`` returns what it stands for.
    """

    name: str
    value: Callable[..., Array]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """How a value is written out with numbers, where the formula itself would say too little.

    Attributes:
        latex: The template; its letters are the operation's ``letters``.
        value: ``value(letters, *inputs, **settings)`` returns what the template evaluates to, the
            values of the letters by name.
    """

    latex: str
    value: Callable[..., Array]


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    r"""What is written instead for inputs of which the usual formulas do not hold as they stand.

    Attributes:
        applies: ``applies(*inputs, **settings)`` tells whether they do not.
        latex: The template of the value; empty where the usual one holds.
        local_latex: For each input the template of the local gradient, likewise.
            ``\frac{\partial $y}{\partial $a}`` says that no formula does,
            and that the number alone is told.
        downstream_latex: For each input the template of the downstream gradient, likewise.
        letters: What letters stand for that ``worked`` defines.
        worked: How the value is written out with numbers, likewise.
    """

    applies: Callable[..., bool]
    latex: str = ""
    local_latex: tuple[str, ...] = ()
    downstream_latex: tuple[str, ...] = ()
    letters: tuple[Letter, ...] = ()
    worked: Worked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One gate, as data.

    The functions take the inputs in order and the settings by name. ``output`` is what
    ``forward`` returned for the same inputs, so that a derivative can reuse it.

    Attributes:
        name: The unique name, also the function's name in formulas.
        title: English title for palettes and menus.
        symbol: What is drawn on the gate.
        category: The palette's group.
        role: What the gate does with gradients.
        summary: One English sentence on what it computes and why one would use it.
        reference: Where the formula comes from.
        inputs: Names of the input ports; their count is the arity.
        settings: Numbers that the gate can be given, such as a slope.
        aliases: Other names that the search and the formula parser understand.
        forward: ``forward(*inputs, **settings)`` returns the output; by default what ``numpy``
            says.
        vjps: For each input ``vjp(upstream, output, *inputs, **settings)`` returns the downstream
            gradient, of exactly the input's shape (the vector-Jacobian product); by default what
            ``numpy_downstream`` says.
        jvps: For each input ``jvp(tangent, output, *inputs, **settings)`` returns that input's
            share of the output's tangent (the Jacobian-vector product); by default, for an output
            of one number, the sum of what ``numpy_downstream`` makes of the tangent.
        derivatives: For an elementwise operation, for each input
            ``derivative(output, *inputs, **settings)``; None where the Jacobian is not diagonal.
        shape: ``shape(*shapes, **settings)`` returns the output's shape or raises ``ShapeError``;
            without settings it assumes their defaults.
        explain: ``explain(*inputs, **settings)`` returns the likely cause of an output that is
            not finite though the inputs are, or None where it only grew too large.
        explain_slope: ``explain_slope(*inputs, **settings)`` returns the cause of a slope that is
            not finite though the output is, or None where the curve is only vertical there.
        ignores: For each input ``ignores(*inputs, **settings)`` tells where the output does not
            depend on it at all, such as on the smaller input of a maximum. Nothing goes back
            there, whatever lies before or behind (``engine.operations.ignoring``). The answer has
            the output's shape for an elementwise operation and for any other the input's, or that
            of all inputs broadcast. Empty for an operation that always uses its inputs.
        lost: For a function that was typed in, ``lost(x)`` tells where a number on the way is
            larger or smaller than a computer's, so that the value is none or rounded to a limit.
        lost_slope: Likewise where one on the way back may be, so that a slope may be wrong.
        latex: Template of the value, with ``$a`` for the input port ``a`` (and settings likewise).
        local_latex: Template of the local gradient for each input; ``$y`` is the output.
        downstream_latex: Template of the downstream gradient for each input; ``$g`` is the
            upstream gradient.
        otherwise: What is written for inputs of which these templates do not hold; of several that
            apply, a later one goes before an earlier one.
        letters: What letters stand for that the templates define behind a comma.
        worked: How the value is written out with numbers, if not by ``latex``.
        counts_samples: Whether n in the templates is the number of samples, which a matrix has one
            of in each row, and not that of elements.
        spelling: How formulas write it.
        numpy: Template of the value as one NumPy expression, with ``$x`` for the input port ``x``
            and settings likewise: what exported programs contain and compiled plans run. What is
            put in is a name or a number, so that templates need no brackets round it; a setting
            that is whole is put in as an integer.
        numpy_local: For an elementwise operation the template of each local derivative as one
            NumPy expression, which may be smaller than the output, such as ``1.0``; ``$y`` is the
            output.
        numpy_quick: Where local derivatives have quicker forms, the templates that training runs
            instead: right to 1e−15 of the largest slope, with no digit left in the tails.
        numpy_ignores: The templates of these conditions, from which ``ignores`` is written, one for
            each input; ``True`` where an input is ignored altogether.
        numpy_downstream: For any other the template of each downstream gradient before it is
            summed over the axes along which its input was repeated; ``$g`` is the upstream
            gradient.
        pytorch: Template of the value as one PyTorch expression, where it is not the one of NumPy
            in PyTorch's names; ``torch_template`` is the one that holds.
        definition: Template of the value spelt out, where ``latex`` hides it behind a name or a
            sign such as σ: down to exponentials, or to a sum over elements.
        look_alikes: The operations, by name, that learners take it for.
        loss_use: For a loss that a network can be trained by, how the network is put before it.
        known_range: The ends between which all its values lie, where pictures of a unit and losses
            count on them; (0, 1) makes a probability of a number.
        is_distribution: Whether it makes of a row of scores the probabilities of classes, and so
            can end a network.
        adds: Where the value is a sum of parts, ``adds(*sizes, **settings)`` returns from the sizes
            of the inputs that of the parts together: what is far smaller is rounding.
        pole: ``pole(*inputs, **settings)`` tells where finite inputs rightly give ∞; any other ∞ is
            a number too large.
        zero: ``zero(*inputs, **settings)`` tells where finite inputs rightly give 0, and any other
            0 is a number too small; None where that is not told.
        look: Whether it is drawn as a card, with symbol and caption, or as a dot on its wire.
        passes: For a gate that computes nothing but hands one input on as it is, that input's
            index; formulas and exported programs see through it.
    """

    name: str
    title: str
    symbol: str
    category: Category
    role: Role
    summary: str
    reference: str
    inputs: tuple[str, ...]
    settings: tuple[Setting, ...] = ()
    aliases: tuple[str, ...] = ()
    forward: Forward = _FROM_TEMPLATE
    vjps: tuple[PullBack, ...] = ()
    jvps: tuple[PushForward, ...] = ()
    derivatives: tuple[Derivative, ...] | None
    shape: ShapeRule
    explain: Explanation | None = None
    explain_slope: Explanation | None = None
    ignores: tuple[Ignoring, ...] = ()
    lost: Callable[[Array], Any] | None = None
    lost_slope: Callable[[Array], Any] | None = None
    latex: str
    local_latex: tuple[str, ...]
    downstream_latex: tuple[str, ...]
    otherwise: tuple[Otherwise, ...] = ()
    letters: tuple[Letter, ...] = ()
    worked: Worked | None = None
    counts_samples: bool = False
    spelling: Spelling
    numpy: str = ""
    numpy_local: tuple[str, ...] = ()
    numpy_quick: tuple[str, ...] = ()
    numpy_ignores: tuple[str, ...] = ()
    numpy_downstream: tuple[str, ...] = ()
    pytorch: str = ""
    definition: str = ""
    look_alikes: tuple[str, ...] = ()
    loss_use: LossUse | None = None
    known_range: tuple[float, float] | None = None
    is_distribution: bool = False
    adds: Forward | None = None
    pole: Ignoring | None = None
    zero: Ignoring | None = None
    look: Look = Look.CARD
    passes: int | None = None

    def __post_init__(self) -> None:
        if self.forward is _FROM_TEMPLATE:
            written = write_template(self.numpy, self.inputs, self.settings)
            object.__setattr__(self, "forward", written)
        if self.numpy_ignores and not self.ignores:
            conditions = (
                write_template(condition, self.inputs, self.settings)
                for condition in self.numpy_ignores
            )
            object.__setattr__(self, "ignores", tuple(conditions))
        for name, write in (("vjps", pull_backs), ("jvps", push_to_number)):
            if not getattr(self, name):
                products = write(self.numpy_downstream, self.inputs, self.settings)
                object.__setattr__(self, name, products)

    @property
    def arity(self) -> int:
        """The number of input ports."""
        return len(self.inputs)

    @property
    def called(self) -> str:
        """What a formula calls it as a function."""
        shared = self.spelling.text if isinstance(self.spelling, Call) else ""
        return shared or self.name

    @property
    def is_source(self) -> bool:
        """Whether it holds a value instead of computing one."""
        return self.category is Category.SOURCES

    @property
    def is_linear(self) -> bool:
        """Whether it is linear in each of its inputs, though not one number by another."""
        return self.derivatives is None and self.role in _LINEAR_ROLES

    @property
    def is_symmetric(self) -> bool:
        """Whether a tangent goes on as a gradient goes back: its Jacobian is symmetric."""
        return self.derivatives is None and bool(self.vjps) and self.vjps == self.jvps

    def factor_beside(self, index: int) -> int | None:
        """Return the input that is the local gradient of another, as in a product, or None."""
        local = self.local_latex[index]
        if self.derivatives is None or not local.startswith("$") or local[1:] not in self.inputs:
            return None
        return self.inputs.index(local[1:])

    @property
    def torch_template(self) -> str:
        """Template of the value as one PyTorch expression.

        Raises:
            ValueError: It is not written out, and PyTorch has other functions than NumPy.
        """
        return self.pytorch or in_torch(self.numpy)

    def written_for(self, *inputs: Array, **settings: float) -> Operation:
        """Return the record with the templates that hold for some inputs and all settings."""
        record = self
        for other in self.otherwise:
            if other.applies(*inputs, **settings):
                record = replace(
                    record,
                    latex=other.latex or record.latex,
                    local_latex=other.local_latex or record.local_latex,
                    downstream_latex=other.downstream_latex or record.downstream_latex,
                    letters=other.letters or record.letters,
                    worked=other.worked or record.worked,
                )
        return record

    def output_shape(self, shapes: Sequence[Shape], settings: Mapping[str, float]) -> Shape:
        """Return the output's shape for inputs of these shapes; missing settings are the defaults.

        Raises:
            ShapeError: The shapes do not fit the operation.
        """
        if not self.settings:
            return self.shape(*shapes)
        defaults = {item.name: item.default for item in self.settings}
        return self.shape(*shapes, **{**defaults, **settings})


def without_definitions(latex: str) -> tuple[str, tuple[str, ...]]:
    r"""Return a formula and the meanings of the letters in it that stand behind it.

    Example:
        >>> without_definitions(r"1 + u^2,\ u = x + 1")
        ('1 + u^2', ('u = x + 1',))
    """
    main, *definitions = latex.split(_WHERE)
    return main, tuple(definitions)
