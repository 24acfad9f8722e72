"""A long formula is shown in lines that can each be typeset, and stay as large as the others."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.optimizers.page import OptimizersPage
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.formulas.line_breaking import broken
from engine.formula.latex import format_latex
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_surface
from tests.desktop.optimizers.hands import click
from tests.support.settling import settle


@pytest.mark.parametrize("name", list(SURFACES))
def test_every_line_holds_whole_pairs_and_nothing_is_lost(name: str) -> None:
    latex = format_latex(compile_surface(SURFACES[name]).graph)
    lines = broken(latex)
    for line in lines:
        assert line.count(r"\left") == line.count(r"\right")
        assert line.count("{") == line.count("}")
    plain = [text.replace(r"\left", "").replace(r"\right", "") for text in (" ".join(lines), latex)]
    assert plain[0] == plain[1]


def test_a_product_of_long_brackets_is_broken_inside_of_them() -> None:
    inside = " + ".join(f"{number} \\cdot x" for number in range(10, 20))
    lines = broken(rf"\left({inside}\right) \cdot \left({inside}\right)")
    assert len(lines) > 3
    assert lines[0].startswith("(10")
    assert lines[-1].endswith(")")


@pytest.mark.parametrize("name", ["goldstein_price", "ackley"])
def test_long_formulas_are_drawn_at_a_size_that_can_be_read(
    qtbot: QtBot, page: OptimizersPage, name: str
) -> None:
    click(page.surface_panel.chip(name))
    settle(qtbot, page)
    shown = [view for view in page.surface_panel.findChildren(FormulaView) if view.isVisible()]
    assert len(shown) > 2
    for view in shown:
        assert view.is_drawn
        assert view.width() >= 0.8 * (view.sizeHint().width() - 2)
