"""Weights read back from what was exported: NumPy's arrays, or a table of text.

Nothing in such a file is trusted: arrays are asked for by their names and shapes before any of
their numbers is read, and nothing is unpickled.
"""

from __future__ import annotations

import csv
import io
import math
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.lib import format as npy

from engine.arrays import Array
from engine.errors import EngineError, FileFormatError
from engine.file_kinds import KNOWN_FILES
from engine.quoting import quote
from engine.regular_file import read_bytes
from engine.training.network.layers import Layers, format_layers

LARGEST_WEIGHTS_BYTES = 64_000_000
COLUMNS = KNOWN_FILES["weights"].columns
"""The columns of a table of weights; a bias comes from nowhere."""
SCALES = ("input_means", "input_deviations", "target_means", "target_deviations")
"""What stands beside weights whose network takes standardized inputs; a table's lines of it have
no layer. A network that reads weights has scales of its own, so that these are passed over."""

_ZIP, _SUFFIX = b"PK\x03\x04", ".npy"
# What an array's header may take beyond its numbers.
_LONGEST_HEADER = 20_000
_MOST_MEMBERS = 1_000
_BYTES = 8


def read_weights_file(path: Path, layers: Layers) -> Array:
    """Return the weights that a file holds, as a network's flat vector.

    Args:
        path: The file.
        layers: The network's units in each layer.

    Raises:
        FileFormatError: It cannot be read, or holds the weights of another network; the sentence
            names the layer and both shapes.
    """
    return read_weights(read_bytes(path, LARGEST_WEIGHTS_BYTES), layers)


def read_weights(content: bytes, layers: Layers) -> Array:
    """Return the weights in a file's content, or in a text that was copied.

    Raises:
        FileFormatError: As ``read_weights_file``.
    """
    if content.startswith(_ZIP):
        return _joined(_zipped(content, layers), layers)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _no_weights() from error
    return _joined(_tabled(text, layers), layers)


def _shapes(layers: Layers) -> dict[str, tuple[int, ...]]:
    """Return the shapes of a network's arrays by name, in the order of its flat vector."""
    shapes: dict[str, tuple[int, ...]] = {}
    for number, (size, units) in enumerate(pairwise(layers), start=1):
        shapes |= {f"W{number}": (size, units), f"b{number}": (units,)}
    return shapes


def _joined(arrays: Mapping[str, Array], layers: Layers) -> Array:
    found = []
    for name, shape in _shapes(layers).items():
        if name not in arrays:
            raise FileFormatError(
                "weights_missing",
                f"There is no {name}: the network {format_layers(layers)} needs "
                f"{', '.join(_shapes(layers))}.",
                name=name,
                layers=format_layers(layers),
                needed=", ".join(_shapes(layers)),
            )
        array = arrays[name]
        _check_shape(name, array.shape, shape, layers)
        if not np.isfinite(array).all():
            raise FileFormatError(
                "weights_not_finite",
                f"{name} of layer {name[1:]} holds a number that is not finite.",
                name=name,
                layer=name[1:],
            )
        found.append(array.ravel())
    joined = np.concatenate(found)
    joined.setflags(write=False)
    return joined


def _check_shape(name: str, found: Sequence[int], wanted: Sequence[int], layers: Layers) -> None:
    if tuple(found) != tuple(wanted):
        raise FileFormatError(
            "weights_shape",
            f"{name} of layer {name[1:]} has the shape {_shape_text(found)} here and "
            f"{_shape_text(wanted)} in the network {format_layers(layers)}.",
            name=name,
            layer=name[1:],
            found=_shape_text(found),
            wanted=_shape_text(wanted),
            layers=format_layers(layers),
        )


def _check_name(name: str, shapes: Mapping[str, tuple[int, ...]], layers: Layers) -> None:
    if name not in shapes:
        raise FileFormatError(
            "weights_foreign",
            f"“{quote(name)}” is no array of the network {format_layers(layers)}, which has "
            f"{', '.join(shapes)}.",
            name=quote(name),
            layers=format_layers(layers),
            known=", ".join(shapes),
        )


def _shape_text(shape: Sequence[int]) -> str:
    return " × ".join(map(str, shape)) or "1"


def _no_weights() -> FileFormatError:
    return FileFormatError(
        "weights_unknown",
        "These are no weights of a network: wanted are an npz file with the arrays W1, b1, W2 and "
        f"so on, or a table whose first line is {','.join(COLUMNS)}.",
        columns=",".join(COLUMNS),
    )


