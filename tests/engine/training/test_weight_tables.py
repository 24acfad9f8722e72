"""Exported weights are read back to the bit, and what belongs to another network is refused."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import FileFormatError
from engine.export.network_tables import weights_csv, weights_npz
from engine.file_kinds import KNOWN_FILES, kind_of_text
from engine.training.network.mlp import Network, build_mlp
from engine.training.network.weight_tables import read_weights, read_weights_file

LAYERS = (2, 3, 1)


def network(layers: tuple[int, ...] = LAYERS) -> Network:
    inputs = np.ones((2, layers[0]))
    targets = np.ones((2, layers[-1]))
    return build_mlp(
        layers, inputs=inputs, targets=targets, output="identity", loss="mean_squared_error"
    )


@given(
    st.lists(st.integers(1, 5), min_size=2, max_size=5).map(tuple),
    st.integers(0, 2**32 - 1),
    st.integers(-250, 250),
)
@settings(max_examples=60, deadline=None)
def test_both_exports_are_read_back_to_the_bit(
    layers: tuple[int, ...], seed: int, power: int
) -> None:
    made = network(layers)
    numbers = np.random.default_rng(seed).normal(size=len(made.start)) * 10.0**power
    csv_text = weights_csv(made, numbers)
    assert kind_of_text(csv_text) == KNOWN_FILES["weights"]
    for content in (
        weights_npz(made, numbers),
        csv_text.encode(),
        ("\ufeff" + csv_text.replace(",", "\t").replace("\n", "\r\n")).encode(),
        csv_text.replace(",", ";").replace("\n", "\n\n").encode(),
    ):
        assert read_weights(content, layers).tobytes() == numbers.tobytes()


def npz(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def npy_of(array: Any) -> bytes:
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def zipped(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def huge_header() -> bytes:
    head = b"{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,), }"
    head += b" " * (63 - (10 + len(head)) % 64) + b"\n"
    return zipped("W1.npy", b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head)


RIGHT = weights_csv(network(), np.arange(13.0))
HOSTILE: dict[str, tuple[bytes, str]] = {
    "another network": (
        weights_npz(network((2, 4, 1)), np.arange(17.0)),
        "W1 of layer 1 has the shape 2 × 4 here and 2 × 3 in the network 2-3-1",
    ),
    "another network's table": (
        weights_csv(network((2, 3, 2)), np.arange(17.0)).encode(),
        "W2 of layer 2 has the shape 3 × 2 here and 3 × 1",
    ),
    "a layer more": (weights_npz(network((2, 3, 1, 1)), np.arange(15.0)), "“W3” is no array"),
    "a layer less": (npz(W1=np.ones((2, 3)), b1=np.ones(3)), "There is no W2"),
    "not finite": (
        npz(W1=np.full((2, 3), np.nan), b1=np.ones(3), W2=np.ones((3, 1)), b2=np.ones(1)),
        "W1 of layer 1 holds a number that is not finite",
    ),
    "objects": (npz(W1=np.full((2, 3), object())), "damaged"),
    "words": (npz(W1=np.full((2, 3), "one")), "damaged"),
    "a pickle": (zipped("W1.npy", b"\x80\x04]\x94G?\xf0\0\0\0\0\0\0a."), "damaged"),
    "a header of the size of a disk": (huge_header(), "has the shape 1000000000000"),
    "a bomb": (zipped("W1.npy", b"\0" * 300_000_000), "damaged"),
    "half a file": (weights_npz(network(), np.arange(13.0))[:300], "damaged"),
    "a line twice": ((RIGHT + RIGHT.splitlines()[1] + "\n").encode(), "each weight once"),
    "an array cut short": (zipped("b1.npy", npy_of(np.ones(3))[:-8]), "damaged"),
    "thousands of arrays": (npz(**{f"a{n}": 0 for n in range(1001)}), "no weights of a network"),
    "fractions of a layer": (RIGHT.replace(",1,1,1,0.0", ",1,1.5,1,0.0").encode(), "should hold"),
    "nothing before a head": (b"\xef\xbb\xbf\n\nname;layer;from;to;value\n\n", "There is no W1"),
    "a gap": ("\n".join(RIGHT.splitlines()[:2] + RIGHT.splitlines()[3:]).encode(), "lacks the"),
    "no number": (RIGHT.replace("5.0", "five").encode(), "Line 7"),
    "infinite": (RIGHT.replace("5.0", "inf").encode(), "Line 7"),
    "a cell too few": (RIGHT.replace(",5.0", "").encode(), "Line 7"),
    "layer 0": (RIGHT.replace(",1,1,1,0.0", ",0,1,1,0.0").encode(), "should hold"),
    "some text": (b"a,b\n1,2\n", "no weights of a network"),
    "nothing": (b"", "no weights of a network"),
    "bytes": (b"\xff\xfe\x00\x01", "no weights of a network"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_weights_of_this_network_is_refused_in_words(name: str) -> None:
    content, words = HOSTILE[name]
    tracemalloc.start()
    with pytest.raises(FileFormatError) as caught:
        read_weights(content, LAYERS)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert words in caught.value.sentence
    assert most < 5_000_000


@pytest.mark.parametrize("change", [lambda c: c[:-9], lambda c: c[9:], lambda c: c[: len(c) // 2]])
def test_any_piece_of_a_file_is_refused(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    for content in (weights_npz(network(), np.arange(13.0)), RIGHT.encode()):
        (tmp_path / "w").write_bytes(change(content))
        with pytest.raises(FileFormatError):
            read_weights_file(tmp_path / "w", LAYERS)
