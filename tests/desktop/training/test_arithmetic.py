"""Numbers open into their arithmetic: symbols, numbers, result, and they agree."""

from __future__ import annotations

import re
from itertools import islice

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled, shut_down
from desktop.training.network.layout import Bias, Connection, Part, Unit
from desktop.training.network.network_numbers import numbers_of
from desktop.training.network.selection import Sample, Selection
from desktop.training.results.arithmetic_card import ArithmeticCard
from desktop.training.results.neuron_lines import neuron_lines
from desktop.training.results.results_panel import ResultsPanel
from desktop.training.results.update_lines import (
    gradient_text,
    number_latex,
    update_lines,
    with_numbers,
)
from desktop.training.setup_panel.training_section import TrainingSection
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.formulas.formula_view import FormulaView
from engine.explanation.latex_text import latex_text
from engine.operations.catalog import OPERATIONS
from engine.optimizers.catalog import OPTIMIZERS
from engine.training.datasets.own import drawn_points
from engine.training.network.losses import loss_formula
from engine.training.network.sample_pass import sample_pass
from engine.training.run.loop import first_record, train
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from tests.support.settling import settle
from tests.support.written_lines import worked_out

WEIGHT = Connection(Unit(0, 1), Unit(1, 2))


@pytest.fixture
def card(qtbot: QtBot) -> ArithmeticCard:
    selection = Selection()
    made = ArithmeticCard(selection)
    selection.setParent(made)
    qtbot.addWidget(made)
    made.resize(280, 300)
    run = TrainingRun()
    made.show_record(run, first_record(run), is_playing=False)
    made.show()
    return made


def choose(card: ArithmeticCard, sample: int | None, part: Part | None) -> None:
    card._selection.set_sample(None if sample is None else Sample(sample))
    card._selection.set_part(part)


def test_numbers_take_the_places_of_symbols() -> None:
    adam = r"w \leftarrow w - \frac{\eta\, \hat m}{\sqrt{\hat v} + \epsilon}"
    values = {"w": -0.5, r"\eta": 0.1, r"\hat m": 0.2, "m": 9.0, r"\hat v": 0.04, r"\epsilon": 1e-8}
    assert with_numbers(adam, values) == (
        r"-0.5 - \frac{0.1 \cdot 0.2}{\sqrt{0.04} + (1 \cdot 10^{-8})}"
    )
    nag = r"w \leftarrow w - \eta\, (g + \gamma v)"
    values = {"w": 1.0, r"\eta": 0.1, "g": -2.0, r"\gamma": 0.9, "v": 3.0}
    assert with_numbers(nag, values) == r"1 - 0.1 \cdot ((-2) + 0.9 \cdot 3)"
    assert number_latex(float("inf")) == r"\infty"


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
@pytest.mark.parametrize("part", [WEIGHT, Bias(Unit(2, 0))])
def test_every_rules_update_ends_at_the_next_weight(
    optimizer: str, part: Connection | Bias
) -> None:
    run = TrainingRun(optimizer=optimizer, optimizer_settings={})
    here, there = islice(train(run), 3, 5)

    lines = update_lines(run, here, part)

    letter = "b" if isinstance(part, Bias) else "w"
    assert lines.symbols.startswith(rf"{letter} \leftarrow")
    assert lines.numbers.startswith(rf"{letter} \leftarrow")
    # Nothing but numbers is left: every symbol was replaced.
    for setting in run.rule.settings:
        assert setting.symbol not in lines.numbers or not setting.symbol.startswith("\\")
    assert numbers_of(run, here.parameters).number(part) != pytest.approx(
        numbers_of(run, there.parameters).number(part), abs=1e-15
    )
    shown = float(
        re.split(r"=|\\approx", lines.result)[1].replace(r" \cdot 10^{", "e").replace("}", "")
    )
    expected = numbers_of(run, there.parameters).number(part)
    assert shown == pytest.approx(expected, rel=1e-3)


def test_plain_descents_numbers_can_be_checked_by_hand(qtbot: QtBot, card: ArithmeticCard) -> None:
    choose(card, None, WEIGHT)
    settle(qtbot, card)
    symbols, numbers, result = card.lines
    assert symbols == r"w \leftarrow w - \eta\, g"
    plain = numbers.split(r"\leftarrow")[1].replace("(", "").replace(")", "")
    weight, rest = plain.strip().split(" - ", 1)
    rate, slope = rest.split(r"\cdot")
    computed = float(weight) - float(rate) * float(slope)
    assert float(re.split(r"=|\\approx", result)[1]) == pytest.approx(computed, abs=2e-4)
    assert all(formula.isVisible() for formula in card.formulas)


def test_a_neurons_output_can_be_checked_by_hand(card: ArithmeticCard) -> None:
    choose(card, 1, Unit(2, 0))
    symbols, numbers, result = card.lines
    assert symbols == "ŷ = sigmoid(w₁·h₁ + w₂·h₂ + w₃·h₃ + w₄·h₄ + b)"
    inside = numbers.removeprefix("≈ sigmoid(").removesuffix(")").replace("−", "-")
    total = 0.0
    for term in inside.split(" + "):
        total += float(np.prod([float(part.strip("()")) for part in term.split("·")]))
    prediction = first_record(TrainingRun()).predictions[1, 0]
    assert 1 / (1 + np.exp(-total)) == pytest.approx(prediction, abs=1e-3)
    assert result.endswith(f"≈ {prediction:.4g}")
    told = float(result.split("(")[1].split(")")[0].replace("−", "-"))
    assert f"{1 / (1 + np.exp(-told)):.4g}" == f"{prediction:.4g}"
    assert f"{total:.4g}" == f"{told:.4g}"


