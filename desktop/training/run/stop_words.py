"""Why the training paused by itself, as a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled, percent
from desktop.training.run.session import TrainingSession
from desktop.widgets.fields.number_text import format_number


def stop_sentence(reason: str, session: TrainingSession) -> str:
    """Return the sentence for a reason to stop; see `TrainingSession.stopped`."""
    translate, epoch = QCoreApplication.translate, session.record.epoch
    if reason == "loss":
        loss = format_number(session.moment.loss, 4)
        return filled(
            translate("StopWords", "The loss came down to {0} at epoch {1}."), loss, epoch
        )
    if reason == "accuracy":
        accuracy = percent(f"{100 * session.moment.accuracy:.4g}")
        text = translate("StopWords", "{0} of the samples are right at epoch {1}.")
        return filled(text, accuracy, epoch)
    if reason == "epochs":
        return filled(translate("StopWords", "Stopped after epoch {0}."), epoch)
    return filled(
        translate(
            "StopWords", "Solved at epoch {0}: every prediction is within 0.1 of its target."
        ),
        epoch,
    )
