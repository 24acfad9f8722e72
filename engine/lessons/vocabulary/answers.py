"""The names of what is known of an answer: for its verdict, and for what judges it."""

from __future__ import annotations

import re

ANSWER_FACTS = frozenset(
    (
        "answer",
        # An estimate
        "off_by", "is_near",
        # Several items
        "chosen_right", "chosen_wrong", "missed",
        # A table
        "wrong_cells", "wrong_places", "right_count", "wrong_count",
        # Boxes on the canvas
        "boxes_right", "boxes_wrong", "boxes_first", "boxes_shown", "boxes_total", "wrong_boxes",
        # Points, a line through two of them, a curve
        "point_x", "point_y", "right_of_line", "wrong_of_line",
        "curve_x", "curve_y", "curve_first", "curve_last", "curve_lowest", "curve_highest",
        "curve_lowest_at", "curve_highest_at", "curve_rises", "curve_falls", "curve_turns",
    )
)  # fmt: skip
_POINT = re.compile(r"point_[xy]_\d+")


def is_answer_fact(name: str) -> bool:
    """Tell whether some kind of question tells this of an answer.

    Example:
        >>> is_answer_fact("point_x_2"), is_answer_fact("right_of_line"), is_answer_fact("loss")
        (True, True, False)
    """
    return name in ANSWER_FACTS or _POINT.fullmatch(name) is not None
