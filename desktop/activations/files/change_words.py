"""What was changed in the Activations space, in a few words, for undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.foundation.translation import filled, translate_engine
from desktop.widgets.fields.number_text import format_number
from engine.activations.activation_setup import CURVES, LINEAR, SIGNALS, ActivationSetup
from engine.formula.own_functions import is_own, own_label, own_symbol
from engine.operations.catalog import OPERATIONS
from engine.training.initializers.catalog import INITIALIZERS

_SWITCHES = {
    "shows_saturation": QT_TRANSLATE_NOOP("ActivationWords", "saturation shaded"),
    "shows_tangent": QT_TRANSLATE_NOOP("ActivationWords", "tangent"),
}
_CURVE_NUMBERS = {
    "x": QT_TRANSLATE_NOOP("ActivationWords", "x"),
    "threshold": QT_TRANSLATE_NOOP("ActivationWords", "flat below"),
    "layers": QT_TRANSLATE_NOOP("ActivationWords", "layers"),
}
_NUMBERS = {
    "depth": QT_TRANSLATE_NOOP("ActivationWords", "layers"),
    "layers": QT_TRANSLATE_NOOP("ActivationWords", "layers"),
    "width": QT_TRANSLATE_NOOP("ActivationWords", "units"),
    "seed": QT_TRANSLATE_NOOP("ActivationWords", "seed"),
}
_VIEWS = {
    CURVES: QT_TRANSLATE_NOOP("ActivationWords", "view: curves"),
    SIGNALS: QT_TRANSLATE_NOOP("ActivationWords", "view: signals"),
    LINEAR: QT_TRANSLATE_NOOP("ActivationWords", "view: linear layers"),
}
_LONGEST = 40


def touched_names(before: ActivationSetup, after: ActivationSetup) -> frozenset[str]:
    """Return the names of what differs, down to the single setting.

    Which of the shown functions is described is only looked at, and is no change.
    """
    first, last = before.curves, after.curves
    found = {f"own {name}" for name in _differing(first.own, last.own)}
    found |= {f"chosen {name}" for name in _differing(first.chosen, last.chosen)}
    for name in _differing(first.settings, last.settings):
        inner = _differing(first.settings.get(name, {}), last.settings.get(name, {}))
        found |= {f"settings {name} {setting}" for setting in inner}
    for name in (*_CURVE_NUMBERS, *_SWITCHES):
        if getattr(first, name) != getattr(last, name):
            found.add(name)
    if before.view != after.view:
        found.add("view")
    for part in (SIGNALS, LINEAR):
        pair = vars(getattr(before, part)), vars(getattr(after, part))
        found |= {f"{part} {name}" for name in _differing(*pair)}
    return frozenset(found)


def change_text(before: ActivationSetup, after: ActivationSetup) -> str:
    """Return what was changed, such as “threshold 0.05 → 0.1”, translated; '' for nothing."""
    touched = touched_names(before, after)
    typed = sorted(name for name in touched if name.startswith("own "))
    if typed:
        # A typed function comes with its curve, and what used it follows its text.
        parts = [_typed(name.removeprefix("own "), before, after) for name in typed]
    else:
        parts = [_part(name, before, after) for name in sorted(touched)]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def name_of(name: str, setup: ActivationSetup) -> str:
    """Return what a function is called: its title, or the formula that was typed."""
    if is_own(name):
        label = own_label(name, setup.curves.own.get(name, ""))
        return label if len(label) <= _LONGEST else f"{label[:_LONGEST]}…"
    return translate_engine(OPERATIONS[name].title) if name in OPERATIONS else name


def _typed(name: str, before: ActivationSetup, after: ActivationSetup) -> str:
    if name in after.curves.own:
        return name_of(name, after)
    text = QCoreApplication.translate("ActivationWords", "throwing {0} away")
    return filled(text, name_of(name, before))


def _part(touched: str, before: ActivationSetup, after: ActivationSetup) -> str:
    kind, _, rest = touched.partition(" ")
    told: dict[str, Callable[[], str]] = {
        "chosen": lambda: _chosen(rest, after),
        "settings": lambda: _setting(rest, before, after),
        "view": lambda: _translated(_VIEWS[after.view]),
        SIGNALS: lambda: _signals(rest, before, after),
        LINEAR: lambda: _linear(rest, before, after),
    }
    if kind in told:
        return told[kind]()
    if kind in _SWITCHES:
        return _translated(_SWITCHES[kind])
    pair = getattr(before.curves, kind), getattr(after.curves, kind)
    return _arrow(_translated(_CURVE_NUMBERS[kind]), *pair)


def _chosen(name: str, after: ActivationSetup) -> str:
    translate = QCoreApplication.translate
    is_shown = name in after.curves.chosen
    text = (
        translate("ActivationWords", "showing {0}")
        if is_shown
        else translate("ActivationWords", "hiding {0}")
    )
    return filled(text, own_symbol(name) if is_own(name) else name_of(name, after))


def _setting(rest: str, before: ActivationSetup, after: ActivationSetup) -> str:
    name, _, setting = rest.partition(" ")
    titles = {item.name: item for item in OPERATIONS[name].settings} if name in OPERATIONS else {}
    if setting not in titles:
        return name_of(name, after)
    default = titles[setting].default
    values = (
        setup.curves.settings.get(name, {}).get(setting, default) for setup in (before, after)
    )
    return _arrow(f"{name_of(name, after)}: {translate_engine(titles[setting].title)}", *values)


def _signals(name: str, before: ActivationSetup, after: ActivationSetup) -> str:
    title = QCoreApplication.translate("ActivationWords", "signals")
    setup = after.signals
    if name in ("activation", "formula"):
        return f"{title}: {name_of(setup.activation, after)}"
    if name == "initializer":
        return f"{title}: {translate_engine(INITIALIZERS[setup.initializer].title)}"
    pair = getattr(before.signals, name), getattr(setup, name)
    return _arrow(f"{title}: {_translated(_NUMBERS[name])}", *pair)


def _linear(name: str, before: ActivationSetup, after: ActivationSetup) -> str:
    title = QCoreApplication.translate("ActivationWords", "linear layers")
    if name == "is_trained":
        return f"{title}: {QCoreApplication.translate('ActivationWords', 'trained on XOR')}"
    pair = getattr(before.linear, name), getattr(after.linear, name)
    return _arrow(f"{title}: {_translated(_NUMBERS[name])}", *pair)


def _arrow(title: str, before: float, after: float) -> str:
    return filled("{0} {1} → {2}", title, format_number(before, 4), format_number(after, 4))


def _translated(words: object) -> str:
    return QCoreApplication.translate("ActivationWords", str(words))


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
