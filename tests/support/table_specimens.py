"""Some hundred tables as people have them, with what is to be understood and asked of each.

``python -m tests.support.table_specimens`` prints the list.
"""

from __future__ import annotations

import unicodedata

from tests.support.table_classroom import CLASSROOM
from tests.support.table_corpus import (
    ENGLISH,
    KOREAN,
    Specimen,
    as_text,
    comma,
    each,
    in_korean,
    study,
    understand,
)
from tests.support.table_given import GIVEN
from tests.support.table_oddities import ODDITIES
from tests.support.table_spellings import SPELLINGS

_ENGLISH_TEXT = as_text(study(), ENGLISH)
KOREAN_TEXT = as_text(in_korean(), KOREAN)
_COMMAS = as_text(each(lambda n, r: (comma(r[0]), r[1], r[2])), ENGLISH, ";")
_SHARES = each(lambda n, r: (r[0], f"{r[1]}%", r[2]))
_DAYS = [f"2024-03-{n:02d}" if n < 31 else f"2024-04-{n - 30:02d}" for n in range(1, 41)]
_TOWNS = ("Busan", "Daegu", "Seoul")


ENCODED = (
    Specimen(
        "UTF-8 with a mark",
        KOREAN_TEXT.encode("utf-8-sig"),
        target="합격여부",
        inputs="공부시간 출석률",
    ),
    Specimen(
        "UTF-16 of a spreadsheet",
        as_text(in_korean(), KOREAN, "\t", "\r\n").encode("utf-16"),
        "utf-16-le",
        "\t",
        target="합격여부",
        inputs="공부시간 출석률",
    ),
    Specimen(
        "UTF-16 without a mark",
        KOREAN_TEXT.encode("utf-16-be"),
        "utf-16-be",
        target="합격여부",
        inputs="공부시간 출석률",
    ),
    Specimen(
        "UTF-32",
        KOREAN_TEXT.encode("utf-32"),
        "utf-32-le",
        target="합격여부",
        inputs="공부시간 출석률",
    ),
    Specimen(
        "French in Windows-1252",
        as_text(study(), ("durée", "présence", "réussite")).encode("cp1252"),
        "cp1252",
        target="réussite",
        inputs="durée présence",
    ),
    Specimen(
        "degrees in Latin-1",
        as_text(study(), ("temp °C", "größe", "passed")).encode("latin-1"),
        "cp1252",
        inputs="temp °C größe",
    ),
    Specimen(
        "Korean names in decomposed letters",
        unicodedata.normalize("NFD", KOREAN_TEXT).encode(),
        target="합격여부",
        inputs="공부시간 출석률",
    ),
    Specimen(
        "Korean cut off in a letter",
        (KOREAN_TEXT + "1.0,50,합격").encode()[:-1],
        rows=41,
        told="damaged_text rows_with_gaps",
        target="합격여부",
        inputs="공부시간 출석률",
    ),
)

DIVIDED = (
    Specimen("sep=;", ("sep=;\n" + _COMMAS).encode(), delimiter=";"),
    Specimen("semicolons and decimal commas", _COMMAS.encode(), delimiter=";"),
    Specimen("tabs", as_text(study(), ENGLISH, "\t").encode(), delimiter="\t"),
    Specimen(
        "runs of spaces",
        "\n".join(f"{h:>6} {a:>6}   {p}" for h, a, p in [ENGLISH, *study()]).encode(),
        delimiter=" ",
    ),
    Specimen("pipes", as_text(study(), ENGLISH, " | ").encode(), delimiter="|"),
    Specimen(
        "NumPy's savetxt",
        (
            "# x1 x2 y\n"
            + as_text(
                each(
                    lambda n, r: (
                        f"{float(r[0]):.18e}",
                        f"{float(r[1]):.18e}",
                        str(int(r[2] == "yes")),
                    )
                ),
                (),
                " ",
            )
        ).encode(),
        delimiter=" ",
        target="y",
        inputs="x1 x2",
        told="comments",
    ),
    Specimen(
        "comments between rows",
        ("% made by hand\n%\n" + _ENGLISH_TEXT + "% the end\n").encode(),
        told="comments",
    ),
    Specimen(
        "a column called #",
        as_text(each(lambda n, r: (str(n), *r)), ("#", *ENGLISH)).encode(),
        left_out="rows",
    ),
    Specimen("old line ends", as_text(study(), ENGLISH, ",", "\r").encode()),
    Specimen(
        "copied from a spreadsheet",
        as_text(each(lambda n, r: (f'"note\n{n}"', *r)), ("note", *ENGLISH), "\t").encode(),
        delimiter="\t",
        left_out="id",
    ),
)

