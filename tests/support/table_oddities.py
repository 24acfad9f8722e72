"""Tables that are more than a table: made for reports and forms, or known from courses."""

from __future__ import annotations

from tests.support.table_corpus import ENGLISH, KOREAN, Specimen, as_text, each, in_korean, study
from tests.support.workbooks import text_sheet, workbook

_DASHES = ("---", ":--", "---")


ODDITIES = (
    Specimen(
        "sums and means below",
        (as_text(in_korean(), KOREAN) + "합계,2000,\n평균,50,\n").encode(),
        target="합격여부",
        inputs="공부시간 출석률",
        told="totals",
    ),
    Specimen(
        "a table of Markdown",
        ("| " + as_text([ENGLISH, _DASHES, *study()], (), " | ", " |\n| ")).encode()[:-2],
        delimiter="|",
        told="empty_lines",
    ),
    Specimen(
        "yes, Yes and YES",
        as_text(
            each(lambda n, r: (*r[:2], (r[2], r[2].upper(), r[2].title())[n % 3])), ENGLISH
        ).encode(),
        told="same_words",
    ),
    Specimen(
        "answers of a form",
        as_text(
            each(lambda n, r: (f"2024. 3. {1 + n % 28} 오후 2:{10 + n}:00", f"a{n}@x.kr", *r)),
            ("타임스탬프", "이메일", *ENGLISH),
        ).encode(),
        left_out="date id",
    ),
    Specimen(
        "answers of a form with remarks at the end",
        as_text(
            each(
                lambda n, r: (
                    f"2024/05/{1 + n % 28:02d} 3:{n:02d}:12 오후 GMT+9",
                    *r,
                    ("", "좋아요", "없음")[n % 3],
                )
            ),
            ("타임스탬프", *ENGLISH, "비고"),
        ).encode(),
        left_out="date notes",
    ),
    Specimen(
        "classes of a school, shops and zip codes",
        as_text(
            each(
                lambda n, r: (
                    f"{n}호점",
                    f"{1 + n % 3}반",
                    f"{98_000 + 40 * (n % 4)}",
                    str(7 * n % 31),
                    *r,
                )
            ),
            ("지점", "반", "zipcode", "shop_id", *ENGLISH),
        ).encode(),
        inputs="반 zipcode hours attendance",
        told="one_hot one_hot",
        left_out="id codes",
    ),
    Specimen(
        "houses with the moment of their sale",
        as_text(
            each(lambda n, r: (f"2014{1 + n % 12:02d}{1 + n % 28:02d}T000000", *r)),
            ("date", *ENGLISH),
        ).encode(),
        left_out="date",
    ),
    Specimen(
        "fourteen lines above, the target in the middle with its unit",
        (
            "".join(f'"□ 조건 {n} : 전체, 모두"\n' for n in range(14))
            + as_text(
                each(lambda n, r: (str(n), f'"{500 * n + 9_000:,}"', r[0], r[1], "-")),
                ("NO", "거래금액(만원)", "층", "전용면적(㎡)", "해제사유발생일"),
            )
        ).encode("cp949"),
        encoding="cp949",
        target="거래금액(만원)",
        inputs="층 전용면적(㎡)",
        classes=0,
        told="titles",
        left_out="rows empty",
    ),
    Specimen(
        "a rank at the end",
        as_text(
            each(lambda n, r: (*r[:2], f"{n / 7:.2f}", str(n))), ("a", "b", "score", "Rank")
        ).encode(),
        target="score",
        inputs="a b",
        classes=0,
        left_out="rows",
    ),
    Specimen(
        "years that name two columns each",
        as_text(
            each(lambda n, r: (f"town {n}", *(str(n * k * 7919 % 9973) for k in range(1, 5)))),
            ("town", "2021", "2021", "2022", "2022"),
        ).encode(),
        target="2022 (2)",
        inputs="2021 2021 (2) 2022",
        classes=0,
        told="same_names",
        left_out="id",
    ),
    Specimen(
        "units below the names",
        as_text([("(h)", "(%)", ""), *study()], ENGLISH).encode(),
        inputs="hours (h) attendance (%)",
        told="second_header",
    ),
    Specimen(
        "names in two rows",
        as_text(
            [
                ("town", "people", "homes", "people", "homes"),
                *each(lambda n, r: (f"T{n}", *(str(n * k * 7919 % 9973) for k in range(1, 5)))),
            ],
            ("town", "2021", "2021", "2022", "2022"),
        ).encode(),
        target="2022 homes",
        inputs="2021 people 2021 homes 2022 people",
        classes=0,
        told="second_header",
        left_out="id",
    ),
    Specimen(
        "a first sample without a number",
        as_text([("absent", "absent", "no"), *study()], ENGLISH).encode(),
        rows=41,
        told="no_numbers no_numbers rows_with_gaps",
    ),
    Specimen(
        "a class among numbers, without names",
        as_text(each(lambda n, r: (str(842_300 + 7 * n), r[2], *r[:2]))).encode(),
        target="#2",
        inputs="#1 #3 #4",
    ),
    Specimen(
        "commas with spaces and question marks",
        as_text(
            each(lambda n, r: (r[0], ("Private", "State-gov", "?")[n % 3], r[2])), (), ", "
        ).encode(),
        target="#3",
        inputs="#1 #2",
        told="gap_word one_hot",
    ),
    Specimen(
        "more columns than a network has room for",
        as_text(
            each(lambda n, r: (r[2], *(str(n * k * 7919 % 1009 % 50) for k in range(1, 71)))),
            ("label", *(f"p{k}" for k in range(1, 71))),
        ).encode(),
        target="label",
        inputs=" ".join(f"p{k}" for k in range(1, 65)),
        told="no_room",
    ),
    Specimen(
        "a workbook",
        workbook(text_sheet([ENGLISH, *study()])),
        encoding="xlsx",
        told="first_sheet",
    ),
)
