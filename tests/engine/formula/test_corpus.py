"""Formulas as people write them are read as they are meant, asked about, or refused in place."""

from __future__ import annotations

import numpy as np
import pytest

from tests.support.formula_corpus.collection import SPELLINGS, TEXTBOOKS
from tests.support.formula_corpus.entry import Entry
from tests.support.formula_corpus.references import gradients_of, value_of
from tests.support.formula_corpus.stored import read_answers, stored_answer
from tests.support.formula_corpus.verdict import judge

_ALL = (*SPELLINGS, *TEXTBOOKS)
_SHELVES = tuple(dict.fromkeys(entry.whence for entry in _ALL))


def _of(whence: str) -> list[Entry]:
    return [entry for entry in _ALL if entry.whence == whence]


@pytest.mark.parametrize("whence", _SHELVES)
def test_each_formula_becomes_what_its_writer_means(whence: str) -> None:
    verdicts = {entry.text: judge(entry) for entry in _of(whence)}
    wrong = {text: verdict for text, verdict in verdicts.items() if verdict.fault}
    assert wrong == {}


def test_the_collection_is_as_large_as_it_says() -> None:
    assert len(SPELLINGS) >= 150
    assert len(TEXTBOOKS) >= 70


def test_the_meanings_are_pytorch_s_too() -> None:
    answers = read_answers()
    for entry in _ALL:
        for each in entry.readings:
            stored = stored_answer(answers, entry, each)
            assert stored is not None, f"ask PyTorch about {entry.text}"
            value, gradients = stored
            np.testing.assert_allclose(value, value_of(each), rtol=1e-12, atol=1e-15)
            assert set(gradients) == set(each.at)
            for name, slopes in gradients_of(each).items():
                np.testing.assert_allclose(gradients[name], slopes, rtol=1e-11, atol=1e-14)
