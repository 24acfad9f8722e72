"""Calls of functions: by name, as a member (x.sum()), of a library (np.exp), and bars (|x|)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.errors import FormulaError
from engine.formula import asking, complaints
from engine.formula.constants import constant_name
from engine.formula.doubts import Doubts
from engine.formula.known_names import LIBRARIES, KnownNames
from engine.formula.pending import Group, read_setting
from engine.formula.program_lines import ACTIONS, program_word
from engine.formula.syntax import Apply, Load, Step, Written
from engine.formula.tokens import Kind, Token
from engine.formula.vocabulary import find_function, of_arity
from engine.operations.operation import Call as CallSpelling

# What makes an array of a list of numbers; the list is one already.
_ARRAY_MAKERS = frozenset({"array", "asarray", "tensor", "FloatTensor", "matrix", "constant"})
_TRANSPOSED = frozenset({"T", "⊤"})


# A name that is a variable's rather than a function's.
_THOUSAND = re.compile(r"0[0-9]{2}")
_VARIABLE = re.compile(r"[^\W\d_](?:_?[0-9]+)?")


class Calls:
    """Reads calls in one formula."""

    def __init__(self, tokens: Sequence[Token], names: KnownNames, doubts: Doubts) -> None:
        self._tokens = tokens
        self._names = names
        self._doubts = doubts

    def without_library(self, index: int) -> int:
        """Return the index of the name behind ``np.`` and the like, or the given one."""
        tokens = self._tokens
        while (
            tokens[index].text in LIBRARIES
            and tokens[index].text not in self._names.own
            and tokens[index + 1].kind is Kind.DOT
            and tokens[index + 2].kind is Kind.NAME
        ):
            index += 2
        return index

    def number_of_library(self, name: Token) -> Load:
        """Return the constant of a library: np.pi, math.e."""
        if constant_name(name.text) is None:
            raise complaints.unknown_of_library(name)
        return Load(name, bare=True, constant=True)

    def is_array_maker(self, name: Token) -> bool:
        """Whether a function of a library only makes an array of its argument."""
        return name.text in _ARRAY_MAKERS

    def end_of_keywords(self, index: int) -> int:
        """Return the index behind keywords of ``np.array``: dtype=float, requires_grad=True.

        Raises:
            FormulaError: Something else stands there.
        """
        tokens, comma = self._tokens, index
        while tokens[index].kind is Kind.COMMA:
            kinds = [token.kind for token in tokens[index + 1 : index + 4]]
            if kinds != [Kind.NAME, Kind.EQUALS, Kind.NAME]:
                raise complaints.misplaced_comma(tokens[comma])
            index += 4
            while tokens[index].kind is Kind.DOT and tokens[index + 1].kind is Kind.NAME:
                index += 2
        return index

    def opened(self, index: int) -> Group | None:
        """Return the call that a name begins before a bracket, or None where it is a product.

        Raises:
            FormulaError: Nothing is known by that name.
        """
        name, bracket = self._tokens[index], self._tokens[index + 1]
        operation = None if name.text in self._names.own else find_function(name.text)
        if operation is not None:
            return Group(bracket, index, name=name, operation=operation)
        if index and self._tokens[index - 1].kind is Kind.DOT:
            raise complaints.unknown_of_library(name)
        asking.refuse_other_logarithm(self._names.text, name, self._names.own)
        is_value = self._names.is_value(name.text)
        if is_value and (self._names.fixed or constant_name(name.text) is not None):
            return None
        if is_value or _VARIABLE.fullmatch(name.text):
            self._doubts.add(asking.value_before_bracket(name, bracket))
            return None
        raise complaints.unknown_function(name)

    def member(self, index: int) -> Group | None:
        """Return the call that a dot begins behind an operand, or None where it is ``.T``.

        Raises:
            FormulaError: Nothing of that name can be asked of a value.
        """
        dot, name = self._tokens[index : index + 2]
        if name.kind is not Kind.NAME:
            raise complaints.member_expected(dot, name)
        bracket = self._tokens[index + 2]
        if bracket.kind is not Kind.OPEN:
            if name.text in _TRANSPOSED:
                return None
            raise complaints.unknown_member(name)
        if name.text in ACTIONS:
            raise program_word(name.text, name.position)
        operation = find_function("transpose" if name.text in {"t", "T"} else name.text)
        if operation is None:
            raise complaints.unknown_method(name)
        return Group(bracket, index, name=name, operation=operation, arguments=1)

    def read_setting(self, index: int, call: Group) -> int:
        """Read ``name=number`` into a call's settings, and return the index behind it."""
        return read_setting(self._tokens, index, call)

    def nested(self, call: Group) -> list[Step]:
        """Return what a comma does: max(a, b, c) is max(max(a, b), c)."""
        assert call.operation is not None
        assert call.name is not None
        spelling = call.operation.spelling
        if not (isinstance(spelling, CallSpelling) and spelling.nests) or call.arguments < 2:
            return []
        call.arguments = 1
        return [Apply(call.name, call.operation, Written.CALL, dict(call.settings))]

    def closed(self, call: Group, index: int) -> list[Step]:
        """Return what a call does that ends with the bracket of an index.

        Raises:
            FormulaError: It has another number of inputs than its function.
        """
        assert call.operation is not None
        assert call.name is not None
        operation = of_arity(call.operation, call.arguments)
        if call.arguments == 2 and operation.name == "log":
            self._check_base(call.name, index)
        if call.arguments != operation.arity:
            raise complaints.wrong_arity(call.name, operation, call.arguments)
        return [Apply(call.name, operation, Written.CALL, call.settings), *call.after]

    def _check_base(self, name: Token, index: int) -> None:
        """Ask about log(x, 2), whose second input is a base to spreadsheets and to Python."""
        comma, base, closing = self._tokens[index - 2 : index + 1]
        function = f"log{base.text}"
        if comma.kind is Kind.COMMA and find_function(function) is not None:
            edits = [(name.position, name.end, function), (comma.position, closing.position, "")]
            raise asking.other_logarithm(self._names.text, name, [edits])

    def is_transposed(self, index: int) -> bool:
        """Whether a power is the sign of a transposed matrix: W^T, where T is no value."""
        tokens = self._tokens
        held = tokens[index + 1].text == "{" and tokens[min(index + 3, len(tokens) - 1)].text == "}"
        letter = tokens[index + 2 if held else index + 1]
        return letter.text in _TRANSPOSED and not self._names.is_value(letter.text)

    def end_of_transposed(self, index: int) -> int:
        """Return the index behind the sign of a transposed matrix."""
        if self._tokens[index].kind is Kind.TRANSPOSED:
            return index + 1
        return index + (4 if self._tokens[index + 1].text == "{" else 2)

    def bars(self, index: int) -> tuple[tuple[str, ...], int]:
        """Return what bars do that close, by the operations' names, and the index behind them."""
        tokens = self._tokens
        if tokens[index].text == "|":
            return ("absolute",), index + 1
        index += 1
        lowered = tokens[index].text.removeprefix("_")
        is_lowered = tokens[index].kind is Kind.LOWERED or tokens[index].text in {"_1", "_2"}
        if is_lowered:
            if lowered not in {"1", "2"}:
                raise complaints.unknown_norm(tokens[index])
            index += 1
        if is_lowered and lowered == "1":
            return ("absolute", "sum"), index
        if tokens[index].text == "**" and tokens[index + 1].text == "2":
            return ("squared_norm",), index + 2
        return ("norm",), index

    def parted(self, index: int, group: Group | None) -> Group:
        """Return the call between whose inputs a comma stands.

        Nobody writes 000 for 0, so that max(1,000) may hold one number; max(1,100) holds two.

        Raises:
            FormulaError: It stands in no call, or may stand in a number.
        """
        if group is None or group.operation is None:
            raise self._misplaced_comma(index)
        before, comma, after = self._tokens[index - 1 : index + 2]
        if self._is_in_number(before, comma, after) and _THOUSAND.fullmatch(after.text):
            raise asking.thousands_or_inputs(self._names.text, before, comma, after)
        return group

    @staticmethod
    def _is_in_number(before: Token, comma: Token, after: Token) -> bool:
        beside = before.end == comma.position and comma.end == after.position
        return before.kind is after.kind is Kind.NUMBER and beside and "." not in before.text

    def _misplaced_comma(self, index: int) -> FormulaError:
        """Refuse a comma, or ask what it is between digits."""
        before, comma, after = self._tokens[index - 1 : index + 2]
        if self._is_in_number(before, comma, after):
            return asking.comma_in_number(self._names.text, before, comma, after)
        return complaints.misplaced_comma(comma)
