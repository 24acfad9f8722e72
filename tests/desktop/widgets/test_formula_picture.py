"""What a formula says can be told from how it is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.widgets.formulas.formula_picture import formula_picture


def drawn(latex: str) -> QImage:
    picture = formula_picture(latex, "#000000", 40.0)
    assert picture is not None
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    picture.renderer.render(painter, QRectF(0, 0, picture.size.width(), picture.size.height()))
    painter.end()
    return image


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"a \cdot \mathbf{1}", r"a \cdot 1"),
        (r"\mathbf{1}[x > 0]", "1[x > 0]"),
        (r"a \odot b", r"a \cdot b"),
        (r"\sigma(x)", "s(x)"),
    ],
)
def test_signs_that_differ_look_different(qapp: QApplication, one: str, other: str) -> None:
    assert drawn(one) != drawn(other)


def test_a_sign_behind_a_relation_is_spaced_alike(qapp: QApplication) -> None:
    # Close to its number behind both; the relations themselves are of one width.
    exact, rounded = (formula_picture(text, "#000000", 40.0) for text in ("= -1", r"\approx -1"))
    assert exact is not None
    assert rounded is not None
    assert abs(exact.size.width() - rounded.size.width()) < 1.0


@pytest.mark.parametrize("sign", [r"\sum", r"\prod"])
@pytest.mark.parametrize("index", ["_i", "_{ij}", "_{i=1}^{n}"])
@pytest.mark.parametrize("brackets", ["()", "[]", "||"])
def test_brackets_round_a_sum_are_about_as_high_as_the_sum(
    qapp: QApplication, sign: str, index: str, brackets: str
) -> None:
    bare = formula_picture(rf"{sign}{index} x_i", "#000000", 16)
    opening, closing = brackets[0], brackets[1]
    within = formula_picture(rf"\left{opening}{sign}{index} x_i\right{closing} n", "#000000", 16)
    assert bare is not None
    assert within is not None
    assert bare.size.height() <= 1.01 * within.size.height()
    assert within.size.height() <= 2 * bare.size.height()
