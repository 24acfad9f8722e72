"""Weights as files: what is read back is what the network holds, to the last bit."""

from __future__ import annotations

import csv
import io

import numpy as np

from engine.arrays import Array
from engine.export.network_tables import weights_csv, weights_npz
from engine.file_kinds import KNOWN_FILES, kind_of_text
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.own import view_around
from engine.training.datasets.scaling import restored
from engine.training.network.passes import NetworkPasses
from engine.training.network.weight_tables import read_weights
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup

NETWORK = TrainingRun(layers=(2, 3, 1), seed=5).network


def test_numpy_reads_the_weights_layer_by_layer() -> None:
    parameters = NETWORK.start + 0.1
    with np.load(io.BytesIO(weights_npz(NETWORK, parameters)), allow_pickle=False) as read:
        assert sorted(read) == ["W1", "W2", "b1", "b2"]
        first, second = NETWORK.unflatten(parameters)
        np.testing.assert_array_equal(read["W1"], first.weights)
        np.testing.assert_array_equal(read["b2"], second.bias)


def test_a_table_names_each_number_and_where_it_stands() -> None:
    parameters = NETWORK.start / 3.0
    rows = list(csv.DictReader(io.StringIO(weights_csv(NETWORK, parameters))))
    assert len({row["name"] for row in rows}) == len(rows) == parameters.size
    assert sorted(float(row["value"]) for row in rows) == sorted(parameters.tolist())
    first, _ = NETWORK.unflatten(parameters)
    (found,) = (row for row in rows if (row["layer"], row["from"], row["to"]) == ("1", "2", "3"))
    assert float(found["value"]) == first.weights[1, 2]
    assert sum(row["from"] == "" for row in rows) == 4


def test_weights_for_standardized_inputs_come_with_what_these_were_standardized_by() -> None:
    inputs = np.array([[1000.0, 3.0], [2000.0, 1.0], [3000.0, 2.0], [5000.0, 6.0]])
    prices = inputs @ np.array([[130.0], [2.0]])
    data = Dataset(inputs, prices, view_around(inputs), is_regression=True)
    run = TrainingSetup(TrainingRun()).with_table(data).run
    network, parameters = run.network, run.network.start + 0.25
    archive = weights_npz(network, parameters, run.dataset)
    table = weights_csv(network, parameters, run.dataset)
    with np.load(io.BytesIO(archive), allow_pickle=False) as read:
        found = {name: read[name] for name in read}
    # With nothing but the file, prices are predicted from the numbers of the table.
    a = (inputs - found["input_means"]) / found["input_deviations"]
    layers = len(network.layers) - 1
    for layer in range(1, layers + 1):
        a = a @ found[f"W{layer}"] + found[f"b{layer}"]
        a = np.tanh(a) if layer < layers else a
    predicted = a * found["target_deviations"] + found["target_means"]
    np.testing.assert_allclose(predicted, _predictions(run, parameters), rtol=1e-12)
    lines = list(csv.DictReader(io.StringIO(table)))
    for name in ("input_means", "input_deviations", "target_means", "target_deviations"):
        told = [float(line["value"]) for line in lines if line["name"] == name]
        assert told == found[name].tolist()
    # A network that reads them has its own.
    assert kind_of_text(table) == KNOWN_FILES["weights"]
    for content in (archive, table.encode()):
        assert read_weights(content, run.layers).tobytes() == parameters.tobytes()


def _predictions(run: TrainingRun, parameters: Array) -> Array:
    passes = NetworkPasses(run.network)
    passes.load(run.dataset.inputs, run.dataset.targets)
    passes.forward(parameters)
    return restored(passes.prediction, run.dataset.target_scales)
