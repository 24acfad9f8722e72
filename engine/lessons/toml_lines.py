"""On which line each key of a TOML file stands, which the standard library's reader does not tell.

It goes once through a text that ``tomllib`` has read already, and so asks for nothing: brackets are
in pairs, and commas stand in them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

# The names and places in lists that lead to a value, such as ("step", 2, "ask", "answer").
Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r"(?P<space>[ \t\r]+|\#[^\n]*)|(?P<line>\n)"
    r'|(?P<text>"""(?:\\.|[^\\])*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*')"
    r"|(?P<sign>\[\[|\]\]|[\[\]{}=,])"
    r"|(?P<bare>[^\s\[\]{}=,\#\"']+)|(?P<other>.)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file's keys and of the elements of its lists."""

    found: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of a value: of its key, its header or its place in a list.

        What has none of its own, as what stands in a list of numbers, has that of what it is in.
        """
        for length in range(len(path), 0, -1):
            if (line := self.found.get(path[:length])) is not None:
                return line
        return 1


@dataclass
class _Frame:
    """A list or an inline table whose end has not come."""

    path: Path
    index: int | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


def find_lines(text: str) -> Lines:
    r"""Return the lines of all keys.

    Args:
        text: A TOML file that can be read.

    Example:
        >>> lines = find_lines("a = 1\n[[b]]\nc = [\n 1,\n { d = 2 },\n]")
        >>> lines.line(("b", 0, "c")), lines.line(("b", 0, "c", 1, "d"))
        (3, 5)
    """
    finder = _Finder()
    for token in _tokens(text):
        finder.take(token)
    return Lines(finder.found)


def _tokens(text: str) -> list[_Token]:
    breaks = [match.start() for match in re.finditer("\n", text)]
    found = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "space":
            line = bisect_right(breaks, match.start() - 1) + 1
            found.append(_Token(str(match.lastgroup), match.group(), line))
    return found


class _Finder:
    """Takes the tokens one after another and knows in which table, list and key it is."""

    def __init__(self) -> None:
        self.found: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        self._frames: list[_Frame] = []
        self._key: list[str] = []
        self._header = ""
        # Whether what comes is a key, and not a value.
        self._wants_key = True

    def take(self, token: _Token) -> None:
        if self._header:
            self._take_header(token)
        elif self._wants_key:
            self._take_key(token)
        else:
            self._take_value(token)

    def _take_header(self, token: _Token) -> None:
        if token.kind in {"bare", "text"}:
            self._key += _names(token)
        else:
            self._open_table(token.line)

    def _open_table(self, line: int) -> None:
        path: Path = ()
        for place, name in enumerate(self._key):
            path = (*path, name)
            is_last = place == len(self._key) - 1
            if is_last and self._header == "[[":
                self._counts[path] = self._counts.get(path, -1) + 1
                self.found.setdefault(path, line)
            if path in self._counts:
                path = (*path, self._counts[path])
        self._table = path
        self.found.setdefault(path, line)
        self._header, self._key = "", []

    def _take_key(self, token: _Token) -> None:
        if token.kind in {"bare", "text"}:
            self._key += _names(token)
        elif token.text == "=":
            self._end_key(token.line)
        elif token.text in {"[", "[["} and not self._frames:
            self._header, self._key = token.text, []
        elif token.text == "}":
            self._close()

    def _end_key(self, line: int) -> None:
        path = self._frames[-1].path if self._frames else self._table
        for name in self._key:
            path = (*path, name)
            self.found.setdefault(path, line)
        self._value_path, self._key, self._wants_key = path, [], False

    def _take_value(self, token: _Token) -> None:
        if token.kind == "line" and not self._frames:
            self._wants_key = True
        elif token.text in {"[", "[["} and token.kind == "sign":
            for _ in token.text:
                self._begin_list(token.line)
        elif token.text == "{" and token.kind == "sign":
            self._begin(token.line)
            self._frames.append(_Frame(self._value_path))
            self._wants_key = True
        elif token.text in {"]", "]]", "}"} and token.kind == "sign":
            for _ in token.text:
                self._close()
        elif token.text == "," and token.kind == "sign":
            self._next()
        elif token.kind in {"bare", "text"}:
            self._begin(token.line)

    def _begin(self, line: int) -> None:
        """Note where an element of a list begins."""
        if self._frames and self._frames[-1].index is not None:
            frame = self._frames[-1]
            self._value_path = (*frame.path, frame.index or 0)
            self.found.setdefault(self._value_path, line)

    def _begin_list(self, line: int) -> None:
        self._begin(line)
        self._frames.append(_Frame(self._value_path, 0))

    def _close(self) -> None:
        self._frames.pop()
        self._wants_key, self._key = False, []

    def _next(self) -> None:
        frame = self._frames[-1]
        if frame.index is None:
            self._wants_key = True
        else:
            frame.index += 1


def _names(token: _Token) -> list[str]:
    """Return the names of a key: several where it is bare and has dots, none for a lone dot."""
    if token.kind == "bare":
        return [name for name in token.text.split(".") if name]
    if token.text.startswith("'"):
        return [token.text[1:-1]]
    return [_ESCAPED.sub(_unescaped, token.text[1:-1])]


def _unescaped(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    code = short or long
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    return _SHORT.get(letter, letter)
