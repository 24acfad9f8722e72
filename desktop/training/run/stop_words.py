"""Why the training paused by itself, as a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.training.run.session import TrainingSession
from desktop.widgets.fields.number_text import format_number


def stop_sentence(reason: str, session: TrainingSession) -> str:
    """Return the sentence for a reason to stop; see `TrainingSession.stopped`."""
    translate, epoch = QCoreApplication.translate, session.record.epoch
    if reason == "loss":
        loss = format_number(session.moment.loss, 4)
        return translate("StopWords", "The loss came down to {0} at epoch {1}.").format(loss, epoch)
    if reason == "accuracy":
        accuracy = f"{100 * session.moment.accuracy:.4g} %"
        text = translate("StopWords", "{0} of the samples are right at epoch {1}.")
        return text.format(accuracy, epoch)
    if reason == "epochs":
        return translate("StopWords", "Stopped after epoch {0}.").format(epoch)
    return translate(
        "StopWords", "Solved at epoch {0}: every prediction is within 0.1 of its target."
    ).format(epoch)
