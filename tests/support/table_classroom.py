"""Tables as teachers have them: sheets of a school, forms, statistics, and data of courses."""

from __future__ import annotations

import random

from tests.support.table_corpus import Specimen, as_text, made

_LIKERT = ("전혀 아니다", "아니다", "보통이다", "그렇다", "매우 그렇다")


def _attendance() -> bytes:
    """Return a sheet with a merged title, and days below the months that they belong to."""
    rows = made(
        40,
        lambda n, d: (
            str(n), f"학생{n}", *(d.choice("○○○○○△") for _ in range(5)),
            str(d.randint(0, 5)), ("우수", "보통")[n % 2],
        ),
    )  # fmt: skip
    head = [
        ("2024학년도 3학년 2반 출석부", *[""] * 8),
        ("번호", "이름", "3월", "", "", "4월", "", "결석일수", "평가"),
        ("", "", "4", "11", "18", "1", "8", "", ""),
    ]
    return as_text([*head, *rows]).encode()


def _answers() -> bytes:
    """Return the answers of a form: the moment, sentences as questions, words of agreement."""
    rows = made(
        60,
        lambda n, d: (
            f"2024/05/{1 + n % 28:02d} {1 + n % 11}:{n % 60:02d}:12 오후 GMT+9",
            f"{n % 3 + 1}학년", d.choice(_LIKERT), d.choice(_LIKERT),
            '"' + ", ".join(d.sample(["축구", "농구", "독서", "게임"], d.randint(1, 3))) + '"',
            f"{d.randint(1, 10)}", d.choice(("예", "아니요")),
        ),
    )  # fmt: skip
    names = (
        "타임스탬프", "학년", "수업이 재미있었다", "설명이 이해하기 쉬웠다",
        '"좋아하는 활동 (복수 선택)"', "전체 만족도", "다음에도 듣겠습니까?",
    )  # fmt: skip
    return as_text(rows, names).encode()


