"""The record of a fact's name: what it is called in a sentence, and where it is known."""

from __future__ import annotations

from dataclasses import dataclass

# What a name of several facts has in the place of a node's, a method's or an operation's name.
BLANK = "{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWord:
    """A fact, or the facts of one kind.

    Attributes:
        name: Its name; of several facts with the place of what they belong to: ``value_{}``.
        title: What it is called in a sentence, in English and with small letters; of one that is
            so or is not (1 or 0), a clause that says so.
        spaces: The identifiers of the spaces that know it; none where every space does.
        is_truth: Whether it is 1 or 0 for what is so or not.
        veils: What a page hides to hide this number too; any of them does.
        aliases: No other names.
    """

    name: str
    title: str
    spaces: tuple[str, ...] = ()
    is_truth: bool = False
    veils: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    def owner(self, name: str) -> str | None:
        """Return whose fact a name is: empty where it belongs to nobody, None for another name.

        Example:
            >>> word = FactWord(name="value_{}", title="value")
            >>> word.owner("value_x"), word.owner("walk")
            ('x', None)
        """
        if BLANK not in self.name:
            return "" if name == self.name else None
        before, _, after = self.name.partition(BLANK)
        is_one = name.startswith(before) and name.endswith(after)
        return name[len(before) : len(name) - len(after)] or None if is_one else None
