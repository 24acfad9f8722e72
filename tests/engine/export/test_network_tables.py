"""Weights as files: what is read back is what the network holds, to the last bit."""

from __future__ import annotations

import csv
import io

import numpy as np

from engine.export.network_tables import weights_csv, weights_npz
from engine.training.run.run import TrainingRun

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
