"""Who wears the style sheet and follows the theme, so that what nobody sees can wait.

A style sheet of the whole application would be put on every widget of every space at each change.
Here a widget that is *dressed* wears the sheet with all in it, and a *scene* is a widget, such as a
page, whose dressed parts and followers wait while it is hidden.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

Piece = Callable[[], object]


class _Follower:
    """A method of an object that lives as long as it wants, and the version it was told of."""

    def __init__(
        self, slot: Callable[..., object], version: int, *, only_paints: bool = False
    ) -> None:
        owner = getattr(slot, "__self__", None)
        if owner is None:
            raise TypeError(f"{slot!r} is no method of an object")
        self.owner = weakref.ref(owner)
        # Qt's own methods, such as updateGeometry, are no functions of Python.
        self.name: str = slot.__name__
        self.version = version
        # Whether it need not be told any more that what it is in wears the style sheet.
        self.is_dressed = only_paints

    def living(self) -> Any:
        """Return the owner, or None when it or what Qt has of it is gone."""
        owner = self.owner()
        gone = owner is None or (isinstance(owner, QObject) and not isValid(owner))
        return None if gone else owner


class Wardrobe:
    """The style sheet in force, who wears it and who is told of a change.

    Attributes:
        version: Counts the changes.
    """

    def __init__(self) -> None:
        self.version = 0
        self._sheet = ""
        self._dressed: list[weakref.ref[QWidget]] = []
        self._worn: weakref.WeakKeyDictionary[QWidget, int] = weakref.WeakKeyDictionary()
        self._scenes: weakref.WeakSet[QWidget] = weakref.WeakSet()
        self._followers: list[_Follower] = []

    def change(self, sheet: str) -> None:
        """Take another style sheet; `pieces` say what is to be done then."""
        self._sheet = sheet
        self.version += 1

    def dress(self, whole: QWidget, *parts: QWidget) -> None:
        """Put the style sheet on a widget and all in it, now and after each change.

        Whoever measures texts follows the changes; what was measured before the sheet was on
        does not hold, so all followers in the widget are told, once: what holds parts together
        may be dressed after each of them by itself.

        Args:
            whole: The widget.
            parts: If given, what wears the sheet in its place, each by itself.
        """
        for widget in parts or (whole,):
            if widget not in self._worn:
                self._dressed.append(weakref.ref(widget))
                self._put_on(widget)
        for follower in list(self._followers):
            if follower.is_dressed:
                continue
            owner = follower.living()
            if isinstance(owner, QObject) and _is_in(owner, whole):
                follower.is_dressed = True
                follower.version = self.version - 1
                self._tell(follower)

    def dress_once(self, widget: QWidget) -> None:
        """Dress a widget that may have been dressed before."""
        if widget not in self._worn:
            self.dress(widget)

    def add_scene(self, widget: QWidget) -> None:
        """Let what is in a widget wait while the widget is hidden."""
        self._scenes.add(widget)

    def follow(self, slot: Callable[..., object], *, only_paints: bool = False) -> None:
        """Call a method after each change, as long as its object lives.

        Args:
            slot: The method.
            only_paints: Whether what it does is the same with the style sheet on and without.
        """
        self._followers.append(_Follower(slot, self.version, only_paints=only_paints))

    def unfollow(self, slot: Callable[..., object]) -> None:
        """Call a method no more."""
        owner = getattr(slot, "__self__", None)
        self._followers = [
            follower
            for follower in self._followers
            if not (follower.name == slot.__name__ and follower.owner() is owner)
        ]

    def pieces(self, scene: QWidget | None = None) -> tuple[list[Piece], list[Piece]]:
        """Return what is still to be done in a scene, or in all that is seen.

        Each piece may be done in a turn of its own of the event loop. Followers come after the
        style sheet, which changes what they measure.

        Returns:
            What is visible, and what is hidden beside it, as behind another tab.
        """
        self._forget_the_gone()
        seen: list[Piece] = []
        unseen: list[Piece] = []
        for owner, piece in self._undone():
            if self._is_wanted(scene, owner):
                is_hidden = isinstance(owner, QWidget) and not owner.isVisible()
                (unseen if is_hidden else seen).append(piece)
        return seen, unseen

    def _undone(self) -> Iterator[tuple[object, Piece]]:
        for reference in self._dressed:
            widget = reference()
            if widget is not None and self._worn.get(widget) != self.version:
                yield widget, partial(self._put_on, widget)
        for follower in self._followers:
            if follower.version != self.version:
                yield follower.living(), partial(self._tell, follower)

    def _put_on(self, widget: QWidget) -> None:
        if not isValid(widget) or self._worn.get(widget) == self.version:
            return
        self._worn[widget] = self.version
        if widget.styleSheet() != self._sheet:
            with _collection_paused():
                widget.setStyleSheet(self._sheet)

    def _tell(self, follower: _Follower) -> None:
        owner = follower.living()
        if owner is not None and follower.version != self.version:
            follower.version = self.version
            getattr(owner, follower.name)()

    def _is_wanted(self, scene: QWidget | None, owner: object) -> bool:
        home = self._scene_of(owner)
        return home is scene if scene is not None else home is None or home.isVisible()

    def _scene_of(self, owner: object) -> QWidget | None:
        place = owner if isinstance(owner, QObject) else None
        while place is not None:
            if isinstance(place, QWidget) and place in self._scenes:
                return place
            place = place.parent()
        return None

    def _forget_the_gone(self) -> None:
        self._followers = [each for each in self._followers if each.living() is not None]
        self._dressed = [
            reference
            for reference in self._dressed
            if (widget := reference()) is not None and isValid(widget)
        ]


def _is_in(inner: QObject, outer: QObject) -> bool:
    place: QObject | None = inner
    while place is not None and place is not outer:
        if isinstance(place, QWidget) and isinstance(outer, QWidget):
            # Asked of Qt in one call: a page has hundreds of followers, ten steps down. It stops
            # at windows, which a dialog in a page is.
            if outer.isAncestorOf(place):
                return True
            place = place.window()
            if place is outer:
                return True
        place = place.parent()
    return place is outer


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Keep Python's garbage collector away while Qt walks over widgets.

    Styling a widget runs Python code, which may start a collection; a widget that only a cycle of
    references had kept would be deleted under Qt's hands.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
