"""What the optimizers page keeps to itself until a learner has said what it will be."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.optimizers.centre_pane import BASINS, RACE, SWEEP, CentrePane
from desktop.optimizers.side_columns import LeftColumn, RightColumn
from desktop.widgets.panels.veil import Veil

PATHS, NUMBERS = "paths", "numbers"
RACE_VEILS = frozenset({PATHS, NUMBERS})


def race_veil(left: LeftColumn, right: RightColumn, centre: CentrePane, parent: QWidget) -> Veil:
    """Return the veil of a page, which hides nothing yet."""
    veil = Veil(parent)
    for part in (right.table, right.calmer, right.update_card):
        veil.cover(part, PATHS, NUMBERS)
    # Its axes alone would be drawn of a race without paths.
    veil.cover(centre.stage.progress.plots, PATHS, NUMBERS)
    for action in (right.table.copy_action, *right.update_card.term_actions):
        veil.close(action, PATHS, NUMBERS)

    def offer() -> None:
        # The basins and the sweep of rates tell where all the methods get to.
        is_hidden = veil.hides(PATHS, NUMBERS)
        if is_hidden and centre.switch.name != RACE:
            centre.switch.choose(RACE)
        for name in (BASINS, SWEEP):
            centre.switch.set_offered(name, not is_hidden)

    veil.changed.connect(offer)
    return veil
