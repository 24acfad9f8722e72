"""What the collected formulas mean, in plain Python, is what PyTorch makes of it too."""

from __future__ import annotations

import numpy as np

from tests.support.formula_corpus.collection import SPELLINGS, TEXTBOOKS
from tests.support.formula_corpus.references import gradients_of, value_of
from tests.support.formula_corpus.stored import read_answers, stored_answer

_ALL = (*SPELLINGS, *TEXTBOOKS)


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
