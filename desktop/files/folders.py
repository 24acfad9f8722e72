"""Which folder a file is suggested to go to, or to come from, and what lies in one."""

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


def newest(folder: Path, pattern: str, most: int) -> list[Path]:
    """Return the files of a folder that were written last, the newest first.

    Args:
        folder: The folder.
        pattern: What their names look like, as in `Path.glob`.
        most: How many at most; whoever reads them has no time for more.
    """
    return sorted(folder.glob(pattern), key=_written, reverse=True)[:most]


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        # It is gone by now.
        return 0.0
