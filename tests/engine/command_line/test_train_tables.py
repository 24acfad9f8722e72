"""The subcommand train on tables and on training files: what it reads, prints and refuses."""

from __future__ import annotations

import json
import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.command_line.main import main
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.recording import Recording
from engine.training.run.record_writing import to_json
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import Part, TrainingRecord

CLASSES = ("sun", "rain", "snow")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["train", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def record(capsys: pytest.CaptureFixture[str], *arguments: str) -> Mapping[str, Any]:
    found = json.loads(printed(capsys, *arguments, "--json"))
    assert isinstance(found, dict)
    return found


@pytest.fixture
def weather(tmp_path: Path) -> str:
    """Write days with a temperature, a pressure and a district in words, and what they were."""
    rng = np.random.default_rng(2)
    lines = ["기온,기압,지역,날씨,강수량,바람"]
    for place in range(45):
        kind = place % 3
        warm, pressure = 25 - 12 * kind + rng.normal(), 1013 + 9 * (kind == 0) + rng.normal()
        where = ("서울", "부산")[place % 2]
        rain = 2.0 * warm + 100.0
        lines.append(
            f"{warm:.2f},{pressure:.2f},{where},{CLASSES[kind]},{rain:.3f},{5 * pressure:.2f}"
        )
    path = tmp_path / "날씨.csv"
    path.write_text("\n".join(lines) + "\n", encoding="cp949")
    return str(path)


def test_a_table_of_three_classes_is_split_standardized_and_judged(
    capsys: pytest.CaptureFixture[str], weather: str
) -> None:
    arguments = ("--data", weather, "--target", "날씨", "--inputs", "기온,기압,지역",
                 "--test-share", "0.2", "--epochs", "100")  # fmt: skip
    found = record(capsys, *arguments)
    assert (found["training"]["samples"], found["test"]["samples"]) == (36, 9)
    assert found["training"]["accuracy"] == found["test"]["accuracy"] == 1.0
    assert found["training"]["classes"] == ["rain", "snow", "sun"]
    confusion = np.array(found["test"]["confusion"])
    assert confusion.sum() == confusion.trace() == 9
    assert {"test_loss", "test_accuracy"} <= found["history"][-1].keys()
    text = printed(capsys, *arguments)
    assert "inputs: 기온, 기압, 지역 = 서울\n" in text
    assert "network 3-4-3, SGD at rate 1\n" in text
    assert "coded as 0 for 부산 and 1 for 서울" in text
    assert "training: loss " in text
    assert "36 of 36 right (100.0%)" in text
    assert "true \\ predicted  rain  snow  sun" in text
    # The same seed says the same, and another one trains another network.
    assert record(capsys, *arguments) == found
    assert record(capsys, *arguments, "--seed", "1")["parameters"] != found["parameters"]


def test_two_targets_are_told_each_in_its_own_units(
    capsys: pytest.CaptureFixture[str], weather: str
) -> None:
    arguments = ("--data", weather, "--target", "강수량,바람", "--inputs", "기온,기압")
    found = record(capsys, *arguments, "--epochs", "400")["training"]
    assert [item["name"] for item in found["targets"]] == ["강수량", "바람"]
    assert all(item["r2"] > 0.98 for item in found["targets"])
    predictions = np.array(found["predictions"])
    assert predictions.shape == (45, 2)
    # Of the order of what stands in the table, and not of what the network compares.
    assert 4900 < predictions[:, 1].mean() < 5300
    text = printed(capsys, *arguments)
    assert "inputs and targets standardized" in text
    assert "(of standardized targets)\n  강수량: R² " in text
    plain = printed(
        capsys, *arguments, "--no-standardize", "--set", "learning_rate=1e-6", "--epochs", "1"
    )
    assert "standardized" not in plain


def test_an_exported_network_takes_the_tables_own_units(
    capsys: pytest.CaptureFixture[str], weather: str, tmp_path: Path
) -> None:
    arguments = ("--data", weather, "--target", "강수량", "--inputs", "기온,기압", "--epochs", "20")
    source = printed(capsys, *arguments, "--export", "numpy")
    path = tmp_path / "network.py"
    path.write_text(source, encoding="utf-8")
    runpy.run_path(str(path), run_name="__main__")
    shown = capsys.readouterr().out.splitlines()[0]
    loss = record(capsys, *arguments)["training"]["loss"]
    assert float(shown.removeprefix("value: ")) == pytest.approx(loss, rel=1e-9)
    assert "1013" in source or "1022" in source


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (("--target", "눈"), "The table has no column “눈”; its columns are: 기온, 기압, 지역"),
        (("--inputs", "기온,구름"), "The table has no column “구름”"),
        (("--target", "날씨,지역"), "Column “날씨” has words"),
        (("--target", "날씨", "--loss", "binary_cross_entropy"), ""),
        (("--test-share", "1.5"), "A test share of 1.5"),
        (("--test-share", "many"), "--test-share: “many” is not a number"),
        (("--data-set", "noise=1"), "--data-set is for data sets of the program"),
        (("--rows", "last"), "invalid choice"),
    ],
)
def test_what_a_table_cannot_do_is_said_in_a_sentence(
    changes: tuple[str, ...], sentence: str, weather: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "--data", weather, *changes]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert sentence in err


