"""The expression reader: tokens to a program of operands and operations, without recursion.

Dijkstra's shunting yard (Making a translator for ALGOL 60, 1961): operators wait on a stack until
one that binds less tightly, or a closing parenthesis, sends them out. Precedences are those of the
table of operations, and between them those of what is written without a sign (``BESIDE``) or
without brackets (``BARE_CALL``).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.arrays import as_array
from engine.errors import FormulaError, ValueFormatError
from engine.formula import complaints, reach
from engine.formula.bare_calls import bare_call, root_call
from engine.formula.beside import Beside, Place, is_sign
from engine.formula.calls import Calls
from engine.formula.doubts import Doubts
from engine.formula.known_names import KnownNames
from engine.formula.pending import Group, Operator
from engine.formula.subscripts import subscript
from engine.formula.syntax import Apply, Hole, Literal, Load, Step, Written
from engine.formula.tokens import ROOTS, SUM_SIGNS, Kind, Token
from engine.formula.values import parse_value
from engine.formula.vocabulary import BARE_CALL, BESIDE, infix, prefix
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import PRODUCT_PRECEDENCE, SUM_PRECEDENCE, Infix, Prefix

_ENDS = frozenset({Kind.SEPARATOR, Kind.LINE, Kind.END})
_CLOSING = {"(": ")", "{": "}", "[": "]", "⌊": "⌋"}


class ExpressionReader:
    """Reads one expression, from a token to the end of its statement."""

    def __init__(
        self, tokens: Sequence[Token], start: int, names: KnownNames, doubts: Doubts
    ) -> None:
        self._tokens = tokens
        self._start = start
        self._names = names
        self.index = start
        self._steps: list[Step] = []
        self._waiting: list[Operator | Group] = []
        self._groups: list[Group] = []
        self._operand_wanted = True
        # Where the last operand begins, and the factor that it is part of.
        self._operand = self._factor = start
        # Where the last Σ(…) begins and ends.
        self._sum: tuple[int, int] | None = None
        self._doubts = doubts
        self._calls = Calls(tokens, names, doubts)
        self._beside = Beside(tokens, names, doubts)
        self._operand_readers: dict[Kind, Callable[[Token], None]] = {
            Kind.NUMBER: self._read_number,
            Kind.ARRAY: self._read_array,
            Kind.NAME: self._read_name,
            Kind.HOLE: self._read_hole,
            Kind.OPEN: self._read_open,
            Kind.BAR: self._read_open,
            Kind.OPERATOR: self._read_prefix,
            Kind.CLOSE: self._read_empty_call,
        }
        self._operator_readers: dict[Kind, Callable[[Token], None]] = {
            Kind.OPERATOR: self._read_infix,
            Kind.CLOSE: self._read_close,
            Kind.BAR: self._read_bar,
            Kind.COMMA: self._read_comma,
            Kind.EQUALS: self._refuse_equals,
            Kind.SEPARATOR: self._refuse_separator,
            Kind.TRANSPOSED: self._read_transposed,
            Kind.DOT: self._read_member,
            Kind.ARRAY: self._read_subscript,
            Kind.NAME: self._read_beside,
            Kind.OPEN: self._read_beside,
        }

    def read(self) -> list[Step]:
        """Return the expression's program, and leave ``index`` at the statement's end."""
        while True:
            self._skip_lines()
            token = self._tokens[self.index]
            if self._operand_wanted:
                self._read_operand(token)
            elif token.kind in _ENDS and not (self._groups and token.kind is Kind.SEPARATOR):
                break
            else:
                self._read_operator(token)
        if self._groups:
            raise complaints.group_open(self._groups[-1].token)
        while self._waiting:
            self._send_out(self._waiting.pop())
        return self._steps

    def _skip_lines(self) -> None:
        """Let an expression run over lines inside parentheses and after an operator."""
        unfinished = bool(self._groups) or (self._operand_wanted and self.index > self._start)
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

    def _send_out(self, waiting: Operator | Group) -> None:
        assert isinstance(waiting, Operator)
        self._steps += waiting.steps

    # Operands

    def _read_operand(self, token: Token) -> None:
        reader = self._operand_readers.get(token.kind)
        if reader is None:
            raise complaints.operand_expected(self._previous, token)
        reader(token)

    def _begin_operand(self, index: int, factor: int | None = None) -> None:
        """Note where an operand begins; an exponent belongs to the factor before it.

        Args:
            index: The index of its first token.
            factor: Where the factor began that was read when the operand's bracket opened.
        """
        before = index - 1
        while before > self._start and is_sign(self._tokens, before):
            before -= 1
        self._operand = index
        if before >= self._start and self._tokens[before].text == "**":
            self._factor = self._factor if factor is None else factor
        else:
            self._factor = index

    def _put(self, step: Step) -> None:
        """Take an operand of one token."""
        self._begin_operand(self.index)
        self._steps.append(step)
        self._take(operand_wanted=False)

    def _read_number(self, token: Token) -> None:
        number = float(token.text)
        if not math.isfinite(number):
            raise complaints.number_too_large(token)
        self._put(Literal(token, as_array(number), bare=True))

    def _read_array(self, token: Token) -> None:
        try:
            value = parse_value(token.text)
        except ValueFormatError as error:
            raise complaints.passed_on(error, token) from error
        self._put(Literal(token, value, bare=False))

    def _read_hole(self, token: Token) -> None:
        self._put(Hole(token))

    def _read_name(self, token: Token) -> None:
        named = self._calls.without_library(self.index)
        if named != self.index:
            self._read_member_of_library(named)
            return
        following = self._tokens[self.index + 1]
        if following.kind is Kind.EQUALS and self._call is not None:
            self.index = self._calls.read_setting(self.index, self._call)
            self._end_setting(self._call)
        elif token.text in ROOTS and (following.kind is not Kind.OPEN or token.text != "√"):
            self._wait_for(root_call(self._tokens, self.index))
        elif following.kind is Kind.OPEN and not self._names.is_number(token.text):
            self._open_call(self.index)
        elif self._names.is_function(token.text):
            call = bare_call(self._tokens, self.index, self._names, self._doubts)
            if isinstance(call, Group):
                self.index = call.index + 2
                self._open(call)
            else:
                self._wait_for(call)
        else:
            is_own = token.text in self._names.own
            self._put(Load(token if is_own else complaints.checked_name(token)))

    def _read_member_of_library(self, index: int) -> None:
        """Read what stands behind ``np.`` or ``torch.nn.functional.``: a function or a number."""
        token, first = self._tokens[index], self.index
        self.index = index
        if self._tokens[index + 1].kind is not Kind.OPEN:
            self._put(self._calls.number_of_library(token))
            self._begin_operand(first)
        elif self._calls.is_array_maker(token):
            self.index += 1
            bracket = self._tokens[index + 1]
            self._open(Group(bracket, first, self._factor, makes_array=True))
        else:
            self._open_call(first, index)

    def _wait_for(self, operator: Operator) -> None:
        """Let a function without brackets wait for its operand."""
        self._waiting.append(operator)
        self.index = operator.start
        self._take(operand_wanted=True)

    def _open_call(self, first: int, index: int | None = None) -> None:
        """Begin a call.

        Args:
            first: The index of the token with which it begins.
            index: That of the function's name, where it is another one.
        """
        place = first if index is None else index
        call = self._calls.opened(place)
        self.index = place + 1
        if call is None:
            # A value, which is multiplied by what stands in the brackets.
            self.index = place
            self._put(Load(self._tokens[place]))
            return
        self._open(replace(call, index=first))

    def _open(self, group: Group) -> None:
        group.factor = self._factor
        self._waiting.append(group)
        self._groups.append(group)
        self._take(operand_wanted=True)

    @property
    def _call(self) -> Group | None:
        """The call whose next input begins here, or None."""
        top = self._waiting[-1] if self._waiting else None
        return top if isinstance(top, Group) and top.operation is not None else None

    def _end_setting(self, call: Group) -> None:
        """After a setting comes another argument or the end of the call."""
        self._skip_lines()
        token = self._tokens[self.index]
        if token.kind is Kind.COMMA:
            self._take(operand_wanted=True)
        elif token.kind is Kind.CLOSE:
            self._waiting.pop()
            self._close_call(call, token)
        elif token.kind in _ENDS:
            raise complaints.group_open(call.token)
        else:
            raise self._operator_expected(token)

    def _read_open(self, token: Token) -> None:
        self._open(Group(token, self.index))

    def _read_prefix(self, token: Token) -> None:
        operation = prefix().get(token.text)
        if token.text == "+":
            self._take(operand_wanted=True)
            return
        if operation is None:
            raise complaints.operand_expected(self._previous, token)
        assert isinstance(operation.spelling, Prefix)
        step = Apply(token, operation, Written.PREFIX)
        self._waiting.append(Operator((step,), operation.spelling.precedence, self.index))
        self._take(operand_wanted=True)

    def _read_empty_call(self, token: Token) -> None:
        call = self._call
        is_empty = call is not None and self._previous is call.token
        if call is None or not is_empty or call.settings:
            if self._previous is None:
                raise complaints.parenthesis_extra(token)
            raise complaints.operand_expected(self._previous, token)
        self._waiting.pop()
        self._close_call(call, token)

    # Operators

    def _read_operator(self, token: Token) -> None:
        reader = self._operator_readers.get(token.kind)
        if reader is None:
            raise self._operator_expected(token)
        reader(token)

    def _read_infix(self, token: Token) -> None:
        operation = infix().get(token.text)
        if operation is None:
            raise self._operator_expected(token)
        if token.text == "**" and self._calls.is_transposed(self.index):
            self._read_transposed(token)
            return
        spelling = operation.spelling
        assert isinstance(spelling, Infix)
        top = self._waiting[-1] if self._waiting else None
        if token.text == "**" and isinstance(top, Operator) and self._beside.is_root(top):
            self._doubts.add(reach.rooted(self._tokens, top.start, self.index))
        if token.text == "**" and self._sum is not None and self._sum[1] == self.index:
            self._doubts.add(reach.power_of_sum(self._tokens, self._sum[0], self.index))
        step = Apply(token, operation, Written.INFIX)
        self._make_room(token, spelling.precedence, spelling.right_associative)
        self._waiting.append(Operator((step,), spelling.precedence, self.index))
        self._take(operand_wanted=True)

    def _make_room(self, token: Token, precedence: float, right_associative: bool) -> None:
        """Send out the operators that bind more tightly than one that comes."""
        while self._waiting:
            top = self._waiting[-1]
            if isinstance(top, Group) or top.precedence < precedence:
                break
            if top.precedence == precedence and right_associative:
                break
            if top.precedence == precedence < SUM_PRECEDENCE:
                raise complaints.chained_comparison(token)
            if top.precedence == BARE_CALL:
                self._beside.check_reach_over(self.index, top)
            self._waiting.pop()
            self._send_out(top)

    def _read_beside(self, token: Token) -> None:
        """Read a factor that no sign parts from the one before it, as in 2x and (x + 1)(y + 2)."""
        before = self._tokens[self.index - 1]
        is_transposed = before.kind is Kind.TRANSPOSED or self._is_transposing(before)
        if not is_transposed and not self._beside.is_factor(before, token):
            raise self._operator_expected(token)
        top = self._waiting[-1] if self._waiting else None
        waiting = top if isinstance(top, Operator) else None
        operand = Place(self._start, self._operand, self._factor, self.index)
        self._beside.check(operand, waiting, is_transposed=is_transposed)
        operation = OPERATIONS["matmul" if is_transposed else "multiply"]
        is_bare_call = token.kind is Kind.NAME and self._names.is_function(token.text)
        precedence = PRODUCT_PRECEDENCE if is_bare_call else BESIDE
        step = Apply(replace(token, length=0), operation, Written.BESIDE)
        self._make_room(token, precedence, right_associative=False)
        self._waiting.append(Operator((step,), precedence, self.index - 1))
        self._operand_wanted = True

    def _is_transposing(self, token: Token) -> bool:
        last = self._steps[-1]
        is_transpose = isinstance(last, Apply) and last.operation.name == "transpose"
        return is_transpose and token.text in {"T", "}"}

    def _apply(self, token: Token, *operations: str) -> None:
        """Apply operations to the operand that was read last."""
        self._steps += [Apply(token, OPERATIONS[name], Written.CALL) for name in operations]

    def _read_transposed(self, token: Token) -> None:
        self._apply(token, "transpose")
        self.index = self._calls.end_of_transposed(self.index)

    def _read_subscript(self, token: Token) -> None:
        before = self._tokens[self.index - 1]
        if before.kind is Kind.NUMBER:
            self._read_beside(token)
            return
        self._steps.append(subscript(token))
        self._take(operand_wanted=False)

    def _read_member(self, token: Token) -> None:
        """Read what stands behind a dot: x.T, x.sum(), x.dot(y)."""
        call = self._calls.member(self.index)
        if call is None:
            self._apply(self._tokens[self.index + 1], "transpose")
            self.index += 2
            return
        self.index += 2
        self._open(replace(call, index=self._operand))

    def _close_operators(self) -> Group | None:
        """Send out the operators of the innermost parenthesis, and take it off."""
        while self._waiting:
            top = self._waiting.pop()
            if isinstance(top, Group):
                return top
            self._send_out(top)
        return None

    def _read_bar(self, token: Token) -> None:
        """Close the innermost bars, or begin others that are multiplied: |a||b|."""
        group = self._groups[-1] if self._groups else None
        if group is None or group.token.kind is not Kind.BAR or group.token.text != token.text:
            self._read_beside(token)
            return
        self._close_operators()
        self._groups.pop()
        self._begin_operand(group.index, group.factor)
        operations, self.index = self._calls.bars(self.index)
        self._apply(group.token, *operations)
        self._operand_wanted = False

    def _read_close(self, token: Token) -> None:
        group = self._groups[-1] if self._groups else None
        if group is None:
            raise complaints.parenthesis_extra(token)
        if group.token.kind is Kind.BAR:
            raise complaints.group_open(group.token)
        self._close_operators()
        if group.operation is not None:
            group.arguments += 1
            self._close_call(group, token)
            return
        self._check_closing(group, token)
        last = self._steps[-1]
        # Braces are LaTeX's and are not seen; parentheses were meant to be.
        if isinstance(last, Literal | Load) and token.text == ")":
            self._steps[-1] = replace(last, bare=False)
        self._end_group(group)

    def _check_closing(self, group: Group, token: Token) -> None:
        if _CLOSING[group.token.text] != token.text:
            raise complaints.other_bracket(group.token, token)

    def _end_group(self, group: Group) -> None:
        self._groups.pop()
        self._begin_operand(group.index, group.factor)
        self._take(operand_wanted=False)

    def _close_call(self, call: Group, token: Token) -> None:
        self._check_closing(call, token)
        self._steps += self._calls.closed(call, self.index)
        self._end_group(call)
        if call.name is not None and call.name.text in SUM_SIGNS:
            self._sum = (call.index, self.index)

    def _read_comma(self, token: Token) -> None:
        call = self._groups[-1] if self._groups else None
        if call is not None and call.makes_array:
            self.index = self._calls.end_of_keywords(self.index)
            return
        call = self._calls.parted(self.index, call)
        self._close_operators()
        call.arguments += 1
        self._steps += self._calls.nested(call)
        self._waiting.append(call)
        self._take(operand_wanted=True)

    def _refuse_separator(self, token: Token) -> None:
        raise complaints.separator_inside(token)

    def _refuse_equals(self, token: Token) -> None:
        raise complaints.misplaced_equals(token)
