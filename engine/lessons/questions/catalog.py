"""The table of kinds of questions; a module in this package with ``RECORDS`` adds to it."""

from __future__ import annotations

from engine.lessons.questions.question_kind import QuestionKind
from engine.registry import Registry

QUESTIONS = Registry.discover("engine.lessons.questions", QuestionKind)
