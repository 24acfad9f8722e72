"""Markdown is read into blocks: a few marks, formulas as they are written, and no HTML."""

from __future__ import annotations

import pytest

from desktop.widgets.rich_text.blocks import (
    Block,
    Code,
    DisplayFormula,
    Formula,
    LineBreak,
    Listing,
    Note,
    Paragraph,
    Picture,
    Piece,
    Side,
    Table,
    Words,
    pieces_of,
)
from desktop.widgets.rich_text.markdown_escape import as_markdown
from desktop.widgets.rich_text.markdown_reader import LONGEST, MOST_FORMULAS, read_markdown


def pieces(text: str) -> tuple[Piece, ...]:
    (block,) = read_markdown(text)
    assert isinstance(block, Paragraph)
    return block.pieces


def plain(text: str) -> str:
    return "".join(piece.text for piece in pieces(text) if isinstance(piece, Words))


def test_words_keep_their_look() -> None:
    assert pieces("a *b* **c** ***d*** `e*f`") == (
        Words("a "),
        Words("b", is_italic=True),
        Words(" "),
        Words("c", is_bold=True),
        Words(" "),
        Words("d", is_bold=True, is_italic=True),
        Words(" "),
        Words("e*f", is_code=True),
    )


def test_the_signs_of_a_formula_are_no_marks() -> None:
    assert pieces("$x_1*y_2*z_3$") == (Formula("x_1*y_2*z_3"),)


def test_what_touches_a_formula_stays_beside_it() -> None:
    assert pieces("For ($x$), $y$와 $z$.") == (
        Words("For "),
        Formula("x", "(", "),"),
        Words(" "),
        Formula("y", "", "와"),
        Words(" "),
        Formula("z", "", "."),
    )


def test_a_long_word_behind_a_formula_is_no_particle_of_it() -> None:
    assert pieces("$x$-dimensionality") == (Formula("x"), Words("-dimensionality"))


def test_a_formula_on_a_line_of_its_own() -> None:
    text = "Before\n\n$$\n\\frac{a}{b}\n$$\n\nafter"
    assert read_markdown(text)[1] == DisplayFormula(r"\frac{a}{b}")


def test_lists_within_lists() -> None:
    text = "- one\n- two\n\n  3. inner\n  4. other\n"
    assert read_markdown(text) == (
        Listing(
            (
                (Paragraph((Words("one"),)),),
                (
                    Paragraph((Words("two"),)),
                    Listing(
                        ((Paragraph((Words("inner"),)),), (Paragraph((Words("other"),)),)), first=3
                    ),
                ),
            )
        ),
    )


def test_a_note_a_line_break_and_code() -> None:
    assert read_markdown("> said\\\nbeside\n\n```python\ndef f():\n    pass\n```\n") == (
        Note((Paragraph((Words("said"), LineBreak(), Words("beside"))),)),
        Code("def f():\n    pass"),
    )


def test_a_table_tells_the_sides_of_its_columns() -> None:
    table = read_markdown("| a | b | c |\n|---|--:|:-:|\n| 1 | $x$ | **2** |\n")[0]
    assert isinstance(table, Table)
    assert table.sides == (Side.LEFT, Side.RIGHT, Side.CENTRE)
    assert table.rows[1] == ((Words("1"),), (Formula("x"),), (Words("2", is_bold=True),))


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "<b>no html</b>",
        "<script>alert(1)</script>",
        "&lt;b&gt;",
        "https://example.org",
        "<https://example.org>",
        "~~kept~~",
        "a --- b",
    ],
)
def test_anything_else_stands_as_it_is_written(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("target", ["b2-xor", "gate:multiply", "gate:max_pool"])
def test_a_link_leads_to_a_lesson_or_a_gate(target: str) -> None:
    assert pieces(f"see [it]({target})")[1] == Words("it", target=target)


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org", "file:///etc/passwd", "javascript:alert(1)", "../other", "/abs",
        "//host/share", "gate:", "Gate:x", "data:text/html,x", "a.md", "#here", "",
    ],
)  # fmt: skip
def test_any_other_link_is_its_words_alone(target: str) -> None:
    found = pieces(f"see [it]({target})")
    assert all(isinstance(piece, Words) and not piece.target for piece in found)
    assert "it" in plain(f"see [it]({target})")


def test_a_picture_has_a_name_and_words() -> None:
    assert pieces("![A line](line.svg)") == (Picture("line.svg", "A line"),)


@pytest.mark.parametrize(
    "name", ["../line.svg", "/line.svg", "https://a.b/c.svg", "line.png", "a/b.svg", "c:line.svg"]
)
def test_a_picture_from_elsewhere_is_told_in_words(name: str) -> None:
    assert pieces(f"![A line]({name})") == (Words("A line"),)


def test_a_picture_without_words_is_not_shown() -> None:
    assert read_markdown("![](line.svg)") == (Paragraph(()),)


def test_what_is_longer_than_any_step_is_left_out() -> None:
    assert len(plain("a" * (2 * LONGEST))) == LONGEST


def test_more_formulas_than_anybody_reads_stand_as_they_are_written() -> None:
    text = "$x$ " * (MOST_FORMULAS + 1)
    assert plain(text) == text
    assert len(pieces("$x$ " * MOST_FORMULAS)) >= MOST_FORMULAS


def test_deep_nesting_comes_to_an_end() -> None:
    assert read_markdown("> " * 5_000 + "deep")
    assert read_markdown("[" * 5_000)
    assert read_markdown("*" * 5_000 + "a")


@pytest.mark.parametrize(
    "text",
    ["2*x_1*y", "# 1", "[a](b)", "$x$", "<b>", "1. one", "- a", "a\\b", "`c`", "|a|", "&lt;"],
)
def test_what_somebody_typed_stands_for_itself(text: str) -> None:
    assert plain(as_markdown(text)) == text


def test_every_piece_is_found_wherever_it_stands() -> None:
    text = "$a$\n\n- $b$\n\n> $c$\n\n$$\nd\n$$\n\n| $e$ |\n|---|\n| $f$ |\n"
    blocks: tuple[Block, ...] = read_markdown(text)
    found = [piece.latex for piece in pieces_of(blocks) if isinstance(piece, Formula)]
    assert found == ["a", "b", "c", "d", "e", "f"]
