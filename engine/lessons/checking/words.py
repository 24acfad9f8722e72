"""Whether a language's file says what the structure asks for, and the same as the English one."""

from __future__ import annotations

from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.languages.language import Language
from engine.lessons.blanks import BlankKind, blanks
from engine.lessons.checking.markdown import markdown_faults
from engine.lessons.checking.signs import Signs
from engine.lessons.fault_list import FaultList
from engine.lessons.faults import Fault
from engine.lessons.lesson import Lesson, Step
from engine.lessons.markdown_parts import BODY, MarkdownFile, Part, Section
from engine.lessons.questions.catalog import QUESTIONS
from engine.lessons.revision import text_hash
from engine.lessons.structure import engine_slips
from engine.quoting import listed, quote

# What is answered on the page, or by words of one's own, needs no sentence before its field.
_UNSAID = frozenset(("canvas", "text"))
_FEWEST_DIGITS = 4
_HINT = "hint"


def check_words(
    lesson: Lesson, file: MarkdownFile, english: MarkdownFile, names: list[str], signs: Signs
) -> tuple[Fault, ...]:
    """Return what is wrong with a language's file.

    In English everything must be there; another language may lag behind, which is a warning.

    Args:
        lesson: The lesson.
        file: The parts of the language's file.
        english: Those of the English one.
        names: The names of the files in the lesson's folder.
        signs: The signs of its formulas.
    """
    checking = _Words(lesson, file, english, signs)
    checking.check(names)
    return checking.faults.faults


