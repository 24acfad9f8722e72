"""The part ``lesson mark``: a class's results, marked again."""

from __future__ import annotations

import csv
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.command_line.tables import table
from engine.errors import EngineError
from engine.languages.catalog import SOURCE_LANGUAGE
from engine.lessons.class_report import (
    MarkedResult,
    QuestionMark,
    QuestionSummary,
    Sign,
    mark_result,
    summaries,
)
from engine.lessons.files import STRUCTURE, FolderFiles
from engine.lessons.lesson import Lesson
from engine.lessons.lesson_folders import find_folders
from engine.lessons.reader import read_lesson
from engine.lessons.result import SUFFIX, LessonResult, read_result_file
from engine.quoting import brief, listed, quote

_LEGEND = """\
✓ right   ✗ wrong   ⚠ nothing of it could be read   • for you to look at   – nothing answered
After a sign stand the tries if there were several, h for hints and s for a shown solution."""

_DESCRIPTION = f"""\
Mark the results that students hand in. A file holds answers and no marks: they are computed here,
by the lesson as it is in FOLDER and the numbers that the file's seed draws. It is no protection
against edited answers.

{_LEGEND}

examples:
  python -m engine lesson mark results/*{SUFFIX} --lessons lessons
  python -m engine lesson mark results/*{SUFFIX} --lessons lessons --csv > marks.csv"""

# Where nothing can be marked, so many files say why.
_CAUSES = 5
_COLUMNS = (
    "file", "name", "lesson", "lesson_changed", "step", "step_changed", "kind", "mark", "tries",
    "right_at_first_try", "hints", "shown", "seconds", "slips", "answer",
)  # fmt: skip
# Of slips that equally many made, so many are told.
_MOST_SLIPS = 3
_WORDS = {
    Sign.RIGHT: "right",
    Sign.WRONG: "wrong",
    Sign.UNREADABLE: "unreadable",
    Sign.FOR_A_PERSON: "look",
    Sign.NOTHING: "nothing",
}
# What a spreadsheet takes for the beginning of a formula.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class _Handed:
    """A file that was handed in, with its marks."""

    file: str
    marked: MarkedResult

    __hash__ = None  # type: ignore[assignment]  # its result cannot be hashed

    @property
    def name(self) -> str:
        return self.marked.result.name.strip() or "(no name)"

    @property
    def who(self) -> str:
        return f"{quote(self.file)} ({brief(self.name)})"


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help=f"results, *{SUFFIX}")
    parser.add_argument(
        "--lessons",
        required=True,
        metavar="FOLDER",
        help="a lesson, a course, or a folder of courses",
    )
    parser.add_argument(
        "--csv", action="store_true", help="print a row for each student and question instead"
    )


def _run(arguments: Namespace) -> str:
    lessons = _Lessons(Path(arguments.lessons.strip()))
    handed: list[_Handed] = []
    left_out: dict[str, str] = {}
    for text in arguments.files:
        path = Path(text.strip())
        try:
            result = read_result_file(path)
            handed.append(_Handed(path.name, mark_result(result, lessons.of(result))))
        except EngineError as error:
            left_out[path.name] = error.sentence
    notes = [f"{quote(name)} was left out: {cause}" for name, cause in left_out.items()]
    if not handed:
        told = "\n".join(notes[:_CAUSES])
        raise CommandLineError("no_results", f"None of the files can be marked.\n{told}")
    handed.sort(key=lambda item: (item.marked.result.lesson, item.name.casefold(), item.file))
    if arguments.csv:
        return _as_csv(handed, left_out)
    return _as_text(handed, lessons, [*notes, *_notes(handed)])


