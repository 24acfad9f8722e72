"""The expression reader: tokens to a program of operands and operations, without recursion.

Dijkstra's shunting yard (Making a translator for ALGOL 60, 1961): operators wait on a stack until
one that binds less tightly, or a closing parenthesis, sends them out. Precedences are those of the
table of operations.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.arrays import as_array
from engine.errors import FormulaError, ValueFormatError
from engine.formula import complaints
from engine.formula.pending import Group, Operator, read_setting
from engine.formula.syntax import Apply, Hole, Literal, Load, Step, Written
from engine.formula.tokens import Kind, Token
from engine.formula.values import parse_value
from engine.formula.vocabulary import find_function, infix, of_arity, prefix
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Infix, Prefix

_ENDS = frozenset({Kind.SEPARATOR, Kind.LINE, Kind.END})


def checked_name(token: Token) -> Token:
    """Return the token of a name, or refuse one that an operation has."""
    operation = OPERATIONS.find(token.text)
    if operation is not None:
        raise complaints.function_as_name(token, operation)
    return token


class ExpressionReader:
    """Reads one expression, from a token to the end of its statement."""

    def __init__(self, tokens: Sequence[Token], start: int) -> None:
        self._tokens = tokens
        self._start = start
        self.index = start
        self._steps: list[Step] = []
        self._waiting: list[Operator | Group] = []
        self._open_groups = 0
        self._operand_wanted = True
        self._operand_readers: dict[Kind, Callable[[Token], None]] = {
            Kind.NUMBER: self._read_number,
            Kind.ARRAY: self._read_array,
            Kind.NAME: self._read_name,
            Kind.HOLE: self._read_hole,
            Kind.OPEN: self._read_open,
            Kind.OPERATOR: self._read_prefix,
            Kind.CLOSE: self._read_empty_call,
        }
        self._operator_readers: dict[Kind, Callable[[Token], None]] = {
            Kind.OPERATOR: self._read_infix,
            Kind.CLOSE: self._read_close,
            Kind.COMMA: self._read_comma,
            Kind.EQUALS: self._refuse_equals,
        }

    def read(self) -> list[Step]:
        """Return the expression's program, and leave ``index`` at the statement's end."""
        while True:
            self._skip_lines()
            token = self._tokens[self.index]
            if self._operand_wanted:
                self._read_operand(token)
            elif token.kind in _ENDS:
                break
            else:
                self._read_operator(token)
        while self._waiting:
            top = self._waiting.pop()
            if isinstance(top, Group):
                raise complaints.parenthesis_open(top.token)
            self._steps.append(top.step)
        return self._steps

    def _skip_lines(self) -> None:
        """Let an expression run over lines inside parentheses and after an operator."""
        unfinished = self._open_groups > 0 or (self._operand_wanted and self.index > self._start)
        while unfinished and self._tokens[self.index].kind is Kind.LINE:
            self.index += 1

    @property
    def _previous(self) -> Token | None:
        """The token before this one in its statement, if any, leaving out line ends.

        No sentence can show a line's end, and it says nothing about what is missing.
        """
        index = self.index - 1
        while index >= self._start and self._tokens[index].kind is Kind.LINE:
            index -= 1
        if index < 0 or self._tokens[index].kind in _ENDS:
            return None
        return self._tokens[index]

    def _operator_expected(self, found: Token) -> FormulaError:
        operand = self._previous
        assert operand is not None
        return complaints.operator_expected(operand, found)

    def _take(self, *, operand_wanted: bool) -> None:
        self.index += 1
        self._operand_wanted = operand_wanted

    def _read_operand(self, token: Token) -> None:
        reader = self._operand_readers.get(token.kind)
        if reader is None:
            raise complaints.operand_expected(self._previous, token)
        reader(token)

    def _read_number(self, token: Token) -> None:
        number = float(token.text)
        if not math.isfinite(number):
            raise complaints.number_too_large(token)
        self._steps.append(Literal(token, as_array(number), bare=True))
        self._take(operand_wanted=False)

    def _read_array(self, token: Token) -> None:
        try:
            value = parse_value(token.text)
        except ValueFormatError as error:
            raise complaints.passed_on(error, token) from error
        self._steps.append(Literal(token, value, bare=False))
        self._take(operand_wanted=False)

    def _read_hole(self, token: Token) -> None:
        self._steps.append(Hole(token))
        self._take(operand_wanted=False)

    def _read_name(self, token: Token) -> None:
        following = self._tokens[self.index + 1]
        if following.kind is Kind.OPEN:
            self._open_call(token, following)
        elif following.kind is Kind.EQUALS and self._call is not None:
            self._read_setting(token)
        else:
            self._steps.append(Load(checked_name(token)))
            self._take(operand_wanted=False)

    def _open_call(self, name: Token, parenthesis: Token) -> None:
        operation = find_function(name.text)
        if operation is None:
            if any(isinstance(step, Load) and step.token.text == name.text for step in self._steps):
                raise complaints.variable_called(name)
            raise complaints.unknown_function(name)
        self._waiting.append(Group(parenthesis, name, operation))
        self._open_groups += 1
        self.index += 1
        self._take(operand_wanted=True)

    @property
    def _call(self) -> Group | None:
        """The call whose next input begins here, or None."""
        top = self._waiting[-1] if self._waiting else None
        return top if isinstance(top, Group) and top.operation is not None else None

    def _read_setting(self, name: Token) -> None:
        call = self._call
        assert call is not None
        self.index = read_setting(self._tokens, self.index, call)
        self._end_setting(call)

    def _end_setting(self, call: Group) -> None:
        """After a setting comes another argument or the end of the call."""
        self._skip_lines()
        token = self._tokens[self.index]
        if token.kind is Kind.COMMA:
            self._take(operand_wanted=True)
        elif token.kind is Kind.CLOSE:
            self._waiting.pop()
            self._close_call(call)
        elif token.kind in _ENDS:
            raise complaints.parenthesis_open(call.token)
        else:
            raise self._operator_expected(token)

    def _read_open(self, token: Token) -> None:
        self._waiting.append(Group(token))
        self._open_groups += 1
        self._take(operand_wanted=True)

    def _read_prefix(self, token: Token) -> None:
        operation = prefix().get(token.text)
        if operation is None:
            raise complaints.operand_expected(self._previous, token)
        assert isinstance(operation.spelling, Prefix)
        step = Apply(token, operation, Written.PREFIX)
        self._waiting.append(Operator(step, operation.spelling.precedence))
        self._take(operand_wanted=True)

    def _read_empty_call(self, token: Token) -> None:
        call = self._call
        if call is None or call.arguments or call.settings:
            if self._previous is None:
                raise complaints.parenthesis_extra(token)
            raise complaints.operand_expected(self._previous, token)
        self._waiting.pop()
        self._close_call(call)

    def _read_operator(self, token: Token) -> None:
        reader = self._operator_readers.get(token.kind)
        if reader is None:
            raise self._operator_expected(token)
        reader(token)

    def _read_infix(self, token: Token) -> None:
        operation = infix().get(token.text)
        if operation is None:
            raise self._operator_expected(token)
        spelling = operation.spelling
        assert isinstance(spelling, Infix)
        while self._waiting:
            top = self._waiting[-1]
            if isinstance(top, Group) or top.precedence < spelling.precedence:
                break
            if top.precedence == spelling.precedence and spelling.right_associative:
                break
            self._waiting.pop()
            self._steps.append(top.step)
        step = Apply(token, operation, Written.INFIX)
        self._waiting.append(Operator(step, spelling.precedence))
        self._take(operand_wanted=True)

    def _close_operators(self) -> Group | None:
        """Send out the operators of the innermost parenthesis, and take it off."""
        while self._waiting:
            top = self._waiting.pop()
            if isinstance(top, Group):
                return top
            self._steps.append(top.step)
        return None

    def _read_close(self, token: Token) -> None:
        group = self._close_operators()
        if group is None:
            raise complaints.parenthesis_extra(token)
        if group.operation is not None:
            group.arguments += 1
            self._close_call(group)
            return
        last = self._steps[-1]
        if isinstance(last, Literal):
            self._steps[-1] = replace(last, bare=False)
        self._open_groups -= 1
        self._take(operand_wanted=False)

    def _close_call(self, call: Group) -> None:
        assert call.operation is not None
        assert call.name is not None
        call.operation = of_arity(call.operation, call.arguments)
        if call.arguments != call.operation.arity:
            raise complaints.wrong_arity(call.name, call.operation, call.arguments)
        self._steps.append(Apply(call.name, call.operation, Written.CALL, call.settings))
        self._open_groups -= 1
        self._take(operand_wanted=False)

    def _read_comma(self, token: Token) -> None:
        call = self._close_operators()
        if call is None or call.operation is None:
            raise complaints.misplaced_comma(token)
        call.arguments += 1
        self._waiting.append(call)
        self._take(operand_wanted=True)

    def _refuse_equals(self, token: Token) -> None:
        raise complaints.misplaced_equals(token)
