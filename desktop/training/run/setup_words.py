"""The choices of a run in words: what was changed from one run to another, in a few of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.foundation.translation import filled, translate_engine
from desktop.widgets.fields.number_text import format_number
from engine.operations.catalog import OPERATIONS
from engine.optimizers.optimizer import Optimizer
from engine.quoting import quote
from engine.training.run.run import DROPOUT, L1, L2, TrainingRun

_NAMES = {
    "data": QT_TRANSLATE_NOOP("SetupWords", "data"),
    "data_settings": QT_TRANSLATE_NOOP("SetupWords", "points"),
    "data_seed": QT_TRANSLATE_NOOP("SetupWords", "points drawn anew"),
    "samples": QT_TRANSLATE_NOOP("SetupWords", "own points"),
    "test_share": QT_TRANSLATE_NOOP("SetupWords", "test share"),
    "standardize": QT_TRANSLATE_NOOP("SetupWords", "standardized"),
    "schedules": QT_TRANSLATE_NOOP("SetupWords", "schedule"),
    "treatments": QT_TRANSLATE_NOOP("SetupWords", "clipping"),
    "batch_size": QT_TRANSLATE_NOOP("SetupWords", "batch size"),
    "loss": QT_TRANSLATE_NOOP("SetupWords", "loss"),
    "layers": QT_TRANSLATE_NOOP("SetupWords", "layers"),
    "activation": QT_TRANSLATE_NOOP("SetupWords", "activation"),
    "activations": QT_TRANSLATE_NOOP("SetupWords", "activation"),
    "output": QT_TRANSLATE_NOOP("SetupWords", "output"),
    "initializer": QT_TRANSLATE_NOOP("SetupWords", "initial weights"),
    "seed": QT_TRANSLATE_NOOP("SetupWords", "seed"),
    "variant": QT_TRANSLATE_NOOP("SetupWords", "variant"),
}
_NAMES_OF_OFF = {"standardize": QT_TRANSLATE_NOOP("SetupWords", "not standardized")}
_ARROW = "{0} {1} → {2}"


def changed_names(before: TrainingRun, after: TrainingRun) -> tuple[str, ...]:
    """Return the names of the choices that differ."""
    names = [*_NAMES, "optimizer", "optimizer_settings", "l1", "l2", "dropout"]
    return tuple(
        name
        for name in names
        if (
            before.samples is not after.samples
            if name == "samples"
            else getattr(before, name) != getattr(after, name)
        )
    )


def change_text(before: TrainingRun, after: TrainingRun, has_weights: bool = False) -> str:
    """Return what was changed, such as “learning rate 1 → 0.3”, translated."""
    names = changed_names(before, after)
    parts = [QCoreApplication.translate("SetupWords", "weights")] if has_weights else []
    for name in names:
        if name == "optimizer":
            parts.append(translate_engine(after.rule.title))
        elif name == "optimizer_settings":
            # Another method has settings of its own, and its name says enough.
            if "optimizer" not in names and "variant" not in names:
                parts += _setting_parts(before, after)
        elif name == "data_settings":
            parts += _data_parts(before, after) or [_name(name)]
        elif name in {"l1", "l2", "dropout"}:
            setting = {"l1": L1, "l2": L2, "dropout": DROPOUT}[name]
            title = translate_engine(setting.title)
            parts.append(_arrow(title, getattr(before, name), getattr(after, name)))
        elif name in {"test_share", "batch_size"}:
            parts.append(_arrow(_name(name), getattr(before, name), getattr(after, name)))
        elif name == "loss":
            parts.append(translate_engine(OPERATIONS[after.loss].title))
        elif name == "samples" and after.samples is not None and after.samples.title:
            parts.append(quote(after.samples.title))
        else:
            parts.append(_name(name) if getattr(after, name) is not False else _name_of_off(name))
    return ", ".join(dict.fromkeys(parts))


def _setting_parts(before: TrainingRun, after: TrainingRun) -> list[str]:
    return _arrows(_titles(after.rule), before.optimizer_settings, after.optimizer_settings)


def _data_parts(before: TrainingRun, after: TrainingRun) -> list[str]:
    settings = {item.name: item for item in after.recipe.settings}
    defaults = {name: item.default for name, item in settings.items()}
    titles = {name: translate_engine(item.title) for name, item in settings.items()}
    return _arrows(titles, defaults | dict(before.data_settings), after.data_settings)


def _titles(rule: Optimizer) -> dict[str, str]:
    return {item.name: translate_engine(item.title) for item in rule.settings}


def _arrows(
    titles: Mapping[str, str], before: Mapping[str, float], after: Mapping[str, float]
) -> list[str]:
    return [
        _arrow(titles[name], before.get(name), value)
        for name, value in after.items()
        if name in titles and before.get(name) != value
    ]


def _arrow(title: str, before: float | None, after: float | None) -> str:
    return filled(_ARROW, title, _number(before), _number(after))


def _number(value: float | None) -> str:
    return (
        QCoreApplication.translate("SetupWords", "all")
        if value is None
        else format_number(value, 3)
    )


def _name(name: str) -> str:
    return QCoreApplication.translate("SetupWords", str(_NAMES[name]))


def _name_of_off(name: str) -> str:
    return QCoreApplication.translate("SetupWords", str(_NAMES_OF_OFF[name]))
