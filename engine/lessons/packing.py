"""A lesson's folder as one file, which can be sent and dropped on the window."""

from __future__ import annotations

import io
import zipfile

from engine.errors import FileFormatError
from engine.lessons.archive import LARGEST_CONTENT_BYTES, MOST_FILES
from engine.lessons.files import STRUCTURE, LessonFiles, check_name
from engine.quoting import quote
from engine.regular_file import size_text

# One lesson always gives the same bytes, whenever it is packed.
_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16


def packed_lesson(files: LessonFiles) -> bytes:
    """Return a lesson as an archive, which `ArchiveFiles` reads.

    Args:
        files: Its files, all of which are texts; hidden ones stay out.

    Raises:
        FileFormatError: One cannot be read, or together they are more than a lesson may hold.
    """
    names = [name for name in files.names() if not name.startswith(".")]
    if STRUCTURE not in names:
        raise FileFormatError(
            "lesson_folder_empty",
            f"There is no lesson here: the file {STRUCTURE} is missing.",
            name="–",
            missing=STRUCTURE,
        )
    if len(names) > MOST_FILES:
        raise FileFormatError(
            "lesson_pack_files",
            f"The folder holds {len(names)} files; a lesson has at most {MOST_FILES}.",
            found=len(names),
            most=MOST_FILES,
        )
    buffer = io.BytesIO()
    left = LARGEST_CONTENT_BYTES
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            content = files.text(check_name(name)).encode()
            left -= len(content)
            if left < 0:
                raise FileFormatError(
                    "lesson_pack_large",
                    f"With “{quote(name)}” the files are larger than a lesson may be: "
                    f"{size_text(LARGEST_CONTENT_BYTES)}.",
                    name=name,
                    most=size_text(LARGEST_CONTENT_BYTES),
                )
            entry = zipfile.ZipInfo(name, _DATE)
            entry.external_attr = _MODE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()
