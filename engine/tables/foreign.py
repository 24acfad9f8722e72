"""Files that are no text: each kind is known by its first bytes, and told what to do with it."""

from __future__ import annotations

from engine.errors import FileFormatError

_ARCHIVE, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*")
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd")
_ARRAYS = (b"\x93NUMPY", b"PAR1", b"\x89HDF", b"MATLAB 5.0", b"ARROW1", b"$FL2")
_MARKUP = (b"<!doctype html", b"<html", b"<table", b"<?xml", b"<!--", b"<meta", b"<head")
# The names of the parts of an archive stand in it as they are, and its first ones at its beginning.
_SEARCHED = 4_000_000


def check_is_text(data: bytes) -> None:
    """Refuse a file that is known not to be a table as text.

    Raises:
        FileFormatError: It is a workbook, a document, a picture or the like; the sentence says
            what it is and what to save instead.
    """
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_ARCHIVE):
        raise _archive(data[:_SEARCHED])
    if data.startswith(_OLD_OFFICE):
        raise FileFormatError(
            "table_is_old_office",
            "This is a document of an old office program and no text: open it there and save the "
            "sheet as CSV or as .xlsx, or copy the cells and paste them here.",
        )
    if data.startswith(b"%PDF"):
        raise FileFormatError(
            "table_is_pdf",
            "This is a PDF: the numbers in it have no columns. Copy the table into a spreadsheet "
            "and save it as CSV.",
        )
    if head.startswith(_MARKUP):
        raise FileFormatError(
            "table_is_html",
            "This is a web page or XML, whatever its name ends with: open it in a spreadsheet and "
            "save the sheet as CSV.",
        )
    if head.startswith((b"{", b"[{", b"[[")) and data.rstrip()[-1:] in {b"}", b"]"}:
        raise FileFormatError(
            "table_is_json",
            "This is JSON and no table with rows and columns: save it as CSV.",
        )
    if head.startswith(b"@relation"):
        raise FileFormatError(
            "table_is_arff",
            "This is ARFF: leave out all lines down to “@data” and write the names of the columns "
            "there, with commas between them.",
        )
    if data.startswith(_PICTURES):
        raise FileFormatError(
            "table_is_picture",
            "This is a picture: type its table into a spreadsheet, and save it as CSV.",
        )
    if data.startswith(_PACKED):
        raise FileFormatError(
            "table_is_packed", "This file is packed: unpack it and open the table that is inside."
        )
    if data.startswith(_ARRAYS):
        raise FileFormatError(
            "table_is_arrays",
            "This is a file of numbers for programs: write it as CSV there and open that.",
        )


def _archive(head: bytes) -> FileFormatError:
    if b"opendocument" in head:
        return FileFormatError(
            "table_is_open_document",
            "This is a document of LibreOffice or OpenOffice: open it there and save the sheet as "
            "CSV, or copy the cells and paste them here.",
        )
    return FileFormatError(
        "table_is_packed", "This file is packed: unpack it and open the table that is inside."
    )
