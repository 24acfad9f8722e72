"""Whether every name in a lesson's formulas is that of a drawn number or of a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from engine.errors import EngineError, FormulaError
from engine.formula.constants import constant_name
from engine.formula.parser import parse_formula
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.lessons.blanks import BlankKind, blanks
from engine.lessons.conditions.catalog import CONDITIONS
from engine.lessons.fault_list import FaultList
from engine.lessons.formulas import used_names
from engine.lessons.lesson import Command, Condition, Lesson, Slip, Step
from engine.lessons.markdown_parts import MarkdownFile
from engine.lessons.openings import formulas_of
from engine.lessons.questions.catalog import QUESTIONS
from engine.lessons.staging import spaces_of
from engine.lessons.until import UNTIL, until_condition
from engine.lessons.vocabulary.answers import is_answer_fact
from engine.lessons.vocabulary.facts import AT_START, FACT_WORDS, TRIED, find_fact
from engine.lessons.vocabulary.spaces import (
    SPACES,
    known_commands,
    known_hideable,
    known_parts,
    opened_keys,
)
from engine.quoting import quote

# Returns the line of what stands in a step's table, by its id and the keys.
LineOf = Callable[..., int]


def check_names(lesson: Lesson, faults: FaultList, line_of: LineOf) -> None:
    """Note names in the structure that nobody knows.

    Args:
        lesson: The lesson.
        faults: Those of its structure's file.
        line_of: Returns the line of what stands in a step's table.
    """
    spaces = spaces_of(lesson)
    drawn = {*lesson.draw.names, *lesson.draw.lost}
    for condition in lesson.draw.keep:
        for formula, line in _formulas(condition):
            _check_formula(formula, line, drawn, faults, only_drawn=True)
    space = ""
    for step in lesson.steps:
        if step.opening is not None:
            space = step.opening.space
            _check_opening(step, drawn, faults)
        _check_question(step, drawn, faults)
        if step.wait is not None:
            for formula, line in _formulas(step.wait):
                _check_formula(formula, line, drawn, faults)
                _check_shadowed(formula, line, space, drawn, faults)
        _check_solution(step, space, drawn, faults, line_of)
        _check_parts(step, spaces, faults, line_of)
        _check_plot(step, spaces, faults)
        # A solution may lead to another space.
        if any(command.name in {"space", "open_as_graph"} for command in step.solution):
            space = ""


def check_blanks(lesson: Lesson, file: MarkdownFile, faults: FaultList) -> None:
    """Note names in the blanks of a language's file that nobody knows."""
    code = file.file.removesuffix(".md")
    language = LANGUAGES.get(code, LANGUAGES[SOURCE_LANGUAGE])
    drawn = {*lesson.draw.names, *lesson.draw.lost}
    for section in file.sections:
        for part in section.parts:
            for blank in blanks(part.text, language):
                line = part.first_line + part.text.count("\n", 0, blank.start)
                if blank.kind is BlankKind.FORMULA:
                    _check_formula(blank.text, line, drawn, faults, in_words=True)


def _check_opening(step: Step, drawn: set[str], faults: FaultList) -> None:
    opening = step.opening
    assert opening is not None
    if opening.space not in SPACES:
        faults.unlisted(opening.space, list(SPACES), at=opening.line, among="spaces")
    known = SPACES[opening.space].opens if opening.space in SPACES else opened_keys()
    for key in opening.state:
        if key not in known:
            faults.unknown(key, list(known), at=opening.line, place="opening")
    graph = opening.state.get("formula")
    if opening.space == "graph" and isinstance(graph, str):
        try:
            values = opening.state.get("values", {})
            parse_formula(graph, names=list(values) if isinstance(values, Mapping) else ())
        except EngineError as error:
            faults.pass_on(error, opening.line)
    for formula in formulas_of(opening):
        _check_formula(formula, opening.line, drawn, faults)


def _check_plot(step: Step, spaces: tuple[str, ...], faults: FaultList) -> None:
    """Note a plot that takes no points and curves, or is on no page of the lesson."""
    if step.ask is None or step.ask.kind not in {"point", "curve"}:
        return
    plots = [name for space in spaces if space in SPACES for name in SPACES[space].plots]
    on = str(step.ask.arguments.get("on", ""))
    if on not in plots:
        faults.unlisted(on, plots, at=step.ask.line, among="plots")


def _check_shadowed(
    formula: str, line: int, space: str, drawn: set[str], faults: FaultList
) -> None:
    """Note a drawn number in whose place a fact of the space was meant."""
    try:
        names = used_names(formula)
    except FormulaError:
        return
    for name in drawn.intersection(names):
        found = find_fact(name)
        if found is not None and space in found[0].spaces:
            faults.refuse(
                "lesson_name_shadowed",
                f"“{quote(name)}” is a drawn number here, and not the fact “{quote(name)}” of this "
                "space: give the number another name.",
                at=line,
                name=name,
            )


