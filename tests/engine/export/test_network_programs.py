"""Programs of a trained network: run, they predict and take the next step as training does."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.export.network_numpy import network_numpy_source
from engine.export.network_pytorch import network_pytorch_source
from engine.export.rule_text import NUMPY, TORCH, rule_text
from engine.export.treatment_text import LINES
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Update
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.datasets.dataset import Dataset, View
from engine.training.datasets.scaling import restored
from engine.training.run.loop import TrainingStep
from engine.training.run.next_update import next_update
from engine.training.run.run import TrainingRun

RULES = [
    (name, variant)
    for name, record in OPTIMIZERS.items()
    for variant in ("", *(item.name for item in record.variants))
]


def with_rule(name: str, variant: str) -> TrainingRun:
    return replace(
        TrainingRun().with_optimizer(name, {"learning_rate": 0.05}), variant=variant, seed=3
    )


def others() -> dict[str, TrainingRun]:
    """Return runs that differ in all but the optimizer."""
    rng = np.random.default_rng(3)
    classes = Dataset(
        rng.standard_normal((9, 2)), np.eye(3)[rng.integers(0, 3, 9)], View(-3, 3, -3, 3)
    )
    base = TrainingRun(data="noisy_xor", data_settings={"samples": 30.0}, layers=(2, 3, 3, 1))
    every = tuple(
        Treated(item, {"limit": 1e-3} if item.name.startswith("clip") else {})
        for item in TREATMENTS.values()
    )
    return {
        "batches": replace(base, batch_size=7, optimizer="nag"),
        "dropout": replace(base, dropout=0.5, batch_size=8),
        "penalties": replace(base, l1=0.01, l2=0.02, activations=("relu", "gelu")),
        "schedule": replace(base, schedules=(Scheduled(SCHEDULES["cosine"]),)),
        "plateau": replace(base, schedules=(Scheduled(SCHEDULES["plateau"]),)),
        "treatments": replace(base, treatments=every),
        "logits": replace(base, loss="binary_cross_entropy_with_logits"),
        "hinge": replace(base, loss="hinge"),
        "softmax": replace(
            base, samples=classes, layers=(2, 4, 3), output="softmax", loss="softmax_cross_entropy"
        ),
        "linear": TrainingRun(
            data="exams", layers=(3, 1), output="identity", loss="mean_squared_error",
            optimizer_settings={"learning_rate": 1e-5},
        ),
        "standardized": replace(base, standardize=True, test_share=0.3, batch_size=5),
        "standardized numbers": TrainingRun(
            samples=two_targets(), standardize=True, layers=(3, 4, 2), output="identity",
            loss="mean_squared_error", optimizer_settings={"learning_rate": 0.05}, batch_size=4,
        ),
    }  # fmt: skip


def two_targets() -> Dataset:
    """Return two numbers to be met, prices and ages, of inputs in unlike units."""
    rng = np.random.default_rng(5)
    inputs = rng.normal(size=(10, 3)) * (1.0, 1000.0, 0.01) + (5.0, 0.0, 3.0)
    targets = inputs @ rng.normal(size=(3, 2)) * (1000.0, 1.0) + (500_000.0, 30.0)
    view = View(0.0, 1.0, 0.0, 1.0)
    return Dataset(inputs, targets, view, is_regression=True,
                   input_names=("rooms", "area", "city=Seoul\nX = 0"),
                   target_names=("price", "age"))  # fmt: skip


def trained(run: TrainingRun, steps: int) -> TrainingStep:
    trainer = FastTrainer(run, accelerated=False)
    return trainer.advance(trainer.first(), steps)


def assert_the_same(source: str, run: TrainingRun, record: TrainingStep, folder: Path) -> None:
    """Run a program as a person would and compare what it gives."""
    path = folder / "network.py"
    path.write_text(source, encoding="utf-8")
    program: dict[str, Any] = runpy.run_path(str(path), run_name="network")
    parameters = [name for name in program if name[0] in "Wb" and name[1:].isdigit()]
    given = {name: program[name] for name in ("X", *parameters)}
    predictions = np.asarray(program["predict"](**given))
    # The program takes what people have, and says what they would say.
    assert np.array_equal(np.asarray(program["X"]), run.original_dataset.inputs)
    expected = restored(record.predictions, run.dataset.target_scales)
    assert predictions == pytest.approx(expected, rel=1e-12, abs=1e-13)
    after = np.concatenate([np.ravel(part.detach() if hasattr(part, "detach") else part)
                            for part in program["next_update"]()])  # fmt: skip
    expected = next_update(run, record).after
    assert after == pytest.approx(expected, rel=1e-11, abs=1e-13)
    assert not np.array_equal(after, record.parameters)


@pytest.mark.parametrize("steps", [0, 5])
@pytest.mark.parametrize(("name", "variant"), RULES)
def test_numpy_takes_the_next_step_of_every_rule(
    name: str, variant: str, steps: int, tmp_path: Path
) -> None:
    run = with_rule(name, variant)
    record = trained(run, steps) if steps else FastTrainer(run).first()
    assert_the_same(network_numpy_source(run, record), run, record, tmp_path)


@pytest.mark.parametrize("name", others())
def test_numpy_takes_the_next_step_of_every_kind_of_run(name: str, tmp_path: Path) -> None:
    run = others()[name]
    record = trained(run, 5)
    assert_the_same(network_numpy_source(run, record), run, record, tmp_path)


@pytest.mark.parametrize("steps", [0, 5])
@pytest.mark.parametrize(("name", "variant"), RULES)
def test_pytorch_takes_the_next_step_of_every_rule(
    name: str, variant: str, steps: int, tmp_path: Path
) -> None:
    pytest.importorskip("torch")
    run = with_rule(name, variant)
    record = trained(run, steps) if steps else FastTrainer(run).first()
    assert_the_same(network_pytorch_source(run, record), run, record, tmp_path)


@pytest.mark.parametrize("name", others())
def test_pytorch_takes_the_next_step_of_every_kind_of_run(name: str, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    run = others()[name]
    record = trained(run, 5)
    assert_the_same(network_pytorch_source(run, record), run, record, tmp_path)


@pytest.mark.parametrize("name", [*others(), *OPTIMIZERS])
def test_the_pytorch_program_is_a_program(name: str) -> None:
    run = others().get(name) or with_rule(name, "")
    source = network_pytorch_source(run, trained(run, 2))
    compile(source, "network.py", "exec")
    assert source.startswith('"""A ')
    assert "torch.autograd.grad" in source
    assert "$" not in source


