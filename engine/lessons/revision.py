"""A hash that tells whether a lesson's structure has changed; comments and layout play no part."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

_DIGITS = 16


def revision(values: Mapping[str, Any]) -> str:
    r"""Return a short hash of what a table of TOML says.

    Example:
        >>> import tomllib
        >>> one, other = (tomllib.loads(text) for text in ("a = 1 # one\nb = 2", "b = 2\na = 1"))
        >>> revision(one) == revision(other)
        True
    """
    # Dates are no part of a lesson, but may stand there by mistake.
    text = json.dumps(values, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:_DIGITS]


def text_hash(text: str) -> str:
    r"""Return a short hash of a part of the words; how its lines are broken plays no part.

    Example:
        >>> text_hash("one  two") == text_hash("one\ntwo")
        True
    """
    return hashlib.sha256(" ".join(text.split()).encode("utf-8")).hexdigest()[:6]
