"""Where the keys are of use in a step, for whoever comes to it by a key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.lessons.views.step_view import StepView

_BY_TAB = Qt.FocusReason.TabFocusReason


def take_useful_keys(step: StepView) -> None:
    """Give the keys to what is to be done in a step.

    That is Next where all is done; else the field of the answer that had them last, or the one in
    which the answer begins; else the button that answers what is done on the page, or one that
    helps; and where nothing of that is there, the words, which are scrolled.
    """
    place = _place(step)
    view = step.question_view
    if place is not None:
        place.setFocus(_BY_TAB)
    elif view is not None and view.has_fields and not step.is_fulfilled:
        view.take_focus()
    else:
        helping = (step.pane.check_button, step.buttons["missing"], step.buttons["hint"])
        can_answer = not step.is_fulfilled
        usable = (each for each in helping[0 if can_answer else 1 :] if each.isVisible())
        next(usable, step).setFocus(_BY_TAB)
    focused: QWidget | None = QApplication.focusWidget()
    if focused is not None and step.pane.isAncestorOf(focused):
        # In a low window what is read may be all that is seen.
        step.bring_into_sight(focused)


def _place(step: StepView) -> QWidget | None:
    """Return the one place that is sure: Next, or the field that had the keys last."""
    following = step.buttons["next"]
    if step.is_fulfilled:
        return following if following.isEnabled() else None
    # Its stubs promise a widget where there may be none.
    last: QWidget | None = step.focusWidget()
    is_field = last is not None and step.pane.isAncestorOf(last) and last.isVisible()
    return last if is_field and last is not step.pane.asked else None
