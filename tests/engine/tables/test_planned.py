"""From the bytes of a file to the samples of a plan, as a table of a class has it."""

from __future__ import annotations

from engine.tables.decoding import decode
from engine.tables.reading import read_table
from engine.training.datasets.table_data import make_dataset
from engine.training.datasets.table_plan import propose

HOURS = """\
번호,공부시간,출석률,합격여부
1,4.0,52,불합격
2,7.6,70,합격
3,,97,불합격
4,9.5,96,합격
"""


def test_a_korean_table_becomes_samples() -> None:
    decoded = decode(HOURS.encode("cp949"))
    table = read_table(decoded.text)
    planned = make_dataset(table, propose(table))

    assert decoded.encoding == "cp949"
    assert decoded.is_guessed
    reason = table.column("번호").reason
    assert reason is not None
    assert reason.code == "table_column_rows"
    data = planned.required()
    assert data.input_names == ("공부시간", "출석률")
    assert data.class_names == ("불합격", "합격")
    assert data.inputs.tolist() == [[4.0, 52.0], [7.6, 70.0], [9.5, 96.0]]
    assert data.targets.tolist() == [[0.0], [1.0], [1.0]]
    assert [told.sentence for told in planned.remarks] == [
        "1 row of 4 left out, with gaps in: 공부시간."
    ]
    assert planned.lines == (2, 3, 5)