class _Words:
    """The check of one file."""

    def __init__(
        self, lesson: Lesson, file: MarkdownFile, english: MarkdownFile, signs: Signs
    ) -> None:
        self._signs = signs
        self.faults = FaultList(file.file)
        self._lesson = lesson
        self._file = file
        self._english = english
        code = file.file.removesuffix(".md")
        self._lags = code != SOURCE_LANGUAGE
        self._language = LANGUAGES.get(code, LANGUAGES[SOURCE_LANGUAGE])

    def check(self, names: list[str]) -> None:
        self._check_head(names)
        for section in self._file.sections:
            self._check_section(section)
            for part in section.parts:
                self._check_markdown(part.text, part.first_line, names)
        for step in self._lesson.steps:
            words, english = self._file.section(step.id), self._english.section(step.id)
            if words is None:
                self._refuse_no_section(step)
                continue
            self._check_needed(step, words)
            if self._lags and english is not None:
                self._compare(words, english)

    def _check_head(self, names: list[str]) -> None:
        if not self._file.summary.strip():
            self.faults.refuse(
                "lesson_no_summary",
                "A paragraph below the title is to say what the lesson is about.",
                at=1,
                is_warning=self._lags,
            )
        self._check_markdown(self._file.summary, self._file.summary_line, names)

    def _check_section(self, section: Section) -> None:
        ids = [step.id for step in self._lesson.steps]
        if section.id not in ids:
            self._refuse_unknown(section.id, ids, section.line)
            return
        step = self._lesson.step(section.id)
        for kind, known in (("slip", _slips(step)), ("item", _items(step))):
            for part in section.named(kind):
                if part.name not in known:
                    self._refuse_part(part, step, known)
        if step.ask is None:
            for kind in ("ask", "right"):
                unused = section.find(kind)
                if unused is not None:
                    self.faults.refuse(
                        "lesson_part_unused",
                        f"The step “{quote(step.id)}” asks nothing, so that "
                        f"“{quote(unused.heading)}” is "
                        "never seen.",
                        at=unused.line,
                        step=step.id,
                        part=unused.heading,
                    )

    def _refuse_unknown(self, name: str, ids: list[str], line: int) -> None:
        near = self.faults.near(name, ids)
        if near:
            self.faults.refuse(
                "lesson_no_such_step_near",
                f"There is no step “{quote(name)}”; did you mean “{quote(near)}”?",
                at=line,
                name=name,
                near=near,
            )
        else:
            self.faults.refuse(
                "lesson_no_such_step", f"There is no step “{quote(name)}”.", at=line, name=name
            )

    def _refuse_part(self, part: Part, step: Step, known: list[str]) -> None:
        choices = listed(known) or "–"
        self.faults.refuse(
            "lesson_part_unknown",
            f"“{quote(part.heading)}” is for nothing in the step “{quote(step.id)}”; there are: "
            f"{choices}.",
            at=part.line,
            part=part.heading,
            step=step.id,
            choices=choices,
        )

    def _refuse_no_section(self, step: Step) -> None:
        self.faults.refuse(
            "lesson_no_section",
            f"The step “{quote(step.id)}” has no words here: “## {step.id}: Title” is missing.",
            at=0,
            is_warning=self._lags,
            name=step.id,
        )

    def _check_needed(self, step: Step, section: Section) -> None:
        """Note the parts that the structure asks for and that are not there, or say nothing."""
        for kind, name in _needed(step):
            part = section.find(kind, name)
            if part is None or not part.text.strip():
                self._refuse_lacking(section, kind, name)

    def _refuse_lacking(self, section: Section, kind: str, name: str) -> None:
        if kind == BODY:
            self.faults.refuse(
                "lesson_no_body",
                f"The step “{quote(section.id)}” says nothing below its title.",
                at=section.line,
                is_warning=self._lags,
                step=section.id,
            )
            return
        part = f"### {kind} {name}".rstrip()
        self.faults.refuse(
            "lesson_part_lacks",
            f"The step “{quote(section.id)}” lacks “{quote(part)}”.",
            at=section.line,
            is_warning=self._lags,
            step=section.id,
            part=part,
        )

    def _compare(self, section: Section, english: Section) -> None:
        """Note where a translation differs from the English words."""
        count, wanted = len(section.named(_HINT)), len(english.named(_HINT))
        if count != wanted:
            self.faults.refuse(
                "lesson_hints_differ",
                f"The step “{quote(section.id)}” has {count} hints, and in English {wanted}.",
                at=section.line,
                is_warning=True,
                step=section.id,
                found=count,
                wanted=wanted,
            )
        needed = _needed(self._lesson.step(section.id))
        for other in english.parts:
            part = section.find(other.kind, other.name)
            if part is not None:
                self._compare_blanks(part, other)
                self._compare_stamp(part, other)
            elif other.kind != _HINT and (other.kind, other.name) not in needed:
                self._refuse_lacking(section, other.kind, other.name)

    def _compare_blanks(self, part: Part, english: Part) -> None:
        own = _blanks(part, self._language)
        wanted = _blanks(english, LANGUAGES[SOURCE_LANGUAGE])
        if lacking := sorted(wanted - own):
            self.faults.refuse(
                "lesson_blanks_lack",
                f"Here the English words have blanks that these have not: {listed(lacking)}.",
                at=part.line,
                is_warning=True,
                names=listed(lacking),
            )
        if added := sorted(own - wanted):
            self.faults.refuse(
                "lesson_blanks_more",
                f"Here stand blanks that the English words have not: {listed(added)}.",
                at=part.line,
                is_warning=True,
                names=listed(added),
            )

    def _compare_stamp(self, part: Part, english: Part) -> None:
        now = text_hash(english.text)
        if part.stamp and not (len(part.stamp) >= _FEWEST_DIGITS and now.startswith(part.stamp)):
            self.faults.refuse(
                "lesson_stale",
                "This translates older English words; read them again, and then write "
                f"“<!-- of en: {now} -->”.",
                at=part.line,
                is_warning=True,
                stamp=now,
            )

    def _check_markdown(self, text: str, first_line: int, names: list[str]) -> None:
        for found in markdown_faults(text, self._language, names, self._signs.may_be_negative):
            line = first_line + text.count("\n", 0, found.start)
            self.faults.pass_on(found.error, line)


def _needed(step: Step) -> list[tuple[str, str]]:
    """Return the parts that a step's words must have, by kind and name."""
    found = [(BODY, "")]
    if step.ask is not None and step.ask.kind not in _UNSAID:
        found += [("ask", ""), ("right", "")]
    found += [("item", name) for name in _items(step)]
    return found + [("slip", slip.name) for slip in step.slips]


def _items(step: Step) -> list[str]:
    if step.ask is None:
        return []
    return list(QUESTIONS[step.ask.kind].items(step.ask.arguments))


def _slips(step: Step) -> list[str]:
    # The sentence of a slip that the exercises name may be said in the lesson's own words.
    return [*(slip.name for slip in step.slips), *engine_slips(step)]


def _blanks(part: Part, language: Language) -> set[str]:
    """Return what fills the blanks of a part; how a formula is spaced plays no part."""
    return {
        "{" + "".join(blank.text.split()) + "}"
        for blank in blanks(part.text, language)
        if blank.kind is BlankKind.FORMULA
    } | {
        "{ui:" + blank.text + "}"
        for blank in blanks(part.text, language)
        if blank.kind is BlankKind.UI
    }
