"""Writing the files that these parts make; what the system says against it is a sentence."""

from __future__ import annotations

from pathlib import Path

from engine.errors import FileFormatError
from engine.quoting import quote
from engine.regular_file import unreadable_cause


def make_folder(folder: Path) -> None:
    """Make a folder, or take an empty one.

    Raises:
        FileFormatError: It cannot be made, or holds something.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_empty = not any(folder.iterdir())
    except (OSError, ValueError) as error:
        raise _refused(folder, error) from error
    if not is_empty:
        raise FileFormatError(
            "folder_full", f"“{quote(str(folder))}” holds files already.", name=str(folder)
        )


def write(path: Path, content: bytes) -> None:
    """Write a file whole: whatever goes wrong, what was there before is there still.

    Raises:
        FileFormatError: It cannot be written.
    """
    try:
        beside = path.with_name(f"{path.name}.new")
        beside.write_bytes(content)
        beside.replace(path)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError | ValueError) -> FileFormatError:
    cause = unreadable_cause(error)
    return FileFormatError(
        "file_unwritable", f"“{quote(str(path))}” cannot be written: {cause}.", name=str(path)
    )
