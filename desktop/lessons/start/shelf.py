"""What stands on the shelf: every lesson with its progress, and what the start page shows of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.foundation.translation import current_language
from desktop.lessons.keeping.library import Library, Source
from desktop.lessons.keeping.store import ProgressStore
from desktop.lessons.views.lesson_button import LessonCard, LessonState
from desktop.lessons.views.start_page import CourseCard, SkillCard, StartContents
from engine.errors import EngineError
from engine.lessons.lesson import Lesson
from engine.lessons.mastery import SkillState, due_skills
from engine.lessons.progress import LessonProgress
from engine.lessons.reader import read_lesson
from engine.lessons.review import states_of
from engine.lessons.sitting import path
from engine.lessons.syllabus import Course, read_course
from engine.lessons.words import lesson_summary, lesson_title


@dataclass(frozen=True)
class ShelvedLesson:
    """A lesson with how far somebody is in it.

    Attributes:
        source: Where it is.
        lesson: The lesson.
        progress: What was done.
    """

    source: Source
    lesson: Lesson
    progress: LessonProgress

    __hash__ = None  # type: ignore[assignment]  # progress cannot be hashed


@dataclass(frozen=True)
class Shelf:
    """All lessons that can be played, by course.

    Attributes:
        courses: The courses, in order.
        lessons: The lessons of all courses and those that somebody has opened, in order.
    """

    courses: tuple[Course, ...]
    lessons: tuple[ShelvedLesson, ...]

    __hash__ = None  # type: ignore[assignment]  # progress cannot be hashed

    def find(self, name: str) -> ShelvedLesson | None:
        """Return a lesson by its key or its identifier."""
        found = (each for each in self.lessons if name in (each.source.key, each.lesson.id))
        return next(found, None)

    def with_progress(self, key: str, progress: LessonProgress) -> Shelf:
        """Return the shelf with other progress of one lesson."""
        lessons = tuple(
            replace(each, progress=progress) if each.source.key == key else each
            for each in self.lessons
        )
        return replace(self, lessons=lessons)

    def following(self, lesson_id: str, wanted: str = "") -> ShelvedLesson | None:
        """Return the lesson that follows another: the one it names, or the next of the shelf."""
        if wanted and (named := self.find(wanted)) is not None:
            return named
        ids = [each.lesson.id for each in self.lessons]
        place = ids.index(lesson_id) + 1 if lesson_id in ids else len(ids)
        return self.lessons[place] if place < len(ids) else None

    @property
    def states(self) -> Mapping[str, SkillState]:
        """How far somebody is with each skill."""
        progresses = {each.lesson.id: each.progress for each in self.lessons}
        return states_of([each.lesson for each in self.lessons], progresses)

    def skill_title(self, skill: str) -> str:
        """Return what a skill is called, its own name where no course tells."""
        language = current_language()
        known = next((course for course in self.courses if skill in course.skills), None)
        return skill if known is None else known.skill_title(skill, language)


def read_shelf(library: Library, store: ProgressStore) -> Iterator[Shelf | None]:
    """Read all lessons, a few at a time; the last of what is yielded is the shelf.

    A lesson that cannot be played is left out: whoever opens it is told why.
    """
    courses, lessons = [], []
    progresses = dict(store.load_all())
    for name in library.courses():
        course = read_course(library.course_files(name), name).course
        if course is not None:
            courses.append(course)
        yield None
    for source in library.all():
        try:
            reading = read_lesson(source.files(), source.id)
        except EngineError:
            continue
        if reading.lesson is not None and reading.is_sound:
            progress = progresses.get(source.key, LessonProgress(source.id))
            lessons.append(ShelvedLesson(source, reading.lesson, progress))
        yield None
    yield Shelf(tuple(courses), tuple(lessons))


def start_contents(shelf: Shelf, now: float, own_title: str) -> StartContents:
    """Return what the start page shows, in the language in force.

    Args:
        shelf: The lessons.
        now: The time, in seconds since 1970.
        own_title: What the lessons are called that somebody has opened.
    """
    language = current_language()
    states = shelf.states
    cards = [
        CourseCard(
            course.title(language),
            course.summary(language),
            tuple(lesson_card(shelf, each) for each in shelf.lessons if _is_of(each, course)),
        )
        for course in shelf.courses
    ]
    own = tuple(lesson_card(shelf, each) for each in shelf.lessons if each.source.path)
    if own:
        cards.append(CourseCard(own_title, "", own))
    begun = [each for each in shelf.lessons if each.progress.current is not None]
    latest = max(begun, key=_last_seen, default=None)
    reached = [state.skill for state in states.values() if state.is_reached]
    return StartContents(
        courses=tuple(card for card in cards if card.lessons),
        going_on=None if latest is None else lesson_card(shelf, latest),
        due=tuple(_skill_card(shelf, state.skill) for state in due_skills(states, now)),
        reached=tuple(_skill_card(shelf, skill) for skill in reached),
        is_first_visit=not any(each.progress.sittings for each in shelf.lessons),
    )


def lesson_card(shelf: Shelf, each: ShelvedLesson) -> LessonCard:
    """Return a lesson as it is listed."""
    lesson, language = each.lesson, current_language()
    current = each.progress.current
    steps = [step for step in lesson.steps if not step.is_detour]
    here = 0
    if current is not None:
        order = path(lesson, current)
        here = order.index(current.step) + 1 if current.step in order else 1
    is_done = any(sitting.ended for sitting in each.progress.sittings if not sitting.is_review)
    state = LessonState.BEGUN if current else LessonState.DONE if is_done else LessonState.NEW
    return LessonCard(
        id=each.source.key,
        title=lesson_title(lesson, language),
        summary=lesson_summary(lesson, language),
        skills=tuple(shelf.skill_title(skill) for skill in lesson.skills),
        minutes=lesson.minutes,
        state=state,
        here=here,
        steps=len(steps),
    )


def _last_seen(each: ShelvedLesson) -> float:
    current = each.progress.current
    assert current is not None, "only those that were begun are asked"
    finished = [record.finished for record in current.records.values()]
    given = [one.at for record in current.records.values() for one in record.given]
    return max([current.started, *finished, *given])


def _is_of(each: ShelvedLesson, course: Course) -> bool:
    return each.source.course == course.id


def _skill_card(shelf: Shelf, skill: str) -> SkillCard:
    language = current_language()
    known = next((course for course in shelf.courses if skill in course.skills), None)
    if known is None:
        return SkillCard(skill)
    return SkillCard(known.skill_title(skill, language), known.skill_sentence(skill, language))
