"""A file of words cut into its parts by headings; what stands in a part is not read here.

``# Title`` and a paragraph, then for each step ``## step-id: Title`` with its body and its parts,
``### ask``, ``### item NAME`` and so on. A line that looks like a heading inside a fence of code is
code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.lessons.fault_list import FaultList
from engine.lessons.toml_table import is_word
from engine.quoting import quote

_HEADING = re.compile(r"(#{1,3})\s+(.*?)\s*#*\s*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_COMMENT = re.compile(r"[ \t]*<!--(.*?)-->[ \t]*", re.DOTALL)
_STAMP = re.compile(r"\s*of\s+en\s*:\s*([0-9a-fA-F]+)\s*")

# The parts of a step, and whether a name follows.
PARTS = {"ask": False, "item": True, "right": False, "slip": True, "hint": False, "note": False}
BODY = "body"
LONGEST_TITLE = 200
# Longer than anybody reads in one step; what looks through it takes its square at worst.
LONGEST_PART = 10_000


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a step's words.

    Attributes:
        kind: One of `PARTS`, or ``body``.
        name: The name of an item or a slip, the number of a hint from 1; else empty.
        text: Its Markdown, without comments.
        line: The line of its heading.
        first_line: The line on which its text begins.
        stamp: The hash of the English part that was translated; empty where none is given.
    """

    kind: str
    name: str
    text: str
    line: int
    first_line: int
    stamp: str = ""

    @property
    def heading(self) -> str:
        """How a sentence speaks of it, such as ``### slip added``."""
        name = "" if self.kind == "hint" else self.name
        return f"### {self.kind} {name}".rstrip()


