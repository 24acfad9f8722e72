"""The syllabus: the rows of the course, and the courses with their skills as their files say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.errors import EngineError
from engine.languages.catalog import SOURCE_LANGUAGE
from engine.lessons.fault_list import FaultList
from engine.lessons.faults import Fault
from engine.lessons.files import LessonFiles
from engine.lessons.markdown_parts import BODY, MarkdownFile, read_parts
from engine.quoting import listed, quote

# The worked examples of an introductory course, which lessons teach and `course` names.
COURSE_ROWS = (
    "A1", "A2", "A3", "A4", "A5", "A5b", "A6", "A7", "A8", "A9", "A10",
    "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8",
    "C",
    "D1", "D2", "D3", "D4", "D5", "D6", "D7",
    "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8",
    "F",
)  # fmt: skip

_WORDS_FILE = re.compile(r"([a-z]{2,3})\.md")
_NUMBERED = re.compile(r"(?:\d+-)?(.+)")


def name_without_number(folder: str) -> str:
    """Return the id of a lesson from its folder's name, whose number only orders.

    Example:
        >>> name_without_number("02-chain-rule")
        'chain-rule'
    """
    match = _NUMBERED.fullmatch(folder)
    return folder if match is None else match[1]


@dataclass(frozen=True)
class Course:
    """A part of the syllabus: lessons that follow each other, and the skills that they train.

    Attributes:
        id: The name of its folder.
        words: Its title, its paragraph and its skills, by language; English is always there.
    """

    id: str
    words: Mapping[str, MarkdownFile]

    @property
    def skills(self) -> tuple[str, ...]:
        """The skills, in the order in which they are told."""
        return tuple(section.id for section in self.words[SOURCE_LANGUAGE].sections)

    def title(self, language: str) -> str:
        """Return its title in a language, or in English where it has none."""
        return self._in(language).title or self._in(SOURCE_LANGUAGE).title

    def summary(self, language: str) -> str:
        """Return its paragraph in a language, or in English where it has none."""
        return (self._in(language).summary or self._in(SOURCE_LANGUAGE).summary).strip()

    def skill_title(self, skill: str, language: str) -> str:
        """Return what a skill is called; its id where no file says."""
        for words in (self._in(language), self._in(SOURCE_LANGUAGE)):
            section = words.section(skill)
            if section is not None:
                return section.title
        return skill

    def skill_sentence(self, skill: str, language: str) -> str:
        """Return the sentence that says what a skill is; empty where no file says."""
        for words in (self._in(language), self._in(SOURCE_LANGUAGE)):
            section = words.section(skill)
            body = None if section is None else section.find(BODY)
            if body is not None and body.text.strip():
                return body.text.strip()
        return ""

    def _in(self, language: str) -> MarkdownFile:
        return self.words.get(language, self.words[SOURCE_LANGUAGE])


@dataclass(frozen=True)
class CourseReading:
    """What was read of a course.

    Attributes:
        course: The course; None where it has no English words.
        faults: What is wrong with its files.
    """

    course: Course | None
    faults: tuple[Fault, ...] = field(default=())


def read_course(files: LessonFiles, course_id: str) -> CourseReading:
    """Read the words of a course: ``# Title``, a paragraph, ``## skill-id: Title`` and a sentence.

    Args:
        files: What lies in the course's folder beside its lessons.
        course_id: The folder's name.
    """
    words: dict[str, MarkdownFile] = {}
    found: list[Fault] = []
    try:
        names = files.names()
    except OSError:
        names = []
    for name in dict.fromkeys((f"{SOURCE_LANGUAGE}.md", *names)):
        match = _WORDS_FILE.fullmatch(name)
        if match is None:
            continue
        faults = FaultList(name)
        try:
            words[match[1]] = read_parts(files.text(name), faults)
        except EngineError as error:
            faults.pass_on(error, 0)
        found += faults.faults
    if SOURCE_LANGUAGE not in words:
        return CourseReading(None, tuple(found))
    course = Course(course_id, words)
    for file in words.values():
        found += _skill_faults(course, file)
    return CourseReading(course, tuple(found))


def _skill_faults(course: Course, file: MarkdownFile) -> tuple[Fault, ...]:
    faults = FaultList(file.file)
    own = {section.id for section in file.sections}
    if lacking := [skill for skill in course.skills if skill not in own]:
        faults.refuse(
            "lesson_skills_lack",
            f"Skills that the English file has are missing here: {listed(lacking)}.",
            at=0,
            is_warning=True,
            names=listed(lacking),
        )
    for section in file.sections:
        if section.id not in course.skills:
            faults.refuse(
                "lesson_skill_more",
                f"The English file has no skill “{quote(section.id)}”.",
                at=section.line,
                is_warning=True,
                name=section.id,
            )
        body = section.find(BODY)
        if body is None or not body.text.strip():
            faults.refuse(
                "lesson_skill_bare",
                f"One sentence is to say what the skill “{quote(section.id)}” is.",
                at=section.line,
                is_warning=True,
                name=section.id,
            )
    return faults.faults
