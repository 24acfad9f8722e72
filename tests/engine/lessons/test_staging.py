"""What is on the stage follows from the step alone, whichever way led to it."""

from __future__ import annotations

from engine.lessons.lesson import Command, Condition, Detour, Draw, Lesson, Opening, Step
from engine.lessons.staging import hidden_at, hidden_when_over, opening_step, spaces_at, spaces_of

STEPS = (
    Step("read"),
    Step("look", opening=Opening("graph", {}, hide=("palette", "values", "gradients"))),
    Step("walk", show=("values",), detour=Detour(("slip",), "small")),
    Step("small", is_detour=True, opening=Opening("activations")),
    Step("tiny", is_detour=True, hide=("tools",)),
    Step("ask", hide=("inspector",)),
    Step("train", opening=Opening("training", hide=("setup",))),
    Step(
        "leave",
        wait=Condition("all", parts=(Condition("is", "space", {"is": "graph"}),)),
        solution=(Command("space", ("optimizers",)),),
    ),
    Step("last"),
)
LESSON = Lesson("a", (), (), (), 1, "", "", Draw(), STEPS, {}, "")


def test_a_step_without_an_opening_goes_on_in_the_last_one() -> None:
    found = {step.id: opening_step(LESSON, step.id) for step in STEPS if not step.is_detour}
    assert [each and each.id for each in found.values()] == [
        None, "look", "look", "look", "train", "train", "train",
    ]  # fmt: skip


def test_a_detour_has_its_own_or_that_of_the_step_it_comes_from() -> None:
    small, tiny = opening_step(LESSON, "small", "walk"), opening_step(LESSON, "tiny", "walk")
    assert small is STEPS[3]
    assert tiny is STEPS[1]
    assert opening_step(LESSON, "tiny") is None
    assert hidden_at(LESSON, "small", "walk") == frozenset()
    assert hidden_at(LESSON, "tiny", "walk") == {"palette", "gradients", "tools"}


def test_what_is_hidden_holds_on_until_it_is_shown_or_something_is_opened() -> None:
    assert hidden_at(LESSON, "read") == frozenset()
    assert hidden_at(LESSON, "look") == {"palette", "values", "gradients"}
    assert hidden_at(LESSON, "walk") == {"palette", "gradients"}
    assert hidden_at(LESSON, "ask") == {"palette", "gradients", "inspector"}
    assert hidden_at(LESSON, "last") == {"setup"}


def test_the_spaces_of_a_step_are_those_it_opens_and_leads_to() -> None:
    assert spaces_at(LESSON, "read") == ()
    assert spaces_at(LESSON, "walk") == ("graph",)
    assert spaces_at(LESSON, "leave") == ("training", "graph", "optimizers")
    # Who was led to another space is not called back by a step that asks for nothing.
    assert spaces_at(LESSON, "last") == ("training", "graph", "optimizers")
    assert set(spaces_of(LESSON)) == {"graph", "activations", "training", "optimizers"}


def test_once_answered_a_step_tells_what_the_next_one_does_not_keep() -> None:
    # The walk tells values; gradients may be what it asks for.
    assert hidden_when_over(LESSON, "look", following="walk") == {"palette", "gradients"}
    assert hidden_when_over(LESSON, "walk", following="ask") == {"palette", "gradients"}
    # Another space is opened, and nothing is asked about these numbers any more; parts stay away.
    assert hidden_when_over(LESSON, "ask", following="train") == {"palette", "inspector"}
    assert hidden_when_over(LESSON, "walk") == {"palette"}
    assert hidden_when_over(LESSON, "tiny", "walk", following="walk") == {
        "palette", "gradients", "tools",
    }  # fmt: skip
    assert hidden_when_over(LESSON, "read", following="look") == frozenset()
