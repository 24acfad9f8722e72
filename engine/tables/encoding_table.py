"""How texts are written as bytes: the encodings that tables come in."""

from __future__ import annotations

from dataclasses import dataclass

from engine.registry import Registry


@dataclass(frozen=True, slots=True)
class Encoding:
    """A way to write text as bytes.

    Attributes:
        name: What Python's decoders call it.
        title: English name for people.
        aliases: Other names people use.
    """

    name: str
    title: str
    aliases: tuple[str, ...] = ()


# No way to write text, but what a file may be instead of one.
WORKBOOK = "xlsx"
ENCODINGS: Registry[Encoding] = Registry(
    (
        Encoding("utf-8", "Unicode (UTF-8)", ("utf8", "utf-8-sig")),
        Encoding("cp949", "Korean (CP949, EUC-KR)", ("euc-kr", "uhc", "ms949", "ks_c_5601-1987")),
        Encoding("utf-16", "Unicode (UTF-16)", ("utf16", "unicode")),
        Encoding("utf-16-le", "Unicode (UTF-16, little-endian)"),
        Encoding("utf-16-be", "Unicode (UTF-16, big-endian)"),
        Encoding("utf-32", "Unicode (UTF-32)", ("utf32",)),
        Encoding("utf-32-le", "Unicode (UTF-32, little-endian)"),
        Encoding("utf-32-be", "Unicode (UTF-32, big-endian)"),
        Encoding("cp1252", "Western European (Windows-1252)", ("windows-1252", "ansi")),
        Encoding("latin-1", "Western European (ISO 8859-1)", ("iso-8859-1", "latin1")),
        Encoding("shift_jis", "Japanese (Shift JIS)", ("cp932", "sjis")),
        Encoding("gb18030", "Chinese (GB 18030)", ("gbk", "gb2312")),
        Encoding(WORKBOOK, "Workbook of a spreadsheet (XLSX)"),
    )
)
# What can be asked for although another one was taken, in the order of a list to choose from.
OFFERED = ("utf-8", "cp949", "cp1252", "latin-1", "shift_jis", "gb18030", "utf-16-le", "utf-16-be")
