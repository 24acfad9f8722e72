"""English, which every text is written in first."""

from __future__ import annotations

from engine.languages.language import Language

RECORDS = (
    Language(
        name="en",
        title="English",
        own_name="English",
        invitation="Switch to English",
    ),
)
