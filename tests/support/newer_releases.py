"""Makes up a newer release of everything that is pinned: python -m tests.support.newer_releases.

What is pinned and green today may stop installing tomorrow, when pip finds a newer release of
something that the lock names only by half. Setting up beside a folder of such releases shows it
today: each has the pinned package's name and extras, a version above all others, and nothing in it.
"""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

# Reads the lock by itself: this runs before anything of it is installed.
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[([^\]]*)\])?==", re.MULTILINE)
_ROOT = Path(__file__).resolve().parents[2]
_VERSION = "99999.0"


def write_release(name: str, extras: list[str], folder: Path) -> Path:
    """Write an empty wheel of a package's made-up newest release and return its path."""
    stem = f"{re.sub('[-_.]+', '_', name).lower()}-{_VERSION}"
    about = [f"Metadata-Version: 2.1\nName: {name}\nVersion: {_VERSION}"]
    about += [f"Provides-Extra: {extra}" for extra in extras]
    wheel = "Wheel-Version: 1.0\nGenerator: wiregrad\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    path = folder / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{stem}.dist-info/METADATA", "\n".join(about) + "\n")
        archive.writestr(f"{stem}.dist-info/WHEEL", wheel)
        archive.writestr(f"{stem}.dist-info/RECORD", "")
    return path


def main(arguments: list[str]) -> int:
    """Write the releases into the named folder and say how many there are."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    pins: dict[str, set[str]] = {}
    for lock in sorted(_ROOT.glob("requirements*.txt")):
        for name, extras in _PIN.findall(lock.read_text(encoding="utf-8")):
            pins.setdefault(name, set()).update(re.findall(r"[\w-]+", extras))
    for name, extras in pins.items():
        write_release(name, sorted(extras), folder)
    print(f"{len(pins)} made-up newer releases")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
