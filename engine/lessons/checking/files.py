"""Whether a lesson's folder holds what the lesson names, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from engine.errors import EngineError
from engine.lessons.fault_list import FaultList
from engine.lessons.faults import Fault
from engine.lessons.files import STRUCTURE, LessonFiles
from engine.lessons.lesson import Condition, Lesson, Step
from engine.lessons.markdown_parts import MarkdownFile
from engine.quoting import quote

_FILE_KEYS = ("file",)
_RECORDED = ".json"
# What may lie beside a lesson without being read by anybody.
_FREE = (".txt", ".license")


def check_files(
    lesson: Lesson, files: LessonFiles, words: Mapping[str, MarkdownFile], faults: FaultList
) -> Iterator[Fault]:
    """Return what is wrong with the files beside the structure and the words.

    Args:
        lesson: The lesson.
        files: Its files.
        words: The parts of its languages' files.
        faults: Those of its structure's file, in which missing files are noted.
    """
    names = files.names()
    named = dict(_named(lesson))
    for name, step in named.items():
        if name not in names:
            _refuse_missing(name, step, names, faults)
    texts = [
        part.text for file in words.values() for section in file.sections for part in section.parts
    ]
    for name in names:
        if name in {STRUCTURE, *(file.file for file in words.values())} or name.endswith(_FREE):
            continue
        own = FaultList(name)
        if name not in named and not any(f"({name}" in text for text in texts):
            own.refuse(
                "lesson_stray_file",
                "No step and no picture names this file.",
                at=0,
                is_warning=True,
            )
        if name.endswith(_RECORDED):
            _check_json(name, files, own)
        yield from own.faults


def _named(lesson: Lesson) -> Iterator[tuple[str, Step]]:
    """Return the files that steps open, with the first step that does."""
    for step in reversed(lesson.steps):
        yield from ((compared, step) for compared in _compared(step.wait))
        if step.opening is not None:
            for key in _FILE_KEYS:
                name = step.opening.state.get(key)
                if isinstance(name, str):
                    yield name, step


def _compared(condition: Condition | None) -> Iterator[str]:
    """Return the files with whose graphs a condition compares what is shown."""
    if condition is not None:
        if "file" in condition.arguments:
            yield condition.arguments["file"]
        for part in condition.parts:
            yield from _compared(part)


def _refuse_missing(name: str, step: Step, names: list[str], faults: FaultList) -> None:
    assert step.opening is not None
    near = faults.near(name, names)
    if near:
        faults.refuse(
            "lesson_no_file_near",
            f"There is no file “{quote(name)}” in the lesson’s folder; did you mean "
            f"“{quote(near)}”?",
            at=step.opening.line,
            name=name,
            near=near,
        )
    else:
        faults.refuse(
            "lesson_no_file",
            f"There is no file “{quote(name)}” in the lesson’s folder.",
            at=step.opening.line,
            name=name,
        )


def _check_json(name: str, files: LessonFiles, faults: FaultList) -> None:
    try:
        json.loads(files.text(name))
    except EngineError as error:
        faults.pass_on(error, 0)
    except RecursionError:
        faults.refuse("lesson_json", "This is no JSON: it is nested too deeply.", at=1)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        faults.refuse("lesson_json", "This is no JSON.", at=line)
