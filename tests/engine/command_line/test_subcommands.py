"""The subcommands check, descend, train and export: what they print, and what they refuse."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.command_line.main import main
from engine.command_line.subcommands.export import TARGETS
from engine.command_line.tables import table
from engine.command_line.training_history import history_of
from engine.command_line.training_jobs import Job
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import to_json
from engine.graph.groups import group_nodes
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.trajectory import Run
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_surface
from engine.training.compiled.retraining import retraining
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import TrainingRecord
from tests.support.graphs import product_of_sum

A1 = ["(x + y)*z", "x=-2", "y=5", "z=-4"]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    status = main(arguments)
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    return out


def record(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return json.loads(printed(capsys, *arguments, "--json"))


def test_check_shows_three_gradients_that_agree(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, "check", *A1)
    assert found["agree"] is True
    assert {name: row["reverse"] for name, row in found["inputs"].items()} == {
        "x": -4.0,
        "y": -4.0,
        "z": 3.0,
    }
    for row in found["inputs"].values():
        assert row["forward"] == row["reverse"]
        assert row["numeric"] == pytest.approx(row["reverse"], rel=1e-8)
    assert printed(capsys, "check", *A1).splitlines()[-1] == "All agree."


def test_check_of_matrices_takes_every_element(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(
        capsys, "check", "squared_norm(W @ v)", "W=[[0.1,0.5],[-0.3,0.8]]", "v=[0.2,0.4]"
    )
    assert np.allclose(found["inputs"]["W"]["forward"], [[0.088, 0.176], [0.104, 0.208]])
    assert np.allclose(found["inputs"]["v"]["numeric"], [-0.112, 0.636])


def test_check_of_a_large_matrix_says_that_it_took_a_sample(
    capsys: pytest.CaptureFixture[str],
) -> None:
    matrix = np.linspace(-1, 1, 2500).reshape(50, 50).round(3).tolist()
    arguments = ("check", "mean(tanh(W @ v))", f"W={matrix}", f"v={[0.01] * 50}")
    found = record(capsys, *arguments)
    assert (found["checked"], found["elements"]) == (550, 2550)
    row = found["inputs"]["W"]
    assert (row["checked"], row["elements"]) == (500, 2500)
    numbers = [number for line in row["numeric"] for number in line if number is not None]
    assert len(numbers) == 500
    *rows, verdict = printed(capsys, *arguments).splitlines()
    assert verdict == "All of the sample agree: 550 of 2,550 elements were checked."
    assert any(line.strip().startswith("W[") for line in rows)
    coarse = printed(capsys, *arguments, "--step", "1")
    assert "A sample was checked, 550 of 2,550 elements." in coarse


def test_a_graph_that_outgrows_the_memory_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    gates = "; ".join(f"y{index + 1} = tanh(y{index})" for index in range(40))
    vector = [0.5] * 3100
    for subcommand in (("evaluate",), ("check",), ("export", "--to", "numpy")):
        status = main(
            [*subcommand, f"y0 = outer(a, b); {gates}; mean(y40)", f"a={vector}", f"b={vector}"]
        )
        out, err = capsys.readouterr()
        assert (status, out) == (2, "")
        assert err == (
            "This graph needs about 6.3 GB for its values and gradients, and Wiregrad computes up "
            "to 1 GB: make the 3100×3100 numbers of Outer product fewer.\n"
        )


def test_a_large_value_is_printed_by_its_shape(capsys: pytest.CaptureFixture[str]) -> None:
    numbers = f"a={list(range(200))}"
    shown = printed(capsys, "evaluate", "outer(a, a)", numbers)
    assert "value: [200×200 numbers, from 0 to 39601]" in shown
    assert max(map(len, shown.splitlines())) < 2000
    status = main(["evaluate", "outer(a, b)", f"a={[1] * 1100}", f"b={[1] * 1100}", "--json"])
    assert (status, "1,210,000 numbers" in capsys.readouterr().err) == (2, True)


def test_a_long_cell_does_not_widen_the_others() -> None:
    lines = table([("x", "1"), ("y" * 5000, "2"), ("z", "3")])
    assert [len(line) for line in lines] == [6, 5005, 6]


def test_many_signs_are_a_formula_and_what_is_no_option_is_quoted_shortly(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert record(capsys, "evaluate", "--x", "x=2")["value"] == 2
    assert record(capsys, "evaluate", "-" * 501 + "x", "x=2")["value"] == -2
    status = main(["evaluate", "x", "x=2", "--" + "wrong" * 1000])
    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert len(err) < 250


def test_a_training_or_descent_that_would_take_too_long_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(
        ["train", "--layers", "2-64-64-64-64-1", "--data", "spiral", "--batch", "1",
         "--epochs", "100000"]
    ) == 2  # fmt: skip
    assert "--epochs is at most" in capsys.readouterr().err
    formula = " + ".join(["x*y"] * 300)
    status = main(
        ["descend", "--surface", formula, "--optimizer", "sgd", "--start", "1", "2", "--steps",
         "1000000"]
    )  # fmt: skip
    assert status == 2
    assert "--steps is at most" in capsys.readouterr().err


def test_a_training_keeps_numbers_and_not_every_network() -> None:
    content = TrainingRecord.of(TrainingSetup(TrainingRun(layers=(2, 4, 1))))
    made = history_of(Job(content.run, 300, lambda: retraining(content)))
    assert (len(made.entries), made.cause) == (301, None)
    assert (made.entries[-1].epoch, made.last.epoch) == (300, 300)
    assert not any(hasattr(entry, "parameters") for entry in made.entries)


def test_check_says_when_round_off_or_a_kink_spoils_the_numerical_gradient(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rounded = ("check", "sigmoid(x)", "x=1", "--step", "1e-14")
    assert record(capsys, *rounded)["agree"] is False
    assert "differ by more than" in printed(capsys, *rounded)
    assert "x: ReLU has a kink at 0" in printed(capsys, "check", "relu(x)", "x=0")
    assert "no gradient to check" in printed(capsys, "check", "2*3")


def test_descend_prints_the_engines_path(capsys: pytest.CaptureFixture[str]) -> None:
    surface, optimizer = SURFACES["beale"], OPTIMIZERS["momentum"]
    found = record(
        capsys, "descend", "--surface", "beale", "--optimizer", "momentum", "--steps", "30",
        "--start", "1", "1.5", "--set", "learning_rate=0.001",
    )  # fmt: skip
    run = Run(optimizer, {"learning_rate": 0.001})
    (path,) = race(compile_surface(surface), [run], surface.start, 30).trajectories
    assert found["points"] == path.points.tolist()
    assert found["losses"] == path.losses.tolist()
    assert found["ended"] is None
    assert found["settings"]["learning_rate"] == 0.001


def test_descend_takes_any_formula_and_negative_starts(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["descend", "--surface", "x**2 + y**2", "--optimizer", "sgd", "--start", "-1", "2"]
    found = record(capsys, *arguments, "--steps", "1", "--set", "learning_rate=0.25")
    assert found["points"] == [[-1.0, 2.0], [-0.5, 1.0]]
    lines = printed(capsys, *arguments, "--steps", "500").splitlines()
    assert len(lines) < 40
    assert lines[-1].split()[0] == "500"


def test_descend_names_a_divergence(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["descend", "--surface", "rosenbrock", "--optimizer", "sgd"]
    arguments += ["--set", "learning_rate=0.1", "--steps", "50"]
    found = record(capsys, *arguments)
    assert "learning rate 0.1 is too large" in found["ended"]["cause"]
    assert len(found["points"]) == found["ended"]["step"] + 1
    assert printed(capsys, *arguments).splitlines()[-1].startswith("Step ")


def test_train_prints_the_engines_history(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, "train", "--seed", "7", "--epochs", "120")
    run = TrainingRun(seed=7)
    losses = [item.loss for item, _ in zip(train(run), range(121), strict=False)]
    assert [entry["loss"] for entry in found["history"]] == losses
    assert [entry["epoch"] for entry in found["history"]] == list(range(121))
    assert found["solved_at"] is not None
    assert found["diverged"] is None
    lines = printed(capsys, "train", "--seed", "7", "--epochs", "120").splitlines()
    assert lines[0].split() == ["epoch", "loss", "accuracy"]
    assert lines[-1].endswith(f"after epoch {found['solved_at']}.")


def test_train_by_batches_prints_one_row_an_epoch(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(
        capsys, "train", "--data", "circle", "--data-set", "samples=40", "--batch", "10",
        "--optimizer", "adam", "--set", "learning_rate=0.03", "--epochs", "3",
    )  # fmt: skip
    assert [entry["epoch"] for entry in found["history"]] == [0, 1, 2, 3]
    assert len(found["predictions"]) == 40


def test_a_trained_network_is_exported_as_it_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source = printed(capsys, "train", "--seed", "7", "--epochs", "50", "--export", "numpy")
    path = tmp_path / "network.py"
    path.write_text(source, encoding="utf-8")
    runpy.run_path(str(path), run_name="__main__")
    shown = capsys.readouterr().out.splitlines()[0]
    loss = record(capsys, "train", "--seed", "7", "--epochs", "50")["history"][-1]["loss"]
    assert float(shown.removeprefix("value: ")) == pytest.approx(loss, rel=1e-12)


def test_a_training_that_diverges_says_so_and_keeps_its_history(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["train", "--output", "identity", "--loss", "mean_squared_error"]
    arguments += ["--set", "learning_rate=10", "--epochs", "50"]
    found = record(capsys, *arguments)
    assert "learning rate 10 is too large" in found["diverged"]
    assert 1 <= len(found["history"]) < 51
    assert found["solved_at"] is None
    assert "is too large" in printed(capsys, *arguments).splitlines()[-1]


@pytest.mark.parametrize("form", ["numpy", "pytorch", "dot", "latex", "torch"])
def test_export_writes_each_form(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, "export", "--to", form, *A1)
    assert found["source"].strip() == printed(capsys, "export", "--to", form, *A1).strip()
    assert "x" in found["source"]


def test_export_reads_a_saved_graph(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "a1.wiregrad"
    path.write_text(to_json(Drawing(product_of_sum())), encoding="utf-8")
    source = printed(capsys, "export", "--to", "numpy", "--file", str(path))
    assert "def value_and_gradients(x, y, z):" in source


@pytest.mark.parametrize(
    ("form", "plain", "grouped"),
    [
        ("numpy", "def value_and_gradients(x, y, z):", "def scaled_sum_backward(d_f, "),
        ("pytorch", "def forward(x, y, z):", "def scaled_sum(x, y, z):"),
        ("dot", 'label="f: ×"', 'label="f: scaled_sum"'),
        ("latex", r"\[ q = x + y", r"\mathrm{scaled}_{\mathrm{sum}}(x, y, z)"),
    ],
)
def test_export_keeps_the_groups_of_a_saved_graph_on_demand(
    form: str, plain: str, grouped: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    graph, _ = group_nodes(product_of_sum(), product_of_sum().gates(), "scaled_sum")
    path = tmp_path / "a1.wiregrad"
    path.write_text(to_json(Drawing(graph)), encoding="utf-8")
    arguments = ["export", "--to", form, "--file", str(path)]
    without = printed(capsys, *arguments)
    assert plain in without
    assert "scaled" not in without
    assert grouped in printed(capsys, *arguments, "--grouped")
    assert grouped in record(capsys, *arguments, "--grouped")["source"]


def test_export_of_a_saved_graph_without_groups_is_the_same_grouped(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "a1.wiregrad"
    path.write_text(to_json(Drawing(product_of_sum())), encoding="utf-8")
    for form in TARGETS:
        arguments = ["export", "--to", form, "--file", str(path)]
        assert printed(capsys, *arguments, "--grouped") == printed(capsys, *arguments)


def test_export_explains_groups(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["export", "--help"])
    assert left.value.code == 0
    assert "--grouped" in capsys.readouterr().out


DESCEND = ["descend", "--surface", "beale", "--optimizer", "sgd"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check"], "FORMULA"),
        (["check", "x"], "The input x has no value"),
        (["check", "x +", "x=1"], "(At character 4.)"),
        (["check", "x", "x=a"], "Input x: “a” is not a number"),
        (["check", "x", "q=1"], "“q” is not an input"),
        (["check", "1/x", "x=0"], "A division by 0"),
        (["check", "x", "x=1", "--step", "0"], "--step must lie above 0"),
        (["check", "x", "x=1", "--step", "-1"], "--step must lie above 0"),
        (["check", "x", "x=1", "--step", "tiny"], "--step: “tiny” is not a number"),
        (["check", "x", "x=1", "--step", "[1, 2]"], "--step is one number"),
        (["check", "x", "x=1", "--steps", "1"], "nrecognized arguments"),
        (["check", "foo(x)", "x=1"], "foo"),
        (["descend"], "required: --surface, --optimizer"),
        ([*DESCEND[:3], "--optimizer", "adamm"], "“adamm” is not known here"),
        (["descend", "--surface", "beal", "--optimizer", "sgd"], "neither a surface"),
        (["descend", "--surface", "x**2 +", "--optimizer", "sgd"], "(At character"),
        (["descend", "--surface", "x*y", "--optimizer", "sgd"], "add --start X Y"),
        (
            ["descend", "--surface", "x*q", "--optimizer", "sgd", "--start", "1", "1"],
            "“q” is neither",
        ),
        (["descend", "--surface", "", "--optimizer", "sgd"], "empty"),
        ([*DESCEND, "--start", "1"], "--start"),
        ([*DESCEND, "--start", "1", "a"], "--start Y: “a” is not a number"),
        ([*DESCEND, "--steps", "0"], "--steps is a whole number from 1"),
        ([*DESCEND, "--steps", "1.5"], "--steps is a whole number"),
        ([*DESCEND, "--steps", "many"], "--steps: “many” is not a number"),
        ([*DESCEND, "--set", "learning_rate"], "is no setting; write NAME=NUMBER"),
        ([*DESCEND, "--set", "learning_rate=-1"], "between"),
        ([*DESCEND, "--set", "beta=0.9"], "There is no setting “beta”"),
        ([*DESCEND, "--set", "learning_rate=1", "learning_rate=2"], "is set twice"),
        (["train", "--data", "xorr"], "“xorr” is not known here"),
        (["train", "--data-set", "height=1"], "There is no setting “height”"),
        (["train", "--layers", "2-0-1"], "0"),
        (["train", "--layers", "two"], "two"),
        (["train", "--layers", "3-4-1"], "2"),
        (["train", "--activation", "than"], "“than” is not known here"),
        (["train", "--loss", "hing"], "“hing” is not known here"),
        (["train", "--init", "best"], "“best” is not known here"),
        (["train", "--optimizer", "newton"], "“newton” is not known here"),
        (["train", "--set", "learning_rate=fast"], "learning_rate: “fast” is not a number"),
        (["train", "--seed", "-1"], "--seed is a whole number from 0"),
        (["train", "--seed", "abc"], "--seed: “abc” is not a number"),
        (["train", "--epochs", "0"], "--epochs is a whole number from 1"),
        (["train", "--epochs", "1e9"], "--epochs is a whole number"),
        (["train", "--batch", "0"], "--batch is a whole number from 1"),
        (["train", "--export", "word"], "“word” is not known here"),
        (["train", "extra"], "“extra” cannot be read: no such file or directory"),
        (["export"], "required: --to"),
        (["export", "--to", "numpy"], "either a formula, in quotes, or --file"),
        (["export", "--to", "word", "x", "x=1"], "“word” is not known here"),
        (["export", "--to", "numpy", "x"], "The input x has no value"),
        (["export", "--to", "numpy", "x*", "x=1"], "(At character 3.)"),
        (["export", "--to", "numpy", "x + ?", "x=1"], "has no wire yet"),
        (["export", "--to", "numpy", "x", "x=[[1],[1,2]]"], "equally long"),
        (["export", "--to", "numpy", "x", "x=1", "y=2"], "“y” is not an input"),
        (["export", "--to", "numpy", "--file", "/nowhere/a.wiregrad"], "cannot be read"),
        (["export", "--to", "numpy", "x", "x=1", "--file", "a"], "and not both"),
        (["export", "--to", "numpy", "--grouped", "x", "x=1"], "A formula has no groups"),
        (["export", "--to", "latex", "W @ v", "W=[[1,2]]", "v=[1,2,3]"], "inner sizes 2 and 3"),
    ],
)
def test_bad_input_is_answered_by_one_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert sentence in err
    assert err.rstrip().endswith((".", ".)"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"{", "not JSON"), (b"\xff\xfe", "not JSON text"), (b'{"format": "other"}', "its format")],
)
def test_a_file_that_is_no_graph_is_refused(
    content: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.wiregrad"
    path.write_bytes(content)
    assert main(["export", "--to", "dot", "--file", str(path)]) == 2
    assert sentence in capsys.readouterr().err
    path.unlink()
    path.mkdir()
    assert main(["export", "--to", "dot", "--file", str(path)]) == 2


def test_a_file_beyond_all_measure_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "huge.wiregrad"
    with path.open("wb") as file:
        file.truncate(70_000_000)
    assert main(["export", "--to", "dot", "--file", str(path)]) == 2
    assert "“huge.wiregrad” is too large: it is 70 MB, and at most 64 MB" in capsys.readouterr().err
