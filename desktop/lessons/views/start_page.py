"""Where lessons begin: what to go on with, what is due, the courses, and what is reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.lessons.views.lesson_button import LessonButton, LessonCard
from desktop.lessons.views.roving_focus import RovingFocus
from desktop.widgets.panels.card import Card
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.text_label import text_label

_MARGIN_PX, _GAP_PX = 5, 12


@dataclass(frozen=True, slots=True)
class CourseCard:
    """A course as it is listed.

    Attributes:
        title: Its title.
        summary: One paragraph.
        lessons: Its lessons in order.
    """

    title: str
    summary: str
    lessons: tuple[LessonCard, ...]


@dataclass(frozen=True, slots=True)
class SkillCard:
    """A skill as it is listed: its title, and a sentence that says what one can do then."""

    title: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class StartContents:
    """What the start page shows.

    Attributes:
        courses: The courses in order.
        going_on: The lesson that was begun last and is not done, or None.
        due: The skills that are due for review.
        reached: The skills that were reached.
        is_first_visit: Whether nothing was ever begun: the tour is offered beside the laboratory.
    """

    courses: tuple[CourseCard, ...] = ()
    going_on: LessonCard | None = None
    due: tuple[SkillCard, ...] = ()
    reached: tuple[SkillCard, ...] = ()
    is_first_visit: bool = False


class StartPage(QScrollArea):
    """The list of lessons, with what is best done next above it.

    Signals:
        lesson_wanted(lesson_id: str): A lesson is to be opened, where it was left.
        review_wanted(): What is due is to be asked again.
        tour_wanted(): The three-minute tour is to begin.
        look_around_wanted(): No lesson is wanted now.
    """

    lesson_wanted = Signal(str)
    review_wanted = Signal()
    tour_wanted = Signal()
    look_around_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._lessons: list[LessonButton] = []
        self._buttons: dict[str, QPushButton] = {}
        self._content: QWidget | None = None
        self._contents: StartContents | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Lessons"))
        theme_notifier().follow(self.updateGeometry)

    @property
    def lesson_buttons(self) -> Sequence[LessonButton]:
        """The lessons in the order in which they are listed."""
        return tuple(self._lessons)

    @property
    def buttons(self) -> dict[str, QPushButton]:
        """The other buttons, by what they do: tour, look_around, go_on, review."""
        return self._buttons

    def show_contents(self, contents: StartContents) -> None:
        """Show other contents; where the page was scrolled to stays."""
        if contents == self._contents:
            return
        self._contents = contents
        place = self.verticalScrollBar().value()
        self._lessons, self._buttons = [], {}
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(*(theme().px(_MARGIN_PX),) * 4)
        column.setSpacing(theme().px(_GAP_PX))
        for part in self._parts(contents):
            column.addWidget(part)
        column.addStretch(1)
        # Qt deletes what stood there before.
        self.setWidget(self._content)
        self.verticalScrollBar().setValue(place)

    def take_focus(self) -> None:
        """Give the keys to what is best done next."""
        first = next(iter(self._buttons.values()), None) or next(iter(self._lessons), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        """Return the size of a column."""
        return QSize(theme().px(340), theme().px(600))

    def _parts(self, contents: StartContents) -> list[QWidget]:
        parts: list[QWidget] = []
        if contents.is_first_visit:
            parts.append(self._welcome())
        if contents.going_on is not None:
            parts.append(self._going_on(contents.going_on))
        if contents.due:
            parts.append(self._due(contents.due))
        parts += [self._course(course) for course in contents.courses]
        if contents.reached:
            parts.append(self._reached(contents.reached))
        return parts

    def _welcome(self) -> Card:
        card = Card(self.tr("Welcome"), self._content)
        card.add(
            self._text(
                self.tr(
                    "Learn how neural networks learn, by building, watching and predicting. "
                    "Every lesson happens in the laboratory beside it."
                )
            )
        )
        tour = self._button(
            "tour",
            self.tr("Begin with the first lesson"),
            self.tr("See in three minutes what can be done here, and do it"),
            is_primary=True,
        )
        tour.clicked.connect(lambda _=False: self.tour_wanted.emit())
        around = self._button(
            "look_around",
            self.tr("Look around"),
            self.tr("Begin without a lesson; they wait behind Learn"),
        )
        around.clicked.connect(lambda _=False: self.look_around_wanted.emit())
        flow = FlowLayout()
        flow.addWidget(tour)
        flow.addWidget(around)
        card.add(flow)
        return card

    def _going_on(self, lesson: LessonCard) -> Card:
        card = Card(self.tr("Continue where you were"), self._content)
        card.add(self._text(lesson.title))
        if lesson.steps:
            where = filled(self.tr("Step {0} of {1}"), lesson.here, lesson.steps)
            card.add(self._text(where, "muted"))
        button = self._button(
            "go_on",
            self.tr("Continue"),
            filled(self.tr("Go on with “{0}”"), lesson.title),
            is_primary=True,
        )
        button.clicked.connect(lambda _=False: self.lesson_wanted.emit(lesson.id))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _due(self, skills: Sequence[SkillCard]) -> Card:
        pattern = self.tr("{0} skills are due for review")
        title = (
            self.tr("One skill is due for review")
            if len(skills) == 1
            else filled(pattern, len(skills))
        )
        card = Card(title, self._content)
        card.add(self._text(" · ".join(skill.title for skill in skills)))
        button = self._button(
            "review", self.tr("Review"), self.tr("Answer these questions again, with new numbers")
        )
        button.clicked.connect(lambda _=False: self.review_wanted.emit())
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _course(self, course: CourseCard) -> Section:
        section = Section(course.title, self._content)
        if course.summary:
            section.add(self._text(course.summary, "muted"))
        rows = QVBoxLayout()
        rows.setSpacing(theme().px(2))
        members = []
        for lesson in course.lessons:
            button = LessonButton(lesson, section)
            button.clicked.connect(lambda _=False, id_=lesson.id: self.lesson_wanted.emit(id_))
            rows.addWidget(button)
            members.append(button)
        section.add(rows)
        self._lessons += members
        RovingFocus(section).set_members(members)
        return section

    def _reached(self, skills: Sequence[SkillCard]) -> Section:
        title = filled(self.tr("Reached: {0}"), len(skills))
        section = Section(title, self._content)
        for skill in skills:
            text = f"{skill.title}: {skill.sentence}" if skill.sentence else skill.title
            section.add(self._text(f"✓ {text}"))
        return section

    def _text(self, text: str, kind: str = "") -> QWidget:
        label = text_label(self._content or self, kind)
        label.setText(text)
        return label

    def _button(self, name: str, text: str, tip: str, *, is_primary: bool = False) -> QPushButton:
        button = QPushButton(text, self._content)
        button.setAutoDefault(True)
        if is_primary:
            button.setProperty("kind", "primary")
        explain(button, None, tip)
        self._buttons[name] = button
        return button