HEADED = (
    Specimen(
        "pandas' index",
        as_text(each(lambda n, r: (str(n - 1), *r)), ("", *ENGLISH)).encode(),
        left_out="nameless_rows",
    ),
    Specimen(
        "R's row names",
        as_text(each(lambda n, r: (f'"{n}"', *r)), tuple(f'"{n}"' for n in ENGLISH)).encode(),
        left_out="nameless_rows",
    ),
    Specimen(
        "R's named rows",
        as_text(each(lambda n, r: (f"Kim {n}", *r)), ENGLISH, "\t").encode(),
        delimiter="\t",
        left_out="nameless_id",
    ),
    Specimen("no header, .data", as_text(study()).encode(), target="#3", inputs="#1 #2"),
    Specimen(
        "a class first, no header",
        as_text(
            each(
                lambda n, r: (str(1 + n % 3), r[0], f"{float(r[1]) + n / 100}", f"{n * 17 % 29}.5")
            )
        ).encode(),
        target="#1",
        inputs="#2 #3 #4",
        classes=3,
    ),
    Specimen(
        "the same name twice",
        as_text(study(), ("score", "score", "passed")).encode(),
        inputs="score score (2)",
        told="same_names",
    ),
    Specimen(
        "a title above",
        ("2024년 1학기 성적,,\n,,\n" + KOREAN_TEXT).encode(),
        told="empty_lines titles",
        target="합격여부",
        inputs="공부시간 출석률",
    ),
    Specimen(
        "years for names",
        as_text(
            [(f"시{n}", str(n), str(2 * n), str(n * n)) for n in range(1, 13)],
            ("지역", "2019", "2020", "2021"),
        ).encode(),
        rows=12,
        samples=12,
        target="2021",
        inputs="2019 2020",
        classes=0,
        left_out="id",
    ),
    Specimen("commas at every end", as_text(each(lambda n, r: (*r, "")), (*ENGLISH, "")).encode()),
    Specimen(
        "commas at the rows' ends alone", as_text(each(lambda n, r: (*r, "")), ENGLISH).encode()
    ),
    Specimen(
        "words alone",
        as_text(
            [
                (w, t, "a" if w < "m" else "b")
                for w in ("hot", "mild", "zero")
                for t in ("wet", "dry")
            ],
            ("weather", "ground", "class"),
        ).encode(),
        rows=6,
        samples=6,
        target="class",
        inputs="weather ground",
        told="one_hot zero_one",
    ),
)

WRITTEN = (
    Specimen(
        "1.200,5",
        as_text(each(lambda n, r: (f"1.{200 + n},{n}", comma(r[0]), r[2])), ENGLISH, ";").encode(),
        delimiter=";",
    ),
    Specimen(
        "3,214 with tabs",
        as_text(each(lambda n, r: (f"{n},{214 + n}", r[1], r[2])), ENGLISH, "\t").encode(),
        delimiter="\t",
        asked="which_decimal",
    ),
    Specimen(
        "3,214 beside 1.5",
        as_text(each(lambda n, r: (f'"{n},{214 + n}"', r[0], r[2])), ENGLISH).encode(),
    ),
    Specimen("percent", as_text(_SHARES, ENGLISH).encode(), told="percent"),
    Specimen(
        "currency and units",
        as_text(each(lambda n, r: (f'"₩{n},500"', f"{r[1]} kg", r[2])), ENGLISH).encode(),
        told="unit unit",
    ),
    Specimen(
        "원, 세",
        as_text(each(lambda n, r: (f'"{n},500원"', f"{r[1]}세", r[2])), ENGLISH).encode(),
        told="unit unit",
    ),
    Specimen(
        "full-width digits",
        as_text(
            each(lambda n, r: (r[0].translate({48 + d: 0xFF10 + d for d in range(10)}), *r[1:])),
            ENGLISH,
        ).encode(),
    ),
    Specimen(
        "minus and thin spaces",
        as_text(each(lambda n, r: (f"−{r[0]}", f"{n}\u202f000", r[2])), ENGLISH).encode(),
    ),
    Specimen(
        "1, 1.0 and +1 as one class",
        as_text(
            each(lambda n, r: (*r[:2], ("1", "1.0", "+1")[n % 3] if r[2] == "yes" else "0")),
            ENGLISH,
        ).encode(),
    ),
    Specimen(
        "gaps of all kinds",
        as_text(
            each(
                lambda n, r: (
                    ("", "NA", "-", "?", "null", "결측", ".", r[0])[min(n, 8) - 1],
                    *r[1:],
                )
            ),
            ENGLISH,
        ).encode(),
        samples=33,
        told="rows_with_gaps",
    ),
    Specimen(
        "a cell that is no number",
        as_text(each(lambda n, r: ("absent" if n == 5 else r[0], *r[1:])), ENGLISH).encode(),
        samples=39,
        told="no_numbers rows_with_gaps",
    ),
    Specimen("ragged rows", (_ENGLISH_TEXT + "1,2\n1,2,yes,4\n").encode(), told="odd_rows"),
    Specimen(
        "a quotation mark too many",
        (_ENGLISH_TEXT + '1.5,"60,yes\n9.5,90,yes\n').encode(),
        rows=41,
        samples=41,
        told="open_quote odd_rows",
    ),
)

