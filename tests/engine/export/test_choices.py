"""Exported programs hold what settings have decided, and not the question."""

from __future__ import annotations

import pytest

from engine.export.choices import decided
from engine.export.numpy_source import numpy_source
from engine.export.pytorch_source import pytorch_source
from engine.graph.builder import GraphBuilder


@pytest.mark.parametrize(
    ("operation", "settings", "written"),
    [
        ("slice", {"start": 1}, "f = x[1:]"),
        ("slice", {"stop": -1}, "f = x[:-1]"),
        ("slice", {"start": -2, "stop": 3}, "f = x[-2:3]"),
        ("index", {"position": -1}, "f = x[-1]"),
        ("element", {"row": 1}, "f = x[1, 0]"),
        ("reshape", {"rows": 2, "columns": 3}, "f = np.reshape(x, (2, 3))"),
        ("reshape", {"rows": 6}, "f = np.reshape(x, 6)"),
    ],
)
def test_a_program_says_what_its_settings_choose(
    operation: str, settings: dict[str, float], written: str
) -> None:
    builder = GraphBuilder()
    source = builder.source("input", [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], "x")
    graph = builder.build(builder.gate(operation, source, name="f", **settings))
    assert written in numpy_source(graph).splitlines()[9].strip()
    if "np." not in written:
        assert written in pytorch_source(graph)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(a if b.ndim == 1 else b)", "(a if b.ndim == 1 else b)"),
        ("(a + b if 1 else b)*c", "((a + b) * c)"),
        ("x[0:0 or np.size(x)]", "x[:np.size(x)]"),
    ],
)
def test_what_numbers_do_not_decide_stays(text: str, expected: str) -> None:
    assert decided(text) == expected