def test_columns_are_for_tables_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--data", "xor", "--target", "y"]) == 2
    assert "--target is for tables, and --data is none." in capsys.readouterr().err


def changed_on_the_way() -> TrainingRecord:
    """Return a training with another optimizer from step 12 on, and weights that were typed."""
    rng = np.random.default_rng(4)
    setup = TrainingSetup(TrainingRun(seed=7)).with_data("moons").changed(batch_size=8)
    first = setup.with_standardize(True).run
    second = first.with_optimizer("adam").changed(batch_size=16)
    typed = rng.normal(size=len(first.network.start))
    return TrainingRecord((Part(0, first, typed), Part(12, second)), steps=50, position=45)


def test_a_training_file_is_trained_again_bit_for_bit(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    content = changed_on_the_way()
    path = tmp_path / "moons.training"
    path.write_text(to_json(content), encoding="utf-8")
    # As the app does it: a recording that is changed on the way.
    first, second = content.parts
    assert first.parameters is not None
    recording = Recording.begin(first.run, is_fast=True).with_parameters(first.parameters)
    recording = recording.extended([FastTrainer(first.run).advance(recording.last, 12)])
    recording = recording.with_run(second.run)
    app = FastTrainer(second.run).advance(recording.last, 33)
    found = record(capsys, str(path))
    assert found["step"] == 45
    assert found["parameters"] == app.parameters.tolist()
    assert found["predictions"] == app.predictions.tolist()
    assert found["history"][-1]["loss"] == app.loss
    # Going on from there is going on as the app would.
    longer = record(capsys, str(path), "--epochs", str(app.epoch + 4))
    following = FastTrainer(second.run).advance(app, longer["step"] - 45)
    assert longer["parameters"] == following.parameters.tolist()
    assert "standardized" in printed(capsys, str(path))


def test_a_table_in_the_place_of_a_training_is_led_to_its_option(
    weather: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", weather]) == 2
    assert "is a table and no training that was saved: give it to --data" in capsys.readouterr().err


def test_beside_a_training_file_only_how_long_to_go_on_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "moons.training"
    path.write_text(to_json(changed_on_the_way()), encoding="utf-8")
    assert main(["train", str(path), "--layers", "2-4-1"]) == 2
    assert "so --layers has no place beside it" in capsys.readouterr().err
    path.write_text("{}", encoding="utf-8")
    assert main(["train", str(path)]) == 2
    assert "This is not a Wiregrad training" in capsys.readouterr().err
