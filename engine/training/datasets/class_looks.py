"""Which look each class has in pictures, so that it keeps it when another comes or goes."""

from __future__ import annotations

from dataclasses import replace

from engine.training.datasets.dataset import Dataset


def with_looks(data: Dataset, before: Dataset | None) -> Dataset:
    """Return data whose classes look as they did before; new ones take looks that are free.

    A class is known by its name. One that is called by a whole number has that look, where it is
    free, and all others follow in the order in which they are met among the samples: so nothing
    depends on how names are sorted.

    Args:
        data: The data.
        before: What was trained on before, if that had looks.

    Example:
        >>> import numpy as np
        >>> from engine.training.datasets.dataset import View
        >>> view = View(0.0, 1.0, 0.0, 1.0)
        >>> two = Dataset(np.zeros((2, 2)), np.array([[1.0], [0.0]]), view)
        >>> cats = with_looks(replace(two, class_names=("cat", "dog")), None)
        >>> cats.class_looks
        (1, 0)
        >>> three = Dataset(np.zeros((3, 2)), np.eye(3), view, class_names=("ape", "cat", "dog"))
        >>> with_looks(three, cats).class_looks
        (2, 1, 0)
    """
    if data.is_regression:
        return data
    count = max(2, data.targets.shape[1])
    found: dict[int, int] = {
        label: look for label, look in enumerate(data.class_looks) if label < count
    }
    for wanted in (_known_looks(data, before), _numbered_looks(data)):
        for label, look in wanted.items():
            if label < count and label not in found and look not in found.values():
                found[label] = look
    met = [*dict.fromkeys(data.labels.tolist()), *range(count)]
    for label in met:
        if label not in found:
            found[label] = _first_free(found)
    looks = tuple(found[label] for label in range(count))
    return replace(data, class_looks=() if looks == tuple(range(count)) else looks)


def _known_looks(data: Dataset, before: Dataset | None) -> dict[int, int]:
    """Return the looks of the classes that the data before had by the same names."""
    if before is None or before.is_regression:
        return {}
    known = {name: before.look(label) for label, name in enumerate(before.class_names)}
    return {label: known[name] for label, name in enumerate(data.class_names) if name in known}


def _numbered_looks(data: Dataset) -> dict[int, int]:
    """Return the looks of classes without a name, or with a whole number for one."""
    count = max(2, data.targets.shape[1])
    names = data.class_names or tuple(map(str, range(count)))
    numbers = {str(number): number for number in range(count)}
    return {label: numbers[name] for label, name in enumerate(names) if name in numbers}


def _first_free(found: dict[int, int]) -> int:
    taken = set(found.values())
    return next(look for look in range(len(taken) + 1) if look not in taken)