@dataclass(frozen=True, slots=True)
class Section:
    """The words of one step, or of one skill.

    Attributes:
        id: The step's id.
        title: Its heading.
        line: The line of its heading.
        parts: Its body and its parts, in order.
    """

    id: str
    title: str
    line: int
    parts: tuple[Part, ...]

    def find(self, kind: str, name: str = "") -> Part | None:
        """Return a part, None where there is none."""
        return next((part for part in self.parts if (part.kind, part.name) == (kind, name)), None)

    def named(self, kind: str) -> tuple[Part, ...]:
        """Return all parts of a kind, in order."""
        return tuple(part for part in self.parts if part.kind == kind)


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A file of words.

    Attributes:
        file: Its name.
        title: Its title.
        summary: What stands below the title.
        summary_line: The line on which that begins.
        sections: The steps, or the skills.
    """

    file: str
    title: str
    summary: str
    summary_line: int
    sections: tuple[Section, ...]

    def section(self, section_id: str) -> Section | None:
        """Return the words of a step, None where there are none."""
        return next((section for section in self.sections if section.id == section_id), None)


@dataclass
class _Piece:
    """A heading with the lines below it."""

    level: int
    text: str
    line: int
    below: list[str] = field(default_factory=list)


def read_parts(text: str, faults: FaultList) -> MarkdownFile:
    """Cut a file into its parts.

    Args:
        text: The file.
        faults: Where what is wrong with its headings is noted.
    """
    before, *pieces = _pieces(text)
    head = pieces.pop(0) if pieces and pieces[0].level == 1 else None
    if head is None or "".join(before.below).strip():
        faults.refuse("lesson_no_title", "The file is to begin with “# ” and its title.", at=1)
    sections: dict[str, Section] = {}
    for first, parts in _grouped(pieces, faults):
        section = _section(first, parts, faults)
        if section is not None and section.id in sections:
            faults.refuse(
                "lesson_section_twice",
                f"There are two “## {section.id}”.",
                at=first.line,
                name=section.id,
            )
        elif section is not None:
            sections[section.id] = section
    if head is None:
        return MarkdownFile(faults.file, "", "", 1, tuple(sections.values()))
    title, summary = _title(head.text, head.line, faults), _plain(head)[0]
    return MarkdownFile(faults.file, title, summary, head.line + 1, tuple(sections.values()))


def _pieces(text: str) -> Iterator[_Piece]:
    """Cut a text at its headings; what stands before the first is a piece without one."""
    piece = _Piece(0, "", 1)
    fence, in_comment = "", False
    for number, line in enumerate(text.splitlines(), start=1):
        was_in_comment = in_comment
        if not fence:
            in_comment = line.rfind("<!--") > line.rfind("-->") or (
                in_comment and "-->" not in line
            )
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line.strip(" `~"):
            fence = ""
        heading = None if fence or mark or was_in_comment else _HEADING.fullmatch(line)
        if heading is None:
            piece.below.append(line)
            continue
        yield piece
        piece = _Piece(len(heading[1]), heading[2], number)
    yield piece


def _grouped(pieces: list[_Piece], faults: FaultList) -> Iterator[tuple[_Piece, list[_Piece]]]:
    """Return each heading of a step with those of its parts."""
    groups: list[tuple[_Piece, list[_Piece]]] = []
    for piece in pieces:
        if piece.level == 2:
            groups.append((piece, []))
        elif piece.level == 3 and groups:
            groups[-1][1].append(piece)
        else:
            sign = "#" * piece.level
            faults.refuse(
                "lesson_heading_place",
                f"“{quote(sign)} {quote(piece.text)}” stands in no place for it: “# ” begins "
                "the file, "
                "“## ” a step, “### ” a part of a step.",
                at=piece.line,
                sign=sign,
                name=piece.text,
            )
    return iter(groups)


def _section(first: _Piece, parts: list[_Piece], faults: FaultList) -> Section | None:
    section_id, colon, title = first.text.partition(":")
    section_id = section_id.strip()
    if not colon or not is_word(section_id):
        faults.refuse(
            "lesson_section_heading",
            f"“## {quote(first.text)}” is to be “## id: Title”, the id as in lesson.toml.",
            at=first.line,
            name=first.text,
        )
        return None
    text, stamp = _plain(first)
    found = [Part(BODY, "", text, first.line, first.line + 1, stamp)]
    for piece in (first, *parts):
        if sum(map(len, piece.below)) > LONGEST_PART:
            faults.refuse(
                "lesson_part_long",
                f"A part has at most {LONGEST_PART} characters; the rest of this one is left out.",
                at=piece.line,
                most=LONGEST_PART,
            )
    for piece in parts:
        part = _part(piece, found, faults)
        if part is not None:
            found.append(part)
    return Section(section_id, _title(title.strip(), first.line, faults), first.line, tuple(found))


def _part(piece: _Piece, before: list[Part], faults: FaultList) -> Part | None:
    kind, _, name = piece.text.partition(" ")
    name = name.strip()
    if kind not in PARTS:
        faults.unknown(kind, list(PARTS), at=piece.line, place="words")
        return None
    if PARTS[kind] and not is_word(name):
        faults.refuse(
            "lesson_part_nameless",
            f"“### {kind}” needs the name that it has in lesson.toml behind it.",
            at=piece.line,
            kind=kind,
        )
        return None
    if not PARTS[kind] and name:
        faults.refuse(
            "lesson_part_named",
            f"“### {kind}” stands alone; “{quote(name)}” behind it belongs nowhere.",
            at=piece.line,
            kind=kind,
            name=name,
        )
    if kind == "hint":
        name = str(1 + sum(part.kind == kind for part in before))
    elif any((part.kind, part.name) == (kind, name) for part in before):
        faults.refuse(
            "lesson_part_twice",
            f"This step has two “{quote(piece.text)}”.",
            at=piece.line,
            name=piece.text,
        )
        return None
    text, stamp = _plain(piece)
    return Part(
        kind, name if kind == "hint" or PARTS[kind] else "", text, piece.line, piece.line + 1, stamp
    )


def _plain(piece: _Piece) -> tuple[str, str]:
    """Return what stands below a heading without comments, and the stamp among these.

    A comment leaves its line breaks, so that lines can be counted in what is left.
    """
    stamp = ""

    def without(match: re.Match[str]) -> str:
        nonlocal stamp
        found = _STAMP.fullmatch(match[1])
        if found:
            stamp = found[1].lower()
        return "\n" * match[0].count("\n")

    return _COMMENT.sub(without, "\n".join(piece.below)[:LONGEST_PART]).rstrip(), stamp


def _title(text: str, line: int, faults: FaultList) -> str:
    if text and len(text) <= LONGEST_TITLE:
        return text
    faults.refuse(
        "lesson_title_length",
        f"A title has 1 to {LONGEST_TITLE} characters, and this one has {len(text)}.",
        at=line,
        most=LONGEST_TITLE,
        found=len(text),
    )
    return text[:LONGEST_TITLE]
