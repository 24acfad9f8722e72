"""Checking a lesson: everything that can be told of it without playing it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.languages.catalog import SOURCE_LANGUAGE
from engine.lessons.checking.drawn_numbers import check_numbers
from engine.lessons.checking.files import check_files
from engine.lessons.checking.interface import check_interface, installed_texts
from engine.lessons.checking.library import Library, check_library
from engine.lessons.checking.names import check_blanks, check_names
from engine.lessons.checking.openings import check_openings
from engine.lessons.checking.signs import Signs
from engine.lessons.checking.words import check_words
from engine.lessons.fault_list import FaultList
from engine.lessons.faults import Fault
from engine.lessons.files import STRUCTURE, LessonFiles
from engine.lessons.reader import read_lesson


def check_lesson(
    files: LessonFiles, lesson_id: str, library: Library | None = None
) -> tuple[Fault, ...]:
    """Return everything that is wrong with a lesson's files, by file and line.

    It reads them, compares the languages, looks up every name, draws the numbers of sixty seeds,
    and compares the course's own numbers with the computed ones. It raises nothing.

    Args:
        files: The lesson's files.
        lesson_id: The name that it is known by.
        library: The lessons and skills that it may name; None where they are not known.

    Returns:
        The faults, causes first; those that are warnings leave a lesson that can be played.
    """
    *_, faults = checking_lesson(files, lesson_id, library)
    assert faults is not None, "the last of what is yielded are the faults"
    return faults


def checking_lesson(
    files: LessonFiles, lesson_id: str, library: Library | None = None
) -> Iterator[tuple[Fault, ...] | None]:
    """Check as `check_lesson` does; the arguments are the same.

    Yields:
        None now and then, where the check may be given up; at last the faults.
    """
    reading = read_lesson(files, lesson_id)
    yield None
    lesson = reading.lesson
    if lesson is None:
        yield reading.faults
        return
    faults = FaultList(STRUCTURE)
    check_names(lesson, faults, reading.line_of)
    if not any(not fault.is_warning for fault in faults.faults):
        check_openings(lesson, files, faults, reading.line_of)
    found = list(reading.faults)
    interface = installed_texts()
    english, signs = reading.words[SOURCE_LANGUAGE], Signs(lesson)
    for file in reading.words.values():
        own = FaultList(file.file)
        check_blanks(lesson, file, own)
        check_interface(file, interface, own)
        found += [*check_words(lesson, file, english, files.names(), signs), *own.faults]
    found += check_files(lesson, files, reading.words, faults)
    found += check_library(lesson, reading.words, faults, library, reading.line_of_key)
    # What is wrong with a name or a key is told once, and not again with every draw.
    if not any(not fault.is_warning for fault in (*reading.faults, *faults.faults)):
        yield from check_numbers(lesson, faults, reading.line_of)
    found += faults.faults
    unique = {(fault.file, fault.line, fault.sentence): fault for fault in found}
    yield tuple(sorted(unique.values(), key=lambda fault: fault.order))
