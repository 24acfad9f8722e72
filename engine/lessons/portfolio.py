"""All progress of somebody in one file, to be taken to another machine; read with suspicion."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from engine.entries import Entry
from engine.errors import FileFormatError
from engine.lessons.lesson_records import LONGEST_ID, read_record, too_many
from engine.lessons.progress import LessonProgress, progress_of, progress_record
from engine.quoting import quote

FORMAT, VERSION = "wiregrad-lessons-progress", 1
SUFFIX = ".wiregrad-progress"
LARGEST_PORTFOLIO_BYTES = 100_000_000
MOST_LESSONS = 1_000
# A lesson's key becomes the name of a file, so it leads nowhere else and hides nowhere.
_KEY = re.compile(r"\w[\w .-]*")
_SYSTEMS_OWN = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)

Portfolio = Mapping[str, LessonProgress]


def portfolio_json(portfolio: Portfolio) -> str:
    """Return the progress of lessons, by their keys, as text that ``read_portfolio`` reads back."""
    record = {
        "format": FORMAT,
        "version": VERSION,
        "lessons": {key: progress_record(progress) for key, progress in portfolio.items()},
    }
    return json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def read_portfolio(text: str) -> dict[str, LessonProgress]:
    """Read a file's text.

    Raises:
        FileFormatError: The text is not JSON, another kind of file, made by a newer version, or
            something in it cannot be, such as a lesson's key that is no name; the sentence says
            what.
    """
    return read_record(text, FORMAT, VERSION, _portfolio)


def merged(one: LessonProgress, other: LessonProgress) -> LessonProgress:
    """Return what was done in a lesson here and there; of one sitting the other's counts."""
    sittings = sorted((*one.sittings, *other.sittings), key=lambda sitting: sitting.started)
    whole = LessonProgress(one.lesson)
    for sitting in (*sittings, *other.sittings):
        whole = whole.with_sitting(sitting)
    in_order = sorted(whole.sittings, key=lambda sitting: sitting.started)
    return LessonProgress(one.lesson, tuple(in_order))


def _portfolio(entry: Entry) -> dict[str, LessonProgress]:
    found: dict[str, LessonProgress] = {}
    for count, (key, item) in enumerate(entry["lessons"].named()):
        if count >= MOST_LESSONS:
            raise too_many(entry["lessons"], count + 1, MOST_LESSONS)
        found[_key(key)] = progress_of(item)
    return found


def _key(key: str) -> str:
    is_name = _KEY.fullmatch(key) and not _SYSTEMS_OWN.fullmatch(key)
    if not is_name or len(key.encode()) > LONGEST_ID or key.endswith((".", " ")):
        raise FileFormatError(
            "lessons_key",
            f"“{quote(key)}” can be no lesson's name, which has letters and digits, and within "
            "spaces and - _ . only.",
            name=quote(key),
        )
    return key
