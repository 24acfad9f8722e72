"""The whole collection: a hundred and fifty spellings and more, and seventy textbook formulas."""

from __future__ import annotations

from tests.support.formula_corpus.constants_and_products import CONSTANTS, PRODUCTS
from tests.support.formula_corpus.more_textbooks import D2L, GOODFELLOW
from tests.support.formula_corpus.notation import CHOICES, NAMES, NOTATION
from tests.support.formula_corpus.pasted import CELLS, KEYBOARDS, KOREAN, LATEX, SHEETS
from tests.support.formula_corpus.textbooks import COURSE, CS231N, NIELSEN

_SPELT = (CONSTANTS, PRODUCTS, NOTATION, CHOICES, NAMES, CELLS, SHEETS, KOREAN, LATEX, KEYBOARDS)
_PRINTED = (CS231N, D2L, NIELSEN, GOODFELLOW, COURSE)

SPELLINGS = tuple(entry for shelf in _SPELT for entry in shelf.entries)
TEXTBOOKS = tuple(entry for shelf in _PRINTED for entry in shelf.entries)
