"""Opening a lesson: reading its files and its progress on a thread, and what comes of that."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.lessons.keeping.library import Source
from desktop.lessons.keeping.store import ProgressStore
from desktop.lessons.scene.step_scene import Kept
from engine.errors import EngineError
from engine.lessons.draws import drawing_facts
from engine.lessons.facts import Fact
from engine.lessons.faults import Fault
from engine.lessons.files import LessonFiles
from engine.lessons.lesson import Lesson
from engine.lessons.progress import LessonProgress
from engine.lessons.reader import read_lesson
from engine.lessons.sitting import Sitting, begin, matched, salt_of, seed_of

_LARGEST_SEED = 2**31


@dataclass(frozen=True)
class Opened:
    """A lesson that was read, to be played or not.

    Attributes:
        source: Where it is.
        files: Its files.
        lesson: The lesson; None where there is nothing to play.
        faults: What is wrong with it.
        progress: What was done in it.
        sitting: The sitting to be played: the one that was begun, or a new one.
        kept: What is remembered of the very place in it.
        numbers: The numbers of the lesson, by the salt of the draw.
        trouble: Why its progress could not be read.
    """

    source: Source
    files: LessonFiles
    lesson: Lesson | None
    faults: tuple[Fault, ...]
    progress: LessonProgress
    sitting: Sitting | None = None
    kept: Kept | None = None
    numbers: dict[str, Mapping[str, Fact]] | None = None
    trouble: EngineError | None = None

    __hash__ = None  # type: ignore[assignment]  # its numbers cannot be hashed

    @property
    def is_playable(self) -> bool:
        """Whether it can be played."""
        return self.lesson is not None and all(fault.is_warning for fault in self.faults)


@dataclass(frozen=True, slots=True)
class Wish:
    """How a lesson is to be opened.

    Attributes:
        is_anew: Whether a new sitting is begun, though one can be gone on with.
        seed: The seed of a new sitting; None for one that chance chooses.
        is_first: Whether a new sitting has the course's numbers; None where that depends on
            whether the lesson is new.
        chosen: The steps of a review; none for the whole lesson.
        name: Under which name is handed in: a new sitting has its numbers, until one is done.
    """

    is_anew: bool = False
    seed: int | None = None
    is_first: bool | None = None
    chosen: tuple[str, ...] = ()
    name: str = ""


def open_lesson(
    source: Source, store: ProgressStore, wish: Wish, now: float
) -> Iterator[Opened | None]:
    """Read a lesson and what was done in it; the last of what is yielded is the answer.

    Raises:
        FileFormatError: The lesson's files cannot be read at all.
        EngineError: No numbers can be drawn for it.
    """
    files = source.files()
    yield None
    reading = read_lesson(files, source.id)
    yield None
    trouble, progress = None, LessonProgress(source.id)
    try:
        progress = store.load(source.key)
    except EngineError as error:
        trouble = error
    opened = Opened(source, files, reading.lesson, reading.faults, progress, trouble=trouble)
    if reading.lesson is None or not opened.is_playable:
        yield opened
        return
    lesson, kept = reading.lesson, store.load_kept(source.key)
    progress = progress.of_lesson(lesson.id)
    current = None if wish.is_anew else progress.current
    if current is None:
        sitting, kept = begun(lesson, progress, wish, now), None
    else:
        sitting = matched(current, lesson)
    numbers: dict[str, Mapping[str, Fact]] = {}
    for salt in _salts(lesson, sitting):
        for facts in drawing_facts(lesson, sitting.seed, is_first=sitting.is_first, salt=salt):
            # Whoever does not want to wait for the numbers gives up here.
            yield None
            if facts is not None:
                numbers[salt] = facts
    yield Opened(source, files, lesson, reading.faults, progress, sitting, kept, numbers, trouble)


def begun(lesson: Lesson, progress: LessonProgress, wish: Wish, now: float) -> Sitting:
    """Return a new sitting: with the course's numbers at first, and later with fresh ones.

    Who has said a name has the numbers of that name instead, and, once that is done, fresh ones.
    """
    own = seed_of(wish.name, lesson.id) if wish.name else None
    is_done = any(each.ended and each.seed == own for each in progress.sittings)
    if own is not None and not (is_done or wish.chosen) and wish.seed is None:
        return begin(lesson, own, is_first=False, now=now)
    seed = secrets.randbelow(_LARGEST_SEED) if wish.seed is None else wish.seed
    is_first = progress.is_new if wish.is_first is None else wish.is_first
    return begin(lesson, seed, is_first=is_first, now=now, chosen=wish.chosen)


def _salts(lesson: Lesson, sitting: Sitting) -> set[str]:
    """Return the salts of the draws that a sitting needs."""
    turns = [(step, sitting.record_of(step.id).round) for step in lesson.steps]
    return {salt_of(lesson, step, turn) for step, turn in turns} | {""}
