"""The parts of the training page by the names under which a lesson speaks of them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.training.showing import Shown


def named_parts(shown: Shown, layers: QWidget, experiments: QWidget) -> dict[str, QWidget]:
    """Return the parts by name.

    Args:
        shown: What shows the training.
        layers: The row that adds and removes neurons.
        experiments: The tabs.
    """
    bar, results = shown.run_bar, shown.results
    return {
        "setup": shown.setup,
        "data": shown.setup.data,
        "results": results,
        "numbers": results,
        "experiments": experiments,
        "layers": layers,
        "network": shown.network_pane,
        "picture": shown.stage,
        "pictures": shown.stage.segments,
        "curves": shown.curves,
        "run": bar,
        "scrub": shown.scrub_bar,
        "train": bar.train_button,
        "step": bar.buttons[bar.step_action],
        "epoch": bar.buttons[bar.epoch_action],
        "reset": bar.buttons[bar.reset_action],
        "new_start": bar.buttons[bar.anew_action],
        "pace": bar.speed_box,
        "open_as_graph": bar.graph_button,
        "truth": results.truth_section,
        "arithmetic": results.arithmetic_section,
        "loss_terms": results.loss_section,
        "weights": results.weights_section,
    }