MEANT = (
    Specimen(
        "ISO dates",
        as_text(each(lambda n, r: (_DAYS[n - 1], *r)), ("when", *ENGLISH)).encode(),
        left_out="date",
    ),
    Specimen(
        "Korean dates",
        as_text(each(lambda n, r: (f"2024년 3월 {1 + n % 28}일", *r)), ("날짜", *ENGLISH)).encode(),
        left_out="date",
    ),
    Specimen(
        "2024.03.01",
        as_text(
            each(lambda n, r: (_DAYS[n - 1].replace("-", "."), *r)), ("when", *ENGLISH)
        ).encode(),
        left_out="date",
    ),
    Specimen(
        "3/4/2024",
        as_text(
            each(lambda n, r: (f"{1 + n % 12}/{1 + n % 11}/2024", *r)), ("when", *ENGLISH)
        ).encode(),
        left_out="date",
        asked="which_day",
    ),
    Specimen(
        "25/12/2024",
        as_text(
            each(lambda n, r: (f"{1 + n % 28}/{1 + n % 12}/2024", *r)), ("when", *ENGLISH)
        ).encode(),
        left_out="date",
    ),
    Specimen(
        "two words as an input",
        as_text(each(lambda n, r: (("남", "여")[n % 2], *r)), ("성별", *ENGLISH)).encode(),
        inputs="성별 hours attendance",
        told="zero_one",
    ),
    Specimen(
        "three words as an input",
        as_text(each(lambda n, r: (_TOWNS[n % 3], *r)), ("town", *ENGLISH)).encode(),
        inputs="town hours attendance",
        told="one_hot",
    ),
    Specimen(
        "names and student numbers",
        as_text(
            each(lambda n, r: (f"2024{n * 37 % 97:04d}", f"김{n}", *r)), ("학번", "이름", *ENGLISH)
        ).encode(),
        left_out="id id",
    ),
    Specimen(
        "a column that never changes",
        as_text(each(lambda n, r: ("2024", *r)), ("year", *ENGLISH)).encode(),
        left_out="constant",
    ),
    Specimen(
        "a text column",
        as_text(each(lambda n, r: (f"word {n % 20}", *r)), ("address", *ENGLISH)).encode(),
        left_out="words",
    ),
    Specimen(
        "26 classes",
        as_text(
            [(str(n % 26), str(n * 7 % 31), chr(97 + n % 26)) for n in range(104)],
            ("a", "b", "letter"),
        ).encode(),
        rows=104,
        samples=104,
        target="letter",
        inputs="a b",
        classes=26,
    ),
    Specimen(
        "two targets",
        as_text(
            each(lambda n, r: (r[0], r[1], f"{n}.5", f"{40 - n}.25")), ("a", "b", "y1", "y2")
        ).encode(),
        target="y1 y2",
        inputs="a b",
        classes=0,
    ),
    Specimen(
        "more rows than are taken",
        as_text(study(20_100), ENGLISH).encode(),
        rows=20_100,
        samples=20_000,
        told="random_rows",
    ),
)

SPECIMENS = (
    *GIVEN,
    *ENCODED,
    *DIVIDED,
    *HEADED,
    *WRITTEN,
    *MEANT,
    *ODDITIES,
    *CLASSROOM,
    *SPELLINGS,
)


def main() -> None:
    """Print the list: what was understood of each, and what was asked and said."""
    for number, specimen in enumerate(SPECIMENS, start=1):
        found = understand(specimen.name, specimen.data)
        made = found.specimen
        kind = f"{made.classes} classes" if made.classes else "numbers"
        print(
            f"{number}. {made.name}: {made.encoding}, cells parted by {made.delimiter!r}, "
            f"{made.rows} rows; {made.target} ({kind}) by {made.inputs}, {made.samples} samples"
        )
        for sentence in found.sentences:
            print(f"   - {sentence}")


if __name__ == "__main__":
    main()