def test_an_input_is_told_in_full_and_a_sample_alone_shows_the_prediction(
    card: ArithmeticCard,
) -> None:
    choose(card, 1, Unit(0, 1))
    assert card.lines == ["x₂ is an input of this sample.", "x₂ = 1"]
    choose(card, 1, None)
    assert card.lines[0].startswith("ŷ = ")
    choose(card, None, None)
    assert card.lines == []
    assert card.heading.startswith("Click on a sample")


def test_a_small_step_is_seen_in_the_weight() -> None:
    run = TrainingRun(optimizer="sgd", optimizer_settings={"learning_rate": 1e-4})
    record = first_record(run)
    lines = update_lines(run, record, WEIGHT)
    before = numbers_of(run, record.parameters).number(WEIGHT)
    weight = lines.numbers.split(r"\leftarrow")[1].split("- ", 1)[0]
    told = [float(text.strip(" ()")) for text in (weight, re.split(r"=|\\approx", lines.result)[1])]
    assert told[0] != told[1]
    assert told[1] - told[0] == pytest.approx(-1e-4 * lines.gradient, rel=0.02)
    assert told[0] == pytest.approx(before, abs=1e-6)
    assert r"\approx" in lines.result


def test_of_a_wide_sum_the_rest_is_one_number(qtbot: QtBot, card: ArithmeticCard) -> None:
    run = TrainingRun(layers=(2, 20, 1))
    card.show_record(run, first_record(run), is_playing=False)
    choose(card, 2, None)
    assert "…" in card.lines[0]
    assert card.lines[1].count("·") == 12


@pytest.mark.parametrize("part", [WEIGHT, Bias(Unit(1, 2))])
def test_the_samples_gradient_is_the_product_it_says(
    card: ArithmeticCard, part: Connection | Bias
) -> None:
    choose(card, 3, part)
    run = TrainingRun()
    found = sample_pass(
        run.network, run.network.start, run.dataset.inputs[3], run.dataset.targets[3]
    )
    text = gradient_text(numbers_of(run, run.network.start), found, part)
    assert card.note == f"The chosen sample alone: {text}"
    layer = found.parameter_gradients[0]
    expected = layer.bias[2] if isinstance(part, Bias) else layer.weights[1, 2]
    assert float(re.split("[=≈]", text)[-1].replace("−", "-")) == pytest.approx(expected, rel=1e-3)


def test_while_it_trains_the_numbers_of_an_update_wait(card: ArithmeticCard) -> None:
    choose(card, None, WEIGHT)
    run = TrainingRun()
    card.show_record(run, first_record(run), is_playing=True)
    assert "Pause" in card.note
    assert card.lines == []
    assert has_settled(card)
    shut_down(card)


def test_the_loss_opens_into_its_terms(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    results = ResultsPanel(panel)
    panel.resize(400, 900)
    panel.show()
    run = TrainingRun(loss="mean_squared_error", l2=0.01)
    record = first_record(run)
    results.show_record(run, record, is_playing=False)
    settle(qtbot, results.loss)
    assert not results.loss.lines
    QTest.mouseClick(results.loss_section.caption, Qt.MouseButton.LeftButton)
    settle(qtbot, results.loss)
    lines = [latex_text(line) for line in results.loss.lines]
    assert lines[0] == "E = 1/n Σ_i (p_i − t_i)^2"
    assert lines[1].startswith("≈ 1/4 ((")
    assert float(lines[-1].rpartition("≈ ")[2]) == pytest.approx(record.loss, abs=5e-5)
    # No line is drawn smaller than it is meant to be, which nobody could read.
    drawn = [view for formula in results.loss.formulas for view in formula.views]
    assert len(drawn) > len(lines)
    assert all(view.width() >= 0.9 * view.sizeHint().width() for view in drawn)
    results.show_record(run, record, is_playing=True)
    assert not any(view.isVisible() for view in results.loss.findChildren(FormulaView))
    shut_down(results)


def test_beside_the_list_stands_what_a_loss_is(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    section = TrainingSection(host)
    host.show()
    for loss, words in (
        ("half_squared_error", "a sum over all samples"),
        ("mean_squared_error", "a mean over all outputs of all samples"),
    ):
        section.show_setup(TrainingSetup(TrainingRun(loss=loss)))
        assert section.loss_label.text() == words
        assert section.loss_view.latex == loss_formula(OPERATIONS[loss])


@pytest.mark.parametrize("scale", [1.0, 900.0])
def test_a_share_of_softmax_is_written_as_it_is_computed(scale: float) -> None:
    samples = drawn_points([[0.2, 0.9], [0.5, 0.1], [0.8, 0.7]], [0, 1, 2])
    run = TrainingSetup(TrainingRun()).with_samples(samples).run
    parameters = scale * first_record(run).parameters
    found = sample_pass(run.network, parameters, run.dataset.inputs[2], run.dataset.targets[2])
    for index, expected in enumerate(found.outputs[-1].tolist()):
        symbols, total, share = neuron_lines(numbers_of(run, parameters), found, Unit(2, index))
        z = f"z{'₁₂₃'[index]}"
        assert symbols.startswith(f"ŷ{'₁₂₃'[index]} = exp({z})/Σ exp(zₖ), {z} = w₁·h₁ + ")
        # No more digits than it takes, and what is written comes out.
        assert max(map(len, re.findall(r"[\d.]+", f"{total} {share}"))) < 12
        _, terms, told = (part.strip() for part in total.split("≈"))
        assert format_number(worked_out(terms), 4) == format_number(worked_out(told), 4)
        _, quotient, told = (part.strip() for part in share.split("≈"))
        assert told == format_number(expected, 4)
        assert format_number(worked_out(quotient), 4) == told