def _check_question(step: Step, drawn: set[str], faults: FaultList) -> None:
    own: set[str] = set()
    if step.ask is not None:
        kind = QUESTIONS[step.ask.kind]
        own = set(kind.own_names(step.ask.arguments))
        for formula in kind.formulas(step.ask.arguments):
            _check_formula(formula, step.ask.line, drawn | own, faults)
        for value in step.ask.arguments.values():
            if isinstance(value, Condition):
                for formula, line in _formulas(value):
                    _check_formula(formula, line, drawn, faults, in_words=True)
    for slip in step.slips:
        _check_slip(slip, drawn, own, faults)


def _check_slip(slip: Slip, drawn: set[str], own: set[str], faults: FaultList) -> None:
    if slip.gives:
        _check_formula(slip.gives, slip.line, drawn | own, faults)
    for formula in slip.by.values():
        _check_formula(formula, slip.line, drawn, faults)
    for condition in slip.when:
        for formula, line in _formulas(condition):
            _check_formula(formula, line, drawn, faults, in_words=True)


def _check_parts(step: Step, spaces: tuple[str, ...], faults: FaultList, line_of: LineOf) -> None:
    """Note what is hidden, shown or pointed at and is on no page of the lesson."""
    parts, hideable = known_parts(spaces), known_hideable(spaces)
    if step.point and step.point not in parts:
        faults.unlisted(step.point, parts, at=line_of(step.id, "point"), among="parts")
    opened = () if step.opening is None else step.opening.hide
    named = [(name, line_of(step.id, key)) for key in _HIDING for name in getattr(step, key)]
    named += [(name, line_of(step.id, "open", "hide")) for name in opened]
    for command in step.solution:
        if command.name in _HIDING:
            named += [(str(name), line_of(step.id, "solution")) for name in command.arguments]
    for name, line in named:
        if name not in hideable:
            faults.unlisted(name, hideable, at=line or step.line, among="hideable")


_HIDING = ("show", "hide")


def _check_solution(
    step: Step, space: str, drawn: set[str], faults: FaultList, line_of: LineOf
) -> None:
    if step.wait is not None and not step.solution:
        faults.refuse(
            "lesson_no_solution",
            f"The step “{quote(step.id)}” waits for something, and no solution says how it is "
            "done.",
            at=step.line,
            step=step.id,
        )
    known = known_commands(space)
    for command in step.solution:
        if command.name not in known:
            faults.unlisted(command.name, list(known), at=step.line, among="commands")
            continue
        fewest, most = known[command.name]
        if not fewest <= len(command.arguments) <= most:
            faults.refuse(
                "lesson_command_arguments",
                f"The command “{quote(command.name)}” takes {fewest} to {most} arguments, and "
                "here are "
                f"{len(command.arguments)}.",
                at=step.line,
                name=command.name,
                fewest=fewest,
                most=most,
                found=len(command.arguments),
            )
            continue
        if command.name == UNTIL:
            line = line_of(step.id, "solution") or step.line
            _check_until(command, line, drawn, faults)


def _check_until(command: Command, line: int, drawn: set[str], faults: FaultList) -> None:
    try:
        awaited = until_condition(command)
    except EngineError as error:
        faults.pass_on(error, line)
        return
    for formula, _ in _formulas(awaited):
        _check_formula(formula, line, drawn, faults)


def _formulas(condition: Condition) -> Iterator[tuple[str, int]]:
    """Return the formulas of a condition and of those in it, with their lines."""
    pending = [condition]
    while pending:
        item = pending.pop()
        pending += item.parts
        if item.fact:
            yield item.fact, item.line
        for formula in CONDITIONS[item.kind].formulas(item):
            # What stands beside a text is a text: "xor" is no fact.
            if not (formula.isidentifier() and _is_text_beside(item)):
                yield formula, item.line


def _is_text_beside(condition: Condition) -> bool:
    return condition.kind in {"is", "is_not", "one_of", "has"}


def _check_formula(
    formula: str,
    line: int,
    drawn: set[str],
    faults: FaultList,
    *,
    only_drawn: bool = False,
    in_words: bool = False,
) -> None:
    try:
        names = used_names(formula)
    except FormulaError as error:
        faults.pass_on(error, line)
        return
    for name in names:
        is_number = constant_name(name) is not None
        if is_number or name in drawn or (not only_drawn and is_fact(name, in_words=in_words)):
            continue
        _refuse(name, line, drawn if only_drawn else {*drawn, *_whole_names()}, faults)


def is_fact(name: str, *, in_words: bool = False) -> bool:
    """Tell whether some space or some kind of question knows a fact of this name.

    Args:
        name: The name.
        in_words: Whether it stands where an answer is known: in words, and in what judges one.
    """
    if find_fact(name) is not None:
        return True
    if name.startswith((AT_START, TRIED)):
        return True
    return in_words and is_answer_fact(name)


def _whole_names() -> Iterable[str]:
    return (name for name in FACT_WORDS if "{}" not in name)


def _refuse(name: str, line: int, known: set[str], faults: FaultList) -> None:
    near = faults.near(name, sorted(known))
    if near:
        faults.refuse(
            "lesson_name_near",
            f"“{quote(name)}” is no drawn number and no fact; did you mean “{quote(near)}”?",
            at=line,
            name=name,
            near=near,
        )
    else:
        faults.refuse(
            "lesson_name_unknown",
            f"“{quote(name)}” is no drawn number and no fact.",
            at=line,
            name=name,
        )
