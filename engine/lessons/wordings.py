"""What faults call the kinds of entries and the places that they stand in, for any language."""

from __future__ import annotations

from dataclasses import dataclass

from engine.registry import Registry


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase of a sentence.

    Attributes:
        name: Its key.
        title: The phrase.
    """

    name: str
    title: str
    aliases: tuple[str, ...] = ()


# What an entry is to be.
KINDS = Registry(
    (
        Wording("text", "a text"),
        Wording("name", "a name of letters, digits, “-” and “_”"),
        Wording("texts", "a list of texts"),
        Wording("names", "a list of names of letters, digits, “-” and “_”"),
        Wording("whole", "a whole number from 0 on"),
        Wording("number", "a finite number"),
        Wording("truth", "true or false"),
        Wording("formula", "a formula in quotation marks, or a number"),
        Wording("side", "a formula in quotation marks, a number or a text"),
        Wording("sides", "a list of texts, formulas or numbers"),
        Wording("ends", "a list of two formulas or numbers, the lower end first"),
        Wording("table", "a table of named entries"),
        Wording("tables", "a list of tables, a hundred at most"),
        Wording("numbers", "a list of numbers"),
        Wording("first", "a table of numbers by name, fifty at most"),
        Wording("let", "a table of formulas by name, fifty at most"),
        Wording("worth", "a formula, a list of formulas, or a list of such lists"),
        Wording("plain", "a text, a finite number, true or false, or lists of these"),
        Wording("conditions", "a list of conditions, at least one"),
        Wording("fact", "the name of a fact"),
        Wording("slips", "a list of names of slips, at least one"),
        Wording("commands", "a list of commands, each a list with its name first"),
    )
)

# What has entries, in “… is no part of …”.
PLACES = Registry(
    (
        Wording("lesson", "a lesson"),
        Wording("step", "a step"),
        Wording("words", "a step’s words"),
        Wording("slip", "a slip"),
        Wording("detour", "a detour"),
        Wording("solution", "a solution"),
        Wording("drawn", "how a number is drawn"),
        Wording("condition", "a condition"),
        Wording("opening", "what this space opens"),
    )
)

# What is chosen among, in “… is none of …”.
CHOICES = Registry(
    (
        Wording("questions", "the kinds of questions"),
        Wording("spaces", "the spaces"),
        Wording("commands", "the commands of this space"),
        Wording("parts", "the parts of this space"),
        Wording("hideable", "the parts and kinds of numbers of this space"),
        Wording("optimizers", "the optimizers"),
        Wording("items", "the items of this question"),
        Wording("plots", "the plots of this space on which points are given"),
        Wording("words", "the words that this takes"),
        Wording("functions", "the functions"),
        Wording("rows", "the rows of the course"),
        Wording("skills", "the skills of the courses"),
        Wording("trained", "the skills that lessons train"),
        Wording("lessons", "the lessons"),
    )
)