@pytest.mark.parametrize("write", [network_numpy_source, network_pytorch_source])
def test_a_program_says_what_its_inputs_were_standardized_by(
    write: Callable[[TrainingRun, TrainingStep], str],
) -> None:
    raw = Dataset(np.array([[1.0], [3.0]]), np.zeros((2, 1)), View(0.0, 1.0, 0.0, 1.0))
    run = TrainingRun(samples=raw, standardize=True, layers=(1, 2, 1))
    source = write(run, trained(run, 0))
    assert "(input - mean) / deviation.\nINPUT_MEANS = " in source
    assert "X = (X - INPUT_MEANS) / INPUT_DEVIATIONS" in source
    assert "standardized" not in write(run.changed(standardize=False), trained(run, 0))


def test_a_program_says_what_its_columns_are_called_and_lets_no_name_end_the_line() -> None:
    run = others()["standardized numbers"]
    source = network_numpy_source(run, trained(run, 0))
    assert "# Inputs: rooms, area, city=Seoul" in source
    assert "# Targets: price, age." in source
    assert "\nX = 0" not in source


def test_another_optimizer_begins_with_a_fresh_memory(tmp_path: Path) -> None:
    run = TrainingRun()
    record = trained(run, 3)
    other = run.with_optimizer("adam")
    source = network_numpy_source(other, record)
    assert "step = 1\n" in source
    assert_the_same(source, other, record, tmp_path)


def test_it_can_be_run_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = TrainingRun()
    path = tmp_path / "network.py"
    path.write_text(network_numpy_source(run, trained(run, 2)), encoding="utf-8")
    runpy.run_path(str(path), run_name="__main__")
    shown = capsys.readouterr().out
    assert shown.startswith("predictions: [[")
    assert "W2 after the next step:" in shown


def test_every_treatment_has_its_lines() -> None:
    assert LINES.keys() == set(TREATMENTS)


def test_a_number_of_the_whole_step_is_a_float_in_both_libraries() -> None:
    def rule(point: Any, state: Any, gradient: Any, settings: Any, step: Any) -> Update:
        rate = settings["learning_rate"] / np.sqrt(step)
        return Update(point - rate * np.sign(gradient) * (-2.0), state, {})

    record = replace(OPTIMIZERS["momentum"], rule=rule)
    by_numpy, by_torch = (rule_text(record, dialect).lines for dialect in (NUMPY, TORCH))
    assert by_numpy[-1] == by_torch[-1] == "memory0 = memory0"
    assert "np.sqrt(step)" in by_numpy[-2]
    assert "float(np.sqrt(step))" in by_torch[-2]
    assert "torch.sign(gradient)" in by_torch[-2]
