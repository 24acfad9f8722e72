"""The text of a file is found in whatever encoding it was written, and can be read in another."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import FileFormatError, OperationError
from engine.tables import decoding
from engine.tables.decoding import decode
from tests.support.table_corpus import in_korean
from tests.support.table_specimens import KOREAN_TEXT

_WORDS = ("공부", "시간", "출석", "점수", "합격", "여부", "이름", "반", "몸무게")


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        ("a,b\n1,2\n", "ascii", "utf-8"),
        ("키,몸무게\n170,60\n", "utf-8", "utf-8"),
        ("키,몸무게\n170,60\n", "utf-8-sig", "utf-8"),
        ("키,몸무게\n170,60\n", "cp949", "cp949"),
        ("키,몸무게\n170,60\n", "euc-kr", "cp949"),
        ("똠방각하,x\n1,2\n가나다라마바사,3\n", "cp949", "cp949"),
        ("키,몸무게\n170,60\n", "utf-16", "utf-16-le"),
        ("키,몸무게\n170,60\n", "utf-16-le", "utf-16-le"),
        ("키,몸무게\n170,60\n", "utf-16-be", "utf-16-be"),
        ("키,몸무게\n170,60\n", "utf-32", "utf-32-le"),
        ("a,b\n1,2\n", "utf-32-be", "utf-32-be"),
        ("Temperatur °C,Größe\n1,2\n", "latin-1", "cp1252"),
        ("Ärger,Übung,Öl\n1,2,3\n", "latin-1", "cp1252"),
        ("prénom,élève,où\n1,2,3\n", "cp1252", "cp1252"),
        ("5 µg ± 0,1\n", "cp1252", "cp1252"),
        ("“curly”,€\n1,2\n", "cp1252", "cp1252"),
        ("x\x81 é,b\n1,2\n", "latin-1", "latin-1"),
        ("°C,x\n1,2\n", "latin-1", "cp1252"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str, found: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.encoding, decoded.text) == (found, text)
    assert decoded.is_guessed == (found in {"cp949", "cp1252", "latin-1"})
    assert not decoded.remarks


def test_what_was_taken_can_be_chosen_otherwise() -> None:
    data = "키,몸무게\n".encode("cp949")
    assert {"cp1252", "latin-1"} <= set(decode(data).alternatives)
    western = decode(data, "cp1252")
    assert western.text == "Å°,¸ö¹«°Ô\n"
    assert not western.is_guessed
    assert "cp949" in western.alternatives
    assert decode(data, "EUC-KR".lower()).text == "키,몸무게\n"
    with pytest.raises(FileFormatError, match=r"not written in Unicode \(UTF-8\): choose another"):
        decode(data, "utf-8")
    with pytest.raises(OperationError, match="“rot13” is not known here"):
        decode(data, "rot13")


def test_letters_that_were_taken_apart_are_put_together() -> None:
    assert decode("한글,é\n".encode()).text == "한글,é\n"
    apart = codecs.encode("\u1112\u1161\u11ab", "utf-8")
    assert decode(apart).text == "한"


def test_a_damaged_text_stays_unicode_and_says_how_much_is_damaged() -> None:
    whole = (KOREAN_TEXT + "끝").encode()
    decoded = decode(whole[:-1])
    assert decoded.encoding == "utf-8"
    assert [(told.code, told.count) for told in decoded.remarks] == [("table_damaged_text", 1)]
    assert decoded.text.startswith(KOREAN_TEXT)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.x", "table_is_open_document"),
        (b"PK\x03\x04[Content_Types].xml....xl/workbook.xml", "table_workbook_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "table_is_old_office"),
        (b"PK\x03\x04\x14\x00report.txt", "table_is_packed"),
        (b"\x1f\x8b\x08\x00", "table_is_packed"),
        (b"%PDF-1.7\n", "table_is_pdf"),
        (b"\xef\xbb\xbf\n <!DOCTYPE html><html>", "table_is_html"),
        (b"<table><tr><td>1</td></tr></table>", "table_is_html"),
        (b'[{"a": 1}]\n', "table_is_json"),
        (b'{"a": [1, 2]}', "table_is_json"),
        (b"@RELATION iris\n@data\n1,a\n", "table_is_arff"),
        (b"\x89PNG\r\n\x1a\n", "table_is_picture"),
        (b"\x93NUMPY\x01\x00", "table_is_arrays"),
        (bytes(1000), "table_binary"),
        (bytes(range(256)) * 8, "table_binary"),
    ],
)
def test_what_is_no_table_is_told_what_to_do(data: bytes, code: str) -> None:
    with pytest.raises(FileFormatError) as caught:
        decode(data)
    assert caught.value.code == code


def test_a_table_that_only_begins_like_something_else_is_read() -> None:
    for text in ("{a},b\n1,2\n", "[x],y\n1,2\n", "%,b\n1,2\n", "GIF,PNG\n1,2\n"):
        assert decode(text.encode()).text == text


def test_a_file_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MOST_BYTES", 10)
    with pytest.raises(FileFormatError, match="20 bytes; at most 10 are read"):
        decode(b"1,0\n" * 5)


@given(st.data())
def test_korean_tables_are_korean_whatever_rows_they_have(data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.sampled_from(in_korean()), min_size=1, max_size=5))
    words = data.draw(st.lists(st.sampled_from(_WORDS)))
    text = "\n".join(",".join(row) for row in [words, *rows])
    if not text.isascii():
        assert decode(text.encode("cp949")).encoding == "cp949"
