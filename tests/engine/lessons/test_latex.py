"""Formulas and stars of the words: what the program's own drawers make of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.lessons.checking.emphasis import left_over
from engine.lessons.checking.latex import COMMANDS, ENVIRONMENTS, latex_faults

latex2mathml = pytest.importorskip("latex2mathml")
ziamath_tex = pytest.importorskip("ziamath.tex")
markdown_it = pytest.importorskip("markdown_it")

# What each command needs round it to be drawn at all.
FORMS = {
    "end": r"\begin{matrix} x \end{matrix}",
    "begin": r"\begin{matrix} x \end{matrix}",
    "hline": r"\begin{array}{c} \hline x \end{array}",
    "left": r"\left( x \right)",
    "right": r"\left( x \right)",
    "middle": r"\left( x \middle| y \right)",
    "limits": r"\sum\limits_{i}^{n} x",
    "textcolor": r"\textcolor{red}{x}",
    "color": r"\color{red} x",
}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_of_the_list_is_drawn(command: str) -> None:
    form = FORMS.get(command, rf"\{command}{{x}}{{y}}")
    assert list(latex_faults(form)) == []
    drawn = ziamath_tex.tex2mml(form)
    assert f"\\{command}" not in drawn


@pytest.mark.parametrize("name", sorted(ENVIRONMENTS))
def test_every_environment_of_the_list_is_drawn(name: str) -> None:
    columns = "{cc}" if name == "array" else ""
    form = rf"\begin{{{name}}}{columns} a & b \\ c & d \end{{{name}}}"
    assert list(latex_faults(form)) == []
    assert name not in ziamath_tex.tex2mml(form)


@pytest.mark.parametrize(
    ("latex", "code"),
    [
        (r"\frac{a}{b", "lesson_latex_braces"),
        ("a}", "lesson_latex_braces"),
        (r"\right) x \left(", "lesson_latex_sides"),
        (r"\left( x", "lesson_latex_sides"),
        (r"\unknowncmd x", "lesson_latex_unknown"),
        (r"\fraq{a}{b}", "lesson_latex_near"),
        (r"\? x", "lesson_latex_unknown"),
        (r"\begin{tabular} x \end{tabular}", "lesson_latex_environment"),
        (r"\begin x", "lesson_latex_environment"),
        (r"\begin{matrix} \begin{cases} x \end{matrix} \end{cases}", "lesson_latex_begin"),
        ("x" * 1001, "lesson_latex_long"),
    ],
)
def test_what_is_not_drawn_as_it_is_meant_is_told(latex: str, code: str) -> None:
    assert code in [error.code for error in latex_faults(latex)]


STARS = (
    "**yes** and no",
    "**no(x)**는",
    "**→**를",
    "**7**은",
    "a **b",
    "*a **b** c*",
    "***a***",
    "**a*",
    "* a\n* b **c**\n* **d",
    "a * b ** c",
    "***",
    "**a\n\nb**",
    "**a\nb**",
    r"\**a\**",
    "| a | b |\n|---|---|\n| **c** | **d |",
    "> **a**\n> **b",
    "한국어**(뜻)**은",
    "**가**나**다**",
    "****",
    "****a****",
)


@pytest.mark.parametrize("text", STARS)
def test_a_star_is_left_over_where_the_reader_leaves_one(text: str) -> None:
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(text)
    plain = html.replace("&quot;", '"')
    assert bool(list(left_over(text))) == ("**" in plain and "\\" not in text), html


@given(st.text(alphabet="ab (*.가)\n", max_size=30))
def test_looking_for_stars_ends(text: str) -> None:
    assert all(text[place] == "*" for place in left_over(text))
