"""Reading a lesson from its files: the lesson, and everything that is wrong with them by line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from engine.errors import EngineError
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.lessons.draw_reader import read_draw
from engine.lessons.fault_list import FaultList
from engine.lessons.faults import Fault
from engine.lessons.files import STRUCTURE, LessonFiles
from engine.lessons.lesson import Draw, Lesson, Step, Words
from engine.lessons.let_reader import read_named
from engine.lessons.markdown_parts import MarkdownFile, read_parts
from engine.lessons.revision import revision
from engine.lessons.step_reader import read_step
from engine.lessons.structure import check_structure
from engine.lessons.toml_table import Table, read_table
from engine.lessons.words_reader import read_words
from engine.quoting import quote

FORMAT = 1
MOST_STEPS = 100
_KEYS = (
    "format", "course", "skills", "needs", "minutes", "next", "easier", "draw", "let", "step",
)  # fmt: skip
_WORDS_FILE = re.compile(r"([a-z]{2,3})\.md")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        lesson: The lesson, as far as it could be read; None where there is nothing to play: the
            structure is no TOML, has no step, or has no English words.
        faults: What is wrong, by file and line; a lesson that is to be played has only warnings.
        words: The parts of each language's file, by its code.
        table: The structure as it stands in the file; None where it is no TOML.
    """

    lesson: Lesson | None
    faults: tuple[Fault, ...]
    words: Mapping[str, MarkdownFile] = field(default_factory=dict)
    table: Table | None = None

    @property
    def is_sound(self) -> bool:
        """Whether it can be played: nothing but warnings was found."""
        return self.lesson is not None and all(fault.is_warning for fault in self.faults)

    def line_of_key(self, key: str) -> int:
        """Return the line of one of the lesson's own keys."""
        return 0 if self.table is None else self.table.line(key)

    def line_of(self, step_id: str, *keys: str | int) -> int:
        """Return the line of what stands in a step's table.

        Args:
            step_id: The step.
            keys: The keys that lead to it.
        """
        if self.table is None:
            return 0
        for place, step in enumerate(self.table.values.get("step", [])):
            if isinstance(step, Mapping) and step.get("id") == step_id:
                return self.table.line("step", place, *keys)
        return 0


def read_lesson(files: LessonFiles, lesson_id: str) -> Reading:
    """Read a lesson.

    It raises nothing: whatever is wrong with the files is a fault.

    Args:
        files: Its files.
        lesson_id: The name that it is known by.
    """
    faults = FaultList(STRUCTURE)
    words, found = _read_all_words(files)
    text = _text(files, STRUCTURE, faults)
    table = None if text is None else read_table(text, faults, files)
    lesson = None if table is None else _lesson(table, lesson_id, words)
    return Reading(lesson, (*faults.faults, *found), words, table)


def words_file(language: str) -> str:
    """Return the name of a language's file."""
    return f"{language}.md"


def _read_all_words(files: LessonFiles) -> tuple[dict[str, MarkdownFile], list[Fault]]:
    found: list[Fault] = []
    words: dict[str, MarkdownFile] = {}
    for name in [words_file(SOURCE_LANGUAGE), *_names(files)]:
        match = _WORDS_FILE.fullmatch(name)
        if match is None or match[1] in words:
            continue
        faults = FaultList(name)
        text = _text(files, name, faults)
        if text is not None:
            words[match[1]] = read_parts(text, faults)
        if match[1] not in LANGUAGES:
            faults.refuse(
                "lesson_language",
                f"The interface has no language “{quote(match[1])}”, so that nobody will read "
                "this.",
                at=0,
                is_warning=True,
                name=match[1],
            )
        found += faults.faults
    return words, found


def _names(files: LessonFiles) -> list[str]:
    try:
        return files.names()
    except OSError:
        # What cannot be listed is told by the files that cannot be read.
        return []


def _text(files: LessonFiles, name: str, faults: FaultList) -> str | None:
    try:
        return files.text(name)
    except EngineError as error:
        faults.pass_on(error, 0)
        return None


def _lesson(table: Table, lesson_id: str, words: Mapping[str, MarkdownFile]) -> Lesson | None:
    table.check_keys(_KEYS, "lesson")
    _check_format(table)
    lesson = Lesson(
        id=lesson_id,
        course=table.words("course"),
        skills=table.words("skills"),
        needs=table.words("needs"),
        minutes=table.whole("minutes", 10),
        next=table.word("next"),
        easier=table.word("easier"),
        draw=_draw(table),
        steps=_steps(table),
        words=_words(words),
        revision=revision(table.values),
    )
    if not lesson.steps or SOURCE_LANGUAGE not in words:
        return None
    check_structure(lesson, table.faults)
    return lesson


def _draw(table: Table) -> Draw:
    drawn, named = table.table("draw"), table.table("let")
    draw = Draw() if drawn is None else read_draw(drawn)
    return draw if named is None else replace(draw, named=read_named(named, draw.first))


def _check_format(table: Table) -> None:
    found = table.whole("format")
    if "format" not in table:
        table.faults.refuse(
            "lesson_format_missing", f"“format = {FORMAT}” is missing.", at=1, found=FORMAT
        )
    elif found != FORMAT and type(table.values["format"]) is int:
        table.faults.refuse(
            "lesson_format",
            f"This is the format {found}; this program reads the format {FORMAT}.",
            at=table.line("format"),
            found=found,
            wanted=FORMAT,
        )


def _steps(table: Table) -> tuple[Step, ...]:
    steps: dict[str, Step] = {}
    parts = list(table.tables("step"))
    if len(parts) > MOST_STEPS:
        parts = parts[:MOST_STEPS]
        table.refuse_kind("tables", "step")
    for part in parts:
        step = read_step(part)
        if step is not None and step.id in steps:
            part.faults.refuse(
                "lesson_step_twice",
                f"There are two steps “{quote(step.id)}”.",
                at=step.line,
                name=step.id,
            )
        elif step is not None:
            steps[step.id] = step
    if not steps:
        table.faults.refuse("lesson_no_step", "A lesson needs a step: “[[step]]”.", at=0)
    return tuple(steps.values())


def _words(files: Mapping[str, MarkdownFile]) -> Mapping[str, Words]:
    return MappingProxyType({name: read_words(file, name) for name, file in files.items()})
