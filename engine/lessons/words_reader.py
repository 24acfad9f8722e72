"""Words of a lesson in one language, from the parts of its file."""

from __future__ import annotations

from engine.lessons.lesson import StepWords, Words
from engine.lessons.markdown_parts import BODY, MarkdownFile, Section


def read_words(file: MarkdownFile, language: str) -> Words:
    """Return a lesson's words.

    Args:
        file: The parts of the language's file.
        language: Its code.
    """
    steps = {section.id: _step(section, language) for section in file.sections}
    return Words(language, file.title, file.summary.strip(), steps)


def _step(section: Section, language: str) -> StepWords:
    def text(kind: str) -> str:
        part = section.find(kind)
        return "" if part is None else part.text.strip("\n")

    def texts(kind: str) -> dict[str, str]:
        return {part.name: part.text.strip("\n") for part in section.named(kind)}

    return StepWords(
        title=section.title,
        body=text(BODY),
        ask=text("ask"),
        items=texts("item"),
        right=text("right"),
        slips=texts("slip"),
        hints=tuple(texts("hint").values()),
        note=text("note"),
        language=language,
        line=section.line,
    )
