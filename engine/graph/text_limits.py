"""How long the texts of a drawing may be: what nobody types freezes whoever has to paint it.

A file is read up to these lengths, and the fields of the editor take no more. A name that is typed
may be half as long as one in a file, because a copy's name gets a number.
"""

from __future__ import annotations

from engine.errors import GraphError

LONGEST_TYPED_NAME = 100
LONGEST_NAME = 2 * LONGEST_TYPED_NAME
LONGEST_TITLE = 200
LONGEST_NOTE = 10_000


def check_length(name: str) -> None:
    """Check that a name that is typed is not too long.

    Raises:
        GraphError: It is.
    """
    if len(name) > LONGEST_TYPED_NAME:
        raise GraphError(
            "name_too_long",
            f"A name has at most {LONGEST_TYPED_NAME} characters, and this one has {len(name)}.",
            most=LONGEST_TYPED_NAME,
            found=len(name),
        )
