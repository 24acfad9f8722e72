"""Workbooks for tests, written part by part, so that each part can be wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

BOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><workbookPr/><sheets>'
    '<sheet name="hidden" sheetId="1" state="hidden" r:id="r1"/>'
    '<sheet name="성적" sheetId="2" r:id="r2"/><sheet name="more" sheetId="3" r:id="r1"/>'
    "</sheets></workbook>"
)
RELATIONS = (
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>'
)
# Style 0 is a number, 1 a date, 2 a percentage, 3 a date of Korea, 4 a time.
STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts><numFmt numFmtId="164" '
    'formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs>'
    "</styleSheet>"
)


def sheet(rows: Sequence[str]) -> str:
    """Return a sheet of rows, each the cells in XML."""
    body = "".join(f'<row r="{n}">{cells}</row>' for n, cells in enumerate(rows, start=1))
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData></worksheet>'


def text_sheet(rows: Sequence[Sequence[str]]) -> str:
    """Return a sheet of texts and numbers, each cell as it would be typed."""
    return sheet(["".join(map(_cell, row)) for row in rows])


def _cell(text: str) -> str:
    is_number = text.replace(".", "", 1).isdigit()
    return f"<c><v>{text}</v></c>" if is_number else f'<c t="str"><v>{text}</v></c>'


def strings(texts: Sequence[str]) -> str:
    """Return the texts that cells share."""
    body = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'<sst xmlns="{_MAIN}">{body}</sst>'


def workbook(cells: str, shared: str = "", other: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a workbook.

    Args:
        cells: The sheet that is seen first.
        shared: The texts that cells share.
        other: Other parts, or parts to be others.
    """
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": shared or strings([]),
        "xl/worksheets/sheet1.xml": sheet(["<c><v>1</v></c>"]),
        "xl/worksheets/sheet2.xml": cells,
        **(other or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
