"""Text that stands for itself, such as what a learner typed, to be put into Markdown."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&])")


def as_markdown(text: str) -> str:
    r"""Return Markdown that shows a text as it stands, on one line.

    Example:
        >>> as_markdown("2*x_1")
        '2\\*x\\_1'
    """
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
