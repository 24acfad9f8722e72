"""Tables as people have them are understood without a choice, and what is open is asked."""

from __future__ import annotations

import pytest

from tests.support.table_corpus import Specimen, understand
from tests.support.table_specimens import SPECIMENS


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda specimen: specimen.name)
def test_a_table_as_people_have_it_is_understood(specimen: Specimen) -> None:
    found = understand(specimen.name, specimen.data)
    assert found.specimen == specimen
    assert found.planned.dataset is not None
