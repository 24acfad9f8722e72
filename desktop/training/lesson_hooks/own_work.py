"""One's own training as text: with how it is looked at, and what can be undone and made again."""

from __future__ import annotations

from dataclasses import replace

from desktop.training.experiments.experiment_stack import ExperimentStack
from desktop.training.pictures.stage import Stage
from desktop.training.run.edits import TrainingEdits
from desktop.training.run.session import TrainingSession
from engine.graph.text_limits import LONGEST_NAME
from engine.training.analysis.input_plane import choice_text, read_choice
from engine.training.run.record_reading import read_training
from engine.training.run.record_writing import to_json
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import TrainingRecord

_PICTURE, _EXPERIMENT, _PLANE = "picture", "experiment", "plane"


def own_text(
    session: TrainingSession,
    edits: TrainingEdits,
    stage: Stage,
    views: ExperimentStack,
    first: TrainingSetup,
) -> str | None:
    """Return everything of one's own as JSON text; None where nothing would be missed.

    Args:
        session: The training.
        edits: What can be undone.
        stage: The picture shown.
        views: The experiments.
        first: What there is at first.
    """
    content = replace(session.content, edits=edits.written)
    if to_json(content) == to_json(TrainingRecord.of(first)):
        return None
    plane = choice_text(stage.selection.plane_choice, LONGEST_NAME)
    shown = {_PICTURE: stage.name, _EXPERIMENT: views.current, _PLANE: plane}
    return to_json(replace(content, views=shown))


def show_own_text(
    text: str,
    session: TrainingSession,
    edits: TrainingEdits,
    stage: Stage,
    views: ExperimentStack,
) -> None:
    """Show what ``own_text`` gave.

    Raises:
        FileFormatError: It is no such text, or damaged.
    """
    *_, content = read_training(text)
    assert content is not None, "a reader's last record is the content"
    session.open(replace(content, views={}))
    edits.take_over_written(content.edits)
    picture, experiment = (content.views.get(name) for name in (_PICTURE, _EXPERIMENT))
    plane = read_choice(content.views.get(_PLANE, ""))
    if plane is not None:
        stage.selection.choose_plane(plane)
    if picture in stage.names:
        stage.choose(picture)
    if experiment in views.names:
        views.show_view(experiment)
