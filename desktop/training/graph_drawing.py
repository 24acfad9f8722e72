"""The network as the graph it is: its present weights, looking at samples."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.graph.drawing import Drawing
from engine.training.layers import format_layers
from engine.training.loop import StepRecord
from engine.training.run import TrainingRun

# The most samples whose matrices can still be read on a canvas.
_MOST_SAMPLES = 8


def graph_drawing(run: TrainingRun, record: StepRecord) -> Drawing:
    """Return the network at a record as a drawing, to be arranged by whoever shows it.

    A truth table is taken whole, so that the result is the loss of the training; of a larger
    data set the first sample stands for the rest.
    """
    data = run.dataset
    count = len(data) if len(data) <= _MOST_SAMPLES else 1
    graph = run.network.with_samples(record.parameters, data.inputs[:count], data.targets[:count])
    translate = QCoreApplication.translate
    title = translate("GraphDrawing", "Network {0} at epoch {1}")
    description = (
        translate("GraphDrawing", "The weights at this epoch, looking at all samples.")
        if count > 1
        else translate("GraphDrawing", "The weights at this epoch, looking at the first sample.")
    )
    return Drawing(
        graph,
        dict.fromkeys(graph.nodes, (0.0, 0.0)),
        title.format(format_layers(run.layers), record.epoch),
        description,
    )
