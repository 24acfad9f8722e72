"""What the tests of the code as a whole have read is kept among them alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.sources import PACKAGES, sources


@pytest.fixture(autouse=True, scope="package")
def read_sources() -> Iterator[None]:
    """Forget what was parsed when the last of these tests is over.

    It is some hundred megabytes, which every later collection of garbage would walk through.
    """
    yield
    for source in sources(*PACKAGES):
        source.forget()
