"""The foot of a step: the buttons that help, and those that lead on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme
from desktop.lessons.views.button_row import ButtonRow, EnterButton
from desktop.lessons.views.step_offers import Offers, StepForm
from desktop.widgets.panels.text_label import text_label

_GAP_PX = 6


class StepFooter(QFrame):
    """Buttons in two rows: what helps, and the ways on.

    In a low window the row that helps is lent to what is scrolled, so that it leaves the words
    their room; the ways on stay where they are.

    Signals:
        show_me_wanted(): The solution is to be played.
        back_wanted(): The step before is to be shown.
        skip_wanted(): The step is to be passed over.
        next_wanted(): The next step is to be shown.
        missing_wanted(): What is still missing is to be told.
    """

    show_me_wanted = Signal()
    back_wanted = Signal()
    skip_wanted = Signal()
    next_wanted = Signal()
    missing_wanted = Signal()

    def __init__(self, hint: QPushButton, parent: QWidget) -> None:
        """Offer nothing yet.

        Args:
            hint: The button of the hints, which helps too.
            parent: Its owner.
        """
        super().__init__(parent)
        self.setProperty("kind", "footer")
        self._hint = hint
        self._ask_missing = self._button(
            self.tr("What is still missing?"), self.tr("Name what this step still waits for")
        )
        self._show_me = self._button(
            self.tr("Show me"),
            self.tr("Play the solution, one thing at a time; the step then counts as shown"),
        )
        self._back = self._button(self.tr("Back"), self.tr("Go back to the step before"))
        self._skip = self._button(
            self.tr("Skip"), self.tr("Pass over this step; you can come back to it")
        )
        self.next = self._button(self.tr("Next"), self.tr("Go on to the next step (Ctrl+Enter)"))
        self.next.setProperty("kind", "primary")
        self.help, self._ways = ButtonRow(self), ButtonRow(self)
        self.help.add(hint, self._ask_missing, self._show_me)
        # Next stays where it is when Skip comes and goes: a second click there passes nothing over.
        self._ways.add(self._back, self.next, self._skip)
        QWidget.setTabOrder(self.next, self._skip)
        # Here it takes its room from below what is read, which does not move.
        self.notice = text_label(self, "warning")
        self.notice.hide()
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._rows.addWidget(self.help)
        self._rows.addWidget(self._ways)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.notice)
        self._column.addLayout(self._rows)
        for button, wanted in (
            (self._ask_missing, self.missing_wanted),
            (self._show_me, self.show_me_wanted),
            (self._back, self.back_wanted),
            (self._skip, self.skip_wanted),
            (self.next, self.next_wanted),
        ):
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit())

    @property
    def buttons(self) -> dict[str, QPushButton]:
        """The buttons by what they do: hint, missing, show_me, back, skip, next."""
        return {
            "hint": self._hint,
            "missing": self._ask_missing,
            "show_me": self._show_me,
            "back": self._back,
            "skip": self._skip,
            "next": self.next,
        }

    @property
    def held(self) -> QPushButton | None:
        """The button that has the keys, or None."""
        return next((button for button in self.buttons.values() if button.hasFocus()), None)

    def show_offers(self, offers: Offers) -> None:
        """Show what can be done now."""
        self._back.setEnabled(offers.can_go_back)
        self._skip.setVisible(offers.can_skip and not offers.can_go_on)
        self._show_me.setVisible(offers.can_show)
        self._ask_missing.setVisible(offers.is_waiting and not offers.can_go_on)
        self.next.setEnabled(offers.can_go_on)
        self.next.setText(self.tr("Finish") if offers.is_last else self.tr("Next"))

    def show_notice(self, text: str) -> None:
        """Show a sentence above the buttons; empty for none."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def show_help(self) -> None:
        """Take no room for what helps where nothing does."""
        self.help.setVisible(self.help.has_any)

    def lend_help(self) -> ButtonRow:
        """Give up what helps, to be put into another layout."""
        # Left to Qt, the item would be deleted while Python still knows it.
        self._rows.removeWidget(self.help)
        return self.help

    def take_back_help(self) -> None:
        """Stand above the ways on again what helps, which was lent."""
        self._rows.insertWidget(0, self.help)

    def set_form(self, form: StepForm) -> None:
        """Stand in two rows, or in a strip side by side."""
        is_strip = form is StepForm.STRIP
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._rows.setDirection(across if is_strip else down)
        # In a strip the ways on stand at the right.
        self._rows.setStretch(0, 1 if is_strip else 0)

    def set_margin(self, margin: int) -> None:
        """Leave room round the rows, in pixels."""
        self._column.setContentsMargins(margin, margin // 2, margin, margin // 2)
        for layout in (self._column, self._rows):
            layout.setSpacing(theme().px(_GAP_PX))

    def _button(self, text: str, tip: str) -> QPushButton:
        button = EnterButton(text, self)
        explain(button, None, tip)
        return button

    def take_keys(self) -> None:
        """Give the keys to the button that goes on."""
        self.next.setFocus(Qt.FocusReason.TabFocusReason)