RECORDS = (
    Subcommand(
        "mark",
        "Mark the results of a class, and tell its commonest slips.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


class _Lessons:
    """The lessons in a folder, each read when a result needs it."""

    def __init__(self, folder: Path) -> None:
        """Look for lessons.

        Raises:
            CommandLineError: There are none.
        """
        self._folder = folder
        self._folders = find_folders(folder).lessons
        if not self._folders:
            raise CommandLineError(
                "no_lesson_here",
                f"There is no lesson in “{quote(str(folder))}”: no {STRUCTURE}.",
                name=str(folder),
            )
        self._read: dict[str, Lesson] = {}

    def of(self, result: LessonResult) -> Lesson:
        """Return the lesson of a result.

        Raises:
            CommandLineError: It is not in the folder, or cannot be read.
        """
        name = result.lesson
        if name not in self._read:
            if name not in self._folders:
                raise CommandLineError(
                    "no_lesson",
                    f"The lesson “{quote(name)}” is not in “{quote(str(self._folder))}”; there "
                    f"are: {listed(self._folders)}.",
                )
            reading = read_lesson(FolderFiles(self._folders[name]), name)
            if reading.lesson is None:
                first = reading.faults[0]
                raise CommandLineError(
                    "lesson_faulty", f"The lesson “{quote(name)}” cannot be read: {first}"
                )
            self._read[name] = reading.lesson
        return self._read[name]


def _as_csv(handed: Sequence[_Handed], left_out: Mapping[str, str]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for item in handed:
        for question in item.marked.questions:
            writer.writerow(_csv_row(item, question))
    for name, cause in left_out.items():
        cells = {"file": _cell(name), "mark": "left out", "answer": _cell(cause)}
        writer.writerow([cells.get(column, "") for column in _COLUMNS])
    return text.getvalue().rstrip("\n")


def _csv_row(item: _Handed, question: QuestionMark) -> list[object]:
    return [
        _cell(item.file),
        _cell(item.name),
        _cell(item.marked.result.lesson),
        int(item.marked.is_other_revision),
        question.step,
        int(question.is_changed),
        question.kind,
        _WORDS[question.sign],
        question.tries,
        int(question.is_first_right),
        question.hints,
        question.shown,
        round(question.seconds),
        " ".join(question.slips),
        _cell(question.answer),
    ]


def _cell(text: str) -> str:
    """Return a text of people so that no spreadsheet takes it for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_FORMULA_SIGNS) and len(line) > 1 else line


def _as_text(handed: Sequence[_Handed], lessons: _Lessons, notes: Sequence[str]) -> str:
    lines: list[str] = []
    for name in dict.fromkeys(item.marked.result.lesson for item in handed):
        own = [item for item in handed if item.marked.result.lesson == name]
        lines += [*_lesson_lines(lessons.of(own[0].marked.result), own), ""]
    lines += [*_LEGEND.splitlines(), ""]
    if notes:
        lines += ["To look at:", *(f"  {note}" for note in notes)]
    return "\n".join(lines).rstrip("\n")


def _lesson_lines(lesson: Lesson, handed: Sequence[_Handed]) -> Iterator[str]:
    count = len(handed)
    title = lesson.words[SOURCE_LANGUAGE].title
    yield f"{title} ({lesson.id}): {count} {'result' if count == 1 else 'results'}"
    yield ""
    found = summaries(lesson, [item.marked for item in handed])
    steps = [item.step for item in found]
    rows = [("name", *steps, "right", "first try", "minutes")]
    rows += [_student_row(item, steps) for item in handed]
    yield from table(rows)
    yield ""
    yield from table([_HEAD, *(_question_row(lesson, item) for item in found)])
    written = [
        f"  {step}, {quote(item.name)}: {text}" for item in handed for step, text in _texts(item)
    ]
    if written:
        yield from ("", "Written answers:", *written)


_HEAD = ("question", *(sign.value for sign in Sign), "first try", "commonest slip", "title")


def _student_row(item: _Handed, steps: Sequence[str]) -> tuple[str, ...]:
    by_step = {question.step: question for question in item.marked.questions}
    cells = (_mark_text(by_step[step]) if step in by_step else "" for step in steps)
    asked = [question for question in by_step.values() if question.kind not in _UNMARKED]
    seconds = sum(step.seconds for step in item.marked.result.steps.values())
    return (
        brief(item.name),
        *cells,
        f"{item.marked.right}/{len(asked)}",
        f"{item.marked.first_right}/{len(asked)}",
        f"{seconds / 60:.0f}",
    )


_UNMARKED = ("text", "estimate")


def _mark_text(question: QuestionMark) -> str:
    tries = str(question.tries) if question.tries > 1 else ""
    return question.sign.value + tries + "h" * bool(question.hints) + "s" * bool(question.shown)


def _question_row(lesson: Lesson, item: QuestionSummary) -> tuple[str, ...]:
    counts = (str(item.counts[sign]) if item.counts[sign] else "" for sign in Sign)
    is_marked = item.tried > item.counts[Sign.FOR_A_PERSON]
    first = f"{item.first_right} of {item.tried}" if is_marked else ""
    title = lesson.words[SOURCE_LANGUAGE].steps[item.step].title
    return (item.step, *counts, first, slip_text(item), quote(title))


def slip_text(item: QuestionSummary) -> str:
    """Return the slips that most people made, with how many did."""
    most = item.slips[0][1] if item.slips else 0
    commonest = [f"{name} ({count})" for name, count in item.slips if count == most]
    return ", ".join(commonest[:_MOST_SLIPS] + ["…"] * (len(commonest) > _MOST_SLIPS))


def _texts(item: _Handed) -> list[tuple[str, str]]:
    return [
        (question.step, quote(question.answer, 200))
        for question in item.marked.questions
        if question.kind == "text" and question.answer
    ]


def _notes(handed: Sequence[_Handed]) -> Iterator[str]:
    """Yield what a lecturer should know before trusting a mark."""
    for item in handed:
        yield from (f"{item.who}: {note}" for note in _notes_of(item))
    drawn = [item for item in handed if not item.marked.result.is_first]
    yield from _alike(handed, "has the same name and lesson", _person)
    # Who hands in twice is told of already.
    people = {(item.marked.result.lesson, _person(item)): item for item in drawn}
    yield from _alike([*people.values()], "has the same numbers, which is no chance", _seed)
    given = dict.fromkeys(item.name for item in handed if item.marked.result.is_first)
    if given:
        yield f"The course's own numbers, which are everybody's first ones: {listed(given)}."
    chance = dict.fromkeys(item.name for item in drawn if not item.marked.is_own_seed)
    # In a class that draws by name whoever did not stands out; in another one nobody does.
    if chance and len(chance) < len({item.name for item in drawn}):
        yield f"Numbers that chance has drawn, and not the name: {listed(chance)}."


def _person(item: _Handed) -> str:
    return item.name.casefold()


def _seed(item: _Handed) -> str:
    return str(item.marked.result.seed)


def _notes_of(item: _Handed) -> Iterator[str]:
    result, questions = item.marked.result, item.marked.questions
    if item.marked.is_other_revision:
        changed = [question.step for question in questions if question.is_changed]
        tail = f"; changed since: {', '.join(changed)}" if changed else ""
        yield f"made with another revision of “{quote(result.lesson)}”{tail}."
    if item.marked.gone:
        yield f"answers to steps that are gone: {listed(item.marked.gone)}."
    if not result.ended:
        yield "the end of the lesson was not reached."


def _alike(handed: Sequence[_Handed], what: str, key_of: Callable[[_Handed], str]) -> Iterator[str]:
    """Yield a note for each file that is like an earlier one of the same lesson."""
    seen: dict[tuple[str, str], _Handed] = {}
    for item in handed:
        key = (item.marked.result.lesson, key_of(item))
        if key in seen:
            yield f"{item.who}: {seen[key].who} {what}."
        seen.setdefault(key, item)
