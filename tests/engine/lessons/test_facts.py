"""Facts that are computed when they are asked for, and facts before others."""

from __future__ import annotations

import pytest

from engine.lessons.facts import JoinedFacts, LazyFacts


def test_facts_are_computed_once_and_only_when_asked_for() -> None:
    asked = []

    def loss() -> float:
        asked.append("loss")
        return 0.25

    facts = LazyFacts({"loss": loss, "epoch": lambda: 3.0})
    assert "loss" in facts
    assert (list(facts), len(facts), asked) == (["loss", "epoch"], 2, [])
    assert [facts["loss"], facts["loss"]] == [0.25, 0.25]
    assert asked == ["loss"]
    with pytest.raises(KeyError):
        facts["rate"]


def test_the_first_of_joined_facts_is_meant() -> None:
    def never() -> float:
        raise AssertionError("nobody asked for it")

    facts = JoinedFacts({"x": 1.0}, LazyFacts({"x": never, "y": never, "z": lambda: 2.0}))
    assert (facts["x"], facts["z"]) == (1.0, 2.0)
    assert (list(facts), len(facts)) == (["x", "y", "z"], 3)
    assert "y" in facts
    assert "w" not in facts
    with pytest.raises(KeyError):
        facts["w"]