def _exam() -> bytes:
    """Return exam results with words for who was not there."""

    def row(n: int, d: random.Random) -> tuple[str, ...]:
        marks = [str(d.randint(30, 100)) for _ in range(3)]
        if n % 4 == 0:
            marks[n % 3] = ("결시", "미응시")[n // 4 % 2]
        total = sum(int(mark) for mark in marks if mark.isdigit())
        return (str(n), f"학생{n}", *marks, "합격" if total > 190 else "불합격")

    return as_text(made(48, row), ("번호", "이름", "국어", "영어", "수학", "합격여부")).encode(
        "cp949"
    )


def _statistics() -> bytes:
    """Return public statistics: names on three levels, and signs where nothing is told."""
    towns = ("서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기", "강원")

    def row(n: int, d: random.Random) -> tuple[str, ...]:
        people = d.randint(300, 9000)
        told = [str(people), str(round(people * 0.49)), f"{people * 0.4 + d.uniform(-9, 9):.1f}"]
        return (
            f"{towns[n % 10]} {n // 10}구",
            *told,
            str(round(people * 0.41)),
            "X" if n == 7 else "-",
        )

    head = [
        ('"행정구역별"', "2023", "2023", "2023", "2024", "2024"),
        ('"행정구역별"', "총인구 (명)", "남자인구 (명)", "가구 (호)", "가구 (호)", "외국인"),
    ]  # fmt: skip
    return as_text([*head, *made(40, row)]).encode("cp949")


def _weather() -> bytes:
    """Return a day's weather by stations and dates, with gaps where it did not rain."""

    def row(n: int, d: random.Random) -> tuple[str, ...]:
        warm, damp = d.uniform(-5, 30), d.randint(20, 100)
        rain = f"{d.uniform(0, 40):.1f}" if damp > 70 else ""
        return (
            "108", "서울", f"2024-{1 + n % 12:02d}-{1 + n % 28:02d}", f"{warm:.1f}", f"{damp}.0",
            f"{warm - 3:.1f}", rain, f"{d.uniform(990, 1030):.1f}",
        )  # fmt: skip

    names = (
        "지점", "지점명", "일시", "평균기온(°C)", "평균 상대습도(%)", "평균 이슬점온도(°C)",
        "일강수량(mm)", "평균 해면기압(hPa)",
    )  # fmt: skip
    return as_text(made(80, row), names).encode("cp949")


def _stocks() -> bytes:
    def row(n: int, d: random.Random) -> tuple[str, ...]:
        price, before = 70_000 + 137 * n, d.randint(-900, 900)
        return (
            f'"2024/{1 + n // 25:02d}/{1 + n % 25:02d}"', f'"{price:,}"', f'"{before:,}"',
            f'"{100 * before / price:.2f}"', f'"{d.randint(9, 20) * 1_000_003:,}"',
            f'"{price + before:,}"',
        )  # fmt: skip

    names = ("일자", "시가", "대비", "등락률", "거래량", "종가")
    return as_text(made(100, row), names).encode("cp949")


def _penguins() -> bytes:
    kinds = (("Adelie", 38, 18, 190), ("Chinstrap", 48, 18, 196), ("Gentoo", 47, 15, 217))

    def row(n: int, d: random.Random) -> tuple[str, ...]:
        kind, length, depth, wing = kinds[n % 3]
        if n % 17 == 0:
            return (str(n), kind, "Dream", "NA", "NA", "NA", "NA", "NA", "2007")
        return (
            str(n), kind, ("Torgersen", "Biscoe", "Dream")[d.randint(0, 2)],
            f"{length + d.gauss(0, 1):.1f}", f"{depth + d.gauss(0, 0.6):.1f}",
            str(wing + d.randint(-5, 5)), str(3000 + 900 * (n % 3 == 2) + d.randint(0, 700)),
            ("male", "female", "NA")[min(d.randint(0, 9), 2) if n % 11 == 0 else n % 2],
            str(2007 + n % 3),
        )  # fmt: skip

    names = (
        "rowid", "species", "island", "bill_length_mm", "bill_depth_mm", "flipper_length_mm",
        "body_mass_g", "sex", "year",
    )  # fmt: skip
    return as_text(made(150, row), names).encode()


def _abalone() -> bytes:
    def row(n: int, d: random.Random) -> tuple[str, ...]:
        length = d.uniform(0.1, 0.8)
        weight = 2.2 * length**3
        return (
            "MFI"[n % 3], f"{length:.3f}", f"{length * 0.8:.3f}", f"{length * 0.28:.3f}",
            f"{weight:.4f}", str(round(3 + 14 * length + d.gauss(0, 1))),
        )  # fmt: skip

    return as_text(made(120, row)).encode()


def _auto_mpg() -> bytes:
    """Return cars as UCI has them: runs of spaces, a tab, the name in quotes; ? for gaps."""

    def row(n: int, d: random.Random) -> tuple[str, ...]:
        power, weight = d.randint(50, 220), d.randint(1600, 5000)
        miles = 50 - weight / 140 - power / 30 + d.gauss(0, 0.6)
        told = "?" if n % 30 == 0 else f"{power}.0"
        return (
            f"{miles:.1f}   {4 + 2 * (weight > 2600) + 2 * (weight > 3600)}   "
            f"{weight / 12:.1f}      {told:<10s} {weight}.      {d.uniform(9, 24):.1f}   "
            f'{70 + n % 13}  {1 + n % 3}\t"maker model {n % 37}"',
        )  # fmt: skip

    return as_text(made(120, row)).encode()


def _boston() -> bytes:
    def row(_: int, d: random.Random) -> tuple[str, ...]:
        rooms, poor = d.uniform(4, 9), d.uniform(2, 35)
        price = 9 * rooms - 0.5 * poor - 22 + d.gauss(0, 1)
        return (
            f" {d.uniform(0, 9):.5f}  {d.randint(0, 90)}.00  {d.randint(0, 1)}  "
            f"{rooms:.4f}  {d.randint(187, 711)}.0  {poor:.2f}  {price:.2f}",
        )

    return as_text(made(100, row)).encode()


def _bikes() -> bytes:
    def row(n: int, d: random.Random) -> tuple[str, ...]:
        hour, warm = n % 24, d.uniform(-5, 35)
        count = 20 * hour + 12 * warm + (200 if hour in {8, 18} else 0)
        return (
            f"{1 + n // 24:02d}/12/2017", str(round(max(count, 0))), str(hour), f"{warm:.1f}",
            str(d.randint(10, 98)), ("Winter", "Spring")[n % 2], "No Holiday", "Yes",
        )  # fmt: skip

    names = (
        "Date", "Rented Bike Count", "Hour", "Temperature(°C)", "Humidity(%)", "Seasons", "Holiday",
        "Functioning Day",
    )  # fmt: skip
    return as_text(made(192, row), names).encode("latin-1")


def _signs() -> bytes:
    """Return applications for credit as UCI has them: + and − are the classes."""
    rows = made(
        60,
        lambda n, d: (
            "ab"[n % 2], f"{20 + d.randint(0, 40)}.{n % 9}", "?" if n % 20 == 0 else "ug"[n % 2],
            str(d.randint(0, 9)), "tf"[(n // 3) % 2], "+-"[(n // 3) % 2],
        ),
    )  # fmt: skip
    return as_text(rows).encode()


def _mushrooms() -> bytes:
    rows = made(
        90,
        lambda n, _: (
            "ep"[(n // 2) % 2], "xfb"[n % 3], "yw"[(n // 2) % 2],
            "?" if n % 3 == 0 else "bce"[n % 5 % 3], "kn"[n % 2],
        ),
    )  # fmt: skip
    names = ("class", "cap-shape", "cap-color", "stalk-root", "gill-color")
    return as_text(rows, names).encode()


CLASSROOM: tuple[Specimen, ...] = (
    Specimen(
        "an attendance sheet under a merged title",
        _attendance(),
        target="평가",
        inputs="3월 4 3월 11 3월 18 4월 1 4월 8 결석일수",
        told="titles second_header zero_one zero_one zero_one zero_one zero_one",
        left_out="rows id",
    ),
    Specimen(
        "answers of a form in words of agreement",
        _answers(),
        rows=60,
        target="다음에도 듣겠습니까?",
        inputs="학년 수업이 재미있었다 설명이 이해하기 쉬웠다 전체 만족도",
        samples=60,
        told="unit one_hot one_hot",
        left_out="date words",
    ),
    Specimen(
        "an exam that some missed",
        _exam(),
        encoding="cp949",
        rows=48,
        target="합격여부",
        inputs="국어 영어 수학",
        samples=36,
        told="rows_with_gaps",
        left_out="rows id",
    ),
    Specimen(
        "statistics with names on two levels and signs",
        _statistics(),
        encoding="cp949",
        target="2024 가구 (호)",
        inputs="2023 총인구 (명) 2023 남자인구 (명) 2023 가구 (호)",
        classes=0,
        told="second_header",
        left_out="id constant",
    ),
    Specimen(
        "the weather of a station",
        _weather(),
        encoding="cp949",
        rows=80,
        target="평균 해면기압(hPa)",
        inputs="평균기온(°C) 평균 상대습도(%) 평균 이슬점온도(°C)",
        samples=80,
        classes=0,
        left_out="constant constant date gaps",
    ),
    Specimen(
        "stock prices with commas",
        _stocks(),
        encoding="cp949",
        rows=100,
        target="종가",
        inputs="시가 대비 등락률 거래량",
        samples=100,
        classes=0,
        left_out="date",
    ),
    Specimen(
        "penguins",
        _penguins(),
        rows=150,
        target="species",
        inputs="island bill_length_mm bill_depth_mm flipper_length_mm body_mass_g sex year",
        samples=142,
        classes=3,
        told="rows_with_gaps one_hot gap_word one_hot",
        left_out="rows",
    ),
    Specimen(
        "abalone without names",
        _abalone(),
        rows=120,
        target="#1",
        inputs="#2 #3 #4 #5 #6",
        samples=120,
        classes=3,
    ),
    Specimen(
        "cars in columns of spaces with quoted names",
        _auto_mpg(),
        delimiter=" ",
        rows=120,
        target="#8",
        inputs="#1 #2 #3 #4 #5 #6 #7",
        samples=116,
        classes=3,
        told="rows_with_gaps",
        left_out="words",
    ),
    Specimen(
        "houses in columns of spaces",
        _boston(),
        delimiter=" ",
        rows=100,
        target="#7",
        inputs="#1 #2 #3 #4 #5 #6",
        samples=100,
        classes=0,
    ),
    Specimen(
        "bikes by days and hours in latin-1",
        _bikes(),
        encoding="cp1252",
        rows=192,
        target="Rented Bike Count",
        inputs="Hour Temperature(°C) Humidity(%) Seasons",
        samples=192,
        classes=0,
        asked="which_day",
        told="zero_one",
        left_out="date constant constant",
    ),
    Specimen(
        "plus and minus as classes",
        _signs(),
        rows=60,
        target="#6",
        inputs="#1 #2 #3 #4 #5",
        samples=57,
        told="rows_with_gaps zero_one zero_one zero_one",
    ),
    Specimen(
        "question marks in a third of a column",
        _mushrooms(),
        rows=90,
        target="class",
        inputs="cap-shape cap-color stalk-root gill-color",
        samples=90,
        told="one_hot zero_one gap_word one_hot zero_one",
    ),
)
