"""Moving pictures: frames that come in one by one, written as one GIF."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

from desktop.files.whole_file import write_whole
from desktop.optimizers.files.frames import Frame

# An octree keeps the few pixels of a method's colour as they are, where cutting at the median
# would mix them with the ground's many.
_COLOURS = 255


def write_gif(path: Path, frames: Iterator[Frame], frame_ms: int, last_ms: int, count: int) -> None:
    """Write frames as a GIF that repeats for ever; the file is whole or not there at all.

    Args:
        path: Where to.
        frames: They are taken one by one, so that they need not all exist at once.
        frame_ms: How long each is seen.
        last_ms: How long the last one is seen before it begins again.
        count: How many frames there will be.

    Raises:
        FileFormatError: The file cannot be written.
        StopIteration: There is no frame.
    """
    pictures = (_reduced(frame) for frame in frames)
    first = next(pictures)
    content = BytesIO()
    durations = [frame_ms] * (count - 1) + [last_ms]
    first.save(
        content,
        format="GIF",
        save_all=True,
        append_images=pictures,
        duration=durations,
        loop=0,
        disposal=1,
        optimize=False,
    )
    write_whole(path, content.getvalue())


def _reduced(frame: Frame) -> Image.Image:
    picture = Image.frombytes("RGB", (frame.width, frame.height), frame.pixels)
    return picture.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
