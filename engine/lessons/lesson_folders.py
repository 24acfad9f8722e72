"""Lessons on the disk: one folder each, in folders of courses or alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.lessons.checking.library import Library
from engine.lessons.faults import Fault
from engine.lessons.files import STRUCTURE, FolderFiles
from engine.lessons.reader import read_lesson
from engine.lessons.syllabus import name_without_number, read_course


@dataclass(frozen=True)
class LessonFolders:
    """What was found below a folder.

    Attributes:
        lessons: The folders of lessons by their ids, in order.
        library: What they may name of each other; None where there is no course beside them.
        course_faults: The folders of courses with what is wrong with their words.
    """

    lessons: dict[str, Path]
    library: Library | None
    course_faults: tuple[tuple[Path, tuple[Fault, ...]], ...]


def find_folders(folder: Path) -> LessonFolders:
    """Look for lessons: the folder itself, those in it, or those in the courses in it.

    A lesson in a course's folder may name what stands in the courses beside its own.
    """
    if _is_lesson(folder):
        courses = _courses(folder.resolve().parent.parent)
        library, _ = _library(courses)
        return LessonFolders({name_without_number(folder.resolve().name): folder}, library, ())
    own = _lessons(folder)
    if own:
        library, faults = _library(_courses(folder.resolve().parent))
        known = tuple(pair for pair in faults if pair[0] == folder.resolve())
        return LessonFolders(own, library, tuple((folder, found) for _, found in known))
    courses = _courses(folder)
    library, faults = _library(courses)
    lessons = {name: path for course in courses for name, path in _lessons(course).items()}
    return LessonFolders(lessons, library, faults)


def _is_lesson(folder: Path) -> bool:
    return (folder / STRUCTURE).is_file()


def _lessons(folder: Path) -> dict[str, Path]:
    return {name_without_number(path.name): path for path in _folders(folder) if _is_lesson(path)}


def _courses(folder: Path) -> list[Path]:
    """Return the folders of courses in a folder: those with words of their own and with lessons."""
    return [path for path in _folders(folder) if (path / "en.md").is_file() and _lessons(path)]


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:
        return []


def _library(
    courses: list[Path],
) -> tuple[Library | None, tuple[tuple[Path, tuple[Fault, ...]], ...]]:
    if not courses:
        return None, ()
    readings = [(path, read_course(FolderFiles(path), path.name)) for path in courses]
    skills = {
        skill for _, found in readings if found.course is not None for skill in found.course.skills
    }
    lessons = {name: path for course in courses for name, path in _lessons(course).items()}
    read = (read_lesson(FolderFiles(path), name).lesson for name, path in lessons.items())
    trained = {skill for lesson in read if lesson is not None for skill in lesson.skills}
    library = Library(frozenset(lessons), frozenset(skills), frozenset(trained))
    return library, tuple((path, found.faults) for path, found in readings)
