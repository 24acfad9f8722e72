"""Tables with cells as people spell them: units, ranges, brackets, times, odd spaces."""

from __future__ import annotations

from tests.support.table_corpus import ENGLISH, Specimen, as_text, comma, each, made


def _hundred(value: str) -> str:
    return f"({value[1:]})" if value.startswith("-") else value


SPELLINGS: tuple[Specimen, ...] = (
    Specimen(
        "units in the cells",
        as_text(
            each(lambda n, r: (f"{r[0]} cm", f"{r[1]}kg", r[2])), ("키", "몸무게", "passed")
        ).encode(),
        inputs="키 몸무게",
        told="unit unit",
    ),
    Specimen(
        "ranges of ages",
        as_text(
            each(lambda n, r: (f"{10 * (1 + n % 5)}-{10 * (2 + n % 5)}", r[0], r[2])),
            ("age", "hours", "passed"),
        ).encode(),
        inputs="age hours",
        told="one_hot",
    ),
    Specimen(
        "powers of ten",
        as_text(
            each(lambda n, r: (f"{float(r[0]) * 1000:.2E}", f"{float(r[1]):.3e}", r[2])), ENGLISH
        ).encode(),
    ),
    Specimen(
        "negative numbers in brackets",
        as_text(
            each(
                lambda n, r: (
                    f'"{_hundred(f"{300 * n - 6000:,}")}"',
                    f'"{_hundred(f"{6000 - 310 * n:,}")}"',
                    r[2],
                )
            ),
            ("profit", "loss", "passed"),
        ).encode(),
        inputs="profit loss",
        asked="which_decimal",
        told="brackets brackets",
    ),
    Specimen(
        "circles and crosses",
        as_text(
            each(lambda n, r: (("O", "X")[n % 2], ("예", "아니오")[n // 2 % 2], r[0], r[2])),
            ("제출", "참석", "hours", "passed"),
        ).encode(),
        inputs="제출 참석 hours",
        told="zero_one zero_one",
    ),
    Specimen(
        "a wide series of months",
        as_text(
            made(
                36,
                lambda n, d: (
                    f"지점{n}",
                    *(f"{20 * k + n + d.gauss(0, 1):.1f}" for k in range(12)),
                ),
            ),
            ("지점", *(f"{k}월" for k in range(1, 13))),
        ).encode(),
        rows=36,
        target="12월",
        inputs="1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월",
        samples=36,
        classes=0,
        left_out="id",
    ),
    Specimen(
        "German in latin-1",
        as_text(
            each(lambda n, r: (f"Müller {n}", comma(r[0]), comma(f"{float(r[1]) * 31:.2f}"), r[2])),
            ("Schüler", "Stunden", "Größe (m²)", "bestanden"),
            ";",
        ).encode("latin-1"),
        encoding="cp1252",
        delimiter=";",
        target="bestanden",
        inputs="Stunden Größe (m²)",
        left_out="id",
    ),
    Specimen(
        "French with spaces in thousands",
        as_text(
            each(
                lambda n, r: (
                    f"{1 + n} {int(float(r[0]) * 99):03d},5",
                    comma(f"{r[1]}.25"),
                    ("réussi", "échoué")[r[2] == "no"],
                )
            ),
            ("salaire", "présence", "résultat"),
            ";",
        ).encode("cp1252"),
        encoding="cp1252",
        delimiter=";",
        target="résultat",
        inputs="salaire présence",
    ),
    Specimen(
        "pasted from a page with odd spaces",
        as_text(
            each(lambda n, r: (f"\u00a0{r[0]}\u2009", f"{r[1]}\u00a0%", f"\u200b{r[2]}")),
            ENGLISH,
            "\t",
        ).encode(),
        delimiter="\t",
        told="percent",
    ),
    Specimen(
        "pasted from a document",
        as_text(
            each(lambda n, r: (f"{r[0]:>8s}   {r[1]:>6s}    {r[2]}  ",)),
            ("  hours   attendance   passed ",),
        ).encode(),
        delimiter=" ",
    ),
    Specimen(
        "times of day",
        as_text(
            each(lambda n, r: (f"{8 + n % 12:02d}:{n % 60:02d}", r[1], r[2])),
            ("start", "attendance", "passed"),
        ).encode(),
        inputs="start attendance",
        told="times",
    ),
    Specimen(
        "times of day in Korean, English and short",
        as_text(
            each(
                lambda n, r: (
                    f"오{'전후'[n % 2]} {1 + n % 11}시 {n % 60}분",
                    f"{1 + n % 12}:{n % 60:02d} {'AP'[n % 2]}M",
                    f"{n % 24}시" + (" 30분" if n % 3 == 0 else ""),
                    r[2],
                )
            ),
            ("기상", "lunch", "취침", "passed"),
        ).encode(),
        inputs="기상 lunch 취침",
        told="times times times",
    ),
    Specimen(
        "durations",
        as_text(
            each(
                lambda n, r: (
                    f"{n % 4}시간 {n % 60}분" if n % 4 else f"{n}분",
                    f"{n % 7 + 20}:{n % 60:02d}:30",
                    f"{1 + n % 90}:{n % 60:02d}",
                    r[2],
                )
            ),
            ("공부", "ride", "record", "passed"),
        ).encode(),
        inputs="공부 ride",
        told="durations durations",
        left_out="clocks",
    ),
)
