"""What the parts of a lesson's structure say of each other: names that must be there, once."""

from __future__ import annotations

from collections.abc import Iterator

from engine.exercises.slips.catalog import SLIPS
from engine.lessons.fault_list import FaultList
from engine.lessons.lesson import Lesson, Step
from engine.quoting import listed, quote


def check_structure(lesson: Lesson, faults: FaultList) -> None:
    """Note names that lead nowhere.

    Args:
        lesson: The lesson.
        faults: Those of its structure's file.
    """
    ids = [step.id for step in lesson.steps]
    for step in lesson.steps:
        _check_detour(step, lesson, ids, faults)
        if step.skill and step.skill not in lesson.skills:
            _refuse_unlisted(step, lesson, faults)
        _check_orders(step, faults)
        if step.slips and step.ask is None:
            faults.refuse(
                "lesson_slip_no_ask",
                f"The step “{quote(step.id)}” asks nothing, so that its slips are never seen.",
                at=step.slips[0].line,
                name=step.id,
            )
    reached = {step.detour.to for step in lesson.steps if step.detour is not None}
    for step in lesson.steps:
        if step.is_detour and step.id not in reached:
            faults.refuse(
                "lesson_detour_unreached",
                f"No detour leads to “{quote(step.id)}”, which is a step for detours only.",
                at=step.line,
                name=step.id,
            )
    if all(step.is_detour for step in lesson.steps):
        faults.refuse("lesson_no_step", "A lesson needs a step: “[[step]]”.", at=0)


def _check_orders(step: Step, faults: FaultList) -> None:
    """Note slips that sort by something, where nothing is sorted or other things are."""
    items = step.ask.arguments["items"] if step.ask is not None and step.ask.kind == "order" else ()
    for slip in step.slips:
        if slip.by and set(slip.by) != set(items):
            faults.refuse(
                "lesson_slip_by",
                f"“by” of the slip “{quote(slip.name)}” is to say what each item of an order is "
                f"worth: {listed(items) or '–'}.",
                at=slip.line,
                name=slip.name,
                choices=listed(items) or "–",
            )


def _check_detour(step: Step, lesson: Lesson, ids: list[str], faults: FaultList) -> None:
    if step.detour is None:
        return
    target = step.detour.to
    if target not in ids:
        near = faults.near(target, ids)
        if near:
            faults.refuse(
                "lesson_no_such_step_near",
                f"There is no step “{quote(target)}”; did you mean “{quote(near)}”?",
                at=step.detour.line,
                name=target,
                near=near,
            )
        else:
            faults.refuse(
                "lesson_no_such_step",
                f"There is no step “{quote(target)}”.",
                at=step.detour.line,
                name=target,
            )
    elif not lesson.step(target).is_detour:
        faults.refuse(
            "lesson_detour_target",
            f'The step “{quote(target)}” is not for detours; it needs “only = "detour"”.',
            at=step.detour.line,
            name=target,
        )
    known = [*(slip.name for slip in step.slips), *engine_slips(step)]
    for name in step.detour.on:
        if name not in known:
            faults.refuse(
                "lesson_no_such_slip",
                f"The detour of “{quote(step.id)}” waits for “{quote(name)}”, which is none of its "
                f"slips: {listed(known)}.",
                at=step.detour.slips_line,
                name=name,
                step=step.id,
                choices=listed(known),
            )


def engine_slips(step: Step) -> Iterator[str]:
    """Return the slips that the exercises name by themselves."""
    if step.ask is not None and step.ask.kind in {"gradient", "value", "canvas"}:
        yield from SLIPS


def _refuse_unlisted(step: Step, lesson: Lesson, faults: FaultList) -> None:
    faults.refuse(
        "lesson_skill_unlisted",
        f"“{quote(step.skill)}” is none of the lesson’s “skills”: {listed(lesson.skills)}.",
        at=step.line,
        name=step.skill,
        choices=listed(lesson.skills) or "–",
    )
