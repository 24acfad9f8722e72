"""Classes and inputs that are months, days or answers stand in their own order."""

from __future__ import annotations

import pytest

from engine.tables.reading import read_table
from engine.training.datasets.table_data import make_dataset
from engine.training.datasets.table_plan import propose


@pytest.mark.parametrize(
    "words",
    [
        ("Jan", "Feb", "Mar", "Oct"),
        ("월", "수", "금", "일"),
        ("전혀 아니다", "아니다", "보통이다", "그렇다", "매우 그렇다"),
        ("LOW", "medium", "High"),
        ("apple", "kiwi", "pear"),
        ("no", "yes"),
        ("X", "O"),
    ],
)
def test_words_stand_in_the_order_that_they_have(words: tuple[str, ...]) -> None:
    shuffled = sorted(words, key=lambda word: word[::-1])
    rows = [f"{n},{n % 3},{shuffled[n % len(words)]}" for n in range(30)]
    table = read_table("\n".join(["x,y,class", *rows]))
    data = make_dataset(table, propose(table)).dataset
    assert data is not None
    assert data.class_names == words
