"""What a page made anew needs to show the same thing, as when the language changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.foundation.file_stamp import FileStamp
from desktop.optimizers.centre_pane import CentreLook
from desktop.optimizers.files.race_file import RaceFile
from desktop.optimizers.race_setup import RaceSetup


@dataclass(frozen=True)
class PageState:
    """A page's state as a value.

    Attributes:
        setups: The setups of all surfaces, the one raced last.
        method: The method looked at.
        look: How the middle of the page is looked at.
        path: The file, if there is one.
        saved: What the file holds.
        stamp: How the file was when it was read or saved.
    """

    setups: dict[str, RaceSetup]
    method: str
    look: CentreLook
    path: Path | None
    saved: RaceFile | None
    stamp: FileStamp | None = None

    __hash__ = None  # type: ignore[assignment]  # its setups cannot be hashed