# NumPy's arrays -----------------------------------------------------------------------------------


def _zipped(content: bytes, layers: Layers) -> dict[str, Array]:
    shapes = _shapes(layers)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > _MOST_MEMBERS:
                raise _no_weights()
            arrays: dict[str, Array] = {}
            for member in members:
                name = member.filename.removesuffix(_SUFFIX)
                if name in SCALES:
                    continue
                _check_name(name, shapes, layers)
                arrays[name] = _member(archive, member, name, shapes[name], layers)
            return arrays
    except EngineError:
        raise
    except (
        zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError,
        ValueError, SyntaxError,
    ) as error:  # fmt: skip
        raise FileFormatError(
            "weights_damaged", "This npz file is damaged, or none that holds numbers."
        ) from error


def _member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    name: str,
    shape: tuple[int, ...],
    layers: Layers,
) -> Array:
    """Return an array; no more of it is unpacked than one of its shape takes."""
    size = math.prod(shape)
    with archive.open(member) as file:
        content = io.BytesIO(file.read(size * 2 * _BYTES + _LONGEST_HEADER))
    version = npy.read_magic(content)
    read_header = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
    found, is_fortran, kind = read_header(content)
    _check_shape(name, found, shape, layers)
    if kind.kind not in "fiu":
        raise ValueError("no numbers")
    numbers = np.frombuffer(content.read(size * kind.itemsize), dtype=kind)
    if len(numbers) != size:
        raise ValueError("too short")
    with np.errstate(all="ignore"):
        return numbers.reshape(shape, order="F" if is_fortran else "C").astype(np.float64)


# Tables -------------------------------------------------------------------------------------------


def _cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]


def _tabled(text: str, layers: Layers) -> dict[str, Array]:
    shapes = _shapes(layers)
    arrays = {name: np.full(shape, np.nan) for name, shape in shapes.items()}
    # How far the table reaches: a network of other sizes is told by that.
    reach: dict[str, tuple[int, ...]] = {}
    for number, cells in _lines(text):
        name, place, value = _entry(number, cells)
        reach[name] = tuple(map(max, reach.get(name, place), place))
        if name in arrays and all(at <= size for at, size in zip(place, shapes[name], strict=True)):
            index = tuple(at - 1 for at in place)
            if not np.isnan(arrays[name][index]):
                raise _bad_line(number)
            arrays[name][index] = value
    for name, shape in reach.items():
        _check_name(name, shapes, layers)
        _check_shape(name, shape, shapes[name], layers)
    for name, array in arrays.items():
        if name in reach and np.isnan(array).any():
            gap = ", ".join(str(at + 1) for at in np.argwhere(np.isnan(array))[0])
            raise FileFormatError(
                "weights_gap",
                f"The table lacks the number at {gap} of {name} of layer {name[1:]}.",
                gap=gap,
                name=name,
                layer=name[1:],
            )
    return {name: arrays[name] for name in reach}


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the numbers and the cells of a table's lines below its head."""
    lines = text.strip("\ufeff\r\n").splitlines()
    head = lines[0].strip() if lines else ""
    mark = next((each for each in ",;\t" if _cells(head, each) == list(COLUMNS)), None)
    if mark is None:
        raise _no_weights()
    for number, line in enumerate(lines[1:], start=2):
        cells = _cells(line, mark)
        if any(cells) and not _tells_scale(cells):
            yield number, cells


def _tells_scale(cells: Sequence[str]) -> bool:
    return cells[0] in SCALES and not any(cells[1:3])


def _entry(number: int, cells: Sequence[str]) -> tuple[str, tuple[int, ...], float]:
    """Return the array, the place in it from 1, and the number of a line."""
    if len(cells) != len(COLUMNS):
        raise _bad_line(number)
    _, layer, source, target, value = cells
    places = [layer, target] if not source else [layer, source, target]
    try:
        if not all(place.isascii() and place.isdigit() and len(place) < _BYTES for place in places):
            raise _bad_line(number)
        found = float(value)
    except ValueError as error:
        raise _bad_line(number) from error
    at = tuple(map(int, places))
    if min(at) < 1 or not math.isfinite(found):
        raise _bad_line(number)
    return f"{'W' if source else 'b'}{at[0]}", at[1:], found


def _bad_line(number: int) -> FileFormatError:
    return FileFormatError(
        "weights_line",
        f"Line {number} of the table should hold a name, a layer, where the weight comes from "
        "(nothing for a bias), where it goes, and a number, and each weight once.",
        line=number,
    )
