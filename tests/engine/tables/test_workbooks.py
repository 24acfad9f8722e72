"""The first sheet of a workbook is a table; a workbook that would not end is refused."""

from __future__ import annotations

import random

import pytest

from engine.errors import EngineError, FileFormatError
from engine.tables.decoding import Decoded, decode, decoding
from engine.tables.reading import read_table
from tests.hostile.readers import check_refusal
from tests.support.workbooks import BOOK, RELATIONS, STYLES, sheet, strings, workbook

HEADER = (
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    '<c r="D1" t="inlineStr"><is><t>합격</t></is></c>'
)
SHARED = strings(["when", "share", "공부<r/>"])


def row(number: int) -> str:
    return (
        f'<c r="A{number}" s="3"><v>{45350 + number}</v></c>'
        f'<c r="B{number}" s="2"><v>0.07</v></c>'
        f'<c r="D{number}" t="b"><v>{number % 2}</v></c>'
    )


def text_of(*rows: str, shared: str = SHARED) -> str:
    return decode(workbook(sheet(rows), shared)).text


def test_the_first_sheet_that_is_seen_is_a_table() -> None:
    decoded = decode(workbook(sheet([HEADER, row(2), row(3)]), SHARED))
    assert decoded.encoding == "xlsx"
    assert not decoded.alternatives
    assert [told.sentence for told in decoded.remarks] == [
        "The sheet “성적” is read, one of 3 in the workbook."
    ]
    assert decoded.text == ("when,share,,합격\n2024-03-01,7%,,FALSE\n2024-03-02,7%,,TRUE\n")
    table = read_table(decoded.text)
    assert table.names == ("when", "share", "합격")
    assert [column.kind.value for column in table.columns] == ["date", "percent", "word"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<c><v>4</v></c>", "4"),
        ("<c><v>4.0000000000000001E-2</v></c>", "0.04"),
        ("<c><v>53.959999999999994</v></c>", "53.96"),
        ('<c s="2"><v>0.070000000000000007</v></c>', "7%"),
        ("<c><v>1e300</v></c>", "1e+300"),
        ('<c s="1"><v>45352</v></c>', "2024-03-01"),
        ('<c s="1"><v>45352.75</v></c>', "2024-03-01 18:00:00"),
        ('<c s="1"><v>-1</v></c>', "-1"),
        ('<c s="1"><v>9e99</v></c>', "9e+99"),
        ('<c s="4"><v>0.5</v></c>', "12:00:00"),
        ('<c s="99"><v>5</v></c>', "5"),
        ('<c t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c t="str"><f>A1</f><v>a, b</v></c>', '"a, b"'),
        ("<c><f>A1*2</f></c><c><v>1</v></c>", ",1"),
        ('<c t="s"><v>7</v></c><c><v>1</v></c>', ",1"),
        (
            '<c t="inlineStr"><is><r><t>가</t></r><r><t>나</t></r><rPh><t>x</t></rPh></is></c>',
            "가나",
        ),
        ('<c t="inlineStr"><is><t>two\nlines</t></is></c>', "two lines"),
        ("<c><v>nan</v></c>", "nan"),
        ("<c><v>word</v></c>", "word"),
    ],
)
def test_a_cell_is_what_the_spreadsheet_shows(cell: str, text: str) -> None:
    assert text_of(cell) == text + "\n"


def test_days_may_be_counted_from_1904() -> None:
    book = BOOK.replace("<workbookPr/>", '<workbookPr date1904="1"/>')
    data = workbook(sheet(['<c s="1"><v>43890</v></c>']), other={"xl/workbook.xml": book})
    assert decode(data).text == "2024-03-01\n"


def test_rows_stand_on_the_lines_of_their_numbers() -> None:
    rows = '<row r="3"><c r="B3"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row>'
    data = workbook(f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
    assert decode(data).text == "\n\n,1\n\n2\n"


@pytest.mark.parametrize(
    ("cells", "other"),
    [
        ("<worksheet><sheetData><row", {}),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet>&a;</worksheet>", {}),
        (sheet([]), {"xl/workbook.xml": "<workbook/>"}),
        (sheet([]), {"xl/_rels/workbook.xml.rels": "<Relationships/>"}),
        (sheet([]), {"xl/workbook.xml": b"\xff\xfe\x00"}),
    ],
)
def test_a_damaged_workbook_is_refused(cells: str, other: dict[str, str | bytes]) -> None:
    with pytest.raises(FileFormatError, match="workbook cannot be read"):
        decode(workbook(cells, other=other))


@pytest.mark.parametrize(
    "data",
    [
        workbook("<worksheet>" + " " * 20_000_001 + "</worksheet>"),
        workbook(sheet(['<c r="ALM1"><v>1</v></c>'])),
        workbook('<worksheet><row r="1048576"><c><v>1</v></c></row></worksheet>'),
        workbook(sheet(["<c/>"]), other={f"xl/{n:0100}": b"" for n in range(7_000)}),
    ],
    ids=["unpacks to much", "far to the right", "far below", "many parts"],
)
def test_a_workbook_that_would_not_end_is_refused(data: bytes) -> None:
    assert len(data) < 3_000_000
    with pytest.raises(FileFormatError, match="workbook is too large"):
        decode(data)


def test_a_locked_workbook_is_refused() -> None:
    data = bytearray(workbook(sheet([HEADER])))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    with pytest.raises(FileFormatError, match="locked by a password"):
        decode(bytes(data))


def test_damaged_workbooks_are_read_or_refused() -> None:
    parts = {
        "xl/worksheets/sheet2.xml": sheet([HEADER, row(2), row(3)]),
        "xl/sharedStrings.xml": SHARED,
        "xl/workbook.xml": BOOK,
        "xl/styles.xml": STYLES,
        "xl/_rels/workbook.xml.rels": RELATIONS,
    }
    for seed in range(400):
        dice = random.Random(seed)
        changed = dice.choice(list(parts))
        text = bytearray(parts[changed].encode())
        for _ in range(dice.randint(1, 4)):
            # Digits and letters above all, so that much of it stays XML.
            text[dice.randrange(len(text))] = dice.choice(b"0123456789abcrst\xff<")
        data = bytearray(workbook("", other={**parts, changed: bytes(text)}))
        if seed % 4 == 0:
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        try:
            read_table(decode(bytes(data)).text)
        except EngineError as error:
            check_refusal(error)


def test_a_large_workbook_is_read_in_pieces_and_can_be_given_up() -> None:
    cells = [row(number) for number in range(2, 4_000)]
    data = workbook(sheet([HEADER, *cells]), SHARED)
    steps = list(decoding(data))
    shares = [step for step in steps if isinstance(step, float)]
    assert len(shares) > 8
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert isinstance(steps[-1], Decoded)
