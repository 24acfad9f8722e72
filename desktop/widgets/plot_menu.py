"""The context menu of a plot: its own few entries, and none of the plotting library's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.widgets.page_action import page_action
from desktop.widgets.plot_export import FORMS, PlotExport

Entry = QAction | None


def export_entries(menu: QMenu, export: PlotExport) -> list[QAction]:
    """Return the entries that save and copy what a widget shows; they belong to the menu."""
    save = QCoreApplication.translate("PlotMenu", "Save as {0}…")
    tips = {
        "png": QCoreApplication.translate("PlotMenu", "Save the picture in pixels"),
        "svg": QCoreApplication.translate("PlotMenu", "Save the picture in lines and letters"),
        "csv": QCoreApplication.translate("PlotMenu", "Save the numbers that are shown, in full"),
    }
    entries = [
        page_action(menu, save.format(FORMS[form]), tips[form], _saver(export, form))
        for form in export.forms
    ]
    copy = page_action(
        menu,
        QCoreApplication.translate("PlotMenu", "Copy picture"),
        QCoreApplication.translate("PlotMenu", "Put the picture on the clipboard"),
        export.copy_picture,
    )
    return [*entries, copy]


def _saver(export: PlotExport, form: str) -> Callable[[], None]:
    return lambda: export.save(form)


def make_menu(
    parent: QWidget, export: PlotExport, first: Callable[[QMenu], Sequence[Entry]] | None = None
) -> QMenu:
    """Return a menu for one use: a widget's own entries, then those that export it.

    Args:
        parent: The widget that the menu is about.
        export: Its exports.
        first: Makes the widget's own entries, which belong to the menu; None is a separator.
    """
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    entries: list[Entry] = [] if first is None else [*first(menu), None]
    for entry in [*entries, *export_entries(menu, export)]:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(entry)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
