"""A lesson that is played, with what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.lessons.keeping.library import Source
from desktop.lessons.playing.player import Player
from engine.lessons.answer import Answer
from engine.lessons.progress import LessonProgress


@dataclass
class Played:
    """A lesson that is played, as it is handed on to the panel in another language.

    Attributes:
        source: Where the lesson is.
        player: What plays it.
        progress: What was done before this sitting.
        draft: What is typed and not given.
    """

    source: Source
    player: Player
    progress: LessonProgress
    draft: Answer = ""
