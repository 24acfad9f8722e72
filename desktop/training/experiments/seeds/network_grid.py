"""The grid of many networks: a picture of each, whether and when it converged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number
from engine.training.many_networks.many import ManyRecord

PICTURE_PX = 72
_SIDE_PX, _BELOW_PX = 28, 30


class NetworkGrid(QListWidget):
    """One cell for each seed; a click, or Enter on the cell chosen by arrow keys, opens it.

    Signals:
        opened(seed: int): The user wants this network.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        tip = self.tr(
            "What each network answers over the inputs. ✓ and the epoch at which it converged, "
            "or ✗. Click one, or choose it by the arrow keys and press Enter, to open it in "
            "the training view with its seed."
        )
        explain(self, self.tr("Networks, one for each seed"), tip)
        self.itemClicked.connect(self._on_item_opened)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def keyPressEvent(self, event: object) -> None:
        """Open the cell chosen on Enter, and move among the cells by arrow keys."""
        key = event.key()  # type: ignore[attr-defined]
        item = self.currentItem()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._on_item_opened(item)
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def show_record(self, record: ManyRecord) -> None:
        """Write how each network stands; the pictures stay."""
        if [self._seed(row) for row in range(self.count())] != list(record.seeds):
            self.clear()
            for seed in record.seeds:
                item = QListWidgetItem(self)
                item.setData(Qt.ItemDataRole.UserRole, seed)
                item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
                # The list would measure its first item once, before there is a picture in it.
                item.setSizeHint(self.gridSize())
        good, bad = theme().color("success"), theme().color("error")
        for row, seed in enumerate(record.seeds):
            epoch, loss = int(record.converged_at[row]), float(record.losses[row])
            item = self.item(row)
            item.setText(self._caption(seed, epoch))
            item.setForeground(good if epoch >= 0 else bad)
            item.setToolTip(plain(self._sentence(seed, epoch, loss)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._sentence(seed, epoch, loss))

    def show_pictures(self, record: ManyRecord, images: Sequence[QImage]) -> None:
        """Show the pictures of a record, unless other seeds are shown by now."""
        if [self._seed(row) for row in range(self.count())] != list(record.seeds):
            return
        for row, image in enumerate(images):
            self.item(row).setIcon(QIcon(QPixmap.fromImage(image)))

    def forget_pictures(self) -> None:
        """Take the pictures away, for networks that have none."""
        for row in range(self.count()):
            self.item(row).setIcon(QIcon())

    def _seed(self, row: int) -> int:
        return int(self.item(row).data(Qt.ItemDataRole.UserRole))

    def _caption(self, seed: int, epoch: int) -> str:
        mark = f"✓ {epoch}" if epoch >= 0 else "✗"
        return f"#{seed} {mark}"

    def _sentence(self, seed: int, epoch: int, loss: float) -> str:
        number = format_number(loss, 3)
        if epoch >= 0:
            return filled(
                self.tr("Seed {0}: converged at epoch {1}, loss {2}. Click to open it."),
                seed,
                epoch,
                number,
            )
        return filled(self.tr("Seed {0}: not converged, loss {1}. Click to open it."), seed, number)

    def _on_item_opened(self, item: QListWidgetItem) -> None:
        self.opened.emit(int(item.data(Qt.ItemDataRole.UserRole)))

    def _on_theme_changed(self) -> None:
        picture = theme().px(PICTURE_PX)
        self.setFont(theme().font("small"))
        self.setIconSize(QSize(picture, picture))
        self.setGridSize(QSize(picture + theme().px(_SIDE_PX), picture + theme().px(_BELOW_PX)))
        for row in range(self.count()):
            self.item(row).setSizeHint(self.gridSize())
