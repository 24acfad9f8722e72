"""The ten tables that were given, as files."""

from __future__ import annotations

from tests.support.table_corpus import FOLDER, Specimen


def _file(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


GIVEN = (
    Specimen(
        "Korean in CP949",
        _file("02_korean_cp949.csv"),
        "cp949",
        target="합격여부",
        inputs="공부시간 출석률",
    ),
    Specimen(
        "Korean in UTF-8", _file("02b_korean_utf8.csv"), target="합격여부", inputs="공부시간 출석률"
    ),
    Specimen(
        "quotes, thousands, percent",
        _file("03_quotes_thousands_percent.csv"),
        rows=30,
        target="bought",
        inputs="income age share",
        samples=30,
        told="percent",
        asked="which_decimal",
        left_out="id",
    ),
    Specimen(
        "gaps and dates",
        _file("04_missing_dates.csv"),
        target="rain",
        inputs="temp humidity",
        samples=31,
        told="rows_with_gaps",
        left_out="date empty",
    ),
    Specimen(
        "iris",
        _file("05_iris.csv"),
        rows=150,
        samples=150,
        target="species",
        classes=3,
        inputs="sepal_length sepal_width petal_length petal_width",
    ),
    Specimen(
        "trailing empty rows",
        _file("09_dup_trailing_blank.csv"),
        rows=20,
        samples=20,
        target="y",
        inputs="x1 x2",
        told="empty_lines",
    ),
    Specimen(
        "house prices",
        _file("11_house_prices.csv"),
        rows=60,
        samples=60,
        target="price",
        inputs="area_sqft bedrooms age_years",
        classes=0,
    ),
    Specimen(
        "a comment",
        _file("16_comment.csv"),
        rows=4,
        samples=4,
        target="y",
        inputs="x1 x2",
        told="comments",
    ),
    Specimen(
        "twelve classes",
        _file("19_12classes.csv"),
        rows=36,
        samples=36,
        target="month",
        inputs="a b",
        classes=12,
    ),
    Specimen(
        "the class first",
        _file("21_class_first.csv"),
        rows=4,
        samples=4,
        target="label",
        inputs="a b",
    ),
)
