"""Whether the lessons, skills and rows that a lesson names are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.lessons.checking.markdown import links_to_lessons
from engine.lessons.fault_list import FaultList
from engine.lessons.faults import Fault
from engine.lessons.lesson import Lesson
from engine.lessons.markdown_parts import MarkdownFile
from engine.lessons.syllabus import COURSE_ROWS
from engine.quoting import quote


@dataclass(frozen=True, slots=True)
class Library:
    """What stands beside a lesson.

    Attributes:
        lessons: The ids of all lessons.
        skills: The skills that the courses name.
        trained: The skills that some lesson trains.
    """

    lessons: frozenset[str]
    skills: frozenset[str]
    trained: frozenset[str]


def check_library(
    lesson: Lesson,
    words: Mapping[str, MarkdownFile],
    faults: FaultList,
    library: Library | None,
    line_of: Callable[[str], int],
) -> Iterator[Fault]:
    """Note names of rows, skills and lessons that lead nowhere.

    Args:
        lesson: The lesson.
        words: The parts of its languages' files.
        faults: Those of its structure's file.
        library: What there is; None where only the rows of the course are known.
        line_of: Returns the line of one of the structure's keys.

    Returns:
        What is wrong with the links in its words.
    """
    _check(lesson.course, COURSE_ROWS, faults, line_of("course"), "rows")
    trains = {step.skill for step in lesson.steps if step.skill}
    for skill in lesson.skills:
        if skill not in trains:
            faults.refuse(
                "lesson_skill_untrained",
                f"No step trains “{quote(skill)}”; a step says so by “skill”.",
                at=line_of("skills"),
                name=skill,
            )
    if library is None:
        return
    skills, lessons = sorted(library.skills), sorted(library.lessons)
    _check(lesson.skills, skills, faults, line_of("skills"), "skills")
    trained = sorted(library.trained)
    _check(lesson.needs, trained, faults, line_of("needs"), "trained")
    for key, name in (("next", lesson.next), ("easier", lesson.easier)):
        _check([name] if name else [], lessons, faults, line_of(key), "lessons")
    for file in words.values():
        own = FaultList(file.file)
        for section in file.sections:
            for part in section.parts:
                for name, place in links_to_lessons(part.text):
                    line = part.first_line + part.text.count("\n", 0, place)
                    _check([name], lessons, own, line, "lessons")
        yield from own.faults


def _check(
    names: Iterable[str], known: Sequence[str], faults: FaultList, line: int, among: str
) -> None:
    for name in names:
        if name not in known:
            faults.unlisted(name, known, at=line, among=among)
