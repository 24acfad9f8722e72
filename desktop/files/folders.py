"""Which folder a file is suggested to go to, or to come from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths

Place = QStandardPaths.StandardLocation


def suggested_folder(*folders: Path | None, place: Place = Place.DocumentsLocation) -> Path:
    """Return the first of some folders that exists.

    Args:
        folders: The folders, the likeliest first.
        place: What of the user's folders follows them; their home is the last.
    """
    own = Path(QStandardPaths.writableLocation(place))
    known = (folder for folder in (*folders, own) if folder is not None and folder.is_dir())
    return next(known, Path(QDir.homePath()))
