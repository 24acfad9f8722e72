"""What a lesson may point at, show and hide is told to its author as the pages have it."""

from __future__ import annotations

import pytest

from desktop.shell.application import Application
from engine.lessons.vocabulary.spaces import SPACES


@pytest.mark.parametrize("space", list(SPACES))
def test_the_check_knows_the_parts_of_a_space(program: Application, space: str) -> None:
    hooks = program.window.stack.page(space).hooks()
    assert sorted(hooks.parts()) == sorted(SPACES[space].parts)
    assert sorted(hooks.veils()) == sorted(SPACES[space].veils)
    commands = hooks.commands()
    assert sorted(commands) == sorted(SPACES[space].commands)
    for name, (fewest, most) in SPACES[space].commands.items():
        kinds = commands[name].kinds
        needed = [kind for kind in kinds if not kind.endswith("?")]
        assert (len(needed), len(kinds)) == (fewest, most), name
    assert set(hooks.state()) <= set(SPACES[space].opens)
